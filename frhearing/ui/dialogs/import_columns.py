"""What goes where: each column of a source to a field of a comment."""

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QSizePolicy, QWidget

from frhearing.desk.importing import FIELDS, ColumnMap, PlannedSource
from frhearing.model.question import Question
from frhearing.ui.theme import set_size, set_spacing
from frhearing.ui.widgets import QuietButton, clear, column, label, picture, row

FIELD_WORDS: Final[Mapping[str, str]] = {
    "text": "Text",
    "name": "Name",
    "organization": "Organization",
    "group": "Group",
    "stance": "Position",
    "received": "Received",
    "channel": "How it came",
    "district": "District or address",
    "email": "E-mail",
    "external_id": "Source’s own number",
    "subject": "Subject",
    "language": "Language",
    "attachments": "Attachments",
    "attached_text": "Text, if the letter only points to it",
    "status": "Status (withdrawn …)",
    "status_reason": "Reason for the status",
    "timeliness": "In time or late",
}
KEPT_BESIDE: Final = "Kept beside it, not shown"
_JOINABLE: Final = ("name", "organization", "district")
_AT_ONCE: Final = 60
"""Columns that each press opens further."""
_SURE: Final = 0.7
_SAMPLE: Final = 60


def field_of(mapping: ColumnMap, column_name: str) -> str:
    """Return the field a column goes to, or nothing."""
    return next((name for name, columns in mapping.columns.items() if column_name in columns), "")


def moved(mapping: ColumnMap, column_name: str, field: str) -> ColumnMap:
    """Return a mapping in which a column goes to another field; a field of one column lets go of its old one."""
    columns = {name: tuple(c for c in found if c != column_name) for name, found in mapping.columns.items()}
    if field:
        before = columns.get(field, ()) if field in _JOINABLE else ()
        columns[field] = (*before, column_name)
    return ColumnMap({name: found for name, found in columns.items() if found}, mapping.values)


def field_choices(questions: Sequence[Question]) -> list[tuple[str, str]]:
    """Return the fields with their words; with several questions there is a position for each."""
    choices = [("", KEPT_BESIDE)]
    for name in FIELDS:
        choices.append((name, FIELD_WORDS[name]))
        if name == "stance":
            choices += [(f"stance:{q.number}", f"Position, question {q.number}") for q in questions if q.number > 1]
    return choices


class ColumnsBox(QWidget):
    """One line a column: its name and a sample, the field it goes to, and whether that is sure.

    Columns that go nowhere stand behind a button. ``changed`` carries the new ColumnMap.
    """

    changed = Signal(object)

    def __init__(self, questions: Sequence[Question], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices = field_choices(questions)
        self._source: PlannedSource | None = None
        self._more = 0
        self.boxes: dict[str, QComboBox] = {}
        self._lines = QGridLayout()
        set_spacing(self._lines, (0, 0, 0, 0), 6)
        self._lines.setColumnStretch(0, 1)
        self._remembered = label("As last time for a source with these columns", "caption")
        self.more = QuietButton("", "chevron-down")
        self.more.clicked.connect(self._show_more)
        self.setLayout(
            column(
                row(label("What goes where", "field"), None, self._remembered),
                self._lines,
                row(self.more, None),
                gap=6,
            )
        )

    def show_source(self, source: PlannedSource) -> None:
        """Show the columns of a source and where they go."""
        same = self._source is not None and self._source.table.header == source.table.header
        self._source = source
        self._remembered.setVisible(source.remembered)
        header = source.table.header
        used = [name for name in header if field_of(source.mapping, name)]
        few = len(header) <= len(used) + 2
        # By place and not by what is unused: a choice must not move the lines under the clerk's hands.
        opened = set(used).union(header if few else header[: self._more])
        shown = [name for name in header if name in opened]
        if not same or list(self.boxes) != shown:
            self._lay_out(shown)
        for name, box in self.boxes.items():
            self._show_line(box, name, source)
        rest = len(header) - len(shown)
        self.more.setVisible(rest > 0)
        self.more.set_text(f"{rest:,} more column{'s' if rest > 1 else ''}, kept beside the comments")

    def forget(self) -> None:
        """Hold the source no longer."""
        self._source = None

    def _lay_out(self, shown: Sequence[str]) -> None:
        clear(self._lines)
        self.boxes = {}
        for place, name in enumerate(shown):
            words = QWidget()
            words.setLayout(column(label(_plain(name), wrap=True), label(self._sample(name), "caption"), gap=0))
            words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            box = QComboBox()
            set_size(box, min_width=190)
            box.setAccessibleName(f"Column {_plain(name)} goes to")
            for code, field in self._choices:
                box.addItem(field, code)
            box.activated.connect(lambda _index, column_name=name, of=box: self._moved(column_name, of))
            self.boxes[name] = box
            self._lines.addWidget(words, place, 0)
            self._lines.addWidget(picture("arrow-right", "text3", 16), place, 1)
            self._lines.addWidget(box, place, 2, Qt.AlignmentFlag.AlignVCenter)
            self._lines.addWidget(picture("circle", "text3", 16), place, 3)

    def _show_line(self, box: QComboBox, name: str, source: PlannedSource) -> None:
        """Show where a column goes and how sure that is, by icon and by words."""
        field = field_of(source.mapping, name)
        box.setCurrentIndex(max(box.findData(field), 0))
        place = list(self.boxes).index(name)
        item = self._lines.itemAtPosition(place, 3)
        old = item.widget() if item is not None else None
        unsure = bool(field) and not source.remembered and source.confidence.get(field, 1.0) < _SURE
        icon, token = ("circle-check", "ok_fg") if field else ("minus", "text3")
        words = "" if not unsure else "Please check: this is only a guess."
        sign = picture("triangle-alert" if unsure else icon, "warn_icon" if unsure else token, 16)
        sign.setToolTip(words)
        box.setAccessibleDescription(words)
        if old is not None:
            self._lines.removeWidget(old)
            old.deleteLater()
        self._lines.addWidget(sign, place, 3)

    def _sample(self, name: str) -> str:
        if self._source is None:
            return ""
        at = self._source.table.header.index(name)
        cells = (row.cells[at].strip() for row in self._source.table.rows[:50])
        found = _plain(next((cell for cell in cells if cell), ""))
        return found if len(found) <= _SAMPLE else found[: _SAMPLE - 1] + "…"

    def _moved(self, name: str, box: QComboBox) -> None:
        if self._source is not None:
            self.changed.emit(moved(self._source.mapping, name, box.currentData()))

    def _show_more(self) -> None:
        """Show more columns; of a table with thousands so many at a time as the window can lay out at once."""
        before = set(self.boxes)
        self._more += _AT_ONCE
        if self._source is not None:
            self.show_source(self._source)
            first = next((box for name, box in self.boxes.items() if name not in before or not before), None)
            if first is not None:
                first.setFocus(Qt.FocusReason.OtherFocusReason)


def _plain(text: str) -> str:
    return " ".join(text.split())
