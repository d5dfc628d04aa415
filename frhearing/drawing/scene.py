"""A scene: a picture as a list of simple shapes that a window and a page paint alike.

The origin is the top left corner, y grows downward. One unit is one point on paper and one pixel at
100 % on screen. Painters need only the five shapes below: patterns are already lines and discs.
"""

from collections.abc import Callable
from typing import NamedTuple

Measure = Callable[[str, float, int], float]
"""Width of a text in scene units: `measure(text, size, weight)`, given by whoever paints."""


class Rect(NamedTuple):
    """A filled rectangle; `outline` is a colour, drawn dotted where `dotted` is set."""

    x: float
    y: float
    width: float
    height: float
    fill: str | None
    outline: str | None = None
    dotted: bool = False


class Line(NamedTuple):
    """A straight line, `width` units thick."""

    x1: float
    y1: float
    x2: float
    y2: float
    colour: str
    width: float = 1.0


class Disc(NamedTuple):
    """A circle; without a `fill` only its `outline` is drawn, dotted where `dotted` is set."""

    x: float
    y: float
    radius: float
    fill: str | None
    outline: str | None = None
    dotted: bool = False


class Polygon(NamedTuple):
    """A closed shape through `points`; without a `fill` only its `outline` is drawn."""

    points: tuple[tuple[float, float], ...]
    fill: str | None
    outline: str | None = None


class Text(NamedTuple):
    """One line of text; `y` is the middle of its capital letters, `anchor` says where `x` lies in it.

    `anchor` is `start`, `middle` or `end`; `weight` is 400 or 600.
    """

    x: float
    y: float
    text: str
    size: float
    weight: int
    colour: str
    anchor: str = "start"


Shape = Rect | Line | Disc | Polygon | Text


class Area(NamedTuple):
    """A place in the picture that stands for a figure, for pointing at it or reading it aloud.

    `row` is the index of the bar or column, `key` the stance (empty for the whole row).
    """

    x: float
    y: float
    width: float
    height: float
    row: int
    key: str
    comments: int


class Scene(NamedTuple):
    """A finished picture: its size, its shapes in painting order, and the figures they stand for."""

    width: float
    height: float
    shapes: tuple[Shape, ...]
    areas: tuple[Area, ...] = ()


def shortened(text: str, width: float, size: float, weight: int, measure: Measure) -> str:
    """The text, or as much of it as fits into `width` units, ending in an ellipsis."""
    if measure(text, size, weight) <= width:
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if measure(text[:middle].rstrip() + "…", size, weight) <= width:
            low = middle
        else:
            high = middle - 1
    return text[:low].rstrip() + "…"
