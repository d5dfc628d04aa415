"""The window that stands while an older store is brought up to date: what is done, how far it is, what is kept."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow, QWidget

from frhearing.desk.upgrading import bring_up_to_date
from frhearing.model.errors import ClerkError
from frhearing.ui import theme as look
from frhearing.ui.background import Background
from frhearing.ui.dialogs.import_progress import ProgressBox
from frhearing.ui.widgets import announce, column, label

_TITLE = "Your records are being brought up to this version"
_WORDS = (
    "A copy from before is kept in the folder of backups. This is done once; then your hearings open by themselves. "
    "Nothing is lost if the computer stops meanwhile: the next start goes on from there."
)


class UpgradeWindow(QMainWindow):
    """Brings a store up to date on another thread and shows how far that is; it closes when that is over."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder
        self._background = Background(self)
        self._fault: Exception | None = None
        self.setWindowTitle("frhearing")
        self.progress = ProgressBox()
        self.progress.start("Looking at the records")
        title, words = label(_TITLE, "h2", wrap=True), label(_WORDS, "secondary", wrap=True)
        page = QWidget()
        page.setProperty("kind", "page")
        page.setLayout(column(None, title, words, 12, self.progress, None, margins=(40, 24, 40, 24), gap=8))
        self.setCentralWidget(page)
        self.setAccessibleName(f"{_TITLE}. {_WORDS}")
        self.resize(640, 280)

    def setVisible(self, visible: bool) -> None:
        """Dress the window before it is shown."""
        if visible:
            look.dress_window(self)
        super().setVisible(visible)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stay until the work is over: it is short, and it would begin again at the next start."""
        event.setAccepted(not self._background.busy)

    def work(self) -> ClerkError | None:
        """Do it, the window answering meanwhile; gives the fault that kept the store from being brought up to date."""
        over = QEventLoop()

        def failed(fault: Exception) -> None:
            self._fault = fault
            over.quit()

        self._background.run(
            lambda progress: bring_up_to_date(self._folder, progress.step),
            lambda _done: over.quit(),
            failed,
            self.progress.show_step,
            must=True,
        )
        announce(self, _TITLE)
        over.exec()
        if self._fault is None or isinstance(self._fault, ClerkError):
            return self._fault
        raise self._fault


def open_up_to_date(folder: Path, again: Callable[[], bool], refuse: Callable[[ClerkError], bool]) -> bool:
    """Bring a store up to date before the eyes of the clerk, then open it ``again``, or ``refuse`` to; gives its word.

    The window stays until the other one is there: were there none for a moment, Qt would end the program.
    """
    window = UpgradeWindow(folder)
    window.show()
    try:
        fault = window.work()
        return again() if fault is None else refuse(fault)
    finally:
        window.close()
        window.deleteLater()
