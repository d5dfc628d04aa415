"""Own words and the words of others: told apart line by line, none lost, letters passed on given to their writers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frhearing.intake.forwarding import is_cover, letter_of
from frhearing.intake.quoting import part

OUTLOOK = (
    "From: Jane Roe <jane@example.org>\nSent: Tuesday, February 3, 2026 4:12 PM\nTo: Council <c@example.gov>;\n"
    "  d@example.gov\nSubject: I oppose it\n\n"
)
OPENINGS = [
    "On Tue, Feb 3, 2026 at 4:12 PM Clerk <clerk@example.gov> wrote:\n\n> Old words.\n> More.\n",
    "On Tue, Feb 3, 2026 at 4:12 PM The City Clerk of\nthe City <clerk@example.gov>\nwrote:\n\nOld words.\n",
    "El mar, 3 feb 2026 a las 16:12, Ana (<ana@example.org>) escribió:\n> Old words.\n",
    "-----Original Message-----\n" + OUTLOOK + "Old words.\n",
    "-----Mensaje original-----\nDe: Ana\nEnviado el: martes\nPara: Pat\nAsunto: Hola\n\nOld words.\n",
    "________________________________\n" + OUTLOOK + "Old words.\n",
    OUTLOOK.replace("From:", "*From:*").replace("Sent:", "*Sent:*") + "Old words.\n",
    "---------- Forwarded message ---------\nFrom: A <a@example.org>\nDate: Tue\nTo: b\n\nOld words.\n",
    "> Old words.\n> More.\n",
    '>>> "City Clerk" <clerk@example.gov> 2/3/2026 4:12 PM >>>\nOld words.\n',
    "_______________________________________________\nCouncil mailing list\nhttps://example.org/listinfo/council\n",
]


@pytest.mark.parametrize("opening", OPENINGS)
def test_what_a_mail_program_quotes_is_set_apart_below_own_words(opening: str) -> None:
    found = part("I oppose this.\n\nJane\n\n" + opening)
    assert (found.own, found.others) == ("I oppose this.\n\nJane\n\n", opening)


@pytest.mark.parametrize("opening", OPENINGS)
def test_the_ends_of_lines_do_not_matter(opening: str) -> None:
    opening = opening.replace("\n", "\r\n")
    assert part("I oppose this.\r\n" + opening).own == "I oppose this.\r\n"


@pytest.mark.parametrize(
    "text",
    [
        "On June 3 the chief\nwrote:\nthis is mine\n",
        "A set-back of\n> 50 feet\nis too much.\n",
        "From: the heart\nTo: the point\n\nNo.\n",
        "On the other hand, he wrote:\nthat is mine too.\n",
        "-----\nmine\n-----\n",
        "Dear council,\n- one\n- two\n-- \nJane\n",
        "El alcalde escribió:\nno.\n",
    ],
)
def test_what_is_not_surely_a_quote_stays_the_senders(text: str) -> None:
    assert part(text) == part(text).__class__(text)


def test_words_between_quoted_lines_are_own_ones() -> None:
    found = part("> Do you agree?\n> Say so.\nNo, I do not.\n> And the tree?\n> It falls.\nKeep it.\n")
    assert found.own == "No, I do not.\nKeep it.\n"


@given(
    st.lists(st.sampled_from([*OPENINGS, "Own words.\n", "\n", "> one\n", "From: a\n", "\x0bx\x85y\u2028z\n", "--\n"]))
)
def test_every_line_stands_in_one_of_the_two(pieces: list[str]) -> None:
    text = "".join(pieces)
    found = part(text)
    assert sorted((found.own + found.others).splitlines(keepends=True)) == sorted(text.splitlines(keepends=True))


def test_a_letter_passed_on_without_own_words_is_its_writers() -> None:
    cover = "[EXTERNAL]\nFYI, see below.\n\nThanks,\nPat Clerk\nDeputy City Clerk\n555-0100\n\n"
    said = letter_of(cover + OUTLOOK + "I oppose this.\n", "FW: public comment", "Pat Clerk")
    assert (said.sender, said.subject) == ("Jane Roe <jane@example.org>", "I oppose it")
    assert (said.own, said.cover, said.passed_on) == ("I oppose this.\n", cover, True)
    assert said.date == "Tuesday, February 3, 2026 4:12 PM"


def test_a_letter_passed_on_twice_is_its_first_writers() -> None:
    second = OUTLOOK.replace("Jane Roe <jane@example.org>", "Ana <ana@example.org>")
    said = letter_of("FYI\n" + second + "See below\n\n" + OUTLOOK + "My letter.\n> a\n> b\n", "Fwd: comment")
    assert (said.sender, said.own, said.quoted) == ("Jane Roe <jane@example.org>", "My letter.\n", "> a\n> b\n")
    assert said.cover == "FYI\nSee below\n\n"


def test_a_marked_letter_passed_on_loses_its_marks() -> None:
    text = "Begin forwarded message:\n\n> From: Jane <j@a.org>\n> Subject: S\n> Date: Tue\n> \n> My letter\n> ends.\n"
    assert letter_of(text, "Fwd: S").own == "My letter\nends.\n"


def test_a_cover_that_says_something_is_the_comment() -> None:
    said = letter_of("I oppose this; here is why.\n\n" + OUTLOOK + "An article.\n", "FW: article")
    assert (said.own, said.passed_on) == ("I oppose this; here is why.\n\n", False)
    assert "An article." in said.quoted


def test_an_answer_without_own_words_keeps_all_of_it() -> None:
    text = OUTLOOK + "We will hold a hearing.\n\nI OPPOSE IT.\n"
    assert (letter_of(text, "RE: hearing").own, letter_of(text, "RE: hearing").unsure) == (text, True)
    marked = "> Only\n> quoted\n"
    assert letter_of(marked).own == marked


def test_a_signature_alone_is_a_cover_and_a_sentence_is_none() -> None:
    assert is_cover("Pat Clerk\nDeputy City Clerk\nRoom 5\n", "Pat Clerk")
    assert is_cover("Hola,\n\nPara su conocimiento.\n--\nPat\n", "")
    assert not is_cover("Pat Clerk\n" + "This is a long sentence about the matter at hand. " * 3, "Pat Clerk")
    assert is_cover("Hi all,\n\nPlease see below for the record.\n", "")
    for own in ("I agree with her.\n", "Hello I oppose this\n", "Dear council,\n\nNo.\n", "Stop this,\n", "No,\n"):
        assert not is_cover(own, "Pat Clerk")
