"""The shown clock beside the monotonic clock in real time, with the window busy; prints the worst error in seconds.

Run: ``python tests/bench/soak_clock.py [SECONDS]`` (600 without). Once in the run the window is blocked for
5 seconds. The house's rule: 0.1 s at any moment, 0.2 s after the block, and the record as exact as the screen.
"""

import os
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
HERE = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(HERE.parent), str(HERE / "ui")]

from live_window import PEOPLE, LiveWindow  # noqa: E402  # the path is set above
from PySide6.QtCore import Qt  # noqa: E402
from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from frhearing.model.live.clock import SystemClock  # noqa: E402
from frhearing.ui import theme  # noqa: E402
from frhearing.ui.live.room import LOOK_MS  # noqa: E402

BLOCK_SECONDS = 5.0


def busy(room: LiveWindow, turn: int) -> None:
    """Let the window work as on an evening: typing, other pages, other sizes, notes."""
    QTest.keyClicks(room.desk.log.box.edit, "a word ")
    if turn % 5 == 0:
        QTest.keyClick(room.desk.log.box.edit, Qt.Key.Key_Return)
    if turn % 7 == 0:
        room.window.go("comments")
        QApplication.processEvents()
        room.window.go("live")
    if turn % 11 == 0:
        room.window.resize(1300 + turn % 60, 740)


def shown_ms(room: LiveWindow) -> int:
    """Give what the screen counts by: the room's view after its own last look."""
    assert room.room.view is not None, "somebody speaks"
    return room.room.view.elapsed_ms


def soak(seconds: float) -> None:
    """Run one turn for so long and compare."""
    with tempfile.TemporaryDirectory() as folder:
        room = LiveWindow(Path(folder) / "data", people=PEOPLE, clock=SystemClock())
        room.room._timer.setInterval(LOOK_MS)
        for state in ("called", "running"):
            time.sleep(0.5)  # a second press within 0.35 s counts once
            begun = time.monotonic()
            assert room.room.next_step(), state
        begun = (begun + time.monotonic()) / 2  # the start lies somewhere within the step
        worst = after_block = 0.0
        blocked, turn, began_at = False, 0, begun
        while time.monotonic() - began_at < seconds:
            until = time.monotonic() + 0.5
            turn += 1
            busy(room, turn)
            while time.monotonic() < until:
                QApplication.processEvents()
                time.sleep(0.002)
            if not blocked and time.monotonic() - began_at > seconds / 2:
                blocked = True
                time.sleep(BLOCK_SECONDS)
                QTest.qWait(2 * LOOK_MS)
                after_block = abs((time.monotonic() - begun) - shown_ms(room) / 1000)
                continue
            worst = max(worst, abs((time.monotonic() - begun) - shown_ms(room) / 1000))
        room.room.next_step()
        ended = time.monotonic() - begun
        recorded = room.room.live.floor.turns[0].recorded_ms() / 1000
        print(f"{ended:.1f} s, {turn} rounds of work: worst error of what is shown {worst:.3f} s")
        print(f"after a block of {BLOCK_SECONDS:g} s: {after_block:.3f} s")
        print(f"on the record at the end: {abs(ended - recorded):.3f} s")
        room.close()


if __name__ == "__main__":
    application = QApplication([])
    theme.install(application, "light", 1.0)
    soak(float(sys.argv[1]) if len(sys.argv) > 1 else 600.0)
