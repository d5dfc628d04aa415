"""A whole hearing as a script of timed actions: read and checked before the first of them is done.

The form is a contract (issue “The live hearing”): ``{"hearing": {…}, "actions": [{"at": …, "do": …}, …]}``.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from frhearing.model.errors import ClerkError, Refused
from frhearing.model.live.deadline import moments
from frhearing.model.live.presets import preset
from frhearing.model.live.words import FIELDS, KINDS, REQUIRED
from frhearing.model.question import NewQuestion
from frhearing.model.rules import RuleSet, with_rules
from frhearing.model.times import DEFAULT_ZONE, zone


class BadScript(ClerkError):
    """The file is not a script of a hearing; nothing of it was done."""


@dataclass(frozen=True, slots=True)
class Action:
    """One action: its place in the file from 1, its instant (UTC), what to do, and its fields."""

    index: int
    at: datetime
    do: str
    fields: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Script:
    """A script that is in order; ``ignored`` names fields that mean nothing to this version."""

    title: str
    body: str
    date: str
    zone: str
    place: str
    questions: tuple[NewQuestion, ...]
    rules: RuleSet
    actions: tuple[Action, ...]
    ignored: tuple[str, ...] = ()


def read_script(text: str) -> Script:
    """Read a script; raises BadScript with the first thing that is wrong, by the number of the action."""
    try:
        data = json.loads(text, parse_constant=_no_constant)
    except (ValueError, RecursionError) as fault:
        raise _bad(f"it is not JSON ({fault})") from None
    if not isinstance(data, dict) or not isinstance(data.get("hearing"), dict):
        raise _bad("it needs an object “hearing”")
    facts, listed = data["hearing"], data.get("actions")
    if not isinstance(listed, list):
        raise _bad("it needs a list “actions”")
    day, zone_name = _day(facts), _zone(facts)
    actions: list[Action] = []
    ignored: list[str] = []
    for index, one in enumerate(listed, 1):
        actions.append(_action(index, one, day, zone_name, actions[-1].at if actions else None))
        extra = sorted(set(one) - {"at", "do"} - set(FIELDS[one["do"]]))
        ignored += [f"Action {index} ({one['do']}): “{name}” was not used." for name in extra]
    return Script(
        title=_words(facts, "title", required=True),
        body=_words(facts, "body", required=True),
        date=day,
        zone=zone_name,
        place=_words(facts, "place"),
        questions=_questions(facts.get("questions", [])),
        rules=_rules(facts.get("rules") or {}),
        actions=tuple(actions),
        ignored=tuple(ignored),
    )


def _bad(what: str) -> BadScript:
    """Return the refusal of a file."""
    return BadScript(f"The script cannot be used: {what}. Nothing was done. Correct the file and try again.")


def _no_constant(name: str) -> Any:
    """Refuse NaN and the infinities, which are no JSON."""
    raise ValueError(f"{name} is not a number")


def _words(facts: Mapping[str, Any], name: str, *, required: bool = False) -> str:
    """Return a text of the hearing."""
    value = facts.get(name, "")
    if not isinstance(value, str) or (required and not value.strip()):
        raise _bad(f"the hearing needs “{name}” in words")
    return value.strip()


def _day(facts: Mapping[str, Any]) -> str:
    """Return the hearing's day."""
    try:
        return date.fromisoformat(str(facts.get("date", ""))).isoformat()
    except ValueError:
        raise _bad("the hearing needs “date” as 2026-02-05") from None


def _zone(facts: Mapping[str, Any]) -> str:
    """Return the hearing's zone; one that does not exist is an error, not UTC."""
    name = facts.get("zone", DEFAULT_ZONE)
    if not isinstance(name, str) or (zone(name).key == "UTC" and name != "UTC"):
        raise _bad(f"there is no time zone “{name}”")
    return name


def _questions(listed: object) -> tuple[NewQuestion, ...]:
    """Return the questions, each a text or an object."""
    found = []
    for one in listed if isinstance(listed, list) else [None]:
        asked = {"text": one} if isinstance(one, str) else one
        if not isinstance(asked, dict) or not isinstance(asked.get("text"), str) or not asked["text"].strip():
            raise _bad("“questions” is a list of questions in words")
        means = [str(asked.get(name) or "") for name in ("support_means", "oppose_means")]
        found.append(NewQuestion(asked["text"], *means))
    return tuple(found)


def _rules(wanted: object) -> RuleSet:
    """Return the rules: a preset where one is named, and what differs from it."""
    if not isinstance(wanted, dict):
        raise _bad("“rules” is an object of rules")
    try:
        start = preset(str(wanted["preset"])) if wanted.get("preset") else RuleSet()
        return with_rules(start, {name: value for name, value in wanted.items() if name != "preset"})
    except Refused as fault:
        raise _bad(f"in “rules”: {str(fault).removesuffix(' Nothing was changed.').rstrip('.')}") from None


def _action(index: int, one: object, day: str, zone_name: str, before: datetime | None) -> Action:
    """Return one action; times go forward, and in the hour that comes twice the second one is meant after the first."""
    if not isinstance(one, dict):
        raise _bad(f"action {index} is not an object")
    do = one.get("do")
    if not isinstance(do, str) or do not in FIELDS:
        raise _bad(f"action {index} has no “do” that is known ({do!r}); there are {', '.join(sorted(FIELDS))}")
    try:
        possible = moments(str(one.get("at") or "none"), day, zone_name)
    except Refused:
        raise _bad(f"action {index} ({do}) needs “at” as 2026-02-05T18:00:05") from None
    at = next((m for m in possible if before is None or m >= before), None)
    if at is None:
        raise _bad(f"action {index} ({do}) is earlier than the one before it")
    return Action(index, at, do, _fields(index, do, one))


def _fields(index: int, do: str, one: Mapping[str, Any]) -> dict[str, Any]:
    """Return the fields of an action in the kinds they need."""
    read: dict[str, Any] = {}
    for name, kind in FIELDS[do].items():
        if one.get(name) is None and name != "value":
            continue
        try:
            read[name] = KINDS[kind](one.get(name))
        except (ValueError, TypeError, AttributeError):
            raise _bad(f"action {index} ({do}): “{name}” needs {kind}, not {one.get(name)!r}") from None
    missing = [name for name in REQUIRED.get(do, ()) if name not in read]
    if missing:
        raise _bad(f"action {index} ({do}) needs “{missing[0]}”")
    return read
