"""How somebody was heard, and when a comment came, as the lists, the appendix and the log say it."""

import pytest
from changed import replace
from hall_facts import full_facts, quoted_once

from frhearing.model.comment import Channel
from frhearing.model.position import Stance
from frhearing.report.dump import dump
from frhearing.report.facts import Names, SummaryOptions
from frhearing.report.labels import Words
from frhearing.report.proceedings import LogLine
from frhearing.report.summary import build_summary


def printed(given, key, names=Names.FULL):
    return dump(build_summary(given, SummaryOptions(sections=(key, "appendix"), names=names)))


def with_one(given, **fields):
    """The hearing with one voice only, whose slip has these fields; its channel and text may be among them."""
    heard = next(c for c in given.comments if c.heard and c.appearance)
    plain = {name: fields.pop(name) for name in ("channel", "text", "received_at") if name in fields}
    return replace(given, comments=(replace(heard, appearance=heard.appearance._replace(**fields), **plain),)), heard


@pytest.mark.parametrize(
    ("wish", "reader", "names", "said"),
    [
        ("read_by_proxy", "Proxy Reader", Names.FULL, "read by Proxy Reader"),
        ("read_by_proxy", "Proxy Reader", Names.INITIALS, "read by P. R."),
        ("read_by_proxy", "Proxy Reader", Names.NONE, "read by somebody else"),
        ("read_by_proxy", "", Names.FULL, "read by somebody else"),
        ("read_by_clerk", "", Names.FULL, "read by the clerk"),
    ],
)
def test_a_statement_read_by_another_says_so_beside_the_name(wish, reader, names, said):
    given, heard = with_one(full_facts(), wish=wish, read_by=reader)
    text = printed(given, "appearances", names)
    row = next(line for line in text.splitlines() if f", {said}" in line)
    assert row.startswith(f"| {heard.number}")
    assert f"    {said}" in text.splitlines()
    assert ("Proxy" in text) == (names is Names.FULL and bool(reader))


def test_who_was_heard_from_afar_is_marked_so():
    given, _ = with_one(full_facts(), channel=Channel.REMOTE)
    assert ", remotely" in printed(given, "appearances")
    given, _ = with_one(full_facts())
    assert ", remotely" not in printed(given, "appearances")


def test_a_reader_is_not_named_in_the_log_where_names_are_not_printed():
    given, _ = with_one(full_facts())
    slips = (replace(given.proceedings.slips[0], read_by="Proxy Reader"),)
    log = (LogLine("2026-02-26T23:50:00Z", "turn_start", "Slip 1, read by Proxy Reader began."),)
    given = replace(given, proceedings=replace(given.proceedings, slips=slips, log=log))
    assert "read by Proxy Reader" in printed(given, "events")
    assert "Proxy" not in printed(given, "events", Names.NONE)
    hidden = replace(given.proceedings, slips=(replace(slips[0], open=False),))
    assert "Proxy" not in printed(replace(given, proceedings=hidden), "events")


def test_a_speaker_without_a_text_was_heard_and_did_not_merely_register():
    given, _ = with_one(full_facts(), text="")
    assert "the speaker was heard, and the words were not taken down" in printed(given, "appearances")
    given, _ = with_one(full_facts(), text="", status="registration_only")
    assert "a position was registered without words" in printed(given, "registrations")


def test_a_day_without_a_time_is_printed_without_one_and_another_year_with_it():
    words = Words("en")
    assert words.short_moment("2026-02-27T15:42:00Z", "America/Chicago", "2026-02-26") == "Feb 27, 9:42 a.m."
    assert words.short_moment("2018-06-05T04:00:00Z", "America/New_York", "2024-10-22") == "Jun 5, 2018"
    assert words.short_moment("2026-02-27T06:00:00Z", "America/Chicago", "2026-02-26") == "Feb 27"
    assert words.short_moment("2026-02-27T06:00:01Z", "America/Chicago") == "Feb 27, 12:00 a.m."


@pytest.mark.parametrize(("side", "word"), [(Stance.SUPPORT, "in support"), (Stance.OPPOSE, "opposed")])
def test_a_side_whose_quotes_were_printed_before_is_not_called_silent(side, word):
    given = quoted_once(full_facts(150), side)
    text = dump(build_summary(given, SummaryOptions(sections=("concerns", "quotes"))))
    assert f"The quotes {word} on this theme stand above, under another one." in text
    assert "The quotes marked from this side stand above, with the main concerns." in text
    assert text.count("No quote is marked from this side.") == 1
