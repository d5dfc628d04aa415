"""The sheets of an Excel workbook from before 2007 (XLS): values by xlrd, the rest told from its records.

calamine reads this format too, but took text of real workbooks for other letters. The words of a formula stay
unread, as they are stored as code; its place is told. Source of the record numbers: [MS-XLS] 2.3.
"""

import io
import struct
from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any, Final

import xlrd
from xlrd.compdoc import CompDoc, CompDocError

from frhearing.intake.draft import Unreadable
from frhearing.intake.formats.workbook.cells import cell_name, number_text, padded, pads, some, text_of
from frhearing.intake.formats.workbook.marks import Block, BookMarks, Marks, Sheet, counted

_BEGIN: Final = frozenset((0x0809, 0x0409, 0x0209, 0x0009))
_END: Final = 0x000A
_SHEET: Final = 0x0085
_FORMULA: Final = frozenset((0x0006, 0x0206, 0x0406))
_OBJECT, _HEADER, _FOOTER = 0x005D, 0x0014, 0x0015
_OBJECTS: Final = {0x05: "chart", 0x06: "text box", 0x08: "picture", 0x1E: "drawn shape"}
_OTHER_SHEETS: Final = {1: "macro sheet", 2: "chart sheet", 6: "macro sheet"}
_PRINTED: Final = "the header or footer of the printed page"
_MOST_HIDDEN: Final = 200


_MISTAKES: Final = (LookupError, ValueError, TypeError, AttributeError)
"""What xlrd raises where the numbers in a damaged workbook lead it to what is not there."""


def sheets_of_xls(data: bytes, file: str, progress: Callable[[], None]) -> tuple[list[Sheet], BookMarks]:
    """Read every sheet. ``progress`` is called now and then. Raises Unreadable where it is damaged or locked."""
    try:
        # What xlrd has to say goes nowhere: standard output belongs to the parent.
        book = xlrd.open_workbook(file_contents=data, formatting_info=True, logfile=io.StringIO())
        marks = _marks(data)
        marks.from_1904 = book.datemode == 1
        sheets = [_sheet(book, sheet, marks.sheets.get(sheet.name, Marks()), progress) for sheet in book.sheets()]
    except xlrd.XLRDError as fault:
        if "encrypted" in str(fault):
            raise Unreadable(
                f"“{file}” is locked with a password; nothing was imported, and the file is as it was. "
                "Open it, save it without the password and import it again."
            ) from fault
        raise _damaged(file) from fault
    except (CompDocError, struct.error, AssertionError, ArithmeticError, RecursionError, *_MISTAKES) as fault:
        raise _damaged(file) from fault
    if "_VBA_PROJECT".encode("utf-16-le") in data:
        marks.aside.append("macros (they were not run)")
    return sheets, marks


def _damaged(file: str) -> Unreadable:
    return Unreadable(
        f"“{file}” is damaged or no whole workbook; nothing was imported, and the file is as it was. "
        "Ask the sender for it again, or open it and save the sheet as CSV (UTF-8)."
    )


def _sheet(book: Any, sheet: Any, marks: Marks, progress: Callable[[], None]) -> Sheet:
    rows = []
    for number in range(sheet.nrows):
        cells = zip(sheet.row_types(number), sheet.row_values(number), strict=True)
        rows.append([_text(book, sheet, number, column, *cell, marks) for column, cell in enumerate(cells)])
        if not number % 1024:
            progress()
    width = max(map(len, rows), default=0)
    for row in rows:
        row += [""] * (width - len(row))
    marks.hidden_rows += [row for row, about in sorted(sheet.rowinfo_map.items()) if about.hidden]
    hidden = [column for column, about in sorted(sheet.colinfo_map.items()) if about.hidden]
    marks.hidden_columns += hidden if len(hidden) < _MOST_HIDDEN else []
    marks.merged += [Block(top, below - 1, left, after - 1) for top, below, left, after in sheet.merged_cells]
    if sheet.cell_note_map:
        noted = some(cell_name(*place) for place in sorted(sheet.cell_note_map))
        marks.aside.insert(0, f"{counted(len(sheet.cell_note_map), 'note on a cell', 'notes on cells')} ({noted})")
    return Sheet(sheet.name, sheet.visibility == 0, rows, marks)


def _text(book: Any, sheet: Any, row: int, column: int, kind: int, value: Any, marks: Marks) -> str:
    """Return what a cell says; an error and its place are noted."""
    if kind == xlrd.XL_CELL_TEXT:
        return str(value)
    if kind == xlrd.XL_CELL_NUMBER:
        text = number_text(value)
        code = _format(book, sheet, row, column) if text.isdigit() else ""
        return padded(text, code) if pads(code) else text
    if kind == xlrd.XL_CELL_DATE:
        return _date(value, book.datemode)
    if kind == xlrd.XL_CELL_BOOLEAN:
        return text_of(bool(value))
    if kind == xlrd.XL_CELL_ERROR:
        marks.errors[row, column] = str(xlrd.error_text_from_code.get(value, "#N/A"))
        return marks.errors[row, column]
    return ""


def _format(book: Any, sheet: Any, row: int, column: int) -> str:
    """Return the number format of a cell."""
    style = book.xf_list[sheet.cell_xf_index(row, column)]
    return str(book.format_map[style.format_key].format_str)


def _date(value: float, datemode: int) -> str:
    try:
        found: datetime = xlrd.xldate.xldate_as_datetime(value, datemode)
    except (ValueError, OverflowError):
        return number_text(value)
    return text_of(found.time()) if 0 <= value < 1 else text_of(found)


def _marks(data: bytes) -> BookMarks:
    """Find the formulas of every sheet, and what hangs on it but does not stand in its cells."""
    book = BookMarks()
    names: dict[int, str] = {}
    depth = 0
    wide = True
    marks: Marks | None = None
    for at, kind, body in _records(data):
        if kind in _BEGIN:
            depth += 1
            wide = body[1:2] == b"\x06" if at == 0 else wide
            if depth == 1:
                marks = book.sheets.setdefault(names[at], Marks()) if at in names else None
        elif kind == _END:
            depth = max(depth - 1, 0)
            marks = marks if depth else None
        elif kind == _SHEET and len(body) > 8:
            name = _name(body, wide)
            names[struct.unpack_from("<L", body)[0]] = name
            if body[5] in _OTHER_SHEETS:
                book.aside.append(f"the {_OTHER_SHEETS[body[5]]} “{name}”")
        elif marks is not None and depth == 1:
            _note(kind, body, marks)
    for one in book.sheets.values():
        one.aside = [
            word if word == _PRINTED else counted(one.aside.count(word), word) for word in dict.fromkeys(one.aside)
        ]
    return book


def _records(data: bytes) -> Iterator[tuple[int, int, bytes]]:
    """Give each record of a workbook with the place where it begins."""
    container = CompDoc(data, logfile=io.StringIO())
    for name in ("Workbook", "Book"):
        whole, base, length = container.locate_named_stream(name)
        if whole:
            break
    stream = whole[base : base + length] if whole else b""
    at = 0
    while at + 4 <= len(stream):
        kind, size = struct.unpack_from("<HH", stream, at)
        yield at, kind, bytes(stream[at + 4 : at + 4 + size])
        at += 4 + size


def _name(body: bytes, wide: bool) -> str:
    """Return the name of a sheet, in the letters of its version."""
    length = body[6]
    if not wide:
        return body[7 : 7 + length].decode("cp1252", "replace")
    if body[7] & 1:
        return body[8 : 8 + 2 * length].decode("utf-16-le", "replace")
    return body[8 : 8 + length].decode("latin-1")


def _note(kind: int, body: bytes, marks: Marks) -> None:
    """Note one record of a sheet."""
    if kind in _FORMULA and len(body) >= 4:
        row, column = struct.unpack_from("<HH", body)
        marks.formulas[row, column] = ""
    elif kind == _OBJECT and len(body) > 4 and body[4] in _OBJECTS:
        marks.aside.append(_OBJECTS[body[4]])
    elif kind in (_HEADER, _FOOTER) and body:
        marks.aside.append(_PRINTED)
