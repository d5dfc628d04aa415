"""Which comments are shown: one value that chips, saved views and bulk tagging share."""

import json
from enum import StrEnum
from typing import Any, NamedTuple

NOT_TAGGED = "not_tagged"
"""Stands among stances in a filter for comments without a position on the question."""

NO_GROUP = 0
"""Stands among group ids in a filter for comments without a group."""


class SortBy(StrEnum):
    """The columns a list of comments can be sorted by."""

    NUMBER = "number"
    RECEIVED = "received"
    NAME = "name"
    GROUP = "group"
    STANCE = "stance"


class CommentFilter(NamedTuple):
    """What to show; empty fields do not narrow. ``question`` is the number whose stances are meant.

    ``text`` is what was typed into the find field; ``spoken`` and ``counted`` (in the tally) True, False or None
    for both; days are ISO days in the hearing's zone; ``batch_id`` narrows to one import, ``to_type`` to those without
    a text, such as a scan whose words wait to be typed.
    """

    question: int = 1
    text: str = ""
    stances: tuple[str, ...] = ()
    groups: tuple[int, ...] = ()
    themes: tuple[int, ...] = ()
    channels: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    timeliness: tuple[str, ...] = ()
    campaign: str = ""
    spoken: bool | None = None
    counted: bool | None = None
    flagged: bool = False
    with_quotes: bool = False
    to_type: bool = False
    first_day: str = ""
    last_day: str = ""
    batch_id: int | None = None
    sort: SortBy = SortBy.NUMBER
    descending: bool = True

    def but(self, **changes: Any) -> "CommentFilter":
        """Return the same filter with some fields changed."""
        return self._replace(**changes)

    @property
    def narrows(self) -> bool:
        """Whether anything is left out by this filter."""
        plain = CommentFilter(question=self.question, sort=self.sort, descending=self.descending)
        return self != plain

    def to_json(self) -> str:
        """Write the filter as JSON text for a saved view."""
        return json.dumps(self._asdict(), sort_keys=True)

    @classmethod
    def from_json(cls, text: str) -> "CommentFilter":
        """Read a filter from the JSON text of a saved view."""
        stored: dict[str, Any] = json.loads(text)
        data: dict[str, Any] = {
            key: tuple(value) if isinstance(value, list) else value
            for key, value in stored.items()
            if key in cls._fields
        }
        if "sort" in data:
            data["sort"] = SortBy(data["sort"])
        return cls(**data)


class SavedView(NamedTuple):
    """A named filter of a hearing; built-in ones have the id 0."""

    id: int
    name: str
    filter: CommentFilter


BUILT_IN_VIEWS: tuple[SavedView, ...] = (
    SavedView(0, "All comments", CommentFilter()),
    SavedView(0, "To tag", CommentFilter(stances=(NOT_TAGGED,))),
    SavedView(0, "Needs review", CommentFilter(flagged=True)),
    SavedView(0, "With key quotes", CommentFilter(with_quotes=True)),
    SavedView(0, "Spoken", CommentFilter(spoken=True)),
    SavedView(0, "Outside the tally", CommentFilter(counted=False)),
)
"""The views every hearing has."""
