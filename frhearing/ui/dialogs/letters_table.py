"""The letters of a form letter as a table: number, sender, how alike, and what the sender added."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from frhearing.model.comment import TALLIED
from frhearing.model.letters import Copy, LetterType
from frhearing.ui.tables.shown_row import STATUS_WORDS
from frhearing.ui.theme import set_size, theme
from frhearing.ui.widgets.cells import CellDelegate

Index = QModelIndex | QPersistentModelIndex
_HEADINGS: Final = ("No.", "Sender", "Alike", "", "Own words")
_TWICE: Final = "sent twice"


class LettersModel(QAbstractTableModel):
    """Letters for a table view; those with own words come first, the least alike at the top."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.copies: list[Copy] = []

    def show_copies(self, copies: Sequence[Copy]) -> None:
        """Show other letters."""
        self.beginResetModel()
        self.copies = sorted(
            copies, key=lambda copy: (copy.confirmed, not copy.own_words, copy.similarity, copy.number)
        )
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """Give the number of letters."""
        return 0 if parent.isValid() else len(self.copies)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        """Give the number of columns."""
        return 0 if parent.isValid() else len(_HEADINGS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give the heading of a column."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _HEADINGS[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give a cell; the first one of a row reads the whole row aloud."""
        copy = self.copies[index.row()]
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() == 0:
            return f"No. {copy.number}, {', '.join(filter(None, _cells(copy)[1:]))}"
        return _cells(copy)[index.column()] if role == Qt.ItemDataRole.DisplayRole else None


def _cells(copy: Copy) -> tuple[str, ...]:
    """Give what stands in the cells of a letter."""
    state = [] if copy.confirmed else ["to confirm"]
    if copy.letter_type is LetterType.EXACT_DUPLICATE_SAME_PERSON:
        state.append(_TWICE)
    if copy.status not in TALLIED:
        state.append(STATUS_WORDS[copy.status].lower())
    own = " ".join(copy.own_words.split())
    return (str(copy.number), " ".join(copy.name.split()), f"{round(100 * copy.similarity)} %", ", ".join(state), own)


class LettersTable(QTableView):
    """The table; several letters can be chosen at once."""

    def __init__(self) -> None:
        super().__init__()
        self.letters = LettersModel(self)
        self.setModel(self.letters)
        self.setAccessibleName("Letters of this form letter")
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setItemDelegate(CellDelegate(self))
        self.verticalHeader().hide()
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        head.setStretchLastSection(True)
        set_size(self, min_height=150)
        theme.changed.connect(self._fit)
        self._fit()

    @property
    def chosen(self) -> list[Copy]:
        """The letters that are chosen, in the order shown."""
        places = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [self.letters.copies[place] for place in places]

    @property
    def current(self) -> Copy | None:
        """The letter the caret stands on."""
        place = self.currentIndex().row()
        return self.letters.copies[place] if 0 <= place < len(self.letters.copies) else None

    def _fit(self) -> None:
        self.verticalHeader().setDefaultSectionSize(theme.px(26))
        for column, width in enumerate((52, 150, 58, 96)):
            self.setColumnWidth(column, theme.px(width))
