"""Writes a document as PDF: laid out first, painted after, every page number known when it is drawn."""

from collections.abc import Callable, Sequence
from concurrent.futures import Executor, ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial

from frhearing.model.errors import Cancelled
from frhearing.report.document import Document
from frhearing.report.pdf.attachments import Attachment, write_attachments
from frhearing.report.pdf.canvas import Canvas
from frhearing.report.pdf.file import text_string
from frhearing.report.pdf.flow import Flow
from frhearing.report.pdf.furniture import Furniture
from frhearing.report.pdf.layout import lay_out
from frhearing.report.pdf.metadata import Metadata, set_info, write_output_intent, write_packet
from frhearing.report.pdf.outline import by_page, write_outline
from frhearing.report.pdf.packing import packed
from frhearing.report.pdf.sheet import STANDARD, PageSetup
from frhearing.report.pdf.structure import write_tree
from frhearing.report.text import Replaced
from frhearing.report.undisturbed import short_turns, undisturbed

Progress = Callable[[int, int], None]
"""Called with what is done and what there is to do, in steps without a unit."""

_PACKERS = 2
"""So many threads pack pages while others are painted; zlib lets Python go on meanwhile."""


@dataclass(frozen=True, slots=True)
class PdfResult:
    """A finished file. Pages count from 1; `section_pages` has the first page of each section by key."""

    data: bytes
    pages: int
    section_pages: dict[str, int]
    replaced: tuple[Replaced, ...]


class _Pulse:
    """Counts steps, tells them, and stops everything when asked to."""

    def __init__(self, document: Document, progress: Progress | None, cancelled: Callable[[], bool] | None) -> None:
        self._steps = max(sum(len(section.blocks) for section in document.sections), 1)
        self.total = 2 * self._steps
        self.done = 0
        self._progress = progress
        self._cancelled = cancelled

    def __call__(self) -> None:
        self._tell(min(self.done + 1, self.total))

    def painted(self, pages: int, of: int) -> None:
        """So many pages are painted, of all."""
        self._tell(self._steps + self._steps * pages // of)

    def _tell(self, done: int) -> None:
        """So much is done; raises Cancelled if the clerk has asked for an end."""
        self.done = done
        if self._cancelled and self._cancelled():
            raise Cancelled
        if self._progress:
            self._progress(done, self.total)


def write_pdf(
    document: Document,
    setup: PageSetup = STANDARD,
    attachments: Sequence[Attachment] = (),
    *,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> PdfResult:
    """Write the document as a tagged, archival PDF (made for PDF/UA-1 and PDF/A-3a).

    The same document, setup and attachments give the same bytes. Raises Cancelled when `cancelled` says so.
    """
    with undisturbed(), short_turns(), ThreadPoolExecutor(_PACKERS) as packers:
        try:
            return _write(document, setup, attachments, _Pulse(document, progress, cancelled), packers)
        finally:
            packers.shutdown(wait=False, cancel_futures=True)


def _write(
    document: Document, setup: PageSetup, attachments: Sequence[Attachment], pulse: _Pulse, packers: Executor
) -> PdfResult:
    """Lay the document out, then paint it."""
    flow = Flow(setup, pulse)
    canvas = Canvas((flow.geometry.width, flow.geometry.height), flow.anchors, flow.styles.in_chart, packers)
    about = Metadata(document.title, document.author, document.subject, document.language, document.dated)
    along = write_attachments(canvas.pdf, attachments, about.moment) if attachments else None
    lay_out(flow, document)
    bookmarks = by_page(flow.outline, flow.anchors)
    furniture = Furniture(document, flow)
    for number, items in enumerate(flow.pages):
        canvas.begin_page()
        furniture.paint(canvas, number)
        for item in items:
            item.paint(canvas)
        for anchor in bookmarks.get(number, ()):
            canvas.bookmark(anchor)
        canvas.end_page()
        items.clear()
        pulse.painted(number + 1, len(flow.pages))
    data = _finish(flow, canvas, about, along)
    first = {section.key: flow.anchors[section.key][0] + 1 for section in document.sections}
    return PdfResult(data, len(flow.pages), first, document.replaced)


def _finish(flow: Flow, canvas: Canvas, about: Metadata, along: tuple[bytes, bytes] | None) -> bytes:
    """Write what the pages refer to, and what the file says about itself; returns the whole file."""
    pdf, drawn, catalog = canvas.pdf, canvas.page_canvas, canvas.document.Catalog
    pages = canvas.finish()
    canvas.document.idToObject["BasicFonts"].dict.update(flow.shelf.embed(pdf))
    write_outline(canvas, flow.outline)
    set_info(drawn, about)
    drawn.setViewerPreference("DisplayDocTitle", "true")
    drawn.addPageLabel(0, "ARABIC")
    catalog.__NoDefault__ = [*catalog.__NoDefault__, "OutputIntents", "AF"]
    catalog.Lang = text_string(about.language)
    catalog.MarkInfo = b"<</Marked true>>"
    catalog.StructTreeRoot = b"%d 0 R" % write_tree(pdf, flow.root, pages, canvas.marks, canvas.link_owners)
    catalog.Metadata = b"%d 0 R" % write_packet(pdf, about)
    catalog.OutputIntents = b"[%d 0 R]" % write_output_intent(pdf)
    if along is not None:
        catalog.AF, catalog.Names = along
    canvas.document.format = partial(packed, pdf)
    data: bytes = drawn.getpdfdata()
    return data
