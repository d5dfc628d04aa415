"""Paints pages with reportlab: text, shapes and links, each piece tagged with its element or an artifact."""

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Executor
from typing import Any

from frhearing.report.pdf.file import PdfFile, deflate, stream, text_string
from frhearing.report.pdf.library import NO_FONT, reportlab
from frhearing.report.pdf.lines import Line
from frhearing.report.pdf.structure import Node
from frhearing.report.pdf.style import TextStyle, parts

HEAD = "/Artifact<</Type/Pagination/Subtype/Header>>BDC"
FOOT = "/Artifact<</Type/Pagination/Subtype/Footer>>BDC"
WATERMARK = "/Artifact<</Type/Pagination/Subtype/Watermark>>BDC"
LAYOUT = "/Artifact<</Type/Layout>>BDC"
"""Kinds of artifacts: what furnishes a page and is not read aloud."""

Styler = Callable[[float, int, str], TextStyle]
"""The style of type for a size, a weight and a colour, for words in pictures."""

Box = tuple[float, float, float, float]
"""Left, bottom, right and top in points, from the page's bottom left corner."""


class _Ink:
    """The colours and the line that are set now, so that nothing is set twice; None where it is not known."""

    fill: str | None = None
    stroke: str | None = None
    width: float | None = None
    dash: tuple[float, ...] | None = None


class Canvas:
    """The pages of one file, painted one after the other on a reportlab canvas, which numbers and keeps them.

    Text goes past reportlab's own text methods: it is shaped already, and its glyphs are written as they are.
    """

    def __init__(
        self, size: tuple[float, float], anchors: Mapping[str, tuple[int, float]], styler: Styler, packers: Executor
    ) -> None:
        self.page_canvas: Any = reportlab().canvas.Canvas(
            None, pagesize=size, pdfVersion=(1, 7), invariant=1, pageCompression=0, initialFontName=NO_FONT
        )
        self.document: Any = self.page_canvas._doc
        self.pdf = PdfFile(self.document, packers)
        self.anchors = anchors
        self.styler = styler
        self.size = size
        self._tree = self.pdf.number_of(self.document.Reference(self.document.Pages).name)
        self.resources = self.pdf.reserve()
        self.marks: list[list[Node]] = []
        self.link_owners: list[Node] = []
        self._links: list[tuple[int, Box, str, str]] = []
        self._page_links: list[bytes] = []
        self._forms: dict[str, int] = {}
        self._ink = _Ink()
        self._write: Callable[[str], None] = self.page_canvas._code.append

    @property
    def page(self) -> int:
        """The page being painted, counted from 0."""
        return len(self.marks) - 1

    def begin_page(self) -> None:
        """Start the next page."""
        self.marks.append([])
        self._page_links = []
        self._fresh()

    def end_page(self) -> None:
        """Finish the page: its content is packed at once, so that memory stays small."""
        self.page_canvas.showPage()
        page = self.document.Pages.pages[-1]
        content = self.pdf.add_text_stream(page.stream.encode("latin-1"))
        page.stream = None
        links = b"/Annots[%s]" % b" ".join(self._page_links) if self._page_links else b""
        self.pdf.fill(
            self.pdf.number_of(f"Page{len(self.marks)}"),
            b"<</Type/Page/Parent %d 0 R/MediaBox[0 0 %g %g]/Resources %d 0 R/Contents %d 0 R"
            b"/StructParents %d/Tabs/S%s>>" % (self._tree, *self.size, self.resources, content, self.page, links),
        )

    def bookmark(self, anchor: str) -> None:
        """Let a bookmark lead to an anchor that lies on the page being painted."""
        self.page_canvas.bookmarkHorizontalAbsolute(anchor, round(self.anchors[anchor][1], 1))

    def finish(self) -> list[int]:
        """Write what the pages share, once all are painted; returns the object numbers of the pages."""
        numbers = [self.pdf.number_of(f"Page{page}") for page in range(1, len(self.marks) + 1)]
        for key, (number, box, anchor, says) in enumerate(self._links, len(numbers)):
            page, top = self.anchors[anchor]
            self.pdf.fill(
                number,
                b"<</Type/Annot/Subtype/Link/Rect[%.2f %.2f %.2f %.2f]/Border[0 0 0]/F 4/Contents%s"
                b"/Dest[%d 0 R/XYZ 0 %.1f null]/StructParent %d>>" % (*box, text_string(says), numbers[page], top, key),
            )
        name_of = self.document.getXObjectName
        forms = b"".join(b"/%s %d 0 R" % (name_of(name).encode(), number) for name, number in self._forms.items())
        shared = b"<</Font %d 0 R/XObject<<%s>>>>" % (self.pdf.number_of("BasicFonts"), forms)
        self.pdf.fill(self.resources, shared)
        return numbers

    def tag(self, node: Node) -> None:
        """Open content that belongs to an element; `close` ends it."""
        marks = self.marks[-1]
        node.add_mark(len(self.marks) - 1, len(marks))
        self._write(f"/{node.tag}<</MCID {len(marks)}>>BDC")
        marks.append(node)

    def artifact(self, kind: str = LAYOUT) -> None:
        """Open content that is not read aloud; `close` ends it."""
        self._write(kind)

    def close(self) -> None:
        """End what `tag` or `artifact` opened."""
        self._write("EMC")

    def text(self, style: TextStyle, x: float, top: float, lines: Sequence[Line]) -> None:
        """Lines of text below each other from the left; `top` is the upper edge of the first."""
        glyphs = ")]TJ T*[(".join([line.glyphs for line in lines])
        self._write(
            f"{self._text_ink(style)}BT {style.select} {style.leading:g} TL {x:.2f} {top - style.ascent:.2f} Td"
            f"[({glyphs})]TJ ET"
        )

    def text_to(self, style: TextStyle, right: float, top: float, lines: Sequence[Line], share: float = 1.0) -> None:
        """Lines of text that end at `right`, or with a share of 0.5 are centred on it."""
        base = top - style.ascent
        pieces = [
            f"1 0 0 1 {right - line.width * share:.2f} {base - number * style.leading:.2f} Tm[({line.glyphs})]TJ"
            for number, line in enumerate(lines)
        ]
        self._write(f"{self._text_ink(style)}BT {style.select} {' '.join(pieces)} ET")

    def rule(
        self, x1: float, y1: float, x2: float, y2: float, colour: str, width: float, dash: tuple[float, ...] = ()
    ) -> None:
        """A straight line; `dash` is the pattern of a dotted one."""
        self._line_ink(colour, width, dash)
        self._write(f"{x1:.2f} {y1:.2f} m {x2:.2f} {y2:.2f} l S")

    def fill(self, x: float, y: float, width: float, height: float, colour: str) -> None:
        """A filled rectangle from its lower left corner."""
        self._fill_ink(colour)
        self._write(f"{x:.2f} {y:.2f} {width:.2f} {height:.2f} re f")

    def path(self, draw: Callable[[Any], None], fill: str | None, outline: str | None, *, dotted: bool = False) -> None:
        """A shape that `draw` adds to a reportlab path."""
        if fill:
            self._fill_ink(fill)
        if outline:
            self._line_ink(outline, 0.8, (0.8, 1.4) if dotted else ())
        path = self.page_canvas.beginPath()
        draw(path)
        self.page_canvas.drawPath(path, stroke=int(outline is not None), fill=int(fill is not None))

    def stamp(self, name: str, box: Box, paint: Callable[[Any], None], at: tuple[float, float] = (0.0, 0.0)) -> None:
        """A form with its origin at a point; what `paint` draws on the reportlab canvas is kept at the first use."""
        if name not in self._forms:
            self._forms[name] = self._form(name, box, paint)
        self._write(f"q 1 0 0 1 {at[0]:.2f} {at[1]:.2f} cm")
        self.page_canvas.doForm(name)
        self._write("Q")

    def _form(self, name: str, box: Box, paint: Callable[[Any], None]) -> int:
        """Draw a form; returns its number."""
        before = self._ink
        self.page_canvas.beginForm(name, *box)
        self._fresh()
        paint(self.page_canvas)
        content = deflate("\n".join(self.page_canvas._code).encode("latin-1"))
        self.page_canvas.endForm()
        self._fresh(before)
        inner = self.document.getXObjectName(name)
        entries = b"/Type/XObject/Subtype/Form/BBox[%g %g %g %g]/Resources<</Font %d 0 R>>/Filter/FlateDecode"
        number = self.pdf.number_of(inner)
        self.pdf.fill(number, stream(content, entries % (*box, self.pdf.number_of("BasicFonts"))))
        return number

    def link(self, node: Node, box: Box, anchor: str, says: str) -> None:
        """A link on the page that belongs to `node` (a `Link` element) and leads to a known anchor."""
        number = self.pdf.reserve()
        node.add_object(self.page, number)
        self.link_owners.append(node)
        self._links.append((number, box, anchor, says))
        self._page_links.append(b"%d 0 R" % number)

    def _fresh(self, ink: _Ink | None = None) -> None:
        """Write from now on into what reportlab has just begun or gone back to; addLiteral would do so more slowly."""
        self._ink = ink or _Ink()
        self._write = self.page_canvas._code.append

    def _text_ink(self, style: TextStyle) -> str:
        if self._ink.fill == style.colour:
            return ""
        self._ink.fill = style.colour
        return style.ink

    def _fill_ink(self, colour: str) -> None:
        if self._ink.fill != colour:
            self._ink.fill = colour
            self._write(f"{parts(colour)} rg")

    def _line_ink(self, colour: str, width: float, dash: tuple[float, ...]) -> None:
        ink = self._ink
        if ink.stroke != colour:
            ink.stroke = colour
            self._write(f"{parts(colour)} RG")
        if ink.width != width:
            ink.width = width
            self._write(f"{width:g} w")
        if ink.dash != dash:
            ink.dash = dash
            self._write(f"[{' '.join(f'{length:g}' for length in dash)}] 0 d")
