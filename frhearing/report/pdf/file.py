"""Writes the objects of a PDF 1.7 file: numbers them, packs them, and gives the bytes.

Small objects lie in compressed object streams and the cross reference is a stream too (ISO 32000-1,
7.5.7 and 7.5.8), which halves a file with a large structure tree. The same objects give the same bytes.
"""

import hashlib
import struct
import zlib
from collections.abc import Iterator

_HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
_PER_OBJECT_STREAM = 200
_LEVEL = 4


def text_string(text: str) -> bytes:
    """A text string object in UTF-16, whatever characters it has."""
    return b"<FEFF" + text.encode("utf-16-be", "surrogatepass").hex().upper().encode() + b">"


def deflate(data: bytes) -> bytes:
    """Text for a parser, compressed so that it never ends in CR or LF.

    Such an end would melt with the line end before `endstream`, and the length would seem wrong to a
    checker (PDF/A, 6.1.7.1); a space more at the end of the text changes the last byte.
    """
    packed = zlib.compress(data, _LEVEL)
    while packed[-1] in (10, 13):
        data += b" "
        packed = zlib.compress(data, _LEVEL)
    return packed


def deflate_exactly(data: bytes) -> tuple[bytes, bytes]:
    """Data that must not change by a byte, and the entry of its filter.

    It stays as it is in the rare case in which its compressed form would end in CR or LF.
    """
    packed = zlib.compress(data, _LEVEL)
    return (data, b"") if packed[-1] in (10, 13) else (packed, b"/Filter/FlateDecode")


class PdfFile:
    """A growing file: objects are numbered as they are asked for and filled in any order."""

    def __init__(self) -> None:
        self._bodies: list[bytes] = [b""]
        self._streams: set[int] = set()

    def reserve(self) -> int:
        """The number of a new object that is filled later with `fill`."""
        self._bodies.append(b"")
        return len(self._bodies) - 1

    def fill(self, number: int, body: bytes) -> None:
        """Give a reserved object its body, such as a dictionary."""
        self._bodies[number] = body

    def add(self, body: bytes) -> int:
        """The number of a new object with this body."""
        self._bodies.append(body)
        return len(self._bodies) - 1

    def add_text_stream(self, text: bytes, entries: bytes = b"") -> int:
        """The number of a new compressed stream of operators or the like; `entries` go into its dictionary."""
        return self.add_stream(deflate(text), entries + b"/Filter/FlateDecode")

    def add_data_stream(self, data: bytes, entries: bytes = b"") -> int:
        """The number of a new compressed stream of data that must not change by a byte, such as a font."""
        packed, filtered = deflate_exactly(data)
        return self.add_stream(packed, entries + filtered)

    def add_stream(self, data: bytes, entries: bytes) -> int:
        """The number of a new stream that is written as it is."""
        number = self.reserve()
        self._bodies[number] = b"<<%s/Length %d>>\nstream\n%s\nendstream" % (entries, len(data), data)
        self._streams.add(number)
        return number

    def finished(self, root: int, info: int) -> bytes:
        """The bytes of the whole file, with the catalog `root` and the information dictionary `info`."""
        parts = [_HEADER]
        offset = len(_HEADER)
        places: dict[int, tuple[int, int, int]] = {}
        for number in sorted(self._streams):
            piece = b"%d 0 obj\n%s\nendobj\n" % (number, self._bodies[number])
            places[number] = (1, offset, 0)
            parts.append(piece)
            offset += len(piece)
        size = len(self._bodies)
        for held, body in self._object_streams():
            piece = b"%d 0 obj\n%s\nendobj\n" % (size, body)
            places.update({number: (2, size, place) for place, number in enumerate(held)})
            places[size] = (1, offset, 0)
            parts.append(piece)
            offset += len(piece)
            size += 1
        places[size] = (1, offset, 0)
        parts.append(_cross_reference(places, size, root, info, _fingerprint(parts)))
        parts.append(b"startxref\n%d\n%%%%EOF\n" % offset)
        return b"".join(parts)

    def _object_streams(self) -> Iterator[tuple[list[int], bytes]]:
        """The numbers and the body of each object stream, in order."""
        loose = [n for n in range(1, len(self._bodies)) if n not in self._streams]
        for start in range(0, len(loose), _PER_OBJECT_STREAM):
            held = loose[start : start + _PER_OBJECT_STREAM]
            head: list[bytes] = []
            at = 0
            for number in held:
                head.append(b"%d %d" % (number, at))
                at += len(self._bodies[number]) + 1
            first = b" ".join(head) + b"\n"
            data = deflate(first + b"\n".join(self._bodies[number] for number in held))
            entries = b"/Type/ObjStm/N %d/First %d/Filter/FlateDecode" % (len(held), len(first))
            yield held, b"<<%s/Length %d>>\nstream\n%s\nendstream" % (entries, len(data), data)


def _fingerprint(parts: list[bytes]) -> bytes:
    digest = hashlib.sha256()
    for part in parts:
        digest.update(part)
    return digest.hexdigest()[:32].upper().encode()


def _cross_reference(
    places: dict[int, tuple[int, int, int]], last: int, root: int, info: int, fingerprint: bytes
) -> bytes:
    rows = [struct.pack(">BIH", 0, 0, 0xFFFF)]
    rows += [struct.pack(">BIH", *places[number]) for number in range(1, last + 1)]
    data, filtered = deflate_exactly(b"".join(rows))
    entries = b"/Type/XRef/Size %d/W[1 4 2]/Root %d 0 R/Info %d 0 R" % (last + 1, root, info)
    entries += b"/ID[<%s><%s>]%s/Length %d" % (fingerprint, fingerprint, filtered, len(data))
    return b"%d 0 obj\n<<%s>>\nstream\n%s\nendstream\nendobj\n" % (last, entries, data)
