"""Equal treatment: time given and used, what the chair added, took and cut off, and waiting, by side."""

from collections.abc import Callable, Mapping
from typing import Final

from frhearing.model.live.floor import minutes
from frhearing.model.live.treatment import LEAST_TO_COMPARE, Treatment
from frhearing.report.document import Block, Cell, Column, Heading, Paragraph, Section, Table, TableRow
from frhearing.report.labels import Words
from frhearing.report.sections.making import Making

Sides = Mapping[str, Treatment]


def _number(words: Words, n: int) -> str:
    return words.number(n)


def _time(_words: Words, seconds: int) -> str:
    return minutes(seconds)


_MEASURES: Final[Mapping[str, Callable[[Words, int], str]]] = {
    "turns": _number,
    "allotted": _time,
    "used": _time,
    "mean_allotted": _time,
    "mean_used": _time,
    "median_waited": _time,
    "over_time": _number,
    "extensions": _number,
    "extension_seconds": _time,
    "reductions": _number,
    "warnings": _number,
    "cut_offs": _number,
}
"""The fields of a Treatment in the order of the rows, and how each is written; times are seconds."""


def treatment(making: Making) -> Section | None:
    """The figures by position on each question and by mode; nothing where nobody had a turn."""
    words, found = making.words, making.facts.proceedings.treatment
    if not found:
        return None
    blocks: list[Block] = [Paragraph(words("treatment.lead", least=words.number(LEAST_TO_COMPARE)))]
    for number, sides in found.items():
        several = words("treatment.position_on", number=number) if len(found) > 1 else words("treatment.position")
        names = {code: words(code) for code in sides["stance"]}
        blocks += _table(making, f"treatment-{number}", several, names, sides["all"], sides["stance"])
    sides = next(iter(found.values()))
    if len(sides["mode"]) > 1:
        names = {code: words(f"mode.{code}") for code in sides["mode"]}
        blocks += _table(making, "treatment-mode", words("treatment.mode"), names, sides["all"], sides["mode"])
    return making.section("treatment", *blocks)


def _table(
    making: Making, anchor: str, title: str, names: Mapping[str, str], everybody: Sides, sides: Sides
) -> list[Block]:
    """One table: a row for each measure, a column for each side, all turns first."""
    words = making.words
    shown = [everybody["all"], *sides.values()]
    rows = tuple(
        TableRow((Cell(words(f"treatment.{measure}")), *(_cell(words, side, measure) for side in shown)))
        for measure in _MEASURES
    )
    heads = [words("treatment.all"), *names.values()]
    columns = (Column(words("treatment.measure"), 3.2), *(Column(head, 1, numbers=True) for head in heads))
    return [Heading(title, anchor=anchor, listed=False), Table(words("treatment.summary"), columns, rows)]


def _cell(words: Words, side: Treatment, measure: str) -> Cell:
    """One figure; an average that would be about too few people is not given."""
    value: int | None = getattr(side, measure)
    if value is None:
        few = words("treatment.few", least=words.number(LEAST_TO_COMPARE))
        return Cell(words("petitions.unknown") if side.compares else few, quiet=True)
    return Cell(_MEASURES[measure](words, value), quiet=not value)
