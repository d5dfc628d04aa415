"""What a document gives, whatever its format: one row, with the same columns for all, and what was left aside."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from frhearing.intake.draft import Part, Reading, SourceKind, SourceRow, Table
from frhearing.intake.letters import ATTACHED, AUTHOR, EDGES, LINKS, MARGIN, PRINTED, TEXT, TITLE, WRITTEN
from frhearing.intake.source import Source
from frhearing.intake.words import COLUMN_WORDS, plain
from frhearing.intake.words import TEXT as TEXT_FIELD


@dataclass(slots=True)
class Document:
    """One document being read: its own text, what stands beside that, and what is not read, in words.

    ``fields`` are the filled fields of a form, by the names they have in it; ``files`` are those kept with it;
    ``to_type_in`` says that parts of it are pictures of text; ``tables`` are those in it that may list comments.
    """

    text: str = ""
    author: str = ""
    title: str = ""
    written: str = ""
    edges: list[str] = field(default_factory=list)
    margin: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    fields: dict[str, str] = field(default_factory=dict)
    files: list[tuple[str, bytes]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    not_read: list[str] = field(default_factory=list)
    to_type_in: bool = False
    tables: tuple[Table, ...] = ()

    def leave(self, what: str) -> None:
        """Name something that is not read, once."""
        if what not in self.not_read:
            self.not_read.append(what)

    def attach(self, name: str, data: bytes) -> None:
        """Keep a file that lies in the document."""
        self.files.append((name or "(no name)", data))

    def reading(self, source: Source, encoding: str = "") -> Reading:
        """Return the reading: one row. A form whose fields hold the comment has a column for each of them.

        A document without any text, or with pages that have none, is kept with its row, to be looked at while its
        words are typed in.
        """
        silent = not self.text.strip() and not any(value.strip() for value in self.fields.values())
        if silent or self.to_type_in:
            self.files.insert(0, (source.own_name, source.data))
        if silent:
            self.notes.append(f"“{source.file}” holds no text: look at it and type its words in.")
        beside = {
            AUTHOR: self.author,
            TITLE: self.title,
            WRITTEN: self.written,
            EDGES: "\n\n".join(dict.fromkeys(filter(None, self.edges))),
            MARGIN: "\n\n".join(self.margin),
            LINKS: "\n".join(dict.fromkeys(self.links)),
            ATTACHED: "; ".join(name for name, _ in self.files),
        }
        if _holds_comment(self.fields):
            cells = beside | {PRINTED: self.text} | {_apart(name, beside): said for name, said in self.fields.items()}
        else:
            said = [f"{name}: {value}" for name, value in self.fields.items()]
            cells = beside | {TEXT: "\n\n".join(filter(None, [self.text, "\n".join(said)]))}
        kept = [source.part(1, name, data) for name, data in self.files]
        parts: tuple[Part, ...] = tuple(part for part in kept if part is not None)
        table = Table(source.file, tuple(cells), None, (SourceRow(1, tuple(cells.values())),))
        self.notes += [
            f"“{source.file}” was read as one letter and also holds a list, {listing.described}. If each of its rows "
            "is a comment, choose it; what stands around it is then not read."
            for listing in self.tables
        ]
        return replace(
            source.reading(SourceKind.DOCUMENT, encoding),
            tables=(table, *self.tables),
            notes=tuple(self.notes),
            not_read=tuple(self.not_read),
            parts=parts,
        )


def pages_in_words(numbers: list[int]) -> str:
    """Write page numbers for a sentence: ``page 3``, ``pages 1 to 4 and 7``."""
    runs: list[list[int]] = []
    for number in sorted(set(numbers)):
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    said = [
        f"{first}" if first == last else f"{first} {'to' if last > first + 1 else 'and'} {last}" for first, last in runs
    ]
    several = len(set(numbers)) > 1
    whole = said[0] if len(said) == 1 else ", ".join(said[:-1]) + f" and {said[-1]}"
    return f"page{'s' if several else ''} {whole}"


def counted(number: int, one: str, several: str) -> str:
    """Write a number with its noun: ``1 picture``, ``3 pictures``."""
    return f"{number:,} {one if number == 1 else several}"


def readable_time(written: str) -> str:
    """Write the date of a PDF (``D:20220403193102+02'00'``) or of an Office file as ``2022-04-03 19:31:02``."""
    match = re.match(r"(?:D:)?(\d{4})-?(\d\d)-?(\d\d)(?:T?(\d\d):?(\d\d):?(\d\d))?", written)
    if not match:
        return written.strip()
    day = "-".join(match.group(1, 2, 3))
    return f"{day} {':'.join(match.group(4, 5, 6))}" if match[4] else day


def _holds_comment(fields: Mapping[str, str]) -> bool:
    return any(plain(name) in COLUMN_WORDS[TEXT_FIELD] and value.strip() for name, value in fields.items())


def _apart(name: str, taken: Mapping[str, str]) -> str:
    """Return a field's name, marked where a column of every document is called so."""
    return f"{name} (field)" if name in taken or name == PRINTED else name
