"""The podium: a turn begins, stands still, goes on and ends; questions run on a clock of their own."""

import json
from collections.abc import Sequence

from frhearing.desk.live import clockwork, ledger, signin
from frhearing.desk.live.room import Live, Step
from frhearing.model.change import Change
from frhearing.model.live.allotment import base_of, explain, starting_grants
from frhearing.model.live.floor import Floor, Grant, Slip, Turn, capital, minutes
from frhearing.model.live.guards import can_start, known, nobody_speaks, refuse, somebody_speaks, testimony_open
from frhearing.model.live.states import EndReason, GrantKind, SlipStatus
from frhearing.model.position import Stance, StanceSource
from frhearing.store import listing


def start(
    live: Live, number: int | None = None, together: Sequence[int] = (), item: str | None = None
) -> Change | None:
    """Begin the turn of the one called; it becomes a comment with the next number on the record.

    ``together`` are slips of the same panel that share the turn; ``item`` the item really spoken on.
    """
    floor = live.floor
    if number is None and not floor.called:
        raise refuse("nobody has been called; a turn begins with the call (rule of the turn).")
    slip = known(floor, number) if number is not None else floor.called[0]
    return start_slip(live, slip, _panel(floor, slip, together), item)


def _panel(floor: Floor, slip: Slip, together: Sequence[int]) -> list[Slip]:
    """Return the others of a panel who speak in the same turn."""
    others = [known(floor, n) for n in together]
    for other in others:
        if not slip.panel or other.panel != slip.panel:
            raise refuse(f"{other.title} is not of the same panel; one speaker at a time (rule of the turn).")
        if other.status not in (SlipStatus.REGISTERED, SlipStatus.CHECKED_IN, SlipStatus.CALLED):
            raise refuse(f"{other.title} does not wait to speak (rule of the turn).")
    return others


def start_slip(live: Live, slip: Slip, others: Sequence[Slip] = (), item: str | None = None) -> Change | None:
    """Begin a turn; the base is by the rules as they stand now, and the clock runs from this reading."""
    floor = live.floor
    can_start(floor, slip)
    turn = floor.turn_of(slip.id)
    assert turn is not None, "a call made the turn"
    with live.step("start", slip.title) as step:
        base, grants = base_of(floor, slip), _gifts(floor, step, slip, turn)
        step.act.update(
            "turn",
            turn.id,
            started_at=step.at,
            base_seconds=base.seconds,
            base_words=base.words,
            rule=base.rule,
            together=json.dumps([o.id for o in others]),
        )
        if item is not None:
            step.act.update("turn", turn.id, item=item)
        numbers = [_comment(live, step, one) for one in (slip, *others)]
        for one in (slip, *others):
            step.slip(one, status=str(SlipStatus.SPEAKING), called_at=one.called_at or step.at)
        step.open_stretch(turn.id, "speaking")
        sum_words = explain(base.seconds, base.words, [*turn.grants, *grants])
        step.event("turn_start", _begins(slip, others, numbers, sum_words, item), slip=slip, turn=turn)
    return live.last_change


def _gifts(floor: Floor, step: Step, slip: Slip, turn: Turn) -> list[Grant]:
    """Write the grants a turn begins with: ceded time that stands, and the interpreter's share."""
    fallen = ledger.drop_fallen(floor, step, slip)
    base = base_of(floor, slip)
    standing = {floor.by_id(c.donor_id).slip: c for c in floor.standing(slip.id) if c.id not in fallen}
    grants = [
        g for g in starting_grants(floor, slip, base) if g.kind is not GrantKind.CEDED_FROM or g.from_slip in standing
    ]
    for given in grants:
        gift = standing.get(given.from_slip) if given.kind is GrantKind.CEDED_FROM else None
        ledger.write_grant(step, turn.id, given.seconds, given.kind, given.by, gift.donor_id if gift else None)
    for gift in standing.values():
        step.act.update("ceded_time", gift.id, state="used")
    return grants


def _comment(live: Live, step: Step, slip: Slip) -> int | None:
    """Put a voice of the public on the record; one the chair called on without a slip is none."""
    if not slip.public:
        return None
    if slip.comment_id is not None:
        return slip.number
    return signin.put_on_record(live, step, slip, StanceSource.SLIP)[1]


def _begins(slip: Slip, others: Sequence[Slip], numbers: Sequence[int | None], allotment: str, item: str | None) -> str:
    """Say who began, for the order of events."""
    who = " with ".join([slip.title, *(o.title for o in others)])
    read = f", read by {slip.read_by}" if slip.read_by else ""
    on = f" on item {item}" if item is not None and item != slip.item else ""
    stands = [f"No. {n}" for n in numbers if n is not None]
    return f"{capital(who)}{read} began{on}: {allotment}." + (
        f" On the record as {', '.join(stands)}." if stands else ""
    )


def pause(live: Live, reason: str = "") -> Change | None:
    """Let the clock stand still; no time is lost."""
    clockwork.tick(live)
    turn = somebody_speaks(live.floor)
    if not live.runs() and not live.runs("question"):
        raise refuse("the clock stands still already (rule of the clock).")
    slip = live.floor.by_id(turn.slip_id)
    with live.step("pause", slip.title) as step:
        halt(live, step, turn, reason)
    return live.last_change


def halt(live: Live, step: Step, turn: Turn, reason: str = "") -> int:
    """End whatever stretch runs, within a step that may be about more; returns the milliseconds spoken so far.

    At the end of a turn the end says it all, and no pause is logged beside it.
    """
    stretch = turn.open_stretch
    if stretch is None:
        return turn.recorded_ms()
    if live.running is None or live.running.stretch_id != stretch.id:
        clockwork.settle(step, turn, stretch)
        return turn.recorded_ms()
    elapsed = live.running.elapsed_ms(step.reading)
    step.close_stretch(stretch.id, elapsed)
    spoken = live.elapsed_ms(turn, at=step.reading)
    if reason == "end":
        return spoken
    words = f" ({reason})" if reason else ""
    text = f"Clock of {live.floor.by_id(turn.slip_id).title} stopped at {minutes(spoken / 1000)}{words}."
    step.event("turn_pause", text, turn=turn, facts={"elapsed_ms": spoken, "reason": reason})
    return spoken


def resume(live: Live, count_gap: bool = False) -> Change | None:
    """Let the clock run on; a gap that was offered is counted only where ``count_gap`` says so."""
    clockwork.tick(live)
    floor = live.floor
    testimony_open(floor)
    turn = somebody_speaks(floor)
    if live.runs():
        raise refuse("the clock runs already (rule of the clock).")
    if live.runs("question"):
        raise refuse("a question is being answered; end it first (rule of the clock).")
    slip = floor.by_id(turn.slip_id)
    with live.step("resume", slip.title) as step:
        gap = turn.gap_ms
        if turn.open_stretch is not None:
            gap += clockwork.settle(step, turn, turn.open_stretch)
        if gap >= clockwork.LEAST_GAP_MS:
            clockwork.decide_gap(step, turn, gap, count_gap)
        step.open_stretch(turn.id, "speaking")
        step.event("turn_resume", f"Clock of {slip.title} runs on.", slip=slip, turn=turn)
    return live.last_change


def question_start(live: Live, member: str = "", text: str = "") -> Change | None:
    """Begin a question to the speaker: the turn's clock stands still, the question's own clock runs."""
    clockwork.tick(live)
    turn = somebody_speaks(live.floor)
    if live.runs("question"):
        raise refuse("a question is being answered already (rule of the clock).")
    slip = live.floor.by_id(turn.slip_id)
    was_running = live.runs()
    with live.step("question", slip.title) as step:
        halt(live, step, turn, "question")
        step.open_stretch(turn.id, "question")
        by = f" by {member}" if member else ""
        step.event("member_question", f"Question{by} to {slip.title}. {text}".strip(), slip=slip, turn=turn, by=member)
    live.resume_after_question = was_running
    return live.last_change


def question_end(live: Live) -> Change | None:
    """End a question; the turn's clock runs on if it ran when the question was put."""
    clockwork.tick(live)
    turn = somebody_speaks(live.floor)
    if not live.runs("question") or live.running is None:
        raise refuse("no question is being answered (rule of the clock).")
    slip = live.floor.by_id(turn.slip_id)
    stretch = turn.open_stretch
    assert stretch is not None, "a clock runs"
    with live.step("answer", slip.title) as step:
        took = live.running.elapsed_ms(step.reading)
        step.close_stretch(stretch.id, took)
        step.event("answer", f"Question to {slip.title} answered after {minutes(took / 1000)}.", slip=slip, turn=turn)
        if live.resume_after_question:
            step.open_stretch(turn.id, "speaking")
    live.resume_after_question = False
    return live.last_change


def end(live: Live, reason: EndReason = EndReason.FINISHED) -> Change | None:
    """End the turn: the clock only signals, it is the chair who ends it. Unused time goes back to nobody."""
    clockwork.tick(live)
    floor = live.floor
    turn = somebody_speaks(floor)
    slip = floor.by_id(turn.slip_id)
    with live.step("end", slip.title) as step:
        spoken = halt(live, step, turn, "end")
        if turn.gap_ms:
            clockwork.decide_gap(step, turn, turn.gap_ms, count=False)
        step.act.update("turn", turn.id, ended_at=step.at, end_reason=str(reason), gap_ms=0)
        for one in (slip, *(floor.by_id(i) for i in turn.together)):
            step.slip(one, status=str(SlipStatus.HEARD))
        over = spoken / 1000 - turn.allotted_seconds
        facts = {"used_ms": spoken, "allotted_seconds": turn.allotted_seconds, "reason": str(reason)}
        more = f", {minutes(over)} over" if over >= 1 else ""
        words = str(reason).replace("_", " ")
        took = f"{minutes(spoken / 1000)} of {minutes(turn.allotted_seconds)}{more} ({words})"
        step.event("turn_end", f"{capital(slip.title)} ended after {took}.", slip=slip, turn=turn, facts=facts)
    return live.last_change


def reopen(live: Live, number: int, why: str) -> Change | None:
    """Give somebody the floor back in the same turn: dropped off the line, or the body overruled the chair."""
    floor = live.floor
    slip = known(floor, number)
    testimony_open(floor)
    nobody_speaks(floor)
    turn = floor.turn_of(slip.id)
    if turn is None or not turn.ended_at:
        raise refuse(f"{slip.title} has had no turn that could be opened again (rule of the turn).")
    with live.step("turn reopened", slip.title) as step:
        step.act.update("turn", turn.id, ended_at=None, end_reason="")
        for one in (slip, *(floor.by_id(i) for i in turn.together)):
            step.slip(one, status=str(SlipStatus.SPEAKING))
        left = minutes(turn.allotted_seconds - turn.recorded_ms() / 1000)
        step.event(
            "turn_reopened", f"{capital(slip.title)} has the floor again, {left} left: {why}.", slip=slip, turn=turn
        )
    return live.last_change


def swear(live: Live, number: int, form: str = "oath", by: str = "clerk") -> Change | None:
    """Note that somebody was sworn or affirmed, and by whom."""
    slip = known(live.floor, number)
    if form not in ("oath", "affirmation"):
        raise refuse("it is an oath or an affirmation (rule oath_required).")
    with live.step("oath", slip.title) as step:
        step.slip(slip, sworn=f"{form} by {by}")
        step.event("sworn", f"{capital(slip.title)} took the {form}, administered by {by}.", slip=slip, by=by)
    return live.last_change


def state_position(live: Live, number: int, question: int, stance: Stance, condition: str = "") -> Change | None:
    """Note the stance said at the podium; the one on the slip is kept beside it, the latest stated one counts."""
    slip = known(live.floor, number)
    if slip.comment_id is None:
        raise refuse(f"{slip.title} is not on the record yet (rule of positions).")
    if live.hearing.question(question) is None:
        raise refuse(f"this hearing has no question {question}.")
    with live.step("stance", f"No. {slip.number}") as step:
        write_position(live, step, slip, question, stance, condition)
    return live.last_change


def write_position(live: Live, step: Step, slip: Slip, question: int, stance: Stance, condition: str = "") -> None:
    """Write a stance said at the podium within a step, with what the slip said where that differs."""
    step.act.insert(
        "position",
        {
            "comment_id": slip.comment_id,
            "question_id": listing.question_id(live.desk.store, live.hearing_id, question),
            "stance": str(stance),
            "source": str(StanceSource.PODIUM),
            "condition": condition,
            "said_at": step.at,
        },
    )
    before = slip.stances.get(question)
    said = f"{capital(slip.title)}: {str(stance).replace('_', ' ')} on question {question}, said at the podium"
    text = f"{said}; the slip said {str(before).replace('_', ' ')}." if before and before != stance else f"{said}."
    step.event("position_stated", text, slip=slip, facts={"question": question, "stance": str(stance)})
