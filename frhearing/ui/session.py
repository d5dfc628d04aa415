"""What the window has open: the desk, the hearing, the question. The one place where news becomes a signal.

Pages write through ``write`` or ``make``; what comes back is told to everyone by ``changed``.
"""

from collections.abc import Callable
from datetime import datetime
from typing import Final, NamedTuple, TypeVar

from PySide6.QtCore import QObject, Signal

from frhearing.desk import hearings, naming
from frhearing.desk.desk import Desk
from frhearing.model.change import Change
from frhearing.model.errors import ClerkError, DiskFault
from frhearing.model.hearing import Hearing
from frhearing.ui.background import Background
from frhearing.ui.widgets.states import Level

T = TypeVar("T")
_AT_ONCE: Final = 500
"""Rows; a step that touches more is taken back or brought back in the background."""
_OF_THE_FORM: Final = frozenset({"hearing", "question", "body"})


class Notice(NamedTuple):
    """A sentence for the bar above the page, with one thing to do about it.

    One that holds ``until_saved`` is no longer true once something is saved again, or another step is taken.
    """

    level: Level
    words: str
    action: str = ""
    act: Callable[[], object] | None = None
    until_saved: bool = False


def clock_words(utc_text: str) -> str:
    """Give the time of day of an instant where the clerk sits, such as ``9:42 AM``."""
    return datetime.fromisoformat(utc_text).astimezone().strftime("%I:%M %p").lstrip("0")


def day_and_clock(utc_text: str) -> str:
    """Give an instant where the clerk sits, such as ``Feb 26, 2026, 9:42 AM``."""
    moment = datetime.fromisoformat(utc_text).astimezone()
    return f"{moment:%b} {moment.day}, {moment.year}, {clock_words(utc_text)}"


class Session(QObject):
    """The open desk and what is being looked at. Signals come on the window's thread.

    ``changed`` carries what a write touched; ``hearing_changed`` comes when another hearing (or none) is open
    or its own fields are others; ``question_changed`` carries the number of the active question; ``saved`` the
    instant of the last write as UTC text; ``noticed`` a Notice for the bar; ``asked`` the id of a page to go
    to, with the id of a comment to show there, or 0; ``comments_asked`` a CommentFilter to show in Comments;
    ``left_example`` asks for the office's own hearings.
    """

    changed = Signal(object)
    hearing_changed = Signal()
    question_changed = Signal(int)
    saved = Signal(str)
    noticed = Signal(object)
    asked = Signal(str, int)
    comments_asked = Signal(object)
    left_example = Signal()

    def __init__(self, desk: Desk, parent: QObject | None = None, *, example_store: bool = False) -> None:
        super().__init__(parent)
        self.desk = desk
        self.background = Background(self)
        self.hearing: Hearing | None = None
        self.question = 1
        self.example_store = example_store
        self.moving = False

    @property
    def hearing_id(self) -> int | None:
        """The id of the open hearing, or None."""
        return self.hearing.id if self.hearing else None

    @property
    def writable(self) -> bool:
        """Whether the open hearing can be written to: not certified, and this window is the store's writer."""
        return self.hearing is not None and not self.hearing.locked and not self.desk.read_only

    def open_hearing(self, hearing_id: int | None) -> None:
        """Open a hearing, or none; a fault is told in the bar and leaves the old one open."""
        try:
            opened = hearings.get_hearing(self.desk, hearing_id) if hearing_id is not None else None
        except ClerkError as error:
            self.tell(error)
            return
        other = (opened.id if opened else None) != self.hearing_id
        self.hearing = opened
        # The active question may be gone: taken back, or removed.
        if other or (opened is not None and opened.question(self.question) is None):
            self.choose_question(opened.questions[0].number if opened and opened.questions else 1)
        self.hearing_changed.emit()

    def choose_question(self, number: int) -> None:
        """Make another question the active one, if the hearing has it."""
        if number != self.question and self.hearing and self.hearing.question(number):
            self.question = number
            self.question_changed.emit(number)

    def read(self, question: Callable[[], T]) -> T | None:
        """Ask the desk something; gives None after a fault, which is told in the bar."""
        try:
            return question()
        except ClerkError as error:
            self.tell(error)
            return None

    def write(self, action: Callable[[], Change]) -> Change | None:
        """Do one write and tell everyone; gives None after a fault, which is told in the bar."""
        if not self._may_write():
            return None
        try:
            change = action()
        except ClerkError as error:
            self.tell(error)
            return None
        self.take(change)
        return change

    def make(self, action: Callable[[], tuple[int, Change]]) -> int | None:
        """Do one write that makes something and tell everyone; gives its id, or None after a fault."""
        if not self._may_write():
            return None
        try:
            made, change = action()
        except ClerkError as error:
            self.tell(error)
            return None
        self.take(change)
        return made

    def take(self, change: Change) -> None:
        """Tell everyone about a write that was done elsewhere, such as an import on the other thread."""
        if change.nothing:
            return
        if self.hearing and any(table in _OF_THE_FORM for table, _row in change.touched):
            self.open_hearing(self.hearing.id)
        self.changed.emit(change)
        self.saved.emit(change.at)

    def undo(self) -> None:
        """Take the last step back and say which it was."""
        self._step(self.desk.undo_step, self.desk.undo)

    def redo(self) -> None:
        """Bring the last step taken back again and say which it was."""
        self._step(self.desk.redo_step, self.desk.redo)

    def _step(self, step: Change | None, move: Callable[[], Change]) -> None:
        if step is None:
            return
        if len(step.touched) > _AT_ONCE or step.kind == "import":
            self._step_later(step, move)
            return
        before = self.hearing_id
        self.write(move)
        if step.kind == "hearing" and before is not None:
            known = {card.id for card in hearings.list_hearings(self.desk)}
            if before not in known:
                self.open_hearing(None)

    def _step_later(self, step: Change, move: Callable[[], Change]) -> None:
        """Move a step that touches many rows in the background; nothing else is written meanwhile."""
        if not self._may_write():
            return
        self.moving = True
        self.notice("info", f"Working: {naming.step(step)}…")

        def done(change: Change) -> None:
            self.moving = False
            self.notice("ok", f"Done: {naming.step(step)}.")
            self.take(change)

        def failed(error: Exception) -> None:
            self.moving = False
            self.tell(error)

        self.background.run(lambda _progress: move(), done, failed)

    def _may_write(self) -> bool:
        """Whether no large step is under way; it would make the window wait for the store."""
        if self.moving:
            self.notice("info", "The step before is still being saved. Nothing was changed by this one.")
        return not self.moving

    def tell(self, error: Exception) -> None:
        """Show a fault in the bar above the page."""
        self.noticed.emit(Notice("danger", str(error), until_saved=isinstance(error, DiskFault)))

    def notice(self, level: Level, words: str, action: str = "", act: Callable[[], object] | None = None) -> None:
        """Show a sentence in the bar above the page; an Undo offered there is gone with the next step."""
        self.noticed.emit(Notice(level, words, action, act, until_saved=action == "Undo"))
