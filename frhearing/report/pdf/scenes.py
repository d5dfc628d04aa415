"""Paints a scene of `drawing` onto a page."""

from frhearing.drawing.colours import rgb
from frhearing.drawing.scene import Disc, Line, Polygon, Rect, Scene, Shape, Text
from frhearing.report.pdf.canvas import Canvas
from frhearing.report.pdf.lines import Line as TextLine

_ROUND = 0.5523
"""How far the handles of a quarter circle stand out, as a share of its radius."""

_CAPITAL = 0.33
"""Half the height of a capital letter, as a share of the type size."""

_DOTTED = "[.8 1.4] 0 d "


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
    if isinstance(shape, Rect):
        path = f"{x + shape.x:.2f} {top - shape.y - shape.height:.2f} {shape.width:.2f} {shape.height:.2f} re"
    elif isinstance(shape, Disc):
        path = _circle(x + shape.x, top - shape.y, shape.radius)
    else:
        points = [f"{x + across:.2f} {top - down:.2f}" for across, down in shape.points]
        path = f"{points[0]} m {' l '.join(points[1:])} l h"
    canvas.raw(_drawn(path, shape.fill, shape.outline, dotted))


def _drawn(path: str, fill: str | None, outline: str | None, dotted: bool) -> str:
    operator = "B" if fill and outline else "f" if fill else "S"
    inks = f"{_numbers(fill)} rg " if fill else ""
    if outline:
        inks += f"{_numbers(outline)} RG .8 w {_DOTTED if dotted else ''}"
        return f"q {inks}{path} {operator} Q"
    return f"{inks}{path} {operator}"


def _paint_text(canvas: Canvas, shape: Text, x: float, top: float) -> None:
    style = canvas.styler(shape.size, shape.weight, shape.colour)
    width, glyphs = style.line(shape.text)
    share = {"start": 0.0, "middle": 0.5, "end": 1.0}[shape.anchor]
    upper = top - shape.y - shape.size * _CAPITAL + style.ascent
    canvas.text(style, x + shape.x - width * share, upper, [TextLine(glyphs, width)])


def _circle(x: float, y: float, radius: float) -> str:
    k = radius * _ROUND
    r = radius
    return (
        f"{x + r:.2f} {y:.2f} m "
        f"{x + r:.2f} {y + k:.2f} {x + k:.2f} {y + r:.2f} {x:.2f} {y + r:.2f} c "
        f"{x - k:.2f} {y + r:.2f} {x - r:.2f} {y + k:.2f} {x - r:.2f} {y:.2f} c "
        f"{x - r:.2f} {y - k:.2f} {x - k:.2f} {y - r:.2f} {x:.2f} {y - r:.2f} c "
        f"{x + k:.2f} {y - r:.2f} {x + r:.2f} {y - k:.2f} {x + r:.2f} {y:.2f} c h"
    )


def _numbers(colour: str) -> str:
    return " ".join(f"{part:.3g}" for part in rgb(colour))
