"""Backups that can be relied on, and a restore that loses nothing (7-quality.md, A9 and A10)."""

import hashlib
import json
import os
import shutil
from pathlib import Path

import pytest
from clerk import open_hearing, record

from frhearing.desk import backups, importing, records, testimony
from frhearing.desk.desk import Desk, open_desk
from frhearing.model.errors import ClerkError, DiskFault, NotFound, Refused, StoreLocked
from frhearing.model.filter import CommentFilter
from frhearing.store import audit
from frhearing.store.connection import sqlite as sqlite3


def filled(folder: Path) -> tuple[Desk, int]:
    desk, hearing = open_hearing(folder)
    for i in range(20):
        record(desk, hearing, f"Comment {i}.")
    table = folder / "in.csv"
    table.write_text("Email,Comment\na@b.org,I say no.\nc@d.org,Yes please.\n")
    importing.add(desk, importing.read_files(desk, hearing, [table]))
    return desk, hearing


def texts(folder: Path) -> list[str]:
    with open_desk(folder, writing=False) as desk:
        assert records.check(desk).ok
        ids = testimony.list_ids(desk, 1, CommentFilter(descending=False))
        return [testimony.get_comment(desk, i).text for i in ids]


def test_a_backup_holds_the_same_and_can_be_opened(tmp_path: Path) -> None:
    desk, _ = filled(tmp_path / "data")
    with desk:
        made = backups.backup(desk, tmp_path / "stick")
        assert made.ok
        assert made.comments == 22
        assert made.head == audit.chain_head(desk.store)
    assert texts(tmp_path / "stick") == texts(tmp_path / "data")
    manifest = json.loads((tmp_path / "stick" / "manifest.json").read_text())
    assert (manifest["comments"], manifest["chain_head"]) == (22, made.head)
    originals = [p.name for p in (tmp_path / "data" / "files").iterdir()]
    assert originals == [p.name for p in (tmp_path / "stick" / "files").iterdir()]
    assert [hashlib.sha256((tmp_path / "stick" / "files" / n).read_bytes()).hexdigest() for n in originals] == originals
    assert not list((tmp_path / "stick").glob("*-wal"))


def test_a_backup_while_the_clerk_saves_is_no_false_alarm(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The command line copies while the window writes."""
    desk, hearing = filled(tmp_path / "data")
    copied = backups.copy_store

    def and_one_more(source: object, target: Path) -> None:
        copied(source, target)
        record(desk, hearing, "Saved meanwhile.")

    monkeypatch.setattr(backups, "copy_store", and_one_more)
    with desk, open_desk(tmp_path / "data", writing=False) as reader:
        made = backups.backup(reader, tmp_path / "one.db")
        assert made.comments == 22
        assert audit.totals(desk.store).comments == 23


def test_a_backup_never_writes_over_the_store_or_another_one(tmp_path: Path) -> None:
    desk, _ = filled(tmp_path / "data")
    other, _ = open_hearing(tmp_path / "other")
    other.close()
    strange = tmp_path / "strange.db"
    strange.write_bytes(b"somebody else's")
    before = {p: p.read_bytes() for p in (tmp_path / "other" / "frhearing.db", strange)}
    with desk:
        for place in (tmp_path / "data", tmp_path / "data" / "frhearing.db", tmp_path / "data" / ".." / "data"):
            with pytest.raises(Refused, match="store itself"):
                backups.backup(desk, place)
        for place in (tmp_path / "other", strange):
            with pytest.raises(Refused, match="other than an older backup"):
                backups.backup(desk, place)
        assert {p: p.read_bytes() for p in before} == before
        # An older backup of the same store makes way for the newer one.
        backups.backup(desk, tmp_path / "stick")
        record(desk, 1, "One more.")
        assert backups.backup(desk, tmp_path / "stick").comments == 23
        assert records.check(desk).ok


def test_a_place_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    desk, _ = filled(tmp_path / "data")
    (tmp_path / "note.txt").write_text("a file in the way")
    (tmp_path / "folder.db").mkdir()
    with desk:
        for place in (tmp_path / "note.txt", tmp_path / "note.txt" / "below", tmp_path / "folder.db"):
            with pytest.raises(ClerkError):
                backups.backup(desk, place)
    assert (tmp_path / "note.txt").read_text() == "a file in the way"
    assert not list(tmp_path.rglob("*.part*"))


def test_backups_are_listed_newest_first_and_bad_ones_named(tmp_path: Path) -> None:
    desk, _ = filled(tmp_path)
    with desk:
        first = backups.backup_now(desk)
        record(desk, 1, "One more.")
        second = backups.backup_now(desk)
    assert first.path != second.path
    os.utime(first.path, (1_000_000_000, 1_000_000_000))
    (tmp_path / "backups" / "torn.db").write_bytes(second.path.read_bytes()[:9000])
    os.utime(tmp_path / "backups" / "torn.db", (1_100_000_000, 1_100_000_000))
    found = backups.list_backups(tmp_path)
    assert [b.path.name for b in found] == [second.path.name, "torn.db", first.path.name]
    assert [b.ok for b in found] == [True, False, True]
    assert [b.comments for b in found] == [23, 0, 22]
    with pytest.raises(NotFound):
        backups.inspect(tmp_path / "nowhere.db")


@pytest.mark.parametrize("place", ["stick", "one.db"])
def test_a_restore_brings_it_back_and_keeps_what_was_there(tmp_path: Path, place: str) -> None:
    data = tmp_path / "data"
    desk, hearing = filled(data)
    with desk:
        made = backups.backup(desk, tmp_path / place)
        record(desk, hearing, "Newer than the backup.")
        newer = audit.chain_head(desk.store)
    kept = backups.restore(data, tmp_path / place)
    assert kept is not None
    assert backups.inspect(kept).head == newer
    with open_desk(data) as desk:
        assert audit.chain_head(desk.store) == made.head
        assert record(desk, hearing, "And on it goes.")
    assert texts(data)[-1] == "And on it goes."
    # Restoring what was kept brings the newer state back.
    backups.restore(data, kept)
    assert texts(data)[-1] == "Newer than the backup."


def test_a_restore_into_an_empty_folder(tmp_path: Path) -> None:
    desk, _ = filled(tmp_path / "data")
    with desk:
        backups.backup(desk, tmp_path / "stick")
    assert backups.restore(tmp_path / "new", tmp_path / "stick") is None
    assert texts(tmp_path / "new") == texts(tmp_path / "data")
    assert len(list((tmp_path / "new" / "files").iterdir())) == 1


def test_a_killed_window_loses_nothing_by_a_restore(tmp_path: Path) -> None:
    """The newest saves may lie only in the journal beside the store; they are kept too."""
    data = tmp_path / "data"
    desk, hearing = filled(data)
    with desk:
        backups.backup(desk, tmp_path / "stick")
        record(desk, hearing, "Only in the journal.")
        killed = tmp_path / "killed"
        shutil.copytree(data, killed)
    assert (killed / "frhearing.db-wal").stat().st_size
    kept = backups.restore(killed, tmp_path / "stick")
    assert kept is not None
    assert backups.inspect(kept).comments == 23


@pytest.mark.parametrize("damage", ["cut", "zeros", "header", "noise"])
def test_a_damaged_store_is_kept_byte_for_byte(tmp_path: Path, damage: str) -> None:
    data = tmp_path / "data"
    desk, _ = filled(data)
    with desk:
        backups.backup(desk, tmp_path / "stick")
    path = data / "frhearing.db"
    whole = path.read_bytes()
    broken = {
        "cut": whole[:5000],
        "zeros": whole[:100] + b"\0" * 3996 + whole[4096:],
        "header": b"NOT" + whole[3:],
        "noise": b"\xa5" * len(whole),
    }[damage]
    path.write_bytes(broken)
    (data / "frhearing.db-wal").write_bytes(b"perhaps the newest saves")
    for writing in (True, False):
        with pytest.raises(ClerkError) as told:
            open_desk(data, writing=writing).close()
        assert "left" in str(told.value) or "damaged" in str(told.value)
    assert path.read_bytes() == broken
    beside = (data / "frhearing.db-wal").read_bytes() if (data / "frhearing.db-wal").exists() else None
    kept = backups.restore(data, tmp_path / "stick")
    assert kept is not None
    assert kept.read_bytes() == broken
    if beside:
        assert kept.with_name(kept.name + "-wal").read_bytes() == beside
    assert len(texts(data)) == 22


def test_what_is_no_sound_backup_is_not_restored(tmp_path: Path) -> None:
    data = tmp_path / "data"
    desk, _ = filled(data)
    with desk:
        backups.backup(desk, tmp_path / "good.db")
    (tmp_path / "empty").mkdir()
    (tmp_path / "text.db").write_text("no store")
    with sqlite3.connect(tmp_path / "other.db") as db:
        db.execute("CREATE TABLE bookmarks(url TEXT)")
    db.close()
    (tmp_path / "torn.db").write_bytes((tmp_path / "good.db").read_bytes()[:20_000])
    before = (data / "frhearing.db").read_bytes()
    for source in ("empty", "text.db", "other.db", "torn.db", "nowhere.db"):
        with pytest.raises((DiskFault, NotFound)):
            backups.restore(data, tmp_path / source)
        assert (data / "frhearing.db").read_bytes() == before


def test_a_store_in_use_is_not_replaced(tmp_path: Path) -> None:
    desk, _ = filled(tmp_path / "data")
    with desk:
        backups.backup(desk, tmp_path / "stick")
        with pytest.raises(StoreLocked):
            backups.restore(tmp_path / "data", tmp_path / "stick")
        assert records.check(desk).ok
