"""The Record page: stage, checks, backups, exports, soundness and the audit log, on a real store."""

import csv
import json
import sqlite3

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QLabel, QMainWindow
from small_hearing import VOICES, open_small

from frhearing.desk import backups, coding, hearings, testimony
from frhearing.model.filter import NOT_TAGGED, CommentFilter
from frhearing.model.hearing import HearingStatus
from frhearing.model.position import Stance
from frhearing.ui import theme
from frhearing.ui.actions import Commands
from frhearing.ui.pages.record import RecordPage
from frhearing.ui.pages.record.audit_model import LINE_ROLE, PAGE, AuditModel
from frhearing.ui.session import Session


@pytest.fixture
def page(qtbot, qapp, tmp_path):
    theme.install(qapp, "light", 1.0)
    desk, hearing = open_small(tmp_path / "data")
    window = QMainWindow()
    qtbot.addWidget(window)
    session = Session(desk, window)
    session.open_hearing(hearing)
    made = RecordPage(session, Commands(window))
    window.setCentralWidget(made)
    window.resize(1286, 690)
    made.show_hearing(session)
    made.reflow(1366)
    window.show()
    quiet(qtbot, made)
    yield made
    session.background.wait()
    desk.close()


def quiet(qtbot, page):
    """Wait until reading has come to rest."""
    timers = (page._timer, page.audit._timer, page.audit.field._wait)
    qtbot.waitUntil(lambda: not page.session.background.busy and not any(timer.isActive() for timer in timers))


def words(widget):
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if not label.isHidden())


def lines(page):
    model = page.audit.model
    return [model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(model.rowCount())]


def test_checks_say_what_certifying_will_ask_and_lead_there(page):
    said = words(page.certify)
    assert "2 comments are not tagged on question 1" in said
    assert "13 comments are not tagged on question 2" in said
    assert "No comment waits for review" in said
    assert "is not in this version yet" in said
    asked = []
    page.session.comments_asked.connect(asked.append)
    page.certify.jumped.emit("comments.to_tag:2")
    assert (asked[0].question, asked[0].stances) == (2, (NOT_TAGGED,))
    assert page.session.question == 2


def test_checks_follow_the_tags(page, qtbot):
    desk, hearing = page.session.desk, page.session.hearing_id
    untagged = list(testimony.list_ids(desk, hearing, CommentFilter(stances=(NOT_TAGGED,))))
    page.session.write(lambda: coding.set_stance(desk, untagged, 1, Stance.OPPOSE))
    quiet(qtbot, page)
    assert "All 13 comments are tagged on question 1" in words(page.certify)


def test_closing_the_record_moves_the_stage_and_can_be_taken_back(page, qtbot):
    desk, session = page.session.desk, page.session
    assert page.certify.close_button.isHidden()
    session.write(lambda: hearings.set_status(desk, session.hearing_id, HearingStatus.CLOSED))
    quiet(qtbot, page)
    assert page.stages.accessibleName().startswith("Stage of the record: Draft")
    page.certify.close_button.click()
    quiet(qtbot, page)
    assert session.hearing.status is HearingStatus.RECORD_CLOSED
    assert page.stages.accessibleName().startswith("Stage of the record: Complete")
    assert page.certify.close_button.accessibleName() == "Open the record again"
    session.undo()
    quiet(qtbot, page)
    assert session.hearing.status is HearingStatus.CLOSED


def test_backups_are_listed_with_what_they_hold(page, qtbot):
    assert "There is no backup yet" in words(page.backups)
    made = backups.backup_now(page.session.desk)
    damaged = made.path.with_name("2020-01-01-000000.db")
    damaged.write_bytes(b"this is no store")
    page.session.notice("ok", "Backed up.")
    quiet(qtbot, page)
    assert f"{len(VOICES)} comments" in words(page.backups)
    signs = [label.accessibleName() for label in page.backups.findChildren(QLabel)]
    assert signs.count("Sound") == 1
    assert signs.count("Damaged") == 1


def test_back_up_now_and_restore_are_the_commands_of_the_frame(page):
    done = []
    page.commands.bind("backup", lambda: done.append("backup"))
    page.commands.bind("restore", lambda: done.append("restore"))
    page.primary()
    page.backups.restore.click()
    assert done == ["backup", "restore"]


@pytest.mark.parametrize("code", ["exact", "spreadsheet", "json"])
def test_export_writes_every_comment(page, qtbot, tmp_path, monkeypatch, code):
    end = "json" if code == "json" else "csv"
    target = tmp_path / f"out.{end}"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a, **_k: (str(target), ""))
    notices = []
    page.session.noticed.connect(notices.append)
    page.export.buttons[code].click()
    qtbot.waitUntil(lambda: bool(notices))
    assert f"Exported {len(VOICES)} comments to out.{end}" in notices[0].words
    if code == "json":
        read = json.loads(target.read_text(encoding="utf-8"))["comments"]
    else:
        read = list(csv.DictReader(target.read_text(encoding="utf-8-sig").splitlines()))
    assert [row["name"] for row in read] == [voice[0] for voice in VOICES]


def test_an_export_that_cannot_be_written_is_told_in_words(page, qtbot, tmp_path):
    notices = []
    page.session.noticed.connect(notices.append)
    page.export.write("exact", tmp_path / "no such folder" / "out.csv")
    qtbot.waitUntil(lambda: bool(notices))
    assert "The record is untouched" in notices[0].words


def test_a_sound_store_is_said_to_be_sound(page, qtbot):
    page.soundness.now.click()
    qtbot.waitUntil(lambda: page.soundness.report is not None)
    assert "The store is sound" in page.soundness.words.text()
    assert page.soundness.sign.accessibleName() == "Sound"
    assert page.soundness.copy_button.isHidden()


def test_a_store_changed_by_another_hand_is_found_out(page, qtbot, qapp):
    path = page.session.desk.files.store
    with sqlite3.connect(path, isolation_level=None) as other:
        names = [name for (name,) in other.execute("SELECT name FROM sqlite_master WHERE type='trigger'")]
        for name in names:
            other.execute(f"DROP TRIGGER {name}")
        other.execute("UPDATE comment SET name='Somebody else'")
    other.close()
    page.soundness.now.click()
    qtbot.waitUntil(lambda: page.soundness.report is not None)
    assert not page.soundness.report.ok
    assert page.soundness.sign.accessibleName() == "Not sound"
    assert "Nothing was changed. Keep this store" in page.soundness.words.text()
    page.soundness.copy_button.click()
    assert qapp.clipboard().text() == "\n".join(page.soundness.report.lines)


def test_log_tells_in_sentences_who_did_what(page):
    said = lines(page)
    assert any("M. Oleson: Recorded: No. 1" in line for line in said)
    assert said[0].endswith(".")


def test_a_new_step_stands_at_the_top_and_opens_its_comment(page, qtbot):
    desk = page.session.desk
    first = testimony.comment_by_number(desk, page.session.hearing_id, 1)
    page.session.write(lambda: coding.set_stance(desk, [first.id], 1, Stance.MIXED))
    quiet(qtbot, page)
    assert "Stance: No. 1" in lines(page)[0]
    asked = []
    page.session.asked.connect(lambda name, comment: asked.append((name, comment)))
    page.audit.table.activated.emit(page.audit.model.index(0, 0))
    assert asked == [("comments", first.id)]


def test_the_result_of_a_check_is_seen_in_a_low_window(qtbot, page):
    page.window().resize(1286, 520)
    page.soundness.now.setFocus()
    page.soundness.now.click()
    qtbot.waitUntil(lambda: page.soundness.report is not None)
    words = page.soundness.words
    qtbot.waitUntil(lambda: words.visibleRegion().boundingRect().height() == words.height())


def test_the_log_shows_where_the_keys_go_when_it_gets_the_focus(page):
    table = page.audit.table
    assert not table.selectionModel().hasSelection()
    table.setFocus()
    assert [index.row() for index in table.selectionModel().selectedRows()] == [0]


def test_find_narrows_the_log_and_says_when_nothing_is_there(page, qtbot):
    page.find_here()
    page.audit.field.setText("No. 12")
    quiet(qtbot, page)
    assert lines(page)
    assert all("No. 12" in line for line in lines(page))
    page.audit.field.setText("zzyzx")
    quiet(qtbot, page)
    assert lines(page) == []
    assert "Nothing in the log has these words." in words(page.audit)


def test_long_log_is_read_in_pages_as_it_is_scrolled(page, qtbot):
    desk = page.session.desk
    one = testimony.comment_by_number(desk, page.session.hearing_id, 1).id
    for number in range(PAGE + 20):
        testimony.set_flag(desk, [one], number % 2 == 0)
    page.audit.read()
    quiet(qtbot, page)
    model = page.audit.model
    assert model.rowCount() == PAGE
    seen = lines(page)
    page.audit.table.scrollToBottom()
    qtbot.waitUntil(lambda: model.rowCount() > PAGE)
    quiet(qtbot, page)
    assert lines(page)[:PAGE] == seen
    actions = [model.index(row, 0).data(LINE_ROLE).action for row in range(model.rowCount())]
    assert actions == sorted(set(actions), reverse=True)


def test_log_asks_for_a_page_once_until_it_has_come(qtbot):
    model = AuditModel()
    asked = []
    model.more_wanted.connect(asked.append)
    model.start()
    assert asked == [0]
    assert not model.canFetchMore(QModelIndex())
    model.give_up()
    model.fetchMore(QModelIndex())
    assert asked == [0]


def test_what_takes_the_focus_has_a_name_and_buttons_are_large_enough(page):
    for widget in (*page.panes(), *page.findChildren(QAbstractButton)):
        if widget.isVisible() and widget.isEnabled() and widget.focusPolicy() != Qt.FocusPolicy.NoFocus:
            assert QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name), widget
            if isinstance(widget, QAbstractButton):
                assert min(widget.width(), widget.height()) >= 24, widget.accessibleName()


@pytest.mark.parametrize(("width", "zoom"), [(1366, 1.0), (1366, 2.0), (1000, 1.0)])
def test_cards_fill_the_page_at_any_size(page, qtbot, width, zoom):
    theme.use("light", zoom)
    page.reflow(round(width / zoom))
    page.window().resize(width - 80, 690)
    qtbot.waitUntil(lambda: page.window().width() == width - 80)
    qtbot.wait(50)
    two = width / zoom >= 1100
    together = page.certify.width() + (page.audit.width() if two else 0)
    assert together > (width - 80) * 0.9
    assert (page.audit.x() > page.certify.x()) is two
