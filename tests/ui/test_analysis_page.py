"""The Analysis page on a real store: its numbers, its scope, what its bars open, its states."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QMainWindow, QWidget
from small_hearing import open_small

from frhearing.desk import coding, testimony
from frhearing.model.filter import NOT_TAGGED, CommentFilter
from frhearing.model.position import Stance
from frhearing.model.tally import Scope
from frhearing.ui import theme
from frhearing.ui.actions import Commands
from frhearing.ui.pages.analysis import AnalysisPage
from frhearing.ui.session import Session


def show(qtbot, qapp, desk, hearing):
    theme.install(qapp, "light", 1.0)
    window = QMainWindow()
    qtbot.addWidget(window)
    session = Session(desk, window)
    session.open_hearing(hearing)
    page = AnalysisPage(session, Commands(window))
    window.setCentralWidget(page)
    window.resize(1286, 690)
    page.show_hearing(session)
    page.reflow(1366)
    window.show()
    qtbot.waitUntil(lambda: not session.background.busy and page.shown is not None)
    return page


@pytest.fixture
def page(qtbot, qapp, tmp_path):
    desk, hearing = open_small(tmp_path)
    made = show(qtbot, qapp, desk, hearing)
    yield made
    made.session.background.wait()
    desk.close()


def settled(qtbot, page, act):
    """Do something and wait until the figures for it are on screen."""
    before = page.shown
    act()
    qtbot.waitUntil(lambda: page.shown is not before and not page.session.background.busy)


def asked(page, act):
    """Give the filters that the page asks Comments for while something is done."""
    found: list[CommentFilter] = []
    page.session.comments_asked.connect(found.append)
    act()
    page.session.comments_asked.disconnect()
    return found


def behind(page, wanted):
    return len(testimony.list_ids(page.session.desk, page.session.hearing_id, wanted))


def test_figures_stand_with_their_denominators(page):
    cards = page.figures.cards
    assert list(cards) == ["record", "support", "oppose", "mixed", "neutral", "not_stated", "not_tagged"]
    assert [card.figure for card in cards.values()] == ["14", "5", "3", "1", "1", "1", "2"]
    assert cards["record"].note == "13 counted · 1 outside"
    assert cards["support"].note == "45 % of 11 tagged"
    assert page.figures.sentence.text().startswith(
        "Counted: 13 of 14 comments on the record · 1 outside the tally (1 withdrawn)"
    )
    assert page.warning.words.text() == "2 comments are not tagged yet. The counts will change."
    assert not page.warning.isHidden()


def test_below_ten_tagged_there_are_no_percentages(page, qtbot):
    settled(qtbot, page, lambda: page.bar.count.choose("spoken"))
    assert page.figures.cards["support"].note == "of 2 tagged"
    assert "%" not in " ".join(card.note for card in page.figures.cards.values())
    assert "no percentages below 10 tagged comments" in page.figures.sentence.text()


def test_scope_counts_written_or_spoken_and_each_form_letter_once(page, qtbot):
    settled(qtbot, page, lambda: page.bar.count.choose("written"))
    assert page.shown.tally.counted == 11
    settled(qtbot, page, lambda: page.bar.letters.choose("once"))
    assert page.shown.tally.counted == 9
    assert page.figures.cards["record"].note == "9 counted here"
    assert "4 left out by the choice above" in page.figures.sentence.text()
    assert page.bar.scope == Scope(spoken=False, once_each=True)
    assert page.shown.campaigns == {"Form A": 3}
    assert "3 copies" in [label.text() for label in page.letters.findChildren(QWidget) if hasattr(label, "text")]


def test_charts_add_up_to_what_is_counted(page):
    charts = page.shown.charts
    assert sum(row.total for row in page.groups.rows) == page.shown.tally.counted
    assert [row.label for row in page.groups.rows] == ["Resident", "Faith", "Police union", "No group"]
    assert [row.label for row in page.days.rows] == ["Feb 16", "Feb 17", "Feb 18", "Feb 19", "Feb 20"]
    assert "1 undated is not shown" in charts.days.note
    assert sum(row.total for row in page.days.rows) == page.shown.tally.written - page.shown.tally.undated


def test_every_bar_opens_exactly_the_comments_it_counts(page):
    for card, part in ((page.groups, "groups"), (page.themes, "themes"), (page.days, "days")):
        for area in card.view.scene.areas:
            (wanted,) = asked(page, lambda card=card, area=area: card.view.opened.emit(area.row, area.key))
            assert behind(page, wanted) == area.comments, (part, area)
    for key, card in page.figures.cards.items():
        (wanted,) = asked(page, card.click)
        assert behind(page, wanted) == int(card.figure), key


def test_warning_and_form_letters_lead_to_their_comments(page):
    (untagged,) = asked(page, page.warning.acted.emit)
    assert untagged.stances == (NOT_TAGGED,)
    assert behind(page, untagged) == 2
    (copies,) = asked(page, lambda: page.letters.opened.emit("Form A"))
    assert behind(page, copies) == 3
    page.bar.search.setText("said once")
    (found,) = asked(page, page.bar.search.left.emit)
    assert found.text == "said once"


def test_a_tag_changes_the_figures_and_the_last_one_takes_the_warning_away(page, qtbot):
    session = page.session
    untagged = testimony.list_ids(session.desk, session.hearing_id, CommentFilter(stances=(NOT_TAGGED,)))
    settled(
        qtbot, page, lambda: session.write(lambda: coding.set_stance(session.desk, list(untagged), 1, Stance.MIXED))
    )
    assert page.figures.cards["mixed"].figure == "3"
    assert page.figures.cards["not_tagged"].note == "all are tagged"
    assert page.warning.isHidden()


def test_another_question_has_its_own_counts(page, qtbot):
    settled(qtbot, page, lambda: page.session.choose_question(2))
    assert page.figures.cards["not_tagged"].figure == "13"
    assert page.figures.cards["support"].figure == "0"
    assert "Should a policy be adopted first?" in page.question.text()
    assert page.figures.bar.isHidden()


def test_keys_show_the_table_and_copy_the_chart_that_has_the_focus(page, qtbot, qapp):
    page.window().activateWindow()
    page.commands.enter("analysis")
    for name, act in page.handlers().items():
        page.commands.bind(name, act)
    page.groups.view.setFocus()
    page.groups.copy_button.setFocus()
    qtbot.keyClick(page.groups.copy_button, Qt.Key.Key_T)
    assert page.groups.table.isVisible()
    qtbot.keyClick(page.groups.copy_button, Qt.Key.Key_T)
    page.groups.view.setFocus()
    qtbot.keyClick(page.groups.view, Qt.Key.Key_T)
    assert page.groups.view.isHidden()
    assert not page.themes.view.isHidden()
    qtbot.keyClick(page.groups.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert qapp.clipboard().text().startswith("Group\tSupport")


def test_buttons_are_named_and_large_enough(page):
    for button in page.findChildren(QAbstractButton):
        if button.isVisible() and button.isEnabled() and button.focusPolicy() != Qt.FocusPolicy.NoFocus:
            assert button.accessibleName(), button
            assert min(button.width(), button.height()) >= 24, button.accessibleName()


def test_an_empty_hearing_says_what_comes_and_what_to_do(qtbot, qapp, tmp_path):
    desk, hearing = open_small(tmp_path, voices=False)
    page = show(qtbot, qapp, desk, hearing)
    assert page.empty.isVisible()
    wanted = []
    page.session.asked.connect(lambda name, _id: wanted.append(name))
    page.primary()
    assert wanted == ["comments"]
    desk.close()


def test_a_fault_is_told_in_words_and_can_be_tried_again(qtbot, qapp, tmp_path, monkeypatch):
    from frhearing.desk import charts
    from frhearing.model.errors import DiskFault

    desk, hearing = open_small(tmp_path)
    page = show(qtbot, qapp, desk, hearing)
    counted = charts.analyse

    def broken(*_arguments):
        raise DiskFault("The disk does not answer.")

    monkeypatch.setattr(charts, "analyse", broken)
    page.bar.count.choose("written")
    qtbot.waitUntil(page.fault.isVisible)
    assert page.fault.words.text().endswith("The record is as it was. The disk does not answer.")
    monkeypatch.setattr(charts, "analyse", counted)
    settled(qtbot, page, page.fault.acted.emit)
    assert page.fault.isHidden()
    assert page.shown.tally.counted == 11
    desk.close()


@pytest.mark.parametrize(("width", "zoom"), [(1366, 1.0), (1366, 1.5), (1366, 2.0), (1920, 1.0), (900, 1.0)])
def test_nothing_is_cut_at_any_size(page, qtbot, qapp, width, zoom):
    theme.use("light", zoom)
    page.reflow(round(width / zoom))
    page.window().resize(round(width - 80 * zoom), 690)
    qtbot.waitUntil(lambda: page.window().width() == round(width - 80 * zoom))
    content = page._scroll.widget()
    assert content.minimumSizeHint().width() <= page._scroll.viewport().width()
    for card in page.figures.cards.values():
        assert card.width() >= card.sizeHint().width()
