"""A menu over the Live screen that never keeps the keys of the hearing from the clerk."""

from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget


class LiveMenu(QMenu):
    """Closes at a key of the window, such as F8, and does what that key does; goes when it is closed."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._window = parent.window()
        self.aboutToHide.connect(self.deleteLater)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hand a key that the menu has no use for to the command of the window that has it."""
        pressed = QKeySequence(event.keyCombination())
        wanted = next((a for a in self._window.actions() if a.isEnabled() and pressed in a.shortcuts()), None)
        if wanted is None:
            super().keyPressEvent(event)
            return
        self.close()
        wanted.trigger()
