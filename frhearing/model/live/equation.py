"""The slip equation: every slip received is in exactly one place, at every moment (0-decisions.md, "Clock")."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass

from frhearing.model.live.floor import Slip
from frhearing.model.live.states import SlipStatus

_PLACES: dict[SlipStatus, str] = {
    SlipStatus.REGISTERED: "waiting",
    SlipStatus.CHECKED_IN: "waiting",
    SlipStatus.CALLED: "waiting",
    SlipStatus.SPEAKING: "speaking",
    SlipStatus.HEARD: "heard",
    SlipStatus.REGISTRATION_ONLY: "registered_only",
    SlipStatus.DECLINED: "declined",
    SlipStatus.CEDED: "ceded",
    SlipStatus.NO_SHOW: "no_show",
    SlipStatus.WITHDRAWN: "withdrawn",
    SlipStatus.NOT_REACHED: "not_reached",
    SlipStatus.CARRIED_OVER: "carried_over",
    SlipStatus.LATE_REFUSED: "refused",
    SlipStatus.INELIGIBLE: "ineligible",
    SlipStatus.DUPLICATE: "duplicate",
    SlipStatus.VOIDED: "voided",
}


@dataclass(frozen=True, slots=True)
class SlipCounts:
    """Where the slips are; ``received`` counts the slips themselves, the others where each one lies."""

    received: int = 0
    waiting: int = 0
    speaking: int = 0
    heard: int = 0
    registered_only: int = 0
    declined: int = 0
    ceded: int = 0
    no_show: int = 0
    withdrawn: int = 0
    not_reached: int = 0
    carried_over: int = 0
    refused: int = 0
    ineligible: int = 0
    duplicate: int = 0
    voided: int = 0

    @property
    def holds(self) -> bool:
        """Whether the places add up to the slips received."""
        places: dict[str, int] = asdict(self)
        return places.pop("received") == sum(places.values())


def count_slips(slips: Iterable[Slip]) -> SlipCounts:
    """Count the slips of the public by where they lie; the number received is counted apart from them."""
    public = [s for s in slips if s.public]
    places: dict[str, int] = {}
    for slip in public:
        name = _PLACES[slip.status]
        places[name] = places.get(name, 0) + 1
    return SlipCounts(received=len({s.id for s in public}), **places)
