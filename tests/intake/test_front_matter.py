"""Texts that begin with their fields: fields as columns, the body letter for letter, no head a trap."""

from pathlib import Path

import pytest

from frhearing.intake.draft import Reading, SourceKind
from frhearing.intake.reader import read_source
from frhearing.intake.source import Source
from frhearing.intake.suggest import suggest


def read(text: str, parting: str = "") -> Reading:
    return read_source(Source("letter.md", text.encode(), parting=parting))


def fields(text: str) -> dict[str, str]:
    table = read(text).table
    return dict(zip(table.header, table.rows[0].cells, strict=True))


def test_fields_become_columns_and_the_body_stays_as_it_is() -> None:
    body = "\n  My name is [YOUR NAME],\r\nand I oppose.  \n\n---\nP.S. no\n"
    found = fields(
        f"---\nname: Jane Roe\ndate: 2026-02-30\nwards: [3, 007]\nyes: yes\nwho:\n  role: renter\n---\n{body}"
    )
    assert found == {
        "date": "2026-02-30",
        "name": "Jane Roe",
        "wards": "3; 007",
        "who": "role: renter",
        "yes": "yes",
        "Text": body,
    }
    mapping = suggest(read(f"---\nname: Jane Roe\ndate: 2026-02-03\n---\n{body}").table).mapping
    assert (mapping.columns["name"], mapping.columns["received"]) == (("name",), ("date",))


def test_a_body_among_the_fields_is_the_text() -> None:
    text = "---\ntitle: x\nbody: |-\n  Dear all,\n\n  no: [YOUR NAME]\nlayout: email\n---\n\n"
    assert fields(text)["body"] == "Dear all,\n\nno: [YOUR NAME]"
    assert "Text" not in fields(text)
    assert suggest(read(text).table).mapping.text_column == "body"
    assert fields("---\nText: title\n---\nbody")["Text (field)"] == "title"


@pytest.mark.parametrize(
    ("head", "reason"),
    [
        ("a: &x [1, 1]\nb: *x", "refers to itself"),
        ("a: [1,\nb: 2", "line"),
        ("a: 'open", "line"),
        ("a: " + "[" * 500 + "]" * 500, "nested too deep"),
        ("a: 1\nDear Council,\nI oppose.", "line"),
    ],
)
def test_a_head_that_cannot_be_trusted_is_part_of_the_text(head: str, reason: str) -> None:
    text = f"---\n{head}\n---\nbody\n"
    reading = read(text)
    assert reading.table.column("Text") == [text]
    assert reason in reading.notes[0]


def test_letters_between_lines_of_dashes_are_letters() -> None:
    text = (
        "---\nFrom: Jane <jane@example.org>\nSubject: No\n\nI oppose.\n---\nFrom: Pat\nDate: May 2\n\nI do not.\n---\n"
    )
    assert read(text, parting="---").table.column("Text") == ["I oppose.\n", "I do not.\n"]
    assert read("---\nDear Council,\n---\n").table.column("Text") == ["---\nDear Council,\n---\n"]


def test_all_letters_of_a_campaign_have_their_fields_and_text(shared_data: Path) -> None:
    paths = sorted((shared_data / "police-form-letters").rglob("*.md"))
    readings = [read(path.read_text()) for path in paths]
    assert len(readings) == 105
    assert {reading.kind for reading in readings} == {SourceKind.TEXT}
    assert [note for reading in readings for note in reading.notes] == []
    assert {suggest(reading.table).mapping.text_column for reading in readings} == {"body"}
    # What is called “name” there names the letter and nobody who wrote it.
    assert not any("name" in suggest(reading.table).mapping.columns for reading in readings)
    for reading, path in zip(readings, paths, strict=True):
        (body,) = reading.table.column("body")
        indented = "\n".join(f"  {line}" if line else "" for line in body.split("\n"))
        assert len(body) > 500
        if "body: |" in path.read_text():
            assert indented in path.read_text()
