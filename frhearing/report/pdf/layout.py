"""Lays a document out: every block finds its setter, every section its page."""

from collections.abc import Iterator, Sequence

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
    Section,
    Signature,
    Table,
)
from frhearing.report.pdf.flow import Flow
from frhearing.report.pdf.lines import break_text
from frhearing.report.pdf.set_chart import (
    chart_opening,
    key_figures_opening,
    set_chart,
    set_key_figures,
)
from frhearing.report.pdf.set_contents import set_contents
from frhearing.report.pdf.set_entry import entry_opening, set_entry
from frhearing.report.pdf.set_index import index_opening, set_index
from frhearing.report.pdf.set_table import set_table, table_opening
from frhearing.report.pdf.set_text import (
    box_height,
    opening,
    paragraph_style,
    quote_opening,
    set_box,
    set_cover,
    set_heading,
    set_list,
    set_paragraph,
    set_quote,
    set_section_title,
    set_signature,
)
from frhearing.report.pdf.structure import Node

_SHORT, _FEW_LINES = 400, 3
"""A paragraph of so few characters on so few lines only leads on to the next block."""

_WORTH_FILLING = 0.25
"""A chart lets its table go first where at least this share of the page would stay empty."""

_SIGNATURE = 60.0
"""The height of what has no opening of its own, such as a line to sign on."""


def lay_out(flow: Flow, document: Document) -> None:
    """Put everything in a document into its place on the pages of a flow."""
    flow.continued_words = document.continued_words
    for section in document.sections:
        _set_section(flow, document, section)


def _set_section(flow: Flow, document: Document, section: Section) -> None:
    flow.section = section.title if section.titled else ""
    flow.heading = ("", flow.page)
    if section.new_page and not flow.at_top:
        flow.next_page()
    outer = flow.parent
    flow.parent = flow.node("Sect")
    if section.titled:
        follows = _follows(flow, section.blocks, 0)
        set_section_title(flow, section.title, section.key, follows)
        if not flow.page_heads[flow.page]:
            flow.page_heads[flow.page] = section.title
    else:
        flow.mark(section.key)
    holder = flow.parent
    for number, place in _order(flow, section.blocks, holder):
        block = section.blocks[number]
        listed = isinstance(block, Entry) and not block.heading
        if listed and flow.parent is holder:
            flow.parent = flow.node("L")
        elif not listed:
            flow.parent = place
        _set_block(flow, document, section.blocks, number)
        flow.pulse()
    flow.parent = outer


def _order(flow: Flow, blocks: Sequence[Block], holder: Node) -> Iterator[tuple[int, Node]]:
    """The numbers of the blocks as they are set and what holds each, asked for one by one as the pages fill.

    A chart that needs the next page lets its table go first where that fills the rest of this one; it is read
    aloud before its table all the same.
    """
    kept: Node | None = None
    for number in range(len(blocks)):
        if kept is None and _gives_way(flow, blocks, number):
            kept = Node("Div", holder)
            continue
        yield number, holder
        if kept is not None:
            yield number - 1, kept
            kept = None


def _gives_way(flow: Flow, blocks: Sequence[Block], number: int) -> bool:
    """Whether a chart does not fit on the rest of the page, but the beginning of its table does."""
    block = blocks[number]
    if not isinstance(block, Chart) or chart_opening(flow, block) <= flow.room:
        return False
    return _table_first(flow, blocks, number) <= flow.room


def _table_first(flow: Flow, blocks: Sequence[Block], number: int) -> float:
    """The room that the table of a chart needs to go before it; the first chart of a section always leads."""
    table = blocks[number + 1] if number + 1 < len(blocks) else None
    if not isinstance(table, Table) or not any(isinstance(block, Chart) for block in blocks[:number]):
        return flow.full_room
    return max(table_opening(flow, table), flow.full_room * _WORTH_FILLING)


def _set_block(flow: Flow, document: Document, blocks: Sequence[Block], number: int) -> None:
    block = blocks[number]
    match block:
        case Entry():
            set_entry(flow, block)
        case Paragraph():
            set_paragraph(flow, block)
        case Heading():
            set_heading(flow, block, _follows(flow, blocks, number + 1))
        case Table():
            set_table(flow, block)
        case Chart():
            set_chart(flow, block)
        case KeyFigures():
            set_key_figures(flow, block)
        case Quote():
            set_quote(flow, block)
        case Box():
            set_box(flow, block)
        case BulletList():
            set_list(flow, block)
        case Signature():
            set_signature(flow, block)
        case Contents():
            set_contents(flow, document)
        case Index():
            set_index(flow, block)
        case Cover():
            set_cover(flow, block)


def _follows(flow: Flow, blocks: Sequence[Block], number: int, depth: int = 2) -> float:
    """The height that what comes after a heading needs at least on the heading's page.

    A short paragraph does not follow a heading alone: it only leads on to what comes after it, unless that
    is a heading again.
    """
    if number >= len(blocks):
        return 0.0
    block = blocks[number]
    styles = flow.styles
    if isinstance(block, Heading):
        return styles.heading.leading + 20 * flow.scale + _follows(flow, blocks, number + 1, depth)
    if isinstance(block, Paragraph):
        style = paragraph_style(flow, block.role)
        if len(block.text) > _SHORT or not depth:
            return opening(flow, block.text, style)
        count = len(break_text(block.text, style, flow.width).lines)
        if count > _FEW_LINES:
            return opening(flow, block.text, style)
        height = count * style.leading
        if number and isinstance(blocks[min(number + 1, len(blocks) - 1)], Heading):
            return height
        return height + 12 * flow.scale + _follows(flow, blocks, number + 1, depth - 1)
    if isinstance(block, Box):
        return box_height(flow, block)
    if isinstance(block, Chart):
        return min(chart_opening(flow, block), _table_first(flow, blocks, number))
    if isinstance(block, Entry):
        return entry_opening(flow, block)
    if isinstance(block, Quote):
        return quote_opening(flow, block)
    if isinstance(block, KeyFigures):
        return key_figures_opening(flow, block)
    if isinstance(block, Table):
        return table_opening(flow, block)
    if isinstance(block, Index):
        return index_opening(flow)
    if isinstance(block, BulletList):
        return opening(flow, "".join(block.items[:1]), styles.body)
    return _SIGNATURE * flow.scale
