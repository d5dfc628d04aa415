"""Form letters at the desk: suggested, confirmed, split, merged, answered once; no copy is ever lost or left out."""

import csv
import json
import random
from pathlib import Path

import pytest
from clerk import open_hearing, record
from letters_made import docket, edited, signed, text

from frhearing.cli.commands import main
from frhearing.desk import (
    arrivals,
    campaigns,
    codebook,
    coding,
    copies,
    digests,
    figures,
    hearings,
    importing,
    records,
    testimony,
)
from frhearing.desk.desk import Desk
from frhearing.model.comment import Channel, CommentStatus
from frhearing.model.errors import NotFound, Refused
from frhearing.model.filter import CommentFilter
from frhearing.model.letters import FormLetter, LetterType
from frhearing.model.position import Stance
from frhearing.model.tally import Scope

ADDED = "My grandson was stopped twice last year."


@pytest.fixture
def office(tmp_path: Path):
    """A hearing with one form letter sent eight times, one of them with own words, and two letters of their own."""
    desk, hearing = open_hearing(tmp_path)
    with desk:
        rng = random.Random(1)
        body = text(rng)
        for n in range(8):
            said = signed(rng, f"{body} {ADDED}" if n == 3 else body)
            record(desk, hearing, said, name=f"Sender {n}", external_id=f"X-{n}")
        record(desk, hearing, text(rng), name="Someone")
        record(desk, hearing, text(rng), name="Else", channel=Channel.IN_PERSON)
        yield desk, hearing


def types(desk: Desk, hearing: int) -> dict[int, str]:
    found = desk.store.rows("SELECT number, letter_type FROM comment WHERE hearing_id=? ORDER BY number", (hearing,))
    return {r["number"]: r["letter_type"] for r in found if r["letter_type"]}


def members(desk: Desk, hearing: int, name: str) -> list[int]:
    ids = testimony.list_ids(desk, hearing, CommentFilter(campaign=name, descending=False))
    return [testimony.get_comment(desk, one).number for one in ids]


def confirmed(desk: Desk, hearing: int, name: str = "") -> tuple[int, FormLetter]:
    [letter] = campaigns.suggest(desk, hearing)
    return campaigns.confirm(desk, hearing, letter, name)[0], letter


def test_a_suggestion_shows_master_members_and_own_words_and_changes_nothing(office) -> None:
    desk, hearing = office
    before = digests.record_digest(desk, hearing), len(records.audit_log(desk))
    [letter] = campaigns.suggest(desk, hearing)
    assert (letter.campaign_id, letter.name, letter.size) == (None, "Form A", 8)
    assert [copy.number for copy in letter.copies] == list(range(1, 9))
    assert [copy.external_id for copy in letter.copies] == [f"X-{n}" for n in range(8)]
    assert {copy.number: copy.own_words for copy in letter.with_own_words} == {4: ADDED}
    assert "Sender" not in letter.master
    assert "Sincerely" not in letter.master
    assert all(copy.similarity == 1 for copy in letter.copies if copy.number != 4)
    assert 0.9 < letter.copies[3].similarity < 1
    assert (digests.record_digest(desk, hearing), len(records.audit_log(desk))) == before


def test_confirming_is_one_step_with_method_and_undo(office) -> None:
    desk, hearing = office
    campaign, letter = confirmed(desk, hearing, "City Hall form")
    assert members(desk, hearing, "City Hall form") == list(range(1, 9))
    expected = dict.fromkeys(range(1, 9), "form_copy") | {letter.master_number: "form_master", 4: "form_plus"}
    assert types(desk, hearing) == expected
    [again] = campaigns.suggest(desk, hearing)
    assert (again.campaign_id, again.name, again.suggested) == (campaign, "City Hall form", ())
    assert again.method.startswith("form letters 2")
    assert again.copies[3].own_words == ADDED
    desk.undo()
    assert members(desk, hearing, "City Hall form") == []
    assert types(desk, hearing) == {}
    desk.redo()
    assert types(desk, hearing) == expected
    assert records.check(desk).ok


def test_every_copy_counts_unless_once_each_is_asked(office) -> None:
    desk, hearing = office
    assert figures.tally(desk, hearing).counted == 10
    confirmed(desk, hearing)
    every, once = figures.tally(desk, hearing), figures.tally(desk, hearing, Scope(once_each=True))
    assert (every.on_record, every.counted, dict(every.campaigns), every.distinct_texts) == (10, 10, {"Form A": 8}, 3)
    assert (once.on_record, once.counted, once.distinct_texts) == (10, 3, 3)
    testimony.set_status(desk, [1], CommentStatus.DISPUTED, "says she never sent it")
    testimony.set_status(desk, [2], CommentStatus.WITHDRAWN, "asked for")
    every = figures.tally(desk, hearing)
    assert (every.on_record, every.counted, every.outside_total, every.campaigns["Form A"]) == (10, 8, 2, 6)
    assert members(desk, hearing, "Form A") == list(range(1, 9))
    assert figures.tally(desk, hearing, Scope(once_each=True)).counted == 3


def test_what_comes_later_is_suggested_for_the_campaign_that_is_known(office) -> None:
    desk, hearing = office
    campaign, letter = confirmed(desk, hearing)
    late = signed(random.Random(9), f"{letter.master} And I mean it with all my heart.")
    assert arrivals.matcher(desk, hearing)(late) == campaign
    assert arrivals.matcher(desk, hearing)(text(random.Random(77))) is None
    record(desk, hearing, late, name="Late Sender")
    [known] = campaigns.suggest(desk, hearing)
    assert [(copy.number, copy.own_words) for copy in known.suggested] == [(11, "And I mean it with all my heart.")]
    assert campaigns.confirm(desk, hearing, known)[0] == campaign
    assert types(desk, hearing)[11] == "form_plus"
    assert types(desk, hearing)[letter.master_number] == "form_master"
    with pytest.raises(Refused, match="None of these letters is left"):
        campaigns.confirm(desk, hearing, known)


def test_letters_can_be_left_out_taken_out_and_are_then_left_alone(office) -> None:
    desk, hearing = office
    [letter] = campaigns.suggest(desk, hearing)
    campaigns.confirm(desk, hearing, letter, without=[8])
    assert members(desk, hearing, "Form A") == list(range(1, 8))
    campaigns.remove(desk, [4, 5])
    assert types(desk, hearing)[4] == types(desk, hearing)[5] == "unique"
    [again] = campaigns.suggest(desk, hearing)
    assert [copy.number for copy in again.suggested] == [8]
    campaigns.dismiss(desk, again)
    assert campaigns.suggest(desk, hearing)[0].suggested == ()
    campaigns.remove(desk, [1, 2, 3, 6, 7])
    assert campaigns.suggest(desk, hearing) == []
    for _ in range(2):
        desk.undo()
    assert members(desk, hearing, "Form A") == [1, 2, 3, 6, 7]
    assert len(testimony.list_ids(desk, hearing, CommentFilter())) == 10
    assert records.check(desk).ok


def test_names_are_free_or_refused_in_words(office) -> None:
    desk, hearing = office
    campaign, _ = confirmed(desk, hearing)
    rng = random.Random(4)
    body = text(rng)
    for _ in range(5):
        record(desk, hearing, signed(rng, body))
    fresh = next(one for one in campaigns.suggest(desk, hearing) if one.campaign_id is None)
    assert fresh.name == "Form B"
    with pytest.raises(Refused, match="Another form letter is called “Form A”"):
        campaigns.confirm(desk, hearing, fresh, "Form A")
    other, _ = campaigns.confirm(desk, hearing, fresh)
    for name, words in (("Form A", "Another form letter"), ("  ", "needs a name")):
        with pytest.raises(Refused, match=words):
            campaigns.rename(desk, other, name)
    campaigns.rename(desk, campaign, "Parks")
    campaigns.rename(desk, other, "Form A")
    assert {one.name: one.size for one in campaigns.suggest(desk, hearing)} == {"Parks": 8, "Form A": 5}
    with pytest.raises(NotFound):
        campaigns.rename(desk, 99, "X")


def test_split_and_merge_lose_no_letter_and_can_be_undone(office) -> None:
    desk, hearing = office
    campaign, letter = confirmed(desk, hearing)
    first = letter.master_number
    before = types(desk, hearing)
    made, _ = campaigns.split(desk, campaign, [first, 4, 5], "Form B")
    assert (members(desk, hearing, "Form A"), members(desk, hearing, "Form B")) == (
        sorted({*range(1, 9)} - {first, 4, 5}),
        sorted({first, 4, 5}),
    )
    masters = [number for number, kind in types(desk, hearing).items() if kind == LetterType.FORM_MASTER]
    assert len(masters) == 2
    with pytest.raises(Refused, match="all its letters"):
        campaigns.split(desk, made, [first, 4, 5], "Form C")
    with pytest.raises(Refused, match="Choose letters"):
        campaigns.split(desk, made, [9], "Form C")
    campaigns.merge(desk, campaign, [made])
    assert members(desk, hearing, "Form A") == list(range(1, 9))
    assert [number for number, kind in types(desk, hearing).items() if kind == "form_plus"] == [4]
    assert [one.name for one in campaigns.suggest(desk, hearing)] == ["Form A"]
    desk.undo()
    assert members(desk, hearing, "Form B") == sorted({first, 4, 5})
    desk.undo()
    assert types(desk, hearing) == before
    with pytest.raises(Refused, match="another form letter"):
        campaigns.merge(desk, campaign, [campaign])
    assert records.check(desk).ok


def test_the_same_words_twice_under_one_name_are_noted_and_still_stand(office) -> None:
    desk, hearing = office
    [letter] = campaigns.suggest(desk, hearing)
    said = testimony.comment_by_number(desk, hearing, 2)
    record(desk, hearing, said.text, name="sender  1")
    record(desk, hearing, said.text, name="Another Sender")
    confirmed(desk, hearing)
    assert types(desk, hearing)[11] == "exact_duplicate_same_person"
    assert types(desk, hearing)[12] == "form_copy"
    assert figures.tally(desk, hearing).campaigns == {letter.name: 10}


def test_one_answer_for_all_copies_leaves_own_words_to_read(office) -> None:
    desk, hearing = office
    confirmed(desk, hearing)
    privacy = codebook.list_themes(desk, hearing)[0].id
    resident = codebook.list_groups(desk)[0].id
    coding.set_stance(desk, [3], 1, Stance.OPPOSE)
    with pytest.raises(Refused, match="Tag this copy first"):
        copies.tag_all(desk, 1)
    with pytest.raises(Refused, match="not marked as a form letter"):
        copies.tag_all(desk, 9)
    coding.set_stance(desk, [1], 1, Stance.SUPPORT)
    coding.set_stance(desk, [1], 2, Stance.MIXED, condition="if it is written down")
    coding.toggle_theme(desk, [1], privacy)
    coding.set_group(desk, [1], resident)
    told = copies.foresee(desk, 1)
    assert (told.campaign, len(told.copies), told.to_read, told.kept) == ("Form A", 7, (4,), (3,))
    steps = len(records.audit_log(desk))
    copies.tag_all(desk, 1)
    assert len(records.audit_log(desk)) == steps + 1
    of = {n: testimony.comment_by_number(desk, hearing, n) for n in range(1, 11)}
    assert [of[n].stances.get(1) for n in range(1, 9)] == [
        Stance.OPPOSE if n == 3 else Stance.SUPPORT for n in range(1, 9)
    ]
    assert all(of[n].stances[2] is Stance.MIXED for n in range(1, 9))
    assert of[7].positions[-1].condition == "if it is written down"
    assert all(of[n].theme_ids == (privacy,) for n in range(1, 9))
    assert [n for n in of if of[n].flagged] == [4]
    assert [n for n in of if of[n].group_id == resident] == [1]
    assert all(not of[n].stances and not of[n].theme_ids for n in (9, 10))
    assert copies.tag_all(desk, 1).nothing
    desk.undo()
    assert testimony.comment_by_number(desk, hearing, 4).stances == {}
    assert not testimony.comment_by_number(desk, hearing, 4).flagged
    assert records.check(desk).ok


def test_a_certified_record_is_left_alone(office) -> None:
    desk, hearing = office
    [letter] = campaigns.suggest(desk, hearing)
    with desk.store.action("certified", "", hearing) as writing:
        writing.act.update("hearing", hearing, status="certified")
    with pytest.raises(Refused, match="certified and locked"):
        campaigns.confirm(desk, hearing, letter)
    assert campaigns.suggest(desk, hearing)[0].size == 8


@pytest.mark.parametrize("seed", range(3))
def test_whatever_is_done_to_form_letters_every_comment_stays(tmp_path: Path, seed: int) -> None:
    """Random suggestions, confirmations, splits, merges and undos: the record and its counts hold all the time."""
    rng = random.Random(seed)
    desk, hearing = open_hearing(tmp_path)
    texts = docket(seed, campaigns=3, letters=60)[0]
    with desk:
        for said in texts:
            record(desk, hearing, said, name=f"Sender {rng.randrange(40)}")

        def act() -> None:
            found = campaigns.suggest(desk, hearing)
            known = [one for one in found if one.campaign_id is not None]
            letter = rng.choice(found)
            some = [c.comment_id for c in rng.sample(letter.copies, rng.randint(1, letter.size))]
            step = rng.choice(["confirm", "confirm", "split", "merge", "remove", "rename", "undo", "dismiss"])
            if step == "confirm":
                campaigns.confirm(desk, hearing, letter, without=some[: rng.randint(0, 3)])
            elif step == "split" and letter.campaign_id is not None:
                campaigns.split(desk, letter.campaign_id, some, f"Split {rng.random()}")
            elif step == "merge" and len(known) > 1 and known[0].campaign_id and known[1].campaign_id:
                campaigns.merge(desk, known[0].campaign_id, [known[1].campaign_id])
            elif step == "remove":
                campaigns.remove(desk, some[:2])
            elif step == "rename" and letter.campaign_id is not None:
                campaigns.rename(desk, letter.campaign_id, f"Name {rng.random()}")
            elif step == "dismiss" and rng.random() < 0.3:
                campaigns.dismiss(desk, letter)
            elif step == "undo" and desk.undo_step and desk.undo_step.kind != "comment":
                desk.undo()

        for _ in range(40):
            if not campaigns.suggest(desk, hearing):
                break
            try:
                act()
            except Refused:
                continue
            every, once = figures.tally(desk, hearing), figures.tally(desk, hearing, Scope(once_each=True))
            assert every.on_record == every.counted == len(texts)
            in_campaigns = sum(every.campaigns.values())
            assert once.counted == len(texts) - in_campaigns + len(every.campaigns)
            listed = campaigns.suggest(desk, hearing)
            numbers = [copy.number for one in listed for copy in one.copies]
            assert len(numbers) == len(set(numbers))
            assert sum(copy.confirmed for one in listed for copy in one.copies) == in_campaigns
        assert [testimony.comment_by_number(desk, hearing, n + 1).text for n in range(len(texts))] == texts
        assert records.check(desk).ok


def test_what_the_clerk_puts_right_is_nobodys_own_words(tmp_path: Path) -> None:
    desk, hearing = open_hearing(tmp_path)
    rng = random.Random(3)
    body = text(rng)
    rows = [["Name", "Comment"], *([f"Sender {n}", body if n else f"{body} {ADDED}"] for n in range(5))]
    path = tmp_path / "form.csv"
    with path.open("w", encoding="utf-8", newline="") as out:
        csv.writer(out).writerows(rows)
    with desk:
        importing.add(desk, importing.read_files(desk, hearing, [path]))
        ids = {testimony.get_comment(desk, one).name: one for one in testimony.list_ids(desk, hearing, CommentFilter())}
        testimony.edit_text(desk, ids["Sender 2"], f"{body} [A page that was not legible is added here.]", "page 2")
        [letter] = campaigns.suggest(desk, hearing)
        assert {copy.name: bool(copy.own_words) for copy in letter.copies} == {f"Sender {n}": n == 0 for n in range(5)}


def test_a_letter_lies_beside_its_master(office) -> None:
    desk, hearing = office
    _, letter = confirmed(desk, hearing)
    found = campaigns.difference(desk, letter.master, 4)
    assert found.own_words == ADDED
    assert "".join(piece.text for piece in found.letter) == testimony.get_comment(desk, 4).text
    with pytest.raises(NotFound):
        campaigns.difference(desk, letter.master, 99)


def test_groups_on_the_command_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    desk, hearing = open_hearing(tmp_path)
    rng = random.Random(3)
    body = text(rng)
    with desk:
        for n in range(6):
            record(desk, hearing, edited(rng, body, 2 if n == 5 else 1), name=f"Sender {n}", external_id=f"E{n}")
        for _ in range(2):
            record(desk, hearing, text(rng))

    def groups(*more: str) -> list[dict[str, object]]:
        assert main(["groups", "--hearing", str(hearing), "--data", str(tmp_path), "--json", *more]) == 0
        return json.loads(capsys.readouterr().out)

    [plain] = groups()
    assert list(plain) == ["id", "size", "master", "members"]
    assert all(list(one) == ["number", "external_id", "similarity", "own_words"] for one in plain["members"])
    [suggested] = groups("--details")
    assert plain == {key: suggested[key] for key in plain if key != "members"} | {"members": plain["members"]}
    assert (suggested["size"], suggested["confirmed"]) == (6, False)
    assert [m["external_id"] for m in suggested["members"]] == [f"E{n}" for n in range(6)]
    assert [m["number"] for m in suggested["members"]] == [1, 2, 3, 4, 5, 6]
    assert [bool(m["own_words"]) for m in suggested["members"]] == [False] * 5 + [True]
    assert all(0 < m["similarity"] <= 1 for m in suggested["members"])
    with open_hearing_again(tmp_path) as desk:
        confirmed(desk, hearing)
        testimony.set_status(desk, [2], CommentStatus.DISPUTED, "says he never sent it")
    [known] = groups("--details")
    assert (known["confirmed"], known["name"], known["size"]) == (True, "Form A", 6)
    assert [m["status"] for m in known["members"]] == ["accepted", "disputed", *["accepted"] * 4]
    assert main(["groups", "--hearing", str(hearing), "--data", str(tmp_path)]) == 0
    assert "Form A: 6 letters, confirmed, 1 with words of the sender's own" in capsys.readouterr().out
    assert main(["groups", "--hearing", "nope", "--data", str(tmp_path)]) == 1


def open_hearing_again(folder: Path) -> Desk:
    from frhearing.desk.desk import open_desk

    desk = open_desk(folder)
    assert hearings.list_hearings(desk)
    return desk
