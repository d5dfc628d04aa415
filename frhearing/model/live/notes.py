"""Log notes: marks that turn into tags while typing, and the office's abbreviations."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from frhearing.model.errors import Refused
from frhearing.model.position import Stance

_STANCES = {"s": Stance.SUPPORT, "o": Stance.OPPOSE, "m": Stance.MIXED, "n": Stance.NEUTRAL}
_STANCE = re.compile(r"(?<!\S)/([somn])(?!\S)", re.IGNORECASE)
_THEME = re.compile(r"(?<!\S)#([1-9])(?!\d)")
NOTED = "noted as it was said"
"""The reason of a version of a testimony's text that only adds what the clerk quoted in the log."""

_SHORT = re.compile(r"[^\W_][\w.&'’-]*")
_LAST_WORD = re.compile(r"(?<![\w.&'’#/-])[^\W_][\w.&'’-]*$")
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


def read_abbreviations(lines: str) -> dict[str, str]:
    """Read abbreviations written one a line, as ``FPC = Fire and Police Commission``; raises Refused in words."""
    found: dict[str, str] = {}
    for number, line in enumerate(lines.splitlines(), 1):
        if not line.strip():
            continue
        short, sign, words = (part.strip() for part in line.partition("="))
        if not sign or not words or not _SHORT.fullmatch(short):
            raise Refused(f"Line {number} is not “short = words”, with the short form one word. Nothing was saved.")
        if found.get(short, words) != words:
            raise Refused(f"Line {number}: “{short}” stands there already for “{found[short]}”. Nothing was saved.")
        found[short] = words
    return found


def written_abbreviations(abbreviations: Mapping[str, str]) -> str:
    """Write abbreviations one a line, in the order of the alphabet."""
    return "\n".join(f"{short} = {words}" for short, words in sorted(abbreviations.items()))


def written_out(before: str, abbreviations: Mapping[str, str]) -> tuple[str, str] | None:
    """Return the abbreviation that a text ends with, and its words; None where the last word is none.

    Capitals count: “FPC” may stand for something where “fpc” does not.
    """
    last = _LAST_WORD.search(before)
    if last is None:
        return None
    for stop in ("", "."):  # a full stop may belong to the short form or end the sentence
        short = last[0].removesuffix(stop)
        if short + stop == last[0] and short in abbreviations:
            return last[0], abbreviations[short] + stop
    return None
