"""The charts of a hearing: what each bar counts, in which words, and which comments stand behind it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from frhearing.desk import figures
from frhearing.desk.codebook import list_groups, theme_names
from frhearing.desk.desk import Desk
from frhearing.drawing.charts import Row
from frhearing.drawing.stances import NOT_TAGGED
from frhearing.model.comment import TALLIED
from frhearing.model.filter import NO_GROUP, CommentFilter
from frhearing.model.tally import NO_GROUP_NAME, QuestionTally, Scope, StanceCounts, Tally
from frhearing.model.theme import Group

_MOST_COLUMNS = 62
"""More days than this become weeks, more weeks than this become months."""


@dataclass(frozen=True, slots=True)
class Chart:
    """One chart: its rows, and for each row the comments behind it."""

    note: str
    rows: tuple[Row, ...]
    filters: tuple[CommentFilter, ...]

    def behind(self, row: int, stance: str = "") -> CommentFilter:
        """Give the filter of the comments behind a row, or behind one stance of it."""
        found = self.filters[row]
        return found.but(stances=(stance,)) if stance else found


@dataclass(frozen=True, slots=True)
class Charts:
    """All charts on one question within one scope, made from one tally."""

    everything: CommentFilter
    stances: StanceCounts
    groups: Chart
    themes: Chart
    days: Chart


@dataclass(frozen=True, slots=True)
class Analysis:
    """What the analysis of a hearing shows at once; ``campaigns`` counts every copy in any scope."""

    tally: Tally
    charts: Charts | None
    campaigns: Mapping[str, int]


def analyse(desk: Desk, hearing_id: int, question: int, scope: Scope) -> Analysis:
    """Count a hearing within a scope and shape the counts into charts."""
    counted = figures.tally(desk, hearing_id, scope)
    every_copy = counted if not scope.once_each else figures.tally(desk, hearing_id, Scope(scope.spoken))
    shaped = charts(counted, question, list_groups(desk), theme_names(desk, hearing_id))
    return Analysis(counted, shaped, every_copy.campaigns)


def counted_filter(scope: Scope, question: int) -> CommentFilter:
    """Give the filter of the comments that a scope counts; copies of form letters are all among them."""
    statuses = tuple(sorted(status.value for status in TALLIED))
    return CommentFilter(question=question, spoken=scope.spoken, statuses=statuses)


def counts_by_key(counts: StanceCounts) -> dict[str, int]:
    """Give the counts under the keys that charts use, those not tagged among them."""
    return {**{s.value: n for s, n in counts.by_stance.items()}, NOT_TAGGED: counts.not_tagged}


def charts(tally: Tally, question: int, groups: Sequence[Group], theme_names: Mapping[int, str]) -> Charts | None:
    """Shape a tally into charts; None where the hearing has no question of that number."""
    counted = tally.question(question)
    if counted is None:
        return None
    base = counted_filter(tally.scope, question)
    return Charts(
        everything=base,
        stances=counted.stances,
        groups=_groups(tally, counted, groups, base),
        themes=_themes(tally, counted, theme_names, base),
        days=_days(tally, counted, base),
    )


def _what(tally: Tally) -> str:
    """Say in words what is counted, for the notes below the titles."""
    kind = {None: "written and spoken", True: "spoken", False: "written"}[tally.scope.spoken]
    return f"{kind}, each form letter once" if tally.scope.once_each else kind


def _groups(tally: Tally, counted: QuestionTally, groups: Sequence[Group], base: CommentFilter) -> Chart:
    ids = {group.name: group.id for group in groups} | {NO_GROUP_NAME: NO_GROUP}
    rows = tuple(Row(name, counts_by_key(counts)) for name, counts in counted.by_group.items())
    filters = tuple(base.but(groups=(ids.get(row.label, NO_GROUP),)) for row in rows)
    return Chart(f"Position by stakeholder group, {tally.counted:,} comments, {_what(tally)}", rows, filters)


def _themes(tally: Tally, counted: QuestionTally, names: Mapping[int, str], base: CommentFilter) -> Chart:
    rows = tuple(
        Row(names.get(theme, f"Theme {theme}"), counts_by_key(counts)) for theme, counts in counted.by_theme.items()
    )
    filters = tuple(base.but(themes=(theme,)) for theme in counted.by_theme)
    without = f" · {tally.without_theme:,} without a theme" if tally.without_theme else ""
    return Chart(f"Several themes a comment, {_what(tally)}{without}", rows, filters)


def _days(tally: Tally, counted: QuestionTally, base: CommentFilter) -> Chart:
    days = {date.fromisoformat(day): counts for day, counts in counted.by_day.items()}
    undated = f" · {tally.undated:,} undated are not shown" if tally.undated else ""
    if not days:
        return Chart(f"Written comments per day{undated}", (), ())
    unit, spans = _spans(min(days), max(days))
    rows, filters = [], []
    for label, first, last in spans:
        within = [counts for day, counts in days.items() if first <= day <= last]
        rows.append(Row(label, _sum(within)))
        filters.append(base.but(spoken=False, first_day=first.isoformat(), last_day=last.isoformat()))
    return Chart(f"Written comments per {unit}{undated}", tuple(rows), tuple(filters))


def _sum(counts: Sequence[StanceCounts]) -> dict[str, int]:
    total: dict[str, int] = {}
    for one in counts:
        for key, number in counts_by_key(one).items():
            total[key] = total.get(key, 0) + number
    return total


def _spans(first: date, last: date) -> tuple[str, list[tuple[str, date, date]]]:
    """Cut the time between two days into days, weeks or months, so that the columns can be read."""
    long = (last - first).days + 1
    if long <= _MOST_COLUMNS:
        days = [first + timedelta(days=n) for n in range(long)]
        return "day", [(_label(day), day, day) for day in days]
    if long <= 7 * _MOST_COLUMNS:
        monday = first - timedelta(days=first.weekday())
        weeks = [monday + timedelta(days=7 * n) for n in range(((last - monday).days) // 7 + 1)]
        return "week", [(_label(day), day, day + timedelta(days=6)) for day in weeks]
    months = []
    start = first.replace(day=1)
    while start <= last:
        following = (start + timedelta(days=32)).replace(day=1)
        months.append((f"{start:%b %Y}", start, following - timedelta(days=1)))
        start = following
    return "month", months


def _label(day: date) -> str:
    return f"{day:%b} {day.day}"
