"""A hearing to practise with, in the example's own store: it is open, invented people wait, and the clock stands."""

from datetime import date
from typing import Final

from frhearing.desk.desk import Desk
from frhearing.desk.hearings import create_hearing
from frhearing.desk.live.clockwork import open_live
from frhearing.desk.live.registering import register_all
from frhearing.desk.live.sitting import open_hearing
from frhearing.model.hearing import HearingStatus, NewHearing
from frhearing.model.live.guards import refuse
from frhearing.model.live.ordering import next_slip
from frhearing.model.live.signing import NewSlip
from frhearing.model.live.states import Mode, Phase
from frhearing.model.position import Stance
from frhearing.model.question import NewQuestion
from frhearing.store import hearings as stored

TITLE: Final = "Practice: an evening to try"
_QUESTION: Final = NewQuestion("Should the library open on Sundays?", "Open it", "Keep it closed")
_PEOPLE: Final = (
    NewSlip(("Hannah Reuter",), stances={1: Stance.SUPPORT}, residency="resident"),
    NewSlip(("Samuel Okafor",), stances={1: Stance.OPPOSE}, organization="Library Staff Council"),
    NewSlip(("Pa Houa Vang",), stances={1: Stance.SUPPORT}, interpreter="Hmong", residency="resident"),
    NewSlip(("Gina Castellano",), stances={1: Stance.MIXED}, residency="business"),
    NewSlip(("Terrence Boyd",), stances={1: Stance.SUPPORT}, mode=Mode.REMOTE, residency="resident"),
    NewSlip(("Dolores Whitfield",), residency="resident"),
)
"""Invented people on an invented question; nobody at the real hearing of the example is among them."""


def practice_hearing(desk: Desk) -> int:
    """Return a hearing that is open with people waiting and nobody speaking, made where there is none.

    Raises Refused outside the example's store: an office's own record has no practice in it.
    """
    cards = stored.list_cards(desk.store)
    if any(not card.example for card in cards):
        raise refuse("practice hearings live in the example, not among your own hearings.")
    for card in cards:
        if card.title == TITLE and card.status is HearingStatus.OPEN:
            floor = open_live(desk, card.id).floor
            if floor.phase is Phase.OPEN and floor.speaking is None and next_slip(floor) is not None:
                return card.id
    new = NewHearing(TITLE, "Practice Council", date.today().isoformat(), "Wherever you are", (_QUESTION,))
    made, _ = create_hearing(desk, new)
    with desk.store.action("example", TITLE, made) as writing:
        writing.act.update("hearing", made, example=1)
    live = open_live(desk, made)
    register_all(live, _PEOPLE, TITLE)
    open_hearing(live)
    return made
