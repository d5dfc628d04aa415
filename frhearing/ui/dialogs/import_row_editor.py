"""One row of an import: what was read of it, with name, date, position and text as the clerk sets them."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QWidget

from frhearing.desk.import_looking import Looked
from frhearing.desk.importing import RowEdit
from frhearing.model.comment import Timeliness
from frhearing.model.hearing import Hearing
from frhearing.model.position import STANCES, Stance
from frhearing.ui.pages.comments.when_words import FORMS, read_when, say_when, write_when
from frhearing.ui.tables.plain import plain
from frhearing.ui.theme import STANCE_WORDS, set_size
from frhearing.ui.widgets import FieldRow, QuietButton, column, label, row

_TIMES: Final = (
    ("", "By the hearing’s rule"),
    (str(Timeliness.TIMELY), "In time"),
    (str(Timeliness.LATE_ACCEPTED), "Late, accepted"),
    (str(Timeliness.LATE_NOT_CONSIDERED), "Late, not considered"),
)
_MIDNIGHT: Final = ", 12:00 AM"
_LONGEST: Final = 20_000
"""Letters of a text that are laid out to be looked at; the comment itself is always whole."""


class RowEditor(QWidget):
    """The fields of one row. ``edited`` carries the RowEdit that holds all the clerk has set for it."""

    edited = Signal(object)

    def __init__(self, hearing: Hearing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hearing = hearing
        self._row: Looked | None = None
        self._filling = False
        self.problems = label("", "strong", wrap=True)
        self.name = FieldRow("Name", QLineEdit())
        self.received = FieldRow("Received", QLineEdit())
        self.stances = [self._stance(question.number, len(hearing.questions) > 1) for question in hearing.questions]
        self.times = QComboBox()
        for code, words in _TIMES:
            self.times.addItem(words, code)
        self.text = QPlainTextEdit()
        self.text.setTabChangesFocus(True)
        set_size(self.text, min_height=150)
        self.text_row = FieldRow("Text", self.text)
        self.out = QCheckBox("Leave this one out")
        self.reset = QuietButton("As it was read", "rotate-ccw")
        self.setLayout(
            column(
                self.problems,
                row(self.name, self.received, gap=10),
                row(*self.stances, FieldRow("In time", self.times), gap=10),
                (self.text_row, 1),
                row(self.out, None, self.reset),
                gap=8,
            )
        )
        self._connect()

    def _stance(self, number: int, several: bool) -> FieldRow:
        box = QComboBox()
        box.addItem("To be tagged", "")
        for stance in STANCES:
            box.addItem(STANCE_WORDS[stance], str(stance))
        box.setProperty("question", number)
        box.activated.connect(self._tell)
        return FieldRow(f"Position, question {number}" if several else "Position", box)

    def _connect(self) -> None:
        for line in (self.name, self.received):
            assert isinstance(line.field, QLineEdit)
            line.field.textEdited.connect(self._tell)
        self.times.activated.connect(self._tell)
        self.text.textChanged.connect(self._tell)
        self.out.clicked.connect(self._tell)
        self.reset.clicked.connect(self._as_read)

    def show_row(self, looked: Looked, edit: RowEdit) -> None:
        """Show a row with what the clerk has set for it so far."""
        self._row, self._filling = looked, True
        comment, draft = looked.one.comment, looked.one.draft
        self.problems.setText(
            "\n".join(plain(f"{one.sentence[:1].upper()}{one.sentence[1:]}.") for one in looked.problems)
        )
        self.problems.setVisible(bool(looked.problems))
        self._line(self.name).setText(comment.name if edit.name is None else edit.name)
        self._line(self.received).setText(self._as_edited(looked) if edit.received is None else edit.received)
        self.received.set_hint(f"As written: “{plain(draft.received)[:60]}”" if draft.received else "")
        for field in self.stances:
            box = self._box(field)
            number = int(box.property("question"))
            stance = edit.stances[number] if number in edit.stances else comment.stances.get(number)
            box.setCurrentIndex(max(box.findData(str(stance) if stance else ""), 0))
        self.times.setCurrentIndex(max(self.times.findData(str(edit.timeliness or "")), 0))
        blank = not comment.text.strip()
        self.text.setReadOnly(not blank)
        self.text.setPlainText((edit.text or "") if blank else comment.text[:_LONGEST])
        self.text.setPlaceholderText("Type what the page says. Left empty, it waits on the record under “To type”.")
        self.text_row.label.setText("Text, to be typed" if blank else "Text")
        self.out.setChecked(edit.left_out)
        self._filling = False

    @property
    def edit(self) -> RowEdit:
        """What the clerk has set; an unreadable date sets none and is told at its field."""
        looked = self._row
        if looked is None:
            return RowEdit()
        comment = looked.one.comment
        name = self._line(self.name).text()
        stances = {}
        for field in self.stances:
            box = self._box(field)
            number, code = int(box.property("question")), str(box.currentData())
            if code != str(comment.stances.get(number, "")):
                stances[number] = Stance(code) if code else None
        received, received_at = self._date(self._as_edited(looked))
        typed = self.text.toPlainText() if not self.text.isReadOnly() else ""
        time = str(self.times.currentData())
        return RowEdit(
            name=name if name != comment.name else None,
            text=typed if typed.strip() else None,
            received=received,
            received_at=received_at,
            timeliness=Timeliness(time) if time else None,
            stances=stances,
            left_out=self.out.isChecked(),
        )

    def _as_edited(self, looked: Looked) -> str:
        """Return the date that was read as it is edited; a day without a time of day is written without one."""
        written = write_when(looked.one.comment.received_at, self._hearing.zone)
        return written if ":" in looked.one.draft.received else written.removesuffix(_MIDNIGHT)

    def _date(self, before: str) -> tuple[str | None, str | None]:
        """Return the date as typed and its instant, both None where it is as it was read."""
        typed = self._line(self.received).text()
        if typed == before:
            return None, None
        try:
            at = read_when(typed, self._hearing.zone, int(self._hearing.date[:4]))
        except ValueError as fault:
            self.received.set_error(str(fault) or FORMS)
            return None, None
        self.received.set_hint(say_when(at, self._hearing.zone) if at else "Undated")
        return typed, at

    def _tell(self, *_news: object) -> None:
        if not self._filling and self._row is not None:
            self.edited.emit(self.edit)

    def _as_read(self) -> None:
        if self._row is not None:
            self.show_row(self._row, RowEdit())
            self.edited.emit(RowEdit())

    @staticmethod
    def _line(field: FieldRow) -> QLineEdit:
        assert isinstance(field.field, QLineEdit)
        return field.field

    @staticmethod
    def _box(field: FieldRow) -> QComboBox:
        assert isinstance(field.field, QComboBox)
        return field.field

    def first_stop(self, rows: Sequence[Looked]) -> QWidget:
        """Give the field at which one begins: the text where it is to be typed."""
        blank = bool(rows) and self._row is not None and not self.text.isReadOnly()
        return self.text if blank else self._line(self.name)
