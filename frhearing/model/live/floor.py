"""The floor of a hearing at one moment: its slips, turns, grants, ceded time and the sitting."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from frhearing.model.live.states import (
    IN_LINE,
    INVITED_CLASSES,
    QUEUED,
    EndReason,
    GrantKind,
    Mode,
    Phase,
    SlipStatus,
    Wish,
)
from frhearing.model.position import Stance
from frhearing.model.rules import RuleSet


@dataclass(frozen=True, slots=True)
class Slip:
    """One slip: who wants what. ``place`` orders the list; instants are UTC text, "" where there is none.

    ``person`` tells people of one name apart; ``members`` are the slips a representative speaks for.
    """

    id: int
    slip: int | None
    names: tuple[str, ...]
    status: SlipStatus
    wish: Wish = Wish.SPEAK
    mode: Mode = Mode.IN_PERSON
    place: int = 0
    organization: str = ""
    group_id: int | None = None
    capacity: str = ""
    stances: Mapping[int, Stance] = field(default_factory=dict)
    read_by: str = ""
    interpreter: str = ""
    simultaneous: bool = False
    speaker_class: str = "individual"
    residency: str = "not_stated"
    panel: str = ""
    item: str = ""
    early_leave: str = ""
    accommodation: str = ""
    members: tuple[int, ...] = ()
    person: str = ""
    held: bool = False
    sworn: str = ""
    access: str = "public"
    registered_at: str = ""
    checked_in_at: str = ""
    called_at: str = ""
    reason: str = ""
    duplicate_of: int | None = None
    comment_id: int | None = None
    number: int | None = None
    revision: int = 0

    @property
    def name(self) -> str:
        """The name or names as they are said."""
        return " and ".join(self.names) if len(self.names) < 3 else ", ".join(self.names)

    @property
    def title(self) -> str:
        """The slip as a sentence names it: "slip 14 (Ana Ruiz)"."""
        return f"slip {self.slip} ({self.name})" if self.slip is not None else self.name

    @property
    def queued(self) -> bool:
        """Whether this slip stands in the line to the podium."""
        return self.status in QUEUED and self.wish in IN_LINE

    @property
    def public(self) -> bool:
        """Whether this is a slip of the public; those the chair calls on without one are not counted."""
        return not (self.slip is None and self.speaker_class in INVITED_CLASSES)


@dataclass(frozen=True, slots=True)
class Grant:
    """Seconds added to a turn or taken off it; ``from_slip`` is the slip number of a donor."""

    id: int
    seconds: int
    kind: GrantKind
    by: str = ""
    from_slip: int | None = None
    at: str = ""


@dataclass(frozen=True, slots=True)
class Stretch:
    """One running stretch of a turn's clock or of a question's; ``open`` while it was not ended in order.

    ``elapsed_ms`` of an open one is what was last written down, at the instant ``seen_at``.
    """

    id: int
    kind: str
    started_at: str
    elapsed_ms: int
    open: bool
    seen_at: str


@dataclass(frozen=True, slots=True)
class Turn:
    """One turn at the podium, with every stretch of its clock; ``gap_ms`` is time offered for counting.

    ``rule`` is the sentence of the rule that its base came from.
    """

    id: int
    slip_id: int
    number: int
    base_seconds: int
    base_words: str
    started_at: str = ""
    ended_at: str = ""
    end_reason: EndReason | None = None
    gap_ms: int = 0
    item: str = ""
    together: tuple[int, ...] = ()
    grants: tuple[Grant, ...] = ()
    stretches: tuple[Stretch, ...] = ()
    rule: str = ""

    def recorded_ms(self, kind: str = "speaking") -> int:
        """Return the milliseconds written down for this clock; a running stretch adds to them."""
        return sum(s.elapsed_ms for s in self.stretches if s.kind == kind)

    @property
    def open_stretch(self) -> Stretch | None:
        """The stretch that was not ended in order, if any."""
        return next((s for s in self.stretches if s.open), None)

    @property
    def under_way(self) -> bool:
        """Whether the turn has begun and not ended."""
        return bool(self.started_at) and not self.ended_at

    @property
    def allotted_seconds(self) -> int:
        """The sum that the clock counts down from."""
        return max(0, self.base_seconds + sum(g.seconds for g in self.grants))


@dataclass(frozen=True, slots=True)
class Cession:
    """Time given by one slip to another (ids of appearances); ``state`` is standing, used, reclaimed or void."""

    id: int
    donor_id: int
    recipient_id: int
    state: str = "standing"
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Sitting:
    """One day of the hearing; instants are UTC text, "" where there is none."""

    id: int
    day: str
    phase: Phase = Phase.NOT_OPENED
    before: Phase = Phase.NOT_OPENED
    called_to_order: str = ""
    adjourned: str = ""
    until: str = ""
    item: str = ""


@dataclass(frozen=True, slots=True)
class Floor:
    """Everything the rules look at. ``offset_seconds`` is how far this computer is ahead of the hall clock.

    ``groups`` are the names of the stakeholder groups by id, there where a rule shares time among a group.
    """

    rules: RuleSet
    zone: str
    date: str
    slips: tuple[Slip, ...] = ()
    turns: tuple[Turn, ...] = ()
    cessions: tuple[Cession, ...] = ()
    sitting: Sitting | None = None
    offset_seconds: float = 0.0
    seed: str = ""
    groups: Mapping[int, str] = field(default_factory=dict)

    @property
    def phase(self) -> Phase:
        """Where the sitting stands."""
        return self.sitting.phase if self.sitting else Phase.NOT_OPENED

    def slip(self, number: int) -> Slip | None:
        """Return the slip with a number."""
        return next((s for s in self.slips if s.slip == number), None)

    def by_id(self, slip_id: int) -> Slip:
        """Return the slip of an appearance's id."""
        return next(s for s in self.slips if s.id == slip_id)

    def turn_of(self, slip_id: int) -> Turn | None:
        """Return the latest turn of a slip, a panel's turn included."""
        return next((t for t in reversed(self.turns) if t.slip_id == slip_id or slip_id in t.together), None)

    @property
    def speaking(self) -> Turn | None:
        """The turn under way, running or paused."""
        return next((t for t in self.turns if t.under_way), None)

    @property
    def called(self) -> tuple[Slip, ...]:
        """Those called to the podium who have not begun, the first called first."""
        return tuple(sorted((s for s in self.slips if s.status is SlipStatus.CALLED), key=lambda s: s.called_at))

    def standing(self, recipient_id: int) -> tuple[Cession, ...]:
        """Return the standing gifts of time to a slip."""
        return tuple(c for c in self.cessions if c.recipient_id == recipient_id and c.state == "standing")

    def of_person(self, person: str) -> tuple[Slip, ...]:
        """Return all slips of one person."""
        return tuple(s for s in self.slips if s.person == person)


def minutes(seconds: float) -> str:
    """Write seconds as a clock does: ``3:00``, ``1:02:05``."""
    whole = int(abs(seconds))
    hours, rest = divmod(whole, 3600)
    sign = "−" if seconds < 0 else ""
    return f"{sign}{hours}:{rest // 60:02d}:{rest % 60:02d}" if hours else f"{sign}{rest // 60}:{rest % 60:02d}"


def names_in_words(slips: Iterable[Slip]) -> str:
    """Name several slips in a sentence."""
    named = [s.title for s in slips]
    return ", ".join(named[:-1]) + " and " + named[-1] if len(named) > 1 else "".join(named)


def capital(words: str) -> str:
    """Begin a sentence with these words."""
    return words[:1].upper() + words[1:]
