"""Word documents from 1997 to 2003: every part is read or named, what is struck out is not, damage is said."""

import random
import struct
from pathlib import Path

import pytest

from frhearing.intake.reader import ReadRequest, read_file

SECTOR = 512
NO_MORE, FAT = 0xFFFFFFFE, 0xFFFFFFFD


def stored(streams: dict[str, bytes]) -> bytes:
    """Make a compound file ([MS-CFB]) of streams, each long enough to stand in sectors of its own."""
    padded = {name: data.ljust(max(4096, -(-len(data) // SECTOR) * SECTOR), b"\0") for name, data in streams.items()}
    table, body, entries = [FAT, NO_MORE], b"", [_entry("Root Entry", 5, NO_MORE, 0, child=1)]
    for number, (name, data) in enumerate(padded.items(), 1):
        start, count = len(table), len(data) // SECTOR
        table += [*range(start + 1, start + count), NO_MORE]
        entries.append(_entry(name, 2, start, len(data), right=number + 1 if number < len(padded) else 0xFFFFFFFF))
        body += data
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH", 62, 3, 0xFFFE, 9, 6) + bytes(10)
    head += struct.pack("<IIIIIIII", 1, 1, 0, 4096, NO_MORE, 0, NO_MORE, 0) + struct.pack("<I", 0)
    sectors = struct.pack(f"<{len(table)}I", *table).ljust(SECTOR, b"\xff") + b"".join(entries).ljust(SECTOR, b"\0")
    return head.ljust(SECTOR, b"\xff") + sectors + body


def _entry(name: str, kind: int, start: int, size: int, *, child: int = 0xFFFFFFFF, right: int = 0xFFFFFFFF) -> bytes:
    written = name.encode("utf-16-le") + b"\0\0"
    links = struct.pack("<III", 0xFFFFFFFF, right, child)
    return (
        written.ljust(64, b"\0")
        + struct.pack("<HBB", len(written), kind, 1)
        + links
        + bytes(36)
        + struct.pack("<IQ", start, size)
    )


def document(parts: list[str], *, flags: int = 0x0200, version: int = 0xC1, marked: tuple[int, int, int] = (0, 0, 0)):
    """Make a document of its eight parts, in two pieces: one byte a letter, then two; ``marked`` is struck out."""
    text = "".join(parts)
    half = len(text) // 2
    first, second = text[:half].encode("cp1252"), text[half:].encode("utf-16-le")
    word = bytearray(0x400 + SECTOR * 8)
    struct.pack_into("<HH", word, 0, 0xA5EC, version)
    struct.pack_into("<H", word, 0x0A, flags)
    struct.pack_into("<8i", word, 0x4C, *map(len, parts))
    word[0x400 : 0x400 + len(first)] = first
    word[0x800 : 0x800 + len(second)] = second
    pieces = struct.pack("<III", 0, half, len(text))
    pieces += struct.pack("<HIH", 0, 0x40000000 | 0x400 * 2, 0) + struct.pack("<HIH", 0, 0x800, 0)
    found = b"\x01\x02\x00ab" + b"\x02" + struct.pack("<I", len(pieces)) + pieces
    start, end, sprm = marked
    page = bytearray(SECTOR)
    struct.pack_into("<4I", page, 0, 0x400, 0x400 + start, 0x400 + end, 0x400 + half)
    page[16:19] = bytes((0, 250, 0))
    page[500:504] = struct.pack("<BHB", 3, sprm, 1)
    page[-1] = 3
    word[0x400 + SECTOR * 6 : 0x400 + SECTOR * 7] = page
    runs = struct.pack("<III", 0x400, 0x800, (0x400 + SECTOR * 6) // SECTOR)
    struct.pack_into("<II", word, 0x01A2, 0, len(found))
    struct.pack_into("<II", word, 0xFA, len(found), len(runs))
    return stored({"WordDocument": bytes(word), "1Table": found + runs})


def read(tmp_path: Path, data: bytes):
    path = tmp_path / "letter.doc"
    path.write_bytes(data)
    return read_file(ReadRequest(path), lambda _done, _total: None, None)


def cells(reading) -> dict[str, str]:
    return dict(zip(reading.table.header, reading.table.rows[0].cells, strict=True))


def test_every_part_is_read_or_named(tmp_path: Path) -> None:
    body = (
        "Dear Council,\rkeep it – please.\rA\x07B\x07\x07C\x07D\x07\x07\x13 HYPERLINK x \x14my page\x15 \x01 ñ\u4f60.\r"
    )
    parts = [body, "\x02 A footnote.\r", "The head\r", "", "\x05 In the margin.\r", "An endnote.\r", "In a box.\r", ""]
    reading = read(tmp_path, document(parts))
    found = cells(reading)
    assert found["Text"] == (
        "Dear Council,\nkeep it – please.\nA\tB\nC\tD\nmy page  ñ\u4f60.\n\n A footnote.\n\nAn endnote.\n\nIn a box."
    )
    assert (found["Header and footer"], found["Notes in the margin"]) == ("The head", " In the margin.")
    assert reading.not_read == ("1 picture or drawing",)


@pytest.mark.parametrize(
    ("sprm", "told"),
    [(0x0800, "text struck out with tracked changes (3 letters)"), (0x083C, "hidden text (3 letters)")],
)
def test_what_is_struck_out_or_hidden_is_not_said(tmp_path: Path, sprm: int, told: str) -> None:
    said = "Do not keep it. " + "It sees us all. " * 4
    reading = read(tmp_path, document([said, "", "", "", "", "", "", ""], marked=(3, 6, sprm)))
    assert cells(reading)["Text"].startswith("Do  keep it.")
    assert reading.not_read == (told,)


@pytest.mark.parametrize(
    ("made", "said"),
    [({"flags": 0x0300}, "with a password"), ({"version": 0x68}, "from before 1997")],
)
def test_what_cannot_be_opened_says_what_to_do(tmp_path: Path, made: dict[str, int], said: str) -> None:
    reading = read(tmp_path, document(["Keep it.", "", "", "", "", "", "", ""], **made))
    assert said in reading.refusal
    assert "nothing was imported" in reading.refusal


def test_a_damaged_document_costs_itself_only(tmp_path: Path) -> None:
    chance = random.Random(97)
    whole = document(["Keep it. " * 40, "a", "b", "", "c", "d", "e", ""], marked=(3, 6, 0x0800))
    for _ in range(150):
        broken = bytearray(whole[: chance.randrange(600, len(whole) + 1)])
        for _ in range(4):
            broken[chance.randrange(len(broken))] = chance.randrange(256)
        reading = read(tmp_path, bytes(broken))
        assert bool(reading.tables) != bool(reading.refusal or reading.question)


def test_real_documents_are_read(shared_data: Path, tmp_path: Path) -> None:
    letter = read(tmp_path, (shared_data / "usda-regs-comments/EPA-HQ-OA-2017-0190-32609_1.doc").read_bytes())
    text = cells(letter)["Text"]
    assert "is responding to the U.S. Environmental Protection Agency" in text
    assert "what has been observed to date and the continued cost to operate" in text
    assert not any(letter < " " and letter not in "\n\t" for letter in text)
    small = read(tmp_path, (shared_data / "seattle-cdp-backend/example_doc.doc").read_bytes())
    assert all(f"Word{n}" in "\n".join(cells(small).values()) for n in range(1, 20) if n != 8)
