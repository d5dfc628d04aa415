"""ZIPs and folders: every file in them read as its own or named, nothing written or read outside."""

import io
import os
import sys
import zipfile
from pathlib import Path

import pytest

from frhearing.intake.draft import Reading, SourceKind, Unreadable
from frhearing.intake.folders import MOST_FILES, gather, in_order
from frhearing.intake.reader import ReadRequest, read_source
from frhearing.intake.source import DEEPEST, Source
from frhearing.intake.watch import Limits, read_files

needs_links = pytest.mark.skipif(sys.platform == "win32", reason="needs links, which Windows lets few people make")


def zipped(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in files.items():
            made.writestr(name, data)
    return out.getvalue()


def read(data: bytes, spool: Path, depth: int = 0) -> Reading:
    return read_source(Source("in.zip", data, depth=depth, spool=spool))


def test_every_file_of_a_zip_is_read_as_its_own_or_named(tmp_path: Path) -> None:
    files = {
        "letter 10.txt": b"ten",
        "letter 2.txt": b"two",
        "sub/": b"",
        "sub/b.txt": b"b",
        "__MACOSX/._letter 2.txt": b"junk",
        "sub/Thumbs.db": b"junk",
        ".DS_Store": b"junk",
        "~$letter.docx": b"lock",
    }
    reading = read(zipped(files), tmp_path)
    assert reading.kind is SourceKind.ARCHIVE
    assert reading.tables == ()
    assert [member.name for member in reading.members] == [
        "in.zip › letter 2.txt",
        "in.zip › letter 10.txt",
        "in.zip › sub/b.txt",
    ]
    assert [member.path.read_bytes() for member in reading.members] == [b"two", b"ten", b"b"]
    assert sorted(said.partition("”")[0][1:] for said in reading.not_read) == sorted(
        ["__MACOSX/._letter 2.txt", "sub/Thumbs.db", ".DS_Store", "~$letter.docx"]
    )


NAMES = [
    "../up.txt", "..\\up.txt", "/etc/cron.d/x", "C:\\x.txt", "\\\\host\\share\\x", "CON", "NUL.txt", "dot.", "space ",
    "a:stream", "\u202egnp.exe", "n" * 300, "a\nb", "A.txt", "a.txt", "e\u0301.txt", "\u00e9.txt", "x\x1by",
]  # fmt: skip


def test_no_name_writes_outside(tmp_path: Path) -> None:
    spool = tmp_path / "deep" / "spool"
    spool.mkdir(parents=True)
    reading = read(zipped({name: name.encode() for name in NAMES}), spool)
    assert sorted(member.name for member in reading.members) == sorted(f"in.zip › {name}" for name in NAMES)
    assert {member.path.parent for member in reading.members} == {spool}
    assert [path.name for path in tmp_path.iterdir()] == ["deep"]
    assert [path.name for path in spool.parent.iterdir()] == ["spool"]


def test_locked_damaged_and_strange_entries_are_named(tmp_path: Path) -> None:
    data = bytearray(zipped({"locked.txt": b"locked", "good.txt": b"good" * 50, "bad.txt": b"bad" * 100}))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    at = data.index(b"bad.txt") + 9
    data[at] ^= 0x55
    reading = read(bytes(data), tmp_path)
    assert [member.name for member in reading.members] == ["in.zip › good.txt"]
    assert set(reading.not_read) == {"“bad.txt” (damaged)", "“locked.txt” (locked with a password)"}


def test_zips_in_zips_are_read_down_to_the_deepest(tmp_path: Path) -> None:
    data = b"Dear Council, no.\n"
    for level in range(DEEPEST + 1):
        data = zipped({"x.zip" if level else "letter.txt": data, f"level {level}.txt": b"No, thank you.\n"})
    path = tmp_path / "in.zip"
    path.write_bytes(data)
    readings = read_files([ReadRequest(path)])
    assert sum(bool(one.tables) for one in readings) == DEEPEST
    refused = [one for one in readings if one.refusal]
    assert [one.file for one in refused] == ["in.zip › x.zip › x.zip › x.zip"]
    assert "lies in 3 archives, one in the other" in refused[0].refusal


def test_archives_that_hold_too_many_files_together_are_refused(tmp_path: Path) -> None:
    for name in ("a.zip", "b.zip"):
        (tmp_path / name).write_bytes(zipped({f"{number}.txt": f"No, {number}.".encode() for number in range(5)}))
    readings = read_files([ReadRequest(tmp_path / "a.zip"), ReadRequest(tmp_path / "b.zip")], limits=Limits(files=10))
    assert [len(one.members) for one in readings] == [5, 0, 0, 0, 0, 0, 0]
    assert "holds 5 files, which with the others makes more than 10" in readings[1].refusal


def test_an_empty_zip_is_said_to_be_empty(tmp_path: Path) -> None:
    assert "archive without any files" in read(zipped({}), tmp_path).refusal
    assert "archive without any files" in read(zipped({"folder/": b""}), tmp_path).refusal


def test_a_zip_of_which_nothing_can_be_read_says_what_is_in_it(tmp_path: Path) -> None:
    refusal = read(zipped({".DS_Store": b"x", "Thumbs.db": b"y"}), tmp_path).refusal
    assert "none of whose files can be read" in refusal
    assert "“.DS_Store” (hidden, or left behind by the system)" in refusal


@needs_links
def test_a_folder_gives_its_files_in_order_and_names_the_rest(tmp_path: Path) -> None:
    folder = tmp_path / "Letters"
    (folder / "2026").mkdir(parents=True)
    for name in ("b.txt", "a10.txt", "a2.txt", "2026/c.txt", ".hidden", "Thumbs.db", "~$a2.docx"):
        (folder / name).write_text(name)
    secret = tmp_path / "secret.txt"
    secret.write_text("secret")
    (folder / "link.txt").symlink_to(secret)
    (folder / "loop").symlink_to(folder)
    os.mkfifo(folder / "pipe")
    found = gather([secret, folder])
    assert [one.name for one in found.files] == [
        "secret.txt", "Letters › a2.txt", "Letters › a10.txt", "Letters › b.txt", "Letters › 2026/c.txt",
    ]  # fmt: skip
    assert [one.path.read_text() for one in found.files[1:]] == ["a2.txt", "a10.txt", "b.txt", "2026/c.txt"]
    assert len(found.left) == 6
    assert "“Letters › link.txt” (a link to another place, not followed)" in found.left
    assert "“Letters › pipe” (no file)" in found.left


def test_a_folder_of_far_too_many_files_is_refused(tmp_path: Path) -> None:
    for number in range(MOST_FILES // 1000 + 1):
        (tmp_path / str(number)).mkdir()
        for at in range(1000):
            (tmp_path / str(number) / str(at)).touch()
    with pytest.raises(Unreadable, match="holds more than 20,000 files"):
        gather([tmp_path])


def test_names_are_put_in_the_order_a_person_would() -> None:
    names = ["b", "a10", "A2", "a2", "2026/b", "2026 x/a", "10", "9", "é"]
    assert sorted(names, key=in_order) == ["9", "10", "2026/b", "2026 x/a", "A2", "a2", "a10", "b", "é"]
