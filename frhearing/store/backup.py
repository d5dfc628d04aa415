"""Consistent copies of a store; a plain copy of a WAL database can miss pages."""

from pathlib import Path

from frhearing.store.connection import Connection, connect


def copy_store(source: Connection, destination: Path) -> None:
    """Write a consistent copy with SQLite's backup interface; raises what SQLite raises."""
    copy = connect(destination)
    try:
        source.backup(copy)
        # One file without companions: a backup is carried away on a stick.
        copy.execute("PRAGMA journal_mode=DELETE")
    finally:
        copy.close()


def copy_before_migration(source: Connection, path: Path, version: int) -> Path:
    """Keep the store as it was before its tables change; returns the copy's path."""
    folder = path.parent / "backups"
    folder.mkdir(mode=0o700, exist_ok=True)
    copy = folder / f"before-version-{version + 1}.db"
    number = 1
    while copy.exists():
        number += 1
        copy = folder / f"before-version-{version + 1}-{number}.db"
    copy_store(source, copy)
    return copy
