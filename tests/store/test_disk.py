"""A disk that is full, or cannot be written to (7-quality.md, A3 and A5): a sentence, nothing lost, and on it goes."""

import contextlib
import hashlib
import os
import resource
import shlex
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from clerk import open_hearing, record

from frhearing.desk import backups, coding, drafts, exporting, records, testimony
from frhearing.desk.desk import Desk, open_desk
from frhearing.model.errors import ClerkError, DiskFault
from frhearing.model.filter import CommentFilter

ROOT = Path(__file__).resolve().parents[2]
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="limits of the disk are set the Unix way")


def fill(desk: Desk, hearing: int, most: int = 400) -> tuple[int, str]:
    """Save until the disk refuses; gives the number acknowledged and the sentence."""
    saved = 0
    for i in range(most):
        try:
            record(desk, hearing, f"Comment {i}. " * (5 + i % 300))
        except DiskFault as fault:
            return saved, str(fault)
        saved += 1
    return saved, ""


def assert_recovered(desk: Desk, hearing: int, saved: int) -> None:
    for _ in range(3):
        one = record(desk, hearing, "After some space was freed.")
        coding.set_stance(desk, [one], 1, coding.Stance.SUPPORT)
    assert len(testimony.list_ids(desk, hearing, CommentFilter())) == saved + 3
    report = records.check(desk)
    assert report.ok, report.lines


@pytest.mark.parametrize("room", [*range(1, 12), 40, 90])
def test_a_full_store_loses_nothing_and_goes_on(tmp_path: Path, room: int) -> None:
    desk, hearing = open_hearing(tmp_path)
    with desk:
        writer = desk.store._writer
        assert writer is not None
        pages = writer.execute("PRAGMA page_count").fetchone()[0]
        writer.execute(f"PRAGMA max_page_count={pages + room}")
        saved, sentence = fill(desk, hearing)
        assert "disk that holds" in sentence
        assert str(desk.store.path) in sentence
        assert "KB free" in sentence
        assert records.check(desk).ok
        writer.execute("PRAGMA max_page_count=1000000")
        assert_recovered(desk, hearing, saved)


LIMITED = """
import os, resource, signal, sys
sys.path.insert(0, sys.argv[3])
from pathlib import Path
from frhearing.desk.desk import open_desk
from frhearing.model.errors import ClerkError
from clerk import record
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]),) * 2)
try:
    with open_desk(Path(sys.argv[1])) as desk:
        for i in range(400):
            os.write(1, f"{record(desk, 1, f'Comment {i}. ' * (5 + i % 300))}\\n".encode())
except ClerkError as fault:
    os.write(1, f"said {fault}\\n".encode())
"""


@pytest.mark.parametrize("limit", [400_000, 500_000, 600_001, 700_000, 900_000, 1_200_000])
def test_files_that_may_not_grow_lose_nothing(tmp_path: Path, limit: int) -> None:
    open_hearing(tmp_path)[0].close()
    command = [sys.executable, "-c", LIMITED, str(tmp_path), str(limit), str(ROOT / "tests")]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False)
    assert done.stderr == ""
    *numbers, said = done.stdout.split("\n")[:-1]
    assert said.startswith("said ")
    assert "disk" in said.lower()
    assert "Everything saved before is still there" in said
    with open_desk(tmp_path) as desk:
        saved = len(testimony.list_ids(desk, 1, CommentFilter()))
        assert saved == len(numbers)
        assert_recovered(desk, 1, saved)


@contextlib.contextmanager
def files_limited_to(size: int):
    """Let no file of this process grow beyond so many bytes."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, handler)


@pytest.mark.parametrize("stubs", [False, True], ids=["closed in order", "after a writer that found no room"])
def test_a_store_on_a_disk_without_room_can_be_read(tmp_path: Path, stubs: bool) -> None:
    desk, hearing = open_hearing(tmp_path)
    with desk:
        record(desk, hearing)
    if stubs:
        (tmp_path / "frhearing.db-wal").touch()
        (tmp_path / "frhearing.db-shm").write_bytes(b"abc")
    with files_limited_to(0), open_desk(tmp_path, writing=False) as there:
        assert len(testimony.list_ids(there, hearing, CommentFilter())) == 1
        assert records.check(there).ok


def test_what_is_written_beside_the_store_fails_in_a_sentence(tmp_path: Path) -> None:
    desk, hearing = open_hearing(tmp_path / "data")
    with desk:
        for i in range(30):
            record(desk, hearing, f"Comment {i}. " * 200)
        places = {
            "a draft": lambda: drafts.save_draft(desk.folder, "new", {"text": "x" * 9000}),
            "a backup": lambda: backups.backup(desk, tmp_path / "stick"),
            "one file": lambda: backups.backup(desk, tmp_path / "one.db"),
            "CSV": lambda: exporting.export_csv(desk, hearing, tmp_path / "out.csv"),
            "JSON": lambda: exporting.export_json(desk, hearing, tmp_path / "out.json"),
        }
        with files_limited_to(4096):
            for what, write in places.items():
                with pytest.raises(ClerkError) as told:
                    write()
                assert len(str(told.value)) > 40, what
        left = [p.name for p in tmp_path.rglob("*.part*")]
        assert left == []
        for write in places.values():
            write()
        assert records.check(desk).ok


@pytest.mark.skipif(sys.platform != "linux" or os.geteuid() != 0, reason="a small disk needs root")
@pytest.mark.parametrize("room", [64, 700, 1200])
def test_a_disk_too_small_for_a_backup_is_named_so_and_left_as_it_was(tmp_path: Path, room: int) -> None:
    """Too small for a first page, for what was received, and for the store that comes after it."""
    desk, hearing = open_hearing(tmp_path / "data")
    with desk:
        for i in range(30):
            record(desk, hearing, f"Comment {i}. " * 400)
        received = b"received " * 100_000
        (desk.files.files / hashlib.sha256(received).hexdigest()).write_bytes(received)
    stick = tmp_path / "stick"
    stick.mkdir()
    script = """
import sys
from pathlib import Path
from frhearing.desk import backups
from frhearing.desk.desk import open_desk
from frhearing.model.errors import DiskFault
with open_desk(Path(sys.argv[1]), writing=False) as desk:
    try:
        backups.backup(desk, Path(sys.argv[2]) / "of" / "today")
        print("made")
    except DiskFault as fault:
        print(fault)
print([path.name for path in Path(sys.argv[2]).rglob("*")])
"""
    python = shlex.join([sys.executable, "-c", script, str(tmp_path / "data"), str(stick)])
    mounted = f"mount -t tmpfs -o size={room}k tmpfs {shlex.quote(str(stick))} && exec {python}"
    done = subprocess.run(["unshare", "-m", "sh", "-c", mounted], capture_output=True, text=True, cwd=ROOT, check=False)
    if "unshare" in done.stderr or "mount:" in done.stderr:
        pytest.skip("this system lets no test mount a disk")
    assert done.stderr == ""
    sentence, left = done.stdout.splitlines()
    assert "too full for a backup" in sentence
    assert "No backup was made" in sentence
    assert left == "[]"


def test_a_failed_restore_leaves_the_store(tmp_path: Path) -> None:
    data = tmp_path / "data"
    desk, hearing = open_hearing(data)
    with desk:
        for i in range(30):
            record(desk, hearing, f"Comment {i}. " * 200)
        backups.backup(desk, tmp_path / "stick")
        record(desk, hearing, "Newer than the backup.")
        head = records.check(desk).lines[1]
    with files_limited_to(4096), pytest.raises(ClerkError):
        backups.restore(data, tmp_path / "stick")
    with open_desk(data) as desk:
        assert records.check(desk).lines[1] == head


@pytest.mark.skipif(sys.platform != "linux" or os.geteuid() != 0, reason="a read-only mount needs root")
def test_a_read_only_disk_is_said_and_can_be_read_from(tmp_path: Path) -> None:
    data = tmp_path / "data"
    desk, hearing = open_hearing(data)
    with desk:
        record(desk, hearing, "Read me.")
    script = """
import sys
from pathlib import Path
from frhearing.desk import records, testimony
from frhearing.desk.desk import open_desk
from frhearing.model.errors import ClerkError
try:
    open_desk(Path(sys.argv[1]))
    print("opened")
except ClerkError as fault:
    print(type(fault).__name__, fault)
with open_desk(Path(sys.argv[1]), writing=False) as desk:
    print(testimony.get_comment(desk, 1).text, records.check(desk).ok, testimony.attachments(desk, 1))
"""
    place, python = shlex.quote(str(data)), shlex.join([sys.executable, "-c", script, str(data)])
    mounted = f"mount --bind {place} {place} && mount -o remount,bind,ro {place} && exec {python}"
    done = subprocess.run(["unshare", "-m", "sh", "-c", mounted], capture_output=True, text=True, cwd=ROOT, check=False)
    if "unshare" in done.stderr or "mount:" in done.stderr:
        pytest.skip("this system lets no test mount a folder")
    assert done.stderr == ""
    sentence, read = done.stdout.splitlines()
    assert sentence.startswith("WriteProtected ")
    assert "can only be read" in sentence
    assert read == "Read me. True []"
