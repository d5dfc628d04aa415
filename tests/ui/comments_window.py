"""The real window on a real store, at the Comments page, and the keys of a clerk."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from small_hearing import open_small

from frhearing.desk import testimony
from frhearing.ui import theme
from frhearing.ui.main_window import MainWindow
from frhearing.ui.session import Session
from frhearing.ui.shell.window_settings import WindowSettings

QUESTION = 1


class Clerk:
    """A clerk at the window: presses keys, and looks at what stands in the store afterwards."""

    def __init__(self, qtbot, folder: Path, *, voices: bool = True, size=(1366, 768), zoom: float = 1.0) -> None:
        theme.install(QApplication.instance(), "light", zoom)
        self.qtbot = qtbot
        desk, self.hearing = open_small(folder, voices=voices)
        self.session = Session(desk)
        self.window = MainWindow(self.session, WindowSettings(folder / "window.ini"))
        qtbot.addWidget(self.window, before_close_func=lambda _window: self.settle())
        self.window.resize(*size)
        self.session.open_hearing(self.hearing)
        self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)
        self.window.go("comments")
        self.page = self.window.navigator.page
        self.settle()

    def settle(self) -> None:
        """Wait until nothing is under way any more, the whole list and the counts included."""
        later = (self.page.listing._query_later, self.page.listing._count_later)
        self.qtbot.waitUntil(lambda: not self.session.background.busy and not any(timer.isActive() for timer in later))

    def press(self, *keys: str, on: QWidget | None = None) -> None:
        """Press keys where the focus is: letters, or names such as ``Enter`` and ``Ctrl+A``."""
        for key in keys:
            target = on or QApplication.focusWidget()
            if len(key) == 1:
                QTest.keyClicks(target, key)
                continue
            *mods, name = key.split("+")
            held = Qt.KeyboardModifier.NoModifier
            for mod in mods:
                held |= getattr(Qt.KeyboardModifier, {"Ctrl": "Control"}.get(mod, mod) + "Modifier")
            QTest.keyClick(target, getattr(Qt.Key, f"Key_{name}"), held)

    def type(self, words: str) -> None:
        """Type words where the focus is."""
        QTest.keyClicks(QApplication.focusWidget(), words)

    def stand_on(self, number: int) -> None:
        """Stand on a comment in the list."""
        wanted = testimony.comment_by_number(self.session.desk, self.hearing, number)
        assert self.page.space.list.view.go_to(wanted.id)
        self.page.space.list.view.setFocus()

    def comment(self, number: int):
        """What stands in the store."""
        return testimony.comment_by_number(self.session.desk, self.hearing, number)

    def stance(self, number: int):
        return self.comment(number).stances.get(QUESTION)

    @property
    def shown(self):
        """The number of the comment that is shown."""
        comment = self.page.selection.comment
        return comment.number if comment else None

    def numbers(self) -> list[int]:
        """The numbers of the comments in the list, in its order."""
        ids = self.page.space.list.model.ids
        rows = {row.id: row.number for row in testimony.rows(self.session.desk, list(ids), 1)}
        return [rows[comment] for comment in ids]
