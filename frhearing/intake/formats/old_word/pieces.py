"""The text of a Word 97 document out of its two streams: the table of its pieces, and what of them is struck out.

Source of the structures: [MS-DOC] 2.4.1 (the text), 2.5.1 (the head), 2.8.25 and 2.9.177 (pieces), 2.8.6 and 2.9.33
(runs of letters with their properties), 2.6.1 (the properties).
"""

import struct
from bisect import bisect_right
from collections.abc import Iterator
from typing import Final, NamedTuple

ENCRYPTED, _SECOND_TABLE = 0x0100, 0x0200
_FLAGS, _LENGTHS, _RUNS, _PIECES = 0x0A, 0x4C, 0xFA, 0x01A2
_BYTES: Final = 0x40000000
"""The bit that says of a piece that its letters take one byte each (Windows 1252) and not two."""
_DELETED, _HIDDEN = 0x0800, 0x083C
_PAGE: Final = 512
_OPERANDS: Final = (1, 1, 2, 4, 2, 2, 0, 3)
"""Bytes of a property's value, by the highest three bits of its number; 0 stands for one that says its own length."""
_MOST_LETTERS: Final = 20_000_000


class Piece(NamedTuple):
    """A run of letters: its first place in the text, its first byte in the stream, and whether one byte is a letter."""

    first: int
    last: int
    at: int
    bytes: bool


class Marks(NamedTuple):
    """Bytes of the stream, from the first up to the last, that are struck out by tracked changes or hidden."""

    first: int
    last: int
    deleted: bool


def flags_of(word: bytes) -> int:
    """Return the flags of the document's head. Raises struct.error where it is cut short."""
    return int(struct.unpack_from("<H", word, _FLAGS)[0])


def table_name(word: bytes) -> str:
    """Return the name of the stream that holds the tables."""
    return "1Table" if flags_of(word) & _SECOND_TABLE else "0Table"


def lengths_of(word: bytes) -> tuple[int, ...]:
    """Return how many letters each part has: text, footnotes, headers, macros, comments, endnotes, two of boxes."""
    return struct.unpack_from("<8i", word, _LENGTHS)


def pieces_of(word: bytes, table: bytes) -> list[Piece]:
    """Return the pieces of the text in their order. Raises struct.error or ValueError where they are damaged."""
    start, size = struct.unpack_from("<II", word, _PIECES)
    at, end = start, start + size
    while at < end and table[at] == 1:
        at += 3 + struct.unpack_from("<H", table, at + 1)[0]
    if at >= end or table[at] != 2:
        raise ValueError("no pieces")
    count = (struct.unpack_from("<I", table, at + 1)[0] - 4) // 12
    places = struct.unpack_from(f"<{count + 1}I", table, at + 5)
    described = at + 5 + 4 * (count + 1)
    found = []
    for number in range(count):
        (where,) = struct.unpack_from("<I", table, described + 8 * number + 2)
        narrow = bool(where & _BYTES)
        first_byte = (where & ~_BYTES) // 2 if narrow else where
        found.append(Piece(places[number], places[number + 1], first_byte, narrow))
    if places[-1] > _MOST_LETTERS or any(piece.last < piece.first for piece in found):
        raise ValueError("pieces without end")
    return found


def marks_of(word: bytes, table: bytes) -> list[Marks]:
    """Return what is struck out or hidden, in the order of the stream; what cannot be made out is left."""
    start, size = struct.unpack_from("<II", word, _RUNS)
    count = max(size - 4, 0) // 8
    pages = struct.unpack_from(f"<{count}I", table, start + 4 * (count + 1))
    found = [mark for page in pages for mark in _marks_of_page(word[page * _PAGE : (page + 1) * _PAGE])]
    return sorted(found)


def text_of(word: bytes, pieces: list[Piece], marks: list[Marks]) -> Iterator[tuple[int, str, str]]:
    """Give the text in runs: the first place, the letters, and what they are ("", ``deleted`` or ``hidden``)."""
    starts = [mark.first for mark in marks]
    for piece in pieces:
        wide = 1 if piece.bytes else 2
        at, end = piece.at, piece.at + (piece.last - piece.first) * wide
        while at < end:
            below = bisect_right(starts, at) - 1
            inside = below >= 0 and marks[below].last > at
            if inside:
                until, kind = marks[below].last, "deleted" if marks[below].deleted else "hidden"
            else:
                until, kind = starts[below + 1] if below + 1 < len(starts) else end, ""
            until = max(min(until, end), at + wide)
            said = word[at:until].decode("cp1252" if piece.bytes else "utf-16-le", "replace")
            yield piece.first + (at - piece.at) // wide, said, kind
            at = until


def _marks_of_page(page: bytes) -> Iterator[Marks]:
    if len(page) < _PAGE:
        return
    runs = page[-1]
    if 4 * (runs + 1) + runs >= _PAGE:
        return
    places = struct.unpack_from(f"<{runs + 1}I", page, 0)
    for number in range(runs):
        at = 2 * page[4 * (runs + 1) + number]
        if at and at < _PAGE - 1:
            said = dict(_properties(page[at + 1 : at + 1 + page[at]]))
            if said.get(_DELETED) or said.get(_HIDDEN):
                yield Marks(places[number], places[number + 1], bool(said.get(_DELETED)))


def _properties(said: bytes) -> Iterator[tuple[int, int]]:
    """Give the properties of a run with the first byte of the value of each."""
    at = 0
    while at + 3 <= len(said):
        (number,) = struct.unpack_from("<H", said, at)
        size = _OPERANDS[number >> 13] or 1 + said[at + 2]
        yield number, said[at + 2]
        at += 2 + size
