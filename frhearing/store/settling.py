"""Moves the pages of a large action from the journal into the store's file, beside the work that goes on.

What is in the journal is as safe and as quickly found as what is in the file; only a journal that nobody clears away
grows. The clerk who waits for an import need not wait until that is done.
"""

import contextlib
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from frhearing.model.errors import ClerkError
from frhearing.store.connection import Connection, DatabaseError, connect

_NEVER: Final = "PRAGMA wal_autocheckpoint=0"
_USUAL: Final = "PRAGMA wal_autocheckpoint=1000"
"""When a connection moves pages by itself: never, or after so many as ``connection`` says."""


class Settling:
    """Sees to the pages of one store; at most one thread does so at a time."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._thread: threading.Thread | None = None

    @contextlib.contextmanager
    def later(self, writer: Connection | None) -> Iterator[None]:
        """Keep the writer from moving pages while this lasts; a thread of its own does so afterwards."""
        if writer is None:
            yield
            return
        self.wait()
        writer.execute(_NEVER)
        try:
            yield
        finally:
            writer.execute(_USUAL)
            self._thread = threading.Thread(target=_settle, args=(self._path,), name="settling")
            self._thread.start()

    def wait(self) -> None:
        """Wait until the pages have moved: some tenths of a second after a very large import."""
        if self._thread is not None:
            self._thread.join()
            self._thread = None


def _settle(path: Path) -> None:
    """Move what can be moved; where it cannot, the next save does it, and tells of a fault."""
    with contextlib.suppress(ClerkError, DatabaseError, OSError):
        connection = connect(path)
        try:
            connection.execute("PRAGMA wal_checkpoint(PASSIVE)")
        finally:
            connection.close()
