"""Every rule of a hearing in one form: names and values as data, each checked before anything is saved."""

import json

from PySide6.QtWidgets import QLineEdit, QWidget

from frhearing.model.errors import ClerkError
from frhearing.model.rules import CHOICES, RuleSet, flat, with_rule
from frhearing.ui.dialogs.form_dialog import FormDialog, line_field, words_of
from frhearing.ui.pages.setup.rule_changes import is_held, put_rules
from frhearing.ui.session import Session
from frhearing.ui.widgets import FieldRow, label


class AllRulesForm(FormDialog):
    """One line a rule; what cannot be is said at its line and nothing is saved."""

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window, "All rules of this hearing", width=640)
        self._session = session
        hearing = session.hearing
        self._rules = hearing.rules if hearing is not None else RuleSet()
        words = "Times are seconds. Lists and names are written as {“Group”: 600}. Empty means no limit."
        self.body.addWidget(label(words, "secondary", wrap=True))
        self.by = line_field("Ordered by", "chair", "The hearing is held: the change goes into its log.")
        self.by.setVisible(is_held(session))
        self.body.addWidget(self.by)
        self.rows: dict[str, FieldRow] = {}
        for name, value in flat(self._rules).items():
            allowed = ", ".join(CHOICES.get(name, ()))
            self.rows[name] = FieldRow(_said(name), QLineEdit(_text(value)), allowed)
            self.body.addWidget(self.rows[name])
        self.add_buttons()

    def accept(self) -> None:
        """Check every rule, then save all that changed as one step."""
        hearing, rules = self._session.hearing, self._rules
        before = flat(rules)
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
        same = hearing is None or rules == self._rules
        if same or put_rules(self._session, rules, words_of(self.by)):
            super().accept()


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
