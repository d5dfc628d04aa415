"""The bar that always says what is counted: which comments, which copies, which question."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QWidget

from frhearing.model.question import Question
from frhearing.model.tally import Scope
from frhearing.ui.theme import set_size
from frhearing.ui.widgets import FlowRow, SearchField, label, row
from frhearing.ui.widgets.segments import Segments

_MOST_LETTERS = 30
_SPOKEN = {"all": None, "written": False, "spoken": True}


class ScopeBar(QFrame):
    """``scope_changed`` tells of another count, ``question_chosen`` of another question by its number.

    ``searched`` carries the words that were typed into the find field.
    """

    scope_changed = Signal()
    question_chosen = Signal(int)
    searched = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "bar")
        self.setAccessibleName("What is counted")
        self.count = Segments("Count", (("all", "Everything"), ("written", "Written"), ("spoken", "Spoken")))
        self.letters = Segments("Form letters", (("every", "Every copy"), ("once", "Once each")))
        self.question = QComboBox()
        self.question.setAccessibleName("Question that the counts are about")
        set_size(self.question, min_width=230, max_width=260)
        self._question_part = QWidget()
        self._question_part.setLayout(row(label("Question", "caption"), self.question, gap=6))
        self.search = SearchField("Search every word on the record")
        set_size(self.search, width=250)
        parts = FlowRow(gap=14)
        parts.add(self.count, self.letters, self._question_part, self.search)
        self.setLayout(row((parts, 1), margins=(14, 7, 14, 7)))
        self._parts = parts
        self.count.chosen.connect(self.scope_changed)
        self.letters.chosen.connect(self.scope_changed)
        self.question.activated.connect(self._choose)
        self.search.left.connect(self._search)

    @property
    def scope(self) -> Scope:
        """Which comments are counted now."""
        return Scope(_SPOKEN[self.count.code], self.letters.code == "once")

    def show_questions(self, questions: Sequence[Question], active: int) -> None:
        """Offer the hearing's questions; with only one there is nothing to choose."""
        self.question.clear()
        for question in questions:
            words = f"{question.number}. {' '.join(question.text.split())}"
            short = words if len(words) <= _MOST_LETTERS else words[: _MOST_LETTERS - 1].rstrip() + "…"
            self.question.addItem(short, question.number)
            self.question.setItemData(self.question.count() - 1, question.text, Qt.ItemDataRole.ToolTipRole)
        self.question.setCurrentIndex(self.question.findData(active))
        self._parts.keep(self._question_part, len(questions) > 1)

    def _choose(self, _index: int) -> None:
        self.question_chosen.emit(self.question.currentData())

    def _search(self) -> None:
        if words := self.search.text().strip():
            self.searched.emit(words)
