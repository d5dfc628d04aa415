"""Panels: several people who stand up together share one turn; each stays a slip and a voice of its own."""

from collections.abc import Sequence

from frhearing.desk.live import podium
from frhearing.desk.live.room import Live
from frhearing.model.change import Change
from frhearing.model.live.floor import names_in_words
from frhearing.model.live.guards import can_start, known, refuse
from frhearing.model.live.states import WAITING
from frhearing.model.record import well_formed


def form_panel(live: Live, numbers: Sequence[int], name: str) -> Change | None:
    """Put slips that wait into one panel, so that they can speak together or share a budget of time."""
    slips = [known(live.floor, number) for number in dict.fromkeys(numbers)]
    name = well_formed(name).strip()
    if len(slips) < 2 or not name:
        raise refuse("a panel has a name and two slips or more (rule of the turn).")
    for slip in slips:
        if slip.status not in WAITING:
            raise refuse(f"{slip.title} does not wait to speak (rule of the turn).")
    with live.step("panel", name) as step:
        for slip in slips:
            step.slip(slip, panel=name)
        step.event("panel_formed", f"Panel {name}: {names_in_words(slips)}.", facts={"slips": [s.slip for s in slips]})
    return live.last_change


def start_together(live: Live, numbers: Sequence[int], name: str = "") -> Change | None:
    """Begin the turn of the one called together with others, who become one panel where they were none."""
    floor = live.floor
    if not floor.called:
        raise refuse("nobody has been called; a turn begins with the call (rule of the turn).")
    first = floor.called[0]
    if first.slip is None:
        raise refuse(f"{first.title} speaks without a slip and so without a panel (rule of the turn).")
    can_start(floor, first)
    others = [number for number in dict.fromkeys(numbers) if number != first.slip]
    if not others:
        raise refuse("name the slips that speak with the one called (rule of the turn).")
    name = name.strip() or first.panel or f"panel of slip {first.slip}"
    if any(slip.panel != name for slip in (first, *(known(floor, n) for n in others))):
        form_panel(live, (first.slip, *others), name)
    return podium.start(live, first.slip, others)
