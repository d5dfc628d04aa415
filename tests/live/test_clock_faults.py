"""Faults of time (7-quality.md, 2e): clocks set, sleep, a blocked window, the zone's odd hours, a crash."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from hall import Hall
from hypothesis import given
from hypothesis import strategies as st

from frhearing.desk.live import clockwork, showing
from frhearing.model.errors import Refused
from frhearing.model.live.clock import Reading, RunningClock
from frhearing.model.live.deadline import latest, moments, too_late
from frhearing.model.live.floor import Floor, Sitting
from frhearing.model.rules import RuleSet
from frhearing.store import live as stored

Make = Callable[..., Hall]
YEAR = 365 * 86400


def running(hall: Make) -> Hall:
    room = hall()
    room.sign(1)
    room.do("call")
    room.do("start")
    room.wait(30)
    return room


def elapsed(room: Hall) -> float:
    turn = room.live.floor.speaking
    assert turn is not None
    return room.live.elapsed_ms(turn) / 1000


@pytest.mark.parametrize(
    "jump", [-YEAR, -86400, -7200, -3600, -60, -3, 3, 60, 3600, 7200, 86400, YEAR], ids=lambda s: f"{s}s"
)
def test_e1_clock_set_during_a_turn(hall: Make, jump: int) -> None:
    room = running(hall)
    room.clock.wall += timedelta(seconds=jump)
    room.clock.pass_(1)
    clockwork.tick(room.live)
    assert elapsed(room) == pytest.approx(31, abs=0.1)
    assert [r["kind"] for r in stored.events(room.desk.store, room.hearing_id)][-1] == "clock_jump"
    if jump < 0:
        assert showing.podium_view(room.live).state == "running"
    else:
        assert showing.podium_view(room.live).gap_seconds == jump
        room.do("resume")
    room.do("end", after=10)
    assert room.turns[1]["used"] == pytest.approx(41, abs=0.1), "nothing is counted by itself"


@pytest.mark.parametrize("gap", [3, 45, 240, 9 * 3600])
@pytest.mark.parametrize("system", ["linux", "macos", "windows"])
@pytest.mark.parametrize("count", [True, False])
def test_e2_the_computer_slept(hall: Make, system: str, gap: int, count: bool) -> None:
    room = running(hall)
    room.clock.wall += timedelta(seconds=gap)
    if system == "windows":
        room.clock.monotonic += gap
    jump = clockwork.tick(room.live)
    if system == "windows" and gap < 20:
        assert jump is None, "there a short sleep cannot be told from a window that was busy"
        return
    view = showing.podium_view(room.live)
    assert (view.state, view.elapsed_ms, view.gap_seconds) == ("paused", 30_000, gap)
    assert room.logged("Count it / do not count it")
    facts = stored.events(room.desk.store, room.hearing_id)[-1]["facts"]
    assert "last" in facts
    assert "monotonic_ms" in facts
    room.do("count_gap", count=count)
    assert "no gap" in room.refused("count_gap", count=True)
    room.do("resume")
    room.do("end", after=10)
    assert room.turns[1]["used"] == (40 + gap if count else 40)


@pytest.mark.parametrize("act", ["end", "pause", "recess", "question_start"])
def test_e2_a_key_that_comes_before_the_first_look_after_a_sleep(hall: Make, act: str) -> None:
    room = running(hall)
    room.clock.pass_(240)
    if act == "pause":
        with pytest.raises(Refused, match="stands still already"):
            room.do("pause")
    else:
        room.do(act)
    turn = room.live.floor.turns[0]
    assert turn.recorded_ms() == 30_000


def test_e3_a_blocked_window_loses_and_doubles_nothing(hall: Make) -> None:
    room = running(hall)
    room.clock.pass_(5)
    assert clockwork.tick(room.live) is None
    clockwork.tick(room.live)
    assert elapsed(room) == pytest.approx(35, abs=0.2)
    assert showing.podium_view(room.live).state == "running"


@given(st.lists(st.floats(0, 19), max_size=60))
def test_the_clock_is_a_difference_never_a_count(steps: list[float]) -> None:
    at = Reading(datetime(2026, 2, 5, tzinfo=UTC), 5.0)
    clock = RunningClock.begin(1, at)
    for step in steps:
        at = Reading(at.wall + timedelta(seconds=step), at.monotonic + step)
        assert clock.look(at) is None
    assert clock.elapsed_ms(at) == pytest.approx(1000 * (at.monotonic - 5.0), abs=1)


@pytest.mark.parametrize(
    ("day", "clock", "wanted"),
    [
        ("2026-11-01", "01:30", ["2026-11-01T06:30", "2026-11-01T07:30"]),
        ("2027-03-14", "02:30", ["2027-03-14T08:30"]),
        ("2026-07-01", "19:00", ["2026-07-02T00:00"]),
    ],
)
def test_e4_the_hour_that_comes_twice_and_the_one_that_does_not(day: str, clock: str, wanted: list[str]) -> None:
    found = [m.isoformat()[:16] for m in moments(clock, day, "America/Chicago")]
    assert found == wanted
    assert latest(clock, day, "America/Chicago").isoformat()[:16] == wanted[-1]


@pytest.mark.parametrize("day", ["2026-11-01", "2027-03-14"])
def test_e4_the_deadline_to_the_second_on_both_days(day: str) -> None:
    rules = RuleSet(register_until="23:59")
    floor = Floor(rules, "America/Chicago", day, sitting=Sitting(1, day))
    deadline = latest("23:59", day, "America/Chicago")
    assert deadline.isoformat()[11:16] == ("05:59" if day == "2026-11-01" else "04:59")
    late = [too_late(floor, deadline + timedelta(seconds=s)) for s in (-1, 0, 1)]
    assert late == [False, False, True]


def test_e4_order_is_by_sequence_when_the_clock_goes_back(hall: Make) -> None:
    room = running(hall)
    room.clock.wall -= timedelta(hours=1)
    room.do("note", text="after the clock was set")
    assert room.log[-1] == "after the clock was set"


@pytest.mark.parametrize("moment", [0.2, 1.0, 59.4, 179.9, 200.0])
def test_e5_crash_in_the_middle_of_a_turn(hall: Make, moment: float) -> None:
    room = hall()
    room.sign(1, 2)
    room.do("call")
    room.do("start")
    room.wait(moment)
    room.crash(5)
    view = showing.podium_view(room.live)
    assert view.state == "paused"
    assert view.slip is not None
    assert view.slip.slip == 1
    assert moment - 1 <= view.elapsed_ms / 1000 <= moment
    assert room.logged("The clock stood still", "paused")


def test_e5_a_crash_after_a_pause_offers_nothing(hall: Make) -> None:
    room = running(hall)
    room.do("pause")
    room.crash(600)
    view = showing.podium_view(room.live)
    assert (view.elapsed_ms, view.gap_seconds) == (30_000, 0)


def test_questions_run_on_a_clock_of_their_own(hall: Make) -> None:
    room = running(hall)
    room.do("question_start", by="Member A", text="Where?")
    assert "being answered" in room.refused("resume")
    room.do("question_end", after=45)
    room.do("end", after=10)
    assert (room.turns[1]["used"], room.turns[1]["questions"]) == (40, 45)
    assert room.desk.store.value("SELECT sum(elapsed_ms) FROM turn_stretch") == 85_000


def test_stepping_back_from_an_end_pauses_the_same_turn_and_offers_the_gap(hall: Make) -> None:
    room = running(hall)
    room.do("end")
    room.clock.pass_(7)
    room.do("step_back")
    view = showing.podium_view(room.live)
    assert (view.state, view.elapsed_ms, view.gap_seconds) == ("paused", 30_000, 7)
    room.do("resume", count_gap=True)
    room.do("end", after=10)
    assert room.turns[1]["used"] == 47
    assert room.counts["heard"] == 1


def test_queue_edits_never_touch_a_running_clock(hall: Make) -> None:
    room = running(hall)
    room.sign(2, 3, 4)
    room.do("move", slip=4, before=2)
    room.do("hold", slip=3)
    room.do("withdraw", slip=2)
    room.do("undo")
    room.wait(5)
    assert showing.podium_view(room.live).state == "running"
    assert elapsed(room) == pytest.approx(35, abs=0.1)
