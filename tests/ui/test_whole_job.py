"""The whole job without the mouse (A12): a new hearing, a theme, a comment, its tags, the counts, the summary."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from frhearing.desk import figures, testimony
from frhearing.desk.desk import open_desk
from frhearing.model.filter import CommentFilter
from frhearing.ui.main_window import MainWindow
from frhearing.ui.session import Session
from frhearing.ui.shell.window_settings import WindowSettings


@pytest.fixture
def window(qtbot, dressed, tmp_path):
    made = MainWindow(Session(open_desk(tmp_path / "data")), WindowSettings(tmp_path / "data" / "window.ini"))
    qtbot.addWidget(made, before_close_func=lambda _window: made.session.background.wait())
    made.resize(1366, 768)
    made.open_last()
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def press(*keys):
    held = {"Ctrl": Qt.KeyboardModifier.ControlModifier, "Shift": Qt.KeyboardModifier.ShiftModifier}
    for key in keys:
        *mods, name = key.split("+")
        modifiers = Qt.KeyboardModifier.NoModifier
        for mod in mods:
            modifiers |= held[mod]
        QTest.keyClick(QApplication.focusWidget(), getattr(Qt.Key, f"Key_{name}"), modifiers)


def write(words):
    QTest.keyClicks(QApplication.focusWidget(), words)


def test_from_the_first_question_to_the_summary_by_keyboard(qtbot, window):
    session = window.session
    press("Ctrl+N")
    for words in ("Alley lights", "Public Works", "", "Room 2", "Keep the lights on?", "Keep them on", "Turn them off"):
        write(words)
        press("Tab")
    press("Return")
    assert session.hearing.title == "Alley lights"

    themes = window.navigator.page.themes
    while QApplication.focusWidget() is not themes.add:
        press("Tab")
    press("Space")
    write("Safety")
    press("Return")
    assert QApplication.focusWidget() is themes.add

    press("Ctrl+3", "Ctrl+N")
    write("Ana Bell")
    press("Tab", "Tab", "Tab", "Tab")
    write("Please keep the lights on. I walk home at night.")
    press("Ctrl+Return")
    qtbot.waitUntil(lambda: not session.background.busy)
    assert QApplication.focusWidget() is window.navigator.page.space.list.view
    press("S", "1")
    made = testimony.comment_by_number(session.desk, session.hearing_id, 1)
    assert (made.name, str(made.stances[1]), len(made.theme_ids)) == ("Ana Bell", "support", 1)
    assert len(testimony.list_ids(session.desk, session.hearing_id, CommentFilter())) == 1

    press("Ctrl+4")
    qtbot.waitUntil(lambda: not session.background.busy)
    assert window.navigator.page_id == "analysis"
    assert figures.tally(session.desk, session.hearing_id).questions[0].stances["support"] == 1

    press("Ctrl+5")
    qtbot.waitUntil(lambda: not session.background.busy, timeout=60_000)
    assert window.navigator.page_id == "report"
    assert (
        window.navigator.page.preview.pageCount() > 0 if hasattr(window.navigator.page.preview, "pageCount") else True
    )
