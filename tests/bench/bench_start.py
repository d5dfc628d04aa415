"""From the start of the process to the first painted, usable window, beside a bare window of PySide6.

Usage: python tests/bench/bench_start.py [COMMENTS] [RUNS]     (100,000 comments and 11 runs if none are given)

Bar: at most 1.5 × a bare QMainWindow in the same run. Both are started in turn, after one start each that does
not count (the first one after a change compiles). Time begins when the parent starts the process and ends when
the window is shown and everything that was dirty is painted; for ours that is the Comments page of a hearing
with so many comments, with its first rows read from the store and painted, and every event answered. Processor
time is what the process and its threads have used until then.
"""

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from bench_keys import store

BAR = 1.5
_END = """
import resource, time
used = resource.getrusage(resource.RUSAGE_SELF)
print(time.monotonic_ns(), used.ru_utime + used.ru_stime)
"""
BARE = f"""
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([])
window = QMainWindow()
window.resize(1366, 740)
window.show()
app.processEvents()
{_END}
window.close()
"""
OURS = f"""
import os, sys
from frhearing.__main__ import main

def until_painted():
    from PySide6.QtCore import QEventLoop
    from PySide6.QtWidgets import QApplication
    app = QApplication.instance()
    # Asking Qt for its windows would make PySide look through every class of widget there is.
    window = sys._getframe(1).f_locals["self"].window
    rows = window.navigator.page.space.list.model
    while not rows.rowCount():
        app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    app.processEvents()
    exec(end)
    sys.stdout.flush()
    os._exit(0)  # what closing writes would change the next start

def run_instead():
    from PySide6.QtWidgets import QApplication
    QApplication.exec = staticmethod(until_painted)

end = {_END!r}
run_instead()
sys.exit(main())
"""


class Start(NamedTuple):
    """How long one start took, and how much of the processor it used, both in milliseconds."""

    wall: float
    processor: float


def start(code: str, *arguments: str) -> Start:
    """Start one process and wait for its word that it is painted."""
    environment = {**os.environ, "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen")}
    # As it is where frhearing is used: the compiled modules are kept.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    root = Path(__file__).resolve().parents[2]
    began = time.monotonic_ns()
    said = subprocess.run(
        [sys.executable, "-c", code, *arguments], env=environment, cwd=root, check=True, capture_output=True
    )
    ended, processor = said.stdout.split()
    return Start((int(ended) - began) / 1e6, float(processor) * 1000)


def main() -> None:
    """Measure both in turn and print the ratios of the best and of the median."""
    comments = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    runs = int(sys.argv[2]) if len(sys.argv) > 2 else 11
    folder = store(comments)
    # As a clerk left it, but of the size that a new window has on a large screen, which offscreen there is not.
    (folder / "window.ini").write_text("[General]\nhearing=1\npage=comments\n", encoding="utf-8")
    data = ("--data", str(folder))
    start(BARE), start(OURS, *data)
    pairs = [(start(BARE), start(OURS, *data)) for _ in range(runs)]
    print(f"{comments:,} comments, {runs} starts each")
    kinds: tuple[tuple[str, Callable[[list[float]], float]], ...] = (("best", min), ("median", statistics.median))
    for name, pick in kinds:
        for measure in Start._fields:
            bare = pick([getattr(one, measure) for one, _ in pairs])
            ours = pick([getattr(one, measure) for _, one in pairs])
            print(f"{name:6} {measure:9} bare {bare:6.1f} ms, ours {ours:6.1f} ms: ratio {ours / bare:.2f} (bar {BAR})")


if __name__ == "__main__":
    main()
