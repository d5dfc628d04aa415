"""All real material at once: every file ends in comments or in a sentence, and every row is accounted for."""

import json
from collections import Counter
from pathlib import Path

import pytest

from frhearing.desk import importing, records, testimony
from frhearing.desk.desk import open_desk
from frhearing.desk.hearings import create_hearing
from frhearing.model.filter import CommentFilter
from frhearing.model.hearing import NewHearing
from frhearing.model.question import NewQuestion

ASIDE = ("README.md", "COUNTS.tsv", "SOURCE.txt")


@pytest.fixture(scope="module")
def material(shared_data):
    return [path for path in sorted(shared_data.rglob("*")) if path.is_file() and path.name not in ASIDE]


@pytest.fixture(scope="module")
def whole(material, tmp_path_factory):
    """A store into which all of it was imported, the plan of it and what became of it."""
    with open_desk(tmp_path_factory.mktemp("whole"), who="Test Clerk") as desk:
        new = NewHearing("Everything", "Common Council", "2026-02-26", questions=(NewQuestion("Keep it?"),))
        hearing = create_hearing(desk, new)[0]
        plan = importing.read_files(desk, hearing, material)
        yield desk, hearing, plan, importing.add(desk, plan)[0]


def counts(shared_data: Path) -> dict[str, int]:
    lines = (shared_data / "COUNTS.tsv").read_text(encoding="utf-8").splitlines()[1:]
    return {path: int(count) for path, count, _ in (line.split("\t") for line in lines)}


def test_every_file_ends_in_comments_or_in_a_sentence(whole, material) -> None:
    _, _, plan, result = whole
    assert len(plan.readings) >= len(material) > 350
    for reading, count in zip(plan.readings, result.per_file, strict=True):
        ended = bool(reading.tables) + bool(reading.question) + bool(reading.refusal) + bool(reading.members)
        assert ended == 1, reading.file
        assert count.read == count.added + count.already_here + count.refused
        assert count.read or count.not_read or reading.members, f"{count.file} ended in nothing at all"
    for sentence in plan.files_not_read:
        assert "“" in sentence
        assert sentence.endswith((".", "…"))
        assert "could not be read" not in sentence
        assert "Error" not in sentence
    assert result.read == result.added + result.already_here + len(result.refused)
    for part in ("read", "added", "already_here"):
        assert getattr(result, part) == sum(getattr(one, part) for one in result.per_file)
    assert len(result.refused) == sum(one.refused for one in result.per_file)


def test_the_main_files_hold_as_many_as_they_are_said_to(whole, material, shared_data) -> None:
    _, _, plan, result = whole
    read: Counter[str] = Counter()
    for path, count in zip(material, result.per_file, strict=False):
        inside = path.relative_to(shared_data)
        read[inside.as_posix()] += count.read
        for folder in inside.parents:
            read[f"{folder.as_posix()}/"] += count.read
    said = counts(shared_data)
    # The list beside the texts is joined to them: what is left of it is the one document without a text.
    assert said.pop("usda-regs-comments/DocketExample.csv") == 200
    assert read["usda-regs-comments/DocketExample.csv"] == 1
    # One of the 105 files is empty, and one tells a version control program about the others.
    assert said.pop("torture-email/ruby-mail/") == read["torture-email/ruby-mail/"] + 1
    assert {path: read[path] for path in said} == said
    assert [source.join.matched for source in plan.sources if source.join] == [199]


def test_naughty_strings_come_through_byte_for_byte(whole, shared_data) -> None:
    desk, hearing, plan, _ = whole
    strings = json.loads((shared_data / "torture-strings" / "blns.json").read_text(encoding="utf-8"))
    kept = {}
    for one in testimony.list_ids(desk, hearing, CommentFilter(descending=False)):
        comment = testimony.get_comment(desk, one)
        if comment.source_file == "blns.json":
            kept[int(comment.source_row)] = comment.text
    refused = [row for row in plan.refused if row.file == "blns.json"]
    assert len(kept) + len(refused) == len(strings) == 515
    first = min(kept.keys() | {row.row for row in refused})
    assert {row - first: text.encode() for row, text in kept.items()} == {
        at: text.encode() for at, text in enumerate(strings) if at + first in kept
    }
    assert not any(strings[row.row - first].strip() for row in refused)


def test_the_same_material_again_adds_nothing(whole, material) -> None:
    desk, hearing, _, result = whole
    again = importing.read_files(desk, hearing, material)
    assert (again.new, again.already_here) == (0, result.added)
    assert importing.add(desk, again)[0].batch_id == 0
    assert records.check(desk).ok
