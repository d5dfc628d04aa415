"""How a table is written: which character parts its columns, and whether a backslash guards its quotes."""

import contextlib
import csv
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Final

from frhearing.intake.words import KNOWN_COLUMNS, plain

if TYPE_CHECKING:
    import _csv

_DELIMITERS: Final = (",", "\t", ";", "|")
_SAMPLE_LINES: Final = 400
_SAMPLE_LETTERS: Final = 1 << 19
_ENOUGH: Final = 0.6
"""A delimiter is believed where at least this share of the rows has the same number of columns."""
_MOST_TABLES: Final = 8
"""Runs of rows of one width that a file of several tables has at most; prose with commas has more."""

# A cell may be a whole letter or a pasted book; csv's own limit is 131,072 letters. C's long holds this anywhere.
csv.field_size_limit(min(sys.maxsize, 2**31 - 1))


@dataclass(frozen=True, slots=True)
class Dialect:
    """A way of writing tables; ``delimiter`` is empty for one column, ``width`` the usual number of columns."""

    delimiter: str
    width: int
    backslash: bool = False

    def reader(self, lines: Iterator[str]) -> "_csv.Reader":
        """Return a strict reader of these lines, which keep their line ends."""
        return csv.reader(
            lines,
            # Parting at a character that never stands in a text keeps one column whole.
            delimiter=self.delimiter or "\x1f",
            quotechar='"',
            doublequote=True,
            escapechar="\\" if self.backslash else None,
            strict=True,
        )


def sniff(lines: Sequence[str]) -> Dialect:
    """Tell from a file's first lines how its table is written."""
    sample = _sample(lines)
    trials = [_try(sample, Dialect(delimiter, 1), index) for index, delimiter in enumerate(_DELIMITERS)]
    share, _, _, best = max(trials, key=lambda trial: trial[:3])
    first = _first_row(sample, best)
    # One column of texts with commas in them names its column; a title above a wider table does not.
    if len(first) == 1 and plain(first[0]) in KNOWN_COLUMNS:
        return Dialect("", 1)
    if best.width < 2 or (share < _ENOUGH and not _names_columns(sample, best) and not _several(sample, best)):
        return Dialect("", 1)
    if share < 1 and any('\\"' in line for line in sample):
        guarded = _try(sample, Dialect(best.delimiter, 1, backslash=True), 0)
        # Backslashes are letters like any other unless only so every row of the sample holds together.
        if guarded[0] == 1 and guarded[3].width == best.width:
            return guarded[3]
    return best


def _sample(lines: Sequence[str]) -> list[str]:
    sample, letters = [], 0
    for line in lines[:_SAMPLE_LINES]:
        sample.append(line)
        letters += len(line)
        if letters > _SAMPLE_LETTERS:
            break
    return sample


def _try(sample: list[str], dialect: Dialect, order: int) -> tuple[float, int, int, Dialect]:
    """Read the sample: the share of rows with the usual width, that width, and a rank among equals."""
    widths: Counter[int] = Counter()
    reader = dialect.reader(iter(sample))
    while True:
        before = reader.line_num
        try:
            cells = next(reader)
        except StopIteration:
            break
        except csv.Error:
            # The sample may end inside a quoted cell; that is no fault of the dialect.
            if reader.line_num < len(sample) or before == 0:
                widths[0] += 1
            continue
        if any(cells):
            widths[len(cells)] += 1
    several = {width: count for width, count in widths.items() if width > 1}
    if not several:
        return 0.0, 1, -order, dialect
    width = max(several, key=lambda w: (several[w], w))
    share = several[width] / sum(widths.values())
    return share, width, -order, Dialect(dialect.delimiter, width, dialect.backslash)


def _names_columns(sample: list[str], dialect: Dialect) -> bool:
    """Tell whether some row of the usual width holds usual names of columns, as in a much damaged table."""
    reader = dialect.reader(iter(sample))
    with contextlib.suppress(csv.Error):
        for cells in reader:
            if len(cells) == dialect.width and sum(plain(cell) in KNOWN_COLUMNS for cell in cells) >= 2:
                return True
    return False


def _several(sample: list[str], dialect: Dialect) -> bool:
    """Tell whether the sample is a few tables of different widths, one below the other."""
    runs = [(width, len(list(rows))) for width, rows in groupby(map(len, filter(any, _rows(sample, dialect))))]
    tables = sum(count for width, count in runs if width > 1 and count > 1)
    return len(runs) <= _MOST_TABLES and tables >= _ENOUGH * sum(count for _, count in runs)


def _rows(sample: list[str], dialect: Dialect) -> Iterator[list[str]]:
    """Give the rows of a sample up to the first that cannot be read."""
    with contextlib.suppress(csv.Error):
        yield from dialect.reader(iter(sample))


def _first_row(sample: list[str], dialect: Dialect) -> list[str]:
    """Return the first row that is not blank; none where it cannot be read."""
    try:
        return next((cells for cells in dialect.reader(iter(sample)) if any(cells)), [])
    except csv.Error:
        return []
