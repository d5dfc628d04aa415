"""Paper for the hearing: numbered slips to hand out, the queue as it stands, a sheet to tally on.

Paper comes first: when the computer fails, the hearing goes on with these, and is entered by card number later.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from frhearing.report.document import (
    LABEL,
    STRONG,
    Cell,
    Column,
    Document,
    Heading,
    Paragraph,
    Section,
    Table,
    TableRow,
)

SLIPS_A_PAGE = 3
QUEUE_SPARE = 12
"""Empty lines at the end of the queue sheet, for those who come after it was printed."""


@dataclass(frozen=True, slots=True)
class SheetFacts:
    """What stands on every sheet; ``question`` is empty where none is asked, ``dated`` is UTC text."""

    title: str
    body: str
    day: str
    place: str
    question: str
    dated: str
    minutes: str


@dataclass(frozen=True, slots=True)
class QueueLine:
    """One line of the queue sheet."""

    slip: str
    name: str
    side: str
    stance: str
    mark: str
    time: str


def _document(facts: SheetFacts, kind: str, sections: Sequence[Section]) -> Document:
    return Document(
        title=f"{kind}: {facts.title}",
        author=facts.body,
        subject=kind,
        language="en-US",
        dated=facts.dated,
        running_title=f"{facts.title} · {kind}",
        office=facts.body,
        edition=kind,
        page_words="Page {page} of {pages}",
        continued_words="{title}, continued",
        draft="",
        sections=tuple(sections),
    )


def _where(facts: SheetFacts) -> str:
    return " · ".join(part for part in (facts.body, facts.day, facts.place) if part)


def slips_document(facts: SheetFacts, first: int, count: int) -> Document:
    """Return numbered appearance slips, three a page, from a number on."""
    sections = []
    numbers = list(range(first, first + count))
    for start in range(0, len(numbers), SLIPS_A_PAGE):
        part = numbers[start : start + SLIPS_A_PAGE]
        blocks = [block for number in part for block in _slip(facts, number)]
        title = f"Slips {part[0]} to {part[-1]}" if len(part) > 1 else f"Slip {part[0]}"
        sections.append(Section(f"slips-{part[0]}", title, tuple(blocks), new_page=True))
    return _document(facts, "Appearance slips", sections)


def _slip(facts: SheetFacts, number: int) -> tuple[Heading | Paragraph | Table, ...]:
    lines = (
        ("Name, as it should be in the record", ""),
        ("Organization, and I speak for it: yes / no", ""),
        ("I am a resident / visitor / own property / work here", ""),
        ("I wish to: speak / be recorded only / answer questions", ""),
        ("Position: support / oppose / mixed / neutral", ""),
        ("Interpreter, what I need, must leave early at", ""),
    )
    rows = tuple(TableRow((Cell(asked), Cell(given))) for asked, given in lines)
    columns = (Column("Please write clearly", 0.45), Column(f"Each speaker has {facts.minutes}", 0.55))
    head = Paragraph(f"{facts.title} · {_where(facts)}", LABEL)
    asked = (Paragraph(facts.question, STRONG),) if facts.question else ()
    return Heading(f"Slip {number}", listed=False), head, *asked, Table(f"Slip {number}", columns, rows)


def queue_document(facts: SheetFacts, lines: Sequence[QueueLine]) -> Document:
    """Return the queue in the order in which the rules call it, with room to write times and notes."""
    columns = (
        Column("Slip", 0.08, numbers=True),
        Column("Name", 0.26),
        Column("For", 0.22),
        Column("Position", 0.13),
        Column("Time", 0.09, numbers=True),
        Column("Began, ended, notes", 0.22),
    )
    rows = [
        TableRow((Cell(o.slip), Cell(o.name), Cell(o.side), Cell(o.stance, mark=o.mark), Cell(o.time), Cell("")))
        for o in lines
    ]
    rows += [TableRow((Cell(""),) * len(columns))] * QUEUE_SPARE
    waiting = "1 person waits" if len(lines) == 1 else f"{len(lines)} people wait"
    blocks = (
        Paragraph(f"{_where(facts)}. {waiting}. Each speaker has {facts.minutes} unless a time is given.", LABEL),
        Table("Queue", columns, tuple(rows), row_header=1),
    )
    return _document(facts, "Queue sheet", [Section("queue", f"Queue: {facts.title}", blocks)])


def tally_document(facts: SheetFacts, stances: Sequence[tuple[str, str]], lines: int = 24) -> Document:
    """Return a sheet to tally on by hand; ``stances`` pairs a code with the body's word for it."""
    sides = [Column(word, 0.6 / len(stances)) for _, word in stances]
    columns = (Column("Slip", 0.1, numbers=True), Column("Name", 0.3), *sides)
    rows = [TableRow((Cell(""),) * len(columns))] * lines
    total = TableRow((Cell(""), Cell("Total"), *(Cell("", mark=code) for code, _ in stances)), total=True)
    asked = (Paragraph(facts.question, STRONG),) if facts.question else ()
    blocks = (
        Paragraph(f"{_where(facts)}. One stroke for each speaker, on the position stated last.", LABEL),
        *asked,
        Table("Tally by position", columns, (*rows, total), row_header=1),
    )
    return _document(facts, "Tally sheet", [Section("tally", f"Tally: {facts.title}", blocks)])
