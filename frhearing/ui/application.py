"""The running application: dresses Qt, opens a window on a folder, catches what nobody else caught."""

import locale
import sys
import threading
from datetime import datetime
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication

from frhearing import __version__, paths
from frhearing.desk.desk import Desk, open_desk
from frhearing.model.errors import ClerkError, StoreLocked, StoreOlder, WriteProtected
from frhearing.ui import theme as look
from frhearing.ui.main_window import MainWindow
from frhearing.ui.session import Session
from frhearing.ui.shell.window_settings import WindowSettings
from frhearing.ui.start.later import Later
from frhearing.ui.tidying import Tidier
from frhearing.ui.widgets.states import Level

if TYPE_CHECKING:
    from frhearing.ui.dialogs.trouble import TroubleWindow
    from frhearing.ui.doorbell import Doorbell

_LOG_NAME = "faults.log"
_LISTEN_AFTER = 300
"""Milliseconds after a window is shown: what a second start needs is loaded when the first has settled."""
_READ_ONLY = (
    "These hearings can only be read here: another window has them open, or their disk is write-protected. "
    "Nothing can be lost. Close the other window or free the disk, then open this window again to work here."
)
_FAULT = (
    "Something went wrong in the program. What was saved is safe, and what you typed is still here. "
    "The details are in faults.log in the data folder."
)


def open_for_window(folder: Path, *, at_once: bool = False) -> Desk:
    """Open a store for the window; where it cannot be written to it is opened to read.

    Unless ``at_once``, that it cannot be written to may show only later. Raises ClerkErrors where it cannot be
    opened at all, StoreOlder where it must be brought up to date first.
    """
    try:
        return open_desk(folder, at_once=at_once, migrates=False)
    except (StoreLocked, WriteProtected):
        return open_desk(folder, writing=False)


class Faults(QObject):
    """Writes what nobody caught to a log in the data folder and tells the window, from any thread."""

    told = Signal()

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.path = folder / _LOG_NAME

    def install(self) -> None:
        """Take over what Python does with exceptions that nobody caught."""
        sys.excepthook = self.caught
        threading.excepthook = lambda fault: self.caught(
            fault.exc_type, fault.exc_value or fault.exc_type(), fault.exc_traceback
        )

    def caught(self, kind: type[BaseException], fault: BaseException, where: TracebackType | None) -> None:
        """Write a fault down; Ctrl+C in a terminal still ends the program."""
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
            return
        import traceback

        text = "".join(traceback.format_exception(kind, fault, where))
        try:
            with self.path.open("a", encoding="utf-8") as log:
                log.write(f"{datetime.now().astimezone().isoformat(timespec='seconds')}\n{text}\n")
        except OSError:
            sys.stderr.write(text)
        self.told.emit()


class Application:
    """Holds the one window; changes it for the example's and back."""

    def __init__(self, own: Path | None, *, example: Path | None = None) -> None:
        existing = QApplication.instance()
        # Asked for by its name here, the style is never seen by PySide, which would make all of its lists of names.
        self.qt = existing if isinstance(existing, QApplication) else QApplication([*sys.argv[:1], "-style", "Fusion"])
        # Qt takes up the system's language for the names of months and the halves of the day; the window is English.
        locale.setlocale(locale.LC_TIME, "C")
        self.qt.setProperty("fusion", None if existing else True)
        self.qt.setApplicationName(paths.APPLICATION)
        self.qt.setApplicationVersion(__version__)
        self._own, self._example = own, example
        self._elsewhere = False
        self.faults = Faults(example or self._home())
        self.faults.told.connect(self._tell_fault)
        self.window: MainWindow | None = None
        self.bell: Doorbell | None = None
        self.trouble: TroubleWindow | None = None
        self.tidier: Tidier | None = None

    def run(self) -> int:
        """Show the window and stay until the last one is closed; gives the exit code."""
        self.faults.install()
        self.tidier = Tidier(self.qt, self._working)
        folder = self._example or self._home()
        settings = WindowSettings(paths.DataFolder(folder).window_settings)
        look.prepare(self.qt, settings.choice, settings.zoom)
        if self.open(folder, example=self._example is not None):
            return self.qt.exec()
        return 0 if self._elsewhere else 1

    def _working(self) -> bool:
        """Tell whether a job is under way behind the window."""
        return self.window is not None and self.window.session.background.busy

    def _home(self) -> Path:
        """Give the folder of the office's own hearings."""
        return self._own or paths.data_folder()

    def open(self, folder: Path, *, example: bool, at_once: bool = False) -> bool:
        """Open a window on a folder in place of the one before; False where the store cannot be opened.

        A folder that another window works in is not opened again: that window comes to the front instead. Unless
        ``at_once``, the window becomes the store's writer when it has been painted.
        """
        try:
            desk = open_for_window(folder, at_once=at_once)
        except StoreOlder:
            from frhearing.ui.dialogs.upgrade import open_up_to_date

            again = partial(self.open, folder, example=example, at_once=at_once)
            return open_up_to_date(folder, again, partial(self._refuse, folder))
        except ClerkError as fault:
            return self._refuse(folder, fault)
        if desk.read_only and self._shown_elsewhere(folder):
            desk.close()
            return False
        before, self.window = self.window, self._made(desk, folder, example)
        window = self.window
        later = window.navigator.later = Later(window)
        if example:
            self._begin_example(window)
        else:
            window.open_last()
        later.add(window.commands.complete)
        window.show()
        if desk.read_only:
            window.session.notice("warn", _READ_ONLY)
        else:
            later.add(partial(self._begin_writing, window, folder))
        later.through.connect(partial(self._go_ahead, window))
        later.begin_when_painted(window.rail)
        if before is not None:
            before.close()
            before.deleteLater()
        return True

    def _made(self, desk: Desk, folder: Path, example: bool) -> MainWindow:
        """Make a window on an open store, and answer what is asked of the application there."""
        settings = WindowSettings(paths.DataFolder(folder).window_settings)
        window = MainWindow(Session(desk, example_store=example), settings, at_once=False)
        window.switch_wanted.connect(self._switch)
        window.restore_wanted.connect(self._restore)
        window.anew_wanted.connect(self._begin_anew)
        return window

    def _go_ahead(self, window: MainWindow) -> None:
        """Make what was not asked for yet, now that the window stands."""
        from frhearing.ui.start.ahead import Ahead

        ahead = Ahead(window, window.navigator, window.session.background)
        if self.tidier is not None:
            self.tidier.settle()
            ahead.made.connect(self.tidier.settle)
        ahead.begin()

    def _begin_writing(self, window: MainWindow, folder: Path) -> None:
        """Become the store's writer, and let later starts find this window; who came first has it to itself."""
        try:
            window.session.desk.begin_writing()
        except ClerkError:
            # At once: were it put off again where it cannot be, windows would follow each other without end.
            again = partial(self.open, folder, example=window.session.example_store, at_once=True)
            QTimer.singleShot(0, window, again)
        else:
            QTimer.singleShot(_LISTEN_AFTER, window, partial(self._listen, folder))

    def _listen(self, folder: Path) -> None:
        """Let a later start on the same folder bring this window to the front."""
        from frhearing.ui.doorbell import Doorbell

        self.bell = Doorbell(folder, self.window)
        self.bell.rung.connect(self._come_forward)

    def _come_forward(self) -> None:
        window = self.window
        if window is not None:
            window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
            window.raise_()
            window.activateWindow()

    def _shown_elsewhere(self, folder: Path) -> bool:
        """Ask the window that holds the store, if one does, to come to the front."""
        from frhearing.ui.doorbell import ring

        self._elsewhere = ring(folder)
        if self._elsewhere:
            print(f"{folder} is open in another window, which has been brought to the front.", file=sys.stderr)
        return self._elsewhere

    def _begin_example(self, window: MainWindow) -> None:
        """Open the example hearing, loaded first where it is missing, and begin the first minute."""
        from frhearing.desk.example import example_hearing

        desk = window.session.desk
        hearing_id = window.session.read(lambda: example_hearing(desk))
        window.session.open_hearing(hearing_id)
        window.start_tour()

    def _switch(self, to_example: bool, then: str) -> None:
        def switch() -> None:
            folder = (self._example or paths.demo_folder()) if to_example else self._home()
            if self.window is not None and self.window.session.desk.folder == folder:
                self.window.close()  # a store has one writer: where both lie in one folder it is given up first
            if self.open(folder, example=to_example) and then and self.window is not None:
                self.window.commands.run(then)

        # Not within the click: the button that was pressed goes with its window.
        QTimer.singleShot(0, switch)

    def _restore(self, source: Path) -> None:
        """Put a backup in the place of the store of the open window, and open it anew."""
        window = self.window
        if window is None:
            return
        from frhearing.desk import backups

        folder, example = window.session.desk.folder, window.session.example_store
        window.close()
        try:
            kept = backups.restore(folder, source)
            words = "The backup is open now."
            level: Level = "ok"
            if kept:
                words += f" What stood here before lies in {kept.name}, in the folder of backups."
        except ClerkError as fault:
            level, words = "danger", str(fault)
        if self.open(folder, example=example) and self.window is not None:
            self.window.session.notice(level, words, "OK", lambda: None)

    def _begin_anew(self) -> None:
        """Put the example back as it was at first, and open it."""
        window = self.window
        if window is None or window.session.desk.read_only:
            return
        from frhearing.desk import example

        folder = window.session.desk.folder
        window.close()
        words = "The example is as it was at first. Whatever was tried in it is gone."
        level: Level = "ok"
        try:
            example.forget_example(folder)
        except ClerkError as fault:
            level, words = "danger", str(fault)
        if self.open(folder, example=True) and self.window is not None:
            self.window.session.notice(level, words, "OK", lambda: None)

    def _refuse(self, folder: Path, fault: ClerkError) -> bool:
        """Say in a window of its own why the store does not open, and what can be done."""
        if self.window is not None:
            self.window.session.tell(fault)
            return False
        from frhearing.ui.dialogs.trouble import TroubleWindow

        if self.trouble is not None:
            self.trouble.close()
        self.trouble = trouble = TroubleWindow(folder, fault)
        trouble.try_again.connect(partial(self._again, folder))
        trouble.show()
        return True

    def _again(self, folder: Path) -> None:
        before = self.trouble
        if self.open(folder, example=False) and before is not None:
            before.close()

    def _tell_fault(self) -> None:
        if self.window is not None:
            self.window.session.notice("danger", _FAULT)
