"""The first pass: text and things take their places on pages, from top to bottom, before anything is drawn."""

from collections.abc import Callable

from frhearing.report.pdf.items import Item, Link, TextItem
from frhearing.report.pdf.lines import Lines
from frhearing.report.pdf.sheet import Geometry, PageSetup, Styles
from frhearing.report.pdf.shelf import FontShelf
from frhearing.report.pdf.structure import Node
from frhearing.report.pdf.style import TextStyle

_SLACK = 1e-6


class Flow:
    """Where the next thing goes. `y` is its upper edge; `left` and `width` are the column it stands in."""

    def __init__(self, setup: PageSetup, pulse: Callable[[], None]) -> None:
        self.shelf = FontShelf()
        self.geometry = Geometry.of(setup)
        self.scale = setup.scale
        self.styles = Styles(self.shelf, setup.scale)
        self.pulse = pulse
        """Called now and then, so that somebody may ask for an end or show how far it is."""
        self.root = Node("Document")
        self.parent = self.root
        self.pages: list[list[Item]] = [[]]
        self.page_heads: list[str] = [""]
        self.page = 0
        self.y = self.geometry.top
        self.left = self.geometry.left
        self.width = self.geometry.full_width
        self.anchors: dict[str, tuple[int, float]] = {}
        self.outline: list[tuple[int, str, str]] = []
        """Level, text and anchor of each heading, in order."""
        self.section = ""
        self.heading = ("", 0)
        """The heading within the section that everything now stands under, and its page."""
        self.continued_words = ""

    @property
    def room(self) -> float:
        """What is left of the page below."""
        return self.y - self.geometry.bottom

    @property
    def full_room(self) -> float:
        """The height of an empty page."""
        return self.geometry.top - self.geometry.bottom

    @property
    def at_top(self) -> bool:
        """Whether nothing stands above on this page."""
        return self.y >= self.geometry.top - _SLACK

    @property
    def right(self) -> float:
        """The right edge of the column."""
        return self.left + self.width

    def next_page(self) -> None:
        """Go on at the top of the next page, which may have been begun already."""
        self.page += 1
        if self.page == len(self.pages):
            self.pages.append([])
            self.page_heads.append(self.section)
        self.y = self.geometry.top

    def gap(self, height: float) -> None:
        """Leave room, except at the top of a page."""
        if not self.at_top:
            self.y -= height * self.scale

    def keep(self, height: float) -> None:
        """Go to the next page unless so much room is left here; an empty page is always enough."""
        if self.room + _SLACK < height and not self.at_top:
            self.next_page()

    def put(self, item: Item) -> None:
        """Lay an item onto the page."""
        self.pages[self.page].append(item)

    def mark(self, anchor: str) -> None:
        """Let links to this anchor lead here, a little above the next line."""
        if anchor:
            self.anchors[anchor] = (self.page, self.y + 8)

    def node(self, tag: str, entries: bytes = b"") -> Node:
        """A new element below the one that is open."""
        return Node(tag, self.parent, entries)

    def text(
        self,
        node: Node,
        style: TextStyle,
        broken: Lines,
        *,
        link: Link | None = None,
        indent: float = 0.0,
        after: float = 0.0,
    ) -> None:
        """Lines of one element, over as many pages as needed; no line of a paragraph stands alone.

        What comes `after` (its height in points) and would stand alone takes some of these lines with it.
        """
        lines, leading = broken.lines, style.leading
        right = self.right if broken.right_to_left else None
        at, count = 0, len(lines)
        # A line end after the last words, as in every e-mail, leaves an empty line that takes no room.
        said = count - 1 if count > 1 and not lines[-1].width else count
        while at < said:
            take = min(int((self.room + _SLACK) / leading), said - at)
            if take == said - at - 1:
                take -= 1
            elif take == said - at and self._lone(take * leading, after):
                take = take - 2 if take > 3 else 0
            if take < min(2, said) and at == 0 and not self.at_top:
                take = 0
            if take <= 0:
                if not self.at_top:
                    self.next_page()
                    continue
                take = 1
            part = lines[at : at + take] if at + take < said else lines[at:]
            self.put(TextItem(node, style, self.left + indent, self.y, part, right=right, link=link))
            self.y -= take * leading
            at += take

    def _lone(self, height: float, after: float) -> bool:
        """Whether what comes after something of a height would stand at the top of the next page."""
        return bool(after) and self.room + _SLACK < height + after

    def position(self) -> tuple[int, float]:
        """The page and the height where the next thing goes."""
        return self.page, self.y

    def go(self, position: tuple[int, float]) -> None:
        """Go back or forth to a position."""
        self.page, self.y = position


def later(one: tuple[int, float], other: tuple[int, float]) -> tuple[int, float]:
    """The position further on: on a later page, or lower on the same one."""
    return max(one, other, key=lambda place: (place[0], -place[1]))
