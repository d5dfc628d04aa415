"""The text of a comment as it is read: plain, whole, with key quotes in colour and underlined."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QTextEdit, QWidget

from frhearing.ui.pages.comments.text_map import TextMap, first_sentence, sentence_around
from frhearing.ui.theme import TYPE, theme

Span = tuple[int, int]

_FIRST_PIECE: Final = 12_000
_PIECE: Final = 60_000
_LETTERS_A_LINE: Final = 75
_MARGIN: Final = 18
_PAGE_KEYS: Final = (
    Qt.Key.Key_Return,
    Qt.Key.Key_Enter,
    Qt.Key.Key_Escape,
    Qt.Key.Key_Backspace,
    Qt.Key.Key_Delete,
)
_EVERY: Final = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard


class ReadingText(QTextEdit):
    """Shows a text that nobody can change here. Places asked for and given are those of the stored text.

    A very long text comes in pieces, so that the window never waits for it.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setAcceptRichText(False)
        self.setUndoRedoEnabled(False)
        self.setProperty("kind", "read")
        self.setTextInteractionFlags(_EVERY)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabChangesFocus(True)
        self.setAccessibleName("Text of the comment")
        self._map = TextMap("")
        self._rest = ""
        # The viewport's width as Qt tells it: asked for a viewport that Qt made, PySide looks through every
        # class of widget there is (25 ms).
        self._room = 0
        self._quotes: list[Span] = []
        self._chosen: Span | None = None
        self._later = QTimer(self)
        self._later.setInterval(0)
        self._later.timeout.connect(self._append_piece)
        theme.changed.connect(self._restyle)

    @property
    def stored(self) -> str:
        """The text as it is kept."""
        return self._map.stored

    def show_text(self, text: str, quotes: Sequence[Span] = ()) -> None:
        """Show another text from its beginning, with these passages marked."""
        self._later.stop()
        self._map = TextMap(text)
        self._chosen = None
        shown = self._map.shown
        cut = self._cut(shown, _FIRST_PIECE)
        self._rest = shown[cut:]
        self.setPlainText(shown[:cut])
        self._style_blocks()
        self._set_margins()
        self.mark(quotes)
        self.moveCursor(QTextCursor.MoveOperation.Start)
        if self._rest:
            self._later.start()

    def mark(self, quotes: Sequence[Span]) -> None:
        """Mark other passages in the same text."""
        self._quotes = list(quotes)
        self._paint_quotes()

    def selection(self) -> Span | None:
        """Return the span that is selected, white space at its ends left out, or None."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            return None
        start = self._map.to_stored(cursor.selectionStart())
        end = self._map.to_stored(cursor.selectionEnd())
        inside = self.stored[start:end]
        start += len(inside) - len(inside.lstrip())
        end -= len(inside) - len(inside.rstrip())
        return (start, end) if end > start else None

    def sentence(self) -> Span:
        """Return the span of the sentence at the caret; where nobody moved it, of the first one after a greeting."""
        place = self._map.to_stored(self.textCursor().position())
        return sentence_around(self.stored, place) if place else first_sentence(self.stored)

    def select(self, span: Span) -> None:
        """Select a span and bring it into sight."""
        cursor = self.textCursor()
        cursor.setPosition(min(self._map.to_shown(span[0]), self._last()))
        cursor.setPosition(min(self._map.to_shown(span[1]), self._last()), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def let_go(self) -> None:
        """Select nothing any more; the caret stays where the selection began."""
        cursor = self.textCursor()
        cursor.setPosition(cursor.selectionStart())
        self.setTextCursor(cursor)

    def event(self, event: QEvent) -> bool:
        """Leave the page's keys to the page: a text field would keep every letter for itself."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _of_page(event):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move and select by the keys; letters, Enter and Escape go on to the page."""
        if _of_page(event):
            event.ignore()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep lines at the length that is good to read."""
        self._room = event.size().width()
        self._set_margins()
        super().resizeEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show that the keys are here: a ring, and a caret for ``Q``."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the text and, with the focus, the ring around it."""
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self.viewport())
            painter.setPen(QPen(theme.color("focus"), theme.focus_width))
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))
            painter.end()

    def _last(self) -> int:
        return self.document().characterCount() - 1

    @staticmethod
    def _cut(text: str, length: int) -> int:
        """Return where the next piece of a long text ends: at a line end."""
        if len(text) <= length:
            return len(text)
        end = text.find("\n", length)
        return len(text) if end < 0 else end

    def _append_piece(self) -> None:
        """Append the next piece of a long text, without moving what is read."""
        cut = self._cut(self._rest[1:], _PIECE) + 1
        cursor = QTextCursor(self.document())
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.insertText(self._rest[:cut])
        self._rest = self._rest[cut:]
        if not self._rest:
            self._later.stop()
            self._paint_quotes()

    def _restyle(self) -> None:
        self._style_blocks()
        self._set_margins()
        self._paint_quotes()

    def _style_blocks(self) -> None:
        """Give all lines the height for reading."""
        self.document().setDefaultFont(theme.font("read"))
        self.setCursorWidth(theme.px(2))
        style = QTextBlockFormat()
        kind = QTextBlockFormat.LineHeightTypes.FixedHeight
        style.setLineHeight(theme.px(TYPE["read"].line), kind.value)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(style)

    def _set_margins(self) -> None:
        """Leave the right side free where lines would grow too long."""
        letter = QFontMetricsF(theme.font("read")).averageCharWidth()
        side = theme.px(_MARGIN)
        free = self._room - 2 * side - letter * _LETTERS_A_LINE * 1.1
        frame = self.document().rootFrame().frameFormat()
        frame.setLeftMargin(side)
        frame.setRightMargin(side + max(0, round(free)))
        frame.setTopMargin(theme.px(10))
        frame.setBottomMargin(theme.px(16))
        self.document().rootFrame().setFrameFormat(frame)

    def _paint_quotes(self) -> None:
        """Lay colour and underline over the marked passages; the text itself is not touched."""
        style = QTextCharFormat()
        style.setBackground(theme.color("quote_bg"))
        style.setFontUnderline(True)
        style.setUnderlineColor(theme.color("quote_line"))
        style.setForeground(theme.color("text"))
        marks = []
        for start, end in self._quotes:
            mark = QTextEdit.ExtraSelection()
            mark.format = style
            cursor = QTextCursor(self.document())
            cursor.setPosition(min(self._map.to_shown(start), self._last()))
            cursor.setPosition(min(self._map.to_shown(end), self._last()), QTextCursor.MoveMode.KeepAnchor)
            mark.cursor = cursor
            marks.append(mark)
        self.setExtraSelections(marks)


def _of_page(event: QKeyEvent) -> bool:
    """Whether a key is one of the page's: what would be typed, Enter, Escape, and pasting."""
    control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    if control:
        return event.key() == Qt.Key.Key_V
    return bool(event.text().strip()) or event.key() in _PAGE_KEYS
