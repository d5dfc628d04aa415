"""Whatever was written comes back out of the file letter for letter, read along the structure tree."""

import json
import random
import re
import unicodedata

import pypdfium2
import pytest
from changed import replace
from hypothesis import given, settings
from hypothesis import strategies as st
from printing import gated, paragraphs, printed, read_back
from reading import structure
from summary_facts import comments, facts

from frhearing.report.pdf import faces, write_pdf
from frhearing.report.pdf.lines import break_text
from frhearing.report.pdf.shelf import FontShelf
from frhearing.report.pdf.style import TextStyle
from frhearing.report.summary import build_summary

SCRIPTS = "".join(
    chr(code)
    for first, last in (
        (0x20, 0x17F),
        (0x300, 0x315),
        (0x370, 0x3FF),
        (0x400, 0x4FF),
        (0x5D0, 0x5EA),
        (0x620, 0x64A),
        (0x904, 0x939),
        (0xE01, 0xE2E),
        (0x1780, 0x17A2),
        (0x1EA0, 0x1EF9),
        (0x2010, 0x2027),
        (0x3040, 0x309A),
        (0x4E00, 0x4E40),
        (0xAC00, 0xAC40),
        (0x1F600, 0x1F640),
    )
    for code in range(first, last + 1)
)
anything = st.text(st.one_of(st.sampled_from(SCRIPTS + "  \n\n"), st.characters()), max_size=400)


def check(texts):
    back = read_back(printed(texts))
    expected = [paragraphs(text) for text in gated(texts)]
    assert len(back) == len(expected)
    for came, want in zip(back, expected, strict=True):
        assert came == want


@settings(max_examples=12)
@given(st.lists(anything, min_size=1, max_size=40))
def test_generated_texts(texts):
    check(texts)


def test_a_thousand_random_texts_of_words_and_signs():
    rnd = random.Random(20260226)
    alphabet = SCRIPTS + " " * 120 + "\n\u200d\u00ad\u2019\t\x07\ud800"
    check(["".join(rnd.choices(alphabet, k=rnd.randint(0, 160))) for _ in range(1000)])


def test_texts_that_have_broken_programs(hostile_texts):
    check(hostile_texts)


def test_every_naughty_string(shared_data):
    strings = json.loads((shared_data / "torture-strings" / "blns.json").read_text(encoding="utf-8"))
    assert len(strings) > 400
    check(strings)


def test_words_and_lines_are_also_what_another_reader_finds():
    texts = [
        "The council heard testimony on the proposal; 3 < 4 & that is <b>not</b> markup. " * 9,
        "Línea uno, ¿qué pasó?\nLínea dos, ñandú.\n\nNuevo párrafo: office, fluff, affine.",
    ]
    pdf = pypdfium2.PdfDocument(printed(texts))
    seen = "".join(page.get_textpage().get_text_range() for page in pdf)
    pdf.close()
    flat = re.sub(r"\s+", "", seen)
    for text in texts:
        assert re.sub(r"\s+", "", text) in flat


@pytest.mark.parametrize(
    "text",
    [
        "x" * 200_000,
        "中" * 50_000,
        "א" * 50_000,
        "가" * 50_000,
        "\u1100\u1161\u11a8" * 20_000,
        "a" + "\u0301" * 20_000,
        "👨‍👩‍👧" * 3_000,
        "word " * 200_000,
        " " * 5_000 + "indented" + " " * 5_000,
        "https://example.org/" + "very-long-path/" * 300,
        "line\n" * 4_000,
    ],
    ids=[
        "word",
        "ideographs",
        "hebrew",
        "hangul",
        "letters-of-hangul",
        "marks",
        "families",
        "megabyte",
        "spaces",
        "address",
        "lines",
    ],
)
def test_overlong_texts_come_back_whole(text):
    check([text, "after it"])


@pytest.mark.parametrize("text", ["각하 공청회 의견", "がぎぐ プレゼン", "é ñ ồ"])
def test_letters_written_apart_are_drawn_as_one(text):
    style = TextStyle(FontShelf(), faces.SERIF, 10, 14, "#000000")
    apart = unicodedata.normalize("NFD", text)
    assert apart != text
    assert break_text(apart, style, 400).lines[0].width == pytest.approx(break_text(text, style, 400).lines[0].width)


@pytest.mark.parametrize("field", ["name", "organization", "group"])
def test_a_word_without_end_in_any_field_is_printed_whole(field):
    some = comments(12)
    some[2] = replace(some[2], **{field: "x" * 200_000})
    assert "x" * 200_000 in structure(write_pdf(build_summary(facts(some))).data).whole
