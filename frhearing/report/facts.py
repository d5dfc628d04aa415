"""What a summary is made from: the facts of one hearing as they stood at one moment."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from frhearing.drawing.series import Series
from frhearing.model.comment import SPOKEN as SPOKEN_CHANNELS
from frhearing.model.comment import Appearance, Channel, Comment, CommentStatus, Timeliness, in_tally
from frhearing.model.dossier import DossierEntry
from frhearing.model.hearing import Hearing
from frhearing.model.live.states import WITH_COMMENT
from frhearing.model.passage import Passage
from frhearing.model.position import Stance, StanceSource, counting
from frhearing.model.tally import Tally
from frhearing.model.theme import Theme
from frhearing.report.proceedings import Proceedings


@dataclass(frozen=True, slots=True)
class PrintedComment:
    """What of a comment is printed. `stances` are by number of the question, the counting one each.

    `inferred` holds the questions on which the clerk inferred the stance, `conditions` the conditions
    that were stated; `themes` are ids; `quotes` are its key quotes; `received_at` is UTC text or None.
    """

    number: int
    name: str
    channel: Channel
    text: str
    stances: Mapping[int, Stance]
    organization: str = ""
    group: str = ""
    capacity: str = ""
    district: str = ""
    themes: tuple[int, ...] = ()
    language: str = "en"
    received_at: str | None = None
    inferred: frozenset[int] = frozenset()
    conditions: Mapping[int, str] = field(default_factory=dict)
    quotes: tuple[Passage, ...] = ()
    status: CommentStatus = CommentStatus.ACCEPTED
    status_reason: str = ""
    timeliness: Timeliness = Timeliness.TIMELY
    campaign: str = ""
    appearance: Appearance | None = None

    @property
    def spoken(self) -> bool:
        """Whether this voice was heard rather than read."""
        return self.channel in SPOKEN_CHANNELS

    @property
    def tallied(self) -> bool:
        """Whether this comment is counted."""
        return in_tally(self.status, self.timeliness)

    @property
    def heard(self) -> bool:
        """Whether this voice appeared and spoke, rather than registering a position only."""
        return self.spoken and (self.appearance is None or self.appearance.status not in WITH_COMMENT)

    @property
    def restricted(self) -> bool:
        """Whether it is counted without its words and its name being printed."""
        return self.status is CommentStatus.RESTRICTED

    @classmethod
    def of(cls, comment: Comment, questions: Mapping[int, int]) -> "PrintedComment":
        """What is printed of a comment; `questions` maps ids of questions to their numbers."""
        inferred = set()
        conditions = {}
        for question_id, number in questions.items():
            position = counting([p for p in comment.positions if p.question_id == question_id])
            if position and position.source is StanceSource.CLERK_INFERRED:
                inferred.add(number)
            if position and position.condition:
                conditions[number] = position.condition
        return cls(
            number=comment.number,
            name=comment.name,
            channel=comment.channel,
            text=comment.text,
            stances=comment.stances,
            organization=comment.organization,
            group=comment.group,
            capacity=comment.capacity,
            district=comment.district,
            themes=comment.theme_ids,
            language=comment.language,
            received_at=comment.received_at,
            inferred=frozenset(inferred),
            conditions=conditions,
            quotes=tuple(passage for passage in comment.passages if passage.key_quote and not passage.lost),
            status=comment.status,
            status_reason=comment.status_reason,
            timeliness=comment.timeliness,
            campaign=comment.campaign,
            appearance=comment.appearance,
        )


class EditionKind(StrEnum):
    """How binding a summary is (0-decisions.md, "Hearing status")."""

    DRAFT = "draft"
    CERTIFIED = "certified"
    CORRECTED = "corrected"


@dataclass(frozen=True, slots=True)
class Edition:
    """Which edition of the summary this is; drafts and corrections are numbered."""

    kind: EditionKind = EditionKind.DRAFT
    number: int = 1


class Warned(NamedTuple):
    """What a check before printing found: a sentence, and a code and a number to say it in another language."""

    sentence: str
    code: str = ""
    number: int = 0


@dataclass(frozen=True, slots=True)
class SummaryFacts:
    """Everything a summary says. The same facts give the same document, byte for byte.

    `comments` are all comments on the record that are not voided, in order of number, those outside the
    tally among them; `tally` counts them with every copy of a form letter, `once_each` (if given) with
    each text once; `series` are the rows of the same tally. `recorded_at` is the UTC text of the last
    change of the record and dates the file; `record_digest` is the record's digest (0-decisions.md).
    `warnings` come from the checks before printing and are printed with the method.
    """

    hearing: Hearing
    tally: Tally
    comments: tuple[PrintedComment, ...]
    series: tuple[Series, ...]
    recorded_at: str
    record_digest: str
    themes: tuple[Theme, ...] = ()
    dossier: tuple[DossierEntry, ...] = ()
    edition: Edition = Edition()
    once_each: Tally | None = None
    warnings: tuple[Warned, ...] = ()
    proceedings: Proceedings = field(default_factory=Proceedings)


class Names(StrEnum):
    """How the names of people are printed."""

    FULL = "full"
    INITIALS = "initials"
    NONE = "none"


SECTION_KEYS = (
    "cover",
    "contents",
    "hearing",
    "attendance",
    "questions",
    "background",
    "timeline",
    "players",
    "press",
    "next",
    "takeaway",
    "procedure",
    "counts",
    "groups",
    "themes",
    "times",
    "appearances",
    "registrations",
    "unheard",
    "treatment",
    "written",
    "letters",
    "outside",
    "concerns",
    "quotes",
    "exhibits",
    "events",
    "corrections",
    "method",
    "certificate",
    "appendix",
    "index",
)
"""The sections of the full summary in their usual order."""


@dataclass(frozen=True, slots=True)
class SummaryOptions:
    """What the clerk chooses: which sections in which order, own titles, how names are printed."""

    sections: tuple[str, ...] = SECTION_KEYS
    titles: Mapping[str, str] = field(default_factory=dict)
    names: Names = Names.FULL
    language: str = "en"


EVERYTHING = SummaryOptions()
"""Every section under its usual title, with full names, in English."""
