"""The charts of a hearing: days become weeks and months, and each row knows the comments behind it."""

from datetime import date, timedelta
from itertools import pairwise

import pytest

from frhearing.desk.charts import charts
from frhearing.model.comment import Channel
from frhearing.model.position import Stance
from frhearing.model.question import Question
from frhearing.model.tally import Counted, Scope, tally
from frhearing.model.theme import Group

ASKED = Question(7, 1, "Keep the pause?", "Keep it.", "Lift it.")
FIRST = date(2025, 12, 30)


def received(days):
    return [
        Counted(
            number,
            Channel.EMAIL,
            "Resident" if number % 2 else "",
            {1: Stance.SUPPORT} if number % 3 else {},
            day=(FIRST + timedelta(days=day)).isoformat(),
        )
        for number, day in enumerate(days, 1)
    ]


def made(days, scope=Scope()):
    return charts(tally(received(days), (ASKED,), scope), 1, (Group(4, "Resident", "", 1),), {})


def test_days_without_a_comment_stand_between_the_others():
    chart = made([0, 0, 3]).days
    assert [(row.label, row.total) for row in chart.rows] == [
        ("Dec 30", 2), ("Dec 31", 0), ("Jan 1", 0), ("Jan 2", 1),
    ]  # fmt: skip
    assert (chart.filters[3].first_day, chart.filters[3].last_day) == ("2026-01-02", "2026-01-02")


@pytest.mark.parametrize(
    ("last", "unit", "most"), [(61, "day", 62), (62, "week", 62), (430, "week", 62), (500, "month", 18)]
)
def test_a_long_time_becomes_weeks_and_months_that_join_without_gap(last, unit, most):
    chart = made([0, last // 2, last]).days
    assert f"per {unit}" in chart.note
    assert len(chart.rows) <= most
    assert sum(row.total for row in chart.rows) == 3
    spans = [(date.fromisoformat(f.first_day), date.fromisoformat(f.last_day)) for f in chart.filters]
    assert spans[0][0] <= FIRST
    assert spans[-1][1] >= FIRST + timedelta(days=last)
    for (_, end), (start, _) in pairwise(spans):
        assert start == end + timedelta(days=1)


def test_a_row_and_a_stance_of_it_are_filters_on_what_is_counted():
    shown = made([0, 1, 2], Scope(spoken=False))
    labels = [row.label for row in shown.groups.rows]
    whole = shown.groups.behind(labels.index("Resident"))
    assert (whole.groups, whole.spoken, whole.stances) == ((4,), False, ())
    assert (whole.counted, whole.statuses) == (True, ())
    assert shown.groups.behind(labels.index("No group"), "support").stances == ("support",)
    assert shown.groups.behind(labels.index("No group")).groups == (0,)


def test_without_that_question_there_are_no_charts():
    assert charts(tally([], ()), 1, (), {}) is None
