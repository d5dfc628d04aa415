"""From the sheets of a workbook to its tables: those that go on over several sheets, and the one to use."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from frhearing.intake.draft import SourceRow, Table, Unreadable
from frhearing.intake.formats.workbook.dates import with_dates
from frhearing.intake.formats.workbook.marks import BookMarks, Marks, Sheet
from frhearing.intake.grid import Grid, unique_names
from frhearing.intake.layout import Span, known_names, names_columns
from frhearing.intake.rows import RawRows
from frhearing.intake.suggest import suggest

_SHEET: Final = "Sheet"
_MANY_COLUMNS: Final = 4
_HEADER_DEPTH: Final = 30
"""How far down a sheet a header over two rows is looked for."""


@dataclass(slots=True)
class _Found:
    """One table: the sheets it is from, in their order, and whether they show."""

    table: Table
    sheets: list[str]
    visible: bool
    columns: list[int]


class Workbook:
    """The tables of a workbook, with what a clerk should know about them."""

    def __init__(self, file: str, sheets: Sequence[Sheet], marks: BookMarks) -> None:
        """Raises Unreadable where no sheet has rows under a header, or any rows at all."""
        self.file = file
        self.notes: list[str] = []
        self._marks = marks
        self._sheets = sheets
        self._found: list[_Found] = []
        self._height = max((len(sheet.rows) for sheet in sheets), default=0)
        for number, sheet in enumerate(sheets):
            self._take(number, sheet)
        self.tables = tuple(self._dated(found) for found in self._found)
        if not any(table.rows for table in self.tables):
            raise Unreadable(self._nothing())
        self.chosen = self._choose()
        if not self._found[self.chosen].visible:
            self.notes.append(f"The comments of “{file}” stand on the hidden {self._found[self.chosen].table.place}.")

    @property
    def not_read(self) -> list[str]:
        """Phrases for all that is in the workbook but not in the table to use."""
        aside = [
            f"“{self.file}”: the table on the {'' if found.visible else 'hidden '}{found.table.described}"
            for number, found in enumerate(self._found)
            if number != self.chosen
        ]
        beside = [
            f"“{self.file}”, sheet “{sheet.name}”: {phrase}" for sheet in self._sheets for phrase in sheet.marks.aside
        ]
        return aside + beside + [f"“{self.file}”: {phrase}" for phrase in self._marks.aside]

    def _take(self, number: int, sheet: Sheet) -> None:
        """Cut a sheet into tables; one that goes on where a sheet before it ends becomes more rows of that one."""
        where = f"“{self.file}”, sheet “{sheet.name}”"
        self.notes += sheet.marks.notes(where, sheet.rows)
        two_rows = _join_header(sheet)
        if two_rows is not None:
            self.notes.append(f"{where}: rows {two_rows + 1} and {two_rows + 2} name the columns; both were read.")
        grid = Grid(self.file, RawRows((), sheet.rows), f"sheet “{sheet.name}”")
        self.notes += grid.notes
        first_row = min((span.members[0] for span in grid.layout.spans if span.members), default=0)
        self.notes += sheet.marks.told_of_merged(where, first_row)
        for span in grid.layout.spans:
            earlier = self._continued(grid, span, sheet) if number else None
            if earlier is None:
                columns = grid.columns(span)
                self._found.append(_Found(grid.table(span, columns), [sheet.name], sheet.visible, columns))
            else:
                self._go_on(earlier, grid.table(span, earlier.columns), number, sheet)

    def _continued(self, grid: Grid, span: Span, sheet: Sheet) -> _Found | None:
        """Return the table of an earlier sheet that this one goes on: the same header, or none and the same columns."""
        head = grid.table(_upper_part(span)).header if span.header is not None else ()
        for found in self._found:
            if found.visible != sheet.visible or sheet.name in found.sheets or not found.table.rows:
                continue
            names = _own_names(found)
            if head and head == names and len(names) > 1:
                return found
            if len(grid.layout.spans) == 1 and _headless(grid, span, found):
                if span.header is not None:
                    span.members.insert(0, span.header)
                    span.header = None
                return found
        return None

    def _go_on(self, found: _Found, more: Table, number: int, sheet: Sheet) -> None:
        """Add the rows of a later sheet, numbered on so that each number stays one row, with the sheet's name."""
        step = 10 ** len(str(self._height))
        if len(found.sheets) == 1:
            first = found.sheets[0]
            names = unique_names([*found.table.header, _SHEET], range(len(found.table.header) + 1))
            rows = [SourceRow(row.number, [*row.cells, first]) for row in found.table.rows]
            found.table = replace(found.table, header=names, rows=rows)
        rows = list(found.table.rows)
        rows += [SourceRow(number * step + row.number, [*row.cells, sheet.name]) for row in more.rows]
        found.sheets.append(sheet.name)
        found.table = replace(found.table, rows=rows, place=f"sheets “{found.sheets[0]}” to “{sheet.name}”")
        self.notes.append(
            f"“{self.file}”: sheet “{sheet.name}” goes on with the columns of sheet “{found.sheets[0]}”; its rows are "
            f"numbered from {number * step + 1:,} on, and the column “{found.table.header[-1]}” says which is whose."
        )

    def _dated(self, found: _Found) -> Table:
        table, notes = with_dates(found.table, self._marks.from_1904)
        self.notes += notes
        return table

    def _choose(self) -> int:
        """Choose the table with texts and most rows; a hidden sheet only where none that shows has texts."""
        worth = [
            (bool(suggest(found.table).mapping.text_column), found.visible, len(found.table.rows))
            for found in self._found
        ]
        return max(range(len(worth)), key=worth.__getitem__)

    def _nothing(self) -> str:
        """Return the sentence for a workbook in which there is nothing to import."""
        beside = [phrase for sheet in self._sheets for phrase in sheet.marks.aside] + self._marks.aside
        holds = f" It holds {', '.join(beside[:5])}, which this version does not read." if beside else ""
        only = "only the names of columns and no rows" if self._found else "no rows"
        return f"“{self.file}” holds {only}; nothing was imported.{holds}"


def _upper_part(span: Span) -> Span:
    """Return a span with its first rows only: enough to tell its columns."""
    return Span(span.header, span.width, span.used, span.members[:200], [])


def _own_names(found: _Found) -> tuple[str, ...]:
    """Return the names of a table's columns without the one that says which sheet a row is from."""
    return found.table.header if len(found.sheets) == 1 else found.table.header[:-1]


def _headless(grid: Grid, span: Span, found: _Found) -> bool:
    """Tell whether a span has no header of its own and the same columns as a table that has one.

    A first row that could be a header is one of data only among many columns: a list of codes has two.
    """
    if found.table.header_row is None or known_names(found.table.header) < 2:
        return False
    columns = grid.columns(span)
    if span.header is not None and (known_names(grid.raw.rows[span.header]) or len(columns) < _MANY_COLUMNS):
        return False
    return len(columns) > 1 and set(columns) <= set(found.columns) and columns[-1] == found.columns[-1]


def _join_header(sheet: Sheet) -> int | None:
    """Join a header over two rows (``Commenter`` merged above ``First`` and ``Last``) into the lower of them.

    Returns the index of the upper one, None where there is no such header.
    """
    for block in sorted(sheet.marks.merged):
        if block.top >= min(_HEADER_DEPTH, len(sheet.rows) - 1):
            break
        if block.bottom == block.top and block.right > block.left:
            joined = list(_joined_names(sheet.rows[block.top], sheet.rows[block.top + 1], sheet.marks, block.top))
            if joined:
                sheet.rows[block.top + 1] = joined
                sheet.rows[block.top] = [""] * len(joined)
                return block.top
    return None


def _joined_names(upper: list[str], lower: list[str], marks: Marks, row: int) -> Iterator[str]:
    """Give the names of a header over two rows, nothing where the two rows are none."""
    above = list(upper)
    under: set[int] = set()
    for block in marks.merged:
        if block.top == block.bottom == row:
            for column in range(block.left, min(block.right + 1, len(above))):
                above[column] = upper[block.left]
                under.add(column)
    named = [lower[column] for column in under if lower[column].strip()]
    beside = [column for column in range(len(lower)) if column not in under]
    # A title over the whole table has no columns beside it; a row of data is not blank below them.
    if len(named) < 2 or not beside or any(lower[column].strip() for column in beside):
        return
    if not names_columns(named) or not any(upper[column].strip() for column in beside):
        return
    for top, name in zip(above, lower, strict=True):
        alone = name.strip() and lower.count(name) == 1
        yield name if alone else " ".join(filter(None, (top.strip(), name.strip())))
