"""Consistent copies of a store; a plain copy of a WAL database can miss pages."""

import os
import re
import shutil
from collections.abc import Callable
from pathlib import Path

from frhearing.store.connection import Connection, connect
from frhearing.store.telling import Tell, nobody

_DIGEST = re.compile("[0-9a-f]{64}")
_TOLD_EVERY = 1_000
"""Pages that are copied before it is told how far the copy is."""


def copy_store(source: Connection, destination: Path, told: Callable[[int, int, int], None] | None = None) -> None:
    """Write a consistent copy in one step, so that a crash leaves no half copy; raises what SQLite raises.

    ``told`` is called from time to time with a status, the pages that are left, and all pages.
    """
    part = destination.with_name(destination.name + ".part")
    _remove(part)
    try:
        copy = connect(part)
        try:
            # What it is written to is thrown away if it fails, and needs no journal that takes as much room again.
            copy.execute("PRAGMA journal_mode=OFF")
            source.backup(copy, pages=_TOLD_EVERY if told else -1, progress=told)
            # One file without companions: a backup is carried away on a stick.
            copy.execute("PRAGMA journal_mode=DELETE")
        finally:
            copy.close()
        into_place(part, destination)
    finally:
        _remove(part)


def copy_bytes(source: Path, destination: Path) -> None:
    """Copy a file in one step, so that a crash leaves no half copy; raises OSError."""
    part = destination.with_name(destination.name + ".part")
    try:
        shutil.copyfile(source, part)
        into_place(part, destination)
    finally:
        part.unlink(missing_ok=True)


def into_place(part: Path, destination: Path) -> None:
    """Give a file that was written completely its name, once it is safe on the disk."""
    with part.open("rb+") as written:
        os.fsync(written.fileno())
    part.replace(destination)


def _remove(part: Path) -> None:
    """Remove a copy that was begun, with its companions."""
    for companion in ("", "-wal", "-shm", "-journal"):
        part.with_name(part.name + companion).unlink(missing_ok=True)


def settle(path: Path) -> None:
    """Bring everything that lies beside a sound store into its one file; raises ClerkErrors."""
    connection = connect(path)
    try:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    finally:
        connection.close()


def copy_before_migration(source: Connection, path: Path, version: int, tell: Tell = nobody) -> Path:
    """Keep the store as it was before its tables become those of a version, and tell how far the copy is.

    Returns the copy's path.
    """
    folder = path.parent / "backups"
    folder.mkdir(mode=0o700, exist_ok=True)
    copy = free_name(folder, f"before-version-{version}")
    size = int(source.execute("PRAGMA page_size").fetchone()[0])

    def told(_status: int, left: int, total: int) -> None:
        done, whole = (-(-pages * size // 1_000_000) for pages in (total - left, total))
        tell(done, whole, f"Keeping a copy: {done:,} of {whole:,} MB")

    copy_store(source, copy, told)
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
    missing = missing_files(source, destination)
    for path in missing:
        copy_bytes(path, destination / path.name)
    return len(missing)


def missing_files(source: Path, destination: Path) -> list[Path]:
    """Return the originals that the destination lacks."""
    named = [path for path in source.iterdir() if _DIGEST.fullmatch(path.name)] if source.is_dir() else []
    return [path for path in named if not (destination / path.name).exists()]
