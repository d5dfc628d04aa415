"""Shapes a tally into rows for charts and tables; it counts nothing itself."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from frhearing.drawing.charts import Row
from frhearing.drawing.series import Series
from frhearing.drawing.stances import NOT_TAGGED
from frhearing.model.tally import QuestionTally, StanceCounts, Tally

MOST_COLUMNS = 62
"""More days than this are shown as weeks, more weeks than this as months."""


def series(tally: Tally, theme_names: Mapping[int, str]) -> tuple[Series, ...]:
    """The rows on every question of a tally; a theme without a name is called by its number."""
    return tuple(_question(counted, theme_names) for counted in tally.questions)


def keyed(counts: StanceCounts) -> dict[str, int]:
    """The counts under the keys of `drawing.stances`, comments that are not tagged yet among them."""
    return {**{stance.value: n for stance, n in counts.by_stance.items()}, NOT_TAGGED: counts.not_tagged}


def spans(first: date, last: date) -> tuple[str, list[tuple[date, date]]]:
    """Cut the time from one day to another into days, weeks (from Monday) or months; says which."""
    days = (last - first).days + 1
    if days <= MOST_COLUMNS:
        each = [first + timedelta(days=n) for n in range(days)]
        return "day", [(day, day) for day in each]
    monday = first - timedelta(days=first.weekday())
    weeks = (last - monday).days // 7 + 1
    if weeks <= MOST_COLUMNS:
        starts = [monday + timedelta(days=7 * n) for n in range(weeks)]
        return "week", [(start, start + timedelta(days=6)) for start in starts]
    months = []
    start = first.replace(day=1)
    while start <= last:
        following = (start + timedelta(days=32)).replace(day=1)
        months.append((start, following - timedelta(days=1)))
        start = following
    return "month", months


def _question(counted: QuestionTally, theme_names: Mapping[int, str]) -> Series:
    unit, cut, times = _times(counted)
    return Series(
        question=counted.question.number,
        overall=Row(counted.question.text, keyed(counted.stances)),
        groups=tuple(Row(name, keyed(counts)) for name, counts in counted.by_group.items()),
        themes=tuple(
            Row(theme_names.get(theme, str(theme)), keyed(counts)) for theme, counts in counted.by_theme.items()
        ),
        times=times,
        unit=unit,
        spans=cut,
    )


def _times(counted: QuestionTally) -> tuple[str, tuple[tuple[date, date], ...], tuple[Row, ...]]:
    """Rows from the first to the last day with their spans, days without a comment among them; labels are ISO days."""
    days = {date.fromisoformat(day): counts for day, counts in counted.by_day.items()}
    if not days:
        return "day", (), ()
    unit, cut = spans(min(days), max(days))
    rows = [
        Row(first.isoformat(), _sum([counts for day, counts in days.items() if first <= day <= last]))
        for first, last in cut
    ]
    return unit, tuple(cut), tuple(rows)


def _sum(counts: Sequence[StanceCounts]) -> dict[str, int]:
    total: dict[str, int] = {}
    for one in counts:
        for key, number in keyed(one).items():
            total[key] = total.get(key, 0) + number
    return total
