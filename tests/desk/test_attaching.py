"""A file attached to a comment is kept byte for byte under its SHA-256, listed, and taken back by undo."""

import hashlib

import pytest
from clerk import open_hearing, record

from frhearing.desk import attaching, records, testimony
from frhearing.model.errors import DiskFault, Refused


@pytest.fixture
def letter(data_folder):
    desk, hearing = open_hearing(data_folder)
    yield desk, record(desk, hearing)
    desk.close()


def test_a_copy_is_kept_under_its_digest_whatever_the_name(letter, tmp_path):
    desk, comment = letter
    data = bytes(range(256)) * 50
    given = tmp_path / "photo ..; ‮gpj.exe"
    given.write_bytes(data)

    attaching.attach_file(desk, comment, given)
    attaching.attach_file(desk, comment, given, "handed up twice")
    given.unlink()

    first, second = testimony.attachments(desk, comment)
    kept = desk.files.files / hashlib.sha256(data).hexdigest()
    assert (first.name, first.path, second.note) == (given.name, str(kept), "handed up twice")
    assert kept.read_bytes() == data
    assert [path.name for path in desk.files.files.iterdir()] == [kept.name]
    assert records.check(desk).ok


def test_undo_takes_it_off_and_redo_brings_it_back(letter, tmp_path):
    desk, comment = letter
    (tmp_path / "a.txt").write_text("a", encoding="utf-8")
    attaching.attach_file(desk, comment, tmp_path / "a.txt")

    desk.undo()
    assert testimony.attachments(desk, comment) == []
    desk.redo()
    assert [a.name for a in testimony.attachments(desk, comment)] == ["a.txt"]
    assert records.check(desk).ok


def test_what_cannot_be_read_or_is_too_large_changes_nothing(letter, tmp_path, monkeypatch):
    desk, comment = letter
    (tmp_path / "big.mov").write_bytes(b"x" * 11)
    monkeypatch.setattr(attaching, "MOST_BYTES", 10)

    with pytest.raises(Refused, match=r"big\.mov is larger"):
        attaching.attach_file(desk, comment, tmp_path / "big.mov")
    with pytest.raises(DiskFault, match="could not be read"):
        attaching.attach_file(desk, comment, tmp_path / "gone.pdf")
    assert testimony.attachments(desk, comment) == []
    assert list(desk.files.files.iterdir()) == []
