"""The room: the one engine of the live hearing that all screens of this window look at.

Its timer only looks and repaints. How much time has passed is the engine's answer, never a count of ticks.
"""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from frhearing.desk.live import clockwork, ledger, log, podium, queue, showing, sitting
from frhearing.desk.live.room import Live
from frhearing.model.change import Change
from frhearing.model.errors import ClerkError
from frhearing.model.hearing import Hearing, HearingStatus
from frhearing.model.live.clock import Clock
from frhearing.model.live.states import GrantKind, Phase
from frhearing.model.live.view import PodiumView
from frhearing.ui.session import Session

LOOK_MS: Final = 50
TWICE_SECONDS: Final = 0.35
"""F8 pressed again within this time counts once."""
TOO_SOON_MS: Final = 2000
"""A testimony does not end within its first two seconds: that press was meant for the start."""

LIVE: Final = frozenset({HearingStatus.OPEN, HearingStatus.RECESSED})
TO_BE_HELD: Final = LIVE | {
    HearingStatus.DRAFT,
    HearingStatus.SCHEDULED,
    HearingStatus.POSTPONED,
    HearingStatus.CONTINUED,
}
"""Hearings that have the working screen; the others are read as they were held."""


class LiveRoom(QObject):
    """Holds the engine while a hearing that can be held is open.

    ``moved`` comes after a step, ``ticked`` when a second has passed on the clocks or their state is another,
    ``taken`` when another hearing, or none, is held here.
    """

    moved = Signal()
    ticked = Signal()
    taken = Signal()

    def __init__(self, session: Session, clock: Clock | None = None) -> None:
        super().__init__(session)
        self.session, self._clock = session, clock
        self.live: Live | None = None
        self.view: PodiumView | None = None
        self._last_press = float("-inf")
        self._shown: object = None
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self.look)
        session.hearing_changed.connect(self.take_up)
        session.changed.connect(self._changed)
        self.take_up()

    def take_up(self) -> None:
        """Take up the hearing that is open; one that was running when the program died stands paused."""
        hearing = self.session.hearing
        if hearing is None or not self._to_be_held(hearing):
            self._let_go()
        elif self.live is None or self.live.hearing_id != hearing.id:
            wanted = hearing.id
            self.live = self.session.read(lambda: clockwork.open_live(self.session.desk, wanted, self._clock))
            self._timer.start()
            self.refresh()
            self.taken.emit()

    def _to_be_held(self, hearing: Hearing) -> bool:
        """Say whether there is still something to do here: also after testimony, until the body adjourns."""
        if not self.session.writable or hearing.status in TO_BE_HELD:
            return self.session.writable
        if hearing.status is not HearingStatus.CLOSED:
            return False
        live = self.live if self.live is not None and self.live.hearing_id == hearing.id else None
        seen = live or self.session.read(lambda: Live(self.session.desk, hearing.id, self._clock))
        return seen is not None and seen.floor.phase is Phase.TESTIMONY_CLOSED

    def leave(self) -> None:
        """Stop looking: the window closes. A turn that runs is offered its gap when the hearing is opened again."""
        self._timer.stop()

    def _let_go(self) -> None:
        self.leave()
        if self.live is not None:
            self.live = self.view = None
            self.taken.emit()

    @property
    def holds(self) -> bool:
        """Whether the hearing here has been opened and not closed: the keys mean something."""
        hearing = self.session.hearing
        opened = hearing is not None and hearing.status in LIVE
        return self.live is not None and (opened or self.phase is Phase.TESTIMONY_CLOSED)

    @property
    def phase(self) -> Phase:
        """Where the sitting stands."""
        return self.live.floor.phase if self.live is not None else Phase.NOT_OPENED

    def look(self) -> None:
        """Look at the clocks: a second that passed is written down, a hole in time pauses the turn."""
        if self.live is None or self.session.moving or self.live.desk.read_only:
            return
        try:
            jump = clockwork.tick(self.live)
        except ClerkError as fault:
            self._timer.stop()
            self.session.tell(fault)
            return
        if jump is not None and self.live.last_change is not None:
            self.session.take(self.live.last_change)
        elif self.view is not None:
            self.view = showing.at_this_moment(self.live, self.view)
        self._tell_time()

    def _tell_time(self) -> None:
        shown = self._seconds()
        if shown != self._shown:
            self._shown = shown
            self.ticked.emit()

    def _seconds(self) -> object:
        """Give all of the view that time alone moves, to the second."""
        view, live = self.view, self.live
        if view is None or live is None:
            return None
        minute = live.clock.read().wall.minute
        return view.state, -(-view.remaining_ms // 1000), view.question_ms // 1000, view.gap_seconds, minute

    def _changed(self, change: Change) -> None:
        hearing = self.session.hearing
        if change.hearing_id not in (None, self.session.hearing_id):
            return
        closed = hearing is not None and hearing.status is HearingStatus.CLOSED
        if closed and any(table == "session" for table, _row in change.touched):
            self.take_up()  # adjourning moves the sitting, not the hearing's status
        self.refresh()

    def refresh(self) -> None:
        """Look at the podium and the queue anew."""
        if self.live is not None:
            live = self.live
            self.view = self.session.read(lambda: showing.podium_view(live))
            self._shown = self._seconds()
            self.moved.emit()

    def do(self, action: Callable[[Live], object]) -> bool:
        """Do one step through the engine; a refusal is told in the bar. Says whether it was done."""
        live = self.live
        if live is None:
            return False
        before = live.last_change
        if self.session.write(lambda: _step(live, action)) is not None:
            return True
        if live.last_change is not before and live.last_change is not None:
            self.session.take(live.last_change)  # a jump of the clock was written before the refusal
        return False

    def must(self, action: Callable[[Live], object]) -> None:
        """Do one step for a form that tells a refusal itself; raises ClerkErrors."""
        if self.live is not None:
            self.session.take(_step(self.live, action))

    def next_step(self) -> bool:
        """Do what comes next (F8): call, start, end; come back from a recess or an item."""
        if self.live is None:
            return False
        at = self.live.clock.read().monotonic
        if at - self._last_press < TWICE_SECONDS:
            return False
        self._last_press = at
        self.look()
        if self.phase in (Phase.TESTIMONY_CLOSED, Phase.ADJOURNED):
            self.session.notice("info", "Testimony is closed. Proceedings has what can come now.")
            return False
        return self.do(self._next()) if self._may_step() else False

    def _may_step(self) -> bool:
        """Say whether the next step is meant: not an end right after the start, not a call of nobody."""
        view = self.view
        if view is None or self.live is None or self.phase is not Phase.OPEN:
            return True
        if self.live.runs() and view.elapsed_ms < TOO_SOON_MS:
            self.session.notice("info", "This testimony began just now, so it was not ended. Press F8 again to end it.")
            return False
        if view.state == "idle" and view.next_slip is None:
            self.session.notice("info", "Nobody waits to speak. Add the next speaker: F2.")
            return False
        return True

    def _next(self) -> Callable[[Live], object]:
        steps: dict[Phase, Callable[[Live], object]] = {
            Phase.NOT_OPENED: sitting.open_hearing,
            Phase.RECESS: sitting.reconvene,
            Phase.TIME_CERTAIN: sitting.resume_testimony,
        }
        if self.view is not None and self.view.state == "question":
            return podium.question_end
        return steps.get(self.phase, showing.next_step)

    def step_back(self) -> bool:
        """Take the last step of the podium back."""
        self._last_press = float("-inf")
        return self.do(showing.step_back)

    def pause(self) -> bool:
        """Let the clock stand still, or go on."""
        running = self.live is not None and (self.live.runs() or self.live.runs("question"))
        return self.do(podium.pause if running else podium.resume)

    def more(self, seconds: int = 30) -> bool:
        """Give the one who speaks or is called more time."""
        return self.do(lambda live: ledger.grant(live, seconds, GrantKind.CHAIR_EXTENSION))

    def absent(self) -> bool:
        """Note that the one called did not answer."""
        return self.do(queue.no_show)

    def mark(self) -> bool:
        """Put a time mark into the log."""
        return self.do(lambda live: log.note(live, "Time mark."))

    def count_gap(self, count: bool) -> bool:
        """Count the time the clock stood still, or do not."""
        return self.do(lambda live: clockwork.count_gap(live, count))


def _step(live: Live, action: Callable[[Live], object]) -> Change:
    """Do one step and give what was written."""
    done = action(live)
    change = done if isinstance(done, Change) else getattr(done, "change", None) or live.last_change
    assert change is not None, "a step was written"
    return change


def room_of(session: Session, clock: Clock | None = None) -> LiveRoom:
    """Give the room of a window's session, made at the first call; ``clock`` is for tests."""
    found = session.findChild(LiveRoom)
    return found if isinstance(found, LiveRoom) else LiveRoom(session, clock)
