"""The bookmarks of a file: its headings as a tree that readers show beside the pages."""

from collections.abc import Iterator, Mapping, Sequence

from frhearing.report.pdf.canvas import Canvas

Headings = Sequence[tuple[int, str, str]]
"""Level, text and anchor of each heading, in order."""


def by_page(headings: Headings, anchors: Mapping[str, tuple[int, float]]) -> dict[int, list[str]]:
    """For each page (from 0) the anchors of its headings."""
    found: dict[int, list[str]] = {}
    for _, _, anchor in headings:
        if anchor in anchors:
            found.setdefault(anchors[anchor][0], []).append(anchor)
    return found


def write_outline(canvas: Canvas, headings: Headings) -> None:
    """Add a bookmark for each heading; those below a section are folded, so that a reader first shows the sections."""
    known = [heading for heading in headings if heading[2] in canvas.anchors]
    for depth, text, anchor in _nested(known):
        canvas.page_canvas.addOutlineEntry(text.replace("\n", " "), anchor, depth, closed=1)
    if known:
        canvas.page_canvas.showOutline()


def _nested(headings: Headings) -> Iterator[tuple[int, str, str]]:
    """The headings with their depth below the first ones, none more than one deeper than the one before."""
    above: list[int] = []
    for level, text, anchor in headings:
        while above and above[-1] >= level:
            above.pop()
        yield len(above), text, anchor
        above.append(level)
