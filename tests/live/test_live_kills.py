"""Killed at random moments of a hearing: no acknowledged action lost, the same speaker, the time right (A1, E5)."""

import json
import random
import subprocess
import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hall import HandClock

from frhearing.desk.desk import Desk, open_desk
from frhearing.desk.live import clockwork, replay, room, showing
from frhearing.desk.records import check
from frhearing.model.live.script import read_script
from frhearing.store import live as stored

CHILD = """
import json, os, signal, sys
from pathlib import Path
from frhearing.desk.desk import open_desk
from frhearing.desk.live import replay, room

def say(line):
    os.write(1, (json.dumps(line) + "\\n").encode())

beats, last = 0, int(sys.argv[3])
written = room.Live.beat
def beat(live, reading):
    global beats
    written(live, reading)
    say({"beat": live.running.written_ms})
    beats += 1
    if beats == last:
        os.kill(os.getpid(), signal.SIGKILL)
room.Live.beat = beat
replay.LOOK_EVERY = 1.0
script = replay.read_file(Path(sys.argv[1]))
with open_desk(Path(sys.argv[2])) as desk:
    hearing = replay.make_hearing(desk, script)
    say({"hearing": hearing})
    replay.play(desk, hearing, script, 1, say)
"""
BEGIN = datetime(2026, 2, 5, 18, 0)


def evening() -> str:
    """A short hearing with a bit of everything, as a script."""
    at = BEGIN
    actions: list[dict[str, Any]] = []

    def do(seconds: float, do: str, **fields: Any) -> None:
        nonlocal at
        at += timedelta(seconds=seconds)
        actions.append({"at": at.isoformat(), "do": do, **fields})

    for slip in range(1, 16):
        do(1, "register", slip=slip, names=[f"Person {slip}"], stance=("support", "oppose")[slip % 2])
    do(1, "open")
    do(1, "cede", **{"from": 14, "to": 2})
    do(1, "cede", **{"from": 15, "to": 3})
    do(1, "reclaim", **{"from": 15})
    for slip in range(1, 14):
        do(1, "call", slip=slip)
        do(1, "no_show" if slip == 5 else "start")
        if slip == 5:
            continue
        do(7.3, "note", text="spoke of the policy /m")
        if slip % 3 == 0:
            do(2, "pause")
            do(4, "resume")
        if slip % 4 == 0:
            do(1, "question_start")
            do(5, "question_end")
        do(9, "end")
    do(1, "close")
    do(1, "adjourn")
    hearing = {"title": "T", "body": "B", "date": "2026-02-05", "questions": ["Q?"]}
    return json.dumps({"hearing": hearing, "actions": actions})


def actions_in(desk: Any) -> list[tuple[str, str]]:
    """Every action of the log in order: its kind and what it was about."""
    rows = desk.store.rows("SELECT kind, subject FROM change GROUP BY action ORDER BY action")
    return [(r["kind"], r["subject"]) for r in rows]


def state(desk: Any, hearing: int) -> tuple[int | None, dict[int | None, str]]:
    """Who has the floor, and where the slips are."""
    floor = stored.floor(desk.store, hearing)
    turn = floor.speaking
    return (floor.by_id(turn.slip_id).slip if turn else None, {s.slip: str(s.status) for s in floor.slips})


@pytest.fixture(scope="module")
def reference(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, list[Any], list[Any], list[tuple[str, str]]]:
    """The same hearing without a kill: log length and state after each action, and the whole log."""
    text = evening()
    lengths, states = [], []
    with open_desk(tmp_path_factory.mktemp("whole")) as desk:
        hearing = replay.make_hearing(desk, read_script(text))

        def say(line: dict[str, Any]) -> None:
            assert not line.get("refused"), line
            lengths.append(len(actions_in(desk)))
            states.append(state(desk, hearing))

        lengths.append(len(actions_in(desk)))
        states.append(state(desk, hearing))
        replay.play(desk, hearing, read_script(text), 1, say)
        return text, lengths, states, actions_in(desk)


def killed(folder: Path, text: str, after: float | None = None, beat: int = 0) -> list[dict[str, Any]]:
    """Let a child hold the hearing until it is killed; gives what it had acknowledged.

    It is killed so many seconds ``after`` it began, or by itself when it has kept the clock's n-th ``beat``; with
    neither it lives to the end.
    """
    folder.mkdir()
    file = folder / "script.json"
    file.write_text(text)
    command = [sys.executable, "-c", CHILD, str(file), str(folder), str(beat)]
    child = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert child.stdout is not None
    first = child.stdout.readline()
    if after is not None:
        time.sleep(after)
        child.kill()
    said = [first, *child.stdout.read().split("\n")[:-1]]
    child.stdout.close()
    child.wait()
    return [json.loads(line) for line in said]


def seconds_of_the_hearing(folder: Path, text: str) -> float:
    """How long the child takes from its first word to its last here, so that kills fall everywhere on any machine."""
    begun = time.monotonic()
    killed(folder, text)
    return time.monotonic() - begun


def test_killed_at_random_moments(
    tmp_path: Path, exhaustive: bool, reference: tuple[str, list[Any], list[Any], list[tuple[str, str]]]
) -> None:
    text, lengths, states, log = reference
    rng = random.Random(7)
    whole = seconds_of_the_hearing(tmp_path / "whole", text)
    for n in range(200 if exhaustive else 12):
        folder = tmp_path / str(n)
        said = killed(folder, text, after=rng.random() * whole)
        with open_desk(folder) as desk:
            opened_again(desk, assert_nothing_acknowledged_is_lost(desk, said, lengths, states, log))
            assert check(desk).ok


@pytest.mark.parametrize("beat", [1, 2, 17, 40, 90])
def test_killed_while_the_clock_runs(
    tmp_path: Path, beat: int, reference: tuple[str, list[Any], list[Any], list[tuple[str, str]]]
) -> None:
    text, lengths, states, log = reference
    said = killed(tmp_path / "hearing", text, beat=beat)
    with open_desk(tmp_path / "hearing") as desk:
        hearing = assert_nothing_acknowledged_is_lost(desk, said, lengths, states, log)
        speaking = stored.floor(desk.store, hearing).speaking
        assert speaking is not None
        running = speaking.open_stretch
        assert running is not None
        assert running.elapsed_ms == said[-1]["beat"], "the last second that was written, and no other"
        assert showing.podium_view(opened_again(desk, hearing)).state == "paused"
        assert check(desk).ok


def assert_nothing_acknowledged_is_lost(
    desk: Desk, said: list[dict[str, Any]], lengths: list[Any], states: list[Any], log: list[tuple[str, str]]
) -> int:
    """What stands in the store is what was said to be done, or that and the one action under way; gives the hearing."""
    done = max((line.get("index", 0) for line in said), default=0)
    found = actions_in(desk)
    reached = [k for k in (done, done + 1) if k < len(lengths) and lengths[k] == len(found)]
    assert found == log[: len(found)], "nothing half, nothing in another order"
    assert reached, "no acknowledged action lost, at most the one under way is there as well"
    hearing = int(said[0]["hearing"])
    assert state(desk, hearing) == states[reached[0]], "the same speaker, every slip where it was"
    return hearing


def opened_again(desk: Desk, hearing: int) -> room.Live:
    """The hearing as the next start finds it, later in the night."""
    return clockwork.open_live(desk, hearing, HandClock(datetime(2026, 2, 6, 2, 0, tzinfo=UTC)))
