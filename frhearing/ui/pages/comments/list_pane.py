"""The list pane: its head, the comments, and the foot that says how far the tagging is."""

from functools import cached_property
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFrame, QProgressBar, QSizePolicy, QStackedWidget, QWidget

from frhearing.ui.pages.comments.list_head import ListHead
from frhearing.ui.tables.comment_model import CommentModel
from frhearing.ui.tables.comment_view import CommentView
from frhearing.ui.tables.row_pages import ReadRows
from frhearing.ui.theme import set_size
from frhearing.ui.widgets import (
    EmptyState,
    InlineBar,
    LoadingState,
    PlainButton,
    column,
    frame,
    label,
    row,
)


class ListPane(QFrame):
    """Holds the list in its states: rows, a wait, nothing found. Files dropped on it are to be imported."""

    files_dropped = Signal(list)
    clear_asked = Signal()

    def __init__(self, read: ReadRows, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "pane_left")
        self.setAccessibleName("List of comments")
        self.setAcceptDrops(True)
        self.head = ListHead()
        self.model = CommentModel(read, self)
        self.view = CommentView(self.model)
        self.bar = InlineBar("info", "")
        self.bar.hide()
        self.states = QStackedWidget()
        self.states.addWidget(self.view)
        self.tagged = label("", "caption")
        self.done = QProgressBar()
        self.done.setTextVisible(False)
        self.done.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        set_size(self.done, min_width=40, max_width=140)
        self.done.setAccessibleName("How much is tagged")
        self.picked = label("", "caption")
        foot = frame("foot", row(self.tagged, self.done, None, self.picked, margins=(12, 5, 12, 5), gap=8))
        set_size(foot, min_height=28)
        self.setLayout(column(self.head, self.bar, (self.states, 1), foot, gap=0))

    @cached_property
    def loading(self) -> LoadingState:
        """The wait, made for the first one that there is."""
        made = LoadingState("Looking through the comments…")
        made.cancel.hide()
        self.states.addWidget(made)
        return made

    @cached_property
    def none(self) -> EmptyState:
        """What is shown when a filter finds nothing, made for the first time that it does."""
        clear = PlainButton("Show all comments")
        clear.clicked.connect(self.clear_asked)
        made = EmptyState("search", "Nothing found", "No comment fits what is asked for here.", clear)
        made.sentence.setMinimumWidth(0)
        self.states.addWidget(made)
        return made

    def _stop_waiting(self) -> None:
        if self.states.currentWidget() is not self.view:
            self.loading.stop()

    def show_rows(self) -> None:
        """Show the list."""
        self._stop_waiting()
        # A hidden view cannot have the focus: give it what was meant for it while it was away.
        waiting = self.isVisible() and QApplication.focusWidget() is None
        self.states.setCurrentWidget(self.view)
        if waiting:
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_loading(self) -> None:
        """Show the wait while nothing is in the list yet."""
        self.states.setCurrentWidget(self.loading)
        self.loading.start()

    def show_none(self) -> None:
        """Show that the filter finds nothing."""
        self._stop_waiting()
        self.states.setCurrentWidget(self.none)

    def say(self, words: str, action: str = "") -> None:
        """Say something about the list in a bar above it; nothing takes the bar away."""
        self.bar.setVisible(bool(words))
        if words:
            self.bar.say("info", words, action)

    def show_progress(self, tagged: int, tallied: int) -> None:
        """Show how many of the comments that count have a position on the question."""
        self.tagged.setText(f"{tagged:,} of {tallied:,} tagged")
        self.done.setRange(0, max(tallied, 1))
        self.done.setValue(tagged)
        self.done.setAccessibleDescription(self.tagged.text())

    def show_picked(self, count: int) -> None:
        """Show how many comments are selected."""
        self.picked.setText(f"{count:,} selected")

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files, and nothing else."""
        if dropped_files(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Ask for the files to be imported."""
        files = dropped_files(event)
        if files:
            event.acceptProposedAction()
            self.files_dropped.emit(files)


def dropped_files(event: QDropEvent) -> list[Path]:
    """Return the local files of a drag or drop."""
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
