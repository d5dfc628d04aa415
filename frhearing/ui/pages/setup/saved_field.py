"""A field that saves itself when it is left, and keeps what was typed until it is right."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from frhearing.model.change import Change
from frhearing.model.errors import ClerkError
from frhearing.ui.session import Session
from frhearing.ui.theme import set_size
from frhearing.ui.widgets import FieldRow

Save = Callable[[str], Change | None]


class SavedField(FieldRow):
    """A line or, with ``lines``, a small text. ``save`` writes it; None means that it is not written yet.

    Escape brings the saved words back. A refusal is shown below the field and the typed words stay.
    """

    edited = Signal()

    def __init__(self, session: Session, text: str, save: Save, *, lines: int = 0, hint: str = "") -> None:
        self._edit: QLineEdit | QPlainTextEdit = QPlainTextEdit() if lines else QLineEdit()
        super().__init__(text, self._edit, hint)
        self._session, self._save = session, save
        self._saved = ""
        if isinstance(self._edit, QPlainTextEdit):
            self._edit.setTabChangesFocus(True)
            set_size(self._edit, height=12 + 18 * lines + 4)
        self._edit.textChanged.connect(self.edited)
        self._edit.installEventFilter(self)

    @property
    def words(self) -> str:
        """What stands in the field."""
        return self._edit.toPlainText() if isinstance(self._edit, QPlainTextEdit) else self._edit.text()

    @property
    def dirty(self) -> bool:
        """Whether something was typed that is not saved."""
        return self.words != self._saved

    def show_words(self, words: str) -> None:
        """Show the saved words, unless the clerk is typing others just now."""
        if self.dirty and self._edit.hasFocus():
            return
        self._saved = words
        if self.words != words:
            self._put(words)
        self.set_error("")

    def _put(self, words: str) -> None:
        if isinstance(self._edit, QPlainTextEdit):
            self._edit.setPlainText(words)
        else:
            self._edit.setText(words)
            self._edit.setCursorPosition(0)

    def lock(self, locked: bool) -> None:
        """Let the field be read only."""
        self._edit.setReadOnly(locked)

    def put_back(self) -> None:
        """Bring the saved words back."""
        self._put(self._saved)
        self.set_error("")

    def select_all(self) -> None:
        """Choose all words, so that typing replaces them."""
        self._edit.selectAll()

    def accept(self) -> None:
        """Take what stands in the field as saved."""
        self._saved = self.words

    def commit(self) -> None:
        """Save what was typed; a refusal is told below the field."""
        if not self.dirty or self._edit.isReadOnly():
            return
        typed = self.words
        try:
            change = self._save(typed)
        except ClerkError as refusal:
            self.set_error(str(refusal))
            return
        if change is None:
            return
        self._saved = typed
        self.set_error("")
        self._session.take(change)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Save when the field is left or Enter is pressed in a line; Escape brings the saved words back."""
        if watched is not self._edit:
            return super().eventFilter(watched, event)
        if event.type() == QEvent.Type.FocusOut:
            self.commit()
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if enter and isinstance(self._edit, QLineEdit):
                self.commit()
            elif event.key() == Qt.Key.Key_Escape and self.dirty:
                self.put_back()
                return True
        return super().eventFilter(watched, event)
