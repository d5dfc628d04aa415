"""Tells the clerk when new letters look like a confirmed form letter; looks in the background, a few at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

from frhearing.ui.background import Progress

if TYPE_CHECKING:
    from frhearing.desk.arrivals import Arrivals
    from frhearing.model.change import Change
    from frhearing.model.filter import CommentFilter
    from frhearing.model.letters import FormLetter
    from frhearing.ui.main_window import MainWindow

_NEWS: Final = ("comment", "import", "petition", "form letter", "not a form letter")
"""Kinds of steps, and of steps taken back, after which other letters may wait."""

_FIRST_LOOK_MS: Final = 1500
"""A hearing that was just opened is shown before anything is compared."""


class ArrivalsWatch(QObject):
    """Looks at new letters of the open hearing after it is opened, and after each import or new comment."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._session = window, window.session
        self._arrivals: Arrivals | None = None
        self._hearing_id: int | None = None
        self._looking = self._again = False
        self.waiting: list[FormLetter] = []
        self._first = QTimer(self)
        self._first.setSingleShot(True)
        self._first.setInterval(_FIRST_LOOK_MS)
        self._first.timeout.connect(self._look)
        self._session.hearing_changed.connect(self._opened)
        self._session.changed.connect(self._changed)
        self._opened()

    def open(self) -> None:
        """Show what waits, or where nothing waits all form letters of the hearing."""
        if self._session.hearing is None:
            return
        # Loaded when it is asked for: the window is there sooner without it.
        from frhearing.ui.dialogs.letters_dialog import FormLettersDialog

        dialog = FormLettersDialog(self._session, self._window, self._look_now if self.waiting else None)
        dialog.show_asked.connect(self._show)
        dialog.open_over()

    def _show(self, wanted: CommentFilter) -> None:
        self._session.comments_asked.emit(wanted)

    def _opened(self) -> None:
        if self._session.hearing_id == self._hearing_id:
            return
        self._hearing_id, self.waiting = self._session.hearing_id, []
        self._arrivals = None
        if self._hearing_id is not None:
            self._first.start()

    def _changed(self, change: Change) -> None:
        kind = change.kind.removeprefix("undo ").removeprefix("redo ")
        if self._hearing_id is not None and kind.startswith(_NEWS):
            self._look()

    def _look(self) -> None:
        """Look at some letters on the other thread, and go on until all have been looked at."""
        if self._hearing_id is None or self._looking:
            self._again = self._looking
            return
        arrivals = self._known()
        self._looking, self._again = True, False

        def job(_progress: Progress) -> tuple[bool, list[FormLetter]]:
            more = arrivals.look()
            return more, [] if more else arrivals.waiting()

        def done(found: tuple[bool, list[FormLetter]]) -> None:
            self._looking = False
            more, waiting = found
            if more or self._again or arrivals is not self._arrivals:
                self._look()
            else:
                self._tell(waiting)

        self._session.background.run(job, done, self._failed)

    def _known(self) -> Arrivals:
        """Return what is known of the open hearing's letters."""
        if self._arrivals is None:
            # Loaded when it is needed: the window is there sooner without it.
            from frhearing.desk.arrivals import Arrivals

            assert self._hearing_id is not None
            self._arrivals = Arrivals(self._session.desk, self._hearing_id)
        return self._arrivals

    def _look_now(self, _progress: Progress) -> list[FormLetter]:
        """Give what waits as things stand now; on the other thread."""
        arrivals = self._arrivals
        if arrivals is None:
            return []
        while arrivals.look():
            pass
        return arrivals.waiting()

    def _failed(self, fault: Exception) -> None:
        self._looking = False
        self._session.tell(fault)

    def _tell(self, waiting: list[FormLetter]) -> None:
        """Say what waits, once; what is less than before is not told again."""
        before = {copy.comment_id for letter in self.waiting for copy in letter.copies}
        now = {copy.comment_id for letter in waiting for copy in letter.copies}
        self.waiting = waiting
        if not now - before or not self._session.writable:
            return
        from frhearing.desk.arrivals import words

        said = f"{words(waiting)} Nothing is joined until you say so (Ctrl+Shift+F)."
        self._session.notice("info", said, "Review", self.open)
