"""One writer per store, decided by the operating system and gone with the process that holds it."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

from frhearing.model.errors import StoreLocked, WriteProtected

if TYPE_CHECKING:
    from filelock import BaseFileLock


def surely_free(path: Path) -> bool:
    """Tell whether nobody holds a store's lock just now; False also where that cannot be told without taking it.

    It asks the operating system what filelock asks it (``flock``), and so loads no more than that. On a disk that
    is write-protected nobody can take it, so there it is not free.
    """
    if not os.access(path if path.exists() else path.parent, os.W_OK):
        return False
    try:
        import fcntl

        with path.open("rb") as held:
            fcntl.flock(held, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except FileNotFoundError:
        return True
    except (ImportError, OSError):
        return False
    return True


class StoreLock:
    """The lock beside a store, held by the window or by a writing command."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock: BaseFileLock | None = None

    def acquire(self) -> None:
        """Take the lock at once or raise StoreLocked; WriteProtected where the folder cannot be written to."""
        # Loaded when somebody writes: who only reads does without, and so does the window until it is painted.
        from filelock import FileLock, Timeout

        # Held by the process, not by the thread that happened to open the store.
        lock = FileLock(self._path, timeout=0, thread_local=False)
        try:
            lock.acquire()
        except Timeout as taken:
            raise StoreLocked(
                f"Another window or command of frhearing is writing in {self._path.parent} just now. "
                "Nothing was changed. Close it, or work in that window, then try again."
            ) from taken
        except OSError as fault:
            raise WriteProtected(
                f"The folder {self._path.parent} can only be read ({fault.strerror}), so nothing can be saved there. "
                "Nothing was lost. Remove the protection, or copy the folder to a disk that can be written to."
            ) from fault
        self._lock = lock

    def release(self) -> None:
        """Give the lock up, if it is held."""
        if self._lock is not None:
            self._lock.release()
