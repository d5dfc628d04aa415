"""The figures of a chart as a table: the same rows, the same numbers, for eyes, ears and spreadsheets."""

from collections.abc import Sequence
from html import escape
from typing import Final

from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from frhearing.drawing.charts import Row
from frhearing.drawing.stances import ALL_KEYS
from frhearing.ui.theme import STANCE_WORDS, theme
from frhearing.ui.widgets.cells import SIDE, CellDelegate
from frhearing.ui.widgets.chart_view import row_in_words

Index = QModelIndex | QPersistentModelIndex
ALL: Final = "All"
"""The heading of the column that adds the others up."""
_RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def headings(first: str) -> list[str]:
    """Give the headings of the table, from the rows' own name to their sum."""
    return [first, *(STANCE_WORDS[key] for key in ALL_KEYS), ALL]


def figures(row: Row) -> list[int]:
    """Give the numbers of a row in the order of the headings, the sum last."""
    return [*(row.counts.get(key, 0) for key in ALL_KEYS), row.total]


def as_text(first: str, rows: Sequence[Row]) -> str:
    """Write the table with tabs between the cells, as spreadsheets take it from the clipboard."""
    lines = [headings(first)]
    lines += [[" ".join(row.label.split()), *(str(number) for number in figures(row))] for row in rows]
    return "\n".join("\t".join(line) for line in lines)


def as_html(first: str, rows: Sequence[Row]) -> str:
    """Write the table as HTML, as word processors take it from the clipboard."""
    head = "".join(f'<th scope="col">{escape(word)}</th>' for word in headings(first))
    body = "".join(
        f'<tr><th scope="row">{escape(row.label)}</th>'
        + "".join(f'<td align="right">{number}</td>' for number in figures(row))
        + "</tr>"
        for row in rows
    )
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _number(number: int) -> str:
    return f"{number:,}" if number else "–"


class FigureModel(QAbstractTableModel):
    """Rows of a chart for a table view; numbers come as text to read and as numbers to compare."""

    def __init__(self, first: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._headings = headings(first)
        self._rows: tuple[Row, ...] = ()
        self._figures: tuple[list[int], ...] = ()

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show other figures."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self._figures = tuple(figures(row) for row in rows)
        self.endResetModel()

    def widest(self, column: int) -> str:
        """Give the longest number of a column as it is shown."""
        return _number(max((row[column - 1] for row in self._figures), default=0))

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """Give the number of rows."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        """Give the number of columns."""
        return 0 if parent.isValid() else len(self._headings)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give the heading of a column."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._headings[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if section else Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give a cell; the first one of a row reads the whole row aloud."""
        place = index.column()
        if place == 0:
            row = self._rows[index.row()]
            if role == Qt.ItemDataRole.AccessibleTextRole:
                return row_in_words(row)
            shown = role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)
            return row.label if shown else None
        number = self._figures[index.row()][place - 1]
        if role == Qt.ItemDataRole.DisplayRole:
            return _number(number)
        if role == Qt.ItemDataRole.EditRole:
            return number
        return _RIGHT if role == Qt.ItemDataRole.TextAlignmentRole else None


class FigureTable(QTableView):
    """The table in place of a chart; it is as high as its rows, and the page scrolls."""

    def __init__(self, name: str, first: str) -> None:
        super().__init__()
        self._model = FigureModel(first, self)
        self.setModel(self._model)
        self.setAccessibleName(f"{name}, table")
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setTabKeyNavigation(False)
        self.setItemDelegate(CellDelegate(self))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        theme.changed.connect(self._fit)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show other figures."""
        self._model.show_rows(rows)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Measure anew in another font."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and hasattr(self, "_model"):
            self._fit()

    def _fit(self) -> None:
        """Take the height that head and rows need, so that no second scroll bar stands in the page.

        The widths are set here: asked for its contents, Qt measures every cell again with each change of style.
        """
        head, wide = self.horizontalHeader(), self.fontMetrics().horizontalAdvance
        words = head.fontMetrics().horizontalAdvance
        for column, heading in enumerate(headings("")[1:], 1):
            cells = wide(self._model.widest(column)) + 3 * theme.px(SIDE)
            # Not Qt's hint, which leaves room for a sign of sorting: that room belongs to the names.
            head.resizeSection(column, max(words(heading) + 2 * theme.px(SIDE) + 1, cells))
        line = theme.px(26)
        self.verticalHeader().setMinimumSectionSize(line)
        self.verticalHeader().setDefaultSectionSize(line)
        scroll = self.horizontalScrollBar().sizeHint().height()
        self.setFixedHeight(theme.px(30) + line * self._model.rowCount() + scroll)
