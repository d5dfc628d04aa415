"""A panel over the window: the window is shaded, the panel has the focus, Escape puts it away."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QColor, QHideEvent, QKeyEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QDialog, QFrame, QPushButton, QWidget
from shiboken6 import isValid

from frhearing.ui.actions import Commands
from frhearing.ui.theme import dress, set_size, theme, wear
from frhearing.ui.widgets import column, row, scroll


class Overlay(QDialog):
    """A dialog that lies inside its window, so that it scales, prints and is shown with it.

    Being a QDialog it is announced as one and knows Escape; ``finished`` tells how it was left. While it is
    open the commands of the window rest, and Tab stays inside.
    """

    def __init__(self, window: QWidget, name: str, *, width: int = 640, top: bool = False) -> None:
        super().__init__(window)
        self.setWindowFlags(Qt.WindowType.Widget)  # QDialog makes itself a window of its own otherwise
        self.setAccessibleName(name)
        self.setProperty("kind", "overlay")
        self.panel = QFrame()
        self.panel.setProperty("kind", "card")
        set_size(self.panel, max_width=width)
        self.body = column(margins=(22, 18, 22, 20), gap=12)
        self.panel.setLayout(self.body)
        middle = column(*(() if top else (None,)), self.panel, None, margins=(16, 48 if top else 24, 16, 24))
        holder = QWidget()
        holder.setLayout(row(None, (middle, 100), None, gap=0))
        self._scroll = scroll(holder, name)
        outer = column((self._scroll, 1), gap=0)
        self.setLayout(outer)
        self._back: QWidget | None = None
        wear(self, waits=True)
        window.installEventFilter(self)

    def open_over(self) -> None:
        """Show the panel over the whole window and give it the focus."""
        self._back = QApplication.focusWidget()
        dress(self)
        self._cover()
        self.show()
        self.raise_()
        first = self.first_stop()
        if first is not None:
            first.setFocus(Qt.FocusReason.PopupFocusReason)

    def first_stop(self) -> QWidget | None:
        """Give the widget that takes the focus first."""
        stops = self._stops()
        return stops[0] if stops else None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as the window."""
        if event.type() == QEvent.Type.Resize and watched is self.parentWidget() and self.isVisible():
            self._cover()
        return super().eventFilter(watched, event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Let Tab go round inside the panel."""
        stops = self._stops()
        if not stops:
            return True
        now = QApplication.focusWidget()
        at = stops.index(now) if now in stops else -1
        stops[(at + (1 if forward else -1)) % len(stops)].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def _stops(self) -> list[QWidget]:
        # Not by nextInFocusChain(): Qt for Python takes what it returns for a child of what it was asked of,
        # and declares half the window's widgets dead when the panel goes.
        tab = Qt.FocusPolicy.TabFocus
        inside = [w for w in self.findChildren(QWidget) if w.focusPolicy() & tab and w.focusProxy() is None]
        stops = [w for w in inside if w.isEnabled() and w.isVisibleTo(self)]
        # From the last field Tab leads to what one came for, not to Cancel.
        return sorted(stops, key=lambda w: 0 if not isinstance(w, QPushButton) else 1 if w.isDefault() else 2)

    def _cover(self) -> None:
        parent = self.parentWidget()
        if parent is not None:
            self.setGeometry(parent.rect())

    def _commands(self) -> Commands | None:
        return self.window().findChild(Commands)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Ctrl+Enter press the green button from any field, as on the pages."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if not (enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier):
            super().keyPressEvent(event)
            return
        green = next((one for one in self.findChildren(QPushButton) if one.isDefault() and one.isVisible()), None)
        if green is not None:
            green.click()

    def showEvent(self, event: QShowEvent) -> None:
        """Let the window's commands rest."""
        super().showEvent(event)
        commands = self._commands()
        if commands is not None:
            commands.rest(self, True)

    def hideEvent(self, event: QHideEvent) -> None:
        """Wake the window's commands and give the focus back."""
        super().hideEvent(event)
        commands = self._commands()
        if commands is not None:
            commands.rest(self, False)
        # What had the focus may be gone by now; to ask a deleted widget anything here would end the program.
        if self._back is not None and isValid(self._back) and self._back.isVisible():
            self._back.setFocus()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Shade the window behind."""
        painter = QPainter(self)
        shade = QColor(theme.color("rail"))
        shade.setAlpha(110 if not theme.high_contrast else 200)
        painter.fillRect(self.rect(), shade)
        painter.end()
