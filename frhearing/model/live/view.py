"""What the screens show of a hearing that is held: the clerk's clock, and the hall's, which knows no private field."""

from dataclasses import dataclass

from frhearing.model.live.floor import Slip
from frhearing.model.live.states import Phase


@dataclass(frozen=True, slots=True)
class PodiumView:
    """The podium at one moment; ``elapsed_ms`` and ``question_ms`` in milliseconds, the rest in seconds.

    ``state`` is one of idle, called, running, paused, question, warning, over; ``gap_seconds`` waits for a decision.
    ``rule`` is the sentence of the rule behind the base; ``beside`` are the others of a panel that share the turn,
    ``then_slip`` comes after the next.
    """

    state: str
    slip: Slip | None
    next_slip: Slip | None
    allotted: int
    elapsed_ms: int
    question_ms: int
    explanation: str
    gap_seconds: int
    waiting: int
    heard: int
    expected_seconds: int
    rule: str = ""
    then_slip: Slip | None = None
    beside: tuple[Slip, ...] = ()

    @property
    def remaining_ms(self) -> int:
        """Milliseconds left, negative over time."""
        return self.allotted * 1000 - self.elapsed_ms


@dataclass(frozen=True, slots=True)
class HallView:
    """What may be shown to the room, and nothing else: names as the rules allow, the clock, the words of a recess.

    ``place`` of ``places`` says where the speaker stands in the evening, 0 where nobody is called; with
    ``counts_over`` the room sees overtime counted up, else only that time is up.
    """

    phase: Phase
    state: str
    speaker: str
    next_speaker: str
    remaining_seconds: int
    message: str
    title: str = ""
    allotted_seconds: int = 0
    place: int = 0
    places: int = 0
    counts_over: bool = False
    then_speaker: str = ""


def public_name(slip: Slip, how: str) -> str:
    """Return a name as the rule ``names_on_screen`` shows it to the room."""
    if how == "number" or slip.access != "public":
        return f"Speaker {slip.slip}" if slip.slip is not None else "Speaker"
    if how == "first_and_initial":
        return " and ".join(_short(name) for name in slip.names)
    return slip.name


def _short(name: str) -> str:
    """Return the first name and the initial of the last."""
    first, *rest = name.split()
    return f"{first} {rest[-1][0]}." if rest else first


def state_of(elapsed_ms: int, allotted: int, warn_at: tuple[int, ...], grace: int) -> str:
    """Return running, warning or over by the time left; expiry only signals."""
    left = allotted - elapsed_ms / 1000
    if left <= -grace and left <= 0:
        return "over"
    return "warning" if warn_at and left <= max(warn_at) else "running"
