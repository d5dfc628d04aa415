"""Puts the pages of the finished PDF on paper: QtPdf draws pictures of pages, the printer takes them."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter

from frhearing.model.errors import ClerkError

MOST_DPI: Final = 300
"""Dots an inch of a printed page: 32 MB a page; 600 would be 128 MB."""

Tell = Callable[[int, int, str], None]


class NotPrinted(ClerkError):
    """The printer or the PDF did not do its part; the summary and the record are as they were."""


def print_pages(pdf: bytes, printer: QPrinter, tell: Tell) -> int:
    """Print the pages that the printer was set to (all, or from–to) and give their number.

    Runs on any thread. ``tell`` takes (done, total, words) and may raise Cancelled: the printer is then told
    to give up. Raises NotPrinted.
    """
    buffer = QBuffer()
    buffer.setData(QByteArray(pdf))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    if document.status() is not QPdfDocument.Status.Ready:
        raise NotPrinted("The summary could not be read for printing. Save it as a PDF and print that file.")
    first = max(printer.fromPage(), 1) - 1
    last = min(printer.toPage() or document.pageCount(), document.pageCount())
    printer.setFullPage(True)
    painter = QPainter()
    if not painter.begin(printer):
        raise NotPrinted("The printer does not answer. Nothing was printed. Check it, or save the PDF instead.")
    try:
        for number in range(first, last):
            tell(number - first, last - first, f"Printing page {number + 1}")
            if number > first and not printer.newPage():
                raise NotPrinted(f"The printer stopped before page {number + 1}. The pages before it are printed.")
            _print_page(painter, document, number)
    except BaseException:
        printer.abort()
        raise
    finally:
        painter.end()
        document.close()
    return last - first


def _print_page(painter: QPainter, document: QPdfDocument, number: int) -> None:
    """Draw one page as large as the paper allows, in the middle, at no more than ``MOST_DPI``."""
    points = document.pagePointSize(number)
    paper = QRectF(painter.viewport())
    scale = min(paper.width() / points.width(), paper.height() / points.height())
    dots = min(MOST_DPI / 72, scale)
    image = document.render(number, QSize(round(points.width() * dots), round(points.height() * dots)))
    size = points * scale
    place = QRectF(
        (paper.width() - size.width()) / 2, (paper.height() - size.height()) / 2, size.width(), size.height()
    )
    painter.fillRect(place, "white")
    painter.drawImage(place, image)


def paper_of(pdf_paper: str) -> QPageLayout:
    """Give the layout of the paper that the summary was made for, for the print dialog."""
    size = QPageSize.PageSizeId.A4 if pdf_paper.casefold() == "a4" else QPageSize.PageSizeId.Letter
    layout = QPageLayout()
    layout.setPageSize(QPageSize(size))
    return layout
