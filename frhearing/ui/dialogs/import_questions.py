"""What only the clerk can answer about a file: its encoding, and which of its tables is meant."""

from collections.abc import Sequence
from itertools import islice

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QComboBox, QRadioButton, QWidget

from frhearing.desk.importing import EncodingQuestion, ImportPlan, Table
from frhearing.ui.widgets import QuietButton, clear, column, frame, label, row

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
_WHOLE = "all of it, as one letter"
_MOST = 6
"""Files with several tables that are asked about; of more the largest table is taken and the rest named."""


class EncodingBox(QWidget):
    """Asks in which encoding a file was written, with the lines that show the difference.

    ``answered`` carries the names of the files that the answer holds for and the encoding; ``left_out`` those names
    where nobody can tell.
    """

    answered = Signal(object, str)
    left_out = Signal(object)

    def __init__(self, questions: Sequence[EncodingQuestion], parent: QWidget | None = None) -> None:
        """Ask the first of the questions; the answer may hold for all of them."""
        super().__init__(parent)
        question = questions[0]
        self._questions = questions
        self.choices: dict[str, QRadioButton] = {}
        group = QButtonGroup(self)
        self.same = QCheckBox(f"The same answer for all {len(questions):,} files that ask this")
        self.same.setChecked(True)
        self.same.setVisible(len(questions) > 1)
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
            choice.clicked.connect(lambda _on=False, code=candidate.encoding: self._answer(code))
            self.choices[candidate.encoding] = choice
            shown = frame("card", column(choice, preview, margins=(12, 6, 12, 8), gap=2))
            body.addWidget(shown)
        self.leave = QuietButton("None of these: leave it out")
        self.leave.clicked.connect(lambda: self.left_out.emit([question.file]))
        body.addLayout(row(self.same, None, self.leave))
        self.setLayout(body)

    def _answer(self, encoding: str) -> None:
        """Answer for the file, and for those others that could be written so too."""
        asked = self._questions if self.same.isChecked() else self._questions[:1]
        able = [one.file for one in asked if encoding in {found.encoding for found in one.candidates}]
        self.answered.emit(able, encoding)


class TablesBox(QWidget):
    """Which table of a file is meant, and whether two files belong together.

    ``table_chosen`` carries the places of the reading and of its table, ``also_chosen`` these and whether a further
    table is taken in too, ``join_chosen`` whether to join; ``wanted`` says whether there is anything to choose.
    """

    table_chosen = Signal(int, int)
    also_chosen = Signal(int, int, bool)
    join_chosen = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tables: dict[int, QComboBox] = {}
        self.also: dict[tuple[int, int], QCheckBox] = {}
        self.wanted = False
        self.join = QCheckBox()
        self.join.clicked.connect(self.join_chosen)
        self._lines = column(gap=6)
        self.setLayout(column(self._lines, self.join, gap=6))

    def show_plan(self, plan: ImportPlan) -> None:
        """Show the choices that there are; with one table in each file there are none."""
        found = (n for n, reading in enumerate(plan.readings) if len(reading.tables) > 1 and reading.beside is None)
        several = list(islice(found, _MOST))
        if several != list(self.tables):
            self._lay_out(plan, several)
        for place, box in self.tables.items():
            box.setCurrentIndex(plan.choices.tables.get(place, plan.readings[place].chosen))
        for (place, table), tick in self.also.items():
            # The one that is chosen above is taken in anyway.
            tick.setVisible(table != self.tables[place].currentIndex())
            tick.setChecked(table in plan.choices.also.get(place, ()))
        joins = [source.join for source in plan.sources if source.join is not None]
        for join in joins:
            self.join.setText(
                f"Two files belong together by “{join.text_key}”: "
                f"{join.matched:,} {'row' if join.matched == 1 else 'rows'} found in both".replace("&", "&&")
            )
        self.join.setChecked(bool(joins))
        self.join.setVisible(bool(joins) or not plan.choices.join)
        self.wanted = bool(several) or not self.join.isHidden()

    def _lay_out(self, plan: ImportPlan, places: Sequence[int]) -> None:
        clear(self._lines)
        self.tables, self.also = {}, {}
        for place in places:
            reading = plan.readings[place]
            box = QComboBox()
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setAccessibleName(f"Table of {reading.file}")
            for at, table in enumerate(reading.tables):
                words = table.described if table.header_row is not None else _WHOLE
                box.addItem(_shortened(words))
                box.setItemData(at, words, Qt.ItemDataRole.ToolTipRole)
            box.activated.connect(lambda index, of=place: self.table_chosen.emit(of, index))
            self.tables[place] = box
            letter = any(table.header_row is None for table in reading.tables)
            asked = (
                f"How is “{reading.file}” to be read?"
                if letter
                else f"“{reading.file}” holds {len(reading.tables)} tables. Which one?"
            )
            ticks = [] if letter else [self._tick(place, at, table) for at, table in enumerate(reading.tables[:_MOST])]
            self._lines.addLayout(column(label(asked, wrap=True), box, *ticks, gap=4))

    def _tick(self, place: int, at: int, table: Table) -> QCheckBox:
        """Offer a further table of a file to be taken in too."""
        tick = QCheckBox(_shortened(f"Also take in {table.described}").replace("&", "&&"))
        tick.setToolTip(table.described)
        tick.clicked.connect(lambda wanted: self.also_chosen.emit(place, at, wanted))
        self.also[place, at] = tick
        return tick


def _shortened(words: str) -> str:
    """Return what fits into the list; the whole stands in its tip."""
    return words if len(words) <= _WIDTH else words[: _WIDTH - 2].rstrip() + "…)"
