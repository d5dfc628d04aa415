"""A photograph or scan of a letter as one row without words: it is kept, to be looked at while they are typed in.

Only the measures in its head are read (PNG 3rd edition 11.2.2, ITU-T T.81 B.2.2, TIFF 6.0 section 2, RFC 9649,
GIF 89a, BITMAPINFOHEADER): the picture itself is decoded by the window that shows it.
"""

import struct
from typing import Final, NamedTuple

from frhearing.intake.draft import Reading, Unreadable
from frhearing.intake.formats.one_row import Document
from frhearing.intake.source import Source

_SMALLEST: Final = 200
"""Dots of the longer side below which a picture is a logo or a sign, and no page on which somebody wrote."""
_MOST_PAGES: Final = 2_000
_NO_FRAMES: Final = frozenset((0xC4, 0xC8, 0xCC))
"""Markers of a JPEG among those of its frames that begin no frame."""
_ALONE: Final = frozenset((0x01, *range(0xD0, 0xDA)))
_WIDTH, _HEIGHT = 256, 257
_NAMES: Final = (
    (b"\x89PNG", "PNG"), (b"\xff\xd8", "JPEG"), (b"II", "TIFF"), (b"MM", "TIFF"), (b"GIF", "GIF"), (b"BM", "BMP"),
)  # fmt: skip


class Measures(NamedTuple):
    """Width and height of the first page of a picture in dots, and how many pages it has."""

    width: int
    height: int
    pages: int = 1


def read(source: Source) -> Reading:
    """Read a picture. Raises Unreadable for one that is damaged, or too small to be a page."""
    found = measured(source.data)
    if found is None or not (found.width > 0 < found.height):
        raise Unreadable(
            f"“{source.file}” is a picture ({_name(source.data)}), but damaged or cut short; nothing was imported, "
            "and the file is as it was. Ask the sender for it again."
        )
    if max(found.width, found.height) < _SMALLEST:
        raise Unreadable(
            f"“{source.file}” is a picture of {found.width} × {found.height} dots, too small for a letter; "
            "nothing was imported, and the file is as it was."
        )
    document = Document(to_type_in=True)
    pages = f"a picture of {found.pages:,} pages" if found.pages > 1 else "a picture"
    document.leave(f"{pages} without text; type in what it says")
    return document.reading(source)


def _name(data: bytes) -> str:
    return next((name for opening, name in _NAMES if data.startswith(opening)), "WebP")


def measured(data: bytes) -> Measures | None:
    """Return the measures of a picture; None where they cannot be read."""
    try:
        if data.startswith(b"\x89PNG"):
            return Measures(*struct.unpack_from(">II", data, 16))
        if data.startswith(b"\xff\xd8"):
            return _of_jpeg(data)
        if data.startswith((b"II*\0", b"MM\0*")):
            return _of_tiff(data)
        if data.startswith(b"GIF8"):
            return Measures(*struct.unpack_from("<HH", data, 6))
        if data.startswith(b"BM"):
            width, height = struct.unpack_from("<ii", data, 18)
            return Measures(abs(width), abs(height))
        return _of_webp(data)
    except struct.error:
        return None


def _of_jpeg(data: bytes) -> Measures | None:
    """Go from marker to marker to the one that begins the picture."""
    at = 2
    while True:
        at = data.find(b"\xff", at)
        marker = struct.unpack_from("B", data, at + 1)[0] if at >= 0 else 0xD9
        if marker == 0xD9:
            return None
        if 0xC0 <= marker <= 0xCF and marker not in _NO_FRAMES:
            height, width = struct.unpack_from(">HH", data, at + 5)
            return Measures(width, height)
        if marker == 0xFF:
            at += 1
        else:
            at += 2 if marker in _ALONE or not marker else 2 + struct.unpack_from(">H", data, at + 2)[0]


def _of_tiff(data: bytes) -> Measures | None:
    """Count the pages, each in a directory that says where the next one lies, and measure the first."""
    order = "<" if data.startswith(b"II") else ">"
    seen: list[int] = []
    sides: dict[int, int] = {}
    (at,) = struct.unpack_from(f"{order}I", data, 4)
    while at and at not in seen and len(seen) < _MOST_PAGES:
        (entries,) = struct.unpack_from(f"{order}H", data, at)
        for entry in range(at + 2, at + 2 + 12 * entries, 12) if not seen else ():
            tag, size = struct.unpack_from(f"{order}HH", data, entry)
            if tag in (_WIDTH, _HEIGHT):
                (sides[tag],) = struct.unpack_from(f"{order}{'H' if size == 3 else 'I'}", data, entry + 8)
        seen.append(at)
        (at,) = struct.unpack_from(f"{order}I", data, at + 2 + 12 * entries)
    return Measures(sides.get(_WIDTH, 0), sides.get(_HEIGHT, 0), len(seen)) if seen else None


def _of_webp(data: bytes) -> Measures | None:
    kind = data[12:16]
    if kind == b"VP8X":
        return Measures(1 + int.from_bytes(data[24:27], "little"), 1 + int.from_bytes(data[27:30], "little"))
    if kind == b"VP8L":
        (bits,) = struct.unpack_from("<I", data, 21)
        return Measures(1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF))
    if kind == b"VP8 ":
        width, height = struct.unpack_from("<HH", data, 26)
        return Measures(width & 0x3FFF, height & 0x3FFF)
    return None
