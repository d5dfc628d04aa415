"""A comment: one voice on the record, spoken or written."""

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

from frhearing.model.passage import Memo, Passage
from frhearing.model.position import Position, Stance, StanceSource


class Channel(StrEnum):
    """The way a comment came in (2-domain.md §2.2 and §2.4)."""

    IN_PERSON = "in_person"
    REMOTE = "remote"
    EMAIL = "email"
    WEB_FORM = "web_form"
    POST = "post"
    HAND_DELIVERED = "hand_delivered"
    FAX = "fax"
    PHONE = "phone"
    VOICEMAIL = "voicemail"
    SOCIAL = "social"
    OTHER = "other"


SPOKEN: frozenset[Channel] = frozenset({Channel.IN_PERSON, Channel.REMOTE})
"""The channels of spoken comments; all others are written."""


class CommentStatus(StrEnum):
    """Whether a comment stands; all are listed, only those in ``TALLIED`` can be counted."""

    ACCEPTED = "accepted"
    RESTRICTED = "restricted"
    WITHDRAWN = "withdrawn"
    DISPUTED = "disputed"
    RETURNED = "returned"
    DUPLICATE = "duplicate"


TALLIED: frozenset[CommentStatus] = frozenset({CommentStatus.ACCEPTED, CommentStatus.RESTRICTED})
"""A withdrawn or disputed comment stays in the record, leaves the tally and is listed (§2.4)."""


class Timeliness(StrEnum):
    """Whether a comment came within the time of the hearing's rule."""

    TIMELY = "timely"
    LATE_ACCEPTED = "late_accepted"
    LATE_NOT_CONSIDERED = "late_not_considered"
    UNDATED = "undated"


def in_tally(status: CommentStatus, timeliness: Timeliness) -> bool:
    """Whether a comment on the record is counted: it stands, and it came in time or was accepted late (§2.6)."""
    return status in TALLIED and timeliness is not Timeliness.LATE_NOT_CONSIDERED


_NO_STANCES: Mapping[int, Stance] = {}


class NewComment(NamedTuple):
    """A comment as it arrives, before it has a number. ``received_at`` is UTC text or None if undated.

    ``stances`` maps question numbers to stances; ``received_as_written`` keeps the date in the source's
    own words; ``external_id`` is the source's own name for it.
    """

    text: str
    name: str = ""
    organization: str = ""
    group_id: int | None = None
    channel: Channel = Channel.EMAIL
    received_at: str | None = None
    received_as_written: str = ""
    district: str = ""
    email: str = ""
    external_id: str = ""
    subject: str = ""
    language: str = "en"
    capacity: str = ""
    timeliness: Timeliness = Timeliness.TIMELY
    stances: Mapping[int, Stance] = _NO_STANCES
    source: StanceSource = StanceSource.WRITTEN
    condition: str = ""


class CommentRow(NamedTuple):
    """One line of the list of comments; ``stance`` is on the active question, None while not tagged."""

    id: int
    number: int
    name: str
    organization: str
    group: str
    channel: Channel
    received_at: str | None
    subject: str
    excerpt: str
    stance: Stance | None
    themes: tuple[int, ...]
    quotes: int
    flagged: bool
    campaign: str
    status: CommentStatus
    timeliness: Timeliness

    @property
    def tallied(self) -> bool:
        """Whether this comment is counted."""
        return in_tally(self.status, self.timeliness)


class Comment(NamedTuple):
    """One comment in full. Times are UTC text; ``stances`` maps question numbers to what counts.

    ``letter_type`` is a code of ``letters.LetterType``, empty where nobody looked.
    """

    id: int
    uid: bytes
    hearing_id: int
    number: int
    channel: Channel
    name: str
    organization: str
    group_id: int | None
    group: str
    capacity: str
    district: str
    email: str
    external_id: str
    subject: str
    language: str
    received_at: str | None
    received_as_written: str
    status: CommentStatus
    status_reason: str
    timeliness: Timeliness
    flagged: bool
    campaign: str
    text: str
    version: int
    versions: int
    received_text: bool
    digest: str
    created_at: str
    created_by: str
    revision: int
    void: str | None
    source_file: str
    source_row: str
    stances: Mapping[int, Stance]
    positions: tuple[Position, ...]
    theme_ids: tuple[int, ...]
    passages: tuple[Passage, ...]
    memos: tuple[Memo, ...]
    theme_names: tuple[str, ...] = ()
    appearance: "Appearance | None" = None
    letter_type: str = ""

    @property
    def spoken(self) -> bool:
        """Whether this voice was heard rather than read."""
        return self.channel in SPOKEN

    @property
    def tallied(self) -> bool:
        """Whether this comment is counted."""
        return self.void is None and in_tally(self.status, self.timeliness)


class Appearance(NamedTuple):
    """The slip behind a spoken comment; seconds are whole seconds, times UTC text.

    A slip carries the name by itself: who did not show or was not reached has no comment on the record.
    """

    slip: int | None
    wish: str
    mode: str
    status: str
    interpreter: str
    started_at: str | None = None
    allotted_seconds: int | None = None
    used_seconds: int | None = None
    name: str = ""
    organization: str = ""
    group: str = ""
    stances: Mapping[int, Stance] = _NO_STANCES
    comment_id: int | None = None
    number: int | None = None
    read_by: str = ""
