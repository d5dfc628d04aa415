"""Ready for the hearing? What is there and what is missing, each line with the place to mend it."""

from typing import NamedTuple

from frhearing.desk import codebook, hearings
from frhearing.model.hearing import Hearing
from frhearing.ui.session import Session
from frhearing.ui.widgets import Card, PrimaryButton, clear, column, label, picture, row


class Check(NamedTuple):
    """One line of the list: whether it is fine, and the words for it."""

    fine: bool
    words: str


def readiness(session: Session, hearing: Hearing) -> list[Check]:
    """Look at what a hearing needs before it is held."""
    desk = session.desk
    asked = hearing.questions
    meant = [q for q in asked if q.support_means and q.oppose_means]
    themes = len(codebook.list_themes(desk, hearing.id))
    groups = len(codebook.list_groups(desk))
    slips = len(hearings.list_slips(desk, hearing.id))
    if not asked:
        question = Check(False, "No question is written yet")
    elif len(meant) < len(asked):
        question = Check(False, "Say what “support” and “oppose” mean")
    else:
        written = "Question and meanings are" if len(asked) == 1 else f"{len(asked)} questions with meanings are"
        question = Check(True, f"{written} written")
    return [
        question,
        Check(themes > 0, f"{themes} themes, {groups} groups" if themes else f"No themes yet, {groups} groups"),
        Check(bool(hearing.place), "Date and place are known" if hearing.place else "The place is missing"),
        Check(slips > 0, f"{slips} speakers signed in" if slips else "No speakers signed in yet"),
    ]


class ReadinessCard(Card):
    """The checks, and the way on."""

    def __init__(self, session: Session) -> None:
        super().__init__(title="Ready for the hearing?", gap=8)
        self._session = session
        self._lines = column(gap=6)
        self.live = PrimaryButton("Open the live screen", "mic")
        self.live.clicked.connect(self._go_live)
        self.body.addLayout(self._lines)
        self.body.addLayout(row(None, self.live))

    def _go_live(self) -> None:
        self._session.asked.emit("live", 0)

    def show_hearing(self, hearing: Hearing) -> None:
        """Look at the hearing anew."""
        clear(self._lines)
        for fine, words in readiness(self._session, hearing):
            sign = picture("circle-check" if fine else "triangle-alert", "ok_fg" if fine else "warn_icon", 16)
            sign.setAccessibleName("Done" if fine else "Missing")
            self._lines.addLayout(row(sign, (label(words, wrap=True), 1)))
