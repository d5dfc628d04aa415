"""The piece of a text that shows why it was found. SQLite's own ``snippet`` takes minutes over a long text that
holds the word very often; this looks at a bounded beginning of the text and is as fast for any."""

import re
import unicodedata
from collections.abc import Iterator, Sequence

LOOKED_AT = 20_000
"""So many letters of a text are searched for the place to show."""

_LENGTH = 110
_BEFORE = 30
_TOKEN = re.compile("\\w[\\w\u0300-\u036f]*")
_ENDINGS = ("ings", "ing", "edly", "ied", "ies", "ers", "ed", "er", "es", "ly", "s", "e", "y")


def snippet(text: str, words: Sequence[str], *, open_end: bool) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Return the piece around the first find and the places of the words within it.

    ``open_end`` says that the last of the words may go on.
    """
    looked = text[:LOOKED_AT]
    found = list(_found(looked, words, open_end))
    first = found[0][0] if found else 0
    start = max(0, first - _BEFORE)
    if start:
        start = looked.find(" ", start, first) + 1 or start
    end = min(len(text), start + _LENGTH)
    if end < len(text):
        end = max(text.rfind(" ", start, end), first) if " " in text[first:end] else end
    before, after = "…" if start else "", "…" if end < len(text) else ""
    shift = len(before) - start
    spans = tuple((a + shift, b + shift) for a, b in found if b <= end)
    return before + text[start:end] + after, spans


def _found(text: str, words: Sequence[str], open_end: bool) -> Iterator[tuple[int, int]]:
    """Give the places of the words, as the index compares them: without marks and endings."""
    plain = [_plain(word) for word in words]
    stems = {_stem(word) for word in plain}
    beginning = plain[-1] if open_end and plain else None
    if text.isascii():
        # Only words that begin as one of those looked for can be finds; most of a text is passed over at once.
        begins = "|".join(re.escape(start) for start in {*stems, *plain[-1:]})
        tokens = re.compile(rf"(?<!\w)(?:{begins})\w*", re.IGNORECASE)
    else:
        tokens = _TOKEN
    last = 0
    for token in tokens.finditer(text):
        if last and token.start() > last + _LENGTH:
            return
        seen = _plain(token.group())
        if _stem(seen) in stems or (beginning and seen.startswith(beginning)):
            last = last or token.end()
            yield token.span()


def _plain(word: str) -> str:
    """Return a word in small letters without marks."""
    if word.isascii():
        return word.lower()
    return "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c)).casefold()


def _stem(word: str) -> str:
    """Return a word without an English ending, much as the index keeps it."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return word
