"""Two files that are one: the texts and the list of who wrote them."""

from pathlib import Path

from frhearing.intake.draft import Table
from frhearing.intake.joining import joined, suggest_joins
from frhearing.intake.mapping import drafts
from frhearing.intake.reader import read_source
from frhearing.intake.source import Source
from frhearing.intake.suggest import suggest


def table_of(text: str, file: str) -> Table:
    return read_source(Source(file, text.encode())).table


TEXTS = "Document ID,Text Comment\nA-1,I oppose this.\nA-2,I support this.\nA-4,Nobody listed me.\n"
LIST = "Submitter Name,Document ID,Received Date\nJane,A-1,2/3/2026\nPat,A-2,2/4/2026\n"
LIST += "Sam,A-3,2/5/2026\nJay,A-1,2/6/2026\n"


def test_texts_are_joined_with_their_list_and_rows_that_stand_alone_are_told() -> None:
    tables = [table_of(LIST, "list.csv"), table_of(TEXTS, "texts.csv")]
    (join,) = suggest_joins(tables)
    assert (join.text, join.listing, join.text_key, join.matched) == (1, 0, "Document ID", 2)
    assert (join.only_text, join.only_listing) == ((4,), (4,))
    whole = joined(tables, join)
    assert whole.header == ("Document ID", "Text Comment", "Submitter Name", "Received Date")
    assert [list(row.cells) for row in whole.rows] == [
        ["A-1", "I oppose this.", "Jane", "2/3/2026"],
        ["A-2", "I support this.", "Pat", "2/4/2026"],
        ["A-4", "Nobody listed me.", "", ""],
    ]
    assert [(row.file, row.row, row.raw) for row in whole.refused] == [
        ("list.csv", 4, "Sam,A-3,2/5/2026\n"),
        ("list.csv", 5, "Jay,A-1,2/6/2026\n"),
    ]


def test_two_tables_of_texts_are_not_joined() -> None:
    assert suggest_joins([table_of(TEXTS, "a.csv"), table_of(TEXTS, "b.csv")]) == []


def test_tables_without_enough_in_common_are_not_joined() -> None:
    other = "Submitter Name,Document ID\nJane,B-1\nPat,B-2\nSam,A-1\nKim,B-4\n"
    assert suggest_joins([table_of(TEXTS, "a.csv"), table_of(other, "b.csv")]) == []


def test_identifiers_that_a_spreadsheet_has_ruined_join_nothing() -> None:
    texts = "Document ID,Text Comment\n9.00006E+14,I oppose this.\n9.00006E+14,I support this.\n"
    listing = "Document ID,Submitter Name\n9.00006E+14,Jane\n9.00006E+14,Pat\n"
    assert suggest_joins([table_of(texts, "a.csv"), table_of(listing, "b.csv")]) == []


def test_the_real_docket_is_199_comments_of_two_files(shared_data: Path) -> None:
    folder = shared_data / "usda-regs-comments"
    tables = [
        read_source(Source(name, (folder / name).read_bytes())).table
        for name in ("DocketExample.csv", "Text Comments Example.csv")
    ]
    (join,) = suggest_joins(tables)
    whole = joined(tables, join)
    assert (join.matched, len(whole.rows), len(whole.refused)) == (199, 199, 1)
    made = list(drafts(whole, suggest(whole).mapping))
    assert all(draft.name and draft.received and draft.external_id and draft.text for draft in made)
    assert sum(bool(draft.organization) for draft in made) == 9
