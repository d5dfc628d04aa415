import itertools
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from frhearing.analysis.figures import MOST_COLUMNS, series, spans
from frhearing.model.comment import Channel
from frhearing.model.position import Stance
from frhearing.model.question import Question
from frhearing.model.tally import Counted, tally

ONE = Question(1, 1, "Keep the pause?", "keep", "lift")
days = st.dates(date(2020, 1, 1), date(2030, 1, 1))


def counted(number, day=None, stance=None, group="Resident", themes=(), channel=Channel.EMAIL):
    return Counted(number, channel, group, {1: stance} if stance else {}, themes, day=day)


@given(days, days)
def test_spans_cover_every_day_once_and_are_few_enough(one, other):
    first, last = sorted((one, other))
    unit, cut = spans(first, last)
    assert cut[0][0] <= first
    assert cut[-1][1] >= last
    for (_, end), (start, _) in itertools.pairwise(cut):
        assert (start - end).days == 1
    assert len(cut) <= MOST_COLUMNS or unit == "month"


def test_rows_hold_the_counts_of_the_tally():
    some = [
        counted(1, "2026-02-10", Stance.SUPPORT, themes=(1, 2)),
        counted(2, "2026-02-12", Stance.OPPOSE, "Police union", themes=(1,)),
        counted(3, "2026-02-12"),
        counted(4, None, Stance.SUPPORT, channel=Channel.IN_PERSON),
    ]
    (rows,) = series(tally(some, [ONE]), {1: "Privacy"})
    assert rows.overall.total == 4
    assert {row.label: row.total for row in rows.groups} == {"Resident": 3, "Police union": 1}
    assert {row.label: row.total for row in rows.themes} == {"Privacy": 2, "2": 1}
    assert [(row.label, row.total) for row in rows.times] == [("2026-02-10", 1), ("2026-02-11", 0), ("2026-02-12", 2)]
    assert rows.groups[0].counts["not_tagged"] == 1


def test_a_long_time_becomes_weeks_without_losing_a_comment():
    some = [counted(n, date.fromordinal(738000 + n).isoformat(), Stance.SUPPORT) for n in range(1, 200)]
    (rows,) = series(tally(some, [ONE]), {})
    assert rows.unit == "week"
    assert sum(row.total for row in rows.times) == 199
