"""Import by the window: questions, what goes where, preview, adding, cancelling, taking back."""

import csv

import pytest
from comments_window import Clerk
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QFileDialog
from shiboken6 import isValid

from frhearing.desk import codebook, testimony
from frhearing.desk.importing import ColumnMap
from frhearing.model.filter import CommentFilter
from frhearing.model.position import Stance
from frhearing.ui.dialogs.import_columns import field_of, moved
from frhearing.ui.dialogs.import_dialog import ImportDialog, open_import
from frhearing.ui.dialogs.import_questions import EncodingBox
from frhearing.ui.widgets import Pill

ROWS = """Full name,Your comment,Position,Who are you
Ana María Ruiz,Keep the lights on in the alley.,in favor,Resident
Bo Quist,"Turn them off, please.",negative,Block club
Cy Ames,I have only a question.,perhaps,Resident
"""


@pytest.fixture
def clerk(qtbot, tmp_path):
    return Clerk(qtbot, tmp_path / "data")


@pytest.fixture
def table(tmp_path):
    path = tmp_path / "letters.csv"
    path.write_text(ROWS, encoding="utf-8")
    return path


def opened(clerk, *paths) -> ImportDialog:
    dialog = open_import(clerk.session, paths, clerk.window)
    clerk.qtbot.waitUntil(lambda: dialog.plan is not None and not dialog.work.busy, timeout=20_000)
    return dialog


def gone(dialog):
    return not isValid(dialog) or not dialog.isVisible()


def pills(dialog):
    return [pill.text() for pill in dialog.found.pills.widgets() if isinstance(pill, Pill)]


def count(clerk):
    return len(testimony.list_ids(clerk.session.desk, clerk.hearing, CommentFilter()))


def add(clerk, dialog):
    dialog.add.click()
    clerk.qtbot.waitUntil(lambda: dialog.outcome.isVisible(), timeout=20_000)


def test_nothing_is_added_before_the_green_button_and_undo_takes_all_back(clerk, table):
    before = count(clerk)
    dialog = opened(clerk, table)
    assert dialog.add.text() == "Add 3 comments"
    assert "3 new" in pills(dialog)
    assert count(clerk) == before
    clerk.press("Ctrl+Return")
    clerk.qtbot.waitUntil(lambda: dialog.outcome.isVisible(), timeout=20_000)
    assert count(clerk) == before + 3
    assert clerk.comment(15).name == "Ana María Ruiz"
    assert clerk.comment(15).text == "Keep the lights on in the alley."
    assert [clerk.stance(n) for n in (15, 16, 17)] == [Stance.SUPPORT, Stance.OPPOSE, None]
    dialog.cancel.click()
    clerk.settle()
    assert clerk.numbers()[:3] == [17, 16, 15]
    clerk.window.activateWindow()
    clerk.page.space.list.view.setFocus()
    clerk.press("Ctrl+Z")
    clerk.settle()
    assert count(clerk) == before
    assert clerk.numbers()[0] == 14


def test_the_buttons_stay_in_sight_and_enter_never_throws_a_finished_preview_away(clerk, tmp_path):
    path = tmp_path / "many.csv"
    path.write_text(
        ROWS + "".join(f"Di {n},Words {n}.,{'in favor' if n % 2 else 'odd'},Resident\n" for n in range(70)),
        encoding="utf-8",
    )
    clerk.window.resize(1100, 690)
    before = count(clerk)
    dialog = opened(clerk, path)
    dialog.found.all.click()
    clerk.settle()
    bar = dialog.middle.area.verticalScrollBar()
    clerk.qtbot.waitUntil(lambda: bar.maximum() > 0)  # there is more than fits: the middle scrolls, not the panel
    assert not dialog._scroll.verticalScrollBar().maximum()
    for button in (dialog.add, dialog.cancel, dialog.close_button):
        assert dialog.rect().contains(button.rect().translated(button.mapTo(dialog, QPoint())))
    dialog.found.look.setFocus()
    assert bar.value() > 0  # what has the focus is scrolled to
    dialog.add.setFocus()
    assert not dialog.cancel.hasFocus()
    clerk.press("Return")
    clerk.qtbot.waitUntil(lambda: dialog.outcome.isVisible(), timeout=20_000)
    assert count(clerk) == before + 73
    dialog.cancel.click()


def test_a_finished_preview_has_the_focus_on_what_adds_it(clerk, table):
    dialog = opened(clerk, table)
    clerk.qtbot.waitUntil(lambda: dialog.add.hasFocus())
    dialog.cancel.click()


def test_a_word_for_the_status_is_asked_for_and_taken(clerk, tmp_path):
    path = tmp_path / "portal.csv"
    path.write_text(
        "Name,Comment,Status\nAna Ruiz,Keep the lights on.,Posted\nBo Quist,Turn them off.,Posted\n"
        "Cy Ames,I have a question.,Pulled\n",
        encoding="utf-8",
    )
    dialog = opened(clerk, path)
    box = dialog.kinds.boxes[0].values.boxes["status", "Pulled"]
    box.setCurrentIndex(box.findData("withdrawn"))
    box.activated.emit(box.currentIndex())
    clerk.qtbot.waitUntil(lambda: not dialog.work.busy)
    add(clerk, dialog)
    assert [clerk.comment(n).status for n in (15, 16, 17)] == ["accepted", "accepted", "withdrawn"]
    assert clerk.comment(17).status_reason == "“Pulled” in “portal.csv”, row 4"
    dialog.cancel.click()


def test_a_second_import_finds_everything_here_already(clerk, table):
    dialog = opened(clerk, table)
    add(clerk, dialog)
    dialog.cancel.click()
    again = opened(clerk, table)
    assert "0 new" in pills(again)
    assert "3 already here" in pills(again)
    assert not again.add.isEnabled()
    again.cancel.click()


def test_a_word_is_given_its_code_and_the_code_is_remembered(clerk, table, tmp_path):
    dialog = opened(clerk, table)
    values = dialog.kinds.boxes[0].values
    box = values.boxes["stance", "perhaps"]
    box.setCurrentIndex(box.findData("neutral"))
    box.activated.emit(box.currentIndex())
    clerk.qtbot.waitUntil(lambda: not dialog.work.busy)
    add(clerk, dialog)
    assert clerk.stance(17) is Stance.NEUTRAL
    dialog.cancel.click()
    other = tmp_path / "more letters.csv"
    other.write_text(ROWS.replace("Cy Ames", "Di Ames").replace("only a question", "one question"), encoding="utf-8")
    second = opened(clerk, other)
    columns, values = second.kinds.boxes[0].columns, second.kinds.boxes[0].values
    assert not columns._remembered.isHidden()
    assert values.boxes["stance", "perhaps"].currentData() == "neutral"


def test_a_column_goes_where_the_clerk_says(clerk, table):
    dialog = opened(clerk, table)
    columns = dialog.kinds.boxes[0].columns
    box = columns.boxes["Who are you"]
    assert box.currentData() == "group"
    box.setCurrentIndex(box.findData("organization"))
    box.activated.emit(box.currentIndex())
    clerk.qtbot.waitUntil(lambda: not dialog.work.busy)
    add(clerk, dialog)
    assert clerk.comment(16).organization == "Block club"
    assert "Block club" not in {group.name for group in codebook.list_groups(clerk.session.desk)}


def test_without_a_text_column_nothing_can_be_added(clerk, table):
    dialog = opened(clerk, table)
    columns = dialog.kinds.boxes[0].columns
    box = columns.boxes["Your comment"]
    box.setCurrentIndex(box.findData(""))
    box.activated.emit(box.currentIndex())
    clerk.qtbot.waitUntil(lambda: not dialog.work.busy)
    assert not dialog.add.isEnabled()
    assert "text" in dialog.bar.words.text()
    assert "--map" not in dialog.bar.words.text()


def test_the_columns_of_a_very_wide_table_are_shown_some_at_a_time(clerk, tmp_path):
    path = tmp_path / "wide.csv"
    path.write_text("\n".join(",".join(f"{word}{at}" for at in range(5000)) for word in ("c", "v")), encoding="utf-8")
    dialog = opened(clerk, path)
    columns = dialog.kinds.boxes[0].columns
    assert columns.more.text().strip() == "5,000 more columns, kept beside the comments"
    columns.more.click()
    assert columns.more.text().strip() == "4,940 more columns, kept beside the comments"
    columns.more.click()
    assert list(columns.boxes) == [f"c{at}" for at in range(120)]
    clerk.qtbot.waitUntil(lambda: columns.boxes["c60"].hasFocus())


def test_the_encoding_is_asked_never_guessed(clerk, tmp_path):
    path = tmp_path / "old.csv"
    path.write_bytes("Name,Comment\nJosé Núñez,Está bien\n".encode("cp1252"))
    dialog = opened(clerk, path)
    (question,) = dialog.findChildren(EncodingBox)
    assert not dialog.add.isEnabled()
    choice = question.choices["cp1252"]
    assert "José Núñez" in choice.accessibleDescription()
    choice.click()
    clerk.qtbot.waitUntil(lambda: dialog.add.isEnabled(), timeout=20_000)
    add(clerk, dialog)
    assert clerk.comment(15).name == "José Núñez"


def test_the_table_is_chosen_where_a_file_holds_two(clerk, tmp_path):
    path = tmp_path / "two.csv"
    first = "Name,Comment\nAna,One thing to say here.\n"
    second = "Author,Statement,Ward\nBo,Another thing to say here.,3\nCy,A third thing to say.,4\n"
    path.write_text(f"{first}\n\n{second}", encoding="utf-8")
    dialog = opened(clerk, path)
    box = dialog.tables.tables[0]
    assert box.count() == 2
    other = 1 - box.currentIndex()
    box.setCurrentIndex(other)
    box.activated.emit(other)
    clerk.qtbot.waitUntil(lambda: not dialog.work.busy)
    assert len(dialog.plan.sources[0].table.rows) == (1, 2)[other]
    left = dialog.plan.readings[0].tables[1 - other].described
    assert dialog.plan.parts_not_read == [f"“two.csv”: the other table, {left}"]
    add(clerk, dialog)
    assert f"Not read: “two.csv”: the other table, {left}" in dialog.outcome.more.text().splitlines()


def test_the_other_table_is_taken_in_by_a_tick(clerk, tmp_path):
    path = tmp_path / "two.csv"
    first = "Name,Comment\nAna,One thing to say here.\n"
    second = "Author,Statement,Ward\nBo,Another thing to say here.,3\nCy,A third thing to say.,4\n"
    path.write_text(f"{first}\n\n{second}", encoding="utf-8")
    dialog = opened(clerk, path)
    (offered,) = [tick for tick in dialog.tables.also.values() if tick.isVisible()]
    assert offered.text() == "Also take in row 2 (Name, Comment)"
    offered.click()
    clerk.qtbot.waitUntil(lambda: not dialog.work.busy)
    assert dialog.title.text() == "Import “two.csv”"
    assert dialog.add.text() == "Add 3 comments"
    assert offered.isChecked()
    offered.click()
    clerk.qtbot.waitUntil(lambda: not dialog.work.busy)
    assert dialog.add.text() == "Add 2 comments"
    offered.click()
    clerk.qtbot.waitUntil(lambda: not dialog.work.busy)
    add(clerk, dialog)
    assert clerk.comment(17).name == "Ana"


def test_refused_rows_are_shown_and_saved_with_their_reasons(clerk, tmp_path):
    path = tmp_path / "broken.csv"
    path.write_text("Name,Comment\nAna,Fine so far as it goes\nBo,one,too many,cells\n,\n", encoding="utf-8")
    dialog = opened(clerk, path)
    lines = list(dialog.found.lines())
    assert any(words.startswith("Row 3:") and remark == "refused, kept aside" for _icon, words, remark in lines)
    add(clerk, dialog)
    target = tmp_path / "refused.csv"
    dialog.outcome.save_refused(target)
    rows = list(csv.reader(target.read_text(encoding="utf-8-sig").splitlines()))
    assert rows[0][:3] == ["file", "row", "reason"]
    assert any(row[1] == "3" for row in rows[1:])


def test_a_file_that_cannot_be_read_is_said_and_leaves_the_rest(clerk, table, tmp_path):
    picture = tmp_path / "scan.png"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(64))
    alone = opened(clerk, picture)
    assert "scan.png" in alone.bar.words.text()
    assert not alone.add.isEnabled()
    alone.cancel.click()
    both = opened(clerk, picture, table)
    assert both.add.text() == "Add 3 comments"
    assert any("scan.png" in words for _icon, words, _remark in both.found.lines())


def test_cancel_while_reading_leaves_nothing_and_gives_the_focus_back(clerk, tmp_path):
    before = count(clerk)
    path = tmp_path / "many.csv"
    path.write_text("Name,Comment\n" + "Ana,The same long sentence again.\n" * 60_000, encoding="utf-8")
    clerk.page.space.list.view.setFocus()
    dialog = open_import(clerk.session, [path], clerk.window)
    dialog.reject()
    clerk.qtbot.waitUntil(lambda: gone(dialog), timeout=20_000)
    clerk.settle()
    assert count(clerk) == before
    assert QApplication.focusWidget() is clerk.page.space.list.view


def test_cancel_while_adding_leaves_nothing(clerk, tmp_path):
    before = count(clerk)
    path = tmp_path / "many.csv"
    rows = "".join(f"Ana {n},A sentence with the number {n} in it.\n" for n in range(30_000))
    path.write_text("Name,Comment\n" + rows, encoding="utf-8")
    dialog = opened(clerk, path)
    dialog.add.click()
    dialog.reject()
    clerk.qtbot.waitUntil(lambda: gone(dialog), timeout=60_000)
    assert count(clerk) == before
    assert clerk.session.desk.undo_step.kind != "import"


def test_a_real_export_of_two_files_is_joined(clerk, shared_data):
    folder = shared_data / "usda-regs-comments"
    dialog = opened(clerk, *sorted(folder.glob("*.csv")))
    assert dialog.add.text() == "Add 199 comments"
    assert dialog.tables.join.isChecked()
    before = count(clerk)
    add(clerk, dialog)
    assert count(clerk) == before + 199
    dialog.outcome.show_button.click()
    clerk.settle()
    assert len(clerk.numbers()) == 199
    clerk.window.activateWindow()
    clerk.page.space.list.view.setFocus()
    clerk.press("Ctrl+A", "o")
    clerk.settle()
    clerk.qtbot.waitUntil(lambda: not clerk.page.writer.busy)
    clerk.settle()
    ids = testimony.list_ids(clerk.session.desk, clerk.hearing, CommentFilter(stances=("oppose",)))
    assert len(ids) == 199 + 3


def test_moving_a_column_to_a_field_of_one_column_frees_the_old_one():
    mapping = ColumnMap({"text": ("Body",), "name": ("First",)})
    assert moved(mapping, "Note", "text").columns == {"text": ("Note",), "name": ("First",)}
    assert moved(mapping, "Last", "name").columns == {"text": ("Body",), "name": ("First", "Last")}
    assert moved(mapping, "Body", "").columns == {"name": ("First",)}
    assert field_of(mapping, "First") == "name"
    assert field_of(mapping, "Note") == ""


def test_a_folder_is_chosen_by_a_command(qtbot, frame, tmp_path, monkeypatch):
    folder = tmp_path / "letters"
    folder.mkdir()
    for name in ("ann", "bo"):
        (folder / f"{name}.txt").write_text(f"I am {name} and I ask you to keep the pause.\n", encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    frame.commands.run("import_folder")
    dialog = frame.findChild(ImportDialog)
    qtbot.waitUntil(lambda: dialog.plan is not None and dialog.plan.new == 2, timeout=20_000)
    dialog.reject()
