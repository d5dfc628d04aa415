"""Fonts as one document uses them: runs of text shaped, and which glyphs they took."""

from collections.abc import Sequence
from typing import NamedTuple

import uharfbuzz as hb

from frhearing.report.pdf.faces import Face

_UNSAID = "\u200b"
_ESCAPED = str.maketrans({"(": "\\(", ")": "\\)", "\\": "\\\\", "\r": "\\r", "\n": "\\n"})


class Shaped(NamedTuple):
    """A run of text as it is set: its width in units of the font, its glyphs, and whether they alone give it back.

    The glyphs are a piece of a string, each of two bytes, to stand between `[(` and `)]TJ`.
    """

    units: int
    glyphs: str
    faithful: bool


class Font:
    """A face in one document: its resource name and the glyphs used so far with what they stand for."""

    def __init__(self, of: Face, resource: str) -> None:
        self.face = of
        self.resource = resource
        self.used: dict[int, str] = {}
        self._known: dict[int, tuple[str, float]] = {}

    def points(self, units: int, size: float) -> float:
        """A length in units of the font, in points at a size of type."""
        return units * self.face.scale * size / 1000

    def shape(self, text: str, size: float, features: dict[str, bool], *, backward: bool = False) -> Shaped:
        """Set a run of text; `backward` is for scripts that run from right to left."""
        buffer = hb.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        buffer.direction = "rtl" if backward else "ltr"
        buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_CHARACTERS
        hb.shape(self.face.shaper, buffer, features)
        infos = buffer.glyph_infos
        units, pieces, faithful = 0, [], True
        scale, used, known = self.face.scale, self.used, self._known
        for info, position, source in zip(infos, buffer.glyph_positions, _sources(text, infos), strict=True):
            glyph = info.codepoint
            code, nominal = known.get(glyph) or self._know(glyph)
            across, up, advance, _ = position.position
            wide = advance * scale
            units += advance
            if across or up:
                pieces.append(_moved(code, across * scale, up * scale * size / 1000, nominal - wide))
            elif -0.5 < nominal - wide < 0.5:
                pieces.append(code)
            else:
                pieces.append(f"{code}){nominal - wide:.0f}(")
            meaning = used.get(glyph)
            if meaning is None:
                faithful &= bool(source)
                used[glyph] = source or self.face.chars.get(glyph, _UNSAID)
            elif meaning != source:
                faithful = False
        return Shaped(units, "".join(pieces), faithful)

    def _know(self, glyph: int) -> tuple[str, float]:
        """The code of a glyph as it is written, and its width."""
        if not self.used:  # a joiner is drawn as an empty space glyph; the glyph itself means a space
            self.used[self.face.shaper.get_nominal_glyph(0x20) or 0] = " "
        entry = self._known[glyph] = (
            f"{chr(glyph >> 8)}{chr(glyph & 255)}".translate(_ESCAPED),
            self.face.advance(glyph),
        )
        return entry


def _sources(text: str, infos: list[hb.GlyphInfo]) -> Sequence[str]:
    """For each glyph the text it stands for: that of its cluster, and nothing for the cluster's further glyphs."""
    clusters = [info.cluster for info in infos]
    if len(clusters) == len(text) and clusters == list(range(len(text))):
        return text
    starts = sorted(set(clusters))
    ends = dict(zip(starts, [*starts[1:], len(text)], strict=True))
    sources = []
    for start in clusters:
        sources.append(text[start : ends.get(start, start)])
        ends.pop(start, None)
    return sources


def _moved(code: str, aside: float, rise: float, shift: float) -> str:
    """A glyph off its place, such as a mark: moved sideways in the array, upward by the text rise."""
    piece = code
    if rise:
        piece = f")]TJ {rise:.2f} Ts[({piece})]TJ 0 Ts[("
    if aside:
        piece = f"){-aside:.0f}({piece}"
    back = shift + aside
    return piece + (f"){back:.0f}(" if abs(back) >= 0.5 else "")
