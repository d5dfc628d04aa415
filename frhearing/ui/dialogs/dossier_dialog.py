"""The form for one entry of the dossier; each part asks for what its entries have."""

from dataclasses import replace
from typing import Final

from PySide6.QtWidgets import QCheckBox, QWidget

from frhearing.desk import dossiers
from frhearing.model.dossier import DossierEntry, DossierKind
from frhearing.ui.dialogs.form_dialog import FormDialog, line_field, words_of
from frhearing.ui.session import Session
from frhearing.ui.widgets import FieldRow, row

KIND_WORDS: Final = {
    DossierKind.BACKGROUND: "Background",
    DossierKind.WHY: "Why it matters",
    DossierKind.TIMELINE: "Timeline",
    DossierKind.PLAYER: "The players",
    DossierKind.QUOTE: "What they are saying (press)",
    DossierKind.NEXT: "What is next",
    DossierKind.TAKEAWAY: "The takeaway",
}

_SOURCE: Final = (("outlet", "Source or outlet"), ("published", "Published (year-month-day)"))
_FIELDS: Final[dict[DossierKind, tuple[tuple[str, str], ...]]] = {
    DossierKind.BACKGROUND: (("heading", "Heading"), ("text", "Text"), *_SOURCE),
    DossierKind.WHY: (("heading", "Heading"), ("text", "Text"), *_SOURCE),
    DossierKind.TIMELINE: (("date", "Date (year-month-day)"), ("text", "What happened"), *_SOURCE),
    DossierKind.PLAYER: (("heading", "Name"), ("role", "Role"), ("text", "Stated position"), *_SOURCE),
    DossierKind.QUOTE: (("text", "The quote"), ("attribution", "Said by"), *_SOURCE),
    DossierKind.NEXT: (
        ("heading", "What"),
        ("role", "Who does it"),
        ("date", "When, if known"),
        ("text", "In a sentence"),
        *_SOURCE,
    ),
    DossierKind.TAKEAWAY: (("heading", "Heading"), ("text", "Text, written by staff")),
}


class DossierDialog(FormDialog):
    """One entry, new or known; nothing is printed without its source where it has one."""

    def __init__(self, session: Session, window: QWidget, entry: DossierEntry) -> None:
        super().__init__(window, KIND_WORDS[entry.kind], width=640)
        self._session, self._entry = session, entry
        self.lines: dict[str, FieldRow] = {}
        for name, words in _FIELDS[entry.kind]:
            high = 5 if name == "text" else 0
            self.lines[name] = line_field(words, getattr(entry, name), lines=high)
        pair = [self.lines[name] for name, _words in _SOURCE if name in self.lines]
        for line in self.lines.values():
            if line not in pair:
                self.body.addWidget(line)
        if pair:
            self.body.addLayout(row(*((line, 1) for line in pair), gap=12))
        self.paraphrase = QCheckBox("In other words than the speaker's own (paraphrase)")
        self.paraphrase.setChecked(entry.paraphrase)
        self.paraphrase.setVisible(entry.kind is DossierKind.QUOTE)
        self.body.addWidget(self.paraphrase)
        self.remove_button.setVisible(bool(entry.id))
        self.remove_button.clicked.connect(self._remove)
        self.add_buttons()
        self.save_button.setEnabled(session.writable)

    def accept(self) -> None:
        """Save the entry and close."""
        first = next(iter(self.lines.values()))
        if self.attempt(first, self._save):
            super().accept()

    def _save(self) -> None:
        hearing_id = self._session.hearing_id
        if hearing_id is None:
            return
        words = {name: words_of(line) for name, line in self.lines.items()}
        entry = replace(self._entry, **words, paraphrase=self.paraphrase.isChecked())  # type: ignore[arg-type]
        _made, change = dossiers.save_entry(self._session.desk, hearing_id, entry)
        self._session.take(change)

    def _remove(self) -> None:
        entry_id = self._entry.id
        first = next(iter(self.lines.values()))
        if self.attempt(first, lambda: self._session.take(dossiers.remove_entry(self._session.desk, entry_id))):
            self.reject()
