"""Set up through the user's doors: fields that save themselves, reasons after the first tag, order by key."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLineEdit
from screen_text import shown
from shiboken6 import delete

from frhearing.desk import codebook, dossiers, drafts, hearings
from frhearing.desk.desk import open_desk
from frhearing.model.dossier import DossierKind
from frhearing.ui.dialogs.code_dialog import ThemeDialog
from frhearing.ui.dialogs.dossier_dialog import DossierDialog
from frhearing.ui.pages.setup.hearing_card import HearingCard

ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(frame):
    frame.go("setup")
    return frame.navigator.page


def themes(page):
    return [theme.name for theme in codebook.list_themes(page.session.desk, page.session.hearing_id)]


def retype(qtbot, field, text):
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_A, CONTROL)
    qtbot.keyClicks(field, text)


def test_a_field_saves_itself_when_it_is_left_and_undo_takes_it_back(qtbot, frame, page):
    place = page.hearing.fields["place"].field
    retype(qtbot, place, "Room 2")
    assert page.session.hearing.place == "Room 301-B"
    qtbot.keyClick(place, Qt.Key.Key_Tab)
    assert hearings.get_hearing(page.session.desk, page.session.hearing_id).place == "Room 2"
    frame.commands.run("undo")
    assert page.session.hearing.place == "Room 301-B"
    assert place.text() == "Room 301-B"


def test_a_wrong_date_is_told_at_the_field_and_kept_until_it_is_right(qtbot, page):
    line = page.hearing.fields["date"]
    retype(qtbot, line.field, "next Friday")
    qtbot.keyClick(line.field, Qt.Key.Key_Return)
    assert "not a date" in line.error
    assert line.field.text() == "next Friday"
    face = QAccessible.queryAccessibleInterface(line.field)
    assert face.text(QAccessible.Text.Description) == line.error
    retype(qtbot, line.field, "2026-03-05")
    qtbot.keyClick(line.field, Qt.Key.Key_Return)
    assert line.error == ""
    assert page.session.hearing.date == "2026-03-05"


@pytest.mark.qt_log_ignore("does not support")
def test_how_it_is_held_is_said_in_words_and_the_zone_must_be_one(qtbot, frame, page):
    page.hearing.show_more(True)
    held, zone = page.hearing.fields["mode"], page.hearing.fields["zone"]
    assert held.words == "In person"
    for field, words in ((held, "in person and remotely"), (zone, "America/Denver")):
        field.field.setFocus()
        field.field.clear()
        qtbot.keyClicks(field.field, words)
        qtbot.keyClick(field.field, Qt.Key.Key_Return)
    assert (frame.session.hearing.mode, frame.session.hearing.zone) == ("hybrid", "America/Denver")
    zone.field.clear()
    qtbot.keyClicks(zone.field, "Mars")
    qtbot.keyClick(zone.field, Qt.Key.Key_Return)
    assert "not a time zone" in zone.error
    assert frame.session.hearing.zone == "America/Denver"


def test_a_form_gives_up_what_was_written_only_at_the_second_escape(qtbot, frame, page):
    page.themes.add.click()
    form = frame.findChild(ThemeDialog)
    qtbot.keyClicks(form.name.field, "Lights")
    qtbot.keyClick(form.name.field, Qt.Key.Key_Escape)
    assert form.isVisible()
    assert "not saved" in form.unsaved.words.text()
    assert form.unsaved.isVisible()
    qtbot.keyClick(form.name.field, Qt.Key.Key_Escape)
    assert not form.isVisible()


def test_escape_brings_the_saved_words_back(qtbot, page):
    line = page.hearing.fields["title"]
    retype(qtbot, line.field, "Something else")
    qtbot.keyClick(line.field, Qt.Key.Key_Escape)
    assert line.field.text() == "The pause"
    assert page.session.hearing.title == "The pause"


def test_what_is_typed_is_kept_when_the_program_dies_and_when_the_window_closes(qtbot, frame, page):
    line = page.hearing.fields["notice"]
    retype(qtbot, page.hearing.fields["place"].field, "Room 9")
    key = page.hearing.fields["place"]._draft_key
    folder = page.session.desk.folder
    qtbot.waitUntil(lambda: (drafts.load_draft(folder, key) or {}).get("words") == "Room 9", timeout=5000)
    other = HearingCard(page.session)  # the form as the next start would show it
    other.show_hearing(page.session.hearing)
    assert other.fields["place"].words == "Room 9"
    assert "not saved yet" in other.fields["place"].error
    delete(other)  # or it would keep a draft of its own once this window is gone
    assert line.error == ""
    hearing_id = page.session.hearing_id
    frame.close()
    with open_desk(folder) as desk:
        assert hearings.get_hearing(desk, hearing_id).place == "Room 9"
    assert drafts.load_draft(folder, key) is None


def test_a_free_question_changes_at_once(qtbot, page):
    second = page.questions[1]
    retype(qtbot, second.support.field, "Adopt it first")
    qtbot.keyClick(second.support.field, Qt.Key.Key_Tab)
    assert page.session.hearing.question(2).support_means == "Adopt it first"


def test_after_the_first_tag_a_change_waits_for_its_reason(qtbot, frame, page):
    first = page.questions[0]
    retype(qtbot, first.support.field, "Keep it for good")
    qtbot.keyClick(first.support.field, Qt.Key.Key_Tab)
    assert page.session.hearing.question(1).support_means == "Keep the pause."
    assert "Reason for the change" in shown(first)
    first.keep.click()
    assert first.reason.error == "Say why the words change; the log keeps it."
    reason = first.reason.field
    assert isinstance(reason, QLineEdit)
    qtbot.keyClicks(reason, "The motion was amended")
    first.keep.click()
    assert page.session.hearing.question(1).support_means == "Keep it for good"
    assert "Reason for the change" not in shown(first)
    assert "The motion was amended" in frame.top.undo.accessibleName()


def test_the_old_words_can_be_put_back(qtbot, page):
    first = page.questions[0]
    retype(qtbot, first.oppose.field, "Other words")
    first.put_back.setFocus()
    first.put_back.click()
    assert QApplication.focusWidget() is first.text.field  # a second Enter must not press what comes next
    assert first.oppose.words == "Lift the pause."
    assert "Reason for the change" not in shown(first)


def test_a_question_is_added_and_only_an_untagged_one_is_removed(frame, page):
    page.add_question.click()
    assert [question.number for question in page.session.hearing.questions] == [1, 2, 3]
    page.questions[2].remove.click()
    assert len(page.questions) == 2
    page.questions[0].remove.click()
    assert len(page.session.hearing.questions) == 2
    assert "Stances are tagged on this question" in frame.notices.words.text()


def test_themes_are_reordered_by_key_and_keep_the_focus(qtbot, page):
    page.themes.list.setFocus()
    page.themes.list.setCurrentRow(1)
    qtbot.keyClick(page.themes.list, Qt.Key.Key_Up, ALT)
    assert themes(page) == ["Safety", "Privacy"]
    assert page.themes.list.currentItem().text() == "Safety"
    qtbot.keyClick(page.themes.list, Qt.Key.Key_Down, ALT)
    assert themes(page) == ["Privacy", "Safety"]
    assert QApplication.focusWidget() is page.themes.list


def test_a_theme_is_read_with_its_key_and_count(page):
    texts = [page.themes.list.item(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(2)]
    assert texts == ["Privacy, key 1, 5", "Safety, key 2, 3"]


def test_a_theme_is_made_changed_and_refused_removal_while_it_is_used(qtbot, frame, page):
    page.themes.add.click()
    form = frame.findChild(ThemeDialog)
    qtbot.keyClicks(QApplication.focusWidget(), "Costs")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert themes(page) == ["Privacy", "Safety", "Costs"]
    page.themes.list.setFocus()
    page.themes.list.setCurrentRow(0)
    qtbot.keyClick(page.themes.list, Qt.Key.Key_Return)
    form = frame.findChildren(ThemeDialog)[-1]
    form.remove_button.click()
    assert "comments carry this theme" in form.name.error
    form.name.field.setText("Private life")
    form.save_button.click()
    assert themes(page) == ["Private life", "Safety", "Costs"]


def test_groups_belong_to_the_office_and_move(qtbot, page):
    names = [group.name for group in codebook.list_groups(page.session.desk)]
    page.groups.list.setFocus()
    page.groups.list.setCurrentRow(0)
    qtbot.keyClick(page.groups.list, Qt.Key.Key_Down, ALT)
    after = [group.name for group in codebook.list_groups(page.session.desk)]
    assert after[:2] == [names[1], names[0]]
    assert after[2:] == names[2:]


def test_the_dossier_takes_an_entry_of_each_kind(qtbot, frame, page):
    for action, kind in page.dossier._choices:
        action.trigger()
        form = frame.findChildren(DossierDialog)[-1]
        next(iter(form.lines.values())).field.setFocus()
        form.lines["text"].field.setPlainText(f"Words of {kind}")
        form.save_button.click()
        assert not form.isVisible()
    made = dossiers.list_dossier(page.session.desk, page.session.hearing_id)
    assert [entry.kind for entry in made] == list(DossierKind)
    assert page.dossier.list.count() == 2 * len(DossierKind)


def test_readiness_names_what_is_missing_and_leads_there(qtbot, page):
    words = shown(page.ready)
    assert "Say what support and oppose mean on question 2" in words
    with qtbot.waitSignal(page.ready.jumped) as jumped:
        next(b for b in page.ready.findChildren(type(page.add_question)) if "mean" in b.accessibleName()).click()
    assert jumped.args == ["setup.question"]


def test_rules_are_the_hearings_own_snapshot(qtbot, page):
    page.rules.minutes.setFocus()
    page.rules.minutes.setValue(5)
    qtbot.keyClick(page.rules.minutes, Qt.Key.Key_Tab)
    rules = hearings.get_hearing(page.session.desk, page.session.hearing_id).rules
    assert rules.default_seconds == 300
    assert rules.warn_at_seconds == (30,)


def test_typing_single_letters_in_a_field_only_types(qtbot, page):
    field = page.hearing.fields["title"].field
    retype(qtbot, field, "some notes 123 mosques")
    assert field.text() == "some notes 123 mosques"


def test_tab_comes_to_the_questions_where_they_stand_and_then_to_what_is_below(qtbot, page):
    page.add_question.click()
    qtbot.waitUntil(page.questions[-1].isVisible)
    page.hearing.fields["place"].field.setFocus()
    seen = []
    for _ in range(4 + 4 * len(page.questions)):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        seen.append(QApplication.focusWidget())
    asked = [line.field for card in page.questions for line in (card.text, card.support, card.oppose)]
    found = [seen.index(field) for field in asked]
    assert found == sorted(found)
    assert max(found) < seen.index(page.add_question)


def test_a_list_shows_where_the_keys_go_and_an_empty_one_leads_to_its_button(qtbot, page):
    assert page.groups.list.current_id == 0
    page.groups.list.setFocus()
    assert page.groups.list.current_id == codebook.list_groups(page.session.desk)[0].id
    assert [item.text() for item in page.groups.list.selectedItems()] == [page.groups.list.item(0).text()]
    assert page.panes()[-1] is page.dossier.add
    assert page.themes.list in page.panes()
