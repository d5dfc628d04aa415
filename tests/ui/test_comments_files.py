"""The menu behind the three dots: a file is attached and listed, comments of one person are joined."""

import pytest
from comments_window import Clerk
from PySide6.QtWidgets import QApplication, QFileDialog

from frhearing.desk import testimony
from frhearing.ui.shell import found


@pytest.fixture
def clerk(qtbot, qapp, tmp_path):
    made = Clerk(qtbot, tmp_path)
    yield made
    made.settle()
    made.session.desk.close()


def entries(clerk, ids):
    comment = clerk.comment(12)
    menu = clerk.page._more.menu(comment, ids)
    return {action.text(): action for action in menu.actions()}, menu


def test_a_file_is_attached_and_can_be_opened_afterwards(clerk, tmp_path, monkeypatch):
    (tmp_path / "map.txt").write_text("here", encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(tmp_path / "map.txt"), ""))
    comment = clerk.comment(12)

    offered, _menu = entries(clerk, [comment.id])
    offered["Attach a file…"].trigger()
    clerk.settle()

    assert [a.name for a in testimony.attachments(clerk.session.desk, comment.id)] == ["map.txt"]
    offered, _menu = entries(clerk, [comment.id])
    assert "Open map.txt" in offered
    assert clerk.window.notices.words.text() == "map.txt is attached to No. 12; “More” opens it."
    clerk.window.notices.button.click()
    assert testimony.attachments(clerk.session.desk, comment.id) == []


@pytest.mark.qt_log_ignore("does not support")
def test_more_opens_by_key_and_is_found_by_what_it_holds(clerk):
    clerk.stand_on(12)
    clerk.press("Alt+Return")
    shown = QApplication.activePopupWidget()
    assert shown.accessibleName() == "More about No. 12"
    shown.close()
    ids = found.available(clerk.window.commands)
    assert any("More about" in line.text for line in found.find(clerk.session, clerk.window.commands, ids, "attach"))


def test_comments_of_one_person_are_joined_and_counted_once(clerk):
    ids = [clerk.comment(12).id, clerk.comment(13).id]
    assert "From one person" not in entries(clerk, ids[:1])[0]

    offered, _menu = entries(clerk, ids)
    offered["From one person (2 comments)"].trigger()
    clerk.settle()

    rows = clerk.session.desk.store.rows("SELECT person_id FROM comment WHERE id IN (?,?)", ids)
    assert rows[0][0] is not None
    assert rows[0][0] == rows[1][0]
