"""Charts, each with a sentence that says how to read it and a table of the same numbers."""

from collections.abc import Sequence

from frhearing.drawing.charts import Row
from frhearing.drawing.stances import ALL_KEYS, NOT_STATED, NOT_TAGGED, OPPOSE, SUPPORT
from frhearing.model.theme import NO_GROUP_NAME
from frhearing.report.document import (
    BARS,
    COLUMNS,
    Block,
    Cell,
    Chart,
    Column,
    Entry,
    Heading,
    Paragraph,
    Section,
    Table,
    TableRow,
)
from frhearing.report.sections.making import Making

_MOST_BARS = 24


def groups(making: Making) -> Section | None:
    """Positions by stakeholder group, on each question."""
    blocks: list[Block] = []
    for series in making.facts.series:
        rows = [_group(making, row) for row in series.groups]
        if any(row.label != NO_GROUP_NAME for row in series.groups):
            blocks += _charted(making, "groups", series.question, rows, totals=True)
    return making.section("groups", *blocks) if blocks else None


def _group(making: Making, row: Row) -> Row:
    """The row of a group, or of those without one in the document's words."""
    if row.label == NO_GROUP_NAME:
        return Row(making.words("counts.no_group"), row.counts)
    return making.clean_row(row)


def themes(making: Making) -> Section | None:
    """Positions by theme, on each question, and what each theme covers."""
    words, tally = making.words, making.facts.tally
    without = words.count("comments", tally.without_theme)
    blocks: list[Block] = [Paragraph(words("themes.lead", without=without))]
    for series in making.facts.series:
        rows = [making.clean_row(row) for row in series.themes]
        if rows:
            blocks += _charted(making, "themes", series.question, rows, totals=False)
    if len(blocks) == 1:
        return None
    defined = [theme for theme in making.facts.themes if theme.definition.strip()]
    if defined:
        blocks.append(Heading(words("themes.means"), anchor="themes-means", listed=False))
        blocks += [Entry(making.line(theme.name), (), (Paragraph(making.text(theme.definition)),)) for theme in defined]
    return making.section("themes", *blocks)


def times(making: Making) -> Section | None:
    """Written comments by day, week or month of receipt, with positions on the first question."""
    words = making.words
    series = making.facts.series[0] if making.facts.series else None
    if series is None or not series.times:
        return None
    lead = words(f"times.lead.{series.unit}")
    if making.facts.tally.undated:
        lead += " " + words.count("times.undated", making.facts.tally.undated)
    rows = [Row(words.column_day(row.label, series.unit), row.counts) for row in series.times]
    number = series.question
    chart = Chart(COLUMNS, tuple(rows), making.stance_names, _alternative(making, "times", number, rows))
    filled = [row for row in rows if row.total]
    return making.section("times", Paragraph(lead), chart, _table(making, "times", number, filled, totals=True))


def _charted(making: Making, key: str, question: int, rows: list[Row], *, totals: bool) -> list[Block]:
    """A heading where there are several questions, the chart, and its table."""
    words = making.words
    blocks: list[Block] = []
    if making.several_questions:
        blocks.append(Heading(words("question", number=question), anchor=f"{key}-q{question}", listed=False))
        asked = making.hearing.question(question)
        if asked:
            blocks.append(Paragraph(making.text(asked.text)))
    shown = rows[:_MOST_BARS]
    caption = words(f"{key}.caption", all=words.count("comments", making.facts.tally.counted))
    if len(shown) < len(rows):
        caption += " " + words("chart.most", shown=len(shown), all=words.number(len(rows)))
    alternative = _alternative(making, key, question, shown)
    blocks.append(Chart(BARS, tuple(shown), making.stance_names, alternative, caption))
    blocks.append(_table(making, key, question, rows, totals=totals))
    return blocks


def _alternative(making: Making, key: str, question: int, rows: Sequence[Row]) -> str:
    """The chart in words, every figure in it."""
    words = making.words
    said = [words(f"{key}.alt", number=question)]
    for row in rows:
        if not row.total:
            continue
        counts = ", ".join(words.some(stance, row.counts[stance]) for stance in ALL_KEYS if row.counts.get(stance))
        said.append(words("chart.row", label=row.label, counts=counts, total=words.number(row.total)))
    said.append(words("chart.below"))
    return " ".join(said)


def _table(making: Making, key: str, question: int, rows: Sequence[Row], *, totals: bool) -> Table:
    """The same numbers; stances that nobody took are left out, but never one of the two sides."""
    words = making.words
    keys = [k for k in ALL_KEYS if k in (SUPPORT, OPPOSE) or any(row.counts.get(k) for row in rows)]
    lines = [_line(making, row, keys, total=False) for row in rows]
    if totals:
        sums = {k: sum(row.counts.get(k, 0) for row in rows) for k in keys}
        label = words("groups.all" if key == "groups" else "total")
        lines.append(_line(making, Row(label, sums), keys, total=True))
    columns = [Column(words(f"{key}.column"), 3.2)]
    columns += [Column(words(k), 1.5 if k in (NOT_STATED, NOT_TAGGED) else 1, numbers=True) for k in keys]
    columns.append(Column(words("total"), 0.9, numbers=True))
    return Table(words(f"{key}.summary", number=question), tuple(columns), tuple(lines))


def _line(making: Making, row: Row, keys: Sequence[str], *, total: bool) -> TableRow:
    numbers = [row.counts.get(key, 0) for key in keys]
    cells = [Cell(making.words.number(number), quiet=not number) for number in numbers]
    return TableRow((Cell(row.label), *cells, Cell(making.words.number(sum(numbers)))), total)
