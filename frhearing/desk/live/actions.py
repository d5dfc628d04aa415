"""What each word of a script does: a table from the words to the functions that the keys call."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from frhearing.desk.live import (
    clockwork,
    ledger,
    log,
    panels,
    podium,
    queue,
    recorded,
    registering,
    showing,
    signin,
    sitting,
)
from frhearing.desk.live.room import Live
from frhearing.model.live.guards import refuse
from frhearing.model.live.script import Action
from frhearing.model.live.signing import NewSlip
from frhearing.model.live.states import EndReason, GrantKind, SlipStatus

Fields = Mapping[str, Any]

PLAIN: Final = (
    "read_by",
    "group",
    "organization",
    "capacity",
    "wish",
    "mode",
    "interpreter",
    "simultaneous",
    "speaker_class",
    "residency",
    "panel",
    "item",
    "early_leave",
    "accommodation",
    "members",
    "access",
    "handed_in_at",
    "leave",
    "other_person",
    "slip",
)
"""Fields of a register action that a slip takes as they are."""


def perform(live: Live, action: Action) -> str:
    """Do one action of a script; returns the sentence of the rule where a slip was recorded and refused, else ""."""
    done = DOES[action.do](live, action.fields)
    return done if isinstance(done, str) else ""


def _register(live: Live, f: Fields) -> str:
    stances = dict(f.get("stances", {}))
    if "stance" in f:
        stances[1] = f["stance"]
    names = f.get("names") or f.get("name") or ()
    made = registering.register(live, NewSlip(names, stances=stances, **{k: f[k] for k in PLAIN if k in f}))
    return made.signed.reason


def _roll(live: Live, f: Fields) -> object:
    members = dict(f.get("members", {}))
    for word in ("present", "absent", "excused"):
        members.update(dict.fromkeys(f.get(word, ()), word))
    return sitting.roll(live, members, f.get("quorum"))


def _clock_check(live: Live, f: Fields) -> object:
    offset = f.get("offset", f.get("offset_seconds"))
    return sitting.clock_check(live, f.get("reference", "the hall clock"), offset, f.get("by", "clerk"))


def _set_aside(live: Live, f: Fields) -> object:
    allowed = (SlipStatus.DUPLICATE, SlipStatus.INELIGIBLE, SlipStatus.LATE_REFUSED, SlipStatus.VOIDED)
    if f["status"] not in allowed:
        raise refuse(f"a slip is set aside as {', '.join(allowed)} (rule of the slip).")
    return signin.set_aside(live, f["slip"], f["status"], f.get("reason", ""), f.get("same_as"))


def _grant(live: Live, f: Fields) -> object:
    kind = f.get("kind", GrantKind.CHAIR_EXTENSION)
    return ledger.grant(live, f["seconds"], kind, f.get("by", "chair"), f.get("slip"))


def _exhibit(live: Live, f: Fields) -> object:
    text = f.get("description") or f.get("text") or ""
    return log.exhibit(live, text, slip=f.get("slip"), mark=f.get("mark", ""), status=f.get("status", "offered"))


def _motion(live: Live, f: Fields) -> object:
    return log.motion(live, f["text"], f.get("mover") or f.get("by") or "a member", f.get("second", ""))


def _note(live: Live, f: Fields) -> object:
    given = {k: f[k] for k in ("slip", "since", "access") if k in f}
    return log.note(live, f["text"], **given)


def _entry(live: Live, f: Fields) -> object:
    given = {k: f[k] for k in ("slip", "by", "access") if k in f}
    return log.entry(live, f["kind"], f.get("text", ""), **given)


DOES: Final[Mapping[str, Callable[[Live, Fields], object]]] = {
    "open": lambda live, _: sitting.open_hearing(live),
    "roll": _roll,
    "clock_check": _clock_check,
    "register": _register,
    "correct_name": lambda live, f: signin.correct_name(live, f["slip"], f["names"]),
    "check_in": lambda live, f: signin.check_in(live, f["slip"]),
    "withdraw": lambda live, f: signin.withdraw(live, f["slip"], f.get("reason", "")),
    "restore": lambda live, f: signin.restore(live, f["slip"], f.get("by", "")),
    "set_aside": _set_aside,
    "hold": lambda live, f: queue.hold(live, f["slip"]),
    "move": lambda live, f: queue.move(live, f["slip"], f.get("before")),
    "change_rule": lambda live, f: ledger.change_rule(live, f["rule"], f["value"], f.get("by", "chair")),
    "motion": _motion,
    "vote": lambda live, f: log.vote(
        live, f.get("text", ""), f.get("ayes", ()), f.get("noes", ()), f.get("abstain", ())
    ),
    "call": lambda live, f: queue.call(live, f.get("slip")),
    "uncall": lambda live, f: queue.uncall(live, f.get("slip")),
    "no_show": lambda live, f: queue.no_show(live, f.get("slip")),
    "decline": lambda live, f: queue.decline(live, f.get("slip"), f.get("count_position", True)),
    "oath": lambda live, f: podium.swear(live, f["slip"], f.get("form", "oath"), f.get("by", "clerk")),
    "start": lambda live, f: podium.start(live, f.get("slip"), f.get("together", ()), f.get("item")),
    "panel": lambda live, f: panels.form_panel(live, f["slips"], f["name"]),
    "start_together": lambda live, f: panels.start_together(live, f["slips"], f.get("name", "")),
    "pause": lambda live, f: podium.pause(live, f.get("reason", "")),
    "resume": lambda live, f: podium.resume(live, f.get("count_gap", False)),
    "count_gap": lambda live, f: clockwork.count_gap(live, f.get("count", True)),
    "next": lambda live, _: showing.next_step(live),
    "step_back": lambda live, _: showing.step_back(live),
    "undo": lambda live, _: live.desk.undo(),
    "redo": lambda live, _: live.desk.redo(),
    "grant": _grant,
    "interpreter": lambda live, f: ledger.interpreter_joins(live, f["language"], f.get("simultaneous", False)),
    "cede": lambda live, f: ledger.cede(live, f["from"], f["to"]),
    "reclaim": lambda live, f: ledger.reclaim(live, f["from"]),
    "question_start": lambda live, f: podium.question_start(live, f.get("by", ""), f.get("text", "")),
    "question_end": lambda live, _: podium.question_end(live),
    "position": lambda live, f: podium.state_position(
        live, f["slip"], f.get("question", 1), f["stance"], f.get("condition", "")
    ),
    "end": lambda live, f: podium.end(live, f.get("reason", EndReason.FINISHED)),
    "reopen_turn": lambda live, f: podium.reopen(live, f["slip"], f.get("reason", "back on the line")),
    "note": _note,
    "entry": _entry,
    "exhibit": _exhibit,
    "restrict": lambda live, f: log.restrict(live, f["slip"], f["access"], f.get("basis", "")),
    "recess": lambda live, f: sitting.recess(live, f.get("until", "")),
    "reconvene": lambda live, _: sitting.reconvene(live),
    "time_certain": lambda live, f: sitting.time_certain(live, f["item"]),
    "resume_testimony": lambda live, _: sitting.resume_testimony(live),
    "close": lambda live, _: sitting.close(live),
    "reopen_testimony": lambda live, f: sitting.reopen_testimony(
        live, f.get("mover", ""), f.get("second", ""), f.get("vote", "")
    ),
    "adjourn": lambda live, _: sitting.adjourn(live),
    "recording": lambda live, f: recorded.recording(
        live, f.get("state", "started"), f.get("at_time", ""), f.get("name", "")
    ),
    "continue_to": lambda live, f: sitting.continue_to(live, f["date"]),
}
"""Every action but ``kill``, which the replay itself carries out."""
