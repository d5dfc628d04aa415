"""Before the hearing: what is ready, and the button that calls it to order."""

from PySide6.QtWidgets import QWidget

from frhearing.desk.live import sitting
from frhearing.model.hearing import HearingStatus
from frhearing.ui.jumps import jump
from frhearing.ui.live import paper
from frhearing.ui.live.room import LiveRoom
from frhearing.ui.pages.setup.readiness_card import ReadinessCard
from frhearing.ui.widgets import PlainButton, PrimaryButton, column, label, row


class NotStarted(QWidget):
    """The checks of Set up once more, and "Start the hearing"."""

    def __init__(self, room: LiveRoom, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room = room
        self.title = label("The hearing has not started", "h1", wrap=True)
        self.words = label("", "secondary", wrap=True)
        self.ready = ReadinessCard(room.session)
        self.ready.live.hide()
        self.start = PrimaryButton("Start the hearing", "gavel")
        self.bring = PlainButton("Import sign-ups…", "file-up")
        self.sheets = PlainButton("Slips and sheets…", "printer")
        buttons = row(self.start, self.bring, self.sheets, None)
        parts = (self.title, self.words, buttons, self.ready, None)
        self.setLayout(column(*parts, margins=(20, 20, 20, 16), gap=14))
        self.bring.clicked.connect(lambda: paper.choose_signups(room, self.window()))
        self.sheets.clicked.connect(lambda: paper.open_sheets(room, self.window()))
        self.start.clicked.connect(lambda: room.do(sitting.open_hearing))
        self.ready.jumped.connect(lambda place: jump(room.session, place))

    def show_floor(self) -> None:
        """Show what is ready now."""
        hearing, view = self._room.session.hearing, self._room.view
        if hearing is None or view is None:
            return
        again = hearing.status is HearingStatus.CONTINUED
        self.title.setText("The hearing is continued" if again else "The hearing has not started")
        self.start.set_text("Open the next sitting" if again else "Start the hearing")
        people = {0: "Nobody waits", 1: "1 person waits"}.get(view.waiting, f"{view.waiting:,} people wait")
        self.words.setText(f"{people} to speak. Sign people in at the left, or open the sign-in desk with F3.")
        self.ready.show_hearing(hearing)
