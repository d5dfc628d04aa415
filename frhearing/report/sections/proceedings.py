"""What happened in which order, which exhibits were taken, and what was corrected afterwards."""

from collections.abc import Mapping

from frhearing.report.document import (
    LABEL,
    Block,
    Cell,
    Column,
    Entry,
    Heading,
    Paragraph,
    Section,
    SideLine,
    Table,
    TableRow,
)
from frhearing.report.proceedings import Corrected, LogLine
from frhearing.report.sections.making import Making
from frhearing.report.sections.quotes import tongue

_DESK_WORK = frozenset({"registered", "checked_in", "moved", "held", "access"})
"""Events that are the clerk's work on the list and not the hearing's course; the lists show what came of them."""

_ASKED = " Count it / do not count it."
"""What a banner asks while the hearing runs; the next line of the log has the answer, which is what is printed."""


def exhibits(making: Making) -> Section | None:
    """Every exhibit in the order in which it was offered, with what became of it."""
    words, found = making.words, making.facts.proceedings.exhibits
    if not found:
        return None
    place = words("title.exhibits")
    by_number = {c.number: c for c in making.facts.comments}
    rows = []
    for exhibit in found:
        giver = by_number.get(exhibit.number or 0)
        who = f"{making.called(giver)} · {making.number(giver)}" if giver else ""
        rows.append(
            TableRow(
                (
                    Cell(making.line(exhibit.mark, place)),
                    Cell(making.line(exhibit.description, place)),
                    Cell(who, link=f"no-{giver.number}" if giver else ""),
                    Cell(words(f"exhibit.{exhibit.status}")),
                )
            )
        )
    columns = (
        Column(words("exhibit.mark"), 1),
        Column(words("exhibit.what"), 4),
        Column(words("exhibit.by"), 2.6),
        Column(words("exhibit.became"), 1.5),
    )
    return making.section("exhibits", Table(words("exhibit.summary"), columns, tuple(rows)))


def events(making: Making) -> Section | None:
    """The order of events with the time of each, as the clerk's log has it."""
    words = making.words
    lines = [line for line in making.facts.proceedings.log if line.kind not in _DESK_WORK]
    if not lines:
        return None
    recorded = any(line.recorded for line in lines)
    rows = tuple(
        TableRow(
            (
                Cell(making.time(line.at)),
                *((Cell(making.line(line.recorded, words("title.events"))),) if recorded else ()),
                Cell(_event(making, line), language=making.desk_tongue),
            )
        )
        for line in lines
    )
    place = (Column(words("events.recorded"), 1.3),) if recorded else ()
    columns = (Column(words("events.time"), 1.1), *place, Column(words("events.what"), 6))
    table = Table(words("events.summary"), columns, rows)
    return making.section("events", Paragraph(words("events.lead", zone=making.hearing.zone)), table)


def _event(making: Making, line: LogLine) -> str:
    if line.access != "public":
        return making.words(f"access.{line.access}")
    return told(making, line) or line.kind.replace("_", " ").capitalize()


def told(making: Making, line: LogLine) -> str:
    """The words of an event, in which nobody is named whose name is not printed."""
    text = line.text.removesuffix(_ASKED)
    return making.masked(making.line(text, making.words("title.events")))


def corrections(making: Making) -> Section | None:
    """What was corrected, with what stood there before; and the numbers that are not used any more."""
    words, found = making.words, making.facts.proceedings
    open_ones = {c.number for c in making.facts.comments if not c.restricted}
    listed = [c for c in found.corrections if c.number is None or c.number in open_ones]
    blocks: list[Block] = [_corrected(making, one) for one in listed]
    if blocks:
        blocks.insert(0, Paragraph(words("corrections.lead")))
    if found.voided:
        rows = tuple(
            TableRow((Cell(numbers), Cell(making.line(reason, words("title.corrections")))))
            for numbers, reason in runs(found.voided)
        )
        columns = (Column(words("corrections.numbers"), 1.6), Column(words("corrections.why"), 5))
        blocks += [
            Heading(words("corrections.voided"), anchor="corrections-voided", listed=False),
            Paragraph(words("corrections.voided.lead")),
            Table(words("corrections.voided"), columns, rows),
        ]
    return making.section("corrections", *blocks) if blocks else None


def runs(voided: Mapping[int, str]) -> list[tuple[str, str]]:
    """Numbers that follow each other and share a reason as one line, such as `13–212`."""
    found: list[tuple[int, int, str]] = []
    for number, reason in sorted(voided.items()):
        if found and found[-1][1] == number - 1 and found[-1][2] == reason:
            found[-1] = (found[-1][0], number, reason)
        else:
            found.append((number, number, reason))
    return [(str(first) if first == last else f"{first}–{last}", reason) for first, last, reason in found]


def _corrected(making: Making, one: Corrected) -> Entry:
    words = making.words
    place = words("title.corrections")
    title = words("number", number=one.number) if one.number is not None else making.line(one.what, place)
    of = next((c for c in making.facts.comments if c.number == one.number), None)
    language = tongue(making, of) if of else making.desk_tongue
    paragraphs = [
        Paragraph(words("corrections.before"), LABEL),
        Paragraph(making.text(one.old, place), language=language),
    ]
    if one.new.strip():
        paragraphs += [Paragraph(words("corrections.after"), LABEL)]
        paragraphs += [Paragraph(making.text(one.new, place), language=language)]
    elif one.number is not None:
        paragraphs.append(Paragraph(words("corrections.now"), LABEL, link=f"no-{one.number}"))
    when = making.short_moment(one.at) if one.at else ""
    side = [SideLine(text) for text in (when, making.line(one.reason, place)) if text]
    return Entry(title, tuple(side), tuple(paragraphs))
