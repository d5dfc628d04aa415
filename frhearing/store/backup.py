"""Consistent copies of a store; a plain copy of a WAL database can miss pages."""

import os
import shutil
from pathlib import Path

from frhearing.store.connection import Connection, connect


def copy_store(source: Connection, destination: Path) -> None:
    """Write a consistent copy in one step, so that a crash leaves no half copy; raises what SQLite raises."""
    part = destination.with_name(destination.name + ".part")
    part.unlink(missing_ok=True)
    copy = connect(part)
    try:
        source.backup(copy)
        # One file without companions: a backup is carried away on a stick.
        copy.execute("PRAGMA journal_mode=DELETE")
    finally:
        copy.close()
    with part.open("rb+") as written:
        os.fsync(written.fileno())
    part.replace(destination)


def copy_before_migration(source: Connection, path: Path, version: int) -> Path:
    """Keep the store as it was before its tables change; returns the copy's path."""
    folder = path.parent / "backups"
    folder.mkdir(mode=0o700, exist_ok=True)
    copy = free_name(folder, f"before-version-{version + 1}")
    copy_store(source, copy)
    return copy


def free_name(folder: Path, stem: str) -> Path:
    """Return a path for a copy that no file has yet."""
    path, number = folder / f"{stem}.db", 1
    while path.exists():
        number += 1
        path = folder / f"{stem}-{number}.db"
    return path


def copy_files(source: Path, destination: Path) -> int:
    """Copy the originals that the destination lacks and return how many; they are named by their SHA-256."""
    destination.mkdir(mode=0o700, parents=True, exist_ok=True)
    missing = [path for path in source.iterdir() if not (destination / path.name).exists()] if source.exists() else []
    for path in missing:
        shutil.copy2(path, destination / path.name)
    return len(missing)
