"""The window that opens when the store does not: what happened, what was not lost, what to do."""

from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMainWindow, QWidget

from frhearing.model.errors import ClerkError
from frhearing.ui import theme as look
from frhearing.ui.widgets import EmptyState, PlainButton, PrimaryButton, column


class TroubleWindow(QMainWindow):
    """Says why the store does not open. It never touches the store; ``try_again`` asks to open it once more."""

    try_again = Signal()

    def __init__(self, folder: Path, fault: ClerkError) -> None:
        super().__init__()
        self._folder = folder
        self.setWindowTitle("frhearing")
        self.again = PrimaryButton("Try again", "refresh-cw")
        self.again.clicked.connect(self.try_again)
        self.open_folder = PlainButton("Open the folder", "folder-open")
        self.open_folder.clicked.connect(self._open_folder)
        quit_button = PlainButton("Quit")
        quit_button.clicked.connect(self.close)
        empty = EmptyState(
            "shield-alert", "The hearings could not be opened", str(fault), self.again, self.open_folder, quit_button
        )
        page = QWidget()
        page.setProperty("kind", "page")
        page.setLayout(column((empty, 1)))
        self.setCentralWidget(page)
        self.resize(760, 420)

    def setVisible(self, visible: bool) -> None:
        """Dress the window before it is shown."""
        if visible:
            look.dress_window(self)
        super().setVisible(visible)

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))
