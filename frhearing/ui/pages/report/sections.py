"""The contents of the summary as a list: which sections, in which order, on which page they begin."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from PySide6.QtCore import (
    QAbstractListModel,
    QByteArray,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

Index = QModelIndex | QPersistentModelIndex
PAGE_ROLE: Final = int(Qt.ItemDataRole.UserRole) + 1
_MIME: Final = "application/x-frhearing-section"


@dataclass(frozen=True, slots=True)
class Section:
    """One section of the summary: its code, its title, whether it is printed; ``usual`` is the title it has else."""

    code: str
    title: str
    on: bool
    usual: str = ""


class SectionsModel(QAbstractListModel):
    """Sections that can be switched on and off and moved; ``edited`` comes after the clerk has done so."""

    edited = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sections: list[Section] = []
        self._pages: Mapping[str, int] = {}

    @property
    def sections(self) -> tuple[Section, ...]:
        """The sections in the order in which they are printed."""
        return tuple(self._sections)

    def show_sections(self, sections: Sequence[Section]) -> None:
        """Show sections as they are stored; where only switches differ the list keeps its place."""
        if [s.code for s in sections] == [s.code for s in self._sections]:
            self._sections = list(sections)
            self._repaint()
            return
        self.beginResetModel()
        self._sections = list(sections)
        self.endResetModel()

    def show_pages(self, pages: Mapping[str, int]) -> None:
        """Show on which page of the PDF each section begins, by its code."""
        self._pages = pages
        self._repaint()

    def _repaint(self) -> None:
        if self._sections:
            self.dataChanged.emit(self.index(0), self.index(len(self._sections) - 1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """Give the number of sections."""
        return 0 if parent.isValid() else len(self._sections)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give a section's title, its switch, its page, or all of them in words."""
        section = self._sections[index.row()]
        page = self._pages.get(section.code)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return section.title
        if role == Qt.ItemDataRole.ToolTipRole:
            return section.title if section.title == section.usual else f"{section.title} (usually {section.usual})"
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if section.on else Qt.CheckState.Unchecked
        if role == PAGE_ROLE:
            return page if section.on else None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            nothing = ", nothing to print yet" if section.on and self._pages else ""
            where = f", page {page}" if section.on and page else nothing
            return f"{section.title}, {'printed' if section.on else 'left out'}{where}"
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Switch a section on or off, or give it a title of its own; without one it has the usual one again."""
        if role not in (Qt.ItemDataRole.CheckStateRole, Qt.ItemDataRole.EditRole) or not index.isValid():
            return False
        before = self._sections[index.row()]
        if role == Qt.ItemDataRole.EditRole:
            after = replace(before, title=" ".join(str(value).split()) or before.usual or before.title)
        else:
            after = replace(before, on=Qt.CheckState(value) == Qt.CheckState.Checked)
        if after == before:
            return False
        self._sections[index.row()] = after
        self.dataChanged.emit(index, index, [role])
        self.edited.emit()
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let sections be chosen, switched, named and dragged; the gaps between them take what is dropped."""
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        own = Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsDragEnabled | Qt.ItemFlag.ItemIsEditable
        return own | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def move(self, row: int, target: int) -> bool:
        """Put a section at another place, counted from 0; gives whether anything moved."""
        if row == target or not (0 <= row < len(self._sections) and 0 <= target < len(self._sections)):
            return False
        top = QModelIndex()
        self.beginMoveRows(top, row, row, top, target + (target > row))
        self._sections.insert(target, self._sections.pop(row))
        self.endMoveRows()
        self.edited.emit()
        return True

    def supportedDropActions(self) -> Qt.DropAction:
        """Let sections be moved, never copied."""
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        """Give the kind of thing that can be dropped here: a section of this list."""
        return [_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Carry the row of the section that is dragged."""
        carried = QMimeData()
        carried.setData(_MIME, QByteArray(str(indexes[0].row()).encode()))
        return carried

    def dropMimeData(self, data: QMimeData, _action: Qt.DropAction, row: int, _column: int, parent: Index) -> bool:
        """Move the section to where it is dropped."""
        if not data.hasFormat(_MIME):
            return False
        source = int(bytes(data.data(_MIME).data()).decode())
        target = row if row >= 0 else parent.row() if parent.isValid() else len(self._sections)
        self.move(source, target - (target > source))
        # "Not taken" for the view, which would otherwise remove the row that has already moved.
        return False
