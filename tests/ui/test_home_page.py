"""Home through the user's doors: begin, go on, and see how far each hearing is."""

from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from screen_text import shown

from frhearing.desk import hearings
from frhearing.model.errors import DiskFault
from frhearing.model.times import to_utc_text
from frhearing.ui.dialogs import new_hearing
from frhearing.ui.dialogs.new_hearing import NewHearingDialog
from frhearing.ui.pages import home as home_page

ENTER, TAB = Qt.Key.Key_Return, Qt.Key.Key_Tab


@pytest.fixture
def home(frame):
    return frame.go("home") or frame.navigator.page


def test_the_green_button_has_the_focus_and_enter_leads_to_the_example(qtbot, frame, home):
    assert QApplication.focusWidget() is home.example
    with qtbot.waitSignal(frame.switch_wanted) as asked:
        qtbot.keyClick(home.example, ENTER, Qt.KeyboardModifier.ControlModifier)
    assert asked.args == [True, ""]


def test_a_hearing_is_shown_with_what_is_left_to_tag(home):
    words = shown(home.lines[0])
    assert words[0] == "The pause"
    assert words[1].startswith("Feb 20, 2026 · 14 comments · changed ")
    assert words[2] == "2 to tag"


def test_a_change_is_told_by_its_time_until_midnight_and_by_its_day_after_it(monkeypatch):
    changed = datetime(2026, 2, 20, 18, 5).astimezone()

    class Then(datetime):
        at = changed

        @classmethod
        def now(cls, tz=None):
            return cls.at.astimezone(tz)

    monkeypatch.setattr(home_page, "datetime", Then)
    for later, words in ((0, "today 6:05 PM"), (5, "today 6:05 PM"), (6, "Feb 20, 2026"), (24 * 365, "Feb 20, 2026")):
        Then.at = changed + timedelta(hours=later)
        assert home_page.changed_words(to_utc_text(changed)) == f"changed {words}"
    assert home_page.changed_words("") == "not changed yet"


def test_a_hearing_with_comments_opens_in_comments(qtbot, frame, home):
    frame.session.open_hearing(None)
    with qtbot.waitSignal(frame.session.asked) as asked:
        home.lines[0].click()
    assert asked.args == ["comments", 0]
    assert frame.session.hearing.title == "The pause"


def test_seven_questions_make_a_hearing_by_keyboard_alone(qtbot, frame, home):
    qtbot.keyClick(home.example, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    dialog = frame.findChild(NewHearingDialog)
    fields = [part for part in dialog.findChildren(QLineEdit) if part.isVisible()]
    assert len(fields) == 7
    for text in ("Alley lights", "Public Works", "3/1/2026", "Room 2", "Keep the lights on?", "Keep them", "Turn off"):
        focus = QApplication.focusWidget()
        qtbot.keyClick(focus, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        qtbot.keyClicks(focus, text)
        qtbot.keyClick(QApplication.focusWidget(), TAB)
    qtbot.keyClick(QApplication.focusWidget(), ENTER)
    made = frame.session.hearing
    assert (made.title, made.body.name, made.date) == ("Alley lights", "Public Works", "2026-03-01")
    assert made.place == "Room 2"
    asked = made.questions[0]
    assert (asked.text, asked.support_means, asked.oppose_means) == ("Keep the lights on?", "Keep them", "Turn off")
    assert frame.navigator.page_id == "setup"
    assert frame.top.undo.accessibleName().startswith("Undo: new hearing")


def test_what_is_missing_is_said_at_the_field_and_nothing_is_made(qtbot, frame, home):
    home.new.click()
    dialog = frame.findChild(NewHearingDialog)
    qtbot.keyClicks(dialog.place.field, "Room 2")
    dialog.date.field.setText("soon")
    dialog.done_button.click()
    assert dialog.isVisible()
    assert dialog.title.error == "A hearing needs a title, so that you find it again."
    assert dialog.date.error == "Write the day like Feb 26, 2026 or 2026-02-26."
    assert QApplication.focusWidget() is dialog.title.field
    assert dialog.place.field.text() == "Room 2"
    assert len(hearings.list_hearings(frame.session.desk)) == 1
    qtbot.keyClick(dialog.title.field, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_what_was_typed_comes_back_when_the_questions_are_opened_again(qtbot, frame, home):
    def opened():
        home.new.click()
        return [one for one in frame.findChildren(NewHearingDialog) if one.isVisible()][-1]

    dialog = opened()
    assert not dialog.bar.isVisible()
    qtbot.keyClicks(QApplication.focusWidget(), "Alley lights")
    dialog.hearing_body.field.setEditText("Public Works")
    qtbot.keyClick(dialog.title.field, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not frame.session.background.busy)
    dialog = opened()
    assert dialog.bar.isVisible()
    assert QApplication.focusWidget() is dialog.title.field
    assert (dialog.title.field.text(), dialog.hearing_body.field.currentText()) == ("Alley lights", "Public Works")
    dialog.bar.button.click()
    assert dialog.title.field.text() == ""
    qtbot.keyClick(dialog.title.field, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not frame.session.background.busy)
    assert not opened().bar.isVisible()


def test_an_error_goes_while_it_is_mended(qtbot, frame, home):
    home.new.click()
    dialog = frame.findChild(NewHearingDialog)
    dialog.done_button.click()
    assert dialog.title.error
    assert dialog.question.error
    qtbot.keyClicks(dialog.title.field, "A")
    assert not dialog.title.error
    assert dialog.question.error


def test_a_new_hearing_keeps_the_time_of_the_computer_it_is_made_on(qtbot, monkeypatch):
    from PySide6.QtCore import QByteArray, QTimeZone

    from frhearing.ui.dialogs.new_hearing import zone_here

    for name, expected in (("America/Denver", "America/Denver"), ("Etc/UTC", "America/Chicago")):
        monkeypatch.setattr(QTimeZone, "systemTimeZoneId", staticmethod(lambda name=name: QByteArray(name.encode())))
        assert zone_here() == expected


def test_undo_of_a_new_hearing_closes_it(frame, home):
    from frhearing.model.hearing import NewHearing

    new = NewHearing("Alley lights", "Public Works", "2026-03-01")
    made = frame.session.make(lambda: hearings.create_hearing(frame.session.desk, new))
    frame.session.open_hearing(made)
    frame.commands.run("undo")
    assert frame.session.hearing is None
    assert [card.title for card in hearings.list_hearings(frame.session.desk)] == ["The pause"]
    assert len(home.lines) == 1


def test_ctrl_enter_presses_the_green_button_of_a_panel(qtbot, frame, home):
    home.new.click()
    dialog = frame.findChild(NewHearingDialog)
    for line, words in ((dialog.title, "Alley lights"), (dialog.question, "Keep them on?")):
        line.field.setText(words)
    dialog.hearing_body.field.setEditText("Public Works")
    qtbot.keyClick(dialog.question.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert frame.session.hearing.title == "Alley lights"
    assert len(hearings.list_hearings(frame.session.desk)) == 2


def test_a_hearing_that_cannot_be_kept_is_told_in_the_panel_and_what_was_typed_stays(monkeypatch, frame, home):
    home.new.click()
    dialog = frame.findChild(NewHearingDialog)
    for line, words in ((dialog.title, "Alley lights"), (dialog.question, "Keep them on?")):
        line.field.setText(words)
    dialog.hearing_body.field.setEditText("Public Works")

    def full(*_arguments):
        raise DiskFault("The disk is full. Nothing was changed.")

    monkeypatch.setattr(new_hearing.hearings, "create_hearing", full)
    dialog.done_button.click()
    assert dialog.bar.isVisible()
    assert dialog.bar.words.text() == "The disk is full. Nothing was changed."
    assert dialog.title.field.text() == "Alley lights"
    monkeypatch.undo()
    dialog.done_button.click()
    assert frame.session.hearing.title == "Alley lights"


def test_where_nothing_can_be_written_no_hearing_is_asked_for(monkeypatch, frame, home):
    monkeypatch.setattr(type(frame.session.desk), "read_only", property(lambda _desk: True))
    home.new.click()
    assert frame.findChild(NewHearingDialog) is None
    assert "No hearing can be made here" in frame.notices.words.text()


def test_tab_comes_to_the_hearings_before_what_stands_below_them(qtbot, home):
    home.restore.setFocus()
    seen = []
    for _ in range(3):
        qtbot.keyClick(QApplication.focusWidget(), TAB)
        seen.append(QApplication.focusWidget())
    assert seen == [home.lines[0], home.tour, home.key_card]
