"""Petitions: one letter of the sponsor on the record, and signatures that are never comments."""

import json
from pathlib import Path

import pytest
from clerk import open_hearing, record

from frhearing.cli.output import print_tally
from frhearing.desk import exporting, figures, petitions, records, testimony
from frhearing.model.comment import CommentStatus, NewComment
from frhearing.model.errors import NotFound, Refused
from frhearing.model.letters import Signatures
from frhearing.model.tally import Petitions


@pytest.fixture
def office(tmp_path: Path):
    desk, hearing = open_hearing(tmp_path)
    with desk:
        record(desk, hearing, "Keep it.", name="Ada Example")
        yield desk, hearing


def test_signatures_never_become_comments(office, capsys: pytest.CaptureFixture[str]) -> None:
    desk, hearing = office
    made, _ = petitions.record_petition(
        desk,
        hearing,
        NewComment("We ask the Council to keep the pause.", organization="Block Club 9"),
        Signatures(420, 412),
    )
    tally = figures.tally(desk, hearing)
    assert (tally.on_record, tally.counted, tally.written) == (2, 2, 2)
    assert tally.petitions == Petitions(1, 420, 412, 0)
    facts = figures.tally_json(desk, hearing)
    found = facts["petitions"]
    assert (found["number"], found["signatures_claimed"], found["signatures_counted"]) == (1, 420, 412)
    assert (found["not_counted"], found["remaining"]) == (0, 412)
    print_tally(facts)
    assert "1 petition, 412 signatures counted (420 claimed); signatures are not comments." in capsys.readouterr().out
    [listed] = petitions.list_petitions(desk, hearing)
    assert (listed.id, listed.number, listed.sponsor) == (made, 2, "Block Club 9")
    assert listed.signatures == Signatures(420, 412)
    assert listed.text == "We ask the Council to keep the pause."
    desk.undo()
    assert petitions.list_petitions(desk, hearing) == []
    assert figures.tally(desk, hearing).petitions == Petitions()
    assert records.check(desk).ok


def test_a_comment_on_the_record_can_turn_out_to_be_a_petition_and_back(office) -> None:
    desk, hearing = office
    made, _ = petitions.make_petition(desk, 1, signatures=Signatures(30))
    assert figures.tally(desk, hearing).petitions == Petitions(1, 30, 0, 1)
    with pytest.raises(Refused, match=r"No\. 1 is a petition already"):
        petitions.make_petition(desk, 1)
    petitions.correct_petition(desk, made, sponsor="Ada Example", signatures=Signatures(30, 28))
    assert figures.tally(desk, hearing).petitions == Petitions(1, 30, 28, 0)
    testimony.set_status(desk, [1], CommentStatus.WITHDRAWN, "asked for")
    assert figures.tally(desk, hearing).petitions == Petitions()
    assert len(petitions.list_petitions(desk, hearing)) == 1
    petitions.not_a_petition(desk, made)
    assert petitions.list_petitions(desk, hearing) == []
    assert figures.tally(desk, hearing).on_record == 1
    with pytest.raises(NotFound):
        petitions.correct_petition(desk, made, sponsor="X", signatures=Signatures(1, 1))


def test_what_was_found_when_counting_is_told_and_adds_up(office, capsys: pytest.CaptureFixture[str]) -> None:
    desk, hearing = office
    petitions.make_petition(desk, 1, signatures=Signatures(420, 412, 9, 3, 40, "M. Oleson"))
    [listed] = petitions.list_petitions(desk, hearing)
    assert (listed.signatures.remaining, listed.signatures.counted_by) == (360, "M. Oleson")
    assert petitions.petition_of(desk, 1) == listed
    assert figures.tally(desk, hearing).petitions == Petitions(1, 420, 412, 0, 9, 3, 40)
    facts = figures.tally_json(desk, hearing)
    assert facts["petitions"]["remaining"] == 360
    assert facts["counted"] == 1
    print_tally(facts)
    exporting.export_json(desk, hearing, desk.folder / "record.json")
    [exported] = json.loads((desk.folder / "record.json").read_text(encoding="utf-8"))["petitions"]
    assert (exported["number"], exported["duplicates_found"], exported["counted_by"]) == (1, 9, "M. Oleson")
    told = "412 signatures counted (420 claimed), 9 duplicate, 3 unreadable, 40 outside the jurisdiction: 360 remain;"
    assert told in capsys.readouterr().out
    assert records.check(desk).ok


def test_what_makes_no_sense_is_refused_and_nothing_is_saved(office) -> None:
    desk, hearing = office
    for new, numbers in (
        (NewComment("", name="Ada"), Signatures()),
        (NewComment("We ask."), Signatures()),
        (NewComment("We ask.", name="Ada"), Signatures(claimed=-1)),
        (NewComment("We ask.", name="Ada"), Signatures(counted=-1)),
        (NewComment("We ask.", name="Ada"), Signatures(counted=10**18)),
        (NewComment("We ask.", name="Ada"), Signatures(claimed=40, duplicates=2)),
        (NewComment("We ask.", name="Ada"), Signatures(40, 38, 20, 10, 9)),
    ):
        with pytest.raises(Refused, match=r"Nothing was"):
            petitions.record_petition(desk, hearing, new, numbers)
    assert figures.tally(desk, hearing).on_record == 1
    made, _ = petitions.make_petition(desk, 1)
    with pytest.raises(Refused, match="name of its sponsor"):
        petitions.correct_petition(desk, made, sponsor=" ", signatures=Signatures())
    assert petitions.list_petitions(desk, hearing)[0].sponsor == "Ada Example"
