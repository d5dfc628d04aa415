"""How steps and comments are named in words."""

from collections.abc import Sequence

from frhearing.model.change import Change
from frhearing.model.times import local

STEP_WORDS = {
    "comment": "new comment",
    "hearing": "new hearing",
    "details": "details",
    "text": "text",
    "theme": "theme",
    "theme on": "theme",
    "theme off": "theme",
    "import": "import",
}


def numbers(found: Sequence[int]) -> str:
    """Name comments by number: "No. 12", "Nos. 12 and 14", "38 comments"."""
    if len(found) == 1:
        return f"No. {found[0]}"
    if len(found) == 2:
        return f"Nos. {found[0]} and {found[1]}"
    return f"{len(found)} comments"


def step(change: Change) -> str:
    """Name a step for the undo button: "stance of No. 142", "import of letters.csv"."""
    word = STEP_WORDS.get(change.kind, change.kind)
    if change.kind.startswith(("new", "comment", "hearing")) and change.kind in ("comment", "hearing"):
        return f"{word} {change.subject}"
    return f"{word} of {change.subject}" if change.subject else word


def when(utc_text: str, zone: str) -> str:
    """Write an instant as a clerk reads it: "Feb 26, 2026, 5:53 PM"."""
    at = local(utc_text, zone)
    hour = at.hour % 12 or 12
    return f"{at:%b} {at.day}, {at.year}, {hour}:{at:%M} {'AM' if at.hour < 12 else 'PM'}"
