"""How long 50,000 rows take from an XLSX and from a CSV file to records that can be searched.

Run: ``python tests/bench/bench_sheets.py [ROWS]``. All of it counts: child process, codes, what is already here, the
original kept, numbers, change log, search index, COMMIT to the disk. Bars: 10,000 rows a second, a cancel within one
second, and another thread (the window's) never kept waiting for more than 100 ms.
"""

import csv
import gc
import sys
import tempfile
import threading
import time
from pathlib import Path

from bench_import import Pulse, make_export
from openpyxl import Workbook

from frhearing.desk import importing
from frhearing.desk.desk import Desk, open_desk
from frhearing.desk.hearings import create_hearing
from frhearing.desk.searching import count_hits
from frhearing.model.errors import Cancelled
from frhearing.model.hearing import NewHearing
from frhearing.model.question import NewQuestion

ROWS_A_SECOND = 10_000
LONGEST_GAP = 0.1
LONGEST_CANCEL = 1.0


def make_workbook(export: Path, path: Path) -> None:
    """Write the rows of a CSV file as a workbook."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Comments")
    with export.open(encoding="utf-8", newline="") as rows:
        for row in csv.reader(rows):
            sheet.append(row)
    book.save(path)


def import_once(desk: Desk, hearing: int, file: Path) -> tuple[float, float, int, float, float]:
    """Seconds for reading with planning and for storing, the comments added, the longest gap, processor seconds."""
    gc.collect()
    pulse = Pulse()
    start, worked = time.perf_counter(), time.process_time()
    plan = importing.read_files(desk, hearing, [file])
    planned = time.perf_counter()
    result, _ = importing.add(desk, plan)
    stored = time.perf_counter()
    return planned - start, stored - planned, result.added, pulse.stop(), time.process_time() - worked


def time_to_cancel(desk: Desk, hearing: int, file: Path, after: float) -> float:
    """Seconds between asking for an end, so long after the start, and the end of reading or storing."""
    asked = [0.0]

    def cancelled() -> bool:
        return bool(asked[0])

    def ask() -> None:
        asked[0] = time.perf_counter()

    timer = threading.Timer(after, ask)
    timer.start()
    try:
        plan = importing.read_files(desk, hearing, [file], cancelled=cancelled)
        importing.add(desk, plan, cancelled=cancelled)
    except Cancelled:
        return time.perf_counter() - asked[0]
    finally:
        timer.cancel()
    return 0.0


def new_hearing(desk: Desk) -> int:
    """Return the number of a new hearing with one question."""
    new = NewHearing("Bench", "Council", "2026-02-26", questions=(NewQuestion("A question"),))
    return create_hearing(desk, new)[0]


def measure(name: str, file: Path, rows: int, folder: Path) -> bool:
    """Print the figures of one file; tells whether all bars are met."""
    with open_desk(folder / f"data-{name}") as desk:
        reading, storing, added, gap, worked = import_once(desk, new_hearing(desk), file)
        whole = reading + storing
        print(
            f"{name}: {rows / whole:,.0f} rows a second (bar {ROWS_A_SECOND:,}); {whole:.2f} s: reading {reading:.2f} "
            f"({reading / whole:.0%}), storing {storing:.2f} ({storing / whole:.0%})"
        )
        print(f"{name}: the program itself worked {worked:.2f} s; on a busy machine the rest is waiting for a turn")
        print(f"{name}: longest gap of another thread {gap * 1000:.0f} ms (bar {LONGEST_GAP * 1000:.0f})")
        hearing = new_hearing(desk)
        waits = [time_to_cancel(desk, hearing, file, share * whole) for share in (0.05, 0.15, 0.3, 0.5, 0.7, 0.85)]
        left = count_hits(desk, "a*", hearing)[0]
        print(f"{name}: cancelled at six moments, longest wait {max(waits) * 1000:.0f} ms, {left} comments left behind")
    fast = rows / whole >= ROWS_A_SECOND and gap <= LONGEST_GAP and max(waits) <= LONGEST_CANCEL
    return fast and added == rows and not left


def main() -> int:
    """Print the figures of both files; exit 1 if a bar is missed."""
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else 50_000
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        export, book = folder / "export.csv", folder / "export.xlsx"
        make_export(export, rows)
        make_workbook(export, book)
        met = [measure("CSV", export, rows, folder), measure("XLSX", book, rows, folder)]
    return 0 if all(met) else 1


if __name__ == "__main__":
    sys.exit(main())
