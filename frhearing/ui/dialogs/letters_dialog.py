"""Form letters: what looks alike, laid side by side; the clerk confirms, names, splits, merges, takes out."""

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QStackedWidget, QWidget

from frhearing.desk import campaigns
from frhearing.model.change import Change
from frhearing.model.errors import ClerkError
from frhearing.model.filter import CommentFilter
from frhearing.model.letters import Difference, FormLetter
from frhearing.ui.background import Progress, Task
from frhearing.ui.dialogs.letters_compare import ComparePanes
from frhearing.ui.dialogs.letters_steps import Act, LetterSteps
from frhearing.ui.dialogs.letters_table import LettersTable
from frhearing.ui.session import Session
from frhearing.ui.shell.overlay import Overlay
from frhearing.ui.theme import set_size
from frhearing.ui.widgets import FieldRow, IconButton, InlineBar, LoadingState, column, label, row

_RULE: Final = "What looks alike is only suggested; you decide. Every copy stays on the record and is counted."
_NOTHING: Final = (
    "No letters look alike in this hearing. A form letter shows from five similar letters, or two equal ones."
)
_NEW_RULE: Final = (
    "These came in since and look like a form letter you have confirmed. Own words are marked. Enter adds them."
)
_LONG: Final = 20_000
"""A master of more characters is laid beside a letter on the other thread."""

Look = Callable[[Progress], list[FormLetter]]


class FormLettersDialog(Overlay):
    """Looks for form letters in the background and shows them; every button is one step that can be undone.

    With ``arrivals`` it shows only what came in since, as that function finds it, and is left when nothing waits
    any more. ``show_asked`` carries the filter of the comments of one form letter.
    """

    show_asked = Signal(object)

    def __init__(self, session: Session, window: QWidget, arrivals: Look | None = None) -> None:
        heading = "Form letters" if arrivals is None else "New letters that look like a form letter"
        super().__init__(window, heading, width=1180)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._session, self._review = session, arrivals is not None
        self._look = arrivals or self._suggest
        self._task: Task[list[FormLetter]] | None = None
        self.letters: list[FormLetter] = []
        self.list = QListWidget()
        self.list.setAccessibleName("Form letters")
        self.list.setProperty("kind", "choice")
        self.name = QLineEdit()
        self.table, self.panes = LettersTable(), ComparePanes()
        self.steps = LetterSteps(session, self.name, self.table, review=self._review)
        self.wait = LoadingState("Comparing the letters…")
        self.fault = InlineBar("warn", "")
        self.fault.button.hide()
        self.nothing = label(_NOTHING, "secondary", wrap=True)
        self._build(heading)
        self._connect()
        self.look()

    def _build(self, heading: str) -> None:
        close = IconButton("x", "Close")
        close.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        close.clicked.connect(self.reject)
        self.body.addLayout(row(label(heading, "h2"), None, close))
        self.body.addWidget(label(_NEW_RULE if self._review else _RULE, "secondary", wrap=True))
        self.body.addWidget(self.fault)
        self.fault.hide()
        set_size(self.list, width=210)
        self.list.setSpacing(3)
        self.naming = FieldRow("Name of this form letter", self.name)
        if self._review:
            self.naming.hide()
        right = column(self.naming, (self.table, 2), (self.panes, 3), self.steps, gap=8)
        self._content = QWidget()
        self._content.setLayout(row(self.list, (right, 1), gap=12))
        self._stack = QStackedWidget()
        for part in (self.wait, self._content, self.nothing):
            self._stack.addWidget(part)
        set_size(self._stack, min_height=470)
        self.body.addWidget(self._stack)

    def _connect(self) -> None:
        self.list.currentRowChanged.connect(self._show)
        self.table.selectionModel().currentRowChanged.connect(self._compare)
        self.steps.asked.connect(self._do)
        self.steps.refused.connect(self.naming.set_error)
        self.steps.show_asked.connect(self._show_comments)
        self.wait.cancelled.connect(self.reject)
        self.finished.connect(self._leave)

    @property
    def letter(self) -> FormLetter | None:
        """The form letter that is shown."""
        place = self.list.currentRow()
        return self.letters[place] if 0 <= place < len(self.letters) else None

    def look(self, stand_on: str = "") -> None:
        """Compare all letters in the background, and stand on the form letter of that name afterwards."""
        if self._session.hearing_id is None:
            return
        self._stack.setCurrentWidget(self.wait)
        self.wait.start()

        def done(found: list[FormLetter]) -> None:
            self._show_letters(found, stand_on)

        self._task = self._session.background.run(self._look, done, self._failed, self.wait.progress)

    def _suggest(self, progress: Progress) -> list[FormLetter]:
        """Compare all letters of the hearing; on the other thread."""
        hearing_id = self._session.hearing_id
        if hearing_id is None:
            return []
        return campaigns.suggest(self._session.desk, hearing_id, lambda share: progress.step(round(100 * share), 100))

    def _leave(self) -> None:
        if self._task is not None:
            self._task.cancel()

    def _failed(self, fault: Exception) -> None:
        self.wait.stop()
        self.fault.say("danger", f"{fault} The record is as it was.")
        self.fault.show()
        self._stack.setCurrentWidget(self._content if self.letters else self.nothing)

    def _show_letters(self, found: list[FormLetter], stand_on: str) -> None:
        self._task = None
        self.wait.stop()
        self.letters = found
        if self._review and not found:
            self.accept()
            return
        self.list.clear()
        for one in found:
            self.list.addItem(QListWidgetItem(f"{' '.join(one.name.split())}\n{one.size:,} {self._state(one)}"))
        self._stack.setCurrentWidget(self._content if found else self.nothing)
        if found:
            names = [one.name for one in found]
            self.list.setCurrentRow(names.index(stand_on) if stand_on in names else 0)
            (self.steps.confirm if self._review and self.steps.confirm.isEnabled() else self.list).setFocus()

    def _state(self, letter: FormLetter) -> str:
        new = len(letter.suggested)
        if self._review:
            return "new letters" if new != 1 else "new letter"
        state = (
            "to confirm"
            if letter.campaign_id is None
            else f"{new:,} more look{'s' if new == 1 else ''} like it"
            if new
            else "confirmed"
        )
        return f"letters, {state}"

    def _show(self, _place: int = 0) -> None:
        letter = self.letter
        if letter is None:
            return
        self.naming.set_error("")
        self.name.setText(letter.name)
        self.table.letters.show_copies(letter.copies)
        self.panes.show_master(letter.master)
        self.steps.show_letter(letter, self.letters)
        if letter.copies:
            self.table.setCurrentIndex(self.table.letters.index(0, 0))

    def _compare(self) -> None:
        letter, copy = self.letter, self.table.current
        if letter is None or copy is None:
            return
        desk, title = self._session.desk, f"No. {copy.number}, {copy.name}" if copy.name else f"No. {copy.number}"

        def show(found: Difference) -> None:
            if self.table.current is copy:
                self.panes.show_difference(found, title)

        if len(letter.master) > _LONG:
            job = partial(campaigns.difference, desk, letter.master, copy.comment_id)
            self._session.background.run(lambda _progress: job(), show, self._failed)
            return
        try:
            show(campaigns.difference(desk, letter.master, copy.comment_id))
        except ClerkError as fault:
            self._failed(fault)

    def _show_comments(self, letter: FormLetter | None) -> None:
        if letter is not None:
            self.accept()
            self.show_asked.emit(CommentFilter(question=self._session.question, campaign=letter.name))

    def _do(self, act: Act, stand_on: str) -> None:
        """Do one step in the background, tell everyone, and look again."""
        self._content.setEnabled(False)

        def done(made: Change | tuple[int, Change]) -> None:
            self._content.setEnabled(True)
            self.fault.hide()
            self._session.take(made if isinstance(made, Change) else made[1])
            self.look(stand_on)

        def failed(fault: Exception) -> None:
            self._content.setEnabled(True)
            self.naming.set_error(str(fault))
            self.name.setFocus()

        self._session.background.run(lambda _progress: act(), done, failed)
