"""How long importing 100,000 CSV rows takes, against sqlite-utils' own CSV insert of the same file with FTS enabled.

Run: ``python tests/bench/bench_import.py [ROWS]``. Ours is everything: child process, codes, what is already here,
the original kept, numbers, change log, search index with prefixes, counters, COMMIT to the disk. The bar is 3.
"""

import csv
import itertools
import random
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

from frhearing.desk import importing
from frhearing.desk.desk import Desk, open_desk
from frhearing.desk.hearings import create_hearing
from frhearing.model.hearing import NewHearing
from frhearing.model.question import NewQuestion

BAR = 3.0
WORDS_EACH = 79


def make_export(path: Path, rows: int) -> None:
    """Write a portal's export: made-up names and texts of 79 words with a natural spread of frequencies."""
    rng = random.Random(1)
    letters = "etaoinshrdlucmfwypvbgkjqxz"
    words = ["".join(rng.choices(letters, k=rng.randint(2, 11))) for _ in range(30_000)]
    spread = list(itertools.accumulate(1 / rank for rank in range(1, len(words) + 1)))
    with path.open("w", newline="", encoding="utf-8") as out:
        writer = csv.writer(out)
        writer.writerow(["ID", "Name", "Organization", "Position", "Received", "Comment"])
        for number in range(rows):
            name = f"{rng.choice(words).title()} {rng.choice(words).title()}"
            organization = rng.choice(words) if number % 5 == 0 else ""
            stance = rng.choice(["support", "oppose", "mixed", ""])
            received = f"{rng.randint(1, 12)}/{rng.randint(1, 28)}/2026"
            text = " ".join(rng.choices(words, cum_weights=spread, k=WORDS_EACH))
            writer.writerow([f"C-{number:07}", name, organization, stance, received, text])


def by_sqlite_utils(export: Path, folder: Path) -> float:
    """Seconds for the same file through sqlite-utils' own command line."""
    store = folder / "sqlite-utils.db"
    tool = str(Path(sys.executable).with_name("sqlite-utils"))
    start = time.perf_counter()
    subprocess.run([tool, "insert", str(store), "comments", str(export), "--csv"], check=True, capture_output=True)
    subprocess.run([tool, "enable-fts", str(store), "comments", "Comment", "Name", "Organization"], check=True)
    return time.perf_counter() - start


def by_us(desk: Desk, hearing: int, export: Path) -> tuple[float, float, int]:
    """Seconds for reading with planning and for adding, and the number of comments added."""
    start = time.perf_counter()
    plan = importing.read_files(desk, hearing, [export])
    planned = time.perf_counter()
    result, _ = importing.add(desk, plan)
    return planned - start, time.perf_counter() - planned, result.added


class Pulse:
    """Notes the longest time for which another thread, such as the window's, could not run."""

    def __init__(self) -> None:
        self.longest = 0.0
        self._running = True
        self._thread = threading.Thread(target=self._beat)
        self._thread.start()

    def _beat(self) -> None:
        last = time.perf_counter()
        while self._running:
            time.sleep(0.002)
            now = time.perf_counter()
            self.longest, last = max(self.longest, now - last), now

    def stop(self) -> float:
        """End it and return the longest gap in seconds."""
        self._running = False
        self._thread.join()
        return self.longest


def main() -> int:
    """Print the times and their ratio; exit 1 if the bar is missed."""
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        export = folder / "export.csv"
        make_export(export, rows)
        theirs = by_sqlite_utils(export, folder)
        with open_desk(folder / "data") as desk:
            new = NewHearing("Bench", "Council", "2026-02-26", questions=(NewQuestion("A question"),))
            hearing, _ = create_hearing(desk, new)
            pulse = Pulse()
            reading, adding, added = by_us(desk, hearing, export)
            gap = pulse.stop()
            again, _, none = by_us(desk, hearing, export)
    ours = reading + adding
    print(f"{rows:,} rows, {export.name}: sqlite-utils {theirs:.2f} s")
    print(f"ours {ours:.2f} s: reading {reading:.2f}, adding {adding:.2f}; {added / ours:,.0f} comments a second")
    print(f"ratio {ours / theirs:.2f} (bar {BAR}); the same file again: {again:.2f} s, {none} added")
    print(f"longest gap of another thread meanwhile: {gap * 1000:.0f} ms")
    return 0 if ours <= BAR * theirs and added == rows and none == 0 else 1


if __name__ == "__main__":
    sys.exit(main())
