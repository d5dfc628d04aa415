"""The Live page: the working screen while a hearing can be held, the finished hearing to be read afterwards."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from frhearing.ui.actions import Commands, KeyHint
from frhearing.ui.live.hall_of import hall_of
from frhearing.ui.live.room import room_of
from frhearing.ui.page import Page
from frhearing.ui.pages.live.desk import LiveDesk
from frhearing.ui.pages.live.held import HeldPage
from frhearing.ui.session import Session
from frhearing.ui.widgets import column

_HINTS = ("live_next", "live_pause", "live_more", "live_absent", "live_mark", "live_back", "live_add", "live_screen")


class LivePage(Page):
    """Holds both screens; which one is seen follows the hearing's status."""

    page_id, title, icon = "live", "Live", "mic"

    def __init__(self, session: Session, commands: Commands, parent: QWidget | None = None) -> None:
        super().__init__(session, commands, parent)
        self.room = room_of(session)
        self.held = HeldPage(session, commands)
        self.desk: LiveDesk | None = None
        self._width = 1366
        self._stack = QStackedWidget()
        self._stack.addWidget(self.held)
        self.setLayout(column((self._stack, 1), gap=0))
        self.room.taken.connect(self._choose)

    @property
    def live(self) -> bool:
        """Whether the working screen is seen."""
        return self.desk is not None and self._stack.currentWidget() is self.desk

    def rest(self) -> Sequence[Callable[[], object]]:
        """Give the working screen, where it will be wanted: it is made ahead of the first visit."""
        return (self._make_desk,)

    def _make_desk(self) -> None:
        """Make the working screen, where there is a hearing for it."""
        if self.room.live is not None and self.desk is None:
            self.desk = LiveDesk(self.room, hall_of(self.room), self.commands)
            self.commands.attach("live_page", self.desk.list)
            self._stack.addWidget(self.desk)
            self.desk.fit(self._width)

    def _choose(self) -> None:
        """Show the screen that fits the hearing; the working one is made when it is needed first."""
        self._make_desk()
        if self.room.live is not None and self.desk is not None:
            self._stack.setCurrentWidget(self.desk)
            self.desk.show_hearing()
        else:
            self._stack.setCurrentWidget(self.held)
            if self.session.hearing is not None:
                self.held.show_hearing(self.session)

    def show_hearing(self, session: Session) -> None:  # noqa: ARG002  # the room follows the session
        """Show the open hearing, being held or as it was held."""
        self._choose()

    def showEvent(self, event: QShowEvent) -> None:
        """Look anew when the page is seen again."""
        super().showEvent(event)
        if self.desk is not None and self.live:
            self.desk.show_floor()

    def primary(self) -> None:
        """Take the next step: on this screen Ctrl+Enter is F8."""
        if self.live:
            self.room.next_step()
        else:
            self.held.primary()

    def key_hints(self) -> Sequence[KeyHint]:
        """Give the keys that work here and now."""
        return self.commands.hints(_HINTS) if self.live else self.held.key_hints()

    def find_here(self) -> None:
        """Put the caret into the log: names are found by typing in the list."""
        if self.desk is not None and self.live:
            self.desk.list.setFocus()

    def panes(self) -> Sequence[QWidget]:
        """Give the stops of F6: the log box first, where the caret lives, a gap to decide on, queue, podium, strip."""
        if self.desk is None or not self.live:
            return self.held.panes()
        middle = self.desk.podium.step if self.room.holds else self.desk.before.start
        desk = self.desk
        stops = (desk.log.box.edit, desk.gap.button, desk.list, desk.quick.line, middle, desk.panes.strip)
        return tuple(stop for stop in stops if stop.isVisibleTo(self))

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        """Give what this page does of the commands."""
        return {"live_up": lambda: self._step(-1), "live_down": lambda: self._step(1)}

    def _step(self, by: int) -> None:
        if self.desk is not None:
            self.desk.list.step(by)

    def focus_quick_add(self) -> None:
        """Put the caret into the line that signs somebody in (F2)."""
        if self.desk is not None and self.live:
            self.desk.focus_quick_add()

    def reflow(self, width: int) -> None:
        """Lay out anew for the width."""
        self._width = width
        self.held.reflow(width)
        if self.desk is not None:
            self.desk.fit(width)
