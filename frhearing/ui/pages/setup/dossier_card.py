"""The dossier: what staff write around the comments. Printed when present, in the order of its parts."""

from typing import Final

from PySide6.QtWidgets import QMenu

from frhearing.desk import dossiers
from frhearing.model.dossier import DossierEntry, DossierKind
from frhearing.model.hearing import Hearing
from frhearing.ui.dialogs.dossier_dialog import KIND_WORDS, DossierDialog
from frhearing.ui.pages.setup.codebook_cards import place_among
from frhearing.ui.pages.setup.ordered_list import Entry, OrderedList
from frhearing.ui.session import Session
from frhearing.ui.theme import icon
from frhearing.ui.widgets import Card, QuietButton, label

_ICONS: Final = {
    DossierKind.BACKGROUND: "book-open",
    DossierKind.WHY: "lightbulb",
    DossierKind.TIMELINE: "calendar-days",
    DossierKind.PLAYER: "users",
    DossierKind.QUOTE: "newspaper",
    DossierKind.NEXT: "arrow-right",
    DossierKind.TAKEAWAY: "pencil",
}


def line_words(entry: DossierEntry) -> str:
    """Give an entry in one line."""
    head = " · ".join(part for part in (entry.date, entry.heading, entry.role) if part)
    text = " ".join(entry.text.split())
    if entry.kind is DossierKind.QUOTE:
        text = f"“{text}” {entry.attribution}".strip()
    return f"{head}: {text}" if head and text else head or text


class DossierCard(Card):
    """All entries under the headings of their parts; each part has its own order."""

    def __init__(self, session: Session) -> None:
        self.add = QuietButton("Add", "plus", name="Add to the dossier")
        super().__init__(title="Dossier", beside=(self.add,), gap=6)
        self._session = session
        self._entries: list[DossierEntry] = []
        self.list = OrderedList("Dossier")
        self.body.addWidget(
            label(
                "Background, timeline, players and press, with their sources. Printed before the comments; "
                "parts without an entry are left out.",
                "caption",
                wrap=True,
            )
        )
        self.body.addWidget(self.list)
        menu = QMenu(self.add)
        self._choices = [(menu.addAction(words), kind) for kind, words in KIND_WORDS.items()]
        for action, kind in self._choices:
            action.setData(str(kind))
        menu.aboutToShow.connect(self._icons)
        menu.triggered.connect(lambda action: self._dialog(DossierEntry(0, DossierKind(action.data()), 0)))
        self.add.setMenu(menu)
        self.list.opened.connect(self._open)
        self.list.moved.connect(self._move)
        self.list.removed.connect(self._remove)

    def _icons(self) -> None:
        for action, kind in self._choices:
            action.setIcon(icon(_ICONS[kind]))

    def show_hearing(self, hearing: Hearing) -> None:
        """Show a hearing's dossier."""
        self._entries = dossiers.list_dossier(self._session.desk, hearing.id)
        lines: list[Entry] = []
        for kind, words in KIND_WORDS.items():
            part = [entry for entry in self._entries if entry.kind is kind]
            if part:
                lines.append(Entry(0, words))
                lines += [Entry(entry.id, line_words(entry), note=entry.outlet) for entry in part]
        self.list.show_entries(lines)
        self.list.setVisible(bool(lines))
        self.add.setEnabled(self._session.writable)
        self.list.setDragEnabled(self._session.writable)

    def _dialog(self, entry: DossierEntry) -> None:
        DossierDialog(self._session, self.window(), entry).open_over()

    def _open(self, entry_id: int) -> None:
        self._dialog(next(entry for entry in self._entries if entry.id == entry_id))

    def _move(self, entry_id: int, row: int) -> None:
        """Move an entry within its part; past the part's ends it stays."""
        moved = next(entry for entry in self._entries if entry.id == entry_id)
        part = [entry.id for entry in self._entries if entry.kind is moved.kind]
        first = self.list.ids().index(part[0])
        within = row - first
        if 0 <= within < len(part):
            place = place_among(part, entry_id, within)
            self._session.write(lambda: dossiers.move_entry(self._session.desk, entry_id, place))

    def _remove(self, entry_id: int) -> None:
        self._session.write(lambda: dossiers.remove_entry(self._session.desk, entry_id))
