"""The sign-in table: slips are taken, one by one or a whole list at once, and told what the rules make of them."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from frhearing.desk.live import signin
from frhearing.desk.live.room import Live, Step
from frhearing.model.change import Change
from frhearing.model.errors import Refused
from frhearing.model.hearing import Hearing
from frhearing.model.live.deadline import day_of, latest
from frhearing.model.live.floor import Floor, Slip, capital
from frhearing.model.live.guards import refuse
from frhearing.model.live.signing import NewSlip, Signed, person_key, sign
from frhearing.model.live.states import SlipStatus
from frhearing.model.position import StanceSource
from frhearing.model.record import well_formed
from frhearing.model.times import to_utc_text
from frhearing.store import hearings as stored_hearings
from frhearing.store import live as stored

_WORDS = {
    SlipStatus.REGISTERED: "signed in to speak",
    SlipStatus.REGISTRATION_ONLY: "registered a position without speaking",
    SlipStatus.LATE_REFUSED: "was refused",
    SlipStatus.INELIGIBLE: "is not eligible to speak",
}


@dataclass(frozen=True, slots=True)
class Registered:
    """What a sign-in led to: the slip's number and row, its status, the rule in words, what to look at."""

    slip: int | None
    slip_id: int
    signed: Signed
    change: Change | None


@dataclass(slots=True)
class _Table:
    """What the table knows while slips are taken: the floor with those taken already, the place of the next slip."""

    live: Live
    hearing: Hearing
    floor: Floor
    now: datetime
    place: int
    groups: dict[str, int]
    group_place: int


def _table(live: Live, now: datetime) -> _Table:
    groups = {g.name.casefold(): g.id for g in stored_hearings.groups(live.desk.store)}
    place = stored.next_place(live.desk.store, live.hearing_id)
    group_place = stored_hearings.next_place(live.desk.store, "stakeholder_group")
    return _Table(live, live.hearing, live.floor, now, place, groups, group_place)


def register(live: Live, new: NewSlip) -> Registered:
    """Take a slip. A late or ineligible one is recorded as such, with the rule; raises Refused where none can be."""
    reading = live.clock.read()
    table = _table(live, reading.wall)
    signed, at = _signed(table, new)
    number = _number(table.floor, new)
    subject = f"slip {number}" if number is not None else _names(new)[0]
    with live.step("register", subject, reading) as step:
        made = _write(table, step, new, signed, at)
    return Registered(made.slip, made.id, signed, live.last_change)


def register_all(live: Live, slips: Sequence[NewSlip], source: str) -> tuple[list[Registered | Refused], Change | None]:
    """Take a list of slips as one step; one that cannot be recorded is answered by its refusal and left out."""
    reading = live.clock.read()
    table = _table(live, reading.wall)
    answers: list[Registered | Refused] = []
    with live.step("sign-ups", source, reading) as step:
        for new in slips:
            try:
                signed, at = _signed(table, new)
            except Refused as refusal:
                answers.append(refusal)
                continue
            made = _write(table, step, new, signed, at)
            answers.append(Registered(made.slip, made.id, signed, None))
            table.floor = replace(table.floor, slips=(*table.floor.slips, made))
            table.place += 1
    return answers, live.last_change if any(isinstance(one, Registered) for one in answers) else None


def _signed(table: _Table, new: NewSlip) -> tuple[Signed, datetime]:
    """Say what the rules make of a slip, and when it was handed in; raises Refused where nothing can be recorded."""
    floor = table.floor
    at = _handed_in(floor, new.handed_in_at) if new.handed_in_at else table.now
    signed = sign(floor, new, at)
    unknown = [str(n) for n in new.stances if table.hearing.question(n) is None]
    if unknown:
        raise refuse(f"this hearing has no question {', '.join(unknown)}.")
    return signed, at


def _handed_in(floor: Floor, text: str) -> datetime:
    """Return this computer's instant of a time that was read from the hall clock and written on the card."""
    return latest(text, day_of(floor), floor.zone) + timedelta(seconds=floor.offset_seconds)


def next_number(live: Live) -> int:
    """Return the slip number after the highest one."""
    return _after_highest(live.floor)


def _after_highest(floor: Floor) -> int:
    return max((s.slip for s in floor.slips if s.slip is not None), default=0) + 1


def _number(floor: Floor, new: NewSlip) -> int | None:
    """Return the number of a new slip; somebody the chair calls on without one has none."""
    outside = new.slip is None and new.speaker_class != "individual"
    return new.slip if new.slip is not None or outside else _after_highest(floor)


def _names(new: NewSlip) -> tuple[str, ...]:
    return tuple(well_formed(name).strip() for name in new.names)


def _write(table: _Table, step: Step, new: NewSlip, signed: Signed, at: datetime) -> Slip:
    """Write one slip with its event, and its position where it does not ask to speak; returns it as it stands."""
    made = _made(table, step, new, signed, to_utc_text(at))
    text = f"{capital(made.title)} {_WORDS[signed.status]}."
    text += f" {signed.reason}" if signed.reason else ""
    text += f" By leave of {new.leave}." if new.leave else ""
    made = replace(made, id=step.act.insert("appearance", {"hearing_id": step.hearing_id, **_row(made)}))
    step.event("registered", text, slip=made, by=new.leave, access=new.access)
    if signed.status is SlipStatus.REGISTRATION_ONLY:
        signin.put_on_record(table.live, step, made, StanceSource.SLIP)
    return made


def _made(table: _Table, step: Step, new: NewSlip, signed: Signed, at: str) -> Slip:
    """Return a slip as it was handed in; a group that is new to the office is made."""
    names, number = _names(new), _number(table.floor, new)
    if new.group and new.group.casefold() not in table.groups:
        row = {"name": new.group, "place": table.group_place}
        table.groups[new.group.casefold()] = step.act.insert("stakeholder_group", row)
        table.group_place += 1
    return Slip(
        0,
        number,
        names,
        signed.status,
        new.wish,
        new.mode,
        table.place,
        organization=new.organization,
        group_id=table.groups.get(new.group.casefold()) if new.group else None,
        capacity=new.capacity,
        stances=new.stances,
        read_by=new.read_by,
        interpreter=new.interpreter,
        simultaneous=new.simultaneous,
        speaker_class=new.speaker_class,
        residency=new.residency,
        panel=new.panel,
        item=new.item,
        early_leave=new.early_leave,
        accommodation=new.accommodation,
        members=new.members,
        person=person_key(names, number if new.other_person else None),
        access=new.access,
        registered_at=at,
        reason=signed.reason,
    )


def _row(slip: Slip) -> dict[str, object]:
    """Return the row of a slip that was just handed in."""
    return {
        "slip": slip.slip,
        "name": slip.name,
        "names": json.dumps(slip.names, ensure_ascii=False),
        "read_by": slip.read_by,
        "organization": slip.organization,
        "group_id": slip.group_id,
        "capacity": slip.capacity,
        "stances": json.dumps({str(n): str(s) for n, s in slip.stances.items()}),
        "wish": str(slip.wish),
        "mode": str(slip.mode),
        "interpreter": slip.interpreter,
        "simultaneous": int(slip.simultaneous),
        "speaker_class": slip.speaker_class,
        "residency": slip.residency,
        "panel": slip.panel,
        "item": slip.item,
        "early_leave": slip.early_leave,
        "accommodation": slip.accommodation,
        "members": json.dumps(slip.members),
        "access": slip.access,
        "person_key": slip.person,
        "status": str(slip.status),
        "reason": slip.reason,
        "place": slip.place,
        "registered_at": slip.registered_at,
    }
