"""The reading pane: a comment's head, its text in full, and which version of it one sees."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QStackedLayout, QWidget

from frhearing.model.comment import Comment
from frhearing.model.hearing import Hearing
from frhearing.model.passage import PassageKind
from frhearing.ui.pages.comments.reading_header import ReadingHeader
from frhearing.ui.pages.comments.reading_text import ReadingText
from frhearing.ui.widgets import EmptyState, InlineBar, column, label, rule


class ReadingPane(QFrame):
    """Shows one comment. ``version_asked`` carries the number of the version to show, 0 for the current."""

    version_asked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "pane")
        self.setAccessibleName("Text")
        self.comment: Comment | None = None
        self.header = ReadingHeader()
        self.text = ReadingText()
        self.note = InlineBar("info", "")
        self.note.close_button.hide()
        self.note.hide()
        self.note.acted.connect(self._toggle_version)
        self.no_text = label("", "secondary", wrap=True)
        self.no_text.setContentsMargins(18, 12, 18, 12)
        self._old_version = 0
        self._nothing = EmptyState("messages-square", "No comment chosen", "Choose one in the list to read it here.")
        self._nothing.sentence.setMinimumWidth(0)
        shown = QWidget()
        shown.setLayout(column(self.header, rule(), self.note, self.no_text, (self.text, 1), gap=0))
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._nothing)
        self._stack.addWidget(shown)

    def show_nothing(self, title: str = "No comment chosen", sentence: str = "") -> None:
        """Show that there is nothing to read."""
        self.comment = None
        self._nothing.title.setText(title)
        self._nothing.sentence.setText(sentence or "Choose one in the list to read it here.")
        self._stack.setCurrentIndex(0)

    def show_comment(self, comment: Comment, hearing: Hearing, question: int, *, locked: bool) -> None:
        """Show a comment; the place in the text is kept while it is the same text."""
        before = self.comment
        self.comment = comment
        self._stack.setCurrentIndex(1)
        self.header.show_comment(comment, hearing, question, locked=locked)
        same = before is not None and (before.id, before.version) == (comment.id, comment.version)
        if same and not self._old_version and before is not None and before.text == comment.text:
            if before.passages != comment.passages:
                self.text.mark(quote_spans(comment))
        else:
            self._old_version = 0
            self.text.show_text(comment.text, quote_spans(comment))
        self._say_version()
        self._say_no_text()

    def show_version(self, version: int, text: str) -> None:
        """Show an older version of the text instead of the current one, without marks."""
        self._old_version = version
        self.text.show_text(text)
        self._say_version()

    def show_current(self) -> None:
        """Show the current text again after an older version."""
        self._old_version = 0
        if self.comment is not None:
            self.text.show_text(self.comment.text, quote_spans(self.comment))
        self._say_version()

    @property
    def version_shown(self) -> int:
        """The number of an older version that is shown, 0 for the current text."""
        return self._old_version

    def _toggle_version(self) -> None:
        self.version_asked.emit(0 if self._old_version else 1)

    def _say_version(self) -> None:
        comment = self.comment
        if comment is None or comment.versions < 2:
            self.note.hide()
            return
        first = "as it was received" if comment.received_text else "as it was first written down"
        if self._old_version:
            words = f"Version {self._old_version} of {comment.versions}: the text {first}."
            self.note.say("warn", words, "Show the corrected text")
        else:
            # What was noted as somebody spoke grows from nothing: its later versions correct no text that came in.
            what = "Corrected text, version" if comment.received_text else "Version"
            words = f"{what} {comment.version} of {comment.versions}."
            self.note.say("info", words, f"Show the text {first}")
        self.note.show()

    def _say_no_text(self) -> None:
        comment = self.comment
        empty = comment is not None and not comment.text.strip()
        if empty and comment is not None:
            heard = "Nothing was written down of this testimony." if comment.spoken else "No text was received."
            self.no_text.setText(f"{heard} Press E to write it in.")
        self.no_text.setVisible(empty)


def quote_spans(comment: Comment) -> Sequence[tuple[int, int]]:
    """Return the spans of a comment's verbatim passages that stand in its current text."""
    return [
        (passage.start, passage.end)
        for passage in comment.passages
        if passage.kind is PassageKind.VERBATIM
        and not passage.lost
        and passage.start is not None
        and passage.end is not None
    ]
