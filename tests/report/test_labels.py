from dataclasses import replace
from types import MappingProxyType

import pytest
from summary_facts import comments, facts, hearing

from frhearing.model.comment import Channel, CommentStatus, Timeliness
from frhearing.model.position import Stance
from frhearing.model.question import Question
from frhearing.report import labels
from frhearing.report.facts import Edition, EditionKind, Names, SummaryOptions
from frhearing.report.labels import LANGUAGES, Words
from frhearing.report.labels_en import ENGLISH
from frhearing.report.summary import build_summary

WORDS = Words("en")


def test_numbers_dates_and_times_are_written_as_people_write_them():
    assert WORDS.count("comments", 1) == "1 comment"
    assert WORDS.count("comments", 12_345) == "12,345 comments"
    assert WORDS.day("2026-02-26") == "Thursday, February 26, 2026"
    assert WORDS.short_day("2026-02-06") == "Feb 6, 2026"
    assert WORDS.clock("17:30") == "5:30 p.m."
    assert WORDS.clock("00:05") == "12:05 a.m."
    assert WORDS.moment("2026-02-27T05:42:00Z", "America/Chicago") == "February 26, 2026, 11:42 p.m."
    assert WORDS.numbers((3, 8, 14)) == "No. 3, 8 and 14"
    assert WORDS.numbers(range(1, 21)) == "No. 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 and 8 more"


def test_words_that_are_no_date_stay_as_they_are():
    assert WORDS.day("spring 2026") == "spring 2026"
    assert WORDS.short_day("2026-02") == "2026-02"
    assert WORDS.clock("noon") == "noon"


def test_an_unknown_language_is_refused():
    with pytest.raises(KeyError):
        Words("xx")


def _every_kind_of_summary():
    """Hearings and choices that together use every word: all channels, statuses, editions, lengths of time."""
    two = (Question(1, 1, "Keep it?", "keep", "lift"), Question(2, 2, "Adopt it?", "", ""))
    many = comments(150, mixed=True)
    for place, status in enumerate(CommentStatus):
        many[place] = replace(many[place], status=status, text="\x00" * place)
    for place, late in enumerate(Timeliness, 10):
        many[place] = replace(many[place], timeliness=late)
    for place, channel in enumerate(Channel, 20):
        many[place] = replace(many[place], channel=channel, name="", received_at=None)
    for place, stance in enumerate(Stance, 40):
        quotes = many[8].quotes
        many[place] = replace(
            many[place], stances={1: stance}, quotes=quotes, inferred=frozenset({1}), conditions={1: "now"}
        )
    for place in range(60, 90):
        many[place] = replace(many[place], text="\x01", timeliness=Timeliness.LATE_ACCEPTED)
    for kind, names in zip(EditionKind, Names, strict=True):
        held = replace(hearing(two if kind is EditionKind.DRAFT else ()), authority="Charter", note="A note")
        yield replace(facts(many, held), edition=Edition(kind)), SummaryOptions(names=names)
    yield facts(comments(9)), SummaryOptions(sections=("quotes",))
    one = replace(comments(1)[0], received_at=None, channel=Channel.EMAIL)
    yield facts([*comments(8), replace(one, number=9)], replace(hearing(), mode="remote")), SummaryOptions()
    bare = replace(hearing(), mode="in_person", body=replace(hearing().body, clerk_name="", clerk_title=""))
    yield (
        replace(facts([one], bare), warnings=()),
        SummaryOptions(sections=("cover", "counts", "method", "hearing", "certificate")),
    )
    yield facts([replace(c, group=f"Group {c.number}", campaign="") for c in comments(60)]), SummaryOptions()
    for years in (1, 4):
        spread = [
            replace(c, received_at=f"{2026 - c.number % years}-0{c.number % 9 + 1}-01T12:00:00Z") for c in comments(60)
        ]
        yield facts(spread), SummaryOptions()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_label_is_used_and_can_be_filled_in(language, monkeypatch):
    asked = set()

    class Recording(dict):
        def __getitem__(self, key):
            asked.add(key)
            return super().__getitem__(key)

    table, days, months = labels._LANGUAGES[language]
    monkeypatch.setitem(labels._LANGUAGES, language, (Recording(table), days, months))
    for given, options in _every_kind_of_summary():
        build_summary(given, replace(options, language=language))
    assert set(table) - asked == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_the_same_labels(language):
    table, days, months = labels._LANGUAGES[language]
    assert isinstance(table, MappingProxyType)
    assert set(table) == set(ENGLISH)
    assert (len(days), len(months)) == (7, 12)
