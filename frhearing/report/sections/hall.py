"""Who was there, and by which rules the hearing was held."""

from collections.abc import Sequence

from frhearing.report.document import (
    LABEL,
    Block,
    BulletList,
    Cell,
    Column,
    Entry,
    Heading,
    Paragraph,
    Section,
    Table,
    TableRow,
)
from frhearing.report.proceedings import RuleChange
from frhearing.report.sections.making import Making
from frhearing.report.sections.rules import sentences


def attendance(making: Making) -> Section | None:
    """The roll of the body, and how many people the clerk counted."""
    words, found = making.words, making.facts.proceedings
    blocks: list[Block] = []
    if found.roll:
        rows = tuple(TableRow((Cell(making.line(name)), Cell(words(f"roll.{word}")))) for name, word in found.roll)
        columns = (Column(words("roll.member"), 3), Column(words("roll.presence"), 1.5))
        blocks += [
            Heading(words("roll.title"), anchor="attendance-roll", listed=False),
            Table(words("roll.summary"), columns, rows, width=0.6),
        ]
    heads = [
        Entry(making.time(line.at), (), (Paragraph(making.text(line.text, making.words("title.attendance"))),))
        for line in found.every("head_count")
    ]
    if heads:
        blocks += [Heading(words("attendance.heads"), anchor="attendance-heads", listed=False), *heads]
    noted = making.hearing.attendance.strip()
    if noted and not (found.roll and _is_roll(making)):
        if blocks:
            blocks.append(Heading(words("attendance.noted"), anchor="attendance-noted", listed=False))
        blocks.append(Paragraph(making.text(noted, making.words("title.attendance"))))
    return making.section("attendance", *blocks) if blocks else None


def _is_roll(making: Making) -> bool:
    """Whether the note on attendance says no more than the roll, which is put there when it is called."""
    said = {f"{name}: {word}" for name, word in making.facts.proceedings.roll}
    return all(line.strip() in said for line in making.hearing.attendance.strip().splitlines())


def procedure(making: Making) -> Section | None:
    """The rules of the hearing in words, and every change with its time; nothing where nobody was signed in here.

    Comments that were brought in from elsewhere say nothing about the rules under which they were spoken.
    """
    words, found = making.words, making.facts.proceedings
    if not (found.slips or found.log or found.rule_changes):
        return None
    unchanged = "" if found.rule_changes else f" {words('procedure.unchanged')}"
    blocks: list[Block] = [
        Paragraph(words("procedure.lead") + unchanged),
        BulletList(tuple(making.line(text) for text in sentences(making))),
    ]
    return making.section("procedure", *blocks, *(_changes(making, found.rule_changes) if found.rule_changes else ()))


def _changes(making: Making, changes: Sequence[RuleChange]) -> tuple[Block, ...]:
    """Every change of a rule with its time and who ordered it."""
    words, place = making.words, making.words("title.procedure")
    rows = tuple(
        TableRow(
            (
                Cell(making.time(change.at)),
                Cell(rule_name(making, change.rule)),
                Cell(making.line(change.old, place)),
                Cell(making.line(change.new, place)),
                Cell(making.line(change.by, place)),
            )
        )
        for change in changes
    )
    columns = (
        Column(words("events.time"), 1.8),
        Column(words("procedure.rule"), 2.4),
        Column(words("procedure.before"), 1.6),
        Column(words("procedure.after"), 1.6),
        Column(words("procedure.by"), 2),
    )
    return (
        Heading(words("procedure.changes"), anchor="procedure-changes", listed=False),
        Table(words("procedure.changes_summary"), columns, rows),
        Paragraph(words("procedure.turns_kept"), LABEL),
    )


def rule_name(making: Making, rule: str) -> str:
    """The name of a rule in words where there is one, else as the rule is called."""
    key = f"rule.{rule.partition('.')[0]}"
    return making.words(key) if making.words.has(key) else rule.replace("_", " ").replace(".", ": ")
