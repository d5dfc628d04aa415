"""The charts of a hearing: what each bar counts, in which words, and which comments stand behind it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from frhearing.analysis.figures import series
from frhearing.desk import figures
from frhearing.desk.codebook import list_groups, theme_names
from frhearing.desk.desk import Desk
from frhearing.desk.petitions import list_petitions
from frhearing.drawing.charts import Row
from frhearing.drawing.series import Series
from frhearing.model.counted import counted as _many
from frhearing.model.filter import NO_GROUP, CommentFilter
from frhearing.model.letters import Petition
from frhearing.model.tally import Scope, StanceCounts, Tally
from frhearing.model.theme import NO_GROUP_NAME, Group


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
    overall: Row
    groups: Chart
    themes: Chart
    days: Chart


@dataclass(frozen=True, slots=True)
class Analysis:
    """What the analysis of a hearing shows at once; ``campaigns`` counts every copy in any scope."""

    tally: Tally
    charts: Charts | None
    campaigns: Mapping[str, int]
    petitions: tuple[Petition, ...] = ()


def analyse(desk: Desk, hearing_id: int, question: int, scope: Scope) -> Analysis:
    """Count a hearing within a scope and shape the counts into charts."""
    counted = figures.tally(desk, hearing_id, scope)
    every_copy = counted if not scope.once_each else figures.tally(desk, hearing_id, Scope(scope.spoken))
    shaped = charts(counted, question, list_groups(desk), theme_names(desk, hearing_id))
    return Analysis(counted, shaped, every_copy.campaigns, tuple(list_petitions(desk, hearing_id)))


def counted_filter(scope: Scope, question: int) -> CommentFilter:
    """Give the filter of the comments that a scope counts; copies of form letters are all among them."""
    return CommentFilter(question=question, spoken=scope.spoken, counted=True)


def charts(tally: Tally, question: int, groups: Sequence[Group], theme_names: Mapping[int, str]) -> Charts | None:
    """Put labels and filters to the rows of a tally; None where the hearing has no question of that number."""
    counted = tally.question(question)
    rows = next((one for one in series(tally, theme_names) if one.question == question), None)
    if counted is None or rows is None:
        return None
    base = counted_filter(tally.scope, question)
    ids = {group.name: group.id for group in groups} | {NO_GROUP_NAME: NO_GROUP}
    without = f" · {tally.without_theme:,} without a theme" if tally.without_theme else ""
    return Charts(
        everything=base,
        stances=counted.stances,
        overall=rows.overall,
        groups=Chart(
            f"Position by stakeholder group, {_many(tally.counted, 'comment')}, {_what(tally)}",
            rows.groups,
            tuple(base.but(groups=(ids.get(row.label, NO_GROUP),)) for row in rows.groups),
        ),
        themes=Chart(
            f"Several themes a comment, {_what(tally)}{without}",
            rows.themes,
            tuple(base.but(themes=(theme,)) for theme in counted.by_theme),
        ),
        days=_times(tally, rows, base),
    )


def _what(tally: Tally) -> str:
    """Say in words what is counted, for the notes below the titles."""
    kind = {None: "written and spoken", True: "spoken", False: "written"}[tally.scope.spoken]
    return kind + _copies(tally)


def _copies(tally: Tally) -> str:
    """Say how often a form letter is counted, where there is one."""
    if tally.scope.once_each:
        return ", each form letter once"
    return ", every copy" if tally.campaigns else ""


def _times(tally: Tally, rows: Series, base: CommentFilter) -> Chart:
    verb = "is" if tally.undated == 1 else "are"
    undated = f" · {tally.undated:,} undated {verb} not shown" if tally.undated else ""
    note = f"Written comments per {rows.unit}{_copies(tally)}{undated}"
    return Chart(
        note,
        tuple(replace(row, label=_label(rows.unit, span[0])) for row, span in zip(rows.times, rows.spans, strict=True)),
        tuple(
            base.but(spoken=False, first_day=first.isoformat(), last_day=last.isoformat()) for first, last in rows.spans
        ),
    )


def _label(unit: str, day: date) -> str:
    return f"{day:%b %Y}" if unit == "month" else f"{day:%b} {day.day}"
