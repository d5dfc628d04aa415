"""The position on the question: which question, the stance, what it means, on which condition."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLineEdit, QWidget

from frhearing.model.comment import Comment
from frhearing.model.position import Stance, StanceSource, counting
from frhearing.model.question import Question
from frhearing.ui.tables.plain import plain
from frhearing.ui.theme import set_size
from frhearing.ui.widgets import FieldRow, column, label, row
from frhearing.ui.widgets.choices import StanceButtons
from frhearing.ui.widgets.pick_list import Choice, PickButton, PickList

_ONE_LINE = 56


class StanceBox(QWidget):
    """The upper part of the tagging pane. Signals carry what the clerk chose; nothing is written here."""

    question_chosen = Signal(int)
    stance_chosen = Signal(str)
    inferred_changed = Signal(bool)
    condition_changed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.question = PickButton("Question")
        self._questions: tuple[Question, ...] = ()
        self.heading = label("Position on the question", "field", wrap=True)
        self.stances = StanceButtons()
        self._lay_out_last()
        self.meaning = label("", "caption", wrap=True)
        self.condition = QLineEdit()
        self.condition.setPlaceholderText("Supports it if …")
        self.condition_row = FieldRow("On which condition", self.condition)
        self.inferred = QCheckBox("Inferred by the clerk, not stated")
        self.setLayout(
            column(
                self.heading,
                self.question,
                self.stances,
                self.meaning,
                self.condition_row,
                row(self.inferred, None),
                gap=6,
            )
        )
        self.question.clicked.connect(self._pick_question)
        self.stances.chosen.connect(self.stance_chosen)
        self.inferred.clicked.connect(self.inferred_changed)
        self.condition.editingFinished.connect(self.flush)
        self._condition = ""
        self.show_nothing()

    def _lay_out_last(self) -> None:
        """Give "Not stated" a low line of its own: it is pressed less often than the four above."""
        last, grid = self.stances.buttons[str(Stance.NOT_STATED)], self.stances.layout()
        if isinstance(grid, QGridLayout):
            grid.addWidget(last, 2, 0, 1, 2)
        set_size(last, height=30)

    def show_questions(self, questions: Sequence[Question], active: int) -> None:
        """Show the questions of the hearing; with one there is nothing to choose."""
        self._questions = tuple(questions)
        self.question.setVisible(len(questions) > 1)
        asked = next((question for question in questions if question.number == active), None)
        self.question.show_words(f"{active}. {plain(asked.text)}" if asked else "")
        self.heading.setToolTip(plain(asked.text) if asked else "")
        self._show_meaning(asked)

    def _show_meaning(self, question: Question | None) -> None:
        parts = []
        if question is not None and question.support_means:
            parts.append(f"Support = {plain(question.support_means)}")
        if question is not None and question.oppose_means:
            parts.append(f"Oppose = {plain(question.oppose_means)}")
        joined = "    ".join(parts)
        self.meaning.setText(joined if len(joined) < _ONE_LINE else "\n".join(parts))
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

    def _pick_question(self) -> None:
        active = self.question.words.partition(".")[0]
        choices = [
            Choice(one.number, f"{one.number}. {plain(one.text)}", "", str(one.number) == active)
            for one in self._questions
        ]
        pick = PickList(self.question, "Type to find a question", choices)
        pick.picked.connect(self.question_chosen)
        pick.open()
