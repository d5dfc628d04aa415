"""The queue: who is called, who does not answer or declines, who is held or moved. It never touches a running clock."""

from frhearing.desk.live import ledger, signin
from frhearing.desk.live.room import Live
from frhearing.model.change import Change
from frhearing.model.live.allotment import base_of, preview, total
from frhearing.model.live.floor import Slip, capital, minutes
from frhearing.model.live.guards import can_call, known, must_be_called, refuse
from frhearing.model.live.ordering import next_slip
from frhearing.model.live.states import SlipStatus
from frhearing.model.position import StanceSource


def call(live: Live, number: int | None = None) -> Change | None:
    """Call a slip, or the one the rules have next; gifts of time whose conditions are not met fall now."""
    floor = live.floor
    slip = known(floor, number) if number is not None else next_slip(floor)
    if slip is None:
        raise refuse("nobody waits to be called (rule of the queue).")
    return call_slip(live, slip)


def call_slip(live: Live, slip: Slip) -> Change | None:
    """Call somebody, also one the chair called on without a slip."""
    floor = live.floor
    can_call(floor, slip)
    with live.step("call", slip.title) as step:
        ledger.drop_fallen(floor, step, slip)
        base = base_of(floor, slip)
        row = {"appearance_id": slip.id, "base_seconds": base.seconds, "base_words": base.words, "rule": base.rule}
        step.act.insert("turn", {**row, "item": slip.item})
        step.slip(slip, status=str(SlipStatus.CALLED), called_at=step.at)
        has = minutes(total(preview(floor, slip)))
        step.event("called", f"{capital(slip.title)} called, {has}.", slip=slip)
    return live.last_change


def no_show(live: Live, number: int | None = None) -> Change | None:
    """Note that the one called did not answer; each call keeps its time, and restoring puts the slip at the end."""
    slip = _called(live, number)
    with live.step("no-show", slip.title) as step:
        signin.off_the_podium(live, step, slip)
        ledger.drop_gifts(live.floor, step, slip, f"{slip.title} did not answer")
        step.slip(slip, status=str(SlipStatus.NO_SHOW))
        step.event("called_no_answer", f"{capital(slip.title)} was called and did not answer.", slip=slip)
    return live.last_change


def decline(live: Live, number: int | None = None, count_position: bool = True) -> Change | None:
    """Note that the one called does not want to speak; the position stays as a registration if it is to be counted."""
    slip = _called(live, number)
    with live.step("decline", slip.title) as step:
        signin.off_the_podium(live, step, slip)
        ledger.drop_gifts(live.floor, step, slip, f"{slip.title} declined")
        step.slip(slip, status=str(SlipStatus.DECLINED))
        counts = count_position and bool(slip.stances) and slip.public
        if counts:
            signin.put_on_record(live, step, slip, StanceSource.SLIP)
        kept = "; the position is on record" if counts else ""
        step.event("declined", f"{capital(slip.title)} declined to speak when called{kept}.", slip=slip)
    return live.last_change


def uncall(live: Live, number: int | None = None) -> Change | None:
    """Put somebody who was called by mistake back where the slip stood."""
    slip = _called(live, number)
    with live.step("call taken back", slip.title) as step:
        signin.off_the_podium(live, step, slip)
        back = SlipStatus.CHECKED_IN if slip.checked_in_at else SlipStatus.REGISTERED
        step.slip(slip, status=str(back))
        step.event("call_taken_back", f"The call of {slip.title} was taken back.", slip=slip)
    return live.last_change


def _called(live: Live, number: int | None) -> Slip:
    """Return the slip meant among those called; raises Refused where none is."""
    floor = live.floor
    if number is None:
        if not floor.called:
            raise refuse("nobody has been called (rule of the turn).")
        return floor.called[0]
    slip = known(floor, number)
    must_be_called(slip, "only who is called can do this")
    return slip


def hold(live: Live, number: int) -> Change | None:
    """Leave a slip out of the order until it is restored."""
    slip = known(live.floor, number)
    if not slip.queued or slip.held:
        raise refuse(f"{slip.title} does not wait in the list (rule of the queue).")
    with live.step("hold", slip.title) as step:
        step.slip(slip, held=1)
        step.event("held", f"{capital(slip.title)} is held back.", slip=slip)
    return live.last_change


def move(live: Live, number: int, before: int | None = None) -> Change | None:
    """Move a waiting slip before another, or to the end; the chair's order stands in the log."""
    floor = live.floor
    slip = known(floor, number)
    goal = known(floor, before) if before is not None else None
    if not slip.queued or (goal is not None and not goal.queued) or goal is slip:
        raise refuse("only those who wait can be moved, and before another who waits (rule of the queue).")
    line = sorted((s for s in floor.slips if s.id != slip.id), key=lambda s: (s.place, s.id))
    at = next((i for i, s in enumerate(line) if goal is not None and s.id == goal.id), len(line))
    line.insert(at, slip)
    with live.step("move", slip.title) as step:
        for place, one in enumerate(line, 1):
            if one.place != place:
                step.slip(one, place=place)
        where = f"before {goal.title}" if goal is not None else "to the end"
        step.event("moved", f"{capital(slip.title)} moved {where}.", slip=slip)
    return live.last_change
