"""The outcome of a check that a clerk reads before printing or opening a hearing."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Check:
    """One line of a check list; ``jump`` says where to put it right ("comments.to_tag", "comment:142")."""

    ok: bool
    text: str
    detail: str = ""
    jump: str = ""


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What an examination of the whole store found, in sentences."""

    ok: bool
    lines: tuple[str, ...]
