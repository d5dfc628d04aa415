"""File by file: what became, or would become, of each file of an import, every row accounted for."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from frhearing.desk.importing import FileCount
from frhearing.ui.dialogs.import_words import in_the_window
from frhearing.ui.shell.overlay import Overlay
from frhearing.ui.tables.plain import plain
from frhearing.ui.theme import set_size, theme
from frhearing.ui.widgets import IconButton, PrimaryButton, label, row

_Index = QModelIndex | QPersistentModelIndex
_READ: Final = 1


class FilesModel(QAbstractTableModel):
    """One line a file: its name, the four counts, and what of it was not read."""

    def __init__(self, counts: Sequence[FileCount], *, done: bool) -> None:
        super().__init__()
        # What asks for a look comes first: files of which nothing is read, then those of which something is not.
        self._counts = sorted(counts, key=lambda one: (bool(one.read), not (one.refused or one.not_read)))
        self._heads = ("File", "Read", "Added" if done else "New", "Already here", "Refused", "Not read")

    def rowCount(self, parent: _Index = QModelIndex()) -> int:
        """Give the number of files."""
        return 0 if parent.isValid() else len(self._counts)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:
        """Give the number of columns."""
        return 0 if parent.isValid() else len(self._heads)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give the names of the columns."""
        across = orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole
        return self._heads[section] if across else None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give a cell: a name, a count, or words."""
        one, at = self._counts[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(one)[at]
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(map(in_the_window, one.not_read[:40])) if at > _READ + 3 else one.file
        if role == Qt.ItemDataRole.AccessibleTextRole and at == 0:
            return "; ".join(
                f"{head}: {said}" for head, said in zip(self._heads, self._words(one), strict=True) if said
            )
        numeric = 0 < at <= _READ + 3
        if role == Qt.ItemDataRole.TextAlignmentRole and numeric:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.ForegroundRole and at == _READ + 4 and not one.read:
            return theme.color("danger_fg")
        return None

    @staticmethod
    def _words(one: FileCount) -> tuple[str, ...]:
        counts = (one.read, one.added, one.already_here, one.refused)
        aside = in_the_window(one.not_read[0]) if one.not_read else ""
        more = f" (and {len(one.not_read) - 1:,} more)" if len(one.not_read) > 1 else ""
        return plain(one.file), *(f"{count:,}" for count in counts), aside[:300] + more


class FilesForm(Overlay):
    """Shows the files of an import; for looking only."""

    def __init__(self, counts: Sequence[FileCount], window: QWidget, *, done: bool) -> None:
        super().__init__(window, "File by file", width=1180)
        close = IconButton("x", "Close")
        close.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        close.clicked.connect(self.reject)
        self.table = QTableView()
        self.model = FilesModel(counts, done=done)
        self.table.setModel(self.model)
        self.table.setAccessibleName("Files of the import")
        self.table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.table.setTabKeyNavigation(False)
        self.table.setWordWrap(False)
        self.table.setShowGrid(False)
        self.table.verticalHeader().hide()
        self._widths()
        set_size(self.table, min_width=300, min_height=420)
        back = PrimaryButton("Back", "arrow-left")
        back.clicked.connect(self.accept)
        files = f"{len(counts):,} file{'' if len(counts) == 1 else 's'}"
        self.body.addLayout(row(label("File by file", "h2"), label(files, "secondary"), None, close))
        self.body.addWidget(label("Read is always added, already here and refused together.", "secondary", wrap=True))
        self.body.addWidget(self.table)
        self.body.addLayout(row(None, back))
        self.finished.connect(self.deleteLater)

    def _widths(self) -> None:
        head = self.table.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        for at, width in enumerate((260, 58, 58, 96, 70)):
            self.table.setColumnWidth(at, theme.px(width))
        head.setStretchLastSection(True)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.table.verticalHeader().setDefaultSectionSize(theme.px(28))

    def first_stop(self) -> QWidget:
        """Begin in the table."""
        return self.table
