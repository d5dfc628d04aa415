"""Reading in a child process: a file that makes it crash, hang or swell costs that file and one sentence."""

import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import psutil
import pytest

from frhearing.intake.draft import Reading, SourceKind, SourceRow, Table
from frhearing.intake.reader import ReadRequest, read_file
from frhearing.intake.spool import Spool
from frhearing.intake.watch import Limits, Progress, read_files
from frhearing.intake.wire import decoded, encoded
from frhearing.model.errors import Cancelled

needs_pipes = pytest.mark.skipif(sys.platform == "win32", reason="needs named pipes, whose reader waits for ever")


@pytest.fixture
def good(tmp_path: Path) -> ReadRequest:
    path = tmp_path / "good.csv"
    path.write_text("Name,Comment\nJane,No\u2028way \U0001f44d\x00\nPat,Yes\nshort\n", encoding="utf-8")
    return ReadRequest(path)


def endless(tmp_path: Path) -> ReadRequest:
    path = tmp_path / "endless.csv"
    os.mkfifo(path)
    return ReadRequest(path)


def children() -> set[psutil.Process]:
    """The processes that this one has started; other tests of the same worker may have left one to itself."""
    return set(psutil.Process().children())


def read_here(request: ReadRequest) -> Reading:
    return read_file(request, lambda done, of: None)


def test_the_child_reads_what_this_process_reads(good: ReadRequest, tmp_path: Path) -> None:
    letter, other, missing = tmp_path / "letter.txt", tmp_path / "windows.csv", tmp_path / "missing.csv"
    letter.write_bytes(b"Dear Council,\r\nno.\r\n")
    other.write_bytes("Name,Comment\nNúñez,No\n".encode("cp1252"))
    requests = [good, ReadRequest(letter), ReadRequest(other), ReadRequest(missing), ReadRequest(other, "cp1252")]
    told: list[Progress] = []
    readings = read_files(requests, progress=told.append)
    assert [(one.kind, bool(one.question), one.refusal) for one in readings] == [
        (SourceKind.TABLE, False, ""),
        (SourceKind.TEXT, False, ""),
        (SourceKind.TABLE, True, ""),
        (SourceKind.TABLE, False, "“missing.csv” could not be opened (No such file or directory)."),
        (SourceKind.TABLE, False, ""),
    ]
    assert [one.question for one in readings] == [read_here(request).question for request in requests]
    for reading, request in zip(readings, requests, strict=True):
        here = read_here(request)
        assert list(encoded(reading)) == list(encoded(here))
    assert [step.number for step in told if not step.done] == [1, 2, 3, 4, 5]


def test_a_reading_that_is_not_whole_is_no_reading(good: ReadRequest) -> None:
    lines = list(encoded(read_here(good)))
    assert decoded(lines).table.rows[0].cells == ["Jane", "No\u2028way \U0001f44d\x00"]
    with pytest.raises(ValueError, match="not whole"):
        decoded(lines[:-1])


def whole_at(sent: bytes, end: int) -> Reading | None:
    """What is received of a reading that breaks off there."""
    try:
        return decoded(sent[:end].splitlines(keepends=True))
    except ValueError:
        return None


@pytest.mark.parametrize(
    "rows",
    [
        [["a\nb\r\n", "", "\ud800 \x00"], ["\n", "\u2028", ""]],
        [["a\x1fb", "c"], ["", "\x1f"]],
        [["a", "b"], ["c"]],
        [[""]] * 2000,
        [["", ""]],
        [[]],
    ],
)
def test_cells_travel_as_they_are(rows: list[list[str]]) -> None:
    table = Table("a.csv", ("A", "B", "C"), 1, [SourceRow(number, cells) for number, cells in enumerate(rows, 7)])
    reading = Reading("a.csv", "", 0, tables=(table, table))
    sent = b"".join(encoded(reading))
    received = decoded(sent.splitlines(keepends=True))
    assert [[(row.number, row.cells) for row in one.rows] for one in received.tables] == [list(enumerate(rows, 7))] * 2
    for end in {*range(1, 200), *range(len(sent) - 60, len(sent) - 1)} & {*range(len(sent) - 1)}:
        assert whole_at(sent, end) is None


@needs_pipes
def test_a_file_that_never_ends_costs_itself_only(good: ReadRequest, tmp_path: Path) -> None:
    # So long that a loaded machine reads the good ones in it, its start included.
    before = children()
    readings = read_files([good, endless(tmp_path), good], limits=Limits(silence=5))
    assert [len(one.tables) for one in readings] == [1, 0, 1]
    assert "no sign of life for 5 seconds" in readings[1].refusal
    assert children() == before


@needs_pipes
def test_a_reader_that_dies_costs_its_file_only(good: ReadRequest, tmp_path: Path) -> None:
    before, killed = children(), []

    def kill_when_it_waits(_told: Progress) -> None:
        """Kill the reader when it has said that it begins with the first file."""
        if not killed:
            (reader,) = children() - before
            reader.kill()
            killed.append(reader)

    readings = read_files([endless(tmp_path), good], progress=kill_when_it_waits)
    assert killed
    assert "its reader stopped" in readings[0].refusal
    assert len(readings[1].table.rows) == 2


@needs_pipes
def test_cancel_ends_the_child_at_once(tmp_path: Path) -> None:
    asked = []

    def cancelled() -> bool:
        asked.append(1)
        return len(asked) > 5

    before = children()
    with pytest.raises(Cancelled):
        read_files([endless(tmp_path)], cancelled=cancelled)
    assert children() == before


def test_a_file_that_swells_is_stopped(good: ReadRequest, tmp_path: Path) -> None:
    big = tmp_path / "big.csv"
    big.write_text("Name,Comment\n" + "Jane,No\n" * 1_500_000, encoding="utf-8")
    readings = read_files([ReadRequest(big), good], limits=Limits(memory=60 << 20))
    assert "memory" in readings[0].refusal
    assert len(readings[1].table.rows) == 2


def test_output_beyond_all_measure_is_stopped(good: ReadRequest, tmp_path: Path) -> None:
    wide = tmp_path / "wide.csv"
    wide.write_text("Name,Comment\n" + "Jane,No\n" * 400_000, encoding="utf-8")
    readings = read_files([ReadRequest(wide), good], limits=Limits(output=1000))
    assert "swells" in readings[0].refusal
    assert len(readings[1].table.rows) == 2


def test_a_module_lying_beside_the_file_is_never_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "csv.py").write_text("raise SystemExit('run')\n")
    (tmp_path / "a.csv").write_text("Name,Comment\nJane,No\n")
    monkeypatch.chdir(tmp_path)
    assert len(read_files([ReadRequest(Path("a.csv"))])[0].table.rows) == 1


def mutated(data: bytes, seed: int) -> bytes:
    """Flip, cut, delete, insert and splice, always the same way for the same seed (7-quality.md, D1)."""
    rng = random.Random(seed)
    made = bytearray(data)
    for _ in range(rng.randint(1, 8)):
        at, length = rng.randrange(len(made)), rng.randint(1, 200)
        how = rng.choice(["flip", "cut", "delete", "insert", "splice"])
        if how == "flip":
            made[at] ^= 1 << rng.randrange(8)
        elif how == "cut":
            del made[max(1, len(made) - length) :]
        elif how == "delete":
            del made[at : at + rng.randint(1, 5)]
        elif how == "insert":
            made[at:at] = bytes(rng.choice(b'",;\n\r\x00\xff\\|\tabc') for _ in range(rng.randint(1, 5)))
        else:
            start = rng.randrange(len(made))
            made[at:at] = made[start : start + length]
    return bytes(made)


def test_damaged_files_give_records_or_a_sentence(shared_data: Path, tmp_path: Path, exhaustive: bool) -> None:
    sources = sorted((shared_data / "usda-regs-comments").glob("*.csv"))
    sources += sorted((shared_data / "federal-cdo-dedup-comments").glob("*.csv"))
    requests = []
    for seed in range(10_000 if exhaustive else 1_000):
        path = tmp_path / f"{seed}.csv"
        path.write_bytes(mutated(sources[seed % len(sources)].read_bytes(), seed))
        requests.append(ReadRequest(path, "cp1252" if seed % 2 else ""))
    readings = read_files(requests)
    assert len(readings) == len(requests)
    silent = [one.file for one in readings if not (one.refusal or one.question or one.tables)]
    crashed = [one.refusal for one in readings if "could not be read" in one.refusal]
    assert (silent, crashed) == ([], [])
    assert sum(bool(one.tables) for one in readings) > 0.8 * len(readings)


ORPHAN = """
import sys
from pathlib import Path
from frhearing.intake.reader import ReadRequest
from frhearing.intake.spool import Spool
from frhearing.intake.watch import read_files
spool = Spool()
print(spool.path, flush=True)
read_files([ReadRequest(Path(sys.argv[1]))], spool=spool.path)
"""


def _ended(process: psutil.Process) -> bool:
    """Tell whether a process has ended; in a bare container nobody may have asked how it did."""
    try:
        return not process.is_running() or process.status() == psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return True


@needs_pipes
def test_a_program_that_is_killed_leaves_no_child_and_its_folder_is_swept_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # A folder of its own: whoever imports anything at this moment would sweep the common one.
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    command = [sys.executable, "-c", ORPHAN, str(endless(tmp_path).path)]
    own = os.environ | {"TMPDIR": str(tmp_path)}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=own) as program:
        left = Path(program.stdout.readline().strip())
        while not (started := psutil.Process(program.pid).children()) and program.poll() is None:
            time.sleep(0.01)
        program.kill()
    assert started
    until = time.monotonic() + 60
    while not all(map(_ended, started)) and time.monotonic() < until:
        time.sleep(0.05)
    assert all(map(_ended, started))
    assert left.is_dir()
    kept = Spool()
    assert kept.path.is_dir()
    assert not left.exists()
    path = kept.path
    del kept
    assert not path.exists()
