"""A walk-in in one line: "Xee Moua, resident, oppose" becomes a slip, each part a chip that can be seen at once."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from frhearing.model.live.signing import NewSlip
from frhearing.model.live.states import Mode, Wish
from frhearing.model.position import Stance

_STANCES = {
    Stance.SUPPORT: ("support", "supports", "for", "favor", "pro", "s"),
    Stance.OPPOSE: ("oppose", "opposes", "opposed", "against", "con", "o"),
    Stance.MIXED: ("mixed", "m"),
    Stance.NEUTRAL: ("neutral", "on", "information", "information only", "n"),
    Stance.NOT_STATED: ("not stated", "x"),
}
_MODES = {Mode.REMOTE: ("remote", "online", "by phone"), Mode.IN_PERSON: ("in person", "here")}
_WISHES = {
    Wish.REGISTER_ONLY: ("register only", "not speaking", "registers", "position only"),
    Wish.ANSWER_QUESTIONS: ("questions", "answers questions", "questions only"),
    Wish.READ_BY_CLERK: ("read by clerk", "clerk reads"),
}
_RESIDENCIES = {
    "resident": ("resident", "lives here"),
    "non_resident": ("non-resident", "nonresident", "visitor"),
    "property_owner": ("property owner",),
    "works_here": ("works here",),
}
_LEAVES = {"health": ("health",), "schedule": ("schedule", "leaves early"), "child_care": ("child care", "kids")}
_SLIP = re.compile(r"(?:slip\s*|card\s*|#)(\d+)", re.IGNORECASE)
_INTERPRETER = re.compile(r"interpreter\s+(.+)|(.+)\s+interpreter", re.IGNORECASE)
_PANEL = re.compile(r"panel\s+(?:of\s+)?(.+)", re.IGNORECASE)
_READER = re.compile(r"read by\s+(.+)", re.IGNORECASE)
_CAPACITY = re.compile(r"(?:speaking\s+)?as\s+(.+)", re.IGNORECASE)
_NEEDS = re.compile(r"needs\s+(.+)", re.IGNORECASE)
_FOR = re.compile(r"(?:for|from|of)\s+(.+)", re.IGNORECASE)


_PATTERNS = (
    ("slip", _SLIP),
    ("panel", _PANEL),
    ("read_by", _READER),
    ("interpreter", _INTERPRETER),
    ("capacity", _CAPACITY),
    ("accommodation", _NEEDS),
)
"""What a part of the line sets where it is told by its first or last word, in the order in which they are tried."""


@dataclass(frozen=True, slots=True)
class Chip:
    """One part of the line as it was understood: what it sets, to what, and the words it came from."""

    field: str
    value: str
    words: str


def read_line(typed: str, groups: Sequence[str] = ()) -> tuple[NewSlip | None, tuple[Chip, ...]]:
    """Read a line into a slip and its chips; None while there is no name.

    The first part is the name, or names joined by "&"; a part nobody understands is kept as the organization.
    """
    first, *parts = [part.strip() for part in typed.split(",")]
    names = tuple(name for name in (n.strip() for n in first.split("&")) if name)
    chips = [Chip("names", " & ".join(names), first)] if names else []
    chips += [_chip(part, groups) for part in parts if part]
    if not names:
        return None, tuple(chips)
    found = {chip.field: chip.value for chip in chips}
    stance = found.get("stance")
    made = NewSlip(
        names=names,
        slip=int(found["slip"]) if "slip" in found else None,
        stances={1: Stance(stance)} if stance else {},
        group=found.get("group", ""),
        organization=found.get("organization", ""),
        wish=Wish(found.get("wish", Wish.READ_BY_PROXY if "read_by" in found else Wish.SPEAK)),
        mode=Mode(found.get("mode", Mode.IN_PERSON)),
        interpreter=found.get("interpreter", ""),
        residency=found.get("residency", "not_stated"),
        early_leave=found.get("early_leave", ""),
        read_by=found.get("read_by", ""),
        panel=found.get("panel", ""),
        capacity=found.get("capacity", ""),
        accommodation=found.get("accommodation", ""),
    )
    return made, tuple(chips)


def _chip(part: str, groups: Sequence[str]) -> Chip:
    """Say what one part of the line sets."""
    said = " ".join(part.casefold().split())
    for field, table in (
        ("stance", _STANCES),
        ("mode", _MODES),
        ("wish", _WISHES),
        ("residency", _RESIDENCIES),
        ("early_leave", _LEAVES),
    ):
        for value, words in table.items():
            if said in words:
                return Chip(field, str(value), part)
    for field, pattern in _PATTERNS:
        match = pattern.fullmatch(part)
        if match is not None:
            return Chip(field, next(group for group in match.groups() if group).strip(), part)
    group = next((g for g in groups if g.casefold().startswith(said)), None) if len(said) > 2 else None
    if group is not None:
        return Chip("group", group, part)
    organization = _FOR.fullmatch(part)
    return Chip("organization", organization.group(1) if organization else part, part)
