"""A whole window on a hearing that is held, with a clock moved by hand; people are invented."""

import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from frhearing.desk import codebook, hearings
from frhearing.desk.desk import open_desk
from frhearing.desk.live import registering
from frhearing.model.hearing import NewHearing
from frhearing.model.live.clock import Reading
from frhearing.model.live.signing import NewSlip
from frhearing.model.position import Stance
from frhearing.model.question import NewQuestion
from frhearing.model.rules import RuleSet, with_rules
from frhearing.ui.live.room import room_of
from frhearing.ui.main_window import MainWindow
from frhearing.ui.session import Session
from frhearing.ui.shell.window_settings import WindowSettings

EVENING = datetime(2026, 2, 6, 0, 0, tzinfo=UTC)
"""6 p.m. on 5 February 2026 in Milwaukee."""
PEOPLE = (
    NewSlip(("Hannah Reuter",), stances={1: Stance.OPPOSE}, residency="resident"),
    NewSlip(("Rev. Samuel Okafor",), stances={1: Stance.SUPPORT}, organization="Capitol Drive Interfaith Council"),
    NewSlip(("Pa Houa Vang",), stances={1: Stance.SUPPORT}, organization="Hmong Families", interpreter="Hmong"),
    NewSlip(("Gina Castellano",), stances={1: Stance.OPPOSE}, organization="Third Ward Merchants"),
    NewSlip(("Terrence Boyd",), stances={1: Stance.MIXED}, residency="resident", mode="remote"),
    NewSlip(("Dolores Whitfield",), residency="resident", accommodation="needs a chair", access="public"),
)
THEMES = ("Racial bias & accuracy", "Privacy & data sharing", "Wrongful arrest", "Solving violent crime")
THEMES += ("Written policy & oversight", "Public trust")


class HandClock:
    """Wall and monotonic clock, each moved by hand."""

    def __init__(self, wall: datetime = EVENING) -> None:
        self.wall, self.monotonic = wall, 1000.0

    def read(self) -> Reading:
        return Reading(self.wall, self.monotonic)

    def pass_(self, seconds: float) -> None:
        self.wall += timedelta(seconds=seconds)
        self.monotonic += seconds


class LiveWindow:
    """The window, its room and its clock; ``crash`` ends it without a word and opens it again."""

    def __init__(
        self, folder: Path, *, people=PEOPLE, opened: bool = True, page: str = "live", clock=None, **rules
    ) -> None:
        self.folder = folder
        with open_desk(folder, who="M. Oleson") as desk:
            asked = (NewQuestion("Should the pause stay?", "Keep it", "Lift it"), NewQuestion("Adopt a policy?"))
            self.hearing_id, _ = hearings.create_hearing(
                desk, NewHearing("Facial recognition moratorium", "Common Council", "2026-02-05", "Room 301-B", asked)
            )
            hearings.set_rules(desk, self.hearing_id, with_rules(RuleSet(), rules))
            for name in THEMES:
                codebook.add_theme(desk, self.hearing_id, name)
        self.clock = clock or HandClock()
        self._open(page)
        for slip in people:
            self.room.must(lambda live, slip=slip: registering.register(live, slip))
        if opened:
            if isinstance(self.clock, HandClock):
                self.wait(3)
            self.room.next_step()

    def _open(self, page: str) -> None:
        self.session = Session(open_desk(self.folder, who="M. Oleson"))
        self.room = room_of(self.session, self.clock)
        self.room._timer.setInterval(3_600_000)  # the tests look at the clock themselves
        self.window = MainWindow(self.session, WindowSettings(self.folder / "window.ini"))
        self.session.open_hearing(self.hearing_id)
        self.window.resize(1366, 768)
        self.window.show()
        self.window.activateWindow()
        assert QTest.qWaitForWindowActive(self.window, 60_000)
        self.window.go(page)
        self.settle()

    @property
    def page(self):
        return self.window.navigator.page

    @property
    def desk(self):
        return self.page.desk

    @property
    def view(self):
        self.room.look()
        return self.room.view

    def settle(self) -> None:
        """Let the window finish what is under way."""
        QApplication.processEvents()
        until = time.monotonic() + 60
        while self.session.background.busy:
            assert time.monotonic() < until, "what is under way does not end"
            QTest.qWait(5)
        QApplication.processEvents()

    def wait(self, seconds: float, every: float = 1.0) -> None:
        """Let time pass with a look at the clock every second."""
        while seconds > 0:
            self.clock.pass_(min(every, seconds))
            seconds -= every
            self.room.look()

    def press(self, key, modifier=Qt.KeyboardModifier.NoModifier, *, after: float = 3) -> None:
        """Press a key where the focus is, some seconds after what was before."""
        self.wait(after)
        QTest.keyClick(QApplication.focusWidget() or QApplication.activeWindow() or self.window, key, modifier)
        self.settle()

    def type(self, text: str) -> None:
        QTest.keyClicks(QApplication.focusWidget(), text)
        self.settle()

    def notice(self) -> str:
        return self.window.notices.words.text() if self.window.notices.isVisible() else ""

    def log(self) -> list[str]:
        model = self.desk.log.list.model()
        return [str(model.index(row).data()) for row in range(model.rowCount())]

    def queue(self) -> list[str]:
        model = self.desk.list.model()
        return [str(model.index(row).data()) for row in range(model.rowCount())]

    def crash(self, seconds: float, page: str = "comments") -> None:
        """End without a word and start again so many seconds later, on a clock that starts anew."""
        self.room.leave()
        self.session.background.wait()
        self.session.desk.close()
        before, self.window.live_watch = self.window, None
        before.hide()
        before.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        self.clock = HandClock(self.clock.wall + timedelta(seconds=seconds))
        self._open(page)

    def close(self) -> None:
        self.window.close()
        self.window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
