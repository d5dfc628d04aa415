"""What a file says of whether a comment stands is taken over, or said in words; nothing is counted in silence."""

from pathlib import Path

import pytest

from frhearing.desk import exporting, figures, importing, records, testimony
from frhearing.desk.desk import Desk
from frhearing.desk.hearings import create_hearing
from frhearing.intake.mapping import read_map
from frhearing.model.comment import Channel, CommentStatus, NewComment, Timeliness
from frhearing.model.errors import ClerkError
from frhearing.model.filter import CommentFilter
from frhearing.model.hearing import NewHearing
from frhearing.model.position import Stance
from frhearing.model.question import NewQuestion


def new_hearing(desk: Desk) -> int:
    asked = (NewQuestion("Keep the pause?", "keep", "lift"),)
    return create_hearing(desk, NewHearing("Pause", "Common Council", "2026-02-26", questions=asked))[0]


@pytest.fixture
def hearing(desk: Desk) -> int:
    made = new_hearing(desk)
    standings = [Timeliness.TIMELY] * 6 + [Timeliness.LATE_ACCEPTED, Timeliness.LATE_NOT_CONSIDERED]
    ids = []
    for n, timeliness in enumerate(standings):
        stance = {1: Stance.SUPPORT if n % 2 else Stance.OPPOSE}
        channel = Channel.IN_PERSON if n == 4 else Channel.EMAIL
        new = NewComment(f"Words of voice {n}.", f"Voice {n}", channel=channel, timeliness=timeliness, stances=stance)
        ids.append(testimony.record_comment(desk, made, new)[0])
    testimony.set_status(desk, [ids[0]], CommentStatus.WITHDRAWN, "asked for it by telephone")
    testimony.set_status(desk, [ids[1]], CommentStatus.DISPUTED, "says it is not hers")
    testimony.set_status(desk, [ids[2]], CommentStatus.RESTRICTED, "a minor")
    return made


def bring(desk: Desk, hearing: int, path: Path, **settings) -> importing.ImportResult:
    return importing.add(desk, importing.read_files(desk, hearing, [path], **settings))[0]


def comments(desk: Desk, hearing: int):
    ids = testimony.list_ids(desk, hearing, CommentFilter(descending=False))
    return [testimony.get_comment(desk, one) for one in ids]


@pytest.mark.parametrize("ending", ["csv", "json"])
def test_an_export_comes_back_with_the_same_counts(desk, hearing, tmp_path, ending):
    path = tmp_path / f"record.{ending}"
    (exporting.export_csv if ending == "csv" else exporting.export_json)(desk, hearing, path)
    other = new_hearing(desk)
    before = figures.tally_json(desk, other)
    result = bring(desk, other, path)
    assert result.added == 8
    was, now = figures.tally_json(desk, hearing), figures.tally_json(desk, other)
    assert {name: was[name] for name in was if name != "hearing"} == {
        name: now[name] for name in now if name != "hearing"
    }
    first, second = comments(desk, hearing), comments(desk, other)
    assert [(c.status, c.status_reason, c.timeliness) for c in first] == [
        (c.status, c.status_reason, c.timeliness) for c in second
    ]
    assert records.check(desk).ok
    desk.undo()
    assert figures.tally_json(desk, other) == before
    assert records.check(desk).ok


def test_what_an_export_holds_beyond_that_is_named(desk, hearing, tmp_path):
    path = tmp_path / "record.csv"
    exporting.export_csv(desk, hearing, path)
    lines = path.read_text("utf-8").splitlines()
    at = lines[0].split(",").index("themes")
    cells = lines[1].split(",")
    cells[at] = "Safety"
    path.write_text("\n".join([lines[0], ",".join(cells), *lines[2:]]), "utf-8")
    result = bring(desk, new_hearing(desk), path)
    assert any("themes" in part and "not taken over" in part for part in result.not_read)


def test_a_status_in_unknown_words_is_said_and_never_silent(desk, hearing, tmp_path):
    path = tmp_path / "portal.csv"
    path.write_text(
        "Name,Comment,Status\nJane Roe,Keep it going please.,Routed\nPat Doe,Lift it now please.,Desk 4\n", "utf-8"
    )
    plan = importing.read_files(desk, hearing, [path])
    assert any("“Status” (Routed, Desk 4)" in part and "all rows count" in part for part in plan.not_read)
    path.write_text(
        "Name,Comment,Status\nJane Roe,Keep it going.,Retracted\nPat Doe,Lift it now.,Posted\nSam Poe,Hm.,Odd\n",
        "utf-8",
    )
    plan = importing.read_files(desk, hearing, [path])
    assert [one.status for one in plan.sources[0].incoming] == ["withdrawn", "accepted", "accepted"]
    assert [one.sentence for one in plan.problems] == ["status “Odd” has no code; it counts as accepted"]
    assert not plan.not_read
    importing.add(desk, plan)
    assert comments(desk, hearing)[-3].status_reason == "“Retracted” in “portal.csv”, row 2"


def test_a_mapping_names_status_and_may_leave_a_field_out(desk, hearing, tmp_path):
    path = tmp_path / "portal.csv"
    path.write_text("Name,Comment,State\nJane Roe,Keep it going.,gone\nPat Doe,Lift it now.,here\n", "utf-8")
    given = read_map(
        '{"columns": {"text": "Comment", "name": null, "status": "State"},'
        ' "values": {"status": {"gone": "withdrawn", "here": "accepted"}}}'
    )
    assert "name" not in given.columns
    bring(desk, hearing, path, mapping=given)
    found = comments(desk, hearing)[-2:]
    assert [c.status for c in found] == [CommentStatus.WITHDRAWN, CommentStatus.ACCEPTED]
    assert [c.name for c in found] == ["", ""]


def test_a_mapping_to_a_question_that_is_not_there_is_refused_by_its_name(desk, hearing, tmp_path):
    path = tmp_path / "letters.csv"
    path.write_text("Comment,Vote\n" + "".join(f"Words of {n} here.,yes\n" for n in range(9)), "utf-8")
    given = read_map('{"columns": {"text": "Comment", "stance:9": "Vote"}}')
    with pytest.raises(ClerkError, match="“stance:9”, but the hearing has no question 9"):
        bring(desk, hearing, path, mapping=given)
    path.write_text(
        "Comment,Position,Position 3\n" + "".join(f"Words of {n} here.,yes,no\n" for n in range(9)), "utf-8"
    )
    plan = importing.read_files(desk, hearing, [path])
    assert [part for part in plan.not_read if "no question 3" in part] == plan.not_read
    assert len(plan.not_read) == 1
    assert not plan.problems
