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
                presses.stop()
                print("speaking", flush=True)

        presses = QTimer(room)
        presses.timeout.connect(press)
        presses.start(100)
    QTimer.singleShot(0, begin)
else:
    def look():
        window = application.window
        room = room_of(window.session)
        print(window.navigator.page_id, room.view.state, room.view.slip.name, room.view.elapsed_ms // 1000, flush=True)
        application.qt.quit()
    QTimer.singleShot(800, look)
application.run()
"""


def start(folder: Path, which: str) -> subprocess.Popen[str]:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    told = [sys.executable, "-c", CLERK, str(folder), which]
    return subprocess.Popen(told, env=environment, stdout=subprocess.PIPE, text=True)


def test_killed_in_the_middle_of_a_turn_and_started_again(tmp_path):
    folder = tmp_path / "data"
    with start(folder, "first") as first:
        assert first.stdout.readline().strip() == "speaking"
        first.send_signal(signal.SIGKILL)
    assert first.returncode == -signal.SIGKILL
    time.sleep(1.2)
    with start(folder, "again") as second:
        page, state, *name, seconds = second.stdout.readline().split()
        assert second.wait(30) == 0
    assert (page, state, " ".join(name)) == ("live", "paused", "Ana Ruiz")
    assert 1 <= int(seconds) <= 30
    with open_desk(folder, writing=False) as desk:
        live = Live(desk, 1)
        assert any("stood still" in line.text for _id, line in showing.log_lines(live))
        assert showing.podium_view(live).gap_seconds >= 1
