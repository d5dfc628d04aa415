"""Back-entry of paper cards: number, name, position and Enter, then the next card; the number counts on."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from frhearing.desk.live import registering
from frhearing.model.errors import ClerkError
from frhearing.model.live.quick import read_line
from frhearing.model.live.signing import NewSlip
from frhearing.model.live.states import Wish
from frhearing.model.position import Stance
from frhearing.ui.dialogs.form_dialog import FormDialog
from frhearing.ui.live.record_forms import whole
from frhearing.ui.live.room import LiveRoom
from frhearing.ui.widgets import FieldRow, announce, label, row

_STANCES = {"": "–", "support": "S  Support", "oppose": "O  Oppose", "mixed": "M  Mixed", "neutral": "N  Neutral"}


class CardsForm(FormDialog):
    """Stays open from card to card; what was entered last is said below."""

    def __init__(self, room: LiveRoom, window: QWidget) -> None:
        super().__init__(window, "Enter cards by number", width=620)
        self._room = room
        self.number = FieldRow("Card", QLineEdit())
        self.name = FieldRow("Name, then anything else", QLineEdit(), "Ana Ruiz, resident, Block Club, remote")
        self.stance = FieldRow("Position", _box(_STANCES))
        wishes = {
            str(w): str(w).replace("_", " ").capitalize() for w in (Wish.SPEAK, Wish.REGISTER_ONLY, Wish.READ_BY_CLERK)
        }
        self.wish = FieldRow("Wish", _box(wishes))
        self.time = FieldRow("Handed in at (optional)", QLineEdit(), "By the hall clock, such as 6:05 PM")
        self.last = label("", "caption_plain", wrap=True)
        self.body.addLayout(row((self.number, 1), (self.name, 4)))
        self.body.addLayout(row((self.stance, 1), (self.wish, 1), (self.time, 1)))
        self.body.addWidget(self.last)
        self.save_button.set_text("Enter, next card")
        self.cancel_button.set_text("Done")
        self.add_buttons()
        self._next_number()

    def _next_number(self) -> None:
        field = self.number.field
        live = self._room.live
        if live is not None and isinstance(field, QLineEdit):
            field.setText(str(registering.next_number(live)))

    def first_stop(self) -> QWidget:
        """Begin with the name: the number counts on by itself."""
        return self.name.field

    def accept(self) -> None:
        """Take the card and wait for the next."""
        lines = [part.field for part in (self.number, self.name, self.time)]
        number, name, time = (field.text().strip() for field in lines if isinstance(field, QLineEdit))
        try:
            self._room.must(lambda live: registering.register(live, self._slip(number, name, time)))
        except ClerkError as refusal:
            self.name.set_error(str(refusal))
            self.name.field.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.last.setText(f"Card {number} entered: {name}")
        announce(self, self.last.text())
        for field in lines[1:]:
            if isinstance(field, QLineEdit):
                field.clear()
        self.name.set_error("")
        self._chosen(self.stance).setCurrentIndex(0)
        self._next_number()
        self.name.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _slip(self, number: str, name: str, time: str) -> NewSlip:
        made, _chips = read_line(name)
        if made is None:
            made = NewSlip(())
        stance = str(self._chosen(self.stance).currentData())
        wish = Wish(str(self._chosen(self.wish).currentData()))
        return replace(
            made,
            slip=whole(number, "a card") if number else None,
            stances={1: Stance(stance)} if stance else made.stances,
            wish=wish if wish is not Wish.SPEAK else made.wish,
            handed_in_at=time,
        )

    @staticmethod
    def _chosen(line: FieldRow) -> QComboBox:
        assert isinstance(line.field, QComboBox)
        return line.field


def _box(choices: dict[str, str]) -> QComboBox:
    box = QComboBox()
    for code, words in choices.items():
        box.addItem(words, code)
    return box


def open_cards(room: LiveRoom, window: QWidget) -> None:
    """Open the back-entry over the window."""
    CardsForm(room, window).open_over()
