"""Times each turn of the event loop, and names the function that the longest turn of a step was in."""

import cProfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

Act = Callable[[], object]
_PACKAGE = str(Path(__file__).resolve().parents[2] / "frhearing")
_IDLE_SECONDS, _BREATH = 0.45, 0.002
_LEAST_SHARE = 0.5
"""A function is at fault that has at least this share of a turn; the innermost of those is named."""


class Hold(NamedTuple):
    """The longest turn of one step: milliseconds of the interface thread's own work, of the wall, and who did it."""

    step: str
    cpu: float
    wall: float
    turns_over: int
    fault: str


class Clock:
    """Does steps on the interface thread. A turn is all that happens between two chances to take a key."""

    def __init__(self, bar: float, *, why: bool) -> None:
        self._bar, self._why = bar, why
        self._step = ""
        self.holds: list[Hold] = []

    def step(self, name: str, act: Act, busy: Callable[[], bool], most: float = 30.0) -> None:
        """Do one thing as a key would, then all that comes of it until nothing is ``busy``, at most so many seconds."""
        turns = [self._turn(act)]
        quiet_since, end = time.perf_counter(), time.perf_counter() + most
        while time.perf_counter() < min(end, quiet_since + _IDLE_SECONDS):
            turns.append(self._turn(_events))
            if busy() or turns[-1][0] > 1:
                quiet_since = time.perf_counter()
            time.sleep(_BREATH)
        cpu, _wall, fault = max(turns)
        wall = max(turn[1] for turn in turns)
        self.holds.append(Hold(name, cpu, wall, sum(turn[0] > self._bar for turn in turns), fault))

    def _turn(self, act: Act) -> tuple[float, float, str]:
        profile = cProfile.Profile(time.thread_time) if self._why else None
        began, worked = time.perf_counter(), time.thread_time()
        if profile is not None:
            profile.runcall(act)
        else:
            act()
        cpu, wall = 1000 * (time.thread_time() - worked), 1000 * (time.perf_counter() - began)
        return cpu, wall, at_fault(profile) if profile is not None and cpu > self._bar / 2 else ""


def _events() -> None:
    """Let Qt do what waits, what goes included: a loop within the loop would keep it for ever."""
    QApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def at_fault(profile: cProfile.Profile) -> str:
    """Name the innermost function of the program that has most of a turn, and what of it is its own."""
    entries: Any = profile.getstats()
    whole = max((entry.totaltime for entry in entries), default=0.0)
    ours = [entry for entry in entries if not isinstance(entry.code, str) and _name(entry.code)]
    most = sorted((e for e in ours if e.totaltime >= _LEAST_SHARE * whole), key=lambda entry: entry.totaltime)
    named = [f"{_name(most[0].code)} {1000 * most[0].totaltime:.0f} ms" if most else "Qt: style, layout, paint"]
    owners = sorted(((_own(entry), entry) for entry in ours), key=lambda pair: -pair[0])[:2]
    named += [f"itself {_name(entry.code)} {1000 * own:.0f} ms" for own, entry in owners if own > 0.1 * whole]
    return "; ".join(named)


def _own(entry: Any) -> float:
    """Give the seconds of a function itself and of what is not Python below it."""
    calls = entry.calls or ()
    return float(entry.inlinetime + sum(call.inlinetime for call in calls if isinstance(call.code, str)))


def _name(code: Any) -> str:
    """Name a function of the program; nothing for others."""
    file = str(code.co_filename)
    return f"{Path(file).stem}.{code.co_qualname}" if file.startswith(_PACKAGE) else ""
