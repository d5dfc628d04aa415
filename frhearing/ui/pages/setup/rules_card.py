"""The speaking rules of this hearing: its own snapshot, which later changes of the body's rules never reach."""

from dataclasses import replace
from typing import Final

from PySide6.QtWidgets import QCheckBox, QComboBox, QSpinBox

from frhearing.desk import hearings
from frhearing.model.hearing import Hearing
from frhearing.model.rules import ORDERS, RuleSet
from frhearing.ui.session import Session
from frhearing.ui.widgets import Card, FieldRow, label, row

_ORDER_WORDS: Final = {
    "first_come": "As signed in",
    "alternate_by_position": "Alternating by position",
    "remote_first": "Remote first",
    "in_person_first": "In person first",
    "chair": "As the chair calls",
}
_NAMES: Final = {"full": "Full names", "first_and_initial": "First name and initial", "number": "Number only"}


class RulesCard(Card):
    """Minutes, warnings, order: each change is saved at once."""

    def __init__(self, session: Session) -> None:
        super().__init__(title="Speaking rules")
        self._session = session
        self._rules = RuleSet()
        self.minutes = _numbers(1, 60, " minutes")
        self.warn = _numbers(5, 300, " seconds", step=5)
        self.interpreter = _numbers(1, 60, " minutes")
        self.order = QComboBox()
        for code in ORDERS:
            self.order.addItem(_ORDER_WORDS[code], code)
        self.names = QComboBox()
        for code, words in _NAMES.items():
            self.names.addItem(words, code)
        self.sound = QCheckBox("Play a soft sound at zero")
        self.over = QCheckBox("Count over-time up on the public screen")
        for line in (
            row(
                (FieldRow("Each speaker", self.minutes), 1),
                (FieldRow("Warn at", self.warn), 1),
                (FieldRow("With an interpreter", self.interpreter), 1),
                gap=12,
            ),
            row((FieldRow("Order", self.order), 1), (FieldRow("On the public screen", self.names), 1), gap=12),
            row(self.sound, self.over, None, gap=16),
        ):
            self.body.addLayout(line)
        self.body.addWidget(label("These are this hearing's own; another hearing keeps its own.", "caption", wrap=True))
        for spin in (self.minutes, self.warn, self.interpreter):
            spin.editingFinished.connect(self._save)
        for box in (self.order, self.names):
            box.activated.connect(self._save)
        for check in (self.sound, self.over):
            check.clicked.connect(self._save)

    def show_hearing(self, hearing: Hearing) -> None:
        """Show a hearing's rules."""
        rules = self._rules = hearing.rules
        self.minutes.setValue(round(rules.default_seconds / 60))
        self.warn.setValue(rules.warn_at_seconds[0] if rules.warn_at_seconds else 30)
        self.interpreter.setValue(round(rules.default_seconds * rules.interpreter_factor / 60))
        self.order.setCurrentIndex(max(0, self.order.findData(rules.order)))
        self.names.setCurrentIndex(max(0, self.names.findData(rules.names_on_screen)))
        self.sound.setChecked(rules.sound_at_zero)
        self.over.setChecked(rules.count_over_time)
        for field in (self.minutes, self.warn, self.interpreter, self.order, self.names, self.sound, self.over):
            field.setEnabled(self._session.writable)

    def _save(self) -> None:
        hearing = self._session.hearing
        if hearing is None:
            return
        wanted = self._wanted()
        if wanted != self._rules:
            self._rules = wanted
            self._session.write(lambda: hearings.set_rules(self._session.desk, hearing.id, wanted))

    def _wanted(self) -> RuleSet:
        """Give the rules as they stand in the fields; what was not touched keeps its exact seconds."""
        rules = self._rules
        if self.minutes.value() != round(rules.default_seconds / 60):
            rules = replace(rules, default_seconds=self.minutes.value() * 60)
        shown = round(self._rules.default_seconds * self._rules.interpreter_factor / 60)
        if self.interpreter.value() != shown:
            factor = self.interpreter.value() * 60 / rules.default_seconds
            rules = replace(rules, interpreter_factor=round(factor, 3))
        first = rules.warn_at_seconds[0] if rules.warn_at_seconds else 30
        if self.warn.value() != first:
            rules = replace(rules, warn_at_seconds=(self.warn.value(), *rules.warn_at_seconds[1:]))
        return replace(
            rules,
            order=self.order.currentData(),
            names_on_screen=self.names.currentData(),
            sound_at_zero=self.sound.isChecked(),
            count_over_time=self.over.isChecked(),
        )


def _numbers(least: int, most: int, unit: str, *, step: int = 1) -> QSpinBox:
    """Give a field for a whole number with its unit."""
    field = QSpinBox()
    field.setRange(least, most)
    field.setSingleStep(step)
    field.setSuffix(unit)
    field.lineEdit().setTextMargins(6, 0, 0, 0)  # the style sheet's padding does not reach the inner line
    return field
