"""The font files that ship with the program, and which of them has a glyph for a character."""

import struct
from dataclasses import dataclass, field
from functools import cache, cached_property

import uharfbuzz as hb

from frhearing import paths
from frhearing.report.pdf.clusters import JOINERS

SERIF, SERIF_ITALIC, SERIF_STRONG = "SourceSerif4-Regular", "SourceSerif4-Italic", "SourceSerif4-SemiBold"
SANS, SANS_STRONG = "SourceSans3-Regular", "SourceSans3-SemiBold"
EMOJI = "NotoEmoji-Regular"

_SCRIPTS = (
    *("Bengali", "Gujarati", "Gurmukhi", "Kannada", "Malayalam", "Oriya", "Sinhala", "Tamil", "Telugu", "Myanmar"),
    *("Ethiopic", "Armenian", "Georgian", "Syriac", "Thaana", "NKo", "Adlam"),
    *("PahawhHmong", "Cherokee", "Deseret", "Ogham"),
)

FALLBACK = (
    "NotoSans-Regular",
    "NotoSansArabic-Regular",
    "NotoSansHebrew-Regular",
    "NotoSansDevanagari-Regular",
    "NotoSansThai-Regular",
    "NotoSansKhmer-Regular",
    "NotoSansLao-Regular",
    *(f"NotoSans{script}-Regular" for script in _SCRIPTS),
    EMOJI,
    "NotoSansSymbols-Regular",
    "NotoSansSymbols2-Regular",
    "NotoSansMath-Regular",
    "NotoSansSC-Regular",
    "NotoSansKR-Regular",
    SERIF,
    SANS,
)
"""Where a character is looked for when the font of the text does not have it; the first that has it wins."""


@dataclass(eq=False)
class Face:
    """One font file, read once per process. Lengths are in thousandths of the type size."""

    name: str
    shaper: hb.Font = field(init=False)
    _advances: dict[int, float] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        blob = hb.Blob.from_file_path(str(paths.resource("fonts", f"{self.name}.ttf")))
        self.shaper = hb.Font(hb.Face(blob))

    @property
    def file(self) -> hb.Face:
        """The tables of the font."""
        return self.shaper.face

    @cached_property
    def scale(self) -> float:
        """Thousandths of the type size per unit of the font."""
        return 1000 / float(self.file.upem)

    @cached_property
    def coverage(self) -> frozenset[int]:
        """The code points that the font has a glyph for."""
        return frozenset(self.file.unicodes)

    @cached_property
    def heights(self) -> tuple[float, float]:
        """How far the font rises above the base line and falls below it (negative)."""
        extents = self.shaper.get_font_extents("ltr")
        return extents.ascender * self.scale, extents.descender * self.scale

    @cached_property
    def box(self) -> tuple[int, ...]:
        """The box around all glyphs: left, bottom, right, top."""
        head = self.file.reference_table("head").data
        return tuple(round(value * self.scale) for value in struct.unpack(">4h", head[36:44]))

    @cached_property
    def chars(self) -> dict[int, str]:
        """For each glyph that a character leads to directly, the lowest such character."""
        found: dict[int, str] = {}
        for code in sorted(self.coverage):
            found.setdefault(self.shaper.get_nominal_glyph(code) or 0, chr(code))
        return found

    def advance(self, glyph: int) -> float:
        """The width of a glyph."""
        width = self._advances.get(glyph)
        if width is None:
            width = self._advances[glyph] = float(self.shaper.get_glyph_h_advance(glyph) * self.scale)
        return width


@cache
def face(name: str) -> Face:
    """The face of that name; raises FileNotFoundError when it does not ship with the program."""
    return Face(name)


def has_glyph(char: str) -> bool:
    """Whether the page can show this character in whatever font the text around it has."""
    return char in JOINERS or any(ord(char) in face(name).coverage for name in FALLBACK)
