"""What the words of a source mean: its values for position, group and way of coming to the program's codes."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QSizePolicy, QWidget

from frhearing.desk.importing import ColumnMap, PlannedSource
from frhearing.model.position import STANCES
from frhearing.ui.dialogs.import_columns import FIELD_WORDS
from frhearing.ui.tables.shown_row import CHANNEL_WORDS, STATUS_WORDS
from frhearing.ui.theme import STANCE_WORDS, set_size, set_spacing
from frhearing.ui.widgets import clear, column, label, picture

_MOST: Final = 24
_CODED: Final = ("stance", "group", "channel", "status")


class Value(NamedTuple):
    """One word of a source: the field it is for, how often it stands there, its code or nothing."""

    field: str
    written: str
    times: int
    code: str


def values_of(source: PlannedSource, groups: Sequence[str]) -> list[Value]:
    """Return the words of a source that need a code: every position, and what no list knows of the rest."""
    found: list[Value] = []
    for field, columns in source.mapping.columns.items():
        kind = field.partition(":")[0]
        if kind not in _CODED:
            continue
        counted = Counter(cell.strip() for cell in source.table.column(columns[0]))
        del counted[""]
        for written, count in counted.most_common(_MOST):
            code = source.mapping.code(field, written) or (written if kind == "group" and written in groups else "")
            if kind == "stance" or not code or written in source.mapping.values.get(field, {}):
                found.append(Value(field, written, count, code))
    return found


def with_code(mapping: ColumnMap, field: str, written: str, code: str) -> ColumnMap:
    """Return a mapping in which a word has another code, or none."""
    values: dict[str, Mapping[str, str]] = dict(mapping.values)
    of_field = dict(values.get(field, {}))
    if code:
        of_field[written] = code
    else:
        of_field.pop(written, None)
    values[field] = of_field
    return ColumnMap(mapping.columns, {name: codes for name, codes in values.items() if codes})


class ValuesBox(QWidget):
    """One line a word of the source, with a list of the codes it may have. ``changed`` carries the ColumnMap."""

    changed = Signal(object)

    def __init__(self, groups: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._groups = tuple(groups)
        self._mapping: ColumnMap | None = None
        self._shown: list[tuple[str, str]] = []
        self.boxes: dict[tuple[str, str], QComboBox] = {}
        self._lines = QGridLayout()
        set_spacing(self._lines, (0, 0, 0, 0), 6)
        self._lines.setColumnStretch(0, 1)
        self.setLayout(column(label("What the words mean", "field"), self._lines, gap=6))

    def show_source(self, source: PlannedSource) -> None:
        """Show the words of a source with the codes they have now."""
        self._mapping = source.mapping
        values = values_of(source, self._groups) if not source.fault else []
        self.setVisible(bool(values))
        shown = [(value.field, value.written) for value in values]
        if shown != self._shown:
            self._shown = shown
            self._lay_out(values)
        for value in values:
            box = self.boxes[value.field, value.written]
            box.setCurrentIndex(max(box.findData(value.code), 0))

    def forget(self) -> None:
        """Hold the mapping no longer."""
        self._mapping = None

    def _lay_out(self, values: Sequence[Value]) -> None:
        clear(self._lines)
        self.boxes = {}
        for place, value in enumerate(values):
            field = FIELD_WORDS[value.field.partition(":")[0]]
            number = value.field.partition(":")[2]
            words = label(f"{field}{f' {number}' if number else ''}: “{_plain(value.written)}”  ×{value.times:,}")
            words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            words.setToolTip(_plain(value.written))
            box = QComboBox()
            set_size(box, min_width=190)
            box.setAccessibleName(f"{field} “{_plain(value.written)}” means")
            for code, name in self._codes(value):
                box.addItem(name, code)
            box.activated.connect(lambda _index, of=value, at=box: self._chosen(of, at))
            self.boxes[value.field, value.written] = box
            self._lines.addWidget(words, place, 0)
            self._lines.addWidget(picture("arrow-right", "text3", 16), place, 1)
            self._lines.addWidget(box, place, 2)

    def _codes(self, value: Value) -> list[tuple[str, str]]:
        kind = value.field.partition(":")[0]
        if kind == "stance":
            return [("", "No position: to be tagged"), *((str(s), STANCE_WORDS[s]) for s in STANCES)]
        if kind == "group":
            return [("", "A group of this name"), *((name, name) for name in self._groups)]
        if kind == "status":
            return [("", "Accepted: it counts"), *((str(s), words) for s, words in STATUS_WORDS.items())]
        return [("", "As usual for this source"), *((str(c), words) for c, words in CHANNEL_WORDS.items())]

    def _chosen(self, value: Value, box: QComboBox) -> None:
        if self._mapping is not None:
            self.changed.emit(with_code(self._mapping, value.field, value.written, box.currentData()))


def _plain(text: str) -> str:
    return " ".join(text.split())
