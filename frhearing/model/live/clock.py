"""The clock of a turn: a difference between two readings of a monotonic clock, never a count of ticks.

A reading takes the wall and the monotonic clock together. Where they part, or where the readings themselves
leave a hole, the computer slept or its clock was set: the turn pauses there and the clerk is asked
(0-decisions.md, "Clock"; 7-quality.md, E1 and E2).
"""

import time
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Protocol

DRIFT_SECONDS = 2.0
"""Wall and monotonic clock may part by so much between two readings before the turn pauses."""

HOLE_SECONDS = 20.0
"""No window is blocked for so long; on systems whose monotonic clock runs on in sleep this tells a sleep."""


@dataclass(frozen=True, slots=True)
class Reading:
    """Both clocks at one moment: the wall's instant, and monotonic seconds from an arbitrary start."""

    wall: datetime
    monotonic: float


class Clock(Protocol):
    """Where readings come from; tests and the replay bring their own."""

    def read(self) -> Reading:
        """Return both clocks as they stand now."""


class SystemClock:
    """The clocks of this computer."""

    def read(self) -> Reading:
        """Return both clocks as they stand now."""
        return Reading(datetime.now(UTC), time.monotonic())


@dataclass(frozen=True, slots=True)
class Jump:
    """Wall and monotonic clock parted, or the readings left a hole.

    ``last`` is the last reading before, ``now`` the first after; ``missing`` are the seconds that the turn's
    clock did not count, negative where the wall clock was set back.
    """

    last: Reading
    now: Reading
    missing: float

    @property
    def asks(self) -> bool:
        """Whether time may be missing from the turn, so that it pauses and the clerk is asked."""
        return self.missing > 0


@dataclass(slots=True)
class RunningClock:
    """The clock of one running stretch, as this process holds it; ``stretch_id`` is its row."""

    stretch_id: int
    started: Reading
    last: Reading
    written_ms: int = 0

    @classmethod
    def begin(cls, stretch_id: int, at: Reading) -> "RunningClock":
        """Start at a reading."""
        return cls(stretch_id, at, at)

    def elapsed_ms(self, at: Reading) -> int:
        """Return the milliseconds since the start; only the monotonic clock is asked."""
        return max(0, round(1000 * (at.monotonic - self.started.monotonic)))

    def look(self, at: Reading) -> Jump | None:
        """Take a reading: return the jump since the last one, or None where the clocks agree."""
        last, self.last = self.last, at
        passed = at.monotonic - last.monotonic
        on_the_wall = (at.wall - last.wall).total_seconds()
        drift = on_the_wall - passed
        if abs(drift) > DRIFT_SECONDS:
            return Jump(last, at, drift)
        if passed > HOLE_SECONDS:
            return Jump(last, at, passed)
        return None

    def counted_ms(self, jump: Jump) -> int:
        """Return what stands on the clock after a jump: a hole of the readings is not counted by itself."""
        drift = (jump.now.wall - jump.last.wall).total_seconds() - (jump.now.monotonic - jump.last.monotonic)
        return self.elapsed_ms(jump.now if abs(drift) > DRIFT_SECONDS else jump.last)

    def due(self, at: Reading) -> bool:
        """Say whether a second has passed that is not yet written down."""
        return self.elapsed_ms(at) // 1000 > self.written_ms // 1000
