"""What stands between a hearing and a complete record."""

from frhearing.desk import testimony
from frhearing.desk.completeness import completeness
from frhearing.desk.desk import open_desk
from frhearing.desk.example import example_hearing
from frhearing.desk.hearings import create_hearing
from frhearing.model.comment import NewComment
from frhearing.model.hearing import NewHearing
from frhearing.model.position import Stance
from frhearing.model.question import NewQuestion


def open_checks(desk, hearing):
    return [check.text for check in completeness(desk, hearing) if not check.ok]


def test_a_hearing_without_question_and_comments_says_both(tmp_path):
    with open_desk(tmp_path) as desk:
        hearing, _ = create_hearing(desk, NewHearing("Alleys", "Works Committee", "2026-03-12"))
        assert open_checks(desk, hearing) == ["There are no comments yet", "There is no question yet"]


def test_the_last_tag_and_the_last_flag_make_it_complete(tmp_path):
    with open_desk(tmp_path) as desk:
        hearing, _ = create_hearing(
            desk, NewHearing("Alleys", "Works Committee", "2026-03-12", questions=(NewQuestion("Light them?"),))
        )
        one, _ = testimony.record_comment(desk, hearing, NewComment("Yes.", stances={1: Stance.SUPPORT}))
        two, _ = testimony.record_comment(desk, hearing, NewComment("No."))
        testimony.set_flag(desk, [one], True)
        assert open_checks(desk, hearing) == ["1 comment is not tagged", "1 comment needs review"]
        testimony.void_comment(desk, two, "typed twice")
        testimony.set_flag(desk, [one], False)
        assert open_checks(desk, hearing) == []


def test_the_example_has_its_speakers_times_and_says_what_is_open(tmp_path):
    with open_desk(tmp_path) as desk:
        checks = completeness(desk, example_hearing(desk))
    assert any(check.ok and "All 14 speakers" in check.text for check in checks)
    assert {check.jump for check in checks if not check.ok} == {
        "comments.to_tag:1", "comments.to_tag:2", "comments.to_tag:3", "comments.flagged",
    }  # fmt: skip
