"""What is typed at the table: a walk-in in one line, notes with marks, abbreviations; and the finished example."""

from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from hall import Hall

from frhearing.desk import codebook, summaries, testimony
from frhearing.desk.desk import open_desk
from frhearing.desk.example import load_example
from frhearing.desk.live import registering, shorthand, showing
from frhearing.desk.live.room import Live
from frhearing.desk.records import check
from frhearing.model.errors import Refused
from frhearing.model.live.deadline import moments
from frhearing.model.live.notes import read_note, written_out
from frhearing.model.live.quick import read_line
from frhearing.model.live.states import Mode, Wish
from frhearing.model.position import Stance
from frhearing.store import live as stored

GROUPS = ("Resident", "Police union", "Advocacy group")


def test_a_walk_in_in_one_line() -> None:
    new, chips = read_line("Xee Moua, resident, oppose", GROUPS)
    assert new is not None
    assert (new.names, new.residency, new.stances) == (("Xee Moua",), "resident", {1: Stance.OPPOSE})
    assert [c.field for c in chips] == ["names", "residency", "stance"]


@pytest.mark.parametrize(
    ("part", "field", "value"),
    [
        ("s", "stance", "support"),
        ("Against", "stance", "oppose"),
        ("remote", "mode", "remote"),
        ("not speaking", "wish", "register_only"),
        ("questions", "wish", "answer_questions"),
        ("interpreter Hmong", "interpreter", "Hmong"),
        ("Spanish interpreter", "interpreter", "Spanish"),
        ("slip 14", "slip", "14"),
        ("#14", "slip", "14"),
        ("pol", "group", "Police union"),
        ("for the Block Club", "organization", "the Block Club"),
        ("Block Club", "organization", "Block Club"),
        ("read by Di Roe", "read_by", "Di Roe"),
        ("child care", "early_leave", "child_care"),
        ("panel Westside", "panel", "Westside"),
        ("as union president", "capacity", "union president"),
        ("speaking as a parent", "capacity", "a parent"),
        ("needs a chair", "accommodation", "a chair"),
    ],
)
def test_parts_of_the_line(part: str, field: str, value: str) -> None:
    new, chips = read_line(f"Ana Ruiz & Bo Lee, {part}", GROUPS)
    assert new is not None
    assert new.names == ("Ana Ruiz", "Bo Lee")
    assert (chips[1].field, chips[1].value, chips[1].words) == (field, value, part)
    assert str(getattr(new, field, new.stances.get(1))) == value


def test_no_name_is_no_slip() -> None:
    assert read_line("", GROUPS) == (None, ())
    assert read_line(", oppose", GROUPS)[0] is None


def test_the_line_signs_in(data_folder: Path) -> None:
    with Hall(data_folder) as room:
        new, _ = read_line("Ana Ruiz, remote, s, read by Di Roe")
        assert new is not None
        made = registering.register(room.live, new)
        assert (made.slip, room.slip(1).mode, room.slip(1).wish) == (1, Mode.REMOTE, Wish.READ_BY_PROXY)


def test_marks_in_a_note() -> None:
    note = read_note("/o wants “a rule first” #4 and #2 #4, not /x or a/s or #10")
    assert (note.stance, note.themes, note.quotes) == (Stance.OPPOSE, (4, 2), ("a rule first",))
    assert note.text == "wants “a rule first” #4 and #2 #4, not /x or a/s or #10"


def test_abbreviations_are_the_offices_own(data_folder: Path) -> None:
    with open_desk(data_folder) as desk:
        assert shorthand.listed(desk) == ""
        shorthand.set_abbreviations(desk, "FPC = Fire and Police Commission\n\n  Ald. = Alderperson ")
        for line in ("FPC", "two words = x", "= x", "FPC =", "FPC = one\nFPC = another"):
            with pytest.raises(Refused, match="Line"):
                shorthand.set_abbreviations(desk, line)
    with open_desk(data_folder) as desk:
        assert shorthand.listed(desk) == "Ald. = Alderperson\nFPC = Fire and Police Commission"
        assert check(desk).ok
        known = shorthand.abbreviations(desk)
    assert written_out("the FPC", known) == ("FPC", "Fire and Police Commission")
    assert written_out("the FPC.", known) == ("FPC.", "Fire and Police Commission.")
    assert written_out("and Ald.", known) == ("Ald.", "Alderperson")
    for other in ("fpc", "XFPC", "#FPC", "FPC ", "", "non-FPC"):
        assert written_out(other, known) is None


def test_a_note_is_stamped_when_typing_began_and_tags_the_testimony(hall: Callable[..., Hall]) -> None:
    room = hall()
    codebook.add_theme(room.desk, room.hearing_id, "Oversight")
    room.sign(1, stance="support")
    room.do("call")
    room.do("start")
    room.do("note", after=30, text="changed sides /o #1 #7", since="2026-02-06T00:00:09.000Z")
    comment = testimony.comment_by_number(room.desk, room.hearing_id, 1)
    assert comment.stances[1] is Stance.OPPOSE
    assert len(comment.theme_ids) == 1
    note = next(r for r in stored.events(room.desk.store, room.hearing_id) if r["kind"] == "clerk_note")
    assert note["at"] == "2026-02-06T00:00:09.000Z"
    assert note["slip"] == 1
    assert "empty" in room.refused("note", text="   ")


def test_who_comes_only_to_answer_questions(hall: Callable[..., Hall]) -> None:
    room = hall()
    room.sign(1, 2, wish="answer_questions", stance="neutral")
    room.sign(3)
    room.do("next")
    assert room.slip(3).status == "called", "not in the line"
    room.do("no_show")
    room.speak(2)
    room.do("close")
    assert (room.counts["heard"], room.counts["registered_only"], room.counts["no_show"]) == (1, 1, 1)
    assert room.slip(1).number is not None


def test_the_finished_example_reads_as_a_held_hearing(tmp_path: Path) -> None:
    hearing_id = load_example(tmp_path)
    with open_desk(tmp_path, writing=False) as desk:
        live = Live(desk, hearing_id)
        counts = showing.counts(live)
        assert counts.holds
        assert counts.heard == len(showing.result(live)["turns"]) > 0
        figures = showing.equal_treatment(live)
        assert sum(one.turns for one in figures["stance"].values()) == counts.heard


@pytest.mark.parametrize(
    ("written", "hour", "minute"),
    [("6:40 PM", 18, 40), ("6:40 p.m.", 18, 40), ("12 am", 0, 0), ("12:05PM", 12, 5), ("18:40", 18, 40)],
)
def test_a_time_of_day_is_read_as_clerks_write_it(written, hour, minute) -> None:
    at = moments(written, "2026-02-05", "UTC")[0]
    assert (at.hour, at.minute) == (hour, minute)


def test_a_name_is_known_from_slips_that_were_never_heard(hall: Callable[..., Hall]) -> None:
    room = hall()
    room.do("register", slip=1, names=["Xee Moua"], organization="Hmong Families", group="Residents")
    room.do("register", slip=2, names=["Xander Pair", "Bo Pair"])
    room.do("register", slip=3, names=["Xena Voided"])
    room.do("undo")
    known = testimony.known_names(room.desk, "xe")
    assert [(one.name, one.organization, one.group) for one in known] == [("Xee Moua", "Hmong Families", "Residents")]
    assert testimony.known_names(room.desk, "xa") == []
    room.speak(1)
    assert len(testimony.known_names(room.desk, "Xee M")) == 1


def test_what_is_quoted_in_a_note_is_the_text_and_a_key_quote_of_the_testimony(hall: Callable[..., Hall]) -> None:
    room = hall()
    room.sign(1)
    room.do("call")
    room.do("start")
    room.do("note", text='Brother shot; "if there is a picture" he says, “one phone call”')
    room.do("note", text="again “one phone call” and “no memo”")
    room.do("note", text="“not for everyone”", access="medical")
    room.do("end", after=30)
    comment = testimony.comment_by_number(room.desk, room.hearing_id, 1)
    assert comment is not None
    assert comment.text == "“if there is a picture”\n“one phone call”\n“no memo”"
    quotes = [(p.text, comment.text[p.start : p.end], p.key_quote, p.lost) for p in comment.passages]
    assert quotes == [(text, text, True, False) for text in ("if there is a picture", "one phone call", "no memo")]
    checks = summaries.summary_checks(room.desk, room.hearing_id)
    assert [(c.ok, c.detail) for c in checks if "quote" in c.text] == [(True, "3 quotes checked letter for letter")]
    printed = summaries.make_summary(room.desk, room.hearing_id, summaries.PrintOptions())
    text = " ".join(page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(printed.pdf))
    assert "one phone call" in text
    assert "noted as it was said" not in text
    assert check(room.desk).ok
    for _ in range(3):
        room.do("undo")
    comment = testimony.comment_by_number(room.desk, room.hearing_id, 1)
    assert comment is not None
    assert comment.text == "“if there is a picture”\n“one phone call”"
    assert check(room.desk).ok
