"""What layout leaves on a page and painting draws: texts, rules, fills, marks and pictures in their places."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from frhearing.drawing.colours import PRINT
from frhearing.drawing.scene import Scene
from frhearing.drawing.stances import mark
from frhearing.report.pdf.canvas import LAYOUT, Canvas
from frhearing.report.pdf.lines import Line
from frhearing.report.pdf.scenes import paint_scene, paint_shape
from frhearing.report.pdf.structure import Node
from frhearing.report.pdf.style import TextStyle


class Item(Protocol):
    """Anything that lies on a page."""

    def paint(self, canvas: Canvas) -> None:
        """Draw it, tagged or as an artifact."""


class Link(NamedTuple):
    """Where a text leads to, and what the link says to those who cannot see where it stands."""

    anchor: str
    says: str


class TextItem:
    """Lines of text of one element, which a `link` may make lead to an anchor."""

    __slots__ = ("lines", "link", "node", "right", "style", "top", "x")

    def __init__(
        self,
        node: Node,
        style: TextStyle,
        x: float,
        top: float,
        lines: Sequence[Line],
        *,
        right: float | None = None,
        link: Link | None = None,
    ) -> None:
        self.node = node
        self.style = style
        self.x = x
        self.top = top
        self.lines = lines
        self.right = right
        """The edge at which the lines end, for numbers and for text from right to left."""
        self.link = link

    def paint(self, canvas: Canvas) -> None:
        """Draw the lines, and the link over them."""
        link = self.link if self.link and self.link.anchor in canvas.anchors else None
        node = Node("Link", self.node) if link else self.node
        canvas.tag(node)
        if self.right is None:
            canvas.text(self.style, self.x, self.top, self.lines)
        else:
            canvas.text_to(self.style, self.right, self.top, self.lines)
        canvas.close()
        if link:
            wide = max(line.width for line in self.lines)
            left = self.x if self.right is None else self.right - wide
            bottom = self.top - self.style.leading * len(self.lines)
            canvas.link(node, (left, bottom, left + wide, self.top), link.anchor, link.says)


@dataclass(slots=True)
class LooseText:
    """A line of text that furnishes the page and is not read aloud."""

    style: TextStyle
    x: float
    top: float
    lines: Sequence[Line]
    right: float | None = None
    kind: str = LAYOUT

    def paint(self, canvas: Canvas) -> None:
        """Draw the line as an artifact."""
        canvas.artifact(self.kind)
        if self.right is None:
            canvas.text(self.style, self.x, self.top, self.lines)
        else:
            canvas.text_to(self.style, self.right, self.top, self.lines)
        canvas.close()


@dataclass(slots=True)
class Rule:
    """A straight line between things."""

    x1: float
    y1: float
    x2: float
    y2: float
    colour: str = PRINT["border"]
    width: float = 0.5
    kind: str = LAYOUT

    def paint(self, canvas: Canvas) -> None:
        """Draw the line as an artifact."""
        canvas.artifact(self.kind)
        canvas.rule(self.x1, self.y1, self.x2, self.y2, self.colour, self.width)
        canvas.close()


@dataclass(slots=True)
class Fill:
    """A filled rectangle from its lower left corner."""

    x: float
    y: float
    width: float
    height: float
    colour: str

    def paint(self, canvas: Canvas) -> None:
        """Draw the rectangle as an artifact."""
        canvas.artifact()
        canvas.fill(self.x, self.y, self.width, self.height, self.colour)
        canvas.close()


@dataclass(slots=True)
class MarkItem:
    """The mark of a stance around a point, drawn once for a file; the word beside it is what is read aloud."""

    key: str
    x: float
    y: float
    radius: float

    def paint(self, canvas: Canvas) -> None:
        """Draw the mark as an artifact."""
        canvas.artifact()
        reach = self.radius + 1
        canvas.stamp(
            f"{self.key}-{self.radius:g}",
            (-reach, -reach, reach, reach),
            lambda _: paint_shape(canvas, mark(self.key, 0, 0, self.radius, PRINT), 0, 0),
            (self.x, self.y),
        )
        canvas.close()


@dataclass(slots=True)
class Picture:
    """A scene on the page, one figure with an alternative text."""

    node: Node
    scene: Scene
    x: float
    top: float

    def paint(self, canvas: Canvas) -> None:
        """Draw the scene as content of its element."""
        canvas.tag(self.node)
        paint_scene(canvas, self.scene, self.x, self.top)
        canvas.close()
