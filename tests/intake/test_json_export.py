"""JSON exports: the list of records in them, every value as it is written, nothing beside it lost without a word."""

import json
from pathlib import Path

import pytest

from frhearing.intake.draft import Reading
from frhearing.intake.reader import read_source
from frhearing.intake.source import Source
from frhearing.intake.suggest import suggest

COMMENT = "Keep the park open after dark, for the children who play there."


def read(value: object, file: str = "a.json") -> Reading:
    data = value if isinstance(value, bytes) else (value if isinstance(value, str) else json.dumps(value)).encode()
    return read_source(Source(file, data))


def cells(reading: Reading) -> list[list[str]]:
    assert (reading.refusal, reading.question) == ("", None)
    return [list(row.cells) for row in reading.table.rows]


def columns(reading: Reading) -> dict[str, tuple[str, ...]]:
    return suggest(reading.table).mapping.columns


def test_a_list_of_records_with_fields_that_some_lack() -> None:
    reading = read(
        [{"name": "Jane Roe", "comment": COMMENT}, {"name": "John Poe", "ward": 3, "comment": "No. " + COMMENT}]
    )
    assert reading.table.header == ("name", "comment", "ward")
    assert cells(reading) == [["Jane Roe", COMMENT, ""], ["John Poe", "No. " + COMMENT, "3"]]
    assert [row.number for row in reading.table.rows] == [1, 2]
    assert columns(reading) == {"name": ("name",), "text": ("comment",), "district": ("ward",)}


def test_values_are_as_they_are_written() -> None:
    text = '[{"a": 1.50, "b": 900064000000000123456789, "c": 1e5, "d": NaN, "e": true, "f": null, "g": "\\u0000x"}]'
    assert cells(read(text)) == [["1.50", "900064000000000123456789", "1e5", "NaN", "true", "", "\x00x"]]


def test_nested_objects_get_dotted_names_and_wrappers_none() -> None:
    records = [
        {
            "id": f"C-000{n}",
            "type": "comments",
            "attributes": {
                "comment": COMMENT + str(n),
                "firstName": "Jane",
                "lastName": "Roe",
                "postedDate": "2026-02-26T05:00:00Z",
                "address": {"city": "Milwaukee"},
            },
            "links": {"self": "https://x.org"},
        }
        for n in range(3)
    ]
    reading = read({"data": records, "meta": {"total": 3}})
    assert reading.table.header == (
        "id",
        "type",
        "comment",
        "firstName",
        "lastName",
        "postedDate",
        "address.city",
        "links.self",
    )
    assert columns(reading) == {
        "external_id": ("id",), "text": ("comment",), "received": ("postedDate",), "name": ("firstName", "lastName"),
    }  # fmt: skip
    assert reading.table.place == "the list “data”"
    assert reading.not_read == ("“a.json”: what stands beside the records (meta)",)
    one = read({"data": records[0], "included": [{"id": "1", "title": "letter.pdf"}, {"id": "2"}]})
    assert cells(one)[0][2] == COMMENT + "0"
    assert one.not_read == ("“a.json”: what stands beside the records (included)",)


def test_the_longest_list_is_taken_and_the_others_are_named() -> None:
    reading = read({"page": 1, "people": [{"name": "x"}], "result": {"comments": [{"text": COMMENT}, {"text": "No."}]}})
    assert cells(reading) == [[COMMENT], ["No."]]
    assert reading.table.place == "the list “result.comments”"
    assert reading.not_read == (
        "“a.json”: the list “people”, row 1 (name)",
        "“a.json”: what stands beside the records (page)",
    )


def test_records_named_by_their_identifiers() -> None:
    reading = read({"C-1": {"text": COMMENT}, "C-2": {"text": "No."}})
    assert (reading.table.header, cells(reading)) == (("ID", "text"), [["C-1", COMMENT], ["C-2", "No."]])
    texts = read({"C-1": COMMENT, "C-2": "No."})
    assert (texts.table.header, cells(texts)) == (("ID", "Text"), [["C-1", COMMENT], ["C-2", "No."]])


def test_lists_inside_a_record() -> None:
    reading = read(
        [{"name": "Jane", "text": COMMENT, "files": ["a.pdf", "b.pdf"], "odd": ["a;b", "c"], "deep": [{"x": 1}]}]
    )
    assert cells(reading)[0][2:] == ["a.pdf; b.pdf", '["a;b", "c"]', '[{"x": "1"}]']
    turns = read(
        {"data": [{"speaker": "Jane", "data": [{"start": 1.5, "text": "Good"}, {"start": 2, "text": "morning."}]}]}
    )
    assert turns.table.header == ("speaker", "data.text", "data")
    assert cells(turns)[0][:2] == ["Jane", "Good morning."]


def test_a_table_written_as_lists_and_a_list_of_texts() -> None:
    assert cells(read([["Name", "Comment"], ["Jane", COMMENT]])) == [["Jane", COMMENT]]
    reading = read([COMMENT, "No.", "", 7])
    assert (reading.table.header, cells(reading)) == (("Text",), [[COMMENT], ["No."], [""], ["7"]])


def test_one_record_on_each_line() -> None:
    lines = [
        json.dumps({"name": "Jane", "comment": COMMENT}),
        "",
        json.dumps({"name": "John", "comment": "No."}),
        '{"name": "cut',
    ]
    reading = read("\r\n".join(lines), "a.jsonl")
    assert [(row.number, row.cells[0]) for row in reading.table.rows] == [(1, "Jane"), (3, "John")]
    assert [(row.row, row.raw) for row in reading.table.refused] == [(4, '{"name": "cut')]
    assert "one JSON record on each line" in reading.notes[0]


def test_a_field_that_comes_twice_keeps_both_values_and_half_letters_are_told() -> None:
    reading = read(
        '[{"name": "Jane", "comment": "Yes", "comment": "No"}, {"name": "J\\ud83d", "comment": "\\ud83d\\ude00"}]'
    )
    assert reading.table.header == ("name", "comment", "comment (2)")
    assert cells(reading) == [["Jane", "Yes", "No"], ["J\ufffd", "😀", ""]]
    assert "names the same field twice (comment)" in reading.notes[0]
    assert "1 half letters" in reading.notes[1]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_marked_encodings(encoding: str) -> None:
    reading = read(json.dumps([{"name": "Ana López", "comment": COMMENT}], ensure_ascii=False).encode(encoding))
    assert cells(reading) == [["Ana López", COMMENT]]


def test_an_encoding_that_only_the_clerk_can_tell_is_asked_for() -> None:
    data = json.dumps([{"name": "Ana López", "comment": COMMENT}], ensure_ascii=False).encode("cp1252")
    assert read(data).question is not None
    assert cells(read_source(Source("a.json", data, "cp1252")))[0][0] == "Ana López"


def test_people_without_texts_get_a_column_to_type_them_into() -> None:
    reading = read([{"name": "Jane Roe", "start": 1.5}, {"name": "John Poe", "start": 2.5}])
    assert cells(reading) == [["Jane Roe", "1.5", ""], ["John Poe", "2.5", ""]]
    assert columns(reading) == {"name": ("name",), "text": ("Text",)}
    assert "lists who commented but not what they said" in reading.notes[0]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[" * 200_000 + "]" * 200_000, "nested deeper"),
        ('{"a":' * 100_000 + "1" + "}" * 100_000, "nested deeper"),
        ('[{"a": 1}, {"a": 2', "no whole JSON file: something is wrong in line 1"),
        ("[]", "holds no list of records"),
        ("{}", "holds no list of records"),
        ("null", "holds no list of records"),
        ('[{"a": "x"} {"b": "y"}]', "line 1, character 13"),
    ],
)
def test_what_is_no_export_is_refused_in_a_sentence(text: str, words: str) -> None:
    reading = read(text)
    assert reading.tables == ()
    assert words in reading.refusal
    assert "nothing was imported" in reading.refusal


COUNTS = {
    "nyc-city-of-yes-council/testimonies.json": 323,
    "nyc-city-of-yes-council/transcript.json": 10_486,
    "seattle-cdp/request_0_events.json": 3,
    "seattle-cdp/request_12_event_1_items.json": 18,
    "seattle-cdp/example_transcript_speaker_turns.json": 35,
    "seattle-cdp-backend/expected-seattle-briefing-transcript.json": 7,
    "huntsville-council/2026-04-23-city-council-meeting--meeting.json": 1,
    "usda-regs-comments/Attachment Comments Example.json": 1,
    "torture-strings/blns.json": 515,
}


@pytest.mark.parametrize("path", COUNTS)
def test_real_exports(shared_data: Path, path: str) -> None:
    data = (shared_data / path).read_bytes()
    reading = read(data, Path(path).name)
    assert len(cells(reading)) == COUNTS[path]
    if path.endswith("blns.json"):
        assert [row[0] for row in cells(reading)] == json.loads(data)
    if path.endswith("testimonies.json"):
        assert columns(reading) == {"name": ("name",), "text": ("Text",)}
