"""Cuts text into the pieces that must stay together: what a reader sees as one character."""

import re
import unicodedata

JOINERS = frozenset("\u00ad\u034f\u180b\u180c\u180d\u200b\u200c\u200d\u200e\u200f\u2060") | {
    chr(code) for code in (*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0))
}
"""Characters without a shape of their own: they need no glyph in any font."""

_KEYCAP = "\u20e3"
_FLAG = "[\U0001f1e6-\U0001f1ff]{2}"
_PICTURE = "[\u00a9\u00ae\u203c-\u3299\U0001f000-\U0001faff]"
_DRESS = "[\ufe0f\ufe0e\U0001f3fb-\U0001f3ff]"
_EMOJI = re.compile(f"(?:{_FLAG}|[#*0-9]\ufe0f?{_KEYCAP}|{_PICTURE}{_DRESS}*(?:\u200d{_PICTURE}{_DRESS}*)*)")


def clusters(text: str) -> list[str]:
    """The text cut before every character that is neither a mark, a joiner nor part of an emoji."""
    found: list[str] = []
    at, end = 0, len(text)
    while at < end:
        emoji = _EMOJI.match(text, at)
        stop = emoji.end() if emoji else at + 1
        while stop < end and _continues(text[stop]):
            stop += 1
        found.append(text[at:stop])
        at = stop
    return found


def is_emoji(cluster: str) -> bool:
    """Whether the cluster is a picture; a lone digit or a plain © is not."""
    return bool(_EMOJI.fullmatch(cluster)) and (len(cluster) > 1 or ord(cluster) > 0x2FFF)


def with_fewer_marks(cluster: str, most: int) -> str:
    """The cluster with at most so many marks above and below: a pile would cover the lines around it."""
    marks = 0
    kept: list[str] = []
    for char in cluster:
        marks += unicodedata.category(char) in ("Mn", "Me")
        if marks <= most or unicodedata.category(char) not in ("Mn", "Me"):
            kept.append(char)
    return "".join(kept)


def _continues(char: str) -> bool:
    return char in JOINERS or char == _KEYCAP or unicodedata.category(char) in ("Mn", "Mc", "Me")
