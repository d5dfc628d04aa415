"""What the Live screen, the hall screen, the replay and the printed record read: views, turns, counts, figures."""

from dataclasses import asdict, replace
from datetime import datetime
from typing import Any

from frhearing.desk.live import podium, queue
from frhearing.desk.live.room import Live
from frhearing.model.change import Change
from frhearing.model.errors import Refused
from frhearing.model.hearing import HearingEvent
from frhearing.model.live.allotment import base_of, explain, explanation, preview, starting_grants, total
from frhearing.model.live.equation import SlipCounts, count_slips
from frhearing.model.live.floor import Grant, Slip, Turn
from frhearing.model.live.guards import refuse
from frhearing.model.live.ordering import queue as in_order
from frhearing.model.live.recording import Recording, position
from frhearing.model.live.states import Phase, SlipStatus
from frhearing.model.live.treatment import Treatment, treatment
from frhearing.model.live.view import HallView, PodiumView, public_name, state_of
from frhearing.model.times import local
from frhearing.store import live as stored
from frhearing.store.undo import reverse

STEPS = (
    "call",
    "call taken back",
    "no-show",
    "decline",
    "start",
    "pause",
    "resume",
    "question",
    "answer",
    "end",
    "recess",
    "reconvene",
    "time certain",
    "testimony resumed",
    "close",
)
"""The steps of the podium that a step back takes back; notes, slips and grants stay."""


def next_step(live: Live) -> Change | None:
    """Do what comes next, as F8 does: call, start, end; a paused turn runs on."""
    floor = live.floor
    if floor.speaking is not None:
        return podium.end(live) if live.runs() else podium.resume(live)
    if floor.called:
        return podium.start_slip(live, floor.called[0])
    return queue.call(live)


def step_back(live: Live) -> Change | None:
    """Take the last step of the podium back; a turn whose end is taken back stands paused, with the gap offered."""
    last = stored.last_step(live.desk.store, live.hearing_id, STEPS)
    if last is None:
        raise refuse("there is no step that could be taken back.")
    desk = live.desk
    if desk.undo_step is not None and desk.undo_step.action == last["action"]:
        return desk.undo()
    try:
        with desk.store.action(f"undo {last['kind']}", last["subject"], live.hearing_id, last["action"]) as writing:
            reverse(writing.act, last["action"])
    except Refused:
        named = f"“{last['kind']}” of {last['subject']}"
        raise refuse(f"the step {named} cannot be taken back: something was built on it since.") from None
    return writing.change


def podium_view(live: Live) -> PodiumView:
    """Return the podium as it stands at this moment."""
    floor = live.floor
    turn = floor.speaking
    slip = floor.by_id(turn.slip_id) if turn is not None else next(iter(floor.called), None)
    line = in_order(floor)
    after = [s for s in line if s is not slip][:2]
    elapsed = live.elapsed_ms(turn) if turn is not None else 0
    allotted = turn.allotted_seconds if turn is not None else _will_have(live, slip)
    return PodiumView(
        state=_state(live, turn, slip, elapsed, allotted),
        slip=slip,
        next_slip=after[0] if after else None,
        allotted=allotted,
        elapsed_ms=elapsed,
        question_ms=live.elapsed_ms(turn, "question") if turn is not None else 0,
        explanation=explanation(turn) if turn is not None else _previewed(live, slip),
        gap_seconds=_gap_ms(live, turn) // 1000 if turn is not None else 0,
        waiting=len(line),
        heard=sum(s.status is SlipStatus.HEARD for s in floor.slips),
        expected_seconds=sum(total(preview(floor, s)) for s in line) if len(line) <= 200 else _expected(live, line),
        rule=turn.rule if turn is not None else base_of(floor, slip).rule if slip is not None else "",
        then_slip=after[1] if len(after) > 1 else None,
        beside=tuple(floor.by_id(i) for i in turn.together) if turn is not None else (),
    )


def _gap_ms(live: Live, turn: Turn) -> int:
    """Return the milliseconds offered for counting: noted, or since a stretch that nobody ended was last seen."""
    stretch = turn.open_stretch
    if stretch is None or stretch.kind != "speaking" or live.runs():
        return turn.gap_ms
    since = live.clock.read().wall - datetime.fromisoformat(stretch.seen_at)
    return turn.gap_ms + max(0, round(since.total_seconds() * 1000))


def _will_have(live: Live, slip: Slip | None) -> int:
    """Return the seconds somebody who is called would start with."""
    if slip is None:
        return 0
    return total(preview(live.floor, slip)) + sum(g.seconds for g in _granted(live, slip))


def _expected(live: Live, line: tuple[Slip, ...]) -> int:
    """Return how long a long list will take, by the time of the first in it."""
    return len(line) * total(preview(live.floor, line[0]))


def _previewed(live: Live, slip: Slip | None) -> str:
    """Return the sum a called slip would start with."""
    if slip is None:
        return ""
    base = base_of(live.floor, slip)
    return explain(base.seconds, base.words, [*_granted(live, slip), *starting_grants(live.floor, slip, base)])


def _granted(live: Live, slip: Slip) -> tuple[Grant, ...]:
    """Return what was granted to somebody who is called and has not begun."""
    turn = live.floor.turn_of(slip.id)
    return turn.grants if turn is not None and not turn.started_at else ()


def _state(live: Live, turn: Turn | None, slip: Slip | None, elapsed: int, allotted: int) -> str:
    """Return the state of the podium in a word."""
    if turn is None:
        return "called" if slip is not None else "idle"
    if live.runs("question"):
        return "question"
    if not live.runs():
        return "paused"
    rules = live.floor.rules
    return state_of(elapsed, allotted, rules.warn_at_seconds, rules.grace_seconds)


def at_this_moment(live: Live, view: PodiumView) -> PodiumView:
    """Return a view with the clocks as they stand now; who is called and who waits is taken as it was."""
    turn = live.floor.speaking
    if turn is None or view.slip is None or view.slip.id != turn.slip_id:
        return view
    elapsed = live.elapsed_ms(turn)
    return replace(
        view,
        state=_state(live, turn, view.slip, elapsed, view.allotted),
        elapsed_ms=elapsed,
        question_ms=live.elapsed_ms(turn, "question"),
        gap_seconds=_gap_ms(live, turn) // 1000,
    )


def hall_view(live: Live, seen: PodiumView | None = None) -> HallView:
    """Return what the room may see; ``seen`` is the clerk's view of the same moment where there is one."""
    floor, view = live.floor, seen or podium_view(live)
    how = floor.rules.names_on_screen
    sitting = floor.sitting
    message = ""
    if sitting is not None and sitting.phase is Phase.RECESS and sitting.until:
        message = f"Back at · Regreso: {sitting.until}"
    elif sitting is not None and sitting.phase is Phase.TIME_CERTAIN:
        message = sitting.item
    return HallView(
        phase=floor.phase,
        state=view.state,
        speaker=" · ".join(public_name(one, how) for one in (view.slip, *view.beside) if one is not None),
        next_speaker=public_name(view.next_slip, how) if view.next_slip is not None else "",
        then_speaker=public_name(view.then_slip, how) if view.then_slip is not None else "",
        remaining_seconds=-(-view.remaining_ms // 1000) if view.slip is not None else 0,
        message=message,
        title=live.hearing.title,
        allotted_seconds=view.allotted,
        place=view.heard + 1 if view.slip is not None else 0,
        places=view.heard + view.waiting + (view.slip is not None),
        counts_over=floor.rules.count_over_time,
    )


def counts(live: Live) -> SlipCounts:
    """Return where the slips are; they add up at every moment."""
    return count_slips(live.floor.slips)


def equal_treatment(live: Live, question: int = 1) -> dict[str, dict[str, Treatment]]:
    """Return the figures of equal treatment by stance on a question and by mode."""
    store, hearing_id = live.desk.store, live.hearing_id
    said = stored.stances(store, hearing_id, question)
    opened = stored.openings(store, hearing_id)
    return treatment(live.floor, stored.warnings(store, hearing_id), question, said, opened)


def log_lines(live: Live, after: int = 0) -> list[tuple[int, HearingEvent]]:
    """Return the order of events written after the event of an id, each with its own id."""
    rows = stored.events(live.desk.store, live.hearing_id, after)
    ran = stored.recordings(live.desk.store, live.hearing_id) if rows else ()
    return [(r["id"], HearingEvent(r["at"], r["kind"], r["text"], position(ran, r["at"]))) for r in rows]


def result(live: Live) -> dict[str, Any]:
    """Return the log, the turns and the counts as ``live replay --json`` prints them."""
    floor, ran = live.floor, stored.recordings(live.desk.store, live.hearing_id)
    return {
        "log": [_log_line(live, r, ran) for r in stored.events(live.desk.store, live.hearing_id)],
        "turns": [_turn(live, t) for t in floor.turns if t.started_at],
        "counts": asdict(counts(live)),
    }


def _log_line(live: Live, r: Any, ran: tuple[Recording, ...]) -> dict[str, Any]:
    """Return one event; ``at`` is the hearing's own time with its offset, ``recorded`` the place in a recording."""
    at = local(r["at"], live.floor.zone).isoformat(timespec="seconds")
    line = {"at": at, "kind": r["kind"], "text": r["text"], "slip": r["slip"]}
    return {**line, "recorded": position(ran, r["at"])} if ran else line


def _turn(live: Live, turn: Turn) -> dict[str, Any]:
    """Return one turn with its times in seconds."""
    slip = live.floor.by_id(turn.slip_id)
    return {
        "slip": slip.slip,
        "name": slip.name,
        "number": slip.number,
        "started": local(turn.started_at, live.floor.zone).isoformat(timespec="seconds"),
        "allotted": turn.allotted_seconds,
        "used": seconds(live.elapsed_ms(turn)),
        "questions": seconds(live.elapsed_ms(turn, "question")),
        "explanation": explanation(turn),
        "end_reason": str(turn.end_reason) if turn.end_reason else None,
    }


def seconds(ms: int) -> int | float:
    """Return milliseconds as seconds, whole where they are."""
    return ms // 1000 if ms % 1000 == 0 else ms / 1000
