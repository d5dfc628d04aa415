"""Another look is put on what is seen at once, on the rest when it is shown or while nobody waits."""

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit

from frhearing.ui import theme
from frhearing.ui.shell.palette import Palette


def field_size(page) -> int:
    return page.findChild(QLineEdit).fontInfo().pixelSize()


@pytest.fixture
def visited(frame):
    """The window with Set up and Record made, Record being seen."""
    for page in ("setup", "record"):
        frame.go(page)
    QApplication.processEvents()
    return frame


def test_what_is_not_seen_is_dressed_when_it_is_shown(visited):
    setup = visited.navigator._pages["setup"]
    theme.use("dark", 1.5)
    assert field_size(visited.navigator.page) == theme.theme.px(13)
    assert field_size(setup) == 13
    visited.go("setup")
    assert field_size(setup) == theme.theme.px(13) == 20


def test_a_page_dressed_later_looks_as_one_that_was_seen(visited):
    visited.go("setup")
    theme.use("dark", 1.25)
    QApplication.processEvents()
    seen = visited.grab().toImage()
    theme.use("light", 1.0)
    visited.go("record")
    theme.use("dark", 1.25)
    visited.go("setup")
    QApplication.processEvents()
    assert visited.grab().toImage() == seen


def test_the_menu_changes_what_is_seen_and_then_the_rest(qtbot, visited):
    setup = visited.navigator._pages["setup"]
    visited.commands.run("zoom_in")
    qtbot.waitUntil(lambda: field_size(setup) == theme.theme.px(13) == 14)
    assert theme.theme.zoom == visited.settings.zoom == 1.1
    assert visited.updatesEnabled()
    assert field_size(visited.navigator.page) == 14


def test_a_panel_opened_after_a_change_wears_the_look_of_today(qtbot, visited):
    theme.use("light", 2.0)
    visited.commands.run("palette")
    assert visited.findChild(Palette).field.fontInfo().pixelSize() == theme.theme.px(17)


def test_a_change_that_is_broken_off_leaves_the_window_painting(visited):
    steps = theme.change("dark", 1.0)
    next(steps)
    assert not visited.updatesEnabled()
    steps.close()
    assert visited.updatesEnabled()
