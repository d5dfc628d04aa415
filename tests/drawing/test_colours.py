import pytest

from frhearing.drawing.colours import DARK, LIGHT, PRINT, blend, contrast

# Foreground, background and the least contrast between them (WCAG 2.1: text 4.5, graphics 3).
PAIRS = [
    ("text", "surface", 4.5),
    ("text", "bg", 4.5),
    ("text2", "surface", 4.5),
    ("text2", "bg", 4.5),
    ("text3", "surface", 4.5),
    ("text3", "bg", 4.5),
    ("text3", "surface2", 4.5),
    ("text2", "sel", 4.5),
    ("sel_text", "sel", 4.5),
    ("rail_text", "rail", 4.5),
    ("rail_text_on", "rail_on", 4.5),
    ("on_accent", "accent", 4.5),
    ("accent_text", "surface", 4.5),
    ("accent_text", "accent_soft", 4.5),
    ("border_strong", "surface", 3),
    ("border_strong", "bg", 3),
    ("focus", "surface", 3),
    ("focus", "bg", 3),
    *((stance, ground, 3) for stance in ("support", "oppose", "mixed", "neutral") for ground in ("surface", "sel")),
    ("not_stated", "surface", 3),
    *(
        (f"{stance}_fg", f"{stance}_bg", 4.5)
        for stance in ("support", "oppose", "mixed", "neutral", "not_stated", "not_tagged")
    ),
    *((f"on_{stance}", stance, 4.5) for stance in ("support", "oppose", "mixed", "neutral")),
    ("on_not_stated", "surface2", 4.5),
    ("on_not_tagged", "surface", 4.5),
    ("warn_fg", "warn_bg", 4.5),
    ("warn_icon", "surface", 3),
    ("danger_fg", "danger_bg", 4.5),
    ("on_danger", "danger", 4.5),
    ("ok_fg", "ok_bg", 4.5),
    ("ok_fg", "surface", 4.5),
    ("text", "quote_bg", 4.5),
    ("quote_line", "surface", 3),
]


@pytest.mark.parametrize("palette", [LIGHT, DARK, PRINT], ids=["light", "dark", "print"])
@pytest.mark.parametrize(("front", "back", "least"), PAIRS)
def test_every_pair_can_be_read(palette, front, back, least):
    assert contrast(palette[front], palette[back]) >= least


def test_print_inks_can_be_read_on_white():
    for ink in ("text", "text2", "text3", "heading"):
        assert contrast(PRINT[ink], "#ffffff") >= 4.5


def test_contrast_of_black_on_white_is_the_greatest():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#777777") == pytest.approx(1)


def test_blend_lies_between_its_two_colours():
    assert blend("#000000", "#ffffff", 0.5) == "#808080"
    assert blend("#123456", "#ffffff", 0) == "#123456"
    assert blend("#123456", "#ffffff", 1) == "#ffffff"
