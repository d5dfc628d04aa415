"""Which letters the bytes stand for: never a silent guess."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frhearing.intake.draft import EncodingUnknown, Unreadable
from frhearing.intake.encoding import letters_of

SAYS = "Señora Núñez said “no” – café"


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (b"plain", "utf-8"),
        (SAYS.encode(), "utf-8"),
        (SAYS.encode("utf-8-sig"), "utf-8"),
        (SAYS.encode("utf-16"), "utf-16-le"),
        (b"\xfe\xff" + SAYS.encode("utf-16-be"), "utf-16-be"),
        (SAYS.encode("utf-32"), "utf-32-le"),
    ],
)
def test_utf_is_read_as_what_it_is(data: bytes, encoding: str) -> None:
    letters = letters_of(data, "a.csv")
    assert letters.encoding == encoding
    assert data[letters.skip :].decode(letters.encoding) in (SAYS, "plain")


def test_other_letters_are_asked_for_windows_first_with_the_lines_that_differ() -> None:
    with pytest.raises(EncodingUnknown) as asked:
        letters_of(f"Name,Comment\nplain,line\nNúñez,{SAYS}\n".encode("cp1252"), "a.csv")
    question = asked.value.question
    assert [one.encoding for one in question.candidates][:2] == ["cp1252", "mac_roman"]
    assert question.candidates[0].preview == (f"Núñez,{SAYS}",)
    assert question.candidates[1].preview != question.candidates[0].preview
    assert "--encoding" in str(asked.value)
    assert "cp1252" in str(asked.value)


def test_the_preview_shows_the_place_in_a_long_line() -> None:
    with pytest.raises(EncodingUnknown) as asked:
        letters_of(b"x" * 5000 + "é".encode("cp1252") + b"y" * 5000, "a.csv")
    assert "é" in asked.value.question.candidates[0].preview[0]


def test_utf16_without_a_mark_is_asked_for_too() -> None:
    with pytest.raises(EncodingUnknown) as asked:
        letters_of("Name,Comment\nJane,No\n".encode("utf-16-le"), "a.csv")
    assert asked.value.question.candidates[0].encoding == "utf-16-le"
    assert asked.value.question.candidates[0].preview[0] == "Name,Comment"


def test_the_answer_is_followed() -> None:
    data = SAYS.encode("cp1252")
    assert letters_of(data, "a.csv", "cp1252").encoding == "cp1252"
    assert letters_of(data, "a.csv", "Windows-1252").encoding == "cp1252"
    assert letters_of(b"plain ascii", "a.csv", "cp1252").encoding == "cp1252"


def test_utf8_is_not_garbled_by_an_answer_meant_for_another_file() -> None:
    letters = letters_of(SAYS.encode(), "a.csv", "cp1252")
    assert letters.encoding == "utf-8"
    assert "UTF-8" in letters.note


@pytest.mark.parametrize("name", ["zlib", "rot13", "base64", "punycode", "unicode_escape", "no-such", "", "a\0b"])
def test_what_is_no_encoding_of_letters_is_refused(name: str) -> None:
    if not name:
        with pytest.raises(EncodingUnknown):
            letters_of(b"\xe9", "a.csv", name)
        return
    with pytest.raises(Unreadable, match="not the name of an encoding"):
        letters_of(b"\xe9", "a.csv", name)


def test_an_answer_that_does_not_fit_says_what_to_try() -> None:
    with pytest.raises(Unreadable, match="some of its bytes are no letters") as refused:
        letters_of(b"caf\xe9 \x81", "a.csv", "cp1252")
    assert "mac_roman" in str(refused.value)


@given(st.binary(max_size=300))
def test_bytes_are_read_whole_or_not_at_all(data: bytes) -> None:
    try:
        letters = letters_of(data, "a.csv")
    except EncodingUnknown as asked:
        for candidate in asked.question.candidates:
            data.decode(candidate.encoding)
        return
    assert data[letters.skip :].decode(letters.encoding).encode(letters.encoding) == data[letters.skip :]
