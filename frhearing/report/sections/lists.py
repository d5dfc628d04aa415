"""Lists of who wrote, and of what is on the record but not counted."""

from frhearing.model.comment import TALLIED, Timeliness
from frhearing.report.document import Block, Cell, Column, Heading, Paragraph, Section, Table, TableRow
from frhearing.report.facts import PrintedComment
from frhearing.report.sections.making import Making
from frhearing.report.sections.quotes import anchor

_MOST_STANCE_COLUMNS = 3


def written(making: Making) -> Section | None:
    """Everybody who wrote, in order of number."""
    letters = [comment for comment in making.facts.comments if not comment.spoken and comment.tallied]
    return _listed(making, "written", letters)


def outside(making: Making) -> Section | None:
    """What stays on the record without being counted, with the reason, and what came late."""
    words = making.words
    blocks: list[Block] = []
    apart = [comment for comment in making.facts.comments if not comment.tallied]
    if apart:
        blocks += [
            Paragraph(words("outside.lead")),
            _reasons(making, "outside.summary", apart, "outside.reason"),
        ]
    late = [c for c in making.facts.comments if c.tallied and c.timeliness is Timeliness.LATE_ACCEPTED]
    if late:
        blocks += [
            Heading(words("outside.late"), anchor="outside-late", listed=False),
            Paragraph(words("outside.late.lead")),
            _reasons(making, "outside.late.summary", late, "outside.status"),
        ]
    return making.section("outside", *blocks) if blocks else None


def _listed(making: Making, key: str, comments: list[PrintedComment]) -> Section | None:
    if not comments:
        return None
    words = making.words
    lead = Paragraph(words.count(f"{key}.lead", len(comments)))
    spoken_for = any(making.speaks_for(comment) for comment in comments)
    numbers = [question.number for question in making.hearing.questions]
    apart = len(numbers) <= _MOST_STANCE_COLUMNS
    columns = [
        Column(words("list.number"), 0.75, numbers=True),
        Column(words("list.name"), 2.5),
    ]
    columns += [Column(words("list.group"), 3.2)] if spoken_for else []
    if apart:
        titles = [words("question_short", number=n) for n in numbers] if len(numbers) > 1 else [words("list.position")]
        columns += [Column(title, 1.45) for title in titles[: len(numbers)]]
    else:
        columns.append(Column(words("list.position"), 2.4))
    rows = tuple(_line(making, comment, numbers, apart=apart, spoken_for=spoken_for) for comment in comments)
    table = Table(words(f"list.summary.{key}"), tuple(columns), rows, row_header=1)
    return making.section(key, lead, table)


def _line(making: Making, comment: PrintedComment, numbers: list[int], *, apart: bool, spoken_for: bool) -> TableRow:
    """One comment; positions stand `apart` in columns, and who is spoken for where it is known of anybody."""
    cells = [Cell(str(comment.number), link=anchor(comment)), Cell(making.called(comment))]
    cells += [Cell(making.speaks_for(comment))] if spoken_for else []
    if apart:
        cells += [Cell(_stance(making, comment, number), making.stance(comment, number)) for number in numbers]
    else:
        said = [
            making.words(
                "appendix.question",
                number=making.words("question_short", number=number),
                stance=_stance(making, comment, number),
            )
            for number in numbers
        ]
        cells.append(Cell(", ".join(said)))
    return TableRow(tuple(cells))


def _stance(making: Making, comment: PrintedComment, question: int) -> str:
    if question in comment.stances:
        return making.stance_words(comment, question)
    return making.words("list.not_tagged")


def _reasons(making: Making, summary: str, comments: list[PrintedComment], column: str) -> Table:
    words = making.words
    rows = tuple(
        TableRow(
            (
                Cell(str(comment.number), link=anchor(comment)),
                Cell(making.called(comment)),
                Cell(_reason(making, comment)),
            )
        )
        for comment in comments
    )
    columns = (
        Column(words("list.number"), 0.75, numbers=True),
        Column(words("list.name"), 2.5),
        Column(words(column), 5),
    )
    return Table(words(summary), columns, rows, row_header=1)


def _reason(making: Making, comment: PrintedComment) -> str:
    words = making.words
    if comment.status in TALLIED:
        return words(f"late.{comment.timeliness}")
    reason = making.line(comment.status_reason, making.number(comment))
    return f"{words(f'status.{comment.status}')}: {reason}" if reason else words(f"status.{comment.status}")
