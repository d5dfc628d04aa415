"""A form made from a list of what it asks; a refusal by the rules is told at its first field, nothing is lost."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget

from frhearing.desk.live.room import Live
from frhearing.model.errors import ClerkError
from frhearing.ui.dialogs.form_dialog import FormDialog
from frhearing.ui.live.room import LiveRoom
from frhearing.ui.theme import set_size
from frhearing.ui.widgets import FieldRow, label


@dataclass(frozen=True, slots=True)
class Ask:
    """One field: its name, its label, and choices (code, words) where it is one of a list; ``lines`` of a text."""

    name: str
    words: str
    hint: str = ""
    text: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    lines: int = 0


Take = Callable[[Live, Mapping[str, str]], object]


class LiveForm(FormDialog):
    """Does one step of the proceedings with what was filled in."""

    def __init__(
        self, room: LiveRoom, window: QWidget, heading: str, asks: Sequence[Ask], take: Take, sentence: str = ""
    ) -> None:
        super().__init__(window, heading, width=520)
        self._room, self._take = room, take
        self.rows = {ask.name: FieldRow(ask.words, field_of(ask), ask.hint) for ask in asks}
        if sentence:
            self.body.addWidget(label(sentence, "secondary", wrap=True))
        for line in self.rows.values():
            self.body.addWidget(line)
        self.add_buttons()

    def values(self) -> dict[str, str]:
        """Give what stands in the fields."""
        return {name: value_of(line.field) for name, line in self.rows.items()}

    def accept(self) -> None:
        """Do the step; a refusal keeps the form open."""
        first = next(iter(self.rows.values()))
        values = self.values()
        try:
            self._room.must(lambda live: self._take(live, values))
        except ClerkError as refusal:
            first.set_error(str(refusal))
            first.field.setFocus()
            return
        super().accept()


def field_of(ask: Ask) -> QWidget:
    """Give the widget for what is asked."""
    if ask.choices:
        box = QComboBox()
        for code, words in ask.choices:
            box.addItem(words, code)
        box.setCurrentIndex(max(0, box.findData(ask.text)))
        return box
    if ask.lines:
        edit = QPlainTextEdit(ask.text)
        edit.setTabChangesFocus(True)
        set_size(edit, height=14 + 18 * ask.lines)
        return edit
    return QLineEdit(ask.text)


def value_of(field: QWidget) -> str:
    """Give what stands in a field."""
    if isinstance(field, QComboBox):
        return str(field.currentData())
    if isinstance(field, QPlainTextEdit):
        return field.toPlainText().strip()
    assert isinstance(field, QLineEdit)
    return field.text().strip()
