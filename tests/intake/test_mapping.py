"""What goes where: MAP.json, codes for values, and the proposals."""

import json
from pathlib import Path

import pytest

from frhearing.intake.draft import SourceKind, SourceRow, Table
from frhearing.intake.mapping import BadMap, ColumnMap, check_map, drafts, fingerprint, read_map
from frhearing.intake.reader import read_source
from frhearing.intake.source import Source
from frhearing.intake.suggest import Suggestion, suggest


def table_of(text: str) -> Table:
    return read_source(Source("a.csv", text.encode())).table


def proposal(text: str) -> dict[str, tuple[str, ...]]:
    return dict(suggest(table_of(text)).mapping.columns)


def real(path: Path) -> Suggestion:
    return suggest(read_source(Source(path.name, path.read_bytes())).table)


def test_the_contract_of_map_json() -> None:
    mapping = read_map(
        '{"columns": {"text": "Words", "name": ["First", "Last"], "stance": "View", "stance:2": "View B"},'
        ' "values": {"stance": {"negative": "oppose", "For it": "support"}, "stance:2": {"for it": "mixed"}}}'
    )
    table = Table(
        "a.csv",
        ("Words", "First", "Last", "View", "View B", "Colour"),
        1,
        [
            SourceRow(2, (" I oppose. ", "Jane", "Roe", "negative", "For it", "red")),
            SourceRow(3, ("b", "N/A", "Doe", "-", "", "")),
        ],
    )
    one, two = drafts(table, mapping)
    assert (one.text, one.name, one.stances) == (" I oppose. ", "Jane Roe", {1: "negative", 2: "For it"})
    assert (one.row, one.extra) == (2, {"Colour": "red"})
    assert (two.name, two.stances) == ("Doe", {})
    assert mapping.code("stance", "negative") == "oppose"
    assert mapping.code("stance", " NEGATIVE ") == "oppose"
    assert mapping.code("stance", "for it") == "support"
    assert mapping.code("stance:2", "For it") == "mixed"
    assert mapping.code("stance:2", "negative") == "oppose"
    assert read_map(mapping.to_json()) == mapping


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("Support", "support"), ("PRO", "support"), ("Yes", "support"), ("in favor", "support"), ("a favor", "support"),
        ("Opposed", "oppose"), ("con", "oppose"), ("En contra", "oppose"), ("Strongly oppose", "oppose"),
        ("oppose unless amended", "mixed"), ("For information only", "neutral"), ("not_stated", "not_stated"),
        ("sí", "support"), ("unclear", None), ("", None), ("maybe not", None),
    ],
)  # fmt: skip
def test_the_words_of_other_offices_for_stances(written: str, code: str | None) -> None:
    assert ColumnMap({}).code("stance", written) == code


@pytest.mark.parametrize(
    ("written", "code"),
    [("E-mail", "email"), ("US Mail", "post"), ("online", "web_form"), ("Zoom", "remote"), ("pigeon", None)],
)
def test_the_words_of_other_offices_for_channels(written: str, code: str | None) -> None:
    assert ColumnMap({}).code("channel", written) == code


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("not json", "no JSON"),
        ("[" * 100_000, "no JSON"),
        ("[]", "should hold “columns” and “values”"),
        ('{"colums": {}}', "should hold “columns” and “values”"),
        ('{"columns": []}', "should each name fields"),
        ('{"columns": {"txt": "A"}}', "a field “txt”"),
        ('{"columns": {"stance:x": "A"}}', "a field “stance:x”"),
        ('{"columns": {"stance:0": "A"}}', "a field “stance:0”"),
        ('{"columns": {"text": 3}}', "the name of a column"),
        ('{"columns": {"text": []}}', "the name of a column"),
        ('{"columns": {"text": ["A", "B"]}}', "one column only"),
        ('{"values": {"name": {"a": "b"}}}', "only stance, channel, group, status and timeliness"),
        ('{"values": {"stance": {"no": "oppos"}}}', "“oppos”, which does not exist"),
        ('{"values": {"channel": {"no": "pigeon"}}}', "“pigeon”, which does not exist"),
        ('{"values": {"stance": {"no": 3}}}', "each be given a code"),
        ('{"values": {"stance": "oppose"}}', "each be given a code"),
    ],
)
def test_a_bad_map_is_refused_in_a_sentence(text: str, said: str) -> None:
    with pytest.raises(BadMap) as refused:
        read_map(text)
    assert said in str(refused.value)


def test_a_map_for_another_table_names_the_columns_there_are() -> None:
    table = table_of("Name,Comment\nJane,No\n")
    with pytest.raises(BadMap, match=r"no column “Remarks” for text.*Name, Comment"):
        check_map(read_map('{"columns": {"text": "Remarks"}}'), table)
    with pytest.raises(BadMap, match="known to hold the text"):
        check_map(read_map('{"columns": {"name": "Name"}}'), table)


def test_a_source_is_known_again_by_its_columns() -> None:
    first = table_of("Name,Comment\nJane,No\n")
    again = table_of("NAME, comment \nPat,Yes\nSam,Hm\n")
    other = table_of("Comment,Name\nNo,Jane\n")
    marks = [fingerprint(SourceKind.TABLE, table) for table in (first, again, other)]
    assert marks[0] == marks[1] != marks[2]


def test_a_portal_export_is_proposed_from_its_headers() -> None:
    found = proposal(
        "Submission ID,Submitted At,First Name,Last Name,Email Address,Organization,Position,Council District,Comment\n"
        + "".join(
            f"S-{n},2/{n}/2026,Jane,Roe,j{n}@example.org,Union,Oppose,3,I oppose number {n}.\n" for n in range(1, 9)
        )
    )
    assert found == {
        "external_id": ("Submission ID",),
        "received": ("Submitted At",),
        "name": ("First Name", "Last Name"),
        "email": ("Email Address",),
        "organization": ("Organization",),
        "stance": ("Position",),
        "district": ("Council District",),
        "text": ("Comment",),
    }


def test_two_questions_are_proposed() -> None:
    found = proposal("Comment,Position 1,Position 2\nWell then,Support,Oppose\nSo be it,Oppose,Oppose\n")
    assert found["stance"] == ("Position 1",)
    assert found["stance:2"] == ("Position 2",)


def test_sentiment_is_never_proposed_as_a_stance() -> None:
    assert "stance" not in proposal("Comment,Sentiment\nI like it,positive\nI do not,negative\n")


def test_the_federal_files_name_column_is_an_identifier_and_no_person(shared_data: Path) -> None:
    files = sorted((shared_data / "federal-cdo-dedup-comments").glob("*.csv"))
    found = [real(path).mapping.columns for path in files]
    assert found == [{"text": ("text",), "external_id": ("name",)}] * 5


def test_confidence_is_between_nothing_and_sure(shared_data: Path) -> None:
    found = real(shared_data / "usda-regs-comments" / "Text Comments Example.csv")
    assert json.loads(found.mapping.to_json())["columns"] == {"text": "Text Comment", "external_id": "Document ID"}
    assert all(0.45 <= score <= 1 for score in found.confidence.values())


def test_the_export_of_a_mail_program_is_proposed() -> None:
    rows = "".join(
        f"s{at},Dear council {at},Jane {at},j{at}@example.org,<m{at}@example.org>,2/{at}/2026\n" for at in (1, 2, 3)
    )
    assert proposal("Subject,Body,From: (Name),From: (Address),Message-ID,Sent On\n" + rows) == {
        "subject": ("Subject",),
        "text": ("Body",),
        "name": ("From: (Name)",),
        "email": ("From: (Address)",),
        "external_id": ("Message-ID",),
        "received": ("Sent On",),
    }
