"""One writer per store, decided by the operating system and gone with the process that holds it."""

from pathlib import Path

from filelock import FileLock, Timeout

from frhearing.model.errors import StoreLocked


class StoreLock:
    """The lock beside a store, held by the window or by a writing command."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = FileLock(path, timeout=0)

    def acquire(self) -> None:
        """Take the lock at once or raise StoreLocked."""
        try:
            self._lock.acquire()
        except Timeout as taken:
            raise StoreLocked(
                f"Another window or command of frhearing is writing in {self._path.parent} just now. "
                "Nothing was changed. Close it, or work in that window, then try again."
            ) from taken

    def release(self) -> None:
        """Give the lock up."""
        self._lock.release()
