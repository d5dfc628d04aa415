"""A new hearing: seven questions, nothing more; all else has defaults that Set up shows."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Final

from PySide6.QtCore import Qt, QTimeZone
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from frhearing.desk import drafts, hearings
from frhearing.model.errors import ClerkError
from frhearing.model.hearing import NewHearing
from frhearing.model.question import NewQuestion
from frhearing.model.times import DEFAULT_ZONE, zone_known
from frhearing.ui.days import day_words, full_day, parse_day
from frhearing.ui.session import Session
from frhearing.ui.shell.overlay import Overlay
from frhearing.ui.widgets import FieldRow, IconButton, InlineBar, PlainButton, PrimaryButton, label, row

_DRAFT: Final = "new-hearing"
_PLACELESS: Final = ("UTC", "Etc/UTC", "GMT", "Etc/GMT")


def zone_here() -> str:
    """Give the time zone of this computer; where it has none that is a place's, the default one."""
    name = bytes(QTimeZone.systemTimeZoneId().data()).decode("ascii", "replace")
    return name if name not in _PLACELESS and zone_known(name) else DEFAULT_ZONE


class NewHearingDialog(Overlay):
    """Asks title, body, date, place, the question, and what support and oppose mean.

    Left without an answer, by Escape too, it keeps what was typed for the next time.
    """

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window, "New hearing", width=680)
        self._session = session
        self.title = FieldRow("1  Short title", QLineEdit())
        self.hearing_body = FieldRow("2  The body that hears", self._bodies())
        self.date = FieldRow("3  Date", QLineEdit(day_words(date.today().isoformat())), full_day(date.today()))
        self.place = FieldRow("4  Place", QLineEdit())
        self.question = FieldRow(
            "5  The question before the body",
            QLineEdit(),
            "One question that can be answered yes or no. More questions can be added in Set up.",
        )
        self.support = FieldRow("6  “Support” means", QLineEdit())
        self.oppose = FieldRow("7  “Oppose” means", QLineEdit())
        self.done_button = PrimaryButton("Make the hearing", "check")
        self.cancel = PlainButton("Cancel")
        self.bar = InlineBar("info", "What you had typed before is back.", "Begin empty")
        self._rows = {
            "title": self.title,
            "body": self.hearing_body,
            "date": self.date,
            "place": self.place,
            "question": self.question,
            "support": self.support,
            "oppose": self.oppose,
        }
        self._fill()
        self._empty = self._answers()
        self._bring_back()
        self.bar.acted.connect(self._begin_empty)
        self.bar.close_button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.done_button.clicked.connect(self.accept)
        self.cancel.clicked.connect(self.reject)
        self.done_button.setDefault(True)

    def _bodies(self) -> QComboBox:
        field = QComboBox()
        field.setEditable(True)
        # The body of the hearing worked on last stands there; most offices serve one.
        known = [card.body for card in hearings.list_hearings(self._session.desk) if not card.example]
        field.addItems([*dict.fromkeys(known)])
        # As wide as the form: a long name of a body must not push the fields out of a small window.
        field.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        field.setMinimumContentsLength(12)
        line = field.lineEdit()
        if line is not None:
            line.setCursorPosition(0)
            line.setPlaceholderText("e.g. Common Council, Public Safety Committee")
        return field

    def _fill(self) -> None:
        when = self.date.field
        assert isinstance(when, QLineEdit)
        when.textChanged.connect(self._show_day)
        close = IconButton("x", "Close")
        close.clicked.connect(self.reject)
        close.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        hints = {
            self.title: "Facial recognition moratorium",
            self.place: "City Hall, Room 301-B",
            self.question: "Should the Council endorse the pause until a written policy is adopted?",
            self.support: "Keep the pause",
            self.oppose: "Lift the pause",
        }
        for line, hint in hints.items():
            edit = line.field
            assert isinstance(edit, QLineEdit)
            edit.setPlaceholderText(f"e.g. {hint}")
        for item in (
            row(label("New hearing", "h2"), None, close),
            label("Seven questions. Everything can be changed later.", "secondary", wrap=True),
            self.bar,
            self.title,
            self.hearing_body,
            row((self.date, 2), (self.place, 3), gap=12),
            self.question,
            row((self.support, 1), (self.oppose, 1), gap=12),
            row(None, self.cancel, self.done_button),
        ):
            if isinstance(item, QWidget):
                self.body.addWidget(item)
            else:
                self.body.addLayout(item)

        for line in self._rows.values():
            inner = line.field if isinstance(line.field, QLineEdit) else line.field.findChild(QLineEdit)
            if inner is not None:
                inner.textChanged.connect(lambda _words, line=line: line.set_error("") if line.error else None)

    def _answers(self) -> dict[str, object]:
        return {name: self._words(line) for name, line in self._rows.items()}

    def _answer(self, answers: Mapping[str, object]) -> None:
        """Show answers in the fields."""
        for name, line in self._rows.items():
            words, field = str(answers.get(name, "")), line.field
            if isinstance(field, QComboBox):
                field.setEditText(words)
            elif isinstance(field, QLineEdit):
                field.setText(words)

    def _bring_back(self) -> None:
        """Show what was typed the last time, if it was left without making a hearing."""
        kept = drafts.load_draft(self._session.desk.folder, _DRAFT)
        self.bar.setVisible(kept is not None)
        if kept is not None:
            self._answer(kept)

    def _begin_empty(self) -> None:
        self.bar.hide()
        self._answer(self._empty)
        self.title.field.setFocus()

    def reject(self) -> None:
        """Leave; what was typed is kept for the next time."""
        answers, empty = self._answers(), self._empty
        folder = self._session.desk.folder
        self._later(
            lambda: (
                drafts.drop_draft(folder, _DRAFT) if answers == empty else drafts.save_draft(folder, _DRAFT, answers)
            )
        )
        super().reject()

    def _later(self, work: Callable[[], None]) -> None:
        run = self._session.background.run
        run(lambda _progress: work(), lambda _none: None, self._session.tell, must=True)

    @staticmethod
    def _words(line: FieldRow) -> str:
        field = line.field
        if isinstance(field, QComboBox):
            return field.currentText().strip()
        assert isinstance(field, QLineEdit)
        return field.text().strip()

    def _missing(self) -> list[FieldRow]:
        needed = {
            self.title: "A hearing needs a title, so that you find it again.",
            self.hearing_body: "Name the council or committee; it stands on page 1.",
            self.question: "Write the question; positions are counted on it.",
        }
        missing = []
        for line, sentence in needed.items():
            empty = not self._words(line)
            line.set_error(sentence if empty else "")
            if empty:
                missing.append(line)
        if self._day is None:
            missing.insert(min(len(missing), 2), self.date)
            self.date.set_error("Write the day like Feb 26, 2026 or 2026-02-26.")
        return missing

    def _show_day(self) -> None:
        """Say back which day was understood."""
        self.date.set_hint(full_day(self._day) if self._day else "")

    @property
    def _day(self) -> date | None:
        return parse_day(self._words(self.date))

    def accept(self) -> None:
        """Make the hearing, or say in the fields what is missing and go to the first one."""
        missing = self._missing()
        if missing:
            missing[0].field.setFocus()
            return
        assert self._day is not None
        asked = NewQuestion(self._words(self.question), self._words(self.support), self._words(self.oppose))
        new = NewHearing(
            title=self._words(self.title),
            body=self._words(self.hearing_body),
            date=self._day.isoformat(),
            place=self._words(self.place),
            questions=(asked,),
            zone=zone_here(),
        )
        if self._session.moving:
            self.bar.say("info", "The step before is still being saved. Press again in a moment.")
            self.bar.show()
            return
        try:
            made, change = hearings.create_hearing(self._session.desk, new)
        except ClerkError as fault:
            # Here, where it was asked for: the bar of the window lies in the shade behind.
            self.bar.say("danger", str(fault))
            self.bar.show()
            return
        self._session.take(change)
        super().accept()
        folder = self._session.desk.folder
        self._later(lambda: drafts.drop_draft(folder, _DRAFT))
        self._session.open_hearing(made)
        self._session.asked.emit("setup", 0)
