"""The running application: faults are written down and told, a second window only reads, stores that fail speak."""

import contextlib
import locale
import subprocess
import sys
import threading

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtWidgets import QApplication
from screen_text import shown
from small_hearing import open_small

from frhearing import paths
from frhearing.desk.desk import open_desk
from frhearing.desk.upgrading import bring_up_to_date
from frhearing.model.errors import Refused, WriteProtected
from frhearing.store import database, migrations, opening, version
from frhearing.store.lock import StoreLock
from frhearing.ui.application import Application
from frhearing.ui.days import day_words
from frhearing.ui.dialogs import upgrade


@pytest.fixture
def application(dressed, tmp_path):
    made = Application(paths.data_folder(tmp_path / "own"), example=None)
    yield made
    for window in (made.window, made.trouble):
        if window is not None:
            window.close()
            window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_an_uncaught_fault_is_written_down_and_told_in_words(qtbot, application, tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    application.faults.install()
    assert application.open(tmp_path / "own", example=False)
    try:
        raise ValueError("nobody expected this")
    except ValueError:
        sys.excepthook(*sys.exc_info())
    assert "What was saved is safe" in application.window.notices.words.text()
    log = (tmp_path / "own" / "faults.log").read_text(encoding="utf-8")
    assert "ValueError: nobody expected this" in log
    worker = threading.Thread(target=lambda: 1 / 0)
    worker.start()
    worker.join()
    qtbot.waitUntil(lambda: "ZeroDivisionError" in (tmp_path / "own" / "faults.log").read_text(encoding="utf-8"))


def test_months_are_named_in_english_whatever_the_systems_language(qapp, tmp_path):
    asked = locale.setlocale(locale.LC_TIME)
    for language in ("tr_TR.UTF-8", "de_DE.UTF-8", "es_US.UTF-8", "C.UTF-8"):
        with contextlib.suppress(locale.Error):  # not every system has each of them
            locale.setlocale(locale.LC_TIME, language)
            break
    Application(paths.data_folder(tmp_path / "own"), example=None)
    assert day_words("2026-02-20") == "Feb 20, 2026"
    assert locale.setlocale(locale.LC_TIME) == asked == "C"


def test_a_second_window_shows_and_says_why_it_does_not_write(application, tmp_path):
    with open_small(tmp_path / "own")[0]:
        assert application.open(tmp_path / "own", example=False)
        window = application.window
        assert "another window has them open" in window.notices.words.text()
        assert "Read only" in shown(window.top)
        application.window.session.open_hearing(1)
        assert not window.session.writable
        window.go("setup")
        assert window.navigator.page.hearing.fields["title"].field.isReadOnly()


def test_where_nothing_can_be_written_one_window_shows_what_is_there_and_says_so(
    qtbot, application, tmp_path, monkeypatch
):
    open_small(tmp_path / "own")[0].close()
    tries = []

    def protected(_lock):
        tries.append(len(tries))
        raise WriteProtected("The folder can only be read.")

    monkeypatch.setattr(StoreLock, "acquire", protected)
    assert application.open(tmp_path / "own", example=False)
    qtbot.waitUntil(lambda: "can only be read" in application.window.notices.words.text())
    window = application.window
    qtbot.wait(300)
    assert application.window is window
    assert "can only be read" in window.notices.words.text()
    assert len(tries) == 2


def test_the_example_in_the_folder_of_ones_own_hearings_is_left_for_them_without_losing_the_pen(
    qtbot, dressed, tmp_path
):
    folder = paths.data_folder(tmp_path / "both")
    both = Application(folder, example=folder)
    assert both.open(folder, example=True)
    before = both.window
    before.switch_wanted.emit(False, "")
    qtbot.waitUntil(lambda: both.window is not before)
    assert not both.window.session.example_store
    assert not both.window.session.desk.read_only
    both.window.close()
    both.window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.mark.qt_log_ignore("does not support raise")
def test_a_second_start_brings_the_open_window_to_the_front_and_ends(qtbot, application, tmp_path):
    folder = tmp_path / "own"
    killed = (
        "import os, sys; from pathlib import Path; from PySide6.QtCore import QCoreApplication\n"
        "from frhearing.ui.doorbell import Doorbell\n"
        "app = QCoreApplication([]); bell = Doorbell(Path(sys.argv[1])); os._exit(9)"
    )
    subprocess.run([sys.executable, "-c", killed, folder], check=False)
    assert application.open(folder, example=False)
    qtbot.waitUntil(lambda: application.bell is not None)
    # However long this window takes to answer, the other waits for it here.
    patient = (
        "import sys; from frhearing.ui import doorbell; doorbell._WAIT = 60_000\n"
        "from frhearing.__main__ import main; sys.exit(main())"
    )
    with qtbot.waitSignal(application.bell.rung):
        second = subprocess.Popen([sys.executable, "-c", patient, "--data", folder], stderr=subprocess.PIPE, text=True)
    words = second.communicate()[1]
    assert second.returncode == 0
    assert "brought to the front" in words


def test_a_store_that_cannot_be_read_is_left_alone_and_explained(application, tmp_path):
    store = tmp_path / "own" / paths.STORE_NAME
    store.write_bytes(b"this is not a database, it is a letter" * 100)
    before = store.read_bytes()
    assert application.open(tmp_path / "own", example=False)
    assert application.window is None
    words = shown(application.trouble)
    assert words[0] == "The hearings could not be opened"
    assert "[Try again]" in words
    assert store.read_bytes() == before
    store.unlink()
    application.trouble.again.click()
    assert application.window is not None
    assert not application.trouble.isVisible()


def test_the_window_goes_to_the_example_and_back(qtbot, application, tmp_path):
    application.open(tmp_path / "own", example=False)
    first = application.window
    first.commands.run("example")
    qtbot.waitUntil(lambda: application.window is not first, timeout=30_000)
    example = application.window
    assert example.session.hearing.example
    assert example.session.desk.folder == paths.demo_folder()
    assert example.tour.isVisible()
    example.commands.run("new_hearing")
    qtbot.waitUntil(lambda: application.window is not example)
    assert application.window.session.desk.folder == tmp_path / "own"
    with open_desk(paths.demo_folder()) as free:
        assert not free.read_only


def test_a_backup_is_put_in_the_place_of_the_store(qtbot, application, tmp_path):
    from frhearing.desk import backups, hearings
    from frhearing.model.hearing import NewHearing

    desk, _hearing = open_small(tmp_path / "own", voices=False)
    with desk:
        kept = backups.backup_now(desk).path
        hearings.create_hearing(desk, NewHearing("A mistake", "Council", "2026-03-01"))
    application.open(tmp_path / "own", example=False)
    first = application.window
    first.restore_wanted.emit(kept)
    assert application.window is not first
    titles = [card.title for card in hearings.list_hearings(application.window.session.desk)]
    assert titles == ["The pause"]
    assert "The backup is open now" in application.window.notices.words.text()


def test_the_example_begins_anew_and_the_offices_own_store_never_does(application, tmp_path):
    from frhearing.desk import example, hearings
    from frhearing.model.hearing import NewHearing

    application.open(tmp_path / "own", example=False)
    assert not application.window.commands.action("example_anew").isEnabled()
    folder = tmp_path / "play"
    application.open(folder, example=True)
    session = application.window.session
    before = session.desk.store.rows("SELECT number, name FROM comment ORDER BY number")
    session.write(lambda: hearings.update_hearing(session.desk, session.hearing_id, title="Scribbled over"))
    assert session.hearing.title == "Scribbled over"
    application.window.commands.run("example_anew")
    session = application.window.session
    assert session.hearing.example
    assert session.hearing.title != "Scribbled over"
    assert session.desk.store.rows("SELECT number, name FROM comment ORDER BY number") == before
    hearings.create_hearing(session.desk, NewHearing("Zoning", "Council", "2026-03-01"))
    application.window.commands.run("example_anew")
    assert "left as it is" in application.window.notices.words.text()
    assert len(hearings.list_hearings(application.window.session.desk)) == 2
    application.window.close()
    with pytest.raises(Refused, match="hearing of your own"):
        example.forget_example(folder)


@pytest.fixture
def older(tmp_path):
    """A store as version 2 wrote it, with comments to find."""
    folder = paths.data_folder(tmp_path / "own")
    with pytest.MonkeyPatch.context() as earlier:
        first = migrations.Migrations("frhearing")
        first._migrations = list(migrations.steps._migrations)[:2]
        earlier.setattr(migrations, "steps", first)
        for room in (database, migrations, opening, version):
            earlier.setattr(room, "VERSION", 2)
        open_small(folder)[0].close()
    return folder


def test_an_older_store_is_brought_up_to_date_while_a_window_says_so(qtbot, application, older, monkeypatch):
    seen = []

    def patient(folder, tell):
        assert threading.current_thread() is not threading.main_thread()
        tell(3, 40, "Keeping a copy: 3 of 40 MB")
        asked.wait(60)
        bring_up_to_date(folder, tell)

    def look(window):
        if window.progress.words.text() != "Keeping a copy: 3 of 40 MB":
            QTimer.singleShot(5, window, lambda: look(window))
            return
        window.close()
        seen.append((window.isVisible(), shown(window), window.progress.bar.value(), application.window))
        asked.set()

    asked = threading.Event()
    monkeypatch.setattr(upgrade, "bring_up_to_date", patient)
    showing = upgrade.UpgradeWindow.showEvent
    monkeypatch.setattr(
        upgrade.UpgradeWindow, "showEvent", lambda window, event: (showing(window, event), look(window))[0]
    )
    assert application.open(older, example=False)
    [(stayed, words, done, window)] = seen
    assert stayed
    assert window is None
    assert done == 3
    assert words[0] == "Your records are being brought up to this version"
    assert "A copy from before is kept" in words[1]
    window = application.window
    assert window.isVisible()
    assert [one for one in QApplication.topLevelWidgets() if one.isVisible()] == [window]
    qtbot.waitUntil(lambda: not window.navigator.later.pending)
    assert not window.session.desk.read_only
    assert window.session.desk.store.value("PRAGMA user_version") == version.VERSION
    assert [one.name for one in (older / "backups").iterdir()] == [f"before-version-{version.VERSION}.db"]


def test_an_older_store_that_cannot_be_brought_up_to_date_is_told_and_tried_again(application, older):
    lock = StoreLock(older / "frhearing.lock")
    lock.acquire()
    assert application.open(older, example=False)
    assert application.window is None
    assert "Another window or command" in " ".join(shown(application.trouble))
    lock.release()
    application.trouble.again.click()
    assert application.window is not None
    assert not application.trouble.isVisible()
