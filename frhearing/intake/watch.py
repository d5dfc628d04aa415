"""Has files read by a child process and watches it: its memory, its silence, the size of what it writes.

A file that makes the child crash, hang or swell costs that file and one sentence; the others are read on.
"""

import json
import os
import queue
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO, Final

import psutil

import frhearing
from frhearing.intake.child import REQUESTS, reading_name
from frhearing.intake.draft import Reading
from frhearing.intake.reader import ReadRequest
from frhearing.intake.wire import decoded
from frhearing.model.errors import Cancelled

CHILD_FLAG: Final = "--intake-child"
"""With this flag the program is the child (``__main__.py``)."""
_LOOK_EVERY: Final = 0.04


@dataclass(frozen=True, slots=True)
class Limits:
    """What reading may cost: memory and output in bytes, seconds without a sign of life, files in all."""

    memory: int = 512 << 20
    silence: float = 10.0
    output: int = 2 << 30
    files: int = 50_000


@dataclass(frozen=True, slots=True)
class Progress:
    """How far reading is: which file of how many, and how much of it, in the reader's own units (0 if unknown)."""

    file: str
    number: int
    files: int
    done: int = 0
    total: int = 0


LIMITS: Final = Limits()


def read_files(
    requests: Sequence[ReadRequest],
    *,
    spool: Path | None = None,
    progress: Callable[[Progress], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
    limits: Limits = LIMITS,
) -> list[Reading]:
    """Read files, one reading for each in the same order; what cannot be read carries a sentence.

    The files of a container follow after all others, each with a reading of its own. What lies inside files is
    left in ``spool``; without one it is gone when this returns. Both callables are called on the calling
    thread, some 25 times a second. Raises Cancelled when asked to stop.
    """
    readings: list[Reading] = []
    asked = list(requests)
    # Within the spool, whose leavings are swept up even after a program that was killed.
    with tempfile.TemporaryDirectory(prefix="frhearing-intake-", dir=spool) as name:
        folder = Path(name)
        if spool is None:
            spool = folder / "spool"
            spool.mkdir()
        while len(readings) < len(asked):
            _Run(folder, spool, asked, readings, limits, progress or _tell_nobody, cancelled or _never).finish()
    return readings


class _Run:
    """One life of the child: it reads on from the first request without a reading until it ends or is ended.

    The files of a container become requests of their own, for its next life.
    """

    def __init__(
        self,
        folder: Path,
        spool: Path,
        requests: list[ReadRequest],
        readings: list[Reading],
        limits: Limits,
        progress: Callable[[Progress], None],
        cancelled: Callable[[], bool],
    ) -> None:
        self.folder, self.requests, self.readings, self.limits = folder, requests, readings, limits
        self.progress, self.cancelled = progress, cancelled
        self.said: queue.SimpleQueue[str | None] = queue.SimpleQueue()
        self.heard_at = time.monotonic()
        self.until = len(requests)
        self._write_requests()
        self.child = _start(folder, limits.memory, spool)
        assert self.child.stdout is not None
        threading.Thread(target=_listen, args=(self.child.stdout, self.said), daemon=True).start()

    def finish(self) -> None:
        """Listen until the child has ended; the file at which it ended badly gets its sentence."""
        before = len(self.readings)
        try:
            reason = self._follow()
        finally:
            self.child.kill()
            self.child.wait()
            for end in (self.child.stdin, self.child.stdout):
                if end is not None:
                    end.close()
        # A child that ends without reading anything further would be started for ever.
        if reason or len(self.readings) == before:
            name = self.requests[len(self.readings)].file
            self.readings.append(Reading(name, "", 0, refusal=_sentence(name, reason or "its reader stopped")))

    def _follow(self) -> str:
        """Take in what the child says; returns why it was ended, or nothing where it ended by itself."""
        while True:
            if self.cancelled():
                raise Cancelled
            try:
                words = self.said.get(timeout=_LOOK_EVERY)
            except queue.Empty:
                words = ""
            if words is None:
                return "its reader stopped in the middle"
            if words:
                self.heard_at = time.monotonic()
                self._hear(words.split())
                if len(self.readings) == self.until:
                    return ""  # what it still has to clear away is of no use to anybody
            reason = self._excess()
            if reason:
                return reason

    def _hear(self, words: list[str]) -> None:
        at = len(self.readings)
        if words[0] == "end":
            path = self.folder / reading_name(at)
            with path.open("rb") as lines:
                reading = decoded(lines)
            path.unlink()
            asked = self.requests[at]
            if len(self.requests) + len(reading.members) > self.limits.files:
                refusal = (
                    f"“{reading.file}” holds {len(reading.members):,} files, which with the others makes more than "
                    f"{self.limits.files:,}; nothing of it was imported. Import it by itself, or in parts."
                )
                reading = replace(reading, members=(), refusal=refusal)
            self.readings.append(replace(reading, origin=asked.path))
            self.requests += [
                ReadRequest(member.path, asked.encoding, asked.parting, member.name, asked.depth + 1)
                for member in reading.members
            ]
            self.heard_at = time.monotonic()
            return
        name = self.requests[at].file
        numbers = [int(word) for word in words[1:]] if words[0] == "done" else []
        self.progress(Progress(name, at + 1, len(self.requests), *numbers))

    def _excess(self) -> str:
        """Return what the child has too much of, if anything."""
        if time.monotonic() - self.heard_at > self.limits.silence:
            return f"its reader gave no sign of life for {self.limits.silence:g} seconds"
        try:
            used = psutil.Process(self.child.pid).memory_info().rss
        except psutil.Error:
            return ""  # it has ended; what it said last is still being heard
        if used > self.limits.memory:
            return f"it needs more than {self.limits.memory >> 20} MB of memory: divide it, or import its parts"
        written = self.folder / reading_name(len(self.readings))
        if written.exists() and written.stat().st_size > self.limits.output:
            return "it swells to more than it could honestly hold"
        return ""

    def _write_requests(self) -> None:
        lines = (
            json.dumps(
                {
                    "index": index,
                    "path": str(one.path.absolute()),
                    "encoding": one.encoding,
                    "parting": one.parting,
                    "name": one.name,
                    "depth": one.depth,
                }
            )
            for index, one in enumerate(self.requests)
            if index >= len(self.readings)
        )
        (self.folder / REQUESTS).write_text("\n".join(lines), encoding="utf-8", errors="surrogatepass")


def _start(folder: Path, memory: int, spool: Path) -> "subprocess.Popen[str]":
    """Start the child, away from the folder the clerk is in: a file there must never be taken for a module."""
    # A packaged program has no Python to be told of a module: it is its own reader.
    program = [] if getattr(sys, "frozen", False) else ["-P", "-m", "frhearing"]
    command = [sys.executable, *program, CHILD_FLAG]
    package = str(Path(frhearing.__file__).resolve().parent.parent)
    around = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, (package, os.environ.get("PYTHONPATH", ""))))}
    return subprocess.Popen(
        [*command, str(folder), str(memory >> 20), str(spool)],
        # Nothing is ever said there: it closes when this process ends, however it ends, and the child ends too.
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=folder,
        env=around,
        encoding="utf-8",
        # No console window flashes up on Windows.
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )


def _listen(stream: IO[str], said: "queue.SimpleQueue[str | None]") -> None:
    """Pass on each line the child says, and None when it has fallen silent for good."""
    try:
        for line in stream:
            said.put(line)
    except ValueError:
        pass  # the parent has closed the pipe; nobody is listening any more
    said.put(None)


def _sentence(name: str, reason: str) -> str:
    return f"“{name}” could not be read ({reason}); nothing of it was imported, and the file is as it was."


def _tell_nobody(_: Progress) -> None:
    """Be told of progress and keep it."""


def _never() -> bool:
    return False
