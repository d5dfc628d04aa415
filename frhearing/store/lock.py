"""One writer per store, decided by the operating system and gone with the process that holds it."""

from pathlib import Path

from filelock import FileLock, Timeout

from frhearing.model.errors import StoreLocked, WriteProtected


class StoreLock:
    """The lock beside a store, held by the window or by a writing command."""

    def __init__(self, path: Path) -> None:
        self._path = path
        # Held by the process, not by the thread that happened to open the store.
        self._lock = FileLock(path, timeout=0, thread_local=False)

    def acquire(self) -> None:
        """Take the lock at once or raise StoreLocked; WriteProtected where the folder cannot be written to."""
        try:
            self._lock.acquire()
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

    def release(self) -> None:
        """Give the lock up."""
        self._lock.release()
