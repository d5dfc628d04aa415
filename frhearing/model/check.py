"""The outcome of a check that a clerk reads before printing or opening a hearing."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Check:
    """One line of a check list; ``jump`` says where to put it right ("comments.to_tag", "comment:142").

    ``code`` names what was found for those who say it in another language, ``number`` is how many or which.
    """

    ok: bool
    text: str
    detail: str = ""
    jump: str = ""
    code: str = ""
    number: int = 0


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What an examination of the whole store found, in sentences."""

    ok: bool
    lines: tuple[str, ...]
