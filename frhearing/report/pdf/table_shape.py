"""The shape of a table before it is set: the size of its type, and where its columns begin and end."""

from typing import NamedTuple

from frhearing.report.document import Cell, Table, TableRow
from frhearing.report.pdf.flow import Flow
from frhearing.report.pdf.lines import break_text
from frhearing.report.pdf.sheet import CellStyles
from frhearing.report.pdf.style import TextStyle

_GUTTER, _NARROW_GUTTER = 12.0, 8.0
_PAD = 2.6
_MARK_INDENT = 11.0
_ROWS_LOOKED_AT = 200
_LONG_WORD = 18
"""Words of more letters, such as addresses of the web, may be cut in a cell."""


class Shape(NamedTuple):
    """Type and columns of one table; lengths are points. The outer columns are flush with the margins."""

    styles: CellStyles
    scale: float
    edges: list[tuple[float, float]]

    @property
    def pad(self) -> float:
        """The room above and below the text of a row."""
        return _PAD * self.scale

    def style(self, row: TableRow) -> TextStyle:
        """The style of a row's cells."""
        return self.styles.strong if row.total else self.styles.cell

    def indent(self, cell: Cell) -> float:
        """How far the text of a cell is set in behind its mark."""
        return _MARK_INDENT * self.scale if cell.mark else 0.0

    def row_height(self, row: TableRow) -> float:
        """The height of a row with the room above and below its text."""
        style = self.style(row)
        lines = (
            len(break_text(cell.text, style, right - left - self.indent(cell)).lines)
            for cell, (left, right) in zip(row.cells, self.edges, strict=True)
        )
        return max(lines) * style.leading + 2 * self.pad

    def header_height(self, table: Table) -> float:
        """The height of the header row."""
        titles = (
            break_text(column.title, self.styles.head, right - left).lines
            for column, (left, right) in zip(table.columns, self.edges, strict=True)
        )
        return max(map(len, titles)) * self.styles.head.leading + self.pad


def shaped(flow: Flow, table: Table) -> Shape:
    """The shape at the largest size of type at which no word is cut.

    Type grows smaller in large print only, and stays well above that of standard print.
    """
    scales = [flow.scale, *flow.styles.smaller]
    for scale in scales:
        styles = flow.styles.cells(scale)
        least = [_least(table, place, styles, scale) for place in range(len(table.columns))]
        for gutter in (_GUTTER, _NARROW_GUTTER):
            usable = flow.width - gutter * (len(table.columns) - 1)
            if sum(least) <= usable:
                return Shape(styles, scale, _edges(flow, _widths(table, least, usable), gutter))
    squeezed = [usable * wide / sum(least) for wide in least]
    return Shape(styles, scale, _edges(flow, squeezed, gutter))


def _edges(flow: Flow, widths: list[float], gutter: float) -> list[tuple[float, float]]:
    """Left and right edge of the text of each column."""
    edges = []
    at = flow.left
    for wide in widths:
        edges.append((at, at + wide))
        at += wide + gutter
    return edges


def _widths(table: Table, least: list[float], usable: float) -> list[float]:
    """The widths of the columns: by their shares, but none too narrow for its longest word while others are wide."""
    widths = [0.0] * len(least)
    free = set(range(len(least)))
    while True:
        room = usable - sum(widths[place] for place in range(len(least)) if place not in free)
        whole = sum(table.columns[place].share for place in free)
        for place in free:
            widths[place] = room * table.columns[place].share / whole
        narrow = {place for place in free if widths[place] < least[place]}
        if not narrow:
            return widths
        for place in narrow:
            widths[place] = least[place]
        free -= narrow


def _least(table: Table, place: int, styles: CellStyles, scale: float) -> float:
    """The width of the longest word of a column's header, and of what must not be cut in its cells."""
    column = table.columns[place]
    least = max(styles.head.width(word) for word in column.title.split(" "))
    for row in table.rows[:_ROWS_LOOKED_AT]:
        cell = row.cells[place]
        style = styles.strong if row.total else styles.cell
        if column.numbers and not any(map(str.isalpha, cell.text)):
            least = max(least, style.width(cell.text))
            continue
        indent = _MARK_INDENT * scale if cell.mark else 0.0
        words = cell.text.split()
        least = max(least, *(style.width(word) + indent for word in words if len(word) <= _LONG_WORD), 0.0)
    return least
