"""Dates: the common forms are read, the doubtful kept as written."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from frhearing.intake.dates import DateFault, DateReader, When

DAY = datetime(2026, 2, 3)
CENTRAL = timezone(timedelta(hours=-6))


@pytest.mark.parametrize(
    ("written", "moment"),
    [
        ("2026-02-03", DAY),
        ("2/3/2026", DAY),
        ("02/03/26", DAY),
        ("2-3-2026", DAY),
        ("February 3, 2026", DAY),
        ("Feb. 3rd, 2026", DAY),
        ("Tuesday, February 3, 2026", DAY),
        ("3 Feb 2026", DAY),
        ("3-Feb-2026", DAY),
        ("3 de febrero de 2026", DAY),
        ("2026/02/03 16:12", DAY.replace(hour=16, minute=12)),
        ("2/3/2026 4:12 PM", DAY.replace(hour=16, minute=12)),
        ("2/3/2026 12:05:09 am", DAY.replace(minute=5, second=9)),
        ("February 3, 2026 at 4:12 p.m.", DAY.replace(hour=16, minute=12)),
        ("2026-02-03T16:12:05Z", datetime(2026, 2, 3, 16, 12, 5, tzinfo=UTC)),
        ("2026-02-03T16:12:05.123+00:00", datetime(2026, 2, 3, 16, 12, 5, tzinfo=UTC)),
        ("2026-02-03 16:12:05 -0600", datetime(2026, 2, 3, 16, 12, 5, tzinfo=CENTRAL)),
        ("Tue, 3 Feb 2026 16:12:05 -0600", datetime(2026, 2, 3, 16, 12, 5, tzinfo=CENTRAL)),
    ],
)
def test_common_forms_are_read(written: str, moment: datetime) -> None:
    found = DateReader([written]).read(written)
    assert isinstance(found, When)
    assert found.moment == moment
    assert found.whole_day == (moment == DAY)


@pytest.mark.parametrize(
    ("written", "fault"),
    [
        ("", DateFault.MISSING),
        ("5 months ago", DateFault.RELATIVE),
        ("yesterday", DateFault.RELATIVE),
        ("hace 3 días", DateFault.RELATIVE),
        ("2/30/2026", DateFault.IMPOSSIBLE),
        ("2026-13-01", DateFault.IMPOSSIBLE),
        ("2/3/2026 25:00", DateFault.IMPOSSIBLE),
        ("2/3/2026 13:00 PM", DateFault.IMPOSSIBLE),
        ("February 30", DateFault.IMPOSSIBLE),
        ("next week, I think", DateFault.UNREADABLE),
        ("46056", DateFault.UNREADABLE),
        ("Smarch 3, 2026", DateFault.UNREADABLE),
    ],
)
def test_doubtful_ones_are_not_turned_into_a_day(written: str, fault: DateFault) -> None:
    assert DateReader([written]).read(written) is fault


def test_day_and_month_are_told_by_the_whole_column() -> None:
    day_first = DateReader(["3/2/2026", "25/2/2026"])
    assert day_first.day_first
    assert not day_first.ambiguous
    assert isinstance(found := day_first.read("3/2/2026"), When)
    assert found.moment == DAY
    assert DateReader(["2/3/2026"]).ambiguous
    assert not DateReader(["2/3/2026", "2/25/2026"]).ambiguous
    assert isinstance(found := DateReader(["03.02.2026"]).read("03.02.2026"), When)
    assert found.moment == DAY


def test_the_clerk_settles_an_ambiguous_column() -> None:
    found = DateReader(["3/2/2026"], day_first=True).read("3/2/2026")
    assert isinstance(found, When)
    assert found.moment == DAY


def test_a_column_that_mixes_both_orders_keeps_the_usual_one_and_marks_the_rest() -> None:
    mixed = DateReader(["2/25/2026", "25/2/2026"])
    assert isinstance(mixed.read("2/25/2026"), When)
    assert mixed.read("25/2/2026") is DateFault.IMPOSSIBLE
