"""The pages of a PDF: their text as it stands there, line by line, and what on them is no text."""

from collections import Counter
from collections.abc import Sequence
from ctypes import byref, c_double
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median
from typing import Any, Final

import pypdfium2.raw as pdfium

from frhearing.intake.formats.pdf.words import words_by_pointer

_HYPHENS: Final = (0x02, 0xFFFE)
"""How PDFium writes the hyphen at the end of a line; the line end after it is left out."""
_BULLETS: Final = {0xF0B7: "•", 0xF0A7: "▪", 0xF0D8: "➢", 0xF0FC: "✓", 0xF0A8: "□", 0xF06F: "□", 0xF0FE: "☒"}
"""Signs of the fonts Symbol and Wingdings, which stand in the text by their places in those fonts."""
_WIDE_GAP: Final = 1.35
"""From how many times the usual distance of lines on a page a new paragraph begins."""
_MOST_OBJECTS: Final = 50_000
_PLAIN: Final = range(32, 127)
_RIGHT_TO_LEFT: Final = ((0x590, 0x8FF), (0xFB1D, 0xFDFF), (0xFE70, 0xFEFC))


@dataclass(slots=True)
class PageText:
    """What a page gives: its text, how many letters cannot be told, whether any are written from right to left."""

    text: str = ""
    unknown: int = 0
    right_to_left: bool = False


@dataclass(slots=True)
class PageObjects:
    """What is drawn on a page: how many pictures, shapes and texts, and the layers a viewer can hide, by name."""

    pictures: int = 0
    shapes: int = 0
    texts: int = 0
    layers: set[str] = field(default_factory=set)


def text_of(page: Any) -> PageText:
    """Return the text of a loaded page, a blank line between what stands further apart than lines do."""
    found = PageText()
    opened = pdfium.FPDFText_LoadPage(page)
    if not opened:
        return found
    try:
        count = pdfium.FPDFText_CountChars(opened)
        codes = [pdfium.FPDFText_GetUnicode(opened, at) for at in range(count)]
        lines = _lines(opened, codes)
        found.unknown = sum(
            _is_no_letter(code) or pdfium.FPDFText_HasUnicodeMapError(opened, at) > 0
            for at, code in enumerate(codes)
            if code not in _PLAIN
        )
    finally:
        pdfium.FPDFText_ClosePage(opened)
    gaps = _wide_gaps([height for _, height in lines])
    found.text = "\n".join(f"\n{text}" if at in gaps else text for at, (text, _) in enumerate(lines)).strip("\n")
    found.right_to_left = any(low <= code <= high for code in set(codes) for low, high in _RIGHT_TO_LEFT)
    return found


def objects_of(page: Any) -> PageObjects:
    """Count what is drawn on a loaded page, with what lies in its forms."""
    found = PageObjects()
    waiting = [
        pdfium.FPDFPage_GetObject(page, at) for at in range(min(pdfium.FPDFPage_CountObjects(page), _MOST_OBJECTS))
    ]
    seen = 0
    while waiting and seen < _MOST_OBJECTS:
        drawn = waiting.pop()
        seen += 1
        kind = pdfium.FPDFPageObj_GetType(drawn)
        if kind == pdfium.FPDF_PAGEOBJ_FORM:
            inner = min(pdfium.FPDFFormObj_CountObjects(drawn), _MOST_OBJECTS)
            waiting += [pdfium.FPDFFormObj_GetObject(drawn, at) for at in range(max(inner, 0))]
        found.pictures += kind == pdfium.FPDF_PAGEOBJ_IMAGE
        found.texts += kind == pdfium.FPDF_PAGEOBJ_TEXT
        found.shapes += kind in (pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_SHADING)
        _note_layers(drawn, found.layers)
    return found


def _lines(opened: Any, codes: Sequence[int]) -> list[tuple[str, float | None]]:
    """Return the lines of a page, each with the height of its first letter above the foot of the page, in points."""
    lines: list[tuple[str, float | None]] = []
    letters: list[str] = []
    height: float | None = None
    for at, code in enumerate(codes):
        if code == 13:
            continue
        if code == 10 or code in _HYPHENS:
            lines.append(("".join(letters).rstrip(" ") + ("-" if code in _HYPHENS else ""), height))
            letters, height = [], None
            continue
        letters.append(_BULLETS.get(code) or ("\N{REPLACEMENT CHARACTER}" if _is_no_letter(code) else chr(code)))
        if height is None and not letters[-1].isspace():
            height = _height(opened, at)
    lines.append(("".join(letters).rstrip(" "), height))
    return lines


def _height(opened: Any, at: int) -> float | None:
    across, up = c_double(), c_double()
    return up.value if pdfium.FPDFText_GetCharOrigin(opened, at, byref(across), byref(up)) else None


def _wide_gaps(heights: Sequence[float | None]) -> set[int]:
    """Return which lines stand further below the one before than is usual on their page."""
    steps = {
        at: above - below
        for at, (above, below) in enumerate(pairwise(heights), 1)
        if above is not None and below is not None and above - below > 1
    }
    if len(steps) < 3:
        return set()
    usual = min(median(steps.values()), Counter(round(step) for step in steps.values()).most_common(1)[0][0])
    return {at for at, step in steps.items() if step > _WIDE_GAP * usual}


def _is_no_letter(code: int) -> bool:
    """Tell whether a code stands for a letter that the file does not name."""
    return (code < 32 and code not in (*_HYPHENS, 9, 10, 13)) or code == 0xFFFD or 0xD800 <= code < 0xE000


def _note_layers(drawn: Any, layers: set[str]) -> None:
    for at in range(max(pdfium.FPDFPageObj_CountMarks(drawn), 0)):
        mark = pdfium.FPDFPageObj_GetMark(drawn, at)
        if words_by_pointer(pdfium.FPDFPageObjMark_GetName, mark) == "OC":
            layers.add(words_by_pointer(pdfium.FPDFPageObjMark_GetParamStringValue, mark, b"Name"))
