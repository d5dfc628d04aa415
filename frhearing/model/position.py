"""A position: the stance of one comment on one question, with where it was stated."""

from enum import StrEnum
from typing import NamedTuple


class Stance(StrEnum):
    """What a voice says to a question; "not tagged yet" is the absence of a position, not a stance."""

    SUPPORT = "support"
    OPPOSE = "oppose"
    MIXED = "mixed"
    NEUTRAL = "neutral"
    NOT_STATED = "not_stated"


STANCES: tuple[Stance, ...] = tuple(Stance)
"""The order in which stances are shown everywhere."""


class StanceSource(StrEnum):
    """Where a stance was stated; what the clerk inferred is never counted without a mark."""

    SLIP = "slip"
    PODIUM = "podium"
    WRITTEN = "written"
    CLERK_INFERRED = "clerk_inferred"


class Position(NamedTuple):
    """One stated stance; all are kept, the latest stated one counts, an inferred one only without any."""

    id: int
    comment_id: int
    question_id: int
    stance: Stance
    source: StanceSource
    condition: str
    said_at: str


def counting(positions: list[Position]) -> Position | None:
    """Return the position that counts among those on one question, oldest first in the list."""
    stated = [p for p in positions if p.source is not StanceSource.CLERK_INFERRED]
    pool = stated or positions
    return max(pool, key=lambda p: p.id) if pool else None
