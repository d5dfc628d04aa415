"""The line over the Live screen: heard, waiting, absent, when it will end, the public screen, the sitting."""

from datetime import timedelta

from PySide6.QtWidgets import QWidget

from frhearing.model.live.states import Phase, SlipStatus
from frhearing.model.times import local
from frhearing.ui.hall.display import HallDisplay
from frhearing.ui.live.room import LiveRoom
from frhearing.ui.widgets import FlowRow, Pill, PlainButton, column, frame, label, row


class LiveHeader(QWidget):
    """Figures at the left; message, recess, proceedings and close at the right, each a button."""

    def __init__(self, room: LiveRoom, hall: HallDisplay, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room, self._hall = room, hall
        self.figures = {name: label("0", "strong") for name in ("heard", "waiting", "absent")}
        self.ends = label("", "strong")
        self._pace = label("at this pace", "secondary")
        self.display = Pill("", "plain", "monitor")
        self.message = PlainButton("Message to the room", "projector")
        self.recess = PlainButton("Recess", "pause")
        self.proceedings = PlainButton("Proceedings", "gavel")
        self.close_button = PlainButton("Close", "square", name="Close the hearing")
        self._left = FlowRow(gap=14)
        for name, number in self.figures.items():
            part = QWidget()
            part.setLayout(row(number, label(name, "secondary"), gap=5))
            self._left.add(part)
        self._end = QWidget()
        self._end.setLayout(row(self.ends, self._pace, gap=5))
        self._left.add(self._end, self.display)
        buttons = row(self.message, self.proceedings, self.recess, self.close_button, gap=8)
        bar = frame("bar", row((column(None, self._left, None), 1), buttons, margins=(14, 7, 12, 7), gap=10))
        bar.setAccessibleName("The hearing in figures")
        self.setLayout(row(bar, gap=0))
        hall.changed.connect(self.show_screen)

    def fit(self, width: int) -> None:
        """Leave words out where there is little room."""
        self._pace.setVisible(width >= 1500)
        self.message.set_text("Message to the room" if width >= 1300 else "Message")
        self.message.setVisible(width >= 800)
        self._left.keep(self._end, width >= 900)
        self._left.keep(self.display, width >= 1000)

    def show_floor(self) -> None:
        """Show the figures and what the buttons do now."""
        live, view = self._room.live, self._room.view
        if live is None or view is None:
            return
        absent = sum(slip.status is SlipStatus.NO_SHOW for slip in live.floor.slips)
        for name, number in (("heard", view.heard), ("waiting", view.waiting), ("absent", absent)):
            self.figures[name].setText(f"{number:,}")
        left = view.expected_seconds + (max(0, view.remaining_ms) / 1000 if view.slip is not None else 0)
        ends = live.clock.read().wall + timedelta(seconds=left)
        at = local(ends.isoformat(), live.floor.zone)
        self.ends.setText(f"≈ {at.hour % 12 or 12}:{at:%M %p}" if left else "")
        self._pace.setText("at this pace" if left else "")
        phase = self._room.phase
        opened = phase in (Phase.OPEN, Phase.TIME_CERTAIN, Phase.RECESS, Phase.TESTIMONY_CLOSED)
        self.recess.setEnabled(opened)
        self.recess.set_text("Reconvene" if phase is Phase.RECESS else "Recess")
        closed = phase is Phase.TESTIMONY_CLOSED
        self.close_button.setEnabled(phase in (Phase.OPEN, Phase.TIME_CERTAIN) or closed)
        self.close_button.set_text("Adjourn" if closed else "Close")
        self.close_button.setAccessibleName("Adjourn the hearing" if closed else "Close public testimony")
        self.show_screen()

    def show_screen(self) -> None:
        """Say whether the room sees anything, and what holds it."""
        hall = self._hall
        if not hall.on:
            self.display.show_state("Public screen off", "plain", "monitor")
        else:
            held = " · blank" if hall.blank else " · frozen" if hall.frozen else " · message" if hall.message else ""
            self.display.show_state(f"Public screen on · {hall.screen_name}{held}", "warn" if held else "ok", "monitor")
