"""Letters into rows, one for each voice: own words and quoted ones apart, what was passed on under its writer."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Final

from frhearing.intake import letters
from frhearing.intake.draft import Part, Reading, SourceKind, SourceRow, Table
from frhearing.intake.folders import WITHIN
from frhearing.intake.formats.mail.attachments import opened
from frhearing.intake.formats.mail.heads import iso
from frhearing.intake.formats.mail.letter import Attached, Letter, MailKind
from frhearing.intake.forwarding import Said, is_cover, is_said, letter_of
from frhearing.intake.letters import sender
from frhearing.intake.source import Source

COLUMNS: Final = (
    letters.NAME,
    letters.ADDRESS,
    letters.DATE,
    letters.SUBJECT,
    letters.MESSAGE_ID,
    letters.MAIL_KIND,
    letters.PASSED_ON,
    letters.HEAD,
    letters.QUOTED,
    letters.ATTACHED,
    letters.ATTACHED_TEXT,
    letters.TEXT,
)
_NAMED_ROWS: Final = 5


@dataclass(slots=True)
class Records:
    """The rows of one source of mail, put together message by message."""

    source: Source
    rows: list[SourceRow] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)
    notes: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    left: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))

    def add(self, letter: Letter) -> None:
        """Add a message: one row, or one for each message that it only passes on."""
        self._add(letter, [], "", [])

    def _add(self, letter: Letter, by: list[str], cover: str, further: list[Attached]) -> None:
        """Add a message that came through the hands of others, each with what they put above it."""
        if letter.kind in (MailKind.FAILURE, MailKind.RECEIPT):
            said = Said(letter.text)
        else:
            said = letter_of(letter.text, letter.subject, letter.name)
            if letter.within and not said.passed_on and is_cover(letter.text, letter.name):
                self._pass_on(letter, by, cover, further)
                return
        self._add_row(letter, replace(said, cover=cover + said.cover), further, by)

    def _pass_on(self, outer: Letter, by: list[str], cover: str, further: list[Attached]) -> None:
        """Add the messages inside a mail without words of its own: their writers are the senders."""
        inside = {id(attached) for attached, _ in outer.within}
        rest = [one for one in outer.attached if id(one) not in inside]
        for at, (attached, inner) in enumerate(outer.within):
            attached.wordless = True
            inner.head = "\n".join(filter(None, (inner.head, "Passed on with:", outer.head)))
            inner.remarks += outer.remarks
            inner.left += outer.left
            came = [*filter(_has_bytes, [attached]), *(rest if at == 0 else []), *further]
            self._add(inner, [*by, _person(outer.name, outer.address)], cover + outer.text, came)

    def _add_row(self, letter: Letter, said: Said, further: list[Attached], by: list[str]) -> None:
        row = len(self.rows) + 1
        attached = [*letter.attached, *_in_pieces(letter), *further]
        name, address, date, subject = letter.name, letter.address, letter.date, letter.subject
        if said.passed_on:
            by = [*by, _person(name, address)]
            name, address = sender(said.sender)
            date, subject = iso(said.date), said.subject or subject
        if by:
            who = " and ".join(filter(None, by))
            self.notes[f"it was passed on by {who}; the letter inside it is the comment, its writer the sender"].append(
                row
            )
        files = opened(self.source, row, attached)
        self.parts += files.parts
        for remark in dict.fromkeys([*_remarks(letter, said, attached), *files.remarks]):
            self.notes[remark].append(row)
        for phrase in dict.fromkeys([*letter.left, *files.left]):
            self.left[phrase].append(row)
        cells = (
            name,
            address,
            date,
            subject,
            letter.message_id,
            str(letter.kind),
            "\n".join(filter(str.strip, (*by, said.cover))),
            letter.head,
            said.quoted,
            "; ".join(one.name for one in attached),
            files.text,
            said.own,
        )
        self.rows.append(SourceRow(row, cells))

    def reading(self) -> Reading:
        """Return all of it as the reading of its source."""
        table = Table(self.source.file, COLUMNS, None, tuple(self.rows))
        alone = len(self.rows) == 1
        self._note_twins()
        return replace(
            self.source.reading(SourceKind.MAIL),
            tables=(table,),
            notes=tuple(f"{where}: {phrase}." for where, phrase in self._located(self.notes, alone)),
            not_read=tuple(f"{where}: {phrase}" for where, phrase in self._located(self.left, alone)),
            parts=tuple(self.parts),
        )

    def _note_twins(self) -> None:
        """Note which messages are there more than once, by the name that their programs gave them."""
        at = COLUMNS.index(letters.MESSAGE_ID)
        numbers: dict[str, list[int]] = defaultdict(list)
        for row in self.rows:
            numbers[row.cells[at]].append(row.number)
        for name, rows in numbers.items():
            if name and len(rows) > 1:
                self.notes[f"they are one and the same mail by its Message-ID ({name})"] += rows

    def _located(self, phrases: dict[str, list[int]], alone: bool) -> Iterator[tuple[str, str]]:
        """Give each phrase with the messages it is about."""
        for phrase, rows in phrases.items():
            yield (f"“{self.source.file}”" if alone else _messages(rows)), phrase


def read_letters(source: Source, found: Iterable[Letter]) -> Reading:
    """Make the reading of a source from its messages."""
    records = Records(source)
    for letter in found:
        records.add(letter)
    return records.reading()


def _has_bytes(attached: Attached) -> bool:
    return bool(attached.data)


def _in_pieces(letter: Letter) -> Iterator[Attached]:
    """Give the messages inside a letter that have no bytes of their own, and the files that came with those."""
    for attached, inner in letter.within:
        if not attached.data:
            yield Attached(attached.name, b"", words=f"{inner.head}\n\n{inner.text}")
            for one in [*inner.attached, *_in_pieces(inner)]:
                yield replace(one, name=f"{attached.name}{WITHIN}{one.name}")


def _remarks(letter: Letter, said: Said, attached: list[Attached]) -> list[str]:
    """Return what a clerk should know of a message, in phrases."""
    remarks = list(letter.remarks)
    if letter.kind is MailKind.ENCRYPTED:
        remarks.append("it is encrypted, and only who it was sent to can open it; ask for its words")
    elif letter.kind:
        remarks.append(f"it is no plain letter ({letter.kind}); look whether it is a comment at all")
    if said.unsure:
        remarks.append("it holds only what it quotes, or its own words among the quoted ones: all of it is its text")
    if not is_said(said.own) and not attached and letter.kind is not MailKind.ENCRYPTED:
        remarks.append("it has no text")
    return remarks


def _messages(rows: list[int]) -> str:
    """Name messages by their numbers: ``message 3``, ``messages 3, 4 and 17 more``."""
    numbers = list(dict.fromkeys(rows))
    if len(numbers) == 1:
        return f"message {numbers[0]}"
    shown = ", ".join(map(str, numbers[:_NAMED_ROWS]))
    return f"messages {shown}" + (f" and {len(numbers) - _NAMED_ROWS} more" if len(numbers) > _NAMED_ROWS else "")


def _person(name: str, address: str) -> str:
    return f"{name} <{address}>" if name and address else name or address
