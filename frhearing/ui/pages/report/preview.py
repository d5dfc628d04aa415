"""The real PDF on screen, page by page, with search and the place kept when it is made anew."""

from PySide6.QtCore import QBuffer, QByteArray, QEvent, QIODevice, QModelIndex, QPointF, QTimer, Signal
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtPdf import QPdfBookmarkModel, QPdfDocument, QPdfSearchModel
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QFrame

from frhearing.model.errors import ClerkError
from frhearing.ui.theme import theme

_STEP = 1.25
_LEAST, _MOST = 0.25, 5.0
_WIDEST = 1.4
"""A page that fits is not blown up beyond this: on a wide screen more of it is seen instead."""


class NotShown(ClerkError):
    """The finished PDF cannot be shown here; it can be saved and opened elsewhere."""


class Preview(QPdfView):
    """Shows a PDF. ``page_moved`` carries the page that is seen, ``found`` which hit of how many.

    Qt draws pictures of pages here and tells a screen reader nothing of them: the outline beside it does.
    """

    page_moved = Signal(int)
    found = Signal(int, int)

    def __init__(self) -> None:
        super().__init__()
        self.setPageMode(QPdfView.PageMode.MultiPage)
        self.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName("Preview of the summary")
        self._colour()
        # Without a parent: a document that went with the view's children would tell a view that is gone.
        self._pdf = QPdfDocument()
        self._before: QPdfDocument | None = None
        self.bookmarks = QPdfBookmarkModel(self)
        self._search = QPdfSearchModel(self)
        self._hit, self._looking, self._fits = 0, False, True
        self.setSearchModel(self._search)
        self.pageNavigator().currentPageChanged.connect(self._moved)
        self._search.countChanged.connect(self._counted)

    @property
    def pages(self) -> int:
        """The number of pages."""
        return self._pdf.pageCount()

    @property
    def page(self) -> int:
        """The page that is seen, counted from 1."""
        return self.pageNavigator().currentPage() + 1

    def changeEvent(self, event: QEvent) -> None:
        """Take the ground of another theme once the window has been dressed in it."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._colour()

    def _colour(self) -> None:
        """Lay the pages on a quiet ground; the view takes the palette's "dark" for it."""
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Dark, theme.color("surface2"))
        self.setPalette(palette)

    def show_pdf(self, data: bytes) -> None:
        """Show another PDF at the place where the one before was being read. Raises NotShown."""
        made = QPdfDocument()
        # The document reads from the buffer to its end: as its child the buffer goes after it.
        buffer = QBuffer(made)
        buffer.setData(QByteArray(data))
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        made.load(buffer)
        if made.status() is not QPdfDocument.Status.Ready:
            raise NotShown("The summary was made, but this window cannot show it. Save the PDF and open it elsewhere.")
        place = self.verticalScrollBar().value()
        # The one before stays until the next: a page of it may still be being drawn.
        self._before, self._pdf = self._pdf, made
        self.setDocument(made)
        self.bookmarks.setDocument(made)
        self._hit = 0
        self._search.setDocument(made)
        self._describe()
        if self._fits:
            self._fit()
        # The view measures its pages once it is back in the event loop.
        QTimer.singleShot(0, self, lambda: self.verticalScrollBar().setValue(place))

    def go(self, page: int) -> None:
        """Go to the top of a page, counted from 1."""
        if 1 <= page <= self.pages and page != self.page:
            self.pageNavigator().jump(page - 1, QPointF(0, 0), 0)

    def zoom(self, direction: int) -> None:
        """Show the pages larger (1), smaller (-1) or as wide as the window (0)."""
        now = self.zoomFactor() if self.zoomMode() is QPdfView.ZoomMode.Custom else self._fitting()
        self._fits = not direction
        if self._fits:
            self._fit()
            return
        self.setZoomMode(QPdfView.ZoomMode.Custom)
        self.setZoomFactor(min(max(now * _STEP**direction, _LEAST), _MOST))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the pages keep fitting into another width."""
        super().resizeEvent(event)
        if self._fits:
            self._fit()

    def _fit(self) -> None:
        widest = _WIDEST * theme.zoom
        wide = self._fitting() > widest
        self.setZoomMode(QPdfView.ZoomMode.Custom if wide else QPdfView.ZoomMode.FitToWidth)
        if wide:
            self.setZoomFactor(widest)

    def _fitting(self) -> float:
        """Give the zoom factor at which a page is as wide as the window."""
        points = max(self._pdf.pagePointSize(0).width(), 1.0) if self.pages else 612.0
        margins = self.documentMargins()
        room = self.viewport().width() - margins.left() - margins.right()
        return room / (points * self.logicalDpiX() / 72)

    def search_for(self, text: str) -> None:
        """Mark every place where words stand; nothing marks none."""
        self._hit, self._looking = 0, False
        self._search.setSearchString(text)
        self._counted()

    def next_hit(self, direction: int = 1) -> None:
        """Go to the next place found, or with -1 to the one before; after the last comes the first."""
        count = self._search.rowCount(QModelIndex())
        if not count:
            return
        self._hit = (self._hit + direction) % count
        self._show_hit()

    def _counted(self) -> None:
        """Take note of what is found page by page; only the first find moves the view."""
        count = self._search.rowCount(QModelIndex())
        if count and not self._looking:
            self._looking = True
            self._show_hit()
        else:
            self.found.emit(self._hit + 1 if count else 0, count)

    def _show_hit(self) -> None:
        place = self._search.resultAtIndex(self._hit)
        self.setCurrentSearchResultIndex(self._hit)
        self.pageNavigator().jump(place.page(), place.location(), 0)
        self.found.emit(self._hit + 1, self._search.rowCount(QModelIndex()))

    def _moved(self, page: int) -> None:
        self._describe()
        self.page_moved.emit(page + 1)

    def _describe(self) -> None:
        self.setAccessibleDescription(f"Page {self.page} of {self.pages}. The outline beside it can be read aloud.")
