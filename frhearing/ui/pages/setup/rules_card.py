"""The speaking rules of this hearing: its own snapshot, which later changes of the body's rules never reach."""

from typing import Final

from PySide6.QtWidgets import QCheckBox, QComboBox, QSpinBox

from frhearing.model.hearing import Hearing
from frhearing.model.live.presets import PRESETS, preset
from frhearing.model.rules import ALL_ORDERS, RuleSet
from frhearing.ui.dialogs.form_dialog import line_field, words_of
from frhearing.ui.pages.setup.all_rules import AllRulesForm
from frhearing.ui.pages.setup.rule_changes import is_held, put_rules
from frhearing.ui.session import Session
from frhearing.ui.widgets import Card, FieldRow, QuietButton, label, row

_ORDER_WORDS: Final = {
    "first_come": "As signed in",
    "alternate_by_position": "Alternating by position",
    "remote_first": "Remote first",
    "in_person_first": "In person first",
    "chair": "As the chair calls",
    "agenda_order": "By agenda item",
    "residents_first": "Residents first",
    "first_time_first": "Those not heard yet first",
    "early_leavers_first": "Those who must leave first",
    "lottery": "By lot",
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
        for code in ALL_ORDERS:
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
        self._add_preset()
        self.by = line_field("Ordered by", "chair", "The hearing is held: a change goes into its log.")
        self.body.addWidget(self.by)
        self.body.addWidget(label("These are this hearing's own; another hearing keeps its own.", "caption", wrap=True))
        for spin in (self.minutes, self.warn, self.interpreter):
            spin.editingFinished.connect(self._save)
        for box in (self.order, self.names):
            box.activated.connect(self._save)
        for check in (self.sound, self.over):
            check.clicked.connect(self._save)

    def _add_preset(self) -> None:
        """Add the rules of real places, with their source, and the way to every rule."""
        self.preset = QComboBox()
        self.preset.addItem("Own rules", "")
        for known in PRESETS:
            self.preset.addItem(known.place, known.code)
        for box in (self.order, self.names, self.preset):  # long words must not widen the page
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(12)
        self.source = label("", "caption", wrap=True)
        self.all_rules = QuietButton("All rules…", "sliders-horizontal")
        self.all_rules.clicked.connect(self._open_all)
        self.preset.activated.connect(self._take_preset)
        self.body.addLayout(row((FieldRow("Rules of a place, to begin with", self.preset), 1), self.all_rules, gap=12))
        self.body.addWidget(self.source)

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
        self._show_preset(rules)
        self.by.setVisible(is_held(self._session))
        fields = (self.minutes, self.warn, self.interpreter, self.order, self.names, self.sound, self.over)
        for field in (*fields, self.preset, self.all_rules):
            field.setEnabled(self._session.writable)

    def _show_preset(self, rules: RuleSet) -> None:
        """Name the place the rules were taken from, with the line that says so."""
        self.preset.setCurrentIndex(max(0, self.preset.findData(rules.preset)))
        known = next((p for p in PRESETS if p.code == rules.preset), None)
        self.source.setText(f"Source: {known.place}: {known.source}. Check them with your own body." if known else "")
        self.source.setVisible(known is not None)

    def _take_preset(self) -> None:
        """Take the rules of a place; Ctrl+Z takes them back."""
        code = str(self.preset.currentData())
        wanted = preset(code) if code else self._rules._replace(preset="")
        self._put(wanted)

    def _open_all(self) -> None:
        AllRulesForm(self._session, self.window()).open_over()

    def _save(self) -> None:
        self._put(self._wanted())

    def _put(self, wanted: RuleSet) -> None:
        hearing = self._session.hearing
        if hearing is not None and wanted != self._rules:
            before, self._rules = self._rules, wanted
            if not put_rules(self._session, wanted, words_of(self.by)):
                self._rules = before
                self.show_hearing(hearing)

    def _wanted(self) -> RuleSet:
        """Give the rules as they stand in the fields; what was not touched keeps its exact seconds."""
        rules = self._rules
        if self.minutes.value() != round(rules.default_seconds / 60):
            rules = rules._replace(default_seconds=self.minutes.value() * 60)
        shown = round(self._rules.default_seconds * self._rules.interpreter_factor / 60)
        if self.interpreter.value() != shown:
            factor = self.interpreter.value() * 60 / rules.default_seconds
            rules = rules._replace(interpreter_factor=round(factor, 3))
        first = rules.warn_at_seconds[0] if rules.warn_at_seconds else 30
        if self.warn.value() != first:
            rules = rules._replace(warn_at_seconds=(self.warn.value(), *rules.warn_at_seconds[1:]))
        return rules._replace(
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
