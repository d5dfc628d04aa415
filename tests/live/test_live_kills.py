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

from frhearing.desk.desk import open_desk
from frhearing.desk.live import clockwork, replay, showing
from frhearing.desk.records import check
from frhearing.model.live.script import read_script
from frhearing.store import live as stored

CHILD = """
import json, os, sys
from pathlib import Path
from frhearing.desk.desk import open_desk
from frhearing.desk.live import replay, room

def say(line):
    os.write(1, (json.dumps(line) + "\\n").encode())

written = room.Live.beat
def beat(live, reading):
    written(live, reading)
    say({"beat": live.running.written_ms})
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


def state(desk: Any, hearing: int) -> tuple[int | None, dict[str, Any]]:
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


def killed(folder: Path, text: str, after: float) -> list[dict[str, Any]]:
    """Let a child hold the hearing and kill it so many seconds after it began; gives what it had acknowledged."""
    file = folder / "script.json"
    file.write_text(text)
    child = subprocess.Popen([sys.executable, "-c", CHILD, str(file), str(folder)], stdout=subprocess.PIPE, text=True)
    assert child.stdout is not None
    first = child.stdout.readline()
    time.sleep(after)
    child.kill()
    said = [first, *child.stdout.read().split("\n")[:-1]]
    child.stdout.close()
    child.wait()
    return [json.loads(line) for line in said]


def test_random_kills_in_a_hearing(
    tmp_path: Path, exhaustive: bool, reference: tuple[str, list[Any], list[Any], list[tuple[str, str]]]
) -> None:
    text, lengths, states, log = reference
    rng = random.Random(7)
    hit_a_running_clock = 0
    for n in range(200 if exhaustive else 12):
        folder = tmp_path / str(n)
        folder.mkdir()
        said = killed(folder, text, rng.random() * 2.5)
        done = max((line.get("index", 0) for line in said), default=0)
        beats = [line["beat"] for line in said[1 + max(i for i, line in enumerate(said) if "beat" not in line) :]]
        with open_desk(folder) as desk:
            found = actions_in(desk)
            reached = [k for k in (done, done + 1) if k < len(lengths) and lengths[k] == len(found)]
            assert found == log[: len(found)], "nothing half, nothing in another order"
            assert reached, "no acknowledged action lost, at most the one under way is there as well"
            hearing = said[0]["hearing"]
            assert state(desk, hearing) == states[reached[0]], "the same speaker, every slip where it was"
            interrupted = stored.floor(desk.store, hearing).speaking
            running = interrupted.open_stretch if interrupted is not None else None
            live = clockwork.open_live(desk, hearing, HandClock(datetime(2026, 2, 6, 2, 0, tzinfo=UTC)))
            if running is not None and running.kind == "speaking" and reached[0] == done and beats:
                assert 0 <= running.elapsed_ms - beats[-1] <= 1000
                assert showing.podium_view(live).state == "paused"
                hit_a_running_clock += 1
            assert check(desk).ok
    assert hit_a_running_clock > 0
