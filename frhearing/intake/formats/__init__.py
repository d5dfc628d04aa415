"""The readers of formats that are not plain text, each a module with one function ``read``; loaded when needed."""

from collections.abc import Callable
from importlib import import_module
from typing import cast

from frhearing.intake.draft import Reading
from frhearing.intake.source import Source


def reader_of(name: str) -> Callable[[Source], Reading]:
    """Return the reader of that name; it raises Unreadable, in a sentence, for what it cannot read."""
    return cast("Callable[[Source], Reading]", import_module(f"{__name__}.{name}").read)
