"""The design tokens of the window: colours in four tables of the same names, the type scale, the radii.

The light and the dark table are ``frhearing.drawing.colours``, which the printed summary uses too; the two
of high contrast are derived from them here. Nothing else in the window writes a colour (6-interface.md (c)).
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, NamedTuple

from frhearing.drawing.colours import DARK, LIGHT, Palette
from frhearing.drawing.stances import ALL_KEYS, STANCES


class Pair(NamedTuple):
    """Two tokens that meet on screen and the contrast they need (WCAG 2.1: 4.5 for text, 3 for graphics)."""

    front: str
    back: str
    need: float


class TypeStep(NamedTuple):
    """One step of the type scale: pixels at 100 %, weight, line height in pixels."""

    size: int
    weight: int
    line: int


def _high_contrast(base: Palette, ink: str, paper: str) -> Palette:
    """Give a table's high-contrast twin: pure ink and paper, pale fills dropped, fills of stances kept."""
    table = dict(base)
    for name in ("bg", "surface", "surface2", "surface3", "rail", "accent_soft", "sel", "hover", "quote_bg"):
        table[name] = paper
    for name in ("border", "border_strong", "text", "text2", "text3", "accent_text", "sel_text", "focus"):
        table[name] = ink
    table |= {"rail_text": ink, "rail_text_on": paper, "rail_on": ink, "accent": ink, "on_accent": paper}
    table |= {"accent_hover": ink, "not_tagged": ink, "not_stated": ink}
    for name in ALL_KEYS:
        table[f"{name}_bg"], table[f"{name}_fg"] = paper, ink
    for name in ("warn", "danger", "ok"):
        table[f"{name}_bg"], table[f"{name}_fg"] = paper, ink
    table |= {"warn_icon": ink, "quote_line": ink, "danger": ink, "on_danger": paper}
    return MappingProxyType(table)


CONTRAST_LIGHT: Final[Palette] = _high_contrast(LIGHT, "#000000", "#ffffff")
CONTRAST_DARK: Final[Palette] = _high_contrast(DARK, "#ffffff", "#000000")

TYPE: Final[Mapping[str, TypeStep]] = MappingProxyType(
    {
        "key": TypeStep(11, 600, 14),
        "caption": TypeStep(12, 400, 16),
        "caption_strong": TypeStep(12, 600, 16),
        "ui": TypeStep(13, 400, 18),
        "strong": TypeStep(13, 600, 18),
        "read": TypeStep(15, 400, 23),
        "h3": TypeStep(15, 600, 20),
        "h2": TypeStep(19, 600, 26),
        "h1": TypeStep(25, 700, 32),
        "figure": TypeStep(28, 700, 34),
        "timer": TypeStep(104, 700, 104),
    }
)
FILLED: Final = STANCES[:4]
"""The stances whose bars are filled; "not stated" is an outline and carries its number in dark."""

RADIUS: Final[Mapping[str, int]] = MappingProxyType({"input": 4, "button": 6, "card": 8})
STANCE_WORDS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "support": "Support",
        "oppose": "Oppose",
        "mixed": "Mixed",
        "neutral": "Neutral",
        "not_stated": "Not stated",
        "not_tagged": "Not tagged",
    }
)

_TEXT = 4.5
_GRAPHIC = 3.0
PAIRS: Final[tuple[Pair, ...]] = (
    *(Pair(front, back, _TEXT) for front in ("text", "text2", "text3") for back in ("surface", "bg")),
    Pair("text", "surface2", _TEXT),
    Pair("text2", "surface3", _TEXT),
    Pair("text3", "surface2", _TEXT),
    Pair("text3", "surface3", _TEXT),
    Pair("text2", "sel", _TEXT),
    Pair("sel_text", "sel", _TEXT),
    Pair("text", "hover", _TEXT),
    Pair("rail_text", "rail", _TEXT),
    Pair("rail_text_on", "rail_on", _TEXT),
    Pair("on_accent", "accent", _TEXT),
    Pair("on_accent", "accent_hover", _TEXT),
    Pair("accent_text", "surface", _TEXT),
    Pair("accent_text", "surface3", _TEXT),
    Pair("accent_text", "bg", _TEXT),
    Pair("accent_text", "accent_soft", _TEXT),
    Pair("border_strong", "surface", _GRAPHIC),
    Pair("border_strong", "bg", _GRAPHIC),
    Pair("focus", "surface", _GRAPHIC),
    Pair("focus", "bg", _GRAPHIC),
    *(Pair(stance, back, _GRAPHIC) for stance in STANCES for back in ("surface", "sel")),
    *(Pair(f"{stance}_fg", f"{stance}_bg", _TEXT) for stance in ALL_KEYS),
    *(Pair(f"on_{stance}", stance, _TEXT) for stance in FILLED),
    Pair("warn_fg", "warn_bg", _TEXT),
    Pair("warn_icon", "surface", _GRAPHIC),
    Pair("danger_fg", "danger_bg", _TEXT),
    Pair("danger_fg", "surface", _TEXT),
    Pair("on_danger", "danger", _TEXT),
    Pair("ok_fg", "ok_bg", _TEXT),
    Pair("ok_fg", "surface", _TEXT),
    Pair("text", "quote_bg", _TEXT),
    Pair("quote_line", "surface", _GRAPHIC),
)


def colour_table(scheme: str, high_contrast: bool) -> Palette:
    """Give the colours of a scheme, ``light`` or ``dark``, or its high-contrast twin."""
    if high_contrast:
        return CONTRAST_DARK if scheme == "dark" else CONTRAST_LIGHT
    return DARK if scheme == "dark" else LIGHT
