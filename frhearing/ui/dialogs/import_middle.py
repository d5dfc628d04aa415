"""The middle of a panel: it scrolls where the window is too low, so that head and foot stay in sight."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtWidgets import QApplication, QFrame, QLayout, QScrollArea, QWidget

from frhearing.ui.theme import theme
from frhearing.ui.widgets import column, scroll
from frhearing.ui.widgets.layouts import Item

_AROUND = 24
"""What is left free above and below the panel, in design pixels."""
_LEAST = 96
"""The middle is never lower than this, in design pixels; in a window lower still the whole panel scrolls."""


class Middle(QFrame):
    """Holds what stands between the head and the foot of a panel, as high as it wants to be or as the window allows."""

    def __init__(self, around: QWidget, panel: QWidget, name: str, items: Sequence[Item]) -> None:
        """Fit into ``panel``, which lies over ``around``; ``name`` is read aloud."""
        super().__init__()
        self._around, self._panel = around, panel
        self._content = QWidget()
        self._content.setLayout(column(*items, margins=(0, 0, 8, 0), gap=12))
        self.area: QScrollArea = scroll(self._content, name)
        self.setLayout(column((self.area, 1), gap=0))
        for watched in (around, panel, self._content):
            watched.installEventFilter(self)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._show_focus)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the window and what stands inside."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            self.fit()
        return super().eventFilter(watched, event)

    def fit(self) -> None:
        """Take the height of what stands inside, as far as the window has room for it."""
        outer, inner = self._panel.layout(), self._content.layout()
        if outer is None or inner is None or not self._panel.width():
            return
        wanted = _height(inner, self.area.width())
        others = _height(outer, self._panel.width()) - self.minimumHeight()
        room = self._around.height() - 2 * theme.px(_AROUND) - others
        height = max(min(wanted, room), min(wanted, theme.px(_LEAST)))
        if height != self.minimumHeight() or height != self.maximumHeight():
            self.setFixedHeight(height)

    def to_the_top(self) -> None:
        """Show what stands first in here."""
        self.area.verticalScrollBar().setValue(0)

    def first_stop(self) -> QWidget | None:
        """Give the uppermost thing in here that takes the focus, if there is any."""
        tab = Qt.FocusPolicy.TabFocus
        stops = [one for one in self._content.findChildren(QWidget) if one.focusPolicy() & tab and one.isEnabled()]
        seen = [one for one in stops if one.isVisibleTo(self._content)]
        return min(seen, key=lambda one: one.mapTo(self._content, QPoint()).y(), default=None)

    def _show_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Scroll to what has the focus, where that stands in here."""
        if now is not None and self._content.isAncestorOf(now):
            self.area.ensureWidgetVisible(now, 0, theme.px(14))


def _height(layout: QLayout, width: int) -> int:
    """Return how high a layout wants to be at a width, in pixels."""
    return layout.totalHeightForWidth(width) if layout.hasHeightForWidth() else layout.totalSizeHint().height()
