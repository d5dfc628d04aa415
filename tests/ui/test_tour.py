"""The first minute: each sentence leads to the next when the clerk does what it says; Escape ends it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from frhearing.desk import coding, testimony
from frhearing.model.filter import CommentFilter
from frhearing.model.position import Stance
from frhearing.ui.shell.tour import STEPS


@pytest.fixture
def touring(frame):
    frame.start_tour()
    return frame


def tag(window):
    session = window.session
    comment = testimony.list_ids(session.desk, session.hearing_id, CommentFilter())[0]
    session.write(lambda: coding.set_stance(session.desk, [comment], 1, Stance.OPPOSE))


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
        lambda: touring.commands.run("go_analysis"),
        lambda: touring.commands.run("go_report"),
    ):
        do()
        words.append(said(touring))
    assert words == [step.words for step in STEPS[1:]]
    touring.session.example_store = True
    with qtbot.waitSignal(touring.switch_wanted) as asked:
        touring.tour.button.click()
    assert asked.args == [False, "new_hearing"]
    assert said(touring) == ""


def test_next_leads_on_without_doing_anything(touring):
    touring.tour.button.click()
    assert said(touring) == STEPS[1].words


def test_escape_ends_it_at_any_time(qtbot, touring):
    touring.tour.button.click()
    qtbot.keyClick(QApplication.focusWidget() or touring, Qt.Key.Key_Escape)
    assert said(touring) == ""
    tag(touring)
    assert said(touring) == ""
