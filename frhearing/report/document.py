"""What a document may hold, free of any format: one tree, and a thin writer for each format.

All text has passed the gate (`report.text`). A line feed in a text is a line end; where two or more
stand together, a new paragraph begins. Anchors are names within the document that links lead to.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from frhearing.drawing.charts import Row
from frhearing.report.text import Replaced

BODY, LEAD, LABEL, STRONG, NOTE = "body", "lead", "label", "strong", "note"
"""Roles of a paragraph: running text, opening sentence, small print, small heading line, caption."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading below that of its section; with an anchor it is a bookmark, and listed in the contents.

    `level` is 2 or 3, and 3 only below a 2; `listed` is unset for what the contents leave out.
    """

    text: str
    level: int = 2
    anchor: str = ""
    listed: bool = True


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text; `link` is the anchor it leads to, `language` a tag such as `es` where it differs."""

    text: str
    role: str = BODY
    language: str = ""
    link: str = ""


@dataclass(frozen=True, slots=True)
class BulletList:
    """Points without an order."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its header, its share of the width, and whether its cells are numbers."""

    title: str
    share: float
    numbers: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell; `mark` is a stance whose mark stands before the text, `link` an anchor.

    A `quiet` cell, such as a zero among numbers, may be printed in a lighter ink; `language` is a tag
    such as `es` where the cell's differs from the document's.
    """

    text: str
    mark: str = ""
    link: str = ""
    quiet: bool = False
    language: str = ""


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row, a cell for each column; a total stands apart in strong type."""

    cells: tuple[Cell, ...]
    total: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a header row, repeated on each page; `row_header` is the column that names the row.

    `width` is the share of the text's width that it takes.
    """

    summary: str
    columns: tuple[Column, ...]
    rows: tuple[TableRow, ...]
    row_header: int = 0
    width: float = 1.0


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """One large number with what it counts; `mark` is the stance it belongs to."""

    value: str
    label: str
    note: str = ""
    mark: str = ""


@dataclass(frozen=True, slots=True)
class KeyFigures:
    """Large numbers side by side."""

    figures: tuple[KeyFigure, ...]


BARS, COLUMNS = "bars", "columns"
"""Kinds of charts: a bar for each row on one scale, a column for each row beside the next."""


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart of stances; `alternative` says every figure in it, `names` are the words for the stances."""

    kind: str
    rows: tuple[Row, ...]
    names: Mapping[str, str]
    alternative: str
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of somebody, with who said them and where; a paraphrase stands without quotation marks."""

    text: str
    attribution: str
    mark: str = ""
    link: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Box:
    """Paragraphs set apart, such as a question before the body; the first line is its title."""

    title: str
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class SideLine:
    """A line of the side column: a role (`strong`, `label`) or the mark of a stance before the text."""

    text: str
    role: str = LABEL
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """Side by side: few words in the side column, a text beside them, such as a comment in full.

    `title` names it (`No. 12`) and stands first in the side column; with `heading` it is a heading of
    that level, else the entry is one of a list. `continued` stands beside the text on further pages.
    """

    title: str
    side: tuple[SideLine, ...]
    paragraphs: tuple[Paragraph, ...]
    heading: int = 0
    subtitle: str = ""
    anchor: str = ""
    continued: str = ""


@dataclass(frozen=True, slots=True)
class Signature:
    """A line to sign on, with the words below it."""

    below: str
    date: str


@dataclass(frozen=True, slots=True)
class Contents:
    """The table of contents of the document, made by the writer."""


@dataclass(frozen=True, slots=True)
class IndexEntry:
    """A name with the places where it stands: words such as `No. 12`, and the anchor each leads to."""

    name: str
    places: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Index:
    """Names in order of the alphabet; where there are pages, the writer prints the page of each anchor instead."""

    entries: tuple[IndexEntry, ...]
    summary: str


@dataclass(frozen=True, slots=True)
class Cover:
    """The title page: a line above the title, lines below it, a lead sentence and closing lines."""

    above: str
    title: str
    below: tuple[str, ...]
    lead: str
    closing: tuple[str, ...]


Block = (
    Heading
    | Paragraph
    | BulletList
    | Table
    | KeyFigures
    | Chart
    | Quote
    | Box
    | Entry
    | Signature
    | Contents
    | Index
    | Cover
)


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the document; `key` names it for options and links.

    It begins with its title as heading of level 1 unless it is untitled (a cover); `new_page` puts it
    onto a page of its own.
    """

    key: str
    title: str
    blocks: tuple[Block, ...]
    new_page: bool = False
    titled: bool = True


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document. `dated` is UTC text: the record's own date, so that the same record gives the same file.

    `running_title` and `office` stand at the head and foot of each page; `page_words` has `{page}` and
    `{pages}`, `continued_words` has `{title}`, the heading of what goes on from an earlier page; `draft` is
    the word drawn across the pages of a draft, else empty.
    """

    title: str
    author: str
    subject: str
    language: str
    dated: str
    running_title: str
    office: str
    edition: str
    page_words: str
    continued_words: str
    draft: str
    sections: tuple[Section, ...]
    replaced: tuple[Replaced, ...] = field(default=())

    def blocks(self) -> Iterator[tuple[Section, Block]]:
        """Every block with the section it stands in, in reading order."""
        for section in self.sections:
            for block in section.blocks:
                yield section, block
