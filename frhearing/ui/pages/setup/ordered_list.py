"""A short list whose order the clerk decides: by dragging a row, or with Alt+↑ and Alt+↓."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QDropEvent, QFocusEvent, QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from frhearing.ui.theme import pixmap, theme
from frhearing.ui.widgets.choices import paint_key

_ENTRY: Final = Qt.ItemDataRole.UserRole
_ROW, _HEAD = 26, 30
_Index = QModelIndex | QPersistentModelIndex


class Entry(NamedTuple):
    """One row. ``key`` is its number key, ``depth`` how far it is indented, ``note`` stands small at the right.

    An entry with the id 0 is a heading: it cannot be chosen or moved.
    """

    id: int
    text: str
    key: str = ""
    depth: int = 0
    note: str = ""

    @property
    def spoken(self) -> str:
        """The row as a screen reader says it."""
        key = f", key {self.key}" if self.key else ""
        return f"{self.text}{key}{', ' + self.note if self.note else ''}"


class _Rows(QStyledItemDelegate):
    """Paints grip, key, words and note."""

    def sizeHint(self, _option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Give a row's height; it is as wide as the list."""
        return QSize(theme.px(60), theme.px(_ROW if index.data(_ENTRY).id else _HEAD))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint one row in the colours of the theme."""
        entry: Entry = index.data(_ENTRY)
        px, box = theme.px, option.rect
        state = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not entry.id:
            painter.setFont(theme.font("caption_strong"))
            painter.setPen(theme.color("text2"))
            painter.drawText(box.adjusted(px(4), px(4), 0, 0), Qt.AlignmentFlag.AlignVCenter, entry.text)
            painter.restore()
            return
        if state & QStyle.StateFlag.State_Selected and state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme.color("focus"), theme.focus_width))
            painter.setBrush(theme.color("sel"))
            painter.drawRoundedRect(box.adjusted(1, 1, -2, -2), px(4), px(4))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("hover"))
            painter.drawRoundedRect(box, px(4), px(4))
        middle = box.center().y()
        left = box.left() + px(4)
        painter.drawPixmap(left, middle - px(8), pixmap("grip-vertical", "text3", 16))
        left += px(22)
        if entry.key:
            paint_key(painter, QRect(left, middle - px(8), px(18), px(18)), entry.key, False)
        if entry.key or entry.depth:
            left += px(27 + 14 * entry.depth)
        self._words(painter, QRect(left, box.top(), box.right() - left - px(6), box.height()), entry)
        painter.restore()

    @staticmethod
    def _words(painter: QPainter, box: QRect, entry: Entry) -> None:
        middle = Qt.AlignmentFlag.AlignVCenter
        note_font, font = theme.font("caption"), theme.font("ui")
        note_width = QFontMetrics(note_font).horizontalAdvance(entry.note) + theme.px(8) if entry.note else 0
        if note_width > box.width() // 2:
            note_width = 0
        room = box.width() - note_width
        words = QFontMetrics(font).elidedText(entry.text, Qt.TextElideMode.ElideRight, room)
        painter.setFont(font)
        painter.setPen(theme.color("text"))
        painter.drawText(box, middle, words)
        if note_width:
            painter.setFont(note_font)
            painter.setPen(theme.color("text3"))
            painter.drawText(box, middle | Qt.AlignmentFlag.AlignRight, entry.note)


class OrderedList(QListWidget):
    """``moved`` carries an id and the row (from 0) it should stand at; ``opened`` and ``removed`` an id."""

    moved = Signal(int, int)
    opened = Signal(int)
    removed = Signal(int)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setAccessibleDescription("Enter opens a line, Alt with the arrow keys moves it, Delete removes it")
        self.setItemDelegate(_Rows(self))
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QListWidget.Shape.NoFrame)
        self.setMouseTracking(True)
        self.itemDoubleClicked.connect(self._open)
        theme.changed.connect(self._fit)

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show rows anew; the row that was chosen stays chosen."""
        kept, row = self.current_id, self.currentRow()
        self.clear()
        for entry in entries:
            item = QListWidgetItem(entry.text)
            item.setData(_ENTRY, entry)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, entry.spoken)
            item.setToolTip(entry.text)
            if not entry.id:
                item.setFlags(Qt.ItemFlag.NoItemFlags)
            self.addItem(item)
        places = [place for place, entry in enumerate(entries) if entry.id]
        again = next((place for place in places if entries[place].id == kept), None)
        near = min(places, key=lambda place: abs(place - row)) if places and row >= 0 else -1
        self.setCurrentRow(again if again is not None else near)
        self._fit()

    @property
    def current_id(self) -> int:
        """The id of the chosen row, or 0."""
        item = self.currentItem()
        entry: Entry | None = item.data(_ENTRY) if item is not None else None
        return entry.id if entry is not None else 0

    def ids(self) -> list[int]:
        """Give the ids in order, 0 standing for a heading."""
        return [self.item(place).data(_ENTRY).id for place in range(self.count())]

    def move_current(self, step: int) -> None:
        """Ask to move the chosen row up (-1) or down (+1)."""
        target = self.currentRow() + step
        if self.current_id and 0 <= target < self.count():
            self.moved.emit(self.current_id, target)

    def dropEvent(self, event: QDropEvent) -> None:
        """Ask to move the dragged row to where it was dropped; the list is shown anew after the write."""
        target = self.indexAt(event.position().toPoint())
        row = target.row() if target.isValid() else self.count() - 1
        moved = self.current_id
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()
        if moved and row != self.currentRow():
            self.moved.emit(moved, row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and F2 open the row, Delete asks to remove it."""
        key = event.key()
        if self.current_id and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self.opened.emit(self.current_id)
        elif self.current_id and key == Qt.Key.Key_Delete:
            self.removed.emit(self.current_id)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Choose the first row where none is chosen yet: without one nobody sees where the keys go."""
        super().focusInEvent(event)
        # Qt makes the first row the current one by itself, but does not choose it.
        if not self.selectedItems():
            first = next((place for place, found in enumerate(self.ids()) if found), -1)
            self.setCurrentRow(self.currentRow() if self.current_id else first)

    def _open(self, item: QListWidgetItem) -> None:
        if item.data(_ENTRY).id:
            self.opened.emit(item.data(_ENTRY).id)

    def _fit(self) -> None:
        """Be as high as the rows: the page scrolls, not the list."""
        rows = sum(theme.px(_ROW if found else _HEAD) for found in self.ids())
        self.setFixedHeight(max(rows, theme.px(_ROW)) + 4)
        self.doItemsLayout()
