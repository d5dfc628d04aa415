"""The form of a petition: who sponsors it, what it asks, and its signatures, which are never comments."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QWidget

from frhearing.desk import petitions
from frhearing.model.comment import SPOKEN, Channel, Comment, NewComment
from frhearing.model.counted import counted
from frhearing.model.letters import Petition, Signatures
from frhearing.ui.dialogs.form_dialog import FormDialog, line_field, words_of
from frhearing.ui.pages.comments.when_words import read_when
from frhearing.ui.session import Session
from frhearing.ui.tables.plain import plain
from frhearing.ui.tables.shown_row import CHANNEL_WORDS
from frhearing.ui.theme import set_spacing
from frhearing.ui.widgets import FieldRow, label, row

_RULE: Final = "The sponsor's letter is one comment on the record. Signatures are counted apart and are never comments."
_NUMBERS: Final = (
    ("claimed", "Signatures claimed", "As the sponsor says"),
    ("counted", "Signatures counted", "All on the sheets"),
    ("duplicates", "Duplicates found", "Of those counted"),
    ("unreadable", "Unreadable", "Of those counted"),
    ("outside", "Outside the jurisdiction", "Of those counted"),
)


class PetitionDialog(FormDialog):
    """A new petition, a comment on the record that turns out to be one, or a petition that is known already."""

    def __init__(self, session: Session, window: QWidget, comment: Comment | None = None) -> None:
        known = petitions.petition_of(session.desk, comment.id) if comment is not None else None
        super().__init__(window, f"Petition No. {comment.number}" if comment else "New petition", width=680)
        self._session, self._comment, self._known = session, comment, known
        self.body.addWidget(label(_RULE, "secondary", wrap=True))
        sponsor = known.sponsor if known else (comment.organization or comment.name) if comment else ""
        self.sponsor = line_field("Sponsor", plain(sponsor), "The person or organization whose petition it is")
        self.organization = line_field("Organization", "", "If a person sponsors it for one")
        self.text = line_field("What the petition asks", "", lines=5)
        self.channel = QComboBox()
        self.when = line_field("Received", "", "Such as Feb 25, 4:12 PM. Left empty: undated")
        self.numbers = {name: line_field(words, "", hint) for name, words, hint in _NUMBERS}
        self.counted_by = line_field("Counted by", "", "Who counted, if anybody did")
        self.remaining = label("", "secondary", wrap=True)
        self._build()
        self._fill(known.signatures if known else Signatures())

    def _build(self) -> None:
        self.channel.setAccessibleName("How it came")
        for channel in Channel:
            if channel not in SPOKEN:
                self.channel.addItem(CHANNEL_WORDS[channel], str(channel))
        self.channel.setCurrentIndex(self.channel.findData(str(Channel.HAND_DELIVERED)))
        if self._comment is None:
            self.body.addLayout(row((self.sponsor, 1), (self.organization, 1), gap=12))
            self.body.addWidget(self.text)
            self.body.addLayout(row((FieldRow("How it came", self.channel), 1), (self.when, 1), gap=12))
        else:
            self.body.addWidget(self.sponsor)
        grid = QGridLayout()
        set_spacing(grid, (0, 0, 0, 0), 10)
        for place, field in enumerate((*self.numbers.values(), self.counted_by)):
            grid.addWidget(field, place // 3, place % 3)
        self.body.addLayout(grid)
        self.body.addWidget(self.remaining)
        self.remove_button.set_text("Not a petition")
        self.remove_button.clicked.connect(self._remove)
        self.add_buttons()
        self.remove_button.setVisible(self._known is not None)
        self.save_button.setEnabled(self._session.writable)
        self.remove_button.setEnabled(self._session.writable)
        for line in self._lines.values():
            line.textChanged.connect(self._say_remaining)

    @property
    def _lines(self) -> Mapping[str, QLineEdit]:
        """The fields of the numbers, by their names."""
        return {name: row.field for name, row in self.numbers.items() if isinstance(row.field, QLineEdit)}

    def _fill(self, signatures: Signatures) -> None:
        """Show what is known of the signatures."""
        for name, line in self._lines.items():
            number = getattr(signatures, name)
            line.setText("" if number is None else f"{number:,}")
        by = self.counted_by.field
        if isinstance(by, QLineEdit):
            by.setText(signatures.counted_by)
        self._say_remaining()

    def _say_remaining(self) -> None:
        """Say what is left of the signatures counted while numbers are typed; what cannot be read says nothing."""
        try:
            left = self._signatures().remaining
        except ValueError:
            left = None
        remain = "" if left is None else f"{counted(left, 'signature')} remain{'s' if left == 1 else ''}"
        self.remaining.setText("Too many found" if left is not None and left < 0 else remain)

    def _signatures(self) -> Signatures:
        """Return the numbers as they stand in the fields. Raises ValueError for what is no number."""
        typed = {name: _number(line.text()) for name, line in self._lines.items()}
        return Signatures(**typed, counted_by=words_of(self.counted_by))

    def accept(self) -> None:
        """Save the petition and close; what cannot be read is told at its field."""
        for field in self._fields():
            field.set_error("")
        if not self._readable():
            return
        if self.attempt(self._to_blame(), self._save):
            super().accept()

    def _to_blame(self) -> FieldRow:
        """Return the field that a refusal will be about."""
        if not words_of(self.sponsor):
            return self.sponsor
        return self.text if self._comment is None and not words_of(self.text) else self.numbers["counted"]

    def _fields(self) -> tuple[FieldRow, ...]:
        return (self.sponsor, self.text, self.when, *self.numbers.values())

    def _readable(self) -> bool:
        """Tell whether numbers and day can be read; the first that cannot gets the focus and says why."""
        for name, line in self._lines.items():
            try:
                _number(line.text())
            except ValueError:
                self.numbers[name].set_error("Write a number, or leave it empty")
                line.setFocus()
                return False
        try:
            self._received()
        except ValueError as fault:
            self.when.set_error(str(fault))
            self.when.field.setFocus()
            return False
        return True

    def _received(self) -> str | None:
        """Return when it was received as UTC text, None for undated. Raises ValueError with a sentence."""
        hearing = self._session.hearing
        return read_when(words_of(self.when), hearing.zone, int(hearing.date[:4] or 0)) if hearing else None

    def _save(self) -> None:
        desk, hearing_id, signatures = self._session.desk, self._session.hearing_id, self._signatures()
        if hearing_id is None:
            return
        if self._known is not None:
            change = petitions.correct_petition(
                desk, self._known.id, sponsor=words_of(self.sponsor), signatures=signatures
            )
        elif self._comment is not None:
            _made, change = petitions.make_petition(
                desk, self._comment.id, sponsor=words_of(self.sponsor), signatures=signatures
            )
        else:
            _made, change = petitions.record_petition(desk, hearing_id, self._new(), signatures)
        self._session.take(change)

    def _new(self) -> NewComment:
        """Return the letter of a new petition."""
        return NewComment(
            text=words_of(self.text),
            name=words_of(self.sponsor),
            organization=words_of(self.organization),
            channel=Channel(self.channel.currentData()),
            received_at=self._received(),
        )

    def _remove(self) -> None:
        known: Petition | None = self._known
        if known is not None and self.attempt(
            self.sponsor, lambda: self._session.take(petitions.not_a_petition(self._session.desk, known.id))
        ):
            self.reject()


def _number(typed: str) -> int | None:
    """Return a number as people write it, such as 1,240; None for nothing. Raises ValueError."""
    digits = typed.strip().replace(",", "").replace(" ", "").replace("\u00a0", "")
    if not digits:
        return None
    if not digits.isascii() or not digits.isdigit():
        raise ValueError(typed)
    return int(digits)
