"""Connections to SQLite: the newest library there is, the settings that survive power cuts, faults in words."""

import contextlib
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from frhearing.model.errors import ClerkError, DiskFault, StoreDamaged, StoreLocked, WriteProtected

if TYPE_CHECKING:
    import sqlite3 as sqlite
else:
    try:
        # The library sqlite-utils itself prefers: two copies of SQLite on one open file lose locks.
        import pysqlite3 as sqlite
    except ImportError:
        import sqlite3 as sqlite

Connection = sqlite.Connection
Row = sqlite.Row
DatabaseError = sqlite.DatabaseError
IntegrityError = sqlite.IntegrityError

SQLITE_VERSION = sqlite.sqlite_version_info
WAL_IS_SAFE = SQLITE_VERSION >= (3, 51, 3)
"""Earlier versions can lose committed pages in WAL mode (the WAL-reset race)."""

_SHARED = (
    "foreign_keys=ON",
    "recursive_triggers=ON",
    "trusted_schema=OFF",
    "cell_size_check=ON",
    "cache_size=-65536",
    "temp_store=MEMORY",
    "mmap_size=0",
)
_JOURNAL = ("journal_mode=WAL", "synchronous=FULL") if WAL_IS_SAFE else ("journal_mode=DELETE", "synchronous=EXTRA")
_WRITING = (
    *_JOURNAL,
    "fullfsync=ON",
    "checkpoint_fullfsync=ON",
    "wal_autocheckpoint=1000",
    "journal_size_limit=67108864",
)


def connect(path: Path, *, readonly: bool = False) -> Connection:
    """Open a connection; nothing is created when reading. Raises the faults of ``in_words``."""
    mode = "mode=ro" if readonly else "mode=rwc"
    try:
        return _opened(path, mode)
    except DatabaseError as fault:
        if readonly and path.exists() and _nothing_pending(path):
            # On a disk that cannot be written to, or has no room left for a word, nobody writes: SQLite need not
            # look out for them.
            with contextlib.suppress(DatabaseError):
                return _opened(path, f"{mode}&immutable=1")
        raise in_words(fault, path) from fault
    except UnicodeDecodeError as fault:
        raise damaged(path, fault) from fault


def _nothing_pending(path: Path) -> bool:
    """Say whether all that was saved stands in the store itself and nothing waits beside it."""
    pending = path.with_name(path.name + "-wal")
    return not pending.exists() or pending.stat().st_size == 0


def _opened(path: Path, mode: str) -> Connection:
    """Open a connection with its settings; raises what SQLite raises."""
    uri = f"file:{_quoted(path)}?{mode}"
    made = sqlite.connect(
        uri, uri=True, isolation_level=None, timeout=5, check_same_thread=False, cached_statements=512
    )
    try:
        made.row_factory = Row
        for pragma in (*_SHARED, *(_WRITING if mode == "mode=rwc" else ("query_only=ON", "schema_version"))):
            made.execute(f"PRAGMA {pragma}")
    except BaseException:
        made.close()
        raise
    return made


def _quoted(path: Path) -> str:
    """Write a path for SQLite's URI form."""
    text = str(path.resolve()).replace("%", "%25").replace("?", "%3f").replace("#", "%23")
    return text.replace("\\", "/")


def in_words(fault: DatabaseError, path: Path) -> ClerkError:
    """Turn a fault of SQLite into the sentence a clerk needs."""
    code = getattr(fault, "sqlite_errorcode", 0) & 0xFF
    # A copy that finds no room has no code, only SQLite's own words for one.
    if (
        code == sqlite.SQLITE_FULL
        or "disk is full" in str(fault)
        or (code == sqlite.SQLITE_IOERR and _free_kib(path) < 1024)
    ):
        return DiskFault(
            f"The disk that holds {path} is full ({_free_kib(path):,} KB free). Everything saved before is still "
            "there and this change was not half made. Free some space, then try again."
        )
    if code == sqlite.SQLITE_READONLY:
        return WriteProtected(
            f"{path} can only be read: the disk or the file is write-protected. Nothing was changed or lost. "
            "Remove the protection or copy the folder to a disk that can be written to."
        )
    if code == sqlite.SQLITE_CANTOPEN:
        return DiskFault(
            f"{path} cannot be opened: the folder is missing or this account may not use it. Nothing was changed. "
            "Check the folder and its permissions, then start again."
        )
    if code in (sqlite.SQLITE_BUSY, sqlite.SQLITE_LOCKED):
        return StoreLocked(
            f"{path} is being written by another program just now. Nothing was changed. Try again in a moment."
        )
    if code in (sqlite.SQLITE_CORRUPT, sqlite.SQLITE_NOTADB):
        return damaged(path, fault)
    return DiskFault(
        f"The disk reported a fault while {path} was in use ({fault}). Everything saved before is still there "
        "and this change was not made. Check the disk and try again."
    )


def damaged(path: Path, fault: Exception) -> StoreDamaged:
    """Say that a store cannot be read."""
    return StoreDamaged(
        f"{path} is damaged or is not a store of frhearing ({fault}). It was left as it stands. "
        "Restore the newest backup, or ask for help before anything else is done with it."
    )


def _free_kib(path: Path) -> int:
    """Return the free space of a path's disk in KiB."""
    folder = path if path.is_dir() else path.parent
    return shutil.disk_usage(folder).free // 1024 if folder.exists() else 0
