"""The process in which files are read: ``frhearing --intake-child FOLDER MEGABYTES SPOOL``.

It reads the requests that lie in the folder, writes each reading beside them and tells on its standard output
how far it is. Whatever a file does to it costs that file and one sentence; the parent (watch.py) sees to the rest.
"""

import contextlib
import gc
import json
import os
import threading
import time
from pathlib import Path
from typing import Final

from frhearing.intake.draft import Reading
from frhearing.intake.reader import ReadRequest, read_file
from frhearing.intake.wire import encoded

REQUESTS: Final = "requests.jsonl"
_TELL_EVERY: Final = 0.05
"""Seconds between two reports of progress."""


def reading_name(index: int) -> str:
    """Return the name of the file in which the reading of the request of that index is left."""
    return f"reading-{index}.jsonl"


def main(arguments: list[str]) -> int:
    """Read every request of the folder given first, within the megabytes of memory given second.

    What is found inside the files is left in the folder given third.
    """
    folder, megabytes, spool = Path(arguments[0]), int(arguments[1]), Path(arguments[2])
    threading.Thread(target=_end_with_parent, daemon=True).start()
    gc.disable()  # what is read hangs together in no circles, and this process is gone in a moment
    _limit_memory(megabytes)
    for line in (folder / REQUESTS).read_text(encoding="utf-8", errors="surrogatepass").splitlines():
        asked = json.loads(line)
        index = int(asked["index"])
        _tell("begin", index)
        reading = _read(
            ReadRequest(Path(asked["path"]), asked["encoding"], asked["parting"], asked["name"], asked["depth"]), spool
        )
        with (folder / reading_name(index)).open("wb") as out:
            for part in encoded(reading):
                out.write(part)
        _tell("end", index)
    return 0


def _read(request: ReadRequest, spool: Path) -> Reading:
    """Read one file; whatever goes wrong in a parser becomes a sentence about that file."""
    last = [0.0]

    def progress(done: int, total: int) -> None:
        if time.monotonic() - last[0] > _TELL_EVERY:
            last[0] = time.monotonic()
            _tell("done", done, total)

    try:
        return read_file(request, progress, spool)
    except MemoryError:
        reason = "it needs more memory than reading a file may take"
    except RecursionError:
        reason = "its parts lie within one another without end"
    except Exception as fault:  # a parser may raise anything on a broken file; here is where it ends
        reason = f"its contents are not what they should be: {type(fault).__name__}"
    name = request.file
    sentence = f"“{name}” could not be read ({reason}); nothing of it was imported, and the file is as it was."
    return Reading(name, "", 0, refusal=sentence)


def _end_with_parent() -> None:
    """End at once when the program has ended that wants to know what stands in the files."""
    # Not by way of sys.stdin: a thread that holds its lock would hold up this process at its own end.
    os.read(0, 1)
    os._exit(1)


def _tell(*words: str | int) -> None:
    # In one piece: a reader may tell how far it is from two threads.
    print(f"{' '.join(map(str, words))}\n", end="", flush=True)


def _limit_memory(megabytes: int) -> None:
    """Let the system itself refuse memory beyond the limit, where it can; the parent watches on every system."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        # Address space counts the interpreter and its libraries too, which the limit on used memory does not.
        most = (megabytes + 256) << 20
        resource.setrlimit(resource.RLIMIT_AS, (most, most))
