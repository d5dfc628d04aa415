"""How a stance looks everywhere: its order, its mark, its pattern, never its colour alone."""

from collections.abc import Iterator

from frhearing.drawing.colours import Palette, blend
from frhearing.drawing.scene import Disc, Line, Polygon, Rect, Shape

SUPPORT, OPPOSE, MIXED, NEUTRAL = "support", "oppose", "mixed", "neutral"
NOT_STATED, NOT_TAGGED = "not_stated", "not_tagged"

STANCES = (SUPPORT, OPPOSE, MIXED, NEUTRAL, NOT_STATED)
"""The stances in the order in which every chart, table and legend shows them."""

ALL_KEYS = (*STANCES, NOT_TAGGED)
"""The stances and, last, the comments that nobody has tagged yet."""

SIGNS = {SUPPORT: "▲", OPPOSE: "▼", MIXED: "◆", NEUTRAL: "●", NOT_STATED: "□", NOT_TAGGED: "○"}
"""The mark as a character, for plain text."""

_HOLLOW = (NOT_STATED, NOT_TAGGED)
_STRIPE_STEP = 5.0
_DOT_STEP = 4.6
_DOT_RADIUS = 0.9


def mark(key: str, x: float, y: float, radius: float, palette: Palette) -> Shape:
    """The mark of a stance around the point `x, y`."""
    colour = palette[key]
    if key == SUPPORT:
        return Polygon(_triangle(x, y, radius, -1), colour)
    if key == OPPOSE:
        return Polygon(_triangle(x, y, radius, 1), colour)
    if key == MIXED:
        return Polygon(((x, y - radius), (x + radius, y), (x, y + radius), (x - radius, y)), colour)
    if key == NOT_STATED:
        side = radius * 0.78
        return Polygon(
            ((x - side, y - side), (x + side, y - side), (x + side, y + side), (x - side, y + side)),
            None,
            colour,
        )
    if key == NOT_TAGGED:
        return Disc(x, y, radius * 0.85, None, colour, dotted=True)
    return Disc(x, y, radius * 0.88, colour)


def _triangle(x: float, y: float, radius: float, down: int) -> tuple[tuple[float, float], ...]:
    tip = y + down * radius * 0.9
    base = y - down * radius * 0.9
    return ((x, tip), (x + radius, base), (x - radius, base))


def filled(
    key: str, x: float, y: float, width: float, height: float, palette: Palette, clear: float = 0.0
) -> list[Shape]:
    """A bar segment in colour and pattern; `clear` units in its middle stay plain, for a number."""
    if key in _HOLLOW:
        pale = palette["surface" if key == NOT_TAGGED else "surface2"]
        inset = 0.4
        return [
            Rect(
                x + inset,
                y + inset,
                max(width - 2 * inset, 0.1),
                max(height - 2 * inset, 0.1),
                pale,
                palette[key],
                dotted=key == NOT_TAGGED,
            )
        ]
    colour = palette[key]
    shapes: list[Shape] = [Rect(x, y, width, height, colour)]
    ink = blend(colour, palette[f"on_{key}"], 0.8 if key == MIXED else 0.5)
    if key == OPPOSE:
        shapes += _stripes(x, y, width, height, ink)
    elif key == MIXED:
        shapes += _dots(x, y, width, height, ink)
    if clear and len(shapes) > 1:
        shapes.append(Rect(x + (width - clear) / 2, y, clear, height, colour))
    return shapes


def _stripes(x: float, y: float, width: float, height: float, ink: str) -> Iterator[Line]:
    """Rising lines at 45 degrees, cut exactly at the edges of the rectangle."""
    offset = _STRIPE_STEP / 2
    while offset < width + height:
        left, right = max(0.0, offset - height), min(offset, width)
        if right - left > 0.3:
            yield Line(x + left, y + offset - left, x + right, y + offset - right, ink, 0.9)
        offset += _STRIPE_STEP


def _dots(x: float, y: float, width: float, height: float, ink: str) -> Iterator[Disc]:
    """Dots in staggered rows, all wholly inside the rectangle."""
    # A bar thinner than a dot stays plain: its number and its place say what it is.
    rows = max(1, int(height / (_DOT_STEP * 0.8))) if height >= 2 * _DOT_RADIUS else 0
    for row in range(rows):
        middle = y + height * (row + 0.5) / rows
        at = _DOT_STEP * (0.5 if row % 2 else 1.0) - _DOT_STEP / 4
        while at + _DOT_RADIUS <= width:
            if at >= _DOT_RADIUS:
                yield Disc(x + at, middle, _DOT_RADIUS, ink)
            at += _DOT_STEP
