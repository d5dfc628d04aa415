"""How many comments each filter would show; numbers beside views, stances, groups and themes."""

from collections.abc import Mapping
from typing import NamedTuple

from frhearing.model.filter import NOT_TAGGED

_NO_CODES: Mapping[str, int] = {}
_NO_IDS: Mapping[int, int] = {}


class Facets(NamedTuple):
    """Counts over one hearing and one question, kept by counters and so always at hand.

    ``total`` are all comments that are not voided, ``tallied`` those that count; ``stances`` holds the codes
    of stances and ``not_tagged``; ``groups`` has 0 for comments without a group.
    """

    total: int = 0
    tallied: int = 0
    stances: Mapping[str, int] = _NO_CODES
    groups: Mapping[int, int] = _NO_IDS
    themes: Mapping[int, int] = _NO_IDS
    channels: Mapping[str, int] = _NO_CODES
    statuses: Mapping[str, int] = _NO_CODES
    campaigns: Mapping[str, int] = _NO_CODES
    flagged: int = 0
    with_quotes: int = 0

    @property
    def to_tag(self) -> int:
        """Tallied comments without a position on the question."""
        return self.stances.get(NOT_TAGGED, 0)
