"""Paints pages: text, shapes and links, each piece tagged with its element or marked as an artifact."""

from collections.abc import Callable, Mapping, Sequence

from frhearing.drawing.colours import rgb
from frhearing.report.pdf.file import PdfFile, text_string
from frhearing.report.pdf.lines import Line
from frhearing.report.pdf.structure import Node
from frhearing.report.pdf.style import TextStyle

HEAD = "/Artifact<</Type/Pagination/Subtype/Header>>BDC"
FOOT = "/Artifact<</Type/Pagination/Subtype/Footer>>BDC"
WATERMARK = "/Artifact<</Type/Pagination/Subtype/Watermark>>BDC"
LAYOUT = "/Artifact<</Type/Layout>>BDC"
"""Kinds of artifacts: what furnishes a page and is not read aloud."""

DRAFT_FORM = "Draft"
"""The name under which the pages find the draft mark."""


Styler = Callable[[float, int, str], TextStyle]
"""The style of type for a size, a weight and a colour, for words in pictures."""


class Canvas:
    """The pages of one file, painted one after the other; their number is known from the start."""

    def __init__(
        self,
        pdf: PdfFile,
        size: tuple[float, float],
        pages: int,
        anchors: Mapping[str, tuple[int, float]],
        styler: Styler,
    ) -> None:
        self._pdf = pdf
        self._size = size
        self.anchors = anchors
        self.styler = styler
        self.page_numbers = [pdf.reserve() for _ in range(pages)]
        self.tree = pdf.reserve()
        self.resources = pdf.reserve()
        self.marks: list[list[Node]] = []
        self.link_owners: list[Node] = []
        self._code: list[str] = []
        self._links: list[int] = []

    @property
    def page(self) -> int:
        """The page being painted, counted from 0."""
        return len(self.marks) - 1

    def target(self, anchor: str) -> bytes | None:
        """The destination of an anchor, or None where nothing of that name was laid out."""
        place = self.anchors.get(anchor)
        if place is None:
            return None
        return b"%d 0 R/XYZ 0 %.1f null" % (self.page_numbers[place[0]], place[1])

    def begin_page(self) -> None:
        """Start the next page."""
        self.marks.append([])
        self._code, self._links = [], []

    def end_page(self) -> None:
        """Finish the page: its content is packed at once, so that memory stays small."""
        stream = self._pdf.add_text_stream("\n".join(self._code).encode("ascii"))
        links = b"/Annots[%s]" % b" ".join(b"%d 0 R" % link for link in self._links) if self._links else b""
        self._pdf.fill(
            self.page_numbers[self.page],
            b"<</Type/Page/Parent %d 0 R/MediaBox[0 0 %g %g]/Resources %d 0 R/Contents %d 0 R"
            b"/StructParents %d/Tabs/S%s>>" % (self.tree, *self._size, self.resources, stream, self.page, links),
        )

    def tag(self, node: Node) -> None:
        """Open content that belongs to an element; `close` ends it."""
        marks = self.marks[-1]
        node.add_mark(len(self.marks) - 1, len(marks))
        self._code.append(f"/{node.tag}<</MCID {len(marks)}>>BDC")
        marks.append(node)

    def artifact(self, kind: str = LAYOUT) -> None:
        """Open content that is not read aloud; `close` ends it."""
        self._code.append(kind)

    def close(self) -> None:
        """End what `tag` or `artifact` opened."""
        self._code.append("EMC")

    def text(self, style: TextStyle, x: float, top: float, lines: Sequence[Line]) -> None:
        """Lines of text below each other from the left; `top` is the upper edge of the first."""
        glyphs = ">]TJ T*[<".join([line.glyphs for line in lines])
        self._code.append(
            f"{style.colour} BT {style.select} {style.leading:g} TL {x:.2f} {top - style.ascent:.2f} Td"
            f"[<{glyphs}>]TJ ET"
        )

    def text_to(self, style: TextStyle, right: float, top: float, lines: Sequence[Line], share: float = 1.0) -> None:
        """Lines of text that end at `right`, or with a share of 0.5 are centred on it."""
        base = top - style.ascent
        pieces = [
            f"1 0 0 1 {right - line.width * share:.2f} {base - number * style.leading:.2f} Tm[<{line.glyphs}>]TJ"
            for number, line in enumerate(lines)
        ]
        self._code.append(f"{style.colour} BT {style.select} {' '.join(pieces)} ET")

    def rule(self, x1: float, y1: float, x2: float, y2: float, colour: str, width: float, dots: str = "") -> None:
        """A straight line; `dots` is a dash pattern such as `.5 2.5`."""
        dash = f" [{dots}] 0 d" if dots else ""
        self._code.append(f"q {_rgb(colour)} RG {width:g} w{dash} {x1:.2f} {y1:.2f} m {x2:.2f} {y2:.2f} l S Q")

    def fill(self, x: float, y: float, width: float, height: float, colour: str) -> None:
        """A filled rectangle from its lower left corner."""
        self._code.append(f"{_rgb(colour)} rg {x:.2f} {y:.2f} {width:.2f} {height:.2f} re f")

    def raw(self, operators: str) -> None:
        """Operators written as they are, within what is open now."""
        self._code.append(operators)

    def link(self, node: Node, box: tuple[float, float, float, float], target: bytes, says: str) -> None:
        """A link on the page that belongs to `node` (a `Link` element); `target` is a destination."""
        key = len(self.page_numbers) + len(self.link_owners)
        number = self._pdf.add(
            b"<</Type/Annot/Subtype/Link/Rect[%.2f %.2f %.2f %.2f]/Border[0 0 0]/F 4/Contents%s"
            b"/Dest[%s]/StructParent %d>>" % (*box, text_string(says), target, key)
        )
        node.add_object(self.page, number)
        self.link_owners.append(node)
        self._links.append(number)


def _rgb(colour: str) -> str:
    return " ".join(f"{part:.3g}" for part in rgb(colour))
