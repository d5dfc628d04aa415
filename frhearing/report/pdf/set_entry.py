"""Sets entries: who and when in the side column, the words beside it, over as many pages as they take."""

from frhearing.report.document import STRONG, Entry, SideLine
from frhearing.report.pdf.flow import Flow, later
from frhearing.report.pdf.items import LooseText, MarkItem, Rule, TextItem
from frhearing.report.pdf.lines import Line, Lines, break_text
from frhearing.report.pdf.set_text import opening, paragraph_style, set_running
from frhearing.report.pdf.structure import Node, spoken
from frhearing.report.pdf.style import TextStyle

_ABOVE = 8.0
_BETWEEN = 9.0
_MARK_INDENT = 11.0
_MOST_KEPT = 1 / 3
"""What must stay together is never more than this share of a page."""
_SHORT = 700
"""Entries of a list with up to so many characters stay on one page."""

Side = list[tuple[TextStyle, Lines, str]]
"""Style, lines and mark of each line of the side column."""


def set_entry(flow: Flow, entry: Entry) -> None:
    """An entry below a hairline; its first lines stay together with what stands beside them."""
    outer, column = flow.parent, (flow.left, flow.width)
    title, side = _named(flow, entry), _side(flow, entry)
    if not entry.heading or flow.room < _ABOVE * flow.scale + flow.full_room * _MOST_KEPT:
        flow.keep(_ABOVE * flow.scale + _kept(flow, entry, title, side))
    if not flow.at_top:
        flow.put(Rule(flow.geometry.left, flow.y, flow.geometry.right, flow.y))
        flow.y -= _ABOVE * flow.scale
    flow.mark(entry.anchor)
    start = flow.position()
    flow.parent = flow.node("Sect" if entry.heading else "LI")
    flow.left, flow.width = flow.geometry.left, flow.geometry.side
    _set_title(flow, entry, title)
    if not entry.heading:
        flow.parent = flow.node("LBody")
    _set_side(flow, side)
    beside = flow.position()
    flow.go(start)
    flow.left = flow.geometry.main_left
    flow.width = flow.geometry.right - flow.left
    for number, paragraph in enumerate(entry.paragraphs):
        flow.gap(4 if number else 0)
        style = paragraph_style(flow, paragraph.role)
        set_running(flow, paragraph.text, style, paragraph.language, paragraph.link)
    _say_continued(flow, entry, max(start[0], beside[0]))
    flow.go(later(beside, flow.position()))
    flow.left, flow.width = column
    flow.parent = outer
    flow.gap(_BETWEEN)


def entry_opening(flow: Flow, entry: Entry) -> float:
    """The height that an entry needs at least on the page on which it begins."""
    return _ABOVE * flow.scale + _kept(flow, entry, _named(flow, entry), _side(flow, entry))


def _named(flow: Flow, entry: Entry) -> Side:
    styles, width = flow.styles, flow.geometry.side
    named: Side = []
    if entry.title:
        named.append((styles.strong, break_text(entry.title, styles.strong, width), ""))
    if entry.subtitle:
        named.append((styles.name, break_text(entry.subtitle, styles.name, width), ""))
    return named


def _side(flow: Flow, entry: Entry) -> Side:
    return [_side_line(flow, line) for line in entry.side if line.text]


def _side_line(flow: Flow, line: SideLine) -> tuple[TextStyle, Lines, str]:
    style = flow.styles.strong if line.role == STRONG else flow.styles.label
    indent = _MARK_INDENT * flow.scale if line.mark else 0.0
    return style, break_text(line.text, style, flow.geometry.side - indent), line.mark


def _kept(flow: Flow, entry: Entry, title: Side, side: Side) -> float:
    """The height that stays on one page: the whole of a short entry of a list, else its first lines."""
    least = _least(flow, entry, title, side)
    if entry.heading or sum(len(paragraph.text) for paragraph in entry.paragraphs) > _SHORT:
        return least
    width = flow.geometry.right - flow.geometry.main_left
    text = 0.0
    for paragraph in entry.paragraphs:
        style = paragraph_style(flow, paragraph.role)
        text += len(break_text(paragraph.text, style, width).lines) * style.leading + 4 * flow.scale
    return max(least, min(text, flow.full_room))


def _least(flow: Flow, entry: Entry, title: Side, side: Side) -> float:
    """The height of the side column or of three lines of text, whichever is more, within reason."""
    beside = sum(len(broken.lines) * style.leading for style, broken, _ in [*title, *side])
    text = 0.0
    if entry.paragraphs:
        style = paragraph_style(flow, entry.paragraphs[0].role)
        column = flow.width
        flow.width = flow.geometry.right - flow.geometry.main_left
        text = opening(flow, entry.paragraphs[0].text, style)
        flow.width = column
    return min(max(beside, text), flow.full_room * _MOST_KEPT)


def _set_title(flow: Flow, entry: Entry, title: Side) -> None:
    if not title:
        return
    said = " ".join(text for text in (entry.title, entry.subtitle) if text)
    turned = any(broken.spoken for _, broken, _ in title)
    tag = f"H{entry.heading}" if entry.heading else "Lbl"
    node = flow.node(tag, spoken(said if turned else None))
    _set_lines(flow, node, title)


def _set_side(flow: Flow, side: Side) -> None:
    if side:
        _set_lines(flow, flow.node("P"), side)


def _set_lines(flow: Flow, node: Node, side: Side) -> None:
    """Short lines of one element below each other, each parted from the next for the ear."""
    for number, (style, broken, mark) in enumerate(side):
        indent = _MARK_INDENT * flow.scale if mark else 0.0
        lines = list(broken.lines)
        if number < len(side) - 1:
            lines[-1] = Line(lines[-1].glyphs + style.space, lines[-1].width)
        flow.keep(style.leading)
        if mark:
            middle = flow.y - style.leading * 0.53
            flow.put(MarkItem(mark, flow.left + 4 * flow.scale, middle, 3.4 * flow.scale))
        if len(lines) * style.leading > flow.room:
            flow.text(node, style, Lines(lines), indent=indent)
        else:
            flow.put(TextItem(node, style, flow.left + indent, flow.y, lines))
            flow.y -= len(lines) * style.leading


def _say_continued(flow: Flow, entry: Entry, last: int) -> None:
    """On each further page of the text, say in the side column whose words these are."""
    if not entry.continued or flow.page <= last:
        return
    style = flow.styles.label
    lines = break_text(entry.continued, style, flow.geometry.side).lines
    for page in range(last + 1, flow.page + 1):
        flow.pages[page].append(LooseText(style, flow.geometry.left, flow.geometry.top, lines))
