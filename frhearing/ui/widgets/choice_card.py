"""A large button: an icon, what it does, a line about it, and its key or state at the right."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from frhearing.ui.theme import set_icon
from frhearing.ui.widgets.enter import EnterPushButton
from frhearing.ui.widgets.labels import label, picture
from frhearing.ui.widgets.layouts import column, row


class ChoiceCard(EnterPushButton):
    """One of a few ways to begin. ``primary`` is the green one; ``plain`` has no outline, for lines of a list."""

    def __init__(
        self, icon: str, title: str, words: str, *beside: QWidget, primary: bool = False, plain: bool = False
    ) -> None:
        super().__init__()
        self.setProperty("kind", "choice_primary" if primary else "choice_plain" if plain else "choice")
        self.setAutoDefault(False)
        ink = "on_accent" if primary else "text2" if plain else "accent_text"
        self.title = label(title, "on_green" if primary else "strong" if plain else "h3")
        self.words = label(words, "on_green_small" if primary else "caption_plain")
        text = column(None, self.title, self.words, None, gap=2)
        self._sign = picture(icon, ink, 20 if plain else 26)
        margins = (2, 0, 2, 0) if plain else (16, 0, 12, 0)
        self.setLayout(row(self._sign, (text, 1), *beside, margins=margins, gap=12 if plain else 14))
        for part in self.findChildren(QWidget):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(title)
        self.setAccessibleDescription(words)

    def show_words(self, icon: str, title: str, words: str) -> None:
        """Show another icon and other words."""
        kept = self._sign.property("fr_icon")
        set_icon(self._sign, icon, kept[1], kept[2])
        self.title.setText(title)
        self.words.setText(words)
        self.setAccessibleName(title)
        self.setAccessibleDescription(words)
