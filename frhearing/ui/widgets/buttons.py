"""Buttons: one green one a screen, plain ones, quiet ones, and icons with a name for those who cannot see."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from frhearing.ui.theme import set_icon, set_size
from frhearing.ui.widgets.enter import EnterPushButton, EnterToolButton


class _WordButton(EnterPushButton):
    """A button with words and perhaps an icon; its kind decides how it looks."""

    _kind = ""
    _token = "text2"

    def __init__(self, text: str, icon: str = "", *, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._gap = " " if icon else ""  # Qt sets the icon close against the words
        if self._kind:
            self.setProperty("kind", self._kind)
        if icon:
            set_icon(self, icon, self._token, 16)
        self.set_text(text)
        if name:
            self.setAccessibleName(name)
        self.setAutoDefault(False)

    def set_text(self, text: str) -> None:
        """Show other words, for the eye and for the screen reader."""
        self.setText(self._gap + text)
        self.setAccessibleName(text.replace("&", ""))


class PrimaryButton(_WordButton):
    """The green button: what the screen is for. There is one on a screen; Ctrl+Enter presses it."""

    _kind = "primary"
    _token = "on_accent"


class PlainButton(_WordButton):
    """An outlined button for everything else one can do here."""


class QuietButton(_WordButton):
    """Words without an outline, for small ways onward beside something larger."""

    _kind = "quiet"
    _token = "accent_text"


class IconButton(EnterToolButton):
    """A button with an icon alone; ``name`` is read aloud and shown as its tip."""

    def __init__(
        self, icon: str, name: str, *, size: int = 18, checkable: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        set_icon(self, icon, "text2", size)
        set_size(self, width=30, height=30)
        self.setToolTip(name)
        self.setAccessibleName(name)
        self.setCheckable(checkable)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAutoRaise(True)
