"""The hall screen: what can reach it by type, what stands on it in each state, freeze, blank, a lost screen."""

import dataclasses
import typing

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QGuiApplication

from frhearing.desk.hearings import create_hearing
from frhearing.desk.live import log, podium, signin, sitting
from frhearing.model.hearing import NewHearing
from frhearing.model.live.signing import NewSlip
from frhearing.model.live.states import Phase
from frhearing.model.live.view import HallView
from frhearing.model.position import Stance
from frhearing.ui.hall.picture import HallPicture
from frhearing.ui.hall.shown import LOOKS, HallShown, all_words
from frhearing.ui.live.hall_of import hall_of
from frhearing.ui.live.screen_form import ScreenForm

Key, Mod = Qt.Key, Qt.KeyboardModifier
SECRETS = ("Secret Org", "needs a chair", "Hmong", "oppose", "Oppose", "resident", "health", "private note")


def private() -> tuple[NewSlip, ...]:
    one = NewSlip(
        ("Ana Maria Ruiz",),
        stances={1: Stance.OPPOSE},
        organization="Secret Org",
        interpreter="Hmong",
        residency="resident",
        accommodation="needs a chair",
        early_leave="health",
    )
    return one, NewSlip(("Minor Child",), access="minor", organization="Secret Org"), NewSlip(("Last One",))


def fields(kind: type) -> dict[str, object]:
    return {f.name: typing.get_type_hints(kind)[f.name] for f in dataclasses.fields(kind)}


def test_no_private_field_can_reach_the_hall_by_type():
    assert fields(HallShown) == {"view": HallView, "clock": str, "message": str, "blank": bool}
    assert fields(HallView) == {
        "phase": Phase,
        "state": str,
        "speaker": str,
        "next_speaker": str,
        "remaining_seconds": int,
        "message": str,
        "title": str,
        "allotted_seconds": int,
        "place": int,
        "places": int,
        "counts_over": bool,
        "then_speaker": str,
    }


@pytest.mark.parametrize(
    ("how", "speaker"), [("full", "Ana Maria Ruiz"), ("first_and_initial", "Ana R."), ("number", "Speaker 1")]
)
def test_names_are_shown_as_the_rule_says_and_nothing_else_of_a_slip(held, how, speaker):
    room = held(people=private(), names_on_screen=how)
    seen: set[str] = set()
    hall = hall_of(room.room)
    for key in (Key.Key_F8, Key.Key_F8, Key.Key_F9, Key.Key_F7, Key.Key_F7, Key.Key_F8, Key.Key_F8):
        room.press(key)
        seen |= set(all_words(hall.shown))
    room.room.do(lambda live: log.note(live, "private note"))
    room.room.do(lambda live: signin.withdraw(live, 3, "private note"))
    seen |= set(all_words(hall.shown))
    assert speaker in seen
    text = " ".join(seen)
    assert not [secret for secret in SECRETS if secret in text]
    assert "Minor" not in text
    if how != "full":
        assert "Ruiz" not in text


def test_each_state_differs_in_words_and_sign_not_only_in_colour():
    assert len({(look.english, look.sign) for look in LOOKS.values()}) == len(LOOKS)
    assert all(look.spanish and look.spanish != look.english for look in LOOKS.values())


def test_over_time_it_says_time_is_up_and_counts_up_only_where_set(held):
    for counts, digits in ((False, "0:00"), (True, "+0:10")):
        room = held(count_over_time=counts)
        room.press(Key.Key_F8)
        room.press(Key.Key_F8)
        room.wait(155)
        assert LOOKS["warning"].english in all_words(hall_of(room.room).shown)
        room.wait(35)
        words = all_words(hall_of(room.room).shown)
        assert digits in words
        assert "Time is up. Please finish." in words
        assert room.desk.podium.face.accessibleName() == "Timer. Time is up: 10 seconds over time, Hannah Reuter."


def test_on_frozen_blank_and_a_message(held):
    room = held()
    hall = hall_of(room.room)
    room.press(Key.Key_F11)
    assert hall.on
    assert "Public screen on" in room.desk.header.display.text()
    room.press(Key.Key_F8)
    hall.freeze(True)
    frozen = hall.shown
    room.press(Key.Key_F8)
    assert hall.shown == frozen
    hall.freeze(False)
    assert hall.shown.view.state == "running"
    room.press(Key.Key_F11, Mod.ControlModifier)
    assert all_words(hall.shown) == ()
    room.press(Key.Key_F11, Mod.ControlModifier)
    hall.say("The hall closes at 10 PM")
    assert "The hall closes at 10 PM" in all_words(hall.shown)
    assert "Hannah Reuter" not in all_words(hall.shown)
    room.press(Key.Key_F11)
    assert not hall.on


def test_a_lost_screen_stops_nothing_and_is_told(held):
    room = held()
    hall = hall_of(room.room)
    hall.show_on(QGuiApplication.primaryScreen())
    room.press(Key.Key_F8)
    room.press(Key.Key_F8)
    room.wait(5)
    hall.screen_gone(QGuiApplication.primaryScreen())
    assert not hall.on
    assert "The clock runs on" in room.notice()
    room.wait(5)
    assert room.view.elapsed_ms == 10_000
    hall.screen_came(QGuiApplication.primaryScreen())
    assert hall.on
    hall.put_away()
    hall.screen_came(QGuiApplication.primaryScreen())
    assert not hall.on, "put away by hand it stays away"


def test_the_screen_is_chosen(held):
    room = held()
    room.window.commands.run("live_choose_screen")
    form = room.window.findChild(ScreenForm)
    form.box.setCurrentIndex(1)
    form.accept()
    room.settle()
    hall = hall_of(room.room)
    assert hall.window.isFullScreen()
    assert hall.screen_name == "Screen 1"
    room.press(Key.Key_F8)
    assert room.view.state == "called"


def test_recess_says_when_it_goes_on(held):
    room = held()
    room.room.do(lambda live: sitting.recess(live, "6:40 PM"))
    words = all_words(hall_of(room.room).shown)
    assert {"Recess", "Receso", "Back at · Regreso: 6:40 PM"} <= set(words)


@pytest.mark.parametrize("size", [(320, 180), (1280, 720), (1920, 1080), (1024, 768), (3840, 2160)])
@pytest.mark.parametrize("state", ["running", "warning", "over", "idle"])
def test_it_fits_any_screen(dressed, qtbot, size, state):
    name = "Maria Guadalupe Hernandez-Castellanos de la Torre and Bartholomew Featherstonehaugh"
    view = HallView(Phase.OPEN, state, name if state != "idle" else "", name, 65, "", "T" * 90, 180, 5, 14, True)
    picture = HallPicture("hall")
    qtbot.addWidget(picture)
    picture.resize(*size)
    picture.show_hall(HallShown(view, "5:54 PM"))
    image = picture.grab().toImage()
    ground = image.pixelColor(1, 1)
    edges = [QRect(0, 0, size[0] // 40, size[1]), QRect(size[0] - size[0] // 40, 0, size[0] // 40, size[1])]
    for edge in edges:
        rows = range(edge.top(), edge.bottom(), max(1, size[1] // 60))
        assert all(image.pixelColor(edge.center().x(), row) == ground for row in rows)


def test_the_oath_is_noted_from_the_menu(held):
    room = held(oath_required=True)
    room.press(Key.Key_F8)
    room.room.do(lambda live: podium.swear(live, 1))
    room.press(Key.Key_F8)
    assert room.view.state == "running"


def test_what_the_room_was_told_does_not_pass_to_another_hearing(held):
    room = held()
    hall = hall_of(room.room)
    hall.say("The hall closes at 10 PM")
    new = NewHearing("Another", "Common Council", "2026-03-05", "Room 301-B")
    other, _ = create_hearing(room.session.desk, new)
    room.session.open_hearing(other)
    assert hall.shown.message == ""
    assert hall.shown.view.title == "Another"
