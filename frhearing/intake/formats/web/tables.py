"""The tables of a web page as rows of cells, the way a reader of the page sees them."""

import copy
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final

from lxml import etree

from frhearing.intake.formats.web.markup import read_html
from frhearing.intake.grid import Grid
from frhearing.intake.layout import Layout, Span, used
from frhearing.intake.rows import RawRows

_SPACES: Final = re.compile(r"[ \t\r\n\f]+")
_NO_BREAK: Final = "\N{NO-BREAK SPACE}"
_BUTTONS: Final = frozenset(("submit", "button", "image", "reset"))
_MOST_SPANNED: Final = 1000
_LEADS_ON: Final = frozenset(("a", "input", "button", "select", "option", "img", "span", "table", "tbody", "tr", "td"))


@dataclass(slots=True)
class WebTable:
    """One table of a page: its rows as text, all of one width, whether the first names the columns, what it hides.

    ``spanned`` counts the cells that reach over several rows; ``leading`` are rows that only lead to other pages.
    """

    element: Any
    number: int
    rows: list[list[str]] = field(default_factory=list)
    headed: bool = False
    spanned: int = 0
    leading: list[str] = field(default_factory=list)
    not_read: list[str] = field(default_factory=list)

    @property
    def place(self) -> str:
        """How it is called in a sentence: ``table 3 of the page (All comments)``."""
        caption = self.element.findtext("caption") or ""
        said = _SPACES.sub(" ", caption).strip()
        return f"table {self.number} of the page" + (f" ({said[:60]})" if said else "")

    def grid(self, file: str) -> Grid:
        """Cut it into tables; cells that the page itself marks as names of columns need no guessing."""
        raw = RawRows((), self.rows)
        if not self.headed:
            return Grid(file, raw, self.place)
        blank = [index for index, row in enumerate(self.rows) if not used(row)]
        repeated = [index for index, row in enumerate(self.rows[1:], 1) if row == self.rows[0]]
        members = [index for index in range(1, len(self.rows)) if index not in {*blank, *repeated}]
        span = Span(0, len(self.rows[0]), used(self.rows[0]), members, repeated)
        return Grid(file, raw, self.place, Layout([span]))


def tables_of(root: Any) -> Iterator[WebTable]:
    """Give every table of a page in its order, those inside other tables too."""
    for number, element in enumerate(root.iter("table"), 1):
        table = WebTable(element, number)
        _read(table)
        if table.rows:
            yield table


def _read(table: WebTable) -> None:
    """Lay the cells out; one that reaches over several rows or columns stands in the first of them."""
    taken: dict[tuple[int, int], bool] = {}
    rows: list[dict[int, str]] = []
    own = list(_own_rows(table.element))
    for at, row in enumerate(own):
        cells: dict[int, str] = {}
        column = 0
        elements = [cell for cell in row if cell.tag in ("td", "th")]
        if len(elements) == 1 and at and _leads_on(elements[0]):
            table.leading.append(_text(elements[0], []))
            rows.append({})
            continue
        for cell in elements:
            while taken.pop((at, column), False):
                column += 1
            across, down = _number(cell, "colspan"), _number(cell, "rowspan")
            cells[column] = _text(cell, table.not_read)
            table.spanned += down > 1
            for below in range(at + 1, min(at + down, len(own))):
                taken.update(((below, place), True) for place in range(column, column + across))
            column += across
        rows.append(cells)
    width = max((max(cells, default=-1) + 1 for cells in rows), default=0)
    table.rows = [[cells.get(column, "") for column in range(width)] for cells in rows]
    first = [cell for cell in own[0] if cell.tag in ("td", "th")] if own else []
    table.headed = len(first) > 1 and all(cell.tag == "th" for cell in first)


def _own_rows(table: Any) -> Iterator[Any]:
    """Give the rows of a table, none of those inside tables in its cells."""
    for part in table:
        if part.tag == "tr":
            yield part
        elif part.tag in ("thead", "tbody", "tfoot"):
            yield from (row for row in part if row.tag == "tr")


def _number(cell: Any, name: str) -> int:
    """Return over how many rows or columns a cell reaches."""
    digits = re.match(r"\s*(\d{1,4})", cell.get(name, "1"))
    return min(max(1, int(digits[1])), _MOST_SPANNED) if digits else 1


def _leads_on(cell: Any) -> bool:
    """Tell whether a cell alone in its row holds only links and buttons, such as those to the next page."""
    linked = sum(len(_said(link)) for link in cell.iter("a", "button"))
    parts = {part.tag for part in cell.iterdescendants() if isinstance(part.tag, str)}
    return bool(parts) and parts <= _LEADS_ON and linked >= len(_said(cell)) * 0.8


def _said(element: Any) -> str:
    return "".join("".join(element.itertext()).split())


def _text(cell: Any, not_read: list[str]) -> str:
    """Return what a cell says, in lines; what it hides is named."""
    if not len(cell):
        words = _SPACES.sub(" ", cell.text or "")
    else:
        page = etree.tostring(_without_buttons(cell), encoding="unicode", method="html", with_tail=False)
        found = read_html(f"<div>{re.sub(r'^<t[dh]|</t[dh]>$', lambda tag: _AS_DIV[tag[0][:2]], page)}</div>")
        words = found.text
        not_read += found.not_read
    return words.strip(f" \n{_NO_BREAK}")


def _without_buttons(cell: Any) -> Any:
    """Return a cell without the buttons in it, which say nothing of a comment; the page itself stays as it is."""
    if not any(True for _ in cell.iter("input", "button")):
        return cell
    bare = copy.deepcopy(cell)
    buttons = [part for part in bare.iter("input", "button") if part.get("type", "submit").lower() in _BUTTONS]
    for button in buttons:
        etree.strip_elements(button, "*", with_tail=True)
        button.tag, button.text = "span", ""
    return bare


_AS_DIV: Final = {"<t": "<div", "</": "</div>"}
