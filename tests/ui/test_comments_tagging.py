"""Tagging by keyboard: what the keys do to the record, where they act and where they do not."""

import pytest
from comments_window import Clerk
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLineEdit

from frhearing.desk import codebook, hearings
from frhearing.desk.desk import Desk
from frhearing.model.hearing import HearingStatus
from frhearing.model.position import Stance, StanceSource
from frhearing.model.question import NewQuestion
from frhearing.ui.pages.comments.same_answer import SameAnswer


@pytest.fixture
def clerk(qtbot, tmp_path):
    return Clerk(qtbot, tmp_path / "data")


def test_a_letter_on_the_field_of_the_group_opens_its_list_and_is_looked_for(clerk):
    clerk.stand_on(13)
    clerk.page.space.tagging.who.group.setFocus()
    clerk.press("F", "a")
    assert isinstance(QApplication.focusWidget(), QLineEdit)
    assert QApplication.focusWidget().text() == "Fa"
    clerk.press("Return")
    assert clerk.comment(13).group == "Faith"


def test_the_list_begins_with_the_newest_and_has_the_keys(clerk):
    assert clerk.numbers() == list(range(14, 0, -1))
    assert clerk.shown == 14
    assert QApplication.focusWidget() is clerk.page.space.list.view


@pytest.mark.parametrize(
    ("key", "stance"),
    [
        ("s", Stance.SUPPORT),
        ("o", Stance.OPPOSE),
        ("m", Stance.MIXED),
        ("n", Stance.NEUTRAL),
        ("x", Stance.NOT_STATED),
    ],
)
def test_one_letter_is_one_stance_on_the_disk(clerk, key, stance):
    clerk.stand_on(12)
    clerk.press(key)
    assert clerk.stance(12) is stance
    assert clerk.page.space.tagging.stance.stances.stance() == stance
    clerk.press("Backspace")
    assert clerk.stance(12) is None
    assert clerk.page.space.tagging.stance.stances.stance() is None


def test_four_keys_tag_a_comment_and_lead_to_the_next(clerk):
    clerk.stand_on(13)
    clerk.press("s", "1", "2", "Return")
    tagged = clerk.comment(13)
    assert tagged.stances == {1: Stance.SUPPORT}
    assert len(tagged.theme_ids) == 2
    assert clerk.shown == 12
    clerk.press("1")
    assert len(clerk.comment(12).theme_ids) == 1
    clerk.press("1")
    assert clerk.comment(12).theme_ids == ()


def test_enter_says_what_it_leaves_untagged_and_when_all_is_done(clerk):
    bar = clerk.page.space.list.bar
    clerk.stand_on(13)
    clerk.press("Return")
    assert clerk.shown == 12
    assert "No. 13 is still not tagged" in bar.words.text()
    clerk.press("o", "Return")
    assert clerk.shown == 13
    assert "from the top" in bar.words.text()
    clerk.press("n", "Return")
    clerk.settle()
    assert "All 13 comments are tagged" in bar.words.text()
    assert not bar.isHidden()
    assert clerk.page.space.list.tagged.text() == "13 of 13 tagged"


def test_the_suggested_group_is_shown_and_taken_by_enter(clerk):
    groups = {group.name: group.id for group in codebook.list_groups(clerk.session.desk)}
    clerk.stand_on(13)
    clerk.press("g")
    clerk.type("res")
    clerk.press("Return")
    assert clerk.comment(13).group_id == groups["Resident"]
    clerk.stand_on(9)
    clerk.page.space.tagging.who.organization.setFocus()
    clerk.type("Block club")
    clerk.press("Return")
    clerk.page.space.list.view.setFocus()
    clerk.press("g", "f", "Return")
    clerk.stand_on(10)
    clerk.page.space.tagging.who.organization.setFocus()
    clerk.type("Block club")
    clerk.press("Return")
    clerk.settle()
    assert clerk.comment(10).group_id is None
    assert clerk.page.space.tagging.who.group.words.endswith("?")
    clerk.page.space.list.view.setFocus()
    clerk.press("Return")
    assert clerk.comment(10).group_id == clerk.comment(9).group_id


def test_typing_in_a_field_changes_no_tag(clerk):
    before = [clerk.comment(n) for n in range(1, 15)]
    clerk.press("/")
    field = clerk.page.space.list.head.find_field
    assert QApplication.focusWidget() is field
    clerk.type("some notes 123 mosques")
    assert field.text() == "some notes 123 mosques"
    clerk.page.space.tagging.who.organization.setFocus()
    clerk.type("son of moxq123")
    assert [c.stances for c in map(clerk.comment, range(1, 15))] == [c.stances for c in before]
    assert [c.theme_ids for c in map(clerk.comment, range(1, 15))] == [c.theme_ids for c in before]


def test_single_letters_can_be_turned_off(clerk):
    clerk.window.commands.use_letters(False)
    clerk.stand_on(12)
    clerk.press("s")
    assert clerk.stance(12) is None


def test_letters_act_in_the_text_that_is_read(clerk):
    clerk.stand_on(12)
    clerk.page.space.reading.text.setFocus()
    clerk.press("o", "2")
    assert clerk.stance(12) is Stance.OPPOSE
    assert len(clerk.comment(12).theme_ids) == 1


def test_undo_goes_back_step_by_step_and_stands_on_what_was_undone(clerk):
    clerk.stand_on(13)
    clerk.press("s", "1", "Return", "o")
    assert clerk.shown == 12
    clerk.press("Ctrl+Z")
    assert (clerk.stance(12), clerk.shown) == (None, 12)
    clerk.press("Ctrl+Z")
    assert clerk.shown == 13
    assert clerk.comment(13).theme_ids == ()
    clerk.press("Ctrl+Z")
    clerk.settle()
    assert clerk.stance(13) is None
    assert clerk.page.space.tagging.stance.stances.stance() is None
    assert 13 in {clerk.comment(n).number for n in (12, 13) if clerk.comment(n).id in clerk.page.listing.to_tag}
    clerk.press("Ctrl+Shift+Z")
    assert clerk.stance(13) is Stance.SUPPORT


def test_all_selected_are_tagged_as_one_step(clerk):
    clerk.stand_on(14)
    before = {n: clerk.stance(n) for n in range(1, 15)}
    clerk.press("Ctrl+A")
    assert clerk.page.space.list.picked.text() == "14 selected"
    assert clerk.page.space.tagging.many.words.text() == "14 comments selected: every key goes to all."
    clerk.press("n")
    assert {clerk.stance(n) for n in range(1, 15)} == {Stance.NEUTRAL}
    assert clerk.page.space.list.view.selected_count() == 14
    clerk.press("Ctrl+Z")
    assert {n: clerk.stance(n) for n in range(1, 15)} == before


def test_shift_and_arrow_select_neighbours(clerk):
    clerk.stand_on(14)
    clerk.press("Shift+Down", "Shift+Down", "2")
    themes = [len(clerk.comment(n).theme_ids) for n in (14, 13, 12, 11)]
    assert themes == [2, 1, 1, 1]


def test_a_condition_stays_when_the_same_stance_is_pressed_again(clerk):
    clerk.stand_on(8)
    box = clerk.page.space.tagging.stance
    assert box.condition.isVisible()
    box.condition.setFocus()
    clerk.type("if a policy comes first")
    clerk.page.space.list.view.setFocus()
    clerk.press("m")
    positions = clerk.comment(8).positions
    assert positions[-1].condition == "if a policy comes first"
    clerk.press("J")
    clerk.press("K")
    assert box.condition.text() == "if a policy comes first"


def test_a_stance_can_be_marked_as_inferred(clerk):
    clerk.stand_on(9)
    clerk.page.space.tagging.stance.inferred.click()
    assert clerk.comment(9).positions[-1].source is StanceSource.CLERK_INFERRED


def test_what_was_typed_is_kept_when_another_comment_is_chosen(clerk):
    clerk.stand_on(12)
    clerk.page.space.tagging.quotes.note.setFocus()
    clerk.type("call back about the date")
    clerk.stand_on(11)
    assert [memo.text for memo in clerk.comment(12).memos] == ["call back about the date"]
    assert clerk.comment(11).memos == ()


def test_q_quotes_the_sentence_at_the_caret_and_brackets_grow_it(clerk):
    clerk.stand_on(5)
    clerk.press("q")
    assert [p.text for p in clerk.comment(5).passages] == ["Ed Fox says what there is to say."]
    clerk.press("]")
    assert [p.text for p in clerk.comment(5).passages] == ["Ed Fox says what there is to say. It is said once."]
    clerk.press("q")
    assert len(clerk.comment(5).passages) == 1
    assert len(clerk.page.space.reading.text.extraSelections()) == 1
    clerk.press("Ctrl+Z", "Ctrl+Z")
    assert clerk.comment(5).passages == ()
    assert clerk.page.space.reading.text.extraSelections() == []
    assert clerk.page.space.reading.text.selection() is None


def test_a_theme_can_be_found_or_made_by_name(clerk):
    clerk.stand_on(12)
    clerk.press("t")
    clerk.type("safe")
    clerk.press("Return")
    assert len(clerk.comment(12).theme_ids) == 1
    assert QApplication.focusWidget() is clerk.page.space.list.view
    clerk.press("t")
    clerk.type("Cost")
    clerk.press("Return")
    assert "Cost" in {theme.name for theme in codebook.list_themes(clerk.session.desk, clerk.hearing)}
    assert len(clerk.comment(12).theme_ids) == 2
    clerk.press("3")
    assert len(clerk.comment(12).theme_ids) == 1


def test_escape_leaves_a_list_and_changes_nothing(clerk):
    clerk.stand_on(12)
    clerk.press("t")
    clerk.type("safe")
    clerk.press("Escape")
    assert clerk.comment(12).theme_ids == ()
    assert QApplication.focusWidget() is clerk.page.space.list.view


def test_flag_and_void_with_a_reason(clerk):
    clerk.stand_on(12)
    clerk.press("f")
    assert clerk.comment(12).flagged
    clerk.press("f")
    assert not clerk.comment(12).flagged
    clerk.press("Delete")
    clerk.press("Return")
    assert clerk.comment(12).void is None
    clerk.type("entered twice by the clerk")
    clerk.press("Return")
    clerk.settle()
    assert 12 not in clerk.numbers()
    clerk.window.activateWindow()
    clerk.page.space.list.view.setFocus()
    clerk.press("Ctrl+Z")
    clerk.settle()
    assert 12 in clerk.numbers()


def test_all_copies_of_a_form_letter_can_be_selected_instead(clerk):
    clerk.stand_on(2)
    clerk.press("Shift+Return")
    clerk.qtbot.waitUntil(lambda: clerk.window.findChild(SameAnswer) is not None)
    clerk.window.findChild(SameAnswer).show_copies.click()
    clerk.settle()
    assert clerk.numbers() == [3, 2, 1]
    clerk.press("o")
    assert [clerk.stance(n) for n in (1, 2, 3, 4)] == [Stance.OPPOSE] * 3 + [Stance.SUPPORT]


def test_another_question_has_its_own_stances(clerk):
    clerk.stand_on(14)
    clerk.session.choose_question(2)
    clerk.settle()
    clerk.stand_on(1)
    clerk.press("o")
    assert clerk.comment(1).stances == {1: Stance.SUPPORT, 2: Stance.OPPOSE}
    assert clerk.page.space.list.model.row(clerk.page.space.list.model.place(clerk.comment(1).id)).stance == "oppose"


def test_a_window_that_only_reads_does_not_call_the_record_certified(clerk, monkeypatch):
    monkeypatch.setattr(Desk, "read_only", property(lambda _desk: True))
    clerk.stand_on(12)
    clerk.press("s")
    assert clerk.stance(12) is None
    for words in (clerk.window.notices.words.text(), clerk.page.space.tagging.lock.text()):
        assert "This window only reads" in words
        assert "certified" not in words


def test_a_certified_record_is_read_only(clerk, monkeypatch):
    session = clerk.session
    with session.desk.store.action("hearing status", "", clerk.hearing) as writing:
        writing.act.update("hearing", clerk.hearing, status=str(HearingStatus.CERTIFIED))
    session.open_hearing(clerk.hearing)
    assert hearings.get_hearing(session.desk, clerk.hearing).locked
    clerk.page.show_hearing(session)
    clerk.settle()
    clerk.stand_on(12)
    clerk.press("s", "1", "f")
    assert clerk.stance(12) is None
    assert clerk.comment(12).theme_ids == ()
    assert "certified" in clerk.window.notices.words.text()
    assert not clerk.page.space.tagging.stance.stances.isEnabled()
    assert "certified" in clerk.page.space.tagging.lock.text()


def test_a_row_is_read_aloud_as_one_sentence(clerk):
    view = clerk.page.space.list.view
    index = view.model().index(clerk.page.space.list.model.place(clerk.comment(8).id), 1)
    spoken = index.data(0x0B)  # Qt.AccessibleTextRole
    assert spoken == "Hal Ives, Faith, mixed, 1 theme, No. 8, E-mail, Feb 19"
    view.show_as_table(True)
    first = view.model().index(index.row(), 0)
    assert first.data(0x0B) == spoken
    interface = QAccessible.queryAccessibleInterface(view)
    assert interface.text(QAccessible.Text.Name) == "Comments"


def test_a_question_that_comes_or_goes_is_offered_or_left(clerk):
    session, box = clerk.session, clerk.page.space.tagging.stance
    asked = len(session.hearing.questions)
    new = NewQuestion("Should it end in May?", "In May", "Not in May")
    session.make(lambda: hearings.add_question(session.desk, clerk.hearing, new))
    session.choose_question(asked + 1)
    clerk.settle()
    assert box.question.words == f"{asked + 1}. Should it end in May?"
    added = session.hearing.questions[-1].id
    session.write(lambda: hearings.update_question(session.desk, added, support_means="On May 1"))
    assert "On May 1" in box.meaning.text()
    session.undo()
    session.undo()
    clerk.settle()
    assert session.question == 1
    assert box.question.words.startswith("1. ")
    clerk.stand_on(12)
    clerk.press("o")
    assert clerk.stance(12) is Stance.OPPOSE


def test_tab_goes_through_the_tags_from_top_to_bottom(clerk):
    clerk.stand_on(12)
    clerk.press("q")
    pane = clerk.page.space.tagging
    clerk.qtbot.waitUntil(pane.quotes.stops[0].isVisible)
    pane.themes.other.setFocus()
    seen = []
    while QApplication.focusWidget() is not pane.next_button:
        clerk.press("Tab")
        seen.append(QApplication.focusWidget())
    expected = [*pane.themes.stops[1:], *pane.quotes.stops]
    assert [one for one in seen if one in expected] == expected
    assert len(pane.quotes.stops) == 4
