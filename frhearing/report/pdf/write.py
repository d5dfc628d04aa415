"""Writes a document as PDF: laid out first, painted after, every page number known when it is drawn."""

import gc
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
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

Progress = Callable[[int, int], None]
"""Called with what is done and what there is to do, in steps without a unit."""


@dataclass(frozen=True, slots=True)
class PdfResult:
    """A finished file. Pages count from 1; `section_pages` has the first page of each section by key."""

    data: bytes
    pages: int
    section_pages: dict[str, int]
    replaced: tuple[Replaced, ...]


class _Pulse:
    """Counts steps, tells them, and stops everything when asked to."""

    def __init__(self, steps: int, progress: Progress | None, cancelled: Callable[[], bool] | None) -> None:
        self.total = 2 * max(steps, 1)
        self.done = 0
        self._progress = progress
        self._cancelled = cancelled

    def __call__(self) -> None:
        self.tell(min(self.done + 1, self.total))

    def tell(self, done: int) -> None:
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
    with _undisturbed():
        return _write(document, setup, attachments, progress, cancelled)


@contextmanager
def _undisturbed() -> Iterator[None]:
    """No search for garbage within: of a million small things none is garbage yet, and a fifth of the time would go."""
    searching = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if searching:
            gc.enable()


def _write(
    document: Document,
    setup: PageSetup,
    attachments: Sequence[Attachment],
    progress: Progress | None,
    cancelled: Callable[[], bool] | None,
) -> PdfResult:
    """Lay the document out, then paint it."""
    steps = sum(len(section.blocks) for section in document.sections)
    pulse = _Pulse(steps, progress, cancelled)
    flow = lay_out(document, setup, pulse)
    size = (flow.geometry.width, flow.geometry.height)
    canvas = Canvas(size, flow.anchors, flow.styles.in_chart)
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
        pulse.tell(steps + steps * (number + 1) // len(flow.pages))
    data = _finish(document, flow, canvas, attachments)
    first = {section.key: flow.anchors[section.key][0] + 1 for section in document.sections}
    return PdfResult(data, len(flow.pages), first, document.replaced)


def _finish(document: Document, flow: Flow, canvas: Canvas, attachments: Sequence[Attachment]) -> bytes:
    """Write what the pages refer to, and what the file says about itself; returns the whole file."""
    pdf, drawn, catalog = canvas.pdf, canvas.page_canvas, canvas.document.Catalog
    pages = canvas.finish()
    canvas.document.idToObject["BasicFonts"].dict.update(flow.shelf.embed(pdf))
    write_outline(canvas, flow.outline)
    about = Metadata(document.title, document.author, document.subject, document.language, document.dated)
    set_info(drawn, about)
    drawn.setViewerPreference("DisplayDocTitle", "true")
    drawn.addPageLabel(0, "ARABIC")
    catalog.__NoDefault__ = [*catalog.__NoDefault__, "OutputIntents", "AF"]
    catalog.Lang = text_string(document.language)
    catalog.MarkInfo = b"<</Marked true>>"
    catalog.StructTreeRoot = b"%d 0 R" % write_tree(pdf, flow.root, pages, canvas.marks, canvas.link_owners)
    catalog.Metadata = b"%d 0 R" % write_packet(pdf, about)
    catalog.OutputIntents = b"[%d 0 R]" % write_output_intent(pdf)
    if attachments:
        catalog.AF, catalog.Names = write_attachments(pdf, attachments, about.moment)
    canvas.document.format = partial(packed, canvas.document)
    data: bytes = drawn.getpdfdata()
    return data
