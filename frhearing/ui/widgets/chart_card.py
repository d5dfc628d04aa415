"""A chart on its card: heading, what is counted, show as table, copy, put in the report."""

from collections.abc import Sequence

from PySide6.QtCore import QMimeData, QModelIndex, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from frhearing.drawing.charts import Look, Row
from frhearing.drawing.colours import LIGHT
from frhearing.ui.theme import STANCE_WORDS, set_icon
from frhearing.ui.widgets.buttons import IconButton
from frhearing.ui.widgets.chart_table import FigureTable, as_html, as_text
from frhearing.ui.widgets.chart_view import ChartView, Layout, picture
from frhearing.ui.widgets.labels import label
from frhearing.ui.widgets.layouts import Card, column, row
from frhearing.ui.widgets.marks import measure

_COPY_WIDTH = 640.0


class ChartCard(Card):
    """One chart with its table. ``opened`` gives row and stance; the other signals are for the page."""

    opened = Signal(int, str)
    report_wanted = Signal()
    copied = Signal()

    def __init__(self, title: str, first: str, layout: Layout, *, vertical: bool = False) -> None:
        super().__init__(gap=8)
        self._first, self._draw, self._as_table = first, layout, False
        self.note = label("", "caption", wrap=True)
        self.view = ChartView(title, layout, vertical)
        self.table = FigureTable(title, first)
        self.nothing = label("", "secondary", wrap=True)
        self.table_button = IconButton("table-2", f"Show as table (T): {title}")
        self.copy_button = IconButton("copy", f"Copy table and picture (Ctrl+C): {title}")
        self.report_button = IconButton("file-plus", f"Put in report (I): {title}")
        self.tools = (self.table_button, self.copy_button, self.report_button)
        words = column(label(title, "h3"), self.note, gap=1)
        self.body.addLayout(row((words, 1), *self.tools, gap=2))
        for shown in (self.view, self.table, self.nothing):
            self.body.addWidget(shown)
        self.body.addStretch(1)
        self.setAccessibleName(title)
        self.table_button.clicked.connect(self.toggle_table)
        self.copy_button.clicked.connect(self.copy)
        self.report_button.clicked.connect(self.report_wanted)
        self.view.opened.connect(self.opened)
        self.table.activated.connect(self._open_row)
        self._show_part()

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows that are shown."""
        return self.view.rows

    @property
    def stop(self) -> QWidget:
        """What takes the focus now: the chart or the table in its place."""
        return self.table if self._as_table else self.view

    def show_rows(self, rows: Sequence[Row], note: str, nothing: str = "Nothing to count here yet.") -> None:
        """Show figures under a note that says what is counted; ``nothing`` stands where there are none."""
        self.note.setText(note)
        self.nothing.setText(nothing)
        self.view.show_rows(rows)
        self.table.show_rows(rows)
        self._show_part()

    def toggle_table(self) -> None:
        """Change between chart and table; the focus stays on the figures."""
        inside = self.view.hasFocus() or self.table.hasFocus()
        self._as_table = not self._as_table
        shape, words = ("chart-column", "chart") if self._as_table else ("table-2", "table")
        set_icon(self.table_button, shape)
        self.table_button.setAccessibleName(f"Show as {words} (T): {self.accessibleName()}")
        self.table_button.setToolTip(self.table_button.accessibleName())
        self._show_part()
        if inside:
            self.stop.setFocus()

    def copy(self) -> None:
        """Put the table as text and HTML and the chart as a picture on the clipboard."""
        data = QMimeData()
        data.setText(as_text(self._first, self.rows))
        data.setHtml(as_html(self._first, self.rows))
        scene = self._draw(self.rows, _COPY_WIDTH, Look(LIGHT, measure, STANCE_WORDS))
        data.setImageData(picture(scene))
        QGuiApplication.clipboard().setMimeData(data)
        self.copied.emit()

    def _open_row(self, index: QModelIndex) -> None:
        self.opened.emit(index.row(), "")

    def _show_part(self) -> None:
        some, as_table = bool(self.rows), self._as_table
        self.view.setVisible(some and not as_table)
        self.table.setVisible(some and as_table)
        self.nothing.setVisible(not some)
        for button in self.tools:
            button.setEnabled(some)
