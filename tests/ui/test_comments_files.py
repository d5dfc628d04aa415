"""The menu behind the three dots: a file is attached and listed, comments of one person are joined."""

import pytest
from comments_window import Clerk
from PySide6.QtWidgets import QFileDialog

from frhearing.desk import testimony


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

    found, _menu = entries(clerk, [comment.id])
    found["Attach a file…"].trigger()
    clerk.settle()

    assert [a.name for a in testimony.attachments(clerk.session.desk, comment.id)] == ["map.txt"]
    found, _menu = entries(clerk, [comment.id])
    assert "Open map.txt" in found


def test_comments_of_one_person_are_joined_and_counted_once(clerk):
    ids = [clerk.comment(12).id, clerk.comment(13).id]
    assert "From one person" not in entries(clerk, ids[:1])[0]

    found, _menu = entries(clerk, ids)
    found["From one person (2 comments)"].trigger()
    clerk.settle()

    rows = clerk.session.desk.store.rows("SELECT person_id FROM comment WHERE id IN (?,?)", ids)
    assert rows[0][0] is not None
    assert rows[0][0] == rows[1][0]
