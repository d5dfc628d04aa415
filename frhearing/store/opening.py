"""The writer of a store: made for a new one, migrated for an older one, refused for what is not ours to write."""

import re
from pathlib import Path

from frhearing.model.errors import DiskFault, StoreDamaged
from frhearing.store.connection import Connection, DatabaseError, connect, in_words
from frhearing.store.lock import StoreLock
from frhearing.store.telling import Tell, nobody
from frhearing.store.version import VERSION, older, refuse_newer

_ORIGINAL = re.compile("[0-9a-f]{64}")


def open_writer(path: Path, *, migrates: bool = True, tell: Tell = nobody) -> Connection:
    """Open the one writing connection, making or migrating the store as needed; raises ClerkErrors.

    An older store raises StoreOlder unless the opening ``migrates`` it; how far that is, it tells.
    """
    fresh = not path.exists() or path.stat().st_size == 0
    if fresh:
        _refuse_emptied(path)
    else:
        _look_first(path)
    writer = connect(path)
    try:
        version = refuse_newer(writer, path)
        if version < VERSION:
            if version and not migrates:
                raise older(path, version)
            if not fresh:
                from frhearing.store.backup import copy_before_migration

                copy_before_migration(writer, path, VERSION, tell)
            # Imported only when a step is pending: an up-to-date store opens without sqlite-utils.
            from frhearing.store.migrations import migrate

            migrate(writer, tell)
    except DatabaseError as fault:
        writer.close()
        raise in_words(fault, path) from fault
    except BaseException:
        writer.close()
        raise
    return writer


def upgrade(path: Path, lock_path: Path, tell: Tell) -> None:
    """Bring an older store to the tables of this program and close it again; raises ClerkErrors.

    Each step is a transaction, after a copy that is complete before it has its name: killed at any moment, the store
    is as it was or a step further, and the next opening goes on from there.
    """
    lock = StoreLock(lock_path)
    lock.acquire()
    try:
        open_writer(path, tell=tell).close()
    finally:
        lock.release()


def _refuse_emptied(path: Path) -> None:
    """Refuse to begin anew in an empty file where what belongs to a store that held records lies beside it."""
    if not path.exists():
        return
    waiting = path.with_name(path.name + "-wal")
    kept = any(path.parent.glob("backups/*.db"))
    received = any(_ORIGINAL.fullmatch(one.name) for one in path.parent.glob("files/*"))
    if kept or received or (waiting.exists() and waiting.stat().st_size):
        beside = "backups lie" if kept else "received files lie" if received else "its newest changes lie"
        raise StoreDamaged(
            f"{path} is empty, yet {beside} beside it: the records were lost from the file. It was left as it stands, "
            "and no new store was begun in it. Put the newest backup in its place, or ask for help first. "
            "To begin a new store all the same, move the empty file away."
        )


def _look_first(path: Path) -> None:
    """Refuse what is not ours to write before a writing connection changes so much as its header."""
    try:
        probe = connect(path, readonly=True)
    except DiskFault:
        return  # the writing connection meets the same fault and tells it
    try:
        if not refuse_newer(probe, path):
            _refuse_strange(probe, path)
    except DatabaseError as fault:
        raise in_words(fault, path) from fault
    finally:
        probe.close()


def _refuse_strange(connection: Connection, path: Path) -> None:
    """Refuse a database that some other program made: nothing of ours is laid into it."""
    others = "SELECT 1 FROM sqlite_master WHERE type='table' AND name<>'_sqlite_migrations' LIMIT 1"
    if connection.execute(others).fetchone() is not None:
        raise StoreDamaged(
            f"{path} is a database of some other program, not a store of frhearing. It was left as it stands. "
            "Choose another folder, or move that file away."
        )
