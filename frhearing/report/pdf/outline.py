"""The bookmarks of a file: its headings as a tree that readers show beside the pages."""

from collections.abc import Callable, Sequence

from frhearing.report.pdf.file import PdfFile, text_string


class _Entry:
    """A bookmark with those below it."""

    def __init__(self, number: int, title: str, target: bytes) -> None:
        self.number = number
        self.title = title
        self.target = target
        self.below: list[_Entry] = []


def write_outline(
    pdf: PdfFile,
    headings: Sequence[tuple[int, str, str]],
    target: Callable[[str], bytes | None],
) -> int | None:
    """Write bookmarks for headings (level, text, anchor); returns the number of the outline, if any."""
    root = _Entry(pdf.reserve(), "", b"")
    open_at: dict[int, _Entry] = {0: root}
    for level, text, anchor in headings:
        place = target(anchor)
        if place is None:
            continue
        entry = _Entry(pdf.reserve(), text, place)
        above = max(depth for depth in open_at if depth < level)
        open_at[above].below.append(entry)
        open_at = {depth: held for depth, held in open_at.items() if depth < level} | {level: entry}
    if not root.below:
        return None
    _fill(pdf, root)
    count = len(root.below)
    first, last = root.below[0].number, root.below[-1].number
    pdf.fill(root.number, b"<</Type/Outlines/First %d 0 R/Last %d 0 R/Count %d>>" % (first, last, count))
    return root.number


def _fill(pdf: PdfFile, parent: _Entry) -> None:
    """Write the bookmarks below one, closed, so that a reader first shows the sections."""
    for place, entry in enumerate(parent.below):
        beside = b"/Prev %d 0 R" % parent.below[place - 1].number if place else b""
        if place + 1 < len(parent.below):
            beside += b"/Next %d 0 R" % parent.below[place + 1].number
        if entry.below:
            first, last = entry.below[0].number, entry.below[-1].number
            beside += b"/First %d 0 R/Last %d 0 R/Count %d" % (first, last, -len(entry.below))
        title = text_string(entry.title.replace("\n", " "))
        body = b"<</Title%s/Parent %d 0 R%s/Dest[%s]>>" % (title, parent.number, beside, entry.target)
        pdf.fill(entry.number, body)
        _fill(pdf, entry)
