"""The page of a letter that came as a picture, shown so that its words can be typed beside it."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QStackedWidget, QWidget

from frhearing.ui.background import Progress
from frhearing.ui.dialogs.import_picture import PictureView, pages_of
from frhearing.ui.pages.report.preview import NotShown, Preview
from frhearing.ui.session import Session
from frhearing.ui.theme import set_size
from frhearing.ui.widgets import IconButton, column, label, row

_PDF = b"%PDF-"


class PageView(QWidget):
    """Shows a PDF or a picture, larger on demand; whatever cannot be shown is said in its place."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._shown: Path | None = None
        self.pdf = Preview()
        self.pdf.setAccessibleName("The letter as it came")
        self.picture = PictureView()
        self.words = label("", "secondary", wrap=True)
        self.words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.stack = QStackedWidget()
        for widget in (self.pdf, self.picture, self.words):
            self.stack.addWidget(widget)
        self.smaller = IconButton("zoom-out", "Page smaller")
        self.larger = IconButton("zoom-in", "Page larger")
        self.turn = IconButton("refresh-cw", "Turn the page a quarter")
        self.smaller.clicked.connect(lambda: self._zoom(-1))
        self.larger.clicked.connect(lambda: self._zoom(1))
        self.turn.clicked.connect(self.picture.turn)
        self.setLayout(column(row(None, self.smaller, self.larger, self.turn, gap=2), (self.stack, 1), gap=4))
        set_size(self, min_width=260, min_height=300)

    def show_page(self, path: Path) -> None:
        """Show a file; it is read in the background."""
        if path == self._shown:
            return
        self._shown = path
        self._say("Opening the page…")

        def job(_progress: Progress) -> tuple[Path, bytes, list[QImage], int]:
            data = path.read_bytes()
            return path, data, *(([], 0) if _PDF in data[:1024] else pages_of(data))

        self._session.background.run(job, self._take, lambda _fault: self._say("This page cannot be shown here."))

    def _take(self, found: tuple[Path, bytes, list[QImage], int]) -> None:
        path, data, pages, more = found
        if path != self._shown:
            return
        if pages:
            self.picture.show_pages(pages, more)
            self._show(self.picture)
            return
        try:
            self.pdf.show_pdf(data)
        except NotShown:
            self._say("This page cannot be shown here. Open the file in its own program.")
            return
        self._show(self.pdf)

    def _show(self, what: QWidget) -> None:
        self.stack.setCurrentWidget(what)
        for button in (self.smaller, self.larger):
            button.setEnabled(what is not self.words)
        self.turn.setEnabled(what is self.picture)

    def _say(self, words: str) -> None:
        self.words.setText(words)
        self._show(self.words)

    def _zoom(self, direction: int) -> None:
        shown = self.stack.currentWidget()
        if shown is self.pdf:
            self.pdf.zoom(direction)
        elif shown is self.picture:
            self.picture.zoom(direction)
