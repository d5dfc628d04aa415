"""The fields of a comment beside its text: who, for whom, how and when it came."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QWidget

from frhearing.model.comment import Channel
from frhearing.model.filter import NO_GROUP
from frhearing.model.people import KnownName
from frhearing.model.theme import Group
from frhearing.ui.pages.comments.name_hints import NameHints
from frhearing.ui.pages.comments.when_words import read_when, say_when
from frhearing.ui.tables.plain import plain
from frhearing.ui.tables.shown_row import CHANNEL_WORDS
from frhearing.ui.theme import set_spacing
from frhearing.ui.widgets import FieldRow
from frhearing.ui.widgets.pick_list import Choice, PickButton, PickList

_PAUSE_MS = 120
_LINES = {
    "name": ("Name", "As it was given; may be empty"),
    "organization": ("Organization", "If any"),
    "received": ("Received", "e.g. Feb 24, 4:12 PM"),
    "district": ("District or address", ""),
    "subject": ("Subject", ""),
    "email": ("E-mail", ""),
}


class HintedRow(FieldRow):
    """A field whose line below changes while one types."""

    def set_hint(self, hint: str) -> None:
        """Show another hint, in place of an error too."""
        self._hint = hint
        self.set_error("")


class EditorFields(QWidget):
    """Two groups of fields, above and below the text. ``names_asked`` wants known names for a beginning.

    ``edited`` comes with every change.
    """

    edited = Signal()
    names_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._zone, self._year = "UTC", 0
        self._groups: tuple[Group, ...] = ()
        self.group_id = NO_GROUP
        self.lines = {name: self._line(hint) for name, (_words, hint) in _LINES.items()}
        self.rows = {name: HintedRow(words, self.lines[name]) for name, (words, _hint) in _LINES.items()}
        self.group = PickButton("Group")
        self.group_row = FieldRow("Group", self.group)
        self.channel = QComboBox()
        for channel in Channel:
            self.channel.addItem(CHANNEL_WORDS[channel], str(channel))
        self.channel_row = FieldRow("How it came", self.channel)
        self.below = QWidget()
        self._grid(self, ("name", "organization", self.group_row, self.channel_row))
        self._grid(self.below, ("received", "district", "subject", "email"))
        self._hint_names()
        self.group.clicked.connect(self._pick_group)
        self.channel.currentIndexChanged.connect(self.edited)
        self.lines["received"].textEdited.connect(self._say_when)

    def _line(self, hint: str) -> QLineEdit:
        line = QLineEdit()
        line.setPlaceholderText(hint)
        line.textEdited.connect(self.edited)
        return line

    def _grid(self, on: QWidget, items: Sequence[str | FieldRow]) -> None:
        """Lay fields out in two columns."""
        grid = QGridLayout(on)
        set_spacing(grid, (0, 0, 0, 0), 10)
        for place, item in enumerate(items):
            field = self.rows[item] if isinstance(item, str) else item
            grid.addWidget(field, place // 2, place % 2, Qt.AlignmentFlag.AlignTop)
        for column in (0, 1):
            grid.setColumnStretch(column, 1)

    def _hint_names(self) -> None:
        """Offer names from earlier comments while a name is typed."""
        self.hints = NameHints(self.lines["name"])
        self.hints.taken.connect(self._take_known)
        self._ask = QTimer(self)
        self._ask.setSingleShot(True)
        self._ask.setInterval(_PAUSE_MS)
        self._ask.timeout.connect(lambda: self.names_asked.emit(self.lines["name"].text()))
        self.lines["name"].textEdited.connect(self._ask.start)

    def show_hearing(self, zone: str, year: int, groups: Sequence[Group]) -> None:
        """Take the hearing's zone and year, and the office's groups."""
        self._zone, self._year, self._groups = zone, year, tuple(groups)

    def fill(self, values: Mapping[str, object]) -> None:
        """Show other values; ``received`` is what stands in the field, ``channel`` a code."""
        for name, line in self.lines.items():
            line.setText(str(values.get(name) or ""))
        found = self.channel.findData(str(values.get("channel") or Channel.EMAIL))
        self.channel.blockSignals(True)
        self.channel.setCurrentIndex(max(found, 0))
        self.channel.blockSignals(False)
        self.choose_group(int(str(values.get("group_id") or NO_GROUP)))
        self._say_when()

    def values(self) -> dict[str, object]:
        """Return what stands in the fields, ``received`` as it was typed."""
        typed: dict[str, object] = {name: line.text() for name, line in self.lines.items()}
        return {**typed, "channel": self.channel.currentData(), "group_id": self.group_id}

    def received_at(self) -> str | None:
        """Return when it was received as UTC text, None for undated. Raises ValueError with a sentence."""
        return read_when(self.lines["received"].text(), self._zone, self._year)

    def choose_group(self, group_id: int) -> None:
        """Show a group as chosen."""
        self.group_id = group_id
        name = next((plain(group.name) for group in self._groups if group.id == group_id), "")
        self.group.show_words(name or "Choose…", hint=not name)

    def _say_when(self) -> None:
        """Say back how the typed day is understood, or that it is not."""
        row = self.rows["received"]
        try:
            at = self.received_at()
        except ValueError as fault:
            row.set_error(str(fault))
            return
        row.set_hint(say_when(at, self._zone) if at else "Left empty: undated")

    def _take_known(self, known: KnownName) -> None:
        self.lines["name"].setText(known.name)
        for name, value in (("organization", known.organization), ("district", known.district)):
            if value and not self.lines[name].text():
                self.lines[name].setText(value)
        if known.group_id and self.group_id == NO_GROUP:
            self.choose_group(known.group_id)
        self.edited.emit()

    def _pick_group(self) -> None:
        choices = [Choice(group.id, plain(group.name), "", group.id == self.group_id) for group in self._groups]
        pick = PickList(self.group, "Type to find a group", [*choices, Choice(NO_GROUP, "No group")])
        pick.picked.connect(self._picked)
        pick.open()

    def _picked(self, group_id: int) -> None:
        self.choose_group(group_id)
        self.edited.emit()
