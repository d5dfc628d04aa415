"""Where the pages stand: made at the first visit, told when another hearing is open, laid out by width."""

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from frhearing.ui.actions import Commands
from frhearing.ui.page import Page
from frhearing.ui.pages import PAGES, PageEntry
from frhearing.ui.session import Session
from frhearing.ui.start.later import Later
from frhearing.ui.theme import dress, theme, wear
from frhearing.ui.widgets import EmptyState, PrimaryButton, column

_ENTRIES = {entry.page_id: entry for entry in PAGES}


class Navigator(QStackedWidget):
    """Shows one page at a time; ``page_changed`` carries its id, ``hints_changed`` says that keys are others.

    While a window comes up, ``later`` takes what its first page can do without until it was painted.
    """

    page_changed = Signal(str)
    hints_changed = Signal()

    def __init__(self, session: Session, commands: Commands, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._commands = session, commands
        self._pages: dict[str, Page] = {}
        self._built: dict[str, Page] = {}
        self._shown: dict[str, int | None] = {}
        self._width = 1366
        self._fitted: dict[str, tuple[int, float]] = {}
        self._left: dict[str, deque[Callable[[], object]]] = {}
        self.page_id = ""
        self._nothing: QWidget | None = None
        self.later: Later | None = None
        session.hearing_changed.connect(self._hearing_changed)

    def _no_hearing(self) -> QWidget:
        button = PrimaryButton("Go to Home", "house")
        button.clicked.connect(self._commands.action("go_home").trigger)
        empty = EmptyState(
            "inbox", "No hearing is open", "Open one on Home, make a new one, or look around in the example.", button
        )
        page = QWidget()
        page.setProperty("kind", "page")
        page.setLayout(column((empty, 1)))
        return page

    @property
    def page(self) -> Page | None:
        """The page that is seen, or None while there is no hearing for it to show."""
        seen = self.currentWidget()
        return seen if isinstance(seen, Page) else None

    def go(self, page_id: str) -> Page | None:
        """Show a page, making it if this is the first visit; gives it unless it lacks a hearing."""
        if self.later is not None:
            self.later.finish()
        entry = _ENTRIES[page_id]
        moved = self.page_id != page_id
        self.page_id = page_id
        if entry.needs_hearing and self._session.hearing is None:
            if self._nothing is None:
                self._nothing = self._no_hearing()
                wear(self._nothing, waits=True)
                self.addWidget(self._nothing)
            self._bring(self._nothing)
        else:
            self._bring(self._ready(entry))
        self._commands.enter(page_id if self.page else "")
        if moved:
            self.page_changed.emit(page_id)
        self.hints_changed.emit()
        return self.page

    def _bring(self, page: QWidget) -> None:
        """Let a page be seen, in the look and for the width of today."""
        if self.window().isVisible():
            dress(page)
        if isinstance(page, Page):
            self._fit(page)
        self.setCurrentWidget(page)

    def make_ahead(self, page_id: str) -> Iterator[str]:
        """Make a page that was not visited yet, from one yield to the next; its hearing is shown at the first visit."""
        entry = _ENTRIES[page_id]
        if page_id not in self._pages:
            self._built[page_id] = entry.make(self._session, self._commands)
            yield "built"
        if page_id not in self._pages:
            page = self._placed(entry)
            left = self._left[page_id] = deque(self._rest_of(page))
            yield "placed"
            while left:
                left.popleft()()
                yield "completed"
            dress(page)
            yield "dressed"

    def _placed(self, entry: PageEntry) -> Page:
        """Put a page that is made, or is made now, among those that can be seen."""
        page = self._built.pop(entry.page_id, None) or entry.make(self._session, self._commands)
        self._pages[entry.page_id] = page
        wear(page, waits=True)
        self.addWidget(page)
        self._fit(page)
        return page

    def _ready(self, entry: PageEntry) -> Page:
        page = self._pages.get(entry.page_id)
        new = page is None
        if page is None:
            page = self._placed(entry)
        # A clerk who comes while the page is being made ahead finds it whole.
        left = self._left.get(entry.page_id, deque())
        while left:
            left.popleft()()
        if entry.page_id not in self._shown or self._shown[entry.page_id] != self._session.hearing_id:
            self._shown[entry.page_id] = self._session.hearing_id
            page.show_hearing(self._session)
        if new:
            self._complete(page)
        return page

    def _complete(self, page: Page) -> None:
        """Let the rest of a new page follow, now or after the first paint of its window."""
        steps = self._rest_of(page)
        if self.later is not None:
            self.later.add(*steps)
            return
        for step in steps:
            step()

    def _rest_of(self, page: Page) -> list[Callable[[], object]]:
        return [self.hints_changed.emit, *page.rest(), partial(self._bind, page)]

    def _bind(self, page: Page) -> None:
        """Let a page do its commands, and tell that its keys are there."""
        for name, slot in page.handlers().items():
            if self._commands.context_of(name) != "everywhere":  # those the frame hands to its page
                self._commands.bind(name, slot)
        self.hints_changed.emit()

    def _hearing_changed(self) -> None:
        if self.page_id:
            self.go(self.page_id)

    def reflow(self, width: int) -> None:
        """Take the width of the window in design pixels: the page that is seen at once, the others when they are."""
        self._width = width
        seen = self.currentWidget()
        if isinstance(seen, Page):
            self._fit(seen)

    def _fit(self, page: Page) -> None:
        """Lay a page out for the width and the look of today, unless it is already."""
        fitted = self._width, theme.zoom
        if self._fitted.get(page.page_id) != fitted:
            self._fitted[page.page_id] = fitted
            page.reflow(self._width)

    def step_pane(self, direction: int, others: Sequence[QWidget]) -> None:
        """Move the focus to the next pane (F6) or the one before; ``others`` are the stops of the frame."""
        stops = [*(self.page.panes() if self.page else ()), *others]
        stops = [stop for stop in stops if stop.isVisible() and stop.isEnabled()]
        if not stops:
            return
        focus = QApplication.focusWidget()
        here = next((i for i, stop in enumerate(stops) if focus and _within(stop, focus)), None)
        target = 0 if here is None else (here + direction) % len(stops)
        stops[target].setFocus(Qt.FocusReason.ShortcutFocusReason)


def _within(stop: QWidget, focus: QWidget) -> bool:
    """Tell whether the focus is in a pane, whose first stop or whole area ``stop`` is."""
    return stop is focus or stop.isAncestorOf(focus)


class FocusWatch(QObject):
    """Tells when the focus has moved, so that the key line can show what works there."""

    moved = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._tell)

    def _tell(self, _old: QWidget | None, _new: QWidget | None) -> None:
        self.moved.emit()
