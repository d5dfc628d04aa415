"""The audit log for a table: what is looked at is read in pages, the latest first."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from frhearing.model.backup import AuditLine

Index = QModelIndex | QPersistentModelIndex
PAGE: Final = 200
LINE_ROLE: Final = int(Qt.ItemDataRole.UserRole) + 1
HEADINGS: Final = ("When", "Who", "What", "Detail")


def when_words(at: str) -> str:
    """Write an instant of the log where the clerk sits: ``Feb 27, 2026, 9:42:10 AM``."""
    moment = datetime.fromisoformat(at).astimezone()
    half = "AM" if moment.hour < 12 else "PM"
    return f"{moment:%b} {moment.day}, {moment.year}, {moment.hour % 12 or 12}:{moment:%M:%S} {half}"


def line_in_words(line: AuditLine) -> str:
    """Say a line of the log as a sentence, as a screen reader reads it."""
    detail = f": {line.detail}" if line.detail else ""
    return f"{when_words(line.at)}, {line.who}: {line.what}{detail}."


class AuditModel(QAbstractTableModel):
    """Lines of the log. ``more_wanted`` asks for those before an action (0: from the end of the log)."""

    more_wanted = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: list[AuditLine] = []
        self._complete = True
        self._asked = False

    def start(self) -> None:
        """Begin anew with the latest lines; the old ones stay until the new ones come."""
        self._asked = True
        self.more_wanted.emit(0)

    def take(self, lines: Sequence[AuditLine], *, first: bool) -> None:
        """Take a page of lines that was read."""
        self._asked = False
        self._complete = len(lines) < PAGE
        if first:
            self.beginResetModel()
            self._lines = list(lines)
            self.endResetModel()
        elif lines:
            count = len(self._lines)
            self.beginInsertRows(QModelIndex(), count, count + len(lines) - 1)
            self._lines.extend(lines)
            self.endInsertRows()

    def give_up(self) -> None:
        """Note that a page could not be read, so that it can be asked for again."""
        self._asked = False

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """Give the number of lines read so far."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        """Give the number of columns."""
        return 0 if parent.isValid() else len(HEADINGS)

    def canFetchMore(self, parent: Index) -> bool:
        """Tell whether the log goes on."""
        return not parent.isValid() and not self._complete and not self._asked

    def fetchMore(self, parent: Index) -> None:
        """Ask for the lines before the earliest that is there."""
        if self.canFetchMore(parent):
            self._asked = True
            self.more_wanted.emit(self._lines[-1].action)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give the heading of a column."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return HEADINGS[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give a cell; the first one of a row reads the whole line aloud."""
        line = self._lines[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return (when_words(line.at), line.who, line.what, line.detail)[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return line.detail or None
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() == 0:
            return line_in_words(line)
        return line if role == LINE_ROLE else None
