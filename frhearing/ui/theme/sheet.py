"""The one style sheet: Fusion's controls in the colours and sizes of the theme.

Its text stands in ``window.qss``. Sizes there are design pixels, scaled here to the text size.
"""

import re
from pathlib import Path
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
_NAME: Final = re.compile(r"\$\{?(\w+)\}?")


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
    return base + _NAME.sub(lambda found: _value(found[1], theme, values), _SHEET.read_text(encoding="utf-8"))


def _value(name: str, theme: Theme, values: dict[str, str]) -> str:
    """Give what a name stands for: ``p12`` is twelve design pixels at the text size; raises KeyError for others."""
    if name not in values and name[:1] == "p" and name[1:].isdigit():
        values[name] = f"{theme.px(int(name[1:]))}px"
    return values[name]
