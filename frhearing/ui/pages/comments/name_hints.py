"""Names from earlier comments below the field in which a name is typed; Tab and typing go on as ever."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem

from frhearing.model.counted import counted
from frhearing.model.people import KnownName
from frhearing.ui.tables.plain import plain
from frhearing.ui.theme import theme
from frhearing.ui.widgets import announce, column, frame

_ROWS: Final = 5
_ROW: Final = 28


class NameHints(QObject):
    """A list that never takes the focus: Down and Up choose, Enter takes the chosen name, Escape closes.

    ``taken`` carries the KnownName.
    """

    taken = Signal(object)

    def __init__(self, field: QLineEdit) -> None:
        super().__init__(field)
        self._field = field
        self._known: tuple[KnownName, ...] = ()
        self.list = QListWidget()
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setAccessibleName("Names from earlier comments")
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemClicked.connect(self._take)
        self.panel = frame("card", column(self.list, margins=(4, 4, 4, 4)))
        self.panel.hide()
        field.installEventFilter(self)

    def show_known(self, known: Sequence[KnownName]) -> None:
        """Offer these names; none, or only what stands there already, closes the list."""
        typed = self._field.text().strip().casefold()
        self._known = tuple(known)
        self.list.clear()
        for one in known:
            words = ", ".join(part for part in (plain(one.name), plain(one.organization), plain(one.group)) if part)
            item = QListWidgetItem(words)
            item.setSizeHint(QSize(0, theme.px(_ROW)))
            self.list.addItem(item)
        said = len(known) == 1 and known[0].name.casefold() == typed and not known[0].organization
        if not known or said or not self._field.hasFocus() or not typed:
            self.hide()
            return
        self._place()
        announce(self._field, f"{counted(len(known), 'known name')}; Down to choose")

    def hide(self) -> None:
        """Close the list."""
        self.panel.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys that choose; everything else is the field's."""
        if event.type() in (QEvent.Type.FocusOut, QEvent.Type.Hide):
            self.hide()
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self.panel.isVisible():
            return self._key(event.key())
        return super().eventFilter(watched, event)

    def _key(self, key: int) -> bool:
        row, last = self.list.currentRow(), self.list.count() - 1
        if key == Qt.Key.Key_Down:
            self.list.setCurrentRow(min(row + 1, last))
        elif key == Qt.Key.Key_Up:
            self.list.setCurrentRow(max(row - 1, -1))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and row >= 0:
            self._take(self.list.currentItem())
        elif key == Qt.Key.Key_Escape:
            self.hide()
        else:
            return False
        return True

    def _take(self, _item: QListWidgetItem) -> None:
        row = self.list.currentRow()
        self.hide()
        if 0 <= row < len(self._known):
            self.taken.emit(self._known[row])

    def _place(self) -> None:
        """Lay the list over the window, below the field."""
        window = self._field.window()
        self.panel.setParent(window)
        self.list.setCurrentRow(-1)
        height = min(self.list.count(), _ROWS) * theme.px(_ROW) + theme.px(10)
        below = self._field.mapTo(window, QPoint(0, self._field.height() + theme.px(2)))
        self.panel.setGeometry(below.x(), below.y(), max(self._field.width(), theme.px(280)), height)
        self.panel.show()
        self.panel.raise_()
