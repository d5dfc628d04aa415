"""The sheets of an OpenDocument spreadsheet (ODS): values, and what stands beside them, from its own XML.

calamine reads this format too, but joins lines and tabs inside a cell, which would alter what was received.
Source of the names: OpenDocument 1.3, part 3, sections 9 and 19.
"""

import io
import re
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import datetime, time, timedelta
from typing import Any, Final

from lxml import etree

from frhearing.intake.containers import Container, check_prolog
from frhearing.intake.draft import Unreadable
from frhearing.intake.formats.workbook.cells import cell_name, duration_text, number_text, padded, some, text_of
from frhearing.intake.formats.workbook.marks import Block, Marks, Sheet, counted

_OFFICE: Final = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TABLE: Final = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_TEXT: Final = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_STYLE: Final = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_DRAW: Final = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
_CALCEXT: Final = "{urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0}"
_HIDDEN: Final = frozenset(("collapse", "filter"))
_MOST_REPEATED: Final = 16_384
"""A cell with a value repeated more often than this fills no honest sheet."""
_MOST_CELLS: Final = 20_000_000
_TIME: Final = re.compile(r"P(?:(\d+)D)?T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:[.,]\d+)?)S)?")
_PADDED: Final = re.compile(r"0\d+|[\d./ -]*\b0\d[\d./ -]*")


def sheets_of_ods(container: Container, progress: Callable[[], None]) -> list[Sheet]:
    """Read every sheet. ``progress`` is called now and then. Raises Unreadable where it is damaged or locked."""
    file = container.file
    if "META-INF/manifest.xml" in container and b"encryption-data" in container.read("META-INF/manifest.xml"):
        raise Unreadable(
            f"“{file}” is locked with a password; nothing was imported, and the file is as it was. "
            "Open it, save it without the password and import it again."
        )
    if "content.xml" not in container:
        raise _damaged(file)
    data = container.read("content.xml")
    check_prolog(data, file)
    reader = _Reader(file, progress)
    try:
        for event, element in etree.iterparse(
            io.BytesIO(data),
            events=("start", "end"),
            tag=(f"{_STYLE}style", f"{_TABLE}table", f"{_TABLE}table-column", f"{_TABLE}table-row", f"{_TABLE}shapes"),
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            huge_tree=False,
        ):
            reader.take(event, element)
    except (etree.XMLSyntaxError, ValueError) as fault:
        raise _damaged(file) from fault
    for sheet in reader.sheets:
        width = max(map(len, sheet.rows), default=0)
        blank = [""] * width
        sheet.rows = [row + [""] * (width - len(row)) if row else blank for row in sheet.rows]
    return reader.sheets


class _Reader:
    """Takes the elements of a spreadsheet in their order."""

    def __init__(self, file: str, progress: Callable[[], None]) -> None:
        self.file, self.progress = file, progress
        self.sheets: list[Sheet] = []
        self._unseen: set[str] = set()
        self._blank = 0
        self._column = 0
        self._depth = 0
        self._cells = 0

    def take(self, event: str, element: Any) -> None:
        """Take one element at its beginning or end; a table inside a cell belongs to that cell."""
        tag = element.tag
        if tag == f"{_TABLE}table":
            self._depth += 1 if event == "start" else -1
            if event == "start" and self._depth == 1:
                self._begin(element)
        elif event == "end" and tag == f"{_STYLE}style":
            if any(part.get(f"{_TABLE}display") == "false" for part in element):
                self._unseen.add(element.get(f"{_STYLE}name", ""))
        elif event == "end" and self._depth == 1:
            if tag == f"{_TABLE}table-column":
                self._take_column(element)
            elif tag == f"{_TABLE}table-row":
                self._take_row(element)
            else:
                _note_drawn(element, self.sheets[-1].marks)

    def _begin(self, table: Any) -> None:
        visible = table.get(f"{_TABLE}style-name", "") not in self._unseen
        self.sheets.append(Sheet(table.get(f"{_TABLE}name", ""), visible))
        self._blank = self._column = 0
        self.progress()

    def _take_column(self, column: Any) -> None:
        times = _repeated(column, "columns")
        if column.get(f"{_TABLE}visibility") in _HIDDEN and times < 200:
            self.sheets[-1].marks.hidden_columns += range(self._column, self._column + times)
        self._column += times

    def _take_row(self, row: Any) -> None:
        """Add a row as often as it is repeated; blank rows are only counted until another follows them."""
        sheet = self.sheets[-1]
        times = _repeated(row, "rows")
        at = len(sheet.rows) + self._blank
        cells = self._cells_of(row, at, sheet.marks)
        if not any(cells):
            self._blank += times
        elif times > _MOST_REPEATED or self._over(len(cells) * times + self._blank):
            raise Unreadable(
                f"“{self.file}” would swell to more rows than it could honestly hold; nothing was imported, and the "
                "file is as it was."
            )
        else:
            sheet.rows += [[]] * self._blank
            sheet.rows += [list(cells) for _ in range(times)]
            self._blank = 0
            if row.get(f"{_TABLE}visibility") in _HIDDEN:
                sheet.marks.hidden_rows += range(at, at + times)
        if not at % 1024:
            self.progress()
        row.clear()
        while row.getprevious() is not None and row.getprevious().tag == row.tag:
            del row.getparent()[row.getparent().index(row) - 1]

    def _over(self, cells: int) -> bool:
        self._cells += cells
        return self._cells > _MOST_CELLS

    def _cells_of(self, row: Any, at: int, marks: Marks) -> list[str]:
        cells: list[str] = []
        for cell in row.iterchildren(f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"):
            times = _repeated(cell, "columns")
            text = _cell_text(cell)
            place = (at, len(cells))
            _note_cell(cell, place, text, marks)
            text = marks.formulas[place] if place in marks.uncached else text
            if text and times > _MOST_REPEATED:
                raise Unreadable(f"“{self.file}” repeats one cell {times:,} times; nothing was imported.")
            # Blank cells out to the edge of the sheet are no cells.
            cells += [text] * (times if text or times < _MOST_REPEATED // 4 else 0)
        while cells and not cells[-1]:
            cells.pop()
        return cells


def _damaged(file: str) -> Unreadable:
    return Unreadable(
        f"“{file}” is damaged: its sheets cannot be read to their end; nothing was imported, and the file is as it "
        "was. Ask the sender for it again."
    )


def _repeated(element: Any, what: str) -> int:
    number = element.get(f"{_TABLE}number-{what}-repeated", "1")
    return max(1, int(number)) if number.isdigit() and len(number) < 9 else 1


def _cell_text(cell: Any) -> str:
    """Return what a cell says: its own value, in full, and for text its lines as they stand there."""
    kind = cell.get(f"{_OFFICE}value-type", "")
    shown = "\n".join(_paragraph(part) for part in cell.iterchildren(f"{_TEXT}p", f"{_TEXT}h", f"{_TEXT}list"))
    if cell.get(f"{_CALCEXT}value-type") == "error":
        return shown or "#N/A"
    if kind in ("float", "currency", "percentage"):
        return _number(cell.get(f"{_OFFICE}value", ""), shown)
    if kind == "date":
        return _date(cell.get(f"{_OFFICE}date-value", "")) or shown
    if kind == "time":
        return _duration(cell.get(f"{_OFFICE}time-value", "")) or shown
    if kind == "boolean":
        return "TRUE" if cell.get(f"{_OFFICE}boolean-value") == "true" else "FALSE"
    return shown or cell.get(f"{_OFFICE}string-value", "")


def _paragraph(part: Any) -> str:
    """Return the text of a paragraph with its tabs, spaces and line ends; notes inside it are not its text."""
    pieces = [part.text or ""]
    for child in part:
        tag = child.tag
        if tag == f"{_TEXT}s":
            count = child.get(f"{_TEXT}c", "1")
            pieces.append(" " * (min(int(count), 10_000) if count.isdigit() else 1))
        elif tag == f"{_TEXT}tab":
            pieces.append("\t")
        elif tag == f"{_TEXT}line-break":
            pieces.append("\n")
        elif isinstance(tag, str) and tag not in (f"{_OFFICE}annotation", f"{_TEXT}note"):
            pieces.append(_paragraph(child))
        pieces.append(child.tail or "")
    return "".join(pieces)


def _number(value: str, shown: str) -> str:
    """Write a number in full; one that is shown with leading zeros keeps them."""
    try:
        text = number_text(float(value))
    except (ValueError, OverflowError):
        return shown or value
    zeros = _PADDED.fullmatch(shown) and text.isdigit() and len(shown) > len(text)
    return shown if zeros and padded(text, re.sub(r"\d", "0", shown)) == shown else text


def _date(value: str) -> str:
    try:
        return text_of(datetime.fromisoformat(value))
    except ValueError:
        return value


def _duration(value: str) -> str:
    match = _TIME.fullmatch(value)
    if match is None:
        return value
    days, hours, minutes = (int(part or 0) for part in match.groups()[:3])
    length = timedelta(days, hours=hours, minutes=minutes, seconds=float((match[4] or "0").replace(",", ".")))
    if length < timedelta(days=1):
        return text_of((datetime.combine(datetime.min, time()) + length).time())
    return duration_text(length)


def _note_cell(cell: Any, place: tuple[int, int], text: str, marks: Marks) -> None:
    formula = cell.get(f"{_TABLE}formula", "")
    if formula:
        words = formula.partition(":=")[2] if ":=" in formula[:12] else formula.lstrip("=")
        marks.formulas[place] = f"={words}"
        if not text and not cell.get(f"{_OFFICE}value-type"):
            marks.uncached.add(place)
    if cell.get(f"{_CALCEXT}value-type") == "error":
        marks.errors[place] = text
    rows, columns = (cell.get(f"{_TABLE}number-{what}-spanned", "1") for what in ("rows", "columns"))
    if (rows, columns) != ("1", "1") and rows.isdigit() and columns.isdigit():
        marks.merged.append(Block(place[0], place[0] + int(rows) - 1, place[1], place[1] + int(columns) - 1))
    if len(cell) and any(True for _ in cell.iterchildren(f"{_OFFICE}annotation")):
        _note_annotation(place, marks)
    if len(cell):
        _note_drawn(cell, marks)


def _note_annotation(place: tuple[int, int], marks: Marks) -> None:
    marks.aside.append(f"a note on cell {cell_name(*place)}")


def _note_drawn(element: Any, marks: Marks) -> None:
    """Note pictures, charts and text boxes that hang on a cell or on the sheet."""
    found: Counter[str] = Counter()
    for frame in element.iter(f"{_DRAW}frame", f"{_DRAW}custom-shape"):
        said = " ".join(" ".join(_paragraphs(frame)).split())
        if said:
            marks.aside.append(f"a text box (“{some([said[:80]])}”)")
        elif any(True for _ in frame.iter(f"{_DRAW}object")):
            found["chart or embedded object"] += 1
        elif any(True for _ in frame.iter(f"{_DRAW}image")):
            found["picture"] += 1
    marks.aside += [counted(number, word) for word, number in found.items()]


def _paragraphs(frame: Any) -> Iterator[str]:
    for part in frame.iter(f"{_TEXT}p"):
        yield _paragraph(part)
