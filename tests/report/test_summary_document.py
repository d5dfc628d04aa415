"""What the summary says: its numbers are those of the tally, its quotes are exact, its words are people's own."""

import re
from pathlib import Path

import pytest
from changed import replace
from hall_facts import full_facts
from summary_facts import comments, facts, hearing

from frhearing.model.comment import CommentStatus
from frhearing.model.passage import Passage, PassageKind
from frhearing.model.position import Stance
from frhearing.model.question import Question
from frhearing.report.document import Chart, Document, Entry, KeyFigures, Quote, Table
from frhearing.report.dump import dump
from frhearing.report.facts import SECTION_KEYS, Edition, EditionKind, Names, SummaryOptions
from frhearing.report.products import Product, build
from frhearing.report.sections.quotes import at_most, spread
from frhearing.report.summary import build_summary

# To accept a change: the files hold what dump(build(…, full_facts(24))) gives.
GOLDEN = Path(__file__).resolve().parents[1] / "golden"
MANY = facts(comments(150))


def section(document: Document, key: str):
    return next(part for part in document.sections if part.key == key)


def tables(part):
    return [block for block in part.blocks if isinstance(block, Table)]


def column(table, title):
    place = [column.title for column in table.columns].index(title)
    return {row.cells[0].text: row.cells[place].text for row in table.rows}


@pytest.mark.parametrize("product", Product)
def test_every_product_reads_like_the_golden_one(product):
    name = {Product.FULL: "summary"}.get(product, str(product))
    assert dump(build(product, full_facts())) == (GOLDEN / f"{name}.txt").read_text(encoding="utf-8")


def test_numbers_of_the_count_sheet_are_those_of_the_tally():
    tally = MANY.tally
    sheet = column(tables(section(build_summary(MANY), "counts"))[1], "Number")
    assert sheet["On the record"] == "150"
    assert sheet["Counted"] == str(tally.counted)
    assert sheet["Not counted"] == str(tally.outside_total)
    assert int(sheet["Counted"]) + int(sheet["Not counted"]) == int(sheet["On the record"])
    assert int(sheet["Spoken"]) + int(sheet["Written"]) == int(sheet["Counted"])
    assert sheet["Late, accepted"] == str(tally.late)
    assert sheet["Distinct texts"] == str(tally.distinct_texts)


def test_positions_add_up_to_all_that_is_counted():
    table = tables(section(build_summary(MANY), "counts"))[0]
    numbers = column(table, "Comments")
    found = MANY.tally.questions[0].stances
    for stance, word in ((Stance.SUPPORT, "Support"), (Stance.OPPOSE, "Oppose"), (Stance.NOT_STATED, "Not stated")):
        assert numbers[word] == str(found[stance])
    assert int(numbers["Tagged"]) + int(numbers["Not tagged yet"]) == int(numbers["All counted"]) == MANY.tally.counted
    shares = column(table, "Share of tagged")
    assert shares["Support"] == f"{found.percent(Stance.SUPPORT)} %"
    assert column(table, "Meaning")["Support"] == "keep the pause"


def test_below_ten_tagged_comments_no_share_is_printed():
    few = build_summary(facts(comments(8)))
    table = tables(section(few, "counts"))[0]
    assert set(column(table, "Share of tagged").values()) == {""}
    assert "No shares are printed below 10 tagged comments." in dump(few)


@pytest.mark.parametrize("key", ["groups", "themes", "times"])
def test_chart_alternative_and_table_say_the_same_numbers(key):
    part = section(build_summary(MANY), key)
    chart = next(block for block in part.blocks if isinstance(block, Chart))
    table = tables(part)[0]
    for row in chart.rows:
        if not row.total:
            continue
        cells = next(line.cells for line in table.rows if line.cells[0].text == row.label)
        assert cells[-1].text == str(row.total)
        assert f"{row.label}: " in chart.alternative
        assert f"; total {row.total}." in chart.alternative
        for number, stance in zip(cells[1:], ("support", "oppose", "mixed", "neutral"), strict=False):
            assert number.text == str(row.counts.get(stance, 0))


def test_groups_add_up_to_all_that_is_counted():
    table = tables(section(build_summary(MANY), "groups"))[0]
    assert table.rows[-1].total
    assert table.rows[-1].cells[-1].text == str(MANY.tally.counted)


def test_comments_are_not_votes_stands_with_the_counts():
    part = section(build_summary(MANY), "counts")
    assert "Comments are not votes" in part.blocks[0].text


def test_every_comment_is_printed_in_full_in_order_of_number():
    entries = [block for block in section(build_summary(MANY), "appendix").blocks if isinstance(block, Entry)]
    assert [entry.title for entry in entries] == [f"No. {n}" for n in range(1, 151)]
    assert [entry.paragraphs[0].text for entry in entries] == [comment.text for comment in MANY.comments]


def test_what_is_not_counted_is_listed_with_its_reason_and_in_no_list_of_those_counted():
    document = build_summary(MANY)
    outside = {row.cells[0].text for row in tables(section(document, "outside"))[0].rows}
    assert outside == {"61", "122"}
    assert "Withdrawn: asked for by the writer" in dump(document)
    listed = {
        row.cells[0].text
        for key in ("appearances", "written")
        for table in tables(section(document, key))
        for row in table.rows
    }
    assert not listed & outside
    assert len(listed) == MANY.tally.counted


def test_quotes_stand_letter_for_letter_and_a_paraphrase_without_marks():
    some = comments(12)
    said = replace(some[0], quotes=(Passage(1, 1, 1, 0, 4, "He said “no”", PassageKind.VERBATIM, True, None),))
    told = replace(
        some[1], quotes=(Passage(2, 2, 1, None, None, "Told otherwise", PassageKind.PARAPHRASE, True, None),)
    )
    quotes = [b for b in section(build_summary(facts([said, told])), "quotes").blocks if isinstance(b, Quote)]
    assert {quote.text for quote in quotes} == {"“He said “no””", "Told otherwise"}
    assert [quote.attribution.endswith("paraphrase") for quote in quotes if quote.text == "Told otherwise"] == [True]


def test_both_sides_get_as_many_quotes_as_the_smaller_one_has():
    assert at_most(20, 6) == 6
    assert at_most(20, 0) == 4
    assert at_most(50, 40) == 8


def test_quotes_of_many_people_come_before_two_of_one():
    some = comments(3)
    passage = Passage(1, 1, 1, 0, 1, "x", PassageKind.VERBATIM, True, None)
    marked = [(some[0], passage), (some[0], passage), (some[0], passage), (some[1], passage), (some[2], passage)]
    assert [comment.number for comment, _ in spread(marked, 3)] == [1, 2, 3]
    assert [comment.number for comment, _ in spread(marked, 4)] == [1, 1, 2, 3]


def test_sections_come_in_the_order_and_under_the_titles_that_the_clerk_chose():
    options = SummaryOptions(sections=("counts", "appendix", "cover"), titles={"counts": " Our numbers "})
    document = build_summary(MANY, options)
    assert [part.key for part in document.sections] == ["counts", "appendix", "cover"]
    assert document.sections[0].title == "Our numbers"


def test_a_section_that_does_not_exist_is_refused():
    with pytest.raises(KeyError):
        build_summary(MANY, SummaryOptions(sections=("weather",)))


def test_every_section_is_there_when_there_is_something_to_print():
    assert tuple(part.key for part in build_summary(full_facts(150)).sections) == SECTION_KEYS


def test_a_hearing_without_comments_still_makes_a_summary():
    empty = build_summary(replace(facts([]), dossier=(), themes=(), warnings=()))
    keys = [part.key for part in empty.sections]
    assert keys == ["cover", "contents", "hearing", "attendance", "questions", "counts", "method", "certificate"]


def test_several_questions_are_told_apart_everywhere():
    two = (
        Question(1, 1, "Keep the pause?", "keep", "lift"),
        Question(2, 2, "Adopt an ordinance?", "adopt", "do not adopt"),
    )
    some = [replace(c, stances={**c.stances, 2: Stance.OPPOSE}) for c in comments(30)]
    document = build_summary(facts(some, hearing(two)))
    text = dump(document)
    assert "Positions on question 2" in text
    assert "▼ Q2: Oppose" in text
    assert column(tables(section(document, "counts"))[1], "Comments")["Oppose"] == "30"
    assert [c.title for c in tables(section(document, "written"))[0].columns][-2:] == ["Q1", "Q2"]


def test_names_can_be_printed_as_initials_or_not_at_all():
    full = {comment.name for comment in MANY.comments}
    for names in (Names.INITIALS, Names.NONE):
        text = dump(build_summary(MANY, SummaryOptions(names=names)))
        assert not any(name in text for name in full)
    assert re.search(r"== No\. 1 · \w\. \w\.", dump(build_summary(MANY, SummaryOptions(names=Names.INITIALS))))


def test_editions_say_what_they_are_and_only_a_draft_is_marked():
    for kind, words, mark in (
        (EditionKind.DRAFT, "Draft 3", "DRAFT"),
        (EditionKind.CERTIFIED, "Certified", ""),
        (EditionKind.CORRECTED, "Corrected 3", ""),
    ):
        document = build_summary(replace(MANY, edition=Edition(kind, 3)))
        assert document.edition == words
        assert document.draft == mark
        assert f"{words} · record of February 27, 2026, 9:42 a.m." in dump(document)


def test_replaced_characters_are_listed_on_the_method_page_with_number_and_code_point():
    some = comments(3)
    some[1] = replace(some[1], text="bell\x07 \U00012000", name="Bad\x00 Name")
    document = build_summary(facts(some))
    table = next(t for t in tables(section(document, "method")) if t.columns[0].title == "Code point")
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["U+0000", "1", "No. 2"],
        ["U+0007", "1", "No. 2"],
        ["U+12000", "1", "No. 2"],
    ]


def test_warnings_are_printed_with_the_method():
    assert "* 2 comments are not tagged." in dump(build_summary(MANY))


def test_a_comment_in_another_language_carries_its_language():
    some = comments(2)
    some[1] = replace(some[1], language="es")
    entries = [b for b in section(build_summary(facts(some)), "appendix").blocks if isinstance(b, Entry)]
    assert [entry.paragraphs[0].language for entry in entries] == ["", "es"]


def test_hostile_words_in_every_field_make_a_document(hostile_texts):
    some = [
        replace(c, name=t, organization=t, group=t, capacity=t, status_reason=t, campaign=t, text=t)
        for c, t in zip(comments(len(hostile_texts)), hostile_texts, strict=True)
    ]
    bad = hearing()
    for text in hostile_texts:
        body = replace(bad.body, name=text, jurisdiction=text, clerk_name=text, presiding_officer=text)
        changed = replace(bad, title=text, place=text, notice=text, date=text, starts=text, mode=text, body=body)
        assert build_summary(facts(some, changed)).sections


def test_a_restricted_comment_is_counted_but_neither_its_words_nor_its_name_are_printed():
    some = comments(12)
    secret = replace(
        some[8],
        name="Jane Hidden",
        text="I live at 12 Secret Street.",
        organization="Hidden House",
        status=CommentStatus.RESTRICTED,
        status_reason="confidential address",
        quotes=(Passage(1, 9, 1, 0, 1, "Secret Street", PassageKind.VERBATIM, True, None),),
    )
    document = build_summary(facts([*some[:8], secret, *some[9:]]))
    text = dump(document)
    assert "Secret" not in text
    assert "Hidden" not in text
    assert "confidential address" in text
    assert column(tables(section(document, "counts"))[1], "Number")["Counted"] == "12"


def test_key_figures_never_show_a_number_without_its_denominator():
    figures = [
        figure
        for block in section(build_summary(MANY), "counts").blocks
        if isinstance(block, KeyFigures)
        for figure in block.figures
    ]
    assert [f.note for f in figures if f.label == "Counted"] == ["of 150 comments"]
    assert all("of tagged" in f.note for f in figures if f.mark and f.mark != "not_tagged")


def test_quotes_of_several_sides_say_theirs_in_words():
    document = build_summary(full_facts())
    quotes = [block for block in section(document, "concerns").blocks if isinstance(block, Quote)]
    assert quotes
    said = {
        "support": "Support",
        "oppose": "Oppose",
        "mixed": "Mixed",
        "neutral": "Neutral",
        "not_tagged": "Not tagged yet",
    }
    assert all(f" · {said[quote.mark]} · No. " in quote.attribution for quote in quotes)
