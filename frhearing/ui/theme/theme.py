"""The one theme of the running window: which colours, which text size; tells all when it changes."""

from typing import Final, Literal

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette

from frhearing.drawing.colours import Palette
from frhearing.ui.theme.tokens import TYPE, colour_table

Choice = Literal["system", "light", "dark", "contrast"]
FAMILY: Final = "Inter"
ZOOMS: Final = (0.8, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0)

_ROLES: Final = {
    QPalette.ColorRole.Window: "bg",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "surface3",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.Button: "surface2",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.BrightText: "danger_fg",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "on_accent",
    QPalette.ColorRole.Accent: "accent",
    QPalette.ColorRole.ToolTipBase: "text",
    QPalette.ColorRole.ToolTipText: "surface",
    QPalette.ColorRole.PlaceholderText: "text3",
    QPalette.ColorRole.Link: "accent_text",
    QPalette.ColorRole.LinkVisited: "accent_text",
    QPalette.ColorRole.Light: "surface",
    QPalette.ColorRole.Midlight: "surface2",
    QPalette.ColorRole.Mid: "border",
    QPalette.ColorRole.Dark: "border_strong",
    QPalette.ColorRole.Shadow: "border_strong",
}
_FADED: Final = (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText, QPalette.ColorRole.WindowText)


class Theme(QObject):
    """Colours and sizes as they stand now; ``changed`` comes after either has become another."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.choice: Choice = "system"
        self.zoom = 1.0
        self.tokens: Palette = colour_table("light", False)
        self.dark = self.high_contrast = False

    def set(self, choice: Choice, zoom: float) -> None:
        """Take a colour choice and a text size (0.8 to 2.0; others are brought into that range)."""
        self.choice = choice
        self.zoom = min(max(zoom, ZOOMS[0]), ZOOMS[-1])
        self.dark = choice == "dark" or (choice in ("system", "contrast") and _system_is_dark())
        self.high_contrast = choice == "contrast" or (choice == "system" and _system_wants_contrast())
        self.tokens = colour_table("dark" if self.dark else "light", self.high_contrast)
        self.changed.emit()

    def follow_system(self) -> None:
        """Take the system's light or dark anew, when the choice leaves it to the system."""
        self.set(self.choice, self.zoom)

    def step(self, direction: int, of: float | None = None) -> float:
        """Give the text size next larger (+1) or smaller (-1) than this one, or than another.

        At the end of the scale it is the size itself.
        """
        now = self.zoom if of is None else of
        if direction > 0:
            return next((zoom for zoom in ZOOMS if zoom > now + 0.01), ZOOMS[-1])
        return next((zoom for zoom in reversed(ZOOMS) if zoom < now - 0.01), ZOOMS[0])

    def px(self, pixels: float) -> int:
        """Scale pixels of the design (at 100 %) to the text size; nothing that is there becomes 0."""
        return max(1, round(pixels * self.zoom)) if pixels else 0

    def color(self, token: str) -> QColor:
        """Give the colour of a token. Raises KeyError for a token that is not in the table."""
        return QColor(self.tokens[token])

    @property
    def focus_width(self) -> int:
        """Width of the focus ring in pixels: 2, and 3 in high contrast."""
        return 3 if self.high_contrast else 2

    def font(self, step: str = "ui", *, weight: int = 0, tabular: bool = False) -> QFont:
        """Give the font of a type step (``ui``, ``h2`` …), with another weight or tabular digits if asked."""
        kind = TYPE[step]
        font = QFont(FAMILY)
        font.setPixelSize(self.px(kind.size))
        font.setWeight(QFont.Weight(weight or kind.weight))
        if tabular:
            font.setFeature(QFont.Tag("tnum"), 1)
        return font

    def palette(self) -> QPalette:
        """Give the palette of all standard controls."""
        palette = QPalette()
        for role, token in _ROLES.items():
            palette.setColor(role, self.color(token))
        for role in _FADED:
            palette.setColor(QPalette.ColorGroup.Disabled, role, self.color("border_strong"))
        return palette


def _system_is_dark() -> bool:
    """Tell whether the desktop asks for dark windows."""
    # The hints object dies with the variable that holds it (crash seen): keep it for the whole question.
    hints = QGuiApplication.styleHints()
    return hints is not None and hints.colorScheme() == Qt.ColorScheme.Dark


def _system_wants_contrast() -> bool:
    """Tell whether the desktop asks for high contrast; a Qt that cannot say counts as no."""
    hints = QGuiApplication.styleHints()
    ask = getattr(hints, "accessibility", None)
    wishes = ask() if ask else None
    contrast = getattr(wishes, "contrastPreference", None)
    return contrast is not None and contrast() == Qt.ContrastPreference.HighContrast


theme: Final = Theme()
