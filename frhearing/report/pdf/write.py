"""Writes a document as PDF: laid out first, painted after, every page number known when it is drawn."""

from collections.abc import Callable
from dataclasses import dataclass

from frhearing.model.errors import Cancelled
from frhearing.report.document import Document
from frhearing.report.pdf.canvas import Canvas
from frhearing.report.pdf.file import PdfFile, text_string
from frhearing.report.pdf.flow import Flow
from frhearing.report.pdf.furniture import Furniture
from frhearing.report.pdf.layout import lay_out
from frhearing.report.pdf.metadata import Metadata, write_info, write_output_intent, write_packet
from frhearing.report.pdf.outline import write_outline
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
    *,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> PdfResult:
    """Write the document as a tagged, archival PDF (made for PDF/UA-1 and PDF/A-3a).

    The same document and setup give the same bytes. Raises Cancelled when `cancelled` says so.
    """
    steps = sum(len(section.blocks) for section in document.sections)
    pulse = _Pulse(steps, progress, cancelled)
    flow = lay_out(document, setup, pulse)
    pdf = PdfFile()
    size = (flow.geometry.width, flow.geometry.height)
    canvas = Canvas(pdf, size, len(flow.pages), flow.anchors, flow.styles.in_chart)
    furniture = Furniture(document, flow)
    for number, items in enumerate(flow.pages):
        canvas.begin_page()
        furniture.paint(canvas, number)
        for item in items:
            item.paint(canvas)
        canvas.end_page()
        items.clear()
        pulse.tell(steps + steps * (number + 1) // len(flow.pages))
    data = _finish(pdf, document, flow, canvas, furniture)
    first = {section.key: flow.anchors[section.key][0] + 1 for section in document.sections}
    return PdfResult(data, len(flow.pages), first, document.replaced)


def _finish(pdf: PdfFile, document: Document, flow: Flow, canvas: Canvas, furniture: Furniture) -> bytes:
    """Write what the pages refer to, and the catalog; returns the whole file."""
    fonts = pdf.reserve()
    form = furniture.write_form(pdf, fonts)
    pdf.fill(fonts, b"<<%s>>" % flow.shelf.embed(pdf))
    pdf.fill(canvas.resources, b"<</Font %d 0 R%s>>" % (fonts, form))
    kids = b" ".join(b"%d 0 R" % page for page in canvas.page_numbers)
    pdf.fill(canvas.tree, b"<</Type/Pages/Count %d/Kids[%s]>>" % (len(canvas.page_numbers), kids))
    tree = write_tree(pdf, flow.root, canvas.page_numbers, canvas.marks, canvas.link_owners)
    outline = write_outline(pdf, flow.outline, canvas.target)
    about = Metadata(document.title, document.author, document.subject, document.language, document.dated)
    bookmarks = b"/Outlines %d 0 R/PageMode/UseOutlines" % outline if outline else b""
    catalog = pdf.add(
        b"<</Type/Catalog/Pages %d 0 R/StructTreeRoot %d 0 R/MarkInfo<</Marked true>>/Lang%s"
        b"/ViewerPreferences<</DisplayDocTitle true>>/Metadata %d 0 R/OutputIntents[%d 0 R]%s>>"
        % (
            canvas.tree,
            tree,
            text_string(document.language),
            write_packet(pdf, about),
            write_output_intent(pdf),
            bookmarks,
        )
    )
    return pdf.finished(catalog, write_info(pdf, about))
