"""The hearing itself: title, file, body, date, place; and, folded away, what the caption prints beside it."""

from collections.abc import Callable

from frhearing.desk import hearings
from frhearing.model.change import Change
from frhearing.model.hearing import Hearing
from frhearing.ui.days import day_words, parse_day
from frhearing.ui.pages.setup.saved_field import SavedField
from frhearing.ui.session import Session
from frhearing.ui.widgets import Card, QuietButton, row

_MORE = ("mode", "authority", "notice", "attendance", "note")


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
            return hearings.update_hearing(self._session.desk, hearing.id, **{name: words})

        return save

    def _lay_out(self) -> None:
        field = self.fields
        for line in (
            row((field["title"], 3), (field["file_number"], 2), gap=12),
            row((field["body"], 3), (field["jurisdiction"], 2), gap=12),
            row((field["date"], 2), (field["starts"], 2), (field["place"], 4), gap=12),
            row((field["presiding_officer"], 1), (field["clerk_name"], 1), (field["clerk_title"], 1), gap=12),
            row((field["mode"], 1), (field["authority"], 2), gap=12),
        ):
            self.body.addLayout(line)
        for name in ("notice", "attendance", "note"):
            self.body.addWidget(field[name])
        self._folded = [field[name] for name in (*_MORE, "presiding_officer", "clerk_name", "clerk_title")]

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
        }
        for name, line in self.fields.items():
            line.show_words(values.get(name, getattr(hearing, name, "")), f"{hearing.uid.hex()}.{name}")
            line.lock(not self._session.writable)
