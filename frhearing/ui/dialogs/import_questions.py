"""What only the clerk can answer about a file: its encoding, and which of its tables is meant."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QComboBox, QRadioButton, QWidget

from frhearing.desk.importing import EncodingQuestion, ImportPlan
from frhearing.ui.widgets import clear, column, frame, label

_NAMES = {
    "cp1252": "Windows, Western Europe (cp1252)",
    "mac_roman": "Older Macintosh (mac_roman)",
    "latin-1": "Latin 1 (latin-1)",
    "cp437": "DOS (cp437)",
    "cp1250": "Windows, Central Europe (cp1250)",
    "cp1251": "Windows, Cyrillic (cp1251)",
    "utf-16-le": "UTF-16, little-endian",
    "utf-16-be": "UTF-16, big-endian",
}

_WIDTH = 78


class EncodingBox(QWidget):
    """Asks in which encoding a file was written, with the lines that show the difference.

    ``answered`` carries the name of the file and the encoding.
    """

    answered = Signal(str, str)

    def __init__(self, question: EncodingQuestion, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._file = question.file
        self.choices: dict[str, QRadioButton] = {}
        group = QButtonGroup(self)
        body = column(
            label(f"“{question.file}” is not written in UTF-8. Which of these shows its letters right?", wrap=True),
            gap=8,
        )
        for candidate in question.candidates:
            choice = QRadioButton(_NAMES.get(candidate.encoding, candidate.encoding))
            lines = "\n".join(" ".join(line.split())[:90] for line in candidate.preview[:3])
            preview = label(lines, "secondary", wrap=True)
            choice.setAccessibleDescription(lines)
            group.addButton(choice)
            choice.clicked.connect(lambda _on=False, code=candidate.encoding: self.answered.emit(self._file, code))
            self.choices[candidate.encoding] = choice
            shown = frame("card", column(choice, preview, margins=(12, 6, 12, 8), gap=2))
            body.addWidget(shown)
        self.setLayout(body)


class TablesBox(QWidget):
    """Which table of a file is meant, and whether two files belong together.

    ``table_chosen`` carries the places of the reading and of its table, ``join_chosen`` whether to join;
    ``wanted`` says whether there is anything to choose.
    """

    table_chosen = Signal(int, int)
    join_chosen = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tables: dict[int, QComboBox] = {}
        self.wanted = False
        self.join = QCheckBox()
        self.join.clicked.connect(self.join_chosen)
        self._lines = column(gap=6)
        self.setLayout(column(self._lines, self.join, gap=6))

    def show_plan(self, plan: ImportPlan) -> None:
        """Show the choices that there are; with one table in each file there are none."""
        several = {n: reading for n, reading in enumerate(plan.readings) if len(reading.tables) > 1}
        if list(several) != list(self.tables):
            self._lay_out(plan, list(several))
        for place, box in self.tables.items():
            box.setCurrentIndex(plan.choices.tables.get(place, plan.readings[place].chosen))
        joins = [source.join for source in plan.sources if source.join is not None]
        for join in joins:
            self.join.setText(
                f"Two files belong together by “{join.text_key}”: {join.matched:,} rows found in both".replace(
                    "&", "&&"
                )
            )
        self.join.setChecked(bool(joins))
        self.join.setVisible(bool(joins) or not plan.choices.join)
        self.wanted = bool(several) or not self.join.isHidden()

    def _lay_out(self, plan: ImportPlan, places: Sequence[int]) -> None:
        clear(self._lines)
        self.tables = {}
        for place in places:
            reading = plan.readings[place]
            box = QComboBox()
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setAccessibleName(f"Table of {reading.file}")
            for at, table in enumerate(reading.tables):
                box.addItem(_shortened(table.described))
                box.setItemData(at, table.described, Qt.ItemDataRole.ToolTipRole)
            box.activated.connect(lambda index, of=place: self.table_chosen.emit(of, index))
            self.tables[place] = box
            words = label(f"“{reading.file}” holds {len(reading.tables)} tables. Which one?", wrap=True)
            self._lines.addLayout(column(words, box, gap=4))


def _shortened(words: str) -> str:
    """Return what fits into the list; the whole stands in its tip."""
    return words if len(words) <= _WIDTH else words[: _WIDTH - 2].rstrip() + "…)"
