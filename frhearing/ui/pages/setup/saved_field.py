"""A field that saves itself when it is left, and keeps what was typed until it is right.

What is being typed lies in ``drafts/`` within a second, so that a crash in the middle of a word loses no more.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from frhearing.desk import drafts
from frhearing.model.change import Change
from frhearing.model.errors import ClerkError
from frhearing.ui.session import Session
from frhearing.ui.theme import set_size
from frhearing.ui.widgets import FieldRow

_DRAFT_MS = 600
_LEFT_OVER = "Typed before the program ended, not saved yet. Leave the field to save it, Escape for the old words."

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
        self._draft_key = ""
        self._draft_later = QTimer(self)
        self._draft_later.setSingleShot(True)
        self._draft_later.setInterval(_DRAFT_MS)
        self._draft_later.timeout.connect(self._keep_draft)
        if isinstance(self._edit, QPlainTextEdit):
            self._edit.setTabChangesFocus(True)
            set_size(self._edit, height=12 + 18 * lines + 4)
        self._edit.textChanged.connect(self._typed)
        self._edit.installEventFilter(self)

    @property
    def words(self) -> str:
        """What stands in the field."""
        return self._edit.toPlainText() if isinstance(self._edit, QPlainTextEdit) else self._edit.text()

    @property
    def dirty(self) -> bool:
        """Whether something was typed that is not saved."""
        return self.words != self._saved

    def show_words(self, words: str, key: str) -> None:
        """Show the saved words, unless the clerk is typing others just now. ``key`` names the field's draft."""
        if key != self._draft_key:
            self._draft_key = key
            self._show_left_over(words)
        if self.dirty and (self._edit.hasFocus() or self.error):
            return
        self._saved = words
        if self.words != words:
            self._put(words)
        self.set_error("")

    def _show_left_over(self, words: str) -> None:
        """Show what was typed before a crash, with a sentence, in place of the saved words."""
        self._put(words)
        self._saved = words
        self.set_error("")
        left = drafts.load_draft(self._session.desk.folder, self._draft_key)
        typed = str(left.get("words", words)) if left else words
        if typed != words and self._session.writable:
            self._put(typed)
            self.set_error(_LEFT_OVER)

    def _typed(self) -> None:
        self.edited.emit()
        if self.dirty and self._draft_key and not self._draft_later.isActive():
            self._draft_later.start()

    def _keep_draft(self) -> None:
        """Write what is typed to the disk, or take the draft away once it is saved; on the other thread."""
        self._draft_later.stop()
        folder, key, words = self._session.desk.folder, self._draft_key, self.words
        if self.dirty:
            self._later(lambda: drafts.save_draft(folder, key, {"words": words}))
        else:
            self._later(lambda: drafts.drop_draft(folder, key))

    def _later(self, work: Callable[[], None]) -> None:
        run = self._session.background.run
        run(lambda _progress: work(), lambda _none: None, self._session.tell, must=True)

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
        self._keep_draft()

    def select_all(self) -> None:
        """Choose all words, so that typing replaces them."""
        self._edit.selectAll()

    def accept(self) -> None:
        """Take what stands in the field as saved."""
        self._saved = self.words
        self._keep_draft()

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
        self._keep_draft()
        self._session.take(change)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Save when the field is left or Enter is pressed in a line; Escape brings the saved words back."""
        # While the window is being taken down Qt may still ask when the Python half is gone already.
        if watched is not getattr(self, "_edit", None):
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
