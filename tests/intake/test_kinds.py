"""What a file is, by its content: what cannot be read is named in a sentence, whatever the file is called."""

import io
import zipfile
from pathlib import Path

import pytest

from frhearing.intake import kinds
from frhearing.intake.draft import Reading, SourceKind, Unreadable
from frhearing.intake.formats import reader_of
from frhearing.intake.kinds import recognise
from frhearing.intake.reader import read_source
from frhearing.intake.source import Source


def read(data: bytes, file: str = "comments.csv") -> Reading:
    return read_source(Source(file, data))


def container(*names: str, mimetype: bytes = b"", method: int = zipfile.ZIP_STORED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as made:
        if mimetype:
            made.writestr("mimetype", mimetype)
        for name in names:
            made.writestr(name, "<x/>")
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (container("xl/workbook.xml"), "an Excel workbook"),
        (container("word/document.xml"), "a Word document"),
        (container("ppt/presentation.xml"), "a PowerPoint"),
        (container("a.txt"), "a compressed folder (ZIP)"),
        (container("x", mimetype=b"application/vnd.oasis.opendocument.spreadsheet"), "an OpenDocument spreadsheet"),
        (container(mimetype=b"application/vnd.oasis.opendocument.text", method=8), "an OpenDocument text"),
        (b"PK\x03\x04" + bytes(range(200)), "a damaged ZIP or Office file"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"), "a Word document (before 2007)"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "Workbook".encode("utf-16-le"), "an Excel workbook (before 2007)"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "__substg1.0_".encode("utf-16-le"), "an Outlook message"),
        (b"%PDF-1.7\n", "a PDF document"),
        (b"{\\rtf1 hello}", "a rich text document"),
        (b"\x89PNG\r\n\x1a\n" + bytes(50), "a picture (PNG)"),
        (b"\x1f\x8b\x08" + bytes(range(100)), "a compressed file (GZIP)"),
        (b"SQLite format 3\x00" + bytes(100), "a database (SQLite)"),
        (b"\x78\x9f\x3e\x22\x00\x01", "an Outlook attachment (winmail.dat)"),
        (b"<!DOCTYPE html><html><table>", "a web page (HTML)"),
        (b'<?xml version="1.0"?><a/>', "an XML file"),
        (b'[{"text": "no"}]', "a JSON file"),
        (b"WEBVTT\n\n00:00.000 --> 00:01.000\nuh\n", "a transcript (VTT)"),
        (b"1\r\n00:00:00,000 --> 00:00:01,000\r\nuh\r\n", "a transcript (SRT)"),
        (b"From jane@x.org Mon Feb  2 10:00:00 2026\nFrom: Jane\n\nno", "an e-mail message or a mailbox"),
        (b"From: Jane\nMIME-Version: 1.0\nSubject: no\n\nno", "an e-mail message"),
        (b"[00:00:17]\nuh\nyes\n\n[00:05:00]\nno\n", "a transcript (text with times)"),
        (b"---\r\nname: Jane\r\n---\r\nno", "a text with its fields above it"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "an Office file with a password",
        ),
        (container("Index/Document.iwa"), "a document of Pages, Numbers or Keynote"),
        (bytes(range(256)) * 40, "not a text file"),
    ],
)
def test_what_is_called_csv_is_known_by_its_content(data: bytes, what: str) -> None:
    try:
        named = recognise(data, "comments.csv").what
    except Unreadable as refusal:
        named = str(refusal)
        assert "nothing was imported" in named
    assert what in named


@pytest.mark.parametrize("data", [b"", b"\xef\xbb\xbf \r\n\r\n", bytes(40)])
def test_an_empty_file_is_said_to_be_empty(data: bytes) -> None:
    assert "is empty" in read(data).refusal


@pytest.mark.parametrize("ending", ["eml", "json", "html", "vtt", "rtf"])
def test_text_that_its_name_says_is_another_format_is_not_taken_for_a_letter(ending: str) -> None:
    assert read(b"not what it seems", f"a.{ending}").refusal


def test_no_real_file_of_another_format_is_taken_for_a_table_or_a_letter(shared_data: Path) -> None:
    named = []
    for folder in ("torture-xlsx", "torture-docx", "torture-pdf", "torture-email", "state-federal-portals"):
        for path in sorted((shared_data / folder).rglob("*.*")):
            if path.suffix in (".xlsx", ".docx", ".pdf", ".eml", ".html", ".mbox"):
                try:
                    named.append(recognise(path.read_bytes(), path.name).what)
                except Unreadable as refusal:
                    named.append(str(refusal))
    assert len(named) > 150
    assert all(named)


@pytest.mark.parametrize(
    "text",
    ["MZ-Straße is my street", "From: the heart", "RIFF raff", "GIF8 or JIF", "II*\tx", "{not json", "[also not]"],
)
def test_letters_that_begin_like_something_else_are_letters(text: str) -> None:
    assert read((text + ", and I oppose.\n").encode(), "letter.txt").kind is SourceKind.TEXT or text == "RIFF raff"


def test_every_reader_that_is_named_is_there() -> None:
    for name in set(kinds._READERS.values()):
        assert callable(reader_of(name))
