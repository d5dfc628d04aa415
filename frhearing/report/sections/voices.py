"""Appearances, registrations, and those who were not heard, in the words of the body's own form."""

from collections.abc import Sequence

from frhearing.drawing.stances import ALL_KEYS, NOT_TAGGED
from frhearing.model.live.floor import minutes
from frhearing.model.live.states import SlipStatus
from frhearing.report.document import LABEL, Block, Cell, Column, Heading, Paragraph, Section, Table, TableRow
from frhearing.report.facts import Names, PrintedComment
from frhearing.report.proceedings import PrintedSlip
from frhearing.report.sections.making import Making
from frhearing.report.sections.manner import called_as_heard, interpreter
from frhearing.report.sections.masking import initials
from frhearing.report.sections.quotes import anchor

_MOST_QUESTIONS = 3
UNHEARD = (
    SlipStatus.NO_SHOW,
    SlipStatus.WITHDRAWN,
    SlipStatus.DECLINED,
    SlipStatus.CEDED,
    SlipStatus.NOT_REACHED,
    SlipStatus.CARRIED_OVER,
    SlipStatus.LATE_REFUSED,
    SlipStatus.INELIGIBLE,
    SlipStatus.DUPLICATE,
    SlipStatus.VOIDED,
    SlipStatus.REGISTERED,
    SlipStatus.CHECKED_IN,
    SlipStatus.CALLED,
    SlipStatus.SPEAKING,
)
"""What can become of a slip without its being heard, in the order in which it is listed."""


def appearances(making: Making) -> Section | None:
    """Everybody who was heard, by position on the first question."""
    heard = [c for c in making.facts.comments if c.heard and c.tallied]
    return _by_position(making, "appearances", heard)


def registrations(making: Making) -> Section | None:
    """Everybody who put a position on the record without speaking, by position on the first question."""
    registered = [c for c in making.facts.comments if c.spoken and not c.heard and c.tallied]
    return _by_position(making, "registrations", registered)


def _by_position(making: Making, key: str, voices: list[PrintedComment]) -> Section | None:
    if not voices:
        return None
    words, numbers = making.words, making.numbers
    spoken = words.count("comments", making.facts.tally.spoken)
    lead = words(f"{key}.lead", n=words.count(f"{key}.count", len(voices)), all=spoken)
    first = numbers[0] if numbers else 1
    blocks: list[Block] = [Paragraph(lead)]
    if len(numbers) > 1:
        blocks += [_matrix(making, key, voices), Paragraph(words("voices.by_first", number=first), LABEL)]
    for stance in ALL_KEYS:
        some = [c for c in voices if making.stance(c, first) == stance]
        if some:
            title = words("voices.heading", position=making.form_word(stance), n=words.number(len(some)))
            blocks += [Heading(title, anchor=f"{key}-{stance}", listed=False), _table(making, key, stance, some)]
    return making.section(key, *blocks)


def _matrix(making: Making, key: str, voices: Sequence[PrintedComment]) -> Table:
    """How many took which position on each question."""
    words, numbers = making.words, making.numbers
    rows = []
    for stance in ALL_KEYS:
        counts = [sum(making.stance(c, number) == stance for c in voices) for number in numbers]
        if any(counts) or stance in ALL_KEYS[:2]:
            cells = [Cell(making.form_word(stance), stance), *(Cell(words.number(n)) for n in counts)]
            rows.append(TableRow(tuple(cells)))
    all_of_them = [Cell(words.number(len(voices))) for _ in numbers]
    rows.append(TableRow((Cell(words("total")), *all_of_them), total=True))
    columns = [Column(words("list.position"), 3)]
    columns += [Column(words("question", number=number), 1.2, numbers=True) for number in numbers]
    return Table(words(f"{key}.matrix"), tuple(columns), tuple(rows), width=0.75)


def _table(making: Making, key: str, stance: str, voices: Sequence[PrintedComment]) -> Table:
    """Those of one position; further questions and the time they had stand beside their names."""
    words = making.words
    others = making.numbers[1:_MOST_QUESTIONS]
    timed = any(c.appearance and c.appearance.used_seconds is not None for c in voices) and key == "appearances"
    spoken_for = any(_for_whom(making, c) for c in voices)
    placed = any(c.district.strip() for c in voices if not c.restricted)
    columns = [
        Column(words("list.number"), 0.6, numbers=True),
        Column(words("list.name"), 2.2),
    ]
    columns += [Column(words("list.group"), 2.4)] if spoken_for else []
    columns += [Column(words("list.district"), 0.7)] if placed else []
    columns += [Column(words("question_short", number=number), 2.3) for number in others]
    columns += [Column(words("voices.time"), 1.7)] if timed else []
    rows = []
    for comment in voices:
        cells = [
            Cell(str(comment.number), link=anchor(comment)),
            Cell(called_as_heard(making, comment)),
        ]
        cells += [Cell(_for_whom(making, comment))] if spoken_for else []
        cells += [Cell("" if comment.restricted else making.line(comment.district))] if placed else []
        cells += [Cell(_position(making, comment, n), making.stance(comment, n)) for n in others]
        cells += [Cell(_time(making, comment))] if timed else []
        rows.append(TableRow(tuple(cells)))
    title = words(f"{key}.summary", position=making.form_word(stance))
    return Table(title, tuple(columns), tuple(rows), row_header=1)


def _for_whom(making: Making, comment: PrintedComment) -> str:
    """Group, organization and capacity of a voice."""
    return " · ".join(part for part in (making.speaks_for(comment), making.capacity(comment)) if part)


def _position(making: Making, comment: PrintedComment, question: int) -> str:
    """The position on a further question, in few words where there is none."""
    if question not in comment.stances:
        return making.words("list.not_tagged")
    return making.form_position(comment, question)


def _time(making: Making, comment: PrintedComment) -> str:
    """The time used, of the time allotted, and whether an interpreter spoke."""
    slip = comment.appearance
    if slip is None or slip.used_seconds is None or slip.allotted_seconds is None:
        return ""
    said = making.words("voices.used", used=minutes(slip.used_seconds), allotted=minutes(slip.allotted_seconds))
    return ", ".join(part for part in (said, interpreter(making, comment)) if part)


def unheard(making: Making) -> Section | None:
    """The slips of those who were not heard: no-shows, withdrawn, not reached, and what else became of them."""
    words = making.words
    slips = [s for s in making.facts.proceedings.slips if s.status in UNHEARD]
    if not slips:
        return None
    slips.sort(key=lambda s: (UNHEARD.index(s.status), s.slip or 0))
    rows = tuple(TableRow(_unheard_cells(making, slip)) for slip in slips)
    columns = (
        Column(words("unheard.slip"), 0.75, numbers=True),
        Column(words("list.name"), 2.4),
        Column(words("unheard.position"), 2.4),
        Column(words("unheard.outcome"), 3.2),
    )
    counts = {status: sum(s.status is status for s in slips) for status in UNHEARD}
    parts = [words.some(f"slip.{status}", n) for status, n in counts.items() if n]
    received = words.number(making.facts.proceedings.slip_counts.received)
    lead = words("unheard.lead", parts=words.listed(parts), all=received)
    table = Table(words("unheard.summary"), columns, rows, row_header=1)
    return making.section("unheard", Paragraph(lead), table)


def _unheard_cells(making: Making, slip: PrintedSlip) -> tuple[Cell, ...]:
    words = making.words
    outcome = words(f"slip.{slip.status}")
    if slip.ceded_to is not None:
        outcome = words("unheard.ceded_to", outcome=outcome, slip=slip.ceded_to)
    reason = making.line(slip.reason, words("title.unheard"))
    return (
        Cell("" if slip.slip is None else str(slip.slip)),
        Cell(slip_name(making, slip)),
        Cell(_on_slip(making, slip)),
        Cell(f"{outcome}: {reason}" if reason else outcome),
    )


def slip_name(making: Making, slip: PrintedSlip) -> str:
    """The name on a slip as the clerk wants names printed, with its organization."""
    if not slip.open:
        return making.words("status.restricted")
    place = making.words("title.unheard")
    name = making.line(slip.name, place)
    if making.options.names is Names.NONE:
        name = ""
    elif making.options.names is Names.INITIALS:
        name = initials(name)
    named = [part for part in (name, making.line(slip.organization, place)) if part]
    return " · ".join(named) or making.words("no_name")


def _on_slip(making: Making, slip: PrintedSlip) -> str:
    """The positions written on a slip."""
    words, said = making.words, []
    for number in making.numbers:
        stance = slip.stances.get(number)
        if stance is None:
            continue
        word = making.form_word(stance.value)
        if making.several_questions:
            word = words("appendix.question", number=words("question_short", number=number), stance=word)
        said.append(word)
    return ", ".join(said) or making.form_word(NOT_TAGGED if not making.numbers else "not_stated")
