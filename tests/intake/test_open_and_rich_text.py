"""OpenDocument texts and rich text: text read, what stands beside it kept, everything else named."""

from pathlib import Path

import pytest
from made_texts import (
    OPEN_TEXT_MARKERS,
    RICH_TEXT_MARKERS,
    open_text_file,
    planted_open_text,
    planted_rich_text,
)

from frhearing.intake.draft import Reading, SourceKind
from frhearing.intake.reader import read_source
from frhearing.intake.source import Source


def read(data: bytes, file: str = "letter", spool: Path | None = None) -> Reading:
    return read_source(Source(file, data, spool=spool))


def cells(reading: Reading) -> dict[str, str]:
    assert reading.refusal == ""
    assert reading.kind is SourceKind.DOCUMENT
    return dict(zip(reading.table.header, reading.table.rows[0].cells, strict=True))


def test_every_word_planted_in_an_open_text_is_found_or_named() -> None:
    reading = read(planted_open_text())
    said = cells(reading)
    everything = "\n".join((*said.values(), *reading.not_read))
    assert [marker for marker in OPEN_TEXT_MARKERS if marker not in everything] == []
    assert said["Text"] == (
        "Dear mbody,\nmcell\ttwo\nmnested\na  b\tc\nd[1], here mfield\nmsection\nmbox\n• mitem\n\n\n[1] mfootnote"
    )
    assert said["Header and footer"] == "mheader\n\nmfooter"
    assert said["Notes in the margin"] == "Comment, Lee: mcomment\n\nFile properties, subject: mproperty"
    assert said["Author (file properties)"] == "Jane Roe"
    assert set(reading.not_read) == {
        "hidden text (7 letters)",
        "a picture (described as “malttext”)",
        "1 passage struck out with tracked changes (about 8 letters)",
    }


def test_every_word_planted_in_a_rich_text_is_found_or_named() -> None:
    reading = read(planted_rich_text())
    said = cells(reading)
    everything = "\n".join((*said.values(), *reading.not_read))
    assert [marker for marker in RICH_TEXT_MARKERS if marker not in everything] == []
    assert said["Text"] == "Dear mbody,\né ’ \U0001f600 Приmfield\nmcell\tb\n\nend}\nmbox\n[note] mfootnote é"
    assert said["Author (file properties)"] == "Jane Núñez"
    assert set(reading.not_read) == {
        "1 picture",
        "hidden text (7 letters)",
        "1 passage struck out with tracked changes (8 letters)",
    }


def test_numbered_lists_of_an_open_text_count() -> None:
    style = '<text:list-style style:name="L1"><text:list-level-style-number text:level="1"/>'
    style += '<text:list-level-style-bullet text:level="2"/></text:list-style>'
    inner = "<text:list><text:list-item><text:p>x</text:p></text:list-item></text:list>"
    items = (
        f"<text:list-item><text:p>a</text:p>{inner}</text:list-item><text:list-item><text:p>b</text:p></text:list-item>"
    )
    body = f'<text:list text:style-name="L1">{items}</text:list>'
    assert cells(read(open_text_file(body, styles=style)))["Text"] == "1. a\n• x\n2. b"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (open_text_file("<text:p>x</text:p>", manifest="<encryption-data/>"), "with a password"),
        (open_text_file("<text:p>"), "its XML cannot be read"),
        (open_text_file("").replace(b"content.xml", b"c0ntent.xml"), "its text is missing"),
    ],
)
def test_open_texts_that_cannot_be_read_are_said_so(data: bytes, said: str) -> None:
    assert said in read(data).refusal


def test_rich_text_that_swells_or_never_ends_is_read_at_once() -> None:
    picture = b"{\\rtf1 x{\\pict " + b"0123456789abcdef\n" * 200_000 + b"}y{\\bin5 }}}}}z}"
    assert cells(read(picture))["Text"] == "xyz"
    assert cells(read(b"{\\rtf1 a" + b"{\\header b" * 20_000))["Text"] == "a"
    assert "is none" in read(b"no rich text", "a.rtf").refusal


def test_a_rich_text_without_words_is_a_row_to_type_in(tmp_path: Path) -> None:
    reading = read(b"{\\rtf1{\\pict 01}}", "a.rtf", tmp_path)
    assert (cells(reading)["Text"], cells(reading)["Attachments"]) == ("", "a.rtf")
