"""The middle of the Live screen: who is at the podium, the timer, one large button, what comes next."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from frhearing.model.live.floor import Slip, minutes
from frhearing.model.live.states import Phase
from frhearing.model.live.view import PodiumView
from frhearing.model.times import local
from frhearing.ui.hall.picture import HallPicture
from frhearing.ui.live.room import LiveRoom
from frhearing.ui.live.words import slip_side
from frhearing.ui.pages.live.buttons import keyed, large, show_state
from frhearing.ui.pages.live.testimony_box import TestimonyBox
from frhearing.ui.pages.live.timer_face import TimerFace
from frhearing.ui.tables.plain import plain
from frhearing.ui.theme import STANCE_WORDS, set_size, set_spacing
from frhearing.ui.widgets import (
    FlowRow,
    PlainButton,
    PrimaryButton,
    QuietButton,
    StanceChip,
    StanceMark,
    column,
    frame,
    label,
    row,
)

_NEXT = {
    "idle": ("Call the next speaker", "user"),
    "called": ("Start the clock", "play"),
    "paused": ("Go on", "play"),
    "question": ("End the question", "check"),
}
_GREY = {
    Phase.RECESS: "Recess: the clock stands still",
    Phase.TIME_CERTAIN: "Testimony is paused for an item",
    Phase.TESTIMONY_CLOSED: "Testimony is closed",
}
_BACK = {
    Phase.RECESS: ("Come back from recess", "play"),
    Phase.TIME_CERTAIN: ("Resume testimony", "play"),
    Phase.TESTIMONY_CLOSED: ("Adjourn…", "gavel"),
}


class PodiumPane(QWidget):
    """Shows the room's view; ``details`` carries the slip whose name or details are to be put right."""

    details = Signal(object)
    adjourn = Signal()

    def __init__(self, room: LiveRoom, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room = room
        self.place = label("", "caption_plain")
        self.name = label("", "h1", wrap=True)
        self.stance = StanceChip("not_tagged")
        self.who = label("", "secondary")
        self.signed = label("", "caption_plain", wrap=True)
        self.correct = QuietButton("Correct", "pencil", name="Correct the name")
        self.hall = HallPicture("What the public screen shows")
        self.freeze, self.blank = QuietButton("Freeze"), QuietButton("Blank")
        self.face = TimerFace()
        self.step = PrimaryButton("", "play")
        self.pause = PlainButton("Pause", "pause")
        self.more = PlainButton("+30 s")
        self.absent = PlainButton("No-show")
        self.next_mark = StanceMark("not_tagged", 11)
        self.next_name = label("", "strong")
        self.next_side = label("", "secondary")
        self.testimony = TestimonyBox(room)
        self.setAccessibleName("At the podium")
        self._build()
        self.step.clicked.connect(self._press)
        self.pause.clicked.connect(room.pause)
        self.more.clicked.connect(lambda: room.more())
        self.absent.clicked.connect(room.absent)
        self.correct.clicked.connect(self._correct)
        self._slip: Slip | None = None

    def _build(self) -> None:
        beside = FlowRow(gap=10)
        beside.add(self.stance, self.who)
        who = column(self.place, self.name, beside, row((self.signed, 1), self.correct), None, gap=4)
        set_size(self.hall, width=176, height=99)
        under = row(label("Public screen", "caption"), self.freeze, self.blank, None, gap=0)
        self._picture = QWidget()
        self._picture.setLayout(column(self.hall, under, None, gap=2))
        self._picture.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        upcoming = (label("Next", "caption_plain"), self.next_mark, self.next_name, (self.next_side, 1))
        self._next = frame("card", row(*upcoming, margins=(12, 6, 12, 6), gap=10))
        for button in (self.step, self.pause, self.more, self.absent):
            large(button)
        self._parts = (
            keyed(self.step, "F8", "one key: call, start, end"),
            keyed(self.pause, "F7"),
            keyed(self.more, "F9"),
            keyed(self.absent, "Ctrl+F8"),
        )
        self._grid = QGridLayout()
        set_spacing(self._grid, (0, 0, 0, 0), 8)
        self._narrow = False
        self._place_buttons()
        about = QWidget()
        about.setLayout(who)
        about.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        head = row((about, 1), self._picture, gap=16)
        parts = (head, self.face, self._grid, self._next, self.testimony, None)
        self.setLayout(column(*parts, margins=(20, 10, 20, 10), gap=7))

    def _press(self) -> None:
        if self._room.phase is Phase.TESTIMONY_CLOSED:
            self.adjourn.emit()
        else:
            self._room.next_step()

    def _correct(self) -> None:
        if self._slip is not None:
            self.details.emit(self._slip)

    def fit(self, *, narrow: bool, picture: bool) -> None:
        """Where there is little room the buttons stand two by two, and the small picture is left out."""
        self._picture.setVisible(picture)
        self.testimony.fit(narrow=narrow)
        if narrow != self._narrow:
            self._narrow = narrow
            self._place_buttons()

    def _place_buttons(self) -> None:
        columns = 2 if self._narrow else 4
        for place, (part, stretch) in enumerate(zip(self._parts, (21, 15, 10, 10), strict=True)):
            self._grid.addWidget(part, place // columns, place % columns)
            self._grid.setColumnStretch(place, 0 if self._narrow and place > 1 else 1 if self._narrow else stretch)

    def show_moment(self) -> None:
        """Show the clocks as they stand now: nothing but the face, once a second."""
        view, live = self._room.view, self._room.live
        if view is None or live is None:
            return
        warn = max(live.floor.rules.warn_at_seconds, default=0)
        wall = local(live.clock.read().wall.isoformat(), live.floor.zone)
        self.face.show_view(view, warn, _GREY.get(self._room.phase, ""), f"{wall.hour % 12 or 12}:{wall:%M}")
        self._show_step(view)

    def show_floor(self) -> None:
        """Show who is at the podium and who is next."""
        view, live = self._room.view, self._room.live
        if view is None or live is None:
            return
        self._slip = view.slip
        self._show_who(view)
        upcoming = view.next_slip
        self._next.setVisible(view.slip is not None)
        self.next_name.setText(plain(upcoming.name) if upcoming is not None else "Nobody waits")
        self.next_side.setText(slip_side(upcoming) if upcoming is not None else "")
        code = upcoming.stances.get(self._room.session.question) if upcoming is not None else None
        self.next_mark.show_stance(code.value if code else "not_tagged")
        self.next_mark.setVisible(upcoming is not None)
        self.testimony.show_slip(view.slip)
        self.show_moment()

    def _show_who(self, view: PodiumView) -> None:
        slip, upcoming = view.slip, view.next_slip
        for part in (self.stance, self.who, self.signed, self.correct):
            part.setVisible(slip is not None)
        if slip is None:
            first = "" if view.heard or view.waiting else " · Add the first: F2"
            self.place.setText(f"{view.heard} heard, {view.waiting} waiting{first}")
            self.name.setText(f"Next: {plain(upcoming.name)}" if upcoming is not None else "Nobody waits to speak")
            return
        total = view.heard + view.waiting + 1
        number = f" · No. {slip.number} on the record" if slip.number is not None else ""
        self.place.setText(f"Speaker {view.heard + 1} of {total}{number}")
        self.name.setText(" · ".join(plain(one.name) for one in (slip, *view.beside)))
        stance = slip.stances.get(self._room.session.question)
        self.stance.show_stance(stance.value if stance else "not_tagged", "" if stance else "No position")
        self.stance.setToolTip(STANCE_WORDS[stance.value] if stance else "")
        self.who.setText(slip_side(slip))
        self.signed.setText(self._signed(slip, view))
        self.signed.setToolTip(view.rule)

    def _signed(self, slip: Slip, view: PodiumView) -> str:
        """Say when the slip came, what to know of it, and how the time adds up."""
        live = self._room.live
        parts = [f"Slip {slip.slip}" if slip.slip is not None else "No slip"]
        if slip.registered_at and live is not None:
            at = local(slip.registered_at, live.floor.zone)
            parts.append(f"signed in {at.hour % 12 or 12}:{at:%M %p}")
        parts += [f"sworn: {slip.sworn}" if slip.sworn else "", plain(slip.accommodation)]
        if view.explanation:
            added = "+" in view.explanation or "−" in view.explanation
            parts.append(f"{minutes(view.allotted)} = {view.explanation}" if added else view.explanation)
        if not view.rule.endswith("(default_seconds)"):
            parts.append(view.rule)
        return " · ".join(part for part in parts if part)

    def _show_step(self, view: PodiumView) -> None:
        """Name the next step on the large button, and what else can be done now."""
        phase = self._room.phase
        words, sign = _BACK.get(phase) or _NEXT.get(view.state, ("End and log", "circle-check"))
        show_state(self.step, words, sign, "on_accent")
        still = view.state in ("paused", "idle", "called")
        paused = view.state == "paused"
        show_state(self.pause, "Go on" if paused else "Pause", "play" if paused else "pause", "text")
        opened = phase is Phase.OPEN
        self.step.setEnabled(phase in _BACK or view.state != "idle" or view.next_slip is not None)
        self.pause.setEnabled(opened and (not still or paused))
        self.more.setEnabled(view.slip is not None)
        self.absent.setEnabled(view.state == "called")
