"""A document as plain lines of text, one block after the other: for comparing two documents by eye."""

from collections.abc import Iterator

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
)


def dump(document: Document) -> str:
    """All that the document says, in reading order, with the roles of its parts."""
    lines = [
        f"title: {document.title}",
        f"author: {document.author}",
        f"subject: {document.subject}",
        f"language: {document.language}  dated: {document.dated}",
        f"head: {document.running_title}  foot: {document.office}, {document.edition}  draft: {document.draft or 'no'}",
    ]
    for section in document.sections:
        flags = "  (new page)" if section.new_page else ""
        lines += ["", f"== {section.key}: {section.title}{flags}"]
        for block in section.blocks:
            lines += block_lines(block)
    return "\n".join(lines) + "\n"


def block_lines(block: Block) -> Iterator[str]:
    """The lines of one block."""
    match block:
        case Heading():
            yield from ("", f"{'=' * (block.level + 1)} {block.text}" + (f"  #{block.anchor}" if block.anchor else ""))
        case Paragraph():
            yield _paragraph(block)
        case BulletList():
            yield from (f"* {text}" for text in block.items)
        case Table():
            yield from _table(block)
        case KeyFigures():
            yield from (
                f"[{_marked(figure.mark)}{figure.label}: {figure.value}{' — ' if figure.note else ''}{figure.note}]"
                for figure in block.figures
            )
        case Chart():
            yield f"({block.kind}) {block.alternative}"
            yield from ([block.caption] if block.caption else [])
        case Quote():
            yield f"> {_marked(block.mark)}{block.text}"
            yield f">   {block.attribution}" + (f"  -> #{block.link}" if block.link else "")
        case Box():
            yield f"[box] {block.title}"
            yield from ("      " + _paragraph(paragraph) for paragraph in block.paragraphs)
        case Entry():
            yield from _entry(block)
        case Signature():
            yield f"________________  {block.below}    ________  {block.date}"
        case Contents():
            yield "[contents]"
        case Index():
            yield f"[index] {block.summary}"
            for entry in block.entries:
                yield f"{entry.name}  " + ", ".join(f"{words} -> #{link}" for words, link in entry.places)
        case Cover():
            yield from (block.above, f"= {block.title}", *block.below, block.lead, *block.closing)


def _paragraph(paragraph: Paragraph) -> str:
    tags = [tag for tag in (paragraph.role if paragraph.role != "body" else "", paragraph.language) if tag]
    before = f"[{', '.join(tags)}] " if tags else ""
    return before + paragraph.text + (f"  -> #{paragraph.link}" if paragraph.link else "")


def _table(table: Table) -> Iterator[str]:
    yield f"|= {table.summary}"
    yield "| " + " | ".join(column.title for column in table.columns)
    for row in table.rows:
        yield ("|| " if row.total else "| ") + " | ".join(map(_cell, row.cells))


def _cell(cell: Cell) -> str:
    return f"{_marked(cell.mark)}{cell.text}" + (f" -> #{cell.link}" if cell.link else "")


def _entry(entry: Entry) -> Iterator[str]:
    name = " · ".join(text for text in (entry.title, entry.subtitle) if text)
    before = "=" * (entry.heading + 1) if entry.heading else "-"
    yield f"{before} {name}" + (f"  #{entry.anchor}" if entry.anchor else "")
    yield from (f"    {_marked(line.mark)}{line.text}" for line in entry.side)
    yield from ("    | " + _paragraph(paragraph).replace("\n", "\n    | ") for paragraph in entry.paragraphs)


def _marked(key: str) -> str:
    return f"{SIGNS[key]} " if key else ""
