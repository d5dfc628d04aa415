"""The slip equation: every slip received is in exactly one place (0-decisions.md, "Clock")."""

from dataclasses import asdict

from frhearing.model.live.equation import SlipCounts
from frhearing.report.document import STRONG, Block, Cell, Column, Heading, Paragraph, Table, TableRow
from frhearing.report.labels import Words
from frhearing.report.sections.making import Making


def equation(words: Words, counts: SlipCounts) -> str:
    """The equation in one line: `14 slips received = 13 heard + 1 no-show`."""
    parts = [words.some(f"place.{place}", n) for place, n in places(counts).items() if n]
    return words("slips.equation", received=words.count("slips", counts.received), parts=" + ".join(parts))


def places(counts: SlipCounts) -> dict[str, int]:
    """How many slips lie in each place."""
    found: dict[str, int] = asdict(counts)
    del found["received"]
    return found


def slips(making: Making) -> list[Block]:
    """The equation, and each of its places with its meaning; nothing where no slip was handed in."""
    words, counts = making.words, making.facts.proceedings.slip_counts
    if not counts.received:
        return []
    rows = [
        TableRow((Cell(words(f"place.{place}")), Cell(words.number(n)), Cell(words(f"place.{place}.how"))))
        for place, n in places(counts).items()
        if n
    ]
    rows.append(TableRow((Cell(words("slips.received")), Cell(words.number(counts.received)), Cell("")), total=True))
    columns = (
        Column(words("slips.place"), 2),
        Column(words("slips.column"), 0.9, numbers=True),
        Column(words("counts.column.how"), 5),
    )
    return [
        Heading(words("slips.title"), anchor="counts-slips", listed=False),
        Paragraph(equation(words, counts), STRONG),
        Table(words("slips.summary"), columns, tuple(rows)),
    ]
