"""The position on the question: which question, the stance, what it means, on which condition."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QWidget

from frhearing.model.comment import Comment
from frhearing.model.position import Stance, StanceSource, counting
from frhearing.model.question import Question
from frhearing.ui.pages.comments.text_map import plain
from frhearing.ui.widgets import FieldRow, StanceButtons, column, label, row


class StanceBox(QWidget):
    """The upper part of the tagging pane. Signals carry what the clerk chose; nothing is written here."""

    question_chosen = Signal(int)
    stance_chosen = Signal(str)
    inferred_changed = Signal(bool)
    condition_changed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.questions = QComboBox()
        self.questions.setAccessibleName("Question")
        self.question_row = FieldRow("Question", self.questions)
        self.heading = label("Position on the question", "field", wrap=True)
        self.stances = StanceButtons()
        self.meaning = label("", "caption", wrap=True)
        self.condition = QLineEdit()
        self.condition.setPlaceholderText("Supports it if …")
        self.condition_row = FieldRow("On which condition", self.condition)
        self.inferred = QCheckBox("Inferred by the clerk, not stated")
        self.setLayout(
            column(
                self.question_row,
                self.heading,
                self.stances,
                self.meaning,
                self.condition_row,
                row(self.inferred, None),
                gap=6,
            )
        )
        self.questions.activated.connect(self._question_activated)
        self.stances.chosen.connect(self.stance_chosen)
        self.inferred.clicked.connect(self.inferred_changed)
        self.condition.editingFinished.connect(self.flush)
        self._condition = ""
        self.show_nothing()

    def show_questions(self, questions: Sequence[Question], active: int) -> None:
        """Show the questions of the hearing; with one there is nothing to choose."""
        self.questions.blockSignals(True)
        self.questions.clear()
        for question in questions:
            self.questions.addItem(f"{question.number}. {plain(question.text)}", question.number)
        self.questions.setCurrentIndex(self.questions.findData(active))
        self.questions.blockSignals(False)
        self.question_row.setVisible(len(questions) > 1)
        asked = next((question for question in questions if question.number == active), None)
        self.heading.setToolTip(plain(asked.text) if asked else "")
        self._show_meaning(asked)

    def _show_meaning(self, question: Question | None) -> None:
        parts = []
        if question is not None and question.support_means:
            parts.append(f"Support = {plain(question.support_means)}")
        if question is not None and question.oppose_means:
            parts.append(f"Oppose = {plain(question.oppose_means)}")
        self.meaning.setText("\n".join(parts))
        self.meaning.setVisible(bool(parts))

    def show_comment(self, comment: Comment, question: Question | None) -> None:
        """Show the position of one comment on the active question."""
        stance = comment.stances.get(question.number) if question else None
        counts = counting([p for p in comment.positions if question and p.question_id == question.id])
        self._show(
            stance.value if stance else None,
            condition=counts.condition if counts else "",
            inferred=counts is not None and counts.source is StanceSource.CLERK_INFERRED,
            single=True,
        )

    def show_many(self, stance: str | None) -> None:
        """Show the stance that all selected comments share, or none."""
        self._show(stance, condition="", inferred=False, single=False)

    def show_nothing(self) -> None:
        """Show that no comment is chosen."""
        self._show(None, condition="", inferred=False, single=False)

    def _show(self, stance: str | None, *, condition: str, inferred: bool, single: bool) -> None:
        self.stances.show_stance(stance)
        self._condition = condition
        if not (self.condition.hasFocus() and self.condition.text().strip() == condition):
            self.condition.setText(condition)
        self.condition_row.setVisible(single and (stance == Stance.MIXED or bool(condition)))
        self.inferred.setChecked(inferred)
        self.inferred.setVisible(single and stance is not None)

    def flush(self) -> None:
        """Hand over a condition that was typed but not yet confirmed."""
        typed = self.condition.text().strip()
        if typed != self._condition and not self.condition_row.isHidden():
            self._condition = typed
            self.condition_changed.emit(typed)

    def _question_activated(self, index: int) -> None:
        self.question_chosen.emit(self.questions.itemData(index))
