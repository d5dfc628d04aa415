"""The clock between the steps: written down once a second, paused where time went missing, taken up after a crash."""

from datetime import datetime

from frhearing.desk.desk import Desk
from frhearing.desk.live.room import Live, Step, stamp
from frhearing.model.change import Change
from frhearing.model.live.clock import Clock, Jump, Reading
from frhearing.model.live.floor import Stretch, Turn, minutes
from frhearing.model.live.guards import refuse, somebody_speaks

LEAST_GAP_MS = 1000
"""A shorter gap than this is not worth a question."""


def open_live(desk: Desk, hearing_id: int, clock: Clock | None = None) -> Live:
    """Take up a hearing: a turn that was running when the program died stands paused at the last second known."""
    live = Live(desk, hearing_id, clock)
    turn = live.floor.speaking
    if turn is not None and turn.open_stretch is not None and not desk.read_only:
        slip = live.floor.by_id(turn.slip_id)
        with live.step("recover", slip.title) as step:
            settle(step, turn, turn.open_stretch)
    return live


def settle(step: Step, turn: Turn, stretch: Stretch) -> int:
    """End a stretch that was left open at what was last written down; returns the gap offered, milliseconds."""
    since = step.reading.wall - datetime.fromisoformat(stretch.seen_at)
    gap = max(0, round(since.total_seconds() * 1000)) if stretch.kind == "speaking" else 0
    step.close_stretch(stretch.id, stretch.elapsed_ms)
    if gap >= LEAST_GAP_MS:
        step.act.update("turn", turn.id, gap_ms=turn.gap_ms + gap)
    stands = minutes(turn.recorded_ms("speaking") / 1000)
    text = f"The clock stood still for {gap_words(gap)}. The turn stands paused at {stands}."
    step.event("interrupted", text, turn=turn, facts={"gap_ms": gap, "seen_at": stretch.seen_at})
    return gap


def gap_words(gap_ms: int) -> str:
    """Say how long a gap is: "4 min", "12 s"."""
    seconds = round(gap_ms / 1000)
    return f"{round(seconds / 60)} min" if seconds >= 60 else f"{seconds} s"


def tick(live: Live) -> Jump | None:
    """Look at both clocks, called at least once a second while a turn runs; returns a jump where there was one.

    Forward in time the turn pauses and the gap is offered; a wall clock that was set back is only logged.
    """
    reading = live.clock.read()
    # Reading the floor first lets go of a clock that an undo has stopped.
    turn = live.floor.speaking
    running = live.running
    if turn is None or running is None:
        return None
    jump = running.look(reading)
    if jump is not None:
        _note_jump(live, jump)
        return jump
    if running.due(reading):
        live.beat(reading)
    return None


def _note_jump(live: Live, jump: Jump) -> None:
    """Put a jump of the clocks on the record, pausing the turn where time may be missing."""
    turn = somebody_speaks(live.floor)
    stretch, running = turn.open_stretch, live.running
    assert stretch is not None, "a clock runs"
    assert running is not None, "a clock runs"
    facts = {"last": _both(jump.last), "now": _both(jump.now), "missing_ms": round(jump.missing * 1000)}
    slip = live.floor.by_id(turn.slip_id)
    with live.step("clock jump", slip.title, jump.now) as step:
        if not jump.asks:
            text = f"The computer's clock was set back by {gap_words(round(-jump.missing * 1000))}; the turn ran on."
            step.event("clock_jump", text, slip=slip, turn=turn, facts=facts)
            return
        counted = running.counted_ms(jump)
        step.close_stretch(stretch.id, counted)
        gap = round(jump.missing * 1000)
        if stretch.kind == "speaking":
            step.act.update("turn", turn.id, gap_ms=turn.gap_ms + gap)
        text = f"The clock stood still for {gap_words(gap)}. The turn stands paused. Count it / do not count it."
        step.event("clock_jump", text, slip=slip, turn=turn, facts=facts)


def _both(reading: Reading) -> dict[str, object]:
    """Return both clocks of a reading for the record."""
    return {"wall": stamp(reading), "monotonic_ms": round(reading.monotonic * 1000)}


def count_gap(live: Live, count: bool) -> Change | None:
    """Count the time the clock stood still, or do not: the clerk decides, never the program."""
    turn = somebody_speaks(live.floor)
    if not turn.gap_ms:
        raise refuse("there is no gap that could be counted (rule of the clock).")
    slip = live.floor.by_id(turn.slip_id)
    with live.step("gap", slip.title) as step:
        decide_gap(step, turn, turn.gap_ms, count)
    return live.last_change


def decide_gap(step: Step, turn: Turn, gap_ms: int, count: bool) -> None:
    """Write the decision on a gap (milliseconds) into the turn and the order of events."""
    length = minutes(gap_ms / 1000)
    if count:
        row = {"turn_id": turn.id, "started_at": step.at, "elapsed_ms": gap_ms}
        step.act.insert("turn_stretch", row)
    step.act.update("turn", turn.id, gap_ms=0)
    word = "counted" if count else "not counted"
    step.event(f"gap_{word.replace(' ', '_')}", f"The gap of {length} was {word}.", turn=turn)
