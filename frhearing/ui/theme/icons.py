"""Icons: Lucide line drawings from the resources, in any colour of the theme, sharp at any size.

They are drawn from ``strokes.txt``, which has the lines of every icon ready to draw: dozens are drawn before the
window is first painted, and to load Qt's reader of SVG files and have it read each takes four times as long.
"""

from collections.abc import Callable
from functools import lru_cache
from itertools import islice
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPainterPath, QPen, QPixmap

from frhearing.paths import resource
from frhearing.ui.theme.theme import theme

DEFAULT_SIZE: Final = 18
_FIELD: Final = 24
_STROKE: Final = 2
"""Side of the field that an icon is drawn on, and width of its lines there."""


@lru_cache(maxsize=1)
def _strokes() -> dict[str, str]:
    """Give the strokes of every icon by its name; tests/icon_strokes.py, which writes them, says how they read."""
    lines = resource("icons", "strokes.txt").read_text(encoding="utf-8").splitlines()
    return dict(line.split(" ", 1) for line in lines)


@lru_cache(maxsize=256)
def _paths(name: str) -> tuple[QPainterPath, ...]:
    """Give the lines of an icon. Raises FileNotFoundError for a name that is not in the resources."""
    strokes = _strokes().get(name)
    if strokes is None:
        raise FileNotFoundError(f"This installation of frhearing is incomplete: the icon {name} is missing.")
    return tuple(_path(stroke) for stroke in strokes.split(","))


def _path(stroke: str) -> QPainterPath:
    path = QPainterPath()
    steps: dict[str, tuple[Callable[..., object], int]] = {
        "M": (path.moveTo, 2),
        "L": (path.lineTo, 2),
        "C": (path.cubicTo, 6),
        "Z": (path.closeSubpath, 0),
        "O": (lambda x, y, across, down: path.addEllipse(x - across, y - down, 2 * across, 2 * down), 4),
    }
    words = iter(stroke.split())
    for letter in words:
        step, count = steps[letter]
        step(*map(float, islice(words, count)))
    return path


@lru_cache(maxsize=1024)
def _render(name: str, colour: str, pixels: int, ratio: float) -> QPixmap:
    side, paths = round(pixels * ratio), _paths(name)
    pixmap = QPixmap(side, side)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(side / _FIELD, side / _FIELD)
    line, cap, join = Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
    painter.setPen(QPen(QColor(colour), _STROKE, line, cap, join))
    for path in paths:
        painter.drawPath(path)
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def pixmap(name: str, token: str = "text2", size: int = DEFAULT_SIZE) -> QPixmap:
    """Give an icon as a picture of ``size`` design pixels, in the colour of a token."""
    app = QGuiApplication.instance()
    ratio = app.devicePixelRatio() if isinstance(app, QGuiApplication) else 1.0
    return _render(name, theme.tokens[token], theme.px(size), ratio)


def drawn(name: str, colour: str, pixels: int) -> QPixmap:
    """Give an icon in a colour of its own, for the hall screen, which has no theme; ``pixels`` as they are."""
    return _render(name, colour, pixels, 1.0)


def icon(name: str, token: str = "text2", size: int = DEFAULT_SIZE, checked: str = "") -> QIcon:
    """Give an icon for a button; ``checked`` is the token of its colour while the button is down."""
    made = QIcon(pixmap(name, token, size))
    if checked:
        made.addPixmap(pixmap(name, checked, size), QIcon.Mode.Normal, QIcon.State.On)
    return made


def svg_text(name: str, token: str) -> str:
    """Give an icon's SVG in the colour of a token, for the style sheet, which reads pictures from files."""
    drawing = resource("icons", f"{name}.svg").read_text(encoding="utf-8")
    return drawing.replace("currentColor", theme.tokens[token])
