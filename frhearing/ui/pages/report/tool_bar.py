"""The bar above the preview: page, zoom, find, open, save, print; and how far the making is."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QFrame, QLineEdit, QProgressBar, QWidget

from frhearing.ui.theme import set_size
from frhearing.ui.widgets import FlowRow, IconButton, PlainButton, PrimaryButton, SearchField, column, label, row

_PATIENCE_MS = 300


class ToolBar(QFrame):
    """``page_wanted`` carries a page, ``zoomed`` 1, -1 or 0, ``searched`` words, ``stepped`` 1 or -1."""

    page_wanted = Signal(int)
    zoomed = Signal(int)
    searched = Signal(str)
    stepped = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "bar")
        self.setAccessibleName("Preview")
        self.page = QLineEdit()
        self._numbers = QIntValidator(1, 1, self)
        self.page.setValidator(self._numbers)
        self.page.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.page.setAccessibleName("Page")
        set_size(self.page, width=52)
        self.of = label("of 0", "secondary")
        smaller = IconButton("zoom-out", "Pages smaller")
        larger = IconButton("zoom-in", "Pages larger")
        fit = IconButton("maximize-2", "Pages as wide as the window")
        self.search = SearchField("Find in the summary")
        set_size(self.search, width=150)
        self.hits = label("", "caption")
        self.hits.hide()
        self.viewer = IconButton("eye", "Open in the system viewer")
        self.save = PlainButton("Save PDF…", "file-down")
        self.print = PrimaryButton("Print…", "printer")
        parts = FlowRow(gap=8)
        for group in (
            (label("Page", "secondary"), self.page, self.of),
            (smaller, larger, fit),
            (self.search, self.hits),
            (self.viewer, self.save, self.print),
        ):
            part = QWidget()
            part.setLayout(row(*group, gap=5))
            parts.add(part)
        self.building = BuildingLine()
        self.setLayout(column(row((parts, 1)), self.building, margins=(14, 7, 14, 7), gap=6))
        for button, direction in ((smaller, -1), (larger, 1), (fit, 0)):
            button.clicked.connect(lambda _down=False, step=direction: self.zoomed.emit(step))
        self.page.returnPressed.connect(self._page_typed)
        self.search.settled.connect(self.searched)
        self.search.left.connect(lambda: self.stepped.emit(1))

    def show_page(self, page: int, pages: int) -> None:
        """Show which page of how many is seen."""
        self._numbers.setTop(max(pages, 1))
        self.page.setText(str(page))
        self.of.setText(f"of {pages:,}")

    def _page_typed(self) -> None:
        self.page_wanted.emit(int(self.page.text()))
        self.page.selectAll()

    def show_hit(self, hit: int, hits: int) -> None:
        """Show which place found is seen, or that there is none."""
        looked = bool(self.search.text().strip())
        self.hits.setText(f"{hit:,} of {hits:,}" if hits else "not found" if looked else "")
        self.hits.setVisible(looked)

    def allow(self, ready: bool) -> None:
        """Switch what needs a finished PDF on or off."""
        for part in (self.page, self.viewer, self.save, self.print, self.search):
            part.setEnabled(ready)


class BuildingLine(QWidget):
    """How far the making of the PDF is; nothing is shown before 0.3 seconds have passed."""

    cancelled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.words = label("", "caption")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName("Making the summary")
        self.cancel = PlainButton("Cancel")
        self.setLayout(row(self.words, (self.bar, 1), self.cancel, gap=10))
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PATIENCE_MS)
        self._timer.timeout.connect(self.show)
        self.cancel.clicked.connect(self.cancelled)
        self.hide()

    def start(self, words: str) -> None:
        """Begin to wait for something."""
        self.words.setText(words)
        self.bar.setRange(0, 0)
        if not self.isVisible():
            self._timer.start()

    def progress(self, done: int, total: int, words: str) -> None:
        """Show how far it is."""
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        self.words.setText(f"{words}, {done:,} of {total:,}" if total else words)

    def stop(self) -> None:
        """It is done, or was given up."""
        self._timer.stop()
        self.hide()
