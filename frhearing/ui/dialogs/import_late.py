"""What becomes of letters that came after the hearing's deadline: accepted late, or not considered."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from frhearing.desk.importing import ImportPlan, ProblemKind
from frhearing.model.comment import Timeliness
from frhearing.ui.pages.comments.when_words import say_when
from frhearing.ui.theme import set_size
from frhearing.ui.widgets import label, row

_WORDS: Final = (
    (Timeliness.LATE_ACCEPTED, "Accept them as late"),
    (Timeliness.LATE_NOT_CONSIDERED, "List them, not considered"),
)


class LateBox(QWidget):
    """Says how many came late and asks what becomes of them; ``changed`` carries the Timeliness.

    ``wanted`` says whether any came late.
    """

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.wanted = False
        self.words = label("", wrap=True)
        self.choice = QComboBox()
        self.choice.setAccessibleName("What becomes of late comments")
        for code, words in _WORDS:
            self.choice.addItem(words, str(code))
        set_size(self.choice, min_width=210)
        self.choice.activated.connect(lambda _at: self.changed.emit(Timeliness(str(self.choice.currentData()))))
        self.setLayout(row((self.words, 1), self.choice, gap=10))

    def show_plan(self, plan: ImportPlan, zone: str) -> None:
        """Show how many of a plan came late."""
        late = sum(problem.kind is ProblemKind.LATE for problem in plan.problems)
        self.wanted = late > 0
        if late:
            until = say_when(plan.timing.deadline, zone)
            self.words.setText(f"{late:,} came after the deadline ({until}).")
            self.choice.setCurrentIndex(max(self.choice.findData(str(plan.timing.late)), 0))
