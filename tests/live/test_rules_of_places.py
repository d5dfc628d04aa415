"""Rules as data: every rule of the set changes what the podium does, and each refusal names its rule."""

import json
from collections.abc import Callable

import pytest
from hall import Hall

from frhearing.desk.live import showing
from frhearing.model.errors import Refused
from frhearing.model.live.ordering import queue
from frhearing.model.live.presets import PRESETS, preset
from frhearing.model.rules import ALL_ORDERS, CHOICES, RuleSet, as_data, with_rule

Make = Callable[..., Hall]


def order(room: Hall) -> list[int | None]:
    return [slip.slip for slip in queue(room.live.floor)]


def view(room: Hall) -> tuple[int, str]:
    shown = showing.podium_view(room.live)
    return shown.allotted, shown.explanation


@pytest.mark.parametrize("one", PRESETS, ids=lambda p: p.code)
def test_a_preset_says_where_it_comes_from_and_survives_the_store(one: object) -> None:
    code = one.code
    rules = preset(code)
    assert RuleSet.from_json(rules.to_json()) == rules
    assert rules.preset == code
    assert one.place
    assert one.source
    assert rules != RuleSet(preset=code) or code in ("madison", "cleveland")


def test_rules_of_an_older_and_a_newer_version_can_be_read() -> None:
    old = RuleSet.from_json('{"default_seconds": 120, "warn_at_seconds": [60, 30]}')
    assert (old.default_seconds, old.warn_at_seconds, old.ceding.allowed) == (120, (60, 30), True)
    newer = json.dumps({**as_data(RuleSet()), "a_rule_of_tomorrow": 1})
    assert RuleSet.from_json(newer) == RuleSet()


@pytest.mark.parametrize(
    ("rule", "value"),
    [
        ("default_seconds", "long"),
        ("default_seconds", -5),
        ("default_seconds", True),
        ("interpreter_factor", 0.5),
        ("interpreter_factor", 1e308),
        ("default_seconds", 10**40),
        ("total_seconds_cap", 10**40),
        ("budgets", {"Union": 10**40}),
        ("order", "by_height"),
        ("warn_at_seconds", ["soon"]),
        ("seconds_by_class", {"expert": "much"}),
        ("seconds_by_class", {"king": 60}),
        ("register_until", "25:00"),
        ("register_from", "soon"),
        ("reduce_when", [{"registered": 10}]),
        ("reduce_when", 10),
        ("ceding", True),
        ("ceding.allowed", "yes"),
        ("ceding.colour", 1),
        ("read_aloud.mode", "loud"),
        ("no_such_rule", 1),
        ("default_seconds.part", 1),
        ("oath_required", None),
        ("max_speakers", "ten"),
    ],
)
def test_what_is_no_rule_is_refused_in_words(rule: str, value: object) -> None:
    with pytest.raises(Refused, match=r"rule.*Nothing was changed"):
        with_rule(RuleSet(), rule, value)


def test_every_rule_takes_its_own_default() -> None:
    rules = RuleSet()
    for one in RuleSet._fields:
        value = json.loads(rules.to_json())[one]
        assert with_rule(rules, one, value) == rules
    assert set(CHOICES["order"]) == set(ALL_ORDERS)


def test_shorter_when_many_sign_up_and_earlier_turns_unchanged(hall: Make) -> None:
    room = hall(reduce_when=[{"registered": 4, "seconds": 120}])
    room.sign(1, 2, 3)
    room.speak(1)
    room.sign(4)
    room.speak(2)
    assert [room.turns[n]["allotted"] for n in (1, 2)] == [180, 120]
    room.do("withdraw", slip=4)
    room.speak(3)
    assert room.turns[3]["allotted"] == 180


def test_only_the_body_may_shorten_where_the_rule_says_so(hall: Make) -> None:
    room = hall(reduce_by="body_vote")
    assert "rule reduce_by" in room.refused("change_rule", rule="default_seconds", value=60, by="chair")
    room.do("change_rule", rule="default_seconds", value=60, by="vote of the body")


def test_seconds_by_class_and_a_representative_with_members(hall: Make) -> None:
    room = hall(seconds_by_class={"group_representative": 360}, group_min_members=2, members_may_not_speak=True)
    room.sign(1, 2)
    said = room.do("register", slip=3, names=["Rep"], speaker_class="group_representative", members=[1])
    assert "group_min_members" in said
    room.do("register", slip=4, names=["Rep"], speaker_class="group_representative", members=[1, 2])
    assert room.counts["ineligible"] == 1
    assert "members_may_not_speak" in room.refused("call", slip=1)
    room.do("call", slip=4)
    assert view(room) == (360, "6:00 base (group representative)")


def test_interpreter_factor_and_simultaneous_exemption(hall: Make) -> None:
    room = hall(interpreter_factor=1.5)
    room.sign(1, interpreter="Hmong")
    room.sign(2, interpreter="Hmong", simultaneous=True)
    room.do("call", slip=1)
    assert view(room) == (270, "3:00 base + 1:30 interpreter")
    room.do("no_show")
    room.do("call", slip=2)
    assert view(room) == (180, "3:00 base")


def test_the_whole_sum_explains_itself(hall: Make) -> None:
    room = hall()
    room.sign(14, 15)
    room.sign(1, interpreter="Hmong")
    room.do("cede", from_=14, to=1)
    room.do("call", slip=1)
    room.do("start")
    room.do("grant", seconds=60)
    room.do("grant", seconds=30, kind="chair_reduction")
    assert view(room) == (
        570,
        "3:00 base + 3:00 ceded by slip 14 + 3:00 interpreter + 1:00 extension by the chair "
        "− 0:30 taken off by the chair",
    )
    assert "use cede" in room.refused("grant", seconds=10, kind="ceded_from")
    assert "no seconds" in room.refused("grant", seconds=0)
    assert "only 9:30" in room.refused("grant", seconds=571, kind="chair_reduction")


def test_pooling_needs_its_donors(hall: Make) -> None:
    room = hall(ceding={"min_donors": 3, "max_total_seconds": 600})
    room.sign(1, 2, 3, 4, 5)
    room.do("cede", from_=1, to=4)
    room.do("cede", from_=2, to=4)
    room.do("call", slip=4)
    assert view(room) == (180, "3:00 base"), "two of three donors"
    assert room.logged("3 donors are needed, 2 stand")


def test_pooling_up_to_its_most(hall: Make) -> None:
    room = hall(ceding={"min_donors": 3, "max_total_seconds": 600, "max_donors": 3})
    room.sign(1, 2, 3, 4, 5)
    for donor in (1, 2, 3):
        room.do("cede", from_=donor, to=4)
    assert "max_donors" in room.refused("cede", from_=5, to=4)
    room.do("call", slip=4)
    assert view(room)[0] == 600
    room.do("uncall", slip=4)
    room.do("change_rule", rule="ceding.max_donors", value=None)
    assert "max_total_seconds" in room.refused("cede", from_=5, to=4)


def test_ceding_forbidden_and_reclaim_forbidden(hall: Make) -> None:
    room = hall(ceding={"allowed": False})
    room.sign(1, 2)
    assert "rule ceding.allowed" in room.refused("cede", from_=1, to=2)
    room.do("change_rule", rule="ceding.allowed", value=True)
    room.do("change_rule", rule="ceding.reclaim_until_start", value=False)
    room.do("cede", from_=1, to=2)
    assert "cannot be taken back" in room.refused("reclaim", from_=1)
    assert "themselves" in room.refused("cede", from_=2, to=2)


def test_donors_keep_their_registration(hall: Make) -> None:
    room = hall()
    room.sign(1, 2, stance="oppose")
    room.do("cede", from_=1, to=2)
    room.speak(2)
    room.do("close")
    assert (room.slip(1).number, room.counts["ceded"]) == (2, 1)
    bare = hall(ceding={"donor_keeps_registration": False})
    bare.sign(1, 2, stance="oppose")
    bare.do("cede", from_=1, to=2)
    bare.do("close")
    assert bare.slip(1).comment_id is None


def test_first_ten_only(hall: Make) -> None:
    room = hall(max_speakers=2)
    room.sign(1, 2)
    assert "max_speakers" in room.do("register", slip=3, names=["Late"])
    room.do("register", slip=4, names=["Only noting"], wish="register_only")
    assert (room.counts["refused"], room.counts["registered_only"]) == (1, 1)


def test_ten_minutes_shared(hall: Make) -> None:
    room = hall(total_seconds_cap=600, cap_shared=True, max_speakers=5)
    room.sign(1, 2, 3)
    room.do("call", slip=1)
    assert view(room) == (200, "3:20 share")


def test_the_total_and_what_is_left_of_it(hall: Make) -> None:
    room = hall(total_seconds_cap=200)
    room.sign(1, 2, 3)
    room.speak(1, 120)
    room.speak(2, 80)
    assert room.turns[2]["explanation"] == "1:20 left of the total"
    assert "total_seconds_cap" in room.refused("call", slip=3)


def test_equal_halves_and_unused_time_moves(hall: Make) -> None:
    room = hall(total_seconds_cap=240, side_balance="in_person_remote")
    room.sign(1, 2, mode="remote")
    room.sign(3)
    room.speak(1, 120)
    assert "total_seconds_cap" in room.refused("call", slip=2)
    room.speak(3, 60)
    room.do("call", slip=2)
    assert view(room)[0] == 60, "nobody waits on the other side, so the rest moved here"


def test_caps_of_one_person(hall: Make) -> None:
    room = hall(per_person_cap={"per_item": 1, "seconds": 200})
    for slip, item in ((1, "3"), (2, "3"), (3, "4"), (4, "5")):
        room.do("register", slip=slip, names=["Ana"], item=item)
    room.speak(1, 150)
    assert "per_item" in room.refused("call", slip=2)
    room.speak(3, 50)
    assert room.turns[3]["allotted"] == 50
    assert "per_person_cap.seconds" in room.refused("call", slip=4)


def test_a_panel_shares_its_budget(hall: Make) -> None:
    room = hall(budgets={"Westside": 240})
    room.sign(1, 2, panel="Westside")
    room.sign(3)
    room.speak(1, 180)
    room.do("call", slip=2)
    assert view(room) == (60, "1:00 left of the time for Westside")
    assert "not of the same panel" in room.refused("start", slip=2, together=[3])


@pytest.mark.parametrize("shared", ["organization", "group"])
def test_those_of_one_name_share_its_budget_and_keep_their_own_clock(hall: Make, shared: str) -> None:
    room = hall(default_seconds=180, budgets={"Neighbors": 240})
    room.sign(1, 2, 3, **{shared: "Neighbors"})
    room.sign(4)
    room.speak(1, 200)
    assert (room.turns[1]["allotted"], room.turns[1]["explanation"]) == (180, "3:00 base")
    room.speak(2, 50)
    assert (room.turns[2]["allotted"], room.turns[2]["explanation"]) == (40, "0:40 left of the time for Neighbors")
    assert "rule budgets" in room.refused("call", slip=3)
    room.speak(4)
    assert room.turns[4]["allotted"] == 180


def test_check_in_oath_and_calling_ahead(hall: Make) -> None:
    room = hall(call_needs_check_in=True, oath_required=True, call_ahead=2)
    room.sign(1, 2, 3)
    assert "call_needs_check_in" in room.refused("call", slip=1)
    for slip in (1, 2, 3):
        room.do("check_in", slip=slip)
    room.do("call", slip=1)
    room.do("call", slip=2)
    assert "call_ahead" in room.refused("call", slip=3)
    assert "oath_required" in room.refused("start", slip=1)
    room.do("oath", slip=1, form="affirmation")
    room.do("start", slip=1)
    room.do("oath", slip=2)
    assert "one speaker at a time" in room.refused("start", slip=2)


def test_reading_aloud_has_its_caps(hall: Make) -> None:
    room = hall(read_aloud={"mode": "cap", "per_issue": 1, "per_meeting": 2})
    for slip, item in ((1, "a"), (2, "a"), (3, "b"), (4, "c")):
        room.do("register", slip=slip, names=[f"Writer {slip}"], item=item, wish="read_by_clerk")
    room.speak(1)
    assert "per_issue" in room.refused("call", slip=2)
    room.speak(3)
    assert "per_meeting" in room.refused("call", slip=4)
    room.do("change_rule", rule="read_aloud.mode", value="no")
    assert "rule read_aloud" in room.refused("call", slip=4)


def test_residents_only_and_registration_hours(hall: Make) -> None:
    room = hall(residency="residents_only", register_from="18:30")
    assert "register_from" in room.refused("register", slip=1, names=["Early"])
    room.wait(1900)
    assert "rule residency" in room.do("register", slip=1, names=["Out"], residency="non_resident")
    assert room.counts["ineligible"] == 1


@pytest.mark.parametrize(("late", "waiting", "refused"), [("refuse", 0, 1), ("chair", 0, 1), ("end_of_list", 1, 0)])
def test_late_cards(hall: Make, late: str, waiting: int, refused: int) -> None:
    room = hall(register_until="17:59:59", late_card=late)
    said = room.do("register", slip=1, names=["Late"])
    assert ("late_card" in said) == bool(refused)
    assert (room.counts["waiting"], room.counts["refused"]) == (waiting, refused)
    room.do("register", slip=2, names=["Let in"], leave="the chair")
    assert room.counts["waiting"] == waiting + 1
    if refused:
        room.do("restore", slip=1, by="the chair")
        assert order(room) == [2, 1]


@pytest.mark.parametrize(
    ("rule", "wanted"),
    [
        ("first_come", [1, 2, 3, 4, 5, 6]),
        ("chair", [1, 2, 3, 4, 5, 6]),
        ("alternate_by_position", [1, 3, 2, 5, 4, 6]),
        ("remote_first", [2, 5, 1, 3, 4, 6]),
        ("in_person_first", [1, 3, 4, 6, 2, 5]),
        ("residents_first", [4, 6, 1, 2, 3, 5]),
        ("early_leavers_first", [6, 1, 2, 3, 4, 5]),
        ("agenda_order", [6, 1, 2, 3, 4, 5]),
    ],
)
def test_orders_of_speaking(hall: Make, rule: str, wanted: list[int]) -> None:
    room = hall(order=rule)
    room.sign(1, stance="support", item="10")
    room.sign(2, stance="support", mode="remote", item="10")
    room.sign(3, stance="oppose", item="10")
    room.sign(4, stance="neutral", residency="resident", item="10")
    room.sign(5, stance="oppose", mode="remote", item="10")
    room.sign(6, residency="resident", early_leave="child_care", item="9")
    assert order(room) == wanted


def test_sides_alternate_from_who_spoke_last(hall: Make) -> None:
    room = hall(order="alternate_by_position")
    room.sign(1, 2, 3, stance="support")
    room.sign(4, 5, stance="oppose")
    for wanted in (1, 4, 2, 5, 3):
        assert order(room)[0] == wanted
        room.speak(wanted, 5)


def test_the_lot_is_drawn_once_and_can_be_drawn_again(hall: Make) -> None:
    room = hall(order="lottery")
    room.sign(*range(1, 12))
    drawn = order(room)
    assert sorted(drawn) == list(range(1, 12)) != drawn
    room.crash()
    assert order(room) == drawn


def test_first_time_speakers_first(hall: Make) -> None:
    room = hall(order="first_time_first")
    room.do("register", slip=1, names=["Ana"])
    room.do("register", slip=2, names=["Ana"])
    room.do("register", slip=3, names=["Bo"])
    room.speak(1)
    assert order(room) == [3, 2]


def test_moving_by_hand(hall: Make) -> None:
    room = hall()
    room.sign(1, 2, 3, 4)
    room.do("move", slip=4, before=2)
    room.do("move", slip=1)
    assert order(room) == [4, 2, 3, 1]
    room.do("hold", slip=2)
    assert "held" in room.refused("call", slip=2)
    room.do("restore", slip=2)
    room.do("undo")
    assert order(room) == [4, 3, 1]


def test_no_show_comes_back_at_the_end(hall: Make) -> None:
    room = hall()
    room.sign(1, 2)
    room.do("call", slip=1)
    room.do("no_show")
    assert "restore" in room.refused("call", slip=1)
    room.do("restore", slip=1)
    assert order(room) == [2, 1]
    room.do("call", slip=1)
    room.do("no_show")
    assert len([line for line in room.log if "did not answer" in line]) == 2, "each call has its time"


def test_testimony_closed_and_opened_again(hall: Make) -> None:
    room = hall()
    room.sign(1)
    room.do("close")
    assert "chair's leave" in room.refused("register", slip=2, names=["Late"])
    assert "testimony is closed" in room.refused("call", slip=1)
    assert "mover" in room.refused("reopen_testimony", mover="A")
    room.do("reopen_testimony", mover="A", second="B", vote="5 to 0")
    room.do("restore", slip=1)
    room.speak(1)
    room.do("adjourn")
    for act, fields_ in (("open", {}), ("recess", {}), ("close", {}), ("adjourn", {})):
        assert "Nothing was changed" in room.refused(act, **fields_)


def test_equal_treatment_by_stance_and_mode(hall: Make) -> None:
    room = hall()
    room.sign(*range(1, 6), stance="support")
    room.sign(6, stance="oppose", mode="remote")
    for slip in range(1, 6):
        room.speak(slip, 60 + slip)
    room.do("call", slip=6)
    room.do("start")
    room.do("grant", seconds=60)
    room.do("entry", kind="warning", text="Asked to keep to the matter.")
    room.do("end", after=250, reason="ended_by_chair")
    found = showing.equal_treatment(room.live)
    support, oppose = found["stance"]["support"], found["stance"]["oppose"]
    assert (support.turns, support.allotted, support.used, support.mean_used) == (5, 900, 315, 63)
    assert (oppose.extensions, oppose.extension_seconds, oppose.warnings, oppose.cut_offs, oppose.over_time) == (
        1,
        60,
        1,
        1,
        1,
    )
    assert (oppose.mean_used, oppose.compares) == (None, False), "one person is no statistic"
    assert found["mode"]["remote"].turns == 1
    assert found["all"]["all"].median_waited is not None


def test_the_hall_screen_shows_names_as_the_rules_allow(hall: Make) -> None:
    for how, shown in (("full", "Ana Ruiz"), ("first_and_initial", "Ana R."), ("number", "Speaker 1")):
        room = hall(names_on_screen=how)
        room.do("register", slip=1, names=["Ana Ruiz"])
        room.do("call")
        screen = showing.hall_view(room.live)
        assert (screen.speaker, screen.remaining_seconds, screen.state) == (shown, 180, "called")
    room.do("recess", until="19:00")
    assert showing.hall_view(room.live).message == "Back at · Regreso: 19:00"


def test_three_presses_a_testimony(hall: Make) -> None:
    room = hall()
    room.sign(1, 2)
    states = []
    for _ in range(6):
        room.do("next", after=5)
        states.append(showing.podium_view(room.live).state)
    assert states == ["called", "running", "idle"] * 2
    assert room.counts["heard"] == 2
