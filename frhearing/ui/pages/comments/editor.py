"""Writes a new comment or corrects one, in the place of the text; nothing typed here is ever lost."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QWidget

from frhearing.ui.pages.comments.editor_fields import EditorFields
from frhearing.ui.pages.comments.editor_text import EditorText
from frhearing.ui.theme import set_size
from frhearing.ui.widgets import (
    FieldRow,
    InlineBar,
    KeyCap,
    PlainButton,
    PrimaryButton,
    QuietButton,
    column,
    frame,
    label,
    row,
    scroll,
)


class CommentEditor(QFrame):
    """The form of one comment. It only holds what is typed; saving is asked for by ``save_asked``.

    ``left`` asks to go back to the list and keep the draft, ``discarded`` to give it up.
    """

    save_asked = Signal()
    left = Signal()
    discarded = Signal()
    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "pane")
        self.setAccessibleName("Write a comment")
        self.title = label("", "h2", wrap=True)
        self.state = label("", "caption")
        self.bar = InlineBar("info", "")
        self.bar.hide()
        self.fields = EditorFields()
        self.text = EditorText()
        self.text_row = FieldRow("Text", self.text)
        self.text.field.setAccessibleName("Text")
        set_size(self.text, min_height=150)
        self.reason = QLineEdit()
        self.reason_row = FieldRow(
            "Why is the text corrected?", self.reason, "The text as received is kept; both are on the record."
        )
        self.reason_row.hide()
        content = QWidget()
        content.setLayout(
            column(
                self.fields,
                (self.text_row, 1),
                self.reason_row,
                self.fields.below,
                margins=(18, 8, 18, 12),
                gap=10,
            )
        )
        # On one line: a line that came and went would move the fields under the hand.
        head = row((self.title, 1), self.state, margins=(18, 12, 18, 4), gap=12)
        self.setLayout(column(head, self.bar, (scroll(content, "Fields of the comment"), 1), self._foot(), gap=0))
        self.fields.edited.connect(self.edited)
        self.text.edited.connect(self.edited)
        self.reason.textEdited.connect(self.edited)

    def _foot(self) -> QFrame:
        self.discard = QuietButton("Discard", "trash-2")
        self.keep = PlainButton("Keep as draft")
        self.save = PrimaryButton("Save comment", "check")
        self.discard.clicked.connect(self.discarded)
        self.keep.clicked.connect(self.left)
        self.save.clicked.connect(self.save_asked)
        items = (self.discard, None, KeyCap("Esc"), self.keep, KeyCap("Ctrl+Enter"), self.save)
        return frame("foot", row(*items, margins=(10, 8, 14, 8), gap=8))

    def begin(self, title: str, button: str, values: Mapping[str, object]) -> None:
        """Show the form with these values and put the caret where it is needed first."""
        self.title.setText(title)
        self.save.set_text(button)
        self.show_state("")
        self.bar.hide()
        self.show_errors({})
        self.reason.setText(str(values.get("reason") or ""))
        self.reason_row.hide()
        self.fields.fill(values)
        self.text.set_text(str(values.get("text") or ""))

    def show_state(self, words: str) -> None:
        """Say below the title whether what was typed is kept."""
        self.state.setText(words)

    def take_focus(self, *, text: bool) -> None:
        """Put the caret into the text, or into the first field."""
        field = self.text.field if text else self.fields.lines["name"]
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def values(self) -> dict[str, object]:
        """Return everything that was typed, as a draft keeps it."""
        return {**self.fields.values(), "text": self.text.text(), "reason": self.reason.text()}

    def show_errors(self, errors: Mapping[str, str]) -> None:
        """Show sentences below fields (``text``, ``reason``, ``received``); the first one takes the focus."""
        rows = {"text": self.text_row, "reason": self.reason_row, "received": self.fields.rows["received"]}
        for name, field in rows.items():
            if name != "received" or name in errors:
                field.set_error(errors.get(name, ""))
        first = next((rows[name] for name in rows if name in errors), None)
        if first is not None:
            first.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave by Escape; what was typed is kept."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
