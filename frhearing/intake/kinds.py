"""What a file is, told from its bytes before its name, and which reader reads it; the rest is refused in words."""

import codecs
import io
import re
import zipfile
import zlib
from pathlib import PurePath
from typing import Final, NamedTuple

from frhearing.intake.draft import Unreadable
from frhearing.intake.encoding import decodes

_READERS: Final[dict[str, str]] = {
    "an Excel workbook": "workbook",
    "an Excel workbook (before 2007)": "workbook",
    "an OpenDocument spreadsheet": "workbook",
    "a JSON file": "json_export",
    "a web page (HTML)": "web_page",
    "a compressed folder (ZIP)": "archive",
    "a PDF document": "pdf",
    "a Word document": "word",
    "a Word document (before 2007)": "old_word",
    "a rich text document (RTF)": "rich_text",
    "an OpenDocument text": "open_text",
    "a transcript (VTT)": "transcript",
    "a transcript (SRT)": "transcript",
    "a transcript (text with times)": "transcript",
    "a text with its fields above it": "front_matter",
    "an e-mail message": "mail",
    "an e-mail message or a mailbox (MBOX)": "mailbox",
    "a mailbox (MBOX)": "mailbox",
    "an Outlook message (MSG)": "outlook",
    "an Outlook attachment (winmail.dat)": "winmail",
    "a picture (PNG)": "picture",
    "a picture (JPEG)": "picture",
    "a picture (GIF)": "picture",
    "a picture (TIFF)": "picture",
    "a picture (WebP)": "picture",
    "a picture (BMP)": "picture",
}
"""The reader (a module of ``formats``) of each format that has one, by the words that name it."""

_KEPT: Final = "nothing was imported, and the file is as it was."
_SAVE_AS_CSV: Final = f"this version does not read it; {_KEPT} Open it and save the sheet as CSV (UTF-8)."
_PASTE: Final = f"this version does not read it; {_KEPT} Open it and paste its text, or save it as plain text."
_SAVE_ANEW: Final = f"this version does not read it; {_KEPT} Open it, save it as DOCX or PDF, and import that."
_SAVE_AS_PDF: Final = f"this version does not read it; {_KEPT} Open it, save it as PDF, and import that."
_NOT_TEXT: Final = f"it holds no text to read; {_KEPT} Type its words in by hand where it carries a comment."
_UNLOCK: Final = f"it cannot be opened without it; {_KEPT} Open it with the password and save it without one."
_UNPACK: Final = f"this version does not look inside; {_KEPT} Unpack it and import the files."
_SAVE_AS_JPEG: Final = (
    f"this version cannot show it; {_KEPT} Open it, save it as JPEG, and import that: its words are typed in beside it."
)
_EXPORT: Final = f"this version does not read it; {_KEPT} Export the comments as CSV instead."


class Form(NamedTuple):
    """What a file is, in words (empty: plain text or a table of it), and the name of its reader (empty: none)."""

    what: str
    reader: str


_OPENINGS: Final = (
    (b"%PDF-", "a PDF document", _PASTE),
    (b"{\\rtf", "a rich text document (RTF)", _PASTE),
    (b"\x89PNG\r\n\x1a\n", "a picture (PNG)", _NOT_TEXT),
    (b"\xff\xd8\xff", "a picture (JPEG)", _NOT_TEXT),
    (b"GIF87a", "a picture (GIF)", _NOT_TEXT),
    (b"GIF89a", "a picture (GIF)", _NOT_TEXT),
    (b"II*\x00", "a picture (TIFF)", _NOT_TEXT),
    (b"MM\x00*", "a picture (TIFF)", _NOT_TEXT),
    (b"\x1f\x8b", "a compressed file (GZIP)", _UNPACK),
    (b"7z\xbc\xaf\x27\x1c", "a compressed folder (7z)", _UNPACK),
    (b"Rar!\x1a\x07", "a compressed folder (RAR)", _UNPACK),
    (b"BZh", "a compressed file (BZIP2)", _UNPACK),
    (b"\xfd7zXZ\x00", "a compressed file (XZ)", _UNPACK),
    (b"SQLite format 3\x00", "a database (SQLite)", _EXPORT),
    (b"PAR1", "a Parquet table", _EXPORT),
    (b"\x78\x9f\x3e\x22", "an Outlook attachment (winmail.dat)", _PASTE),
    (b"!BDN", "an Outlook mailbox (PST)", _PASTE),
    (b"RIFF", "a sound or film recording", _NOT_TEXT),
    (b"OggS", "a sound recording", _NOT_TEXT),
    (b"ID3", "a sound recording (MP3)", _NOT_TEXT),
    (b"WEBVTT", "a transcript (VTT)", _PASTE),
    (b"MZ", "a Windows program", _KEPT),
    (b"\x7fELF", "a program", _KEPT),
)
_PHOTOGRAPHS: Final = frozenset((b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1", b"avif", b"avis"))
"""The brands of ISO media files that hold a still picture (ISO/IEC 23008-12)."""
_ZIPS: Final = (
    ("Index/Document.iwa", "a document of Pages, Numbers or Keynote", _SAVE_ANEW),
    ("META-INF/container.xml", "an electronic book (EPUB)", _SAVE_ANEW),
    ("xl/", "an Excel workbook", _SAVE_AS_CSV),
    ("workbook.xml", "an Excel workbook", _SAVE_AS_CSV),
    ("word/", "a Word document", _PASTE),
    ("ppt/", "a PowerPoint presentation", _SAVE_AS_PDF),
)
_OPEN_DOCUMENTS: Final = (
    (b"opendocument.spreadsheet", "an OpenDocument spreadsheet", _SAVE_AS_CSV),
    (b"opendocument.text", "an OpenDocument text", _PASTE),
    (b"opendocument", "an OpenDocument file", _SAVE_ANEW),
)
_OLE: Final = (
    ("EncryptedPackage", "an Office file with a password", _UNLOCK),
    ("__substg1.0_", "an Outlook message (MSG)", _PASTE),
    ("WordDocument", "a Word document (before 2007)", _SAVE_ANEW),
    ("Workbook", "an Excel workbook (before 2007)", _SAVE_AS_CSV),
    ("Book", "an Excel workbook (before 2007)", _SAVE_AS_CSV),
    ("PowerPoint Document", "a PowerPoint presentation (before 2007)", _SAVE_AS_PDF),
)
# Formats made of text: where their own marks are missing, the name still says what the file was meant to be.
_ENDINGS: Final = {
    ".eml": ("an e-mail message", _PASTE),
    ".emlx": ("an e-mail message", _PASTE),
    ".mbox": ("a mailbox (MBOX)", _PASTE),
    ".json": ("a JSON file", _EXPORT),
    ".jsonl": ("a JSON file", _EXPORT),
    ".xml": ("an XML file", _EXPORT),
    ".html": ("a web page (HTML)", _EXPORT),
    ".htm": ("a web page (HTML)", _EXPORT),
    ".vtt": ("a transcript (VTT)", _PASTE),
    ".srt": ("a transcript (SRT)", _PASTE),
    ".rtf": ("a rich text document (RTF)", _PASTE),
    ".doc": ("a Word document", _PASTE),
    ".docx": ("a Word document", _PASTE),
    ".pdf": ("a PDF document", _PASTE),
    ".msg": ("an Outlook message (MSG)", _PASTE),
}
_MARKUP: Final = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)?"
    rb"<(!doctype\s+html|html|head|body|table|meta|style|div)\b",
    re.IGNORECASE | re.DOTALL,
)
_XML: Final = re.compile(rb"\s*<\?xml\b", re.IGNORECASE)
_JSON: Final = re.compile(rb'\s*(\{\s*"|\[\s*(\{|\[|"))')
_MBOX: Final = re.compile(rb"From \S+.*\d{4}\r?\n[A-Za-z-]+:")
_MAIL: Final = re.compile(
    rb"(?i)(?:[a-z][a-z0-9-]*:[^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*)*?"
    rb"(?:mime-version:|received:\s+(?:from|by)\b|message-id:|return-path:|delivered-to:|content-type:|dkim-signature:)"
)
_SRT: Final = re.compile(rb"\s*(?:\d+[ \t]*\r?\n)?\d\d?:\d\d:\d\d[.,]\d{1,3}[ \t]*-->")
_TIMED: Final = re.compile(
    rb"\s*(?:[ \t]*\[\d\d?:\d\d(?::\d\d)?\][^\n]*\n(?:[^\[\r\n][^\n]*\n|\r?\n)*){2}"  # no line fits two ways
)
_FIELDS_ABOVE: Final = re.compile(
    rb"---[ \t]*\r?\n(?:#[^\n]*\n)*[\"']?\w[\w -]*[\"']?:(?=\s).*?^(?:---|\.\.\.)\s*?$", re.DOTALL | re.MULTILINE
)
_TEXT_CONTROLS: Final = frozenset(b"\t\n\x0b\x0c\r\x1b")
_MOST_ENTRIES: Final = 200_000
_CONTROLS: Final = bytes(byte for byte in range(1, 32) if byte not in _TEXT_CONTROLS) + b"\x7f"


def recognise(data: bytes, file: str) -> Form:
    """Return what a file is. Raises Unreadable, naming it, where no reader knows it and it is no plain text."""
    what, then = _recognised(data)
    if not what:
        what, then = _ENDINGS.get(PurePath(file).suffix.lower(), ("", ""))
    reader = _READERS.get(what, "")
    if what and not reader:
        raise Unreadable(f"“{file}” is {what}; {then}")
    return Form(what, reader)


def _recognised(data: bytes) -> tuple[str, str]:
    """Return what the file is and what to do, or two empty texts for what may be text."""
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _inside_zip(data)
    if data.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return _inside_ole(data)
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return "a picture (WebP)", _NOT_TEXT
    if data.startswith(b"BM") and data[6:10] == bytes(4):
        return "a picture (BMP)", _NOT_TEXT
    for opening, what, then in _OPENINGS:
        if data.startswith(opening) and not (_writable(opening) and _is_texty(data)):
            return what, then
    body = data.removeprefix(b"\xef\xbb\xbf")
    head = body[:65536]
    if data[4:8] == b"ftyp":
        if data[8:12] in _PHOTOGRAPHS:
            return "a photograph as telephones keep it (HEIC or AVIF)", _SAVE_AS_JPEG
        return "a film or sound recording", _NOT_TEXT
    if _MARKUP.match(head):
        return "a web page (HTML)", _EXPORT
    if _XML.match(head):
        return "an XML file", _EXPORT
    if _JSON.match(head) and body.rstrip(b"\x00 \r\n\t").endswith((b"}", b"]")):
        return "a JSON file", _EXPORT
    if _SRT.match(head):
        return "a transcript (SRT)", _PASTE
    if _TIMED.match(head):
        return "a transcript (text with times)", _PASTE
    if _FIELDS_ABOVE.match(body):
        return "a text with its fields above it", _PASTE
    if _MBOX.match(head):
        return "an e-mail message or a mailbox (MBOX)", _PASTE
    if _MAIL.match(head):
        return "an e-mail message", _PASTE
    if not _is_texty(data):
        return "not a text file", f"{_KEPT} Check that the right file was chosen."
    return "", ""


def _writable(opening: bytes) -> bool:
    """Tell whether a text could begin so too."""
    return len(opening) <= 4 and opening.isascii() and 0 not in opening


def _is_texty(data: bytes) -> bool:
    """Tell whether the bytes are letters: in UTF-8, in marked UTF-16, or with hardly a control character among them."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or decodes(data, "utf-8"):
        return True
    head = data[:65536]
    controls = len(head) - len(head.translate(None, _CONTROLS))
    # Zero bytes are every other byte of unmarked UTF-16; in a long run, or more of them, they are no text.
    return controls <= max(4, len(head) // 50) and head.count(0) <= len(head) * 0.55 and bytes(64) not in head


def _inside_zip(data: bytes) -> tuple[str, str]:
    """Name the kind of a ZIP container by the names in it; nothing is unpacked but the line that states the kind."""
    if data.count(b"PK\x01\x02") > _MOST_ENTRIES:
        return "a compressed folder of far too many files", _UNPACK
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as container:
            names = container.namelist()
            stated = container.open("mimetype").read(200) if "mimetype" in names else b""
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, ValueError, OSError, RuntimeError, EOFError):
        return "a damaged ZIP or Office file", f"{_KEPT} Ask the sender for it again."
    office = "[Content_Types].xml" in names
    for start, what, then in _ZIPS:
        # A folder of letters may be called “word” too.
        if any(name.startswith(start) and (office or name.endswith((".xml", ".iwa"))) for name in names):
            return what, then
    for word, what, then in _OPEN_DOCUMENTS:
        if word in stated:
            return what, then
    return "a compressed folder (ZIP)", _UNPACK


def _inside_ole(data: bytes) -> tuple[str, str]:
    """Name the kind of an old Office container by the names of its streams, which stand there as UTF-16."""
    for stream, what, then in _OLE:
        if stream.encode("utf-16-le") in data:
            return what, then
    return "an old Office file", _SAVE_ANEW
