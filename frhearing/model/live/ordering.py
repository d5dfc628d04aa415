"""Who is next: the order of speaking that the rules set, over the places that the clerk can change by hand."""

import hashlib
from collections.abc import Callable

from frhearing.model.live.floor import Floor, Slip
from frhearing.model.live.states import Mode, SlipStatus
from frhearing.model.position import Stance

Key = Callable[[Slip], object]


def queue(floor: Floor) -> tuple[Slip, ...]:
    """Return those who wait, in the order in which the rules call them; held ones are left out."""
    waiting = sorted((s for s in floor.slips if s.queued and not s.held), key=_place)
    order = floor.rules.order
    if order == "alternate_by_position":
        return _alternating(floor, waiting)
    key = _keys(floor).get(order)
    waiting = waiting if key is None else sorted(waiting, key=lambda s: (key(s), _place(s)))
    if floor.rules.residency == "residents_first":
        waiting = sorted(waiting, key=lambda s: s.residency != "resident")
    return tuple(waiting)


def next_slip(floor: Floor) -> Slip | None:
    """Return the slip the rules call next, or None where nobody waits."""
    return next(iter(queue(floor)), None)


def _place(slip: Slip) -> tuple[int, int]:
    """Return where a slip stands in the list."""
    return slip.place, slip.id


def _keys(floor: Floor) -> dict[str, Callable[[Slip], str | int | bool]]:
    """Return what each order sorts by before the place in the list."""
    heard = {s.person for s in floor.slips if s.status is SlipStatus.HEARD}
    return {
        "agenda_order": lambda s: _natural(s.item),
        "remote_first": lambda s: s.mode is not Mode.REMOTE,
        "in_person_first": lambda s: s.mode is not Mode.IN_PERSON,
        "residents_first": lambda s: s.residency != "resident",
        "first_time_first": lambda s: s.person in heard,
        "early_leavers_first": lambda s: not s.early_leave,
        # The lot of a hearing is drawn once, by its own name: everybody can draw it again and compare.
        "lottery": lambda s: hashlib.sha256(f"{floor.seed}:{s.slip or s.id}".encode()).hexdigest(),
    }


def _natural(item: str) -> str:
    """Return an agenda item so that 9 stands before 10."""
    return "".join(part.zfill(6) if part.isdigit() else part for part in _runs(item))


def _runs(text: str) -> list[str]:
    """Split a text where digits begin or end."""
    runs: list[str] = []
    for char in text:
        if runs and runs[-1][-1].isdigit() == char.isdigit():
            runs[-1] += char
        else:
            runs.append(char)
    return runs


def lane(slip: Slip) -> str:
    """Return the side of a slip when sides alternate: support, oppose, or neither."""
    stance = slip.stances.get(min(slip.stances, default=0))
    return str(stance) if stance in (Stance.SUPPORT, Stance.OPPOSE) else "neither"


def _alternating(floor: Floor, waiting: list[Slip]) -> tuple[Slip, ...]:
    """Take support and oppose in turn, beginning with the side that did not speak last; the rest after them."""
    lanes: dict[str, list[Slip]] = {"support": [], "oppose": [], "neither": []}
    for slip in waiting:
        lanes[lane(slip)].append(slip)
    last = _last_lane(floor)
    first = {"support": "oppose", "oppose": "support"}.get(last) or (lane(waiting[0]) if waiting else "support")
    first = "support" if first == "neither" else first
    second = "oppose" if first == "support" else "support"
    ordered: list[Slip] = []
    one, other = lanes[first], lanes[second]
    for i in range(max(len(one), len(other))):
        ordered += one[i : i + 1] + other[i : i + 1]
    return tuple(ordered + lanes["neither"])


def _last_lane(floor: Floor) -> str:
    """Return the side of the one who was called or spoke last on either side."""
    taken = [s for s in floor.slips if s.status in (SlipStatus.CALLED, SlipStatus.SPEAKING, SlipStatus.HEARD)]
    sided = [s for s in taken if lane(s) != "neither" and s.called_at]
    return lane(max(sided, key=lambda s: s.called_at)) if sided else ""
