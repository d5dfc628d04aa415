"""Small pieces of HTML: escaped text, elements with attributes, paragraphs as they were written."""

import re
from html import escape

_BLANK = re.compile("\n(?: *\n)+")


def text(words: str) -> str:
    """Text with line ends kept; nothing that people wrote is ever taken for a tag."""
    return escape(words, quote=False).replace("\n", "<br>\n")


def tag(name: str, inner: str, **attributes: str) -> str:
    """An element; attributes without a value are left out, ``class_`` and ``aria_label`` lose their underscores."""
    said = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(value)}"' for key, value in attributes.items() if value
    )
    return f"<{name}{said}>{inner}</{name}>"


def paragraphs(words: str, **attributes: str) -> str:
    """Text as paragraphs, one for each part between blank lines, each in its own direction of writing."""
    return "\n".join(tag("p", text(part), dir="auto", **attributes) for part in _BLANK.split(words) if part)
