"""The web page: whole in itself, strictly made, accessible, and saying what the document says."""

import itertools
import re

import pytest
from changed import replace
from hall_facts import full_facts
from page_reading import Page
from printing import PLAIN, document
from summary_facts import comments, facts

from frhearing.report.document import Cell, Chart, Column, Paragraph, Table, TableRow
from frhearing.report.facts import SummaryOptions
from frhearing.report.html import write_html
from frhearing.report.labels import LANGUAGES
from frhearing.report.plain import write_text
from frhearing.report.products import Product, build

FULL = build(Product.FULL, full_facts(60))


def words_of(text):
    """The words of a text in order, without marks, links and drawing of the dump."""
    return re.findall(r"\w+", text)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("product", Product)
def test_every_product_is_a_strict_page(product, language):
    made = build(product, full_facts(60), SummaryOptions(language=language))
    page = Page(write_html(made))
    assert page.faults == []
    assert page.all("html") == [{"lang": made.language}]
    assert page.all("script", "iframe", "object", "embed", "link", "img", "form", "input") == []
    assert len(page.all("h1")) == 1
    assert len(page.all("main")) == 1


def test_the_page_asks_for_nothing_from_elsewhere():
    source = write_html(FULL)
    assert not re.search(r"(?:src|href)=\"(?!#)|url\(|@import|https?://|\bon\w+=", source)


def test_headings_go_down_one_level_at_a_time():
    levels = [int(tag[1]) for tag, _ in Page(write_html(FULL)).elements if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert all(later - sooner <= 1 for sooner, later in itertools.pairwise(levels))


def test_tables_have_a_caption_and_headers_with_scope():
    page = Page(write_html(FULL))
    tables = page.all("table")
    assert len(tables) == sum(isinstance(block, Table) for _, block in FULL.blocks())
    assert len(page.all("caption")) == len(tables)
    assert {header["scope"] for header in page.all("th")} == {"col", "row"}


def test_charts_say_their_numbers():
    source = write_html(FULL)
    charts = [block for _, block in FULL.blocks() if isinstance(block, Chart)]
    pictures = Page(source).all("svg")
    assert len(pictures) == len(charts) >= 3
    assert all(picture["role"] == "img" for picture in pictures)
    for chart in charts:
        assert chart.alternative.replace("&", "&amp;") in source


def test_what_the_page_says_is_what_the_document_says():
    said = words_of(Page(write_html(FULL)).text)
    place = 0
    for _, block in FULL.blocks():
        if isinstance(block, Chart):
            continue
        for paragraph in _texts(block):
            wanted = words_of(paragraph)
            place = _after(said, wanted, place)
            assert place, paragraph


def _texts(value):
    """Every text of a block that is printed, in order."""
    if isinstance(value, Paragraph):
        yield value.text
    elif isinstance(value, Table):
        yield value.summary
        for row in value.rows:
            yield from (cell.text for cell in row.cells)
    elif type(value).__name__ in ("Heading", "Quote"):
        yield value.text
    elif type(value).__name__ == "Entry":
        yield from (line.text for line in value.side)
        yield from (paragraph.text for paragraph in value.paragraphs)
    elif type(value).__name__ == "BulletList":
        yield from value.items


def _after(said, wanted, place):
    """Where the wanted words end at or after a place; 0 where they are not."""
    for start in range(place, len(said) - len(wanted) + 1):
        if said[start : start + len(wanted)] == wanted:
            return start + len(wanted)
    return 0 if wanted else place


def test_hostile_words_are_text_and_nothing_else(hostile_texts):
    some = [
        replace(c, name=t, organization=t, group=t, text=t, campaign=t)
        for c, t in zip(comments(len(hostile_texts)), hostile_texts, strict=True)
    ]
    page = Page(write_html(build(Product.FULL, facts(some))))
    assert page.faults == []
    assert page.all("script", "img", "iframe") == []


def test_markup_in_a_comment_comes_back_as_it_was_written():
    bad = "<script>alert('x')</script> & <b>bold</b> \"quoted\" &amp;"
    page = Page(write_html(document(Paragraph(bad), title=bad)))
    assert page.faults == []
    assert page.text.count(bad) >= 2


def test_other_languages_and_directions_are_marked():
    page = Page(write_html(document(Paragraph("Apoyo la propuesta.", language="es"))))
    assert {"lang": "es", "dir": "auto"} in page.all("p")


def test_a_link_to_what_is_not_printed_is_plain_text():
    table = Table("Numbers", (Column("No.", 1),), (TableRow((Cell("12", link="no-12"),)),))
    assert Page(write_html(document(table))).all("a") == []


def test_the_same_document_gives_the_same_page_and_text():
    assert write_html(FULL) == write_html(build(Product.FULL, full_facts(60)))
    assert write_text(FULL) == write_text(build(Product.FULL, full_facts(60)))


def test_plain_text_says_every_word_and_keeps_within_a_mails_width():
    text = write_text(FULL)
    said = words_of(text)
    for _, block in FULL.blocks():
        if not isinstance(block, Table | Chart):
            for paragraph in _texts(block):
                assert _after(said, words_of(paragraph), 0), paragraph
    assert max(map(len, text.splitlines())) <= 90
    assert set("\t\r\x0c").isdisjoint(text)


def test_tables_in_plain_text_hold_every_cell():
    tables = [block for _, block in FULL.blocks() if isinstance(block, Table)]
    for table in tables:
        lines = write_text(replace(PLAIN, sections=(replace(FULL.sections[2], blocks=(table,)),)))
        for row in table.rows:
            for cell in row.cells:
                assert set(words_of(cell.text)) <= set(words_of(lines)), cell.text
