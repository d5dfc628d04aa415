"""Backups: a consistent copy, reopened and compared; a restore that keeps what it replaces."""

import json
import shutil
from datetime import UTC, datetime
from pathlib import Path

from frhearing.desk.desk import Desk, open_desk
from frhearing.model.backup import BackupInfo
from frhearing.model.errors import ClerkError, DiskFault, NotFound
from frhearing.model.times import now_utc, to_utc_text
from frhearing.paths import STORE_NAME, DataFolder, private_folder
from frhearing.store import audit
from frhearing.store.backup import copy_files, copy_store, free_name
from frhearing.store.connection import DatabaseError, in_words
from frhearing.store.database import Store
from frhearing.store.lock import StoreLock


def backup(desk: Desk, destination: Path) -> BackupInfo:
    """Copy the store, reopen the copy and compare it; raises DiskFault when it is not the same.

    A destination ending in ``.db`` becomes that file; any other becomes a folder that holds the store, the
    originals and a manifest, and that ``--data`` can open.
    """
    single = destination.suffix == ".db"
    try:
        folder = private_folder((destination.parent if single else destination).absolute())
        target = destination.absolute() if single else folder / STORE_NAME
        copy_store(desk.store.reader(), target)
        if not single:
            copy_files(desk.files.files, folder / "files")
    except DatabaseError as fault:
        raise in_words(fault, destination) from fault
    except OSError as fault:
        raise DiskFault(
            f"The backup could not be written to {destination} ({fault.strerror}). The store itself is untouched. "
            "Choose another place with enough space."
        ) from fault
    made = inspect(target)
    if not made.ok or (made.head, made.comments) != (audit.chain_head(desk.store), _comments(desk.store)):
        raise DiskFault(
            f"The backup {target} does not match the store and must not be relied on. The store itself is untouched. "
            "Back up to another disk."
        )
    if not single:
        manifest = {"made_at": now_utc(), "comments": made.comments, "chain_head": made.head, "store": STORE_NAME}
        (folder / "manifest.json").write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")
    return made


def backup_now(desk: Desk) -> BackupInfo:
    """Back up into the store's own folder of backups under the time of day."""
    stamp = datetime.now(UTC).strftime("%Y-%m-%d-%H%M%S")
    return backup(desk, free_name(desk.files.backups, stamp))


def list_backups(folder: Path) -> list[BackupInfo]:
    """Return the copies in the store's folder of backups, the newest first."""
    paths = sorted(DataFolder(folder).backups.glob("*.db"), key=lambda p: p.stat().st_mtime, reverse=True)
    return [inspect(path) for path in paths]


def inspect(path: Path) -> BackupInfo:
    """Open a copy for reading and say what it holds, or why it cannot be used."""
    try:
        stat = path.stat()
    except OSError as fault:
        raise NotFound(f"There is no backup at {path}. Nothing was changed.") from fault
    at = to_utc_text(datetime.fromtimestamp(stat.st_mtime, UTC))
    try:
        copy = Store(path, who="", writing=False)
    except ClerkError as fault:
        return BackupInfo(path, at, stat.st_size, 0, "", False, str(fault))
    try:
        sound = copy.value("PRAGMA quick_check") == "ok"
        return BackupInfo(path, at, stat.st_size, _comments(copy), audit.chain_head(copy), sound)
    except ClerkError as fault:
        return BackupInfo(path, at, stat.st_size, 0, "", False, str(fault))
    finally:
        copy.close()


def restore(folder: Path, source: Path) -> Path | None:
    """Put a backup in the place of the store in a folder; returns where the replaced store is kept.

    No desk may be open on the folder. ``source`` is a ``.db`` file or a folder made by ``backup``.
    """
    found = source / STORE_NAME if source.is_dir() else source
    wanted = inspect(found)
    if not wanted.ok:
        raise DiskFault(f"{found} is not a sound backup, so the store was left as it is. Choose an older one.")
    files = DataFolder(private_folder(folder))
    lock = StoreLock(files.lock)
    lock.acquire()
    try:
        kept = _keep(files)
        part = files.store.with_name(STORE_NAME + ".restoring")
        shutil.copyfile(found, part)
        for companion in ("-wal", "-shm"):
            files.store.with_name(STORE_NAME + companion).unlink(missing_ok=True)
        part.replace(files.store)
    finally:
        lock.release()
    copy_files(found.parent / "files", files.files)
    with open_desk(folder, writing=False) as desk:
        if audit.chain_head(desk.store) != wanted.head:
            raise DiskFault(f"The restored store differs from {found}. The store as it was lies in {kept}.")
    return kept


def _keep(files: DataFolder) -> Path | None:
    """Copy the store that is about to be replaced, readable or not."""
    if not files.store.exists():
        return None
    kept = free_name(files.backups, f"before-restore-{datetime.now(UTC):%Y-%m-%d-%H%M%S}")
    try:
        store = Store(files.store, who="", writing=False)
        try:
            copy_store(store.reader(), kept)
        finally:
            store.close()
    except (ClerkError, DatabaseError):
        # What cannot be opened is kept byte for byte: a later program may read it.
        shutil.copyfile(files.store, kept)
    return kept


def _comments(store: Store) -> int:
    """Return the number of comments in a store, voided ones too."""
    return int(str(store.value("SELECT count(*) FROM comment")))
