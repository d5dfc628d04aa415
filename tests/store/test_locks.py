"""One writer per store, decided by the operating system (7-quality.md, A11); files are their owner's alone (C6)."""

import os
import stat
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from clerk import open_hearing, record

from frhearing.desk import example, records, testimony
from frhearing.desk.desk import open_desk
from frhearing.model.errors import ClerkError, DiskFault, StoreLocked
from frhearing.model.filter import CommentFilter
from frhearing.store.lock import StoreLock

ROOT = Path(__file__).resolve().parents[2]
HOLDER = """
import os, sys, time
from pathlib import Path
from frhearing.desk.desk import open_desk
desk = open_desk(Path(sys.argv[1]))
os.write(1, b"holds\\n")
time.sleep(60)
"""


@pytest.fixture
def holder(tmp_path: Path):
    """A child that holds the store; gives its process."""
    open_hearing(tmp_path)[0].close()
    child = subprocess.Popen([sys.executable, "-c", HOLDER, str(tmp_path)], stdout=subprocess.PIPE, cwd=ROOT)
    assert child.stdout is not None
    assert child.stdout.readline() == b"holds\n"
    yield child
    child.kill()
    child.wait()
    child.stdout.close()


def test_a_second_writer_is_refused_and_a_reader_works(tmp_path: Path, holder: subprocess.Popen[bytes]) -> None:
    slowest = 0.0
    for _ in range(5):
        began = time.monotonic()
        with pytest.raises(StoreLocked, match=r"is writing in .* Nothing was changed\. Close it"):
            open_desk(tmp_path)
        slowest = max(slowest, time.monotonic() - began)
    print(f"\nslowest refusal: {1000 * slowest:.0f} ms (bar of A11: 1,000)")
    with open_desk(tmp_path, writing=False) as reader:
        assert reader.read_only
        assert testimony.list_ids(reader, 1, CommentFilter()) is not None
        with pytest.raises(DiskFault, match="reading only"):
            record(reader, 1)
        assert records.check(reader).ok


def test_a_desk_that_need_not_write_at_once_takes_the_lock_with_its_first_write(tmp_path: Path) -> None:
    open_hearing(tmp_path)[0].close()
    with open_desk(tmp_path, at_once=False) as late:
        assert not late.read_only
        with open_desk(tmp_path):  # it holds nothing yet
            with pytest.raises(StoreLocked, match="Nothing was changed"):
                record(late, 1)
            assert late.read_only
    with open_desk(tmp_path, at_once=False) as late:
        record(late, 1)
        with pytest.raises(StoreLocked):
            open_desk(tmp_path)


def test_a_desk_that_need_not_write_at_once_becomes_the_writer_when_it_is_told_to(tmp_path: Path) -> None:
    open_hearing(tmp_path)[0].close()
    with open_desk(tmp_path, at_once=False) as late:
        late.begin_writing()
        with pytest.raises(StoreLocked):
            open_desk(tmp_path)
        record(late, 1)


def test_a_store_that_somebody_writes_is_refused_at_once_all_the_same(
    tmp_path: Path, holder: subprocess.Popen[bytes]
) -> None:
    with pytest.raises(StoreLocked):
        open_desk(tmp_path, at_once=False)


def test_a_new_folder_gets_its_store_at_once_all_the_same(tmp_path: Path) -> None:
    with open_desk(tmp_path / "new", at_once=False), pytest.raises(StoreLocked):
        open_desk(tmp_path / "new")


def test_the_next_start_gets_in_after_a_kill(tmp_path: Path, exhaustive: bool) -> None:
    open_hearing(tmp_path)[0].close()
    for _ in range(30 if exhaustive else 4):
        child = subprocess.Popen([sys.executable, "-c", HOLDER, str(tmp_path)], stdout=subprocess.PIPE, cwd=ROOT)
        assert child.stdout is not None
        assert child.stdout.readline() == b"holds\n"
        with pytest.raises(StoreLocked):
            open_desk(tmp_path)
        child.kill()
        child.wait()
        child.stdout.close()
        with open_desk(tmp_path) as desk:
            record(desk, 1)


def test_a_lock_file_left_behind_locks_nobody_out(tmp_path: Path) -> None:
    (tmp_path / "frhearing.lock").write_text(f"{os.getpid()}\nanother-host\n")
    open_hearing(tmp_path)[0].close()


def test_a_store_opened_in_one_thread_can_be_closed_in_another(tmp_path: Path) -> None:
    opened = []
    thread = threading.Thread(target=lambda: opened.append(open_hearing(tmp_path)[0]))
    thread.start()
    thread.join()
    opened[0].close()
    open_desk(tmp_path).close()


def test_a_start_that_fails_gives_the_lock_up(tmp_path: Path) -> None:
    (tmp_path / "frhearing.db").write_bytes(b"no store at all" * 99)
    with pytest.raises(ClerkError, match="damaged or is not a store"):
        open_desk(tmp_path)
    lock = StoreLock(tmp_path / "frhearing.lock")
    lock.acquire()
    lock.release()


def test_a_reader_sees_what_is_written_meanwhile(tmp_path: Path) -> None:
    desk, hearing = open_hearing(tmp_path)
    with desk, open_desk(tmp_path, writing=False) as reader:
        before = reader.version()
        one = record(desk, hearing, "Now.")
        assert testimony.get_comment(reader, one).text == "Now."
        assert reader.version() != before


def test_many_threads_write_one_after_the_other(tmp_path: Path) -> None:
    desk, hearing = open_hearing(tmp_path)
    faults: list[BaseException] = []

    def write(name: str) -> None:
        try:
            for i in range(20):
                record(desk, hearing, f"{name} {i}")
                testimony.list_ids(desk, hearing, CommentFilter())
        except BaseException as fault:
            faults.append(fault)

    threads = [threading.Thread(target=write, args=(f"t{n}",)) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with desk:
        assert faults == []
        assert len(testimony.list_ids(desk, hearing, CommentFilter())) == 80
        assert records.check(desk).ok


@pytest.mark.skipif(sys.platform == "win32", reason="modes of files are not Windows'")
def test_files_are_private_whatever_the_umask(tmp_path: Path) -> None:
    data = tmp_path / "records"
    old = os.umask(0o022)
    try:
        commands = (
            ["hearing", "new", "--title", "T", "--body", "B", "--date", "2026-02-20", "--question", "Q?"],
            ["backup", str(tmp_path / "stick")],
            ["backup", str(tmp_path / "one.db")],
            ["export", "--hearing", "1", "-o", str(tmp_path / "out.csv")],
        )
        for command in commands:
            subprocess.run([sys.executable, "-m", "frhearing", *command, "--data", str(data)], check=True, cwd=ROOT)
        # A killed writer leaves the journal behind, which holds the same records.
        child = subprocess.Popen(
            [sys.executable, "-c", "from frhearing import paths; paths.keep_private()\n" + HOLDER, str(data)],
            stdout=subprocess.PIPE,
            cwd=ROOT,
        )
        assert child.stdout is not None
        child.stdout.readline()
        walked = [p for top in (data, tmp_path / "stick", tmp_path / "one.db") for p in [top, *top.rglob("*")]]
        child.kill()
        child.wait()
        child.stdout.close()
    finally:
        os.umask(old)
    loose = [(p.name, oct(stat.S_IMODE(p.stat().st_mode))) for p in walked if p.stat().st_mode & 0o077]
    assert loose == []
    assert {"frhearing.db", "frhearing.lock", "manifest.json"} <= {p.name for p in walked}


def test_the_example_is_loaded_once(tmp_path: Path) -> None:
    first = example.load_example(tmp_path)
    assert example.load_example(tmp_path) == first
