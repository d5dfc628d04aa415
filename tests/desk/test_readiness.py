"""Readiness of a hearing, in sentences that hold for one as for many."""

from pathlib import Path

from clerk import open_hearing, record

from frhearing.desk import codebook
from frhearing.desk.readiness import readiness


def test_one_of_a_thing_is_told_as_one(tmp_path: Path) -> None:
    desk, hearing = open_hearing(tmp_path)
    with desk:
        groups = len(codebook.list_groups(desk))
        codebook.retire_theme(desk, codebook.list_themes(desk, hearing)[0].id)
        record(desk, hearing, "I say no.")
        told = [check.text for check in readiness(desk, hearing)]
        assert f"1 theme, {groups} groups" in told
        assert "0 of 1 comment is tagged" in told
        codebook.add_theme(desk, hearing, "Cost")
        record(desk, hearing, "I say yes.")
        told = [check.text for check in readiness(desk, hearing)]
        assert f"2 themes, {groups} groups" in told
        assert "0 of 2 comments are tagged" in told
