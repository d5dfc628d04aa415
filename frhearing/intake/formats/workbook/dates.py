"""Days that a spreadsheet shows as bare numbers, because their cells were never formatted as dates."""

import re
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final

from frhearing.intake.draft import SourceRow, Table
from frhearing.intake.formats.workbook.cells import text_of
from frhearing.intake.words import COLUMN_WORDS, plain

_SERIAL: Final = re.compile(r"[1-9]\d{4}(?:\.\d+)?")
_FIRST: Final = 25_569
_LAST: Final = 73_050
"""The numbers of 1970-01-01 and 2099-12-31: a number outside them was hardly meant as the day of a comment."""
_FROM_1900: Final = datetime(1899, 12, 30)
_FROM_1904: Final = datetime(1904, 1, 1)
_DAYS_BETWEEN: Final = 1462


def with_dates(table: Table, from_1904: bool) -> tuple[Table, list[str]]:
    """Write the numbers of days in columns that are called dates as those dates; tells of each column in a note."""
    named = [at for at, name in enumerate(table.header) if plain(name) in COLUMN_WORDS["received"]]
    notes: list[str] = []
    for at in named:
        serials = [row.cells[at] for row in table.rows if _is_serial(row.cells[at], from_1904)]
        if not serials:
            continue
        table = replace(table, rows=[_dated(row, at, from_1904) for row in table.rows])
        count = "1 cell holds" if len(serials) == 1 else f"{len(serials):,} cells hold"
        where = f"“{table.file}”, {table.place}" if table.place else f"“{table.file}”"
        notes.append(
            f"{where}: in the column “{table.header[at]}” {count} the number of a day; "
            f"{serials[0]} was read as {_date(serials[0], from_1904)}, and so on."
        )
    return table, notes


def _is_serial(cell: str, from_1904: bool) -> bool:
    if not _SERIAL.fullmatch(cell):
        return False
    return _FIRST <= float(cell) + (_DAYS_BETWEEN if from_1904 else 0) <= _LAST


def _dated(row: SourceRow, at: int, from_1904: bool) -> SourceRow:
    cell = row.cells[at]
    if not _is_serial(cell, from_1904):
        return row
    return SourceRow(row.number, [*row.cells[:at], _date(cell, from_1904), *row.cells[at + 1 :]])


def _date(cell: str, from_1904: bool) -> str:
    """Return the date of a serial number, to the second: its fraction is the part of the day gone by."""
    days = timedelta(seconds=round(float(cell) * 86_400))
    return text_of((_FROM_1904 if from_1904 else _FROM_1900) + days)
