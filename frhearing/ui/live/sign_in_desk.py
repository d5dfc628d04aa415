"""The sign-in desk for the door: one person at a time, large fields, nobody else's entry in sight."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLineEdit, QWidget

from frhearing.desk import codebook
from frhearing.desk.live import registering
from frhearing.model.errors import ClerkError
from frhearing.model.live.signing import NewSlip
from frhearing.model.live.states import Mode, Wish
from frhearing.model.position import Stance
from frhearing.ui.live.room import LiveRoom
from frhearing.ui.shell.overlay import Overlay
from frhearing.ui.tables.plain import plain
from frhearing.ui.theme import set_size, theme
from frhearing.ui.widgets import (
    FieldRow,
    IconButton,
    KeyCap,
    Pill,
    PlainButton,
    PrimaryButton,
    announce,
    column,
    label,
    row,
)
from frhearing.ui.widgets.choices import StanceButton

IDLE_MS: Final = 60_000
"""What was typed and left standing is cleared, so that the next person does not read it."""
_RESIDENCIES: Final[Mapping[str, str]] = {
    "resident": "Resident",
    "property_owner": "Property owner",
    "business": "Business",
    "works_here": "I work here",
    "non_resident": "Visitor",
    "not_stated": "Not stated",
}
_LANGUAGES: Final = ("", "Spanish", "Hmong", "Somali", "ASL")
_STANCES: Final = ("support", "oppose", "neutral", "mixed")
_WISHES: Final = {
    Wish.SPEAK: "I wish to speak",
    Wish.REGISTER_ONLY: "Recorded, not to speak",
    Wish.ANSWER_QUESTIONS: "Only to answer questions",
}


class SignInDesk(Overlay):
    """Enter signs the person in and waits for the next."""

    def __init__(self, room: LiveRoom, window: QWidget) -> None:
        super().__init__(window, "Sign-in desk", width=820)
        self._room = room
        self.number = Pill("")
        self.thanks = label("", "strong", wrap=True)
        self.name = FieldRow("Name, as it should be in the record", _large(QLineEdit()))
        self.organization = FieldRow("Organization", _large(QLineEdit()))
        self.capacity = FieldRow("Speaking as", _large(QLineEdit()))
        self.read_by = FieldRow("Read by, if not by you", _large(QLineEdit()))
        self.needs = FieldRow("Anything you need to take part", _large(QLineEdit()))
        self._optional = (self.organization, self.capacity, self.read_by, self.needs)
        self.residency = FieldRow("I am here as", _large(_box(_RESIDENCIES)))
        groups = {"": "–"} | {g.name: plain(g.name) for g in codebook.list_groups(room.session.desk)}
        self.group = FieldRow("For", _large(_box(groups)))
        self.language = FieldRow("Interpreter", _large(_box({code: code or "None needed" for code in _LANGUAGES})))
        _choice(self.language).setEditable(True)  # any language can be typed
        _choice(self.language).setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.wish = FieldRow("Wish", _large(_box({str(w): words for w, words in _WISHES.items()})))
        self.stances = {code: StanceButton(code, "") for code in _STANCES}
        self.remote = QCheckBox("I take part remotely")
        self.early = QCheckBox("I must leave early")
        self.clear_button = PlainButton("Clear")
        self.sign_button = PrimaryButton("Sign in, next person", "user-plus")
        self.sign_button.setDefault(True)
        self._build()
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.setInterval(IDLE_MS)
        self._idle.timeout.connect(self.clear)
        self.clear_button.clicked.connect(self.clear)
        self.sign_button.clicked.connect(self.accept)
        app = QApplication.instance()
        if app is not None:
            app.installEventFilter(self)
        self.clear()

    def _build(self) -> None:
        close = IconButton("x", "Leave the sign-in desk")
        close.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        close.clicked.connect(self.reject)
        self.body.addLayout(row(label("Sign-in desk", "h1"), None, self.number, close))
        self.body.addWidget(label("For the table at the door. Shows no one else's entry.", "secondary"))
        self.body.addWidget(self.thanks)
        self.body.addLayout(row((self.name, 3), (self.organization, 2), gap=12))
        self.body.addLayout(row((self.residency, 1), (self.group, 1), (self.capacity, 1), gap=12))
        self.body.addLayout(row((self.language, 1), (self.wish, 1), (self.read_by, 1), gap=12))
        hearing = self._room.session.hearing
        question = hearing.question(1) if hearing is not None else None
        if question is not None:
            self.body.addWidget(label("Position on the question (optional, can be changed later)", "field"))
            self.body.addWidget(label(plain(question.text), "secondary", wrap=True))
            for button in self.stances.values():
                button.setAutoExclusive(False)
                button.clicked.connect(self._only_one)
            self.body.addLayout(row(*((button, 1) for button in self.stances.values())))
        self.body.addLayout(row((self.needs, 1), column(None, row(self.remote, self.early, gap=16), gap=0), gap=16))
        self.body.addLayout(row(None, self.clear_button, self.sign_button, KeyCap("Enter")))

    def _only_one(self) -> None:
        """Let the pressed position stand alone; pressing it again takes it off."""
        pressed = self.sender()
        for button in self.stances.values():
            if button is not pressed:
                button.setChecked(False)

    def first_stop(self) -> QWidget:
        """Begin with the name."""
        return self.name.field

    def clear(self) -> None:
        """Empty all fields for the next person."""
        for line in (self.name, *self._optional):
            _line(line).clear()
            line.set_error("")
        for choice in (self.residency, self.group, self.language, self.wish):
            _choice(choice).setCurrentIndex(0)
        for button in (*self.stances.values(), self.remote, self.early):
            button.setChecked(False)
        self.thanks.hide()
        live = self._room.live
        self.number.show_state(f"Slip {registering.next_number(live)}" if live is not None else "")
        for line in self._optional:
            _line(line).setPlaceholderText("Optional")
        self.name.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def new_slip(self) -> NewSlip:
        """Give what was filled in."""
        stance = next((code for code, button in self.stances.items() if button.isChecked()), "")
        names = tuple(part.strip() for part in _line(self.name).text().split("&") if part.strip())
        return NewSlip(
            names=names,
            stances={1: Stance(stance)} if stance else {},
            group=str(_choice(self.group).currentData()),
            organization=_line(self.organization).text().strip(),
            capacity=_line(self.capacity).text().strip(),
            accommodation=_line(self.needs).text().strip(),
            wish=self._wish(),
            read_by=_line(self.read_by).text().strip(),
            mode=Mode.REMOTE if self.remote.isChecked() else Mode.IN_PERSON,
            interpreter=self._language(),
            residency=str(_choice(self.residency).currentData()),
            early_leave="schedule" if self.early.isChecked() else "",
        )

    def _language(self) -> str:
        """Give the interpreter's language, one of the list or what was typed."""
        box = _choice(self.language)
        typed = box.currentText().strip()
        known = box.findText(typed, Qt.MatchFlag.MatchFixedString)
        return str(box.itemData(known)) if known >= 0 else typed

    def _wish(self) -> Wish:
        """Give what the person asks for; a statement that somebody else reads is a wish of its own."""
        wish = Wish(str(_choice(self.wish).currentData()))
        read = bool(_line(self.read_by).text().strip())
        return Wish.READ_BY_PROXY if read and wish is Wish.SPEAK else wish

    def accept(self) -> None:
        """Sign in; what the rules forbid is said at the name, and nothing typed is lost."""
        slip = self.new_slip()
        try:
            self._room.must(lambda live: registering.register(live, slip))
        except ClerkError as refusal:
            self.name.set_error(str(refusal))
            self.name.field.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        words = f"Thank you. {self.number.text()} is signed in."
        self.clear()
        self.thanks.setText(words)
        self.thanks.show()
        announce(self, words)

    def done(self, result: int) -> None:
        """Stop watching the keys when the desk is left."""
        app = QApplication.instance()
        if app is not None:
            app.removeEventFilter(self)
        self._idle.stop()
        super().done(result)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Count the idle minute from the last key or click."""
        if event.type() in (QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress) and self.isVisible():
            self._idle.start()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Hide the window behind: nobody at the door reads who signed in."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.color("bg"))
        painter.end()


def _large(field: QWidget) -> QWidget:
    """Make a field as large as a hand at a door wants it."""
    field.setProperty("large", "true")
    set_size(field, min_height=40)
    return field


def _box(choices: Mapping[str, str]) -> QComboBox:
    box = QComboBox()
    for code, words in choices.items():
        box.addItem(words, code)
    return box


def _line(line: FieldRow) -> QLineEdit:
    assert isinstance(line.field, QLineEdit)
    return line.field


def _choice(line: FieldRow) -> QComboBox:
    assert isinstance(line.field, QComboBox)
    return line.field
