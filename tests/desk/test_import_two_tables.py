"""Two tables of comments in one file of text: both are seen, and both can be taken in."""

import pytest

from frhearing.desk import importing, testimony
from frhearing.desk.desk import Desk
from frhearing.desk.hearings import create_hearing
from frhearing.model.filter import CommentFilter
from frhearing.model.hearing import NewHearing
from frhearing.model.question import NewQuestion

NAMED = "Name,Comment\nJane Roe,Keep it going.\nPat Doe,Lift it now.\n{}Name,Position,Comment\nAl Poe,yes,I like it.\n"
UNNAMED = "who,a\nJane Roe,Keep it going.\nPat Doe,Lift it now.\n\nwho,b,c\nAl Poe,yes,I like it.\nBo Lee,no,Never.\n"


@pytest.fixture
def hearing(desk: Desk) -> int:
    asked = (NewQuestion("Keep the pause?", "keep", "lift"),)
    return create_hearing(desk, NewHearing("Pause", "Common Council", "2026-02-26", questions=asked))[0]


@pytest.mark.parametrize("between", ["\n", "", "\nMarch\n"])
def test_both_tables_are_taken_in_where_the_clerk_wants_it(desk, hearing, tmp_path, between):
    path = tmp_path / "two.csv"
    path.write_text(NAMED.format(between), "utf-8")
    plan = importing.read_files(desk, hearing, [path])
    assert plan.new == 2
    assert len(plan.not_read) == 1
    both = importing.replan(desk, plan, importing.Choices(also={0: {1}}))
    assert both.new == 3
    assert not both.not_read
    result, _ = importing.add(desk, both)
    assert (result.read, result.added, result.refused) == (3, 3, ())
    ids = testimony.list_ids(desk, hearing, CommentFilter(descending=False))
    found = [testimony.get_comment(desk, one) for one in ids]
    assert [(c.name, c.text) for c in found] == [
        ("Jane Roe", "Keep it going."),
        ("Pat Doe", "Lift it now."),
        ("Al Poe", "I like it."),
    ]
    again = importing.read_files(desk, hearing, [path])
    assert importing.replan(desk, again, importing.Choices(also={0: {1}})).new == 0


def test_tables_of_two_widths_whose_columns_nobody_knows_are_still_tables(desk, hearing, tmp_path):
    path = tmp_path / "odd.csv"
    path.write_text(UNNAMED, "utf-8")
    [reading] = importing.read_files(desk, hearing, [path]).readings
    assert not reading.refusal
    assert [table.header for table in reading.tables] == [("who", "a"), ("who", "b", "c")]
    assert [len(table.rows) for table in reading.tables] == [2, 2]


def test_prose_with_commas_is_still_no_table(desk, hearing, tmp_path):
    path = tmp_path / "prose.csv"
    lines = [", ".join(["words of a letter"] * (n % 4 + 1)) + "." for n in range(24)]
    path.write_text("\n".join(lines), "utf-8")
    [reading] = importing.read_files(desk, hearing, [path]).readings
    assert "no columns can be made out" in reading.refusal
