"""The page of a letter that came as a picture, shown so that its words can be typed beside it."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPixmap, QResizeEvent
from PySide6.QtWidgets import QLabel, QStackedWidget, QWidget

from frhearing.ui.background import Progress
from frhearing.ui.pages.report.preview import NotShown, Preview
from frhearing.ui.session import Session
from frhearing.ui.theme import set_size
from frhearing.ui.widgets import label

_PDF = b"%PDF-"


class PageView(QStackedWidget):
    """Shows a PDF or a picture; whatever cannot be shown is said in its place."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._shown: Path | None = None
        self._image = QImage()
        self.pdf = Preview()
        self.pdf.setAccessibleName("The letter as it came")
        self.picture = QLabel()
        self.picture.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.picture.setAccessibleName("The letter as it came, a picture")
        self.words = label("", "secondary", wrap=True)
        self.words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        for widget in (self.pdf, self.picture, self.words):
            self.addWidget(widget)
        set_size(self, min_width=260, min_height=300)

    def show_page(self, path: Path) -> None:
        """Show a file; it is read in the background."""
        if path == self._shown:
            return
        self._shown = path
        self._say("Opening the page…")

        def job(_progress: Progress) -> tuple[Path, bytes, QImage]:
            data = path.read_bytes()
            # Drawn small enough to be shown at once: a scan may have a hundred million dots.
            image = QImage() if _PDF in data[:1024] else QImage.fromData(data)
            if image.width() > 2400:
                image = image.scaledToWidth(2400, Qt.TransformationMode.SmoothTransformation)
            return path, data, image

        self._session.background.run(job, self._take, lambda _fault: self._say("This page cannot be shown here."))

    def _take(self, found: tuple[Path, bytes, QImage]) -> None:
        path, data, self._image = found
        if path != self._shown:
            return
        if not self._image.isNull():
            self._scale()
            self.setCurrentWidget(self.picture)
            return
        try:
            self.pdf.show_pdf(data)
        except NotShown:
            self._say("This page cannot be shown here. Open the file in its own program.")
            return
        self.setCurrentWidget(self.pdf)

    def _say(self, words: str) -> None:
        self.words.setText(words)
        self.setCurrentWidget(self.words)

    def _scale(self) -> None:
        if not self._image.isNull():
            width = max(self.width() - 8, 100)
            self.picture.setPixmap(
                QPixmap.fromImage(self._image).scaled(
                    width,
                    max(self.height() - 8, 100),
                    Qt.AspectRatioMode.KeepAspectRatio,
                    Qt.TransformationMode.SmoothTransformation,
                )
            )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let a picture keep fitting."""
        super().resizeEvent(event)
        self._scale()
