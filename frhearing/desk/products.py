"""What can be made of a hearing for others to read: the full summary, the minutes paragraph, the tally sheet.

Each as PDF, as one web page, or as plain text; all say the same, for all come from one document.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from frhearing.desk import summaries
from frhearing.desk.desk import Desk
from frhearing.desk.summaries import PrintOptions, Progress
from frhearing.desk.whole_files import put
from frhearing.model.errors import Refused
from frhearing.report.document import Document
from frhearing.report.facts import SECTION_KEYS
from frhearing.report.html import write_html
from frhearing.report.minutes import paragraph
from frhearing.report.plain import write_text
from frhearing.report.products import Product, build

__all__ = ["SECTION_KEYS", "Format", "Made", "Product", "format_of", "make", "minutes_text", "only", "save"]


class Format(StrEnum):
    """The kinds of files a product can be written as."""

    PDF = "pdf"
    HTML = "html"
    TXT = "txt"


_ENDINGS = {"": Format.PDF, ".pdf": Format.PDF, ".html": Format.HTML, ".htm": Format.HTML, ".txt": Format.TXT}


@dataclass(frozen=True, slots=True)
class Made:
    """A finished product; ``pages`` is None for what has none."""

    data: bytes
    pages: int | None
    record_digest: str
    edition: str = ""
    listed: bool = False


def format_of(path: Path, named: str = "") -> Format:
    """Return the format that is named, else that of a file's ending (PDF without one); raises Refused for another."""
    if named:
        return Format(named)
    found = _ENDINGS.get(path.suffix.lower())
    if found is None:
        raise Refused(f"{path} does not end in .pdf, .html or .txt. Nothing was written. Name a format, or the ending.")
    return found


def only(options: PrintOptions, keys: list[str]) -> PrintOptions:
    """Return options that print these sections and no others, in this order; raises Refused for an unknown one."""
    unknown = [key for key in keys if key not in SECTION_KEYS]
    if unknown:
        raise Refused(f"There is no section “{unknown[0]}”. There are {', '.join(SECTION_KEYS)}. Nothing was written.")
    known = {section.key: section for section in options.sections}
    chosen = [replace(known[key], on=True) for key in dict.fromkeys(keys)]
    rest = [replace(section, on=False) for section in options.sections if section.key not in keys]
    return replace(options, sections=(*chosen, *rest))


def make(
    desk: Desk,
    hearing_id: int,
    product: Product,
    as_: Format,
    options: PrintOptions | None = None,
    *,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Made:
    """Make a product in memory; raises Cancelled when ``cancelled`` says so."""
    chosen = options or summaries.load_options(desk, hearing_id)
    if as_ is Format.PDF:
        made = summaries.make_summary(desk, hearing_id, chosen, product=product, progress=progress, cancelled=cancelled)
        return Made(made.pdf, made.pages, made.record_digest, made.edition)
    document, digest = _document(desk, hearing_id, product, chosen)
    if as_ is Format.HTML:
        text = write_html(document)
    else:
        text = paragraph(document) + "\n" if product is Product.MINUTES else write_text(document)
    return Made(text.encode(), None, digest, document.edition)


def save(
    desk: Desk,
    hearing_id: int,
    path: Path,
    product: Product,
    as_: Format,
    options: PrintOptions | None = None,
    *,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Made:
    """Write a product to a file in one step; a PDF goes onto the list of saved summaries."""
    if as_ is Format.PDF:
        saved = summaries.save_summary(
            desk, hearing_id, path, options, product=product, progress=progress, cancelled=cancelled
        )
        return Made(saved.pdf, saved.pages, saved.record_digest, saved.edition, saved.listed)
    made = make(desk, hearing_id, product, as_, options, progress=progress, cancelled=cancelled)
    put(path, made.data)
    return made


def minutes_text(desk: Desk, hearing_id: int, options: PrintOptions | None = None) -> str:
    """Return the minutes paragraph as text to paste."""
    chosen = options or summaries.load_options(desk, hearing_id)
    document, _ = _document(desk, hearing_id, Product.MINUTES, chosen)
    return paragraph(document)


def _document(desk: Desk, hearing_id: int, product: Product, options: PrintOptions) -> tuple[Document, str]:
    """Return a product as a document, and the digest of the record it was made from, both of one moment."""
    with desk.store.snapshot():
        gathered = summaries.facts(desk, hearing_id)
    return build(product, gathered, summaries.chosen(options)), gathered.record_digest
