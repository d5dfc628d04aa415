"""Tables as people save them: every cell letter for letter, nothing padded, nothing dropped without a word."""

import csv
import io
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from frhearing.intake.draft import Reading, SourceKind, Table
from frhearing.intake.reader import read_source
from frhearing.intake.source import Source


def read(text: str | bytes, file: str = "a.csv") -> Reading:
    data = text.encode() if isinstance(text, str) else text
    return read_source(Source(file, data))


def table(text: str | bytes) -> Table:
    reading = read(text)
    assert reading.refusal == ""
    return reading.table


def cells(found: Table) -> list[list[str]]:
    return [list(row.cells) for row in found.rows]


TORTURE = ["comma_in_quotes", "empty", "empty_crlf", "escaped_quotes", "json", "location_coordinates", "newlines",
           "newlines_crlf", "quotes_and_newlines", "simple", "simple_crlf", "utf8"]  # fmt: skip


@pytest.mark.parametrize("name", TORTURE)
def test_csv_spectrum(shared_data: Path, name: str) -> None:
    folder = shared_data / "torture-csv" / "csv-spectrum"
    found = table((folder / "csvs" / f"{name}.csv").read_bytes())
    expected = json.loads((folder / "json" / f"{name}.json").read_text(encoding="utf-8"))
    if name == "location_coordinates":
        # Its expectation is one object instead of a list, with another telephone number than its CSV file.
        expected = [expected | {"Contact Phone Number": "2095257564"}]
    assert [dict(zip(found.header, row.cells, strict=True)) for row in found.rows] == expected


def test_the_counts_of_the_real_exports(shared_data: Path) -> None:
    lines = (shared_data / "COUNTS.tsv").read_text(encoding="utf-8").splitlines()[1:]
    counts = {path: int(count) for path, count, _ in (line.split("\t") for line in lines) if path.endswith(".csv")}
    read_counts = {}
    for path in counts:
        reading = read((shared_data / path).read_bytes(), Path(path).name)
        assert reading.table.refused == ()
        read_counts[path] = len(reading.table.rows)
    assert read_counts == counts
    assert len(counts) == 7


def test_two_tables_in_one_file_the_larger_is_chosen_and_the_other_named(shared_data: Path) -> None:
    reading = read((shared_data / "usda-regs-comments" / "DocketExample.csv").read_bytes(), "DocketExample.csv")
    docket, documents = reading.tables
    assert (len(docket.rows), docket.header_row, docket.rows[0].number) == (1, 1, 2)
    assert docket.header == ("Docket ID", "Docket Title", "Agency", "Docket Type", "Petition Number")
    assert (len(documents.rows), documents.header_row, documents.rows[0].number) == (200, 5, 6)
    assert len(documents.header) == 35
    assert reading.chosen == 1
    assert reading.not_read == (
        "“DocketExample.csv”: the table in row 2 (Docket ID, Docket Title, Agency, Docket Type, …)",
    )
    other = reading.with_table(0)
    assert other.table is docket
    assert other.not_read == (f"“DocketExample.csv”: the other table, {documents.described}",)
    assert other.with_table(0) is other


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_every_delimiter_is_told_by_content(delimiter: str) -> None:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter)
    rows = [["Jane Roe", "I oppose, strongly; really | truly\tso"], ["Pat", 'She said "no"\r\ntwice, aloud']]
    writer.writerows([["Name", "Comment"], *rows])
    assert cells(table(out.getvalue())) == rows


def test_titles_and_blank_rows_stand_above_the_header() -> None:
    reading = read("Comments on File 251234\nExported 3 Feb 2026\n\n,,\nName,Comment,Ward\nJane,No,3\n\nPat,Yes,4\n")
    assert reading.table.header == ("Name", "Comment", "Ward")
    assert reading.table.header_row == 5
    assert [(row.number, row.cells[0]) for row in reading.table.rows] == [(6, "Jane"), (8, "Pat")]
    assert "Comments on File 251234" in reading.notes[0]


def test_a_title_right_above_the_header_and_a_preamble_of_pairs() -> None:
    assert table("All comments,,\nName,Comment,Ward\nJane,No,3\n").header_row == 2
    assert table("Exported,2026-02-03\nBy,Clerk\n\nName,Comment,Ward\nJane,No,3\n").header_row == 4


@pytest.mark.parametrize(
    "below",
    [
        "Item,Votes,Share\nKeep,3,60 %\nDrop,2,40 %\n",
        "Item,Votes\nKeep,3\n",
        "Totals by position,,\nsupport,1,\noppose,1,\n",
    ],
)
def test_sums_below_the_comments_are_a_table_of_their_own(below: str) -> None:
    comments = [["Ann", "hello", "support"], ["Bob", "world", "oppose"], ["Cy", "no", "oppose"]]
    above = "Name,Comment,Position\n" + "".join(f"{','.join(row)}\n" for row in comments)
    reading = read(f"{above}\n{below}")
    assert cells(reading.table) == comments
    assert len(reading.tables) == 2
    # More comments after a blank row stay comments, also one that is a number.
    assert cells(table(f"{above}\nDi,8,support\n\nEve,yes,support\nGil,9,oppose\n")) == [
        *comments,
        ["Di", "8", "support"],
        ["Eve", "yes", "support"],
        ["Gil", "9", "oppose"],
    ]


def test_a_short_row_after_a_blank_one_is_no_new_table() -> None:
    found = table("Name,Comment,Position\nJane,No way,Oppose\n\nPat Doe,Yes please,Support\nSam,Fine,Support\n")
    assert [row.cells[0] for row in found.rows] == ["Jane", "Pat Doe", "Sam"]


def test_a_header_that_repeats_on_every_page_is_read_once() -> None:
    reading = read("Name,Comment\nJane,No\nName,Comment\nPat,Yes\n\nName,Comment\nSam,Hm\n")
    assert [row.cells[0] for row in reading.table.rows] == ["Jane", "Pat", "Sam"]
    assert "3 times" in reading.notes[0]


def test_rows_with_other_column_counts_are_refused_never_padded() -> None:
    found = table("Name,Comment,Ward\nJane,No\nPat,Yes,4\nSam,a,b,c\nKim,ok,5,,\n")
    assert [row.number for row in found.rows] == [3, 5]
    assert [list(row.cells) for row in found.rows] == [["Pat", "Yes", "4"], ["Kim", "ok", "5"]]
    assert [(row.row, row.raw) for row in found.refused] == [(2, "Jane,No\n"), (4, "Sam,a,b,c\n")]
    assert "2 columns where the table has 3" in found.refused[0].reason


def test_duplicate_and_missing_column_names_are_told_apart() -> None:
    assert table("Comment,Comment,,Name\na,b,c,d\n").header == ("Comment", "Comment (2)", "Column 3", "Name")


def test_a_table_without_a_header_gets_numbers_for_names() -> None:
    found = table("2026-02-03,Jane Roe,I oppose this.\n2026-02-04,Pat Doe,I support this.\n")
    assert found.header_row is None
    assert found.header == ("Column 1", "Column 2", "Column 3")
    assert len(found.rows) == 2


def test_one_column_of_texts_with_commas_stays_one_column() -> None:
    found = table("Comment\nNo, thanks\nYes, please\nWell, no\n")
    assert cells(found) == [["No, thanks"], ["Yes, please"], ["Well, no"]]


def test_a_letter_called_csv_is_not_cut_into_rows() -> None:
    letter = "Dear Council,\n\nI oppose this.\nIt is wrong, and costly.\n\nJane Roe\n"
    assert "no columns can be made out" in read(letter).refusal
    assert read(letter, "letter.txt").kind is SourceKind.TEXT


def test_a_table_called_txt_is_a_table() -> None:
    reading = read("Name\tComment\nJane\tNo\nPat\tYes\n", "export.txt")
    assert reading.kind is SourceKind.TABLE
    assert len(reading.table.rows) == 2


def test_the_line_that_tells_a_spreadsheet_the_delimiter_is_followed() -> None:
    assert cells(table("sep=;\nName;Comment\nJane;No, never\n")) == [["Jane", "No, never"]]


def test_an_undoubled_quotation_mark_costs_its_row_and_no_other() -> None:
    text = 'ID,Comment\nA-1,"Fine"\nA-2,"He said "no" to it,\nand more, he said"\nA-3,"Good"\nA-4,"Well, yes"\n'
    reading = read(text)
    assert cells(reading.table) == [["A-1", "Fine"], ["A-3", "Good"], ["A-4", "Well, yes"]]
    (refused,) = reading.table.refused
    assert refused.row == 3
    assert refused.raw == 'A-2,"He said "no" to it,\nand more, he said"\n'
    assert "compare the count" in reading.notes[0]


def test_a_quotation_mark_that_never_closes_does_not_swallow_the_rows_after_it() -> None:
    rows = "".join(f'A-{n},"Comment {n}"\n' for n in range(4, 40))
    reading = read(f'ID,Comment\nA-1,"Fine"\nA-2,"Good"\nA-3,"Open\n{rows}')
    assert len(reading.table.rows) == 38
    assert [row.raw for row in reading.table.refused] == ['A-3,"Open\n']


def test_quotes_guarded_by_backslashes_are_read_where_only_that_fits() -> None:
    reading = read('ID,Comment\n1,"He said \\"no\\", twice"\n2,"C:\\\\temp"\n')
    assert cells(reading.table) == [["1", 'He said "no", twice'], ["2", "C:\\temp"]]
    assert cells(table('ID,Comment\n1,"C:\\temp"\n2,"a ""b"" c"\n')) == [["1", "C:\\temp"], ["2", 'a "b" c']]


def test_huge_cells_and_zero_characters_are_kept() -> None:
    huge = "word " * 60_000
    assert cells(table(f'Name,Comment\nJane,"{huge}"\nPat,a\x00b\n')) == [["Jane", huge], ["Pat", "a\x00b"]]


def test_hostile_texts_come_through_letter_for_letter(hostile_texts: list[str]) -> None:
    rows = [[str(number), text] for number, text in enumerate(hostile_texts, 1)]
    out = io.StringIO(newline="")
    csv.writer(out, quoting=csv.QUOTE_ALL).writerows([["ID", "Comment"], *rows])
    found = table(out.getvalue())
    assert cells(found) == rows


@settings(max_examples=1000, deadline=None)
@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=60), min_size=1, max_size=6))
def test_any_text_comes_through_letter_for_letter(texts: list[str]) -> None:
    rows = [[str(number), text] for number, text in enumerate(texts, 1)]
    out = io.StringIO(newline="")
    csv.writer(out, quoting=csv.QUOTE_ALL).writerows([["ID", "Comment"], *rows])
    for encoding in ("utf-8-sig", "utf-16"):
        assert cells(table(out.getvalue().encode(encoding))) == rows
