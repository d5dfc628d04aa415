"""The states of a slip and of the floor, and the words they go by (2-domain.md §2.2 and §2.3)."""

from enum import StrEnum


class SlipStatus(StrEnum):
    """What has become of a slip; ``WAITING`` and ``ENDED`` below sort them."""

    REGISTERED = "registered"
    CHECKED_IN = "checked_in"
    CALLED = "called"
    SPEAKING = "speaking"
    HEARD = "heard"
    REGISTRATION_ONLY = "registration_only"
    DECLINED = "declined"
    CEDED = "ceded"
    NO_SHOW = "no_show"
    WITHDRAWN = "withdrawn"
    NOT_REACHED = "not_reached"
    CARRIED_OVER = "carried_over"
    LATE_REFUSED = "late_refused"
    INELIGIBLE = "ineligible"
    DUPLICATE = "duplicate"
    VOIDED = "voided"


QUEUED: frozenset[SlipStatus] = frozenset({SlipStatus.REGISTERED, SlipStatus.CHECKED_IN})
"""Those who wait and can be called."""

WAITING: frozenset[SlipStatus] = QUEUED | {SlipStatus.CALLED}
"""Those who have not spoken and may still."""

RESTORABLE: frozenset[SlipStatus] = frozenset(
    {SlipStatus.NO_SHOW, SlipStatus.DECLINED, SlipStatus.WITHDRAWN, SlipStatus.NOT_REACHED, SlipStatus.LATE_REFUSED}
)
"""Those who can come back to the end of the list."""

WITH_COMMENT: frozenset[SlipStatus] = frozenset({SlipStatus.REGISTRATION_ONLY, SlipStatus.DECLINED, SlipStatus.CEDED})
"""Those whose position may stand on the record although nobody spoke; a comment without text."""


class Wish(StrEnum):
    """What someone who hands in a slip asks for."""

    SPEAK = "speak"
    REGISTER_ONLY = "register_only"
    ANSWER_QUESTIONS = "answer_questions"
    READ_BY_CLERK = "read_by_clerk"
    READ_BY_PROXY = "read_by_proxy"


SPEAKS: frozenset[Wish] = frozenset({Wish.SPEAK, Wish.ANSWER_QUESTIONS, Wish.READ_BY_CLERK, Wish.READ_BY_PROXY})
"""The wishes that lead to the podium."""


IN_LINE: frozenset[Wish] = SPEAKS - {Wish.ANSWER_QUESTIONS}
"""The wishes that stand in the line; who only answers questions is called when there is one."""


class Mode(StrEnum):
    """Where someone takes part from."""

    IN_PERSON = "in_person"
    REMOTE = "remote"


class Phase(StrEnum):
    """Where a sitting stands."""

    NOT_OPENED = "not_opened"
    OPEN = "open"
    TIME_CERTAIN = "time_certain"
    RECESS = "recess"
    TESTIMONY_CLOSED = "testimony_closed"
    ADJOURNED = "adjourned"


PHASE_WORDS: dict[Phase, str] = {
    Phase.NOT_OPENED: "the hearing has not been opened",
    Phase.OPEN: "testimony is open",
    Phase.TIME_CERTAIN: "testimony is paused for a time-certain item",
    Phase.RECESS: "the hearing is in recess",
    Phase.TESTIMONY_CLOSED: "testimony is closed",
    Phase.ADJOURNED: "the hearing is adjourned",
}
"""How a sentence says where the sitting stands."""


class EndReason(StrEnum):
    """Why a turn ended."""

    FINISHED = "finished"
    TIME_EXPIRED = "time_expired"
    YIELDED_REST = "yielded_rest"
    ENDED_BY_CHAIR = "ended_by_chair"
    REMOVED = "removed"
    TECHNICAL = "technical"
    DISCONNECTED = "disconnected"
    RECESS = "recess"
    WITHDREW = "withdrew"


CUT_OFF: frozenset[EndReason] = frozenset({EndReason.TIME_EXPIRED, EndReason.ENDED_BY_CHAIR, EndReason.REMOVED})
"""The ends that somebody else than the speaker brought about."""


class GrantKind(StrEnum):
    """Why time was added to a turn or taken from it."""

    INTERPRETER = "interpreter"
    CEDED_FROM = "ceded_from"
    CHAIR_EXTENSION = "chair_extension"
    CHAIR_REDUCTION = "chair_reduction"
    TECHNICAL_CREDIT = "technical_credit"
    GROUP_ALLOTMENT = "group_allotment"
    ACCOMMODATION = "accommodation"


GRANT_WORDS: dict[GrantKind, str] = {
    GrantKind.INTERPRETER: "interpreter",
    GrantKind.CEDED_FROM: "ceded",
    GrantKind.CHAIR_EXTENSION: "extension by the chair",
    GrantKind.CHAIR_REDUCTION: "taken off by the chair",
    GrantKind.TECHNICAL_CREDIT: "technical credit",
    GrantKind.GROUP_ALLOTMENT: "group's time",
    GrantKind.ACCOMMODATION: "accommodation",
}
"""How the sum behind a clock names a grant."""

INVITED_CLASSES: frozenset[str] = frozenset({"applicant", "appellant", "elected_official", "invited", "expert"})
"""Speakers the chair calls on; only ``invited`` and ``expert`` without a slip stay outside the public count."""

CLASSES: tuple[str, ...] = (
    "individual",
    "group_representative",
    "applicant",
    "appellant",
    "elected_official",
    "invited",
    "expert",
)
"""The classes that ``seconds_by_class`` can name."""

RESIDENCIES: tuple[str, ...] = (
    "resident",
    "property_owner",
    "business",
    "works_here",
    "non_resident",
    "not_stated",
)
"""What a slip can say about living here (2-domain.md §2.2)."""
