"""Shift+Enter: the same answer for all copies of a form letter, told first, done as one step."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from frhearing.desk import copies
from frhearing.model.comment import Comment
from frhearing.model.letters import Answer
from frhearing.ui.pages.comments.writer import Writer
from frhearing.ui.shell.overlay import Overlay
from frhearing.ui.theme import STANCE_WORDS
from frhearing.ui.widgets import PlainButton, PrimaryButton, column, label, row


class SameAnswer(Overlay):
    """Says how many copies get which answer, and which are left to be read; Enter does it.

    ``copies_asked`` carries the name of the form letter whose copies are to be shown instead.
    """

    copies_asked = Signal(str)

    def __init__(self, writer: Writer, window: QWidget, comment: Comment, told: Answer) -> None:
        super().__init__(window, "Same answer for all copies", width=520)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._writer, self._comment, self._told = writer, comment, told
        lines = [label(line, "secondary", wrap=True) for line in lines_of(comment, told)]
        self.sentences = [line.text() for line in lines]
        many = len(told.copies)
        self.give = PrimaryButton("Give it to 1 copy" if many == 1 else f"Give it to {many:,} copies", "copy")
        self.show_copies = PlainButton("Show the copies")
        cancel = PlainButton("Cancel")
        self.body.addLayout(column(label("Same answer for all copies", "h2"), *lines, gap=6))
        self.body.addLayout(row(self.show_copies, None, cancel, self.give))
        self.give.setDefault(True)
        self.give.clicked.connect(self.accept)
        cancel.clicked.connect(self.reject)
        self.show_copies.clicked.connect(self._show_copies)

    def first_stop(self) -> QWidget | None:
        """Let Enter do it at once."""
        return self.give

    def accept(self) -> None:
        """Give the answer to all copies, as one step."""
        super().accept()
        desk, comment = self._writer.session.desk, self._comment
        self._writer.write(self._told.copies, "Same answer", lambda: copies.tag_all(desk, comment.id))

    def _show_copies(self) -> None:
        self.reject()
        self.copies_asked.emit(self._comment.campaign)


def lines_of(comment: Comment, told: Answer) -> list[str]:
    """Say what would be done, a sentence a line."""
    many, read, kept = len(told.copies), len(told.to_read), len(told.kept)
    stances = [
        STANCE_WORDS[stance] if len(comment.stances) == 1 else f"{STANCE_WORDS[stance]} on question {number}"
        for number, stance in sorted(comment.stances.items())
    ]
    themes = len(comment.theme_ids)
    answer = ", ".join([*stances, *([f"{themes} theme{'s' if themes > 1 else ''}"] if themes else [])])
    copies_of = f"{many:,} other cop{'y' if many == 1 else 'ies'} of {comment.campaign}"
    found = [f"{copies_of} get{'s' if many == 1 else ''} the answer of No. {comment.number}: {answer}."]
    if read:
        found.append(
            f"{read:,} of them {'has' if read == 1 else 'have'} words of the sender's own: flagged, to be read."
        )
    if kept:
        found.append(
            f"{kept:,} {'has' if kept == 1 else 'have'} another position already and keep{'s' * (kept == 1)} it."
        )
    found.append("Ctrl+Z takes all of it back.")
    return found
