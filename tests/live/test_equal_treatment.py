"""The page of equal treatment beside figures worked out by hand, and its guard for small numbers."""

from collections.abc import Callable

import pypdfium2
import pytest
from hall import Hall

from frhearing.desk import summaries
from frhearing.desk.live import showing
from frhearing.model.live.states import EndReason
from frhearing.model.live.treatment import Treatment

Make = Callable[..., Hall]


@pytest.fixture
def evening(hall: Make) -> Hall:
    """Five in favor and in person, two against and remotely; the limit is 3:00, the chair gives and cuts."""
    room = hall(opened=False)
    room.sign(1, 2, 3, 4, 5, stance="support")
    room.wait(600)
    room.do("open")
    room.sign(6, 7, stance="oppose", mode="remote")
    for slip, used in ((1, 60), (2, 120), (3, 180), (4, 190), (5, 100)):
        room.speak(slip, used)
    room.do("call", slip=6)
    room.do("start", slip=6)
    room.do("grant", seconds=30, kind="extension")
    room.do("entry", kind="warning", text="Please finish.", after=200)
    room.do("end", after=20, reason="ended_by_chair")
    room.do("call", slip=7)
    room.do("grant", seconds=60, kind="reduction")
    room.do("start", slip=7)
    room.do("position", slip=7, question=1, stance="support")
    room.do("end", after=60)
    room.do("close")
    room.do("adjourn")
    return room


def test_the_figures_are_those_worked_out_by_hand(evening: Hall) -> None:
    found = showing.equal_treatment(evening.live)
    # Waited since the call to order: 0, 60, 180, 360 and 550 s in favor; slip 7 waited 870 s and changed its side.
    assert found["stance"]["support"] == Treatment(6, 5 * 180 + 120, 650 + 60, 0, 0, 1, 0, 0, 1, 170, 118, 270)
    assert found["stance"]["oppose"] == Treatment(1, 210, 220, 1, 30, 0, 1, 1, 1, None, None, None)
    assert found["mode"]["in_person"] == Treatment(5, 900, 650, 0, 0, 0, 0, 0, 1, 180, 130, 180)
    assert found["mode"]["remote"] == Treatment(2, 330, 280, 1, 30, 1, 1, 1, 1, None, None, None)
    whole = found["all"]["all"]
    assert (whole.turns, whole.allotted, whole.used, whole.mean_allotted, whole.mean_used) == (7, 1230, 930, 176, 133)
    assert whole.median_waited == 360
    assert found["stance"].keys() == {"support", "oppose"}
    assert evening.turns[6]["end_reason"] == EndReason.ENDED_BY_CHAIR


def test_the_page_prints_them_and_no_average_of_too_few(evening: Hall) -> None:
    printed = summaries.make_summary(evening.desk, evening.hearing_id, summaries.PrintOptions())
    document = pypdfium2.PdfDocument(printed.pdf)
    first = printed.section_pages["treatment"]
    text = "\n".join(document[n].get_textpage().get_text_bounded() for n in (first - 1, min(first, len(document) - 1)))
    flat = " ".join(text.split())
    for line in (
        "Equal treatment",
        "Turns 7 6 1",
        "Time allotted, in all 20:30 17:00 3:30",
        "Time used, in all 15:30 11:50 3:40",
        "Time allotted, average of a turn 2:56 2:50 under 5",
        "Time used, average of a turn 2:13 1:58 under 5",
        "Wait from sign-in or call to order, median 6:00 4:30 under 5",
        "Turns that ran over 2 1 1",
        "Extensions by the chair 1 0 1",
        "Time they added 0:30 0:00 0:30",
        "Times the chair took time off 1 1 0",
        "Warnings by the chair 1 0 1",
        "Turns ended by the chair or the clock 1 0 1",
        "Turns 7 5 2",
    ):
        assert line in flat, line
