"""A thousand letters dropped on the window: how long reading, adding and Cancel take, and what the window feels.

Run: ``python tests/bench/bench_many_files.py [FILES]``. A hold is a time for which the window's own thread could not
answer, by the clock and (in brackets) by its own work: what other programs take of the machine is only in the first.
The bar is 50 ms of work for anything one does and 1 s for Cancel.
"""

import os
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
HERE = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(HERE.parent), str(HERE), str(HERE / "ui")]

from PySide6.QtCore import QTimer  # noqa: E402  # the path is set above
from PySide6.QtWidgets import QApplication  # noqa: E402
from small_hearing import open_small  # noqa: E402

from frhearing.ui import theme  # noqa: E402
from frhearing.ui.dialogs.import_dialog import ImportDialog, open_import  # noqa: E402
from frhearing.ui.main_window import MainWindow  # noqa: E402
from frhearing.ui.session import Session  # noqa: E402
from frhearing.ui.shell.window_settings import WindowSettings  # noqa: E402


class Holds:
    """Notes for each phase the longest times for which the window's thread did not come round."""

    def __init__(self) -> None:
        self.phase, self.found = "", {}
        self._last = self._now()
        self._timer = QTimer()
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    @staticmethod
    def _now() -> tuple[float, float]:
        return time.perf_counter(), time.thread_time()

    def _beat(self) -> None:
        now = self._now()
        self.found.setdefault(self.phase, []).append((now[0] - self._last[0], now[1] - self._last[1]))
        self._last = now

    def during(self, phase: str, until: Callable[[], bool]) -> float:
        """Go on until something is so; returns the seconds it took."""
        self.phase = phase
        start = time.perf_counter()
        while not until():
            QApplication.processEvents()
        return time.perf_counter() - start

    def longest(self, phase: str) -> str:
        """The longest holds of a phase, in milliseconds."""
        longest = sorted(self.found.get(phase, ()), key=lambda held: -held[1])[:3]
        return ", ".join(f"{1000 * clock:.0f} ({1000 * work:.0f})" for clock, work in longest)


def make_letters(folder: Path, count: int) -> None:
    """Write letters, each a file of its own."""
    folder.mkdir()
    for n in range(count):
        text = f"Dear council,\n\nI am voice {n} and I want the lights kept on in the alley.\n\nYours, number {n}\n"
        (folder / f"letter {n:05}.txt").write_text(text, encoding="utf-8")


def planned(dialog: ImportDialog) -> bool:
    """Say whether the preview stands."""
    return dialog.plan is not None and not dialog.work.busy


def main() -> int:
    """Print the times and the holds; exit 1 if Cancel takes longer than a second."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000
    app = QApplication([])
    theme.install(app, "light", 1.0)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        make_letters(folder / "letters", count)
        desk, hearing = open_small(folder / "data")
        session = Session(desk)
        window = MainWindow(session, WindowSettings(folder / "window.ini"))
        session.open_hearing(hearing)
        window.resize(1366, 768)
        window.show()
        window.go("comments")
        holds = Holds()
        holds.during("settling", lambda: not session.background.busy)
        stopped = open_import(session, [folder / "letters"], window)
        holds.during("before cancel", lambda: stopped.work.busy and stopped.progress.bar.value() > count // 4)
        stopped.reject()
        cancel = holds.during("cancel", lambda: not session.background.busy)
        dialog = open_import(session, [folder / "letters"], window)
        reading = holds.during("reading", lambda: planned(dialog))
        holds.during("preview", lambda: not session.background.busy)
        dialog.add.click()
        adding = holds.during("adding", lambda: not dialog.outcome.isHidden())
        holds.during("afterwards", lambda: not session.background.busy)
        window.close()
    used = [resource.getrusage(who).ru_maxrss >> 10 for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    print(
        f"{count:,} letters: read and planned in {reading:.2f} s, added in {adding:.2f} s, cancelled in {cancel:.2f} s"
    )
    for phase in ("cancel", "reading", "preview", "adding", "afterwards"):
        print(f"longest holds while {phase}: {holds.longest(phase)} ms")
    print(f"memory at most: window {used[0]} MB, reader {used[1]} MB")
    return 0 if cancel <= 1.0 else 1


if __name__ == "__main__":
    sys.exit(main())
