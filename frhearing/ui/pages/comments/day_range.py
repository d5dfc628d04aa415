"""Asks between which days comments were received."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QLineEdit, QWidget

from frhearing.model.filter import CommentFilter
from frhearing.ui.shell.overlay import Overlay
from frhearing.ui.widgets import FieldRow, PlainButton, PrimaryButton, fill, label, row

_HINT = "Year-month-day, such as 2026-02-25; may be empty"


class AskDays(Overlay):
    """Two fields for the first and the last day; ``show`` is called with the filter narrowed to them."""

    def __init__(self, window: QWidget, shown: CommentFilter, show: Callable[[CommentFilter], object]) -> None:
        super().__init__(window, "Received between", width=420)
        self._shown, self._show = shown, show
        self.first, self.last = QLineEdit(shown.first_day), QLineEdit(shown.last_day)
        self._rows = (FieldRow("First day", self.first, _HINT), FieldRow("Last day", self.last, _HINT))
        self.confirm = PrimaryButton("Show")
        cancel = PlainButton("Cancel")
        fill(self.body, (label("Received between", "h2"), *self._rows))
        self.body.addLayout(row(None, cancel, self.confirm))
        self.confirm.clicked.connect(self._confirm)
        for field in (self.first, self.last):
            field.returnPressed.connect(self._confirm)
        cancel.clicked.connect(self.reject)

    def _confirm(self) -> None:
        days = []
        for field, line in zip((self.first, self.last), self._rows, strict=True):
            typed = field.text().strip()
            fault = "" if not typed or _is_day(typed) else f"“{typed}” is not a day of the calendar."
            line.set_error(fault)
            if fault:
                field.setFocus()
                return
            days.append(typed)
        self._show(self._shown.but(first_day=days[0], last_day=days[1]))
        self.accept()


def _is_day(typed: str) -> bool:
    try:
        return date.fromisoformat(typed).isoformat() == typed
    except ValueError:
        return False
