"""The words of a script: which actions there are, which fields each takes, and of what kind a field is."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from frhearing.model.live.states import EndReason, GrantKind, Mode, SlipStatus, Wish
from frhearing.model.position import Stance


def _text(value: Any) -> str:
    if not isinstance(value, str | int) or isinstance(value, bool):
        raise ValueError
    return str(value).strip()


def _number(value: Any) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise ValueError
    return value


def _seconds(value: Any) -> float:
    if not isinstance(value, int | float) or isinstance(value, bool):
        raise ValueError
    return float(value)


def _names(value: Any) -> tuple[str, ...]:
    listed = [value] if isinstance(value, str) else value
    if not isinstance(listed, list) or not all(isinstance(name, str) for name in listed):
        raise ValueError
    return tuple(name.strip() for name in listed)


def _numbers(value: Any) -> tuple[int, ...]:
    if not isinstance(value, list):
        raise ValueError
    return tuple(_number(one) for one in value)


def _truth(value: Any) -> bool:
    if not isinstance(value, bool):
        raise ValueError
    return value


def _stances(value: Any) -> dict[int, Stance]:
    return {int(number): Stance(stance) for number, stance in value.items() if stance is not None}


def _interpreter(value: Any) -> str:
    """Read the language of an interpreter, alone or as ``{"language": …}``; ``true`` where it is not told."""
    if isinstance(value, bool):
        return "interpreter" if value else ""
    return _text(value.get("language") if isinstance(value, dict) else value)


def _roll(value: Any) -> dict[str, str]:
    """Read a roll: names with their presence, or a list of ``{"name": …, "status": …}``."""
    if isinstance(value, dict):
        return {str(name): _presence(word) for name, word in value.items()}
    return {str(one["name"]): _presence(one.get("status", one.get("present", True))) for one in value}


def _presence(word: Any) -> str:
    if isinstance(word, bool):
        return "present" if word else "absent"
    if word not in ("present", "absent", "excused"):
        raise ValueError
    return str(word)


def _voters(value: Any) -> tuple[str, ...] | int:
    if isinstance(value, int):
        return abs(_number(value))
    return _names(value) if value else ()


def _grant(value: Any) -> GrantKind:
    short = {"extension": "chair_extension", "reduction": "chair_reduction", "technical": "technical_credit"}
    return GrantKind(short.get(value, value))


KINDS: Final[Mapping[str, Callable[[Any], Any]]] = {
    "words": _text,
    "a whole number": _number,
    "a number": _seconds,
    "names": _names,
    "slip numbers": _numbers,
    "true or false": _truth,
    "a stance": Stance,
    "stances by question": _stances,
    "an interpreter": _interpreter,
    "a wish": Wish,
    "a mode": Mode,
    "a reason to end": EndReason,
    "a kind of grant": _grant,
    "a state of a slip": SlipStatus,
    "a roll": _roll,
    "voters": _voters,
    "any value": lambda value: value,
}
"""How a field of a kind is read; what does not fit raises ValueError, TypeError or AttributeError."""

_SLIP = {"slip": "a whole number"}
_ENTRY = {"text": "words", "by": "words", "slip": "a whole number", "access": "words"}

FIELDS: Final[Mapping[str, Mapping[str, str]]] = {
    "open": {},
    "roll": {
        "members": "a roll",
        "present": "names",
        "absent": "names",
        "excused": "names",
        "quorum": "a whole number",
    },
    "clock_check": {"reference": "words", "offset": "a number", "offset_seconds": "a number", "by": "words"},
    "register": {
        "slip": "a whole number",
        "names": "names",
        "name": "names",
        "read_by": "words",
        "stance": "a stance",
        "stances": "stances by question",
        "group": "words",
        "organization": "words",
        "capacity": "words",
        "wish": "a wish",
        "mode": "a mode",
        "interpreter": "an interpreter",
        "simultaneous": "true or false",
        "speaker_class": "words",
        "residency": "words",
        "panel": "words",
        "item": "words",
        "early_leave": "words",
        "accommodation": "words",
        "members": "slip numbers",
        "access": "words",
        "handed_in_at": "words",
        "leave": "words",
        "other_person": "true or false",
    },
    "correct_name": {**_SLIP, "names": "names"},
    "check_in": _SLIP,
    "withdraw": {**_SLIP, "reason": "words"},
    "restore": {**_SLIP, "by": "words"},
    "set_aside": {**_SLIP, "status": "a state of a slip", "reason": "words", "same_as": "a whole number"},
    "hold": _SLIP,
    "move": {**_SLIP, "before": "a whole number"},
    "change_rule": {"rule": "words", "value": "any value", "by": "words"},
    "motion": {"text": "words", "by": "words", "mover": "words", "second": "words"},
    "vote": {"text": "words", "ayes": "voters", "noes": "voters", "abstain": "voters"},
    "call": _SLIP,
    "uncall": _SLIP,
    "no_show": _SLIP,
    "decline": {**_SLIP, "count_position": "true or false"},
    "oath": {**_SLIP, "form": "words", "by": "words"},
    "start": {**_SLIP, "together": "slip numbers", "item": "words"},
    "panel": {"slips": "slip numbers", "name": "words"},
    "start_together": {"slips": "slip numbers", "name": "words"},
    "pause": {"reason": "words"},
    "resume": {"count_gap": "true or false"},
    "count_gap": {"count": "true or false"},
    "next": {},
    "step_back": {},
    "undo": {},
    "redo": {},
    "grant": {"seconds": "a whole number", "kind": "a kind of grant", "by": "words", "slip": "a whole number"},
    "interpreter": {"language": "words", "simultaneous": "true or false"},
    "cede": {"from": "a whole number", "to": "a whole number"},
    "reclaim": {"from": "a whole number"},
    "question_start": {"by": "words", "text": "words"},
    "question_end": {},
    "position": {**_SLIP, "question": "a whole number", "stance": "a stance", "condition": "words"},
    "end": {"reason": "a reason to end"},
    "reopen_turn": {**_SLIP, "reason": "words"},
    "note": {"text": "words", "slip": "a whole number", "since": "words", "access": "words"},
    "entry": {**_ENTRY, "kind": "words"},
    "exhibit": {
        "description": "words",
        "text": "words",
        "mark": "words",
        "slip": "a whole number",
        "status": "words",
    },
    "restrict": {**_SLIP, "access": "words", "basis": "words"},
    "recess": {"until": "words"},
    "reconvene": {},
    "time_certain": {"item": "words"},
    "resume_testimony": {},
    "kill": {},
    "close": {},
    "reopen_testimony": {"mover": "words", "second": "words", "vote": "words"},
    "adjourn": {},
    "recording": {"state": "words", "at_time": "words", "name": "words"},
    "continue_to": {"date": "words"},
}
"""Every action and the kinds of its fields."""

REQUIRED: Final[Mapping[str, tuple[str, ...]]] = {
    "correct_name": ("slip", "names"),
    "check_in": ("slip",),
    "withdraw": ("slip",),
    "restore": ("slip",),
    "set_aside": ("slip", "status"),
    "hold": ("slip",),
    "move": ("slip",),
    "change_rule": ("rule", "value"),
    "motion": ("text",),
    "oath": ("slip",),
    "panel": ("slips", "name"),
    "start_together": ("slips",),
    "grant": ("seconds",),
    "interpreter": ("language",),
    "cede": ("from", "to"),
    "reclaim": ("from",),
    "position": ("slip", "stance"),
    "reopen_turn": ("slip",),
    "note": ("text",),
    "entry": ("kind",),
    "restrict": ("slip", "access"),
    "time_certain": ("item",),
    "continue_to": ("date",),
}
"""The fields an action cannot do without; ``register`` needs names, checked where they are read."""
