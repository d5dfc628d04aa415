"""Many files of many kinds: attachments, rows set right in the preview, late ones, folders, ZIPs, transcripts."""

import errno
import os
import sys
import zipfile
from email.message import EmailMessage
from pathlib import Path

import pytest
from dying import killed, points
from test_importing import KILLED

from frhearing.desk import hearings, import_looking, importing, records, testimony, transcripts
from frhearing.desk.desk import Desk, open_desk
from frhearing.model.comment import Channel, Timeliness
from frhearing.model.errors import Cancelled, DiskFault
from frhearing.model.filter import CommentFilter
from frhearing.model.hearing import NewHearing
from frhearing.model.position import Stance
from frhearing.model.question import NewQuestion
from frhearing.model.rules import RuleSet

LETTER = "I have lived here for thirty years and I ask you to keep the lights on.\n"


@pytest.fixture
def hearing(desk: Desk) -> int:
    new = NewHearing("Lights", "Common Council", "2026-02-26", questions=(NewQuestion("Keep the lights on?"),))
    return hearings.create_hearing(desk, new)[0]


def mail(name: str, text: str, *attached: tuple[str, bytes], date: str = "Mon, 23 Feb 2026 10:00:00 -0600") -> bytes:
    made = EmailMessage()
    made["From"] = f"{name} <{name.split()[0].lower()}@example.org>"
    made["To"] = "clerk@example.org"
    made["Subject"] = "Lights"
    made["Date"] = date
    made.set_content(text)
    for file, data in attached:
        kind = ("text", "plain") if file.endswith(".txt") else ("image", "png")
        made.add_attachment(data, maintype=kind[0], subtype=kind[1], filename=file)
    return bytes(made)


def put(folder: Path, name: str, data: bytes | str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def comments(desk: Desk, hearing: int):
    ids = testimony.list_ids(desk, hearing, CommentFilter(descending=False))
    return [testimony.get_comment(desk, one) for one in ids]


def kept(desk: Desk) -> int:
    return len(list(desk.files.files.iterdir()))


def test_what_came_with_a_letter_is_kept_with_its_comment(desk: Desk, hearing: int, tmp_path: Path) -> None:
    picture = b"\x89PNG\r\n\x1a\n" + bytes(200)
    path = put(tmp_path, "a.eml", mail("Jane Roe", LETTER, ("../../lights.png", picture), ("CON", picture)))
    plan = importing.read_files(desk, hearing, [path])
    spool = plan.spool.path
    assert len(list(spool.iterdir())) == 1
    result, _ = importing.add(desk, plan)
    (made,) = comments(desk, hearing)
    attached = testimony.attachments(desk, made.id)
    assert [len(attached), result.added, made.text.strip()] == [2, 1, LETTER.strip()]
    assert all(Path(one.path).read_bytes() == picture for one in attached)
    assert all(Path(one.path).parent == desk.files.files for one in attached)
    assert records.check(desk).ok
    del plan
    assert not spool.exists()
    desk.undo()
    assert comments(desk, hearing) == []
    assert testimony.attachments(desk, made.id) == []
    desk.redo()
    assert len(testimony.attachments(desk, made.id)) == 2
    assert records.check(desk).ok


def test_a_letter_that_only_points_to_its_attachment_is_the_attachment(
    desk: Desk, hearing: int, tmp_path: Path
) -> None:
    path = put(tmp_path, "a.eml", mail("Jane Roe", "Please see attached.\n", ("letter.txt", LETTER.encode())))
    plan = importing.read_files(desk, hearing, [path])
    assert any("only points to an attachment" in note for note in plan.notes)
    assert plan.problems == []
    (source,) = plan.sources
    beside = importing.ColumnMap(
        {name: columns for name, columns in source.mapping.columns.items() if name != "attached_text"}
    )
    other = importing.replan(desk, plan, importing.Choices(mappings={source.fingerprint: beside}))
    assert other.sources[0].incoming[0].comment.text.strip() == "Please see attached."
    assert [one.sentence for one in other.problems] == ["the text points to “letter.txt”, kept with it"]
    importing.add(desk, plan)
    (made,) = comments(desk, hearing)
    assert LETTER.strip() in made.text
    assert "Please see attached." in testimony.attachments(desk, made.id)[0].note
    again = importing.read_files(desk, hearing, [put(tmp_path, "b.eml", mail("Bo Doe", "See the attachment, please."))])
    assert [one.sentence for one in again.problems] == ["the text speaks of an attachment, which is not in this file"]


def test_rows_are_set_right_before_they_are_added(desk: Desk, hearing: int, tmp_path: Path) -> None:
    rows = "Name,Received,Position,Comment\nJane,2/30/2026,unclear,I ask you to think.\nBo,2/3/2026,yes,\nCy,,no,No.\n"
    path = put(tmp_path, "rows.csv", rows)
    plan = importing.read_files(desk, hearing, [path])
    looked = import_looking.rows_to_look_at(plan)
    assert [[problem.kind for problem in one.problems] for one in looked] == [
        ["date", "no_code"],
        ["no_text"],
        ["undated"],
    ]
    edits = {
        looked[0].key: importing.RowEdit(
            name="Jane Roe", received="Feb 20", received_at="2026-02-20T18:00:00Z", stances={1: Stance.MIXED}
        ),
        looked[1].key: importing.RowEdit(text="Typed from the page."),
        looked[2].key: importing.RowEdit(left_out=True),
    }
    edited = import_looking.with_edits(plan, edits)
    assert edited.problems == []
    assert (edited.new, len(edited.refused), edited.read) == (2, 1, 3)
    result, _ = importing.add(desk, edited)
    assert result.to_json()["files"] == [
        {"file": "rows.csv", "read": 3, "added": 2, "already_here": 0, "refused": 1, "not_read": []}
    ]
    assert [(row.row, row.reason) for row in importing.refused_rows(desk, result.batch_id)] == [
        (4, "left out by the clerk")
    ]
    jane, bo = comments(desk, hearing)
    assert (jane.name, jane.received_at, jane.received_as_written) == ("Jane Roe", "2026-02-20T18:00:00Z", "2/30/2026")
    assert (jane.stances, jane.timeliness) == ({1: Stance.MIXED}, Timeliness.TIMELY)
    assert (bo.text, bo.stances) == ("Typed from the page.", {1: Stance.SUPPORT})
    assert records.check(desk).ok
    again = importing.read_files(desk, hearing, [path])
    assert (again.new, again.already_here) == (1, 2)  # only the one that was left out
    assert not any(problem.kind == "changed" for problem in again.problems)


def test_late_ones_by_the_rule_of_the_hearing(desk: Desk, hearing: int, tmp_path: Path) -> None:
    rows = "Name,Received,Comment\nA,2026-02-25 15:59,In time.\nB,2026-02-25 16:01,Late.\nC,,No date.\n"
    path = put(tmp_path, "rows.csv", rows)
    hearings.set_rules(desk, hearing, RuleSet(written_until="2026-02-25T16:00:00-06:00"))
    plan = importing.read_files(desk, hearing, [path])
    assert [(one.row, one.sentence) for one in plan.problems] == [
        (3, "came after the deadline: late, accepted"),
        (4, "undated"),
    ]
    other = importing.replan(desk, plan, importing.Choices(late=Timeliness.LATE_NOT_CONSIDERED))
    assert other.sources[0].incoming[1].comment.timeliness is Timeliness.LATE_NOT_CONSIDERED
    timed = import_looking.with_edits(plan, {("rows.csv", 4): importing.RowEdit(timeliness=Timeliness.LATE_ACCEPTED)})
    importing.add(desk, timed)
    assert [one.timeliness for one in comments(desk, hearing)] == [
        Timeliness.TIMELY,
        Timeliness.LATE_ACCEPTED,
        Timeliness.LATE_ACCEPTED,
    ]
    for rule, late in (("2026-02-25", 0), ("the end of Wednesday", 0), ("2026-02-24", 2), ("", 0)):
        hearings.set_rules(desk, hearing, RuleSet(written_until=rule, late_card="refuse"))
        plan = importing.read_files(desk, hearing, [put(tmp_path, "other.csv", rows.replace("Comment", "Letter"))])
        told = [one.comment.timeliness for one in plan.sources[0].incoming]
        assert told.count(Timeliness.LATE_NOT_CONSIDERED) == late
        assert any("no date" in note for note in plan.notes) is (rule == "the end of Wednesday")


def test_who_wrote_before_is_hinted_at_and_never_joined(desk: Desk, hearing: int, tmp_path: Path) -> None:
    first = put(tmp_path, "a.csv", "Name,Email,Comment\nJane Roe,jane@example.org,No.\nBo Doe,,No again.\n")
    importing.add(desk, importing.read_files(desk, hearing, [first]))
    second = put(tmp_path, "b.csv", "Name,Email,Statement\njane  roe,JANE@example.org,Still no.\nBo Doe,,No.\n")
    plan = importing.read_files(desk, hearing, [second])
    assert [one.sentence for one in plan.problems] == ["jane  roe also wrote No. 1"]
    assert importing.add(desk, plan)[0].added == 2


def test_folders_and_zips_and_files_of_one_name(desk: Desk, hearing: int, tmp_path: Path) -> None:
    drop = tmp_path / "drop"
    for ward in ("one", "two"):
        put(drop, f"{ward}/letter.txt", f"{LETTER}From ward {ward}.")
    put(drop, ".DS_Store", b"\x00\x01")
    with zipfile.ZipFile(drop / "mails.zip", "w") as packed:
        packed.writestr("inbox/a.eml", mail("Ana Ruiz", LETTER))
        packed.writestr("inbox/b.eml", mail("Bo Quist", LETTER, date="not a date at all"))
        packed.writestr("__MACOSX/inbox/._a.eml", b"junk")
    names = [drop / "one" / "letter.txt", drop / "two" / "letter.txt"]
    same = importing.read_files(desk, hearing, names)
    assert [reading.file for reading in same.readings] == ["one › letter.txt", "two › letter.txt"]
    plan = importing.read_files(desk, hearing, [drop])
    assert (plan.new, len({source.fingerprint for source in plan.sources})) == (4, 2)
    assert [kind.new for kind in plan.kinds] == [2, 2]
    assert any(".DS_Store" in part for part in plan.not_read)
    assert any("__MACOSX" in part for part in plan.not_read)
    result, _ = importing.add(desk, plan)
    per_file = {one.file: one for one in result.per_file}
    assert per_file["drop › mails.zip"].read == 0
    assert per_file["drop › mails.zip › inbox/b.eml"].added == 1
    assert sum(one.read for one in result.per_file) == result.read == 4
    assert kept(desk) == 5  # the ZIP too: it is what was received
    assert len({one.source_file for one in comments(desk, hearing)}) == 4
    for again in ([drop], [drop / "mails.zip"], [drop / "one"]):
        later = importing.read_files(desk, hearing, again)
        assert later.new == 0
        assert later.already_here > 0
    assert records.check(desk).ok


def test_a_pipe_among_the_files_is_named_and_not_waited_for(desk: Desk, hearing: int, tmp_path: Path) -> None:
    if not hasattr(os, "mkfifo"):
        pytest.skip("this system has no named pipes")
    os.mkfifo(tmp_path / "pipe.csv")
    rows = put(tmp_path, "rows.csv", "Name,Comment\nAna,Keep it open.\n")
    plan = importing.read_files(desk, hearing, [tmp_path / "pipe.csv", rows])
    assert plan.new == 1
    assert plan.parts_not_read == ["“pipe.csv” (no file but a pipe or a device)"]


def test_half_a_copy_does_not_keep_a_full_disk_full(
    desk: Desk, hearing: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan = importing.read_files(desk, hearing, [put(tmp_path, "rows.csv", "Name,Comment\nAna,Keep it open.\n")])

    def full(_number: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as disk:
        disk.setattr(os, "fsync", full)
        with pytest.raises(DiskFault, match="Nothing was imported"):
            importing.add(desk, plan)
    assert list(desk.files.files.iterdir()) == []
    assert importing.add(desk, plan)[0].added == 1


def test_encodings_of_several_files_are_answered_at_once(desk: Desk, hearing: int, tmp_path: Path) -> None:
    paths = [put(tmp_path, f"{n}.txt", f"¡No! Señor {n}, no está bien.".encode("cp1252")) for n in range(4)]
    paths.append(put(tmp_path, "plain.txt", LETTER))
    plan = importing.read_files(desk, hearing, paths)
    assert (len(plan.questions), plan.new) == (4, 1)
    assert importing.foresee(plan).added == 1
    answers = dict.fromkeys([question.file for question in plan.questions[:3]], "cp1252")
    answered = importing.answer(desk, plan, answers)
    assert (len(answered.questions), answered.new) == (1, 4)
    left = importing.leave_out(desk, answered, [answered.questions[0].file])
    assert (left.questions, left.new) == ((), 4)
    assert "left out by the clerk" in left.files_not_read[0]
    importing.add(desk, left)
    assert [one.text[:12] for one in comments(desk, hearing)] == [
        "¡No! Señor 0",
        "¡No! Señor 1",
        "¡No! Señor 2",
        LETTER[:12],
    ]


def test_one_table_that_is_no_use_costs_itself_only(desk: Desk, hearing: int, tmp_path: Path) -> None:
    bad = put(tmp_path, "figures.csv", "a,b\n1,2\n3,4\n")
    good = put(tmp_path, "letters.csv", "Name,Comment\nJane,I oppose this.\n")
    plan = importing.read_files(desk, hearing, [bad, good])
    result, _ = importing.add(desk, plan)
    assert (result.read, result.added) == (1, 1)
    assert "No column of “figures.csv”" in result.per_file[0].not_read[0]
    mapped = importing.Choices(mappings={plan.sources[0].fingerprint: importing.ColumnMap({"text": ("a",)})})
    other = importing.replan(desk, plan, mapped)
    assert (other.read, other.new, other.already_here) == (3, 2, 1)


def test_attachments_go_again_when_the_import_is_cancelled(desk: Desk, hearing: int, tmp_path: Path) -> None:
    paths = [
        put(tmp_path, f"{n}.eml", mail(f"Voice {n}", LETTER, ("photo.png", b"\x89PNG" + bytes([n]) * 50)))
        for n in range(6)
    ]
    plan = importing.read_files(desk, hearing, paths)
    for moment in range(1, 15):
        asked = []

        def cancelled(asked=asked, moment=moment) -> bool:
            asked.append(1)
            return len(asked) > moment

        with pytest.raises(Cancelled):
            importing.add(desk, plan, cancelled=cancelled)
        assert kept(desk) == 0
    assert comments(desk, hearing) == []
    importing.add(desk, plan)
    assert kept(desk) == 12
    assert records.check(desk).ok


CAPTIONS = """WEBVTT

00:00:01.000 --> 00:00:04.000
<v Chair>Next is Jane Roe.

00:00:05.000 --> 00:00:09.000
<v Jane Roe>I have lived here for thirty years. Keep the lights on. Thank you. I am Bo, and I say off.

00:01:00.000 --> 00:01:04.000
<v Jane Roe>

00:01:05.000 --> 00:01:09.000
<v Chair>Thank you both.
"""


def test_a_transcript_is_parted_into_testimony(desk: Desk, hearing: int, tmp_path: Path) -> None:
    path = put(tmp_path, "hearing.vtt", CAPTIONS)
    plan = importing.read_files(desk, hearing, [path])
    file, turns, left_out, channel = transcripts.turns_in(plan, 0)
    assert [turn.speaker for turn in turns] == ["Chair", "Jane Roe", "Chair"]
    assert (file, left_out, channel) == ("hearing.vtt", set(), Channel.IN_PERSON)
    turns = transcripts.split(turns, 1, turns[1].text.index("I am Bo"))
    assert transcripts.split(turns, 1, 0) == turns
    turns = transcripts.renamed(turns, 2, "Bo Doe", every=True)
    turns = transcripts.renamed(turns, 0, "The chair", every=True)
    assert [turn.speaker for turn in turns] == ["The chair", "Jane Roe", "Bo Doe", "The chair"]
    assert transcripts.joined(turns, 2)[1].text.endswith("Thank you.\nI am Bo, and I say off.")
    assert transcripts.joined(turns, 0) == turns
    chair = {turn.row for turn in turns if turn.speaker == "The chair"}
    parted = importing.replan(desk, plan, transcripts.choices_with(plan, 0, turns, chair, Channel.REMOTE))
    assert (parted.read, parted.new, len(parted.refused)) == (4, 2, 2)
    importing.add(desk, parted)
    jane, bo = comments(desk, hearing)
    assert (jane.name, jane.channel, jane.spoken) == ("Jane Roe", Channel.REMOTE, True)
    assert jane.text == "I have lived here for thirty years. Keep the lights on. Thank you."
    assert (bo.name, bo.text) == ("Bo Doe", "I am Bo, and I say off.")
    assert jane.received_at == "2026-02-26T06:00:00Z"
    assert "00:00:05" in jane.subject
    again = importing.read_files(desk, hearing, [path])
    assert (again.new, again.already_here) == (0, 3)
    assert records.check(desk).ok


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is not of that world")
def test_killed_in_the_middle_letters_and_attachments_are_all_there_or_none(tmp_path: Path, exhaustive: bool) -> None:
    folder = tmp_path / "letters"
    for n in range(60):
        put(folder, f"{n}.eml", mail(f"Voice {n}", f"{LETTER}{n}", ("photo.png", b"\x89PNG" + bytes([n]) * 5_000)))

    def killed_at(point: object, standing: int) -> int:
        """Kill it there, see how many letters stand and what the same again adds; gives the statements it took."""
        data = tmp_path / f"at {point}"
        with open_desk(data) as desk:
            hearings.create_hearing(desk, NewHearing("T", "B", "2026-02-26", questions=(NewQuestion("Q"),)))
        taken = killed(KILLED, data, folder, where=point)
        with open_desk(data) as desk:
            there = comments(desk, 1)
            assert len(there) == standing
            assert all(len(testimony.attachments(desk, one.id)) == 1 for one in there)
            assert records.check(desk).ok
            again = importing.add(desk, importing.read_files(desk, 1, [folder]))[0]
            assert (again.added, again.already_here) == (60 - standing, standing)
            assert kept(desk) == 120
        return taken

    whole = killed_at("", standing=60)
    for point in points(whole, 40 if exhaustive else 4):
        assert not killed_at(point, standing=0)
