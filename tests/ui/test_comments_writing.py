"""Writing, pasting and correcting comments: what goes on the record, and what is never lost."""

import pytest
from comments_window import Clerk
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from frhearing.desk import drafts, testimony
from frhearing.model.comment import Channel
from frhearing.model.errors import DiskFault
from frhearing.model.filter import CommentFilter
from frhearing.ui.pages.comments import draft_keeper
from frhearing.ui.pages.comments.when_words import read_when, say_when, write_when

LETTER = """From: Rosa Delgado <rosa@example.org>
Date: Wed, 25 Feb 2026 16:12:00 -0600
Subject: The alley lights

Please keep the pause. My nephew was taken for another man.

Rosa Delgado
"""


@pytest.fixture
def clerk(qtbot, tmp_path):
    return Clerk(qtbot, tmp_path / "data")


def count(clerk):
    return len(testimony.list_ids(clerk.session.desk, clerk.hearing, CommentFilter()))


def test_ten_comments_are_recorded_and_tagged_by_keyboard_alone(clerk):
    for n in range(10):
        clerk.press("Ctrl+N")
        clerk.type(f"Writer {n}")
        clerk.press("Tab")
        clerk.type("Block club")
        clerk.press("Tab", "Tab", "Tab")
        clerk.type(f"This is what writer {n} has to say.")
        clerk.press("Ctrl+Return")
        clerk.settle()
        assert QApplication.focusWidget() is clerk.page.space.list.view
        assert clerk.shown == 15 + n
        clerk.press("so"[n % 2])
    made = [clerk.comment(15 + n) for n in range(10)]
    assert [c.name for c in made] == [f"Writer {n}" for n in range(10)]
    assert {c.organization for c in made} == {"Block club"}
    assert made[3].text == "This is what writer 3 has to say."
    assert [str(c.stances[1]) for c in made] == ["support", "oppose"] * 5
    assert all(c.received_at for c in made)


def test_neither_name_nor_text_is_said_below_the_field(clerk):
    before = count(clerk)
    clerk.press("Ctrl+N", "Ctrl+Return")
    assert "neither a name nor a text" in clerk.page.editor.text_row.error
    assert count(clerk) == before
    assert clerk.page.editing.active


def test_a_day_that_is_none_is_said_and_nothing_is_saved(clerk):
    before = count(clerk)
    clerk.press("Ctrl+N")
    clerk.type("Ana")
    field = clerk.page.editor.fields.lines["received"]
    field.setFocus()
    field.clear()
    clerk.type("February 31")
    assert "not a day of the calendar" in clerk.page.editor.fields.rows["received"].error
    clerk.press("Ctrl+Return")
    assert count(clerk) == before
    assert QApplication.focusWidget() is field
    field.clear()
    clerk.type("Feb 25, 4:12 pm")
    clerk.press("Ctrl+Return")
    assert clerk.comment(15).received_at == "2026-02-25T22:12:00Z"


def test_escape_keeps_a_draft_and_new_brings_it_back(clerk):
    clerk.press("Ctrl+N")
    clerk.type("Ana")
    clerk.page.editor.text.field.setFocus()
    clerk.type("Half a sent")
    clerk.press("Escape")
    clerk.settle()
    assert not clerk.page.editing.active
    assert "draft" in clerk.page.space.list.bar.words.text()
    kept = drafts.load_draft(clerk.session.desk.folder, f"new-{clerk.hearing}")
    assert kept["name"] == "Ana"
    assert kept["text"] == "Half a sent"
    clerk.press("Ctrl+N")
    assert clerk.page.editor.text.text() == "Half a sent"
    clerk.press("Ctrl+Return")
    clerk.settle()
    assert clerk.comment(15).text == "Half a sent"
    assert drafts.load_draft(clerk.session.desk.folder, f"new-{clerk.hearing}") is None


def test_a_draft_that_could_not_be_kept_does_not_say_when_it_was(clerk, monkeypatch):
    clerk.press("Ctrl+N")
    clerk.type("Ann")
    clerk.settle()
    clerk.qtbot.waitUntil(lambda: clerk.page.editor.state.text().startswith("Draft kept"))

    def full(*_arguments):
        raise DiskFault("The draft could not be kept on the disk.")

    monkeypatch.setattr(draft_keeper.drafts, "save_draft", full)
    clerk.type(" Field")
    clerk.qtbot.waitUntil(lambda: clerk.page.editor.state.text() == "Draft not kept")
    assert clerk.window.notices.words.text() == "The draft could not be kept on the disk."
    monkeypatch.undo()
    clerk.type("s")
    clerk.qtbot.waitUntil(lambda: clerk.page.editor.state.text().startswith("Draft kept"))


def test_what_is_typed_is_on_the_disk_without_any_key_for_it(clerk):
    clerk.press("Ctrl+N")
    clerk.page.editor.text.field.setFocus()
    kept = None
    for _ in range(1_000):
        clerk.type("a")  # and again before a pause is one
        clerk.qtbot.wait(60)
        kept = drafts.load_draft(clerk.session.desk.folder, f"new-{clerk.hearing}")
        if kept:
            break
    assert set(kept["text"]) == {"a"}
    clerk.qtbot.waitUntil(
        lambda: (
            drafts.load_draft(clerk.session.desk.folder, f"new-{clerk.hearing}")["text"]
            == clerk.page.editor.text.text()
        )
    )


def test_pasted_comments_that_were_put_aside_come_back_one_after_the_other(clerk):
    for words in ("The first letter, put aside.", "The second letter, put aside."):
        QApplication.clipboard().setText(words)
        clerk.press("Ctrl+V", on=clerk.page.space.list.view)
        clerk.qtbot.waitUntil(lambda: clerk.page.editing.active)
        clerk.press("Escape")
        clerk.settle()
        clerk.page.space.list.view.setFocus()
    assert "kept as a draft" in clerk.page.space.list.bar.words.text()
    for words in ("The second letter, put aside.", "The first letter, put aside."):
        clerk.press("Ctrl+N")
        assert clerk.page.editor.text.text() == words
        clerk.press("Ctrl+Return")
        clerk.settle()
    assert [clerk.comment(n).text[:10] for n in (15, 16)] == ["The second", "The first "]
    clerk.press("Ctrl+N")
    assert clerk.page.editor.text.text() == ""
    assert drafts.list_drafts(clerk.session.desk.folder) == []


def test_a_hearing_without_comments_offers_the_draft_that_was_begun(qtbot, dressed, tmp_path):
    clerk = Clerk(qtbot, tmp_path / "empty", voices=False)
    assert clerk.page.empty.new_button.text().strip() == "Type one"
    clerk.press("Ctrl+N")
    clerk.type("Ana")
    clerk.press("Escape")
    assert clerk.page.empty.new_button.text().strip() == "Go on with the draft"
    clerk.page.empty.new_button.click()
    clerk.page.editor.discard.click()
    assert clerk.page.empty.new_button.text().strip() == "Type one"


def test_a_comment_saved_with_ctrl_enter_is_the_one_that_is_selected(clerk):
    clerk.stand_on(12)
    clerk.press("e")
    assert QApplication.focusWidget() is clerk.page.editor.text.field
    name = clerk.page.editor.fields.lines["name"]
    name.setFocus()
    name.end(False)
    clerk.type(" Jr.")
    # Through the window's own handle, so that Qt knows Ctrl as held, as it is at a keyboard.
    QTest.keyClick(clerk.window.windowHandle(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    clerk.settle()
    assert clerk.comment(12).name == "Lu Moss Jr."
    assert clerk.page.space.list.view.selected_count() == 1


def test_a_comment_taken_off_the_record_leaves_the_keys_on_its_neighbour(clerk):
    clerk.stand_on(12)
    clerk.press("Delete")
    clerk.type("entered twice")
    clerk.press("Return")
    clerk.settle()
    assert clerk.comment(12).void is not None
    assert clerk.shown == 11
    assert "No. 12 is off the record" in clerk.window.notices.words.text()
    clerk.press("Ctrl+Z")
    clerk.settle()
    assert clerk.comment(12).void is None
    assert clerk.shown == 12


def test_discard_gives_the_draft_up(clerk):
    clerk.press("Ctrl+N")
    clerk.type("Ana")
    clerk.page.editor.discard.click()
    clerk.settle()
    assert drafts.list_drafts(clerk.session.desk.folder) == []
    assert count(clerk) == 14


def test_a_pasted_letter_is_shown_with_what_was_guessed_and_saved_by_one_key(clerk):
    QApplication.clipboard().setText(LETTER)
    clerk.press("Ctrl+V")
    clerk.qtbot.waitUntil(lambda: clerk.page.editing.active)
    fields = clerk.page.editor.fields
    assert fields.lines["name"].text() == "Rosa Delgado"
    assert fields.lines["subject"].text() == "The alley lights"
    assert fields.lines["received"].text() == "Feb 25, 2026, 4:12 PM"
    assert "check" in clerk.page.editor.bar.words.text()
    assert count(clerk) == 14
    clerk.press("Ctrl+Return")
    clerk.settle()
    made = clerk.comment(15)
    assert (made.name, made.email, made.received_at) == (
        "Rosa Delgado",
        "rosa@example.org",
        "2026-02-25T22:12:00Z",
    )
    assert "My nephew was taken for another man." in made.text


def test_a_megabyte_is_pasted_whole(clerk):
    words = "one long line without an end " * 36_000
    QApplication.clipboard().setText(words)
    clerk.press("Ctrl+V")
    clerk.qtbot.waitUntil(lambda: clerk.page.editing.active, timeout=20_000)
    clerk.press("Ctrl+Return")
    clerk.settle()
    assert clerk.comment(15).text.strip() == words.strip()
    text = clerk.page.space.reading.text
    clerk.qtbot.waitUntil(lambda: len(text.toPlainText()) >= len(words.strip()), timeout=20_000)


def test_a_long_paste_into_the_field_keeps_what_stood_around_it(clerk):
    clerk.press("Ctrl+N")
    field = clerk.page.editor.text.field
    field.setFocus()
    clerk.type("before after")
    cursor = field.textCursor()
    cursor.setPosition(7)
    field.setTextCursor(cursor)
    words = "x" * 200_000
    QApplication.clipboard().setText(words)
    field.paste()
    assert clerk.page.editor.text.text() == f"before {words}after"
    assert "200,012 characters" in clerk.page.editor.text.bar.words.text()


def test_a_received_text_is_corrected_only_with_a_reason_and_keeps_the_first(clerk):
    clerk.stand_on(5)
    before = clerk.comment(5).text
    clerk.press("e")
    field = clerk.page.editor.text.field
    field.setFocus()
    field.setPlainText("Another text.")
    clerk.press("Ctrl+Return")
    assert "reason" in clerk.page.editor.reason_row.error
    assert clerk.comment(5).text == before
    clerk.type("typing error of the scanner")
    clerk.press("Ctrl+Return")
    clerk.settle()
    assert clerk.comment(5).text == "Another text."
    pane = clerk.page.space.reading
    assert "version 2 of 2" in pane.note.words.text()
    pane.note.button.click()
    assert pane.text.stored == before
    assert "received" in pane.note.words.text()
    pane.note.button.click()
    assert pane.text.stored == "Another text."


def test_only_changed_fields_are_written(clerk):
    clerk.stand_on(6)
    before = clerk.comment(6)
    clerk.press("e")
    line = clerk.page.editor.fields.lines["district"]
    line.setFocus()
    clerk.type("12")
    clerk.press("Ctrl+Return")
    clerk.settle()
    after = clerk.comment(6)
    assert (after.district, after.received_at, after.text) == ("12", before.received_at, before.text)
    assert clerk.session.desk.undo_step.kind == "details"
    clerk.press("Ctrl+Z")
    assert clerk.comment(6).district == ""


def test_no_break_spaces_and_line_ends_survive_the_editor(clerk):
    text = "Name\u00a0kept\r\nin two lines"
    made, _ = testimony.record_comment(
        clerk.session.desk,
        clerk.hearing,
        testimony.NewComment(text=text, name="Zed", channel=Channel.POST),
    )
    clerk.page.listing.query()
    clerk.settle()
    clerk.page.show_comment(made)
    clerk.page.space.list.view.setFocus()
    clerk.press("e")
    assert clerk.page.editor.text.text() == text
    clerk.press("Ctrl+Return")
    clerk.settle()
    assert clerk.comment(15).versions == 1
    assert clerk.comment(15).text == text


def test_a_known_name_brings_its_group_along(clerk):
    clerk.press("Ctrl+N")
    clerk.type("Flo")
    hints = clerk.page.editor.fields.hints.panel
    clerk.qtbot.waitUntil(hints.isVisible)
    assert clerk.page.editor.fields.hints.list.item(0).text() == "Flo Gray, Police union"
    assert QApplication.focusWidget() is clerk.page.editor.fields.lines["name"]
    clerk.press("Down", "Return")
    assert clerk.page.editor.fields.lines["name"].text() == "Flo Gray"
    assert clerk.page.editor.fields.group.words == "Police union"
    assert not hints.isVisible()


def test_the_first_comment_of_a_hearing_begins_at_the_empty_page(qtbot, tmp_path):
    clerk = Clerk(qtbot, tmp_path / "data", voices=False)
    assert clerk.page.empty.isVisible()
    assert QApplication.focusWidget() is clerk.page.empty.import_button
    assert [hint.keys for hint in clerk.page.key_hints()] == ["Ctrl+I", "Ctrl+N", "Ctrl+V", "Ctrl+K"]
    clerk.press("Ctrl+N")
    clerk.type("Ana")
    clerk.press("Ctrl+Return")
    clerk.settle()
    assert not clerk.page.empty.isVisible()
    assert clerk.numbers() == [1]
    assert QApplication.focusWidget() is clerk.page.space.list.view
    clerk.press("Ctrl+Z")
    clerk.settle()
    assert clerk.page.empty.isVisible()


ZONE = "America/Chicago"


@pytest.mark.parametrize(
    ("typed", "utc"),
    [
        ("Feb 25, 4:12 PM", "2026-02-25T22:12:00Z"),
        ("February 25 2025 16:12", "2025-02-25T22:12:00Z"),
        ("25 Feb", "2026-02-25T18:00:00Z"),
        ("2/5/26 9 am", "2026-02-05T15:00:00Z"),
        ("2026-07-01 at 12 am", "2026-07-01T05:00:00Z"),
        ("12:30 pm", "2026-02-26T18:30:00Z"),
    ],
)
def test_days_are_read_as_clerks_write_them(typed, utc):
    from datetime import date

    assert read_when(typed, ZONE, 2026, date(2026, 2, 26)) == utc


@pytest.mark.parametrize("typed", ["Feb 30", "13/1/2026", "soon", "25:00", "Febtober 3", "14 pm"])
def test_what_is_no_day_is_refused_in_a_sentence(typed):
    with pytest.raises(ValueError, match="Write it like"):
        read_when(typed, ZONE, 2026)


def test_a_day_is_said_back_and_edited_the_same():
    at = "2026-02-25T22:12:00Z"
    assert say_when(at, ZONE) == "Wednesday, February 25, 2026, 4:12 PM"
    assert read_when(write_when(at, ZONE), ZONE, 2000) == at
    assert read_when("", ZONE, 2026) is None
    assert write_when(None, ZONE) == ""
