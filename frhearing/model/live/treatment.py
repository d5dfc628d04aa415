"""Equal treatment in figures: time allotted and used, extensions, warnings, cut-offs and waiting, by side."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from statistics import median

from frhearing.model.live.floor import Floor, Slip, Turn
from frhearing.model.live.states import CUT_OFF, GrantKind
from frhearing.model.position import STANCES, Stance

_LONG_AGO = datetime.min.replace(tzinfo=UTC)
LEAST_TO_COMPARE = 5
"""Below so many turns a row shows its numbers, but no average: one person would be the statistic."""


@dataclass(frozen=True, slots=True)
class Treatment:
    """How one side was treated; times in whole seconds. Averages are None under ``LEAST_TO_COMPARE`` turns."""

    turns: int
    allotted: int
    used: int
    extensions: int
    extension_seconds: int
    reductions: int
    warnings: int
    cut_offs: int
    over_time: int
    mean_allotted: int | None
    mean_used: int | None
    median_waited: int | None

    @property
    def compares(self) -> bool:
        """Whether there are enough turns to compare averages."""
        return self.turns >= LEAST_TO_COMPARE


Sides = Mapping[str, Mapping[str, Treatment]]
"""The figures by ``all``, ``stance`` and ``mode``, each by the name of the side."""


def treatment(
    floor: Floor,
    warnings: Mapping[int, int],
    question: int = 1,
    said: Mapping[int, Stance] | None = None,
    opened: Iterable[str] = (),
) -> dict[str, dict[str, Treatment]]:
    """Return the figures of all finished turns of the public: over all, by stance on a question, and by mode.

    ``warnings`` maps ids of turns to the warnings the chair gave; ``said`` has the stances that stand on the record
    by comment, which count before what the slip said; ``opened`` the instants at which sittings were called to order.
    A panel's turn counts once, for the one who was called.
    """
    latest, begun = said or {}, sorted(opened)
    done = [(t, floor.by_id(t.slip_id)) for t in floor.turns if t.started_at and t.ended_at]
    done = [(t, s) for t, s in done if s.public]

    def stance(slip: Slip) -> str:
        on_slip = slip.stances.get(question, "not_tagged")
        return str(latest.get(slip.comment_id or 0, on_slip))

    names = [*(str(s) for s in STANCES), "not_tagged"]
    return {
        "all": {"all": _figures(done, warnings, begun)},
        "stance": _split(done, warnings, begun, names, stance),
        "mode": _split(done, warnings, begun, ["in_person", "remote"], lambda s: str(s.mode)),
    }


def _split(
    done: list[tuple[Turn, Slip]],
    warnings: Mapping[int, int],
    begun: Sequence[str],
    names: Iterable[str],
    of: Callable[[Slip], str],
) -> dict[str, Treatment]:
    """Return the figures for each name that has turns at all."""
    found = {name: [(t, s) for t, s in done if of(s) == name] for name in names}
    return {name: _figures(turns, warnings, begun) for name, turns in found.items() if turns}


def _figures(done: list[tuple[Turn, Slip]], warnings: Mapping[int, int], begun: Sequence[str]) -> Treatment:
    """Return the figures of some turns."""
    allotted = [t.allotted_seconds for t, _ in done]
    used = [round(t.recorded_ms() / 1000) for t, _ in done]
    extended = [g.seconds for t, _ in done for g in t.grants if g.kind is GrantKind.CHAIR_EXTENSION]
    waited = [w for w in (waited_seconds(t, s, begun) for t, s in done) if w is not None]
    enough = len(done) >= LEAST_TO_COMPARE
    return Treatment(
        turns=len(done),
        allotted=sum(allotted),
        used=sum(used),
        extensions=len(extended),
        extension_seconds=sum(extended),
        reductions=sum(g.kind is GrantKind.CHAIR_REDUCTION for t, _ in done for g in t.grants),
        warnings=sum(warnings.get(t.id, 0) for t, _ in done),
        cut_offs=sum(t.end_reason in CUT_OFF for t, _ in done),
        over_time=sum(u > a for u, a in zip(used, allotted, strict=True)),
        mean_allotted=round(sum(allotted) / len(done)) if enough else None,
        mean_used=round(sum(used) / len(done)) if enough else None,
        median_waited=round(median(waited)) if enough and len(waited) == len(done) else None,
    )


def waited_seconds(turn: Turn, slip: Slip, begun: Sequence[str] = ()) -> int | None:
    """Return the seconds from the slip, or from the call to order after it, to the podium; None without a time."""
    if not (slip.registered_at and turn.started_at):
        return None
    opened = max((at for at in begun if at <= turn.started_at), default="")
    since = max(slip.registered_at, opened, key=lambda at: datetime.fromisoformat(at) if at else _LONG_AGO)
    return max(0, round((datetime.fromisoformat(turn.started_at) - datetime.fromisoformat(since)).total_seconds()))
