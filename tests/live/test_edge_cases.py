"""The 28 edge cases of 2-domain.md §2.3, one test each, in their order."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from hall import Hall

from frhearing.desk import hearings, testimony
from frhearing.desk.live import showing
from frhearing.desk.records import check
from frhearing.model.comment import CommentStatus
from frhearing.model.live.ordering import queue
from frhearing.model.position import Stance, StanceSource
from frhearing.store import live as stored

Make = Callable[..., Hall]


def order(hall: Hall) -> list[int | None]:
    return [slip.slip for slip in queue(hall.live.floor)]


def test_01_time_certain_item_in_the_middle_keeps_the_order(hall: Make) -> None:
    room = hall(default_seconds=300)
    room.sign(1, 2, 3, 4)
    room.speak(1)
    room.do("call", slip=2)
    room.do("start", slip=2)
    room.do("time_certain", after=30, item="Item 7, set for 7:00 p.m.")
    assert "paused for a time-certain item" in room.refused("resume")
    assert "time-certain" in room.refused("call", slip=3)
    room.do("resume_testimony", after=1800)
    room.do("resume")
    room.do("end", after=30)
    assert room.turns[2]["used"] == 60
    assert order(room) == [3, 4]


def test_02_recess_during_a_running_turn(hall: Make) -> None:
    room = hall()
    room.sign(1)
    room.do("call")
    room.do("start")
    room.do("recess", after=50, until="18:15")
    assert str(room.live.hearing.status) == "recessed"
    assert "in recess" in room.refused("resume")
    room.do("reconvene", after=600)
    assert showing.podium_view(room.live).state == "paused"
    room.do("resume")
    room.do("end", after=40)
    assert room.turns[1]["used"] == 90


@pytest.mark.parametrize("unreached", ["not_reached", "carried_over"])
def test_03_adjourned_with_twelve_waiting(hall: Make, unreached: str) -> None:
    room = hall(unreached=unreached)
    room.sign(*range(1, 14))
    room.speak(1)
    room.do("adjourn")
    assert (room.counts[unreached], room.counts["heard"], room.counts["waiting"]) == (12, 1, 0)
    assert room.logged("12 " + unreached.replace("_", " "), "slip 13")


def test_04_donor_leaves_before_the_recipient_is_called(hall: Make) -> None:
    room = hall()
    room.sign(1, 2)
    room.do("cede", from_=1, to=2)
    room.do("withdraw", slip=1)
    assert room.logged("The time ceded by slip 1", "to slip 2", "falls")
    room.speak(2)
    assert (room.turns[2]["allotted"], room.turns[2]["explanation"]) == (180, "3:00 base")


def test_04_donor_must_be_present_when_the_recipient_is_called(hall: Make) -> None:
    room = hall(ceding={"donor_present_when_called": True})
    room.sign(1, 2)
    assert "not checked in" in room.refused("cede", from_=1, to=2)
    room.do("check_in", slip=1)
    room.do("cede", from_=1, to=2)
    room.speak(2)
    assert room.turns[2]["explanation"] == "3:00 base + 3:00 ceded by slip 1"


def test_05_reclaim_wrong_call_mutual_and_chain(hall: Make) -> None:
    room = hall()
    room.sign(1, 2, 3)
    room.do("cede", from_=1, to=2)
    assert "ceded the time" in room.refused("call", slip=1)
    assert "cannot cede to each other" in room.refused("cede", from_=2, to=1)
    assert "not handed on" in room.refused("cede", from_=2, to=3)
    assert "not handed on" in room.refused("cede", from_=3, to=1)
    room.do("reclaim", from_=1)
    assert order(room) == [1, 2, 3]
    room.do("cede", from_=1, to=2)
    room.do("call", slip=2)
    room.do("start")
    assert "reclaim_until_start" in room.refused("reclaim", from_=1)
    assert room.turns[2]["allotted"] == 360


def test_06_unused_time_goes_back_to_nobody(hall: Make) -> None:
    room = hall(ceding={"max_total_seconds": 540})
    room.sign(1, 2, 3)
    room.do("cede", from_=1, to=3)
    room.do("cede", from_=2, to=3)
    room.speak(3, 60, reason="yielded_rest")
    assert (room.turns[3]["allotted"], room.turns[3]["used"]) == (540, 60)
    assert room.counts["ceded"] == 2
    assert "reclaim_until_start" in room.refused("reclaim", from_=1)


def test_07_limit_cut_in_the_middle_of_the_list(hall: Make) -> None:
    room = hall()
    room.sign(1, 2, 3)
    room.speak(1, 170)
    room.do("call", slip=2)
    room.do("start", slip=2)
    room.do("change_rule", rule="default_seconds", value=120, by="the chair")
    room.do("end", after=150)
    room.speak(3)
    assert [room.turns[n]["allotted"] for n in (1, 2, 3)] == [180, 180, 120]
    assert room.logged("default_seconds changed from 180 to 120 by the chair")


def test_08_interpreter_joins_after_the_turn_started(hall: Make) -> None:
    room = hall()
    room.sign(1)
    room.do("call")
    room.do("start")
    room.do("interpreter", after=20, language="Hmong")
    assert "already" in room.refused("interpreter", language="Hmong")
    room.do("end", after=200)
    assert room.turns[1]["explanation"] == "3:00 base + 3:00 interpreter"


def test_09_remote_speaker_drops_and_returns(hall: Make) -> None:
    room = hall()
    room.sign(1, mode="remote")
    room.speak(1, 60, reason="disconnected")
    room.do("reopen_turn", slip=1, reason="back on the line")
    room.do("grant", seconds=30, kind="technical_credit", by="chair")
    room.do("resume")
    room.do("end", after=100)
    assert (room.turns[1]["used"], room.turns[1]["allotted"]) == (160, 210)
    assert len(room.turns) == room.counts["heard"] == 1


def test_10_slip_says_for_podium_says_against(hall: Make) -> None:
    room = hall()
    room.sign(1, stance="support")
    room.do("call")
    room.do("start")
    room.do("position", slip=1, stance="oppose")
    comment = testimony.comment_by_number(room.desk, room.hearing_id, 1)
    assert comment.stances[1] is Stance.OPPOSE
    assert [p.source for p in comment.positions] == [StanceSource.SLIP, StanceSource.PODIUM]
    assert room.logged("the slip said support")


def test_11_slip_for_one_item_speaks_on_another(hall: Make) -> None:
    room = hall(per_person_cap={"per_item": 1})
    room.do("register", slip=1, names=["Ana"], item="3")
    room.do("call")
    room.do("start", item="5")
    room.do("end", after=10)
    assert room.live.floor.turns[0].item == "5"
    assert room.logged("on item 5")


def test_12_one_slip_two_names(hall: Make) -> None:
    room = hall()
    room.do("register", slip=1, names=["Bo Lee", "Cy Lee"])
    room.speak(1)
    assert room.turns[1]["name"] == "Bo Lee and Cy Lee"
    assert room.counts["received"] == room.counts["heard"] == 1


def test_13_statement_read_by_another_person(hall: Make) -> None:
    room = hall()
    room.do("register", slip=1, names=["Ana Ruiz"], read_by="Di Roe", wish="read_by_proxy")
    room.speak(1)
    assert testimony.comment_by_number(room.desk, room.hearing_id, 1).name == "Ana Ruiz"
    assert room.logged("Ana Ruiz", "read by Di Roe")


def test_14_same_person_three_times_and_two_of_one_name(hall: Make) -> None:
    room = hall(per_person_cap={"per_meeting": 1})
    for slip in (1, 2, 3):
        room.do("register", slip=slip, names=["Ana Ruiz"])
    assert room.counts["waiting"] == 3, "noticed, never merged by themselves"
    room.do("set_aside", slip=3, status="duplicate", same_as=1)
    assert room.counts["duplicate"] == 1
    room.do("register", slip=4, names=["Ana Ruiz"], other_person=True)
    room.speak(1)
    assert "per_person_cap" in room.refused("call", slip=2)
    room.speak(4)
    assert room.counts["heard"] == 2


def test_15_anonymous_speaker(hall: Make) -> None:
    room = hall()
    assert "needs a name" in room.refused("register", slip=17, names=[""])
    room.do("register", slip=17, names=["Speaker 17"])
    room.speak(17)
    assert room.turns[17]["name"] == "Speaker 17"


def test_16_official_answers_in_the_middle_of_the_list(hall: Make) -> None:
    room = hall()
    room.sign(1, 2)
    room.do("register", names=["A department head"], speaker_class="invited")
    room.speak(1)
    before = room.counts
    room.do("entry", kind="answer", by="A department head", text="The department has no date yet.")
    assert room.counts == before
    assert room.counts["received"] == 2, "who is called on is no slip of the public"
    assert room.logged("no date yet")


def test_17_employee_in_two_capacities(hall: Make) -> None:
    room = hall()
    room.do("register", slip=1, names=["Ed Fox"], capacity="self")
    room.do("register", slip=2, names=["Ed Fox"], capacity="union officer", organization="The union")
    room.speak(1)
    room.speak(2)
    found = [testimony.comment_by_number(room.desk, room.hearing_id, n) for n in (1, 2)]
    assert [(c.capacity, c.organization) for c in found] == [("self", ""), ("union officer", "The union")]


def test_18_declines_when_called_but_position_counts(hall: Make) -> None:
    room = hall()
    room.sign(1, 2, stance="oppose")
    room.do("call", slip=1)
    room.do("decline", slip=1)
    room.do("call", slip=2)
    room.do("decline", slip=2, count_position=False)
    assert room.counts["declined"] == 2
    assert testimony.comment_by_number(room.desk, room.hearing_id, 1).stances[1] is Stance.OPPOSE
    assert (room.slip(1).comment_id is None, room.slip(2).comment_id is None) == (False, True)


def test_19_ruled_out_of_order_appeals_time_restored(hall: Make) -> None:
    room = hall()
    room.sign(1)
    room.do("call")
    room.do("start")
    room.wait(40)
    room.do("entry", kind="ruled_out_of_order", by="chair", text="Ruled out of order.")
    room.do("end", reason="ended_by_chair")
    room.do("motion", text="appeal the ruling", mover="Member A", second="Member B")
    room.do("vote", text="the appeal", ayes=["Member A", "Member B"], noes=["Chair"])
    room.do("reopen_turn", slip=1, reason="the body overruled the chair")
    room.do("resume")
    room.do("end", after=80)
    assert (room.turns[1]["used"], room.turns[1]["end_reason"]) == (120, "finished")
    assert room.logged("2 ayes, 1 no; carried")


def test_20_group_stands_up_together(hall: Make) -> None:
    room = hall()
    room.sign(1, 2, panel="Westside")
    room.do("call", slip=1)
    room.do("start", slip=1, together=[2])
    room.do("entry", kind="head_count", by="clerk", text="41 people stood with the speakers.")
    room.do("end", after=60)
    assert (room.counts["heard"], room.counts["received"]) == (2, 2)
    assert room.logged("41 people")


def test_21_exhibits(hall: Make) -> None:
    room = hall()
    room.sign(1)
    room.do("call")
    room.do("start")
    room.do("exhibit", description="a petition handed up without a number")
    room.do("exhibit", description="a photograph shown on a phone")
    room.do("exhibit", mark="1", status="received")
    room.do("exhibit", mark="2", status="withdrawn")
    rows = stored.exhibits(room.desk.store, room.hearing_id)
    assert [(r["mark"], r["status"]) for r in rows] == [("1", "received"), ("2", "withdrawn")]
    assert room.logged("Exhibit 2 withdrawn", "phone")


def test_22_card_in_time_by_the_wall_and_late_by_the_laptop(hall: Make) -> None:
    late = hall(register_until="20:00", late_card="refuse")
    late.wait(2 * 3600 + 180, every=600)
    assert "register_until" in late.do("register", slip=1, names=["Ana"])
    assert late.counts["refused"] == 1
    checked = hall(register_until="20:00", late_card="refuse")
    checked.do("clock_check", after=60, reference="17:56:00", by="clerk")
    assert checked.live.floor.offset_seconds == 300
    checked.wait(2 * 3600 + 120, every=600)
    checked.do("register", slip=1, names=["Ana"])
    assert checked.counts["waiting"] == 1
    checked.wait(600)
    checked.do("register", slip=2, names=["Bo"], handed_in_at="19:58")
    assert checked.counts["waiting"] == 2, "the time on the card is the hall clock's"


def test_23_midnight_and_the_hour_that_comes_twice(hall: Make) -> None:
    room = hall(opened=False, wall=datetime(2026, 11, 1, 6, 20, tzinfo=UTC))
    room.do("open")
    room.sign(1)
    room.do("call")
    room.do("start")
    room.do("end", after=2400)
    times = [line["at"] for line in showing.result(room.live)["log"]]
    assert times[-1] == "2026-11-01T01:00:00-06:00"
    assert times[0] == "2026-11-01T01:20:00-05:00", "the order of events is by number, never by the clock's face"
    assert room.turns[1]["used"] == 2400


@pytest.mark.parametrize(("count", "used"), [(True, 345), (False, 105)])
def test_24_power_loss_with_a_running_clock(hall: Make, count: bool, used: int) -> None:
    room = hall()
    room.sign(1, 2)
    room.do("call")
    room.do("start")
    room.wait(65)
    room.crash(240)
    view = showing.podium_view(room.live)
    assert (view.state, view.elapsed_ms, view.gap_seconds) == ("paused", 65_000, 240)
    assert view.slip is not None
    assert view.slip.slip == 1
    room.do("count_gap", count=count)
    room.do("resume")
    room.do("end", after=40)
    assert room.turns[1]["used"] == used
    assert check(room.desk).ok


def test_25_testimony_withdrawn_afterwards(hall: Make) -> None:
    room = hall()
    room.sign(1)
    room.speak(1)
    room.do("withdraw", slip=1, reason="asked by letter")
    comment = testimony.comment_by_number(room.desk, room.hearing_id, 1)
    assert (comment.status, comment.tallied) == (CommentStatus.WITHDRAWN, False)
    assert room.counts["heard"] == 1, "the spoken words stay in the log"
    assert room.logged("withdrawn at the speaker's request")


def test_26_no_one_came(hall: Make) -> None:
    room = hall()
    room.do("close")
    assert "There were no comments by the public." in room.log
    somebody = hall()
    somebody.do("register", slip=1, names=["Ana"], wish="register_only", stance="support")
    somebody.do("close")
    assert "There were no comments by the public." not in somebody.log


def test_27_access_level_on_the_part(hall: Make) -> None:
    room = hall()
    room.do("register", slip=1, names=["A pupil"], access="minor")
    room.speak(1)
    assert testimony.comment_by_number(room.desk, room.hearing_id, 1).status is CommentStatus.RESTRICTED
    room.do("note", text="names a doctor", access="medical")
    levels = [r["access"] for r in stored.events(room.desk.store, room.hearing_id)]
    assert levels[-1] == "medical"
    printed = hearings.list_events(room.desk, room.hearing_id)[-1]
    assert printed.text == "[medical]", "what is printed names the level and not the words"
    room.sign(2)
    room.speak(2)
    assert "basis" in room.refused("restrict", slip=2, access="threat")
    room.do("restrict", slip=2, access="threat", basis="under review by the attorney")
    assert testimony.comment_by_number(room.desk, room.hearing_id, 2).status is CommentStatus.RESTRICTED


def test_28_continued_to_a_second_date_numbering_goes_on(hall: Make) -> None:
    room = hall()
    room.sign(1, 2, 3)
    room.speak(1)
    room.do("close")
    room.do("continue_to", date="2026-02-12")
    room.do("adjourn")
    assert room.counts["carried_over"] == 2
    assert str(room.live.hearing.status) == "continued"
    room.clock.pass_(7 * 86400)
    room.do("open")
    room.do("register", names=["Person 4"])
    assert order(room) == [2, 3, 4]
    room.speak(2)
    assert room.turns[2]["number"] == 2
    assert [d[0] for d in room.desk.store.rows("SELECT day FROM session ORDER BY id")] == ["2026-02-05", "2026-02-12"]
