"""What stands where content is missing: an empty state, a wait, or a bar that says what happened."""

from functools import cached_property
from typing import Final, Literal, NamedTuple

from PySide6.QtCore import QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QProgressBar, QWidget

from frhearing.ui.theme import set_icon, set_size, theme
from frhearing.ui.widgets.buttons import IconButton, PlainButton
from frhearing.ui.widgets.labels import label, picture
from frhearing.ui.widgets.layouts import column, fill, row

Level = Literal["info", "ok", "warn", "danger"]
_ICONS: Final = {"info": "info", "ok": "circle-check", "warn": "triangle-alert", "danger": "circle-alert"}
_INKS: Final = {"info": "text2", "ok": "ok_fg", "warn": "warn_fg", "danger": "danger_fg"}
_GROUNDS: Final = {"info": "accent_soft", "ok": "ok_bg", "warn": "warn_bg", "danger": "danger_bg"}


def announce(widget: QWidget, words: str, *, assertive: bool = False) -> None:
    """Let a screen reader say something; assertive words break into what it is saying (A8)."""
    # Loaded with the first words: nothing is said before the window stands.
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

    event = QAccessibleAnnouncementEvent(widget, words)
    if assertive:
        event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
    QAccessible.updateAccessibility(event)


class _Parts(NamedTuple):
    """What stands in a bar."""

    sign: QLabel
    words: QLabel
    button: PlainButton
    close: IconButton


class InlineBar(QFrame):
    """A line above the content: what happened, what was not lost, and one thing to do about it.

    ``acted`` comes when the action is pressed, ``closed`` when the bar is put away.
    """

    acted = Signal()
    closed = Signal()

    def __init__(self, level: Level, words: str, action: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.level: Level = level
        self._first = words, action
        self.setAccessibleName(words)

    @cached_property
    def _parts(self) -> "_Parts":
        """What stands in the bar, made when it is first shown or spoken of: most bars never are."""
        words, action = self._first
        made = _Parts(
            picture(_ICONS[self.level], _INKS[self.level], 18),
            label(words, wrap=True),
            PlainButton(action or "OK"),
            IconButton("x", "Close this message"),
        )
        layout = row(made.sign, (made.words, 1), made.button, made.close, margins=(12, 6, 8, 6), gap=10)
        self.setLayout(layout)
        made.button.set_text(action)
        made.button.setVisible(bool(action))
        made.button.clicked.connect(self.acted)
        made.close.clicked.connect(self._put_away)
        return made

    @property
    def words(self) -> QLabel:
        """The sentence."""
        return self._parts.words

    @property
    def button(self) -> PlainButton:
        """The button of what can be done about it."""
        return self._parts.button

    @property
    def close_button(self) -> IconButton:
        """The button that puts the bar away."""
        return self._parts.close

    def setVisible(self, visible: bool) -> None:
        """Have all parts there before the bar is laid out to be shown."""
        if visible:
            _made = self._parts
        super().setVisible(visible)

    def sizeHint(self) -> QSize:
        """Give the size of all parts, also where the bar is shown along with what it stands in."""
        _made = self._parts
        return super().sizeHint()

    def say(self, level: Level, words: str, action: str = "") -> None:
        """Show other words, and tell them to a screen reader at once if they are a warning or an error."""
        self.level = level
        set_icon(self._parts.sign, _ICONS[level], _INKS[level], 18)
        self.words.setText(words)
        self.button.set_text(action)
        self.button.setVisible(bool(action))
        self.setAccessibleName(words)
        self.update()
        if self.isVisible():
            announce(self, words, assertive=level in ("warn", "danger"))

    def _put_away(self) -> None:
        self.hide()
        self.closed.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground of its level."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = theme.color(_INKS[self.level] if self.level != "info" else "accent")
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color(_GROUNDS[self.level]))
        painter.drawRect(self.rect())
        painter.fillRect(QRect(0, 0, theme.px(4), self.height()), ink)
        painter.fillRect(QRect(0, self.height() - 1, self.width(), 1), theme.color("border"))
        painter.end()


class EmptyState(QWidget):
    """Nothing here yet: an icon, one sentence, and the next thing to do as a green button."""

    def __init__(self, icon: str, title: str, sentence: str, *actions: QWidget) -> None:
        super().__init__()
        self.title = label(title, "h2")
        self.sentence = label(sentence, "secondary", wrap=True)
        for words in (self.title, self.sentence):
            words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.sentence.setMinimumWidth(theme.px(320))
        self.setAccessibleName(f"{title}. {sentence}")
        buttons = row(None, *actions, None)
        sign = row(None, picture(icon, "text3", 44), None)
        self.setLayout(column(None, sign, self.title, self.sentence, 4, buttons, None, margins=(24, 24, 24, 24)))


class LoadingState(QWidget):
    """A wait that shows itself by degrees: nothing before 0.3 s, grey rows, after 2 s words and Cancel.

    ``cancelled`` comes when Cancel is pressed.
    """

    cancelled = Signal()
    _FIRST_MS, _LATER_MS = 300, 2000

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stage = 0
        self.words = label(words, "strong")
        self.left = label("", "caption")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setRange(0, 0)
        self.bar.setAccessibleName(words)
        self.cancel = PlainButton("Cancel")
        self.cancel.clicked.connect(self.cancelled)
        self._box = QWidget()
        self._box.setLayout(column(row(self.words, None, self.left), self.bar, row(None, self.cancel)))
        set_size(self._box, max_width=520)
        layout = column(margins=(24, 24, 24, 24))
        fill(layout, (None, row(None, (self._box, 1), None), None))
        self.setLayout(layout)
        self._box.hide()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._next)

    def start(self) -> None:
        """Begin to wait, showing nothing yet."""
        self._stage = 0
        self._box.hide()
        self._timer.start(self._FIRST_MS)
        self.update()

    def stop(self) -> None:
        """Stop waiting."""
        self._timer.stop()
        self._stage = 0
        self._box.hide()
        self.update()

    def progress(self, done: int, total: int, words: str = "") -> None:
        """Show how far it is; a total of 0 means that nobody knows."""
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        if words:
            self.words.setText(words)
        self.left.setText(f"{done:,} of {total:,}" if total else "")

    def _next(self) -> None:
        self._stage += 1
        if self._stage == 1:
            self._timer.start(self._LATER_MS - self._FIRST_MS)
        else:
            self._box.show()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint grey rows while it is too early for words; they do not move (A11)."""
        if self._stage != 1:
            return
        painter = QPainter(self)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("surface2"))
        px = theme.px
        for line in range(min(12, self.height() // px(48))):
            top = px(16) + line * px(48)
            for offset, share in ((0, 0.3 + line % 3 * 0.08), (px(18), 0.62 - line % 4 * 0.05)):
                width = round((self.width() - px(32)) * share)
                painter.drawRoundedRect(QRect(px(16), top + offset, width, px(10)), px(4), px(4))
        painter.end()
