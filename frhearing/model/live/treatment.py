"""Equal treatment in figures: time allotted and used, extensions, warnings, cut-offs and waiting, by side."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from statistics import median

from frhearing.model.live.floor import Floor, Slip, Turn
from frhearing.model.live.states import CUT_OFF, GrantKind
from frhearing.model.position import STANCES

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


def treatment(floor: Floor, warnings: Mapping[int, int], question: int = 1) -> dict[str, dict[str, Treatment]]:
    """Return the figures of all finished turns of the public: over all, by stance on a question, and by mode.

    ``warnings`` maps ids of turns to the warnings the chair gave.
    """
    done = [(t, floor.by_id(t.slip_id)) for t in floor.turns if t.started_at and t.ended_at]
    done = [(t, s) for t, s in done if s.public]

    def stance(slip: Slip) -> str:
        return str(slip.stances.get(question, "not_tagged"))

    names = [*(str(s) for s in STANCES), "not_tagged"]
    return {
        "all": {"all": _figures(done, warnings)},
        "stance": _split(done, warnings, names, stance),
        "mode": _split(done, warnings, ["in_person", "remote"], lambda s: str(s.mode)),
    }


def _split(
    done: list[tuple[Turn, Slip]], warnings: Mapping[int, int], names: Iterable[str], of: Callable[[Slip], str]
) -> dict[str, Treatment]:
    """Return the figures for each name that has turns at all."""
    found = {name: [(t, s) for t, s in done if of(s) == name] for name in names}
    return {name: _figures(turns, warnings) for name, turns in found.items() if turns}


def _figures(done: list[tuple[Turn, Slip]], warnings: Mapping[int, int]) -> Treatment:
    """Return the figures of some turns."""
    allotted = [t.allotted_seconds for t, _ in done]
    used = [round(t.recorded_ms() / 1000) for t, _ in done]
    extended = [g.seconds for t, _ in done for g in t.grants if g.kind is GrantKind.CHAIR_EXTENSION]
    waited = [w for w in (waited_seconds(t, s) for t, s in done) if w is not None]
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


def waited_seconds(turn: Turn, slip: Slip) -> int | None:
    """Return the seconds from the slip to the podium, None where the slip has no time."""
    if not (slip.registered_at and turn.started_at):
        return None
    passed = datetime.fromisoformat(turn.started_at) - datetime.fromisoformat(slip.registered_at)
    return max(0, round(passed.total_seconds()))
