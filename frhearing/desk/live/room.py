"""A live hearing as one process holds it: the desk, the hearing, the clock, and the one running stretch."""

import contextlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from frhearing.desk.desk import Desk
from frhearing.desk.hearings import get_hearing, unlocked
from frhearing.model.change import Change
from frhearing.model.hearing import Hearing
from frhearing.model.live.clock import Clock, Reading, RunningClock, SystemClock
from frhearing.model.live.floor import Floor, Slip, Turn
from frhearing.model.times import to_utc_text
from frhearing.store import live as stored
from frhearing.store.changes import Action, Value


def stamp(reading: Reading) -> str:
    """Write the wall's instant of a reading as UTC text to the millisecond."""
    return to_utc_text(reading.wall, "milliseconds")


@dataclass(slots=True)
class Step:
    """One step inside its transaction: the action, the reading it was taken at, and the clock it leaves running."""

    act: Action
    reading: Reading
    hearing_id: int
    session_id: int | None
    running: RunningClock | None

    @property
    def at(self) -> str:
        """The instant of this step as UTC text."""
        return stamp(self.reading)

    def event(
        self,
        kind: str,
        text: str,
        *,
        slip: Slip | None = None,
        turn: Turn | int | None = None,
        by: str = "",
        facts: Mapping[str, object] | None = None,
        access: str = "public",
        at: str = "",
    ) -> int:
        """Append to the order of events; events are never changed afterwards."""
        return self.act.insert(
            "event",
            {
                "hearing_id": self.hearing_id,
                "at": at or self.at,
                "kind": kind,
                "text": text,
                "comment_id": slip.comment_id if slip is not None else None,
                "session_id": self.session_id,
                "appearance_id": slip.id if slip is not None else None,
                "turn_id": turn.id if isinstance(turn, Turn) else turn,
                "monotonic_ms": round(self.reading.monotonic * 1000),
                "by": by,
                "facts": json.dumps(dict(facts or {}), sort_keys=True, ensure_ascii=False),
                "access": access,
            },
        )

    def slip(self, slip: Slip, **fields: Value) -> None:
        """Change fields of a slip."""
        self.act.update("appearance", slip.id, **fields)

    def open_stretch(self, turn_id: int, kind: str) -> None:
        """Let a clock of a turn run from this reading on."""
        row = {"turn_id": turn_id, "started_at": self.at, "kind": kind, "open": 1}
        stretch = self.act.insert("turn_stretch", row)
        stored.write_beat(self.act, stretch, 0, self.at)
        self.running = RunningClock.begin(stretch, self.reading)

    def close_stretch(self, stretch_id: int, elapsed_ms: int) -> None:
        """End a stretch with the milliseconds it ran; they go on the record."""
        self.act.update("turn_stretch", stretch_id, elapsed_ms=elapsed_ms, open=0)
        stored.write_beat(self.act, stretch_id, elapsed_ms, self.at)
        if self.running is not None and self.running.stretch_id == stretch_id:
            self.running = None


class Live:
    """A live hearing; made by ``clockwork.open_live``, which also takes up a turn that a crash interrupted."""

    def __init__(self, desk: Desk, hearing_id: int, clock: Clock | None = None) -> None:
        self.desk = desk
        self.hearing_id = hearing_id
        self.clock: Clock = clock or SystemClock()
        self.running: RunningClock | None = None
        self.resume_after_question = False
        self._floor: Floor | None = None
        self._mark = -1

    @property
    def hearing(self) -> Hearing:
        """The hearing as it stands."""
        return get_hearing(self.desk, self.hearing_id)

    @property
    def floor(self) -> Floor:
        """The floor as it is written down; read again only when something was logged since."""
        mark = stored.mark(self.desk.store, self.hearing_id)
        if self._floor is None or mark != self._mark:
            self._floor = stored.floor(self.desk.store, self.hearing_id, self._floor)
            self._mark = mark
            self._keep_running_only_what_runs()
        return self._floor

    def _keep_running_only_what_runs(self) -> None:
        """Let go of a clock whose stretch was ended or taken back by an undo."""
        turn = self._floor.speaking if self._floor else None
        standing = turn.open_stretch if turn is not None else None
        if self.running is not None and (standing is None or standing.id != self.running.stretch_id):
            self.running = None

    def elapsed_ms(self, turn: Turn, kind: str = "speaking", at: Reading | None = None) -> int:
        """Return the milliseconds on a turn's clock at a reading, a running stretch of this process included."""
        recorded = turn.recorded_ms(kind)
        running = self.running
        stretch = turn.open_stretch
        if running is None or stretch is None or stretch.kind != kind or stretch.id != running.stretch_id:
            return recorded
        return recorded - stretch.elapsed_ms + running.elapsed_ms(at or self.clock.read())

    def runs(self, kind: str = "speaking") -> bool:
        """Say whether a clock of this kind runs in this process."""
        turn = self.floor.speaking
        stretch = turn.open_stretch if turn is not None else None
        return self.running is not None and stretch is not None and stretch.kind == kind

    @contextlib.contextmanager
    def step(self, kind: str, subject: str = "", reading: Reading | None = None) -> Iterator[Step]:
        """Run one step as one transaction; the running clock changes only when it is on the disk."""
        unlocked(self.hearing)
        sitting = self.floor.sitting
        with self.desk.store.action(kind, subject, self.hearing_id) as writing:
            taken = reading or self.clock.read()
            step = Step(writing.act, taken, self.hearing_id, sitting.id if sitting else None, self.running)
            yield step
        self.running = step.running
        self.desk.did(writing.change)

    @property
    def last_change(self) -> Change | None:
        """The last step of this run."""
        return self.desk.undo_step

    def beat(self, reading: Reading) -> None:
        """Write the running clock down, once a second; nothing goes into the log."""
        running = self.running
        if running is None:
            return
        elapsed = running.elapsed_ms(reading)
        with self.desk.store.action("beat", "", self.hearing_id) as writing:
            stored.write_beat(writing.act, running.stretch_id, elapsed, stamp(reading))
        running.written_ms = elapsed
