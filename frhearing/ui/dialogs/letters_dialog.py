"""Form letters: what looks alike, laid side by side; the clerk confirms, names, splits, merges, takes out."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QMenu, QStackedWidget, QWidget

from frhearing.desk import campaigns
from frhearing.model.change import Change
from frhearing.model.errors import ClerkError
from frhearing.model.filter import CommentFilter
from frhearing.model.letters import FormLetter
from frhearing.ui.background import Progress, Task
from frhearing.ui.dialogs.letters_compare import ComparePanes
from frhearing.ui.dialogs.letters_table import LettersTable
from frhearing.ui.session import Session
from frhearing.ui.shell.overlay import Overlay
from frhearing.ui.theme import set_size
from frhearing.ui.widgets import (
    FieldRow,
    FlowRow,
    IconButton,
    InlineBar,
    LoadingState,
    PlainButton,
    PrimaryButton,
    column,
    label,
    row,
)

_RULE = "What looks alike is only suggested; you decide. Every copy stays on the record and is counted."
_NOTHING = "No letters look alike in this hearing. A form letter shows from five similar letters, or two equal ones."
Act = Callable[[], Change | tuple[int, Change]]


class FormLettersDialog(Overlay):
    """Looks for form letters in the background and shows them; every button is one step that can be undone.

    ``show_asked`` carries the filter of the comments of one form letter.
    """

    show_asked = Signal(object)

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window, "Form letters", width=1180)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._session = session
        self._task: Task[list[FormLetter]] | None = None
        self.letters: list[FormLetter] = []
        self.list = QListWidget()
        self.list.setAccessibleName("Form letters")
        self.name = QLineEdit()
        self.table, self.panes = LettersTable(), ComparePanes()
        self.wait = LoadingState("Comparing the letters…")
        self.fault = InlineBar("warn", "")
        self.fault.button.hide()
        self.nothing = label(_NOTHING, "secondary", wrap=True)
        self.confirm = PrimaryButton("Confirm", "check")
        self.dismiss = PlainButton("Not a form letter")
        self.rename = PlainButton("Rename")
        self.split = PlainButton("Split off the chosen")
        self.merge = PlainButton("Merge with…")
        self.remove = PlainButton("Take out the chosen")
        self.show_all = PlainButton("Show in Comments")
        self._build()
        self._connect()
        self.look()

    def _build(self) -> None:
        close = IconButton("x", "Close")
        close.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        close.clicked.connect(self.reject)
        self.body.addLayout(row(label("Form letters", "h2"), None, close))
        self.body.addWidget(label(_RULE, "secondary", wrap=True))
        self.body.addWidget(self.fault)
        self.fault.hide()
        set_size(self.list, width=210)
        self.list.setSpacing(3)
        self.naming = FieldRow("Name of this form letter", self.name)
        steps = FlowRow(gap=8)
        for button in (self.confirm, self.dismiss, self.rename, self.split, self.merge, self.remove, self.show_all):
            steps.add(button)
        right = column(self.naming, (self.table, 2), (self.panes, 3), steps, gap=8)
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
        self.table.selectionModel().selectionChanged.connect(self._enable)
        self.name.returnPressed.connect(self._save_name)
        self.confirm.clicked.connect(self._confirm)
        self.rename.clicked.connect(self._save_name)
        self.dismiss.clicked.connect(self._dismiss)
        self.split.clicked.connect(self._split)
        self.merge.clicked.connect(self._ask_merge)
        self.remove.clicked.connect(self._remove)
        self.show_all.clicked.connect(self._show_comments)
        self.wait.cancelled.connect(self.reject)
        self.finished.connect(self._leave)

    @property
    def letter(self) -> FormLetter | None:
        """The form letter that is shown."""
        place = self.list.currentRow()
        return self.letters[place] if 0 <= place < len(self.letters) else None

    def look(self, stand_on: str = "") -> None:
        """Compare all letters in the background, and stand on the form letter of that name afterwards."""
        desk, hearing_id = self._session.desk, self._session.hearing_id
        if hearing_id is None:
            return
        self._stack.setCurrentWidget(self.wait)
        self.wait.start()

        def job(progress: Progress) -> list[FormLetter]:
            return campaigns.suggest(desk, hearing_id, lambda share: progress.step(round(100 * share), 100))

        def done(found: list[FormLetter]) -> None:
            self._show_letters(found, stand_on)

        self._task = self._session.background.run(job, done, self._failed, self.wait.progress)

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
        self.list.clear()
        for one in found:
            new = len(one.suggested)
            state = "to confirm" if one.campaign_id is None else f"{new:,} more look like it" if new else "confirmed"
            self.list.addItem(QListWidgetItem(f"{' '.join(one.name.split())}\n{one.size:,} letters, {state}"))
        self._stack.setCurrentWidget(self._content if found else self.nothing)
        if found:
            names = [one.name for one in found]
            self.list.setCurrentRow(names.index(stand_on) if stand_on in names else 0)
            self.list.setFocus()

    def _show(self, _place: int = 0) -> None:
        letter = self.letter
        if letter is None:
            return
        self.naming.set_error("")
        self.name.setText(letter.name)
        self.table.letters.show_copies(letter.copies)
        self.panes.show_master(letter.master)
        new = len(letter.suggested)
        self.confirm.set_text(f"Confirm {new:,}" if new else "Confirmed")
        self.confirm.setAccessibleName(f"Confirm {new:,} letters of {letter.name}")
        self._enable()
        if letter.copies:
            self.table.setCurrentIndex(self.table.letters.index(0, 0))

    def _compare(self) -> None:
        letter, copy = self.letter, self.table.current
        if letter is None or copy is None:
            return
        try:
            found = campaigns.difference(self._session.desk, letter.master, copy.comment_id)
        except ClerkError as fault:
            self._failed(fault)
            return
        self.panes.show_difference(found, f"No. {copy.number}, {copy.name}" if copy.name else f"No. {copy.number}")

    def _enable(self) -> None:
        letter, may = self.letter, self._session.writable
        if letter is None:
            return
        known = letter.campaign_id is not None
        inside = [copy for copy in self.table.chosen if copy.confirmed]
        self.confirm.setEnabled(may and bool(letter.suggested))
        self.dismiss.setEnabled(may and bool(letter.suggested))
        self.rename.setEnabled(may and known)
        self.split.setEnabled(may and known and 0 < len(inside) < sum(copy.confirmed for copy in letter.copies))
        self.merge.setEnabled(may and known and bool(self._others()))
        self.remove.setEnabled(may and bool(inside))
        self.show_all.setEnabled(known)
        self.name.setReadOnly(not may)

    def _others(self) -> Sequence[FormLetter]:
        return [one for one in self.letters if one.campaign_id is not None and one is not self.letter]

    def _confirm(self) -> None:
        letter, name, hearing_id = self.letter, self.name.text().strip(), self._session.hearing_id
        if letter is not None and hearing_id is not None and name:
            desk = self._session.desk
            shown = letter.name if letter.campaign_id is not None else name
            self._do(lambda: campaigns.confirm(desk, hearing_id, letter, name), shown)
        elif not name:
            self.naming.set_error("A form letter needs a name.")

    def _save_name(self) -> None:
        letter, name = self.letter, self.name.text().strip()
        if letter is not None and letter.campaign_id is not None and self._session.writable:
            campaign = letter.campaign_id
            self._do(lambda: campaigns.rename(self._session.desk, campaign, name), name)

    def _dismiss(self) -> None:
        letter, hearing_id = self.letter, self._session.hearing_id
        if letter is not None and hearing_id is not None:
            self._do(lambda: campaigns.dismiss(self._session.desk, hearing_id, letter), letter.name)

    def _split(self) -> None:
        letter = self.letter
        if letter is not None and letter.campaign_id is not None:
            campaign = letter.campaign_id
            ids = [copy.comment_id for copy in self.table.chosen if copy.confirmed]
            name = campaigns.free_name({one.name for one in self.letters})
            self._do(lambda: campaigns.split(self._session.desk, campaign, ids, name), name)

    def _ask_merge(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for other in self._others():
            action = menu.addAction(f"{other.name.replace('&', '&&')} ({other.size:,} letters)")
            action.triggered.connect(lambda _on=False, gone=other: self.merge_with(gone))
        menu.popup(self.merge.mapToGlobal(self.merge.rect().bottomLeft()))

    def merge_with(self, gone: FormLetter) -> None:
        """Put another form letter into the one that is shown."""
        letter = self.letter
        if letter is not None and letter.campaign_id is not None and gone.campaign_id is not None:
            campaign, other = letter.campaign_id, gone.campaign_id
            self._do(lambda: campaigns.merge(self._session.desk, campaign, [other]), letter.name)

    def _remove(self) -> None:
        letter = self.letter
        if letter is not None:
            ids = [copy.comment_id for copy in self.table.chosen if copy.confirmed]
            self._do(lambda: campaigns.remove(self._session.desk, ids), letter.name)

    def _show_comments(self) -> None:
        letter = self.letter
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
