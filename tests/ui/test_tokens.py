"""The token tables: same names in all, and every pair that meets on screen has its contrast (A4)."""

import sys

import pytest
from PySide6.QtCore import Qt

from frhearing.drawing.colours import contrast
from frhearing.drawing.stances import ALL_KEYS
from frhearing.ui import theme
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


def test_a_desktop_in_high_contrast_is_followed(dressed, monkeypatch):
    monkeypatch.setattr(sys.modules["frhearing.ui.theme.theme"], "_system_wants_contrast", lambda: True)
    theme.use("system", 1.0)
    assert theme.theme.color("text").name() == "#000000"
    assert theme.theme.focus_width == 3
    theme.use("light", 1.0)
    assert theme.theme.tokens is colour_table("light", False)


def test_a_desktop_that_turns_dark_is_followed(dressed, monkeypatch):
    theme.use("system", 1.0)
    monkeypatch.setattr(sys.modules["frhearing.ui.theme.theme"], "_system_is_dark", lambda: True)
    dressed.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert theme.theme.tokens is colour_table("dark", False)
    assert dressed.palette().window().color().name() == theme.theme.tokens["bg"]
