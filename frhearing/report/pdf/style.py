"""A style of text: its fonts, size and colour, and every word set in it so far.

Words repeat: each is shaped once, and after that costs one look into a dictionary.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from frhearing.drawing.colours import rgb
from frhearing.report.pdf.clusters import JOINERS, clusters, is_emoji, with_fewer_marks
from frhearing.report.pdf.faces import EMOJI, FALLBACK, face
from frhearing.report.pdf.fonts import Font
from frhearing.report.pdf.shelf import FontShelf
from frhearing.report.text import REPLACEMENT

_MOST_MARKS = 4
_STAYS = frozenset(" ,.!?;:()[]-0123456789")
_USUAL: dict[str, bool] = {}
"""Kerning and ligatures are on where nothing is said."""

Word = tuple[float, str]
"""A set word: its width in points and its glyphs, to stand between `[(` and `)]TJ`."""


class TextStyle(dict[str, Word]):
    """Words as they are set in one font at one size; asking for a new word shapes it."""

    def __init__(
        self,
        shelf: FontShelf,
        face_name: str,
        size: float,
        leading: float,
        colour: str,
        *,
        tabular: bool = False,
    ) -> None:
        super().__init__({"": (0.0, "")})
        self.recent: dict[tuple[str, float], Any] = {}
        """The texts that were broken into lines lately, each with the width of the lines."""
        self._shelf = shelf
        self.font = shelf.font(face_name)
        self.size = size
        self.leading = leading
        self.colour = colour
        self.ink = f"{parts(colour)} rg "
        self._features = {"tnum": True} if tabular else _USUAL
        self._coverage = self.font.face.coverage
        self.select = f"/{self.font.resource} {size:g} Tf"
        self._pairs = shelf.pairs(self.font, self._features)
        blank = self.font.shape(" ", size, self._features)
        self.space_width, self.space = self.font.points(blank.units, size), blank.glyphs
        self.ascent = size * 0.95
        """From the top of a line to its base line, in points."""

    def __missing__(self, word: str) -> Word:
        quick = self._pairs.word(word, self.size)
        if quick is not None:
            result = quick
        elif self._coverage.issuperset(map(ord, word)) and not _piled(word):
            units, glyphs, faithful = self.font.shape(word, self.size, self._features)
            result = (self.font.points(units, self.size), glyphs if faithful else spoken(word, glyphs))
        else:
            runs = list(self.runs(word))
            pieces = [self._set(font, run) for font, run in runs]
            result = (sum(width for width, _ in pieces), "".join(glyphs for _, glyphs in pieces))
        self[word] = result
        return result

    def width(self, text: str) -> float:
        """The width of a text on one line, in points."""
        words = text.split(" ")
        return sum(self[word][0] for word in words if word) + self.space_width * (len(words) - 1)

    def line(self, text: str) -> Word:
        """The whole text on one line."""
        words = [self[word] for word in text.split(" ")]
        width = sum(word[0] for word in words) + self.space_width * (len(words) - 1)
        return width, self.space.join(word[1] for word in words)

    def backward(self, text: str) -> Word:
        """A run of right-to-left text, in the order in which the eye meets it on the line.

        What it says belongs on the structure element: readers turn such runs around by themselves.
        """
        pieces = []
        for font, run in reversed(list(self.runs(text))):
            units, glyphs, _ = font.shape(run, self.size, self._features, backward=True)
            pieces.append((font.points(units, self.size), self._switched(font, glyphs)))
        return sum(width for width, _ in pieces), "".join(glyphs for _, glyphs in pieces)

    def runs(self, text: str) -> Iterator[tuple[Font, str]]:
        """The text cut where the font changes: to the first font that has the cluster, or by character."""
        font, run = self.font, ""
        for cluster in clusters(text):
            for next_font, piece in self._chosen(cluster, font):
                if next_font is not font and run:
                    yield font, run
                    run = ""
                font = next_font
                run += piece
        if run:
            yield font, run

    def _chosen(self, cluster: str, before: Font) -> Sequence[tuple[Font, str]]:
        if is_emoji(cluster) and ord(cluster[0]) in face(EMOJI).coverage:
            return [(self._shelf.font(EMOJI), cluster)]
        needed = [char for char in cluster if char not in JOINERS]
        if not needed:
            return [(before, cluster)]
        if before is not self.font and cluster in _STAYS and ord(cluster) in before.face.coverage:
            return [(before, cluster)]
        whole = self._covering(needed)
        if whole:
            return [(whole, cluster)]
        return [self._replaced(char) for char in needed]

    def _replaced(self, char: str) -> tuple[Font, str]:
        font = self._covering([char])
        return (font, char) if font else (self._shelf.font(FALLBACK[0]), REPLACEMENT)

    def _covering(self, chars: Sequence[str]) -> Font | None:
        codes = [ord(char) for char in chars]
        if self._coverage.issuperset(codes):
            return self.font
        name = next((name for name in FALLBACK if face(name).coverage.issuperset(codes)), None)
        return self._shelf.font(name) if name else None

    def _set(self, font: Font, run: str) -> Word:
        """A run in one font, with a switch to that font and back around it."""
        drawn = "".join(with_fewer_marks(cluster, _MOST_MARKS) for cluster in clusters(run))
        units, glyphs, faithful = font.shape(drawn, self.size, self._features)
        if not faithful or drawn != run:
            glyphs = spoken(run, glyphs)
        return font.points(units, self.size), self._switched(font, glyphs)

    def _switched(self, font: Font, glyphs: str) -> str:
        if font is self.font:
            return glyphs
        return f")]TJ/{font.resource} {self.size:g} Tf[({glyphs})]TJ{self.select}[("


def parts(colour: str) -> str:
    """Red, green and blue of a colour as they are written before an operator."""
    return " ".join(f"{part:.3g}" for part in rgb(colour))


def spoken(text: str, glyphs: str) -> str:
    """The glyphs with the text they stand for, where they alone would not give it back."""
    meaning = text.encode("utf-16-be").hex().upper()
    return f")]TJ/Span<</ActualText<FEFF{meaning}>>>BDC[({glyphs})]TJ EMC[("


def _piled(word: str) -> bool:
    return not word.isascii() and any(with_fewer_marks(c, _MOST_MARKS) != c for c in clusters(word))
