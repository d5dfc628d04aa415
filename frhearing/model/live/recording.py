"""Where in a recording something was said: the log's time less the time at which the recording began."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

STARTED, STOPPED = "recording_started", "recording_stopped"
"""The kinds of events that say when a recording ran; their facts carry the instant that the clerk gave."""


@dataclass(frozen=True, slots=True)
class Recording:
    """One recording: its name, and from when to when it ran as UTC text, ``until`` "" while it runs."""

    name: str
    since: str
    until: str = ""


def recordings_told(events: Iterable[tuple[str, str]]) -> tuple[Recording, ...]:
    """Return the recordings that a log tells of, from kinds and facts (JSON text); a new one ends the one before."""
    found: list[Recording] = []
    for kind, written in events:
        if kind not in (STARTED, STOPPED):
            continue
        facts = json.loads(written)
        at = str(facts["at"])
        if found and not found[-1].until:
            found[-1] = replace(found[-1], until=at)
        if kind == STARTED:
            found.append(Recording(str(facts.get("name", "")), at))
    return tuple(found)


def position(ran: tuple[Recording, ...], at: str) -> str:
    """Return where in the recording an instant (UTC text) lies, as ``0:12:34``; "" where nothing was recorded.

    Where there are several recordings the position is preceded by the recording's name or its number.
    """
    moment = datetime.fromisoformat(at)
    for number, one in reversed(list(enumerate(ran, 1))):
        since = datetime.fromisoformat(one.since)
        if moment < since or (one.until and moment > datetime.fromisoformat(one.until)):
            continue
        passed = int((moment - since).total_seconds())
        clock = f"{passed // 3600}:{passed // 60 % 60:02d}:{passed % 60:02d}"
        return f"{one.name or number} {clock}" if len(ran) > 1 else clock
    return ""
