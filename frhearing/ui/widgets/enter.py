"""Buttons that Enter presses: on some desktops Qt lets only Space do it outside dialogs."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QToolButton

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def _is_enter(event: QKeyEvent) -> bool:
    """Tell whether Enter was pressed by itself; Ctrl+Enter and Shift+Enter belong to the page."""
    plain = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier
    return event.key() in _ENTER and event.modifiers() in plain


def _press(button: QPushButton | QToolButton) -> None:
    """Do what a click does, or open the button's menu."""
    if button.menu() is not None:
        button.showMenu()
    else:
        button.click()


class EnterPushButton(QPushButton):
    """A push button that Enter presses on every desktop."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press the button by Enter; a key held down presses once."""
        if not _is_enter(event):
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            _press(self)


class EnterToolButton(QToolButton):
    """A tool button that Enter presses on every desktop."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press the button by Enter, which opens its menu where it has one; a key held down presses once."""
        if not _is_enter(event):
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            _press(self)
