"""Paints one comment of the list: as a card of three lines, or as the cells of a table row."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem

from frhearing.ui.tables.comment_model import ROW_ROLE, Column
from frhearing.ui.tables.row_ink import RowInk
from frhearing.ui.tables.shown_row import ShownRow
from frhearing.ui.theme import theme

CARD_HEIGHT = 66
ROW_HEIGHT = 48


class CommentDelegate(QStyledItemDelegate):
    """Paints rows from their preformatted texts; every row has the same height.

    ``columns`` are the visible ones in their order; with one column the row is a card.
    """

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view
        self.columns: tuple[Column, ...] = (Column.FROM,)
        self._ink = RowInk()
        theme.changed.connect(self._renew)

    def _renew(self) -> None:
        self._ink = RowInk()

    def row_height(self) -> int:
        """Give the height of every row in pixels."""
        return theme.px(CARD_HEIGHT if len(self.columns) == 1 else ROW_HEIGHT)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Give the fixed height; the width is the view's matter."""
        return QSize(theme.px(100), self.row_height())

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint one card or one cell."""
        row: ShownRow = index.data(ROW_ROLE)
        box: QRect = option.rect
        # The view is asked: for the option's state PySide would make all of QStyle's lists of names, at the start.
        selected = self._view.selectionModel().isRowSelected(index.row())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        column = Column(index.column())
        self._ground(painter, box, column, selected)
        inner = box.adjusted(0, 0, 0, -1)
        if len(self.columns) == 1:
            self._card(painter, inner, row, selected)
        else:
            self._cell(painter, inner, row, column, selected)
        if self._current(index):
            self._ring(painter, box, column)
        painter.restore()

    def _current(self, index: QModelIndex | QPersistentModelIndex) -> bool:
        """Whether the keys stand on this row: the ring is drawn around the whole row."""
        return self._view.hasFocus() and self._view.currentIndex().row() == index.row()

    def _ground(self, painter: QPainter, box: QRect, column: Column, selected: bool) -> None:
        ink = self._ink
        painter.fillRect(box, ink.colour("sel" if selected else "surface"))
        painter.fillRect(box.x(), box.bottom(), box.width(), 1, ink.colour("border"))
        if selected and column is self.columns[0]:
            painter.fillRect(box.x(), box.y(), theme.px(3), box.height(), ink.colour("accent"))

    def _ring(self, painter: QPainter, box: QRect, column: Column) -> None:
        width = theme.focus_width
        pen = QPen(self._ink.colour("focus"), width)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(pen)
        half = width // 2
        top, bottom = box.top() + half, box.bottom() - half
        left, right = box.left() + half, box.right() - half
        painter.drawLine(box.left(), top, box.right() + 1, top)
        painter.drawLine(box.left(), bottom, box.right() + 1, bottom)
        if column is self.columns[0]:
            painter.drawLine(left, box.top(), left, box.bottom() + 1)
        if column is self.columns[-1]:
            painter.drawLine(right, box.top(), right, box.bottom() + 1)

    def _card(self, painter: QPainter, box: QRect, row: ShownRow, selected: bool) -> None:
        ink, px = self._ink, theme.px
        left, right = box.x() + px(34), box.right() - px(10)
        lines = [box.y() + px(y) for y in (15, 33, 50)]
        half = px(9)
        ink.stance(painter, row.stance, box.x() + px(20), lines[0])
        date = ink.width(ink.caption, row.date) + px(2)
        ink.text(painter, QRect(right - date, lines[0] - half, date, 2 * half), row.date, ink.caption, "text2")
        room = QRect(left, lines[0] - half, right - date - px(8) - left, 2 * half)
        ink.text(painter, room, row.name, ink.strong, "text")
        ink.text(painter, QRect(left, lines[1] - half, right - left, 2 * half), row.subject, ink.ui, "text2")
        edge = self._signs(painter, row, right, lines[2], selected)
        foot = " · ".join((row.number, row.group if row.group != "—" else "No group", *row.marks))
        room = QRect(left, lines[2] - half, edge - px(6) - left, 2 * half)
        ink.text(painter, room, foot, ink.caption, "text2" if selected else "text3")

    def _signs(self, painter: QPainter, row: ShownRow, right: int, y: int, selected: bool) -> int:
        """Paint flag, quotes and themes from right to left; gives the edge that is left of them."""
        px = theme.px
        for shown, name in ((row.quotes, "quote"), (row.flagged, "flag")):
            if shown:
                right -= px(15)
                self._ink.icon(painter, name, "warn_icon", right, y)
                right -= px(4)
        for key in reversed(row.keys):
            width = max(px(17), self._ink.width(self._ink.key, key) + px(8))
            right -= width
            self._ink.cap(painter, key, right, y, on=selected)
            right -= px(3)
        return right

    def _cell(self, painter: QPainter, box: QRect, row: ShownRow, column: Column, selected: bool) -> None:
        ink, px = self._ink, theme.px
        middle = box.center().y()
        left = box.x() + px(8)
        room = QRect(left, box.y(), box.right() - left - px(4), box.height())
        if column is Column.NUMBER:
            ink.stance(painter, row.stance, box.x() + px(18), middle)
            font = ink.strong if row.stance == "not_tagged" else ink.ui
            ink.text(painter, room.adjusted(px(22), 0, 0, 0), row.number, font, "text")
        elif column is Column.FROM:
            self._who(painter, room, row)
        elif column is Column.GROUP:
            ink.text(painter, room, row.group, ink.ui, "text2")
        elif column is Column.THEMES:
            for key in row.keys:
                if left + px(17) > box.right():
                    break
                left += ink.cap(painter, key, left, middle, on=selected) + px(3)
        else:
            ink.icon(painter, row.channel_icon, "text2", left, middle)
            ink.text(painter, room.adjusted(px(22), 0, 0, 0), row.date, ink.ui, "text2")

    def _who(self, painter: QPainter, room: QRect, row: ShownRow) -> None:
        """Paint the cell of two lines: name with organization and marks, and what was written."""
        ink, px = self._ink, theme.px
        upper = QRect(room.x(), room.y() + px(5), room.width(), px(18))
        lower = QRect(room.x(), room.y() + px(24), room.width(), px(18))
        extra = sum(ink.width(ink.key, mark) + px(18) for mark in row.marks)
        extra += px(20) * (row.flagged + row.quotes)
        named = upper.adjusted(0, 0, -min(extra, room.width() // 2), 0)
        x = upper.x() + ink.text(painter, named, row.name, ink.strong, "text") + px(7)
        y = upper.center().y() + 1
        for mark in row.marks:
            x += ink.tag(painter, mark, x, y) + px(6)
        for is_shown, name in ((row.quotes, "quote"), (row.flagged, "flag")):
            if is_shown:
                ink.icon(painter, name, "warn_icon", x, y)
                x += px(20)
        rest = QRect(x, upper.y(), upper.right() - x, upper.height())
        ink.text(painter, rest, row.organization, ink.caption, "text3")
        ink.text(painter, lower, row.line, ink.caption, "text2")
