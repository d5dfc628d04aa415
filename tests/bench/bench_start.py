"""From the start of the process to the first painted, usable window, beside a bare window of PySide6.

Usage: python tests/bench/bench_start.py [COMMENTS] [RUNS]     (100,000 comments and 11 runs if none are given)

Bar: at most 1.5 × a bare QMainWindow in the same run. All are started in turn, after one start each that does
not count (the first one after a change compiles). Time begins when the parent starts the process; processor time
is what the process and its threads have used until then. Three windows are timed:

* bare: a QMainWindow with nothing in it, shown and painted;
* plain: what a list of comments, a text and some buttons take that are made with PySide6 alone and read nothing;
* ours: the Comments page of a hearing with so many comments. It is usable when its first rows were read from the
  store and painted: from then on a key or a click does what it is for. It is whole when text, tags and all that
  works behind them are painted too.
"""

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from bench_keys import store

BAR = 1.5
_TELL = """
import resource, time
def tell(name):
    used = resource.getrusage(resource.RUSAGE_SELF)
    print(name, time.monotonic_ns(), used.ru_utime + used.ru_stime, flush=True)
"""
BARE = f"""
{_TELL}
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([])
window = QMainWindow()
window.resize(1366, 740)
window.show()
app.processEvents()
tell("usable")
window.close()
"""
PLAIN = f"""
{_TELL}
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication, QMainWindow, QPushButton, QSplitter, QTableWidget, QTableWidgetItem, QTextEdit, QVBoxLayout, QWidget
)
app = QApplication([])
window = QMainWindow()
window.resize(1366, 740)
for title in ("File", "Edit", "View", "Help"):
    window.menuBar().addMenu(title)
table = QTableWidget(64, 2)
for row in range(64):
    table.setItem(row, 0, QTableWidgetItem(f"No. {{row}}"))
    table.setItem(row, 1, QTableWidgetItem("A comment"))
side = QWidget()
column = QVBoxLayout(side)
for number in range(30):
    column.addWidget(QPushButton(f"Button {{number}}"))
split = QSplitter(Qt.Orientation.Horizontal)
for pane in (table, QTextEdit("A text. " * 100), side):
    split.addWidget(pane)
window.setCentralWidget(split)
window.show()
app.processEvents()
tell("usable")
window.close()
"""
OURS = f"""
import os, sys
{_TELL}
tell("python")
from frhearing.__main__ import main

def until_painted():
    from PySide6.QtCore import QEventLoop
    from PySide6.QtWidgets import QApplication
    app = QApplication.instance()
    # Asking Qt for its windows would make PySide look through every class of widget there is.
    window = sys._getframe(1).f_locals["self"].window
    later = window.navigator.later
    tell("shown")
    said = []
    later.painted.connect(lambda: said.append(tell("usable")))
    while not said:
        app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    assert window.navigator.page.space.list.model.rowCount()
    slowest = 0
    while later.pending:
        began = time.monotonic()
        app.processEvents()
        slowest = max(slowest, time.monotonic() - began)
    app.processEvents()
    tell("whole")
    print("slowest", int(slowest * 1e9), 0, flush=True)
    os._exit(0)  # what closing writes would change the next start

def run_instead():
    import frhearing.ui.start.qt as start
    load = start.load_qt
    def timed():
        load()
        tell("qt")
        from PySide6.QtWidgets import QApplication
        QApplication.exec = staticmethod(until_painted)
        import frhearing.ui.application
        tell("modules")
    start.load_qt = timed

run_instead()
sys.exit(main())
"""
STAGES = {
    "python": "Python",
    "qt": "PySide6",
    "modules": "the window's modules",
    "shown": "store, pages, style",
    "usable": "layout and paint",
    "whole": "text, tags, lock",
}


class Moment(NamedTuple):
    """When a process was so far, and how much of the processor it had used, both in milliseconds."""

    wall: float
    processor: float


Moments = dict[str, Moment]


def start(code: str, *arguments: str) -> Moments:
    """Start one process and wait for its word of how far it is."""
    environment = {**os.environ, "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen")}
    # As it is where frhearing is used: the compiled modules are kept.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    root = Path(__file__).resolve().parents[2]
    began = time.monotonic_ns()
    said = subprocess.run(
        [sys.executable, "-c", code, *arguments], env=environment, cwd=root, check=True, capture_output=True, text=True
    )
    moments = {}
    for line in said.stdout.splitlines():
        name, at, processor = line.split()
        since = 0 if name == "slowest" else began
        moments[name] = Moment((int(at) - since) / 1e6, float(processor) * 1000)
    return moments


def ratios(runs: Sequence[dict[str, Moments]]) -> None:
    """Print what each window takes beside the bare one, by the best and by the median of the starts."""
    kinds: tuple[tuple[str, Callable[[list[float]], float]], ...] = (("best", min), ("median", statistics.median))
    for name, pick in kinds:
        for measure in Moment._fields:
            bare = pick([getattr(run["bare"]["usable"], measure) for run in runs])
            line = f"{name:6} {measure:9} bare {bare:6.1f} ms"
            for what, until in (("plain", "usable"), ("ours", "usable"), ("ours", "whole")):
                took = pick([getattr(run[what][until], measure) for run in runs])
                line += f" | {what} {until} {took:6.1f} ms: {took / bare:.2f}"
            print(f"{line} (bar {BAR})")


def stages(runs: Sequence[dict[str, Moments]]) -> None:
    """Print where the time goes, by the median of the starts, and the longest stay after the first paint."""
    before = Moment(0, 0)
    for key, words in STAGES.items():
        now = Moment(*(statistics.median(getattr(run["ours"][key], one) for run in runs) for one in Moment._fields))
        wall, processor = now.wall - before.wall, now.processor - before.processor
        print(f"  {words:22} {wall:6.1f} ms, processor {processor:6.1f} ms")
        before = now
    slowest = statistics.median(run["ours"]["slowest"].wall for run in runs)
    print(f"  longest step after the first paint {slowest:.0f} ms (bar 50)")


def main() -> None:
    """Measure all in turn; print the ratios of the best and of the median, and where the time goes."""
    comments = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 11
    folder = store(comments)
    # As a clerk left it, but of the size that a new window has on a large screen, which offscreen there is not.
    (folder / "window.ini").write_text("[General]\nhearing=1\npage=comments\n", encoding="utf-8")

    def once() -> dict[str, Moments]:
        return {"bare": start(BARE), "plain": start(PLAIN), "ours": start(OURS, "--data", str(folder))}

    once()
    runs = [once() for _ in range(count)]
    print(f"{comments:,} comments, {count} starts each")
    ratios(runs)
    stages(runs)


if __name__ == "__main__":
    main()
