"""Chips of a filter, and a row that breaks into as many lines as it needs."""

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from frhearing.ui.theme import set_icon, theme
from frhearing.ui.widgets.enter import EnterPushButton


class FilterChip(EnterPushButton):
    """What is being filtered by; one press, or Delete, takes it off (``removed``)."""

    removed = Signal()

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(f"{text} ", parent)
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        set_icon(self, "x", "text2", 14)
        self.setAccessibleName(f"Filter {text}, remove")
        self.setToolTip("Remove this filter")
        self.setAutoDefault(False)
        self.clicked.connect(self.removed)


class FlowRow(QWidget):
    """Children from left to right, in as many lines as the width asks for.

    It places them itself: a Python subclass of QLayout can lose its Python half while Qt still uses it.
    """

    def __init__(self, gap: int = 6, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._gap = gap
        self._items: list[QWidget] = []
        self._heights: dict[tuple[int, float], int] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(self, *widgets: QWidget) -> None:
        """Append widgets at the end."""
        for widget in widgets:
            widget.setParent(self)
            widget.show()
            self._items.append(widget)
        self._place_anew()

    def clear(self) -> None:
        """Take all widgets out and let them go."""
        for widget in self._items:
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
        self._items.clear()
        self._place_anew()

    def keep(self, widget: QWidget, shown: bool) -> None:
        """Show or hide one of the widgets; a hidden one takes no room."""
        widget.setVisible(shown)
        self._place_anew()

    def widgets(self) -> list[QWidget]:
        """Give the widgets in their order."""
        return list(self._items)

    def heightForWidth(self, width: int) -> int:
        """Give the height that the lines take at a width, in pixels; layouts ask for it again and again."""
        key = width, theme.zoom
        if key not in self._heights:
            self._heights[key] = self._place(width, move=False)
        return self._heights[key]

    def sizeHint(self) -> QSize:
        """Give the size it wants: all in one line."""
        gap = theme.px(self._gap)
        width = sum(item.sizeHint().width() + gap for item in self._items if not item.isHidden()) - gap
        return QSize(max(0, width), self.heightForWidth(self.width() or 400))

    def minimumSizeHint(self) -> QSize:
        """Give the size it cannot do without: the widest child."""
        widest = max((item.minimumSizeHint().width() for item in self._items), default=0)
        return QSize(widest, self.heightForWidth(max(self.width(), widest)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the children anew for the new width."""
        super().resizeEvent(event)
        self._place_anew()

    def event(self, event: QEvent) -> bool:
        """Place the children anew when one of them has become larger or smaller."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._place_anew()
        return super().event(event)

    def _place_anew(self) -> None:
        self._heights.clear()
        self._place(self.width(), move=True)
        self.updateGeometry()

    def _place(self, width: int, *, move: bool) -> int:
        gap = theme.px(self._gap)
        x = y = high = 0
        line: list[tuple[QWidget, QRect]] = []
        for item in self._items:
            if item.isHidden():
                continue
            size = item.sizeHint().expandedTo(item.minimumSize())
            wide = min(size.width(), width) if width else size.width()
            if x and x + wide > width:
                self._settle(line, high, move=move)
                x, y, high, line = 0, y + high + gap, 0, []
            line.append((item, QRect(QPoint(x, y), QSize(wide, size.height()))))
            x += wide + gap
            high = max(high, size.height())
        self._settle(line, high, move=move)
        return y + high

    @staticmethod
    def _settle(line: list[tuple[QWidget, QRect]], high: int, *, move: bool) -> None:
        """Put the widgets of one line in their places, each in the middle of its height."""
        for item, place in line if move else ():
            item.setGeometry(place.translated(0, (high - place.height()) // 2))
