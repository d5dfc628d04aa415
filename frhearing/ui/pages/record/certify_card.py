"""What stands between this record and a certified one; certifying itself comes with its own stage."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from frhearing.model.check import Check
from frhearing.model.hearing import HearingStatus
from frhearing.ui.theme import set_spacing
from frhearing.ui.widgets import Card, PlainButton, QuietButton, clear, label, picture, row

_COMES = (
    "Certifying, with a locked edition, its fingerprint and the signed certificate, is not in this version yet. "
    "The checks above are those it will make; the summary can be printed at any time."
)
_JUMP_WORDS = {
    "comments.to_tag": "Tag",
    "comments.flagged": "Review",
    "comments.to_type": "Type",
    "setup.question": "Set up",
    "live": "Look",
}


class CertifyCard(Card):
    """``jumped`` carries the place a check leads to, ``status_wanted`` the status the clerk asks for."""

    jumped = Signal(str)
    status_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__(title="Before this record is certified", gap=6)
        self._next = HearingStatus.RECORD_CLOSED
        self._lines = QVBoxLayout()
        set_spacing(self._lines, (0, 0, 0, 0), 2)
        self.comes = label(_COMES, "secondary", wrap=True)
        self.close_button = PlainButton("Close the record", "lock")
        self.said = label("", "caption", wrap=True)
        self.body.addLayout(self._lines)
        self.body.addWidget(self.comes)
        self.body.addLayout(row(self.close_button, (self.said, 1), gap=12))
        self.close_button.clicked.connect(lambda: self.status_wanted.emit(self._next))

    def show_checks(self, checks: Sequence[Check]) -> None:
        """Show what is open and what is in order, open things first."""
        clear(self._lines)
        for check in sorted(checks, key=lambda one: one.ok):
            self._lines.addWidget(self._line(check))

    def show_status(self, status: HearingStatus, writable: bool) -> None:
        """Offer the step that fits the status: to close the record, or to open it again."""
        closed = status is HearingStatus.RECORD_CLOSED
        self._next = HearingStatus.CLOSED if closed else HearingStatus.RECORD_CLOSED
        self.close_button.set_text("Open the record again" if closed else "Close the record")
        self.close_button.setVisible(writable and status in (HearingStatus.CLOSED, HearingStatus.RECORD_CLOSED))
        words = {
            HearingStatus.CLOSED: "Nothing is locked by it, and it can be taken back.",
            HearingStatus.RECORD_CLOSED: "The record is closed: it is waiting to be certified.",
            HearingStatus.CERTIFIED: "This record is certified and locked.",
        }
        self.said.setText(words.get(status, "The record can be closed once the hearing is over."))

    def _line(self, check: Check) -> QWidget:
        sign = picture(*(("circle-check", "ok_fg") if check.ok else ("triangle-alert", "warn_icon")), 18)
        sign.setAccessibleName("In order" if check.ok else "Open")
        items: list[QWidget | tuple[QWidget, int]] = [sign, (label(check.text, wrap=True), 1)]
        if check.jump:
            go = QuietButton(_JUMP_WORDS.get(check.jump.partition(":")[0], "Open"), name=f"Go to: {check.text}")
            go.clicked.connect(lambda: self.jumped.emit(check.jump))
            items.append(go)
        line = QWidget()
        line.setLayout(row(*items, margins=(0, 3, 0, 3), gap=9))
        return line
