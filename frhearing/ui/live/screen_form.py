"""On which display the room sees the hearing; with one display alone it is a window to be dragged over."""

from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QComboBox, QWidget

from frhearing.ui.dialogs.form_dialog import FormDialog
from frhearing.ui.hall.display import HallDisplay
from frhearing.ui.widgets import FieldRow, label


def screen_words(place: int, screen: QScreen) -> str:
    """Name a screen as the clerk knows it: its number, its size, whether this window's taskbar is there."""
    size = screen.size()
    here = ", this one" if screen is QGuiApplication.primaryScreen() else ""
    return f"Screen {place}{here}: {size.width()} × {size.height()} {screen.name()}".strip()


class ScreenForm(FormDialog):
    """Enter shows the public screen where it was chosen."""

    def __init__(self, hall: HallDisplay, window: QWidget) -> None:
        super().__init__(window, "Choose the public screen", width=480)
        self._hall = hall
        self.box = QComboBox()
        self.box.addItem("A window of its own, to be dragged over", None)
        self._screens = QGuiApplication.screens()
        for place, screen in enumerate(self._screens, 1):
            self.box.addItem(screen_words(place, screen), place)
        self.box.setCurrentIndex(2 if len(self._screens) > 1 else 0)
        self.body.addWidget(FieldRow("Show it on", self.box))
        self.body.addWidget(label("F11 switches it off and on, Ctrl+F11 blanks it.", "caption"))
        self.save_button.set_text("Show")
        self.add_buttons()

    def accept(self) -> None:
        """Show the public screen there."""
        place = self.box.currentIndex()
        self._hall.put_away()
        self._hall.show_on(self._screens[place - 1] if place else None, window=not place)
        super().accept()
