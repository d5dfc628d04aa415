"""Text from outside on one line of the window: what cannot be shown, or would deceive, stands as U+FFFD."""

import re
from typing import Final

BROKEN: Final = "\ufffd"
# Qt gives two code points of the "not a character" block, and one more, a meaning of its own in documents;
# bidi overrides make a text read otherwise than it is written (0-decisions.md, "Text in the PDF").
_OBJECT: Final = "\ufffc"
UNSHOWABLE: Final = f"[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0\ufdd1{_OBJECT}]"
"""A pattern of these, which is compiled with the first text that may hold one."""


def plain(text: str) -> str:
    """Return a text for a label, a row or a field on one line; only what is shown, never what is kept."""
    line = " ".join(text.split())
    if line.isprintable() and _OBJECT not in line:  # nearly every text; to Python an object's place is printable
        return line
    return re.sub(UNSHOWABLE, BROKEN, line)
