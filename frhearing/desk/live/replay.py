"""Replays a scripted hearing: a child does the actions on a virtual clock, and where the script kills, it is killed.

The child says on its standard output, one JSON object a line, what is on the disk; the parent believes nothing else.
"""

import json
import subprocess
import sys
from collections.abc import Callable, Generator
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from frhearing.desk.desk import Desk
from frhearing.desk.hearings import create_hearing, set_rules
from frhearing.desk.live import clockwork, showing
from frhearing.desk.live.actions import perform
from frhearing.desk.live.room import Live
from frhearing.model.errors import ClerkError
from frhearing.model.hearing import NewHearing
from frhearing.model.live.clock import Reading
from frhearing.model.live.deadline import moments
from frhearing.model.live.script import Action, BadScript, Script, read_script

LOOK_EVERY = 10.0
"""Seconds of virtual time between two looks at the clock while a turn runs."""

Say = Callable[[dict[str, Any]], None]


class VirtualClock:
    """A clock that stands where it is put; its monotonic side starts anew with each process, as a real one may."""

    def __init__(self, at: datetime) -> None:
        self._begin = self._now = at

    def read(self) -> Reading:
        """Return both clocks as they stand now."""
        return Reading(self._now, (self._now - self._begin).total_seconds())

    def put(self, at: datetime) -> None:
        """Let the clock stand at an instant."""
        self._now = at


def read_file(file: Path) -> Script:
    """Read and check a script; raises ClerkErrors in words."""
    try:
        return read_script(file.read_text(encoding="utf-8-sig"))
    except UnicodeDecodeError:
        raise BadScript(f"{file} is not written in UTF-8. Nothing was done. Save it as UTF-8 and try again.") from None
    except OSError as fault:
        raise BadScript(f"{file} cannot be read ({fault.strerror}). Nothing was done. Check its name.") from None


def make_hearing(desk: Desk, script: Script) -> int:
    """Make the hearing of a script with its rules; returns its id."""
    new = NewHearing(script.title, script.body, script.date, script.place, script.questions, zone=script.zone)
    hearing_id, _ = create_hearing(desk, new)
    set_rules(desk, hearing_id, script.rules)
    return hearing_id


def play(desk: Desk, hearing_id: int, script: Script, first: int, say: Say) -> None:
    """Do the actions from the one numbered ``first`` on, saying after each what is saved; stops before a kill."""
    actions = [a for a in script.actions if a.index >= first]
    clock = VirtualClock(actions[0].at if actions else _end(script))
    live = clockwork.open_live(desk, hearing_id, clock)
    for action in actions:
        _let_pass(live, clock, action.at)
        if action.do == "kill":
            say({"index": action.index, "kill": True})
            return
        say({"index": action.index, **_try(live, action)})
    say({"result": showing.result(live)})


def _end(script: Script) -> datetime:
    """Return the instant of the last action, or the beginning of the hearing's day where there is none."""
    return script.actions[-1].at if script.actions else moments("00:00", script.date, script.zone)[0]


def _let_pass(live: Live, clock: VirtualClock, until: datetime) -> None:
    """Let virtual time pass, with the looks at the clock that a window takes: the last at the last full second."""
    running = live.running
    if running is not None:
        begun, now = running.started.wall, clock.read().wall
        last = begun + timedelta(seconds=int((until - begun).total_seconds()))
        while now + timedelta(seconds=LOOK_EVERY) < last:
            now += timedelta(seconds=LOOK_EVERY)
            clock.put(now)
            clockwork.tick(live)
        if last > clock.read().wall:
            clock.put(last)
            clockwork.tick(live)
    clock.put(until)


def _try(live: Live, action: Action) -> dict[str, Any]:
    """Do one action; a refusal is an answer, and nothing was changed by it."""
    try:
        recorded = perform(live, action)
    except ClerkError as refusal:
        return {"refused": str(refusal)}
    return {"refused": recorded, "recorded": True} if recorded else {}


def replay(script: Script, file: Path, data: Path) -> dict[str, Any]:
    """Replay a script in child processes on the store of a data folder; returns what ``--json`` prints."""
    refused: list[dict[str, Any]] = []
    hearing: int | None = None
    first = 1
    while True:
        killed = False
        with closing(_child(file, data, hearing, first)) as lines:
            for line in lines:
                hearing = line.get("hearing", hearing)
                if "result" in line:
                    found: dict[str, Any] = line["result"]
                    return {"hearing": hearing, **found, "refused": refused, "ignored": list(script.ignored)}
                if line.get("refused"):
                    refused.append(_refusal(script.actions[line["index"] - 1], line))
                killed = killed or bool(line.get("kill"))
                first = line.get("index", first - 1) + 1
                if killed:
                    break
        if not killed:
            raise ClerkError("The replay stopped before its end. What was saved until then is in the store.")


def _refusal(action: Action, line: dict[str, Any]) -> dict[str, Any]:
    """Return one line of the list of what was refused."""
    made = {"action": action.index, "at": action.at.isoformat(), "do": action.do, "slip": action.fields.get("slip")}
    return {**made, "reason": line["refused"], "recorded": bool(line.get("recorded"))}


def _child(file: Path, data: Path, hearing: int | None, first: int) -> Generator[dict[str, Any]]:
    """Start a child on the rest of a script and give what it says; closing kills it, as a power cut would."""
    itself = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "frhearing"]
    told = ["live", "steps", str(file), "--data", str(data), "--first", str(first)]
    told += ["--hearing", str(hearing)] if hearing is not None else []
    child = subprocess.Popen(
        [*itself, *told],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    assert child.stdin is not None, "asked for"
    assert child.stdout is not None, "asked for"
    assert child.stderr is not None, "asked for"
    try:
        for line in child.stdout:
            yield json.loads(line)
        if child.wait() != 0:
            raise ClerkError(child.stderr.read().strip() or "The replay ended without saying why.")
    finally:
        child.kill()
        child.wait()
        for pipe in (child.stdin, child.stdout, child.stderr):
            pipe.close()
