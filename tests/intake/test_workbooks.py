"""Excel workbooks: every cell as a clerk sees it, and whatever is not read is named."""

import io
import re
import zipfile
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest
from made_sheets import HEADER, ROWS, changed, sheet_of, xlsx
from openpyxl import Workbook
from openpyxl.chart import BarChart
from openpyxl.comments import Comment
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from frhearing.intake.draft import Reading
from frhearing.intake.reader import ReadRequest, read_source
from frhearing.intake.source import Source
from frhearing.intake.suggest import suggest
from frhearing.intake.watch import read_files

SHEET = "xl/worksheets/sheet1.xml"
WHOLE = sheet_of([HEADER, *ROWS])


def read(data: bytes, file: str = "a.xlsx") -> Reading:
    return read_source(Source(file, data))


def cells(reading: Reading) -> list[list[str]]:
    assert reading.refusal == ""
    return [list(row.cells) for row in reading.table.rows]


def told(reading: Reading, *words: str) -> bool:
    """Whether one of the notes holds all of these words."""
    return any(all(word in note for word in words) for note in reading.notes)


def test_a_plain_workbook_is_read_as_a_table_and_its_columns_are_known() -> None:
    reading = read(sheet_of([HEADER, *ROWS]))
    assert reading.table.header == HEADER
    assert (reading.table.header_row, reading.table.place) == (1, "sheet “Sheet”")
    assert cells(reading)[0] == ["C-1", "Jane Roe", "support", "2026-02-20 09:30:00", "Keep the park open after dark."]
    assert [row.number for row in reading.table.rows] == [2, 3, 4]
    assert (reading.notes, reading.not_read) == ((), ())
    assert suggest(reading.table).mapping.columns == {
        "external_id": ("ID",),
        "name": ("Name",),
        "stance": ("Position",),
        "received": ("Received",),
        "text": ("Comment",),
    }


def test_forty_planted_cells_are_read_exactly_or_listed_to_be_checked() -> None:
    def build(book: Workbook) -> None:
        for column, (value, _, form) in enumerate(planted):
            cell = book.active.cell(2, column + 1, value)
            book.active.cell(1, column + 1, f"Question {chr(65 + column // 26)}{chr(65 + column % 26)}")
            cell.number_format = form or cell.number_format
        book.active.row_dimensions[2].hidden = True
        book.active.merge_cells(start_row=2, end_row=2, start_column=len(planted) + 1, end_column=len(planted) + 2)

    planted: list[tuple[object, str, str]] = [
        ("00123", "00123", ""), (123, "00123", "00000"), (5551234, "555-1234", "000-0000"), (12.0, "12", ""),
        (900064000000000, "900064000000000", ""), (123456789012345, "123456789012345", ""), (1e20, "1" + "0" * 20, ""),
        (0.1 + 0.2, "0.3", ""), (-7, "-7", ""), (1.5, "1.5", ""), (0.0001, "0.0001", ""),
        (1234567.891, "1234567.891", ""),
        (True, "TRUE", ""), (False, "FALSE", ""), ("TRUE", "TRUE", ""), ("#N/A", "#N/A", ""), ("#REF!", "#REF!", ""),
        (date(2026, 2, 26), "2026-02-26", ""), (datetime(2026, 2, 26, 14, 30), "2026-02-26 14:30:00", ""),
        (datetime(2026, 2, 26, 23, 59, 59, 700000), "2026-02-27", ""), (time(14, 30), "14:30:00", ""),
        (timedelta(hours=30), "30:00:00", ""), (date(1900, 1, 1), "1900-01-01", ""), ("2/3/26", "2/3/26", ""),
        ("= I object", "= I object", ""), ("=A2&B2", "=A2&B2", ""), ('=HYPERLINK("https://x.org","letter")', None, ""),
        ("=1/0", "=1/0", ""), ("+1 for this", "+1 for this", ""), ("@clerk", "@clerk", ""), ("-- no", "-- no", ""),
        ("a_x000D_\nb", "a\r\nb", ""), ("_x005F_x000D_", "_x000D_", ""), ("caf_x00E9_", "café", ""),
        (" both ends ", " both ends ", ""), ("tab\tbed", "tab\tbed", ""), ("line\nline", "line\nline", ""),
        ("é e\u0301 😀 \u202eabc", "é e\u0301 😀 \u202eabc", ""), ("x" * 32767, "x" * 32767, ""),
        ("<b>&amp;", "<b>&amp;", ""),
    ]  # fmt: skip
    assert len(planted) == 40
    reading = read(xlsx(build))
    expected = [value if wanted is None else wanted for value, wanted, _ in planted]
    assert cells(reading) == [expected]
    formulas = [at for at, (value, *_) in enumerate(planted) if str(value).startswith("=")]
    assert told(
        reading, f"{len(formulas)} cells are filled by formula", "never worked out", "Check Y2, Z2, AA2 and AB2"
    )
    assert told(reading, "2 cells hold an error", "P2 #N/A")
    assert told(reading, "row 2 is hidden there")


def with_formula(sheet: bytes, value: str) -> bytes:
    return sheet.replace(b"<v></v>", value.encode()).replace(b"<v/>", value.encode()).replace(b"<v />", value.encode())


def test_a_formula_is_told_with_its_value() -> None:
    data = sheet_of([HEADER, *ROWS[:2], ("C-3", "=B2", "", "", "Worth a text of some length.")])
    reading = read(changed(data, {SHEET: lambda sheet: with_formula(sheet, "<v>Jane</v>")}))
    assert cells(reading)[2][1] == "Jane"
    assert told(reading, "1 cell is filled by formula", "B4 =B2 is “Jane”")


def test_a_shared_formula_is_told_in_each_cell_and_an_empty_text_is_a_value() -> None:
    shared = (
        b'<c r="E3"><f t="shared" ref="E3:E4" si="0">B3&amp;"!"</f></c>',
        b'<c r="E4"><f t="shared" si="0"/></c>',
        b'<c r="E4" t="str"><f t="shared" si="0"/><v></v></c>',
    )
    data = sheet_of([HEADER, ROWS[0], ROWS[1][:4], ROWS[2][:4]])

    def put(last: bytes) -> bytes:
        def change(sheet: bytes) -> bytes:
            first, second = (match.start() for match in list(re.finditer(b"</row>", sheet))[2:4])
            return sheet[:first] + shared[0] + sheet[first:second] + last + sheet[second:]

        return changed(data, {SHEET: change})

    assert [row[4] for row in cells(read(put(shared[1])))[1:]] == ['=B3&"!"', '=B4&"!"']
    assert [row[4] for row in cells(read(put(shared[2])))[1:]] == ['=B3&"!"', ""]


def test_hidden_sheets_rows_and_columns() -> None:
    def build(book: Workbook) -> None:
        sheet = book.active
        for row in (HEADER, *ROWS):
            sheet.append(row)
        sheet.column_dimensions["C"].hidden = True
        sheet.row_dimensions[2].hidden = sheet.row_dimensions[3].hidden = True
        for state in ("hidden", "veryHidden"):
            other = book.create_sheet(state)
            other.append(("Name", "Comment"))
            other.append(("Pat Doe", "This was put away and nobody was meant to see it."))
            other.sheet_state = state

    reading = read(xlsx(build))
    assert len(cells(reading)) == 3
    assert told(reading, "rows 2 to 3 are hidden")
    assert told(reading, "column C is hidden")
    assert reading.not_read == (
        "“a.xlsx”: the table on the hidden sheets “hidden” to “veryHidden”, rows 2 to 22 (Name, Comment, Sheet)",
    )


def test_comments_that_stand_only_on_a_hidden_sheet_are_read_and_it_is_said() -> None:
    def build(book: Workbook) -> None:
        book.active.append(("Ward", "Alder"))
        for number in range(9):
            book.active.append((number, f"Alder {number}"))
        other = book.create_sheet("Put away")
        other.append(HEADER)
        other.append(ROWS[0])
        other.sheet_state = "veryHidden"

    reading = read(xlsx(build))
    assert cells(reading)[0][1] == "Jane Roe"
    assert told(reading, "hidden sheet “Put away”")


def test_what_hangs_on_a_sheet_is_named() -> None:
    def build(book: Workbook) -> None:
        for row in (HEADER, *ROWS):
            book.active.append(row)
        book.active["E2"].comment = Comment("called back", "clerk")
        book.active["B3"].comment = Comment("who?", "clerk")
        book.active.add_chart(BarChart(), "G2")
        book.active.oddHeader.left.text = "Hearing of 26 February"
        book.create_chartsheet("Diagram").add_chart(BarChart())

    def with_box(drawing: bytes) -> bytes:
        box = b"<xdr:sp><xdr:txBody><a:p><a:r><a:t>Ask Ms Roe</a:t></a:r></a:p></xdr:txBody></xdr:sp>"
        names = (
            b'<w xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" '
            b'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
        )
        return drawing.replace(b"</wsDr>", names + box + b"</w></wsDr>")

    data = changed(xlsx(build), {"xl/drawings/drawing1.xml": with_box, "xl/vbaProject.bin": b"macro"})
    left = "\n".join(read(data, "a.xlsm").not_read)
    for said in ("2 notes on cells (", "1 chart", "a text box (“Ask Ms Roe”)", "header or footer",
                 "chart sheet “Diagram”", "macros (they were not run)"):  # fmt: skip
        assert said in left


def test_several_sheets_of_one_table_go_on_with_the_header_or_without() -> None:
    def build(book: Workbook) -> None:
        first = book.active
        first.title = "January"
        for row in (HEADER, *ROWS):
            first.append(row)
        again = book.create_sheet("February")
        for row in (HEADER, ROWS[0], HEADER, ROWS[1]):
            again.append(row)
        bare = book.create_sheet("March")
        for row in ROWS[:2]:
            bare.append(row)
        codes = book.create_sheet("Codes")
        codes.append(("Code", "Meaning"))
        codes.append(("support", "for it"))

    reading = read(xlsx(build))
    assert [(row.number, row.cells[0], row.cells[-1]) for row in reading.table.rows] == [
        (2, "C-1", "January"), (3, "C-2", "January"), (4, "C-3", "January"),
        (12, "C-1", "February"), (14, "C-2", "February"), (21, "C-1", "March"), (22, "C-2", "March"),
    ]  # fmt: skip
    assert reading.table.header == (*HEADER, "Sheet")
    assert told(reading, "“March” goes on", "numbered from 21 on")
    assert told(reading, "comes 2 times")
    assert reading.not_read == ("“a.xlsx”: the table on the sheet “Codes”, row 2 (Code, Meaning)",)


def test_notes_above_the_table_blank_rows_and_a_second_table() -> None:
    rows = [("Public comments",), ("Printed 26 February", None, None, "Page 1"), HEADER, ROWS[0], (), ROWS[1], (),
            ("Ward", "Alder", "Phone", "Email", "Notes"), ("1", "Ann", "5551234", "a@x.org", "none")]  # fmt: skip
    reading = read(sheet_of(rows))
    assert [row.number for row in reading.table.rows] == [4, 6]
    assert told(reading, "Read as a title", "Public comments", "Page 1")
    assert reading.not_read == ("“a.xlsx”: the table on the sheet “Sheet”, row 9 (Ward, Alder, Phone, Email, …)",)


def test_a_header_over_two_rows_with_merged_cells() -> None:
    def build(book: Workbook) -> None:
        sheet = book.active
        for row in (
            ("Comments on the park",), ("Commenter", None, "Agent", None, "Comment"),
            ("First", "Last", "Name", "Last", None),
            ("Jane", "Roe", "", "", "Keep the park open."), ("John", "Poe", "Ann", "Doe", "Close it at dusk."),
        ):  # fmt: skip
            sheet.append(row)
        for merged in ("A1:E1", "A2:B2", "C2:D2", "E2:E3", "A4:A5"):
            sheet.merge_cells(merged)

    reading = read(xlsx(build))
    assert reading.table.header == ("First", "Commenter Last", "Name", "Agent Last", "Comment")
    assert reading.table.header_row == 3
    # What is merged over two rows stands in the first of them, and it is said.
    assert [row[0] for row in cells(reading)] == ["Jane", ""]
    assert told(reading, "rows 2 and 3 name the columns")
    assert told(reading, "merged over several rows (A4:A5)")


@pytest.mark.parametrize("mac", [False, True])
def test_days_that_are_bare_numbers_in_a_column_of_dates(mac: bool) -> None:
    def build(book: Workbook) -> None:
        if mac:
            book.epoch = CALENDAR_MAC_1904
        shift = 1462 if mac else 0
        for row in (("Name", "Date received", "Comment", "Parcel"), ("Jane", 46079 - shift, "Keep it open.", 46079),
                    ("John", 46079.5 - shift, "Close it.", 46080), ("Ann", date(2026, 2, 28), "Ask the ward.", 46081),
                    ("Bob", "soon", "Why?", 3)):  # fmt: skip
            book.active.append(row)

    reading = read(xlsx(build))
    assert [row[1] for row in cells(reading)] == ["2026-02-26", "2026-02-26 12:00:00", "2026-02-28", "soon"]
    assert [row[3] for row in cells(reading)] == ["46079", "46080", "46081", "3"]
    assert told(reading, "“Date received”", "2 cells hold the number of a day", "2026-02-26")


def test_a_strict_workbook_and_one_with_its_own_prefixes() -> None:
    def strict(part: bytes) -> bytes:
        part = part.replace(b"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
                            b"http://purl.oclc.org/ooxml/spreadsheetml/main")  # fmt: skip
        return part.replace(b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
                            b"http://purl.oclc.org/ooxml/officeDocument/relationships")  # fmt: skip

    data = sheet_of([HEADER, *ROWS, ("C-9", "=1+1", "", "", "a text")])
    names = zipfile.ZipFile(io.BytesIO(data)).namelist()
    reading = read(changed(data, dict.fromkeys(names, strict)))
    assert cells(reading)[3][1] == "=1+1"
    assert reading.table.header == HEADER


def test_a_cell_longer_than_a_spreadsheet_holds_is_kept_whole() -> None:
    data = sheet_of([("Name", "Comment"), ("Jane Roe", "MARK")])
    long = "word " * 20_000
    reading = read(changed(data, {SHEET: lambda sheet: sheet.replace(b"MARK", long.encode())}))
    assert cells(reading)[0][1].strip() == long.strip()


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (xlsx(lambda book: None), "holds no rows"),
        (sheet_of([HEADER]), "only the names of columns"),
        (changed(WHOLE, {"xl/workbook.bin": b"x"}), "binary Excel workbook (XLSB)"),
        (changed(WHOLE, {SHEET: lambda sheet: sheet[: len(sheet) // 2]}), "damaged"),
        (changed(WHOLE, {SHEET: lambda sheet: b"<!DOCTYPE a [<!ENTITY b 'c'>]>" + sheet}), "document type"),
        (changed(WHOLE, {SHEET: None}), "damaged"),
        (changed(WHOLE, {"xl/workbook.xml": None}), "the list of its sheets is missing"),
        (changed(WHOLE, {"xl/media/a.bin": bytes(150 << 20)}), "as no honest file does"),
    ],
    ids=["empty", "header only", "xlsb", "cut", "doctype", "no sheet", "no list", "bomb"],
)  # fmt: skip
def test_what_cannot_be_read_is_refused_in_a_sentence(data: bytes, words: str) -> None:
    reading = read(data)
    assert reading.tables == ()
    assert words in reading.refusal
    assert "nothing was imported" in reading.refusal


def test_a_table_of_text_or_a_page_that_is_called_a_workbook_is_read_for_what_it_is() -> None:
    text = "Name\tComment\nJane Roe\tKeep the park open.\n"
    assert cells(read(text.encode("utf-16"), "export.xls")) == [["Jane Roe", "Keep the park open."]]
    assert cells(read(text.replace("\t", ",").encode(), "export.xlsx")) == [["Jane Roe", "Keep the park open."]]
    page = "<table><tr><td>Name</td><td>Comment</td></tr><tr><td>Jane Roe</td><td>Keep it open.</td></tr></table>"
    assert cells(read(page.encode(), "export.xls")) == [["Jane Roe", "Keep it open."]]


def test_every_real_workbook_ends_in_rows_or_a_sentence(shared_data: Path) -> None:
    folder = shared_data / "torture-xlsx" / "readxl"
    paths = sorted(folder.iterdir())
    readings = dict(zip((path.name for path in paths), read_files([ReadRequest(path) for path in paths]), strict=True))
    assert len(readings) == 76
    refused = {name for name, reading in readings.items() if reading.refusal}
    assert refused == {"empty-sheets.xls", "empty-sheets.xlsx"}
    counts = {name: len(reading.table.rows) for name, reading in readings.items() if reading.tables}
    assert min(counts.values()) > 0
    expected = {
        "Ekaterinburg_IP_9.xlsx": 2192, "los-angeles-arrests-xlsx.xlsx": 193, "iris-google-doc.xlsx": 150,
        "datasets.xlsx": 1000, "datasets.xls": 1000, "mtcars.xls": 6, "more-than-256-unique-strings-xls.xls": 257,
        "biff5-label-records.xls": 14, "deaths.xlsx": 28, "deaths.xls": 28, "sheet-xml-lookup.xlsx": 25,
    }  # fmt: skip
    assert {name: counts[name] for name in expected} == expected
    both = {name.removesuffix(".xlsx").removesuffix("-xlsx") for name in readings if name.endswith(".xlsx")}
    for stem in both & {name.removesuffix(".xls").removesuffix("-xls") for name in readings if name.endswith(".xls")}:
        old, new = (
            next(one for name, one in readings.items() if name in (f"{stem}{end}", f"{stem}-{end[1:]}{end}"))
            for end in (".xls", ".xlsx")
        )
        if old.tables and stem not in ("dates-1900",):
            assert [row.cells for row in old.table.rows] == [row.cells for row in new.table.rows], stem
            assert old.table.header == new.table.header


@pytest.mark.parametrize(
    ("name", "column", "values"),
    [
        ("dates-1904.xls", 0, ["2000-01-01"]),
        ("dates-1900-LibreOffice.xlsx", 4, ["2000-01-01"]),
        ("datetime-rounding.xlsx", 0, ["2016-04-28 11:30:00", "2016-03-23 09:50:00", "2017-01-02 11:30:00"]),
        ("missing-v-node-xlsx.xlsx", 2, ["=A2 + B2"]),
        ("whitespace-xlsx.xlsx", 0, [" <-space, space-> ", " <-space", "space-> ", "\t<-tab, tab->\t", "\t<-tab"]),
        ("whitespace-xls.xls", 0, [" <-space, space-> ", " <-space", "space-> ", "\t<-tab, tab->\t", "\t<-tab"]),
        ("vietnamese-utf8.xls", 0, ["BÙN SÉT", "SÉT lẫn sạn laterite"]),
        ("los-angeles-arrests-xlsx.xlsx", 0, ["4894831", "4894832"]),
        ("big-texty-numbers-xls.xls", 0, ["blah blah", "2147483647", "2147483648"]),
    ],
)
def test_cells_of_real_workbooks(shared_data: Path, name: str, column: int, values: list[str]) -> None:
    reading = read((shared_data / "torture-xlsx" / "readxl" / name).read_bytes(), name)
    assert [row[column] for row in cells(reading)][: len(values)] == values


def test_letters_that_another_reader_of_old_workbooks_took_for_others(shared_data: Path) -> None:
    folder = shared_data / "torture-xlsx" / "readxl"
    rich = cells(read((folder / "biff5-rich-text-string.xls").read_bytes()))
    assert any("ri ■ s g •rM S ’" in cell for row in rich for cell in row)
    assert read((folder / "mtcars.xls").read_bytes()).table.header[:3] == ("mpg", "cyl", "disp")


def test_line_ends_written_as_escapes_are_line_ends(shared_data: Path) -> None:
    found = cells(read((shared_data / "torture-xlsx" / "readxl" / "new_line_errors.xlsx").read_bytes()))
    assert found[0][0].startswith("first line of text \r\nsecond line of text \r\n")
