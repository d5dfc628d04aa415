"""The objects of a file, as bytes by number, beside those that reportlab makes itself."""

import zlib
from concurrent.futures import Executor, Future
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


def _text_stream(text: bytes, entries: bytes) -> bytes:
    return stream(deflate(text), entries + b"/Filter/FlateDecode")


def _data_stream(data: bytes, entries: bytes) -> bytes:
    packed, filtered = deflate_exactly(data)
    return stream(packed, entries + filtered)


class PdfFile:
    """A growing file: objects are numbered as they are asked for and filled in any order.

    Those that reportlab makes itself are kept by its document, which also gives out the numbers. Streams are
    packed by `workers` while the next pages are painted, and are there once `settle` has been called.
    """

    def __init__(self, document: Any, workers: Executor) -> None:
        self.document = document
        self.workers = workers
        self.own: dict[int, bytes] = {}
        """The bodies of objects by number; they stand before what reportlab has under the same number."""
        self._later: dict[int, Future[bytes]] = {}

    def reserve(self) -> int:
        """The number of a new object that is filled later with `fill`."""
        self.document.objectcounter += 1
        return int(self.document.objectcounter)

    def fill(self, number: int, body: bytes) -> None:
        """Give a reserved object its body, such as a dictionary."""
        self.own[number] = body

    def add(self, body: bytes) -> int:
        """The number of a new object with this body."""
        number = self.reserve()
        self.own[number] = body
        return number

    @property
    def next_number(self) -> int:
        """The number that the next new object will have."""
        return int(self.document.objectcounter) + 1

    def add_all(self, bodies: list[bytes]) -> None:
        """Add objects with these bodies, numbered from `next_number` on: the many elements of a structure tree."""
        self.own.update(enumerate(bodies, self.next_number))
        self.document.objectcounter += len(bodies)

    def number_of(self, name: str) -> int:
        """The number of an object that reportlab made, by the name it has for it, such as `Page1`."""
        number: int = self.document.idToObjectNumberAndVersion[name][0]
        return number

    def add_text_stream(self, text: bytes, entries: bytes = b"") -> int:
        """The number of a new compressed stream of operators or the like; `entries` go into its dictionary."""
        number = self.reserve()
        self._later[number] = self.workers.submit(_text_stream, text, entries)
        return number

    def add_data_stream(self, data: bytes, entries: bytes = b"") -> int:
        """The number of a new compressed stream of data that must not change by a byte, such as a font."""
        number = self.reserve()
        self._later[number] = self.workers.submit(_data_stream, data, entries)
        return number

    def add_stream(self, data: bytes, entries: bytes) -> int:
        """The number of a new stream that is written as it is."""
        return self.add(stream(data, entries))

    def settle(self) -> None:
        """Wait until all streams are packed."""
        while self._later:
            number, body = self._later.popitem()
            self.own[number] = body.result()
