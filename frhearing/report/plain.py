"""Writes a document as plain text: titles underlined, tables in columns, nothing that a mail could not carry."""

import textwrap
import unicodedata
from collections.abc import Iterator, Sequence

from frhearing.drawing.stances import SIGNS
from frhearing.report.document import (
    Block,
    Box,
    BulletList,
    Cell,
    Chart,
    Column,
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

_WIDTH = 78
_INDENT = "    "
_LEAST = 6


def write_text(document: Document) -> str:
    """The document as text of at most 78 columns, ending with a line feed."""
    lines = [] if any(isinstance(block, Cover) for _, block in document.blocks()) else [*_title(document.title, "=")]
    if document.draft:
        lines.insert(0, f"*** {document.draft} ***")
    for section in document.sections:
        lines += ["", *(_title(section.title, "=") if section.titled else [])]
        for block in section.blocks:
            lines += _block(document, block)
    lines += ["", f"{document.office} · {document.edition}"]
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _block(document: Document, block: Block) -> Iterator[str]:
    """The lines of one block, with an empty line below."""
    match block:
        case Heading():
            yield from ("", *_title(block.text, "-"))
        case Paragraph():
            yield from (*wrapped(block.text), "")
        case BulletList():
            for item in block.items:
                yield from wrapped(item, "* ", "  ")
            yield ""
        case Table():
            yield from (*table(block), "")
        case KeyFigures():
            for figure in block.figures:
                note = f" ({figure.note})" if figure.note else ""
                yield from wrapped(f"{_marked(figure.mark)}{figure.label}: {figure.value}{note}")
            yield ""
        case Chart():
            yield from (*wrapped(block.alternative), *wrapped(block.caption), "")
        case Quote():
            yield from wrapped(f"{_marked(block.mark)}{block.text}", _INDENT, _INDENT)
            yield from (*wrapped(block.attribution, _INDENT * 2, _INDENT * 2), "")
        case Box():
            yield block.title
            for paragraph in block.paragraphs:
                yield from wrapped(paragraph.text, _INDENT, _INDENT)
            yield ""
        case Entry():
            yield from (*_entry(block), "")
        case Signature():
            yield from ("", f"{'_' * 44}   {'_' * 20}", f"{block.below}   {block.date}", "")
        case Contents():
            yield from (*(s.title for s in document.sections if s.titled and s.key != "contents"), "")
        case Index():
            for entry in block.entries:
                yield from wrapped(f"{entry.name}  {', '.join(words for words, _ in entry.places)}", "", _INDENT)
            yield ""
        case Cover():
            yield from _cover(block)


def _cover(cover: Cover) -> Iterator[str]:
    yield from (*wrapped(cover.above), "", *_title(cover.title, "="))
    yield from (*wrapped("\n".join(cover.below)), "", *wrapped(cover.lead), "")
    yield from (*wrapped("\n".join(cover.closing)), "")


def wrapped(text: str, first: str = "", other: str = "") -> Iterator[str]:
    """A text in lines of at most 78 columns; its own line ends are kept."""
    begin = first
    for line in text.split("\n"):
        yield from _filled(line, _WIDTH, begin, other) or [begin.rstrip()]
        begin = other


def _filled(line: str, width: int, first: str = "", other: str = "") -> list[str]:
    """One line of text cut at spaces; a longer word stays whole, for no mail program may lose a part of it."""
    return textwrap.wrap(
        line, width, initial_indent=first, subsequent_indent=other, break_long_words=False, break_on_hyphens=False
    )


def _title(text: str, under: str) -> list[str]:
    lines = list(wrapped(text))
    return [*lines, under * max(map(columns, lines), default=0), ""]


def _entry(entry: Entry) -> Iterator[str]:
    yield from wrapped(" · ".join(part for part in (entry.title, entry.subtitle) if part))
    for line in entry.side:
        yield from wrapped(_marked(line.mark) + line.text, "  ", "  ")
    for paragraph in entry.paragraphs:
        yield from wrapped(paragraph.text, _INDENT, _INDENT)


def table(block: Table) -> Iterator[str]:
    """A table: its name, its columns side by side, a line below the header and above a total."""
    yield from wrapped(block.summary)
    rows = [[_cell(cell) for cell in row.cells] for row in block.rows]
    widths = _widths(block, rows)
    yield from _row([column.title for column in block.columns], block, widths)
    rule = "  ".join("-" * width for width in widths)
    yield rule
    for row, cells in zip(block.rows, rows, strict=True):
        yield from ([rule] if row.total else [])
        yield from _row(cells, block, widths)


def _cell(cell: Cell) -> str:
    return " ".join((_marked(cell.mark) + cell.text).split())


def _widths(block: Table, rows: Sequence[Sequence[str]]) -> list[int]:
    """As wide as the longest cell where there is room, else the room shared out; numbers are never cut."""
    wanted = [
        max(_LEAST, *(columns(row[place]) for row in rows), _head_width(column))
        for place, column in enumerate(block.columns)
    ]
    room = _WIDTH - 2 * (len(wanted) - 1)
    loose = [place for place, column in enumerate(block.columns) if not column.numbers]
    while sum(wanted) > room and any(wanted[place] > _LEAST for place in loose):
        wanted[max(loose, key=lambda place: wanted[place])] -= 1
    return wanted


def _head_width(column: Column) -> int:
    """What a column's header needs: its longest word above numbers, which stand close, else all of it."""
    words = column.title.split() if column.numbers else [column.title]
    return max(map(columns, words), default=0)


def _row(cells: Sequence[str], block: Table, widths: Sequence[int]) -> Iterator[str]:
    """The lines of one row, each cell cut to its column."""
    cut = [_filled(cell, width) or [""] for cell, width in zip(cells, widths, strict=True)]
    for line in range(max(map(len, cut))):
        parts = []
        for lines, column, width in zip(cut, block.columns, widths, strict=True):
            part = lines[line] if line < len(lines) else ""
            gap = " " * max(width - columns(part), 0)
            parts.append(gap + part if column.numbers else part + gap)
        yield "  ".join(parts).rstrip()


def columns(text: str) -> int:
    """How many columns a text takes in a font of equal widths: Chinese characters take two, accents none."""
    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text
    )


def _marked(key: str) -> str:
    return f"{SIGNS[key]} " if key else ""
