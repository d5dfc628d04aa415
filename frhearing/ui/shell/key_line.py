"""The key line at the bottom: the keys that work here and now, as many as there is room for."""

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from frhearing.ui.actions import KeyHint
from frhearing.ui.theme import set_size, theme
from frhearing.ui.widgets import KeyCap, clear, label, row


class KeyLine(QFrame):
    """Key caps with a word or two each; the most used come first and the last give way."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "foot")
        self.setAccessibleName("Keys that work here")
        set_size(self, height=28)
        self._hints: tuple[KeyHint, ...] = ()
        self._row = row(None, gap=14)
        self._pairs: list[QWidget] = []
        self._all = self._pair(KeyHint("F1", "All keys"), words_first=True)
        self.setLayout(row((self._row, 1), self._all, margins=(12, 0, 12, 0), gap=14))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def _pair(self, hint: KeyHint, *, words_first: bool = False) -> QWidget:
        cap, words = KeyCap(hint.keys), label(hint.words, "caption")
        pair = QWidget()
        pair.setLayout(row(*((words, cap) if words_first else (cap, words)), gap=6))
        return pair

    def show_hints(self, hints: Sequence[KeyHint]) -> None:
        """Show the keys of the page that is seen."""
        if tuple(hints) == self._hints:
            return
        self._hints = tuple(hints)
        clear(self._row)
        self._pairs = [self._pair(hint) for hint in self._hints]
        for pair in self._pairs:
            self._row.addWidget(pair)
        self._row.addStretch(1)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many keys as fit."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = self.width() - self._all.sizeHint().width() - theme.px(60)
        for pair in self._pairs:
            room -= pair.sizeHint().width() + theme.px(14)
            pair.setVisible(room >= 0)
