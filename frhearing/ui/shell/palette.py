"""The palette (Ctrl+K): one field for every command, every theme, every person and every word on record."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from frhearing.model.errors import ClerkError
from frhearing.ui.actions import Commands
from frhearing.ui.session import Session
from frhearing.ui.shell.found import Found, available, find
from frhearing.ui.shell.overlay import Overlay
from frhearing.ui.theme import pixmap, set_size, set_spacing, theme
from frhearing.ui.widgets import KeyCap, announce, frame, label, picture, row, rule
from frhearing.ui.widgets.choices import paint_key

_FOUND = Qt.ItemDataRole.UserRole
_ROW, _HEAD, _MOST_ROWS = 34, 26, 12
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


class _Lines(QStyledItemDelegate):
    """Paints icon, words, a note and the keys."""

    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Give a line's height."""
        return QSize(10, theme.px(_ROW if index.data(_FOUND).act else _HEAD))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one line."""
        found: Found = index.data(_FOUND)
        px, box = theme.px, option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if found.act is None:
            painter.setFont(theme.font("caption_strong"))
            painter.setPen(theme.color("text2"))
            painter.drawText(box.adjusted(px(14), 0, 0, 0), _LEFT, found.text)
            painter.restore()
            return
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, theme.color("sel"))
            painter.fillRect(QRect(box.left(), box.top(), px(3), box.height()), theme.color("accent"))
        middle = box.center().y()
        painter.drawPixmap(box.left() + px(16), middle - px(8), pixmap(found.icon, "text2", 16))
        keys = QFontMetrics(theme.font("key")).horizontalAdvance(found.keys) + px(14) if found.keys else 0
        words = box.adjusted(px(44), 0, -px(20) - keys, 0)
        metrics = QFontMetrics(theme.font("ui"))
        painter.setFont(theme.font("ui"))
        painter.setPen(theme.color("sel_text"))
        text = metrics.elidedText(found.text, Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, _LEFT, text)
        rest = words.adjusted(metrics.horizontalAdvance(text) + px(12), 0, 0, 0)
        if rest.width() > px(40):
            caption = theme.font("caption")
            painter.setFont(caption)
            painter.setPen(theme.color("text2"))
            note = QFontMetrics(caption).elidedText(found.note, Qt.TextElideMode.ElideRight, rest.width())
            painter.drawText(rest, _LEFT, note)
        if keys:
            cap = QRect(box.right() - px(14) - keys, middle - px(9), keys, px(18))
            paint_key(painter, cap, found.keys, True)
        painter.restore()


class Palette(Overlay):
    """Type, choose with the arrow keys, Enter runs; Escape puts it away."""

    def __init__(self, session: Session, commands: Commands, window: QWidget) -> None:
        self._ids = available(commands)
        super().__init__(window, "Search or run a command", width=640, top=True)
        self._session, self._all_commands = session, commands
        self.field = QLineEdit()
        self.field.setProperty("kind", "bare")
        self.field.setPlaceholderText("Search the record or run a command")
        self.field.setAccessibleName("Search or run a command")
        set_size(self.field, min_height=34)
        self.list = QListWidget()
        self.list.setItemDelegate(_Lines(self.list))
        self.list.setAccessibleName("Found")
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.nothing = label("Nothing found. Try other words, or fewer.", "secondary")
        self.nothing.setContentsMargins(16, 10, 16, 10)
        set_spacing(self.body, (0, 8, 0, 0), 0)
        self.body.addLayout(row(picture("search", "text2", 18), (self.field, 1), margins=(16, 2, 16, 8), gap=14))
        for part in (rule(), self.nothing, self.list, self._foot()):
            self.body.addWidget(part)
        self.field.textChanged.connect(self.search)
        self.list.itemClicked.connect(self._run)
        self.search("")

    def _foot(self) -> QWidget:
        keys = []
        for caps, words in (("↑ ↓", "choose"), ("Enter", "run"), ("Esc", "close")):
            keys += [KeyCap(caps), label(words, "caption")]
        hint = label("@ people, # themes, > commands", "caption")
        return frame("foot", row(*keys, None, hint, margins=(16, 8, 16, 8), gap=6))

    def search(self, typed: str) -> None:
        """Show what is found for the words typed."""
        try:
            lines = find(self._session, self._all_commands, self._ids, typed)
        except ClerkError as refusal:
            lines = []
            self.nothing.setText(str(refusal))
        self.list.clear()
        for found in lines:
            item = QListWidgetItem(found.text)
            item.setData(_FOUND, found)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{found.text}, {found.note} {found.keys}".strip(" ,"))
            if found.act is None:
                item.setFlags(Qt.ItemFlag.NoItemFlags)
            self.list.addItem(item)
        self.list.setVisible(bool(lines))
        self.nothing.setVisible(not lines)
        high = sum(theme.px(_ROW if found.act else _HEAD) for found in lines[:_MOST_ROWS])
        self.list.setFixedHeight(high + theme.px(6))
        if lines:
            self.list.setCurrentRow(1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose with the arrow keys, run with Enter."""
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 6, Qt.Key.Key_PageUp: -6}
        key = Qt.Key(event.key())
        if key in steps:
            self._step(steps[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            item = self.list.currentItem()
            if item is not None:
                self._run(item)
        else:
            super().keyPressEvent(event)

    def _step(self, step: int) -> None:
        places = [n for n in range(self.list.count()) if self.list.item(n).data(_FOUND).act]
        if not places:
            return
        now = self.list.currentRow()
        at = places.index(now) if now in places else 0
        self.list.setCurrentRow(places[(at + step) % len(places)])
        announce(self.field, self.list.currentItem().data(Qt.ItemDataRole.AccessibleTextRole))

    def _run(self, item: QListWidgetItem) -> None:
        found: Found = item.data(_FOUND)
        if found.act is None:
            return
        self.accept()
        found.act()
        self.deleteLater()
