"""The one gate for what people wrote on its way to paper.

The rule, in full: every kind of line end becomes one line feed; a tab or a no-break space becomes a
space; control characters, lone surrogates, controls that turn the direction of writing, byte order
marks and characters that no shipped font has become U+FFFD, and are listed with their code point and
the place where they stood. Nothing else is changed. "Equal to the stored text" means equal after this.
"""

import re
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass

REPLACEMENT = "\ufffd"

_LINE_END = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_SPACE = re.compile("[\t\xa0]")
_PLAIN = re.compile("[\n -~]*")
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff\ufff0-\ufffb\u202a-\u202e\u2066-\u2069]"
)


@dataclass(frozen=True, slots=True)
class Replaced:
    """A character that could not be printed: its code point, how often, and where (`No. 12`)."""

    code: int
    times: int
    places: tuple[str, ...]


class Gate:
    """Lets text through, and remembers which characters it had to replace and where."""

    def __init__(self, has_glyph: Callable[[str], bool]) -> None:
        self._has_glyph = has_glyph
        self._good: set[str] = {"\n", " "}
        self._plain_is_good = all(map(has_glyph, map(chr, range(0x21, 0x7F))))
        self._times: dict[str, int] = defaultdict(int)
        self._places: dict[str, dict[str, None]] = defaultdict(dict)
        self._counted: set[tuple[str, str]] = set()

    def through(self, text: str, place: str) -> str:
        """The text as it is printed; `place` says where it stands, for the list of replacements."""
        if self._plain_is_good and _PLAIN.fullmatch(text):
            return text
        text = _SPACE.sub(" ", _LINE_END.sub("\n", text))
        bad = {char for char in set(text) - self._good if not self._passes(char)}
        if not bad:
            return text
        if (place, text) not in self._counted:  # the same words may be printed in several sections
            self._counted.add((place, text))
            for char in bad:
                self._times[char] += text.count(char)
                self._places[char][place] = None
        return text.translate({ord(char): REPLACEMENT for char in bad})

    @property
    def replaced(self) -> tuple[Replaced, ...]:
        """What was replaced so far, in order of code points."""
        return tuple(Replaced(ord(char), self._times[char], tuple(self._places[char])) for char in sorted(self._times))

    def _passes(self, char: str) -> bool:
        good = not _FORBIDDEN.match(char) and self._has_glyph(char)
        if good:
            self._good.add(char)
        return good
