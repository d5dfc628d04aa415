"""Words set by their pairs of letters are what the shaper makes of them whole."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frhearing.report.pdf import faces
from frhearing.report.pdf.shelf import FontShelf

FACES = (faces.SERIF, faces.SERIF_ITALIC, faces.SERIF_STRONG, faces.SANS, faces.SANS_STRONG)
LETTERS = [*map(chr, range(0x21, 0x7F)), *map(chr, range(0xC0, 0x180)), *"«»¡¿–—‘’“”…·"]
SHELF = FontShelf()


def alike(name, features, word):
    font = SHELF.font(name)
    quick = SHELF.pairs(font, features).word(word, 10.25)
    whole = font.shape(word, 10.25, features)
    if quick is not None:
        assert quick == (font.points(whole.units, 10.25), whole.glyphs)
        assert whole.faithful
    return quick is not None


@pytest.mark.parametrize("features", [{}, {"tnum": True}], ids=["usual", "tabular"])
@pytest.mark.parametrize("name", FACES)
def test_pairs_make_the_words_that_the_shaper_makes(name, features):
    rnd = random.Random(7)
    words = ["".join(rnd.choices(LETTERS, k=rnd.randint(1, 12))) for _ in range(3000)]
    words += ["To", "AVAST", "r.", "“V.”", "1,234.50", "p.m.", "L’Été", "Wąż", "Óscar", "Dvořák:"]
    assert sum(alike(name, features, word) for word in words) > 2500


@pytest.mark.parametrize("name", FACES)
def test_a_word_with_a_ligature_is_shaped_whole(name):
    assert not alike(name, {}, "staff")
    assert alike(name, {}, "stab")


@given(st.text(min_size=1, max_size=20))
def test_whatever_the_word_the_quick_way_is_right_or_not_taken(word):
    for name in (faces.SERIF, faces.SANS_STRONG):
        if FontShelf().font(name).face.coverage.issuperset(map(ord, word)):
            alike(name, {}, word)
