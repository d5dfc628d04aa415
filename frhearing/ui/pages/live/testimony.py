"""What one speaker said: who, when, how long, on which side, and the testimony as the clerk noted it."""

from math import ceil

from PySide6.QtCore import QSizeF, Qt, Signal
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from frhearing.model.comment import Appearance, Comment
from frhearing.model.hearing import Hearing
from frhearing.ui.pages.live.words import STATUS_WORDS, clock, over_seconds, used_words, who_words
from frhearing.ui.theme import STANCE_WORDS
from frhearing.ui.widgets import FlowRow, PlainButton, StanceChip, column, label, row, scroll


class TestimonyPane(QFrame):
    """The pane in the middle; ``opened`` carries the id of the comment to show in Comments."""

    __test__ = False  # the name starts like that of a test
    opened = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "pane")
        self.setAccessibleName("Testimony")
        self._comment_id = 0
        self.place = label("", "caption")
        self.name = label("", "h1", wrap=True)
        self.stance = StanceChip("not_tagged")
        self.who = label("", "secondary")
        self.times = label("", "caption", wrap=True)
        self.condition = label("", "secondary", wrap=True)
        self.text = QTextEdit()
        self.text.setProperty("kind", "read")
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName("Testimony as noted")
        self.open_button = PlainButton("Open in Comments", "messages-square")
        self.open_button.clicked.connect(lambda: self.opened.emit(self._comment_id))
        beside = FlowRow(gap=10)
        beside.add(self.stance, self.who)
        head = column(self.place, self.name, beside, self.condition, self.times, gap=5)
        content = QWidget()
        content.setLayout(column(head, self.text, row(self.open_button, None), None, margins=(20, 16, 20, 14), gap=14))
        self.setLayout(column((scroll(content, "Testimony"), 1), gap=0))
        self.text.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.text.document().documentLayout().documentSizeChanged.connect(self._grow)

    def _grow(self, size: QSizeF) -> None:
        """Make the text as high as its words: the pane scrolls, not the text in it."""
        self.text.setFixedHeight(ceil(size.height()) + 4)

    def show_slip(self, hearing: Hearing, slip: Appearance, comment: Comment | None, question: int, of: int) -> None:
        """Show a slip and, where it led to a comment, the testimony; ``of`` is the number of slips."""
        stance = slip.stances.get(question)
        code = stance.value if stance else "not_tagged"
        number = f" · No. {comment.number} on the record" if comment else " · not on the record as a comment"
        self.place.setText(f"Slip {slip.slip} of {of}{number}" if slip.slip is not None else number.strip(" ·"))
        self.name.setText(slip.name)
        self.stance.show_stance(code)
        self.stance.setToolTip(f"{STANCE_WORDS[code]} on question {question}")
        district = f"District {comment.district}" if comment and comment.district else ""
        self.who.setText(" · ".join(part for part in (slip.group, who_words(slip), district) if part))
        conditions = [p.condition for p in comment.positions if p.condition] if comment else []
        self.condition.setText(f"Condition: {conditions[-1]}" if conditions else "")
        self.condition.setVisible(bool(conditions))
        self.times.setText(_times(hearing, slip))
        self.text.setPlainText(comment.text if comment else _no_testimony(slip))
        self._comment_id = comment.id if comment else 0
        self.open_button.setVisible(comment is not None)


def _times(hearing: Hearing, slip: Appearance) -> str:
    """Say when and how long someone spoke."""
    if slip.started_at is None or slip.used_seconds is None:
        return "Did not speak."
    over = over_seconds(slip)
    remote = "remotely" if slip.mode == "remote" else "in person"
    late = f", {over} s over" if over else ""
    return f"Began {clock(slip.started_at, hearing.zone)}, {remote} · spoke {used_words(slip)}{late}"


def _no_testimony(slip: Appearance) -> str:
    word = STATUS_WORDS.get(slip.status, slip.status.replace("_", " "))
    return (
        f"There is no testimony: {slip.name} was {word} when called."
        if slip.status == "no_show"
        else (f"There is no testimony ({word}).")
    )
