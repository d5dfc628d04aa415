"""The field for a comment's text: exactly what is typed or pasted, however long it is."""

import re
from typing import Final

from PySide6.QtCore import QMimeData, Signal
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from frhearing.ui.widgets import InlineBar, column

LONGEST: Final = 150_000
LONGEST_LINE: Final = 20_000
_SHOWN: Final = 2_000
_ENDLESS: Final = re.compile(rf"[^\n]{{{LONGEST_LINE}}}")


class PlainEdit(QPlainTextEdit):
    """A plain text field that hands a paste too long for a field to its owner (``long_pasted``)."""

    long_pasted = Signal(str)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste words only, and never more than the field can hold without the window waiting."""
        pasted = source.text()
        if too_long(pasted):
            self.long_pasted.emit(pasted)
        else:
            self.insertPlainText(pasted)

    def words(self) -> str:
        """Return the text with its no-break spaces, which ``toPlainText`` would lose."""
        return self.document().toRawText().replace("\u2029", "\n")


def too_long(text: str) -> bool:
    """Whether a field could not show a text without the window waiting for it."""
    return len(text) > LONGEST or _ENDLESS.search(text) is not None


class EditorText(QFrame):
    """A field for texts of any length. Of a very long one the beginning is shown; the whole is kept.

    ``edited`` comes with every change.
    """

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = PlainEdit()
        self.field.setTabChangesFocus(True)
        self.field.setAccessibleName("Text")
        self.field.setPlaceholderText("What was said or written, word for word")
        self.bar = InlineBar("info", "")
        self.bar.close_button.hide()
        self.bar.hide()
        self.setLayout(column(self.bar, (self.field, 1), gap=0))
        self._whole: str | None = None
        self._crlf = False
        self._filling = False
        self.field.textChanged.connect(self._changed)
        self.field.long_pasted.connect(self._take_long)
        self.bar.acted.connect(self.clear)
        self.setFocusProxy(self.field)

    def set_text(self, text: str) -> None:
        """Show another text."""
        self._filling = True
        self._crlf = "\r\n" in text and "\n" not in text.replace("\r\n", "")
        if too_long(text):
            self._hold(text)
        else:
            self._whole = None
            self.bar.hide()
            self.field.setReadOnly(False)
            self.field.setPlainText(text)
        self._filling = False

    def text(self) -> str:
        """Return the whole text as it is to be recorded."""
        if self._whole is not None:
            return self._whole
        typed = self.field.words()
        return typed.replace("\n", "\r\n") if self._crlf else typed

    def clear(self) -> None:
        """Empty the field."""
        self.set_text("")
        self.edited.emit()

    def _changed(self) -> None:
        if not self._filling:
            self.edited.emit()

    def _take_long(self, pasted: str) -> None:
        """Keep a long paste whole, together with what stood around the caret."""
        cursor = self.field.textCursor()
        typed = self.field.words()
        whole = typed[: cursor.selectionStart()] + pasted + typed[cursor.selectionEnd() :]
        self._filling = True
        self._hold(whole)
        self._filling = False
        self.edited.emit()

    def _hold(self, whole: str) -> None:
        self._whole = whole
        self.field.setReadOnly(True)
        self.field.setPlainText(whole[:_SHOWN])
        self.bar.say(
            "info",
            f"A long text of {len(whole):,} characters. Its beginning is shown here; all of it is recorded.",
            "Empty the field",
        )
        self.bar.show()
