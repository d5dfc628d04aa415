"""Ready for the hearing? What is there and what is missing, each line with the place to mend it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from frhearing.desk import readiness
from frhearing.model.hearing import Hearing
from frhearing.ui.session import Session
from frhearing.ui.widgets import Card, PrimaryButton, QuietButton, clear, column, label, picture, row


class ReadinessCard(Card):
    """The checks, and the way on; ``jumped`` carries the place to mend a line, such as ``setup.themes``."""

    jumped = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__(title="Ready for the hearing?", gap=6)
        self._session = session
        self._jumps: list[QWidget] = []
        self._lines = column(gap=2)
        self.live = PrimaryButton("Open the live screen", "mic")
        self.live.clicked.connect(self._go_live)
        self.body.addLayout(self._lines)
        self.body.addLayout(row(None, self.live))

    def _go_live(self) -> None:
        self._session.asked.emit("live", 0)

    def show_hearing(self, hearing: Hearing) -> None:
        """Look at the hearing anew."""
        clear(self._lines)
        self._jumps = []
        checks = self._session.read(lambda: readiness.readiness(self._session.desk, hearing.id)) or []
        for check in checks:
            fine = check.ok
            sign = picture("circle-check" if fine else "triangle-alert", "ok_fg" if fine else "warn_icon", 16)
            sign.setAccessibleName("Done" if fine else "Missing")
            words = label(check.text, wrap=True)
            words.setToolTip(check.detail)
            line = row(sign, (words, 1), margins=(0, 2, 0, 2))
            if check.jump and not fine:
                go = QuietButton("Show", name=f"Show: {check.text}")
                go.setProperty("jump", check.jump)
                go.clicked.connect(self._jump)
                line.addWidget(go)
                self._jumps.append(go)
            self._lines.addLayout(line)

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """What Tab stops at, in the order in which it stands."""
        return (*self._jumps, self.live)

    def _jump(self) -> None:
        button = self.sender()
        if button is not None:
            self.jumped.emit(button.property("jump"))
