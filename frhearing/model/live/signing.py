"""What is asked at sign-in, and what the rules make of it: waiting, refused, not eligible, or only registered."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from frhearing.model.live.allotment import signed_up
from frhearing.model.live.deadline import clock_text, hall_time, too_early, too_late
from frhearing.model.live.floor import Floor, capital
from frhearing.model.live.guards import refuse
from frhearing.model.live.states import (
    CLASSES,
    IN_LINE,
    INVITED_CLASSES,
    RESIDENCIES,
    SPEAKS,
    Mode,
    Phase,
    SlipStatus,
    Wish,
)
from frhearing.model.position import Stance

MOST_SLIPS = 999_999
"""The highest number that a slip may bear."""


@dataclass(frozen=True, slots=True)
class NewSlip:
    """A slip as it is handed in. ``slip`` is its printed number, None to take the next one.

    ``leave`` says who let it in where a rule would refuse it; ``other_person`` that a known name is somebody else.
    """

    names: tuple[str, ...]
    slip: int | None = None
    read_by: str = ""
    stances: Mapping[int, Stance] = field(default_factory=dict)
    group: str = ""
    organization: str = ""
    capacity: str = ""
    wish: Wish = Wish.SPEAK
    mode: Mode = Mode.IN_PERSON
    interpreter: str = ""
    simultaneous: bool = False
    speaker_class: str = "individual"
    residency: str = "not_stated"
    panel: str = ""
    item: str = ""
    early_leave: str = ""
    accommodation: str = ""
    members: tuple[int, ...] = ()
    access: str = "public"
    handed_in_at: str = ""
    leave: str = ""
    other_person: bool = False


@dataclass(frozen=True, slots=True)
class Signed:
    """What became of a slip: its status, the sentence of the rule that refused it, and what the clerk should see."""

    status: SlipStatus
    reason: str = ""
    notices: tuple[str, ...] = ()


def person_key(names: tuple[str, ...], slip: int | None = None) -> str:
    """Return what tells one person from another: the name as written, and the slip where it is somebody else."""
    key = " & ".join(" ".join(name.casefold().split()) for name in names)
    return key if slip is None else f"{key} #{slip}"


def sign(floor: Floor, new: NewSlip, at: datetime) -> Signed:
    """Say what becomes of a slip handed in at an instant; raises Refused where nothing can be recorded at all."""
    _complete(floor, new)
    _at_its_time(floor, new, at)
    notices = tuple(notice(floor, new))
    if new.wish in SPEAKS:
        refused = _late(floor, new, at) or (_full(floor, new) if new.wish in IN_LINE else "")
        if refused:
            return Signed(SlipStatus.LATE_REFUSED, refused, notices)
    ineligible = _ineligible(floor, new)
    if ineligible:
        return Signed(SlipStatus.INELIGIBLE, ineligible, notices)
    waits = new.wish in SPEAKS
    return Signed(SlipStatus.REGISTERED if waits else SlipStatus.REGISTRATION_ONLY, "", notices)


def _complete(floor: Floor, new: NewSlip) -> None:
    """Check that the slip can be written down."""
    if not new.names or not all(name.strip() for name in new.names):
        raise refuse("a slip needs a name; “Speaker 17” will do for somebody who gives none (rule of the slip).")
    if new.slip is not None and not 1 <= new.slip <= MOST_SLIPS:
        raise refuse(f"slips are numbered from 1 to {MOST_SLIPS:,} (rule of the slip).")
    taken = floor.slip(new.slip) if new.slip is not None else None
    if taken is not None:
        raise refuse(f"{taken.title} is in use; slip numbers are never used twice (rule of the slip).")
    if new.speaker_class not in CLASSES:
        raise refuse(f"“{new.speaker_class}” is no class of speakers; there are {', '.join(CLASSES)}.")
    if new.residency not in RESIDENCIES:
        raise refuse(f"“{new.residency}” is no residency; there are {', '.join(RESIDENCIES)}.")


def _at_its_time(floor: Floor, new: NewSlip, at: datetime) -> None:
    """Check that slips are taken at all just now."""
    if floor.phase is Phase.ADJOURNED:
        raise refuse("no slips are taken: the hearing is adjourned (rule of the sitting).")
    if floor.phase is Phase.TESTIMONY_CLOSED and new.wish in SPEAKS and not new.leave:
        raise refuse("testimony is closed; a new speaker needs the chair's leave (rule of the sitting).")
    if too_early(floor, at) and not new.leave:
        raise refuse(f"registration opens at {floor.rules.register_from} (rule register_from).")


def _late(floor: Floor, new: NewSlip, at: datetime) -> str:
    """Return why a late card is refused, "" where it is in time or let in."""
    if new.leave or floor.rules.late_card == "end_of_list" or not too_late(floor, at):
        return ""
    came = f"handed in at {clock_text(hall_time(floor, at), floor.zone)} by the hall clock"
    until = f"sign-up closed at {floor.rules.register_until} (rule register_until)"
    if floor.rules.late_card == "chair":
        return f"Late card, {came}; {until}. The chair decides (rule late_card)."
    return f"Late card, {came}; {until}. Late cards are refused (rule late_card)."


def _full(floor: Floor, new: NewSlip) -> str:
    """Return why nobody more is taken, "" while there is room."""
    most = floor.rules.max_speakers
    if most is None or new.leave or signed_up(floor) < most or _outside(new):
        return ""
    return f"{most} have signed up and no more are taken (rule max_speakers)."


def _outside(new: NewSlip) -> bool:
    """Say whether somebody is called on by the chair and not a speaker of the public."""
    return new.slip is None and new.speaker_class in INVITED_CLASSES


def _ineligible(floor: Floor, new: NewSlip) -> str:
    """Return why somebody may not speak at all, "" where they may."""
    if floor.rules.residency == "residents_only" and new.residency == "non_resident" and not new.leave:
        return "Only residents may speak (rule residency)."
    least = floor.rules.group_min_members
    if new.speaker_class == "group_representative" and len(new.members) < least and not new.leave:
        did = f"{len(new.members)} did (rule group_min_members)"
        return f"Speaking for a group takes {least} who registered for it, {did}."
    return ""


def notice(floor: Floor, new: NewSlip) -> list[str]:
    """Return what the clerk should see: the same name on another slip is noticed, never merged by itself."""
    seen = []
    for slip in floor.slips:
        if slip.status in (SlipStatus.DUPLICATE, SlipStatus.VOIDED) or new.other_person:
            continue
        if {n.casefold() for n in slip.names} & {n.casefold() for n in new.names}:
            where = "in another capacity" if slip.capacity != new.capacity else "with the same name"
            seen.append(f"{capital(slip.title)} is on the list {where}. Same person? Nothing was merged.")
    return seen
