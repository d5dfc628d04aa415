"""ZIPs and their XML: what a bomb declares or hides is refused in a sentence before anything is unpacked."""

import io
import struct
import zipfile
import zlib

import pytest

from frhearing.intake.containers import check_prolog, open_zip, safe_xml
from frhearing.intake.draft import Unreadable


def zipped(files: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as made:
        for name, data in files.items():
            made.writestr(name, data)
    return out.getvalue()


def overlapping(entries: int, size: int) -> bytes:
    """Make a bomb whose entries all unpack the same bytes, each name pointing at the one packed file."""
    packed = zlib.compressobj(9, zlib.DEFLATED, -15)
    body = packed.compress(bytes(size)) + packed.flush()
    facts = (20, 0, 8, 0, 0, zlib.crc32(bytes(size)), len(body), size, 1, 0)
    out = b"PK\x03\x04" + struct.pack("<HHHHHLLLHH", *facts) + b"a" + body
    directory = b"".join(
        b"PK\x01\x02" + struct.pack("<HHHHHHLLLHHHHHLL", 20, *facts, 0, 0, 0, 0, 0) + b"a" for _ in range(entries)
    )
    return (
        out + directory + b"PK\x05\x06" + struct.pack("<HHHHLLH", 0, 0, entries, entries, len(directory), len(out), 0)
    )


def test_what_is_packed_comes_out_whole_and_in_order() -> None:
    container = open_zip(zipped({"b.txt": b"second", "a/c.txt": b"first" * 1000}), "x.zip")
    assert container.names == ("b.txt", "a/c.txt")
    assert "b.txt" in container
    assert "c.txt" not in container
    assert (container.read("b.txt"), container.read("a/c.txt")) == (b"second", b"first" * 1000)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (zipped({str(number): b"" for number in range(2001)}), "2,001 files"),
        (zipped({f"{number}": bytes(30 << 20) for number in range(8)}), "would unpack to 252 MB"),
        (zipped({"a": bytes(100 << 20)}), "times its size"),
        (overlapping(10, 1 << 20), "lie over one another"),
        (overlapping(60_000, 1), "60,000 files"),
        (b"PK\x03\x04" + bytes(200), "damaged"),
        (zipped({"a": b"x" * 5000})[:-40], "damaged"),
    ],
    ids=["many", "large", "swelling", "overlapping", "crowd", "no directory", "cut"],
)
def test_bombs_are_refused_before_anything_is_unpacked(data: bytes, said: str) -> None:
    with pytest.raises(Unreadable, match=said) as refusal:
        open_zip(data, "x.zip")
    assert "“x.zip”" in str(refusal.value)
    assert "nothing was imported" in str(refusal.value)


def with_declared_size(data: bytes, real: int, declared: int) -> bytes:
    """Lie about the size of the one entry, in its head and in the directory."""
    return data.replace(struct.pack("<L", real), struct.pack("<L", declared))


def test_a_declared_size_that_lies_is_damage_and_never_more_bytes() -> None:
    whole = zipped({"a": b"ab" * 500_000})
    for declared in (0, 10, 999_999):
        container = open_zip(with_declared_size(whole, 1_000_000, declared), "x.zip")
        with pytest.raises(Unreadable, match="damaged"):
            container.read("a")
    with pytest.raises(Unreadable, match="larger than 1 kB"):
        open_zip(whole, "x.zip").read("a", most=1000)


def test_entries_that_cannot_be_read_are_named_with_the_reason() -> None:
    strange = open_zip(zipped({"a": b"x" * 100}, zipfile.ZIP_BZIP2), "x.zip")
    assert "packed in a way" in strange.entries[0].hindrance
    with pytest.raises(Unreadable, match=r"“a” in .* is packed in a way"):
        strange.read("a")
    locked = bytearray(zipped({"a": b"x"}, zipfile.ZIP_STORED))
    locked[6] |= 1
    locked[locked.index(b"PK\x01\x02") + 8] |= 1
    assert open_zip(bytes(locked), "x.zip").entries[0].encrypted
    link = zipfile.ZipInfo("etc")
    link.external_attr = 0o120777 << 16
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        made.writestr(link, "/etc/passwd")
    assert "only a link" in open_zip(out.getvalue(), "x.zip").entries[0].hindrance


def test_names_come_out_as_they_were_meant() -> None:
    for meant, written, flag in (
        ("Núñez.txt", "Núñez.txt".encode(), True),
        ("Núñez.txt", "Núñez.txt".encode(), False),
        ("Núñez.txt", "Núñez.txt".encode("cp437"), False),
        ("../../etc/x", b"../../etc/x", False),
        ("a\\..\\b", b"a\\..\\b", False),
    ):
        plain = zipped({"#" * len(written): b"x"}, zipfile.ZIP_STORED).replace(b"#" * len(written), written)
        data = bytearray(plain)
        if flag:
            data[7] |= 8
            data[data.index(b"PK\x01\x02") + 9] |= 8
        container = open_zip(bytes(data), "x.zip")
        assert container.names == (meant,)
        assert container.read(meant) == b"x"


LAUGHS = b"<!DOCTYPE z [<!ENTITY a 'ha'>" + b"".join(
    b"<!ENTITY %c '%b'>" % (98 + at, b"&%c;" % (97 + at) * 10) for at in range(9)
)


@pytest.mark.parametrize(
    "bomb",
    [
        LAUGHS + b"]><z>&j;</z>",
        b"<!DOCTYPE z [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><z>&a;</z>",
        b"<!DOCTYPE z SYSTEM 'http://example.org/x.dtd'><z/>",
        b"<!-- " + b"x" * 9000 + b" --><!DOCTYPE z><z/>",
        ("\ufeff<?xml version='1.0' encoding='utf-16'?><!DOCTYPE z><z/>").encode("utf-16-le"),
    ],
    ids=["laughs", "file", "network", "after a comment", "utf-16"],
)
def test_xml_that_declares_a_document_type_is_refused(bomb: bytes) -> None:
    with pytest.raises(Unreadable, match="document type"):
        safe_xml(bomb, "x.docx")
    with pytest.raises(Unreadable, match="document type"):
        open_zip(zipped({"word/document.xml": bomb}), "x.docx").refuse_doctypes()


@pytest.mark.parametrize(
    "data", [b"", b"<a>", b"not xml", b"<a>&nbsp;</a>", b"<a>" * 5000, b"<?xml encoding='rot13'?>"]
)
def test_xml_that_is_none_is_damage(data: bytes) -> None:
    with pytest.raises(Unreadable, match="damaged"):
        safe_xml(data, "x.docx")


def test_honest_xml_is_read() -> None:
    data = "<?xml version='1.0'?><!-- who --><a b='é'>t<c/>u</a>".encode()
    check_prolog(data, "x.docx")
    assert (safe_xml(data, "x.docx").tag, "".join(safe_xml(data, "x.docx").itertext())) == ("a", "tu")
