"""A file of several tables: another one comes in beside the first or afterwards, and neither hides the other."""

from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from frhearing.desk import hearings, importing, testimony
from frhearing.desk.desk import Desk
from frhearing.model.filter import CommentFilter
from frhearing.model.hearing import NewHearing
from frhearing.model.question import NewQuestion

LETTERS = [("Name", "Date", "Comment"), ("Ada Sample", "2026-02-01", "Keep it."), ("Bo Sample", "2026-02-02", "No.")]
CALLS = [
    ("Caller", "Called", "What they said", "Back"),
    ("Cy Sample", "2026-02-11", "Keep it, please.", "no"),
    ("Di Sample", "2026-02-12", "Lift it today.", "yes"),
]


@pytest.fixture
def hearing(desk: Desk) -> int:
    new = NewHearing("Lights", "Common Council", "2026-02-26", questions=(NewQuestion("Keep the lights on?"),))
    return hearings.create_hearing(desk, new)[0]


@pytest.fixture
def book(tmp_path: Path) -> Path:
    made = openpyxl.Workbook()
    made.active.title = "Letters"
    for row in LETTERS:
        made.active.append(row)
    calls = made.create_sheet("Calls")
    for row in CALLS:
        calls.append(row)
    made.save(tmp_path / "two.xlsx")
    return tmp_path / "two.xlsx"


def names(desk: Desk, hearing: int) -> list[str]:
    found = testimony.list_ids(desk, hearing, CommentFilter())
    return sorted(testimony.get_comment(desk, one).name for one in found)


def test_the_other_sheet_comes_in_beside_the_first(desk: Desk, hearing: int, book: Path) -> None:
    plan = importing.read_files(desk, hearing, [book])
    assert plan.new == 2
    assert len(plan.not_read) == 1
    plan = importing.replan(desk, plan, replace(plan.choices, also={0: {1}}))
    assert (plan.new, plan.not_read, plan.name) == (4, [], "two.xlsx")
    again = importing.replan(desk, plan, replace(plan.choices, also={}))
    assert (again.new, len(again.readings), len(again.not_read)) == (2, 1, 1)
    result = importing.add(desk, plan)[0]
    assert (result.read, result.added, result.already_here, result.refused) == (4, 4, 0, ())
    assert [(one.file, one.added) for one in result.per_file] == [("two.xlsx", 2), ("two.xlsx › sheet “Calls”", 2)]
    assert names(desk, hearing) == ["Ada Sample", "Bo Sample", "Cy Sample", "Di Sample"]
    for choices in ({}, {"tables": {0: 1}}, {"tables": {0: 1}, "also": {0: {0}}}):
        plan = importing.read_files(desk, hearing, [book])
        plan = importing.replan(desk, plan, replace(plan.choices, **choices))
        assert (plan.new, plan.already_here) == (0, plan.read)
        assert plan.problems == []


def test_the_other_sheet_comes_in_afterwards(desk: Desk, hearing: int, book: Path) -> None:
    importing.add(desk, importing.read_files(desk, hearing, [book]))
    plan = importing.read_files(desk, hearing, [book])
    plan = importing.replan(desk, plan, replace(plan.choices, tables={0: 1}))
    # Both sheets have a row 2: it is another comment all the same.
    assert (plan.new, plan.already_here, plan.problems) == (2, 0, [])
    importing.add(desk, plan)
    assert names(desk, hearing) == ["Ada Sample", "Bo Sample", "Cy Sample", "Di Sample"]


def test_what_is_here_already_is_not_to_be_looked_at_again(desk: Desk, hearing: int, tmp_path: Path) -> None:
    path = tmp_path / "rows.csv"
    path.write_text("Name,Date,Comment\nAda Sample,5 months ago,Keep it.\n", encoding="utf-8")
    plan = importing.read_files(desk, hearing, [path])
    assert len(plan.problems) == 1
    importing.add(desk, plan)
    again = importing.read_files(desk, hearing, [path])
    assert (again.already_here, again.problems) == (1, [])
