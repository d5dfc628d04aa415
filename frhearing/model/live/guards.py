"""What a hearing forbids at a moment, each in a sentence that names the rule; a guard passes or raises Refused."""

from frhearing.model.errors import Refused
from frhearing.model.live.allotment import budget_left, budget_of, cap_left, used_ms
from frhearing.model.live.floor import Floor, Slip, Turn, minutes
from frhearing.model.live.states import PHASE_WORDS, Phase, SlipStatus, Wish

_DONE: dict[SlipStatus, str] = {
    SlipStatus.CALLED: "is called already",
    SlipStatus.SPEAKING: "is speaking",
    SlipStatus.HEARD: "has been heard",
    SlipStatus.REGISTRATION_ONLY: "registered a position and does not ask to speak",
    SlipStatus.DECLINED: "declined when called",
    SlipStatus.CEDED: "has ceded the time to another speaker; it comes back only when reclaimed (rule ceding)",
    SlipStatus.NO_SHOW: "did not answer when called; restore the slip first",
    SlipStatus.WITHDRAWN: "was withdrawn",
    SlipStatus.NOT_REACHED: "was not reached",
    SlipStatus.CARRIED_OVER: "is carried over to the next date",
    SlipStatus.LATE_REFUSED: "was refused",
    SlipStatus.INELIGIBLE: "is not eligible",
    SlipStatus.DUPLICATE: "is a duplicate",
    SlipStatus.VOIDED: "was voided",
}


def refuse(sentence: str) -> Refused:
    """Return the refusal of an action, ready to be raised."""
    return Refused(f"{sentence[:1].upper()}{sentence[1:]} Nothing was changed.")


def known(floor: Floor, number: int) -> Slip:
    """Return the slip with a number; raises Refused where there is none."""
    found = floor.slip(number)
    if found is None:
        raise refuse(f"there is no slip {number} in this hearing.")
    return found


def testimony_open(floor: Floor) -> None:
    """Let pass only while testimony is open."""
    if floor.phase is not Phase.OPEN:
        raise refuse(f"nobody can speak now: {PHASE_WORDS[floor.phase]} (rule of the sitting).")


def in_session(floor: Floor) -> None:
    """Let pass only between the call to order and adjournment."""
    if floor.phase in (Phase.NOT_OPENED, Phase.ADJOURNED):
        raise refuse(f"this needs a sitting: {PHASE_WORDS[floor.phase]} (rule of the sitting).")


def nobody_speaks(floor: Floor) -> None:
    """Let pass only while no turn is under way."""
    turn = floor.speaking
    if turn is not None:
        raise refuse(
            f"{floor.by_id(turn.slip_id).title} has the floor; end that turn first (rule: one speaker at a time)."
        )


def somebody_speaks(floor: Floor) -> Turn:
    """Return the turn under way; raises Refused where there is none."""
    if floor.speaking is None:
        raise refuse("nobody has the floor just now (rule of the turn).")
    return floor.speaking


def can_call(floor: Floor, slip: Slip) -> None:
    """Let pass who waits, is present where that is asked, and has time left by every cap."""
    testimony_open(floor)
    if slip.status not in (SlipStatus.REGISTERED, SlipStatus.CHECKED_IN):
        raise refuse(f"{slip.title} {_DONE[slip.status]}.")
    if slip.held:
        raise refuse(f"{slip.title} is held; restore the slip first (rule of the queue).")
    if floor.rules.call_needs_check_in and slip.status is not SlipStatus.CHECKED_IN:
        raise refuse(f"{slip.title} has not checked in (rule call_needs_check_in).")
    ahead = floor.rules.call_ahead
    if ahead and len(floor.called) >= ahead:
        stand = "1 stands" if len(floor.called) == 1 else f"{len(floor.called)} stand"
        raise refuse(f"{stand} called already (rule call_ahead).")
    _within_caps(floor, slip)
    _may_be_read(floor, slip)
    if floor.rules.members_may_not_speak and slip.slip is not None:
        for other in floor.slips:
            if slip.slip in other.members:
                raise refuse(f"{other.title} speaks for {slip.title} (rule members_may_not_speak).")


def _within_caps(floor: Floor, slip: Slip) -> None:
    """Keep within the total and within what one person may have."""
    left = cap_left(floor, slip)
    if left is not None and left <= 0:
        raise refuse(
            f"the {minutes(floor.rules.total_seconds_cap or 0)} for testimony are used up (rule total_seconds_cap)."
        )
    if budget_left(floor, slip) == 0:
        name = budget_of(floor, slip)
        raise refuse(f"the {minutes(floor.rules.budgets[name])} for {name} are used up (rule budgets).")
    cap = floor.rules.per_person_cap
    mine = {s.id for s in floor.of_person(slip.person)}
    turns = [t for t in floor.turns if t.slip_id in mine and t.started_at]
    if cap.per_meeting is not None and len(turns) >= cap.per_meeting:
        raise refuse(f"{slip.name} has spoken {_times(len(turns))} in this meeting (rule per_person_cap.per_meeting).")
    on_item = [t for t in turns if t.item == slip.item]
    if cap.per_item is not None and len(on_item) >= cap.per_item:
        raise refuse(f"{slip.name} has spoken {_times(len(on_item))} on this item (rule per_person_cap.per_item).")
    used = sum(used_ms(t) for t in turns) // 1000
    if cap.seconds is not None and used >= cap.seconds:
        raise refuse(f"{slip.name} has used {minutes(used)} in this meeting (rule per_person_cap.seconds).")


def _may_be_read(floor: Floor, slip: Slip) -> None:
    """Keep within the number of comments that the clerk reads aloud."""
    if slip.wish is not Wish.READ_BY_CLERK:
        return
    rule = floor.rules.read_aloud
    if rule.mode == "no":
        raise refuse("written comments are not read aloud in this hearing (rule read_aloud).")
    read = [t for t in floor.turns if t.started_at and floor.by_id(t.slip_id).wish is Wish.READ_BY_CLERK]
    if rule.mode == "cap" and rule.per_meeting is not None and len(read) >= rule.per_meeting:
        raise refuse(f"comments have been read {_times(len(read))} in this meeting (rule read_aloud.per_meeting).")
    on_item = [t for t in read if t.item == slip.item]
    if rule.mode == "cap" and rule.per_issue is not None and len(on_item) >= rule.per_issue:
        raise refuse(f"comments have been read {_times(len(on_item))} on this item (rule read_aloud.per_issue).")


def _times(n: int) -> str:
    """Say how often."""
    return {1: "once", 2: "twice"}.get(n, f"{n} times")


def can_start(floor: Floor, slip: Slip) -> None:
    """Let pass who is called while nobody else has the floor, sworn where that is asked."""
    testimony_open(floor)
    if slip.status is not SlipStatus.CALLED:
        words = _DONE.get(slip.status, "has not been called")
        raise refuse(f"{slip.title} {words}; a turn begins with the call (rule of the turn).")
    nobody_speaks(floor)
    if floor.rules.oath_required and not slip.sworn:
        raise refuse(f"{slip.title} has not been sworn (rule oath_required).")


def can_leave(slip: Slip) -> None:
    """Let pass who has not spoken yet and still has a slip that counts."""
    if slip.status in (SlipStatus.SPEAKING, SlipStatus.HEARD):
        raise refuse(f"{slip.title} {_DONE[slip.status]} (rule of the slip).")
    if slip.status not in (
        SlipStatus.REGISTERED,
        SlipStatus.CHECKED_IN,
        SlipStatus.CALLED,
        SlipStatus.CEDED,
        SlipStatus.REGISTRATION_ONLY,
        SlipStatus.CARRIED_OVER,
        SlipStatus.NO_SHOW,
    ):
        raise refuse(f"{slip.title} {_DONE[slip.status]} (rule of the slip).")


def must_be_called(slip: Slip, why: str) -> None:
    """Let pass only who has been called and has not begun."""
    if slip.status is not SlipStatus.CALLED:
        words = _DONE.get(slip.status, "has not been called")
        raise refuse(f"{slip.title} {words}; {why} (rule of the turn).")
