"""The sitting: called to order, in recess, paused for a time-certain item, closed, adjourned, continued."""

import json
from collections.abc import Mapping
from datetime import date, datetime

from frhearing.desk.live import clockwork, podium, signin
from frhearing.desk.live.room import Live, Step
from frhearing.model.change import Change
from frhearing.model.hearing import HearingStatus
from frhearing.model.live.deadline import clock_text, day_of, latest, moments
from frhearing.model.live.floor import Floor, Sitting, names_in_words
from frhearing.model.live.guards import in_session, nobody_speaks, refuse
from frhearing.model.live.states import IN_LINE, PHASE_WORDS, WAITING, Phase, SlipStatus
from frhearing.model.position import StanceSource
from frhearing.model.times import zone

NO_COMMENTS = "There were no comments by the public."
"""A required line of the record when nobody came (2-domain.md, edge case 26)."""

_MAY_OPEN = (HearingStatus.DRAFT, HearingStatus.SCHEDULED, HearingStatus.POSTPONED, HearingStatus.CONTINUED)


def open_hearing(live: Live) -> Change | None:
    """Call to order and open testimony; on a later date those carried over wait in their old order."""
    floor, hearing = live.floor, live.hearing
    if hearing.status not in _MAY_OPEN:
        raise refuse(f"the hearing cannot be opened: {PHASE_WORDS[floor.phase]} (rule of the sitting).")
    with live.step("open", hearing.title) as step:
        day = step.reading.wall.astimezone(zone(hearing.zone)).date().isoformat()
        row = {"hearing_id": live.hearing_id, "day": day, "called_to_order": step.at, "phase": str(Phase.OPEN)}
        step.session_id = step.act.insert("session", row)
        step.act.update("hearing", live.hearing_id, status=str(HearingStatus.OPEN))
        again = hearing.status is HearingStatus.CONTINUED
        step.event("call_to_order", "The hearing was called to order" + (" again." if again else "."))
        back = [s for s in floor.slips if s.status is SlipStatus.CARRIED_OVER]
        for slip in back:
            step.slip(slip, status=str(SlipStatus.REGISTERED), checked_in_at=None)
        if back:
            step.event("carried_over_back", f"Carried over, in the old order: {names_in_words(back)}.")
        waiting = sum(s.queued for s in floor.slips) + len(back)
        step.event("testimony_opened", f"Public testimony opened. {waiting} waiting to speak.")
    return live.last_change


def _sitting(live: Live) -> Sitting:
    """Return the sitting under way; raises Refused where there is none."""
    in_session(live.floor)
    sitting = live.floor.sitting
    assert sitting is not None, "in session"
    return sitting


def _go(live: Live, step: Step, sitting: Sitting, phase: Phase, **fields: str) -> None:
    """Bring the sitting into a phase, and the hearing's status with it."""
    step.act.update("session", sitting.id, phase=str(phase), phase_before=str(sitting.phase), **fields)
    status = {
        Phase.RECESS: HearingStatus.RECESSED,
        Phase.TESTIMONY_CLOSED: HearingStatus.CLOSED,
        Phase.ADJOURNED: HearingStatus.CLOSED,
    }.get(phase, HearingStatus.OPEN)
    step.act.update("hearing", live.hearing_id, status=str(status))


def _stop_clock(live: Live, step: Step, why: str) -> None:
    """Let a running turn stand still; it keeps the floor."""
    turn = live.floor.speaking
    if turn is not None and (live.runs() or live.runs("question")):
        podium.halt(live, step, turn, why)


def recess(live: Live, until: str = "") -> Change | None:
    """Go into recess, "back at" a time; a running turn is paused and its speaker keeps the floor."""
    clockwork.tick(live)
    sitting = _sitting(live)
    if sitting.phase is Phase.RECESS:
        raise refuse("the hearing is in recess already (rule of the sitting).")
    back = f", back at {_clock(live, until)}" if until else ""
    with live.step("recess", live.hearing.title) as step:
        _stop_clock(live, step, "recess")
        _go(live, step, sitting, Phase.RECESS, until=until)
        step.event("recess", f"Recess{back}".removesuffix(".") + ".", facts={"until": until})
    return live.last_change


def _clock(live: Live, text: str) -> str:
    """Write a given time as the clock on the wall shows it; raises Refused for what is no time."""
    return clock_text(latest(text, day_of(live.floor), live.floor.zone), live.floor.zone)


def reconvene(live: Live) -> Change | None:
    """Come back from recess to where the hearing stood; a paused turn goes on only by hand.

    A hearing that was continued reconvenes on its later date by being called to order again.
    """
    if live.hearing.status is HearingStatus.CONTINUED:
        return open_hearing(live)
    sitting = _sitting(live)
    if sitting.phase is not Phase.RECESS:
        raise refuse(f"the hearing is not in recess: {PHASE_WORDS[sitting.phase]} (rule of the sitting).")
    with live.step("reconvene", live.hearing.title) as step:
        _go(live, step, sitting, sitting.before, until="")
        step.event("reconvene", "The hearing reconvened.")
    return live.last_change


def time_certain(live: Live, item: str) -> Change | None:
    """Pause testimony for an item set for a certain time; the order of the list stays."""
    clockwork.tick(live)
    sitting = _sitting(live)
    if sitting.phase is not Phase.OPEN:
        raise refuse(f"testimony cannot be paused: {PHASE_WORDS[sitting.phase]} (rule of the sitting).")
    with live.step("time certain", item) as step:
        _stop_clock(live, step, "time-certain item")
        _go(live, step, sitting, Phase.TIME_CERTAIN, item=item)
        step.event("item_called", f"Testimony paused for a time-certain item: {item}.", facts={"item": item})
    return live.last_change


def resume_testimony(live: Live) -> Change | None:
    """Take testimony up again after a time-certain item, in the order in which people waited."""
    sitting = _sitting(live)
    if sitting.phase is not Phase.TIME_CERTAIN:
        raise refuse(f"testimony is not paused for an item: {PHASE_WORDS[sitting.phase]} (rule of the sitting).")
    with live.step("testimony resumed", live.hearing.title) as step:
        _go(live, step, sitting, Phase.OPEN, item="")
        waiting = sum(s.queued for s in live.floor.slips)
        step.event("testimony_resumed", f"Public testimony resumed. {waiting} waiting, in the order as before.")
    return live.last_change


def close(live: Live) -> Change | None:
    """Close testimony; who still waits was not reached or is carried over, by the rule ``unreached``."""
    sitting = _sitting(live)
    if sitting.phase not in (Phase.OPEN, Phase.TIME_CERTAIN):
        raise refuse(f"testimony cannot be closed: {PHASE_WORDS[sitting.phase]} (rule of the sitting).")
    nobody_speaks(live.floor)
    with live.step("close", live.hearing.title) as step:
        _unreached(live, step, SlipStatus(live.floor.rules.unreached))
        _positions_of_donors(live, step)
        _go(live, step, sitting, Phase.TESTIMONY_CLOSED, item="")
        step.event("testimony_closed", "Public testimony closed.")
        if nobody_came(live.floor):
            step.event("no_comments", NO_COMMENTS)
    return live.last_change


def nobody_came(floor: Floor) -> bool:
    """Say whether no voice of the public came before the body."""
    came = (SlipStatus.HEARD, SlipStatus.REGISTRATION_ONLY, SlipStatus.DECLINED, SlipStatus.CEDED)
    return not any(s.status in came and s.public for s in floor.slips)


def _unreached(live: Live, step: Step, status: SlipStatus) -> None:
    """Say of everybody in the line that the hearing did not come to them.

    Who came only to answer questions, and was asked none, stays as a registration.
    """
    waiting = [s for s in live.floor.slips if s.status in WAITING]
    left = [s for s in waiting if s.wish in IN_LINE]
    for slip in waiting:
        signin.off_the_podium(live, step, slip)
        step.slip(slip, status=str(status if slip.wish in IN_LINE else SlipStatus.REGISTRATION_ONLY))
        if slip.wish not in IN_LINE:
            signin.put_on_record(live, step, slip, StanceSource.SLIP)
    words = str(status).replace("_", " ")
    if left:
        step.event(str(status), f"{len(left)} {words}: {names_in_words(left)}.", facts={"count": len(left)})


def _positions_of_donors(live: Live, step: Step) -> None:
    """Put the positions of those who ceded their time on record, where the rule keeps their registration."""
    if not live.floor.rules.ceding.donor_keeps_registration:
        return
    for slip in live.floor.slips:
        if slip.status is SlipStatus.CEDED and slip.comment_id is None and slip.stances:
            signin.put_on_record(live, step, slip, StanceSource.SLIP)


def reopen_testimony(live: Live, mover: str, seconder: str, vote: str) -> Change | None:
    """Open closed testimony again; it takes a motion, a second and a vote (2-domain.md, hearing.status)."""
    sitting = _sitting(live)
    if sitting.phase is not Phase.TESTIMONY_CLOSED:
        raise refuse(f"testimony cannot be opened again: {PHASE_WORDS[sitting.phase]} (rule of the sitting).")
    if not (mover.strip() and seconder.strip() and vote.strip()):
        raise refuse("opening testimony again takes a mover, a seconder and a vote (rule of the sitting).")
    with live.step("testimony reopened", live.hearing.title) as step:
        _go(live, step, sitting, Phase.OPEN)
        facts = {"mover": mover, "seconder": seconder, "vote": vote}
        step.event("reopened", f"Testimony reopened: moved by {mover}, seconded by {seconder}, {vote}.", facts=facts)
    return live.last_change


def adjourn(live: Live) -> Change | None:
    """Adjourn; who still waits was not reached or is carried over, by the rule ``unreached``."""
    floor = live.floor
    sitting = floor.sitting
    continued = live.hearing.status is HearingStatus.CONTINUED
    if not (continued and sitting is not None and not sitting.adjourned):
        sitting = _sitting(live)
    nobody_speaks(floor)
    with live.step("adjourn", live.hearing.title) as step:
        if not continued:
            _unreached(live, step, SlipStatus(floor.rules.unreached))
            _positions_of_donors(live, step)
            _go(live, step, sitting, Phase.ADJOURNED, until="", item="")
        step.act.update("session", sitting.id, adjourned=step.at)
        step.event("adjourned", "The hearing adjourned.")
        if not continued and sitting.phase is not Phase.TESTIMONY_CLOSED and nobody_came(floor):
            step.event("no_comments", NO_COMMENTS)
    return live.last_change


def continue_to(live: Live, day: str) -> Change | None:
    """Continue the hearing to another date: who waits or was not reached is carried over; numbering goes on."""
    floor = live.floor
    try:
        when = date.fromisoformat(day)
    except ValueError:
        raise refuse(f"“{day}” is not a date; write it as 2026-02-26.") from None
    if floor.sitting is None or live.hearing.status is HearingStatus.CONTINUED:
        raise refuse("there is no sitting that could be continued (rule of the sitting).")
    if when <= date.fromisoformat(floor.sitting.day):
        raise refuse(f"{day} is not after the day of this sitting (rule of the sitting).")
    nobody_speaks(floor)
    with live.step("continue", day) as step:
        for slip in floor.slips:
            if slip.status in WAITING or slip.status is SlipStatus.NOT_REACHED:
                signin.off_the_podium(live, step, slip)
                step.slip(slip, status=str(SlipStatus.CARRIED_OVER))
        step.act.update("session", floor.sitting.id, phase=str(Phase.ADJOURNED))
        step.act.update("hearing", live.hearing_id, status=str(HearingStatus.CONTINUED))
        step.event("continued", f"The hearing was continued to {day}.", facts={"date": day})
    return live.last_change


def roll(live: Live, members: Mapping[str, str], quorum: int | None = None) -> Change | None:
    """Call the roll: each member present, absent or excused; says whether there is a quorum where it is known."""
    sitting = _sitting(live)
    wrong = [word for word in members.values() if word not in ("present", "absent", "excused")]
    if wrong or not members:
        raise refuse("the roll names members as present, absent or excused.")
    present = sum(word == "present" for word in members.values())
    words = "; ".join(f"{name} {word}" for name, word in members.items())
    enough = "" if quorum is None else (" A quorum is present." if present >= quorum else " There is no quorum.")
    with live.step("roll", live.hearing.title) as step:
        rows = [{"name": name, "status": word} for name, word in members.items()]
        step.act.update("session", sitting.id, roll=json.dumps(rows, ensure_ascii=False))
        if not live.hearing.attendance:
            lines = [f"{name}: {word}" for name, word in members.items()]
            step.act.update("hearing", live.hearing_id, attendance="\n".join(lines))
        facts = {"members": rows, "present": present, "quorum": quorum}
        step.event("roll", f"Roll: {words}.{enough}", facts=facts)
    return live.last_change


def clock_check(live: Live, reference: str, offset_seconds: float | None, by: str) -> Change | None:
    """Compare this computer with the hall clock; cut-offs are read from the hall clock afterwards.

    ``reference`` names the clock or is the time it shows; ``offset_seconds`` is how far this computer is ahead.
    """
    reading = live.clock.read()
    offset = offset_seconds if offset_seconds is not None else _ahead(live, reference, reading.wall)
    with live.step("clock check", reference, reading) as step:
        word = "ahead of" if offset > 0 else "behind"
        text = (
            f"This computer is {abs(offset):g} s {word} {reference}."
            if offset
            else f"This computer and {reference} agree."
        )
        step.event("clock_check", f"{text} Checked by {by}.", by=by, facts={"reference": reference, "offset": offset})
    return live.last_change


def _ahead(live: Live, reference: str, wall: datetime) -> float:
    """Return by how many seconds this computer is ahead of the time another clock shows."""
    day = wall.astimezone(zone(live.floor.zone)).date().isoformat()
    shown = moments(reference, day, live.floor.zone)
    return min(((wall - at).total_seconds() for at in shown), key=abs)
