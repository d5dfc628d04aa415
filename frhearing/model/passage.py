"""Key quotes and memos: what staff mark in a text and note beside it."""

from enum import StrEnum
from typing import NamedTuple


class PassageKind(StrEnum):
    """Whether a passage stands word for word in the text or is put in other words."""

    VERBATIM = "verbatim"
    PARAPHRASE = "paraphrase"


class Passage(NamedTuple):
    """A marked passage; ``start`` and ``end`` count code points in the version of the text it anchors to.

    ``lost`` says that a later version of the text no longer holds it.
    """

    id: int
    comment_id: int
    version: int
    start: int | None
    end: int | None
    text: str
    kind: PassageKind
    key_quote: bool
    theme_id: int | None
    lost: bool = False


class Memo(NamedTuple):
    """A note of staff on a comment; it is never printed with the comment."""

    id: int
    text: str
    at: str
    by: str


def matches(text: str, start: int, end: int, quoted: str) -> bool:
    """Say whether a verbatim quote stands letter for letter at its place in the text."""
    return 0 <= start < end <= len(text) and text[start:end] == quoted


def nearest(text: str, quoted: str, place: int) -> int:
    """Return where a quote stands in a text, nearest to the place it had before; -1 where it is not there."""
    before, after = text.rfind(quoted, 0, place + len(quoted)), text.find(quoted, place)
    if before < 0 or after < 0:
        return max(before, after)
    return before if place - before < after - place else after


_ENDS = ".!?…。！？"
_CLOSERS = "\"'”’)]»"


def sentence_at(text: str, caret: int) -> tuple[int, int]:
    """Return start and end of the sentence around a caret; line breaks end a sentence too."""
    spans = sentences(text)
    for start, end in spans:
        if caret < end or (start, end) == spans[-1]:
            return start, end
    return 0, len(text)


def sentences(text: str) -> list[tuple[int, int]]:
    """Split a text into spans of sentences, white space around them left out."""
    spans: list[tuple[int, int]] = []
    start = 0
    i, length = 0, len(text)
    while i < length:
        char = text[i]
        i += 1
        if char in _ENDS:
            while i < length and (text[i] in _ENDS or text[i] in _CLOSERS):
                i += 1
            if i < length and not text[i].isspace():
                continue
        elif char not in "\r\n":
            continue
        _add(spans, text, start, i)
        start = i
    _add(spans, text, start, length)
    return spans


def _add(spans: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    """Append a span without the white space at its ends, if anything is left."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if end > start:
        spans.append((start, end))
