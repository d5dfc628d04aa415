"""What stands on every page: running head and foot, the page number, the draft mark."""

import math
from functools import partial
from typing import Any

from frhearing.drawing.colours import PRINT
from frhearing.drawing.scene import shortened
from frhearing.report.document import Document
from frhearing.report.pdf import faces
from frhearing.report.pdf.canvas import FOOT, HEAD, WATERMARK, Canvas
from frhearing.report.pdf.flow import Flow
from frhearing.report.pdf.lines import Line
from frhearing.report.pdf.style import TextStyle

_ANGLE = 52.0
_DRAFT_SIZE = 128.0
"""In points, where the sheet has room for the word."""


class Furniture:
    """Head, foot and draft mark of the pages of one document."""

    def __init__(self, document: Document, flow: Flow) -> None:
        self._document = document
        self._flow = flow
        self._style = flow.styles.running
        self._shortened: dict[tuple[str, float], Line] = {}
        self._draft = (
            TextStyle(flow.shelf, faces.SANS_STRONG, _DRAFT_SIZE, _DRAFT_SIZE, PRINT["draft"])
            if document.draft
            else None
        )

    def paint(self, canvas: Canvas, page: int) -> None:
        """Paint what belongs to a page (counted from 0); the draft mark lies below everything else."""
        if self._draft:
            canvas.artifact(WATERMARK)
            sheet = (0, 0, self._flow.geometry.width, self._flow.geometry.height)
            canvas.stamp("Draft", sheet, partial(self._slanting, canvas, self._draft))
            canvas.close()
        document, geometry = self._document, self._flow.geometry
        if page:
            canvas.artifact(HEAD)
            self._line(canvas, geometry.height - 36, document.running_title, self._flow.page_heads[page])
            y = geometry.height - 48 - (self._flow.scale - 1) * 8
            canvas.rule(geometry.left, y, geometry.right, y, PRINT["border"], 0.5)
            canvas.close()
        canvas.artifact(FOOT)
        number = document.page_words.format(page=page + 1, pages=len(self._flow.pages))
        left = f"{document.office} · {document.edition}" if document.office else document.edition
        self._line(canvas, 44, left, number)
        canvas.close()

    def _line(self, canvas: Canvas, top: float, left: str, right: str) -> None:
        style, geometry = self._style, self._flow.geometry
        room = geometry.full_width
        if right:
            width, glyphs = style.line(right)
            canvas.text_to(style, geometry.right, top, [Line(glyphs, width)])
            room -= width + 20
        if (left, room) not in self._shortened:
            self._shortened[left, room] = _short(left, style, room)
        canvas.text(style, geometry.left, top, [self._shortened[left, room]])

    def _slanting(self, canvas: Canvas, style: TextStyle, form: Any) -> None:
        """The draft mark, slanting over the middle of the sheet."""
        geometry = self._flow.geometry
        width, glyphs = style.line(self._document.draft)
        size = min(1.0, math.hypot(geometry.width, geometry.height) * 0.62 / width)
        form.translate(geometry.width / 2, geometry.height / 2)
        form.rotate(_ANGLE)
        form.scale(size, size)
        canvas.text_to(style, 0, style.ascent - _DRAFT_SIZE * 0.34, [Line(glyphs, width)], share=0.5)


def _short(text: str, style: TextStyle, room: float) -> Line:
    """The text on one line, cut with an ellipsis where the line is too short for it."""
    fitting = shortened(text, room, style.size, 400, lambda part, _size, _weight: style.width(part))
    width, glyphs = style.line(fitting)
    return Line(glyphs, width)
