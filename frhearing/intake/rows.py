"""The rows of a table file as they stand, cell for cell; a row whose quotation marks do not close is set apart."""

import csv
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Final

from frhearing.intake.dialect import Dialect

_STEP: Final = 4096
_LOOK_AHEAD: Final = 200
"""How many lines one row may have when its beginning is looked for after a damaged one."""


@dataclass(slots=True)
class RawRows:
    """Rows in their order, blank ones as empty lists; ``starts`` are the lines on which they begin, from 0.

    ``damaged`` are the indices of rows that could not be parted into cells.
    """

    lines: Sequence[str]
    rows: list[list[str]] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    damaged: set[int] = field(default_factory=set)

    def raw(self, index: int) -> str:
        """Return a row exactly as it stands in the file, its line end included."""
        end = self.starts[index + 1] if index + 1 < len(self.starts) else len(self.lines)
        return "".join(self.lines[self.starts[index] : end])


def read_rows(lines: Sequence[str], dialect: Dialect, progress: Callable[[int], None]) -> RawRows:
    """Part every line into cells. ``progress`` is told the number of lines done, every few thousand."""
    raw = RawRows(lines)
    begin = 0
    while begin < len(lines):
        begin = _read_on(raw, begin, dialect, progress)
        if begin < len(lines):
            raw.damaged.add(len(raw.rows))
            raw.rows.append([])
            raw.starts.append(begin)
            begin = _next_whole_row(raw, begin + 1, dialect)
    return raw


def _read_on(raw: RawRows, begin: int, dialect: Dialect, progress: Callable[[int], None]) -> int:
    """Read whole rows from a line on; gives the line of the first damaged row, or the number of lines."""
    reader = dialect.reader(iter(raw.lines) if not begin else islice(raw.lines, begin, None))
    start = begin
    add_row, add_start = raw.rows.append, raw.starts.append
    try:
        for cells in reader:
            add_row(cells)
            add_start(start)
            start = begin + reader.line_num
            if not len(raw.rows) % _STEP:
                progress(start)
    except csv.Error:
        return start
    return len(raw.lines)


def _next_whole_row(raw: RawRows, begin: int, dialect: Dialect) -> int:
    """Find the line after a damaged row on which the next row surely begins.

    Letters have line ends and commas of their own, so a line in the middle of one may look like a row.
    It is taken for one only if it has the usual width and its first cell is shaped like those before it.
    """
    shapes = {_shape(cells[0]) for cells in raw.rows if len(cells) == dialect.width}
    for line in range(begin, len(raw.lines)):
        if not raw.lines[line].strip("\r\n"):
            continue
        try:
            cells = next(dialect.reader(islice(raw.lines, line, line + _LOOK_AHEAD)))
        except (csv.Error, StopIteration):
            continue
        if len(cells) == dialect.width and (not shapes or _shape(cells[0]) in shapes):
            return line
    return len(raw.lines)


def _shape(cell: str) -> str:
    """Return a cell with every word replaced by one letter: ``USDA-2017-0002`` has the shape ``w-w-w``."""
    return re.sub(r"[^\W_]+", "w", cell[:80])
