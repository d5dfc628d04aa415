"""Loads reportlab without letting it run or obey what lies about on a computer.

By itself, importing reportlab executes `reportlab_mods` and `reportlab_settings` from anywhere on the path
and from the home folder, takes every `RL_…` variable of the environment for a setting, and dates files by
`SOURCE_DATE_EPOCH`. Here it finds empty modules in their place, and variables of these names are dropped.
It is loaded when a page is first drawn: nothing else of the program needs it.
"""

import os
import sys
from functools import cache
from types import ModuleType
from typing import Any, NamedTuple

_RUN_AT_IMPORT = (
    "reportlab_mods",
    "reportlab_settings",
    "reportlab.local_rl_mods",
    "reportlab.local_rl_settings",
)

NO_FONT = "frhearing"
"""The font a new page is said to begin with: none. Otherwise reportlab puts a Helvetica there that no file embeds."""


class Library(NamedTuple):
    """The parts of reportlab that pages are drawn and written with; none of them is typed."""

    canvas: Any
    pdfdoc: Any


class _NoFace:
    name = NO_FONT


class _NoFont:
    """Stands where reportlab wants a font to begin with; nothing is ever drawn in it."""

    fontName = NO_FONT
    face = _NoFace
    _dynamicFont = True
    _multiByte = False


@cache
def reportlab() -> Library:
    """The parts of reportlab, loaded at the first call, with settings that depend on nothing outside."""
    for name in _RUN_AT_IMPORT:
        sys.modules.setdefault(name, ModuleType(name))
    for name in [name for name in os.environ if name.startswith("RL_") or name == "SOURCE_DATE_EPOCH"]:
        del os.environ[name]
    from reportlab import rl_config
    from reportlab.pdfbase import pdfdoc, pdfmetrics
    from reportlab.pdfgen import canvas

    rl_config.invariant = 1
    rl_config.useA85 = 0
    rl_config.trustedHosts = []
    rl_config.trustedSchemes = []
    pdfmetrics.registerFont(_NoFont)
    return Library(canvas, pdfdoc)
