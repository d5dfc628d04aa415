"""The order of events: what happened when, as the clerk's log has it."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from frhearing.model.hearing import HearingEvent
from frhearing.ui.pages.live.words import DESK_WORK, EVENT_ICONS, clock
from frhearing.ui.theme import pixmap, theme

Index = QModelIndex | QPersistentModelIndex
KIND_ROLE: Final = int(Qt.ItemDataRole.UserRole) + 1
TIME_ROLE: Final = KIND_ROLE + 1
_WORDS_FROM: Final = 96
_WRAP = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignLeft)


class EventsModel(QAbstractListModel):
    """The events of a hearing with the time on the wall."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._events: tuple[HearingEvent, ...] = ()
        self._zone = "UTC"

    def show_events(self, events: Sequence[HearingEvent], zone: str) -> None:
        """Show the events of a hearing in its zone."""
        self.beginResetModel()
        self._events, self._zone = tuple(e for e in events if e.kind not in DESK_WORK), zone
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """Give the number of events."""
        return 0 if parent.isValid() else len(self._events)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give what happened, when, and of which kind it is."""
        event = self._events[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            words = event.text or event.kind.replace("_", " ").capitalize()
            return f"{words} [{event.recorded}]" if event.recorded else words
        if role == KIND_ROLE:
            return event.kind
        if role == TIME_ROLE:
            return clock(event.at, self._zone)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{clock(event.at, self._zone)}: {event.text or event.kind}"
        return None


class _EventDelegate(QStyledItemDelegate):
    """Paints one event: time, sign of its kind, words in as many lines as they need."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Give the height that the words need at the width of the list."""
        view = option.widget
        width = view.viewport().width() if isinstance(view, QAbstractItemView) else theme.px(320)
        room = QRect(0, 0, max(width - theme.px(_WORDS_FROM + 12), theme.px(80)), 10_000)
        words = QFontMetrics(theme.font()).boundingRect(room, _WRAP, str(index.data()))
        return QSize(width, words.height() + theme.px(12))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one event in the colours of the theme."""
        px, box = theme.px, option.rect
        painter.save()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen or index.row() % 2:
            painter.fillRect(box, theme.color("sel" if chosen else "surface3"))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme.color("focus"), theme.focus_width))
            painter.drawRect(box.adjusted(1, 1, -2, -2))
        painter.setFont(theme.font("caption", tabular=True))
        painter.setPen(theme.color("text2"))
        painter.drawText(QRect(box.left() + px(12), box.top() + px(7), px(56), px(18)), 0, index.data(TIME_ROLE))
        sign = EVENT_ICONS.get(index.data(KIND_ROLE), "pencil")
        painter.drawPixmap(box.left() + px(72), box.top() + px(8), pixmap(sign, "text2", 14))
        painter.setFont(theme.font())
        painter.setPen(theme.color("sel_text" if chosen else "text"))
        painter.drawText(box.adjusted(px(_WORDS_FROM), px(6), -px(12), 0), _WRAP, str(index.data()))
        painter.restore()


class EventList(QListView):
    """The view of the events; lines are as high as their words."""

    def __init__(self) -> None:
        super().__init__()
        self._events = EventsModel(self)
        self.setModel(self._events)
        self.setItemDelegate(_EventDelegate(self))
        self.setAccessibleName("Order of events")
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        theme.changed.connect(self.doItemsLayout)

    def show_events(self, events: Sequence[HearingEvent], zone: str) -> None:
        """Show the events of a hearing in its zone."""
        self._events.show_events(events, zone)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines anew; the height of a line is otherwise kept from the first width."""
        super().resizeEvent(event)
        self.doItemsLayout()
