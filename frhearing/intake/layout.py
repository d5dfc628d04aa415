"""Where the tables of a file stand: titles above them, blank rows, headers that repeat, two tables in one file."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from frhearing.intake.rows import RawRows
from frhearing.intake.words import KNOWN_COLUMNS, plain

_VALUE: Final = re.compile(
    r"[-+$€£]?\d[\d.,:/\s-]*%?|\S+@\S+\.\S+|https?://\S+|\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}.*", re.IGNORECASE
)
_SENTENCE: Final = re.compile(r"(?:\S+\s+){3,}\S*[.!]\s*", re.DOTALL)
_PIECE: Final = re.compile(r"\s+\S+\s+\S")  # what stands after the comma of a sentence
_FIGURE: Final = re.compile(r"[-+]?\d[\d.,]*\s?%?")
_SAMPLE: Final = 50
_LONGEST_NAME: Final = 160
_NOTES_ABOVE: Final = 10
"""How many rows of notes may stand above a header without a blank row between."""


@dataclass(slots=True)
class Span:
    """One table by the indices of its rows: the header's (None without one), the data's, and those left out."""

    header: int | None
    width: int
    used: int
    members: list[int] = field(default_factory=list)
    repeated: list[int] = field(default_factory=list)


@dataclass(slots=True)
class Layout:
    """The tables of a file, and the indices of the rows that stand outside them as titles."""

    spans: list[Span] = field(default_factory=list)
    titles: list[int] = field(default_factory=list)


def find_tables(raw: RawRows) -> Layout:
    """Tell the tables of a file apart. A damaged row belongs to the table it stands in."""
    layout = Layout()
    for block in _blocks(raw):
        current = layout.spans[-1] if layout.spans else None
        if current is None or _begins_anew(raw, block, current):
            _start(raw, block, layout)
        else:
            _extend(raw, block, current)
    _drop_preamble(layout)
    return layout


def used(cells: Sequence[str]) -> int:
    """Return how many columns a row uses, counted to its last cell that is not empty."""
    for index in range(len(cells), 0, -1):
        if cells[index - 1].strip():
            return index
    return 0


def names_columns(cells: Sequence[str]) -> bool:
    """Tell whether a row reads like one that names columns: short, no values, no sentences."""
    names = [cell for cell in cells if cell.strip()]
    if not names or len(names) * 2 < used(cells) - next(at for at, cell in enumerate(cells) if cell.strip()):
        return False
    if any(len(name) > _LONGEST_NAME or _VALUE.fullmatch(name.strip()) for name in names):
        return False
    return known_names(cells) > 0 or not any(_SENTENCE.fullmatch(name) or _PIECE.match(name) for name in names)


def known_names(cells: Sequence[str]) -> int:
    """Count the cells that are usual names of columns."""
    return sum(plain(cell) in KNOWN_COLUMNS for cell in cells if len(cell) <= _LONGEST_NAME)


def _blocks(raw: RawRows) -> Iterator[list[int]]:
    """Give the runs of rows between blank ones; a row of another width that names columns begins one too."""
    block: list[int] = []
    width = 0
    for index, cells in enumerate(raw.rows):
        if (cells and (cells[0].strip() or used(cells))) or index in raw.damaged:
            if len(cells) != width:
                if len(block) > 1 and width > 1 and known_names(cells) > 1 and names_columns(cells):
                    yield block
                    block = []
                width = len(cells)
            block.append(index)
        elif block:
            yield block
            block = []
    if block:
        yield block


def _start(raw: RawRows, block: list[int], layout: Layout) -> None:
    """Begin a table at a block: leave out titles, then take the first full row as the header if it reads so."""
    widest = max(used(raw.rows[index]) for index in block[:_SAMPLE])
    first = next((at for at, index in enumerate(block) if used(raw.rows[index]) * 2 >= widest), 0)
    first = _better_header(raw, block, first)
    layout.titles += block[:first]
    head = raw.rows[block[first]]
    header = block[first] if names_columns(head) else None
    members = block[first:] if header is None else block[first + 1 :]
    span = Span(header, len(head), max(used(head), 1))
    layout.spans.append(span)
    _extend(raw, members, span)


def _better_header(raw: RawRows, block: list[int], first: int) -> int:
    """Return the place of a fuller row of known names below one that names no columns: notes stand above a table."""
    filled = [sum(bool(cell.strip()) for cell in raw.rows[index]) for index in block[: first + _NOTES_ABOVE]]
    if names_columns(raw.rows[block[first]]) and known_names(raw.rows[block[first]]):
        return first
    fullest = max(filled[first:])
    at = next(at for at in range(first, len(filled)) if filled[at] == fullest)
    head = raw.rows[block[at]]
    return at if fullest > 1 and names_columns(head) and known_names(head) else first


def _extend(raw: RawRows, block: list[int], span: Span) -> None:
    """Add a block's rows to a table; a row that names the same columns again is set apart."""
    head = raw.rows[span.header] if span.header is not None else None
    for index in block:
        (span.repeated if raw.rows[index] == head else span.members).append(index)


def _begins_anew(raw: RawRows, block: list[int], current: Span) -> bool:
    """Tell whether a block after a blank row is a table of its own and not more rows of the one above."""
    # Titles may stand above the second header too; look at the first row that fills the block.
    widest = max(used(raw.rows[index]) for index in block[:_SAMPLE])
    at = next((at for at, index in enumerate(block) if used(raw.rows[index]) * 2 >= widest), 0)
    head = raw.rows[block[at]]
    if current.header is not None and head == raw.rows[current.header]:
        return False
    if not names_columns(head):
        return current.header is None and not current.members
    if current.used == 1 < used(head) and not current.members:
        return True  # what was taken for a header is a title
    if known_names(head) >= 2 or (len(block) > 1 and used(head) > max(current.used, 1)):
        return True
    return _figures_below(raw, block[at:], current)


def _figures_below(raw: RawRows, block: list[int], current: Span) -> bool:
    """Tell whether figures stand below the first row where the table above has words: sums, votes, a tally of its own.

    Taken for more rows, they would be comments that nobody made.
    """
    head = raw.rows[block[0]]
    above = [raw.rows[index] for index in current.members[:_SAMPLE]]
    figures = False
    for column in range(max(used(raw.rows[index]) for index in block[:_SAMPLE])):
        below = _column([raw.rows[index] for index in block[1:_SAMPLE]], column)
        words = [cell for cell in _column(above, column) if not _FIGURE.fullmatch(cell)]
        if set(words) & set(below):
            return False  # the same codes stand in both: these are more rows
        named = column < len(head) and bool(head[column].strip())
        if len(below) >= (1 if named else 2) and all(map(_FIGURE.fullmatch, below)):
            figures = figures or len(words) * 2 > len(_column(above, column))
    return figures


def _column(rows: Sequence[Sequence[str]], column: int) -> list[str]:
    """Return what stands in a column of rows, without the empty cells."""
    return [row[column].strip() for row in rows if column < len(row) and row[column].strip()]


def _drop_preamble(layout: Layout) -> None:
    """Make titles of what came before the table: one column only, or no header of its own and narrower."""
    while len(layout.spans) > 1:
        head, rest = layout.spans[0], layout.spans[1:]
        widest = max(span.used for span in rest)
        headed = any(span.header is not None for span in rest)
        if not (head.used == 1 < widest or (head.header is None and headed and head.used <= widest)):
            return
        layout.titles += [head.header] if head.header is not None else []
        layout.titles += head.members
        layout.spans.pop(0)
