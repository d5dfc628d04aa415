"""The real program, killed while somebody speaks and started again: the same speaker stands there, on Live."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

from frhearing.desk.desk import open_desk
from frhearing.desk.live import showing
from frhearing.desk.live.room import Live

ROOT = Path(__file__).resolve().parents[2]
CLERK = """
import sys
from pathlib import Path
import os, signal
from PySide6.QtCore import QTimer
from frhearing.desk import hearings
from frhearing.desk.live import registering
from frhearing.model.hearing import NewHearing
from frhearing.model.live.signing import NewSlip
from frhearing.ui.application import Application
from frhearing.ui.live.room import room_of

application = Application(Path(sys.argv[1]))
if sys.argv[2] == "first":
    def begin():
        session = application.window.session
        made = session.make(lambda: hearings.create_hearing(session.desk, NewHearing("A", "B", "2026-02-05")))
        session.open_hearing(made)
        room = room_of(session)
        room.must(lambda live: registering.register(live, NewSlip(("Ana Ruiz",))))

        def press():
            if room.view.state != "running":
                room.next_step()
            elif room.view.elapsed_ms > 1600:
                print(room.view.slip.name, room.live.running.written_ms, flush=True)
                os.kill(os.getpid(), signal.SIGKILL)

        presses = QTimer(room)
        presses.timeout.connect(press)
        presses.start(100)
    QTimer.singleShot(0, begin)
else:
    def look():
        window = application.window
        room = room_of(window.session)
        if room.view is None or room.view.slip is None:
            return  # it is not there yet; nothing is clicked in the meantime
        looks.stop()
        print(window.navigator.page_id, room.view.state, room.view.slip.name, room.view.elapsed_ms, flush=True)
        application.qt.quit()
    looks = QTimer()
    looks.timeout.connect(look)
    looks.start(100)
application.run()
"""


def start(folder: Path, which: str) -> subprocess.Popen[str]:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    told = [sys.executable, "-c", CLERK, str(folder), which]
    return subprocess.Popen(told, env=environment, stdout=subprocess.PIPE, text=True)


def test_killed_in_the_middle_of_a_turn_and_started_again(tmp_path):
    folder = tmp_path / "data"
    with start(folder, "first") as first:
        *speaker, written = first.stdout.readline().split()
    assert " ".join(speaker) == "Ana Ruiz"
    assert int(written) >= 1000
    assert first.returncode == -signal.SIGKILL
    time.sleep(1.2)
    with start(folder, "again") as second:
        page, state, *name, elapsed = second.stdout.readline().split()
    assert second.returncode == 0
    assert (page, state, " ".join(name)) == ("live", "paused", "Ana Ruiz")
    assert int(elapsed) == int(written), "the last second that was written, and no other"
    with open_desk(folder, writing=False) as desk:
        live = Live(desk, 1)
        assert any("stood still" in line.text for _id, line in showing.log_lines(live))
        assert showing.podium_view(live).gap_seconds >= 1
