"""The piece of a text that shows why it was found."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frhearing.store.snippets import snippet

LONG = "At first something else was said, at some length and to no end whatever, before the bridge was named at all. "


def marked(text: str, *words: str, open_end: bool = False) -> str:
    """The snippet with its finds in brackets."""
    piece, spans = snippet(text, words, open_end=open_end)
    for start, end in reversed(spans):
        piece = f"{piece[:start]}[{piece[start:end]}]{piece[end:]}"
    return piece


@pytest.mark.parametrize(
    ("text", "words", "open_end", "wanted"),
    [
        ("The bridge is closed.", ("bridge",), False, "The [bridge] is closed."),
        ("The Bridges are closed.", ("bridge",), False, "The [Bridges] are closed."),
        ("They were running.", ("run",), False, "They were running."),  # the index finds it; the mark is left out
        ("They vote, voted, voting.", ("vote",), False, "They [vote], [voted], [voting]."),
        ("Cafés and a cafe\u0301.", ("cafe",), False, "[Cafés] and a [cafe\u0301]."),
        ("Donaudampfschiff", ("donau",), True, "[Donaudampfschiff]"),
        ("Donaudampfschiff", ("donau",), False, "Donaudampfschiff"),
        ("a.b*c (a)", ("a",), False, "[a].b*c ([a])"),
        ("", ("a",), True, ""),
        ("公听会意见", ("公听",), True, "[公听会意见]"),
    ],
)
def test_finds_are_marked(text: str, words: tuple[str, ...], open_end: bool, wanted: str) -> None:
    assert marked(text, *words, open_end=open_end) == wanted


def test_a_find_far_in_is_shown_with_what_stands_around_it() -> None:
    shown = marked(LONG * 3, "bridge")
    assert shown.startswith("…")
    assert shown.endswith("…")
    assert "[bridge] was named" in shown
    assert len(shown) < 130


def test_a_long_text_full_of_the_word_is_looked_at_no_further_than_shown() -> None:
    """SQLite's own snippet takes minutes over this one."""
    piece, spans = snippet("word " * 200_000, ["word"], open_end=True)
    assert piece.startswith("word word")
    assert len(spans) < 30


@given(
    st.text("ab é公_.\n", max_size=300),
    st.lists(st.text("abé公", min_size=1, max_size=3), min_size=1, max_size=3),
    st.booleans(),
)
def test_spans_lie_within_and_the_piece_within_the_text(text: str, words: list[str], open_end: bool) -> None:
    piece, spans = snippet(text, words, open_end=open_end)
    assert piece.strip("…") in text
    assert all(0 <= a < b <= len(piece) for a, b in spans)
    assert list(spans) == sorted(spans)
