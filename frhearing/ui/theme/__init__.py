"""How the window looks: one theme for all widgets, changed in one place.

``install(app)`` dresses the application; ``use(choice, zoom)`` changes colours and text size afterwards.
"""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QTemporaryDir
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication, QStyleFactory

from frhearing.paths import resource
from frhearing.ui.theme.icons import icon, pixmap
from frhearing.ui.theme.scaling import add_space, restyle, set_icon, set_size, set_spacing
from frhearing.ui.theme.sheet import style_sheet
from frhearing.ui.theme.theme import ZOOMS, Choice, theme
from frhearing.ui.theme.tokens import PAIRS, RADIUS, STANCE_WORDS, TYPE, colour_table

__all__ = [
    "PAIRS",
    "RADIUS",
    "STANCE_WORDS",
    "TYPE",
    "ZOOMS",
    "Choice",
    "add_space",
    "colour_table",
    "dress",
    "dress_in_sheet",
    "icon",
    "install",
    "pixmap",
    "prepare",
    "restyle",
    "set_icon",
    "set_size",
    "set_spacing",
    "theme",
    "use",
]

_WEIGHTS: Final = ("Regular", "Medium", "SemiBold", "Bold")


_pictures = QTemporaryDir()
"""The folder with the style sheet's pictures; it goes when the program ends."""


def install(app: QApplication, choice: Choice = "system", zoom: float = 1.0) -> None:
    """Load the fonts, put the application on Fusion and dress it; follows the system from then on."""
    prepare(app, choice, zoom)
    dress()


def prepare(app: QApplication, choice: Choice, zoom: float) -> None:
    """Do as ``install`` but for the style sheet, which ``dress_in_sheet`` puts on before the first window is shown.

    Under a style sheet Qt goes through all that is below a widget each time it gets a parent: building the
    first window without it takes half the time.
    """
    if app.property("dressed") is None:
        app.setProperty("dressed", True)
        for weight in _WEIGHTS:
            QFontDatabase.addApplicationFont(str(resource("fonts", f"Inter-{weight}.ttf")))
        if app.property("fusion") is None:
            app.setStyle(QStyleFactory.create("Fusion"))
        hints = app.styleHints()
        hints.colorSchemeChanged.connect(_follow)
        wishes = hints.accessibility() if hasattr(hints, "accessibility") else None
        if wishes is not None:
            wishes.contrastPreferenceChanged.connect(_follow)
    theme.set(choice, zoom)
    app.setPalette(theme.palette())
    app.setFont(theme.font())


def use(choice: Choice, zoom: float) -> None:
    """Take a colour choice and a text size for the whole application, open windows included."""
    theme.set(choice, zoom)
    dress()


def dress() -> None:
    """Give the application the palette, font and style sheet of the theme as it stands."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        return
    app.setPalette(theme.palette())
    app.setFont(theme.font())
    dress_in_sheet(app)
    for window in app.topLevelWidgets():
        restyle(window)


def dress_in_sheet(app: QApplication) -> None:
    """Give the application the style sheet of the theme as it stands."""
    app.setStyleSheet(style_sheet(theme, Path(_pictures.path())))


def _follow(_scheme: QObject | None = None) -> None:
    """Take over the system's light or dark when it changes while the program runs."""
    if theme.choice in ("system", "contrast"):
        use(theme.choice, theme.zoom)
