import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from frhearing.report.pdf.bidi import base_level, levels, visual_runs

LETTERS = "abcXYZ אבגדה ابتث 0123456789 ٠١٢٣ .,:;!?()[]{}<>-+/%$#&*'\"_=·é"
ALIKE = str.maketrans(")]}>", "([{<")
TURN = str.maketrans("()[]{}<>", ")(][}{><")


def shown(text):
    """The text as it stands on one line from left to right, brackets turned where they run backward."""
    base = base_level(text)
    seen = ""
    for start, end, level in visual_runs(levels(text, base)):
        run = text[start:end]
        seen += run[::-1].translate(TURN) if level % 2 else run
    return seen


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("plain (text) 12", "plain (text) 12"),
        ("אבג", "גבא"),
        ("see אבג (12) now", "see (12) גבא now"),
        ("אבג (12) דה", "הד (12) גבא"),
        ("אבג Main St. 12 דה", "הד Main St. 12 גבא"),
        ("price 12$ אבג 5%", "price 12$ 5% גבא"),
        ("", ""),
    ],
)
def test_known_lines(text, seen):
    assert shown(text) == seen


def test_the_first_strong_letter_decides():
    assert base_level("12 (אבג) then latin") == 1
    assert base_level("12 (then) אבג") == 0
    assert base_level("12 !?") == 0


@given(st.text(LETTERS, max_size=60))
def test_every_character_is_drawn_once(text):
    base = base_level(text)
    level = levels(text, base)
    runs = visual_runs(level)
    assert sorted(place for start, end, _ in runs for place in range(start, end)) == list(range(len(text)))
    assert all(level[place] == depth for start, end, depth in runs for place in range(start, end))


@settings(max_examples=2000)
@given(st.text(LETTERS, min_size=1, max_size=40))
def test_agrees_with_another_implementation(text):
    other = pytest.importorskip("bidi", reason="python-bidi is not installed")
    assert shown(text).translate(ALIKE) == other.get_display(text).translate(ALIKE)
