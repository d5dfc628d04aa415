"""A hall to hold hearings in: a real store, a clock moved by hand, and actions done as a script does them."""

import json
from contextlib import AbstractContextManager
from dataclasses import asdict
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import TracebackType
from typing import Any

import pytest

from frhearing.desk.desk import Desk, open_desk
from frhearing.desk.hearings import create_hearing, set_rules
from frhearing.desk.live import clockwork, showing
from frhearing.desk.live.actions import perform
from frhearing.desk.live.room import Live
from frhearing.model.errors import ClerkError
from frhearing.model.hearing import NewHearing
from frhearing.model.live.clock import Reading
from frhearing.model.live.floor import Slip
from frhearing.model.live.script import Action, read_script
from frhearing.model.question import NewQuestion
from frhearing.model.rules import RuleSet, with_rules
from frhearing.store import live as stored

EVENING = datetime(2026, 2, 6, 0, 0, tzinfo=UTC)
"""6 p.m. on 5 February 2026 in Milwaukee."""


class HandClock:
    """Wall and monotonic clock, each moved by hand."""

    def __init__(self, wall: datetime = EVENING) -> None:
        self.wall = wall
        self.monotonic = 1000.0

    def read(self) -> Reading:
        return Reading(self.wall, self.monotonic)

    def pass_(self, seconds: float) -> None:
        self.wall += timedelta(seconds=seconds)
        self.monotonic += seconds


class Hall(AbstractContextManager["Hall"]):
    """One hearing in a store of its own."""

    def __init__(self, folder: Path, wall: datetime = EVENING, **rules: Any) -> None:
        self.folder = folder
        self.clock = HandClock(wall)
        self.desk: Desk = open_desk(folder)
        new = NewHearing("A hearing", "A body", "2026-02-05", questions=(NewQuestion("Keep it?"), NewQuestion("Pay?")))
        self.hearing_id, _ = create_hearing(self.desk, new)
        set_rules(self.desk, self.hearing_id, with_rules(RuleSet(), rules))
        self.live: Live = clockwork.open_live(self.desk, self.hearing_id, self.clock)
        self.registered = 0

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, at: TracebackType | None) -> None:
        self.desk.close()

    def wait(self, seconds: float, every: float = 0) -> None:
        """Let time pass as a window sees it: with a look at the clock every second, or every ten in a long wait."""
        every = every or (1 if seconds <= 100 else 10)
        while seconds > 0:
            self.clock.pass_(min(every, seconds))
            seconds -= every
            clockwork.tick(self.live)

    def do(self, do: str, *, after: float = 0, **fields: Any) -> str:
        """Do an action, read from JSON as in a script; the slip equation must hold afterwards."""
        self.wait(after)
        said = perform(self.live, _action(do, fields))
        self.registered += do == "register"
        assert showing.counts(self.live).holds
        return said

    def refused(self, do: str, **fields: Any) -> str:
        """Try an action that is refused; nothing at all may have changed. Returns the sentence."""
        before = stored.mark(self.desk.store, self.hearing_id), showing.result(self.live)
        with pytest.raises(ClerkError) as refusal:
            perform(self.live, _action(do, fields))
        assert (stored.mark(self.desk.store, self.hearing_id), showing.result(self.live)) == before
        return str(refusal.value)

    def sign(self, *slips: int, **fields: Any) -> None:
        """Sign people in to speak, each named after the slip."""
        for slip in slips:
            self.do("register", slip=slip, names=[f"Person {slip}"], **fields)

    def speak(self, slip: int, seconds: float = 60, **end: Any) -> None:
        """Let a slip be called, speak and end."""
        self.do("call", slip=slip)
        self.do("start", slip=slip)
        self.do("end", after=seconds, **end)

    def crash(self, seconds: float = 0) -> None:
        """End the process without a word and start again so many seconds later; monotonic time starts anew."""
        self.desk.close()
        self.clock = HandClock(self.clock.wall + timedelta(seconds=seconds))
        self.desk = open_desk(self.folder)
        self.live = clockwork.open_live(self.desk, self.hearing_id, self.clock)

    @property
    def counts(self) -> dict[str, int]:
        return asdict(showing.counts(self.live))

    @property
    def turns(self) -> dict[int, dict[str, Any]]:
        """The turns by slip."""
        return {turn["slip"]: turn for turn in showing.result(self.live)["turns"]}

    @property
    def result(self) -> dict[str, Any]:
        """What a replay prints."""
        return showing.result(self.live)

    @property
    def log(self) -> list[str]:
        """The words of the order of events."""
        return [line["text"] for line in showing.result(self.live)["log"]]

    def logged(self, *words: str) -> bool:
        """Whether one line of the log holds all these words."""
        return any(all(word in line for word in words) for line in self.log)

    def slip(self, number: int) -> Slip:
        found = self.live.floor.slip(number)
        assert found is not None
        return found


def _action(do: str, fields: dict[str, Any]) -> Action:
    """Read an action through the same check as a script's."""
    hearing = {"title": "A", "body": "B", "date": "2026-02-05", "questions": []}
    fields = {name.rstrip("_"): value for name, value in fields.items()}
    text = json.dumps({"hearing": hearing, "actions": [{"at": "2026-02-05T18:00:00", "do": do, **fields}]})
    script = read_script(text)
    assert not script.ignored
    return script.actions[0]
