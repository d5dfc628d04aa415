"""The tally sheet: on one page the positions on each question by how they came, and the numbers of the record."""

from collections.abc import Callable

from frhearing.drawing.stances import ALL_KEYS, NEUTRAL, NOT_STATED, NOT_TAGGED
from frhearing.model.tally import QuestionTally
from frhearing.report.document import (
    LABEL,
    NOTE,
    STRONG,
    Block,
    Cell,
    Column,
    Document,
    KeyFigure,
    KeyFigures,
    Paragraph,
    Section,
    Table,
    TableRow,
)
from frhearing.report.facts import EVERYTHING, PrintedComment, SummaryFacts, SummaryOptions
from frhearing.report.frame import begin, framed
from frhearing.report.sections.making import Making
from frhearing.report.sections.slips import equation

_WAYS: tuple[tuple[str, Callable[[PrintedComment], bool]], ...] = (
    ("counts.appearances", lambda c: c.heard),
    ("title.registrations", lambda c: c.spoken and not c.heard),
    ("counts.written", lambda c: not c.spoken),
)
"""How comments came: heard, registered without speaking, written."""

_LONG = frozenset({NEUTRAL, NOT_TAGGED})
"""The positions with long names on the form."""


def build_tally_sheet(facts: SummaryFacts, options: SummaryOptions = EVERYTHING) -> Document:
    """The tally as a document of one section; up to three questions stand on one page of letter paper."""
    making = begin(facts, options)
    words, hearing = making.words, making.hearing
    title = words("tally.title", title=making.line(hearing.title))
    when = " · ".join(part for part in (making.line(hearing.body.name), words.day(hearing.date)) if part)
    blocks: list[Block] = [Paragraph(making.line(hearing.title), STRONG), Paragraph(when, NOTE), _figures(making)]
    for counted in facts.tally.questions:
        blocks += _question(making, counted)
    counts = facts.proceedings.slip_counts
    if counts.received:
        blocks.append(Paragraph(equation(words, counts), STRONG))
    as_of = words("as_of", edition=making.edition(), date=making.as_of())
    digest = words("tally.digest", digest=facts.record_digest)
    blocks.append(Paragraph(f"{words('counts.votes')} {words('tally.how')}\n{as_of}\n{digest}", LABEL))
    return framed(making, title, title, [Section("tally", words("tally"), tuple(blocks))])


def _figures(making: Making) -> KeyFigures:
    words, tally = making.words, making.facts.tally
    numbers = [
        ("counts.record", tally.on_record),
        ("counts.counted", tally.counted),
        ("counts.appearances", tally.spoken - tally.registered_only),
        ("title.registrations", tally.registered_only),
        ("counts.written", tally.written),
        ("counts.distinct", tally.distinct_texts),
    ]
    return KeyFigures(tuple(KeyFigure(words.number(n), words(key)) for key, n in numbers))


def _question(making: Making, counted: QuestionTally) -> list[Block]:
    """One question with what its positions mean, and its table: a row for each way, a column for each position."""
    words, question = making.words, counted.question
    keys = [k for k in ALL_KEYS if k not in (NOT_STATED, NOT_TAGGED) or counted_under(counted, k)]
    means = ""
    if question.support_means.strip() and question.oppose_means.strip():
        means = words(
            "tally.means",
            support=making.form_word("support"),
            support_means=making.line(question.support_means),
            oppose=making.form_word("oppose"),
            oppose_means=making.line(question.oppose_means),
        )
    voices = [c for c in making.facts.comments if c.tallied]
    rows = [
        _row(making, words(label), [c for c in voices if belongs(c)], question.number, keys) for label, belongs in _WAYS
    ]
    rows.append(_row(making, words("tally.all"), voices, question.number, keys, total=True))
    columns = [Column(words("tally.came"), 2.2)]
    columns += [Column(making.form_word(key), 1.8 if key in _LONG else 1.1, numbers=True) for key in keys]
    columns.append(Column(words("total"), 1, numbers=True))
    return [
        Paragraph(f"{words('question', number=question.number)}: {making.line(question.text)}", STRONG),
        *([Paragraph(means, LABEL)] if means else []),
        Table(words("tally.summary", number=question.number), tuple(columns), tuple(rows)),
    ]


def counted_under(counted: QuestionTally, key: str) -> int:
    """How many comments stand under a key, "not tagged yet" among the keys."""
    if key == NOT_TAGGED:
        return counted.stances.not_tagged
    return next((n for stance, n in counted.stances.by_stance.items() if stance.value == key), 0)


def _row(
    making: Making, label: str, voices: list[PrintedComment], question: int, keys: list[str], *, total: bool = False
) -> TableRow:
    counts = [sum(making.stance(c, question) == key for c in voices) for key in keys]
    cells = [Cell(making.words.number(n), quiet=not n) for n in counts]
    return TableRow((Cell(label), *cells, Cell(making.words.number(len(voices)))), total)
