"""The hearing as it was held, on the Live page: the example's finished hearing, and a hearing without speakers."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QMainWindow
from small_hearing import open_small

from frhearing.desk.desk import open_desk
from frhearing.desk.example import example_hearing
from frhearing.ui import theme
from frhearing.ui.actions import Commands
from frhearing.ui.pages.live.held import HeldPage
from frhearing.ui.session import Session


@pytest.fixture(scope="module")
def example(tmp_path_factory):
    desk = open_desk(tmp_path_factory.mktemp("example"))
    hearing = example_hearing(desk)
    yield desk, hearing
    desk.close()


def show(qtbot, qapp, desk, hearing):
    theme.install(qapp, "light", 1.0)
    window = QMainWindow()
    qtbot.addWidget(window)
    session = Session(desk, window)
    session.open_hearing(hearing)
    page = HeldPage(session, Commands(window))
    window.setCentralWidget(page)
    window.resize(1286, 690)
    page.show_hearing(session)
    page.reflow(1366)
    theme.dress_window(window)
    window.show()
    qtbot.waitUntil(lambda: not session.background.busy)
    return page


@pytest.fixture
def page(qtbot, qapp, example):
    return show(qtbot, qapp, *example)


def test_figures_are_those_of_the_slips(page):
    assert {name: words.text() for name, words in page.counts.items()} == {
        "heard": "13",
        "registered": "14",
        "absent": "1",
    }
    assert page.stage.text() == "Closed"
    assert "is over and can be read here" in page.comes.text()


def test_a_speaker_is_read_aloud_with_stance_and_time(page):
    model = page.speakers.model()
    words = [model.index(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(model.rowCount())]
    assert words[0] == "Slip 1, Denise Kowalczyk, Milwaukee Police Department, support, 2:58 of 3:00"
    assert words[10] == "Slip 11, Jamal Quist, Resident, support, absent"
    assert words[13].endswith("not tagged, 1:32 of 3:00")


def test_keys_walk_through_the_speakers_and_show_their_testimony(page, qtbot):
    page.speakers.setFocus()
    qtbot.keyClick(page.speakers, Qt.Key.Key_Down)
    qtbot.keyClick(page.speakers, Qt.Key.Key_Down)
    shown = page.testimony
    assert shown.name.text() == "Marcus Tillery"
    assert shown.place.text() == "Slip 3 of 14 · No. 149 on the record"
    assert shown.times.text().endswith("spoke 3:04 of 3:00, 4 s over")
    wanted = []
    page.session.asked.connect(lambda name, comment: wanted.append((name, comment)))
    shown.open_button.click()
    assert wanted == [("comments", page.slips[2].comment_id)]


def test_who_was_absent_has_no_testimony_and_says_so(page):
    page.speakers.setCurrentIndex(page.speakers.model().index(10))
    assert "There is no testimony" in page.testimony.text.toPlainText()
    assert page.testimony.open_button.isHidden()


def test_stances_follow_the_active_question(page):
    page.session.choose_question(2)
    first = page.speakers.model().index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "neutral" in first


def test_events_stand_with_the_time_on_the_wall(page):
    model = page.events.model()
    assert model.rowCount() == 56
    assert model.index(0).data(Qt.ItemDataRole.AccessibleTextRole).startswith("5:31:05: The chair called")


def test_what_takes_the_focus_has_a_name(page):
    for widget in (*page.panes(), *page.findChildren(QAbstractButton)):
        if widget.isVisible() and widget.focusPolicy() != Qt.FocusPolicy.NoFocus:
            assert QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def test_without_speakers_it_says_what_comes_and_what_can_be_done_now(qtbot, qapp, tmp_path):
    desk, hearing = open_small(tmp_path)
    page = show(qtbot, qapp, desk, hearing)
    assert page.empty.isVisible()
    assert "recorded in Comments" in page.empty.sentence.text()
    wanted = []
    page.session.asked.connect(lambda name, _comment: wanted.append(name))
    page.primary()
    assert wanted == ["comments"]
    desk.close()


@pytest.mark.parametrize(("width", "zoom"), [(1366, 1.0), (1366, 2.0), (1000, 1.0)])
def test_testimony_keeps_its_words_whole_at_any_size(page, qtbot, width, zoom):
    theme.use("light", zoom)
    page.reflow(round(width / zoom))
    page.window().resize(width - 80, 690)
    qtbot.waitUntil(lambda: page.window().width() == width - 80)
    shown = page.testimony
    for words in (shown.name, shown.times, shown.condition):
        assert words.height() >= words.heightForWidth(words.width()), words.text()
    assert shown.text.height() >= shown.text.document().size().height()
