"""What a sheet holds beside the values of its cells, and the sentences that tell a clerk of it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from frhearing.intake.formats.workbook.cells import cell_name, column_name, some, spans

Place = tuple[int, int]
"""Row and column of a cell, both counted from 0."""

_MOST_MERGED: Final = 5
_LONGEST_FORMULA: Final = 60


class Block(NamedTuple):
    """Cells that were merged into one: its first and last row and its first and last column, all counted from 0."""

    top: int
    bottom: int
    left: int
    right: int

    @property
    def name(self) -> str:
        """Its first and last cell: ``A5:A7``."""
        return f"{cell_name(self.top, self.left)}:{cell_name(self.bottom, self.right)}"


@dataclass(slots=True)
class Marks:
    """What was found on one sheet beside its values.

    ``formulas`` are written with their ``=`` (empty where the format hides their words); ``uncached`` are those
    without a value. ``shown`` are the cells whose text is not that of their value: errors and numbers with leading
    zeros. ``aside`` are phrases for what is not in the cells: ``2 notes on cells (B2 and C5)``.
    """

    formulas: dict[Place, str] = field(default_factory=dict)
    uncached: set[Place] = field(default_factory=set)
    errors: dict[Place, str] = field(default_factory=dict)
    shown: dict[Place, str] = field(default_factory=dict)
    hidden_rows: list[int] = field(default_factory=list)
    hidden_columns: list[int] = field(default_factory=list)
    merged: list[Block] = field(default_factory=list)
    aside: list[str] = field(default_factory=list)

    def put_right(self, rows: list[list[str]]) -> None:
        """Write into the rows what their values do not say: errors, leading zeros, formulas without a value."""
        if not (self.errors or self.shown or self.uncached):
            return
        _fit(rows, [*self.errors, *self.shown, *self.uncached])
        for texts in (self.errors, self.shown, {place: self.formulas[place] for place in self.uncached}):
            for (row, column), text in texts.items():
                rows[row][column] = text

    def notes(self, where: str, rows: list[list[str]]) -> Iterator[str]:
        """Give the sentences for a sheet; ``where`` is its name for a sentence, ``rows`` are put right already."""
        valued = {place: text for place, text in self.formulas.items() if place not in self.uncached}
        if valued:
            yield f"{where}: {_cells(valued)} by formula; the value last worked out was taken ({_told(valued, rows)})."
        if self.uncached:
            named = some(cell_name(*place) for place in sorted(self.uncached))
            yield (
                f"{where}: {_cells(self.uncached)} by formula, but its value was never worked out; what was typed "
                f"there was taken as text. Check {named}."
            )
        if self.errors:
            named = some(f"{cell_name(*place)} {text}" for place, text in sorted(self.errors.items()))
            holds = "1 cell holds" if len(self.errors) == 1 else f"{len(self.errors):,} cells hold"
            yield f"{where}: {holds} an error instead of a value; check {named}."
        if self.hidden_rows:
            rows_are = "row {} is" if len(set(self.hidden_rows)) == 1 else "rows {} are"
            yield f"{where}: {rows_are.format(spans(self.hidden_rows))} hidden there, and read like all others."
        if self.hidden_columns:
            columns_are = "column {} is" if len(set(self.hidden_columns)) == 1 else "columns {} are"
            named = some(column_name(column) for column in sorted(set(self.hidden_columns)))
            yield f"{where}: {columns_are.format(named)} hidden there, and read like all others."

    def told_of_merged(self, where: str, first_row: int) -> Iterator[str]:
        """Give the sentence for merged cells among the rows from ``first_row`` on, counted from 0."""
        named = [block.name for block in self.merged if block.bottom >= first_row and block.bottom > block.top]
        if named:
            yield (
                f"{where}: cells merged over several rows ({some(named, _MOST_MERGED)}); what they say stands "
                "in the first of these rows only."
            )


@dataclass(slots=True)
class Sheet:
    """One sheet: its name, whether it shows, its rows as text (all of one width), what was found beside them."""

    name: str
    visible: bool
    rows: list[list[str]] = field(default_factory=list)
    marks: Marks = field(default_factory=Marks)


@dataclass(slots=True)
class BookMarks:
    """The marks of a workbook: those of its sheets by name, what belongs to none, the year its dates count from."""

    sheets: dict[str, Marks] = field(default_factory=dict)
    aside: list[str] = field(default_factory=list)
    from_1904: bool = False


def counted(number: int, one: str, many: str = "") -> str:
    """Write a number with its word: ``1 picture``, ``2 pictures``."""
    return f"1 {one}" if number == 1 else f"{number:,} {many or one + 's'}"


def _cells(found: Mapping[Place, str] | set[Place]) -> str:
    return "1 cell is filled" if len(found) == 1 else f"{len(found):,} cells are filled"


def _told(formulas: Mapping[Place, str], rows: list[list[str]]) -> str:
    """Tell the first formulas with their values."""
    told = []
    for row, column in sorted(formulas):
        formula = formulas[row, column]
        if len(formula) > _LONGEST_FORMULA:
            formula = formula[:_LONGEST_FORMULA] + "…"
        value = rows[row][column] if row < len(rows) and column < len(rows[row]) else ""
        short = value if len(value) <= _LONGEST_FORMULA else value[:_LONGEST_FORMULA] + "…"
        told.append(" ".join(filter(None, (cell_name(row, column), formula))) + (f" is “{short}”" if short else ""))
        if len(told) > 3:
            break
    more = len(formulas) - 3
    return "; ".join(told[:3]) + (f"; and {more:,} more" if more > 0 else "")


def _fit(rows: list[list[str]], places: list[Place]) -> None:
    """Make the rows large enough for every place, all of one width."""
    height = max(row for row, _ in places) + 1
    width = max(column for _, column in places) + 1
    before = len(rows[0]) if rows else 0
    if width > before:
        for row in rows:
            row += [""] * (width - before)
    width = max(width, before)
    rows += [[""] * width for _ in range(height - len(rows))]
