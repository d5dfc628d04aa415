"""A letter that is a picture is kept to be typed; what is too small, damaged or not to be shown is said in words."""

import random
import struct
import zlib
from pathlib import Path

import pytest

from frhearing.intake.formats.picture import Measures, measured
from frhearing.intake.reader import ReadRequest, read_file


def png(width: int = 640, height: int = 480) -> bytes:
    """Make the head of a PNG."""
    head = struct.pack(">II5B", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + b"IHDR" + head + struct.pack(">I", zlib.crc32(b"IHDR" + head))


def jpeg(width: int = 640, height: int = 480) -> bytes:
    """Make the head of a JPEG as a camera writes it: its notes first, among them a small picture of its own."""
    notes = b"Exif\0\0" + b"\xff\xc0\x00\x11\x08" + struct.pack(">HH", 16, 16)
    table = b"\xff\xc4" + struct.pack(">H", 5) + bytes(3)
    frame = b"\xff\xc2\x00\x11\x08" + struct.pack(">HH", height, width) + bytes(10)
    return b"\xff\xd8\xff\xe1" + struct.pack(">H", len(notes) + 2) + notes + table + b"\xff" + frame


def tiff(order: str = "<", pages: int = 3) -> bytes:
    """Make a fax: a TIFF of several pages without their dots."""
    data = (b"II*\0" if order == "<" else b"MM\0*") + struct.pack(f"{order}I", 8)
    for page in range(pages):
        after = 8 + (page + 1) * 30 if page + 1 < pages else 0
        sides = struct.pack(f"{order}HHIHH", 256, 3, 1, 1728, 0) + struct.pack(f"{order}HHII", 257, 4, 1, 2200)
        data += struct.pack(f"{order}H", 2) + sides + struct.pack(f"{order}I", after)
    return data


def webp(kind: bytes) -> bytes:
    """Make the head of a WebP picture of 640 by 480 dots."""
    body = {
        b"VP8X": bytes(4) + (639).to_bytes(3, "little") + (479).to_bytes(3, "little"),
        b"VP8L": b"\x2f" + struct.pack("<I", 639 | 479 << 14),
        b"VP8 ": bytes(6) + struct.pack("<HH", 640, 480),
    }[kind]
    return b"RIFF" + struct.pack("<I", 4 + 8 + len(body)) + b"WEBP" + kind + struct.pack("<I", len(body)) + body


PICTURES = {
    "png": png(), "jpeg": jpeg(), "tiff": tiff(), "big-endian tiff": tiff(">"), "webp": webp(b"VP8X"),
    "lossless webp": webp(b"VP8L"), "lossy webp": webp(b"VP8 "), "gif": b"GIF89a" + struct.pack("<HH", 640, 480),
    "bmp": b"BM" + struct.pack("<IIIIii", 90, 0, 54, 40, 640, -480) + bytes(60),
}  # fmt: skip


def read(tmp_path: Path, data: bytes):
    path = tmp_path / "letter.csv"  # told by its content, whatever it is called
    path.write_bytes(data)
    spool = tmp_path / "spool"
    spool.mkdir(exist_ok=True)
    return read_file(ReadRequest(path), lambda _done, _total: None, spool)


@pytest.mark.parametrize("kind", PICTURES)
def test_a_picture_waits_for_its_words_with_itself_beside_them(tmp_path: Path, kind: str) -> None:
    data = PICTURES[kind]
    found = measured(data)
    assert found == (Measures(1728, 2200, 3) if "tiff" in kind else Measures(640, 480))
    reading = read(tmp_path, data)
    assert len(reading.table.rows) == 1
    assert reading.table.column("Text") == [""]
    assert [part.path.read_bytes() for part in reading.parts] == [data]
    pages = " of 3 pages" if "tiff" in kind else ""
    assert reading.not_read == (f"a picture{pages} without text; type in what it says",)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (png(32, 32), "too small for a letter"),
        (png()[:12], "is a picture (PNG), but damaged"),
        (b"\xff\xd8\xff\xe0\x00\x04\x00\x00\xff\xd9", "but damaged or cut short"),
        (b"II*\0" + bytes(40), "but damaged or cut short"),
        (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "save it as JPEG"),
        (b"\0\0\0\x18ftypisom\0\0\0\0mif1heic", "a film or sound recording"),
        (b"RIFF\0\0\0\0WAVEfmt \xff" + bytes(70), "a sound or film recording"),
    ],
)
def test_what_is_no_letter_is_refused_in_words(tmp_path: Path, data: bytes, said: str) -> None:
    reading = read(tmp_path, data)
    assert not reading.tables
    assert said in reading.refusal


def test_a_text_that_begins_like_a_picture_is_a_text(tmp_path: Path) -> None:
    assert read(tmp_path, b"BMX riders,Comment\r\nJane,Keep the track\r\n").table.header == ("BMX riders", "Comment")


def test_heads_in_disorder_are_measured_or_not_and_never_more() -> None:
    chance = random.Random(7)
    for data in PICTURES.values():
        for _ in range(400):
            broken = bytearray(data[: chance.randrange(2, len(data) + 1)])
            for _ in range(3):
                broken[chance.randrange(len(broken))] = chance.randrange(256)
            assert isinstance(measured(bytes(broken)), Measures | None)
