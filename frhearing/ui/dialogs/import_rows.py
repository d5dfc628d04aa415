"""The rows of an import one by one: what is the matter with each, and its fields to set right before it is added."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QComboBox, QListView, QWidget

from frhearing.desk.import_looking import Looked
from frhearing.desk.importing import ProblemKind, RowEdit
from frhearing.model.hearing import Hearing
from frhearing.ui.dialogs.import_lines import cut_lines, stack
from frhearing.ui.dialogs.import_page import PageView
from frhearing.ui.dialogs.import_row_editor import RowEditor
from frhearing.ui.session import Session
from frhearing.ui.shell.overlay import Overlay
from frhearing.ui.tables.plain import plain
from frhearing.ui.theme import pixmap, set_size
from frhearing.ui.widgets import IconButton, PlainButton, PrimaryButton, label, row

PROBLEM_WORDS: Final[Mapping[ProblemKind, str]] = {
    ProblemKind.UNDATED: "Undated",
    ProblemKind.DATE: "Dates that are none",
    ProblemKind.NO_TEXT: "No text: to type",
    ProblemKind.NO_CODE: "Words without a code",
    ProblemKind.NEW_GROUP: "New groups",
    ProblemKind.RUINED_ID: "Numbers cut short",
    ProblemKind.REPEATED_ID: "Numbers that repeat",
    ProblemKind.ATTACHMENT: "Attachments",
    ProblemKind.NOT_LISTED: "Not in the list",
    ProblemKind.CHANGED: "Changed since",
    ProblemKind.LATE: "Late",
    ProblemKind.SAME_PERSON: "Wrote before",
}
_Index = QModelIndex | QPersistentModelIndex
_UNTOUCHED: Final = RowEdit()
_WIDE: Final = 900
_WITH_PAGE: Final = 1150
"""Design pixels of the window from which list, fields and page stand beside each other."""
_TWO: Final = 620
"""Design pixels from which the fields stand beside the page: what is typed from it wants it in sight."""


class RowsModel(QAbstractListModel):
    """The rows as lines: who, where, and what there is to look at; those that are settled are ticked off."""

    def __init__(self, rows: Sequence[Looked], edits: dict[tuple[str, int], RowEdit]) -> None:
        super().__init__()
        self.rows: Sequence[Looked] = rows
        self.edits = edits
        self._several = len({one.one.draft.file for one in rows}) > 1

    def rowCount(self, parent: _Index = QModelIndex()) -> int:
        """Give the number of lines."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give the words of a line and its sign."""
        looked = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(looked)
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return self._words(looked).replace("\n", ": ")
        if role == Qt.ItemDataRole.DecorationRole:
            if self.edits.get(looked.key, _UNTOUCHED).left_out:
                return pixmap("circle-slash", "text3", 14)
            open_ = self.unsettled(looked)
            return pixmap("triangle-alert" if open_ else "check", "warn_icon" if open_ else "ok_fg", 14)
        return None

    def unsettled(self, looked: Looked) -> bool:
        """Say whether there is still something to look at."""
        edit = self.edits.get(looked.key, _UNTOUCHED)
        return any(not edit.settles(problem) for problem in looked.problems)

    def show_rows(self, rows: Sequence[Looked]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def touch(self, at: int) -> None:
        """Paint a line anew."""
        self.dataChanged.emit(self.index(at), self.index(at))

    def _words(self, looked: Looked) -> str:
        comment, draft = looked.one.comment, looked.one.draft
        name = self.edits.get(looked.key, _UNTOUCHED).name or comment.name or comment.organization
        place = draft.file if self._several else f"Row {draft.row}"
        said = "; ".join(problem.sentence for problem in looked.problems) or comment.text[:80]
        return f"{plain(name) or 'No name'} · {plain(place)}\n{plain(said)}"


class RowsForm(Overlay):
    """Looks at rows one by one; everything set is kept, however the panel is left. ``settled`` carries the edits."""

    settled = Signal(object)

    def __init__(
        self, session: Session, hearing: Hearing, rows: Sequence[Looked], edits: Mapping[tuple[str, int], RowEdit],
        window: QWidget,
    ) -> None:  # fmt: skip
        super().__init__(window, "Rows to look at", width=1180)
        self._all = rows
        self.edits = dict(edits)
        self.model = RowsModel(rows, self.edits)
        self.filter = QComboBox()
        self.filter.setAccessibleName("Which rows to show")
        self._fill_filter()
        self.list = QListView()
        cut_lines(self.list, 2)
        self.list.setAccessibleName("Rows of the import")
        self.list.setModel(self.model)
        set_size(self.list, min_width=220, min_height=380)
        self.editor = RowEditor(hearing)
        self.page = PageView(session)
        self.page.hide()
        close = IconButton("x", "Close")
        close.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        close.clicked.connect(self.reject)
        self.back = PlainButton("Done")
        self.next = PrimaryButton("Next", "arrow-down")
        self.body.addLayout(row(label("Rows to look at", "h2"), (self.filter, 0), None, close))
        self._work = row((self.editor, 4), (self.page, 5), gap=14)
        self._panes = row((self.list, 3), (self._work, 9), gap=14)
        self.body.addLayout(self._panes)
        self.body.addLayout(
            row(label("Nothing is added yet. What you set here is kept with what was read.", "caption"), None,
                self.back, self.next)
        )  # fmt: skip
        self._connect()
        if rows:
            self.list.setCurrentIndex(self.model.index(0))

    def _connect(self) -> None:
        self.list.selectionModel().currentChanged.connect(self._show)
        self.editor.edited.connect(self._edited)
        self.filter.activated.connect(self._filter)
        self.back.clicked.connect(self.accept)
        self.next.clicked.connect(self._go_on)
        self.finished.connect(lambda _how: self.settled.emit(self.edits))
        self.finished.connect(self.deleteLater)

    def _fill_filter(self) -> None:
        self.filter.addItem(f"All {len(self._all):,}", "")
        counts = Counter(kind for one in self._all for kind in {problem.kind for problem in one.problems})
        for kind, count in counts.most_common():
            self.filter.addItem(f"{PROBLEM_WORDS[kind]} · {count:,}", str(kind))

    def _filter(self) -> None:
        wanted = str(self.filter.currentData())
        kept = [one for one in self._all if not wanted or any(problem.kind == wanted for problem in one.problems)]
        self.model.show_rows(kept)
        if kept:
            self.list.setCurrentIndex(self.model.index(0))

    @property
    def at(self) -> Looked | None:
        """The row that is shown."""
        index = self.list.currentIndex()
        return self.model.rows[index.row()] if index.isValid() else None

    def _show(self) -> None:
        looked = self.at
        if looked is None:
            return
        self.editor.show_row(looked, self.edits.get(looked.key, _UNTOUCHED))
        self.page.setVisible(looked.page is not None)
        self._reflow()
        if looked.page is not None:
            self.page.show_page(looked.page)
        last = self.list.currentIndex().row() == len(self.model.rows) - 1
        self.next.set_text("Done" if last else "Next")
        self.back.setVisible(not last)

    def _edited(self, edit: RowEdit) -> None:
        looked = self.at
        if looked is None:
            return
        if edit == _UNTOUCHED:
            self.edits.pop(looked.key, None)
        else:
            self.edits[looked.key] = edit
        self.model.touch(self.list.currentIndex().row())

    def _go_on(self) -> None:
        """Go to the next row; after the last the panel goes."""
        at = self.list.currentIndex().row() + 1
        if at >= len(self.model.rows):
            self.accept()
            return
        self.list.setCurrentIndex(self.model.index(at))
        self.editor.first_stop(self.model.rows).setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the panes out for the width there is."""
        super().resizeEvent(event)
        self._reflow()

    def _reflow(self) -> None:
        paged = not self.page.isHidden()
        narrow = stack(self._panes, self, _WITH_PAGE if paged else _WIDE)
        stack(self._work, self, _TWO)
        set_size(self.list, min_width=220, min_height=380 if not narrow else 96 if paged else 150)
        self.list.scrollTo(self.list.currentIndex())

    def first_stop(self) -> QWidget:
        """Begin in the list of rows."""
        return self.list

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on by Ctrl+Enter."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.next.click()
        else:
            super().keyPressEvent(event)
