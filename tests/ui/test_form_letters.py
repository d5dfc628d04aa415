"""Form letters in the window: looked at side by side, confirmed, named, split, merged; one answer for all copies."""

import random
from pathlib import Path

import pytest
from clerk import open_hearing, record
from letters_made import signed, text
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from frhearing.desk import coding, figures, hearings, testimony
from frhearing.model.comment import CommentStatus, NewComment
from frhearing.model.filter import CommentFilter
from frhearing.model.position import Stance
from frhearing.ui.dialogs.letters_dialog import FormLettersDialog
from frhearing.ui.main_window import MainWindow
from frhearing.ui.pages.comments.same_answer import SameAnswer
from frhearing.ui.session import Session
from frhearing.ui.shell.window_settings import WindowSettings

ADDED = "My grandson was stopped twice last year."


@pytest.fixture
def window(qtbot, dressed, tmp_path: Path):
    """The window on a hearing with two form letters of 8 and 5 letters; No. 4 has words of its own."""
    desk, hearing = open_hearing(tmp_path)
    rng = random.Random(1)
    first, second = text(rng), text(rng)
    for n in range(8):
        record(desk, hearing, signed(rng, f"{first} {ADDED}" if n == 3 else first), name=f"Sender {n}")
    for n in range(5):
        record(desk, hearing, signed(rng, second), name=f"Other {n}")
    made = MainWindow(Session(desk), WindowSettings(tmp_path / "window.ini"))
    made.session.open_hearing(hearing)
    made.resize(1366, 768)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    settle(qtbot, made)
    made.close()
    made.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def settle(qtbot, window) -> None:
    qtbot.waitUntil(lambda: not window.session.background.busy)


def opened(qtbot, window) -> FormLettersDialog:
    window.go("analysis")
    page = window.navigator.page
    qtbot.waitUntil(lambda: page.shown is not None and not window.session.background.busy)
    page.letters.find_button.click()
    dialog = window.findChildren(FormLettersDialog)[-1]
    qtbot.waitUntil(lambda: not window.session.background.busy and bool(dialog.letters))
    return dialog


def click(qtbot, window, dialog, button) -> None:
    """Press a button and wait until all letters have been looked at again."""
    qtbot.waitUntil(button.isEnabled)
    button.click()
    settle(qtbot, window)
    qtbot.waitUntil(lambda: dialog._task is None and not window.session.background.busy)


def names(dialog) -> list[tuple[str, int, bool]]:
    return [(one.name, one.size, one.campaign_id is not None) for one in dialog.letters]


def test_letters_are_looked_at_side_by_side(qtbot, window) -> None:
    dialog = opened(qtbot, window)
    assert names(dialog) == [("Form A", 8, False), ("Form B", 5, False)]
    assert dialog.table.letters.copies[0].number == 4
    assert ADDED in dialog.panes.letter.toPlainText()
    assert ADDED not in dialog.panes.master.toPlainText()
    assert dialog.panes.letter.accessibleDescription() == f"Own words: {ADDED}"
    cell = dialog.table.letters.index(0, 0)
    assert cell.data(Qt.ItemDataRole.AccessibleTextRole).startswith("No. 4, Sender 3, ")
    assert not dialog.steps.rename.isEnabled()
    assert not dialog.steps.split.isEnabled()
    dialog.list.setCurrentRow(1)
    assert dialog.name.text() == "Form B"
    assert dialog.panes.letter.accessibleDescription() == "No own words"
    dialog.reject()


def test_a_form_letter_is_confirmed_renamed_split_and_merged(qtbot, window) -> None:
    dialog = opened(qtbot, window)
    dialog.name.setText("City Hall form")
    click(qtbot, window, dialog, dialog.steps.confirm)
    assert names(dialog) == [("City Hall form", 8, True), ("Form A", 5, False)]
    assert dialog.letter.name == "City Hall form"
    assert not dialog.steps.confirm.isEnabled()
    dialog.name.setText("Parks form")
    click(qtbot, window, dialog, dialog.steps.rename)
    assert names(dialog)[0] == ("Parks form", 8, True)
    dialog.table.selectRow(0)
    click(qtbot, window, dialog, dialog.steps.split)
    assert sorted(names(dialog)) == [("Form A", 5, False), ("Form B", 1, True), ("Parks form", 7, True)]
    assert dialog.letter.name == "Form B"
    other = next(one for one in dialog.letters if one.name == "Parks form")
    dialog.list.setCurrentRow(dialog.letters.index(other))
    gone = next(one for one in dialog.letters if one.name == "Form B")
    dialog.steps.merge_with(gone)
    settle(qtbot, window)
    qtbot.waitUntil(lambda: len(dialog.letters) == 2 and dialog._task is None)
    assert names(dialog)[0] == ("Parks form", 8, True)
    dialog.table.selectRow(0)
    click(qtbot, window, dialog, dialog.steps.remove)
    assert names(dialog)[0] == ("Parks form", 7, True)
    asked: list[CommentFilter] = []
    dialog.show_asked.connect(asked.append)
    dialog.steps.show_all.click()
    assert [one.campaign for one in asked] == ["Parks form"]
    settle(qtbot, window)


def test_a_name_that_is_taken_is_told_at_the_field(qtbot, window) -> None:
    dialog = opened(qtbot, window)
    click(qtbot, window, dialog, dialog.steps.confirm)
    dialog.list.setCurrentRow(1)
    dialog.name.setText("Form A")
    dialog.steps.confirm.click()
    settle(qtbot, window)
    qtbot.waitUntil(lambda: bool(dialog.naming.error))
    assert "Another form letter is called “Form A”" in dialog.naming.error
    click(qtbot, window, dialog, dialog.steps.dismiss)
    assert names(dialog) == [("Form A", 8, True)]
    dialog.reject()


def test_shift_enter_answers_all_copies_after_one_question(qtbot, window) -> None:
    dialog = opened(qtbot, window)
    click(qtbot, window, dialog, dialog.steps.confirm)
    dialog.reject()
    desk, hearing = window.session.desk, window.session.hearing_id
    window.session.write(lambda: coding.set_stance(desk, [1], 1, Stance.OPPOSE))
    window.session.write(lambda: coding.set_stance(desk, [2], 1, Stance.MIXED))
    window.go("comments")
    page = window.navigator.page
    settle(qtbot, window)
    qtbot.waitUntil(lambda: page.space.list.view.go_to(1))
    page.space.list.view.setFocus()
    qtbot.waitUntil(lambda: page.selection.comment is not None and page.selection.comment.number == 1)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: window.findChild(SameAnswer) is not None)
    question = window.findChild(SameAnswer)
    assert question.sentences == [
        "7 other copies of Form A get the answer of No. 1: Oppose.",
        "1 of them has words of the sender's own: flagged, to be read.",
        "1 has another position already and keeps it.",
        "Ctrl+Z takes all of it back.",
    ]
    assert QApplication.focusWidget() is question.give
    steps = window.session.desk.undo_step
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    settle(qtbot, window)
    of = {n: testimony.comment_by_number(desk, hearing, n) for n in range(1, 14)}
    assert [of[n].stances.get(1) for n in range(1, 14)] == [
        Stance.OPPOSE,
        Stance.MIXED,
        *[Stance.OPPOSE] * 6,
        *[None] * 5,
    ]
    assert [n for n in of if of[n].flagged] == [4]
    assert window.session.desk.undo_step is not steps
    window.session.undo()
    settle(qtbot, window)
    assert testimony.comment_by_number(desk, hearing, 3).stances == {}


def confirmed(qtbot, window) -> None:
    """Both form letters of the hearing are confirmed, and the dialog is closed."""
    dialog = opened(qtbot, window)
    click(qtbot, window, dialog, dialog.steps.confirm)
    dialog.list.setCurrentRow(1)
    click(qtbot, window, dialog, dialog.steps.confirm)
    dialog.reject()
    settle(qtbot, window)


def arrive(window, *texts: str) -> None:
    """Letters come in one by one."""
    desk, hearing = window.session.desk, window.session.hearing_id
    for place, said in enumerate(texts):
        new = NewComment(said, name=f"New {place}")
        window.session.make(lambda new=new: testimony.record_comment(desk, hearing, new))


def gone(window) -> bool:
    """Whether the dialog has closed by itself."""
    return not any(one.isVisible() for one in window.findChildren(FormLettersDialog))


def campaign_of(window, number: int) -> str:
    return testimony.comment_by_number(window.session.desk, window.session.hearing_id, number).campaign


def test_new_letters_are_told_and_joined_by_one_key(qtbot, window) -> None:
    confirmed(qtbot, window)
    first = testimony.comment_by_number(window.session.desk, window.session.hearing_id, 1).text
    arrive(window, f"{ADDED} {first}", text(random.Random(40)))
    qtbot.waitUntil(lambda: "1 new letter looks like Form A" in window.notices.words.text())
    assert campaign_of(window, 14) == ""
    window.notices.button.click()
    dialog = window.findChild(FormLettersDialog)
    qtbot.waitUntil(lambda: bool(dialog.letters) and QApplication.focusWidget() is dialog.steps.confirm)
    assert [(one.name, one.size) for one in dialog.letters] == [("Form A", 1)]
    assert dialog.panes.letter.accessibleDescription() == f"Own words: {ADDED}"
    assert dialog.panes.master.toPlainText()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    settle(qtbot, window)
    qtbot.waitUntil(lambda: gone(window))
    assert (campaign_of(window, 14), campaign_of(window, 15)) == ("Form A", "")
    window.session.undo()
    qtbot.waitUntil(lambda: len(window.arrivals.waiting) == 1)
    assert campaign_of(window, 14) == ""


def test_new_letters_can_be_left_alone_one_by_one(qtbot, window) -> None:
    confirmed(qtbot, window)
    desk, hearing = window.session.desk, window.session.hearing_id
    of = [testimony.comment_by_number(desk, hearing, number).text for number in (1, 9)]
    arrive(window, f"{ADDED} {of[0]}", of[0], of[1])
    qtbot.waitUntil(lambda: "3 new letters look like Form A and Form B" in window.notices.words.text())
    window.commands.action("form_letters").trigger()
    dialog = window.findChild(FormLettersDialog)
    qtbot.waitUntil(lambda: len(dialog.letters) == 2 and dialog._task is None)
    assert dialog.table.current.number == 14
    dialog.table.setFocus()
    QTest.keyClick(dialog.table, Qt.Key.Key_Delete)
    settle(qtbot, window)
    qtbot.waitUntil(lambda: dialog._task is None and dialog.letters[0].size == 1)
    click(qtbot, window, dialog, dialog.steps.confirm)
    assert [one.name for one in dialog.letters] == ["Form B"]
    dialog.steps.dismiss.click()
    qtbot.waitUntil(lambda: gone(window))
    assert [campaign_of(window, number) for number in (14, 15, 16)] == ["", "Form A", ""]
    qtbot.waitUntil(lambda: window.arrivals.waiting == [])


def test_what_arrived_while_the_window_was_closed_is_told_when_it_opens(qtbot, window, tmp_path: Path) -> None:
    confirmed(qtbot, window)
    session = window.session
    session.open_hearing(None)
    hearing = hearings.list_hearings(session.desk)[0].id
    said = testimony.comment_by_number(session.desk, hearing, 9).text
    testimony.record_comment(session.desk, hearing, NewComment(said, name="Meanwhile"))
    session.open_hearing(hearing)
    qtbot.waitUntil(lambda: [one.name for one in window.arrivals.waiting] == ["Form B"])
    assert "1 new letter looks like Form B" in window.notices.words.text()


def test_a_letter_that_is_disputed_stays_listed_and_is_not_counted(qtbot, window) -> None:
    confirmed(qtbot, window)
    desk, hearing = window.session.desk, window.session.hearing_id
    window.session.write(lambda: testimony.set_status(desk, [2], CommentStatus.DISPUTED, "says he never sent it"))
    dialog = opened(qtbot, window)
    table = dialog.table.letters
    place = next(place for place, copy in enumerate(table.copies) if copy.number == 2)
    assert table.index(place, 3).data() == "disputed"
    assert dialog.letter.size == 8
    assert figures.tally(desk, hearing).campaigns == {"Form A": 7, "Form B": 5}
    dialog.reject()


def press(key, modifier=Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(QApplication.focusWidget(), key, modifier)


def tab_to(widget) -> None:
    """Go on by Tab until a widget has the focus."""
    for _ in range(20):
        if QApplication.focusWidget() is widget:
            return
        press(Qt.Key.Key_Tab)
    raise AssertionError(f"Tab never came to {widget.accessibleName()}")


def test_everything_goes_by_keyboard(qtbot, window) -> None:
    window.commands.action("form_letters").trigger()
    dialog = window.findChild(FormLettersDialog)

    def rested() -> None:
        settle(qtbot, window)
        qtbot.waitUntil(lambda: dialog._task is None and QApplication.focusWidget() is dialog.list)

    rested()
    press(Qt.Key.Key_Return)
    rested()
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    rested()
    assert names(dialog) == [("Form A", 8, True), ("Form B", 5, True)]
    assert dialog.letter.name == "Form B"
    tab_to(dialog.name)
    QTest.keyClicks(dialog.name, "Parks")
    press(Qt.Key.Key_Return)
    rested()
    assert names(dialog) == [("Form A", 8, True), ("Parks", 5, True)]
    tab_to(dialog.table)
    press(Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    tab_to(dialog.steps.split)
    press(Qt.Key.Key_Return)
    rested()
    assert names(dialog) == [("Form A", 8, True), ("Parks", 3, True), ("Form B", 2, True)]
    press(Qt.Key.Key_Up)
    tab_to(dialog.steps.merge)  # its menu is the desktop's; what it does is asked for here
    dialog.steps.merge_with(dialog.letters[2])
    rested()
    assert names(dialog) == [("Form A", 8, True), ("Parks", 5, True)]
    tab_to(dialog.table)
    press(Qt.Key.Key_Delete)
    rested()
    assert names(dialog) == [("Form A", 8, True), ("Parks", 4, True)]
    press(Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: gone(window))
    for _ in range(6):
        window.session.undo()
        settle(qtbot, window)
    assert all(campaign_of(window, number) == "" for number in range(1, 14))
