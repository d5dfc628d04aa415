"""Paints a scene of `drawing` onto a page."""

from typing import Any

from frhearing.drawing.scene import Disc, Line, Polygon, Rect, Scene, Shape, Text
from frhearing.report.pdf.canvas import Canvas
from frhearing.report.pdf.lines import Line as TextLine

_CAPITAL = 0.33
"""Half the height of a capital letter, as a share of the type size."""


def paint_scene(canvas: Canvas, scene: Scene, x: float, top: float) -> None:
    """Paint all shapes of a scene with its upper left corner at `x, top`."""
    for shape in scene.shapes:
        paint_shape(canvas, shape, x, top)


def paint_shape(canvas: Canvas, shape: Shape, x: float, top: float) -> None:
    """Paint one shape of a scene whose upper left corner is at `x, top`."""
    if isinstance(shape, Text):
        _paint_text(canvas, shape, x, top)
        return
    if isinstance(shape, Line):
        canvas.rule(x + shape.x1, top - shape.y1, x + shape.x2, top - shape.y2, shape.colour, shape.width)
        return
    dotted = not isinstance(shape, Polygon) and shape.dotted
    canvas.path(lambda path: _trace(path, shape, x, top), shape.fill, shape.outline, dotted=dotted)


def _trace(path: Any, shape: Rect | Disc | Polygon, x: float, top: float) -> None:
    """Add a shape to a reportlab path."""
    if isinstance(shape, Rect):
        low = top - shape.y - shape.height
        path.rect(*(round(number, 2) for number in (x + shape.x, low, shape.width, shape.height)))
    elif isinstance(shape, Disc):
        path.circle(round(x + shape.x, 2), round(top - shape.y, 2), round(shape.radius, 2))
    else:
        for place, (across, down) in enumerate(shape.points):
            (path.lineTo if place else path.moveTo)(round(x + across, 2), round(top - down, 2))
        path.close()


def _paint_text(canvas: Canvas, shape: Text, x: float, top: float) -> None:
    style = canvas.styler(shape.size, shape.weight, shape.colour)
    width, glyphs = style.line(shape.text)
    share = {"start": 0.0, "middle": 0.5, "end": 1.0}[shape.anchor]
    upper = top - shape.y - shape.size * _CAPITAL + style.ascent
    canvas.text(style, x + shape.x - width * share, upper, [TextLine(glyphs, width)])
