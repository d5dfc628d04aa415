"""The reconciled counts: every number with its definition and its denominator."""

from collections.abc import Iterator

from frhearing.drawing.stances import NOT_TAGGED
from frhearing.model.position import STANCES, Stance
from frhearing.model.tally import LEAST_FOR_PERCENT, QuestionTally, StanceCounts
from frhearing.report.document import (
    LABEL,
    LEAD,
    Block,
    Cell,
    Column,
    Heading,
    KeyFigure,
    KeyFigures,
    Paragraph,
    Section,
    Table,
    TableRow,
)
from frhearing.report.sections.making import Making
from frhearing.report.sections.slips import slips


def counts(making: Making) -> Section:
    """The count sheet, how comments came in, and the positions on each question."""
    words, tally = making.words, making.facts.tally
    record = words.count("comments", tally.on_record)
    lead = words.count("counts.lead", tally.counted, counted=words.number(tally.counted), record=record)
    lead = f"{lead} {words('counts.votes')}" if tally.on_record else words("minutes.nobody")
    blocks: list[Block] = [Paragraph(lead, LEAD), _key_figures(making)]
    for counted in tally.questions:
        blocks += _question(making, counted)
    blocks += [Heading(words("counts.sheet"), anchor="counts-sheet", listed=False), sheet(making)]
    blocks += slips(making)
    if tally.by_channel:
        blocks += [Heading(words("counts.channels"), anchor="counts-channels", listed=False), _channels(making)]
    return making.section("counts", *blocks)


def _key_figures(making: Making) -> KeyFigures:
    words, tally = making.words, making.facts.tally
    spoken = words("counts.key.written", spoken=words.number(tally.spoken), written=words.number(tally.written))
    record = words("counts.key.counted", record=words.count("comments", tally.on_record))
    figures = [
        KeyFigure(words.number(tally.on_record), words("counts.record")),
        KeyFigure(words.number(tally.counted), words("counts.counted"), record),
        KeyFigure(words.number(tally.spoken), words("counts.spoken")),
        KeyFigure(words.number(tally.written), words("counts.written")),
        KeyFigure(
            words.number(tally.outside_total),
            words("counts.outside"),
            words("counts.key.not_counted"),
        ),
    ]
    if not tally.outside_total:
        figures = [KeyFigure(words.number(tally.counted), words("counts.counted"), spoken), *figures[2:4]]
    return KeyFigures(tuple(figures))


def _question(making: Making, counted: QuestionTally) -> list[Block]:
    """The positions on one question: large numbers and the table with shares and meanings."""
    words, number = making.words, counted.question.number
    text = making.text(counted.question.text)
    shown = [stance for stance in STANCES if counted.stances[stance] or stance is not Stance.NOT_STATED]
    figures = [
        KeyFigure(
            words.number(counted.stances[stance]),
            words(stance.value),
            _share(making, counted.stances, stance),
            stance.value,
        )
        for stance in shown
    ]
    if counted.stances.not_tagged:
        open_ones = words.number(counted.stances.not_tagged)
        figures.append(KeyFigure(open_ones, words(NOT_TAGGED), "", NOT_TAGGED))
    blocks: list[Block] = [
        Heading(words("counts.positions", number=number), anchor=f"counts-q{number}"),
        Paragraph(text),
        KeyFigures(tuple(figures)),
    ]
    notes = _notes(making, counted)
    return [*blocks, _positions(making, counted), *([Paragraph(" ".join(notes), LABEL)] if notes else [])]


def _share(making: Making, found: StanceCounts, stance: Stance) -> str:
    percent = found.percent(stance)
    return "" if percent is None else making.words("counts.of_tagged", percent=percent)


def _positions(making: Making, counted: QuestionTally) -> Table:
    words, found = making.words, counted.stances
    meanings = {
        Stance.SUPPORT: making.line(counted.question.support_means),
        Stance.OPPOSE: making.line(counted.question.oppose_means),
        Stance.MIXED: words("mixed.means"),
        Stance.NEUTRAL: words("neutral.means"),
        Stance.NOT_STATED: words("not_stated.means"),
    }
    rows = []
    for stance in STANCES:
        percent = found.percent(stance)
        share = "" if percent is None else f"{percent} %"
        rows.append(_row(Cell(words(stance.value), stance.value), words.number(found[stance]), share, meanings[stance]))
    tagged = "100 %" if found.tagged >= LEAST_FOR_PERCENT else ""
    rows.append(_row(Cell(words("counts.tagged")), words.number(found.tagged), tagged, words("counts.tagged.how")))
    rows.append(
        _row(
            Cell(words(NOT_TAGGED), NOT_TAGGED),
            words.number(found.not_tagged),
            "",
            words("not_tagged.means"),
        )
    )
    rows.append(_row(Cell(words("counts.all")), words.number(found.total), "", "", total=True))
    return Table(
        words("counts.positions_summary", number=counted.question.number),
        (
            Column(words("counts.position"), 2.1),
            Column(words("comments"), 1.1, numbers=True),
            Column(words("counts.share"), 1.4, numbers=True),
            Column(words("counts.means"), 4.4),
        ),
        tuple(rows),
    )


def _row(first: Cell, number: str, share: str, meaning: str, *, total: bool = False) -> TableRow:
    return TableRow((first, Cell(number), Cell(share), Cell(meaning)), total)


def _notes(making: Making, counted: QuestionTally) -> list[str]:
    words, notes = making.words, []
    if counted.stances.inferred:
        notes.append(words("counts.inferred", comments=words.count("comments", counted.stances.inferred)))
    if counted.stances.tagged < LEAST_FOR_PERCENT:
        notes.append(words("counts.no_share", least=LEAST_FOR_PERCENT))
    once = making.facts.once_each
    other = once.question(counted.question.number) if once else None
    if once and other and once.counted != making.facts.tally.counted:
        parts = [words.some(stance.value, other.stances[stance]) for stance in STANCES]
        parts.append(words.some(NOT_TAGGED, other.stances.not_tagged))
        notes.append(words("counts.once", counts=words.listed(parts), total=words.count("comments", once.counted)))
    return notes


def sheet(making: Making) -> Table:
    """The reconciled count sheet: each number with how it is counted, zeros among them."""
    words = making.words
    hows = _hows(making)
    rows = tuple(
        TableRow(
            (
                Cell(words(f"counts.{key}")),
                Cell(words.number(number)),
                Cell(hows.get(key) or words(f"counts.{key}.how")),
            )
        )
        for key, number in numbers(making).items()
    )
    columns = (
        Column(words("counts.column.what"), 2),
        Column(words("counts.column.n"), 0.9, numbers=True),
        Column(words("counts.column.how"), 5),
    )
    return Table(words("counts.sheet_summary"), columns, rows)


def numbers(making: Making) -> dict[str, int]:
    """The numbers of the sheet by their keys, in order; persons, voices, texts and signatures each on their own."""
    tally = making.facts.tally
    return {
        "record": tally.on_record,
        "outside": tally.outside_total,
        "counted": tally.counted,
        "spoken": tally.spoken,
        "appearances": tally.spoken - tally.registered_only,
        "persons": tally.persons_heard,
        "registered": tally.registered_only,
        "written": tally.written,
        "late": tally.late,
        "undated": tally.undated,
        "distinct": tally.distinct_texts,
        **_petitions(making),
        "names": tally.names,
        "no_name": tally.without_name,
        "no_text": tally.without_text,
        "no_group": tally.without_group,
        "no_theme": tally.without_theme,
    }


def _petitions(making: Making) -> dict[str, int]:
    """Petitions and their signatures, which are no comments; nothing where there are none."""
    found = making.facts.tally.petitions
    if not found.number:
        return {}
    return {"petitions": found.number, "signatures": found.counted, "claimed": found.claimed}


def _hows(making: Making) -> dict[str, str]:
    """How those numbers are counted whose explanation depends on the record."""
    words, tally = making.words, making.facts.tally
    reasons = [words.some(f"status.{status}", count) for status, count in tally.outside.items()]
    reasons += [words.some("late.late_not_considered", len(tally.not_considered))] if tally.not_considered else []
    outside = words.listed(reasons)
    late = words.numbers(tally.late_numbers)
    return {
        "outside": words("counts.outside.how", what=outside) if outside else words("counts.outside.none"),
        "late": words("counts.late.how", numbers=late) if tally.late else words("counts.late.none"),
        "signatures": "; ".join(_signatures(making)),
    }


def _signatures(making: Making) -> Iterator[str]:
    """How signatures are counted, how many of them are doubtful, and how many petitions nobody has counted."""
    words, found = making.words, making.facts.tally.petitions
    yield words("counts.signatures.how")
    if found.remaining < found.counted:
        yield words("counts.signatures.doubtful", doubtful=words.number(found.counted - found.remaining))
    if found.not_counted:
        yield words.count("counts.signatures.open", found.not_counted)


def _channels(making: Making) -> Table:
    words, tally = making.words, making.facts.tally
    rows = [
        TableRow((Cell(words(f"channel.{channel}")), Cell(words.number(number))))
        for channel, number in tally.by_channel.items()
    ]
    rows.append(TableRow((Cell(words("counts.counted")), Cell(words.number(tally.counted))), total=True))
    columns = (Column(words("counts.channel"), 3), Column(words("comments"), 1, numbers=True))
    return Table(words("counts.channels"), columns, tuple(rows), width=0.5)
