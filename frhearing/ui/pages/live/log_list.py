"""The log while the hearing runs: lines are appended, each as high as its words, measured once."""

from typing import Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from frhearing.model.hearing import HearingEvent
from frhearing.ui.pages.live.words import DESK_WORK, EVENT_ICONS, clock
from frhearing.ui.tables.plain import plain
from frhearing.ui.theme import pixmap, theme

Index = QModelIndex | QPersistentModelIndex
KIND_ROLE: Final = int(Qt.ItemDataRole.UserRole) + 1
TIME_ROLE: Final = KIND_ROLE + 1
ID_ROLE: Final = KIND_ROLE + 2
RECORDED_ROLE: Final = KIND_ROLE + 3
MOST: Final = 300
"""So many of the last lines are shown; all of them stand in the record."""
_WORDS_FROM: Final = 98
_WRAP = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignLeft)
_STRONG = frozenset({"turn_start", "call_to_order", "testimony_opened", "testimony_closed", "recess", "reconvene"})

Line = tuple[int, HearingEvent]


class LogModel(QAbstractListModel):
    """The last lines of the log; slips that come in stand in the queue and not here."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: list[Line] = []
        self._zone = "UTC"

    def show_lines(self, lines: list[Line], zone: str) -> None:
        """Show the log of a hearing anew."""
        self.beginResetModel()
        self._zone = zone
        self._lines = [line for line in lines if line[1].kind not in DESK_WORK][-MOST:]
        self.endResetModel()

    def append(self, lines: list[Line]) -> None:
        """Add lines at the end; the oldest beyond the most go."""
        fresh = [line for line in lines if line[1].kind not in DESK_WORK]
        if not fresh:
            return
        first = len(self._lines)
        self.beginInsertRows(QModelIndex(), first, first + len(fresh) - 1)
        self._lines += fresh
        self.endInsertRows()
        over = len(self._lines) - MOST
        if over > 50:
            self.beginRemoveRows(QModelIndex(), 0, over - 1)
            del self._lines[:over]
            self.endRemoveRows()

    def first(self) -> int:
        """Give the id of the first line that is shown, 0 where there is none."""
        return self._lines[0][0] if self._lines else 0

    def follow(self, lines: list[Line]) -> None:
        """Show the end of the log as it stands now; what is the same already is left as it is."""
        wanted = [line for line in lines if line[1].kind not in DESK_WORK]
        pairs = zip(self._lines, wanted, strict=False)
        same = next((n for n, (old, new) in enumerate(pairs) if old != new), min(len(self._lines), len(wanted)))
        if same < len(self._lines):
            self.beginRemoveRows(QModelIndex(), same, len(self._lines) - 1)
            del self._lines[same:]
            self.endRemoveRows()
        self.append(wanted[same:])

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """Give the number of lines."""
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give what happened, when, and of which kind it is."""
        number, event = self._lines[index.row()]
        words = plain(event.text) or event.kind.replace("_", " ").capitalize()
        if role == Qt.ItemDataRole.DisplayRole:
            return words
        if role == KIND_ROLE:
            return event.kind
        if role == TIME_ROLE:
            return clock(event.at, self._zone)
        if role == ID_ROLE:
            return number
        if role == RECORDED_ROLE:
            return event.recorded
        if role == Qt.ItemDataRole.AccessibleTextRole:
            at = clock(event.at, self._zone)
            return f"{at}, in the recording {event.recorded}: {words}" if event.recorded else f"{at}: {words}"
        return None


class _LineDelegate(QStyledItemDelegate):
    """Paints one line: time, sign of its kind, words; heights are kept by line and width."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._heights: dict[tuple[int, int, float], int] = {}

    def forget(self) -> None:
        """Measure anew: the lines are others, or the text is."""
        self._heights.clear()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Give the height that the words need at the width of the list."""
        view = option.widget
        width = view.viewport().width() if isinstance(view, QAbstractItemView) else theme.px(320)
        key = (index.data(ID_ROLE), width, theme.zoom)
        height = self._heights.get(key)
        if height is None:
            room = QRect(0, 0, max(width - theme.px(_WORDS_FROM + 12), theme.px(80)), 10_000)
            words = QFontMetrics(_font(index)).boundingRect(room, _WRAP, str(index.data()))
            least = theme.px(40) if index.data(RECORDED_ROLE) else 0
            height = self._heights[key] = max(words.height() + theme.px(12), least)
        return QSize(width, height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one line in the colours of the theme."""
        px, box = theme.px, option.rect
        painter.save()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        strong = index.data(KIND_ROLE) in _STRONG
        if chosen or strong:
            painter.fillRect(box, theme.color("sel" if chosen else "surface3"))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme.color("focus"), theme.focus_width))
            painter.drawRect(box.adjusted(1, 1, -2, -2))
        painter.setFont(theme.font("caption", tabular=True))
        painter.setPen(theme.color("text2"))
        painter.drawText(QRect(box.left() + px(14), box.top() + px(7), px(58), px(18)), 0, index.data(TIME_ROLE))
        recorded = str(index.data(RECORDED_ROLE))
        if recorded:
            beside = QRect(box.left() + px(14), box.top() + px(22), px(76), px(16))
            cut = painter.fontMetrics().elidedText(recorded, Qt.TextElideMode.ElideMiddle, beside.width())
            painter.drawText(beside, 0, f"◦ {cut}")
        sign = EVENT_ICONS.get(index.data(KIND_ROLE), "pencil")
        painter.drawPixmap(box.left() + px(74), box.top() + px(8), pixmap(sign, "text2", 14))
        painter.setFont(_font(index))
        painter.setPen(theme.color("sel_text" if chosen else "text"))
        painter.drawText(box.adjusted(px(_WORDS_FROM), px(6), -px(12), 0), _WRAP, str(index.data()))
        painter.restore()


def _font(index: Index) -> QFont:
    return theme.font("strong" if index.data(KIND_ROLE) in _STRONG else "ui")


class LogList(QListView):
    """The view of the log; it stays at its end unless somebody reads further up."""

    def __init__(self) -> None:
        super().__init__()
        self._lines = LogModel(self)
        self.setModel(self._lines)
        self._delegate = _LineDelegate(self)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName("Log")
        self.setMinimumHeight(1)  # in a low window the box below keeps its room
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        theme.changed.connect(self._measure)

    def show_lines(self, lines: list[Line], zone: str) -> None:
        """Show the log of a hearing anew, its end in sight."""
        self._delegate.forget()
        self._lines.show_lines(lines, zone)
        self.scrollToBottom()

    @property
    def first(self) -> int:
        """The id of the first line that is shown, 0 where there is none."""
        return self._lines.first()

    def follow(self, lines: list[Line]) -> None:
        """Show the end of the log, from the first line that is shown, as it stands after a step was taken back."""
        self._lines.follow(lines)
        self.scrollToBottom()

    def append(self, lines: list[Line]) -> None:
        """Add lines at the end."""
        bar = self.verticalScrollBar()
        at_end = bar.value() >= bar.maximum() - theme.px(60)
        self._lines.append(lines)
        if at_end:
            self.scrollToBottom()

    def _measure(self) -> None:
        self._delegate.forget()
        self.doItemsLayout()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines anew and keep the end in sight."""
        super().resizeEvent(event)
        self.doItemsLayout()
        self.scrollToBottom()
