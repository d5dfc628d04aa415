"""The frame around the pages through the user's doors: keyboard, menus, names, sizes, text size."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QAccessible, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QApplication, QLineEdit, QScrollBar, QWidget
from screen_text import shown
from shiboken6 import delete

from frhearing.desk import codebook, coding, hearings, testimony
from frhearing.model.errors import Refused
from frhearing.model.filter import CommentFilter
from frhearing.ui import theme
from frhearing.ui.command_table import COMMANDS
from frhearing.ui.shell.key_card import KeyCard, paint_card
from frhearing.ui.shell.palette import Palette

MINE = ("home", "setup")


def stops(window):
    """Every widget that Tab can reach now, in the order of the chain."""
    found, widget = [], window.nextInFocusChain()
    while widget is not window:
        inside = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        if inside and widget.isVisible() and widget.isEnabled() and not isinstance(widget, QScrollBar):
            found.append(widget)
        widget = widget.nextInFocusChain()
    return found


@pytest.mark.parametrize("page_id", MINE)
def test_everything_that_takes_the_focus_has_a_name(frame, page_id):
    frame.go(page_id)
    nameless = [
        (type(widget).__name__, widget.objectName())
        for widget in stops(frame)
        if not QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name).strip()
        and not widget.accessibleName().strip()
    ]
    assert len(stops(frame)) > 10
    assert nameless == []


@pytest.mark.parametrize("page_id", MINE)
def test_every_button_is_at_least_24_pixels(frame, page_id):
    frame.go(page_id)
    small = [
        (button.accessibleName(), button.width(), button.height())
        for button in frame.findChildren(QAbstractButton)
        if button.isVisible()
        and not button.objectName().startswith("qt_")
        and min(button.width(), button.height()) < 24
    ]
    assert small == []


@pytest.mark.parametrize("page_id", MINE)
def test_tab_reaches_everything_and_comes_back(qtbot, frame, page_id):
    frame.go(page_id)
    wanted = set(stops(frame))
    start = QApplication.focusWidget()
    seen, focus = set(), start
    for _ in range(len(wanted) + 5):
        qtbot.keyClick(focus, Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        seen.add(focus)
        if focus is start:
            break
    assert focus is start
    missed = [widget for widget in wanted - seen if widget.focusProxy() is None]
    assert [(type(widget).__name__, widget.accessibleName()) for widget in missed] == []


def test_f6_goes_round_the_panes(qtbot, frame):
    frame.go("setup")
    panes = [pane for pane in frame.navigator.page.panes() if pane.isVisible()]
    seen = []
    for _ in range(len(panes) + 2):
        seen.append(QApplication.focusWidget())
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_F6)
    assert seen[: len(panes)] == panes
    assert seen[len(panes)] is frame.rail.buttons["setup"]
    assert QApplication.focusWidget() is panes[0]
    qtbot.keyClick(panes[0], Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert QApplication.focusWidget() is frame.top.hearing


@pytest.mark.parametrize("zoom", [1.0, 1.25, 1.5, 2.0])
@pytest.mark.parametrize("page_id", MINE)
def test_at_every_text_size_the_page_fits_in_width(frame, zoom, page_id):
    frame.go(page_id)
    theme.use("light", zoom)
    QApplication.processEvents()
    assert frame.minimumSizeHint().width() <= 1366
    assert frame.width() == 1366
    for area in frame.findChildren(QAbstractScrollArea):
        content = getattr(area, "widget", lambda: None)()
        if area.isVisible() and isinstance(content, QWidget):
            assert content.width() <= area.viewport().width() + 1
            assert content.minimumSizeHint().width() <= area.viewport().width()


def test_every_command_is_in_a_menu(frame):
    listed = {action.objectName() for top in frame.menuBar().actions() for action in top.menu().actions()}
    assert {command.id for command in COMMANDS} <= listed


def test_undo_names_the_step_and_takes_it_back(qtbot, frame):
    session = frame.session
    comment = testimony.list_ids(session.desk, session.hearing_id, CommentFilter())[0]
    session.write(lambda: coding.set_group(session.desk, [comment], None))
    number = testimony.get_comment(session.desk, comment).number
    assert frame.top.undo.accessibleName() == f"Undo: group of No. {number}"
    assert frame.top.saved.text().startswith("Saved ")
    frame.rail.buttons["setup"].setFocus()
    qtbot.keyClick(frame.rail.buttons["setup"], Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert frame.top.redo.accessibleName() == f"Redo: group of No. {number}"
    assert testimony.get_comment(session.desk, comment).group == "Resident"


def test_a_refusal_is_told_above_the_page_and_nothing_changes(frame):
    def refuse():
        raise Refused("Comments carry this group, so it stays.")

    assert frame.session.write(refuse) is None
    assert frame.notices.isVisible()
    assert "Comments carry this group, so it stays." in shown(frame.notices)
    frame.notices.close_button.click()
    assert not frame.notices.isVisible()


def test_the_palette_finds_commands_themes_and_words_on_record(qtbot, frame):
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    palette = frame.findChild(Palette)
    assert QApplication.focusWidget() is palette.field
    qtbot.keyClicks(palette.field, "priva")
    texts = [palette.list.item(row).text() for row in range(palette.list.count())]
    assert texts[:2] == ["Themes", "Show only: Privacy"]
    palette.field.clear()
    qtbot.keyClicks(palette.field, ">go home")
    qtbot.keyClick(palette.field, Qt.Key.Key_Escape)
    assert not palette.isVisible()
    frame.commands.run("palette")
    again = frame.findChildren(Palette)[-1]
    qtbot.keyClicks(again.field, ">home")
    qtbot.keyClick(again.field, Qt.Key.Key_Return)
    assert frame.navigator.page_id == "home"


def test_the_palette_knows_other_words_for_a_command(qtbot, frame):
    frame.commands.run("palette")
    palette = frame.findChild(Palette)
    for typed, wanted in (("dark", "Display and keys…"), ("manual", "Help pages")):
        palette.field.clear()
        qtbot.keyClicks(palette.field, typed)
        assert wanted in [palette.list.item(row).text() for row in range(palette.list.count())]
    palette.reject()


def test_a_theme_chosen_in_the_palette_asks_for_its_comments(qtbot, frame):
    asked = []
    frame.session.comments_asked.disconnect()
    frame.session.comments_asked.connect(asked.append)
    frame.commands.run("palette")
    palette = frame.findChild(Palette)
    qtbot.keyClicks(palette.field, "#priva")
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    themes = {t.name: t.id for t in codebook.list_themes(frame.session.desk, frame.session.hearing_id)}
    assert [wanted.themes for wanted in asked] == [(themes["Privacy"],)]


def test_commands_rest_while_a_panel_is_open(qtbot, frame):
    frame.commands.run("keys")
    card = frame.findChild(KeyCard)
    assert card.isVisible()
    assert not frame.commands.action("go_home").isEnabled()
    for _ in range(6):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        assert card.isAncestorOf(QApplication.focusWidget())
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert not card.isVisible()
    assert frame.commands.action("go_home").isEnabled()


def test_a_panel_closes_where_what_had_the_focus_is_gone(qtbot, frame):
    field = QLineEdit(frame)
    field.show()
    field.setFocus()
    assert QApplication.focusWidget() is field
    frame.commands.run("keys")
    delete(field)
    card = frame.findChild(KeyCard)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert not card.isVisible()


def test_the_key_card_prints_on_one_page(dressed, tmp_path, frame):
    pdfium = pytest.importorskip("pypdfium2")
    from PySide6.QtGui import QPdfWriter

    path = tmp_path / "keys.pdf"
    paint_card(QPdfWriter(str(path)))
    document = pdfium.PdfDocument(path)
    text = document[0].get_textpage().get_text_bounded()
    assert len(document) == 1
    assert "Ctrl+K" in text
    assert "the next step: call, start, end and log" in text
    document.close()


def test_the_text_size_keys_are_remembered(qtbot, frame):
    focus = frame.rail.buttons["setup"]
    focus.setFocus()
    qtbot.keyClick(focus, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: theme.theme.zoom == pytest.approx(1.1))
    assert frame.settings.zoom == pytest.approx(1.1)
    qtbot.keyClick(focus, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: theme.theme.zoom == 1.0)


def test_single_letters_can_be_turned_off(frame):
    frame.commands.run("letters")
    assert frame.commands.action("support").shortcuts() == []
    assert not frame.settings.letters
    frame.commands.run("letters")
    assert [key.toString() for key in frame.commands.action("support").shortcuts()] == ["S"]


def test_narrow_windows_show_icons_alone_and_nothing_is_lost(frame):
    frame.resize(900, 700)
    QApplication.sendEvent(frame, QResizeEvent(frame.size(), frame.size()))
    assert frame.rail.width() == 52
    assert frame.rail.buttons["comments"].accessibleName() == "Comments workspace, Ctrl+3"
    assert not frame.top.saved.isVisible()
    frame.resize(1366, 768)
    assert frame.rail.width() == 80


def test_dropped_files_open_the_import(frame, tmp_path, monkeypatch):
    asked = []
    monkeypatch.setattr(frame.frame, "import_files", asked.append)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "letters.csv"))])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    frame.dropEvent(QDropEvent(QPointF(QPoint(400, 300)), copy, data, left, none))
    assert asked == [[tmp_path / "letters.csv"]]


def test_an_import_without_a_hearing_says_what_to_do_until_one_is_open(frame):
    before = frame.session.hearing.id
    frame.session.open_hearing(None)
    frame.commands.run("import")
    assert "Comments belong to a hearing" in frame.notices.words.text()
    assert "[New hearing…]" in shown(frame.notices)
    frame.session.open_hearing(before)
    assert not frame.notices.isVisible()


def test_presses_for_larger_text_in_quick_succession_are_taken_together(qtbot, frame):
    for _press in range(4):
        qtbot.keyClick(frame.rail.buttons["setup"], Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    with qtbot.waitSignal(theme.theme.changed):
        assert theme.theme.zoom == 1.0
    assert theme.theme.zoom == 1.75
    qtbot.keyClick(frame.rail.buttons["setup"], Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: theme.theme.zoom == 1.5)
    qtbot.keyClick(frame.rail.buttons["setup"], Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: theme.theme.zoom == 1.0)


def test_the_hearing_menu_lists_the_hearings_of_the_store(frame):
    menu = frame.top.hearing.menu()
    menu.aboutToShow.emit()
    assert [action.text() for action in menu.actions() if action.isCheckable()] == ["The pause"]
    assert frame.top.hearing.accessibleName() == "Hearing: The pause"
    assert frame.windowTitle() == "The pause – frhearing"


@pytest.mark.qt_log_ignore("does not support")
def test_the_hearing_menu_stands_on_the_open_hearing_and_cuts_long_titles(qtbot, frame):
    hearings.update_hearing(frame.session.desk, frame.session.hearing_id, title="An ordinance to amend sections " * 9)
    menu = frame.top.hearing.menu()
    menu.popup(frame.pos())
    try:
        qtbot.waitUntil(lambda: menu.activeAction() is not None)
        assert menu.activeAction().data() == frame.session.hearing_id
        assert menu.activeAction().text().endswith("…")
        assert menu.width() < 800
        assert menu.layoutDirection() == Qt.LayoutDirection.LeftToRight
    finally:
        menu.hide()


def test_questions_are_chosen_by_key_only_if_there_are_several(qtbot, frame):
    qtbot.keyClick(frame.rail.buttons["setup"], Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert frame.session.question == 2
    assert frame.commands.action("question_2").isVisible()
    assert not frame.commands.action("question_3").isVisible()


def test_what_was_open_is_open_again(frame, qtbot):
    frame.go("home")
    hearing_id = frame.session.hearing_id
    frame.session.open_hearing(None)
    frame.settings.keep_place(frame.saveGeometry(), hearing_id, "setup")
    frame.open_last()
    assert frame.session.hearing.title == "The pause"
    assert frame.navigator.page_id == "setup"


def test_without_a_hearing_a_page_says_so_and_leads_home(frame):
    frame.session.open_hearing(None)
    frame.go("comments")
    words = shown(frame.navigator.currentWidget())
    assert words[-3] == "No hearing is open"
    frame.navigator.currentWidget().findChild(QAbstractButton).click()
    assert frame.navigator.page_id == "home"


def test_a_backup_is_made_on_the_other_thread_and_told(qtbot, frame):
    frame.commands.run("backup")
    qtbot.waitUntil(lambda: frame.notices.isVisible(), timeout=20_000)
    assert frame.notices.words.text().startswith("Backed up 14 comments")
    assert len(list(frame.session.desk.files.backups.glob("*.db"))) == 1
