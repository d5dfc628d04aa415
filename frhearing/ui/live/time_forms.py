"""Forms about time: ceding and reclaiming, an interpreter who joins, the floor given back, a rule changed."""

import json
from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from frhearing.desk.live import ledger, podium
from frhearing.desk.live.room import Live
from frhearing.model.live.floor import Slip
from frhearing.model.live.states import SlipStatus
from frhearing.model.rules import flat
from frhearing.ui.live.form import Ask, LiveForm
from frhearing.ui.live.room import LiveRoom
from frhearing.ui.tables.plain import plain


def _choices(room: LiveRoom, *states: SlipStatus) -> tuple[tuple[str, str], ...]:
    """Give the slips in these states as choices."""
    held = room.live.floor.slips if room.live is not None else ()
    fits = [s for s in held if s.slip is not None and (s.status in states or (not states and s.queued))]
    return tuple((str(s.slip), f"{s.slip}  {plain(s.name)}") for s in fits)


def cede(room: LiveRoom, window: QWidget, giver: Slip | None = None) -> None:
    """Ask who gives time to whom; every condition of the rules is checked."""
    waiting = _choices(room)
    takers = _choices(room, SlipStatus.REGISTERED, SlipStatus.CHECKED_IN, SlipStatus.CALLED)
    if not waiting or len(takers) < 2:
        room.session.notice("info", "It takes one who waits to give time and another to take it.")
        return
    first = str(giver.slip) if giver is not None else ""
    asks = (Ask("from", "Who gives", text=first, choices=waiting), Ask("to", "To whom", choices=takers[::-1]))
    LiveForm(
        room, window, "Cede time", asks, lambda live, v: ledger.cede(live, int(v["from"]), int(v["to"]))
    ).open_over()


def reclaim(room: LiveRoom, window: QWidget) -> None:
    """Ask who takes ceded time back."""
    donors = _choices(room, SlipStatus.CEDED)
    if not donors:
        room.session.notice("info", "Nobody has ceded time that could be reclaimed.")
        return
    ask = Ask("from", "Who takes the time back", choices=donors)
    LiveForm(
        room, window, "Reclaim ceded time", (ask,), lambda live, v: ledger.reclaim(live, int(v["from"]))
    ).open_over()


def interpreter(room: LiveRoom, window: QWidget) -> None:
    """Ask for the language of an interpreter who joins the speaker."""
    asks = (
        Ask("language", "Language"),
        Ask("kind", "How", choices=(("", "After each part: time is added by the rule"), ("1", "Simultaneous"))),
    )
    LiveForm(
        room,
        window,
        "Interpreter joins",
        asks,
        lambda live, v: ledger.interpreter_joins(live, v["language"] or "interpreter", bool(v["kind"])),
    ).open_over()


def again(room: LiveRoom, window: QWidget) -> None:
    """Ask who gets the floor back in the same turn, and why."""
    heard = _choices(room, SlipStatus.HEARD)
    if not heard:
        room.session.notice("info", "Nobody has been heard yet who could get the floor back.")
        return
    asks = (Ask("slip", "Who", choices=heard[::-1]), Ask("why", "Why", text="back on the line"))
    LiveForm(
        room,
        window,
        "Give the floor back",
        asks,
        lambda live, v: podium.reopen(live, int(v["slip"]), v["why"] or "by the chair"),
    ).open_over()


def rule(room: LiveRoom, window: QWidget) -> None:
    """Ask for a rule, its new value and who ordered it; turns that began keep theirs."""
    if room.live is None:
        return
    rules = flat(room.live.floor.rules)
    known = [(name, f"{_said(name.replace('.', ', '))}: {_value(value)}") for name, value in rules.items()]
    asks = (
        Ask("value", "New value", "A number (seconds), yes or no, or words.", text=str(rules["default_seconds"])),
        Ask("rule", "Rule, as it stands", text="default_seconds", choices=tuple(known)),
        Ask("by", "Ordered by", text="chair"),
    )
    LiveForm(room, window, "Change a rule", asks, _take_rule).open_over()


def _said(name: str) -> str:
    return name.replace("_", " ").capitalize()


def _value(value: object) -> str:
    if isinstance(value, bool) or value is None:
        return {True: "yes", False: "no", None: "none"}[value]
    return str(value) if value != "" else "none"


def _take_rule(live: Live, values: Mapping[str, str]) -> object:
    return ledger.change_rule(live, values["rule"], read_value(values["value"]), values["by"])


def read_value(text: str) -> object:
    """Read a rule's value as a clerk writes it: a number, yes or no, none, a list, or words."""
    words = {"yes": True, "true": True, "no": False, "false": False, "none": None, "": None}
    said = text.strip().casefold()
    if said in words:
        return words[said]
    try:
        return json.loads(text)
    except ValueError:
        return text.strip()
