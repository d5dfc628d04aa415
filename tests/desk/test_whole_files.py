"""Files that are given out are whole or not there, and never take the place of records."""

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from clerk import open_hearing, record

from frhearing.desk import backups, exporting, products, summaries
from frhearing.desk.desk import Desk
from frhearing.desk.whole_files import put
from frhearing.model.errors import DiskFault, Refused

Write = Callable[[Desk, int, Path], object]
DOORS: dict[str, Write] = {
    "summary": lambda desk, hearing, path: summaries.save_summary(desk, hearing, path),
    "tally sheet as text": lambda desk, hearing, path: products.save(
        desk, hearing, path, products.Product.TALLY, products.Format.TXT
    ),
    "CSV": lambda desk, hearing, path: exporting.export_csv(desk, hearing, path),
    "JSON": lambda desk, hearing, path: exporting.export_json(desk, hearing, path),
}


@pytest.mark.parametrize("door", DOORS.values(), ids=DOORS.keys())
def test_records_are_never_written_over(tmp_path: Path, door: Write) -> None:
    desk, hearing = open_hearing(tmp_path / "data")
    with desk:
        record(desk, hearing)
        copy = backups.backup(desk, tmp_path / "copy.db").path
        (tmp_path / "alias.pdf").symlink_to(desk.folder / "frhearing.db")
        beside = [desk.folder / f"frhearing.{end}" for end in ("db", "db-wal", "db-shm", "lock")]
        for path in (*beside, desk.folder / "window.ini", copy, tmp_path / "alias.pdf"):
            before = path.read_bytes() if path.exists() else None
            with pytest.raises(Refused, match="holds records or belongs to them"):
                door(desk, hearing, path)
            assert (path.read_bytes() if path.exists() else None) == before
        with closing(sqlite3.connect(copy)) as there:
            assert there.execute("SELECT count(*) FROM comment").fetchone() == (1,)
        door(desk, hearing, desk.folder / "out.pdf")


@pytest.mark.parametrize("door", DOORS.values(), ids=DOORS.keys())
def test_an_older_file_stays_where_the_new_one_cannot_be_written(tmp_path: Path, door: Write) -> None:
    desk, hearing = open_hearing(tmp_path / "data")
    with desk:
        older = tmp_path / "older.pdf"
        older.write_text("older")
        (tmp_path / "older.pdf.part").mkdir()
        with pytest.raises(DiskFault, match="could not be written"):
            door(desk, hearing, older)
        assert older.read_text() == "older"


def test_half_a_file_does_not_stay_behind(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "in the way").touch()
    with pytest.raises(DiskFault):
        put(tmp_path / "folder", b"data")
    assert [left.name for left in tmp_path.iterdir()] == ["folder"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes with names")
def test_a_device_keeps_its_place(tmp_path: Path) -> None:
    null = tmp_path / "null"
    null.symlink_to(os.devnull)
    put(null, b"gone")
    assert null.is_symlink()
    assert Path(os.devnull).is_char_device()
