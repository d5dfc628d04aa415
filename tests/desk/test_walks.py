"""Undo and redo over long random walks (7-quality.md, A15): equal rows come back, and the log keeps everything."""

import random
from pathlib import Path

import pytest
from clerk import Clerk, open_hearing

from frhearing.desk import records
from frhearing.desk.desk import Desk
from frhearing.model.errors import Refused
from frhearing.store.undo import STAYS

LEFT_OUT = {"revision", "changed_at", "next_number"}


def in_use(desk: Desk) -> dict[str, list[tuple[object, ...]]]:
    """Every row that is in use, and the caches that follow from them."""
    store = desk.store
    tables = [r[0] for r in store.rows("SELECT name FROM sqlite_master WHERE type='table' ORDER BY name")]
    found: dict[str, list[tuple[object, ...]]] = {}
    for table in tables:
        columns = [r["name"] for r in store.rows(f'PRAGMA table_info("{table}")')]
        if "void" not in columns or table in STAYS:
            continue
        kept = ",".join(f'"{name}"' for name in columns if name not in LEFT_OUT)
        # The received version of a text, once kept as a version of its own, stays so: it is no change of any text.
        but = " AND version<>1" if table == "text_version" else ""
        if "comment_id" in columns:
            # What hangs on a comment that an undone import had brought goes with it.
            but += " AND (comment_id IS NULL OR comment_id IN (SELECT id FROM comment WHERE void IS NULL))"
        found[table] = [
            tuple(r) for r in store.rows(f'SELECT {kept} FROM "{table}" WHERE void IS NULL{but} ORDER BY id')
        ]
    found["text"] = [
        tuple(r)
        for r in store.rows(
            "SELECT t.* FROM comment_text t JOIN comment c ON c.id=t.id WHERE c.void IS NULL ORDER BY t.id"
        )
    ]
    for cache in ("facet_count", "theme_count"):
        found[cache] = sorted(tuple(r) for r in store.rows(f"SELECT * FROM {cache} WHERE n<>0"))
    return found


def logged(desk: Desk) -> list[str]:
    return [r[0] for r in desk.store.rows("SELECT hash FROM change ORDER BY seq")]


def assert_same(now: dict[str, object], then: dict[str, object], trace: list[str]) -> None:
    for table in then:
        assert now[table] == then[table], (table, trace)


def walk(folder: Path, seed: int, steps: int) -> None:
    rng = random.Random(seed)
    desk, hearing = open_hearing(folder)
    trace: list[str] = []
    with desk:
        clerk = Clerk(desk, hearing, rng)
        past, at = [in_use(desk)], 0
        log = logged(desk)
        floor = len(desk._done)  # what the set-up did
        for _ in range(steps):
            what = rng.choices(["act", "undo", "redo"], [6, 3, 2])[0]
            step = desk.undo_step
            if what == "act":
                trace.append(clerk.act())
                if desk.undo_step is step:
                    assert_same(in_use(desk), past[at], trace)
                    continue
                past, at = [*past[: at + 1], in_use(desk)], at + 1
            elif what == "undo" and len(desk._done) > floor:
                trace.append(f"undo {step.kind if step else ''}")
                assert step is not None
                assert desk.undo().undoes == step.action
                at -= 1
                assert_same(in_use(desk), past[at], trace)
            elif what == "redo" and desk.redo_step is not None:
                trace.append(f"redo {desk.redo_step.kind}")
                desk.redo()
                at += 1
                assert_same(in_use(desk), past[at], trace)
            else:
                continue
            longer = logged(desk)
            assert longer[: len(log)] == log
            assert len(longer) > len(log)
            log = longer
        while len(desk._done) > floor:
            desk.undo()
            at -= 1
        assert_same(in_use(desk), past[0], trace)
        while desk.redo_step is not None:
            desk.redo()
        assert_same(in_use(desk), past[-1], trace)
        report = records.check(desk)
        assert report.ok, (report.lines, trace)


@pytest.mark.parametrize("seed", range(6))
def test_everything_can_be_taken_back_and_brought_again(tmp_path: Path, seed: int) -> None:
    walk(tmp_path, seed, 120)


@pytest.mark.exhaustive
@pytest.mark.parametrize("seed", range(100, 160))
def test_many_more_walks(tmp_path: Path, seed: int) -> None:
    walk(tmp_path, seed, 200)


def test_there_is_nothing_to_take_back_in_a_new_session(tmp_path: Path) -> None:
    open_hearing(tmp_path)[0].close()
    desk, _ = open_hearing(tmp_path)
    with desk:
        for _ in range(3):
            desk.undo()
        with pytest.raises(Refused, match="nothing to undo"):
            desk.undo()
        for _ in range(3):
            desk.redo()
        with pytest.raises(Refused, match="nothing to redo"):
            desk.redo()
