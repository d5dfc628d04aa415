"""Sets tables: horizontal rules only, the header on every page, rows as tall as they need to be."""

from collections.abc import Sequence

from frhearing.drawing.colours import PRINT
from frhearing.report.document import Cell, Table, TableRow
from frhearing.report.pdf.canvas import Canvas
from frhearing.report.pdf.file import text_string
from frhearing.report.pdf.flow import Flow
from frhearing.report.pdf.items import Link, MarkItem, Rule, TextItem
from frhearing.report.pdf.lines import Line, break_text
from frhearing.report.pdf.set_text import set_continued
from frhearing.report.pdf.structure import Node, header_of, language, spoken
from frhearing.report.pdf.style import TextStyle
from frhearing.report.pdf.table_shape import Shape, shaped

_MOST_SMALL = 30
_SMALL, _MIDDLING = 0.25, 0.45
"""A table up to the one share of a page stays on one page; up to the other, half of it at least does."""


class RowItem:
    """The cells of one row, or of one page's part of it."""

    __slots__ = ("cells",)

    def __init__(self, cells: list[TextItem]) -> None:
        self.cells = cells

    def paint(self, canvas: Canvas) -> None:
        """Draw the cells from left to right."""
        for cell in self.cells:
            cell.paint(canvas)


class HeaderAgain:
    """The header of a table on a further page: seen, not read aloud a second time."""

    __slots__ = ("cells",)

    def __init__(self, cells: list[TextItem]) -> None:
        self.cells = cells

    def paint(self, canvas: Canvas) -> None:
        """Draw the header as an artifact."""
        canvas.artifact()
        for cell in self.cells:
            if cell.right is None:
                canvas.text(cell.style, cell.x, cell.top, cell.lines)
            else:
                canvas.text_to(cell.style, cell.right, cell.top, cell.lines)
        canvas.close()


class _Setter:
    """One table on its way onto the pages."""

    def __init__(self, flow: Flow, table: Table, shape: Shape) -> None:
        self.flow = flow
        self.table = table
        self.shape, self.pad, self.edges = shape, shape.pad, shape.edges
        self.holder = flow.node("Table", b"/A<</O/Table/Summary%s>>" % text_string(table.summary))
        self.body = self.holder

    def header(self) -> None:
        """The header row where the table begins."""
        row = Node("TR", Node("THead", self.holder))
        scope = header_of("Column")
        nodes = [Node("TH", row, scope) for _ in self.table.columns]
        self.body = Node("TBody", self.holder)
        self._header(nodes, again=False)

    def _header(self, nodes: Sequence[Node], *, again: bool) -> None:
        flow, style = self.flow, self.shape.styles.head
        titles = [
            break_text(column.title, style, right - left).lines
            for column, (left, right) in zip(self.table.columns, self.edges, strict=True)
        ]
        tallest = max(map(len, titles))
        cells = []
        for node, lines, column, (left, right) in zip(nodes, titles, self.table.columns, self.edges, strict=True):
            top = flow.y - (tallest - len(lines)) * style.leading
            cells.append(TextItem(node, style, left, top, lines, right=right if column.numbers else None))
        flow.put(HeaderAgain(cells) if again else RowItem(cells))
        flow.y -= tallest * style.leading + self.pad
        flow.put(Rule(flow.left, flow.y, flow.right, flow.y, PRINT["rule"], 1))

    def row(self, row: TableRow, following: TableRow | None, *, last_but_one: bool) -> None:
        """One row; the last two stay together, so that no page holds a total or a last row alone."""
        flow, shape = self.flow, self.shape
        style = shape.style(row)
        broken = [
            break_text(cell.text, style, right - left - shape.indent(cell))
            for cell, (left, right) in zip(row.cells, self.edges, strict=True)
        ]
        count = max(len(lines.lines) for lines in broken)
        height = count * style.leading + 2 * self.pad
        wanted = height + (style.leading + 2 * self.pad if last_but_one else 0)
        if wanted > flow.room and (wanted <= flow.full_room / 2 or flow.room < 4 * style.leading):
            self._turn()
        line = Node("TR", self.body)
        nodes = [self._cell(line, index, row.cells[index], lines.spoken) for index, lines in enumerate(broken)]
        self._place(row, nodes, [lines.lines for lines in broken], style, count)
        if not (following and following.total):
            flow.put(Rule(flow.left, flow.y, flow.right, flow.y, PRINT["border"], 0.4))
        else:
            flow.put(Rule(flow.left, flow.y, flow.right, flow.y, PRINT["rule"], 0.8))

    def _place(
        self, row: TableRow, nodes: list[Node], lines: Sequence[Sequence[Line]], style: TextStyle, count: int
    ) -> None:
        """The lines of a row, cut where the page ends."""
        flow, at = self.flow, 0
        while at < count:
            fit = max(1, int((flow.room - 2 * self.pad + 1e-6) / style.leading))
            take = min(fit, count - at)
            flow.y -= self.pad
            cells = []
            for node, cell, own, column, (left, right) in zip(
                nodes, row.cells, lines, self.table.columns, self.edges, strict=True
            ):
                part = own[at : at + take]
                if not part or not cell.text:
                    continue
                if cell.mark and at == 0:
                    self._mark(cell, left, style)
                link = Link(cell.link, cell.text) if cell.link else None
                end = right if column.numbers else None
                start = left + self.shape.indent(cell)
                cells.append(TextItem(node, style, start, flow.y, part, right=end, link=link))
            flow.put(RowItem(cells))
            flow.y -= take * style.leading + self.pad
            at += take
            if at < count:
                self._turn()

    def _cell(self, row: Node, index: int, cell: Cell, said: str | None) -> Node:
        entries = spoken(said) + language(cell.language)
        if index == self.table.row_header:
            return Node("TH", row, header_of("Row") + entries)
        return Node("TD", row, entries)

    def _turn(self) -> None:
        """Go on at the top of the next page, below what the table belongs to and its header."""
        self.flow.next_page()
        set_continued(self.flow)
        self._header([self.holder] * len(self.table.columns), again=True)

    def _mark(self, cell: Cell, left: float, style: TextStyle) -> None:
        middle = self.flow.y - style.leading * 0.54
        radius = 3.4 * self.shape.scale
        self.flow.put(MarkItem(cell.mark, left + 4 * self.shape.scale, middle, radius))


def set_table(flow: Flow, table: Table) -> None:
    """A table over as many pages as it takes; a small one is not parted."""
    column = flow.width
    flow.width *= table.width
    shape = shaped(flow, table)
    flow.keep(_opening(flow, table, shape))
    set_continued(flow)
    setter = _Setter(flow, table, shape)
    setter.header()
    for number, row in enumerate(table.rows):
        following = table.rows[number + 1] if number + 1 < len(table.rows) else None
        setter.row(row, following, last_but_one=number == len(table.rows) - 2)
        if number % 64 == 0:
            flow.pulse()
    flow.width = column
    flow.gap(12)


def table_opening(flow: Flow, table: Table) -> float:
    """What must fit at least where a table begins: all of a small one, else header and first rows."""
    return _opening(flow, table, shaped(flow, table))


def _opening(flow: Flow, table: Table, shape: Shape) -> float:
    header = shape.header_height(table)
    heights = [shape.row_height(row) for row in table.rows[:_MOST_SMALL]]
    whole = header + sum(heights)
    if len(table.rows) <= _MOST_SMALL and whole <= flow.full_room * _MIDDLING:
        half = (len(heights) + 1) // 2
        return whole if whole <= flow.full_room * _SMALL else header + sum(heights[:half])
    first = sum(heights[:2])
    return header + (first if first <= flow.full_room / 2 else 4 * shape.styles.cell.leading + 2 * shape.pad)
