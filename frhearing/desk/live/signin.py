"""What becomes of slips before and after their turn: put right, checked in, withdrawn, set aside, restored."""

import json

from frhearing.desk.live import ledger
from frhearing.desk.live.room import Live, Step
from frhearing.model.change import Change
from frhearing.model.comment import Channel, CommentStatus, NewComment
from frhearing.model.live.floor import Slip, capital
from frhearing.model.live.guards import can_leave, known, refuse
from frhearing.model.live.signing import person_key
from frhearing.model.live.states import (
    QUEUED,
    RESTORABLE,
    SPEAKS,
    Mode,
    Phase,
    SlipStatus,
)
from frhearing.model.position import StanceSource
from frhearing.model.record import well_formed
from frhearing.model.times import to_utc_text
from frhearing.store import live as stored
from frhearing.store.recording import insert_comment


def put_on_record(live: Live, step: Step, slip: Slip, source: StanceSource) -> tuple[int, int]:
    """Make the comment behind a slip, with the next number on the record; its text is empty so far."""
    comment_id, number = insert_comment(
        step.act,
        live.hearing_id,
        NewComment(
            text="",
            name=slip.name,
            organization=slip.organization,
            group_id=slip.group_id,
            channel=Channel.REMOTE if slip.mode is Mode.REMOTE else Channel.IN_PERSON,
            received_at=to_utc_text(step.reading.wall),
            capacity=slip.capacity,
            stances=slip.stances,
            source=source,
        ),
        at=step.at,
    )
    if slip.access != "public":
        step.act.update("comment", comment_id, status=str(CommentStatus.RESTRICTED), status_reason=slip.access)
    step.slip(slip, comment_id=comment_id)
    return comment_id, number


def correct_name(live: Live, number: int, names: tuple[str, ...]) -> Change | None:
    """Put a name right, as it was said aloud; the slip, the queue and the comment follow, what was received stays."""
    slip = known(live.floor, number)
    clean = tuple(well_formed(name).strip() for name in names)
    if not clean or not all(clean):
        raise refuse("a slip needs a name (rule of the slip).")
    name = " and ".join(clean) if len(clean) < 3 else ", ".join(clean)
    with live.step("correct name", f"slip {number}") as step:
        step.slip(slip, name=name, names=json.dumps(clean, ensure_ascii=False), person_key=person_key(clean))
        if slip.comment_id is not None:
            step.act.update("comment", slip.comment_id, name=name)
        step.event("name_corrected", f"Slip {number}: “{slip.name}” corrected to “{name}”.", slip=slip)
    return live.last_change


def check_in(live: Live, number: int) -> Change | None:
    """Note that somebody is here: in the room or on the line."""
    slip = known(live.floor, number)
    if slip.status not in QUEUED and slip.status is not SlipStatus.CEDED:
        raise refuse(f"{slip.title} does not wait; only those who wait check in (rule of the slip).")
    with live.step("check in", f"slip {number}") as step:
        status = SlipStatus.CHECKED_IN if slip.status is SlipStatus.REGISTERED else slip.status
        step.slip(slip, checked_in_at=step.at, status=str(status))
        step.event("checked_in", f"{capital(slip.title)} checked in.", slip=slip)
    return live.last_change


def withdraw(live: Live, number: int, reason: str = "") -> Change | None:
    """Take a slip back before its turn; a gift of time falls. Of one heard the testimony leaves the tally.

    The words spoken stay in the log, and the comment is listed as withdrawn (2-domain.md, edge case 25).
    """
    slip = known(live.floor, number)
    words = f" {reason}" if reason else ""
    if slip.status is SlipStatus.HEARD and slip.comment_id is not None:
        with live.step("testimony withdrawn", f"slip {number}") as step:
            why = reason or "withdrawn at the speaker's request"
            step.act.update("comment", slip.comment_id, status=str(CommentStatus.WITHDRAWN), status_reason=why)
            step.event(
                "testimony_withdrawn",
                f"Testimony of {slip.title} withdrawn at the speaker's request.{words}",
                slip=slip,
            )
        return live.last_change
    can_leave(slip)
    with live.step("withdraw", f"slip {number}") as step:
        ledger.drop_gifts(live.floor, step, slip, f"{slip.title} withdrew")
        off_the_podium(live, step, slip)
        if slip.comment_id is not None:
            why = reason or "withdrawn at the person's request"
            step.act.update("comment", slip.comment_id, status=str(CommentStatus.WITHDRAWN), status_reason=why)
        step.slip(slip, status=str(SlipStatus.WITHDRAWN), reason=reason, checked_in_at=None)
        step.event("withdrawn", f"{capital(slip.title)} withdrew.{words}", slip=slip)
    return live.last_change


def set_aside(live: Live, number: int, status: SlipStatus, reason: str, same_as: int | None = None) -> Change | None:
    """Mark a slip as a duplicate of another, as not eligible, as refused, or as the clerk's own error."""
    floor = live.floor
    slip = known(floor, number)
    other = known(floor, same_as) if same_as is not None else None
    if status is SlipStatus.DUPLICATE and (other is None or other.id == slip.id):
        raise refuse("say which other slip this one is a duplicate of (rule of the slip).")
    if status is not SlipStatus.DUPLICATE and not reason.strip():
        raise refuse("give the reason: it is printed where the slip is listed (rule of the slip).")
    can_leave(slip)
    with live.step(str(status), f"slip {number}") as step:
        ledger.drop_gifts(floor, step, slip, f"{slip.title} was set aside")
        off_the_podium(live, step, slip)
        if slip.comment_id is not None:
            off = reason or f"duplicate of slip {same_as}"
            step.act.update("comment", slip.comment_id, status=str(CommentStatus.DUPLICATE), status_reason=off)
        step.slip(slip, status=str(status), reason=reason, duplicate_of=other.id if other else None)
        of = f" of {other.title}" if other else f": {reason}"
        step.event(str(status), f"{capital(slip.title)} marked {str(status).replace('_', ' ')}{of}.", slip=slip)
    return live.last_change


def restore(live: Live, number: int, by: str = "") -> Change | None:
    """Bring somebody back to the end of the list: found after no answer, let in late, or asking again.

    A held slip is let go to its own place.
    """
    slip = known(live.floor, number)
    if slip.held:
        with live.step("restore", f"slip {number}") as step:
            step.slip(slip, held=0)
            step.event("restored", f"{capital(slip.title)} is back in the list.", slip=slip)
        return live.last_change
    if slip.status not in RESTORABLE or slip.wish not in SPEAKS:
        raise refuse(f"{slip.title} cannot come back to the list from where it is (rule of the slip).")
    if live.floor.phase in (Phase.TESTIMONY_CLOSED, Phase.ADJOURNED) and not by:
        raise refuse("testimony is closed; coming back needs the chair's leave (rule of the sitting).")
    with live.step("restore", f"slip {number}") as step:
        if slip.comment_id is not None:
            step.act.void("comment", slip.comment_id, "back in the list; it is made anew when heard")
        place = stored.next_place(live.desk.store, live.hearing_id)
        step.slip(slip, status=str(SlipStatus.REGISTERED), place=place, reason="", comment_id=None)
        leave = f" by leave of {by}" if by else ""
        step.event("restored", f"{capital(slip.title)} is back at the end of the list{leave}.", slip=slip, by=by)
    return live.last_change


def off_the_podium(live: Live, step: Step, slip: Slip) -> None:
    """Take back the turn of somebody who was called and never began."""
    turn = live.floor.turn_of(slip.id)
    if turn is not None and not turn.started_at:
        step.act.void("turn", turn.id, "never began")
