"""People and organisations as they are known from earlier comments."""

from dataclasses import dataclass
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class KnownName:
    """A name that stands on the record already, with what was noted for it last."""

    name: str
    organization: str
    district: str
    group_id: int | None
    group: str


@dataclass(frozen=True, slots=True)
class TextVersion:
    """One version of a comment's text; version 1 of anything received never changes. ``at`` is UTC text."""

    version: int
    text: str
    reason: str
    at: str
    by: str


class Attachment(NamedTuple):
    """A file that came with a comment; ``path`` is empty where only its name is known."""

    id: int
    name: str
    note: str
    path: str


@dataclass(frozen=True, slots=True)
class Hit:
    """One find in the record; ``spans`` are the places of the words found within ``snippet``."""

    comment_id: int
    hearing_id: int
    number: int
    name: str
    snippet: str
    spans: tuple[tuple[int, int], ...]
