import string
from types import MappingProxyType

import pytest
from changed import replace
from hall_facts import full_facts, log, quoted_once, rule_sets
from summary_facts import comments, facts, hearing

from frhearing.model.comment import Channel, CommentStatus, Timeliness
from frhearing.model.live.equation import SlipCounts
from frhearing.model.position import Stance
from frhearing.model.question import Question
from frhearing.model.tally import Petitions
from frhearing.report import labels
from frhearing.report.facts import Edition, EditionKind, Names, SummaryOptions, Warned
from frhearing.report.labels import LANGUAGES, Words
from frhearing.report.labels_en import ENGLISH
from frhearing.report.proceedings import Proceedings, RuleChange
from frhearing.report.products import Product, build

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


def _every_kind_of_hall():
    """Hearings at which everything happened, under every rule and on every form."""
    two = (Question(1, 1, "Keep it?", "keep", "lift"), Question(2, 2, "Adopt it?", "adopt", "not adopt"))
    for count, questions in ((24, ()), (150, two)):
        given = full_facts(count, questions)
        yield given, SummaryOptions()
    for rules in rule_sets():
        yield replace(given, hearing=replace(given.hearing, rules=rules)), SummaryOptions(sections=("procedure",))
    for rule in (key.removeprefix("rule.") for key in ENGLISH if key.startswith("rule.")):
        changed = replace(given.proceedings, rule_changes=(RuleChange("2026-02-27T00:35:00Z", rule, "1", "2"),))
        yield replace(given, proceedings=changed), SummaryOptions(sections=("procedure",))
    for state in ("Texas", "WA", "Arizona"):
        held = replace(given.hearing, body=replace(given.hearing.body, state=state))
        sides = [replace(c, stances={1: stance}) for c, stance in zip(given.comments, [*Stance] * 30, strict=True)]
        yield replace(given, hearing=held, comments=tuple(sides)), SummaryOptions()
    one = replace(
        given, comments=tuple(c for c in given.comments if c.spoken)[:2], tally=replace(given.tally, written=1)
    )
    opened = (replace(line, recorded="0:05:00") for line in log() if line.kind == "testimony_opened")
    quiet = Proceedings(log=tuple(opened), treatment={1: given.proceedings.treatment[1]})
    for voices in (one.comments[:1], one.comments[1:], ()):
        yield replace(one, comments=voices, proceedings=quiet), SummaryOptions()
    first = next(c for c in given.comments if c.heard and c.appearance)
    for wish, reader in (("read_by_proxy", "A Reader"), ("read_by_proxy", ""), ("read_by_clerk", "")):
        read = replace(first, channel=Channel.REMOTE, appearance=first.appearance._replace(wish=wish, read_by=reader))
        yield replace(given, comments=(replace(read, text=""),)), SummaryOptions()
    letter = next(c for c in given.comments if not c.spoken)
    empty = [replace(letter, number=number, text="") for number in (1, 99)]
    yield replace(given, comments=(*empty, replace(letter, number=100, channel=Channel.IN_PERSON))), SummaryOptions()
    silent = next(c for c in given.comments if c.spoken and not c.heard)
    yield replace(given, comments=(replace(silent, text=""),)), SummaryOptions()
    for side in (Stance.SUPPORT, Stance.OPPOSE):
        yield quoted_once(given, side), SummaryOptions()
    single = replace(given.tally, petitions=Petitions(1, 1, 1, 2), written=2, late=0)
    alone = replace(given.proceedings.letters[0], copies=given.proceedings.letters[0].copies[:1])
    few = replace(given.proceedings, letters=(alone,), slip_counts=SlipCounts(1, heard=1))
    yield replace(given, tally=single, proceedings=few), SummaryOptions()


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
    codes = ("untagged", "flagged", "no_question", "no_meaning", "quote_lost", "quote_differs", "counters")
    found = tuple(Warned(code, code, number) for code in codes for number in (1, 2))
    yield replace(facts(comments(9)), warnings=found), SummaryOptions(sections=("method",))
    one = replace(comments(1)[0], received_at=None, channel=Channel.EMAIL)
    yield facts([*comments(8), replace(one, number=9)], replace(hearing(), mode="remote")), SummaryOptions()
    bare = replace(hearing(), mode="in_person", body=replace(hearing().body, clerk_name="", clerk_title=""))
    yield (
        replace(facts([one], bare), warnings=()),
        SummaryOptions(sections=("cover", "counts", "method", "hearing", "certificate")),
    )
    yield facts([replace(c, group=f"Group {c.number}", campaign="") for c in comments(60)]), SummaryOptions()
    yield facts([one], bare), SummaryOptions()
    yield facts([]), SummaryOptions()
    yield facts(comments(3)), SummaryOptions(sections=("cover",))
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
    for given, options in [*_every_kind_of_summary(), *_every_kind_of_hall()]:
        for product in Product:
            build(product, given, replace(options, language=language))
    assert set(table) - asked == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_the_same_labels_with_the_same_fields(language):
    table, days, months = labels._LANGUAGES[language]
    assert isinstance(table, MappingProxyType)
    assert set(table) == set(ENGLISH)
    assert [key for key in table if _fields(table[key]) != _fields(ENGLISH[key])] == []
    assert [key for key in table if not table[key].strip()] == []
    assert (len(days), len(months)) == (7, 12)


def _fields(words):
    return {name for _, name, _, _ in string.Formatter().parse(words) if name}


def test_spanish_dates_times_and_numbers_are_written_as_people_write_them():
    words = Words("es")
    assert words.day("2026-02-26") == "jueves, 26 de febrero de 2026"
    assert words.short_day("2026-02-06") == "6 feb 2026"
    assert words.moment("2026-02-27T05:42:00Z", "America/Chicago") == "26 de febrero de 2026, 11:42 p. m."
    assert words.column_day("2026-02-01", "month") == "feb 2026"
    assert words.column_day("2026-02-01", "day") == "1 feb"
    assert words.clock("00:05") == "12:05 a. m."
    assert words.count("comments", 12_345) == "12,345 comentarios"
    assert words.listed(["a", "b", "c"]) == "a, b y c"


def test_no_english_is_left_in_spanish_labels():
    table, _, _ = labels._LANGUAGES["es"]
    same = {key for key in table if table[key] == ENGLISH[key] and any(char.isalpha() for char in _bare(table[key]))}
    assert {table[key] for key in same} == {"Neutral", "Fax", "Total", "Pro", ENGLISH["chart.row"]}


def _bare(words):
    return "".join(text for text, _, _, _ in string.Formatter().parse(words))
