"""The sentences of an import as the window says them: without what is to be typed on a command line."""

import re
from typing import Final

from frhearing.ui.tables.plain import plain

_FOR_THE_COMMAND_LINE: Final = re.compile(r" Say [^.]*? --[a-z]+[^.]*\.")


def in_the_window(sentence: str, instead: str = "") -> str:
    """Return a sentence that can be shown; ``instead`` says what to do here in place of an option to type."""
    return plain(_FOR_THE_COMMAND_LINE.sub(lambda _: f" {instead}" if instead else "", sentence))
