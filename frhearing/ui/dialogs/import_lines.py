"""Lists beside what they list: lines cut at the edge, panes one below the other where the window is narrow."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtWidgets import QBoxLayout, QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from frhearing.ui.theme import theme


class CutLine(QStyledItemDelegate):
    """Paints an item as wide as the list, with so many lines of text; what does not fit ends in dots."""

    def __init__(self, lines: int, parent: QListView) -> None:
        super().__init__(parent)
        self._lines = lines

    def sizeHint(self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Give the height of the lines; the width is the list's own."""
        return QSize(0, self._lines * option.fontMetrics.lineSpacing() + theme.px(10))


def cut_lines(view: QListView, lines: int) -> None:
    """Let a list show items of so many lines, as wide as itself."""
    view.setItemDelegate(CutLine(lines, view))
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setTextElideMode(Qt.TextElideMode.ElideRight)
    view.setUniformItemSizes(True)
    view.setWordWrap(False)


def stack(panes: QBoxLayout, over: QWidget, needed: int) -> bool:
    """Lay panes one below the other where what they lie in is narrower than they need (design pixels); says so."""
    narrow = over.width() / theme.zoom < needed
    panes.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
    return narrow
