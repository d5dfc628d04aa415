"""What bombs cost, how long documents take to read, and what becomes of damaged ones.

Usage: python tests/bench/bench_documents.py [COUNT]     (1,000 damaged files of each kind if none are given)

Bars: a bomb is refused in ≤ 2 s and ≤ 256 MB; damaged files give 0 crashes, 0 hangs, 0 silent (7-quality.md, D1, D3).
"""

import sys
import tempfile
import threading
import time
from collections.abc import Sequence
from pathlib import Path

import psutil

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests"), str(ROOT / "tests" / "intake")]

from made_documents import paragraph, pdf_file, run, word_file  # noqa: E402  the paths come first
from made_texts import open_text_file, samples  # noqa: E402
from test_bombs import bombs  # noqa: E402
from test_damaged_documents import damaged_inside  # noqa: E402
from test_watch import mutated  # noqa: E402

from frhearing.intake.draft import Reading  # noqa: E402
from frhearing.intake.reader import ReadRequest  # noqa: E402
from frhearing.intake.watch import read_files  # noqa: E402

WORDS = "The council should keep the library open on Sundays and plant the trees of our street first. " * 3


class Peak:
    """The most memory that a child of this process holds while it is watched, in MB."""

    def __init__(self) -> None:
        self.megabytes = 0.0
        self._done = threading.Event()
        self._watcher = threading.Thread(target=self._watch)

    def __enter__(self) -> "Peak":
        self._watcher.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._done.set()
        self._watcher.join()

    def _watch(self) -> None:
        while not self._done.wait(0.01):
            for child in psutil.Process().children():
                try:
                    self.megabytes = max(self.megabytes, child.memory_info().rss / 2**20)
                except psutil.Error:
                    continue


def timed(files: dict[str, bytes]) -> tuple[list[Reading], float, float]:
    """Read files in one child: what was read, seconds, MB at most."""
    with tempfile.TemporaryDirectory() as folder:
        requests = []
        for name, data in files.items():
            (Path(folder) / name).write_bytes(data)
            requests.append(ReadRequest(Path(folder) / name))
        begun = time.perf_counter()
        with Peak() as peak:
            readings = read_files(requests)
        return readings, time.perf_counter() - begun, peak.megabytes


def tell_bombs() -> None:
    """Print what each bomb costs."""
    for name, data in bombs().items():
        (reading, *_), seconds, megabytes = timed({name: data})
        said = (reading.refusal or reading.notes[0]).partition("”")[2][:60]
        print(f"  {name:16} {len(data):>9,} bytes  {seconds:5.2f} s  {megabytes:4.0f} MB  …{said}…")


def tell_long_ones() -> None:
    """Print how long long documents take."""
    page = "\n".join([WORDS[:90]] * 40)
    long = {
        "200 pages.pdf": pdf_file(*[page] * 200),
        "3,000 paragraphs.docx": word_file(paragraph(run(WORDS)) * 3_000),
        "3,000 paragraphs.odt": open_text_file(f"<text:p>{WORDS}</text:p>" * 3_000),
        "3,000 paragraphs.rtf": b"{\\rtf1 " + (WORDS.encode() + b"\\par\n") * 3_000 + b"}",
    }
    for name, data in long.items():
        (reading,), seconds, megabytes = timed({name: data})
        letters = len(reading.table.column("Text")[0])
        print(f"  {name:22} {letters:>9,} letters  {seconds:5.2f} s  {megabytes:4.0f} MB")


def tell_damaged(count: int) -> None:
    """Print what becomes of damaged files of each kind."""
    for ending, sound in samples().items():
        files = {}
        for seed in range(count):
            inside = sound.startswith(b"PK") and seed % 2
            files[f"{seed}.{ending}"] = damaged_inside(sound, seed) if inside else mutated(sound, seed)
        readings, seconds, megabytes = timed(files)
        print(f"  {ending:5} {outcome(readings)}  {seconds:5.1f} s  {megabytes:4.0f} MB")


def outcome(readings: Sequence[Reading]) -> str:
    """Say what became of files, in numbers."""
    read = sum(bool(one.tables or one.members) for one in readings)
    asked = sum(bool(one.question) for one in readings)
    broken = sum("could not be read (" in one.refusal for one in readings)
    refused = sum(bool(one.refusal) for one in readings) - broken
    silent = len(readings) - read - asked - refused - broken
    return (
        f"{len(readings):>5,} files: {read:>5,} read, {refused:>4,} refused in words, {asked:>4,} asked about, "
        f"{broken} crashed or hung, {silent} silent"
    )


if __name__ == "__main__":
    print("Bombs, each in a child of its own (its start included):")
    tell_bombs()
    print("Long documents, likewise:")
    tell_long_ones()
    print("Damaged files, one child for each kind:")
    tell_damaged(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000)
