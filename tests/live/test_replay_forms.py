"""Forms of a script that say the same in other ways, and those that a hand writes by mistake."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from hall import Hall

Make = Callable[..., Hall]


def test_an_empty_list_of_names_is_a_list(hall: Make) -> None:
    room = hall()
    room.do("roll", present=["A", "B"], absent=[], excused=[], quorum=2)
    assert room.logged("A present", "B present", "A quorum is present")
    assert "names members" in room.refused("roll", present=[])
    assert "A slip needs a name" in room.refused("register", slip=1, names=[])
    room.sign(1)
    assert "A slip needs a name" in room.refused("correct_name", slip=1, names=[])


@pytest.mark.parametrize(
    ("told", "allotted"), [("Hmong", 360), ({"language": "Hmong"}, 360), (True, 360), (False, 180), (None, 180)]
)
def test_an_interpreter_is_told_by_language_or_by_yes(hall: Make, told: object, allotted: int) -> None:
    room = hall(default_seconds=180)
    room.do("register", slip=1, names=["Ana"], interpreter=told)
    room.speak(1)
    assert room.turns[1]["allotted"] == allotted


@pytest.mark.parametrize("slip", [0, -1, 1_000_000, 10**30])
def test_a_slip_has_a_number_that_can_be_printed(hall: Make, slip: int) -> None:
    room = hall()
    assert "numbered from 1 to 999,999" in room.refused("register", slip=slip, names=["Ana"])
    room.sign(999_999)
    assert room.counts["waiting"] == 1


def test_a_continued_hearing_reconvenes_on_its_day(hall: Make) -> None:
    room = hall()
    room.sign(1, 2)
    room.speak(1)
    room.do("continue_to", date="2026-02-12")
    room.clock.wall += timedelta(days=7)
    room.do("reconvene")
    assert room.logged("called to order again")
    room.speak(2)
    assert [turn["number"] for turn in room.turns.values()] == [1, 2]
    assert "not in recess" in room.refused("reconvene")


def test_a_grant_is_no_longer_than_a_day(hall: Make) -> None:
    room = hall(default_seconds=180)
    room.sign(1)
    room.do("call", slip=1)
    assert "no longer than a day" in room.refused("grant", seconds=86_401)
    room.do("grant", seconds=86_400)
    assert room.live.floor.turns[-1].allotted_seconds == 86_580


def test_a_note_is_stamped_when_typing_began_and_never_later_than_it_was_done(hall: Make) -> None:
    room = hall()
    room.wait(600)
    for since, stamped in (("18:05", "18:05:00"), ("2026-02-06T00:06:00Z", "18:06:00"), ("19:00", "18:10:00")):
        room.do("note", text=f"begun {since}", since=since)
        assert (f"begun {since}", stamped) in [(line["text"], line["at"][11:19]) for line in room.result["log"]]
    assert "is not a time" in room.refused("note", text="begun some day", since="some day")
