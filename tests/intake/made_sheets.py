"""Spreadsheets, JSON exports and web pages made for the tests: whole ones, to be looked at or to be broken."""

import io
import json
import struct
import zipfile
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime

from openpyxl import Workbook
from openpyxl.comments import Comment

HEADER = ("ID", "Name", "Position", "Received", "Comment")
ROWS = (
    ("C-1", "Jane Roe", "support", datetime(2026, 2, 20, 9, 30), "Keep the park open after dark."),
    ("C-2", "John Poe", "oppose", date(2026, 2, 21), "The noise is too much for us already."),
    ("C-3", "Ana López", "", date(2026, 2, 22), "¿Quién paga? Who pays for all of this?"),
)


def xlsx(build: Callable[[Workbook], None]) -> bytes:
    """Return a workbook that was built by a function; it begins with one empty sheet."""
    book = Workbook()
    build(book)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def sheet_of(rows: Sequence[Sequence[object]]) -> bytes:
    """Return a workbook with these rows on its only sheet."""

    def build(book: Workbook) -> None:
        for row in rows:
            book.active.append(row)

    return xlsx(build)


def changed(data: bytes, parts: Mapping[str, Callable[[bytes], bytes] | bytes | None]) -> bytes:
    """Return a container with some of its parts changed, added (bytes) or left out (None)."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            change = parts.get(name, old.read(name))
            if change is not None:
                new.writestr(name, change(old.read(name)) if callable(change) else change)
        for name, added in parts.items():
            if name not in old.namelist() and isinstance(added, bytes):
                new.writestr(name, added)
    return out.getvalue()


ODS_NAMES = " ".join(
    f'xmlns:{short}="{name}"'
    for short, name in {
        **{
            short: f"urn:oasis:names:tc:opendocument:xmlns:{long}:1.0"
            for short, long in (
                ("office", "office"), ("table", "table"), ("text", "text"), ("style", "style"), ("draw", "drawing"),
            )
        },
        "calcext": "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0",
        "xlink": "http://www.w3.org/1999/xlink",
    }.items()
)  # fmt: skip


def ods(tables: str, styles: str = "", manifest: str = "") -> bytes:
    """Return an OpenDocument spreadsheet with these tables, written as XML."""
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {ODS_NAMES} office:version="1.3">'
        f"<office:automatic-styles>{styles}</office:automatic-styles><office:body><office:spreadsheet>{tables}"
        "</office:spreadsheet></office:body></office:document-content>"
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as container:
        container.writestr(zipfile.ZipInfo("mimetype"), "application/vnd.oasis.opendocument.spreadsheet")
        container.writestr("content.xml", content)
        container.writestr("META-INF/manifest.xml", f"<manifest>{manifest}</manifest>")
    return out.getvalue()


def ods_cell(text: str = "", attributes: str = 'office:value-type="string"', inner: str = "") -> str:
    """Return a cell of an OpenDocument spreadsheet as XML; ``inner`` stands before its text."""
    paragraphs = "".join(f"<text:p>{line}</text:p>" for line in text.split("\n")) if text else ""
    return f"<table:table-cell {attributes if text else ''}>{inner}{paragraphs}</table:table-cell>"


def ods_rows(rows: Sequence[Sequence[str]]) -> str:
    """Return rows of texts as XML."""
    return "".join(f"<table:table-row>{''.join(map(ods_cell, row))}</table:table-row>" for row in rows)


def xls(
    records: bytes, *, from_1904: bool = False, state: int = 0, name: str = "Sheet1", locked: bool = False
) -> bytes:
    """Return a workbook of before 2007 with one sheet of these records; see ``xls_text`` and its kin."""
    fonts = _record(0x31, struct.pack("<HHHHHBBBBBB", 200, 0, 0x7FFF, 400, 0, 0, 0, 0, 0, 1, 0) + b"A") * 5
    zeros = "00000"
    formats = _record(0x41E, struct.pack("<HHB", 164, len(zeros), 0) + zeros.encode())
    # Style 15 is plain, 16 a date, 17 date and time, 18 has leading zeros.
    styles = b"".join(
        _record(0xE0, struct.pack("<HHHBBBBLLH", 0, number, 0 if at > 14 else 0xFFF4, 0, 0, 0, 0, 0, 0, 0))
        for at, number in enumerate([0] * 16 + [14, 22, 164])
    )
    head = _record(0x809, struct.pack("<HHHHLL", 0x600, 5, 0, 0, 0, 0)) + _record(0x42, struct.pack("<H", 1200))
    head += _record(0x2F, bytes(54)) if locked else b""
    head += _record(0x22, struct.pack("<H", from_1904)) + fonts + formats + styles
    bound_size = 4 + 8 + len(name)
    at = len(head) + bound_size + 4
    head += _record(0x85, struct.pack("<LBBBB", at, state, 0, len(name), 0) + name.encode()) + _record(0x0A, b"")
    sheet = _record(0x809, struct.pack("<HHHHLL", 0x600, 16, 0, 0, 0, 0)) + records + _record(0x0A, b"")
    return _compound(head + sheet)


def xls_text(row: int, column: int, text: str) -> bytes:
    """Return the record of a text cell."""
    return _record(0x204, struct.pack("<HHHHB", row, column, 15, len(text), 1) + text.encode("utf-16-le"))


def xls_number(row: int, column: int, value: float, style: int = 15) -> bytes:
    """Return the record of a number; style 16 shows it as a date, 17 as date and time, 18 with five digits."""
    return _record(0x203, struct.pack("<HHHd", row, column, style, value))


def xls_formula(row: int, column: int, value: float) -> bytes:
    """Return the record of a formula (2+3) with its value."""
    code = struct.pack("<HBHBHB", 7, 0x1E, 2, 0x1E, 3, 0x03)
    return _record(0x06, struct.pack("<HHHdHL", row, column, 15, value, 0, 0) + code)


def xls_error(row: int, column: int, code: int) -> bytes:
    """Return the record of an error such as #N/A (0x2A)."""
    return _record(0x205, struct.pack("<HHHBB", row, column, 15, code, 1))


def xls_hidden_row(row: int) -> bytes:
    """Return the record that hides a row."""
    return _record(0x208, struct.pack("<HHHHHHL", row, 0, 9, 255, 0, 0, 0x120))


def xls_text_box() -> bytes:
    """Return the record of a text box."""
    return _record(0x5D, struct.pack("<HHHHH", 0x15, 18, 6, 1, 0) + bytes(12))


def xls_table(rows: Sequence[Sequence[str]]) -> bytes:
    """Return the records of rows of texts."""
    return b"".join(
        xls_text(at, column, text) for at, row in enumerate(rows) for column, text in enumerate(row) if text
    )


def _record(kind: int, body: bytes) -> bytes:
    return struct.pack("<HH", kind, len(body)) + body


def _compound(stream: bytes) -> bytes:
    """Lay a stream called Workbook into an OLE container of sectors of 512 bytes."""
    stream += bytes(max(4096, -(-len(stream) // 512) * 512) - len(stream))
    sectors = len(stream) // 512
    # Sector 0 is the table of sectors, sector 1 the directory; the stream follows.
    chain = [0xFFFFFFFD, 0xFFFFFFFE, *range(3, sectors + 2), 0xFFFFFFFE]
    table = struct.pack(f"<{len(chain)}L", *chain) + b"\xff" * (512 - 4 * len(chain))
    root = _entry("Root Entry", 5, 0xFFFFFFFE, 0, child=1)
    directory = root + _entry("Workbook", 2, 2, len(stream)) + bytes(256)
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH6x", 0x3E, 3, 0xFFFE, 9, 6)
    header += struct.pack("<LLLLLLLLL", 0, 1, 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0)
    return header + struct.pack("<109L", 0, *[0xFFFFFFFF] * 108) + table + directory + stream


def _entry(name: str, kind: int, start: int, size: int, child: int = 0xFFFFFFFF) -> bytes:
    letters = name.encode("utf-16-le") + b"\0\0"
    head = letters.ljust(64, b"\0") + struct.pack("<HBBLLL", len(letters), kind, 1, 0xFFFFFFFF, 0xFFFFFFFF, child)
    return head + bytes(36) + struct.pack("<LLL", start, size, 0)


def _rich(book: Workbook) -> None:
    sheet = book.active
    sheet.append(HEADER)
    for row in ROWS:
        sheet.append(row)
    sheet["F5"] = "=LEN(E2)"
    sheet["E3"].comment = Comment("call back", "clerk")
    sheet.row_dimensions[3].hidden = True
    sheet.merge_cells("A6:B6")
    book.create_sheet("Codes").append(("Code", "Meaning"))
    book["Codes"].sheet_state = "hidden"


def samples() -> dict[str, bytes]:
    """Return one whole file of each kind by its name: what broken ones are made of."""
    texts = [[str(cell) for cell in row] for row in (HEADER, *ROWS)]
    records = [dict(zip(HEADER, row, strict=True)) for row in texts[1:]]
    cells = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in texts[1:])
    head = "".join(f"<th>{name}</th>" for name in HEADER)
    return {
        "comments.xlsx": xlsx(_rich),
        "comments.xls": xls(xls_table(texts) + xls_formula(4, 1, 5.0) + xls_hidden_row(2)),
        "comments.ods": ods(f'<table:table table:name="A">{ods_rows(texts)}</table:table>'),
        "comments.json": json.dumps({"data": records, "meta": {"total": 3}}, ensure_ascii=False).encode(),
        "comments.html": f"<html><body><table><tr>{head}</tr>{cells}</table></body></html>".encode(),
    }
