"""The hearing as it was held, read only: speakers, testimony, order of events."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from frhearing.desk import hearings, testimony
from frhearing.model.change import Change
from frhearing.model.comment import Appearance
from frhearing.model.errors import ClerkError
from frhearing.model.hearing import STATUS_WORDS, HearingEvent, HearingStatus
from frhearing.ui.actions import Commands, KeyHint
from frhearing.ui.page import Page
from frhearing.ui.pages.live.events import EventList
from frhearing.ui.pages.live.speakers import SpeakerList
from frhearing.ui.pages.live.testimony import TestimonyPane
from frhearing.ui.session import Session
from frhearing.ui.theme import set_size
from frhearing.ui.widgets import (
    EmptyState,
    FlowRow,
    InlineBar,
    Pill,
    PrimaryButton,
    column,
    frame,
    label,
    row,
)

_OVER = (HearingStatus.CLOSED, HearingStatus.RECORD_CLOSED, HearingStatus.CERTIFIED)


class _Held(NamedTuple):
    """What was read of a hearing on the other thread."""

    slips: list[Appearance]
    events: list[HearingEvent]


class HeldPage(Page):
    """The finished hearing, to be read; nothing here writes."""

    page_id, title, icon = "live", "Live", "mic"

    def __init__(self, session: Session, commands: Commands, parent: QWidget | None = None) -> None:
        super().__init__(session, commands, parent)
        self.slips: list[Appearance] = []
        self._stale = True
        self.counts = {name: label("0", "strong") for name in ("heard", "registered", "absent")}
        self.stage = Pill("")
        self.comes = label("", "secondary")
        self.fault = InlineBar("danger", "", "Read again")
        self.speakers = SpeakerList()
        self.testimony = TestimonyPane()
        self.events = EventList()
        self._build()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(150)
        self._timer.timeout.connect(self._read)
        session.changed.connect(self._changed)
        session.question_changed.connect(self._show_slips)
        self.speakers.picked.connect(self._pick)
        self.testimony.opened.connect(lambda comment: session.asked.emit("comments", comment))
        self.fault.acted.connect(self._read)

    def _build(self) -> None:
        self._bar = FlowRow(gap=18)
        for name, number in self.counts.items():
            part = QWidget()
            part.setLayout(row(number, label(name, "caption"), gap=5))
            self._bar.add(part)
        self._bar.add(self.stage, self.comes)
        bar = frame("bar", row((self._bar, 1), margins=(14, 9, 14, 9)))
        bar.setAccessibleName("The hearing in figures")
        self._left = frame("pane_left", column(self._head("Speakers"), (self.speakers, 1), gap=0))
        self._right = frame("pane_right", column(self._head("Order of events"), (self.events, 1), gap=0))
        set_size(self._left, width=318)
        set_size(self._right, width=346)
        panes = QWidget()
        panes.setLayout(row(self._left, (self.testimony, 1), self._right, gap=0))
        self.record_button = PrimaryButton("Record a spoken comment", "message-square-plus")
        self.record_button.clicked.connect(lambda: self.session.asked.emit("comments", 0))
        self.empty = EmptyState("mic", "No speakers are on the list of this hearing", "", self.record_button)
        self._stack = QStackedWidget()
        self._stack.addWidget(panes)
        self._stack.addWidget(self.empty)
        self.setLayout(column(bar, self.fault, (self._stack, 1), gap=0))
        self.fault.hide()

    @staticmethod
    def _head(words: str) -> QWidget:
        head = QWidget()
        head.setLayout(row(label(words, "h3"), None, margins=(14, 12, 14, 10)))
        return head

    def show_hearing(self, session: Session) -> None:
        """Show the open hearing as it was held."""
        if session.hearing is not None:
            self.stage.show_state(STATUS_WORDS[session.hearing.status])
        self._read()

    def primary(self) -> None:
        """Press the green button of the empty page."""
        if self._stack.currentWidget() is self.empty:
            self.record_button.click()

    def key_hints(self) -> Sequence[KeyHint]:
        """Give the keys that work here and now."""
        if self._stack.currentWidget() is self.empty:
            return self.commands.hints(("primary",))
        return (KeyHint("↑ ↓", "speaker"), *self.commands.hints(("next_pane",)))

    def panes(self) -> Sequence[QWidget]:
        """Give the stops of F6: speakers, testimony, events."""
        if self._stack.currentWidget() is self.empty:
            return (self.record_button,)
        return (self.speakers, self.testimony.text, self.events)

    def reflow(self, width: int) -> None:
        """Leave the events out below 1100 design pixels, make the speakers narrower below 900."""
        self._right.setVisible(width >= 1100)
        set_size(self._left, width=318 if width >= 900 else 250)
        self._bar.keep(self.comes, width >= 800)

    def showEvent(self, event: QShowEvent) -> None:
        """Read anew what changed while the page was out of sight."""
        super().showEvent(event)
        if self._stale:
            self._read()

    def _changed(self, change: Change) -> None:
        if change.hearing_id in (None, self.session.hearing_id):
            self._stale = True
            if self.isVisible():
                self._timer.start()

    def _read(self) -> None:
        """Let the other thread read slips and events."""
        self._stale = False
        desk, hearing = self.session.desk, self.session.hearing
        if hearing is None:
            self._held(_Held([], []))
            return
        self.session.background.run(
            lambda _progress: _Held(hearings.list_slips(desk, hearing.id), hearings.list_events(desk, hearing.id)),
            self._held,
            self._failed,
        )

    def _failed(self, error: Exception) -> None:
        self.fault.say("danger", f"The hearing could not be read. The record is as it was. {error}", "Read again")
        self.fault.show()

    def _held(self, held: _Held) -> None:
        self.fault.hide()
        self.slips = held.slips
        heard = sum(slip.used_seconds is not None for slip in held.slips)
        absent = sum(slip.status == "no_show" for slip in held.slips)
        for name, number in (("heard", heard), ("registered", len(held.slips)), ("absent", absent)):
            self.counts[name].setText(f"{number:,}")
        hearing = self.session.hearing
        self.events.show_events(held.events, hearing.zone if hearing else "UTC")
        self._say_what_comes(over=hearing is not None and hearing.status in _OVER)
        self._stack.setCurrentIndex(0 if held.slips else 1)
        self._show_slips()

    def _say_what_comes(self, *, over: bool) -> None:
        self.comes.setText("This hearing is over and can be read here." if over else "This hearing is shown only.")
        self.empty.sentence.setText(
            "What people said can still be recorded in Comments: write it down there as received in person or remotely."
        )
        self.empty.setAccessibleName(f"{self.empty.title.text()}. {self.empty.sentence.text()}")

    def _show_slips(self, _number: int = 0) -> None:
        self.speakers.show_slips(self.slips, self.session.question)

    def _pick(self, slip: Appearance) -> None:
        hearing = self.session.hearing
        if hearing is None:
            return
        try:
            found = testimony.get_comment(self.session.desk, slip.comment_id) if slip.comment_id else None
        except ClerkError as error:
            self._failed(error)
            return
        self.testimony.show_slip(hearing, slip, found, self.session.question, len(self.slips))
