"""The large buttons of the podium: 50 high, each with its key below."""

from PySide6.QtWidgets import QPushButton, QWidget

from frhearing.ui.theme import set_icon, set_size
from frhearing.ui.widgets import KeyCap, PlainButton, PrimaryButton, column, label, row


def large(button: PrimaryButton | PlainButton) -> PrimaryButton | PlainButton:
    """Make a button as large as the hand finds without looking."""
    button.setProperty("live", "true")
    set_size(button, min_height=50)
    return button


def keyed(button: QPushButton, keys: str, words: str = "") -> QWidget:
    """Give a button with its key, and perhaps a word, below it."""
    made = QWidget()
    below = row(KeyCap(keys), *((label(words, "caption"),) if words else ()), None, gap=6)
    made.setLayout(column(button, below, gap=5))
    return made


def show_state(button: PrimaryButton | PlainButton, words: str, sign: str, token: str) -> None:
    """Show another step on a button; nothing is laid out anew where it is the same."""
    if button.property("step") != words:
        button.setProperty("step", words)
        button.set_text(words)
        set_icon(button, sign, token, 20)
