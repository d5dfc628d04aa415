"""The ledger of ceded time, grants of every kind, and rules changed while the hearing runs."""

from frhearing.desk.live.room import Live, Step
from frhearing.model.change import Change
from frhearing.model.live.allotment import base_of, interpreter_seconds
from frhearing.model.live.ceding import fallen, gift_of, why_not, why_not_reclaim
from frhearing.model.live.floor import Floor, Slip, Turn, capital, minutes
from frhearing.model.live.guards import known, refuse, somebody_speaks
from frhearing.model.live.states import GRANT_WORDS, GrantKind, SlipStatus
from frhearing.model.rules import RuleSet, flat, with_rule

BODY_VOTE = frozenset({"body", "body vote", "body_vote", "vote", "vote of the body"})
"""How a change of rules says that the body voted for it."""


def cede(live: Live, giver: int, taker: int) -> Change | None:
    """Give the time of one who waits to another; raises Refused with the condition that is not met."""
    floor = live.floor
    donor, recipient = known(floor, giver), known(floor, taker)
    why = why_not(floor, donor, recipient)
    if why:
        raise refuse(why)
    with live.step("cede", f"slip {giver} to slip {taker}") as step:
        row = {"hearing_id": live.hearing_id, "donor_id": donor.id, "recipient_id": recipient.id}
        step.act.insert("ceded_time", row)
        step.slip(donor, status=str(SlipStatus.CEDED))
        seconds = minutes(base_of(floor, donor).seconds)
        step.event("ceded", f"{capital(donor.title)} ceded {seconds} to {recipient.title}.", slip=donor)
    return live.last_change


def reclaim(live: Live, giver: int) -> Change | None:
    """Give ceded time back to its donor, who waits again in the old place; only until the other begins."""
    floor = live.floor
    donor = known(floor, giver)
    why = why_not_reclaim(floor, donor)
    gift = gift_of(floor, donor)
    if why or gift is None:
        raise refuse(why)
    with live.step("reclaim", f"slip {giver}") as step:
        step.act.update("ceded_time", gift.id, state="reclaimed")
        back = SlipStatus.CHECKED_IN if donor.checked_in_at else SlipStatus.REGISTERED
        step.slip(donor, status=str(back))
        recipient = floor.by_id(gift.recipient_id)
        step.event("reclaimed", f"{capital(donor.title)} took the time ceded to {recipient.title} back.", slip=donor)
    return live.last_change


def drop_gifts(floor: Floor, step: Step, slip: Slip, why: str) -> None:
    """Let the gifts of and to somebody who leaves fall; donors of time wait again, recipients are told."""
    for gift in floor.cessions:
        if gift.state != "standing" or slip.id not in (gift.donor_id, gift.recipient_id):
            continue
        step.act.update("ceded_time", gift.id, state="void", reason=why)
        donor, recipient = floor.by_id(gift.donor_id), floor.by_id(gift.recipient_id)
        if gift.recipient_id == slip.id and donor.status is SlipStatus.CEDED:
            back = SlipStatus.CHECKED_IN if donor.checked_in_at else SlipStatus.REGISTERED
            step.slip(donor, status=str(back))
        text = f"The time ceded by {donor.title} to {recipient.title} falls: {why}."
        step.event("ceded_void", text, slip=recipient, facts={"tell": recipient.slip})


def drop_fallen(floor: Floor, step: Step, recipient: Slip) -> set[int]:
    """Let the gifts fall whose conditions are not met at the call or the start; returns their ids."""
    gone = fallen(floor, recipient)
    for gift, why in gone:
        step.act.update("ceded_time", gift.id, state="void", reason=why)
        donor = floor.by_id(gift.donor_id)
        text = f"The time ceded by {donor.title} to {recipient.title} falls: {why}."
        step.event("ceded_void", text, slip=recipient, facts={"tell": recipient.slip})
    return {gift.id for gift, _ in gone}


DAY = 24 * 60 * 60
"""The longest grant in seconds; more is a slip of the finger."""


def grant(live: Live, seconds: int, kind: GrantKind, by: str = "chair", slip: int | None = None) -> Change | None:
    """Add seconds to the turn under way or called, or take them off (``chair_reduction``)."""
    who, turn = _turn_meant(live, slip)
    if kind is GrantKind.CEDED_FROM:
        raise refuse("ceded time comes from a donor's slip: use cede (rule ceding).")
    if seconds == 0:
        raise refuse("a grant of no seconds changes nothing (rule of grants).")
    signed = -abs(seconds) if kind is GrantKind.CHAIR_REDUCTION else seconds
    if signed < 0 and kind is not GrantKind.CHAIR_REDUCTION:
        raise refuse("only the chair takes time off, as chair_reduction (rule of grants).")
    if signed > DAY:
        raise refuse("a grant is no longer than a day (rule of grants).")
    if turn.allotted_seconds + signed < 0:
        raise refuse(f"{who.title} has only {minutes(turn.allotted_seconds)} (rule of grants).")
    with live.step("grant", who.title) as step:
        write_grant(step, turn.id, signed, kind, by)
        total = minutes(turn.allotted_seconds + signed)
        sign = "−" if signed < 0 else "+"
        text = f"{sign}{minutes(abs(signed))} {GRANT_WORDS[kind]} for {who.title} by {by}; now {total}."
        step.event("grant", text, slip=who, turn=turn, by=by, facts={"seconds": signed, "kind": str(kind)})
    return live.last_change


def _turn_meant(live: Live, slip: int | None) -> tuple[Slip, Turn]:
    """Return the turn a grant is for: of a slip, else the one under way, else the one called first."""
    floor = live.floor
    if slip is not None:
        who = known(floor, slip)
    elif floor.speaking is not None:
        who = floor.by_id(floor.speaking.slip_id)
    elif floor.called:
        who = floor.called[0]
    else:
        raise refuse("nobody has the floor or is called (rule of grants).")
    turn = floor.turn_of(who.id)
    if turn is None or turn.ended_at:
        raise refuse(f"{who.title} is not called and does not speak; time is granted to a turn (rule of grants).")
    return who, turn


def write_grant(step: Step, turn_id: int, seconds: int, kind: GrantKind, by: str, from_id: int | None = None) -> None:
    """Write one grant of a turn."""
    row = {"turn_id": turn_id, "seconds": seconds, "kind": str(kind), "by": by, "at": step.at}
    step.act.insert("time_grant", {**row, "from_appearance": from_id})


def interpreter_joins(live: Live, language: str, simultaneous: bool = False) -> Change | None:
    """Note an interpreter who joins after the turn began; the factor applies to the base as if from the start."""
    turn = somebody_speaks(live.floor)
    slip = live.floor.by_id(turn.slip_id)
    if any(g.kind is GrantKind.INTERPRETER for g in turn.grants):
        raise refuse(f"{slip.title} has the interpreter's time already (rule interpreter_factor).")
    with live.step("interpreter", slip.title) as step:
        step.slip(slip, interpreter=language, simultaneous=int(simultaneous))
        told = Slip(slip.id, slip.slip, slip.names, slip.status, interpreter=language, simultaneous=simultaneous)
        extra = interpreter_seconds(live.floor.rules, told, turn.base_seconds)
        if extra:
            write_grant(step, turn.id, extra, GrantKind.INTERPRETER, language)
        more = f" +{minutes(extra)}" if extra else ""
        step.event("interpreter_change", f"Interpreter for {language} joined {slip.title}.{more}", slip=slip, turn=turn)
    return live.last_change


def change_rule(live: Live, rule: str, value: object, by: str) -> Change | None:
    """Change a rule in the middle of the list: turns that began keep theirs, everybody after has the new one."""
    return change_rules(live, with_rule(live.floor.rules, rule, value), by, asked=rule)


def change_rules(live: Live, rules: RuleSet, by: str, *, asked: str = "") -> Change | None:
    """Take other rules while the hearing is held: each rule that differs is a line of the log, with who ordered it.

    ``asked`` names the one rule that was to be changed; it is logged also where it stood so already.
    """
    before = live.floor.rules
    if not by.strip():
        raise refuse("say who ordered the change: it goes into the log (rule of the record).")
    shorter = rules.default_seconds < before.default_seconds or rules.reduce_when != before.reduce_when
    if shorter and before.reduce_by == "body_vote" and by.strip().casefold() not in BODY_VOTE:
        raise refuse("only a vote of the body shortens the time (rule reduce_by).")
    old, new = flat(before), flat(rules)
    changed = [name for name in new if old[name] != new[name]] or [name for name in new if name == asked]
    with live.step("rule", asked or ", ".join(changed)) as step:
        step.act.update("hearing", live.hearing_id, rules=rules.to_json())
        for rule in changed:
            was, now = str(old[rule]), str(new[rule])
            text = f"Rule {rule} changed from {was} to {now} by {by}. Turns that began keep the time they had."
            step.event("rule_changed", text, by=by, facts={"rule": rule, "old": was, "new": now})
    return live.last_change
