"""From a key to the painted answer while tagging, and from a search to its first 50 hits, in a large store.

Usage: python tests/bench/bench_keys.py [COMMENTS]     (100,000 if none are given)

Bars: key to paint p95 ≤ 50 ms; first 50 hits of any search ≤ 20 ms. The store is made once, by importing a
table, and kept in the system's folder for temporary files. A key is sent as Qt sends it; its time ends when
everything that it made dirty has been painted. Background work goes on meanwhile, as it does for a clerk.
"""

import csv
import os
import random
import statistics
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path[:0] = [str(Path(__file__).resolve().parents[2])]

_VOCABULARY = """
the a police council pause camera face policy street neighbor record vote letter hearing lawful public safety
privacy wrong arrest machine photo grandson evidence detective ordinance budget oversight trust community testimony
committee district question answer support oppose keep lift write rule draft date
"""
WORDS = _VOCABULARY.split()
SEARCHES = ("the", "po", "pause", "grandson photo", "wrong arrest machine", "th", "unlikelyword", "Name 4711")


def store(comments: int) -> Path:
    """Make the store unless it is there, and return its folder."""
    from frhearing.desk import codebook, hearings, importing
    from frhearing.desk.desk import open_desk
    from frhearing.model.hearing import NewHearing
    from frhearing.model.question import NewQuestion

    folder = Path(tempfile.gettempdir()) / f"frhearing-bench-{comments}"
    if (folder / "made").exists():
        return folder
    folder.mkdir(parents=True, exist_ok=True)
    source = folder / "comments.csv"
    some = random.Random(7)
    with source.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out)
        writer.writerow(("Name", "Comment", "Group", "Received Date", "Position"))
        for n in range(comments):
            text = " ".join(some.choices(WORDS, k=79)).capitalize() + "."
            stance = some.choice(("support", "oppose", "mixed", "neutral", ""))
            writer.writerow((f"Name {n}", text, some.choice(("Resident", "Faith")), f"2026-02-{n % 28 + 1:02}", stance))
    with open_desk(folder, who="bench") as desk:
        questions = (NewQuestion("Keep it?", "Keep it", "Lift it"),)
        hearing, _ = hearings.create_hearing(desk, NewHearing("Bench", "Council", "2026-02-26", questions=questions))
        for name in WORDS[1:10]:
            codebook.add_theme(desk, hearing, name)
        importing.add(desk, importing.read_files(desk, hearing, [source]))
    (folder / "made").touch()
    return folder


def keys(folder: Path, rounds: int = 150) -> list[float]:
    """Tag comments by keys in the real window; returns the milliseconds of each key."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from frhearing.desk.desk import open_desk
    from frhearing.ui import theme
    from frhearing.ui.main_window import MainWindow
    from frhearing.ui.session import Session
    from frhearing.ui.shell.window_settings import WindowSettings

    app = QApplication.instance() or QApplication([])
    theme.install(app, "light", 1.0)
    session = Session(open_desk(folder, who="bench"))
    window = MainWindow(session, WindowSettings(folder / "window.ini"))
    window.resize(1366, 740)
    session.open_hearing(1)
    window.show()
    window.activateWindow()
    window.go("comments")
    page = window.navigator.page
    while session.background.busy or not len(page.space.list.model.ids):
        app.processEvents()
    view = page.space.list.view
    view.setFocus()
    spent: list[float] = []
    answers = [Qt.Key.Key_S, Qt.Key.Key_1, Qt.Key.Key_5, Qt.Key.Key_O, Qt.Key.Key_Return, Qt.Key.Key_J]
    for _ in range(rounds):
        for key in answers:
            started = time.perf_counter()
            QTest.keyClick(view, key)
            app.processEvents()
            spent.append((time.perf_counter() - started) * 1000)
            QTest.qWait(15)
    session.background.wait()
    app.processEvents()
    window.close()
    return spent


def searches(folder: Path) -> dict[str, tuple[float, float]]:
    """Return the milliseconds of the first 50 hits of each search: the median and the slowest of fifteen."""
    from frhearing.desk import searching
    from frhearing.desk.desk import open_desk

    found: dict[str, tuple[float, float]] = {}
    with open_desk(folder, writing=False) as desk:
        searching.search(desk, "warm", 1)
        for query in SEARCHES:
            times = []
            for _ in range(15):
                started = time.perf_counter()
                searching.search(desk, query, 1)
                times.append((time.perf_counter() - started) * 1000)
            found[query] = (statistics.median(times), max(times))
    return found


def main() -> None:
    """Measure and print both, with their bars."""
    comments = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    folder = store(comments)
    spent = sorted(keys(folder))
    p95 = spent[int(len(spent) * 0.95)]
    print(f"{comments:,} comments, {len(spent)} keys")
    print(f"key to paint: p50 {statistics.median(spent):.1f} ms, p95 {p95:.1f} ms, worst {spent[-1]:.1f} ms")
    print(f"key to paint: p95 is {p95 / 50:.2f} of the bar of 50 ms")
    for query, (median, slowest) in searches(folder).items():
        print(
            f"first 50 hits of {query!r}: {median:.2f} ms (bar 20: ratio {median / 20:.2f}), slowest {slowest:.2f} ms"
        )


if __name__ == "__main__":
    main()
