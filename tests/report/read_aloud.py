"""Says what a screen reader meets in a PDF: every element of the structure tree with its text, a line each.

Usage: python tests/report/read_aloud.py FILE.pdf     (text in the tree's order; tables and lists set in)
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from reading import Element, structure

from frhearing.report.document import (
    Block,
    Box,
    BulletList,
    Chart,
    Contents,
    Cover,
    Document,
    Entry,
    Heading,
    Index,
    KeyFigures,
    Paragraph,
    Quote,
    Signature,
    Table,
)


def aloud(element: Element, depth: int = 0) -> Iterator[str]:
    """A line for each element that says something: its tag, its language where it has one, its words."""
    said = element.alternative or " ".join(element.text.split())
    tongue = f" [{element.language}]" if element.language else ""
    if said or element.kids:
        yield f"{'  ' * depth}{element.tag}{tongue}{': ' if said else ''}{said}"
    for kid in element.kids:
        yield from aloud(kid, depth + 1)


def expected(document: Document) -> Iterator[tuple[str, str]]:
    """Section by section its key and its words in reading order, as the document has them, without any space."""
    for section in document.sections:
        words = [section.title if section.titled else ""]
        for block in section.blocks:
            words += _words(block)
        yield section.key, "".join("".join(words).split())


def _words(block: Block) -> list[str]:
    match block:
        case Heading() | Paragraph():
            return [block.text]
        case BulletList():
            return [f"•{item}" for item in block.items]
        case Table():
            cells = [cell.text for row in block.rows for cell in row.cells]
            return [*(column.title for column in block.columns), *cells]
        case KeyFigures():
            return [part for one in block.figures for part in (one.label, one.value, one.note)]
        case Quote():
            return [block.text, block.attribution]
        case Box():
            return [block.title, *(paragraph.text for paragraph in block.paragraphs)]
        case Entry():
            side = [line.text for line in block.side]
            return [block.title, block.subtitle, *side, *(paragraph.text for paragraph in block.paragraphs)]
        case Signature():
            return [block.below, block.date]
        case Cover():
            return [block.above, block.title, *block.below, block.lead, *block.closing]
        case Chart():
            return [block.caption]
        case Contents() | Index():
            return []


def heard(section: Element) -> str:
    """The words of a section as the tree has them, without any space; figures speak by their alternative text."""
    parts = [] if section.tag in ("Figure", "TOC") else [section.text, *(heard(kid) for kid in section.kids)]
    return "".join("".join(parts).split())


if __name__ == "__main__":
    for line in aloud(structure(Path(sys.argv[1]).read_bytes())):
        print(line)
