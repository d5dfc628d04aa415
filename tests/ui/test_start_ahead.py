"""What is made while nobody waits: every page, from rooms that hold nothing of Qt, never while the clerk types."""

import json
import subprocess
import sys

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from small_hearing import open_small

from frhearing.ui.application import Application
from frhearing.ui.pages import PAGES
from frhearing.ui.start import ahead as ahead_steps
from frhearing.ui.start.ahead import Ahead


@pytest.fixture
def application(qtbot, tmp_path):
    desk, hearing = open_small(tmp_path)
    desk.close()
    (tmp_path / "window.ini").write_text(f"[General]\nhearing={hearing}\npage=comments\n", encoding="utf-8")
    made = Application(tmp_path)
    assert made.open(tmp_path, example=False)
    yield made
    made.window.close()
    made.window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def under_way(qtbot, window):
    """Give what goes ahead once it has begun with the pages."""
    qtbot.waitUntil(lambda: (ahead := window.findChild(Ahead)) is not None and ahead._timer.isActive(), timeout=20_000)
    return window.findChild(Ahead)


def test_every_page_is_made_while_nobody_waits(qtbot, application):
    window = application.window
    qtbot.waitUntil(lambda: (ahead := window.findChild(Ahead)) is not None and ahead.over, timeout=20_000)
    assert set(window.navigator._pages) == {entry.page_id for entry in PAGES}
    for entry in PAGES:
        window.go(entry.page_id)
        assert window.navigator.page.page_id == entry.page_id
    assert window.navigator.page.isVisible()


def test_it_rests_while_the_clerk_types(qtbot, application):
    window = application.window
    ahead = under_way(qtbot, window)
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_J)
    assert ahead._timer.interval() == ahead_steps._PAUSE_MS > 10 * ahead_steps._EVERY_MS


def test_a_window_that_closes_meanwhile_closes(qtbot, application):
    under_way(qtbot, application.window)
    assert application.window.close()


def test_the_rooms_hold_nothing_of_qt_and_the_pages_need_no_other_rooms():
    """A thread may load the rooms; what else the pages load is of the window and small."""
    code = """
import json, sys
from frhearing.ui.start.rooms import load_rooms
load_rooms()
qt = sorted(name for name in sys.modules if "PySide6" in name)
import frhearing.ui.application
from frhearing.ui.start.ahead import load_pages
before = set(sys.modules)
pages = [module.__name__.rpartition(".")[2] for module in load_pages()]
more = sorted(name for name in set(sys.modules) - before if name.startswith("frhearing.") and ".ui" not in name)
print(json.dumps([qt, more, sorted(pages)]))
"""
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert json.loads(ended.stdout) == [[], [], sorted(entry.page_id for entry in PAGES)]
