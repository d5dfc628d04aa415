"""Puts a finished file onto the disk in one step: an older one stays whole until the new one is complete."""

import contextlib
import os
from pathlib import Path
from typing import Final

from frhearing.model.errors import DiskFault, Refused
from frhearing.paths import LOCK_NAME, STORE_NAME, WINDOW_SETTINGS_NAME

_DATABASE: Final = b"SQLite format 3\0"
_BESIDE_A_STORE: Final = (STORE_NAME, f"{STORE_NAME}-wal", f"{STORE_NAME}-shm", LOCK_NAME, WINDOW_SETTINGS_NAME)


def put(path: Path, data: bytes, what: str = "The summary") -> None:
    """Write a file whole or not at all; raises DiskFault with a sentence that begins with ``what``.

    Raises Refused where the file is a store, a backup of one, or belongs to a store: records are never written over.
    """
    try:
        _no_records(path, what)
        if path.is_symlink() or (path.exists() and not path.is_file()):
            # A device or a pipe takes what comes; put in its place, a file would take it away from the system.
            path.write_bytes(data)
        else:
            in_one_step(path, data)
    except OSError as fault:
        raise DiskFault(
            f"{what} could not be written to {path} ({fault.strerror}). The record is untouched. "
            "Choose another place, or close the program that has the file open."
        ) from fault


def in_one_step(path: Path, data: bytes, mode: int = 0o666) -> None:
    """Write beside and put into its place; half a file does not stay behind. Raises OSError.

    The file may be used by whom ``mode`` says, as far as the system lets it.
    """
    part = path.with_name(path.name + ".part")
    part.unlink(missing_ok=True)
    # Made here and now: whoever put a link in its place finds nothing written through it.
    new_and_binary = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    try:
        with os.fdopen(os.open(part, new_and_binary, mode), "wb") as out:
            out.write(data)
            out.flush()
            os.fsync(out.fileno())
        part.replace(path)
    except OSError:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)
        raise


def _no_records(path: Path, what: str) -> None:
    """Raise Refused where a path is a database, or one of the files that lie beside a store and belong to it."""
    beside = path.name in _BESIDE_A_STORE and (path.parent / STORE_NAME).exists()
    if beside or (path.is_file() and _begins_as_database(path)):
        raise Refused(f"{what} was not written: {path} holds records or belongs to them. Choose another name.")


def _begins_as_database(path: Path) -> bool:
    """Say whether a file is one of SQLite's."""
    with path.open("rb") as there:
        return there.read(len(_DATABASE)) == _DATABASE
