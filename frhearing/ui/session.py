"""What the window has open: the desk, the hearing, the question. The one place where news becomes a signal.

Pages write through ``write``; whatever comes back is told to everyone by ``changed``.
"""

from collections.abc import Callable
from typing import Any, NamedTuple

from PySide6.QtCore import QObject, Signal

from frhearing.model.change import Change
from frhearing.model.errors import ClerkError
from frhearing.model.filter import CommentFilter
from frhearing.model.hearing import Hearing
from frhearing.ui.background import Background
from frhearing.ui.widgets.states import Level


class Notice(NamedTuple):
    """A sentence for the bar above the page, with one thing to do about it."""

    level: Level
    words: str
    action: str = ""
    act: Callable[[], object] | None = None


class Session(QObject):
    """The open desk and what is being looked at. Signals come on the window's thread.

    ``changed`` carries what a write touched; ``hearing_changed`` comes when another hearing (or none) is
    open or its own fields are others; ``question_changed`` carries the number of the active question;
    ``saved`` the instant of the last write as UTC text; ``noticed`` a Notice for the bar; ``place_wanted``
    a place of the window as ``Check.jump`` names them, with a CommentFilter or None.
    """

    changed = Signal(object)
    hearing_changed = Signal()
    question_changed = Signal(int)
    saved = Signal(str)
    noticed = Signal(object)
    place_wanted = Signal(str, object)

    def __init__(self, desk: Any, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.background = Background(self)
        self.hearing: Hearing | None = None
        self.question = 1

    @property
    def hearing_id(self) -> int | None:
        """The id of the open hearing, or None."""
        return self.hearing.id if self.hearing else None

    @property
    def writable(self) -> bool:
        """Whether the open hearing can be written to: it is not certified and the store is ours to write."""
        return self.hearing is not None and not self.hearing.locked

    def write(self, action: Callable[[], Change]) -> Change | None:
        """Do one write and tell everyone; gives None after a fault, which is told in the bar."""
        try:
            change = action()
        except ClerkError as error:
            self.tell(error)
            return None
        self.take(change)
        return change

    def take(self, change: Change) -> None:
        """Tell everyone about a write that was done elsewhere, such as an import on the other thread."""
        if not change.nothing:
            self.changed.emit(change)
            self.saved.emit(change.at)

    def tell(self, error: Exception) -> None:
        """Show a fault in the bar above the page."""
        self.noticed.emit(Notice("danger", str(error)))

    def notice(self, level: Level, words: str, action: str = "", act: Callable[[], object] | None = None) -> None:
        """Show a sentence in the bar above the page."""
        self.noticed.emit(Notice(level, words, action, act))

    def go(self, place: str, shown: CommentFilter | None = None) -> None:
        """Ask the window for a place such as ``analysis``, ``setup.question`` or ``comment:142``.

        For the place ``comments`` a filter says which comments are to be shown there.
        """
        self.place_wanted.emit(place, shown)
