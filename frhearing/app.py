"""The window's door: starts Qt, opens the main window on a data folder and stays until it is closed."""

import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication, QMainWindow

from frhearing import paths


def run(data: Path | None, demo: bool) -> int:
    """Open the window on the chosen data folder, or on the example's; gives the process's exit code."""
    folder = paths.data_folder(data) if data or not demo else paths.demo_folder()
    application = QApplication(sys.argv)
    window = QMainWindow()
    window.setWindowTitle(f"{folder.name} – frhearing")
    window.show()
    return application.exec()
