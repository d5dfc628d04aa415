"""The one style sheet: Fusion's controls in the colours and sizes of the theme.

Its text stands in ``window.qss``. Sizes there are design pixels, scaled here to the text size.
"""

from pathlib import Path
from string import Template
from typing import Final

from frhearing.ui.theme.icons import svg_text
from frhearing.ui.theme.theme import FAMILY, Theme
from frhearing.ui.theme.tokens import TYPE

_PICTURES: Final = (
    ("check", "on_accent"),
    ("minus", "on_accent"),
    ("chevron-up", "text2"),
    ("chevron-down", "text2"),
)

_SHEET: Final = Path(__file__).with_name("window.qss")


class _Sizes(dict[str, str]):
    """Answers ``p12`` with twelve design pixels at the text size; all other names must be there."""

    def __init__(self, theme: Theme, values: dict[str, str]) -> None:
        super().__init__(values)
        self._theme = theme

    def __missing__(self, name: str) -> str:
        if not name.startswith("p") or not name[1:].isdigit():
            raise KeyError(name)
        return f"{self._theme.px(int(name[1:]))}px"


def write_pictures(theme: Theme, folder: Path) -> dict[str, str]:
    """Write the few pictures that the sheet needs as files, in the theme's colours; gives their paths.

    The name carries the colour: Qt remembers a picture by its path.
    """
    paths = {}
    for name, token in _PICTURES:
        path = folder / f"{name}-{theme.tokens[token].lstrip('#')}.svg"
        if not path.exists():
            path.write_text(svg_text(name, token), encoding="utf-8")
        paths[f"img_{name.replace('-', '_')}"] = path.as_posix()
    return paths


def style_sheet(theme: Theme, folder: Path) -> str:
    """Give the style sheet of the theme; ``folder`` takes the pictures it refers to."""
    values = dict(theme.tokens) | write_pictures(theme, folder)
    values["ring"] = f"{theme.focus_width}px"
    base = f"QWidget {{ font-family: {FAMILY}; font-size: {theme.px(TYPE['ui'].size)}px; }}\n"
    return base + Template(_SHEET.read_text(encoding="utf-8")).substitute(_Sizes(theme, values))
