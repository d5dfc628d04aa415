"""The place in a recording beside every line of the log; people who stand up together on one clock."""

from collections.abc import Callable

import pypdfium2
import pytest
from hall import Hall

from frhearing.desk import hearings, summaries
from frhearing.desk.live import showing
from frhearing.model.live.recording import Recording, position, recordings_told

Make = Callable[..., Hall]


def test_the_log_tells_the_place_in_the_recording(hall: Make) -> None:
    room = hall()
    room.do("recording", after=1, name="File 7")
    room.sign(1)
    room.do("call", after=60, slip=1)
    room.do("start", after=5, slip=1)
    room.do("note", after=10, text="a point")
    room.do("end", after=3600)
    room.do("recording", after=5, state="stopped")
    room.do("note", after=5, text="off the record")
    lines = {line.kind: line.recorded for _id, line in showing.log_lines(room.live)}
    assert lines["call_to_order"] == ""
    assert lines["turn_start"] == "0:01:05"
    assert lines["turn_end"] == "1:01:15"
    events = hearings.list_events(room.desk, room.hearing_id)
    assert [event.recorded for event in events if event.kind == "clerk_note"] == ["0:01:15", ""]
    assert showing.result(room.live)["log"][-1]["recorded"] == ""


def test_the_clerk_says_later_when_it_began(hall: Make) -> None:
    room = hall()
    room.do("note", after=90, text="first words")
    room.do("recording", after=600, at_time="6:00:30 PM")
    note = next(line for _id, line in showing.log_lines(room.live) if line.kind == "clerk_note")
    assert note.recorded == "0:01:00"
    assert "not come yet" in room.refused("recording", at_time="11:00 PM")
    assert "started or stopped" in room.refused("recording", state="lost")


def test_nothing_is_stopped_that_does_not_run(hall: Make) -> None:
    room = hall()
    assert "no recording is running" in room.refused("recording", state="stopped").lower()


def test_a_second_file_goes_on_from_nothing_and_is_named() -> None:
    told = [
        ("recording_started", '{"at": "2026-02-06T00:00:00Z", "name": "A"}'),
        ("turn_start", "{}"),
        ("recording_started", '{"at": "2026-02-06T01:00:00Z"}'),
        ("recording_stopped", '{"at": "2026-02-06T02:00:00Z"}'),
    ]
    ran = recordings_told(told)
    assert ran[0] == Recording("A", "2026-02-06T00:00:00Z", "2026-02-06T01:00:00Z")
    wanted = {"00:10:00": "A 0:10:00", "01:10:00": "2 0:10:00", "02:10:00": "", "23:00:00": ""}
    for clock, said in wanted.items():
        day = "2026-02-05" if clock == "23:00:00" else "2026-02-06"
        assert position(ran, f"{day}T{clock}.000Z") == said


def test_an_undone_recording_tells_no_place(hall: Make) -> None:
    room = hall()
    room.do("recording")
    room.do("undo")
    assert not any(line.recorded for _id, line in showing.log_lines(room.live))


def test_a_panel_starts_together_and_each_is_a_voice(hall: Make) -> None:
    room = hall()
    room.sign(1, 2, 3)
    assert "nobody has been called" in room.refused("start_together", slips=[2]).lower()
    room.do("call", slip=1)
    assert "name the slips" in room.refused("start_together", slips=[1]).lower()
    assert "no slip 9" in room.refused("start_together", slips=[9])
    room.do("start_together", slips=[2, 3], name="Block Club")
    assert room.logged("Panel Block Club", "slip 1", "slip 3")
    view = showing.podium_view(room.live)
    assert [s.slip for s in view.beside] == [2, 3]
    assert showing.hall_view(room.live, view).speaker == "Person 1 · Person 2 · Person 3"
    assert room.counts["speaking"] == 3
    room.do("end", after=60)
    assert room.counts["heard"] == 3
    assert [room.slip(n).number for n in (1, 2, 3)] == [1, 2, 3]


def test_a_panel_that_may_not_start_is_not_formed(hall: Make) -> None:
    room = hall(oath_required=True)
    room.sign(1, 2)
    room.do("call", slip=1)
    assert "oath_required" in room.refused("start_together", slips=[2])


@pytest.mark.parametrize(("slips", "name"), [([1], "Alone"), ([1, 2], " "), ([1, 1], "Twice the same")])
def test_what_is_no_panel(hall: Make, slips: list[int], name: str) -> None:
    room = hall()
    room.sign(1, 2)
    assert "a panel has a name" in room.refused("panel", slips=slips, name=name).lower()


def test_the_place_in_the_recording_is_printed(hall: Make) -> None:
    room = hall()
    room.do("recording", after=1)
    room.sign(1)
    room.speak(1, 90)
    room.do("close")
    room.do("adjourn")
    printed = summaries.make_summary(room.desk, room.hearing_id, summaries.PrintOptions())
    text = " ".join(page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(printed.pdf))
    assert "Recording" in text
    assert "0:01:30" in text
