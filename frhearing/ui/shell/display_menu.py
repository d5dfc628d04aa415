"""The Display menu: colors, text size, single-letter keys. One menu for the rail, the shortcut and settings."""

from collections.abc import Iterator

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from frhearing.ui import theme as look
from frhearing.ui.actions import Commands
from frhearing.ui.shell.window_settings import WindowSettings

_CHOICES: tuple[tuple[look.Choice, str, str], ...] = (
    ("system", "&Like the system", "sun-moon"),
    ("light", "L&ight", "sun"),
    ("dark", "&Dark", "moon"),
    ("contrast", "&High contrast", "contrast"),
)

_PAUSE_MS = 60
_EVERY_MS = 60
"""Milliseconds that presses are waited for, and between two pages which are dressed while nobody sees them."""


class DisplayMenu(QMenu):
    """Changes the look at once and remembers it."""

    def __init__(self, commands: Commands, settings: WindowSettings, parent: QWidget) -> None:
        super().__init__("Display", parent)
        self._commands, self._settings = commands, settings
        self._colors = QActionGroup(self)
        self._icons: list[tuple[QAction, str]] = []
        for choice, words, icon in _CHOICES:
            entry = self.addAction(words)
            entry.setCheckable(True)
            entry.setData(choice)
            self._icons.append((entry, icon))
            self._colors.addAction(entry)
        self.addSeparator()
        for name in ("zoom_in", "zoom_out", "zoom_reset"):
            self.addAction(commands.action(name))
        self.addSeparator()
        self.addAction(commands.action("letters"))
        look.wear(self, waits=True)
        self._wanted = 1.0
        self._zoom_later = QTimer(self)
        self._zoom_later.setSingleShot(True)
        self._zoom_later.setInterval(_PAUSE_MS)
        self._zoom_later.timeout.connect(self._take_zoom)
        self._seen: Iterator[None] = iter(())
        self._hidden: Iterator[None] = iter(())
        self._steps = QTimer(self)
        self._steps.timeout.connect(self._step)
        self._colors.triggered.connect(self._recolor)
        self.aboutToShow.connect(self._mark)

    def _mark(self) -> None:
        look.dress(self)
        for entry in self._colors.actions():
            entry.setChecked(entry.data() == look.theme.choice)
        for entry, icon in self._icons:
            entry.setIcon(look.icon(icon))

    def _recolor(self, entry: QAction) -> None:
        self._use(entry.data(), look.theme.zoom)

    def _use(self, choice: look.Choice, zoom: float) -> None:
        """Change the look of what is seen, a step to each turn of the window, and then of what is not seen."""
        for _step in self._seen:
            pass  # a change that is under way comes to its end first
        self._seen, self._hidden = look.change(choice, zoom), look.dress_hidden()
        self._steps.start(0)
        self._step()
        self._settings.keep_look(choice, zoom, self._commands.letters_on)

    def _step(self) -> None:
        if next(self._seen, True):
            self._steps.setInterval(_EVERY_MS)
            if next(self._hidden, True):
                self._steps.stop()

    def zoom(self, direction: int) -> None:
        """Make the text larger (+1), smaller (-1) or 100 % (0).

        Presses in quick succession are taken together: to dress all that is open takes a moment each time.
        """
        if not self._zoom_later.isActive():
            self._wanted = look.theme.zoom
        self._wanted = look.theme.step(direction, self._wanted) if direction else 1.0
        self._zoom_later.start()

    def _take_zoom(self) -> None:
        if self._wanted != look.theme.zoom:
            self._use(look.theme.choice, self._wanted)

    def toggle_letters(self) -> None:
        """Turn single-letter keys on or off."""
        self._commands.use_letters(not self._commands.letters_on)
        self._commands.action("letters").setChecked(self._commands.letters_on)
        self._settings.keep_look(look.theme.choice, look.theme.zoom, self._commands.letters_on)
