"""Draws a scene as SVG inside the page: one picture with one alternative text."""

from html import escape
from itertools import count

from frhearing.drawing.charts import Look, columns, stacked_bars
from frhearing.drawing.colours import PRINT
from frhearing.drawing.scene import Disc, Line, Polygon, Rect, Scene, Shape, Text
from frhearing.report.document import COLUMNS, Chart
from frhearing.report.html.tags import text

_WIDTH, _HEIGHT = 720.0, 240.0
_WIDE = 0.58
"""The width of a character, as a share of its size, that is safe for the sans-serif fonts readers have."""

_DOTS = ' stroke-dasharray="0.8 1.4"'


def chart(block: Chart, ids: "count[int]") -> str:
    """A chart as a figure; its alternative says every number in it."""
    look = Look(PRINT, lambda words, size, _: len(words) * size * _WIDE, block.names)
    scene = (
        columns(block.rows, _WIDTH, _HEIGHT, look) if block.kind == COLUMNS else stacked_bars(block.rows, _WIDTH, look)
    )
    name = f"chart-{next(ids)}"
    drawn = "".join(map(_shape, scene.shapes))
    caption = f"<figcaption>{text(block.caption)}</figcaption>" if block.caption else ""
    return (
        f'<figure class="chart"><svg role="img" aria-labelledby="{name}" viewBox="{_box(scene)}">'
        f'<title id="{name}">{escape(block.alternative)}</title>{drawn}</svg>{caption}</figure>'
    )


def _box(scene: Scene) -> str:
    return f"-1 -1 {scene.width + 2:g} {scene.height + 2:g}"


def _shape(shape: Shape) -> str:
    """One shape; the colours are the program's own."""
    match shape:
        case Rect():
            return (
                f'<rect x="{shape.x:.2f}" y="{shape.y:.2f}" width="{shape.width:.2f}" height="{shape.height:.2f}"'
                f"{_ink(shape.fill, shape.outline)}{_DOTS if shape.dotted else ''}/>"
            )
        case Disc():
            return (
                f'<circle cx="{shape.x:.2f}" cy="{shape.y:.2f}" r="{shape.radius:.2f}"'
                f"{_ink(shape.fill, shape.outline)}{_DOTS if shape.dotted else ''}/>"
            )
        case Polygon():
            points = " ".join(f"{x:.2f},{y:.2f}" for x, y in shape.points)
            return f'<polygon points="{points}"{_ink(shape.fill, shape.outline)}/>'
        case Line():
            return (
                f'<line x1="{shape.x1:.2f}" y1="{shape.y1:.2f}" x2="{shape.x2:.2f}" y2="{shape.y2:.2f}" '
                f'stroke="{shape.colour}" stroke-width="{shape.width:g}"/>'
            )
        case Text():
            return (
                f'<text x="{shape.x:.2f}" y="{shape.y + shape.size * 0.35:.2f}" font-size="{shape.size:g}" '
                f'font-weight="{shape.weight}" fill="{shape.colour}" text-anchor="{shape.anchor}">'
                f"{escape(shape.text)}</text>"
            )


def _ink(fill: str | None, outline: str | None) -> str:
    stroke = f' stroke="{outline}" stroke-width="0.8"' if outline else ""
    return f' fill="{fill or "none"}"{stroke}'
