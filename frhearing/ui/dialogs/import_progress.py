"""How far an import is: words, a bar, and the time that is left."""

import time

from PySide6.QtWidgets import QProgressBar, QWidget

from frhearing.ui.theme import set_size
from frhearing.ui.widgets import column, label, row

_SOON = 1.5
"""Seconds after which a time that is left is worth saying."""


class ProgressBox(QWidget):
    """Shows a step that is under way; hidden while there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = label("", "strong", wrap=True)
        self.left = label("", "caption")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        set_size(self.bar, min_height=10, max_height=10)
        self.setLayout(column(row((self.words, 1), self.left), self.bar, gap=6))
        self._started = 0.0
        self.hide()

    def start(self, words: str) -> None:
        """Show a step whose length is not known yet."""
        self._started = time.monotonic()
        self.words.setText(words)
        self.left.setText("")
        self.bar.setRange(0, 0)
        self.bar.setAccessibleName(words)
        self.show()

    def show_step(self, done: int, total: int, words: str) -> None:
        """Show how far the step is; a total of 0 means that nobody knows."""
        self.words.setText(words)
        self.bar.setAccessibleName(words)
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        spent = time.monotonic() - self._started
        if total and done and spent > _SOON:
            seconds = round(spent * (total - done) / done)
            self.left.setText(f"about {seconds} s left" if seconds < 90 else f"about {round(seconds / 60)} min left")
        else:
            self.left.setText("")

    def stop(self) -> None:
        """Show nothing: the step is over."""
        self.hide()
