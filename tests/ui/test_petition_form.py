"""A petition in the window: entered, found again, corrected; its signatures are never comments."""

from pathlib import Path

import pytest
from clerk import open_hearing, record
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from frhearing.desk import figures, petitions, testimony
from frhearing.model.comment import Channel
from frhearing.model.letters import Signatures
from frhearing.ui.dialogs.petition_dialog import PetitionDialog
from frhearing.ui.main_window import MainWindow
from frhearing.ui.pages.analysis.form_letters import signatures_words
from frhearing.ui.session import Session
from frhearing.ui.shell.window_settings import WindowSettings


@pytest.fixture
def window(qtbot, dressed, tmp_path: Path):
    """The window on a hearing with one letter."""
    desk, hearing = open_hearing(tmp_path)
    record(desk, hearing, "We ask the Council to wait.", name="Ada Example", organization="Block Club 9")
    made = MainWindow(Session(desk), WindowSettings(tmp_path / "window.ini"))
    made.session.open_hearing(hearing)
    made.resize(1366, 768)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    qtbot.waitUntil(lambda: not made.session.background.busy)
    made.close()
    made.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def form(window) -> PetitionDialog:
    return next(one for one in window.findChildren(PetitionDialog) if one.isVisible())


def fill(dialog: PetitionDialog, **typed: str) -> None:
    for name, words in typed.items():
        dialog.numbers[name].field.setText(words)


def test_a_petition_is_typed_and_counted_as_one_comment(qtbot, window) -> None:
    desk, hearing = window.session.desk, window.session.hearing_id
    window.commands.action("petition").trigger()
    dialog = form(window)
    assert QApplication.focusWidget() is dialog.sponsor.field
    for words in ("Bea Muster", "Lake Tenants"):
        QTest.keyClicks(QApplication.focusWidget(), words)
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    QTest.keyClicks(QApplication.focusWidget(), "We ask for a written policy.")
    fill(dialog, claimed="1,240", counted="1 197", duplicates="23")
    assert dialog.remaining.text() == "1,174 signatures remain"
    dialog.when.field.setText("Feb 20, 3 PM")
    dialog.counted_by.field.setText("M. Oleson")
    dialog.save_button.click()
    assert not dialog.isVisible()
    [made] = petitions.list_petitions(desk, hearing)
    assert (made.number, made.sponsor, made.text) == (2, "Lake Tenants", "We ask for a written policy.")
    assert made.signatures == Signatures(1240, 1197, 23, None, None, "M. Oleson")
    comment = testimony.get_comment(desk, made.comment_id)
    assert (comment.name, comment.channel, comment.received_at) == (
        "Bea Muster",
        Channel.HAND_DELIVERED,
        "2026-02-20T21:00:00Z",
    )
    tally = figures.tally(desk, hearing)
    assert (tally.counted, tally.petitions.number, tally.petitions.counted) == (2, 1, 1197)
    window.session.undo()
    assert petitions.list_petitions(desk, hearing) == []


def test_what_cannot_be_is_told_at_its_field_and_nothing_typed_is_lost(qtbot, window) -> None:
    window.commands.action("petition").trigger()
    dialog = form(window)
    dialog.save_button.click()
    assert "name of its sponsor" in dialog.sponsor.error or "needs its text" in dialog.sponsor.error
    dialog.sponsor.field.setText("Bea Muster")
    dialog.save_button.click()
    assert "needs its text" in dialog.text.error
    dialog.text.field.setPlainText("We ask.")
    fill(dialog, counted="about forty")
    dialog.save_button.click()
    assert dialog.numbers["counted"].error == "Write a number, or leave it empty"
    assert QApplication.focusWidget() is dialog.numbers["counted"].field
    fill(dialog, counted="40", unreadable="41")
    assert dialog.remaining.text() == "Too many found"
    dialog.save_button.click()
    assert "more duplicate, unreadable and outside" in dialog.numbers["counted"].error
    dialog.when.field.setText("someday")
    fill(dialog, unreadable="1")
    dialog.save_button.click()
    assert "could not be read as a day" in dialog.when.error
    assert petitions.list_petitions(window.session.desk, window.session.hearing_id) == []
    dialog.reject()


def test_a_letter_turns_out_to_be_a_petition_is_corrected_and_back(qtbot, window) -> None:
    desk, hearing = window.session.desk, window.session.hearing_id
    window.go("comments")
    page = window.navigator.page
    qtbot.waitUntil(lambda: page.selection.comment is not None and not window.session.background.busy)
    menu = page._more.menu(page.selection.comment, [1])
    next(action for action in menu.actions() if action.text().startswith("A petition")).trigger()
    dialog = form(window)
    assert dialog.sponsor.field.text() == "Block Club 9"
    assert not dialog.remove_button.isVisible()
    fill(dialog, claimed="30")
    dialog.save_button.click()
    assert petitions.list_petitions(desk, hearing)[0].signatures == Signatures(30)
    chips = page.space.reading.header.chips
    qtbot.waitUntil(lambda: "Petition" in [chip.accessibleName() for chip in chips.widgets()])
    window.go("analysis")
    page = window.navigator.page
    qtbot.waitUntil(lambda: page.shown is not None and bool(page.shown.petitions))
    page.letters.petition_asked.emit(1)
    dialog = form(window)
    assert dialog.numbers["claimed"].field.text() == "30"
    fill(dialog, counted="28", outside="2")
    dialog.save_button.click()
    assert petitions.list_petitions(desk, hearing)[0].signatures == Signatures(30, 28, None, None, 2)
    page.letters.petition_asked.emit(1)
    dialog = form(window)
    assert dialog.remove_button.isVisible()
    dialog.remove_button.click()
    assert petitions.list_petitions(desk, hearing) == []
    assert figures.tally(desk, hearing).counted == 1


def test_signatures_are_said_in_words() -> None:
    assert signatures_words(Signatures()) == "Signatures not counted yet"
    assert signatures_words(Signatures(1240)) == "1,240 claimed, not counted yet"
    assert signatures_words(Signatures(None, 12)) == "12 signatures counted"
    told = "412 signatures counted (420 claimed), 9 duplicate, 1 from outside: 402 remain"
    assert signatures_words(Signatures(420, 412, 9, 0, 1)) == told
