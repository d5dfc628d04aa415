"""Turns the blocks of a document into HTML, each with the elements that say what it is."""

from collections.abc import Iterator, Sequence
from itertools import count, groupby

from frhearing.drawing.stances import SIGNS
from frhearing.report.document import (
    Block,
    Box,
    BulletList,
    Cell,
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
    TableRow,
)
from frhearing.report.html.svg import chart
from frhearing.report.html.tags import paragraphs, tag, text

_SHORT = 24
"""The words beside a mark stay on its line up to so many characters."""


class Blocks:
    """Writes blocks one after the other; ``anchors`` are the places that links may lead to."""

    def __init__(self, document: Document, anchors: frozenset[str]) -> None:
        self._document = document
        self._anchors = anchors
        self._charts = count(1)

    def all(self, blocks: Sequence[Block]) -> Iterator[str]:
        """The blocks of a section; entries that are not headings of their own become one list."""
        for listed, some in groupby(blocks, lambda block: isinstance(block, Entry) and not block.heading):
            if listed:
                yield tag(
                    "dl", "\n".join(self._listed(one) for one in some if isinstance(one, Entry)), class_="entries"
                )
            else:
                yield from map(self.one, some)

    def one(self, block: Block) -> str:
        """One block."""
        match block:
            case Heading():
                return tag(f"h{block.level + 1}", text(block.text), id=block.anchor)
            case Paragraph():
                return self._paragraph(block)
            case BulletList():
                return tag("ul", "\n".join(tag("li", text(item), dir="auto") for item in block.items))
            case Table():
                return self._table(block)
            case KeyFigures():
                return self._figures(block)
            case Chart():
                return chart(block, self._charts)
            case Quote():
                return self._quote(block)
            case Box():
                inner = [tag("p", text(block.title), class_="strong"), *map(self._paragraph, block.paragraphs)]
                return tag("div", "\n".join(inner), class_="box")
            case Entry():
                return self._entry(block)
            case Signature():
                lines = (tag("p", text(words), class_="line") for words in (block.below, block.date))
                return tag("div", "\n".join(lines), class_="signature")
            case Contents():
                return self._contents()
            case Index():
                return self._index(block)
            case Cover():
                return _cover(block)

    def _link(self, inner: str, anchor: str) -> str:
        return tag("a", inner, href=f"#{anchor}") if anchor in self._anchors else inner

    def _paragraph(self, block: Paragraph) -> str:
        role = "" if block.role == "body" else block.role
        if block.link:
            return tag("p", self._link(text(block.text), block.link), class_=role, lang=block.language, dir="auto")
        return paragraphs(block.text, class_=role, lang=block.language)

    def _table(self, block: Table) -> str:
        head = "\n".join(
            tag("th", text(column.title), scope="col", class_="n" if column.numbers else "") for column in block.columns
        )
        body = "\n".join(self._row(block, row) for row in block.rows)
        inner = f"{tag('caption', text(block.summary))}\n<thead>{tag('tr', head)}</thead>\n<tbody>{body}</tbody>"
        return tag("div", tag("table", inner), class_="scroll", role="group", aria_label=block.summary, tabindex="0")

    def _row(self, block: Table, row: TableRow) -> str:
        cells = []
        for place, cell in enumerate(row.cells):
            short = "whole" if cell.mark and len(cell.text) <= _SHORT else ""
            kinds = ("n" if block.columns[place].numbers else "", "quiet" if cell.quiet else "", short)
            kind = " ".join(filter(None, kinds))
            header = place == block.row_header
            inner = self._cell(cell)
            tongue = cell.language
            made = tag("td", inner, class_=kind, lang=tongue)
            cells.append(tag("th", inner, scope="row", class_=kind, lang=tongue) if header else made)
        return tag("tr", "\n".join(cells), class_="total" if row.total else "")

    def _cell(self, cell: Cell) -> str:
        return _mark(cell.mark) + self._link(text(cell.text), cell.link)

    def _figures(self, block: KeyFigures) -> str:
        made = []
        for figure in block.figures:
            note = f" {tag('span', text(figure.note))}" if figure.note else ""
            term = tag("dt", _mark(figure.mark) + text(figure.label))
            made.append(tag("div", f"{term}\n<dd><strong>{text(figure.value)}</strong>{note}</dd>"))
        return tag("dl", "\n".join(made), class_="figures")

    def _quote(self, block: Quote) -> str:
        said = tag("blockquote", paragraphs(block.text, lang=block.language))
        who = tag("figcaption", _mark(block.mark) + self._link(text(block.attribution), block.link))
        return tag("figure", f"{said}\n{who}", class_="quote")

    def _listed(self, entry: Entry) -> str:
        name = " ".join(text(part) for part in (entry.title, entry.subtitle) if part)
        words = "\n".join(map(self._paragraph, entry.paragraphs))
        inner = f"{tag('dt', name)}\n{tag('dd', _side(entry) + words)}"
        return tag("div", inner, id=entry.anchor)

    def _entry(self, entry: Entry) -> str:
        name = " ".join(text(part) for part in (entry.title, entry.subtitle) if part)
        head = tag(f"h{entry.heading + 1}", name)
        words = "\n".join(map(self._paragraph, entry.paragraphs))
        beside = tag("div", f"{head}\n{_side(entry)}", class_="beside")
        return tag("article", f"{beside}\n{tag('div', words)}", class_="entry", id=entry.anchor)

    def _contents(self) -> str:
        items = []
        for section in self._document.sections:
            if section.titled and section.key != "contents":
                listed = [b for b in section.blocks if isinstance(b, Heading) and b.anchor and b.listed]
                parts = "\n".join(tag("li", tag("a", text(b.text), href=f"#{b.anchor}")) for b in listed)
                below = tag("ul", parts) if parts else ""
                items.append(tag("li", tag("a", text(section.title), href=f"#{section.key}") + below))
        return tag("ul", "\n".join(items), class_="contents")

    def _index(self, block: Index) -> str:
        lines = []
        for entry in block.entries:
            places = ", ".join(self._link(text(words), anchor) for words, anchor in entry.places)
            lines.append(tag("li", f"{text(entry.name)} {places}", dir="auto"))
        return tag("ul", "\n".join(lines), class_="index", aria_label=block.summary)


def _mark(key: str) -> str:
    """The mark of a stance, seen and not read aloud: the word stands beside it."""
    return tag("span", SIGNS[key], class_=f"mark {key}", aria_hidden="true") if key else ""


def _side(entry: Entry) -> str:
    """The lines beside an entry as a list."""
    lines = [tag("li", _mark(line.mark) + text(line.text), class_=line.role) for line in entry.side if line.text]
    return tag("ul", "\n".join(lines), class_="side") + "\n" if lines else ""


def _cover(block: Cover) -> str:
    parts = [
        tag("p", text(block.above), class_="strong"),
        tag("h1", text(block.title)),
        *(tag("p", text(line), class_="lead") for line in block.below),
        paragraphs(block.lead, class_="lead"),
        *(tag("p", text(line), class_="label") for line in block.closing),
    ]
    return "\n".join(parts)
