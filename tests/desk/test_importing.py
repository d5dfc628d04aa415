"""Importing from the desk: real exports counted right, the same file again adds nothing, all of it or nothing."""

import csv
import json
import os
import sys
from pathlib import Path

import pytest
from dying import killed, points

from frhearing.desk import codebook, figures, importing, records, testimony
from frhearing.desk.desk import Desk, open_desk
from frhearing.desk.hearings import create_hearing, get_hearing, remove_question
from frhearing.intake.draft import EncodingUnknown, Unreadable
from frhearing.model.comment import Channel, NewComment, Timeliness
from frhearing.model.errors import Cancelled, ClerkError, DiskFault, Refused
from frhearing.model.filter import CommentFilter
from frhearing.model.hearing import HearingStatus, NewHearing
from frhearing.model.position import Stance
from frhearing.model.question import NewQuestion

EXPORT = (
    "ID,Name,Group,Position,Position 2,Received,Comment\n"
    "S-1,Jane Roe,Resident,negative,Yes,2/3/2026,I oppose this.\n"
    "S-2,Pat Doe,Night Owls,Pro,unclear,2/30/2026,I am for it.\n"
    "S-3,Sam Poe,Resident,,,,\n"
    "S-4,short row\n"
    ",,,,,,\n"
    "S-5,,,,,2/5/2026,\n"
)


@pytest.fixture
def hearing(desk: Desk) -> int:
    questions = (NewQuestion("Keep the pause?", "keep", "lift"), NewQuestion("Adopt the policy?"))
    return create_hearing(desk, NewHearing("Pause", "Common Council", "2026-02-26", questions=questions))[0]


def bring(desk: Desk, hearing: int, *paths: Path, **settings) -> importing.ImportResult:
    """Import and hold the promise that every row is accounted for and the store is sound."""
    foreseen = importing.foresee(plan := importing.read_files(desk, hearing, paths, **settings))
    result, _ = importing.add(desk, plan)
    assert result.to_json() == foreseen.to_json()
    assert result.read == result.added + result.already_here + len(result.refused)
    return result


def comments(desk: Desk, hearing: int):
    ids = testimony.list_ids(desk, hearing, CommentFilter(descending=False))
    return [testimony.get_comment(desk, one) for one in ids]


def write(folder: Path, text: str, name: str = "export.csv", encoding: str = "utf-8") -> Path:
    path = folder / name
    path.write_bytes(text.encode(encoding))
    return path


def sound(desk: Desk) -> bool:
    return records.check(desk).ok


def test_the_docket_and_its_texts_are_199_comments(desk: Desk, hearing: int, shared_data: Path) -> None:
    folder = shared_data / "usda-regs-comments"
    files = [folder / "DocketExample.csv", folder / "Text Comments Example.csv"]
    result = bring(desk, hearing, *files)
    assert (result.read, result.added, result.already_here) == (200, 199, 0)
    assert result.to_json()["refused"] == [
        {
            "file": "DocketExample.csv",
            "row": 24,
            "reason": "it stands in this list, but “Text Comments Example.csv” has no text for it",
        }
    ]
    with files[1].open(encoding="utf-8", newline="") as lines:
        texts = [row["Text Comment"] for row in csv.DictReader(lines)]
    made = comments(desk, hearing)
    assert [one.text for one in made] == texts
    assert [one.number for one in made] == list(range(1, 200))
    assert all(one.name and one.external_id and one.received_at for one in made)
    assert (made[0].source_file, made[0].source_row) == ("Text Comments Example.csv", "2")
    for path in files:
        kept = desk.files.files / importing.read_files(desk, hearing, [path]).readings[0].sha256
        assert kept.read_bytes() == path.read_bytes()
        assert os.name == "nt" or kept.stat().st_mode & 0o777 == 0o600
    again = bring(desk, hearing, *files)
    assert (again.added, again.already_here, len(again.refused), again.batch_id) == (0, 199, 1, 0)
    assert bring(desk, hearing, files[1]).already_here == 199
    assert sound(desk)


def test_the_federal_exports_count_as_their_key_says_once(desk: Desk, hearing: int, shared_data: Path) -> None:
    folder = shared_data / "federal-cdo-dedup-comments"
    counts = {}
    for line in (shared_data / "COUNTS.tsv").read_text(encoding="utf-8").splitlines()[1:]:
        path, count, _ = line.split("\t")
        if path.startswith(folder.name):
            counts[path.partition("/")[2]] = int(count)
    assert {name: bring(desk, hearing, folder / name).added for name in counts} == counts
    assert {name: bring(desk, hearing, folder / name).already_here for name in counts} == counts
    assert len(comments(desk, hearing)) == sum(counts.values()) == 1000
    assert sound(desk)


def test_words_become_codes_and_what_is_doubtful_is_told(desk: Desk, hearing: int, tmp_path: Path) -> None:
    path = write(tmp_path, EXPORT)
    plan = importing.read_files(desk, hearing, [path])
    assert [(row.row, row.reason) for row in plan.refused] == [
        (5, "it has 2 columns where the table has 7"),
        (7, "it holds no text, no name and no position"),
    ]
    assert [(one.row, one.sentence) for one in plan.problems] == [
        (3, "“2/30/2026” is no day of the calendar; kept as written, undated"),
        (3, "group “Night Owls” is new to this office"),
        (3, "stance “unclear” has no code; not tagged yet"),
        (4, "undated"),
        (4, "no text; type it in"),
    ]
    assert plan.new_groups == ["Night Owls"]
    values = {name: plan.sources[0].values(name) for name in ("stance", "stance:2", "group")}
    assert [(one.written, one.count, one.code) for one in values["stance"]] == [
        ("negative", 1, "oppose"),
        ("Pro", 1, "support"),
    ]
    assert [(one.written, one.code) for one in values["stance:2"]] == [("Yes", "support"), ("unclear", None)]
    assert [(one.written, one.count) for one in values["group"]] == [("Resident", 2), ("Night Owls", 1)]
    result, change = importing.add(desk, plan)
    assert (result.read, result.added, change.subject) == (5, 3, "export.csv")
    jane, pat, sam = comments(desk, hearing)
    assert (jane.name, jane.group, jane.channel, jane.external_id) == ("Jane Roe", "Resident", Channel.WEB_FORM, "S-1")
    assert jane.stances == {1: Stance.OPPOSE, 2: Stance.SUPPORT}
    assert jane.received_at == "2026-02-03T06:00:00Z"
    assert (pat.group, pat.stances, pat.timeliness) == ("Night Owls", {1: Stance.SUPPORT}, Timeliness.UNDATED)
    assert pat.received_as_written == "2/30/2026"
    assert (sam.text, sam.stances) == ("", {})
    counts = figures.tally_json(desk, hearing)
    assert counts["questions"][0]["stances"] == {"support": 1, "oppose": 1, "mixed": 0, "neutral": 0, "not_stated": 0}
    assert sound(desk)


def test_a_map_says_what_goes_where(desk: Desk, hearing: int, tmp_path: Path) -> None:
    path = write(tmp_path, "A,B,C\nJane,thumbs down,I oppose this.\nPat,thumbs up,I like it.\n")
    mapping = write(
        tmp_path,
        '{"columns": {"name": "A", "stance": "B", "text": "C"},'
        ' "values": {"stance": {"thumbs down": "oppose", "thumbs up": "support"}}}',
        "MAP.json",
    )
    with pytest.raises(ClerkError, match="known to hold the text"):
        bring(desk, hearing, path)
    bring(desk, hearing, path, mapping=importing.read_mapping(mapping))
    assert [one.stances for one in comments(desk, hearing)] == [{1: Stance.OPPOSE}, {1: Stance.SUPPORT}]
    with pytest.raises(ClerkError, match="could not be read"):
        importing.read_mapping(tmp_path / "none.json")


def test_a_mapping_is_remembered_for_its_kind_of_source(desk: Desk, hearing: int, tmp_path: Path) -> None:
    mapping = importing.ColumnMap({"name": ("A",), "text": ("C",)}, {"stance": {"down": "oppose"}})
    bring(desk, hearing, write(tmp_path, "A,B,C\nJane,down,I oppose this.\n"), mapping=mapping)
    (source,) = importing.read_files(desk, hearing, [write(tmp_path, "a,B, C\nPat,up,Fine.\n", "next.csv")]).sources
    assert source.remembered
    assert source.mapping.columns == {"name": ("a",), "text": (" C",)}
    assert source.mapping.values == mapping.values
    (other,) = importing.read_files(desk, hearing, [write(tmp_path, "Name,Comment\nPat,Fine.\n", "x.csv")]).sources
    assert not other.remembered


def test_the_clerk_changes_what_goes_where_in_the_preview(desk: Desk, hearing: int, tmp_path: Path) -> None:
    two = "Name,Comment\nJane,I oppose.\nPat,I support.\n\nDocument ID,Title,Summary\n7,One,A long one\n"
    plan = importing.read_files(desk, hearing, [write(tmp_path, two)])
    assert plan.new == 2
    other = importing.Choices(mapping=importing.ColumnMap({"text": ("Summary",)}), tables={0: 1})
    assert importing.replan(desk, plan, other).new == 1
    wrong = importing.replan(desk, plan, importing.Choices(mapping=importing.ColumnMap({"text": ("None",)})))
    assert "no column “None”" in wrong.sources[0].fault
    assert wrong.read == wrong.new + wrong.already_here + len(wrong.refused)
    with pytest.raises(ClerkError, match="no column “None”"):
        importing.add(desk, wrong)
    assert importing.add(desk, plan)[0].added == 2


def test_files_that_belong_together_can_be_kept_apart(desk: Desk, hearing: int, shared_data: Path) -> None:
    folder = shared_data / "usda-regs-comments"
    plan = importing.read_files(desk, hearing, [folder / "DocketExample.csv", folder / "Text Comments Example.csv"])
    assert plan.sources[0].join is not None
    apart = importing.replan(desk, plan, importing.Choices(join=False))
    assert [source.fault == "" for source in apart.sources] == [False, True]


def test_an_encoding_is_asked_for_and_the_answer_followed(desk: Desk, hearing: int, tmp_path: Path) -> None:
    path = write(tmp_path, "Name,Comment\nNúñez,¡No!\n", encoding="cp1252")
    plan = importing.read_files(desk, hearing, [path])
    assert plan.questions[0].candidates[0].preview == ("Núñez,¡No!",)
    for ask in (importing.foresee, lambda plan: importing.add(desk, plan)):
        with pytest.raises(EncodingUnknown):
            ask(plan)
    bring(desk, hearing, path, encoding={path: "cp1252"})
    assert [(one.name, one.text) for one in comments(desk, hearing)] == [("Núñez", "¡No!")]


def test_texts_come_through_letter_for_letter(
    desk: Desk, hearing: int, tmp_path: Path, hostile_texts: list[str], shared_data: Path
) -> None:
    texts = hostile_texts + json.loads((shared_data / "torture-strings" / "blns.json").read_text(encoding="utf-8"))
    path = tmp_path / "hostile.csv"
    with path.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, quoting=csv.QUOTE_ALL)
        writer.writerow(["ID", "Name", "Comment"])
        writer.writerows([f"N-{number}", f"Voice {number}", text] for number, text in enumerate(texts))
    result = bring(desk, hearing, path)
    assert result.added == len(texts)
    assert [one.text for one in comments(desk, hearing)] == texts
    assert sound(desk)


def test_one_undo_takes_the_import_back_and_its_numbers_stay_used(desk: Desk, hearing: int, tmp_path: Path) -> None:
    testimony.record_comment(desk, hearing, NewComment("Typed by hand."))
    path = write(tmp_path, EXPORT)
    bring(desk, hearing, path)
    desk.undo()
    assert [one.number for one in comments(desk, hearing)] == [1]
    assert "Night Owls" not in [group.name for group in codebook.list_groups(desk)]
    assert figures.tally_json(desk, hearing)["counted"] == 1
    assert sound(desk)
    assert bring(desk, hearing, path).added == 3
    assert [one.number for one in comments(desk, hearing)] == [1, 5, 6, 7]
    desk.undo()
    desk.redo()
    assert len(comments(desk, hearing)) == 4
    assert sound(desk)


def test_a_weekly_export_adds_what_is_new(desk: Desk, hearing: int, tmp_path: Path) -> None:
    first = "ID,Comment\nS-1,I oppose this.\nS-2,I support this.\n"
    bring(desk, hearing, write(tmp_path, first, "monday.csv"))
    plan = importing.read_files(
        desk, hearing, [write(tmp_path, first.replace("support", "still support") + "S-3,Me too.\n", "friday.csv")]
    )
    assert (plan.new, plan.already_here) == (1, 2)
    assert [one.sentence for one in plan.problems] == ["is on the record as No. 2 with another text; not added"]


def test_copies_of_a_form_letter_are_each_a_comment(desk: Desk, hearing: int, tmp_path: Path) -> None:
    copies = "Comment,Town\n" + "Please vote no on this.,Here\n" * 3
    assert bring(desk, hearing, write(tmp_path, copies)).added == 3
    assert bring(desk, hearing, write(tmp_path, copies)).added == 0
    assert bring(desk, hearing, write(tmp_path, copies + "Please vote no on this.,There\n", "more.csv")).added == 1
    letters = [write(tmp_path, "I say no.\n", f"{name}.txt") for name in "ab"]
    assert bring(desk, hearing, *letters).added == 2
    assert bring(desk, hearing, *letters).already_here == 2
    assert sound(desk)


def test_parted_letters_and_pasted_ones(desk: Desk, hearing: int, tmp_path: Path) -> None:
    path = write(tmp_path, "First letter.\n-----\nSecond letter.\n", "letters.txt")
    assert bring(desk, hearing, path, parting="-----").added == 2
    assert [one.source_row for one in comments(desk, hearing)] == ["part 1", "part 2"]
    plan = importing.paste(desk, hearing, "From: Jane <jane@example.org>\nSubject: No\n\nPlease, no.\n")
    result, _ = importing.add(desk, plan)
    pasted = comments(desk, hearing)[-1]
    assert (result.added, pasted.name, pasted.text, pasted.channel) == (1, "Jane", "Please, no.\n", Channel.EMAIL)
    assert testimony.original_file(desk, pasted.id).read_text(encoding="utf-8").startswith("From: Jane")
    for text in ("", "half \ud800 a letter"):
        with pytest.raises(Unreadable):
            importing.add(desk, importing.paste(desk, hearing, text))


def test_refused_rows_are_kept_and_can_be_taken_out(desk: Desk, hearing: int, tmp_path: Path) -> None:
    result = bring(desk, hearing, write(tmp_path, EXPORT + "=1+1,x\n"))
    kept = importing.refused_rows(desk, result.batch_id)
    assert [(row.file, row.row, row.raw) for row in kept] == [
        ("export.csv", 5, "S-4,short row\n"),
        ("export.csv", 8, "=1+1,x\n"),
        ("export.csv", 7, "S-5,,,,,2/5/2026,\n"),
    ]
    importing.export_refused(kept, tmp_path / "refused.csv", spreadsheet_safe=True)
    rows = list(csv.reader((tmp_path / "refused.csv").read_text(encoding="utf-8-sig").splitlines(keepends=True)))
    assert rows[2][3] == "'=1+1,x\n"
    with pytest.raises(DiskFault):
        importing.export_refused(kept, tmp_path)


def test_cancel_leaves_nothing(desk: Desk, hearing: int, tmp_path: Path) -> None:
    path = write(tmp_path, "Name,Comment\n" + "".join(f"Voice {n},Comment {n}.\n" for n in range(3_000)))
    plan = importing.read_files(desk, hearing, [path])
    for moment in (1, 4, 8, 12):
        asked = []

        def cancelled(asked=asked, moment=moment) -> bool:
            asked.append(1)
            return len(asked) > moment

        with pytest.raises(Cancelled):
            importing.add(desk, plan, cancelled=cancelled)
    assert comments(desk, hearing) == []
    assert list(desk.files.files.iterdir()) == []
    assert desk.undo_step.kind == "hearing"
    told: list[tuple[int, int]] = []
    importing.add(desk, plan, progress=lambda done, of: told.append((done, of)))
    assert told[-1] == (3_000, 3_000)
    assert sound(desk)


def test_a_file_that_changed_meanwhile_is_not_imported(desk: Desk, hearing: int, tmp_path: Path) -> None:
    path = write(tmp_path, EXPORT)
    plan = importing.read_files(desk, hearing, [path])
    path.write_text("Name,Comment\nSomeone,else\n")
    with pytest.raises(ClerkError, match="has changed since it was read"):
        importing.add(desk, plan)
    assert comments(desk, hearing) == []
    assert sound(desk)


def test_a_preview_made_twice_adds_once(desk: Desk, hearing: int, tmp_path: Path) -> None:
    path = write(tmp_path, EXPORT)
    one, two = (importing.read_files(desk, hearing, [path]) for _ in range(2))
    assert importing.add(desk, one)[0].added == 3
    assert importing.add(desk, two)[0].added == 0


def test_a_question_that_went_meanwhile_stops_the_import(desk: Desk, hearing: int, tmp_path: Path) -> None:
    plan = importing.read_files(desk, hearing, [write(tmp_path, EXPORT)])
    remove_question(desk, get_hearing(desk, hearing).questions[1].id)
    with pytest.raises(Refused, match="questions have changed"):
        importing.add(desk, plan)
    assert comments(desk, hearing) == []
    assert list(desk.files.files.iterdir()) == []
    assert sound(desk)


def test_a_certified_record_takes_nothing_in(desk: Desk, hearing: int, tmp_path: Path) -> None:
    plan = importing.read_files(desk, hearing, [write(tmp_path, EXPORT)])
    with desk.store.action("certify", hearing_id=hearing) as writing:
        writing.act.update("hearing", hearing, status=HearingStatus.CERTIFIED.value)
    with pytest.raises(Refused):
        importing.add(desk, plan)
    with pytest.raises(Refused):
        importing.read_files(desk, hearing, [])


def test_a_column_of_anything_makes_no_groups(desk: Desk, hearing: int, tmp_path: Path) -> None:
    rows = "".join(f"{n},Tribe {n},Comment {n} is long enough.\n" for n in range(30))
    before = codebook.list_groups(desk)
    bring(desk, hearing, write(tmp_path, "ID,Group,Comment\n" + rows))
    assert codebook.list_groups(desk) == before
    assert {one.group for one in comments(desk, hearing)} == {""}


def test_some_files_unreadable_cost_themselves_only(desk: Desk, hearing: int, tmp_path: Path) -> None:
    bad = tmp_path / "scan.csv"
    bad.write_bytes(b"\x89PNG\r\n\x1a\n scan")
    with pytest.raises(Unreadable, match="a picture"):
        bring(desk, hearing, bad)
    result = bring(desk, hearing, bad, write(tmp_path, EXPORT))
    assert result.added == 3
    assert result.to_json()["not_read"] == [importing.read_files(desk, hearing, [bad]).readings[0].refusal]


def test_the_same_table_twice_in_one_import_is_read_once(desk: Desk, hearing: int, tmp_path: Path) -> None:
    path, copy = write(tmp_path, EXPORT), write(tmp_path, EXPORT, "copy.csv")
    result = bring(desk, hearing, path, path, copy)
    assert (result.added, result.not_read) == (3, ("“copy.csv” is the same file as “export.csv”.",))


def test_reading_needs_no_lock(desk: Desk, hearing: int, tmp_path: Path) -> None:
    with open_desk(desk.folder, writing=False) as other:
        plan = importing.read_files(other, hearing, [write(tmp_path, EXPORT)])
        assert importing.foresee(plan).added == 3
        with pytest.raises(DiskFault):
            importing.add(other, plan)
    assert list(desk.files.files.iterdir()) == []


KILLED = """
from pathlib import Path
from frhearing.desk import importing
from frhearing.desk.desk import open_desk
with open_desk(Path(sys.argv[2])) as desk:
    plan = importing.read_files(desk, 1, [Path(sys.argv[3])])
    dying.begin(sys.argv[1])
    importing.add(desk, plan)
    dying.end()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is not of that world")
def test_killed_in_the_middle_it_is_all_or_nothing(tmp_path: Path, exhaustive: bool) -> None:
    path = write(tmp_path, "ID,Comment\n" + "".join(f"K-{n},Comment {n} is this.\n" for n in range(2_000)))

    def killed_at(point: object, standing: int) -> int:
        """Kill it there, see how many comments stand and what the same again adds; gives the statements it took."""
        folder = tmp_path / f"at {point}"
        with open_desk(folder) as desk:
            create_hearing(desk, NewHearing("T", "B", "2026-02-26", questions=(NewQuestion("Q"),)))
        taken = killed(KILLED, folder, path, where=point)
        with open_desk(folder) as desk:
            assert len(comments(desk, 1)) == standing
            assert sound(desk)
            again = importing.add(desk, importing.read_files(desk, 1, [path]))[0]
            assert (again.added, again.already_here) == (2_000 - standing, standing)
        return taken

    whole = killed_at("", standing=2_000)
    for point in points(whole, 50 if exhaustive else 4):
        assert not killed_at(point, standing=0)
