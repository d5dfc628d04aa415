"""What a large action writes moves from the journal into the store's file after it was saved, and only then."""

import shutil
from pathlib import Path

import pytest
from clerk import open_hearing, record

from frhearing.desk import records
from frhearing.desk.desk import open_desk
from frhearing.model.errors import Cancelled

IN_MIDDLE = "We ask the Council to wait. " * 2000


def alone(store: Path, folder: Path) -> list[str]:
    """The texts in a copy of the one file, without the journal beside it."""
    folder.mkdir()
    shutil.copyfile(store, folder / store.name)
    with open_desk(folder) as desk:
        assert records.check(desk).ok
        return [row["body"] for row in desk.store.rows("SELECT body FROM comment_text ORDER BY id")]


def test_the_pages_of_a_large_action_move_when_it_is_saved(tmp_path: Path) -> None:
    desk, hearing = open_hearing(tmp_path / "office")
    store = desk.store.path
    with desk:
        with desk.store.settled_later():
            for number in range(120):
                record(desk, hearing, f"{number} {IN_MIDDLE}")
            assert store.with_name("frhearing.db-wal").stat().st_size > 4096 * 1000
            assert desk.store.value("SELECT count(*) FROM comment_text") == 120
        desk.store._settling.wait()
        assert len(alone(store, tmp_path / "copy")) == 120
        record(desk, hearing, "One more.")
        assert desk.store._writer.execute("PRAGMA wal_autocheckpoint").fetchone()[0] == 1000
    assert alone(store, tmp_path / "closed")[-1] == "One more."


def test_one_that_is_broken_off_leaves_everything_as_usual(tmp_path: Path) -> None:
    desk, hearing = open_hearing(tmp_path / "office")
    with desk:
        with pytest.raises(Cancelled), desk.store.settled_later():
            raise Cancelled
        assert desk.store._writer.execute("PRAGMA wal_autocheckpoint").fetchone()[0] == 1000
        record(desk, hearing, "One.")
    assert alone(desk.store.path, tmp_path / "closed") == ["One."]


def test_a_store_that_went_away_meanwhile_is_no_fault(tmp_path: Path) -> None:
    desk, _hearing = open_hearing(tmp_path / "office")
    with desk, desk.store.settled_later():
        desk.store._settling._path = tmp_path / "nowhere" / "frhearing.db"
    assert not (tmp_path / "nowhere").exists()
