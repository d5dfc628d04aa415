"""Type to find, Enter to choose: a small list over the window for groups, themes and the like."""

from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QWidget,
)

from frhearing.ui.theme import dress, pixmap, set_size, theme, wear
from frhearing.ui.widgets.enter import EnterPushButton
from frhearing.ui.widgets.layouts import column

_ROWS: Final = 9
_ROW: Final = 26
_MOVES: Final = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class Choice(NamedTuple):
    """One thing to choose: its value, its words, a hint beside them, whether it is chosen already."""

    value: int
    words: str
    hint: str = ""
    on: bool = False


class PickList(QFrame):
    """A field and a list below it, laid over the window until something is chosen or Escape is pressed.

    ``picked`` carries the value; ``made`` the words of a new entry where ``new_words`` allows one. The focus
    goes back to where it was.
    """

    picked = Signal(int)
    made = Signal(str)

    def __init__(
        self,
        anchor: QWidget,
        title: str,
        choices: Sequence[Choice],
        *,
        new_words: Callable[[str], str] | None = None,
    ) -> None:
        super().__init__(anchor.window())
        wear(self, waits=True)
        self.setProperty("kind", "card")
        self.setAutoFillBackground(True)
        self._anchor = anchor
        self._choices = list(choices)
        self._new_words = new_words
        self._back = QApplication.focusWidget()
        self.field = QLineEdit()
        self.field.setPlaceholderText(title)
        self.field.setAccessibleName(title)
        self.list = QListWidget()
        self.list.setAccessibleName(title)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setLayout(column(self.field, self.list, margins=(8, 8, 8, 8), gap=6))
        self.field.textChanged.connect(self._filter)
        self.field.installEventFilter(self)
        self.list.itemClicked.connect(self._choose)
        self._filter("")

    def open(self) -> None:
        """Show the list at its anchor and take the keys."""
        dress(self)
        rows = min(max(self.list.count(), 1), _ROWS)
        self.list.setFixedHeight(rows * theme.px(_ROW) + theme.px(2))
        width = max(self._anchor.width(), theme.px(260))
        window = self.window()
        self.resize(min(width, window.width()), self.sizeHint().height())
        below = self._anchor.mapTo(window, QPoint(0, self._anchor.height() + theme.px(2)))
        x = max(0, min(below.x(), window.width() - self.width()))
        y = max(0, min(below.y(), window.height() - self.height() - theme.px(4)))
        self.move(x, y)
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move in the list by the field's arrow keys; choose by Enter; leave by Escape or by going away."""
        if event.type() == QEvent.Type.FocusOut and watched is self.field:
            self._leave(back=False)
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._key(event)
        return False

    def _key(self, event: QKeyEvent) -> bool:
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self._leave(back=True)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab):
            self._choose(self.list.currentItem())
        elif key in _MOVES:
            QApplication.sendEvent(self.list, QKeyEvent(event))
        else:
            return False
        return True

    def _filter(self, typed: str) -> None:
        """Show what holds the typed words: entries beginning with them first."""
        wanted = typed.strip().casefold()
        self.list.clear()
        ranked = sorted((self._rank(choice, wanted), n) for n, choice in enumerate(self._choices))
        for rank, n in ranked:
            if rank < 3:
                choice = self._choices[n]
                words = f"{choice.words}   {choice.hint}".rstrip() + ("   ✓" if choice.on else "")
                self._add(words, choice.value)
        exact = any(choice.words.casefold() == wanted for choice in self._choices)
        if self._new_words is not None and wanted and not exact:
            self._add(self._new_words(typed.strip()), -1)
        self.list.setCurrentRow(0)

    def _add(self, words: str, value: int) -> None:
        item = QListWidgetItem(words)
        item.setData(Qt.ItemDataRole.UserRole, value)
        item.setSizeHint(QSize(0, theme.px(_ROW)))
        self.list.addItem(item)

    @staticmethod
    def _rank(choice: Choice, wanted: str) -> int:
        words = choice.words.casefold()
        if words.startswith(wanted):
            return 0
        if any(word.startswith(wanted) for word in words.split()):
            return 1
        return 2 if wanted in words else 3

    def _choose(self, item: QListWidgetItem | None) -> None:
        typed = self.field.text().strip()
        value = item.data(Qt.ItemDataRole.UserRole) if item is not None else None
        self._leave(back=True)
        if value == -1 and self._new_words is not None:
            self.made.emit(typed)
        elif value is not None:
            self.picked.emit(value)

    def _leave(self, *, back: bool) -> None:
        """Go away, and give the focus back where it came from."""
        if self.isHidden():
            return
        self.field.removeEventFilter(self)
        self.hide()
        if back and self._back is not None:
            self._back.setFocus(Qt.FocusReason.PopupFocusReason)
        self.deleteLater()


class PickButton(EnterPushButton):
    """Looks like a field with a list behind it; pressing it asks for that list (``clicked``)."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._words = ""
        self.setAutoDefault(False)
        set_size(self, min_height=30)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.show_words("")

    def show_words(self, words: str, *, hint: bool = False) -> None:
        """Show what is chosen; a hint stands in grey for what is not chosen yet."""
        self._words = words
        self._hint = hint
        self.setAccessibleName(f"{self._name}: {words or 'none'}")
        self.setToolTip(words)
        self.update()

    @property
    def words(self) -> str:
        """What is shown."""
        return self._words

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the list by Enter or Space, and by a letter, which is the first one looked for."""
        held = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        if held or not event.text().strip() or not event.text().isprintable():
            super().keyPressEvent(event)
            return
        self.click()
        field = QApplication.focusWidget()
        if isinstance(field, QLineEdit):
            QApplication.sendEvent(field, QKeyEvent(event))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Take a double click as one press."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the button, its words at the left and the arrow at the right."""
        super().paintEvent(event)
        painter = QPainter(self)
        side = theme.px(14)
        left = theme.px(10)
        room = self.rect().adjusted(left, 0, -left - side, 0)
        painter.setFont(theme.font("ui"))
        painter.setPen(theme.color("text3" if self._hint or not self.isEnabled() else "text"))
        words = painter.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
        painter.drawPixmap(self.width() - left - side, (self.height() - side) // 2, pixmap("chevron-down", "text2", 14))
        painter.end()
