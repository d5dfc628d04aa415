"""The first minute: each sentence leads to the next when the clerk does what it says; Escape ends it."""

import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from frhearing.desk import coding, example, hearings, practice, testimony
from frhearing.desk.desk import open_desk
from frhearing.model.errors import Refused
from frhearing.model.filter import CommentFilter
from frhearing.model.hearing import NewHearing
from frhearing.model.position import Stance
from frhearing.ui.live.room import room_of
from frhearing.ui.shell.tour import STEPS


@pytest.fixture
def touring(frame):
    store = frame.session.desk.store
    with store.action("example") as writing:
        for card in hearings.list_hearings(frame.session.desk):
            writing.act.update("hearing", card.id, example=1)
    frame.start_tour()
    return frame


def tag(window):
    session = window.session
    comment = testimony.list_ids(session.desk, session.hearing_id, CommentFilter())[0]
    session.write(lambda: coding.set_stance(session.desk, [comment], 1, Stance.OPPOSE))


def press(window):
    """Press F8 as long after the press before as a hand does."""
    room = room_of(window.session)
    room._last_press = float("-inf")
    window.commands.run("live_next")


def speaks_briefly(window):
    """Let the one who is called begin, speak a few seconds by the engine's clock, and end."""
    press(window)
    room = room_of(window.session)
    until = time.monotonic() + 20
    while room.view.elapsed_ms < 2_100 and time.monotonic() < until:
        time.sleep(0.1)
        room.look()
    press(window)


def said(window):
    return window.tour.words.text() if window.tour.isVisible() else ""


def test_it_begins_in_comments_with_something_to_try(touring):
    assert touring.navigator.page_id == "comments"
    assert said(touring) == STEPS[0].words
    assert touring.tour.accessibleName() == STEPS[0].words


def test_doing_what_it_says_leads_through_to_a_new_hearing(qtbot, touring):
    words = []
    for do in (
        lambda: tag(touring),
        lambda: touring.commands.run("undo"),
        lambda: touring.commands.run("go_live"),
        lambda: press(touring),
        lambda: speaks_briefly(touring),
        lambda: touring.commands.run("go_analysis"),
        lambda: touring.commands.run("go_report"),
    ):
        do()
        words.append(said(touring))
    assert words == [step.words for step in STEPS[1:]]
    assert touring.session.hearing.title != practice.TITLE
    assert [card.title for card in hearings.list_hearings(touring.session.desk)].count(practice.TITLE) == 1
    touring.session.example_store = True
    with qtbot.waitSignal(touring.switch_wanted) as asked:
        touring.tour.button.click()
    assert asked.args == [False, "new_hearing"]
    assert said(touring) == ""


def test_who_goes_ahead_finds_the_sentence_that_follows_there(touring):
    for page, step in (("go_live", 3), ("go_report", 7), ("go_analysis", 7)):
        touring.commands.run(page)
        assert said(touring) == STEPS[step].words
    assert touring.session.hearing.title != practice.TITLE


def test_any_position_will_do(touring):
    session = touring.session
    comment = testimony.list_ids(session.desk, session.hearing_id, CommentFilter())[0]
    session.write(lambda: coding.set_stance(session.desk, [comment], 1, Stance.MIXED))
    assert said(touring) == STEPS[1].words
    assert not any(word in said(touring) for word in ("Support", "Oppose"))


def test_practice_is_a_hearing_of_the_example_and_is_taken_up_again(touring):
    desk, before = touring.session.desk, touring.session.hearing_id
    for _ in range(3):
        touring.tour.button.click()
    assert touring.session.hearing.title == practice.TITLE
    assert (touring.navigator.page_id, room_of(touring.session).view.state) == ("live", "idle")
    touring.tour.end()
    assert touring.session.hearing_id == before
    made = practice.practice_hearing(desk)
    assert practice.practice_hearing(desk) == made
    assert hearings.get_hearing(desk, made).example
    assert example.example_hearing(desk) == before


def test_no_practice_among_ones_own_hearings(tmp_path):
    with open_desk(tmp_path) as desk:
        hearings.create_hearing(desk, NewHearing("My own", "A body", "2026-02-05"))
        with pytest.raises(Refused, match="live in the example"):
            practice.practice_hearing(desk)
        assert len(hearings.list_hearings(desk)) == 1


def test_next_leads_on_without_doing_anything(touring):
    touring.tour.button.click()
    assert said(touring) == STEPS[1].words


def test_escape_ends_it_at_any_time(qtbot, touring):
    touring.tour.button.click()
    qtbot.keyClick(QApplication.focusWidget() or touring, Qt.Key.Key_Escape)
    assert said(touring) == ""
    tag(touring)
    assert said(touring) == ""
