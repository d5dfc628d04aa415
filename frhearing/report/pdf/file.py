"""The objects of a file, as bytes by number, beside those that reportlab makes itself."""

import zlib
from typing import Any

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


def stream(data: bytes, entries: bytes) -> bytes:
    """The body of a stream; reportlab's own have no line end before `endstream`, as PDF/A wants it (6.1.7.1)."""
    return b"<<%s/Length %d>>\nstream\n%s\nendstream" % (entries, len(data), data)


class PdfFile:
    """A growing reportlab document: objects are numbered as they are asked for and filled in any order."""

    def __init__(self, document: Any) -> None:
        self._document = document

    def reserve(self) -> int:
        """The number of a new object that is filled later with `fill`."""
        return self.add(b"")

    def fill(self, number: int, body: bytes) -> None:
        """Give a reserved object its body, such as a dictionary."""
        self._document.idToObject[self._document.numberToId[number]] = body

    def add(self, body: bytes) -> int:
        """The number of a new object with this body."""
        number = self.next_number
        self._document.Reference(body, f"Own{number}")
        return number

    @property
    def next_number(self) -> int:
        """The number that the next new object will have."""
        return int(self._document.objectcounter) + 1

    def add_all(self, bodies: list[bytes]) -> None:
        """Add objects with these bodies, numbered from `next_number` on: the many elements of a structure tree."""
        start = self.next_number
        names = [f"Own{number}" for number in range(start, start + len(bodies))]
        self._document.objectcounter += len(bodies)
        self._document.numberToId.update(enumerate(names, start))
        self._document.idToObject.update(zip(names, bodies, strict=True))

    def number_of(self, name: str) -> int:
        """The number of an object that reportlab made, by the name it has for it, such as `Page1`."""
        number: int = self._document.idToObjectNumberAndVersion[name][0]
        return number

    def add_text_stream(self, text: bytes, entries: bytes = b"") -> int:
        """The number of a new compressed stream of operators or the like; `entries` go into its dictionary."""
        return self.add(stream(deflate(text), entries + b"/Filter/FlateDecode"))

    def add_data_stream(self, data: bytes, entries: bytes = b"") -> int:
        """The number of a new compressed stream of data that must not change by a byte, such as a font."""
        packed, filtered = deflate_exactly(data)
        return self.add(stream(packed, entries + filtered))

    def add_stream(self, data: bytes, entries: bytes) -> int:
        """The number of a new stream that is written as it is."""
        return self.add(stream(data, entries))
