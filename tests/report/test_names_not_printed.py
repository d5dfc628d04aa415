"""A name that is not to be printed stands nowhere: not in the log, the lists, the letters, the index or the minutes."""

import re

import pytest
from changed import replace
from hall_facts import full_facts

from frhearing.model.comment import CommentStatus
from frhearing.report.dump import dump
from frhearing.report.facts import Names, SummaryOptions
from frhearing.report.proceedings import LogLine
from frhearing.report.products import Product, build


def told(given, names, product):
    return dump(build(product, given, SummaryOptions(names=names)))


@pytest.fixture
def given():
    """A hearing whose log names a speaker, a slip without a comment, and somebody of limited access."""
    made = full_facts(60)
    spoken = next(c for c in made.comments if c.heard)
    kept = made.comments[20]
    secret = replace(kept, name="Jane Hidden", organization="Hidden House", status=CommentStatus.RESTRICTED)
    lines = [
        LogLine("2026-02-26T23:50:00Z", "turn_start", f"Slip 3, {spoken.name}, began."),
        LogLine("2026-02-26T23:51:00Z", "called", "Slip 9 (Person Number9) called."),
        LogLine("2026-02-26T23:52:00Z", "motion", "At the wish of Jane Hidden the part is restricted"),
        LogLine("2026-02-26T23:53:00Z", "turn_start", "Hidden Name began; Hidden Named is somebody else."),
    ]
    found = replace(made.proceedings, log=(*made.proceedings.log, *lines))
    comments = tuple(secret if c.number == secret.number else c for c in made.comments)
    return replace(made, proceedings=found, comments=comments), spoken.name


@pytest.mark.parametrize("product", Product)
@pytest.mark.parametrize("names", Names)
def test_who_is_of_limited_access_is_never_named(given, names, product):
    text = told(given[0], names, product)
    for name in ("Jane Hidden", "Hidden House", "Hidden Name "):
        assert name not in text


def test_full_names_are_printed_where_nothing_is_hidden(given):
    facts, speaker = given
    text = told(facts, Names.FULL, Product.FULL)
    assert f"Slip 3, {speaker}, began." in text
    assert "Restricted began; Hidden Named is somebody else." in text
    assert "At the wish of Restricted" in told(facts, Names.FULL, Product.MINUTES)


@pytest.mark.parametrize("names", Names)
def test_a_name_put_right_is_kept_back_as_the_right_one_is(given, names):
    facts, _ = given
    lines = (
        LogLine("2026-02-26T23:54:00Z", "name_corrected", "Slip 9: “Persona Non” corrected to “Person Number9”."),
        LogLine("2026-02-26T23:55:00Z", "name_corrected", "Slip 11: “Hiding Place” corrected to “Hidden Name”."),
        LogLine("2026-02-26T23:56:00Z", "called", "Slip 9 (Persona Non) called; slip 11 (Hiding Place) waits."),
    )
    text = told(replace(facts, proceedings=replace(facts.proceedings, log=lines)), names, Product.FULL)
    assert ("Persona" in text) == (names is Names.FULL)
    assert "Hiding Place" not in text


@pytest.mark.parametrize(("names", "said"), [(Names.INITIALS, "P. N."), (Names.NONE, "Name not given")])
def test_the_log_names_nobody_whom_the_lists_do_not_name(given, names, said):
    facts, _ = given
    text = told(facts, names, Product.FULL)
    everybody = {c.name for c in facts.comments} | {s.name for s in facts.proceedings.slips if s.name}
    assert [name for name in everybody if re.search(rf"{re.escape(name)}(?!\w)", text)] == []
    assert f"Slip 9 ({said}) called." in text
