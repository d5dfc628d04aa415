"""Sets common words quickly: from how each two neighbouring letters stand, which HarfBuzz is asked once.

In the faces of the text nothing but a ligature changes with more than the next letter, so that a word without
ligatures is what its pairs are; a test compares. Every other word is shaped whole.
"""

import re
from collections.abc import Sequence
from operator import add

from frhearing.report.pdf.fonts import Font, Shaped

_LETTERS = frozenset(map(chr, (*range(0x21, 0x7F), *range(0xC0, 0x180)))) | frozenset("«»¡¿–—‘’“”…·")
_ANY_SIZE = 1.0  # only what stands above or below the line depends on the size
_KERN = re.compile(r"(?:\)-?[0-9]+\()?")


class Pairs:
    """The pairs of letters met so far, in one font with certain features: the first's glyph up to the second."""

    def __init__(self, font: Font, features: dict[str, bool]) -> None:
        self._font = font
        self._features = features
        self._units: dict[str, int] = {}
        self._glyphs: dict[str, str] = {}
        self._alone: dict[str, Shaped] = {}
        self._joined: set[str] = set()

    def word(self, word: str, size: float) -> tuple[float, str] | None:
        """The width of a word in points and its glyphs; None for one that must be shaped whole."""
        pairs = [*map(add, word, word[1:]), word[-1]]
        try:
            return self._joint(pairs, size)
        except KeyError:
            return self._joint(pairs, size) if self._all_learned(pairs) else None

    def _joint(self, pairs: Sequence[str], size: float) -> tuple[float, str]:
        units = sum(map(self._units.__getitem__, pairs))
        return self._font.points(units, size), "".join(map(self._glyphs.__getitem__, pairs))

    def _all_learned(self, pairs: Sequence[str]) -> bool:
        """Look at the pairs that were not met before; says whether all of them just stand side by side."""
        for pair in pairs:
            if pair in self._joined:
                return False
            if pair not in self._units and not self._learn(pair):
                self._joined.add(pair)
                return False
        return True

    def _learn(self, pair: str) -> bool:
        """Ask how a pair stands, or a last letter; says whether nothing but a distance lies between the two."""
        if not _LETTERS.issuperset(pair) or not self._font.face.coverage.issuperset(map(ord, pair)):
            return False
        whole, first = self._shaped(pair), self._shaped(pair[0])
        after = self._shaped(pair[1]) if pair[1:] else Shaped(0, "", True)
        between = whole.glyphs.removeprefix(first.glyphs).removesuffix(after.glyphs)
        apart = whole.glyphs == first.glyphs + between + after.glyphs and _KERN.fullmatch(between)
        if not apart or not whole.faithful:
            return False
        self._units[pair], self._glyphs[pair] = whole.units - after.units, first.glyphs + between
        return True

    def _shaped(self, letters: str) -> Shaped:
        if len(letters) > 1:
            return self._font.shape(letters, _ANY_SIZE, self._features)
        if letters not in self._alone:
            self._alone[letters] = self._font.shape(letters, _ANY_SIZE, self._features)
        return self._alone[letters]
