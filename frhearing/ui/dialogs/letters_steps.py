"""What the clerk can do with a form letter: confirm, leave alone, name, split, merge, take letters out."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QMenu

from frhearing.desk import campaigns
from frhearing.model.change import Change
from frhearing.model.counted import counted
from frhearing.model.letters import FormLetter
from frhearing.ui.dialogs.letters_table import LettersTable
from frhearing.ui.session import Session
from frhearing.ui.widgets import FlowRow, PlainButton, PrimaryButton

Act = Callable[[], Change | tuple[int, Change]]


class LetterSteps(FlowRow):
    """The buttons below a form letter; each is one step that can be undone.

    ``asked`` carries what to do on the other thread and the name of the form letter to stand on afterwards;
    ``refused`` a sentence about the name; ``show_asked`` the form letter whose comments are to be seen.
    """

    asked = Signal(object, str)
    refused = Signal(str)
    show_asked = Signal(object)

    def __init__(self, session: Session, name: QLineEdit, table: LettersTable, *, review: bool) -> None:
        super().__init__(gap=8)
        self._session, self._name, self._table, self._review = session, name, table, review
        self._letter: FormLetter | None = None
        self._letters: Sequence[FormLetter] = ()
        self.confirm = PrimaryButton("Confirm", "check")
        self.confirm.setDefault(True)
        self.dismiss = PlainButton("Not this form letter" if review else "Not a form letter")
        self.rename = PlainButton("Rename")
        self.split = PlainButton("Split off the chosen")
        self.merge = PlainButton("Merge with…")
        self.remove = PlainButton("Take out the chosen")
        self.show_all = PlainButton("Show in Comments")
        for button in (self.confirm, self.dismiss, self.rename, self.split, self.merge, self.remove, self.show_all):
            self.add(button)
        for button in (self.rename, self.split, self.merge):
            self.keep(button, not review)
        self._connect()

    def _connect(self) -> None:
        self._name.returnPressed.connect(self._rename)
        self._table.selectionModel().selectionChanged.connect(self._enable)
        self.confirm.clicked.connect(self._confirm)
        self.dismiss.clicked.connect(self._dismiss)
        self.rename.clicked.connect(self._rename)
        self.split.clicked.connect(self._split)
        self.merge.clicked.connect(self._ask_merge)
        self.remove.clicked.connect(self._remove)
        self.show_all.clicked.connect(lambda: self.show_asked.emit(self._letter))
        out = QShortcut(QKeySequence(Qt.Key.Key_Delete), self._table, context=Qt.ShortcutContext.WidgetShortcut)
        out.activated.connect(self.remove.click)
        self.remove.setToolTip("Delete")

    def show_letter(self, letter: FormLetter, letters: Sequence[FormLetter]) -> None:
        """Offer what can be done with a form letter among all."""
        self._letter, self._letters = letter, letters
        new = len(letter.suggested)
        words = f"Add {new:,} to {letter.name}" if self._review else f"Confirm {new:,}"
        self.confirm.set_text(words if new else "Confirmed")
        self.confirm.setAccessibleName(f"Confirm {counted(new, 'letter')} of {letter.name}")
        self._enable()

    def _enable(self) -> None:
        letter, may = self._letter, self._session.writable
        if letter is None:
            return
        known = letter.campaign_id is not None
        inside = [copy for copy in self._table.chosen if copy.confirmed]
        self.confirm.setEnabled(may and bool(letter.suggested))
        self.dismiss.setEnabled(may and bool(letter.suggested))
        self.rename.setEnabled(may and known)
        self.split.setEnabled(may and known and 0 < len(inside) < sum(copy.confirmed for copy in letter.copies))
        self.merge.setEnabled(may and known and bool(self._others()))
        self.remove.setEnabled(may and bool(self._table.chosen))
        self.show_all.setEnabled(known)
        self._name.setReadOnly(not may or self._review)

    def _others(self) -> list[FormLetter]:
        return [one for one in self._letters if one.campaign_id is not None and one is not self._letter]

    def _confirm(self) -> None:
        letter, hearing_id, name = self._letter, self._session.hearing_id, self._name.text().strip()
        if letter is None or hearing_id is None:
            return
        if not name:
            self.refused.emit("A form letter needs a name.")
            return
        desk = self._session.desk
        shown = letter.name if letter.campaign_id is not None else name
        self.asked.emit(lambda: campaigns.confirm(desk, hearing_id, letter, name), shown)

    def _rename(self) -> None:
        letter, name = self._letter, self._name.text().strip()
        if letter is not None and letter.campaign_id is not None and self._session.writable and not self._review:
            campaign = letter.campaign_id
            self.asked.emit(lambda: campaigns.rename(self._session.desk, campaign, name), name)

    def _dismiss(self) -> None:
        letter = self._letter
        if letter is not None:
            self.asked.emit(lambda: campaigns.dismiss(self._session.desk, letter), letter.name)

    def _split(self) -> None:
        letter = self._letter
        if letter is not None and letter.campaign_id is not None:
            campaign = letter.campaign_id
            ids = [copy.comment_id for copy in self._table.chosen if copy.confirmed]
            name = campaigns.free_name({one.name for one in self._letters})
            self.asked.emit(lambda: campaigns.split(self._session.desk, campaign, ids, name), name)

    def _ask_merge(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for other in self._others():
            action = menu.addAction(f"{other.name.replace('&', '&&')} ({other.size:,} letters)")
            action.triggered.connect(lambda _on=False, gone=other: self.merge_with(gone))
        menu.popup(self.merge.mapToGlobal(self.merge.rect().bottomLeft()))

    def merge_with(self, gone: FormLetter) -> None:
        """Put another form letter into the one that is shown."""
        letter = self._letter
        if letter is not None and letter.campaign_id is not None and gone.campaign_id is not None:
            campaign, other = letter.campaign_id, gone.campaign_id
            self.asked.emit(lambda: campaigns.merge(self._session.desk, campaign, [other]), letter.name)

    def _remove(self) -> None:
        letter = self._letter
        if letter is not None:
            ids = [copy.comment_id for copy in self._table.chosen]
            self.asked.emit(lambda: campaigns.remove(self._session.desk, ids), letter.name)
