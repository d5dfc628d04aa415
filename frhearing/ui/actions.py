"""The one table of commands: it makes the menus, the shortcuts, the key line, the palette and the key card.

Keys are those of 6-interface.md (a). Within one context a key stands once; the keys of ``everywhere`` and
``live`` stand once in all. Single letters act only while a list or a text that is read has the focus (A9).
"""

from collections.abc import Callable, Iterable
from typing import Final, NamedTuple

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from frhearing.ui.command_table import COMMANDS, MENUS, Command

__all__ = ["COMMANDS", "MENUS", "Command", "Commands", "KeyHint", "key_words"]

NEVER_REST: Final = frozenset(
    {"live_next", "live_back", "live_pause", "live_more", "live_absent", "live_screen", "live_blank", "live_say"}
)
"""What runs the hearing works also while a panel lies over the window."""

_TABLE: Final = {command.id: command for command in COMMANDS}
_SHOWN: Final = {"Return": "Enter", "Up": "↑", "Down": "↓", "Backspace": "⌫", "Meta": "⌘"}


class KeyHint(NamedTuple):
    """One entry of the key line: the keys as they are drawn, and what they do in a word or two."""

    keys: str
    words: str


def key_words(keys: str) -> str:
    """Give keys as they are drawn on a cap: ``Ctrl+Return`` becomes ``Ctrl+Enter``."""
    text = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText) or keys
    for long, short in _SHOWN.items():
        text = text.replace(long, short)
    return text


class Commands(QObject):
    """All commands as Qt actions. A command without anyone to do it is grey in the menus.

    An action is made when it is first asked for; ``complete`` makes those that are left, which gives every command
    its keys and its place in the menus. A window that comes up does so after its first paint.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._actions: dict[str, QAction] = {}
        self._slots: dict[str, Callable[[], object]] = {}
        self._menus: dict[str, QMenu] = {}
        self._context = ""
        self._barred: set[str] = set()
        self._resting: set[int] = set()
        self.letters_on = True

    def _make(self, command: Command) -> QAction:
        action = QAction(command.text, self)
        self._actions[command.id] = action
        action.setObjectName(command.id)
        action.setShortcuts(self._keys(command))
        action.setCheckable(command.checkable)
        action.setEnabled(self._able(command))
        if command.focus:
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        else:
            self._window.addAction(action)
        action.triggered.connect(lambda _checked=False, name=command.id: self.run(name))
        return action

    def _keys(self, command: Command) -> list[QKeySequence]:
        return [QKeySequence(keys) for keys in command.keys if self.letters_on or not command.focus]

    def complete(self) -> None:
        """Make every action that was not asked for yet, and put all of them into the menus."""
        for command in COMMANDS:
            action = self.action(command.id)
            menu = self._menus.get(command.menu)
            if menu is not None:
                if command.apart and not menu.isEmpty():
                    menu.addSeparator()
                menu.addAction(action)
        self._menus.clear()

    def action(self, name: str) -> QAction:
        """Give the action of a command. Raises KeyError for a command that is not in the table."""
        made = self._actions.get(name)
        return self._make(_TABLE[name]) if made is None else made

    @staticmethod
    def context_of(name: str) -> str:
        """Give the context of a command. Raises KeyError for a command that is not in the table."""
        return _TABLE[name].context

    def bind(self, name: str, slot: Callable[[], object]) -> None:
        """Say who does a command."""
        self._slots[name] = slot
        self._refresh(name)

    def bind_all(self, slots: dict[str, Callable[[], object]]) -> None:
        """Say who does several commands."""
        for name, slot in slots.items():
            self.bind(name, slot)

    def run(self, name: str) -> None:
        """Do a command, if there is someone to do it now."""
        if self.action(name).isEnabled():
            self._slots[name]()

    def rest(self, panel: QObject, resting: bool) -> None:
        """Let all commands rest while a panel lies over the window, and wake them when the last has gone."""
        (self._resting.add if resting else self._resting.discard)(id(panel))
        for command in COMMANDS:
            self._refresh(command.id)

    def allow(self, name: str, allowed: bool) -> None:
        """Switch a bound command on or off, such as Redo with nothing to redo."""
        (self._barred.discard if allowed else self._barred.add)(name)
        self._refresh(name)

    def enter(self, context: str) -> None:
        """Take the context of a page: its commands work from now on, those of other pages do not."""
        self._context = context
        for command in COMMANDS:
            if command.context not in ("everywhere", "live"):
                self._refresh(command.id)

    def _refresh(self, name: str) -> None:
        action = self._actions.get(name)
        if action is not None:
            action.setEnabled(self._able(_TABLE[name]))

    def _able(self, command: Command) -> bool:
        """Tell whether a command can be done here and now."""
        # The page of a live hearing has lines of its own; "live" alone means in every workspace.
        here = command.context in ("everywhere", "live", self._context, f"{self._context}_page")
        resting = bool(self._resting) and command.id not in NEVER_REST
        return here and command.id in self._slots and command.id not in self._barred and not resting

    def attach(self, context: str, *widgets: QWidget) -> None:
        """Let the single-letter commands of a context act while one of these widgets has the focus."""
        for command in COMMANDS:
            if command.focus and command.context == context:
                for widget in widgets:
                    widget.addAction(self.action(command.id))

    def use_letters(self, on: bool) -> None:
        """Turn all single-letter keys on or off (WCAG 2.1.4); the commands stay in the menus."""
        self.letters_on = on
        for command in COMMANDS:
            if command.focus and command.id in self._actions:
                self._actions[command.id].setShortcuts(self._keys(command))

    def open_menus(self, bar: QMenuBar) -> None:
        """Put the titles of the menus on a bar; ``complete`` fills them."""
        self._menus = {title.replace("&", ""): bar.addMenu(title) for title in MENUS}

    def hints(self, names: Iterable[str]) -> list[KeyHint]:
        """Give the key line's entries for commands, in this order."""
        return [KeyHint(key_words(_TABLE[name].keys[0]), _TABLE[name].hint) for name in names]
