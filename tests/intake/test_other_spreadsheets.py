"""Spreadsheets of OpenDocument and of Excel before 2007: the same cells, the same care."""

import pytest
from made_sheets import (
    HEADER,
    ROWS,
    changed,
    ods,
    ods_cell,
    ods_rows,
    samples,
    xls,
    xls_error,
    xls_formula,
    xls_hidden_row,
    xls_number,
    xls_table,
    xls_text,
    xls_text_box,
)  # fmt: skip

from frhearing.intake.draft import Reading
from frhearing.intake.reader import read_source
from frhearing.intake.source import Source

TEXTS = [[str(cell) for cell in row] for row in (HEADER, *ROWS)]


def read(data: bytes, file: str = "a.ods") -> Reading:
    return read_source(Source(file, data))


def cells(reading: Reading) -> list[list[str]]:
    assert reading.refusal == ""
    return [list(row.cells) for row in reading.table.rows]


def told(reading: Reading, *words: str) -> bool:
    return any(all(word in note for word in words) for note in reading.notes)


def sheet(rows: str, name: str = "A", more: str = "") -> str:
    return f'<table:table table:name="{name}" {more}>{rows}</table:table>'


def one_cell(cell: str) -> bytes:
    """Return a spreadsheet with this cell below the name of its column."""
    row = f"<table:table-row>{ods_cell('Jane Roe')}{cell}{ods_cell('x')}</table:table-row>"
    return ods(sheet(ods_rows([("Name", "Comment", "End")]) + row))


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (ods_cell("two\nlines"), "two\nlines"),
        (ods_cell("a<text:tab/>b<text:line-break/>c<text:s text:c='3'/>d"), "a\tb\nc   d"),
        (ods_cell("bold <text:span>and</text:span> <text:a xlink:href='https://x.org'>link</text:a>"), "bold and link"),
        (ods_cell("900064000000000", 'office:value-type="float" office:value="900064000000000"'), "900064000000000"),
        (ods_cell("12.00", 'office:value-type="float" office:value="12"'), "12"),
        (ods_cell("00123", 'office:value-type="float" office:value="123"'), "00123"),
        (ods_cell("555-0123", 'office:value-type="float" office:value="5550123"'), "555-0123"),
        (ods_cell("9.0E+14", 'office:value-type="float" office:value="9.00064E+14"'), "900064000000000"),
        (ods_cell("2/26", 'office:value-type="date" office:date-value="2026-02-26"'), "2026-02-26"),
        (ods_cell("x", 'office:value-type="date" office:date-value="2026-02-26T14:30:00"'), "2026-02-26 14:30:00"),
        (ods_cell("x", 'office:value-type="time" office:time-value="PT14H30M00S"'), "14:30:00"),
        (ods_cell("x", 'office:value-type="time" office:time-value="PT30H00M00S"'), "30:00:00"),
        (ods_cell("WAHR", 'office:value-type="boolean" office:boolean-value="true"'), "TRUE"),
        (ods_cell("50%", 'office:value-type="percentage" office:value="0.5"'), "0.5"),
        (ods_cell("&lt;b&gt; ’", inner="<office:annotation><text:p>who?</text:p></office:annotation>"), "<b> ’"),
    ],
)
def test_a_cell_of_an_open_document_sheet(cell: str, text: str) -> None:
    assert cells(read(one_cell(cell))) == [["Jane Roe", text, "x"]]


def test_notes_formulas_and_errors_of_an_open_document_sheet() -> None:
    note = read(one_cell(ods_cell("a", inner="<office:annotation><text:p>who?</text:p></office:annotation>")))
    assert note.not_read == ("“a.ods”, sheet “A”: a note on cell B2",)
    formula = read(one_cell(ods_cell("ab", 'office:value-type="string" table:formula="of:=[.A2]&amp;&quot;b&quot;"')))
    assert told(formula, "1 cell is filled by formula", 'B2 =[.A2]&"b" is “ab”')
    wrong = ods_cell("#DIV/0!", 'office:value-type="string" calcext:value-type="error" table:formula="of:=1/0"')
    assert cells(read(one_cell(wrong)))[0][1] == "#DIV/0!"
    assert told(read(one_cell(wrong)), "1 cell holds an error", "B2 #DIV/0!")
    never = '<table:table-cell table:formula="of:=NOW()"/>'
    assert cells(read(one_cell(never)))[0][1] == "=NOW()"
    assert told(read(one_cell(never)), "never worked out", "Check B2")
    box = ods_cell("a", inner="<draw:frame><draw:text-box><text:p>Ask her</text:p></draw:text-box></draw:frame>")
    assert read(one_cell(box)).not_read == ("“a.ods”, sheet “A”: a text box (“Ask her”)",)


def test_repeated_and_hidden_rows_and_sheets_of_an_open_document() -> None:
    again = '<table:table-row table:number-rows-repeated="3" table:visibility="collapse">'
    far = '<table:table-row table:number-rows-repeated="1000000"><table:table-cell/></table:table-row>'
    rows = ods_rows(TEXTS[:2]) + again + "".join(map(ods_cell, TEXTS[2])) + "</table:table-row>" + far
    hidden = (
        '<style:style style:name="h" style:family="table"><style:table-properties table:display="false"/></style:style>'
    )
    data = ods(
        sheet(rows + ods_rows(TEXTS[3:])) + sheet(ods_rows([("Code", "x")]), "B", 'table:style-name="h"'), hidden
    )
    reading = read(data)
    assert [row.number for row in reading.table.rows] == [2, 3, 4, 5, 1_000_006]
    assert cells(reading)[1:4] == [TEXTS[2]] * 3
    assert told(reading, "rows 3 to 5 are hidden")
    assert reading.not_read == ("“a.ods”: the table on the hidden sheet “B”, no rows (Code, x)",)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (ods(sheet(ods_rows(TEXTS)), manifest="<encryption-data/>"), "locked with a password"),
        (changed(ods(sheet("")), {"content.xml": lambda part: part[:-30]}), "damaged"),
        (changed(ods(sheet("")), {"content.xml": None}), "damaged"),
        (ods(sheet("")), "holds no rows"),
        (
            ods(sheet(f'<table:table-row table:number-rows-repeated="900000">{ods_cell("a")}</table:table-row>')),
            "swell",
        ),
    ],
)
def test_an_open_document_that_cannot_be_read(data: bytes, words: str) -> None:
    reading = read(data)
    assert reading.tables == ()
    assert words in reading.refusal


def test_an_old_workbook_is_read_with_all_that_hangs_on_it() -> None:
    records = xls_table(TEXTS) + xls_formula(4, 0, 5.0) + xls_text(4, 4, "By formula this has a number.")
    records += xls_error(5, 1, 0x2A) + xls_text(5, 4, "An error for a name, but a text.")
    records += xls_hidden_row(2) + xls_text_box()
    reading = read(xls(records), "a.xls")
    assert reading.table.header == HEADER
    assert cells(reading)[:3] == TEXTS[1:]
    assert cells(reading)[3][0] == "5"
    assert cells(reading)[4][1] == "#N/A"
    assert told(reading, "1 cell is filled by formula", "A5 is “5”")
    assert told(reading, "1 cell holds an error", "B6 #N/A")
    assert told(reading, "row 3 is hidden")
    assert reading.not_read == ("“a.xls”, sheet “Sheet1”: 1 text box",)


@pytest.mark.parametrize("from_1904", [False, True])
def test_numbers_and_dates_of_an_old_workbook(from_1904: bool) -> None:
    day = 46079 - (1462 if from_1904 else 0)
    records = xls_table(
        [("Name", "When", "Day", "Parcel", "Date", "Comment"), ("Jane", "", "", "", "", "Keep it open.")]
    )
    records += xls_number(1, 1, day + 14.5 / 24, 17) + xls_number(1, 2, day, 16)
    records += xls_number(1, 3, 123, 18) + xls_number(1, 4, day)
    reading = read(xls(records, from_1904=from_1904), "a.xls")
    assert cells(reading) == [["Jane", "2026-02-26 14:30:00", "2026-02-26", "00123", "2026-02-26", "Keep it open."]]
    assert told(reading, "“Date”", "1 cell holds the number of a day")


def test_an_old_workbook_with_its_only_sheet_hidden_or_broken_off() -> None:
    reading = read(xls(xls_table(TEXTS), state=1), "a.xls")
    assert told(reading, "hidden sheet “Sheet1”")
    assert len(cells(reading)) == 3
    cut = read(xls(xls_table(TEXTS))[:1500], "a.xls")
    assert cut.tables == ()
    assert "nothing was imported" in cut.refusal


def test_an_old_workbook_with_a_password_is_named_as_such() -> None:
    reading = read(xls(xls_table(TEXTS), locked=True), "a.xls")
    assert "locked with a password" in reading.refusal
    assert reading.tables == ()


def test_every_sample_is_read_as_three_comments() -> None:
    for name, data in samples().items():
        assert [row[1] for row in cells(read(data, name))][:3] == ["Jane Roe", "John Poe", "Ana López"], name
