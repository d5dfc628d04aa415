"""The list of comments as a Qt model: any number of rows, of which only the visible ones are read."""

from array import array
from collections.abc import Iterable
from enum import IntEnum
from typing import Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from frhearing.model.errors import ClerkError
from frhearing.model.filter import SortBy
from frhearing.ui.tables.row_pages import ReadRows, RowPages
from frhearing.ui.tables.shown_row import ShownRow, missing

Index = QModelIndex | QPersistentModelIndex


class Column(IntEnum):
    """The columns of the list; the mail-like list shows only ``FROM``."""

    NUMBER = 0
    FROM = 1
    GROUP = 2
    THEMES = 3
    RECEIVED = 4


HEADINGS: Final = ("No.", "From", "Group", "Themes", "Received")
SORTS: Final = {
    Column.NUMBER: SortBy.NUMBER,
    Column.FROM: SortBy.NAME,
    Column.GROUP: SortBy.GROUP,
    Column.RECEIVED: SortBy.RECEIVED,
}
"""Columns that sort the list when their heading is pressed."""

ID_ROLE: Final = int(Qt.ItemDataRole.UserRole)
ROW_ROLE: Final = ID_ROLE + 1


class CommentModel(QAbstractTableModel):
    """Comments in the order of a list of ids; ``failed`` carries the sentence if rows cannot be read."""

    failed = Signal(str)

    def __init__(self, read: ReadRows, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows = RowPages(read)
        self._speaking = Column.NUMBER

    @property
    def ids(self) -> "array[int]":
        """The ids of all comments in the list, in order."""
        return self._rows.ids

    def replace(self, ids: "array[int]") -> None:
        """Show another list of comments."""
        self.beginResetModel()
        self._rows.replace(ids)
        self.endResetModel()

    def refresh(self) -> None:
        """Read all rows anew and paint them again; the list itself stays."""
        self._rows.forget()
        self._tell(0, len(self._rows) - 1)

    def renew(self, ids: Iterable[int]) -> None:
        """Read some rows anew and paint them again."""
        try:
            places = self._rows.renew(ids)
        except ClerkError as fault:
            self.failed.emit(str(fault))
            return
        for place in places:
            self._tell(place, place)

    def _tell(self, first: int, last: int) -> None:
        if last >= first:
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(Column) - 1))

    def speak_in(self, column: Column) -> None:
        """Name the first visible column, which gives the whole row to a screen reader (A6)."""
        self._speaking = column

    def place(self, comment_id: int) -> int:
        """Return the row of a comment, or -1."""
        return self._rows.place(comment_id)

    def row(self, index: int) -> ShownRow:
        """Return a row as it is shown; one that cannot be read stands as missing and ``failed`` says why."""
        try:
            return self._rows.row(index)
        except ClerkError as fault:
            self.failed.emit(str(fault))
            return missing(self._rows.ids[index])

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """Return the number of comments in the list."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what one cell shows, its comment's id, its whole row, or the row in words."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._cell(self.row(index.row()), Column(index.column()))
        if role == ROW_ROLE:
            return self.row(index.row())
        if role == ID_ROLE:
            return self._rows.ids[index.row()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            row, column = self.row(index.row()), Column(index.column())
            return row.spoken if column is self._speaking else self._cell(row, column)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a column's heading."""
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return HEADINGS[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    @staticmethod
    def _cell(row: ShownRow, column: Column) -> str:
        if column is Column.NUMBER:
            return row.number
        if column is Column.FROM:
            return row.name
        if column is Column.GROUP:
            return row.group
        if column is Column.THEMES:
            return " ".join(row.keys)
        return row.date
