"""How many comments each filter would show; numbers beside views, stances, groups and themes."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from frhearing.model.filter import NOT_TAGGED


@dataclass(frozen=True, slots=True)
class Facets:
    """Counts over one hearing and one question, kept by counters and so always at hand.

    ``total`` are all comments that are not voided, ``tallied`` those that count; ``stances`` holds the codes
    of stances and ``not_tagged``; ``groups`` has 0 for comments without a group.
    """

    total: int = 0
    tallied: int = 0
    stances: Mapping[str, int] = field(default_factory=dict)
    groups: Mapping[int, int] = field(default_factory=dict)
    themes: Mapping[int, int] = field(default_factory=dict)
    channels: Mapping[str, int] = field(default_factory=dict)
    statuses: Mapping[str, int] = field(default_factory=dict)
    campaigns: Mapping[str, int] = field(default_factory=dict)
    flagged: int = 0
    with_quotes: int = 0

    @property
    def to_tag(self) -> int:
        """Tallied comments without a position on the question."""
        return self.stances.get(NOT_TAGGED, 0)
