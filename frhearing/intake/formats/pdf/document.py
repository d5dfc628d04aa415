"""A PDF as one row: the text of its pages as it stands there, filled fields, notes; what is only a picture is named."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Any, Final

import pypdfium2
import pypdfium2.raw as pdfium

from frhearing.intake.draft import Reading, Unreadable
from frhearing.intake.formats.one_row import Document, counted, pages_in_words, readable_time
from frhearing.intake.formats.pdf.marks import Marks, property_of
from frhearing.intake.formats.pdf.pages import objects_of, text_of
from frhearing.intake.source import Source

_MOST_PAGES: Final = 5_000
_MOST_DAMAGED: Final = 50
_MOST_LETTERS: Final = 20_000_000
"""How many pages are read, how many damaged ones are met before the rest is given up, how many letters are kept."""
_KEPT: Final = "nothing was imported, and the file is as it was."


@dataclass(slots=True)
class _Findings:
    """The numbers of the pages on which something was met, by what it is."""

    scans: list[int] = field(default_factory=list)
    drawn: list[int] = field(default_factory=list)
    damaged: list[int] = field(default_factory=list)
    pictures: Counter[int] = field(default_factory=Counter)
    unknown: Counter[int] = field(default_factory=Counter)
    right_to_left: list[int] = field(default_factory=list)
    layers: set[str] = field(default_factory=set)


def read(source: Source) -> Reading:
    """Read a PDF. Raises Unreadable, in a sentence, for one that is damaged or has a password."""
    opened = _opened(source)
    try:
        document = _document_of(source, opened)
    finally:
        opened.close()
    return document.reading(source)


def _document_of(source: Source, opened: Any) -> Document:
    document = Document(
        author=property_of(opened, "Author"),
        title=property_of(opened, "Title"),
        written=readable_time(property_of(opened, "CreationDate")),
    )
    for name in ("Subject", "Keywords"):
        if said := property_of(opened, name):
            document.margin.append(f"File properties, {name.lower()}: {said}")
    kind = opened.get_formtype()
    if kind != pdfium.FORMTYPE_NONE:
        opened.init_forms()
    marks = Marks(opened, opened.formenv, document)
    found = _Findings()
    document.text = _read_pages(source, opened, marks, found, document)
    marks.read_files()
    if kind in (pdfium.FORMTYPE_XFA_FULL, pdfium.FORMTYPE_XFA_FOREGROUND):
        marks.read_xfa()
    _say(source, found, document)
    return document


def _opened(source: Source) -> Any:
    try:
        opened = pypdfium2.PdfDocument(source.data)
    except pypdfium2.PdfiumError as fault:
        if fault.err_code == pdfium.FPDF_ERR_PASSWORD:
            raise Unreadable(
                f"“{source.file}” is a PDF that opens only with a password; {_KEPT} "
                "Ask the sender for it without one, or open it and print it to a new PDF."
            ) from fault
        if fault.err_code == pdfium.FPDF_ERR_SECURITY:
            raise Unreadable(
                f"“{source.file}” is a PDF locked in a way that this version cannot open; {_KEPT} "
                "Open it with the program it was made for and print it to a new PDF."
            ) from fault
        raise Unreadable(f"“{source.file}” is a damaged PDF; {_KEPT} Ask the sender for it again.") from fault
    if not len(opened):
        raise Unreadable(f"“{source.file}” is a PDF without pages; {_KEPT} Ask the sender for it again.")
    return opened


def _read_pages(source: Source, opened: Any, marks: Marks, found: _Findings, document: Document) -> str:
    """Return the text of all pages, parted by blank lines."""
    texts: list[str] = []
    letters = 0
    total = len(opened)
    for number in range(1, total + 1):
        source.progress(number - 1, total)
        if number > _MOST_PAGES or len(found.damaged) > _MOST_DAMAGED or letters > _MOST_LETTERS:
            document.leave(f"pages {number:,} to {total:,}, beyond what is read of one document")
            break
        page = pdfium.FPDF_LoadPage(opened, number - 1)
        if not page:
            found.damaged.append(number)
            continue
        try:
            text = _read_page(page, number, marks, found)
        finally:
            pdfium.FPDF_ClosePage(page)
        letters += len(text)
        texts.append(text)
    return "\n\n".join(filter(str.strip, texts))


def _read_page(page: Any, number: int, marks: Marks, found: _Findings) -> str:
    said = text_of(page)
    drawn = objects_of(page)
    marks.read_page(page, number)
    if said.text.strip():
        found.pictures[number] = drawn.pictures
    elif drawn.pictures:
        found.scans.append(number)
    elif drawn.shapes or drawn.texts:
        found.drawn.append(number)
    found.unknown[number] = said.unknown
    found.layers |= drawn.layers
    if said.right_to_left:
        found.right_to_left.append(number)
    return "\n".join(filter(None, [said.text, *marks.typed]))


def _say(source: Source, found: _Findings, document: Document) -> None:
    """Put into words what was met on the pages."""
    document.to_type_in = bool(found.scans or found.drawn)
    if found.scans:
        pages = pages_in_words(found.scans)
        document.leave(f"{pages}: a scan, that is a picture without text; type in what it says")
    if found.drawn:
        document.leave(f"{pages_in_words(found.drawn)}: drawn, without text; type in what is written there")
    if found.damaged:
        document.leave(f"{pages_in_words(found.damaged)}: damaged")
    pictured = +found.pictures
    if pictured:
        document.leave(f"{counted(pictured.total(), 'picture', 'pictures')} on {pages_in_words(list(pictured))}")
    unknown = +found.unknown
    if unknown:
        letters = counted(unknown.total(), "letter", "letters")
        document.leave(f"{letters} on {pages_in_words(list(unknown))} that the file does not name; compare the text")
    if found.right_to_left:
        document.notes.append(
            f"“{source.file}” has writing from right to left on {pages_in_words(found.right_to_left)}, "
            "which a PDF may keep in another order: compare the text with the page."
        )
    if found.layers:
        names = ", ".join(f"“{name}”" for name in sorted(filter(None, found.layers))) or "without names"
        document.notes.append(f"“{source.file}” has layers that a viewer can hide ({names}); their text was read too.")
