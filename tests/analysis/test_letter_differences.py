"""What a sender's own words are: nothing of the sender is lost, nothing of the master is called the sender's."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from letters_made import edited, signed, text

from frhearing.analysis.form_letters.difference import Master
from frhearing.analysis.form_letters.parts import apart, body
from frhearing.model.letters import PieceKind

MASTER = (
    "Dear Council,\n\nMy name is [YOUR NAME] and I live in Milwaukee. The pause must stay until the Council adopts a "
    "policy with real oversight. People were stopped by mistake in other cities, and nobody was told that a machine "
    "had chosen them. I ask you to vote yes.\n\nSincerely,\n[YOUR NAME]"
)


@pytest.mark.parametrize(
    ("letter", "set_apart"),
    [
        ("Thank you for holding this hearing. I oppose it.", []),
        ("Thank you.\nI mean it, keep the pause where it is.", []),
        ("Keep it! Sincerely, Ada Example, 12 Elm St", ["Sincerely, Ada Example, 12 Elm St"]),
        ("I sincerely hope so.\nBest of luck to all who vote on this item tonight", []),
        ("Dear Sir: no", ["Dear Sir:"]),
        ("Keep it.\n\nRespectfully submitted,\nAda Example\nada@example.org\n414-555-0100", ["Respectfully submitted,\n"
         "Ada Example\nada@example.org\n414-555-0100"]),
        ("Keep it.\nThanks,\nAda\n\nP.S. I was arrested by mistake.", ["Thanks,\nAda\n\n"]),
        ("Keep it.\nThank you,\nThis ordinance came too late for my brother and for many others.", []),
        ("", []),
        ("Sincerely,\nAda", []),
        ("Dear Council,\r\n\r\nKeep it.\r\n\r\nSincerely,\r\nAda Example\r\n",
         ["Dear Council,", "Sincerely,\r\nAda Example\r\n"]),
        ("Committee members: keep it.", ["Committee members:"]),
        ("Mayor and members of the Common Council,\nkeep it.", ["Mayor and members of the Common Council,\n"]),
        ("Alderwoman Muster:\nkeep it.", ["Alderwoman Muster:"]),
        ("Council members, if you care at all, keep it.", []),
        ("I was there.\n\nDear members of the Committee,\n\nKeep it.", ["Dear members of the Committee,\n"]),
        ("I was there. To whom it may concern:\nKeep it.", ["To whom it may concern:\n"]),
        ("I was there, dear to my heart, and\nkeep it.", []),
        ("Keep it.\n\nAda Example\nMilwaukee, WI 53202", ["Ada Example\nMilwaukee, WI 53202"]),
        ("Keep it.\nAda B. Example, Ph.D.\n12 N Elm Street Apt 4", ["Ada B. Example, Ph.D.\n12 N Elm Street Apt 4"]),
        ("Keep it.\nAda Example\nBen Muster\n", ["Ada Example\nBen Muster\n"]),
        ("Keep it.\nSHAME ON YOU", []),
        ("Keep it.\nSave Our Streets", []),
        ("Keep it.\nCameras Make Mistakes.", []),
        ("Keep it.\n3 reasons why we lost our way", []),
        ("Keep it.\nThe police asked the state to fund it with up to 50000", []),
    ],
)  # fmt: skip
def test_greeting_and_closing_are_set_apart_and_nothing_else(letter: str, set_apart: list[str]) -> None:
    assert [letter[start:end] for start, end in apart(letter)] == set_apart


def test_a_copy_with_name_and_address_has_no_own_words() -> None:
    letter = MASTER.replace("[YOUR NAME]", "Ada Example").replace("Dear Council", "Hello all") + "\n12 Elm Street"
    found = Master(MASTER).compare(letter, "Ada Example")
    assert found.own_words == ""
    assert found.similarity > 0.9


def test_a_name_in_the_place_of_a_placeholder_is_set_apart_even_if_nobody_knows_it() -> None:
    found = Master(MASTER).compare(MASTER.replace("My name is [YOUR NAME]", "My name is Xee Moua"))
    assert found.own_words == ""


def test_own_words_are_found_wherever_they_stand() -> None:
    letter = MASTER.replace("I ask you", "My grandson was stopped twice. I ask you").replace("real", "civilian")
    letter += "\n\nP.S. The last meeting was too short."
    found = Master(MASTER).compare(letter)
    assert found.own_words == "civilian … My grandson was stopped twice. … P.S. The last meeting was too short."


def test_what_is_moved_is_nobodys_addition() -> None:
    sentences = MASTER.split("Milwaukee. ")[1].split("\n")[0].split(". ")
    letter = ". ".join([sentences[1], sentences[0], sentences[2]])
    found = Master(MASTER).compare(letter)
    assert found.own_words == ""
    assert not any("oversight" in piece.text for piece in found.master if piece.kind is PieceKind.LEFT_OUT)


def test_a_changed_no_is_an_own_word() -> None:
    found = Master(MASTER).compare(MASTER.replace("vote yes", "vote no"))
    assert found.own_words == "no."
    assert [p.text for p in found.master if p.kind is PieceKind.LEFT_OUT] == ["yes.\n\n"]


def test_what_is_left_out_is_shown_in_the_master() -> None:
    found = Master(MASTER).compare(MASTER.replace(" with real oversight", ""))
    assert found.own_words == ""
    assert [p.text.strip() for p in found.master if p.kind is PieceKind.LEFT_OUT] == ["with real oversight."]


@pytest.mark.parametrize(
    "letter",
    [
        f"Alderwoman Muster,\n{MASTER.split(chr(10), 2)[2]}",
        MASTER.replace("Sincerely,\n[YOUR NAME]", "Fay Ejemplo\n12 Elm Street\nMilwaukee, WI 53202"),
        MASTER.replace("\n", "\r\n").replace("[YOUR NAME]", "Fay Ejemplo"),
        MASTER.replace("Dear Council,", "Members of the Public Safety Committee:").replace(
            "[YOUR NAME]", "Fay Ejemplo"
        ),
    ],
)
def test_what_only_makes_a_copy_personal_is_not_an_own_word(letter: str) -> None:
    assert Master(MASTER).compare(letter).own_words == ""


def test_an_own_paragraph_above_the_greeting_is_all_there_is() -> None:
    own = "I signed the letter below because I could not say it better."
    assert Master(MASTER).compare(f"{own}\n\n{MASTER}").own_words == own


def test_a_sentence_of_ones_own_is_shown_whole() -> None:
    """Words that happen to stand in the master too are not missing from the sentence of the sender."""
    own = "I live on Lake Street and I ask the Council how a machine had my name."
    letter = MASTER.replace("I ask you to vote yes.", f"{own} I ask you to vote yes.")
    assert Master(MASTER).compare(letter).own_words == own


def test_very_long_letters_are_compared_by_sentences() -> None:
    rng = random.Random(11)
    master = text(rng, 1600)
    own = "My grandson was stopped twice last year."
    place = master.index(". ", len(master) // 2) + 2
    letter = f"I was there. {master[:place]}{own} {master[place:]} So I ask you."
    found = Master(master).compare(letter)
    assert found.own_words == f"I was there. … {own} … So I ask you."
    assert found.similarity > 0.99
    assert "".join(piece.text for piece in found.letter) == letter


@given(st.text(max_size=200), st.text(max_size=200), st.text(max_size=20))
def test_the_pieces_are_the_whole_text(master: str, letter: str, name: str) -> None:
    found = Master(master).compare(letter, name)
    assert "".join(piece.text for piece in found.letter) == letter
    assert "".join(piece.text for piece in found.master) == master
    assert 0 <= found.similarity <= 1


@given(st.text(max_size=120))
def test_a_text_is_like_itself(said: str) -> None:
    found = Master(said).compare(said)
    assert (found.similarity, found.own_words) == (1, "")
    assert set(body(said)) <= {*said, "\n"}


@pytest.mark.parametrize("seed", range(20))
def test_every_added_sentence_is_among_the_own_words(seed: int) -> None:
    rng = random.Random(seed)
    master = text(rng)
    letter = edited(rng, master, 2)
    own = Master(master).compare(letter).own_words
    assert "My sister Quill" in own
    assert own.endswith("weeks for a reply about her file.")
    assert Master(master).compare(signed(rng, master)).own_words == ""
