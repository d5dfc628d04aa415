"""Key to paint on the Live screen with 1,000 people in the queue; prints median, p95 and worst in milliseconds.

Run: ``python tests/bench/bench_live_keys.py``. Each press goes to the widget that has the focus, as from a
keyboard, and is over when the window has painted what came of it. The house's rule is p95 of 50 ms. The
processor's own time tells how it would be where nothing else runs.
"""

import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
HERE = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(HERE.parent), str(HERE / "ui")]

from live_window import LiveWindow  # noqa: E402  # the path is set above
from PySide6.QtCore import Qt  # noqa: E402
from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from frhearing.model.live.signing import NewSlip  # noqa: E402
from frhearing.model.position import Stance  # noqa: E402
from frhearing.ui import theme  # noqa: E402

Key, Mod = Qt.Key, Qt.KeyboardModifier
PEOPLE = 1000
CONTROL = Mod.ControlModifier


def crowd() -> tuple[NewSlip, ...]:
    """Give a thousand people who sign in."""
    sides = (Stance.SUPPORT, Stance.OPPOSE, Stance.NEUTRAL)
    return tuple(NewSlip((f"Person {n}",), stances={1: sides[n % 3]}, residency="resident") for n in range(PEOPLE))


class Bench:
    """Presses keys and keeps how long each took until it was painted."""

    def __init__(self, room: LiveWindow) -> None:
        self.room = room
        self.took: dict[str, list[float]] = {}
        self.worked: dict[str, list[float]] = {}

    def press(self, name: str, key: Qt.Key, modifier: Qt.KeyboardModifier = Mod.NoModifier) -> None:
        """Press a key three seconds of the hearing later and time it."""
        self.room.clock.pass_(3)
        self.room.room.look()
        QApplication.processEvents()
        target = QApplication.focusWidget() or self.room.window
        begun, worked = time.perf_counter(), time.process_time()
        QTest.keyClick(target, key, modifier)
        # Events twice: a layout that was put off asks for a paint of its own.
        QApplication.processEvents()
        QApplication.processEvents()
        self.took.setdefault(name, []).append(1000 * (time.perf_counter() - begun))
        self.worked.setdefault(name, []).append(1000 * (time.process_time() - worked))

    def report(self) -> None:
        """Print one line for each kind of key, and one for all."""
        for name in (*self.took, "all keys"):
            took, worked = (
                every.get(name) or [one for kind in every.values() for one in kind]
                for every in (self.took, self.worked)
            )
            p95, cpu = (statistics.quantiles(times, n=20)[-1] for times in (took, worked))
            figures = f"median {statistics.median(took):5.1f}  p95 {p95:5.1f}  worst {max(took):5.1f} ms"
            print(f"{name:<16}{len(took):>5} ×  {figures}   p95 of the processor's time {cpu:5.1f} ms")


def main() -> None:
    """Fill the queue, run testimonies, type notes."""
    app = QApplication([])
    theme.install(app, "light", 1.0)
    with tempfile.TemporaryDirectory() as folder:
        room = LiveWindow(Path(folder) / "data", people=crowd())
        room.window.go("live")
        room.settle()
        bench = Bench(room)
        for _ in range(25):
            bench.press("F8 call", Key.Key_F8)
            bench.press("F8 start", Key.Key_F8)
            bench.press("F9 +30 s", Key.Key_F9)
            bench.press("F7 pause", Key.Key_F7)
            bench.press("F7 go on", Key.Key_F7)
            for letter in (Key.Key_A, Key.Key_B, Key.Key_C):
                bench.press("letter", letter)
            bench.press("Enter note", Key.Key_Return)
            bench.press("F4 time mark", Key.Key_F4)
            bench.press("F8 end", Key.Key_F8)
        room.desk.list.setFocus()
        for _ in range(25):
            room.desk.list.choose(room.room.live.floor.slips[500].id)
            bench.press("Alt+Up", Key.Key_Up, Mod.AltModifier)
            bench.press("Down", Key.Key_Down)
        for n in range(15):
            bench.press("F2", Key.Key_F2)
            for letter in (Key.Key_X, Key.Key_E, Key.Key_E, Key.Key_Space, Key.Key_A, Key.Key_Comma, Key.Key_O):
                bench.press("sign-in letter", letter)
            bench.press("sign-in Enter", Key.Key_Return)
            room.desk.log.box.edit.setFocus()
            QTest.keyClicks(room.desk.log.box.edit, f'says "words {n}" /s #2')
            bench.press("Enter quote", Key.Key_Return)
            bench.press("Ctrl+F8 no-show" if n % 2 else "F8 call", Key.Key_F8, CONTROL if n % 2 else Mod.NoModifier)
            bench.press("Shift+F8 back", Key.Key_F8, Mod.ShiftModifier)
        bench.report()
        room.close()


if __name__ == "__main__":
    main()
