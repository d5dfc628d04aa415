"""The list of those who signed in to speak, in the order of their slips."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from frhearing.model.comment import Appearance
from frhearing.ui.pages.live.slip_line import WORDS_FROM, paint_ground, paint_number
from frhearing.ui.pages.live.words import over_seconds, slip_in_words, used_words, who_words
from frhearing.ui.theme import theme

Index = QModelIndex | QPersistentModelIndex
SLIP_ROLE: Final = int(Qt.ItemDataRole.UserRole) + 1
STANCE_ROLE: Final = SLIP_ROLE + 1
_LINE: Final = 46
_STRUCK: Final = frozenset({"no_show", "withdrawn", "duplicate", "voided"})
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class SpeakersModel(QAbstractListModel):
    """The slips of a hearing; the stance is the one on the active question."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._slips: tuple[Appearance, ...] = ()
        self._question = 1

    def show_slips(self, slips: Sequence[Appearance], question: int) -> None:
        """Show the slips of a hearing."""
        self.beginResetModel()
        self._slips, self._question = tuple(slips), question
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """Give the number of slips."""
        return 0 if parent.isValid() else len(self._slips)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give a slip, its name, its stance, or all of it in words."""
        slip = self._slips[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return slip.name
        if role == SLIP_ROLE:
            return slip
        if role == STANCE_ROLE:
            stance = slip.stances.get(self._question)
            return stance.value if stance else "not_tagged"
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return slip_in_words(slip, self._question)
        return None


class _SpeakerDelegate(QStyledItemDelegate):
    """Paints a slip: number, stance, name, for whom, time used."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002  # Qt's signature
        """Give the size of a line."""
        return QSize(theme.px(220), theme.px(_LINE))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one slip in the colours of the theme."""
        slip: Appearance = index.data(SLIP_ROLE)
        px, box = theme.px, option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        absent = slip.used_seconds is None
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ground(painter, option, "sel" if chosen else "", marked=chosen)
        paint_number(painter, box, slip.slip, index.data(STANCE_ROLE))
        right = self._paint_time(painter, slip, box)
        words = QRect(box.left() + px(WORDS_FROM), box.top() + px(4), right - box.left() - px(WORDS_FROM + 6), px(20))
        self._paint_words(painter, slip, words, absent)
        below = words.translated(0, px(19))
        below.setRight(box.right() - px(60 if over_seconds(slip) else 10))
        painter.setFont(theme.font("caption"))
        painter.setPen(theme.color("text2"))
        who = painter.fontMetrics().elidedText(who_words(slip), Qt.TextElideMode.ElideRight, below.width())
        painter.drawText(below, _LEFT, who)
        painter.restore()

    def _paint_time(self, painter: QPainter, slip: Appearance, box: QRect) -> int:
        """Paint the time used; gives where the room for the words ends."""
        over = over_seconds(slip)
        painter.setFont(theme.font("caption", tabular=True))
        painter.setPen(theme.color("text2"))
        text = used_words(slip)
        area = box.adjusted(0, theme.px(4), -theme.px(10), 0)
        area.setHeight(theme.px(20))
        painter.drawText(area, _RIGHT, text)
        if over:
            painter.setPen(theme.color("danger_fg"))
            painter.drawText(area.translated(0, theme.px(19)), _RIGHT, f"{over} s over")
        return area.right() - painter.fontMetrics().horizontalAdvance(text)

    def _paint_words(self, painter: QPainter, slip: Appearance, words: QRect, absent: bool) -> None:
        font = theme.font("ui" if absent else "strong")
        font.setStrikeOut(slip.status in _STRUCK)
        painter.setFont(font)
        painter.setPen(theme.color("text3" if absent else "text"))
        name = painter.fontMetrics().elidedText(slip.name, Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, _LEFT, name)


class SpeakerList(QListView):
    """The view of the slips; ``picked`` carries the slip that the choice has moved to."""

    picked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._slips = SpeakersModel(self)
        self.setModel(self._slips)
        self.setItemDelegate(_SpeakerDelegate(self))
        self.setAccessibleName("Speakers in the order of their slips")
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.selectionModel().currentChanged.connect(self._tell)
        theme.changed.connect(self.doItemsLayout)

    def show_slips(self, slips: Sequence[Appearance], question: int) -> None:
        """Show the slips, the one that was chosen before still chosen."""
        row = max(self.currentIndex().row(), 0)
        self._slips.show_slips(slips, question)
        if slips:
            self.setCurrentIndex(self._slips.index(min(row, len(slips) - 1)))

    def _tell(self, now: QModelIndex, _before: QModelIndex) -> None:
        if now.isValid():
            self.picked.emit(now.data(SLIP_ROLE))
