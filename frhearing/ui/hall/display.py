"""The second display: on or off, which screen, frozen, blank, a message; a lost screen stops nothing."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QScreen
from PySide6.QtWidgets import QApplication

from frhearing.model.live.view import HallView
from frhearing.ui.hall.picture import HallPicture
from frhearing.ui.hall.shown import HallShown


class HallWindow(HallPicture):
    """The window in the hall; it gives the keys back to the clerk. ``left`` comes when it is closed by hand."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__("Public screen")
        self.setWindowTitle("Public screen")
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setMinimumSize(320, 180)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell that it was closed by hand."""
        self.left.emit()
        super().closeEvent(event)


class HallDisplay(QObject):
    """What the room sees. ``changed`` comes when the picture or its state is another, ``lost`` with a screen's name.

    ``see`` gives the engine's view for the hall; nothing else about the hearing ever comes here.
    """

    changed = Signal()
    lost = Signal(str)

    def __init__(self, see: Callable[[], tuple[HallView, str] | None], parent: QObject) -> None:
        super().__init__(parent)
        self._see = see
        self.window: HallWindow | None = None
        self.shown: HallShown | None = None
        self.frozen = self.blank = False
        self.message = ""
        self._screen: QScreen | None = None
        self._waits = False
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.screenRemoved.connect(self.screen_gone)
            app.screenAdded.connect(self.screen_came)

    @property
    def on(self) -> bool:
        """Whether the room sees anything."""
        return self.window is not None

    @property
    def screen_name(self) -> str:
        """The screen it stands on, counted from 1: "Screen 2"."""
        screens = QGuiApplication.screens()
        return f"Screen {screens.index(self._screen) + 1}" if self._screen in screens else "a window"

    def refresh(self) -> None:
        """Show the room what there is to see now, unless the picture is frozen."""
        if self.frozen and self.shown is not None:
            return
        seen = self._see()
        shown = HallShown(*seen, self.message, self.blank) if seen is not None else None
        if shown != self.shown:
            self.shown = shown
            if self.window is not None:
                self.window.show_hall(shown)
            self.changed.emit()

    def toggle(self) -> None:
        """Switch the public screen on or off (F11)."""
        if self.on:
            self.put_away()
        else:
            self.show_on(None)

    def show_on(self, screen: QScreen | None, *, window: bool = False) -> None:
        """Show it on a screen, else on the second one; with one alone, or as asked, in a window to be dragged over."""
        self._waits = False
        screens = QGuiApplication.screens()
        others = [one for one in screens if one is not QGuiApplication.primaryScreen()]
        self._screen = screen or (others[0] if others and not window else None)
        shown = self.window or HallWindow()
        if self.window is None:
            shown.left.connect(self.put_away)
        self.window = shown
        self.refresh()
        shown.show_hall(self.shown)
        clerk = QApplication.activeWindow()
        if self._screen is None:
            shown.resize(960, 540)
            shown.show()
        else:
            # The flags first: setting them moves a window back to the first screen.
            shown.setWindowFlags(Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint)
            shown.setScreen(self._screen)
            shown.setGeometry(self._screen.geometry())
            shown.showFullScreen()
        if clerk is not None and clerk is not shown:
            clerk.activateWindow()
        self.changed.emit()

    def put_away(self) -> None:
        """Take the window away; what it would show goes on."""
        self._waits = False
        window, self.window, self._screen = self.window, None, None
        if window is not None:
            window.hide()
            window.deleteLater()
            self.changed.emit()

    def screen_gone(self, screen: QScreen) -> None:
        """Note that a screen was unplugged: the hearing goes on, the clerk is told."""
        if self.window is not None and screen is self._screen:
            name = screen.name() or "The public screen"
            self.put_away()
            self._waits = True
            self.lost.emit(name)

    def screen_came(self, screen: QScreen) -> None:
        """Show the room its picture again when a screen is plugged in after one was lost."""
        if self._waits and not self.on:
            self.show_on(screen)

    def freeze(self, on: bool) -> None:
        """Hold the picture that the room sees now, or let it go on."""
        self.frozen = on
        self.refresh()
        self.changed.emit()

    def blank_out(self, on: bool) -> None:
        """Show the room nothing, or everything again; it also ends a freeze."""
        self.blank, self.frozen = on, False
        self.refresh()
        self.changed.emit()

    def say(self, message: str) -> None:
        """Show the room a message in place of the podium; none takes it away."""
        self.message, self.frozen = message.strip(), False
        self.refresh()
        self.changed.emit()
