"""The structure tree: what each piece of a page is, in reading order (ISO 32000-1, 14.7; PDF/UA-1)."""

from collections.abc import Sequence

from frhearing.report.pdf.file import PdfFile, text_string

_PAGE_SHIFT = 24
_MARK_MASK = (1 << _PAGE_SHIFT) - 1
_PER_LEAF = 128


class Node:
    """A structure element: its tag (`P`, `H1`, `TD` …), further entries, and what belongs to it."""

    __slots__ = ("entries", "kids", "number", "parent", "tag", "tree")

    def __init__(self, tag: str, parent: "Node | None" = None, entries: bytes = b"") -> None:
        self.tag = tag
        self.parent = parent
        self.entries = entries
        self.kids: list[Node | int | tuple[int, int]] = []
        self.number = 0
        if parent is None:
            self.tree = [self]
        else:
            parent.kids.append(self)
            self.tree = parent.tree
            self.tree.append(self)

    def add_mark(self, page: int, mark: int) -> None:
        """Let the marked content `mark` of a page (both counted from 0) belong to this element."""
        self.kids.append(page << _PAGE_SHIFT | mark)

    def add_object(self, page: int, number: int) -> None:
        """Let an object of a page, such as a link annotation, belong to this element."""
        self.kids.append((page, number))


def language(tag: str) -> bytes:
    """The entry for text in a language of its own (RFC 5646 tag); empty for none."""
    return b"/Lang" + text_string(tag) if tag else b""


def spoken(text: str | None) -> bytes:
    """The entry for content whose glyphs do not give its text; empty for none."""
    return b"/ActualText" + text_string(text) if text else b""


def alternative(text: str, box: tuple[float, float, float, float]) -> bytes:
    """The entries of a figure: what it says in words, and the box it fills."""
    return b"/Alt%s/A<</O/Layout/Placement/Block/BBox[%.1f %.1f %.1f %.1f]>>" % (text_string(text), *box)


def header_of(scope: str) -> bytes:
    """The entry of a header cell; the scope is `Column` or `Row`."""
    return b"/A<</O/Table/Scope/%s>>" % scope.encode()


def write_tree(
    pdf: PdfFile,
    root: Node,
    pages: Sequence[int],
    marks: Sequence[Sequence[Node]],
    owners: Sequence[Node],
) -> int:
    """Write all elements and the parent tree; returns the number of the structure tree root.

    `pages` are the object numbers of the pages, `marks` the elements of each page's marked content in
    order, `owners` the elements of the annotations, whose keys follow those of the pages.
    """
    tree = pdf.reserve()
    nodes = root.tree
    for number, node in enumerate(nodes, pdf.next_number):
        node.number = number
    pdf.add_all([_element(node, tree, pages) for node in nodes])
    entries = [
        (key, "[" + " ".join(f"{node.number} 0 R" for node in on_page) + "]") for key, on_page in enumerate(marks)
    ]
    entries += [(len(marks) + key, f"{node.number} 0 R") for key, node in enumerate(owners)]
    leaves = []
    for start in range(0, len(entries), _PER_LEAF):
        part = entries[start : start + _PER_LEAF]
        pairs = " ".join(f"{key} {value}" for key, value in part)
        leaves.append(pdf.add(f"<</Limits[{part[0][0]} {part[-1][0]}]/Nums[{pairs}]>>".encode()))
    parents = pdf.add(b"<</Kids[%s]>>" % b" ".join(b"%d 0 R" % leaf for leaf in leaves))
    pdf.fill(
        tree,
        b"<</Type/StructTreeRoot/K %d 0 R/ParentTree %d 0 R/ParentTreeNextKey %d>>"
        % (root.number, parents, len(entries)),
    )
    for node in nodes:  # they hold each other: taken apart, they go at once, with no search for them
        node.parent = None
        node.kids.clear()
    nodes.clear()
    return tree


def _element(node: Node, tree: int, pages: Sequence[int]) -> bytes:
    """The body of one element; marks on its first page are written short, others name their page."""
    parent = node.parent.number if node.parent else tree
    kids = node.kids
    if len(kids) == 1 and isinstance(kids[0], int):  # by far the most of them
        page, mark = kids[0] >> _PAGE_SHIFT, kids[0] & _MARK_MASK
        held = f"/Pg {pages[page]} 0 R/K {mark}"
    else:
        held = _kids(kids, pages)
    return f"<</Type/StructElem/S/{node.tag}/P {parent} 0 R{held}".encode() + node.entries + b">>"


def _kids(kids: Sequence[Node | int | tuple[int, int]], pages: Sequence[int]) -> str:
    """The entries for what belongs to an element."""
    home = next((kid >> _PAGE_SHIFT for kid in kids if isinstance(kid, int)), None)
    written: list[str] = []
    for kid in kids:
        if isinstance(kid, Node):
            written.append(f"{kid.number} 0 R")
        elif isinstance(kid, tuple):
            written.append(f"<</Type/OBJR/Pg {pages[kid[0]]} 0 R/Obj {kid[1]} 0 R>>")
        elif kid >> _PAGE_SHIFT == home:
            written.append(str(kid & _MARK_MASK))
        else:
            written.append(f"<</Type/MCR/Pg {pages[kid >> _PAGE_SHIFT]} 0 R/MCID {kid & _MARK_MASK}>>")
    page = "" if home is None else f"/Pg {pages[home]} 0 R"
    if not written:
        return page
    return f"{page}/K {written[0]}" if len(written) == 1 else f"{page}/K[{' '.join(written)}]"
