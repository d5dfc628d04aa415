"""The token tables: same names in all, and every pair that meets on screen has its contrast (A4)."""

import pytest

from frhearing.drawing.colours import contrast
from frhearing.drawing.stances import ALL_KEYS
from frhearing.ui.theme import PAIRS, STANCE_WORDS, colour_table

TABLES = [(scheme, high) for scheme in ("light", "dark") for high in (False, True)]


@pytest.mark.parametrize(("scheme", "high"), TABLES)
def test_every_pair_has_the_contrast_it_needs(scheme, high):
    table = colour_table(scheme, high)
    weak = [
        (pair.front, pair.back, round(contrast(table[pair.front], table[pair.back]), 2))
        for pair in PAIRS
        if contrast(table[pair.front], table[pair.back]) < pair.need
    ]
    assert weak == []


def test_the_contrast_formula_sees_a_weak_pair():
    assert contrast("#ffffff", "#000000") == pytest.approx(21)
    assert contrast("#999999", "#ffffff") < 3


@pytest.mark.parametrize(("scheme", "high"), TABLES)
def test_all_tables_have_the_same_names(scheme, high):
    assert set(colour_table(scheme, high)) == set(colour_table("light", False))


def test_every_stance_has_a_word():
    assert set(STANCE_WORDS) == set(ALL_KEYS)
