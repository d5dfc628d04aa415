"""How the window looks: one theme for all widgets, changed in one place.

``install(app)`` dresses the application; ``use(choice, zoom)`` changes colours and text size afterwards.
"""

from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication, QStyleFactory, QWidget
from shiboken6 import isValid

from frhearing.paths import resource
from frhearing.ui.theme.icons import icon, pixmap
from frhearing.ui.theme.scaling import add_space, restyle, set_icon, set_size, set_spacing
from frhearing.ui.theme.theme import ZOOMS, Choice, theme
from frhearing.ui.theme.tokens import PAIRS, RADIUS, STANCE_WORDS, TYPE, colour_table
from frhearing.ui.theme.wardrobe import wardrobe

__all__ = [
    "PAIRS",
    "RADIUS",
    "STANCE_WORDS",
    "TYPE",
    "ZOOMS",
    "Choice",
    "add_space",
    "change",
    "colour_table",
    "dress",
    "dress_hidden",
    "dress_window",
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
    "wear",
]

_WEIGHTS: Final = ("Regular", "Medium", "SemiBold", "Bold")


def install(app: QApplication, choice: Choice = "system", zoom: float = 1.0) -> None:
    """Load the fonts, put the application on Fusion and dress it; follows the system from then on."""
    prepare(app, choice, zoom)
    wardrobe.dress_application(app)


def prepare(app: QApplication, choice: Choice, zoom: float) -> None:
    """Do as ``install`` but for the style sheet, which a window puts on before it is first shown.

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
    _take(app, choice, zoom)


def use(choice: Choice, zoom: float) -> None:
    """Take a colour choice and a text size at once, for all that is seen; the rest follows when it is shown."""
    for _step in change(choice, zoom):
        pass


def change(choice: Choice, zoom: float) -> Iterator[None]:
    """Take a colour choice and a text size for all that is seen, from one yield to the next.

    Nothing is painted until all of it is dressed: the windows go from one look to the other at once.
    """
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        theme.set(choice, zoom)
        return
    windows = [window for window in app.topLevelWidgets() if window.isVisible() and window.parentWidget() is None]
    for window in windows:
        window.setUpdatesEnabled(False)
    try:
        if not wardrobe.by_pieces:
            wardrobe.undress_application(app)
            yield
        _take(app, choice, zoom)
        yield from wardrobe.dress_seen()
    finally:
        for window in windows:
            if isValid(window):
                window.setUpdatesEnabled(True)


def wear(*pieces: QWidget, waits: bool = False) -> None:
    """Let pieces of a window have the style sheet for themselves; see ``Wardrobe.add``."""
    for piece in pieces:
        wardrobe.add(piece, waits=waits)


dress: Final = wardrobe.dress
dress_window: Final = wardrobe.dress_window
dress_hidden: Final = wardrobe.dress_hidden


def _take(app: QApplication, choice: Choice, zoom: float) -> None:
    """Give the application the palette and the font of another look."""
    theme.set(choice, zoom)
    app.setPalette(theme.palette())
    app.setFont(theme.font())
    wardrobe.renew()


def _follow(_scheme: QObject | None = None) -> None:
    """Take over the system's light or dark when it changes while the program runs."""
    if theme.choice in ("system", "contrast"):
        use(theme.choice, theme.zoom)
