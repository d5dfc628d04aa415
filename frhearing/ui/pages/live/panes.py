"""Queue, podium and log side by side; in a small window two of them, or one, with a strip to choose."""

from typing import Final

from PySide6.QtWidgets import QApplication, QTabBar, QWidget

from frhearing.ui.theme import set_size
from frhearing.ui.widgets import column, frame, label, row

_NAMES: Final = ("speakers", "podium", "log")
_WIDE, _HALF = 1100, 800
"""From so many design pixels on three panes stand side by side, and two of them."""


class LivePanes(QWidget):
    """Holds the panes; ``bring`` shows one of them whatever the width. The clock stands over them without a podium."""

    def __init__(self, left: QWidget, middle: QWidget, log: QWidget) -> None:
        super().__init__()
        self._panes = dict(zip(_NAMES, (left, middle, log), strict=True))
        self._several = 3
        self.strip = QTabBar()
        self.strip.setDrawBase(False)
        self.strip.setExpanding(False)
        self.strip.setAccessibleName("Speakers, podium or log")
        for name in _NAMES:
            self.strip.addTab(name.capitalize())
        self.strip.currentChanged.connect(self._apply)
        self.clock = label("", "strong")
        self._bar = frame("bar", row(self.strip, None, self.clock, margins=(8, 4, 12, 4), gap=8))
        set_size(self._bar, min_height=38)
        self.setLayout(column(self._bar, (row(left, (middle, 1), log, gap=0), 1), gap=0))

    def show_clock(self, words: str) -> None:
        """Say the clock over the panes: seen where the podium is not."""
        self.clock.setText(words)

    def bring(self, name: str) -> None:
        """Show a pane, if it is not seen already."""
        if not self._seen(name):
            self.strip.setCurrentIndex(_NAMES.index(name))

    def fit(self, width: int) -> int:
        """Show as many panes as ``width`` design pixels hold; returns how many of them the middle one has."""
        several = 3 if width >= _WIDE else 2 if width >= _HALF else 1
        if several != self._several:
            self._several = several
            self.strip.setTabVisible(1, several == 1)
            self.strip.setCurrentIndex(_NAMES.index(self._with_focus() or ("podium" if several == 1 else "speakers")))
        left = 318 if width >= 1300 else 260 if width >= 1000 else 230
        right = 400 if width >= 1700 else 346 if width >= 1300 else 290
        half = left + 40
        for name, size in (("speakers", left), ("log", right)):
            if several == 1:
                set_size(self._panes[name], min_width=120, max_width=8000)
            else:
                set_size(self._panes[name], width=size if several == 3 else half)
        self._apply()
        return width - {3: 80 + left + right, 2: 64 + half, 1: 64}[several]

    def _with_focus(self) -> str:
        """Give the pane that has the caret, for it stays in sight; the podium is seen anyway where there are two."""
        focus = QApplication.focusWidget()
        names = _NAMES if self._several == 1 else ("speakers", "log")
        return next((name for name in names if focus is not None and self._panes[name].isAncestorOf(focus)), "")

    def _seen(self, name: str) -> bool:
        chosen = _NAMES[self.strip.currentIndex()]
        return self._several == 3 or name == chosen or (self._several == 2 and name == "podium")

    def _apply(self, _index: int = 0) -> None:
        self._bar.setVisible(self._several < 3)
        for name, pane in self._panes.items():
            pane.setVisible(self._seen(name))
        self.clock.setVisible(not self._seen("podium"))
