"""The view of the contents: a handle to drag by, a check box, the title, the page."""

from typing import Final

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from frhearing.ui.pages.report.sections import PAGE_ROLE, SectionsModel
from frhearing.ui.theme import pixmap, theme

Index = QModelIndex | QPersistentModelIndex
_LINE: Final = 25
_SWITCH: Final = 46
"""Design pixels from the left in which a click switches the section."""
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class _SectionDelegate(QStyledItemDelegate):
    """Paints one section and lets a click on its box, or Space, switch it."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002  # Qt's signature
        """Give the size of a line."""
        return QSize(theme.px(160), theme.px(_LINE))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one section in the colours of the theme."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        px, box = theme.px, option.rect
        on = Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole)) == Qt.CheckState.Checked
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.fillRect(box, theme.color("sel"))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme.color("focus"), theme.focus_width))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), px(4), px(4))
        middle = box.center().y() + 1
        painter.drawPixmap(box.left() + px(4), middle - px(7), pixmap("grip-vertical", "text3", 14))
        self._paint_box(painter, QRect(box.left() + px(24), middle - px(8), px(16), px(16)), on)
        painter.setFont(theme.font("ui"))
        painter.setPen(theme.color(("sel_text" if chosen else "text") if on else "text3"))
        page = index.data(PAGE_ROLE)
        words = box.adjusted(px(50), 0, -px(44), 0)
        title = painter.fontMetrics().elidedText(str(index.data()), Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, _LEFT, title)
        if page:
            painter.setFont(theme.font("caption", tabular=True))
            painter.setPen(theme.color("text2" if chosen else "text3"))
            painter.drawText(box.adjusted(0, 0, -px(8), 0), _RIGHT, f"p. {page}")
        painter.restore()

    def _paint_box(self, painter: QPainter, box: QRect, on: bool) -> None:
        painter.setPen(theme.color("accent" if on else "border_strong"))
        painter.setBrush(theme.color("accent" if on else "surface"))
        painter.drawRoundedRect(box, theme.px(4), theme.px(4))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if on:
            sign = pixmap("check", "on_accent", 13)
            painter.drawPixmap(box.left() + theme.px(2), box.top() + theme.px(2), sign)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:  # noqa: ARG002
        """Let the field for a title stand where the title stands."""
        editor.setGeometry(option.rect.adjusted(theme.px(46), 0, 0, 0))

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Give the field for a title its name."""
        field = super().createEditor(parent, option, index)
        field.setAccessibleName(f"Title of the section {index.data()}")
        return field

    def editorEvent(self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index) -> bool:
        """Switch the section at a click on its box or at Space."""
        clicked = (
            event.type() == QEvent.Type.MouseButtonRelease
            and isinstance(event, QMouseEvent)
            and theme.px(18) <= event.position().x() - option.rect.left() < theme.px(_SWITCH)
        )
        pressed = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Space
        if not (clicked or (pressed and event.type() == QEvent.Type.KeyPress)):
            return False
        on = Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole)) == Qt.CheckState.Checked
        wanted = Qt.CheckState.Unchecked if on else Qt.CheckState.Checked
        return model.setData(index, wanted, Qt.ItemDataRole.CheckStateRole)


class SectionList(QListView):
    """The contents of the summary; Alt+↑ and Alt+↓ do what dragging does."""

    def __init__(self, model: SectionsModel) -> None:
        super().__init__()
        self._sections = model
        self.setModel(model)
        self.setItemDelegate(_SectionDelegate(self))
        self.setAccessibleName("Contents of the summary")
        self.setAccessibleDescription(
            "Space prints a section or leaves it out, F2 gives it a title of your own, Alt and the arrows move it."
        )
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed | QAbstractItemView.EditTrigger.DoubleClicked)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        model.modelReset.connect(self._fit)
        theme.changed.connect(self._fit)
        self._fit()

    def move_current(self, step: int) -> None:
        """Move the chosen section up (-1) or down (+1); the choice goes with it."""
        row = self.currentIndex().row()
        if row >= 0 and self._sections.move(row, row + step):
            self.setCurrentIndex(self._sections.index(row + step))

    def _fit(self) -> None:
        """Be as high as all sections, so that the pane scrolls and not the list."""
        self.setFixedHeight(theme.px(_LINE) * max(self._sections.rowCount(), 1) + 2)
        self.doItemsLayout()
