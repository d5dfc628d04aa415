"""A comment that waits for its words is typed beside the page it came as."""

import pytest
from comments_window import Clerk
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from frhearing.desk import importing, testimony
from frhearing.model.filter import CommentFilter
from frhearing.ui.dialogs.import_dialog import open_import


@pytest.fixture
def clerk(qtbot, tmp_path):
    return Clerk(qtbot, tmp_path / "data")


def test_a_letter_without_words_is_typed_beside_its_page(clerk, tmp_path):
    letter = tmp_path / "letter.png"
    page = QImage(600, 800, QImage.Format.Format_RGB888)
    page.fill(0xF4EFE0)
    assert page.save(str(letter))
    desk = clerk.session.desk
    _, change = importing.add(desk, importing.read_files(desk, clerk.hearing, [letter]))
    clerk.session.take(change)
    clerk.settle()
    comment = testimony.get_comment(desk, max(testimony.list_ids(desk, clerk.hearing, CommentFilter())))
    clerk.stand_on(comment.number)
    clerk.press("E")
    beside = clerk.page._beside
    clerk.qtbot.waitUntil(lambda: beside.view is not None and beside.view.isVisible(), timeout=10_000)
    view = beside.view
    clerk.qtbot.waitUntil(lambda: view.stack.currentWidget() is view.picture, timeout=10_000)
    assert not clerk.page.space.tagging.isVisible()
    clerk.type("Keep the pause.")
    clerk.press("Ctrl+Return")
    clerk.settle()
    assert testimony.get_comment(desk, comment.id).text == "Keep the pause."
    assert clerk.page.space.tagging.isVisible()
    assert not view.isVisible()
    clerk.stand_on(12)
    clerk.press("E")
    clerk.settle()
    assert not view.isVisible()
    clerk.press("Escape")


def test_after_the_first_import_the_keys_are_in_the_list(qtbot, tmp_path):
    clerk = Clerk(qtbot, tmp_path / "empty", voices=False)
    path = tmp_path / "letter.txt"
    path.write_text("Please keep the pause on the cameras.\n", encoding="utf-8")
    clerk.page.empty.import_button.setFocus()
    dialog = open_import(clerk.session, [path], clerk.window)
    qtbot.waitUntil(lambda: dialog.add.isEnabled(), timeout=20_000)
    clerk.press("Ctrl+Return")
    qtbot.waitUntil(lambda: dialog.outcome.isVisible(), timeout=20_000)
    clerk.settle()
    clerk.press("Enter")
    clerk.settle()
    # The button it came from stood on the empty page, which is gone.
    assert QApplication.focusWidget() is clerk.page.space.list.view


def test_a_list_read_anew_takes_no_keys_from_a_panel_over_it(clerk, tmp_path):
    path = tmp_path / "letter.txt"
    path.write_text("Please keep the pause on the cameras.\n", encoding="utf-8")
    clerk.stand_on(12)
    clerk.press("E")
    clerk.type(" And thank you.")
    clerk.page.editor.reason.setText("The end of the letter was missing.")
    clerk.press("Ctrl+Return")
    clerk.settle()
    dialog = open_import(clerk.session, [path], clerk.window)
    clerk.qtbot.waitUntil(lambda: dialog.add.isEnabled(), timeout=20_000)
    clerk.press("Ctrl+Return")
    clerk.qtbot.waitUntil(lambda: dialog.outcome.isVisible(), timeout=20_000)
    clerk.settle()
    assert QApplication.focusWidget() is dialog.cancel
    clerk.press("Enter")
    assert not dialog.isVisible()
