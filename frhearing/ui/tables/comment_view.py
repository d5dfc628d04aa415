"""The view of the list of comments: mail-like cards or a table, selected by the ids of comments."""

from array import array
from collections.abc import Iterable, Sequence
from typing import Final

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from frhearing.model.filter import SortBy
from frhearing.ui.tables.comment_delegate import CommentDelegate
from frhearing.ui.tables.comment_model import SORTS, Column, CommentModel
from frhearing.ui.theme import theme

_WIDTHS: Final = {Column.NUMBER: 84, Column.GROUP: 112, Column.THEMES: 88, Column.RECEIVED: 118}
_CARD: Final = (Column.FROM,)
_TABLE: Final = tuple(Column)
_NARROW_TABLE: Final = (Column.NUMBER, Column.FROM, Column.THEMES)
_NARROW: Final = 520


class CommentView(QTableView):
    """Shows a CommentModel. ``moved`` gives the current comment's id (0 for none), ``picked`` the count.

    Selection and the current row are kept by id when the list is replaced.
    """

    moved = Signal(int)
    picked = Signal(int)
    sort_asked = Signal(SortBy, bool)

    def __init__(self, model: CommentModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setViewport(_viewport())
        self._list = model
        self._table = False
        self._quiet = False
        self._delegate = CommentDelegate(self)
        self.setItemDelegate(self._delegate)
        self.setModel(model)
        self.setAccessibleName("Comments")
        self._look()
        self.selectionModel().selectionChanged.connect(self._selection_changed)
        self.selectionModel().currentRowChanged.connect(self._row_changed)
        header = self.horizontalHeader()
        header.setSortIndicator(Column.NUMBER, Qt.SortOrder.DescendingOrder)
        header.sortIndicatorChanged.connect(self._header_sorted)
        theme.changed.connect(self._lay_out)
        self.show_as_table(False)

    def _look(self) -> None:
        """Set what never changes: whole rows, no grid, fixed heights, read-only."""
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(True)
        header.setSortIndicatorShown(True)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    @property
    def as_table(self) -> bool:
        """Whether the comments stand in columns rather than as cards."""
        return self._table

    def show_as_table(self, table: bool) -> None:
        """Show columns, or cards."""
        self._table = table
        self.horizontalHeader().setVisible(table)
        self._lay_out()

    def show_sort(self, sort: SortBy, descending: bool) -> None:
        """Mark the column that sorts the list, without asking for it again."""
        column = next((c for c, by in SORTS.items() if by is sort), None)
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        header = self.horizontalHeader()
        header.blockSignals(True)
        header.setSortIndicator(-1 if column is None else column, order)
        header.blockSignals(False)

    def replace(self, ids: "array[int]", current: int = 0) -> None:
        """Show another list of comments; what was selected stays selected where it is still there.

        ``current`` is the id of the comment to stand on, 0 for the one before. Where that comment is no
        longer in the list, the row in its place becomes the current one.
        """
        kept = {current} if current else set(self.selected_ids())
        wanted = current or self.current_id()
        row = self.currentIndex().row()
        self._quiet = True
        self._list.replace(ids)
        rows = [n for n, comment in enumerate(ids) if comment in kept] if len(kept) > 1 else []
        place = self._list.place(wanted) if wanted else -1
        if place < 0:
            place = rows[0] if rows else min(max(row, 0), len(ids) - 1)
        self._select(rows if len(rows) > 1 else [place])
        self._quiet = False
        if place >= 0:
            self.selectionModel().setCurrentIndex(self._index(place), QItemSelectionModel.SelectionFlag.NoUpdate)
            self.scrollTo(self._index(place), QAbstractItemView.ScrollHint.EnsureVisible)
        self._tell()

    def current_id(self) -> int:
        """Return the id of the comment the keys stand on, or 0."""
        row = self.currentIndex().row()
        return self._list.ids[row] if 0 <= row < len(self._list.ids) else 0

    def place_of_current(self) -> int:
        """Return the row the keys stand on, or -1."""
        return self.currentIndex().row()

    def selected_ids(self) -> "array[int]":
        """Return the ids of all selected comments in the order of the list."""
        ids: array[int] = array("q")
        spans = sorted(self._spans())
        reached = -1
        for top, bottom in spans:
            ids.extend(self._list.ids[max(top, reached + 1) : bottom + 1])
            reached = max(reached, bottom)
        return ids

    def go_to(self, comment_id: int) -> bool:
        """Stand on a comment and select only it; says whether it is in the list."""
        place = self._list.place(comment_id)
        if place >= 0:
            self._stand_on(place)
        return place >= 0

    def step(self, rows: int) -> None:
        """Stand some rows further down (or up, if negative), staying within the list."""
        last = len(self._list.ids) - 1
        if last >= 0:
            self._stand_on(min(max(self.currentIndex().row() + rows, 0), last))

    def _stand_on(self, place: int) -> None:
        # Said outright: setCurrentIndex() asks which keys are held, and with Ctrl (of Ctrl+Enter) would deselect.
        flag = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(self._index(place), flag.ClearAndSelect | flag.Rows)
        self.scrollTo(self._index(place), QAbstractItemView.ScrollHint.EnsureVisible)

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Let Home and End go to the first and the last row: between the columns of a row there is no way to go."""
        ends = {
            QAbstractItemView.CursorAction.MoveHome: 0,
            QAbstractItemView.CursorAction.MoveEnd: len(self._list.ids) - 1,
        }
        if action in ends and self._list.ids:
            return self._index(ends[action])
        return super().moveCursor(action, modifiers)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move by the keys; letters and Enter are the page's, not a search for a row."""
        if event.text().strip() and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape):
            event.ignore()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width among the columns anew."""
        super().resizeEvent(event)
        self._lay_out()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Draw the ring around the current row."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self.viewport().update()

    def _index(self, row: int) -> QModelIndex:
        return self._list.index(row, self._delegate.columns[0])

    def _select(self, rows: Sequence[int]) -> None:
        """Select rows, neighbours as one range."""
        chosen = QItemSelection()
        last = len(Column) - 1
        for top, bottom in _ranges(row for row in rows if row >= 0):
            chosen.select(self._list.index(top, 0), self._list.index(bottom, last))
        self.selectionModel().select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def _lay_out(self) -> None:
        """Show the columns that fit and give them their widths."""
        columns: tuple[Column, ...] = _CARD
        if self._table:
            columns = _TABLE if self.width() >= theme.px(_NARROW) else _NARROW_TABLE
        self._delegate.columns = columns
        self._list.speak_in(columns[0])
        rest = self.viewport().width()
        for column in Column:
            self.setColumnHidden(column, column not in columns)
            if column in columns and column is not Column.FROM:
                self.setColumnWidth(column, theme.px(_WIDTHS[column]))
                rest -= theme.px(_WIDTHS[column])
        self.setColumnWidth(Column.FROM, max(rest, theme.px(120)))
        # Qt keeps the heights of the first look: ask for them anew.
        self.verticalHeader().setDefaultSectionSize(self._delegate.row_height())
        self.viewport().update()

    def _header_sorted(self, column: int, order: Qt.SortOrder) -> None:
        sort = SORTS.get(Column(column)) if column >= 0 else None
        if sort is not None:
            self.sort_asked.emit(sort, order == Qt.SortOrder.DescendingOrder)

    def _row_changed(self, now: QModelIndex, before: QModelIndex) -> None:
        """Paint the ring where it is and where it was."""
        for row in {now.row(), before.row()} - {-1}:
            for column in self._delegate.columns:
                self.update(self._list.index(row, column))
        if not self._quiet:
            self.moved.emit(self.current_id())

    def _selection_changed(self, _on: QItemSelection, _off: QItemSelection) -> None:
        if not self._quiet:
            self.picked.emit(self.selected_count())

    def _tell(self) -> None:
        self.picked.emit(self.selected_count())
        self.moved.emit(self.current_id())

    def selected_count(self) -> int:
        """Return how many comments are selected."""
        return sum(bottom - top + 1 for top, bottom in self._spans())

    def _spans(self) -> list[tuple[int, int]]:
        """Return the selected rows as ranges."""
        chosen = self.selectionModel().selection()
        ranges = [chosen.at(n) for n in range(chosen.count())]
        return [(span.top(), span.bottom()) for span in ranges if span.isValid()]


def _viewport() -> QWidget:
    """Make the viewport as Qt makes it.

    Asked for one that Qt made, PySide looks through every class of widget there is (25 ms at the start).
    """
    made = QWidget()
    made.setObjectName("qt_scrollarea_viewport")
    made.setBackgroundRole(QPalette.ColorRole.Base)
    made.setAutoFillBackground(True)
    return made


def _ranges(rows: Iterable[int]) -> list[tuple[int, int]]:
    """Join ascending rows to ranges of neighbours."""
    found: list[tuple[int, int]] = []
    for row in rows:
        if found and row == found[-1][1] + 1:
            found[-1] = (found[-1][0], row)
        else:
            found.append((row, row))
    return found
