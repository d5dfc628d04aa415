"""A Word document from 1997 to 2003 (DOC) as one row, with its notes and boxes; what is not read of it is named."""

import io
import re
import struct
from collections import Counter
from typing import Final

import olefile

from frhearing.intake.draft import Reading, Unreadable
from frhearing.intake.formats.old_word.pieces import (
    ENCRYPTED,
    flags_of,
    lengths_of,
    marks_of,
    pieces_of,
    table_name,
    text_of,
)
from frhearing.intake.formats.one_row import Document, counted, readable_time
from frhearing.intake.source import Source

_WORD_97: Final = 0x00C1
_KEPT: Final = "nothing was imported, and the file is as it was."
_PARTS: Final = ("text", "footnotes", "edges", "macros", "comments", "endnotes", "boxes", "edges")
_FIELD: Final = re.compile("\x13[^\x13\x14\x15]*(?:\x14([^\x13\x14\x15]*))?\x15")
"""A field: the command that makes it, and what it shows."""
_DEEPEST_FIELD: Final = 8
_ROW_END: Final = re.compile("\x07\x07|\x07\r|\r\x07")
_PICTURE, _DRAWN = "\x01", "\x08"
_SHOWN: Final = str.maketrans(
    {"\r": "\n", "\x0b": "\n", "\x0c": "\n", "\x0e": "\n", "\x07": "\t", "\x1e": "-", "\x1f": None}
    | dict.fromkeys("\x00\x02\x03\x04\x05\x13\x14\x15" + _PICTURE + _DRAWN)
)
"""Signs that stand for something else than a letter: ends of lines and cells, notes, pictures."""
_STORED: Final = (("ObjectPool", "files inserted into the text"), ("Macros", "macros (they were not run)"))


def read(source: Source) -> Reading:
    """Read a document. Raises Unreadable for one that is damaged, has a password or is older than Word 97."""
    try:
        with olefile.OleFileIO(io.BytesIO(source.data)) as container:
            document = _document_of(source, container)
    except (OSError, struct.error, ValueError, IndexError, KeyError, RecursionError) as fault:
        raise Unreadable(
            f"“{source.file}” is a Word document (before 2007) that is damaged; {_KEPT} Ask the sender for it "
            "again, or open it, save it as DOCX or PDF, and import that."
        ) from fault
    return document.reading(source)


def _document_of(source: Source, container: olefile.OleFileIO) -> Document:
    word = container.openstream("WordDocument").read()
    if struct.unpack_from("<H", word, 2)[0] < _WORD_97:
        raise Unreadable(
            f"“{source.file}” is a Word document from before 1997, which this version does not read; {_KEPT} "
            "Open it, save it as DOCX or PDF, and import that."
        )
    if flags_of(word) & ENCRYPTED:
        raise Unreadable(
            f"“{source.file}” is a Word document with a password and cannot be opened without it; {_KEPT} "
            "Open it with the password and save it without one."
        )
    table = container.openstream(table_name(word)).read()
    source.progress(0, 1)
    parts, aside = _parts_of(word, table)
    said = parts["text"] + parts["boxes"]
    document = Document(text=_plain(parts["text"]))
    notes = [_plain(parts[name]) for name in ("footnotes", "endnotes", "boxes")]
    document.text = "\n\n".join(filter(None, [document.text, *notes]))
    document.edges.append("\n".join(filter(str.strip, _plain(parts["edges"]).split("\n"))))
    if comments := _plain(parts["comments"]):
        document.margin.append(comments)
    for kind, what in (("deleted", "text struck out with tracked changes"), ("hidden", "hidden text")):
        if aside[kind]:
            document.leave(f"{what} ({counted(aside[kind], 'letter', 'letters')})")
    if pictures := said.count(_PICTURE) + said.count(_DRAWN):
        document.leave(counted(pictures, "picture or drawing", "pictures or drawings"))
    for name, what in _STORED:
        if container.exists(name):
            document.leave(what)
    _read_properties(container, document)
    return document


def _parts_of(word: bytes, table: bytes) -> tuple[dict[str, str], Counter[str]]:
    """Return the parts of the text by name, and how many letters of it are struck out or hidden."""
    ends: list[int] = []
    for length in lengths_of(word):
        ends.append((ends[-1] if ends else 0) + max(length, 0))
    parts: dict[str, list[str]] = {name: [] for name in _PARTS}
    aside: Counter[str] = Counter()
    for first, said, kind in text_of(word, pieces_of(word, table), marks_of(word, table)):
        if kind:
            aside[kind] += sum(not letter.isspace() for letter in said)
            continue
        start = 0
        for name, end in zip(_PARTS, ends, strict=True):
            stop = min(max(end - first, start), len(said))
            parts[name].append(said[start:stop])
            start = stop
    return {name: "".join(said) for name, said in parts.items()}, aside


def _plain(said: str) -> str:
    """Write what stands there as lines: fields by what they show, cells parted by tabs, rows by line ends."""
    for _ in range(_DEEPEST_FIELD):  # fields lie in fields
        shown = _FIELD.sub(lambda match: match[1] or "", said)
        if shown == said:
            break
        said = shown
    return _ROW_END.sub("\r", said).translate(_SHOWN).strip("\n")


def _read_properties(container: olefile.OleFileIO, document: Document) -> None:
    if not container.exists("\x05SummaryInformation"):
        return
    facts = container.get_metadata()

    def said(value: object) -> str:
        return value.decode("cp1252", "replace").strip("\x00 ") if isinstance(value, bytes) else ""

    document.author, document.title = said(facts.author), said(facts.title)
    document.written = readable_time(str(facts.create_time or ""))
