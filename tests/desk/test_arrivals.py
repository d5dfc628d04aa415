"""New letters like a confirmed form letter: suggested with their own words, joined by nobody but the clerk."""

import json
import random
from pathlib import Path

import pytest
from clerk import open_hearing, record
from letters_made import edited, signed, text

from frhearing.cli.commands import main
from frhearing.desk import arrivals, campaigns, digests, figures, importing, records, testimony
from frhearing.desk.desk import open_desk
from frhearing.model.comment import Channel
from frhearing.model.filter import CommentFilter

ADDED = "My grandson was stopped twice last year."


@pytest.fixture
def office(tmp_path: Path):
    """A hearing with a form letter of six that is confirmed, and a letter of its own."""
    desk, hearing = open_hearing(tmp_path)
    rng = random.Random(5)
    body = text(rng)
    with desk:
        for n in range(6):
            record(desk, hearing, signed(rng, body), name=f"Sender {n}")
        record(desk, hearing, signed(rng, text(rng)), name="Someone")
        [letter] = campaigns.suggest(desk, hearing)
        campaign, _ = campaigns.confirm(desk, hearing, letter)
        yield desk, hearing, campaign, body


def waiting(desk, hearing) -> dict[str, list[int]]:
    return {one.name: [copy.number for copy in one.copies] for one in arrivals.look_at_all(desk, hearing)}


def test_a_new_copy_is_suggested_with_its_own_words_and_not_joined(office) -> None:
    desk, hearing, campaign, body = office
    rng = random.Random(8)
    assert waiting(desk, hearing) == {}
    record(desk, hearing, signed(rng, f"{body} {ADDED}"), name="New Sender")
    record(desk, hearing, signed(rng, text(rng)), name="Of Her Own")
    record(desk, hearing, edited(rng, body, 3), name="Changed")
    record(desk, hearing, body, name="Spoken", channel=Channel.IN_PERSON)
    before = digests.record_digest(desk, hearing), len(records.audit_log(desk))
    [letter] = arrivals.look_at_all(desk, hearing)
    assert (letter.campaign_id, letter.name) == (campaign, "Form A")
    assert [(copy.number, copy.confirmed) for copy in letter.copies] == [(8, False), (10, False)]
    assert letter.copies[0].own_words == ADDED
    assert arrivals.words([letter]) == "2 new letters look like Form A."
    assert arrivals.words([letter] * 3) == "6 new letters look like Form A, Form A and Form A."
    assert arrivals.words([letter] * 4) == "8 new letters look like 4 form letters."
    assert (digests.record_digest(desk, hearing), len(records.audit_log(desk))) == before
    assert figures.tally(desk, hearing).campaigns == {"Form A": 6}
    campaigns.confirm(desk, hearing, letter)
    assert figures.tally(desk, hearing).campaigns == {"Form A": 8}
    assert waiting(desk, hearing) == {}
    desk.undo()
    assert waiting(desk, hearing) == {"Form A": [8, 10]}
    campaigns.remove(desk, [8])
    assert waiting(desk, hearing) == {"Form A": [10]}
    assert records.check(desk).ok


def test_an_import_is_looked_at_in_pieces_and_undo_takes_its_letters_back(office, tmp_path: Path) -> None:
    desk, hearing, _, body = office
    rng = random.Random(9)
    rows = [signed(rng, body) if n % 100 == 0 else signed(rng, text(rng, 5)) for n in range(900)]
    file = tmp_path / "new.csv"
    told = ["name,comment", *(f'Writer {n},"{said}"' for n, said in enumerate(rows))]
    file.write_text("\n".join(told), encoding="utf-8")
    importing.add(desk, importing.read_files(desk, hearing, [file]))
    found = arrivals.Arrivals(desk, hearing)
    pieces = 1
    while found.look():
        pieces += 1
    assert pieces == 3
    [letter] = found.waiting()
    assert letter.size == 9
    assert not found.look()
    desk.undo()
    assert found.waiting() == []
    assert waiting(desk, hearing) == {}


def test_letters_that_stood_there_before_are_not_new(office) -> None:
    """What the clerk left out when the form letter was confirmed is not told again as new."""
    desk, hearing, _, _ = office
    [letter] = campaigns.suggest(desk, hearing)
    campaigns.remove(desk, [6])
    desk.undo()
    assert letter.suggested == ()
    assert waiting(desk, hearing) == {}


def test_other_form_letters_are_other_arrivals(office) -> None:
    """A watch that is kept sees campaigns that are merged, taken back and confirmed anew."""
    desk, hearing, campaign, body = office
    rng = random.Random(10)
    found = arrivals.Arrivals(desk, hearing)
    record(desk, hearing, signed(rng, body), name="Late")
    assert not found.look()
    assert [one.size for one in found.waiting()] == [1]
    campaigns.rename(desk, campaign, "Parks")
    found.look()
    assert [one.name for one in found.waiting()] == ["Parks"]
    campaigns.remove(desk, list(testimony.list_ids(desk, hearing, CommentFilter(campaign="Parks"))))
    assert not found.look()
    assert found.waiting() == []
    desk.undo()
    found.look()
    assert [copy.number for copy in found.waiting()[0].copies] == [8]


def test_a_hearing_without_form_letters_compares_nothing(tmp_path: Path) -> None:
    desk, hearing = open_hearing(tmp_path)
    with desk:
        record(desk, hearing)
        assert not arrivals.Arrivals(desk, hearing).look()
        assert arrivals.look_at_all(desk, hearing) == []
        assert arrivals.words([]) == ""
    with open_desk(tmp_path, writing=False) as desk:
        assert arrivals.look_at_all(desk, hearing) == []


def test_the_log_says_by_which_method_a_form_letter_was_found(office) -> None:
    desk, hearing, _, _ = office
    told = [line.detail for line in records.audit_log(desk, hearing) if line.what == "Form letter"]
    assert len(told) == 1
    assert "method: clerk → form letters 2: 3-word" in told[0]


def test_an_import_on_the_command_line_tells_what_looks_like_a_form_letter(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    desk, hearing = open_hearing(tmp_path)
    rng = random.Random(5)
    body = text(rng)
    with desk:
        for n in range(6):
            record(desk, hearing, signed(rng, body), name=f"Sender {n}")
        [letter] = campaigns.suggest(desk, hearing)
        campaigns.confirm(desk, hearing, letter)
    file = tmp_path / "new.csv"
    file.write_text(f'name,comment\nNew Sender,"{signed(rng, body)}"\nOther,"{text(rng)}"\n', encoding="utf-8")
    assert main(["import", str(file), "--hearing", str(hearing), "--data", str(tmp_path)]) == 0
    assert "1 new letter looks like Form A. Nothing was joined" in capsys.readouterr().out
    with open_desk(tmp_path) as desk:
        assert figures.tally(desk, hearing).campaigns == {"Form A": 6}


def test_the_tally_on_the_command_line_says_what_it_counts(office, capsys: pytest.CaptureFixture[str]) -> None:
    desk, hearing, _, _ = office
    folder = str(desk.folder)
    desk.close()
    for options, told, counted in (
        ((), "Written and spoken comments are counted, every copy of a form letter.", 7),
        (("--once-each",), "Written and spoken comments are counted, each form letter once.", 2),
        (("--only", "spoken"), "Only spoken ones are counted, every copy of a form letter.", 0),
        (("--only", "written", "--once-each"), "Only written ones are counted, each form letter once.", 2),
    ):
        assert main(["tally", "--hearing", str(hearing), "--data", folder, *options]) == 0
        said = capsys.readouterr().out
        assert told in said
        assert f"7 comments on the record, {counted} counted" in said
        assert main(["tally", "--hearing", str(hearing), "--data", folder, "--json", *options]) == 0
        facts = json.loads(capsys.readouterr().out)
        assert facts["scope"]["once_each"] is ("--once-each" in options)
