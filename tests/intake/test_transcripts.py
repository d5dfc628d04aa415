"""Captions and transcripts: a row for each turn where speakers are marked, every word and the times kept."""

from pathlib import Path

import pytest

from frhearing.intake.draft import Reading, SourceKind
from frhearing.intake.reader import read_source
from frhearing.intake.source import Source
from frhearing.intake.suggest import suggest


def read(text: str | bytes, file: str = "hearing.vtt") -> Reading:
    return read_source(Source(file, text if isinstance(text, bytes) else text.encode()))


def rows(text: str, file: str = "hearing.vtt") -> list[tuple[str, ...]]:
    reading = read(text, file)
    assert reading.refusal == ""
    assert reading.kind is SourceKind.TRANSCRIPT
    assert reading.table.header == ("Speaker", "Time", "Text")
    return [tuple(row.cells) for row in reading.table.rows]


def vtt(*cues: str) -> str:
    made = (f"00:{at:02}:00.000 --> 00:{at:02}:30.500\n{cue}\n" for at, cue in enumerate(cues, 1))
    return "WEBVTT\n\n" + "\n".join(made)


def test_voices_are_speakers() -> None:
    text = vtt(
        "<v Jane Roe>I <i>oppose</i> &amp; object.</v>", "<v Jane Roe>Thank you.", "<v.loud Pat>Yes.</v>\n<v Lee>No."
    )
    assert rows(text) == [
        ("Jane Roe", "00:01:00–00:02:30", "I oppose & object.\nThank you."),
        ("Pat", "00:03:00–00:03:30", "Yes."),
        ("Lee", "00:03:00–00:03:30", "No."),
    ]


def test_arrows_change_the_speaker_and_may_name_one() -> None:
    text = vtt("&gt;&gt;&gt; GOOD MORNING.", "EVERYONE.", ">> MAYOR LEE: NEXT.", ">> I OPPOSE.\n>> THANK YOU.")
    assert rows(text) == [
        ("", "00:01:00–00:02:30", "GOOD MORNING.\nEVERYONE."),
        ("MAYOR LEE", "00:03:00–00:03:30", "NEXT."),
        ("", "00:04:00–00:04:30", "I OPPOSE."),
        ("", "00:04:00–00:04:30", "THANK YOU."),
    ]


def test_names_before_a_colon_are_speakers_where_they_come_again() -> None:
    text = vtt("Jane Roe: I oppose.", "Note: it rains.", "Pat Lee: Yes.", "Jane Roe: No.")
    assert [row[0] for row in rows(text)] == ["Jane Roe", "Pat Lee", "Jane Roe"]
    assert rows(text)[0][2] == "I oppose.\nNote: it rains."
    once = rows(vtt("I have one thing to say: I oppose.", "And another: no.", "Thank you."))
    assert [row[0] for row in once] == [""]


def test_without_speakers_it_is_one_row_that_keeps_the_times() -> None:
    times = ("00:00:05,000 --> 00:00:09,000", "00:00:10,000 --> 00:00:19,000", "00:01:30,000 --> 00:01:40,000")
    said = ("uh", "I oppose.", "Bye.")
    srt = "\n".join(f"{at}\n{time}\n{words}\n" for at, (time, words) in enumerate(zip(times, said, strict=True), 1))
    assert rows(srt, "hearing.srt") == [("", "00:00:05–00:01:40", "[00:00:05]\nuh\nI oppose.\n[00:01:30]\nBye.")]
    assert "Part it by hand" in read(srt).notes[0]


def test_a_text_with_times_in_brackets_is_kept_letter_for_letter() -> None:
    text = "[00:00:17]\nLet's do it.\n\n[00:00:20]\n  Yes.\n[00:01:00]\nuh\n"
    assert rows(text, "captions.txt") == [("", "00:00:17–00:01:00", text)]


def test_captions_that_roll_are_read_once_and_plain_repeats_stay() -> None:
    rolling = vtt("one", "one\ntwo", "two", "two\nthree", "three\nfour")
    assert rows(rolling)[0][2].split("\n")[1::2] == ["one", "two", "three", "four"]
    assert any("4 lines that stood there twice" in note for note in read(rolling).notes)
    votes = vtt("Aye.", "Aye.", "No.", "Lee?", "Aye.", "Roe?", "No.", "Pat?")
    assert rows(votes)[0][2].count("Aye.") == 3


def test_no_word_of_a_badly_written_file_is_lost() -> None:
    text = (
        "\ufeffWEBVTT - The hearing\r\nKind: captions\r\n\r\nNOTE made by\r\nmachine\r\n\r\nSTYLE\r\n::cue {}\r\n\r\n"
        "7\r\n00:61.5 --> 1:02\r\n\r\nafter a blank\r\n8\r\n00:01:10,1 -> 00:01:20.99 line:0\r\n"
        "<inaudible> <c.x>two</c>\r\n\r\nthree\r\n"
    )
    reading = read(text)
    assert reading.table.rows[0].cells[2] == "[00:01:01]\nafter a blank\n<inaudible> two\nthree"
    assert [said[-14:] for said in reading.not_read] == ["“The hearing”", "made by machine”"] or len(
        reading.not_read
    ) == 2


def test_a_transcript_without_words_and_one_in_another_encoding_are_said_so() -> None:
    assert "nothing is said" in read("WEBVTT\n\n00:00:01.000 --> 00:00:02.000\n\n").refusal
    other = "1\n00:00:01,000 --> 00:00:02,000\nNúñez\n".encode("cp1252")
    assert read(other, "x.srt").question is not None


@pytest.mark.parametrize(
    ("file", "length"),
    [
        ("huntsville-council/2026-04-23-city-council-meeting--whisper-medium.srt", 140_000),
        ("huntsville-council/2026-06-11-city-council-meeting--whisper-medium.srt", 50_000),
        ("huntsville-council/2026-06-11-city-council-meeting--captions.vtt", 65_000),
        ("huntsville-council/2026-06-11-city-council-meeting--captions.txt", 70_000),
        ("seattle-cdp/fake_caption.vtt", 400),
    ],
)
def test_real_transcripts_are_read_whole(shared_data: Path, file: str, length: int) -> None:
    path = shared_data / file
    reading = read(path.read_bytes(), path.name)
    said = "\n".join(reading.table.column("Text"))
    assert len(said) > length
    assert suggest(reading.table).mapping.text_column == "Text"
    assert reading.not_read == ()
    # Every word of the file is in the text, in the same order.
    words = [line.strip() for line in path.read_text().replace("&gt;", ">").splitlines()]
    words = [
        line.lstrip("> ") for line in words if line and "-->" not in line and not line.isdigit() and line != "WEBVTT"
    ]
    at = 0
    for line in words:
        at = said.find(line, at)
        assert at >= 0, line
        at += len(line)
