"""Giving time: who may give how much to whom, and when a gift falls (2-domain.md, rule_set and edge cases 4–6)."""

from frhearing.model.live.allotment import base_of
from frhearing.model.live.floor import Cession, Floor, Slip, capital, minutes
from frhearing.model.live.states import WAITING, SlipStatus


def why_not(floor: Floor, donor: Slip, recipient: Slip) -> str:
    """Return the sentence that refuses a gift of time, "" where the rules allow it."""
    ceding = floor.rules.ceding
    if not ceding.allowed:
        return "No time may be ceded in this hearing (rule ceding.allowed)."
    if donor.id == recipient.id:
        return "Nobody can cede time to themselves (rule ceding)."
    return _chains(floor, donor, recipient) or _parties(floor, donor, recipient) or _limits(floor, recipient)


def _parties(floor: Floor, donor: Slip, recipient: Slip) -> str:
    """Check that the one still may give and the other still may take."""
    if recipient.status not in WAITING:
        return f"{capital(recipient.title)} has begun or is done; time is ceded only before (rule ceding)."
    if donor.status is SlipStatus.CEDED:
        return f"{capital(donor.title)} has ceded this time already (rule ceding)."
    if floor.rules.ceding.donor_registered and not donor.queued:
        return f"{capital(donor.title)} does not wait to speak and has no time to cede (rule ceding.donor_registered)."
    if donor.status not in WAITING or donor.status is SlipStatus.CALLED:
        return f"{capital(donor.title)} is called or done and has no time to cede (rule ceding)."
    if floor.rules.ceding.donor_present_when_called and not donor.checked_in_at:
        return (
            f"{capital(donor.title)} is not checked in; donors must be present (rule ceding.donor_present_when_called)."
        )
    return ""


def _chains(floor: Floor, donor: Slip, recipient: Slip) -> str:
    """Refuse what would hand time on, or round in a ring."""
    given = next((c for c in floor.cessions if c.donor_id == recipient.id and c.state == "standing"), None)
    if given is not None and given.recipient_id == donor.id:
        return (
            f"{capital(recipient.title)} cedes to {donor.title} already; two cannot cede to each other (rule ceding)."
        )
    if given is not None:
        return f"{capital(recipient.title)} has ceded the own time; ceded time is not handed on (rule ceding)."
    if floor.standing(donor.id):
        return f"{capital(donor.title)} has been given time; ceded time is not handed on (rule ceding)."
    return ""


def _limits(floor: Floor, recipient: Slip) -> str:
    """Keep within the number of donors and the total."""
    ceding, standing = floor.rules.ceding, floor.standing(recipient.id)
    if ceding.max_donors is not None and len(standing) >= ceding.max_donors:
        return f"{ceding.max_donors} may cede to one speaker, and have (rule ceding.max_donors)."
    if ceding.max_total_seconds is not None:
        has = base_of(floor, recipient).seconds + sum(base_of(floor, floor.by_id(c.donor_id)).seconds for c in standing)
        if has >= ceding.max_total_seconds:
            most = minutes(ceding.max_total_seconds)
            has_it = f"With ceded time a speaker has at most {most}, and {recipient.title} has"
            return f"{has_it} (rule ceding.max_total_seconds)."
    return ""


def why_not_reclaim(floor: Floor, donor: Slip) -> str:
    """Return the sentence that refuses to give ceded time back, "" where it goes back."""
    given = gift_of(floor, donor)
    if given is None:
        return f"{capital(donor.title)} has ceded no time that could be given back (rule ceding)."
    if given.state != "standing":
        taker = capital(floor.by_id(given.recipient_id).title)
        return f"{taker} has begun; ceded time stays ceded (rule ceding.reclaim_until_start)."
    if not floor.rules.ceding.reclaim_until_start:
        return "Ceded time cannot be taken back in this hearing (rule ceding.reclaim_until_start)."
    return ""


def gift_of(floor: Floor, donor: Slip) -> Cession | None:
    """Return the gift a slip has made and that is not void or taken back."""
    return next((c for c in floor.cessions if c.donor_id == donor.id and c.state in ("standing", "used")), None)


def fallen(floor: Floor, recipient: Slip) -> list[tuple[Cession, str]]:
    """Return the gifts that fall at this moment, with the reason, by the donors' presence and number."""
    standing = floor.standing(recipient.id)
    ceding = floor.rules.ceding
    found: list[tuple[Cession, str]] = []
    for gift in standing:
        donor = floor.by_id(gift.donor_id)
        if donor.status is not SlipStatus.CEDED:
            found.append((gift, f"{donor.title} left"))
        elif ceding.donor_present_when_called and not donor.checked_in_at:
            found.append((gift, f"{donor.title} is not present (rule ceding.donor_present_when_called)"))
    left = len(standing) - len(found)
    if 0 < left < ceding.min_donors:
        gone = {gift.id for gift, _ in found}
        why = f"{ceding.min_donors} donors are needed, {left} stand (rule ceding.min_donors)"
        found += [(gift, why) for gift in standing if gift.id not in gone]
    return found
