"""The hearing itself: title, file, body, date, place; and, folded away, what the caption prints beside it."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from frhearing.desk import hearings
from frhearing.model.change import Change
from frhearing.model.hearing import Hearing
from frhearing.ui.days import day_words, parse_day
from frhearing.ui.pages.setup.saved_field import SavedField
from frhearing.ui.session import Session
from frhearing.ui.theme import dress, wear
from frhearing.ui.widgets import Card, QuietButton, row

_MORE = ("mode", "zone", "authority", "notice", "attendance", "note")
_MODES: Final = {"in_person": "In person", "remote": "Remotely", "hybrid": "In person and remotely"}
_ZONES: Final = (
    "America/New_York",
    "America/Chicago",
    "America/Denver",
    "America/Phoenix",
    "America/Los_Angeles",
    "America/Anchorage",
    "Pacific/Honolulu",
    "America/Puerto_Rico",
)
"""Offered while a zone is typed; any other that is known can be typed too."""


class HearingCard(Card):
    """The form of a hearing; each field saves itself when it is left."""

    def __init__(self, session: Session) -> None:
        self._more_button = QuietButton("More for the caption", "chevron-down")
        super().__init__(title="The hearing", beside=(self._more_button,))
        self._session = session
        make = self._field
        self.fields = {
            "title": make("title", "Short title"),
            "file_number": make("file_number", "File number"),
            "body": make("body", "Body"),
            "jurisdiction": make("jurisdiction", "Jurisdiction"),
            "date": make("date", "Date"),
            "starts": make("starts", "Begins (24 hours)"),
            "place": make("place", "Place"),
            "presiding_officer": make("presiding_officer", "Presiding"),
            "clerk_name": make("clerk_name", "Clerk"),
            "clerk_title": make("clerk_title", "Title of the clerk"),
            "mode": make("mode", "Held"),
            "zone": make("zone", "Time zone"),
            "authority": make("authority", "Legal authority"),
            "notice": make("notice", "Notice given", lines=2),
            "attendance": make("attendance", "Attendance and roll", lines=2),
            "note": make("note", "Note on the record", lines=2),
        }
        self._lay_out()
        self._more_button.clicked.connect(self._toggle)
        self.show_more(False)

    def _field(self, name: str, text: str, *, lines: int = 0) -> SavedField:
        return SavedField(self._session, text, self._saver(name), lines=lines)

    def _saver(self, name: str) -> Callable[[str], Change | None]:
        def save(words: str) -> Change | None:
            hearing = self._session.hearing
            if hearing is None:
                return None
            day = parse_day(words) if name == "date" else None
            words = day.isoformat() if day else words
            if name == "mode":
                words = next((code for code, said in _MODES.items() if said.lower() == words.strip().lower()), words)
            return hearings.update_hearing(self._session.desk, hearing.id, **{name: words})

        return save

    def _lay_out(self) -> None:
        field = self.fields
        for line in (
            row((field["title"], 3), (field["file_number"], 2), gap=12),
            row((field["body"], 3), (field["jurisdiction"], 2), gap=12),
            row((field["date"], 2), (field["starts"], 2), (field["place"], 4), gap=12),
            row((field["presiding_officer"], 1), (field["clerk_name"], 1), (field["clerk_title"], 1), gap=12),
            row((field["mode"], 1), (field["zone"], 1), (field["authority"], 1), gap=12),
        ):
            self.body.addLayout(line)
        for name, offered in (("mode", tuple(_MODES.values())), ("zone", _ZONES)):
            self._offer(field[name].field, offered)
        # What a new hearing needs comes before what may be unfolded, for the keys too.
        self.setTabOrder(field["place"].field, self._more_button)
        self.setTabOrder(self._more_button, field["presiding_officer"].field)
        for name in ("notice", "attendance", "note"):
            self.body.addWidget(field[name])
        self._folded = [field[name] for name in (*_MORE, "presiding_officer", "clerk_name", "clerk_title")]

    @staticmethod
    def _offer(edit: QWidget, words: Sequence[str]) -> None:
        """Offer words while one types; others can be typed too."""
        assert isinstance(edit, QLineEdit)
        completer = QCompleter(words, edit)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        offered = completer.popup()
        if offered is not None:
            wear(offered)  # a window of its own
            dress(offered)
        edit.setCompleter(completer)

    def _toggle(self) -> None:
        self.show_more(not self._folded[0].isVisibleTo(self))

    def show_more(self, shown: bool) -> None:
        """Unfold or fold what the caption prints beside the seven things."""
        for line in self._folded:
            line.setVisible(shown)
        self._more_button.set_text("Less" if shown else "More for the caption")

    def show_hearing(self, hearing: Hearing) -> None:
        """Show a hearing's fields."""
        body = hearing.body
        values = {
            "body": body.name,
            "jurisdiction": body.jurisdiction,
            "presiding_officer": body.presiding_officer,
            "clerk_name": body.clerk_name,
            "clerk_title": body.clerk_title,
            "date": day_words(hearing.date),
            "mode": _MODES.get(hearing.mode, hearing.mode),
        }
        for name, line in self.fields.items():
            line.show_words(values.get(name, getattr(hearing, name, "")), f"{hearing.uid.hex()}.{name}")
            line.lock(not self._session.writable)
