"""The fonts of one document, and how they are embedded: as subsets of the glyphs that were used."""

import hashlib

import uharfbuzz as hb

from frhearing.report.pdf.faces import face
from frhearing.report.pdf.file import PdfFile
from frhearing.report.pdf.fonts import Font
from frhearing.report.pdf.pairs import Pairs

_DROPPED_TABLES = (
    *("GSUB", "GPOS", "GDEF", "BASE", "STAT", "DSIG", "name", "post", "cmap", "OS/2", "gasp"),
    *("kern", "meta", "HVAR", "MVAR", "fvar", "avar", "gvar"),
)


class FontShelf:
    """The fonts of one document, by face name, in the order in which they were first used."""

    def __init__(self) -> None:
        self._fonts: dict[str, Font] = {}
        self._pairs: dict[tuple[str, ...], Pairs] = {}

    def font(self, name: str) -> Font:
        """The font of that face, taken onto the shelf if it is new."""
        if name not in self._fonts:
            self._fonts[name] = Font(face(name), f"F{len(self._fonts)}")
        return self._fonts[name]

    def pairs(self, font: Font, features: dict[str, bool]) -> Pairs:
        """The pairs of letters of a font, the same for all sizes of type."""
        return self._pairs.setdefault((font.resource, *features), Pairs(font, features))

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
