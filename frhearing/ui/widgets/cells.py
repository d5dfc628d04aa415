"""Cells of a table with room at both sides, so that their words stand below those of the heading."""

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from frhearing.ui.theme import theme

SIDE: Final = 8
"""Design pixels at each side of a cell's words."""


class CellDelegate(QStyledItemDelegate):
    """Paints text with a margin and an ellipsis, and the whole row as one where it is chosen."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one cell; the style draws its ground, the words are drawn here."""
        cell = QStyleOptionViewItem(option)
        self.initStyleOption(cell, index)
        text = cell.text
        cell.text = ""
        # One cell of a chosen row is "current"; a frame around it alone would say that cells can be chosen.
        cell.state &= ~QStyle.StateFlag.State_HasFocus
        style = cell.widget.style() if cell.widget else QApplication.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, cell, painter, cell.widget)
        painter.save()
        painter.setFont(cell.font)
        chosen = bool(cell.state & QStyle.StateFlag.State_Selected)
        painter.setPen(theme.color("sel_text" if chosen else "text"))
        box = cell.rect.adjusted(theme.px(SIDE), 0, -theme.px(SIDE), 0)
        shown = cell.fontMetrics.elidedText(text, Qt.TextElideMode.ElideRight, box.width() + 1)
        painter.drawText(box, cell.displayAlignment | Qt.AlignmentFlag.AlignVCenter, shown)
        if chosen and theme.high_contrast:  # its ground is like any other there
            painter.setPen(QPen(theme.color("focus"), theme.focus_width))
            painter.drawLine(cell.rect.topLeft(), cell.rect.topRight())
            painter.drawLine(cell.rect.bottomLeft(), cell.rect.bottomRight())
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Give the size of the words with their margins."""
        size = super().sizeHint(option, index)
        size.setWidth(size.width() + 2 * theme.px(SIDE))
        return size
