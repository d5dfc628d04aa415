"""A new hearing: seven questions, nothing more; all else has defaults that Set up shows."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from frhearing.desk import hearings
from frhearing.model.hearing import NewHearing
from frhearing.model.question import NewQuestion
from frhearing.ui.days import day_words, full_day, parse_day
from frhearing.ui.session import Session
from frhearing.ui.shell.overlay import Overlay
from frhearing.ui.widgets import FieldRow, IconButton, PlainButton, PrimaryButton, label, row


class NewHearingDialog(Overlay):
    """Asks title, body, date, place, the question, and what support and oppose mean."""

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
        self._fill()
        self.done_button.clicked.connect(self.accept)
        self.cancel.clicked.connect(self.reject)
        self.done_button.setDefault(True)

    def _bodies(self) -> QComboBox:
        field = QComboBox()
        field.setEditable(True)
        known = {card.body for card in hearings.list_hearings(self._session.desk)}
        field.addItems(sorted(known))
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
        )
        made = self._session.make(lambda: hearings.create_hearing(self._session.desk, new))
        if made is None:
            return
        super().accept()
        self._session.open_hearing(made)
        self._session.asked.emit("setup", 0)
