"""Sets the index: names in two columns, each with the pages on which it stands, every page number a link."""

from collections.abc import Sequence
from typing import NamedTuple

from frhearing.report.document import Index, IndexEntry
from frhearing.report.pdf.canvas import Canvas
from frhearing.report.pdf.flow import Flow
from frhearing.report.pdf.items import TextItem
from frhearing.report.pdf.lines import Line, Lines, break_text
from frhearing.report.pdf.structure import Node, spoken
from frhearing.report.pdf.style import TextStyle

_GUTTER, _INDENT = 24.0, 12.0
_SLACK = 1e-6
_GLANCE = 120
"""So much of a name says where a link belongs; PDF/A has a limit for such words."""

_LEAST_WIDTH = 200.0
"""Below this width, in points at the standard size, there is one column only."""


class _Place(NamedTuple):
    """Words of an index line that lead somewhere, and how far from the line's start they stand."""

    words: str
    anchor: str
    offset: float
    last: bool


class PlacesItem:
    """The page numbers of one line of the index, each a link of its own."""

    __slots__ = ("name", "node", "places", "style", "top", "x")

    def __init__(self, node: Node, style: TextStyle, x: float, top: float, name: str, places: list[_Place]) -> None:
        self.node, self.style = node, style
        self.x, self.top = x, top
        self.name = name
        self.places = places

    def paint(self, canvas: Canvas) -> None:
        """Draw the numbers with a link over each."""
        for place in self.places:
            said = place.words if place.last else f"{place.words},"
            width, glyphs = self.style.line(said)
            link = Node("Link", Node("Reference", self.node))
            canvas.tag(link)
            x = self.x + place.offset
            canvas.text(self.style, x, self.top, [Line(glyphs + self.style.space, width)])
            canvas.close()
            box = (x, self.top - self.style.leading, x + width, self.top)
            canvas.link(link, box, place.anchor, f"{self.name[:_GLANCE]}, {place.words}")


class _Columns:
    """Where the next line of the index goes: down one column, then the next, then the next page."""

    def __init__(self, flow: Flow) -> None:
        self._flow = flow
        gutter = _GUTTER * flow.scale
        two = (flow.width - gutter) / 2 >= _LEAST_WIDTH * flow.scale
        self.width = (flow.width - gutter) / 2 if two else flow.width
        self._lefts = (flow.left, flow.left + self.width + gutter) if two else (flow.left,)
        self._column, self._top, self.lowest = 0, flow.y, flow.y
        self._floor = flow.geometry.bottom

    def balance(self, heights: Sequence[float]) -> None:
        """Let the columns of this page end alike, where these lines are the last ones and fit on it."""
        room, many = self._flow.room, len(self._lefts)
        if many == 1 or sum(heights) > room * many:
            return
        tall = sum(heights) / many
        while tall < room and _columns_taken(heights, tall) > many:
            tall += 1
        self._floor = max(self._top - tall, self._flow.geometry.bottom)

    @property
    def left(self) -> float:
        """The left edge of the column."""
        return self._lefts[self._column]

    def keep(self, height: float) -> None:
        """Go on in the next column unless so much room is left in this one."""
        flow = self._flow
        last = self._column + 1 == len(self._lefts)
        floor = flow.geometry.bottom if last else self._floor
        if flow.y - floor + _SLACK >= height or flow.y >= self._top:
            return
        if not last:
            self._column += 1
            flow.y = self._top
        else:
            self._column = 0
            flow.next_page()
            self._top = self.lowest = flow.y
            self._floor = flow.geometry.bottom

    def took(self, height: float) -> None:
        """A line of this height was laid down."""
        self._flow.y -= height
        self.lowest = min(self.lowest, self._flow.y)


class _Made(NamedTuple):
    """An entry with its name in lines and the places behind it in rows."""

    entry: IndexEntry
    broken: Lines
    rows: list[list[_Place]]

    def height(self, style: TextStyle) -> float:
        """The height of all its lines, in points."""
        return (len(self.broken.lines) + len(self.rows) - 1) * style.leading


def set_index(flow: Flow, index: Index) -> None:
    """The names in order; where an entry fits into a column it is not parted, and the last columns end alike."""
    columns, style = _Columns(flow), flow.styles.cell
    holder = flow.node("L")
    made = [_made(flow, entry, style, columns.width) for entry in index.entries]
    heights = [one.height(style) + flow.scale for one in made]
    columns.balance(heights)
    for number, one in enumerate(made):
        page = flow.page
        columns.keep(one.height(style))
        if flow.page != page:
            columns.balance(heights[number:])
        _set_entry(flow, columns, holder, one, style)
        if number % 64 == 0:
            flow.pulse()
    flow.y = columns.lowest
    flow.gap(12)


def _columns_taken(heights: Sequence[float], tall: float) -> int:
    """How many columns of a height some lines take, one after the other."""
    taken, used = 1, 0.0
    for height in heights:
        if used + height > tall + _SLACK and used:
            taken, used = taken + 1, 0.0
        used += height
    return taken


def index_opening(flow: Flow) -> float:
    """The height that the first names need."""
    return 3 * flow.styles.cell.leading


def _made(flow: Flow, entry: IndexEntry, style: TextStyle, width: float) -> _Made:
    broken = break_text(entry.name, style, width)
    first = broken.lines[-1].width + 2 * style.space_width
    return _Made(entry, broken, _rows(_numbered(flow, entry), style, first, width, flow.scale))


def _set_entry(flow: Flow, columns: _Columns, holder: Node, made: _Made, style: TextStyle) -> None:
    broken = made.broken
    body = Node("LBody", Node("LI", holder))
    said = Node("Span", body, spoken(broken.spoken)) if broken.spoken else body
    for number, line in enumerate(broken.lines):
        columns.keep(style.leading)
        spaced = Line(line.glyphs + style.space, line.width)
        flow.put(TextItem(said, style, columns.left, flow.y, [spaced]))
        if number < len(broken.lines) - 1:
            columns.took(style.leading)
    for number, row in enumerate(made.rows):
        if number:
            columns.took(style.leading)
            columns.keep(style.leading)
        flow.put(PlacesItem(body, style, columns.left, flow.y, made.entry.name, row))
    columns.took(style.leading + flow.scale)


def _numbered(flow: Flow, entry: IndexEntry) -> list[tuple[str, str]]:
    """The pages of an entry, each once; the numbers on the record where the pages are not known yet."""
    if any(anchor not in flow.anchors for _, anchor in entry.places):
        return list(entry.places)
    pages: dict[str, str] = {}
    for _, anchor in entry.places:
        pages.setdefault(str(flow.anchors[anchor][0] + 1), anchor)
    return list(pages.items())


def _rows(
    places: Sequence[tuple[str, str]], style: TextStyle, first: float, width: float, scale: float
) -> list[list[_Place]]:
    """The places in rows: the first goes on behind the name, further ones are set in a little."""
    rows: list[list[_Place]] = [[]]
    at = first
    for number, (words, anchor) in enumerate(places):
        last = number == len(places) - 1
        wide = style.width(words if last else f"{words},")
        if at + wide > width and (rows[-1] or at > _INDENT * scale):
            rows.append([])
            at = _INDENT * scale
        rows[-1].append(_Place(words, anchor, at, last))
        at += wide + style.space_width
    return rows
