"""Files made to swell, to reach for other files or to crowd a parser: each refused in a sentence, by the real child."""

import io
import struct
import zipfile
import zlib
from pathlib import Path

from made_documents import paragraph, run, word_file

from frhearing.intake.reader import ReadRequest
from frhearing.intake.watch import read_files


def repacked(data: bytes, changed: dict[str, bytes]) -> bytes:
    """Return a ZIP with some of its files changed or added."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in [name for name in old.namelist() if name not in changed]:
            new.writestr(name, old.read(name))
        for name, said in changed.items():
            new.writestr(name, said)
    return out.getvalue()


def word_with(prolog: bytes) -> bytes:
    data = word_file(paragraph(run("&a;")))
    with zipfile.ZipFile(io.BytesIO(data)) as opened:
        document = opened.read("word/document.xml")
    return repacked(data, {"word/document.xml": document.replace(b"?>", b"?>" + prolog, 1)})


def laughs() -> bytes:
    lines = [b"<!ENTITY %c '%b'>" % (97 + at, (b"&%c;" % (98 + at)) * 10) for at in range(9)]
    return b"<!DOCTYPE w [" + b"".join(lines) + b"<!ENTITY j 'ha'>]>"


def overlapping() -> bytes:
    """Make a small ZIP whose thousand entries all unpack the same packed bytes."""
    size = 4 << 20
    packed = zlib.compressobj(9, zlib.DEFLATED, -15)
    body = packed.compress(bytes(size)) + packed.flush()
    facts = (20, 0, 8, 0, 0, zlib.crc32(bytes(size)), len(body), size, 1, 0)
    out = b"PK\x03\x04" + struct.pack("<HHHHHLLLHH", *facts) + b"a" + body
    entry = b"PK\x01\x02" + struct.pack("<HHHHHHLLLHHHHHLL", 20, *facts, 0, 0, 0, 0, 0) + b"a"
    return out + entry * 40 + b"PK\x05\x06" + struct.pack("<HHHHLLH", 0, 0, 40, 40, len(entry) * 40, len(out), 0)


def bombs() -> dict[str, bytes]:
    """Return the bombs by the names of their files."""
    letter = word_file(paragraph(run("x")))
    zeros = io.BytesIO()
    with zipfile.ZipFile(zeros, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("a.txt", bytes(300 << 20))
    crowd = io.BytesIO()
    with zipfile.ZipFile(crowd, "w") as made:
        for number in range(30_000):
            made.writestr(str(number), b"")
    huge = b"<w:t>" + b"ab" * (60 << 20) + b"</w:t>"
    return {
        "laughs.docx": word_with(laughs()),
        "file.docx": word_with(b"<!DOCTYPE w [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>"),
        "network.docx": word_with(b"<!DOCTYPE w SYSTEM 'http://example.org/w.dtd'>"),
        "parameter.docx": word_with(b"<!DOCTYPE w [<!ENTITY % p SYSTEM 'http://example.org/p'>%p;]>"),
        "styles.docx": repacked(
            word_file(paragraph(run("x")), {"styles": ("styles", "")}), {"word/styles.xml": laughs() + b"<w>&a;</w>"}
        ),
        "deep.docx": word_file("<w:p>" * 100_000 + "</w:p>" * 100_000),
        "swelling.docx": repacked(letter, {"word/document.xml": huge}),
        "zeros.zip": zeros.getvalue(),
        "overlapping.zip": overlapping(),
        "crowd.zip": crowd.getvalue(),
        "crowd.docx": repacked(letter, {f"word/{number}.xml": b"" for number in range(3_000)}),
        "laughs.md": b"---\na0: &a0 ha\n"
        + b"".join(b"a%d: &a%d [%b]\n" % (at, at, b", ".join([b"*a%d" % (at - 1)] * 9)) for at in range(1, 10))
        + b"---\ntext\n",
    }


REASONS = {
    "laughs.docx": "declares a document type",
    "file.docx": "declares a document type",
    "network.docx": "declares a document type",
    "parameter.docx": "declares a document type",
    "styles.docx": "declares a document type",
    "deep.docx": "its XML cannot be read",
    "swelling.docx": "times its size",
    "zeros.zip": "times its size",
    "overlapping.zip": "times its size",
    "crowd.zip": "holds 30,000 files",
    "crowd.docx": "holds 3,004 files",
    "laughs.md": "refers to itself",  # and so its head is read as part of the text
}


def test_every_bomb_costs_one_sentence(tmp_path: Path) -> None:
    requests = []
    for name, data in bombs().items():
        (tmp_path / name).write_bytes(data)
        requests.append(ReadRequest(tmp_path / name))
    readings = {one.file: one for one in read_files(requests)}
    assert readings.keys() == REASONS.keys()
    said = {name: " ".join((one.refusal, *one.notes)) for name, one in readings.items()}
    assert {name: reason for name, reason in REASONS.items() if reason not in said[name]} == {}
    assert [name for name, one in readings.items() if not one.refusal] == ["laughs.md"]
