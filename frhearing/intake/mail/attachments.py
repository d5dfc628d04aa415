"""What came with a letter: kept as it is, named, and its words read by the reader of its own format."""

from dataclasses import dataclass, field, replace
from typing import Final

from frhearing.intake import letters, reader
from frhearing.intake.draft import Part, Reading, Table
from frhearing.intake.folders import WITHIN
from frhearing.intake.mail.letter import Attached
from frhearing.intake.source import DEEPEST, Source

_LONGEST: Final = 4 << 20
"""How many letters of one attachment are taken into the row; the file itself is kept whole."""

_OWN_TEXT: Final = (letters.TEXT, letters.QUOTED, letters.ATTACHED_TEXT)


@dataclass(slots=True)
class Opened:
    """The words of the attachments of one row, the files kept with it, and what of them is not read."""

    texts: list[str] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)
    left: list[str] = field(default_factory=list)


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
            heading = f"[{one.name}]\n" if len(attached) > 1 else ""
            found.texts.append(heading + text[:_LONGEST])
    return found


def _words_of(source: Source, row: int, one: Attached, found: Opened) -> str:
    """Return the words of a file; what of them is not read is named."""
    if source.depth + 1 > DEEPEST:
        found.left.append(f"“{one.name}”: kept, but not looked into, since it lies in {source.depth} other files")
        return ""
    inner = replace(source, file=one.name, data=one.data, depth=source.depth + 1, parting="")
    try:
        reading = reader.read_source(inner)
        texts = [_text_of(reading)]
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


def _take_over(reading: Reading, row: int, one: Attached, found: Opened) -> None:
    """Name what is not read of a file, and keep the files inside it."""
    if reading.refusal or reading.question:
        found.left.append(f"“{one.name}”: kept as it came; no text was read in it")
    found.left += [f"“{one.name}”: {phrase.removeprefix(f'“{one.name}”: ')}" for phrase in reading.not_read]
    found.parts += [part._replace(row=row, name=f"{one.name}{WITHIN}{part.name}") for part in reading.parts]


def _text_of(reading: Reading) -> str:
    """Return the words of a reading: the texts of letters, or the rows of a table as they stand."""
    return "\n\n".join(filter(str.strip, (_text_of_table(table) for table in reading.tables)))


def _text_of_table(table: Table) -> str:
    if table.header_row is None and letters.TEXT in table.header:
        columns = [table.header.index(name) for name in _OWN_TEXT if name in table.header]
        return "\n\n".join(row.cells[at] for row in table.rows for at in columns if row.cells[at].strip())
    lines = ["\t".join(table.header), *("\t".join(row.cells) for row in table.rows)]
    return "\n".join([*lines, *(refused.raw for refused in table.refused)])
