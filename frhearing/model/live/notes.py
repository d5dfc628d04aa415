"""Log notes: marks that turn into tags while typing, and the office's abbreviations."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from frhearing.model.position import Stance

_STANCES = {"s": Stance.SUPPORT, "o": Stance.OPPOSE, "m": Stance.MIXED, "n": Stance.NEUTRAL}
_STANCE = re.compile(r"(?<!\S)/([somn])(?!\S)", re.IGNORECASE)
_THEME = re.compile(r"(?<!\S)#([1-9])(?!\d)")
_QUOTE = re.compile(r"[“\"]([^“”\"]+)[”\"]")


@dataclass(frozen=True, slots=True)
class Note:
    """A note as typed, and what its marks mean; ``text`` is without the stance marks."""

    text: str
    stance: Stance | None
    themes: tuple[int, ...]
    quotes: tuple[str, ...]


def read_note(typed: str) -> Note:
    """Read the marks of a note: ``/s /o /m /n`` a stance (the last one counts), ``#4`` a theme, quote marks."""
    stances = [_STANCES[mark.lower()] for mark in _STANCE.findall(typed)]
    themes = tuple(dict.fromkeys(int(n) for n in _THEME.findall(typed)))
    quotes = tuple(found.strip() for found in _QUOTE.findall(typed) if found.strip())
    text = " ".join(_STANCE.sub("", typed).split())
    return Note(text, stances[-1] if stances else None, themes, quotes)


def expanded(typed: str, abbreviations: Mapping[str, str]) -> str:
    """Write out whole words that are abbreviations; case is the abbreviation's own."""
    return re.sub(r"\w+", lambda word: abbreviations.get(word[0], word[0]), typed)
