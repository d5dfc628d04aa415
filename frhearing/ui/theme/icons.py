"""Icons: Lucide line drawings from the resources, in any colour of the theme, sharp at any size.

They are drawn by Qt's own SVG image reader, so that starting the window loads no further Python module.
"""

from functools import lru_cache
from pathlib import Path
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QSize
from PySide6.QtGui import QGuiApplication, QIcon, QImageReader, QPixmap

from frhearing.paths import resource
from frhearing.ui.theme.theme import theme

DEFAULT_SIZE: Final = 18


@lru_cache(maxsize=1)
def _folder() -> Path:
    """Give the folder of the icons, looked for once: dozens of them are read before the first paint."""
    return resource("icons")


@lru_cache(maxsize=256)
def _drawing(name: str) -> str:
    """Give the SVG text of an icon. Raises FileNotFoundError for a name that is not in the resources."""
    return (_folder() / f"{name}.svg").read_bytes().decode()


@lru_cache(maxsize=1024)
def _render(name: str, colour: str, pixels: int, ratio: float) -> QPixmap:
    source = QBuffer()
    source.setData(QByteArray(_drawing(name).replace("currentColor", colour).encode()))
    reader = QImageReader(source, QByteArray(b"svg"))
    reader.setScaledSize(QSize(round(pixels * ratio), round(pixels * ratio)))
    pixmap = QPixmap.fromImageReader(reader)
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
    return _drawing(name).replace("currentColor", theme.tokens[token])
