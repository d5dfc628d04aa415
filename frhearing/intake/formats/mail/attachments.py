"""What came with a letter: kept as it is, named, and its words read by the reader of its own format."""

import mimetypes
from dataclasses import dataclass, field, replace
from typing import Final

from frhearing.intake import letters, reader
from frhearing.intake.draft import Part, Reading, Table
from frhearing.intake.folders import WITHIN
from frhearing.intake.formats.mail.letter import Attached
from frhearing.intake.formats.mail.lettering import WESTERN, codec_of
from frhearing.intake.formats.picture import measured
from frhearing.intake.source import DEEPEST, Source

_LONGEST: Final = 4 << 20
"""How many letters of one attachment are taken into the row; the file itself is kept whole."""

_WORDS: Final = (letters.HEAD, letters.PASSED_ON, letters.TEXT, letters.QUOTED, letters.ATTACHED_TEXT)
_IN_HEAD: Final = frozenset(
    (
        letters.NAME,
        letters.ADDRESS,
        letters.DATE,
        letters.SUBJECT,
        letters.MESSAGE_ID,
        letters.MAIL_KIND,
        letters.ATTACHED,
    )
)
_PROPERTIES: Final = (letters.AUTHOR, letters.TITLE, letters.WRITTEN)
_SHOWN: Final = 80


@dataclass(slots=True)
class Opened:
    """The words of one row's attachments by their names, the files kept, what of them is not read, what to know."""

    words: list[tuple[str, str]] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)
    left: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The words of all files, each under its name where there are several."""
        if len(self.words) == 1:
            return self.words[0][1]
        return "\n\n".join(f"[{name}]\n{text}" for name, text in self.words)


def opened(source: Source, row: int, attached: list[Attached]) -> Opened:
    """Keep and read what came with a row. A file that breaks its reader costs its own words and no more."""
    found = Opened()
    for one in attached:
        part = None if one.words else source.part(row, one.name, one.data)
        if part:
            found.parts.append(part)
        source.progress(0, 0)
        text = "" if one.wordless else one.words or _words_of(source, row, one, found)
        if len(text) > _LONGEST:
            found.left.append(f"“{one.name}” beyond its first {_LONGEST >> 20} million letters")
        if text.strip():
            found.words.append((one.name, text[:_LONGEST]))
    return found


def _words_of(source: Source, row: int, one: Attached, found: Opened) -> str:
    """Return the words of a file; what of them is not read is named."""
    if source.depth + 1 > DEEPEST:
        found.left.append(f"“{one.name}”: kept, but not looked into, since it lies in {source.depth} other files")
        return ""
    if measured(one.data):
        found.left.append(f"“{one.name}”: a picture, kept as it came")
        return ""
    inner = replace(source, file=one.name, data=one.data, depth=source.depth + 1, parting="")
    try:
        reading = _read(inner, one, found)
        texts = _texts_of(reading, one, found)
        for member in reading.members:
            data = member.path.read_bytes()
            source.progress(0, 0)
            texts.append(_words_of(replace(source, depth=source.depth + 1), row, Attached(member.name, data), found))
    except MemoryError:
        raise
    except Exception as fault:  # a parser may raise anything on a broken file; here it costs only its words
        found.left.append(f"“{one.name}”: kept, but it could not be read ({type(fault).__name__})")
        return ""
    _take_over(reading, row, one, found)
    return "\n\n".join(filter(str.strip, texts))


def _read(inner: Source, one: Attached, found: Opened) -> Reading:
    """Read a file. One of a text that is not UTF-8 is read as its mail says, else as Western: there is no asking."""
    reading = reader.read_source(inner)
    named_text = (mimetypes.guess_type(one.name)[0] or "").startswith("text/")
    if not reading.question or not (one.charset or named_text):
        return reading
    said = codec_of(one.charset)
    again = reader.read_source(replace(inner, encoding=said)) if said else reading
    if again.tables:
        return again
    found.remarks.append(f"“{one.name}” does not say in which letters it is written; read as Western European")
    return reader.read_source(replace(inner, encoding=WESTERN))


def _take_over(reading: Reading, row: int, one: Attached, found: Opened) -> None:
    """Name what is not read of a file, and keep the files inside it."""
    if reading.refusal or reading.question:
        found.left.append(f"“{one.name}”: kept as it came; no text was read in it")
    itself = f"“{one.name}”: "
    found.left += [itself + phrase.removeprefix(itself) for phrase in reading.not_read]
    found.remarks += [itself + note.removeprefix(itself).rstrip(".") for note in reading.notes]
    held = {part.sha256 for part in found.parts}  # a scan comes with itself, to be looked at
    found.parts += [
        part._replace(row=row, name=f"{one.name}{WITHIN}{part.name}")
        for part in reading.parts
        if part.sha256 not in held
    ]


def _texts_of(reading: Reading, one: Attached, found: Opened) -> list[str]:
    """Return the words of a reading: the texts of letters, or the rows of a table as they stand."""
    texts = []
    for table in reading.tables:
        if table.header_row is None and letters.TEXT in table.header:
            texts += _texts_of_letters(table, one, found)
            continue
        lines = ["\t".join(table.header), *("\t".join(row.cells) for row in table.rows)]
        texts.append("\n".join([*lines, *(refused.raw for refused in table.refused)]))
    return texts


def _texts_of_letters(table: Table, one: Attached, found: Opened) -> list[str]:
    """Return the texts of letters; what else stands beside them (a margin, the properties of a file) is named."""
    words = [at for at, name in enumerate(table.header) if name in _WORDS]
    words.sort(key=lambda at: _WORDS.index(table.header[at]))
    beside = [at for at, name in enumerate(table.header) if name not in (*_WORDS, *_IN_HEAD, *_PROPERTIES)]
    properties = [at for at, name in enumerate(table.header) if name in _PROPERTIES]
    for row in table.rows:
        if said := ", ".join(filter(None, (row.cells[at].strip() for at in properties))):
            found.left.append(f"“{one.name}”: file properties (“{said[:_SHOWN]}”)")
        for at in beside:
            said = " ".join(row.cells[at].split())
            if said:
                found.left.append(f"“{one.name}”: {table.header[at]} (“{said[:_SHOWN]}{'…' * (len(said) > _SHOWN)}”)")
    return [row.cells[at] for row in table.rows for at in words]
