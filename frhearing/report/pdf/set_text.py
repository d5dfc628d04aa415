"""Sets headings, paragraphs, lists, quotes, boxes, signature lines and the cover."""

import re
from collections.abc import Sequence

from frhearing.drawing.colours import PRINT
from frhearing.report.document import (
    BODY,
    LABEL,
    LEAD,
    NOTE,
    STRONG,
    Box,
    BulletList,
    Cover,
    Heading,
    Paragraph,
    Quote,
    Signature,
)
from frhearing.report.pdf.flow import Flow
from frhearing.report.pdf.items import Fill, Link, LooseText, MarkItem, Rule, TextItem
from frhearing.report.pdf.lines import break_text
from frhearing.report.pdf.structure import language, spoken
from frhearing.report.pdf.style import TextStyle

_BLANK = re.compile("\n(?: *\n)+")
_AFTER = {BODY: 6.0, LEAD: 12.0, LABEL: 6.0, STRONG: 3.0, NOTE: 12.0}
_KEPT_LINES = 10
_PART_GAP, _ONE_LINE = 4.0, 120
_GLANCE, _MANY = 420, 4
"""So many characters show whether a paragraph has more than three lines."""

_BAND = 18.0
_COVER_TOP, _HIGHEST = 0.79, 44.0
"""Where the cover begins, as a share of the height; how near to the edge of the paper it may begin, in points."""
_BOX_PAD = 12.0


def paragraph_style(flow: Flow, role: str) -> TextStyle:
    """The style of a paragraph in its role."""
    styles = flow.styles
    return {LEAD: styles.lead, LABEL: styles.label, NOTE: styles.label, STRONG: styles.strong}.get(role, styles.body)


def set_heading(flow: Flow, heading: Heading, follows: float) -> None:
    """A heading of level 2 or 3, on one page with what follows it (points)."""
    style = flow.styles.heading if heading.level == 2 else flow.styles.subheading
    flow.gap(14 if heading.level == 2 else 8)
    _titled(flow, heading.text, heading.level, heading.anchor, style, follows)
    flow.heading = (heading.text, flow.page)
    flow.gap(5 if heading.level == 2 else 3)


def set_continued(flow: Flow) -> None:
    """At the top of a further page, say for the eye which heading a table or chart there belongs to."""
    text, page = flow.heading
    if text and page < flow.page and flow.at_top and flow.continued_words:
        style = flow.styles.strong
        lines = break_text(flow.continued_words.format(title=text), style, flow.geometry.full_width).lines
        flow.put(LooseText(style, flow.left, flow.y, lines))
        flow.y -= len(lines) * style.leading + 6 * flow.scale


def set_section_title(flow: Flow, title: str, anchor: str, follows: float) -> None:
    """The title of a section, a heading of level 1."""
    flow.gap(26)
    _titled(flow, title, 1, anchor, flow.styles.section, follows)
    flow.gap(10)


def _titled(flow: Flow, text: str, level: int, anchor: str, style: TextStyle, follows: float) -> None:
    broken = break_text(text, style, flow.width)
    flow.keep(len(broken.lines) * style.leading + 10 * flow.scale + follows)
    flow.mark(anchor)
    if anchor:
        flow.outline.append((level, text, anchor))
    flow.text(flow.node(f"H{level}", spoken(broken.spoken)), style, broken)


def set_paragraph(flow: Flow, paragraph: Paragraph) -> None:
    """A paragraph, or several where blank lines part its text."""
    style = paragraph_style(flow, paragraph.role)
    set_running(flow, paragraph.text, style, paragraph.language, paragraph.link)
    flow.gap(_AFTER[paragraph.role])


def set_running(flow: Flow, text: str, style: TextStyle, tag: str = "", link: str = "") -> None:
    """Text in as many elements `P` as it has paragraphs, with a small gap between them."""
    parts = [part for part in _BLANK.split(text) if part]
    alone = _one_line(flow, parts, style)
    for number, part in enumerate(parts):
        if number:
            flow.gap(_PART_GAP)
        broken = break_text(part, style, flow.width)
        node = flow.node("P", language(tag) + spoken(broken.spoken))
        after = alone if number == len(parts) - 2 and (number or len(broken.lines) > 3) else 0.0
        flow.text(node, style, broken, link=Link(link, part) if link else None, after=after)


def _one_line(flow: Flow, parts: Sequence[str], style: TextStyle) -> float:
    """The height of a last part of one line, such as the name below a letter, which must not stand alone; else 0."""
    if len(parts) < 2 or len(parts[-1]) > _ONE_LINE or len(break_text(parts[-1], style, flow.width).lines) > 1:
        return 0.0
    return _PART_GAP * flow.scale + style.leading


def opening(flow: Flow, text: str, style: TextStyle) -> float:
    """The height of the first lines of a text that must not be parted from what stands above."""
    first = _BLANK.split(text[:_GLANCE], maxsplit=1)[0]
    count = len(break_text(first, style, flow.width).lines) if len(first) < _GLANCE else _MANY
    return (count if count <= 3 else 2) * style.leading


def set_list(flow: Flow, points: BulletList) -> None:
    """Points with a bullet before each."""
    style = flow.styles.body
    indent = 14 * flow.scale
    outer = flow.parent
    holder = flow.node("L", b"/A<</O/List/ListNumbering/Disc>>")
    for number, text in enumerate(points.items):
        flow.parent = holder
        flow.parent = flow.node("LI")
        flow.keep(_point_kept(flow, points.items[number:], style))
        bullet = break_text("•", style, indent)
        flow.put(TextItem(flow.node("Lbl"), style, flow.left + 2 * flow.scale, flow.y, bullet.lines))
        flow.parent = flow.node("LBody")
        flow.left += indent
        flow.width -= indent
        set_running(flow, text, style)
        flow.left -= indent
        flow.width += indent
        flow.gap(3)
    flow.parent = outer
    flow.gap(5)


def _point_kept(flow: Flow, points: Sequence[str], style: TextStyle) -> float:
    """The height that stays on one page from a point on: its first lines, and of the last two short ones both."""
    first = opening(flow, points[0], style)
    if len(points) != 2 or max(map(len, points)) > _GLANCE:
        return first
    width = flow.width - 14 * flow.scale
    return sum(len(break_text(text, style, width).lines) * style.leading + 3 * flow.scale for text in points)


def set_quote(flow: Flow, quote: Quote) -> None:
    """Words of somebody in the main column, with who said them below."""
    geometry, styles = flow.geometry, flow.styles
    outer, column = flow.parent, (flow.left, flow.width)
    flow.left, flow.width = geometry.main_left, geometry.right - geometry.main_left
    flow.keep(quote_opening(flow, quote))
    flow.parent = flow.node("BlockQuote")
    if quote.mark:
        middle = flow.y - styles.quote.leading * 0.5
        flow.put(MarkItem(quote.mark, flow.left - 11 * flow.scale, middle, 3.6 * flow.scale))
    set_running(flow, quote.text, styles.quote, quote.language)
    flow.parent = outer
    flow.gap(2)
    set_running(flow, quote.attribution, styles.label, link=quote.link)
    flow.left, flow.width = column
    flow.gap(13)


def quote_opening(flow: Flow, quote: Quote) -> float:
    """The height that stays on one page: a short quote whole, with who said it, else its first lines."""
    style, width = flow.styles.quote, flow.geometry.right - flow.geometry.main_left
    lines = len(break_text(quote.text, style, width).lines)
    kept = lines if lines <= _KEPT_LINES else 3
    return kept * style.leading + 2 * flow.styles.label.leading


def set_box(flow: Flow, box: Box) -> None:
    """Paragraphs on a tinted ground with a bar at their left, on one page where they fit."""
    pad = _BOX_PAD * flow.scale
    outer, column = flow.parent, (flow.left, flow.width)
    flow.keep(box_height(flow, box))
    first, top = flow.page, flow.y
    places = {first: len(flow.pages[first])}
    flow.parent = flow.node("Sect")
    flow.left, flow.width = flow.left + pad + 4, flow.width - 2 * pad - 4
    flow.y -= pad * 0.8
    set_running(flow, box.title, flow.styles.strong)
    flow.gap(3)
    for paragraph in box.paragraphs:
        set_paragraph(flow, paragraph)
    flow.y -= max(pad * 0.8 - _AFTER[box.paragraphs[-1].role] * flow.scale, 0) if box.paragraphs else pad
    flow.left, flow.width = column
    flow.parent = outer
    for page in range(first, flow.page + 1):
        upper = top if page == first else flow.geometry.top
        lower = flow.y if page == flow.page else flow.geometry.bottom
        ground = Fill(flow.left, lower, flow.width, upper - lower, PRINT["surface3"])
        bar = Fill(flow.left, lower, 3, upper - lower, PRINT["heading"])
        flow.pages[page][places.get(page, 0) : places.get(page, 0)] = [ground, bar]
    flow.gap(14)


def box_height(flow: Flow, box: Box) -> float:
    """The height of a box, or of a page where it is taller."""
    pad = _BOX_PAD * flow.scale
    wide = flow.width - 2 * pad - 4
    height = pad * 2 + flow.styles.strong.leading
    for paragraph in box.paragraphs:
        style = paragraph_style(flow, paragraph.role)
        height += len(break_text(paragraph.text, style, wide).lines) * style.leading
        height += _AFTER[paragraph.role] * flow.scale
    return min(height, flow.full_room)


def set_signature(flow: Flow, signature: Signature) -> None:
    """A line to sign on and a shorter one for the date, with words below."""
    style = flow.styles.label
    flow.keep(30 * flow.scale + 2 * style.leading)
    flow.y -= 30 * flow.scale
    gap, date = 24 * flow.scale, flow.width * 0.26
    split = flow.right - date
    flow.put(Rule(flow.left, flow.y, split - gap, flow.y, PRINT["text"], 0.7))
    flow.put(Rule(split, flow.y, flow.right, flow.y, PRINT["text"], 0.7))
    flow.y -= 3
    top = flow.y
    broken = break_text(signature.below, style, split - gap - flow.left)
    flow.text(flow.node("P"), style, broken)
    flow.put(TextItem(flow.node("P"), style, split, top, break_text(signature.date, style, date).lines))
    flow.gap(8)


def set_cover(flow: Flow, cover: Cover) -> None:
    """The title page: a band at the left edge, the title at about a quarter of the height, higher if there is much."""
    geometry, styles = flow.geometry, flow.styles
    flow.put(Fill(0, 0, _BAND, geometry.height, PRINT["heading"]))
    parts = [(cover.above, styles.strong, 10.0), (cover.title, styles.title, 16.0)]
    parts += [(line, styles.lead, 2.0) for line in cover.below]
    parts += [("", styles.lead, 24.0), (cover.lead, styles.lead, 24.0)]
    parts += [(line, styles.label, 3.0) for line in cover.closing]
    tall = sum(
        len(break_text(text, style, flow.width).lines) * style.leading * bool(text) + after * flow.scale
        for text, style, after in parts
    )
    flow.y = min(geometry.height - _HIGHEST, max(geometry.height * _COVER_TOP, geometry.bottom + tall))
    for text, style, after in parts:
        if style is styles.title:
            flow.mark("cover")
            flow.outline.append((1, cover.title, "cover"))
            broken = break_text(text, style, flow.width)
            flow.text(flow.node("H1", spoken(broken.spoken)), style, broken)
        elif text:
            set_running(flow, text, style)
        flow.y -= after * flow.scale
