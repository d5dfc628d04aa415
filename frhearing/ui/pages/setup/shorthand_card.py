"""The office's abbreviations: written out in the log while the clerk types."""

from frhearing.desk.live import shorthand
from frhearing.model.change import Change
from frhearing.model.hearing import Hearing
from frhearing.ui.pages.setup.saved_field import SavedField
from frhearing.ui.session import Session
from frhearing.ui.widgets import Card, label


class ShorthandCard(Card):
    """One a line, for every hearing of the office; saved when the field is left."""

    def __init__(self, session: Session) -> None:
        super().__init__(title="Abbreviations for the log", gap=6)
        self._session = session
        self.lines = SavedField(session, "One a line", self._save, lines=4, hint="FPC = Fire and Police Commission")
        self.body.addWidget(
            label("Written out while you type a note in Live. They belong to the office.", "caption", wrap=True)
        )
        self.body.addWidget(self.lines)

    def show_hearing(self, _hearing: Hearing) -> None:
        """Show the office's abbreviations, which are the same for every hearing."""
        desk = self._session.desk
        self.lines.show_words(self._session.read(lambda: shorthand.listed(desk)) or "", "office-abbreviations")
        self.lines.lock(desk.read_only)

    def _save(self, lines: str) -> Change | None:
        return shorthand.set_abbreviations(self._session.desk, lines)
