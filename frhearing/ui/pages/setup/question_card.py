"""One question before the body, with what support and oppose mean: the words that decide what counts say."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from frhearing.desk import hearings
from frhearing.model.change import Change
from frhearing.model.question import Question
from frhearing.ui.pages.setup.saved_field import SavedField
from frhearing.ui.session import Session
from frhearing.ui.widgets import Card, FieldRow, Pill, PlainButton, PrimaryButton, QuietButton, label, row

_FREE = (
    "These words appear next to the buttons when you tag, and on page 1 of the report. They can be changed "
    "until the first position is tagged; after that a change needs a reason and goes into the log."
)
_FIXED = "Positions are tagged on this question. A change needs a reason, which goes into the log."


class QuestionCard(Card):
    """Free until the first stance is tagged; after that a change waits for its reason. ``gone`` asks to remove it."""

    gone = Signal(int)

    def __init__(self, session: Session, question: Question) -> None:
        self.remove = QuietButton("Remove", "x")
        self.pill = Pill("Most important field", "warn", "info")
        super().__init__(title=f"Question {question.number} before the body", beside=(self.pill, self.remove))
        self._session, self.question = session, question
        self._tagged = False
        hearing = session.hearing
        self._hearing_key = hearing.uid.hex() if hearing else ""
        self.text = SavedField(
            session, "Write it as one question that can be answered yes or no", self._saver(), lines=2
        )
        self.support = SavedField(session, "“Support” means", self._saver())
        self.oppose = SavedField(session, "“Oppose” means", self._saver())
        self.fields = {"text": self.text, "support_means": self.support, "oppose_means": self.oppose}
        self.hint = label(_FREE, "caption", wrap=True)
        self._reason_part = self._reason()
        self.body.addWidget(self.text)
        self.body.addLayout(row((self.support, 1), (self.oppose, 1), gap=12))
        self.body.addWidget(self._reason_part)
        self.body.addWidget(self.hint)
        for line in self.fields.values():
            line.edited.connect(self._ask_reason)
        self.remove.clicked.connect(self._ask_removal)

    def _reason(self) -> QWidget:
        self.reason = FieldRow("Reason for the change", QLineEdit())
        self.keep = PrimaryButton("Save the change")
        self.put_back = PlainButton("Put the old words back")
        self.keep.clicked.connect(self.save_with_reason)
        self.put_back.clicked.connect(self._restore)
        part = QWidget()
        part.setLayout(row((self.reason, 1), self.put_back, self.keep))
        part.hide()
        return part

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """What the Tab key stops at, in reading order; the button that removes the question comes last."""
        words = (line.field for line in self.fields.values())
        return (*words, self.reason.field, self.put_back, self.keep, self.remove)

    def _saver(self) -> Callable[[str], Change | None]:
        def save(_words: str) -> Change | None:
            return None if self._tagged else self._update("")  # a tagged question waits for the reason

        return save

    def _update(self, reason: str) -> Change:
        words = {name: line.words for name, line in self.fields.items()}
        return hearings.update_question(
            self._session.desk,
            self.question.id,
            text=words["text"],
            support_means=words["support_means"],
            oppose_means=words["oppose_means"],
            reason=reason,
        )

    def show_question(self, question: Question, *, first: bool, only: bool) -> None:
        """Show a question's words and whether they are still free."""
        self.question = question
        self._tagged = hearings.tagged_on(self._session.desk, question.id)
        self.heading.setText("The question before the body" if only else f"Question {question.number} before the body")
        self.pill.setVisible(first)
        self.remove.setVisible(not only and self._session.writable)
        for name, line in self.fields.items():
            line.show_words(getattr(question, name), f"{self._hearing_key}.question-{question.id}.{name}")
            line.lock(not self._session.writable)
        self.hint.setText(_FIXED if self._tagged else _FREE)
        self._ask_reason()

    def _ask_reason(self) -> None:
        waiting = self._tagged and any(line.dirty for line in self.fields.values())
        focus = self._reason_part.focusWidget()
        if not waiting and focus is not None and focus.hasFocus():
            # Left to Qt the focus would go to the next button, and a second Enter would press that.
            self.text.field.setFocus()
        self._reason_part.setVisible(waiting)

    def save_with_reason(self) -> None:
        """Save all changed words under the reason given; without one the field says so."""
        reason = self.reason.field
        assert isinstance(reason, QLineEdit)
        if not reason.text().strip():
            self.reason.set_error("Say why the words change; the log keeps it.")
            reason.setFocus()
            return
        change = self._session.write(lambda: self._update(reason.text()))
        if change is not None:
            reason.clear()
            self.reason.set_error("")
            for line in self.fields.values():
                line.accept()
        self._ask_reason()

    def _restore(self) -> None:
        for line in self.fields.values():
            line.put_back()
        self._ask_reason()

    def _ask_removal(self) -> None:
        self.gone.emit(self.question.id)
