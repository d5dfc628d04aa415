"""The window is painted before it is whole; a key or a click that comes sooner still does what it is for."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from small_hearing import open_small

from frhearing.desk import testimony
from frhearing.desk.desk import open_desk
from frhearing.model.errors import StoreLocked
from frhearing.model.position import Stance
from frhearing.ui.application import Application
from frhearing.ui.command_table import COMMANDS, MENUS
from frhearing.ui.start import later as later_steps
from frhearing.ui.start.later import Later


@pytest.fixture(autouse=True)
def _painted_however_long_it_takes(monkeypatch):
    """A window that is not painted within a second begins all the same; here every one is painted at last."""
    monkeypatch.setattr(later_steps, "_UNPAINTED_MS", 3_600_000)


@pytest.fixture
def folder(tmp_path):
    """An office as a clerk left it: with the Comments page of a hearing open."""
    desk, hearing = open_small(tmp_path)
    desk.close()
    (tmp_path / "window.ini").write_text(f"[General]\nhearing={hearing}\npage=comments\n", encoding="utf-8")
    return tmp_path


@pytest.fixture
def started(qtbot, folder):
    """The window as it stands when it is first painted: what comes later is still to come."""
    application = Application(folder)
    assert application.open(folder, example=False)
    later = application.window.navigator.later
    painted = []
    later._begin = lambda: painted.append(True)
    qtbot.waitUntil(lambda: bool(painted))
    del later._begin
    QTimer.singleShot(20, later, later._begin)
    yield application.window
    application.window.close()
    application.window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def stance_of(window, comment_id):
    return testimony.get_comment(window.session.desk, comment_id).stances.get(1)


def test_the_list_is_there_at_the_first_paint_and_the_rest_follows_by_itself(qtbot, started):
    page = started.navigator.page
    assert page.space.list.model.rowCount() > 0
    assert started.navigator.later.pending
    assert not page.space.whole
    qtbot.waitUntil(lambda: not started.navigator.later.pending)
    assert page.space.reading.text.stored == page.selection.comment.text
    assert page.space.tagging.isVisible()
    assert {hint.words for hint in started.keys._hints} >= {"position", "theme", "move"}


def test_a_key_pressed_at_once_tags_the_comment_that_the_list_stands_on(started):
    view = started.navigator.page.space.list.view
    comment = view.current_id()
    assert stance_of(started, comment) is not Stance.OPPOSE
    assert started.navigator.later.pending
    QTest.keyClick(started.windowHandle(), Qt.Key.Key_O)
    assert stance_of(started, comment) is Stance.OPPOSE


def test_a_command_of_the_frame_is_done_at_its_first_key(started):
    assert started.navigator.later.pending
    QTest.keyClick(started.windowHandle(), Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert started.navigator.page_id == "setup"


def test_every_command_has_its_place_in_the_menus_once_the_window_stands(qtbot, started):
    menus = [top.menu() for top in started.menuBar().actions()]
    assert [menu.title() for menu in menus] == list(MENUS)
    assert all(menu.isEmpty() for menu in menus)
    qtbot.waitUntil(lambda: not started.navigator.later.pending)
    for menu in menus:
        names = [action.objectName() for action in menu.actions() if not action.isSeparator()]
        assert names == [command.id for command in COMMANDS if command.menu == menu.title().replace("&", "")]


def test_a_click_at_once_goes_where_it_was_meant(started):
    button = started.rail.buttons["setup"]
    place = button.mapTo(started, button.rect().center())
    assert started.navigator.later.pending
    QTest.mouseClick(started.windowHandle(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    assert started.navigator.page_id == "setup"
    assert not started.navigator.later.pending


def test_a_click_on_a_row_at_once_shows_that_comment(started):
    view = started.navigator.page.space.list.view
    row = view.visualRect(view.model().index(2, view._delegate.columns[0]))
    place = view.viewport().mapTo(started, row.center())
    QTest.mouseClick(started.windowHandle(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    page = started.navigator.page
    assert page.selection.comment.id == view.model().ids[2]


def test_the_store_is_taken_for_writing_once_the_window_stands(qtbot, started, folder):
    qtbot.waitUntil(lambda: not started.navigator.later.pending)
    with pytest.raises(StoreLocked):
        open_desk(folder)


def test_who_took_the_store_in_the_meantime_keeps_it(qtbot, folder):
    application = Application(folder)
    assert application.open(folder, example=False)
    first = application.window
    with open_desk(folder):
        qtbot.waitUntil(lambda: application.window is not first)
        assert "another window has them open" in application.window.notices.words.text()
        assert not application.window.session.writable
    application.window.close()


def test_closing_at_once_closes(started, folder):
    assert started.navigator.later.pending
    started.close()
    with open_desk(folder) as desk:
        assert not desk.read_only


def test_a_step_that_fails_is_told_and_the_others_follow(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    done = []

    def fails():
        raise ValueError("no such thing")

    later = Later(window)
    later.add(fails, lambda: done.append(1))
    window.show()
    with qtbot.capture_exceptions() as faults:
        later.begin_when_painted(window)
        qtbot.waitUntil(lambda: done == [1])
    assert [kind for kind, _fault, _where in faults] == [ValueError]


def test_steps_come_one_at_a_turn_after_the_first_paint(qtbot):
    painted, order = [], []

    class Watched(QWidget):
        def paintEvent(self, event):
            painted.append(True)

    window = Watched()
    qtbot.addWidget(window)
    later = Later(window)
    later.add(*(lambda n=n: order.append((n, bool(painted))) for n in range(3)))
    window.show()
    later.begin_when_painted(window)
    assert order == []
    qtbot.waitUntil(lambda: not later.pending)
    assert order == [(0, True), (1, True), (2, True)]


def test_a_click_before_the_first_paint_waits_for_everything(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    order = []
    window.mousePressEvent = lambda _event: order.append("click")
    later = Later(window)
    later.add(lambda: order.append("step"))
    window.show()
    later.begin_when_painted(window)
    QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(5, 5))
    assert order == ["step", "click"]
