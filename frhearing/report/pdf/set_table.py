"""Sets tables: horizontal rules only, the header on every page, rows as tall as they need to be."""

from collections.abc import Sequence

from frhearing.drawing.colours import PRINT
from frhearing.report.document import Cell, Table, TableRow
from frhearing.report.pdf.canvas import Canvas
from frhearing.report.pdf.file import text_string
from frhearing.report.pdf.flow import Flow
from frhearing.report.pdf.items import Link, MarkItem, Rule, TextItem
from frhearing.report.pdf.lines import Line, break_text
from frhearing.report.pdf.structure import Node, header_of, spoken
from frhearing.report.pdf.style import TextStyle

_GUTTER = 12.0
_PAD = 2.6
_ROWS_LOOKED_AT = 200
_MOST_SMALL = 30
_SMALL = 0.45
"""A table up to this share of a page stays on one page."""
_MARK_INDENT = 11.0


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

    def __init__(self, flow: Flow, table: Table) -> None:
        self.flow = flow
        self.table = table
        self.pad = _PAD * flow.scale
        self.edges = _edges(flow, table)
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
        flow, style = self.flow, self.flow.styles.cell_head
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
        flow = self.flow
        style = flow.styles.cell_strong if row.total else flow.styles.cell
        broken = [
            break_text(cell.text, style, right - left - _indent(flow, cell))
            for cell, (left, right) in zip(row.cells, self.edges, strict=True)
        ]
        count = max(len(lines.lines) for lines in broken)
        height = count * style.leading + 2 * self.pad
        wanted = height + (style.leading + 2 * self.pad if last_but_one else 0)
        if wanted > flow.room and (wanted <= flow.full_room / 2 or flow.room < 4 * style.leading):
            self._turn()
        line = Node("TR", self.body)
        nodes = [self._cell(line, index, lines.spoken) for index, lines in enumerate(broken)]
        self._place(row, nodes, [lines.lines for lines in broken], style, count)
        if not (following and following.total):
            flow.put(Rule(flow.left, flow.y, flow.right, flow.y, PRINT["border"], 0.4))
        else:
            flow.put(Rule(flow.left, flow.y, flow.right, flow.y, PRINT["rule"], 0.8))

    def _place(self, row: TableRow, nodes: list[Node], lines: list[list[Line]], style: TextStyle, count: int) -> None:
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
                start = left + _indent(flow, cell)
                cells.append(TextItem(node, style, start, flow.y, part, right=end, link=link))
            flow.put(RowItem(cells))
            flow.y -= take * style.leading + self.pad
            at += take
            if at < count:
                self._turn()

    def _cell(self, row: Node, index: int, said: str | None) -> Node:
        if index == self.table.row_header:
            return Node("TH", row, header_of("Row") + spoken(said))
        return Node("TD", row, spoken(said))

    def _turn(self) -> None:
        """Go on at the top of the next page, below the header."""
        self.flow.next_page()
        self._header([self.holder] * len(self.table.columns), again=True)

    def _mark(self, cell: Cell, left: float, style: TextStyle) -> None:
        middle = self.flow.y - style.leading * 0.54
        radius = 3.4 * self.flow.scale
        self.flow.put(MarkItem(cell.mark, left + 4 * self.flow.scale, middle, radius))


def set_table(flow: Flow, table: Table) -> None:
    """A table over as many pages as it takes; a small one is not parted."""
    column = flow.width
    flow.width *= table.width
    flow.keep(table_opening(flow, table))
    setter = _Setter(flow, table)
    setter.header()
    for number, row in enumerate(table.rows):
        following = table.rows[number + 1] if number + 1 < len(table.rows) else None
        setter.row(row, following, last_but_one=number == len(table.rows) - 2)
        if number % 64 == 0:
            flow.pulse()
    flow.width = column
    flow.gap(12)


def table_opening(flow: Flow, table: Table) -> float:
    """What must fit at least where a table begins: all of a small one, else its header and first rows."""
    edges = _edges(flow, table)
    style, pad = flow.styles.cell_head, _PAD * flow.scale
    titles = (
        break_text(c.title, style, right - left).lines for c, (left, right) in zip(table.columns, edges, strict=True)
    )
    header = max(map(len, titles)) * style.leading + pad
    heights = [_row_height(flow, row, edges) for row in table.rows[:_MOST_SMALL]]
    whole = header + sum(heights)
    if len(table.rows) <= _MOST_SMALL and whole <= flow.full_room * _SMALL:
        return whole
    first = sum(heights[:2])
    return header + (first if first <= flow.full_room / 2 else 4 * flow.styles.cell.leading + 2 * pad)


def _row_height(flow: Flow, row: TableRow, edges: list[tuple[float, float]]) -> float:
    style = flow.styles.cell_strong if row.total else flow.styles.cell
    lines = (
        len(break_text(cell.text, style, right - left - _indent(flow, cell)).lines)
        for cell, (left, right) in zip(row.cells, edges, strict=True)
    )
    return max(lines) * style.leading + 2 * _PAD * flow.scale


def _indent(flow: Flow, cell: Cell) -> float:
    return _MARK_INDENT * flow.scale if cell.mark else 0.0


def _edges(flow: Flow, table: Table) -> list[tuple[float, float]]:
    """Left and right edge of the text of each column; the outer ones are flush with the margins."""
    edges = []
    at = flow.left
    for wide in _widths(flow, table):
        edges.append((at, at + wide))
        at += wide + _GUTTER
    return edges


def _widths(flow: Flow, table: Table) -> list[float]:
    """The widths of the columns: by their shares, but none too narrow for its longest word while others are wide."""
    usable = flow.width - _GUTTER * (len(table.columns) - 1)
    least = [_least(flow, table, place) for place in range(len(table.columns))]
    if sum(least) >= usable:
        return [usable * wide / sum(least) for wide in least]
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


def _least(flow: Flow, table: Table, place: int) -> float:
    """The width of the longest word of a column's header, and of what must not be cut in its cells."""
    column, styles = table.columns[place], flow.styles
    least = max(styles.cell_head.width(word) for word in column.title.split(" "))
    for row in table.rows[:_ROWS_LOOKED_AT]:
        cell = row.cells[place]
        style = styles.cell_strong if row.total else styles.cell
        if column.numbers:
            least = max(least, style.width(cell.text))
        elif cell.mark:
            indent = _MARK_INDENT * flow.scale
            least = max(least, *(style.width(word) + indent for word in cell.text.split(" ")))
    return least
