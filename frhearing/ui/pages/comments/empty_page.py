"""What the Comments page shows while a hearing has no comments: where they come from."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from frhearing.ui.pages.comments.list_pane import dropped_files
from frhearing.ui.widgets import EmptyState, PlainButton, PrimaryButton, column, frame


class EmptyPage(QWidget):
    """A place to drop files on, with the three ways to a first comment."""

    import_asked = Signal()
    new_asked = Signal()
    paste_asked = Signal()
    files_dropped = Signal(list)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptDrops(True)
        self.import_button = PrimaryButton("Import files…", "file-up")
        self.new_button = PlainButton("Type one", "plus")
        self.paste_button = PlainButton("Paste", "clipboard-paste")
        self.state = EmptyState(
            "inbox",
            "No comments yet",
            "Drop files or folders here: spreadsheets, e-mail, Word, PDF, ZIP. Or paste one with Ctrl+V.",
            self.import_button,
            self.new_button,
            self.paste_button,
        )
        self._card = frame("card", column((self.state, 1)))
        self.setLayout(column((self._card, 1), margins=(24, 24, 24, 24)))
        self.import_button.clicked.connect(self.import_asked)
        self.new_button.clicked.connect(self.new_asked)
        self.paste_button.clicked.connect(self.paste_asked)

    def show_draft(self, waiting: bool) -> None:
        """Say that a comment was begun, and offer to go on with it."""
        self.new_button.set_text("Go on with the draft" if waiting else "Type one")

    def show_locked(self, locked: bool) -> None:
        """Let nothing in while the record is certified."""
        for button in (self.import_button, self.new_button, self.paste_button):
            button.setEnabled(not locked)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Show that files can be dropped here."""
        if dropped_files(event):
            event.acceptProposedAction()
            self._look("drop")

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Look as before."""
        super().dragLeaveEvent(event)
        self._look("card")

    def dropEvent(self, event: QDropEvent) -> None:
        """Ask for the files to be imported."""
        self._look("card")
        files: list[Path] = dropped_files(event)
        if files:
            event.acceptProposedAction()
            self.files_dropped.emit(files)

    def _look(self, kind: str) -> None:
        self._card.setProperty("kind", kind)
        self._card.style().unpolish(self._card)
        self._card.style().polish(self._card)
