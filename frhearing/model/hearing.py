"""A hearing before a body: when, where, on which matter, and how far it has come."""

from enum import StrEnum
from typing import NamedTuple

from frhearing.model.question import NewQuestion, Question
from frhearing.model.rules import RuleSet
from frhearing.model.times import DEFAULT_ZONE


class HearingStatus(StrEnum):
    """How far a hearing has come (0-decisions.md, "Hearing status")."""

    DRAFT = "draft"
    SCHEDULED = "scheduled"
    OPEN = "open"
    RECESSED = "recessed"
    CLOSED = "closed"
    RECORD_CLOSED = "record_closed"
    CERTIFIED = "certified"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"
    CONTINUED = "continued"


STATUS_WORDS: dict[HearingStatus, str] = {
    HearingStatus.DRAFT: "Draft",
    HearingStatus.SCHEDULED: "Scheduled",
    HearingStatus.OPEN: "Live",
    HearingStatus.RECESSED: "In recess",
    HearingStatus.CLOSED: "Closed",
    HearingStatus.RECORD_CLOSED: "Record closed",
    HearingStatus.CERTIFIED: "Certified",
    HearingStatus.POSTPONED: "Postponed",
    HearingStatus.CANCELLED: "Cancelled",
    HearingStatus.CONTINUED: "Continued",
}
"""The words for a status on screen and paper."""


class Body(NamedTuple):
    """The council or committee that hears, with what a new hearing takes over from it."""

    id: int
    name: str
    jurisdiction: str = ""
    state: str = ""
    kind: str = "council"
    presiding_officer: str = ""
    clerk_name: str = ""
    clerk_title: str = ""
    rules: RuleSet = RuleSet()


class NewHearing(NamedTuple):
    """The seven things a new hearing asks for; all else has defaults. ``date`` is an ISO day."""

    title: str
    body: str
    date: str
    place: str = ""
    questions: tuple[NewQuestion, ...] = ()
    file_number: str = ""
    starts: str = ""
    zone: str = DEFAULT_ZONE


class Hearing(NamedTuple):
    """One hearing as it stands. ``date`` is an ISO day and ``starts`` ``HH:MM``, both in ``zone``."""

    id: int
    uid: bytes
    title: str
    body: Body
    file_number: str
    date: str
    starts: str
    place: str
    zone: str
    status: HearingStatus
    mode: str
    authority: str
    notice: str
    note: str
    attendance: str
    rules: RuleSet
    questions: tuple[Question, ...]
    example: bool
    revision: int

    @property
    def locked(self) -> bool:
        """Whether the record is certified and its fields are read-only."""
        return self.status is HearingStatus.CERTIFIED

    def question(self, number: int) -> Question | None:
        """Return the question of that number, or None."""
        return next((q for q in self.questions if q.number == number), None)


class HearingCard(NamedTuple):
    """One line of the list of hearings on Home; ``changed_at`` is UTC text."""

    id: int
    title: str
    body: str
    date: str
    status: HearingStatus
    comments: int
    to_tag: int
    changed_at: str
    example: bool


class HearingEvent(NamedTuple):
    """One line of the order of events; ``at`` is UTC text, ``recorded`` the place in the recording, "" without one."""

    at: str
    kind: str
    text: str
    recorded: str = ""
