"""Every rule of a hearing in one form: names and values as data, each checked before anything is saved."""

import json
from dataclasses import asdict

from PySide6.QtWidgets import QLineEdit, QWidget

from frhearing.desk import hearings
from frhearing.model.errors import ClerkError
from frhearing.model.rules import CHOICES, RuleSet, with_rule
from frhearing.ui.dialogs.form_dialog import FormDialog
from frhearing.ui.session import Session
from frhearing.ui.widgets import FieldRow, label

_LEFT_OUT = frozenset({"preset"})


class AllRulesForm(FormDialog):
    """One line a rule; what cannot be is said at its line and nothing is saved."""

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window, "All rules of this hearing", width=640)
        self._session = session
        hearing = session.hearing
        self._rules = hearing.rules if hearing is not None else RuleSet()
        words = "Times are seconds. Lists and names are written as {“Group”: 600}. Empty means no limit."
        self.body.addWidget(label(words, "secondary", wrap=True))
        self.rows: dict[str, FieldRow] = {}
        for name, value in _flat(self._rules).items():
            allowed = ", ".join(CHOICES.get(name, ()))
            self.rows[name] = FieldRow(_said(name), QLineEdit(_text(value)), allowed)
            self.body.addWidget(self.rows[name])
        self.add_buttons()

    def accept(self) -> None:
        """Check every rule, then save all that changed as one step."""
        hearing, rules = self._session.hearing, self._rules
        before = _flat(rules)
        for name, line in self.rows.items():
            line.set_error("")
            text = line.field.text().strip() if isinstance(line.field, QLineEdit) else ""
            if text == _text(before[name]):
                continue
            try:
                rules = with_rule(rules, name, _value(text, before[name]))
            except ClerkError as refusal:
                line.set_error(str(refusal))
                line.field.setFocus()
                return
        if hearing is not None and rules != self._rules:
            self._session.write(lambda: hearings.set_rules(self._session.desk, hearing.id, rules))
        super().accept()


def _flat(rules: RuleSet) -> dict[str, object]:
    """Give the rules by name, those with parts as ``ceding.allowed``."""
    parts = ("ceding", "per_person_cap", "read_aloud")
    found: dict[str, object] = {}
    for name, value in asdict(rules).items():
        if name in parts:
            found |= {f"{name}.{part}": held for part, held in value.items()}
        elif name not in _LEFT_OUT:
            found[name] = value
    return found


def _said(name: str) -> str:
    return name.replace(".", ", ").replace("_", " ").capitalize()


def _text(value: object) -> str:
    """Write a value as the clerk edits it."""
    if isinstance(value, str):
        return value
    return "" if value is None else json.dumps(value, ensure_ascii=False)


def _value(text: str, before: object) -> object:
    """Read a value; words stay words where the rule holds words."""
    if isinstance(before, str):
        return text
    if not text:
        return None
    try:
        return json.loads({"yes": "true", "no": "false"}.get(text.casefold(), text))
    except ValueError:
        return text
