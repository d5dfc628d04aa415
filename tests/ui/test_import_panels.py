"""The import window with many files: one box for a kind, rows and turns looked at by keyboard, one answer for all."""

from email.message import EmailMessage
from pathlib import Path

import pytest
from comments_window import Clerk
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QImage
from PySide6.QtWidgets import QApplication, QLineEdit
from shiboken6 import isValid

from frhearing.desk import importing, testimony
from frhearing.model.filter import CommentFilter
from frhearing.model.position import Stance
from frhearing.ui.dialogs.import_dialog import ImportDialog, open_import
from frhearing.ui.dialogs.import_files import FilesForm
from frhearing.ui.dialogs.import_picture import PictureView, pages_of
from frhearing.ui.dialogs.import_questions import EncodingBox
from frhearing.ui.dialogs.import_rows import RowsForm
from frhearing.ui.dialogs.import_turns import TurnsForm

LETTER = "Dear council,\n\nplease keep the lights on in the alley all night.\n"


@pytest.fixture
def clerk(qtbot, tmp_path):
    return Clerk(qtbot, tmp_path / "data")


def wait(clerk: Clerk, dialog: ImportDialog) -> ImportDialog:
    clerk.qtbot.waitUntil(lambda: dialog.plan is not None and not dialog.work.busy, timeout=30_000)
    return dialog


def opened(clerk: Clerk, *paths: Path) -> ImportDialog:
    return wait(clerk, open_import(clerk.session, paths, clerk.window))


def add(clerk: Clerk, dialog: ImportDialog) -> None:
    dialog.add.click()
    clerk.qtbot.waitUntil(lambda: dialog.outcome.isVisible(), timeout=30_000)


def form_of(clerk: Clerk, kind):
    clerk.qtbot.waitUntil(lambda: any(isValid(one) for one in clerk.window.findChildren(kind)))
    return clerk.window.findChildren(kind)[0]


def new_comments(clerk: Clerk):
    ids = testimony.list_ids(clerk.session.desk, clerk.hearing, CommentFilter(descending=False))
    found = [testimony.get_comment(clerk.session.desk, one) for one in ids]
    return [one for one in found if one.number > 14]


def test_a_folder_of_letters_has_one_box_and_is_dropped_as_it_is(clerk, tmp_path):
    folder = tmp_path / "letters"
    folder.mkdir()
    for n in range(105):
        (folder / f"{n:03}.txt").write_text(f"{LETTER}Voice {n}\n", encoding="utf-8")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(folder))])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    event = QDropEvent(QPointF(300, 300), copy, data, left, Qt.KeyboardModifier.NoModifier)
    clerk.window.dropEvent(event)
    dialog = wait(clerk, form_of(clerk, ImportDialog))
    (box,) = dialog.kinds.boxes
    assert box.title.text() == "105 letters: letters › 000.txt, letters › 001.txt and 103 more"
    assert dialog.title.text() == "Import 105 files from “letters”"
    assert dialog.add.text() == "Add 105 comments"
    steps = []
    dialog.work.progressed.connect(lambda done, total, words: steps.append((done, total, words)))
    add(clerk, dialog)
    assert len(new_comments(clerk)) == 105
    assert steps[-1][:2] == (105, 105)
    dialog.cancel.click()


def test_several_kinds_are_closed_and_one_that_is_no_use_says_so(clerk, tmp_path):
    (tmp_path / "a.csv").write_text("Name,Comment\nAna,Keep them on.\n", encoding="utf-8")
    (tmp_path / "b.csv").write_text("x,y\n1,2\n", encoding="utf-8")
    (tmp_path / "c.txt").write_text(LETTER, encoding="utf-8")
    dialog = opened(clerk, *(tmp_path / name for name in ("a.csv", "b.csv", "c.txt")))
    assert [box.columns for box in dialog.kinds.boxes] == [None, None, None]
    last = dialog.kinds.boxes[2]
    assert "No column of “b.csv”" in last.fault.text()
    assert "--map" not in last.fault.text()
    assert dialog.add.text() == "Add 2 comments"
    assert dialog.add.isEnabled()
    dialog.found.files.click()
    form = form_of(clerk, FilesForm)
    table = form.model
    lines = [[table.data(table.index(n, at)) for at in range(6)] for n in range(table.rowCount())]
    assert [line[:5] for line in lines] == [
        ["b.csv", "0", "0", "0", "0"],
        ["a.csv", "1", "1", "0", "0"],
        ["c.txt", "1", "1", "0", "0"],
    ]
    assert "No column" in lines[0][5]
    form.reject()
    last.toggle.click()
    box = last.columns.boxes["x"]
    box.setCurrentIndex(box.findData("text"))
    box.activated.emit(box.currentIndex())
    wait(clerk, dialog)
    assert dialog.add.text() == "Add 3 comments"
    dialog.cancel.click()


def test_rows_are_set_right_by_keyboard(clerk, tmp_path):
    path = tmp_path / "rows.csv"
    rows = "Name,Received,Position,Comment\nJane,2/30/2026,perhaps,I ask you to think.\nBo,2/3/2026,yes,\nCy,,no,No.\n"
    path.write_text(rows, encoding="utf-8")
    dialog = opened(clerk, path)
    assert dialog.found.look.text().strip() == "Look at 3 rows…"
    dialog.found.look.setFocus()
    clerk.press("Enter")
    form = form_of(clerk, RowsForm)
    clerk.qtbot.waitUntil(lambda: form.at is not None)
    assert form.filter.itemText(0) == "All 3"
    name, received = form.editor.name.field, form.editor.received.field
    assert isinstance(name, QLineEdit)
    name.setFocus()
    clerk.press("Ctrl+A")
    clerk.type("Jane Roe")
    received.setFocus()
    clerk.type("not a day")
    assert form.editor.received.error
    clerk.press("Ctrl+A")
    clerk.type("Feb 20")
    assert not form.editor.received.error
    stance = form.editor.stances[0].field
    stance.setFocus()
    stance.setCurrentIndex(stance.findData("mixed"))
    stance.activated.emit(stance.currentIndex())
    assert not form.model.unsettled(form.at)
    clerk.press("Ctrl+Return")
    assert form.at.one.comment.name == "Bo"
    assert QApplication.focusWidget() is form.editor.text
    clerk.type("Typed from the page.")
    clerk.press("Ctrl+Return")
    form.editor.out.click()
    clerk.press("Ctrl+Return")
    clerk.qtbot.waitUntil(lambda: not isValid(form) or not form.isVisible())
    assert dialog.add.text() == "Add 2 comments"
    assert dialog.plan.problems == []
    add(clerk, dialog)
    jane, bo = new_comments(clerk)
    assert (jane.name, jane.received_as_written, jane.stances) == ("Jane Roe", "2/30/2026", {1: Stance.MIXED})
    assert (bo.text, dialog.outcome.save.isVisible()) == ("Typed from the page.", True)
    dialog.cancel.click()


def test_a_scan_is_typed_beside_its_page_or_waits(clerk, tmp_path):
    from reportlab.pdfgen import canvas

    scan = tmp_path / "scan.pdf"
    page = canvas.Canvas(str(scan), pagesize=(200, 200))
    page.rect(20, 20, 100, 100, fill=1)
    page.save()
    dialog = opened(clerk, scan)
    assert [problem.kind for problem in dialog.plan.problems] == [importing.ProblemKind.NO_TEXT]
    dialog.found.look.click()
    form = form_of(clerk, RowsForm)
    clerk.qtbot.waitUntil(lambda: form.page.stack.currentWidget() is form.page.pdf, timeout=10_000)
    assert form.page.pdf.pages == 1
    assert form.next.text().strip() == "Done"
    form.reject()
    assert dialog.add.isEnabled()
    add(clerk, dialog)
    (waits,) = new_comments(clerk)
    assert waits.text == ""
    found = testimony.list_ids(clerk.session.desk, clerk.hearing, CommentFilter(to_type=True))
    assert list(found) == [waits.id]
    dialog.cancel.click()
    clerk.settle()


def test_a_photographed_letter_is_typed_beside_the_picture(clerk, tmp_path):
    letter = tmp_path / "letter.jpg"
    upright = QImage(600, 800, QImage.Format.Format_RGB888)
    upright.fill(0xF4EFE0)
    assert upright.save(str(letter))
    dialog = opened(clerk, letter)
    assert dialog.found.look.text().strip() == "Look at 1 row…"
    dialog.found.look.click()
    form = form_of(clerk, RowsForm)
    page = form.page
    clerk.qtbot.waitUntil(lambda: page.stack.currentWidget() is page.picture, timeout=10_000)
    inner = page.picture.widget()
    wide, high = inner.width(), inner.height()
    assert high > wide
    page.larger.click()
    assert inner.width() > wide
    page.smaller.click()
    page.smaller.click()
    assert inner.width() == wide
    page.turn.click()
    assert inner.height() < inner.width()
    form.editor.text.setFocus()
    clerk.type("Keep the pause.")
    clerk.press("Ctrl+Return")
    add(clerk, dialog)
    (typed,) = new_comments(clerk)
    assert typed.text == "Keep the pause."
    (kept,) = testimony.attachments(clerk.session.desk, typed.id)
    assert Path(kept.path).read_bytes() == letter.read_bytes()
    dialog.cancel.click()


@pytest.mark.parametrize("ending", ["tiff", "png", "webp", "bmp"])
def test_pages_are_read_again_and_again(tmp_path, ending):
    path = tmp_path / f"letter.{ending}"
    page = QImage(3000, 4000, QImage.Format.Format_RGB888)
    page.fill(0xF4EFE0)
    assert page.save(str(path))
    data = path.read_bytes()
    for _ in range(8):  # a reader that outlived what it read from ended the program
        (shown,), more = pages_of(data)
        assert (shown.width(), shown.height(), more) == (1800, 2400, 0)
    assert pages_of(b"no picture")[0] == []


def test_a_page_as_high_as_its_pane_comes_to_rest(qtbot):
    page = QImage(300, 390, QImage.Format.Format_RGB888)
    page.fill(0xF4EFE0)
    view = PictureView()
    qtbot.addWidget(view)
    view.show_pages([page], 0)
    view.resize(480, 400)
    view.show()
    widths = set()
    for high in range(590, 640):  # somewhere here the page is as high as the pane that would show a bar beside it
        view.resize(480, high)
        for _ in range(3):
            QApplication.processEvents()
            widths.add(view.widget().width())
    assert len(widths) == 1


def test_a_day_without_a_time_is_edited_without_one(clerk, tmp_path):
    path = tmp_path / "rows.csv"
    rows = "Name,Received,Position,Comment\nJane,2/3/2026,perhaps,Please think.\nBo,2/3/2026 00:00,perhaps,No.\n"
    path.write_text(rows, encoding="utf-8")
    dialog = opened(clerk, path)
    dialog.found.look.click()
    form = form_of(clerk, RowsForm)
    line = form.editor.received.field
    assert line.text() == "Feb 3, 2026"
    assert form.editor.edit == importing.RowEdit()
    clerk.press("Ctrl+Return")
    assert line.text() == "Feb 3, 2026, 12:00 AM"
    form.reject()
    dialog.cancel.click()


def test_a_transcript_is_parted_by_keyboard(clerk, tmp_path):
    path = tmp_path / "hearing.vtt"
    said = "I live here. Keep them on. I am Bo, and I say off."
    cues = f"00:01.000 --> 00:05.000\n<v Chair>Next, please.\n\n00:06.000 --> 00:20.000\n<v Jane Roe>{said}\n"
    path.write_text(f"WEBVTT\n\n{cues}", encoding="utf-8")
    dialog = opened(clerk, path)
    assert dialog.add.text() == "Add 1 comment"
    assert [row.reason for row in dialog.plan.refused] == ["left out: the speaker holds an office of this hearing"]
    assert next(dialog.found.lines())[1] == "1 turn left out: the speaker holds an office of this hearing"
    box = dialog.kinds.boxes[0]
    box.toggle.setFocus()
    box.turns.click()
    form = form_of(clerk, TurnsForm)
    assert QApplication.focusWidget() is form.list
    assert form.model.left_out == {form.model.turns[0].row}
    chair = form.model.index(0)
    assert "Left out: holds an office of this hearing. Next, please." in chair.data()
    clerk.press("Space")
    assert form.model.left_out == set()
    assert "Left out" not in chair.data()
    clerk.press("Space")
    clerk.press("Down")
    form.text.setFocus()
    cursor = form.text.textCursor()
    cursor.setPosition(said.index("I am Bo"))
    form.text.setTextCursor(cursor)
    form.split.click()
    assert len(form.model.turns) == 3
    assert QApplication.focusWidget() is form.name.field
    clerk.type("Bo Doe")
    form.take.click()
    clerk.qtbot.waitUntil(lambda: dialog.plan.new == 2 and not dialog.work.busy)
    add(clerk, dialog)
    assert [(one.name, one.text) for one in new_comments(clerk)] == [
        ("Jane Roe", "I live here. Keep them on."),
        ("Bo Doe", "I am Bo, and I say off."),
    ]
    assert all(one.spoken for one in new_comments(clerk))
    dialog.cancel.click()


def test_one_answer_for_all_encodings(clerk, tmp_path):
    paths = [tmp_path / f"{n}.txt" for n in range(5)]
    for n, path in enumerate(paths):
        path.write_bytes(f"¡No! El señor {n} pide más luz.".encode("cp1252"))
    dialog = opened(clerk, *paths)
    (box,) = dialog.findChildren(EncodingBox)
    assert box.same.text() == "The same answer for all 5 files that ask this"
    box.same.setChecked(False)
    box.choices["cp1252"].click()
    clerk.qtbot.waitUntil(lambda: dialog.plan.new == 1 and not dialog.work.busy, timeout=30_000)
    clerk.qtbot.waitUntil(lambda: any(one.isVisible() for one in dialog.findChildren(EncodingBox)))
    (box,) = [one for one in dialog.findChildren(EncodingBox) if one.isVisible()]
    box.choices["cp1252"].click()
    clerk.qtbot.waitUntil(lambda: dialog.plan.new == 5 and not dialog.work.busy, timeout=30_000)
    assert dialog.add.isEnabled()
    dialog.cancel.click()


def test_cancel_leaves_no_parts_behind(clerk, tmp_path):
    made = EmailMessage()
    made["From"] = "Jane Roe <jane@example.org>"
    made["Date"] = "Mon, 23 Feb 2026 10:00:00 -0600"
    made.set_content(LETTER)
    made.add_attachment(b"\x89PNG" + bytes(99), maintype="image", subtype="png", filename="a.png")
    path = tmp_path / "a.eml"
    path.write_bytes(bytes(made))
    dialog = opened(clerk, path)
    spool = dialog.plan.spool.path
    assert any(spool.iterdir())
    dialog.cancel.click()
    clerk.settle()
    clerk.qtbot.waitUntil(lambda: not spool.exists(), timeout=5_000)
    assert new_comments(clerk) == []
