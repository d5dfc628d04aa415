"""The one table of colours: what the window shows in light and dark, and what the paper shows.

Keys are the design tokens (`text`, `support`, `on_support`, `support_bg` …); values are `#rrggbb`.
"""

from collections.abc import Mapping
from types import MappingProxyType

Palette = Mapping[str, str]

LIGHT: Palette = MappingProxyType(
    {
        "bg": "#f2f4f6",
        "surface": "#ffffff",
        "surface2": "#e9edf1",
        "surface3": "#f7f8fa",
        "rail": "#172536",
        "rail_text": "#c3cedb",
        "rail_text_on": "#ffffff",
        "rail_on": "#2b3d54",
        "border": "#d5dbe2",
        "border_strong": "#7d8895",
        "text": "#17202b",
        "text2": "#43505e",
        "text3": "#5b6775",
        "accent": "#0b6460",
        "accent_hover": "#095350",
        "on_accent": "#ffffff",
        "accent_soft": "#dcefee",
        "accent_text": "#0a5c58",
        "sel": "#e1f1f0",
        "sel_text": "#17202b",
        "hover": "#eef2f5",
        "focus": "#0b6460",
        "support": "#083a70",
        "oppose": "#a84300",
        "mixed": "#a74fc4",
        "neutral": "#656d78",
        "not_stated": "#656d78",
        "not_tagged": "#9aa3ae",
        "on_support": "#ffffff",
        "on_oppose": "#ffffff",
        "on_mixed": "#ffffff",
        "on_neutral": "#ffffff",
        "on_not_stated": "#46505c",
        "on_not_tagged": "#46505c",
        "support_bg": "#e2edf8",
        "support_fg": "#0a4580",
        "oppose_bg": "#fcebdd",
        "oppose_fg": "#8f3a04",
        "mixed_bg": "#f8e7fa",
        "mixed_fg": "#7d2a8d",
        "neutral_bg": "#eceef1",
        "neutral_fg": "#46505c",
        "not_stated_bg": "#f2f4f6",
        "not_stated_fg": "#46505c",
        "not_tagged_bg": "#f2f4f6",
        "not_tagged_fg": "#56616e",
        "warn_bg": "#fff1c9",
        "warn_fg": "#614600",
        "warn_icon": "#936500",
        "danger": "#b3261e",
        "on_danger": "#ffffff",
        "danger_bg": "#fde9e7",
        "danger_fg": "#8f1d17",
        "ok_bg": "#e3f3e8",
        "ok_fg": "#1a6638",
        "quote_bg": "#fff3c2",
        "quote_line": "#a87700",
    }
)

DARK: Palette = MappingProxyType(
    {
        "bg": "#12161b",
        "surface": "#1b2027",
        "surface2": "#262d36",
        "surface3": "#171c22",
        "rail": "#0c1015",
        "rail_text": "#aab6c4",
        "rail_text_on": "#ffffff",
        "rail_on": "#27323e",
        "border": "#343d48",
        "border_strong": "#7c8897",
        "text": "#e9edf2",
        "text2": "#bcc6d1",
        "text3": "#98a4b2",
        "accent": "#5cc4bc",
        "accent_hover": "#7ad3cc",
        "on_accent": "#06211f",
        "accent_soft": "#17383a",
        "accent_text": "#74d1c9",
        "sel": "#1d4143",
        "sel_text": "#ffffff",
        "hover": "#242b33",
        "focus": "#74d1c9",
        "support": "#4793f5",
        "oppose": "#ff8c42",
        "mixed": "#e7b5ef",
        "neutral": "#7e8895",
        "not_stated": "#98a4b2",
        "not_tagged": "#6f7a88",
        "on_support": "#10151a",
        "on_oppose": "#10151a",
        "on_mixed": "#10151a",
        "on_neutral": "#10151a",
        "on_not_stated": "#cbd3dc",
        "on_not_tagged": "#cbd3dc",
        "support_bg": "#173253",
        "support_fg": "#a9cffc",
        "oppose_bg": "#46270f",
        "oppose_fg": "#ffc095",
        "mixed_bg": "#43264a",
        "mixed_fg": "#f0cdf5",
        "neutral_bg": "#2b323b",
        "neutral_fg": "#cbd3dc",
        "not_stated_bg": "#20262d",
        "not_stated_fg": "#cbd3dc",
        "not_tagged_bg": "#20262d",
        "not_tagged_fg": "#a3aebb",
        "warn_bg": "#423409",
        "warn_fg": "#ffdf8a",
        "warn_icon": "#f2c14a",
        "danger": "#ff8a80",
        "on_danger": "#330705",
        "danger_bg": "#4a1d1a",
        "danger_fg": "#ffb4ad",
        "ok_bg": "#173524",
        "ok_fg": "#86d6a1",
        "quote_bg": "#443a12",
        "quote_line": "#e0b33f",
    }
)

PRINT: Palette = MappingProxyType(
    {
        **LIGHT,
        "text": "#1b1f23",
        "text2": "#3d454d",
        "text3": "#545b64",
        "heading": "#12355b",
        "border": "#c9ced4",
        "rule": "#1b1f23",
        "draft": "#f0f0f0",
    }
)
"""Ink on white paper; the tokens of the light window with the inks of the page on top."""


def rgb(colour: str) -> tuple[float, float, float]:
    """Red, green and blue of `#rrggbb`, each from 0 to 1."""
    return (int(colour[1:3], 16) / 255, int(colour[3:5], 16) / 255, int(colour[5:7], 16) / 255)


def blend(below: str, above: str, share: float) -> str:
    """The opaque colour seen when `above` covers `below` with an opacity of `share` (0 to 1)."""
    mixed = (a + (b - a) * share for a, b in zip(rgb(below), rgb(above), strict=True))
    return "#" + "".join(f"{round(part * 255):02x}" for part in mixed)


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, 1 to 21, by the formula of WCAG 2.1."""
    first, second = _luminance(one), _luminance(other)
    return (max(first, second) + 0.05) / (min(first, second) + 0.05)


def _luminance(colour: str) -> float:
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in rgb(colour)]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
