"""Sets the table of contents: laid out with the rest, its page numbers known when it is painted."""

from collections.abc import Sequence

from frhearing.drawing.colours import PRINT
from frhearing.report.document import Document, Heading
from frhearing.report.pdf.canvas import Canvas
from frhearing.report.pdf.flow import Flow
from frhearing.report.pdf.lines import Line, break_text
from frhearing.report.pdf.structure import Node
from frhearing.report.pdf.style import TextStyle

_GAP, _CLOSE = 5.0, 2.0
"""Above a section: the usual room, and that in contents which would not fit on the page otherwise."""


class ContentsLine:
    """One line of the contents: a title, dots, and the page on which its anchor lies."""

    def __init__(
        self, node: Node, style: TextStyle, edges: tuple[float, float], top: float, lines: Sequence[Line]
    ) -> None:
        self.node, self.style, self.lines = node, style, lines
        self.left, self.right = edges
        self.top = top
        self.text = self.anchor = ""

    def paint(self, canvas: Canvas) -> None:
        """Draw the line with a link to its page."""
        style, lines = self.style, self.lines
        page = str(canvas.anchors[self.anchor][0] + 1)
        number_width, number = style.line(page)
        link = Node("Link", self.node)
        canvas.tag(link)
        canvas.text(style, self.left, self.top, [*lines[:-1], _spaced(lines[-1], style)])
        low = self.top - (len(lines) - 1) * style.leading
        canvas.text_to(style, self.right, low, [Line(number, number_width)])
        canvas.close()
        canvas.artifact()
        base = low - style.ascent + 1
        start, end = self.left + lines[-1].width + 5, self.right - number_width - 5
        canvas.rule(start, base, end, base, PRINT["border"], 0.6, (0.5, 2.5))
        canvas.close()
        box = (self.left, low - style.leading, self.right, self.top)
        canvas.link(link, box, self.anchor, f"{self.text}, {page}")


def _spaced(line: Line, style: TextStyle) -> Line:
    return Line(line.glyphs + style.space, line.width)


def entries(document: Document) -> list[tuple[int, str, str]]:
    """Level, title and anchor of everything that the contents list."""
    found = []
    for section in document.sections:
        if section.titled and section.key != "contents":
            found.append((1, section.title, section.key))
            headings = (block for block in section.blocks if isinstance(block, Heading))
            found += [(2, block.text, block.anchor) for block in headings if block.anchor and block.listed]
    return found


def set_contents(flow: Flow, document: Document) -> None:
    """The contents of the document, sections in strong type and their parts below them."""
    holder = flow.node("TOC")
    listed = entries(document)
    tall = sum(_GAP * flow.scale * (level == 1) + flow.styles.contents.leading for level, _, _ in listed)
    gap = _GAP if tall <= flow.room else _CLOSE
    for level, text, anchor in listed:
        style = flow.styles.contents_strong if level == 1 else flow.styles.contents
        left = flow.left + (0 if level == 1 else 16 * flow.scale)
        lines = break_text(text, style, flow.right - left - 48 * flow.scale).lines
        height = style.leading * len(lines)
        flow.gap(gap if level == 1 else 0)
        flow.keep(height)
        node = Node("Reference", Node("TOCI", holder))
        line = ContentsLine(node, style, (left, flow.right), flow.y, lines)
        line.text, line.anchor = text, anchor
        flow.put(line)
        flow.y -= height
