"""What is made while nobody is waiting: the rooms and pages that were not visited yet, so that each visit is short."""

from collections.abc import Iterator
from types import ModuleType
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from frhearing.ui.background import Background
from frhearing.ui.pages import PAGES
from frhearing.ui.start.later import INPUT
from frhearing.ui.start.rooms import load_rooms

if TYPE_CHECKING:
    from frhearing.ui.shell.navigator import Navigator

_FIRST_MS: Final = 400
_EVERY_MS: Final = 60
_PAUSE_MS: Final = 800
"""Milliseconds before the first step, between two, and after a key or a click."""


class Ahead(QObject):
    """Makes one page after the other, a step at a time, and rests while the clerk is at work.

    ``made`` comes after each of them.
    """

    made = Signal()

    def __init__(self, window: QWidget, navigator: "Navigator", background: Background) -> None:
        super().__init__(window)
        self._window, self._navigator, self._background = window, navigator, background
        self._work = self._steps()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._next)
        self.over = False

    def begin(self) -> None:
        """Load the rooms in the background, then make the pages here."""
        handle = self._window.windowHandle()
        if handle is not None:
            handle.installEventFilter(self)
        QTimer.singleShot(_FIRST_MS, self, self._load_rooms)

    def _load_rooms(self) -> None:
        # A room that is missing is told where it is asked for, by the page that needs it.
        self._background.run(
            lambda _progress: load_rooms(), lambda _rooms: self._timer.start(_EVERY_MS), lambda _fault: None
        )

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Rest for a while after each key and click."""
        if event.type() in INPUT and self._timer.isActive():
            self._timer.start(_PAUSE_MS)
        return False

    def _next(self) -> None:
        if self._background.busy:
            return  # the clerk has begun something large: it comes first
        self._timer.setInterval(_EVERY_MS)
        if next(self._work, None) is None:
            self.over = True
            self._timer.stop()
            handle = self._window.windowHandle()
            if handle is not None:
                handle.removeEventFilter(self)

    def _steps(self) -> Iterator[str]:
        """Do the work from one yield to the next; each gives the name of what was done."""
        for module in load_pages():
            yield f"loaded {module.__name__}"
        for entry in PAGES:
            for done in self._navigator.make_ahead(entry.page_id):
                yield f"{done} {entry.page_id}"
            self.made.emit()


def load_pages() -> Iterator[ModuleType]:
    """Load the pages one by one, from one yield to the next."""
    from frhearing.ui.pages import home

    yield home
    from frhearing.ui.pages import setup

    yield setup
    from frhearing.ui.pages import live

    yield live
    from frhearing.ui.pages import comments

    yield comments
    from frhearing.ui.pages import analysis

    yield analysis
    from frhearing.ui.pages import report

    yield report
    from frhearing.ui.pages import record

    yield record
