"""The speaking rules of a body, copied into each hearing as its own snapshot (2-domain.md, rule_set)."""

import json
from collections.abc import Mapping
from typing import Any, NamedTuple, TypeGuard

from frhearing.model.errors import Refused
from frhearing.model.times import clock_reading

_NONE: Mapping[str, int] = {}


class CedingRules(NamedTuple):
    """Whether and how one person may give speaking time to another; ``None`` means no limit."""

    allowed: bool = True
    donor_registered: bool = True
    donor_present_when_called: bool = False
    min_donors: int = 0
    max_donors: int | None = None
    max_total_seconds: int | None = None
    reclaim_until_start: bool = True
    donor_keeps_registration: bool = True


class PersonCap(NamedTuple):
    """How often and how long (seconds) one person may speak; ``None`` means no limit."""

    per_item: int | None = None
    per_meeting: int | None = None
    seconds: int | None = None


class ReadAloud(NamedTuple):
    """Which written comments are read out: none, all, or so many an item and a meeting, of so many words."""

    mode: str = "all"
    per_issue: int | None = None
    per_meeting: int | None = None
    word_limit: int | None = None


class Reduction(NamedTuple):
    """From so many registered speakers on, each has this many seconds."""

    registered: int
    seconds: int


class RuleSet(NamedTuple):
    """Rules as data; times in seconds. Later edits of a body's rules never change a past hearing.

    ``seconds_by_class`` overrides ``default_seconds`` for a class of speakers; ``budgets`` are seconds that a
    panel, an organization or a group of that name shares; ``register_from`` and ``register_until`` are ``HH:MM`` on
    the hearing's clock.
    """

    default_seconds: int = 180
    warn_at_seconds: tuple[int, ...] = (30,)
    interpreter_factor: float = 2.0
    order: str = "first_come"
    names_on_screen: str = "full"
    sound_at_zero: bool = False
    count_over_time: bool = False
    written_until: str = ""
    seconds_by_class: Mapping[str, int] = _NONE
    reduce_when: tuple[Reduction, ...] = ()
    reduce_by: str = "chair"
    total_seconds_cap: int | None = None
    cap_shared: bool = False
    max_speakers: int | None = None
    per_person_cap: PersonCap = PersonCap()
    side_balance: str = "none"
    budgets: Mapping[str, int] = _NONE
    group_min_members: int = 0
    members_may_not_speak: bool = False
    interpreter_simultaneous_exempt: bool = True
    ceding: CedingRules = CedingRules()
    register_from: str = ""
    register_until: str = ""
    late_card: str = "end_of_list"
    call_needs_check_in: bool = False
    call_ahead: int = 1
    unreached: str = "not_reached"
    address: str = "not_asked"
    residency: str = "none"
    read_aloud: ReadAloud = ReadAloud()
    written_limit: Mapping[str, int] = _NONE
    attachments_max: int | None = None
    oath_required: bool = False
    grace_seconds: int = 0
    sound: str = "none"
    decorum_steps: tuple[str, ...] = ("reminder", "warning", "time ended", "removal")
    preset: str = ""

    def to_json(self) -> str:
        """Write the rules as canonical JSON text."""
        return json.dumps(as_data(self), sort_keys=True)

    @classmethod
    def from_json(cls, text: str) -> "RuleSet":
        """Read rules from JSON text; names this version does not know are left to the version that does."""
        data = json.loads(text or "{}")
        return cls(**{name: _shaped(name, value) for name, value in data.items() if name in cls._fields})


ORDERS: tuple[str, ...] = ("first_come", "alternate_by_position", "remote_first", "in_person_first", "chair")
"""The orders of speaking that a clerk can choose from now."""

ALL_ORDERS: tuple[str, ...] = (
    *ORDERS,
    "agenda_order",
    "residents_first",
    "first_time_first",
    "early_leavers_first",
    "lottery",
)
"""Every order of speaking that the engine keeps."""

CHOICES: dict[str, tuple[str, ...]] = {
    "order": ALL_ORDERS,
    "reduce_by": ("chair", "body_vote"),
    "side_balance": ("none", "for_against", "in_person_remote"),
    "late_card": ("refuse", "end_of_list", "chair"),
    "unreached": ("not_reached", "carried_over"),
    "address": ("not_asked", "optional", "required"),
    "residency": ("none", "residents_first", "residents_only"),
    "read_aloud.mode": ("no", "all", "cap"),
    "sound": ("none", "chime", "buzz"),
    "names_on_screen": ("full", "first_and_initial", "number"),
}
"""The values a rule may take where it is one of a list."""

MOST = 9_999_999
"""The greatest number of seconds, speakers or letters that a rule can hold."""

MOST_TIMES = 10
"""How many times the usual time a rule can give at most."""

TIMES = ("register_from", "register_until")
"""The rules that are a time of day on the hall clock, or nothing."""

_PARTS: dict[str, type[CedingRules] | type[PersonCap] | type[ReadAloud]] = {
    "ceding": CedingRules,
    "per_person_cap": PersonCap,
    "read_aloud": ReadAloud,
}


def _shaped(name: str, value: Any) -> Any:
    """Turn a value read from JSON into the shape its rule has."""
    if name in _PARTS and isinstance(value, Mapping):
        part = _PARTS[name]
        return part(**{name: value[name] for name in part._fields if name in value})
    if name == "reduce_when" and isinstance(value, list):
        return tuple(Reduction(one["registered"], one["seconds"]) for one in value)
    return tuple(value) if isinstance(value, list) else value


def as_data(rules: RuleSet) -> dict[str, Any]:
    """Return the rules by name as plain data, their parts as objects of their own."""
    parts: dict[str, Any] = {name: getattr(rules, name)._asdict() for name in _PARTS}
    reduced = tuple(one._asdict() for one in rules.reduce_when)
    return {**rules._asdict(), **parts, "reduce_when": reduced}


def flat(rules: RuleSet) -> dict[str, Any]:
    """Return the rules by name, those with parts as ``ceding.allowed``; the preset they came from is no rule."""
    found: dict[str, Any] = {}
    for name, value in as_data(rules).items():
        if name in _PARTS:
            found |= {f"{name}.{part}": held for part, held in value.items()}
        elif name != "preset":
            found[name] = value
    return found


def with_rule(rules: RuleSet, name: str, value: object) -> RuleSet:
    """Return rules with one of them changed; ``ceding.allowed`` names a part. Raises Refused in words."""
    top, _, part = name.partition(".")
    if top not in RuleSet._fields:
        raise Refused(f"There is no rule called “{name}”. Nothing was changed.")
    if part:
        held: Any = getattr(rules, top)
        if top not in _PARTS or part not in _PARTS[top]._fields:
            raise Refused(f"There is no rule called “{name}”. Nothing was changed.")
        _fits(name, getattr(_PARTS[top](), part), value)
        changed: Any = {top: held._replace(**{part: value})}
        return rules._replace(**changed)
    if top in _PARTS:
        return _with_parts(rules, top, value)
    if top == "reduce_when":
        return rules._replace(reduce_when=_reductions(value))
    _fits(name, getattr(RuleSet(), top), value)
    return rules._replace(**{top: _shaped(top, value)})


def with_rules(rules: RuleSet, wanted: Mapping[str, object]) -> RuleSet:
    """Return rules with several of them changed; raises Refused for the first that does not fit."""
    for name, value in wanted.items():
        rules = with_rule(rules, name, value)
    return rules


def _with_parts(rules: RuleSet, top: str, value: object) -> RuleSet:
    """Change the named parts of a rule that has parts."""
    if not isinstance(value, Mapping):
        raise Refused(f"The rule “{top}” has parts: write them as an object. Nothing was changed.")
    for part, wanted in value.items():
        rules = with_rule(rules, f"{top}.{part}", wanted)
    return rules


def _reductions(value: object) -> tuple[Reduction, ...]:
    """Read a list of ``{"registered": n, "seconds": s}``."""
    made = []
    for one in value if isinstance(value, list | tuple) else [None]:
        registered = one.get("registered") if isinstance(one, Mapping) else None
        seconds = one.get("seconds") if isinstance(one, Mapping) else None
        if not (_whole(registered) and _whole(seconds)):
            raise Refused(
                "The rule “reduce_when” is a list of {“registered”: number, “seconds”: number}. Nothing was changed."
            )
        made.append(Reduction(registered, seconds))
    return tuple(made)


def _whole(value: object) -> TypeGuard[int]:
    """Say whether a value is a whole number that is not negative and that a rule can mean."""
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= MOST


def _fits(name: str, default: object, value: object) -> None:
    """Raise Refused where a value is not of the kind its rule needs."""
    if name in CHOICES:
        if value not in CHOICES[name]:
            raise Refused(f"The rule “{name}” is one of {', '.join(CHOICES[name])}. Nothing was changed.")
        return
    fine, kind = _kind(default, value)
    if fine and name in TIMES:
        fine, kind = _time(value), "a time such as 18:30 or 6:30 PM"
    if fine and name == "seconds_by_class":
        # What belongs to a hearing that is held is not loaded by those who only read its rules.
        from frhearing.model.live.states import CLASSES

        fine, kind = isinstance(value, Mapping) and set(value) <= set(CLASSES), f"classes out of {', '.join(CLASSES)}"
    if not fine:
        raise Refused(f"The rule “{name}” needs {kind}, not “{value}”. Nothing was changed.")


def _time(value: object) -> bool:
    """Say whether a value is a time, or nothing."""
    try:
        return not str(value).strip() or clock_reading(str(value)) is not None
    except ValueError:
        return False


def _kind(default: object, value: object) -> tuple[bool, str]:
    """Say whether a value is of the kind of its default, and what that kind is called."""
    if isinstance(default, bool):
        return isinstance(value, bool), "true or false"
    if default is None:
        return value is None or _whole(value), "a whole number or nothing"
    if isinstance(default, float):
        fine = isinstance(value, int | float) and not isinstance(value, bool) and 1 <= value <= MOST_TIMES
        return fine, f"a number of 1 or more, {MOST_TIMES} at most"
    if isinstance(default, int):
        return _whole(value), "a whole number"
    if isinstance(default, str):
        return isinstance(value, str), "words"
    if isinstance(default, tuple):
        whole = not default or isinstance(default[0], int)
        each = _whole if whole else (lambda one: isinstance(one, str))
        return isinstance(value, list | tuple) and all(each(one) for one in value), "a list"
    return isinstance(value, Mapping) and all(_whole(v) for v in value.values()), "names with whole numbers"
