"""A letter that came as a picture: as wide as its pane at first, larger or turned where it cannot be read so."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QPixmap, QResizeEvent, QTransform
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QWidget

from frhearing.ui.theme import theme
from frhearing.ui.widgets import column, label

_WIDEST: Final = 2400
"""Dots that are kept of a page's width: a photograph may have a hundred million of them."""
_MOST_PAGES: Final = 10
_STEP: Final = 1.4
_LARGEST: Final = 3.0


def pages_of(data: bytes) -> tuple[list[QImage], int]:
    """Return the first pages of a picture upright, as the camera has noted, and how many more it has.

    There are none where it cannot be shown.
    """
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    return _pages_in(buffer)


def _pages_in(buffer: QBuffer) -> tuple[list[QImage], int]:
    """Read from a buffer that outlives its reader: one that outlived its buffer would end the program."""
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    count = reader.imageCount() if reader.format() == b"tiff" else 1
    pages: list[QImage] = []
    for page in range(min(max(count, 1), _MOST_PAGES)):
        if page:
            reader.jumpToImage(page)
        size = reader.size()
        if max(size.width(), size.height()) > _WIDEST:
            reader.setScaledSize(size.scaled(QSize(_WIDEST, _WIDEST), Qt.AspectRatioMode.KeepAspectRatio))
        image = reader.read()
        if image.isNull():
            break
        pages.append(image)
    return pages, count - len(pages)


class PictureView(QScrollArea):
    """Shows the pages of a picture one below the other."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("The letter as it came, a picture")
        # A bar that came and went with the height, which follows the width, would come and go for ever.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._pages: Sequence[QImage] = ()
        self._labels: list[QLabel] = []
        self._larger, self._turned = 1.0, 0
        self._drawn: tuple[int, int] = (0, 0)

    def show_pages(self, pages: Sequence[QImage], more: int) -> None:
        """Show other pages, as wide as the pane and upright; ``more`` of them are only told."""
        self._pages, self._larger, self._turned = pages, 1.0, 0
        self._labels = [QLabel() for _ in pages]
        self._drawn = (0, 0)
        inner = QWidget()
        told = f"{more:,} more {'page' if more == 1 else 'pages'}: open the file in its own program."
        inner.setLayout(column(*self._labels, *((label(told, "secondary"),) if more > 0 else ()), gap=8))
        self.setWidget(inner)
        self._draw()
        self.verticalScrollBar().setValue(0)

    def zoom(self, direction: int) -> None:
        """Show it larger (1) or smaller (-1), never smaller than its pane."""
        bar = self.verticalScrollBar()
        at = bar.value() / max(bar.maximum(), 1)
        self._larger = min(max(self._larger * _STEP**direction, 1.0), _LARGEST)
        self._draw()
        bar.setValue(round(at * bar.maximum()))

    def turn(self) -> None:
        """Turn every page a quarter to the right."""
        self._turned = (self._turned + 90) % 360
        self._draw()

    def _draw(self) -> None:
        """Lay the pages out for the width there is."""
        ratio = self.devicePixelRatioF()
        width = round(max(self.viewport().width() - theme.px(2), 100) * self._larger * ratio)
        if self._drawn == (width, self._turned):
            return
        self._drawn = width, self._turned
        for shown, page in zip(self._labels, self._pages, strict=True):
            upright = page.transformed(QTransform().rotate(self._turned)) if self._turned else page
            picture = QPixmap.fromImage(upright.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation))
            picture.setDevicePixelRatio(ratio)
            shown.setPixmap(picture)
        inner = self.widget()
        if inner is not None:
            inner.adjustSize()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the pages keep fitting into another width."""
        super().resizeEvent(event)
        self._draw()
