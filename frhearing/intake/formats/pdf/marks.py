"""What lies on the pages of a PDF and is not in their text: form fields, notes, typed-over text, links, files."""

from typing import Any, Final

import pypdfium2.raw as pdfium

from frhearing.intake.containers import safe_xml
from frhearing.intake.draft import Unreadable
from frhearing.intake.formats.one_row import Document
from frhearing.intake.formats.pdf.words import bytes_by_pointer, letters_by_return, words_by_return

_NOTED: Final = {
    pdfium.FPDF_ANNOT_TEXT: "note",
    pdfium.FPDF_ANNOT_HIGHLIGHT: "highlight",
    pdfium.FPDF_ANNOT_UNDERLINE: "underline",
    pdfium.FPDF_ANNOT_SQUIGGLY: "underline",
    pdfium.FPDF_ANNOT_STRIKEOUT: "strike-out",
    pdfium.FPDF_ANNOT_CARET: "insertion",
    pdfium.FPDF_ANNOT_LINE: "line",
    pdfium.FPDF_ANNOT_SQUARE: "box",
    pdfium.FPDF_ANNOT_CIRCLE: "circle",
    pdfium.FPDF_ANNOT_POLYGON: "shape",
    pdfium.FPDF_ANNOT_POLYLINE: "shape",
    pdfium.FPDF_ANNOT_STAMP: "stamp",
    pdfium.FPDF_ANNOT_INK: "drawing or signature by hand",
    pdfium.FPDF_ANNOT_FILEATTACHMENT: "attached file",
    pdfium.FPDF_ANNOT_SOUND: "sound",
    pdfium.FPDF_ANNOT_MOVIE: "film",
    pdfium.FPDF_ANNOT_SCREEN: "film",
    pdfium.FPDF_ANNOT_RICHMEDIA: "film",
    pdfium.FPDF_ANNOT_THREED: "model",
    pdfium.FPDF_ANNOT_WATERMARK: "watermark",
    pdfium.FPDF_ANNOT_REDACT: "passage marked for blacking out and still there",
}
"""The marks that are named, in words; links, pop-ups and form fields are read elsewhere."""
_FILLERS: Final = frozenset(("anonymous", "untitled", "unspecified", "unknown"))
_MOST_MARKS: Final = 20_000


class Marks:
    """Gathers what lies on the pages into a document; ``form`` is PDFium's handle of its form, None without one."""

    def __init__(self, opened: Any, form: Any, document: Document) -> None:
        self._opened, self._form, self._document = opened, form, document
        self.typed: list[str] = []
        """What was typed over the page now being read."""

    def read_page(self, page: Any, number: int) -> None:
        """Read what lies on a loaded page."""
        self.typed = []
        for at in range(min(pdfium.FPDFPage_GetAnnotCount(page), _MOST_MARKS)):
            mark = pdfium.FPDFPage_GetAnnot(page, at)
            if not mark:
                self._document.leave(f"a damaged mark on page {number}")
                continue
            try:
                self._read(mark, number)
            finally:
                pdfium.FPDFPage_CloseAnnot(mark)

    def read_files(self) -> None:
        """Keep the files attached to the document as a whole."""
        for at in range(max(pdfium.FPDFDoc_GetAttachmentCount(self._opened), 0)):
            self._keep(pdfium.FPDFDoc_GetAttachment(self._opened, at), "attached to the document")

    def read_xfa(self) -> None:
        """Read the values of a form made with Adobe's XFA, which no other program shows."""
        before = len(self._document.fields)
        for at in range(max(pdfium.FPDF_GetXFAPacketCount(self._opened), 0)):
            if letters_by_return(pdfium.FPDF_GetXFAPacketName, self._opened, at) == "datasets":
                data = bytes_by_pointer(pdfium.FPDF_GetXFAPacketContent, self._opened, at)
                if data:
                    self._read_datasets(data)
        if len(self._document.fields) == before:
            self._document.leave("a form made with Adobe’s XFA, whose filled fields only Adobe’s reader shows")

    def _read_datasets(self, data: bytes) -> None:
        try:
            root = safe_xml(data, "XFA")
        except Unreadable:
            return
        for element in root.iter("*"):
            if not len(element) and (element.text or "").strip():
                self._fill(element.tag.rpartition("}")[2], element.text)

    def _read(self, mark: Any, number: int) -> None:
        kind = pdfium.FPDFAnnot_GetSubtype(mark)
        said = words_by_return(pdfium.FPDFAnnot_GetStringValue, mark, b"Contents").replace("\r\n", "\n")
        said = said.replace("\r", "\n").strip()
        if kind == pdfium.FPDF_ANNOT_WIDGET:
            self._read_field(mark, number)
        elif kind == pdfium.FPDF_ANNOT_FREETEXT:
            self.typed += [said] if said else []
        elif kind == pdfium.FPDF_ANNOT_LINK:
            self._read_link(mark)
        elif kind == pdfium.FPDF_ANNOT_POPUP and not said:
            return
        else:
            what = _NOTED.get(kind, "mark")
            if kind == pdfium.FPDF_ANNOT_FILEATTACHMENT:
                self._keep(pdfium.FPDFAnnot_GetFileAttachment(mark), f"attached to page {number}")
            who = words_by_return(pdfium.FPDFAnnot_GetStringValue, mark, b"T")
            if said:
                by = f", {who}" if who else ""
                self._document.margin.append(f"Page {number} ({what}{by}): {said}")
            elif kind != pdfium.FPDF_ANNOT_FILEATTACHMENT:
                self._document.leave(f"{'an' if what[0] in 'aeiou' else 'a'} {what} on page {number}")

    def _read_field(self, mark: Any, number: int) -> None:
        if self._form is None:
            self._document.leave(f"a form field on page {number}")
            return
        kind = pdfium.FPDFAnnot_GetFormFieldType(self._form, mark)
        name = words_by_return(pdfium.FPDFAnnot_GetFormFieldAlternateName, self._form, mark)
        name = name or words_by_return(pdfium.FPDFAnnot_GetFormFieldName, self._form, mark)
        if kind in (pdfium.FPDF_FORMFIELD_CHECKBOX, pdfium.FPDF_FORMFIELD_RADIOBUTTON):
            state = words_by_return(pdfium.FPDFAnnot_GetStringValue, mark, b"AS")
            if state not in ("", "Off"):
                self._fill(name, state)
        elif kind == pdfium.FPDF_FORMFIELD_SIGNATURE:
            self._document.leave(f"a field for a digital signature on page {number}")
        elif kind == pdfium.FPDF_FORMFIELD_LISTBOX and (chosen := self._chosen(mark)):
            self._fill(name, "; ".join(chosen))
        elif kind != pdfium.FPDF_FORMFIELD_PUSHBUTTON:
            self._fill(name, words_by_return(pdfium.FPDFAnnot_GetFormFieldValue, self._form, mark))

    def _chosen(self, mark: Any) -> list[str]:
        """Return the entries that are chosen in a list of which several may be."""
        count = min(max(pdfium.FPDFAnnot_GetOptionCount(self._form, mark), 0), _MOST_MARKS)
        return [
            words_by_return(pdfium.FPDFAnnot_GetOptionLabel, self._form, mark, at)
            for at in range(count)
            if pdfium.FPDFAnnot_IsOptionSelected(self._form, mark, at)
        ]

    def _fill(self, name: str, value: str) -> None:
        """Note a filled field by the last part of its name; a second field of that name goes beside the first."""
        value = value.replace("\r\n", "\n").replace("\r", "\n")
        if not value.strip():
            return
        short = name.rpartition(".")[2].partition("[")[0].strip().rstrip(":") or "Field"
        held = self._document.fields.get(short)
        if held is None:
            self._document.fields[short] = value
        elif value not in held.split("; "):
            self._document.fields[short] = f"{held}; {value}"

    def _read_link(self, mark: Any) -> None:
        action = pdfium.FPDFLink_GetAction(pdfium.FPDFAnnot_GetLink(mark))
        address = letters_by_return(pdfium.FPDFAction_GetURIPath, self._opened, action) if action else ""
        if address:
            self._document.links.append(address)

    def _keep(self, file: Any, where: str) -> None:
        name = words_by_return(pdfium.FPDFAttachment_GetName, file) if file else ""
        data = bytes_by_pointer(pdfium.FPDFAttachment_GetFile, file) if file else None
        if data is None:
            self._document.leave(f"the file “{name or 'without a name'}” {where}, which is empty, damaged or too large")
        else:
            self._document.attach(name, data)


def property_of(opened: Any, name: str) -> str:
    """Return a property of the document, such as its Author; empty where a program has only filled it in."""
    said = words_by_return(pdfium.FPDF_GetMetaText, opened, name.encode()).strip()
    return "" if said.strip("()").lower() in _FILLERS else said
