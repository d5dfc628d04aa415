"""A patient robot, a dressed application, and a window on a small hearing, for tests of the frame."""

import gc
import locale
from collections.abc import Iterator

import pytest
from live_window import LiveWindow
from PySide6.QtCore import QCoreApplication, QEvent
from pytestqt.qtbot import QtBot
from small_hearing import open_small

from frhearing.ui import theme
from frhearing.ui.main_window import MainWindow
from frhearing.ui.session import Session
from frhearing.ui.shell.window_settings import WindowSettings


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_teardown() -> Iterator[None]:
    """Let closed windows go here and now, as the program does: on this thread, between events (ui/tidying.py)."""
    gc.disable()
    yield
    if QCoreApplication.instance() is not None:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()


PATIENCE_MS = 60_000
"""How long what must come is waited for: no test is about how fast the machine is that runs it."""


class PatientBot(QtBot):
    """Waits as long as a loaded machine may take; what never comes still fails the test, with the same words."""

    def waitUntil(self, callback, *, timeout=PATIENCE_MS):
        super().waitUntil(callback, timeout=max(timeout, PATIENCE_MS))

    def waitSignal(self, signal, *, timeout=PATIENCE_MS, **options):
        return super().waitSignal(signal, timeout=max(timeout, PATIENCE_MS), **options)

    def waitExposed(self, widget, *, timeout=PATIENCE_MS):
        return super().waitExposed(widget, timeout=max(timeout, PATIENCE_MS))


@pytest.fixture(scope="session")
def qapp(qapp):
    """pytest-qt's application: months named as the program names them (ui/application.py), a caret that stays."""
    locale.setlocale(locale.LC_TIME, "C")
    qapp.setCursorFlashTime(0)  # two pictures of one window are equal, whenever they are taken
    return qapp


@pytest.fixture
def qtbot(qapp, request):
    """pytest-qt's robot, with patience."""
    return PatientBot(request)


@pytest.fixture
def dressed(qapp):
    """The application in light colors at 100 %."""
    theme.install(qapp, "light", 1.0)
    yield qapp
    theme.use("light", 1.0)


@pytest.fixture
def held(dressed, tmp_path):
    """Makes windows on hearings that are held, each in its own folder and on a clock moved by hand."""
    made = []

    def make(**options):
        made.append(LiveWindow(tmp_path / str(len(made)), **options))
        return made[-1]

    yield make
    for one in made:
        one.close()


@pytest.fixture
def frame(qtbot, dressed, tmp_path):
    """The whole window on a small hearing, Set up being shown."""
    desk, hearing_id = open_small(tmp_path / "data")
    window = MainWindow(Session(desk), WindowSettings(tmp_path / "data" / "window.ini"))
    window.session.open_hearing(hearing_id)
    window.resize(1366, 768)
    window.go("setup")
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.go("setup")
    yield window
    window.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
