"""What small forms over the window have in common: a heading, fields, Save, Cancel, perhaps Remove."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from frhearing.model.errors import ClerkError
from frhearing.ui.shell.overlay import Overlay
from frhearing.ui.theme import set_size
from frhearing.ui.widgets import FieldRow, IconButton, InlineBar, PlainButton, PrimaryButton, announce, label, row


def line_field(text: str, words: str, hint: str = "", *, lines: int = 0) -> FieldRow:
    """Give a field with words in it: one line, or a text of so many lines."""
    if not lines:
        return FieldRow(text, QLineEdit(words), hint)
    edit = QPlainTextEdit(words)
    edit.setTabChangesFocus(True)
    set_size(edit, height=14 + 18 * lines)
    return FieldRow(text, edit, hint)


def words_of(line: FieldRow) -> str:
    """Give what stands in a field."""
    field = line.field
    if isinstance(field, QPlainTextEdit):
        return field.toPlainText().strip()
    assert isinstance(field, QLineEdit)
    return field.text().strip()


class FormDialog(Overlay):
    """Saves with Enter or Ctrl+Enter; a refusal is told at the first field and nothing typed is lost unasked."""

    def __init__(self, window: QWidget, heading: str, *, width: int = 560) -> None:
        super().__init__(window, heading, width=width)
        close = IconButton("x", "Close")
        close.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        close.clicked.connect(self.reject)
        self.body.addLayout(row(label(heading, "h2"), None, close))
        self.remove_button = PlainButton("Remove", "trash-2")
        self.cancel_button = PlainButton("Cancel")
        self.save_button = PrimaryButton("Save", "check")
        self.remove_button.hide()
        self.cancel_button.clicked.connect(self.reject)
        self.save_button.clicked.connect(self.accept)
        self.save_button.setDefault(True)
        self.unsaved = InlineBar("warn", "What you wrote is not saved. Escape again gives it up; Enter saves it.")
        self.unsaved.close_button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.unsaved.hide()
        self.body.addWidget(self.unsaved)
        self._before: list[str] = []

    def add_buttons(self) -> None:
        """Put the buttons below the fields."""
        self.body.addLayout(row(self.remove_button, None, self.cancel_button, self.save_button))

    def open_over(self) -> None:
        """Show the form, and remember what stood in it."""
        super().open_over()
        self._before = self._written()

    def _written(self) -> list[str]:
        """Give what stands in the lines and texts."""
        lines = [line.text() for line in self.findChildren(QLineEdit)]
        return lines + [text.toPlainText() for text in self.findChildren(QPlainTextEdit)]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give up by Escape; where something was written only the second Escape does it."""
        leaving = event.key() == Qt.Key.Key_Escape
        if leaving and self.unsaved.isHidden() and self._before and self._written() != self._before:
            self.unsaved.show()
            announce(self, self.unsaved.words.text(), assertive=True)
            return
        super().keyPressEvent(event)

    def attempt(self, line: FieldRow, action: Callable[[], object]) -> bool:
        """Do a write; a refusal is shown at a field and the form stays open."""
        try:
            action()
        except ClerkError as refusal:
            line.set_error(str(refusal))
            line.field.setFocus()
            return False
        return True
