"""A start loads what the first page needs: nothing that imports, prints, searches or edits before it is asked to."""

import json
import os
import subprocess
import sys

import pytest
from small_hearing import open_small

from frhearing.desk import testimony
from frhearing.model.filter import CommentFilter

ROOMS_NOT_NEEDED = {
    "frhearing.analysis",
    "frhearing.cli",
    "frhearing.intake",
    "frhearing.report",
    "frhearing.desk.importing",
    "frhearing.desk.summaries",
    "frhearing.desk.upgrading",
    "frhearing.model.letters",
    "frhearing.model.live",
    "frhearing.model.tally",
    "frhearing.store.counting",
    "frhearing.store.examine",
    "frhearing.store.imports",
    "frhearing.store.migrations",
    "frhearing.store.opening",
    "frhearing.ui.dialogs.ask_line",
    "frhearing.ui.dialogs.import_dialog",
    "frhearing.ui.dialogs.new_hearing",
    "frhearing.ui.dialogs.upgrade",
    "frhearing.ui.pages.analysis",
    "frhearing.ui.pages.comments.editing",
    "frhearing.ui.pages.comments.editor",
    "frhearing.ui.pages.comments.empty_page",
    "frhearing.ui.pages.comments.keys",
    "frhearing.ui.pages.comments.reading_pane",
    "frhearing.ui.pages.comments.tagging_pane",
    "frhearing.ui.pages.comments.views_pane",
    "frhearing.ui.pages.home",
    "frhearing.ui.pages.live",
    "frhearing.ui.pages.record",
    "frhearing.ui.pages.report",
    "frhearing.ui.pages.setup",
    "frhearing.ui.shell.key_card",
    "frhearing.ui.shell.palette",
    "frhearing.ui.start.ahead",
    "frhearing.ui.widgets.choices",
}
NOT_NEEDED_BY_A_WHOLE_WINDOW = {
    "frhearing.analysis",
    "frhearing.cli",
    "frhearing.intake",
    "frhearing.report",
    "frhearing.desk.importing",
    "frhearing.desk.import_looking",
    "frhearing.ui.pages.live",
    "frhearing.ui.pages.report",
}
LIBRARIES_NOT_NEEDED = {
    "PySide6.QtNetwork",
    "PySide6.QtPdf",
    "PySide6.QtPdfWidgets",
    "PySide6.QtPrintSupport",
    "PySide6.QtSvg",
    "PySide6.QtTest",
    "asyncio",
    "click",
    "csv",
    "dataclasses",
    "decimal",
    "email",
    "filelock",
    "http",
    "inspect",
    "logging",
    "multiprocessing",
    "numpy",
    "platformdirs",
    "psutil",
    "reportlab",
    "socket",
    "sqlite_utils",
    "uharfbuzz",
    "urllib.request",
    "uuid",
}

# The real door, with the event loop in its place ended when the first comments are painted.
START = """
import json, sys
import frhearing.ui.start.qt as start

def until_painted():
    from PySide6.QtWidgets import QApplication
    app = QApplication.instance()
    window = sys._getframe(1).f_locals["self"].window
    window.arrivals._first.stop()  # it looks when the window has stood for a while: on a slow machine that is now
    loaded = []
    window.navigator.later.painted.connect(lambda: loaded.extend(sorted(sys.modules)))
    while not loaded:
        app.processEvents()
    rows = window.navigator.page.space.list.model.rowCount()
    while window.navigator.later.pending:
        app.processEvents()
    print(json.dumps({"rows": rows, "loaded": loaded, "whole": sorted(sys.modules)}))
    window.close()
    return 0

def load():
    load_qt()
    from PySide6.QtWidgets import QApplication
    QApplication.exec = staticmethod(until_painted)

load_qt, start.load_qt = start.load_qt, load
from frhearing.__main__ import main
sys.exit(main())
"""


@pytest.fixture(scope="module")
def started(tmp_path_factory):
    folder = tmp_path_factory.mktemp("office")
    desk, hearing = open_small(folder)
    comments = len(testimony.list_ids(desk, hearing, CommentFilter()))
    desk.close()
    (folder / "window.ini").write_text(f"[General]\nhearing={hearing}\npage=comments\n", encoding="utf-8")
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", START, "--data", str(folder)]
    ended = subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=120)
    assert (ended.returncode, ended.stderr) == (0, "")
    return json.loads(ended.stdout) | {"comments": comments}


def test_the_first_comments_are_there_without_waiting_for_the_background(started):
    assert started["rows"] == started["comments"] > 0


def test_a_start_loads_no_room_that_the_first_page_does_without(started):
    assert ROOMS_NOT_NEEDED & set(started["loaded"]) == set()


def test_the_steps_after_the_first_paint_load_nothing_that_reads_or_prints(started):
    assert "frhearing.ui.pages.comments.tagging_pane" in started["whole"]
    assert NOT_NEEDED_BY_A_WHOLE_WINDOW & set(started["whole"]) == set()


def test_a_start_loads_no_library_that_the_first_page_does_without(started):
    assert LIBRARIES_NOT_NEEDED & set(started["loaded"]) == set()


def test_what_is_not_to_be_loaded_is_there_to_be_loaded():
    """A module that was renamed would make the tests above say nothing."""
    from importlib.util import find_spec

    rooms = ROOMS_NOT_NEEDED | NOT_NEEDED_BY_A_WHOLE_WINDOW
    assert [name for name in sorted(rooms) if find_spec(name) is None] == []
