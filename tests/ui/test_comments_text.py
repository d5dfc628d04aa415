"""The text as it is read: every place on screen leads back to the letter in the record, whatever the text holds."""

import pytest
from hostile import HOSTILE_TEXTS
from hypothesis import given
from hypothesis import strategies as st

from frhearing.ui.pages.comments.reading_text import ReadingText
from frhearing.ui.pages.comments.text_map import LONGEST_LINE, TextMap, first_sentence, grown, sentence_around
from frhearing.ui.tables.plain import plain

LINES = "first line\r\nsecond 👍🏽 line\rthird\u2028fourth\n\nlast"


def utf16(text: str) -> int:
    """The number of units by which Qt counts a text."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


@given(st.text(alphabet=st.sampled_from("ab \r\n\u2028\u2029👍\U00010330\ud800\u202e\ufdd0"), max_size=60))
def test_every_place_leads_there_and_back(text):
    paired = TextMap(text)
    assert utf16(paired.shown) == paired.to_shown(len(text))
    inside = {n + 1 for n in range(len(text) - 1) if text[n : n + 2] == "\r\n"}
    for place in range(len(text) + 1):
        if place not in inside:
            assert paired.to_stored(paired.to_shown(place)) == place


def test_what_cannot_be_shown_is_seen_and_line_ends_are_one():
    paired = TextMap("a\x00b\u202ec\r\nd\re")
    assert paired.shown == "a\ufffdb\ufffdc\nd\ne"
    assert paired.stored == "a\x00b\u202ec\r\nd\re"
    assert plain("  J.\u202e\nRoe \x07 ") == "J.\ufffd Roe \ufffd"


def test_an_endless_paragraph_is_broken_on_screen_only():
    text = "word " * 10_000 + "x" * 20_000
    paired = TextMap(text)
    assert max(map(len, paired.shown.split("\n"))) <= LONGEST_LINE
    assert paired.stored == text
    assert paired.shown.replace("\n", "") == text


@pytest.mark.parametrize("text", [text for text in HOSTILE_TEXTS if text.strip()])
def test_selecting_all_of_a_text_gives_all_of_it(qtbot, text):
    reading = ReadingText()
    qtbot.addWidget(reading)
    reading.show_text(text)
    qtbot.waitUntil(lambda: not reading._rest, timeout=20_000)
    reading.select((0, len(text)))
    start, end = reading.selection()
    assert text[start:end] == text.strip()
    assert reading.stored == text


def test_quotes_are_marked_at_their_letters_and_move_with_none_lost(qtbot):
    reading = ReadingText()
    qtbot.addWidget(reading)
    start = LINES.index("third")
    reading.show_text(LINES, [(start, start + 5), (0, 5)])
    marked = {mark.cursor.selectedText() for mark in reading.extraSelections()}
    assert marked == {"third", "first"}
    assert all(mark.format.fontUnderline() for mark in reading.extraSelections())
    reading.mark([])
    assert reading.extraSelections() == []


def test_a_long_text_comes_in_pieces_and_whole(qtbot):
    reading = ReadingText()
    qtbot.addWidget(reading)
    text = "\n".join(f"Line {n} of a very long text." for n in range(20_000))
    reading.show_text(text, [(len(text) - 5, len(text))])
    assert len(reading.toPlainText()) < len(text)
    qtbot.waitUntil(lambda: reading.toPlainText() == text, timeout=20_000)
    assert reading.extraSelections()[0].cursor.selectedText() == "text."


def test_the_sentence_at_a_place_and_the_ones_around_it():
    text = "One is here. Two is there! Three? Four."
    assert text[slice(*sentence_around(text, 15))] == "Two is there!"
    after = grown(text, (13, 26), 1)
    assert text[slice(*after)] == "Two is there! Three?"
    assert text[slice(*grown(text, after, -1))] == "One is here. Two is there! Three?"
    assert grown(text, (0, len(text)), 1) == (0, len(text))
    assert grown(text, (0, len(text)), -1) == (0, len(text))


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("Dear Board,\r\n\r\nLeave them as they are. My yard is small.", "Leave them as they are."),
        ("Estimados miembros:\nNo lo hagan. Gracias.", "No lo hagan."),
        ("No. The trees would go.", "No."),
        ("First, I thank you.\nThen I say no.", "First, I thank you."),
        ("Dear Board,", "Dear Board,"),
        ("Dear Board, I say no.\nAnn", "Dear Board, I say no."),
        ("", ""),
    ],
)
def test_the_first_sentence_of_a_letter_is_not_its_greeting(text, quoted):
    assert text[slice(*first_sentence(text))] == quoted
