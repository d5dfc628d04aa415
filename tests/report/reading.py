"""Reads a PDF back the way assistive technology does: along the structure tree, by the file's own maps.

Written against the standard and with pikepdf alone, so that it shares nothing with what wrote the file.
"""

import io
import re
from dataclasses import dataclass, field

import pikepdf


@dataclass
class Element:
    """An element of the structure tree: its tag, its own text, the elements below it."""

    tag: str
    text: str = ""
    language: str = ""
    alternative: str = ""
    pages: set[int] = field(default_factory=set)
    kids: list["Element"] = field(default_factory=list)

    def all(self, *tags: str) -> list["Element"]:
        """Every element with one of these tags, in reading order."""
        found = [self] if self.tag in tags else []
        return found + [element for kid in self.kids for element in kid.all(*tags)]

    @property
    def whole(self) -> str:
        """The text of the element and of all below it."""
        return self.text + "".join(kid.whole for kid in self.kids)


def structure(data: bytes) -> Element:
    """The structure tree of a file as text."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
        marks = [_marks(page) for page in pdf.pages]
        return _element(pdf.Root.StructTreeRoot.K, pages, marks, None)


def _element(node, pages, marks, page) -> Element:
    element = Element(str(node.S)[1:], language=str(node.get("/Lang", "")), alternative=str(node.get("/Alt", "")))
    own = pages[node.Pg.objgen] if "/Pg" in node else page
    kids = node.get("/K", pikepdf.Array())
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, int):
            element.text += marks[own][kid]
            element.pages.add(own)
        elif kid.get("/Type") == "/MCR":
            place = pages[kid.Pg.objgen]
            element.text += marks[place][int(kid.MCID)]
            element.pages.add(place)
        elif kid.get("/Type") != "/OBJR":
            element.kids.append(_element(kid, pages, marks, own))
    if "/ActualText" in node:
        element.text = str(node.ActualText)
    return element


def _marks(page) -> dict[int, str]:
    """The text of each marked content of a page, by its number."""
    fonts = {name: _Font(font) for name, font in page.Resources.Font.items()}
    found: dict[int, str] = {}
    open_marks: list[tuple[int | None, str | None]] = []
    font = None
    for operands, operator in pikepdf.parse_content_stream(page):
        name = str(operator)
        if name == "BDC":
            entries = operands[1]
            number = int(entries.MCID) if "/MCID" in entries else None
            said = str(entries.ActualText) if "/ActualText" in entries else None
            open_marks.append((number, said))
            if number is not None:
                found[number] = ""
            elif said is not None:
                _say(found, open_marks[:-1], said)
        elif name == "EMC":
            open_marks.pop()
        elif name == "Tf":
            font = fonts[str(operands[0])]
        elif name == "TJ":
            for piece in operands[0]:
                if isinstance(piece, pikepdf.String):
                    _say(found, open_marks, font.text(bytes(piece)))
    return found


def _say(found, open_marks, text) -> None:
    """Add text to the innermost numbered content, unless something around it says another text."""
    for number, said in reversed(open_marks):
        if said is not None:
            return
        if number is not None:
            found[number] += text
            return


class _Font:
    """A font's map from codes to text."""

    def __init__(self, font) -> None:
        source = font.ToUnicode.read_bytes().decode("ascii")
        self._map = {}
        for block in re.findall(r"beginbfchar\n(.*?)endbfchar", source, re.S):
            for code, text in re.findall(r"<([0-9A-F]{4})> <([0-9A-F]*)>", block):
                self._map[int(code, 16)] = bytes.fromhex(text).decode("utf-16-be", "surrogatepass")

    def text(self, codes: bytes) -> str:
        """The text of a string of two-byte codes."""
        return "".join(self._map[codes[at] << 8 | codes[at + 1]] for at in range(0, len(codes), 2))
