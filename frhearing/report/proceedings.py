"""What the hall, the desk and the post left beside the comments: slips, the log, exhibits, letters, corrections."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from frhearing.model.letters import FormLetter, Petition
from frhearing.model.live.equation import SlipCounts
from frhearing.model.live.states import SlipStatus
from frhearing.model.live.treatment import Sides
from frhearing.model.position import Stance


@dataclass(frozen=True, slots=True)
class PrintedSlip:
    """What of a slip is printed; ``number`` is its comment's, ``ceded_to`` the slip that was given its time.

    ``read_by`` is who reads in their stead. ``open`` is unset where access to the part is limited: then no name is
    printed.
    """

    slip: int | None
    name: str
    status: SlipStatus
    organization: str = ""
    group: str = ""
    stances: Mapping[int, Stance] = field(default_factory=dict)
    reason: str = ""
    number: int | None = None
    ceded_to: int | None = None
    open: bool = True
    read_by: str = ""


@dataclass(frozen=True, slots=True)
class LogLine:
    """One event of the hearing; ``at`` is UTC text, ``access`` is ``public`` where the words may be printed.

    ``recorded`` is the place in the recording, such as ``0:12:34``, "" where nothing was recorded.
    """

    at: str
    kind: str
    text: str
    access: str = "public"
    recorded: str = ""


@dataclass(frozen=True, slots=True)
class RuleChange:
    """A rule that changed during the hearing; ``at`` is UTC text, ``by`` is who ordered it."""

    at: str
    rule: str
    old: str
    new: str
    by: str = ""


@dataclass(frozen=True, slots=True)
class Exhibit:
    """An exhibit; ``number`` is the comment of whoever handed it up."""

    mark: str
    description: str
    status: str
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Corrected:
    """A correction: of the text of a comment (with its ``number``), or of something else; ``at`` is UTC text."""

    at: str
    reason: str
    old: str
    new: str = ""
    what: str = ""
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Proceedings:
    """All of it for one hearing.

    ``roll`` pairs members with ``present``, ``absent`` or ``excused``; ``attachments`` are names of files by number
    of the comment; ``voided`` has the reason for every number that was used and is not on the record any more;
    ``treatment`` has the figures of equal treatment by the number of the question.
    """

    slips: tuple[PrintedSlip, ...] = ()
    slip_counts: SlipCounts = field(default_factory=SlipCounts)
    log: tuple[LogLine, ...] = ()
    roll: tuple[tuple[str, str], ...] = ()
    rule_changes: tuple[RuleChange, ...] = ()
    exhibits: tuple[Exhibit, ...] = ()
    letters: tuple[FormLetter, ...] = ()
    petitions: tuple[Petition, ...] = ()
    attachments: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
    corrections: tuple[Corrected, ...] = ()
    voided: Mapping[int, str] = field(default_factory=dict)
    treatment: Mapping[int, Sides] = field(default_factory=dict)

    def first(self, *kinds: str) -> LogLine | None:
        """The first event of one of these kinds."""
        return next((line for line in self.log if line.kind in kinds), None)

    def last(self, *kinds: str) -> LogLine | None:
        """The last event of one of these kinds."""
        return next((line for line in reversed(self.log) if line.kind in kinds), None)

    def every(self, *kinds: str) -> list[LogLine]:
        """Every public event of one of these kinds, in order."""
        return [line for line in self.log if line.kind in kinds and line.access == "public"]
