"""One source into one reading, in this process: told by its content, refused in a sentence, never guessed.

Files go through the child process (child.py), because some of their formats can make a parser swell or hang;
what a clerk pastes comes here directly.
"""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from frhearing.intake.draft import EncodingUnknown, Reading, SourceKind, Unreadable
from frhearing.intake.encoding import letters_of
from frhearing.intake.formats import reader_of
from frhearing.intake.kinds import recognise
from frhearing.intake.layout import known_names, names_columns
from frhearing.intake.letters import partings, read_letters
from frhearing.intake.source import Source
from frhearing.intake.table_file import TableFile, lines_of

PASTED_NAME: Final = "Pasted text"
_TABLE_ENDINGS: Final = frozenset((".csv", ".tsv", ".tab", ".psv", ".xls", ".xlsx", ".ods"))
"""Names of tables; many a web form writes text and calls it ``.xls``."""
_HOLLOW: Final = " It has a size but no letter in it: perhaps it was not copied whole. Ask for it again."


@dataclass(frozen=True, slots=True)
class ReadRequest:
    """One file to read: where it lies, the encoding that the clerk named, the line that parts its letters.

    ``name`` is what the clerk knows it by, where that is not the name of the path; ``depth`` is the number of
    containers it came out of.
    """

    path: Path
    encoding: str = ""
    parting: str = ""
    name: str = ""
    depth: int = 0

    @property
    def file(self) -> str:
        """The name that the clerk knows it by."""
        return self.name or self.path.name


def read_file(request: ReadRequest, progress: Callable[[int, int], None], spool: Path | None = None) -> Reading:
    """Read one file. ``progress`` is told how many of how many steps are done.

    What lies inside it is left in ``spool``. What cannot be read comes back as a reading with a refusal or a question,
    never as an exception.
    """
    name = request.file
    try:
        data = request.path.read_bytes()
    except OSError as fault:
        return Reading(name, "", 0, refusal=f"“{name}” could not be opened ({fault.strerror or fault}).")
    return read_source(Source(name, data, request.encoding, request.parting, request.depth, spool, progress))


def read_source(source: Source) -> Reading:
    """Read a source, told by its content: by the reader of its format, else as a table or a text of plain letters."""
    try:
        if not source.data.strip(b"\x00 \t\r\n\xef\xbb\xbf\xff\xfe"):
            raise Unreadable(f"“{source.file}” is empty; nothing was imported.{_HOLLOW if source.data.strip() else ''}")
        form = recognise(source.data, source.file)
        if form.reader:
            return reader_of(form.reader)(source)
        return read_plain_text(source)
    except EncodingUnknown as unknown:
        return replace(source.reading(SourceKind.TABLE), question=unknown.question)
    except Unreadable as refusal:
        return replace(source.reading(SourceKind.TABLE), refusal=str(refusal))


def read_plain_text(source: Source) -> Reading:
    """Read a source as a table of plain text or as letters. Raises EncodingUnknown and Unreadable."""
    letters = letters_of(source.data, source.file, source.encoding)
    lines = lines_of(source.data, letters.encoding, letters.skip)
    begun = replace(source.reading(SourceKind.TABLE, letters.encoding), notes=tuple(filter(None, (letters.note,))))
    return _as_table(begun, lines, source.progress) or _as_letters(begun, "".join(lines), source.parting)


def read_pasted(text: str, parting: str = "") -> Reading:
    """Read what was pasted: rows from a spreadsheet or a web page, else one letter or several."""
    data = text.encode("utf-8", "surrogatepass")
    source = Reading(PASTED_NAME, hashlib.sha256(data).hexdigest(), len(data), SourceKind.PASTED, "utf-8")
    try:
        text.encode()
    except UnicodeError:
        return replace(source, refusal="What was pasted holds half letters, which no text can keep; nothing was added.")
    if not text.strip():
        return replace(source, refusal="There is no text on the clipboard; nothing was added.")
    lines = text.splitlines(keepends=True) if "\t" in text else []
    return _as_table(source, lines, _silent) or _as_letters(source, text, parting)


def _as_table(source: Reading, lines: list[str], progress: Callable[[int, int], None]) -> Reading | None:
    """Read lines as a table; None where they are a text. Raises Unreadable for a table that cannot be made out."""
    total = len(lines)
    if not total:
        return None
    named_so = Path(source.file).suffix.lower() in _TABLE_ENDINGS
    if not named_so and not _tabular(lines):
        return None
    found = TableFile(source.file, lines, lambda done: progress(done, total))
    if not found.dialect.delimiter and not any(known_names(table.header) for table in found.tables):
        raise Unreadable(
            f"“{source.file}” is called a table, but no columns can be made out in it; nothing was imported. "
            "If it is a letter, give it a name that ends in .txt."
        )
    aside = [table for index, table in enumerate(found.tables) if index != found.chosen]
    return replace(
        source,
        kind=source.kind,
        tables=found.tables,
        chosen=found.chosen,
        notes=source.notes + found.notes,
        not_read=tuple(f"“{source.file}”: the table in {table.described}" for table in aside),
    )


def _tabular(lines: list[str]) -> bool:
    """Tell whether a text that is not called a table is one: a row of known column names, all rows alike."""
    head = TableFile("", lines[:200], lambda _: None)
    if len(head.dialect.delimiter) != 1 or not head.tables:
        return False
    table = head.tables[head.chosen]
    whole = not table.refused and not head.raw.damaged and len(table.rows) > 0
    by_tabs = head.dialect.delimiter == "\t" and names_columns(table.header)
    return whole and table.header_row is not None and (by_tabs or known_names(table.header) >= 2)


def _as_letters(source: Reading, text: str, parting: str) -> Reading:
    """Read a text as one comment, or as several where the clerk has said what parts them."""
    kind = SourceKind.PASTED if source.kind is SourceKind.PASTED else SourceKind.TEXT
    notes = source.notes
    if not parting:
        notes += tuple(
            f"“{source.file}” holds the line “{line}” {count} times; it was read as one comment. "
            "If that line parts several letters, say so and each becomes its own."
            for line, count in partings(text).items()
            if count > 2  # twice is the frame of a heading, or of notes for a web page
        )
    return replace(source, kind=kind, tables=(read_letters(text, source.file, parting),), notes=notes)


def _silent(done: int, of: int) -> None:
    """Tell nobody: what is pasted is read at once."""
