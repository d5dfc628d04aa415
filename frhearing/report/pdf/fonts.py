"""Fonts as one document uses them: shaped words on the way in, embedded subsets on the way out."""

import hashlib
from collections.abc import Sequence

import uharfbuzz as hb

from frhearing.report.pdf.faces import Face, face
from frhearing.report.pdf.file import PdfFile

_UNSAID = "\u200b"
_DROPPED_TABLES = (
    *("GSUB", "GPOS", "GDEF", "BASE", "STAT", "DSIG", "name", "post", "cmap", "OS/2", "gasp"),
    *("kern", "meta", "HVAR", "MVAR", "fvar", "avar", "gvar"),
)


class Font:
    """A face in one document: its resource name and the glyphs used so far with what they stand for."""

    def __init__(self, of: Face, resource: str) -> None:
        self.face = of
        self.resource = resource
        self.used: dict[int, str] = {}
        self._known: dict[int, tuple[str, float]] = {}

    def shape(
        self, text: str, size: float, features: dict[str, bool], *, backward: bool = False
    ) -> tuple[float, str, bool]:
        """Set a run of text: its width in points, its glyphs, and whether they alone give the text back.

        The glyphs are a piece of hexadecimal to stand between `[<` and `>]TJ`; `backward` is for scripts
        that run from right to left.
        """
        buffer = hb.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        buffer.direction = "rtl" if backward else "ltr"
        buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_CHARACTERS
        hb.shape(self.face.shaper, buffer, features)
        infos = buffer.glyph_infos
        width, pieces, faithful = 0.0, [], True
        scale, used, known = self.face.scale, self.used, self._known
        for info, position, source in zip(infos, buffer.glyph_positions, _sources(text, infos), strict=True):
            glyph = info.codepoint
            code, nominal = known.get(glyph) or self._know(glyph)
            across, up, advance, _ = position.position
            wide = advance * scale
            width += wide
            if across or up:
                pieces.append(_moved(code, across * scale, up * scale * size / 1000, nominal - wide))
            elif -0.5 < nominal - wide < 0.5:
                pieces.append(code)
            else:
                pieces.append(f"{code}>{nominal - wide:.0f}<")
            meaning = used.get(glyph)
            if meaning is None:
                faithful &= bool(source)
                used[glyph] = source or self.face.chars.get(glyph, _UNSAID)
            elif meaning != source:
                faithful = False
        return width * size / 1000, "".join(pieces), faithful

    def _know(self, glyph: int) -> tuple[str, float]:
        """The code of a glyph as it is written, and its width."""
        if not self.used:  # a joiner is drawn as an empty space glyph; the glyph itself means a space
            self.used[self.face.shaper.get_nominal_glyph(0x20) or 0] = " "
        entry = self._known[glyph] = (f"{glyph:04X}", self.face.advance(glyph))
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
        piece = f">]TJ {rise:.2f} Ts[<{piece}>]TJ 0 Ts[<"
    if aside:
        piece = f">{-aside:.0f}<{piece}"
    back = shift + aside
    return piece + (f">{back:.0f}<" if abs(back) >= 0.5 else "")


class FontShelf:
    """The fonts of one document, by face name, in the order in which they were first used."""

    def __init__(self) -> None:
        self._fonts: dict[str, Font] = {}

    def font(self, name: str) -> Font:
        """The font of that face, taken onto the shelf if it is new."""
        if name not in self._fonts:
            self._fonts[name] = Font(face(name), f"F{len(self._fonts)}")
        return self._fonts[name]

    def embed(self, pdf: PdfFile) -> dict[str, bytes]:
        """Write every font that was used into the file; returns the entries of the font dictionary."""
        return {font.resource: b"%d 0 R" % _embed(font, pdf) for font in self._fonts.values() if font.used}


def _embed(font: Font, pdf: PdfFile) -> int:
    """Write one font as Type 0 with the glyph ids as codes (ISO 32000-1, 9.7); returns its number."""
    data = _subset(font)
    tag = "".join(chr(65 + byte % 26) for byte in hashlib.sha256(data).digest()[:6])
    name = f"/{tag}+{font.face.name}".encode()
    program = pdf.add_data_stream(data, b"/Length1 %d" % len(data))
    rise, fall = font.face.heights
    descriptor = pdf.add(
        b"<</Type/FontDescriptor/FontName%s/Flags 4/FontBBox[%s]/ItalicAngle %d/Ascent %d/Descent %d"
        b"/CapHeight %d/StemV 80/FontFile2 %d 0 R>>"
        % (
            name,
            " ".join(map(str, font.face.box)).encode(),
            -12 if "Italic" in font.face.name else 0,
            rise,
            fall,
            rise * 0.7,
            program,
        )
    )
    descendant = pdf.add(
        b"<</Type/Font/Subtype/CIDFontType2/BaseFont%s/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)"
        b"/Supplement 0>>/CIDToGIDMap/Identity/FontDescriptor %d 0 R/DW 1000/W[%s]>>"
        % (name, descriptor, _widths(font))
    )
    to_unicode = pdf.add_text_stream(_to_unicode(font))
    return pdf.add(
        b"<</Type/Font/Subtype/Type0/BaseFont%s/Encoding/Identity-H/DescendantFonts[%d 0 R]"
        b"/ToUnicode %d 0 R>>" % (name, descendant, to_unicode)
    )


def _subset(font: Font) -> bytes:
    """The font file with only the glyphs used, each keeping its number."""
    wanted = hb.SubsetInput()
    wanted.glyph_set.update({0, *font.used})
    wanted.flags = hb.SubsetFlags.RETAIN_GIDS | hb.SubsetFlags.NOTDEF_OUTLINE
    for table in _DROPPED_TABLES:
        wanted.drop_table_tag_set.add(int.from_bytes(table.encode(), "big"))
    return bytes(hb.subset(font.face.file, wanted).blob.data)


def _widths(font: Font) -> bytes:
    """The widths of the glyphs used, neighbours together."""
    runs: list[list[int]] = []
    for glyph in sorted(font.used):
        if runs and runs[-1][-1] == glyph - 1:
            runs[-1].append(glyph)
        else:
            runs.append([glyph])
    advance = font.face.advance
    return "".join(f"{run[0]}[" + " ".join(f"{round(advance(g), 3):g}" for g in run) + "]" for run in runs).encode()


def _to_unicode(font: Font) -> bytes:
    """The map from glyphs back to text, at most a hundred entries a block (Adobe technical note 5411)."""
    lines = [
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
        "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def",
        "/CMapName /Adobe-Identity-UCS def /CMapType 2 def",
        "1 begincodespacerange <0000> <FFFF> endcodespacerange",
    ]
    glyphs = sorted(font.used.items())
    entries = [f"<{glyph:04X}> <{text.encode('utf-16-be').hex().upper()}>" for glyph, text in glyphs]
    for start in range(0, len(entries), 100):
        block = entries[start : start + 100]
        lines += [f"{len(block)} beginbfchar", *block, "endbfchar"]
    lines.append("endcmap CMapName currentdict /CMap defineresource pop end end")
    return "\n".join(lines).encode()
