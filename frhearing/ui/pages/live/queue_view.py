"""The queue on screen: those who spoke small, the one at the podium marked, the next, the absent struck through."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from frhearing.desk.live.room import Live
from frhearing.model.live.floor import Slip
from frhearing.model.live.states import SlipStatus
from frhearing.ui.live.words import slip_side
from frhearing.ui.pages.live.queue_model import (
    BESIDE_ROLE,
    DONE,
    NOW,
    OUT,
    PLACE_ROLE,
    SLIP_ROLE,
    STANCE_ROLE,
    WAITS,
    QueueModel,
)
from frhearing.ui.pages.live.slip_line import WORDS_FROM, paint_ground, paint_number
from frhearing.ui.tables.plain import plain
from frhearing.ui.theme import pixmap, theme

Index = QModelIndex | QPersistentModelIndex
_STRUCK: Final = frozenset({SlipStatus.NO_SHOW, SlipStatus.WITHDRAWN, SlipStatus.DUPLICATE, SlipStatus.VOIDED})
"""Who is not there any more: struck through. Who registered without speaking is on the record and is not."""
_SMALL: Final = 34
_FULL: Final = 50
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class _SlipDelegate(QStyledItemDelegate):
    """Paints a slip: number, stance, name, for whom, and what stands beside it."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._zoom = 0.0
        self._sizes: dict[bool, QSize] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002  # Qt's signature
        """Give the height of a line: small where somebody has spoken. A queue asks for a thousand of them."""
        if self._zoom != theme.zoom:
            self._zoom = theme.zoom
            self._sizes = {True: QSize(theme.px(200), theme.px(_SMALL)), False: QSize(theme.px(200), theme.px(_FULL))}
        return self._sizes[index.data(PLACE_ROLE) == DONE]

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one slip in the colours of the theme."""
        slip: Slip = index.data(SLIP_ROLE)
        place: str = index.data(PLACE_ROLE)
        px, box = theme.px, option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        paint_ground(painter, option, "sel" if place == NOW else "hover" if chosen else "", marked=place == NOW)
        paint_number(painter, box, slip.slip, index.data(STANCE_ROLE))
        right = self._beside(painter, index, place, box)
        room = QRect(box.left() + px(WORDS_FROM), box.top(), right - box.left() - px(WORDS_FROM + 6), box.height())
        self._words(painter, slip, place, room)
        painter.restore()

    @staticmethod
    def _beside(painter: QPainter, index: Index, place: str, box: QRect) -> int:
        """Paint what stands at the right; gives where the room for the name ends."""
        px = theme.px
        text = str(index.data(BESIDE_ROLE))
        strong = place == NOW or text == "next"
        painter.setFont(theme.font("caption_strong" if strong else "caption", tabular=True))
        painter.setPen(theme.color("accent_text" if strong else "text2"))
        area = box.adjusted(0, 0, -px(12), 0)
        painter.drawText(area, _RIGHT, text)
        right = area.right() - painter.fontMetrics().horizontalAdvance(text)
        if place == DONE:
            right -= px(20)
            painter.drawPixmap(right, box.center().y() - px(7), pixmap("check", "text2", 14))
        return right

    @staticmethod
    def _words(painter: QPainter, slip: Slip, place: str, room: QRect) -> None:
        """Paint the name, and below it for whom, with the sign of an interpreter."""
        px, under = theme.px, slip_side(slip) if place != DONE else ""
        font = theme.font("ui" if place in (DONE, OUT) else "strong")
        font.setStrikeOut(slip.status in _STRUCK)
        painter.setFont(font)
        painter.setPen(theme.color("text" if place in (NOW, WAITS) else "text2"))
        upper = QRect(room.left(), room.top() + px(6), room.width(), px(19)) if under else room
        _line(painter, upper, plain(slip.name))
        if not under:
            return
        lower = QRect(room.left(), room.top() + px(25), room.width(), px(18))
        if slip.interpreter:
            painter.drawPixmap(lower.left(), lower.center().y() - px(7), pixmap("languages", "text2", 14))
            lower.setLeft(lower.left() + px(19))
        painter.setFont(theme.font("caption"))
        painter.setPen(theme.color("text2"))
        _line(painter, lower, under)


def _line(painter: QPainter, box: QRect, text: str) -> None:
    """Paint one line, cut where there is no more room."""
    painter.drawText(box, _LEFT, painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, box.width()))


class QueueList(QListView):
    """The view of the queue. ``moved`` asks to put a slip before another (0: at the end), ``wanted`` for its menu."""

    moved = Signal(int, int)
    wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._slips = QueueModel(self)
        self.setModel(self._slips)
        self.setItemDelegate(_SlipDelegate(self))
        self.setAccessibleName("Speakers")
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDropIndicatorShown(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(lambda _at: self._ask())
        self.doubleClicked.connect(lambda _index: self._ask())
        self._slips.moved.connect(self.moved)
        self._at_podium = 0
        theme.changed.connect(self.doItemsLayout)

    def show_floor(self, live: Live | None, question: int) -> None:
        """Show the queue as it stands; who was chosen stays chosen, the podium stays in sight."""
        chosen = self.slip()
        top = self.verticalScrollBar().value()
        self._slips.show_floor(live, question)
        self.executeDelayedItemsLayout()  # now, or the lines are painted once before it and once after
        row = self._slips.row_of(chosen.id) if chosen is not None else -1
        if row >= 0 and row != self.currentIndex().row():
            self.setCurrentIndex(self._slips.index(row))
        self.verticalScrollBar().setValue(top)
        self._follow()
        self.viewport().update()  # "next" moves on without a change of its own slip

    def dataChanged(self, first: Index, last: Index, roles: Sequence[int] = ()) -> None:
        """Paint a line anew; all lines are laid out only where one has another height, for that asks a thousand."""
        if roles and PLACE_ROLE not in roles:
            QAbstractItemView.dataChanged(self, first, last, roles)
        else:
            super().dataChanged(first, last, roles)

    def _follow(self) -> None:
        """Keep the podium in sight when somebody else stands there."""
        row = self._slips.podium_row()
        now = self._slips.slip_at(row)
        if now is not None and now.id != self._at_podium:
            self.scrollTo(self._slips.index(max(0, row - 2)), QAbstractItemView.ScrollHint.PositionAtTop)
        self._at_podium = now.id if now is not None else 0

    def slip(self) -> Slip | None:
        """Give the slip that is chosen."""
        return self._slips.slip_at(self.currentIndex().row()) if self.currentIndex().isValid() else None

    def choose(self, slip_id: int) -> None:
        """Choose a slip."""
        row = self._slips.row_of(slip_id)
        if row >= 0:
            self.setCurrentIndex(self._slips.index(row))

    def step(self, by: int) -> None:
        """Ask for the chosen slip to move up (-1) or down (+1) among those who wait: the twin of dragging."""
        rows, slip = self._slips.waiting_rows(), self.slip()
        here = self.currentIndex().row()
        if slip is None or not slip.slip or here not in rows:
            return
        place = rows.index(here)
        if not 0 <= place + by < len(rows):
            return
        before = rows[place - 1] if by < 0 else rows[place + 2] if place + 2 < len(rows) else -1
        goal = self._slips.slip_at(before)
        self.moved.emit(slip.slip, goal.slip if goal is not None and goal.slip else 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens what can be done with the chosen slip."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Menu):
            self._ask()
        else:
            super().keyPressEvent(event)

    def _ask(self) -> None:
        slip = self.slip()
        if slip is not None:
            self.wanted.emit(slip)
