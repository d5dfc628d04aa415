"""People who stand up together: who speaks with the one called, on one clock."""

import re
from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from frhearing.desk.live import panels
from frhearing.desk.live.room import Live
from frhearing.model.errors import Refused
from frhearing.ui.live.form import Ask, LiveForm
from frhearing.ui.live.room import LiveRoom
from frhearing.ui.tables.plain import plain

_NUMBERS = re.compile(r"\d+(?:[\s,;&]+\d+)*")


def open_panel(room: LiveRoom, window: QWidget) -> None:
    """Ask who speaks together with the one called, then start their one clock."""
    floor = room.live.floor if room.live is not None else None
    first = floor.called[0] if floor is not None and floor.called else None
    if floor is None or first is None:
        room.session.notice("info", "Call the first of the panel (F8), then start them together.")
        return
    same = [s for s in floor.slips if s.panel and s.panel == first.panel and s.queued and s.slip is not None]
    waiting = [s for s in floor.slips if s.queued and s.slip is not None]
    named = ", ".join(f"{s.slip} {plain(s.name)}" for s in waiting[:6]) + ("…" if len(waiting) > 6 else "")
    asks = (
        Ask(
            "slips",
            "Slips, with commas",
            f"Waiting: {named or 'nobody'}",
            text=", ".join(str(s.slip) for s in same),
        ),
        Ask("name", "Name of the panel (optional)", text=first.panel),
    )
    heading = f"Who speaks with {plain(first.name)}?"
    LiveForm(room, window, heading, asks, _take, "They share one clock; each is a comment of its own.").open_over()


def _take(live: Live, values: Mapping[str, str]) -> object:
    return panels.start_together(live, numbers(values["slips"]), values["name"])


def numbers(text: str) -> list[int]:
    """Read slip numbers with commas or spaces between them; raises Refused in words."""
    if not _NUMBERS.fullmatch(text.strip()):
        raise Refused(f"“{text}” is not a list of slip numbers, such as 5, 6. Nothing was changed.")
    return [int(number) for number in re.findall(r"\d+", text)]
