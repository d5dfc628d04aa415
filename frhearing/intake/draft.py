"""What reading yields: rows as they stand in a source, and drafts of comments in the source's own words.

Everything here is kept as written. Codes are given later (coding.py), numbers on the record later still.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from frhearing.model.errors import ClerkError


class SourceKind(StrEnum):
    """The kinds of source that this version reads."""

    TABLE = "table"
    TEXT = "text"
    PASTED = "pasted"
    MAIL = "mail"
    DOCUMENT = "document"
    TRANSCRIPT = "transcript"
    ARCHIVE = "archive"


class SourceRow(NamedTuple):
    """One record of a source; ``number`` counts rows as a spreadsheet does, from 1, blank ones included."""

    number: int
    cells: Sequence[str]


@dataclass(frozen=True, slots=True)
class RefusedRow:
    """A row that was not taken in, with its reason in words and all that stood there in ``raw``."""

    file: str
    row: int
    reason: str
    raw: str


@dataclass(frozen=True, slots=True)
class Table:
    """One table of a source: unique column names, its rows, and the rows that do not fit it.

    ``header_row`` is the number of the row that names the columns, None where the source has no such row.
    ``place`` names the part of the source that it stands in, such as ``sheet “March”``; empty for all of it.
    """

    file: str
    header: tuple[str, ...]
    header_row: int | None
    rows: Sequence[SourceRow]
    refused: tuple[RefusedRow, ...] = ()
    place: str = ""

    def column(self, name: str) -> list[str]:
        """Return every cell of the column of that name, in the order of the rows."""
        index = self.header.index(name)
        return [row.cells[index] for row in self.rows]

    @property
    def described(self) -> str:
        """Where the table stands and what it is about, for a sentence: ``rows 6 to 205 (Name, Comment …)``."""
        short = [" ".join(name.split())[:40] for name in self.header[:4]]
        names = ", ".join(short) + (", …" if len(self.header) > 4 else "")
        place = f"{self.place}, " if self.place else ""
        if not self.rows:
            return f"{place}no rows ({names})"
        first, last = self.rows[0].number, self.rows[-1].number
        return place + (f"row {first}" if first == last else f"rows {first} to {last}") + f" ({names})"


class Part(NamedTuple):
    """A file that came inside a source, such as what is attached to a mail: the number of the row it came with,
    its name as given (never a path to write to), its digest, its size in bytes and where its bytes lie for now.
    """

    row: int
    name: str
    sha256: str
    size: int
    path: Path


class Member(NamedTuple):
    """A file of a container (a ZIP), to be read as a source of its own: its name there and where it was unpacked."""

    name: str
    path: Path


@dataclass(frozen=True, slots=True)
class EncodingCandidate:
    """One reading of bytes that are not UTF-8: the encoding's name and the lines that show the difference."""

    encoding: str
    preview: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EncodingQuestion:
    """What only the clerk can answer: in which of these encodings was the file written?"""

    file: str
    candidates: tuple[EncodingCandidate, ...]

    @property
    def sentence(self) -> str:
        """The question as one sentence for the command line."""
        names = ", ".join(candidate.encoding for candidate in self.candidates)
        return (
            f"“{self.file}” is not written in UTF-8, and its letters could be read in more than one way; "
            f"nothing was imported. Say which encoding it has with --encoding (to try: {names})."
        )


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was found in one source. ``size`` is in bytes; ``chosen`` is the index of the table to use.

    A source that could not be read has no tables but a ``refusal`` (a sentence) or a ``question``.
    ``not_read`` names the parts of the source that were left aside; ``notes`` say what a clerk should know.
    ``parts`` are the files found inside; a container has ``members`` instead of tables. ``origin`` is where the
    bytes lie that were read. ``beside`` is the index of the one table that this reading stands for, where the clerk
    takes in another table of the same file too.
    """

    file: str
    sha256: str
    size: int
    kind: SourceKind = SourceKind.TABLE
    encoding: str = ""
    tables: tuple[Table, ...] = ()
    chosen: int = 0
    notes: tuple[str, ...] = ()
    not_read: tuple[str, ...] = ()
    question: EncodingQuestion | None = None
    refusal: str = ""
    parts: tuple[Part, ...] = ()
    members: tuple[Member, ...] = ()
    origin: Path | None = None
    beside: int | None = None

    @property
    def table(self) -> Table:
        """The table to use. Raises IndexError for a source that was not read."""
        return self.tables[self.chosen]

    def with_beside(self, index: int) -> "Reading":
        """Return a reading of another table of the same file, to be taken in beside the chosen one."""
        name = f"{self.file} \N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK} {self.tables[index].place or index + 1}"
        tables = tuple(
            replace(table, file=name, refused=tuple(replace(row, file=name) for row in table.refused))
            for table in self.tables
        )
        return replace(self, file=name, tables=tables, beside=index, notes=(), not_read=(), parts=())

    def taken_in(self, indices: Collection[int]) -> "Reading":
        """Return the same reading, some of whose tables are taken in elsewhere and so no longer left aside."""
        taken = tuple(self.tables[index].described for index in indices)
        return replace(self, not_read=tuple(phrase for phrase in self.not_read if not phrase.endswith(taken)))

    def with_table(self, index: int) -> "Reading":
        """Return the same reading with another of its tables chosen, and so with others left aside."""
        if index == self.chosen:
            return self
        wanted, left = self.tables[index].described, self.table
        words = "its text as one letter" if left.header_row is None else f"the other table, {left.described}"
        # A phrase for a table that is left aside ends in what describes it, whichever reader wrote it.
        others = tuple(phrase for phrase in self.not_read if not phrase.endswith(wanted))
        return replace(self, chosen=index, not_read=(f"“{self.file}”: {words}", *others))


_NOTHING: Mapping[Any, str] = MappingProxyType({})


class Draft(NamedTuple):
    """One voice as the source has it, every field in the source's own words; empty text means not given.

    ``stances`` maps question numbers to the words of the source; ``extra`` keeps the columns that go nowhere;
    ``attached_text`` is what stands in the files that came with it, where that could be read.
    """

    file: str
    row: int
    text: str
    name: str = ""
    organization: str = ""
    group: str = ""
    received: str = ""
    channel: str = ""
    district: str = ""
    email: str = ""
    external_id: str = ""
    subject: str = ""
    language: str = ""
    attachments: str = ""
    attached_text: str = ""
    status: str = ""
    status_reason: str = ""
    timeliness: str = ""
    stances: Mapping[int, str] = _NOTHING
    extra: Mapping[str, str] = _NOTHING


class Unreadable(ClerkError):
    """A file that this version cannot read, said in a sentence; the file itself is untouched."""


class EncodingUnknown(ClerkError):
    """A file whose letters could be read in several ways; carries the question to ask."""

    def __init__(self, question: EncodingQuestion) -> None:
        super().__init__(question.sentence)
        self.question = question
