"""Asks for one line of words inside the window: a reason, the name of a view."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from frhearing.ui.shell.overlay import Overlay
from frhearing.ui.widgets.buttons import PlainButton, PrimaryButton
from frhearing.ui.widgets.fields import FieldRow
from frhearing.ui.widgets.labels import label
from frhearing.ui.widgets.layouts import fill, row

Take = Callable[[str], str]
"""Takes the words that were typed; returns a sentence when they cannot be taken, or nothing."""


class AskLine(Overlay):
    """A question with one field. It stays open, with the reason below the field, until the words are taken."""

    def __init__(
        self, window: QWidget, title: str, sentence: str, field: str, button: str, take: Take, text: str = ""
    ) -> None:
        super().__init__(window, title, width=460)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._take = take
        self.line = QLineEdit(text)
        self.row = FieldRow(field, self.line)
        self.confirm = PrimaryButton(button)
        cancel = PlainButton("Cancel")
        fill(
            self.body,
            (label(title, "h2", wrap=True), label(sentence, "secondary", wrap=True), self.row),
        )
        self.body.addLayout(row(None, cancel, self.confirm))
        self.confirm.clicked.connect(self._confirm)
        self.line.returnPressed.connect(self._confirm)
        cancel.clicked.connect(self.reject)

    def _confirm(self) -> None:
        fault = self._take(self.line.text().strip())
        self.row.set_error(fault)
        if not fault:
            self.accept()
