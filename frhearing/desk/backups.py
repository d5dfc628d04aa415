"""Backups: a consistent copy, reopened and compared; a restore that keeps what it replaces."""

import contextlib
import json
import shutil
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from frhearing.desk.desk import Desk, require_one
from frhearing.desk.whole_files import put
from frhearing.model.backup import BackupInfo
from frhearing.model.errors import ClerkError, DiskFault, NotFound
from frhearing.model.times import now_utc, to_utc_text
from frhearing.paths import STORE_NAME, DataFolder, private_folder
from frhearing.store import audit
from frhearing.store.backup import copy_bytes, copy_files, copy_store, free_name, into_place, missing_files, settle
from frhearing.store.connection import DatabaseError, in_words
from frhearing.store.database import Store
from frhearing.store.lock import StoreLock


def backup(desk: Desk, destination: Path) -> BackupInfo:
    """Copy the store, reopen the copy and compare it; raises DiskFault when it is not the same.

    A destination ending in ``.db`` becomes that file; any other becomes a folder that holds the store, the
    originals and a manifest, and that ``--data`` can open.
    """
    single = destination.suffix == ".db"
    folder = (destination.parent if single else destination).absolute()
    new = [place for place in (folder, *folder.parents) if not place.exists()]
    target = folder / (destination.name if single else STORE_NAME)
    try:
        private_folder(folder)
        _refuse_to_replace(desk, target)
        made, same = _copied(desk, target, single)
    except BaseException as fault:
        _take_back(folder, new)
        if isinstance(fault, OSError | DatabaseError | DiskFault):
            raise _not_made(desk, destination, folder, single, fault) from fault
        raise
    if not same:
        raise DiskFault(
            f"The backup {target} does not match the store and must not be relied on. The store itself is untouched. "
            "Back up to another disk."
        )
    return made


def _copied(desk: Desk, target: Path, single: bool) -> tuple[BackupInfo, bool]:
    """Copy the store and say whether the copy is the same; into a folder the originals come before it.

    A store in a folder of backups has all that it speaks of beside it at any moment.
    """
    folder = target.parent
    with desk.store.snapshot() as reader:
        # The window may be writing meanwhile: the copy is compared with what was copied.
        wanted = audit.chain_head(desk.store), _comments(desk.store)
        if not single:
            copy_files(desk.files.files, folder / "files")
        copy_store(reader, target)
    made = inspect(target)
    same = made.ok and (made.head, made.comments) == wanted
    if same and not single:
        manifest = {"made_at": now_utc(), "comments": made.comments, "chain_head": made.head, "store": STORE_NAME}
        put(folder / "manifest.json", f"{json.dumps(manifest, indent=1)}\n".encode(), "The backup's manifest")
    return made, same


def _take_back(folder: Path, new: Sequence[Path]) -> None:
    """Remove the folders that were made for a backup that was not, with what is in them; never one from before."""
    if folder in new:
        shutil.rmtree(folder, ignore_errors=True)
    for place in new:
        with contextlib.suppress(OSError):
            place.rmdir()


def _not_made(desk: Desk, destination: Path, folder: Path, single: bool, fault: Exception) -> ClerkError:
    """Say why a backup was not made; that there is no room is seen by the room, whatever the system called it."""
    there = next(place for place in (folder, *folder.parents) if place.exists())
    missing = [] if single else missing_files(desk.files.files, folder / "files")
    pages, size = (int(str(desk.store.value(f"PRAGMA page_{what}"))) for what in ("count", "size"))
    needed = pages * size + sum(path.stat().st_size for path in missing)
    free = shutil.disk_usage(there).free
    if free < needed:
        return DiskFault(
            f"The disk is too full for a backup to {destination}: it takes {_mb(needed)}, and {_mb(free)} are free. "
            "No backup was made; the store itself is untouched. Free some space or choose another disk."
        )
    if isinstance(fault, ClerkError):
        return fault
    if isinstance(fault, DatabaseError):
        return in_words(fault, destination)
    return DiskFault(
        f"The backup could not be written to {destination} ({getattr(fault, 'strerror', fault)}). "
        "The store itself is untouched. Choose another place with enough space."
    )


def _mb(size: int) -> str:
    """Say a number of bytes in MB, to a tenth."""
    return f"{size / 1_000_000:,.1f} MB"


def _refuse_to_replace(desk: Desk, target: Path) -> None:
    """Refuse to write over this store itself, or over anything that is not an older backup of it."""
    if not target.exists():
        return
    require_one(
        not target.samefile(desk.store.path),
        f"{target} is the store itself, so it was not written over. Back up to another folder.",
    )
    require_one(
        audit.has_entry(desk.store, inspect(target).head),
        f"{target} holds something other than an older backup of this store, so it was not written over. "
        "Back up to another folder.",
    )


def backup_now(desk: Desk) -> BackupInfo:
    """Back up into the store's own folder of backups under the time of day."""
    stamp = datetime.now(UTC).strftime("%Y-%m-%d-%H%M%S")
    return backup(desk, free_name(desk.files.backups, stamp))


def list_backups(folder: Path) -> list[BackupInfo]:
    """Return the copies in the store's folder of backups, the newest first; a restore looks at them closer."""
    paths = sorted(DataFolder(folder).backups.glob("*.db"), key=lambda p: p.stat().st_mtime, reverse=True)
    return [inspect(path, thorough=False) for path in paths]


def inspect(path: Path, *, thorough: bool = True) -> BackupInfo:
    """Open a copy for reading and say what it holds, or why it cannot be used; ``thorough`` reads every page.

    A copy that an older version of the program made is as good as any: it is brought up to date when it is opened.
    """
    try:
        stat = path.stat()
    except OSError as fault:
        raise NotFound(f"There is no backup at {path}. Nothing was changed.") from fault
    at = to_utc_text(datetime.fromtimestamp(stat.st_mtime, UTC))
    try:
        copy = Store(path, who="", writing=False, older_too=True)
    except ClerkError as fault:
        return BackupInfo(path, at, stat.st_size, 0, "", False, str(fault))
    try:
        sound = not thorough or copy.value("PRAGMA quick_check") == "ok"
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
        copy_bytes(found, part)
        for companion in ("-wal", "-shm"):
            files.store.with_name(STORE_NAME + companion).unlink(missing_ok=True)
        into_place(part, files.store)
        copy_files(found.parent / "files", files.files)
    except OSError as fault:
        raise DiskFault(
            f"The backup {found} could not be put back ({fault.strerror}). The store as it was is not lost. "
            "Free some space and try again."
        ) from fault
    finally:
        lock.release()
    if inspect(files.store, thorough=False).head != wanted.head:
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
        settle(files.store)
    except (ClerkError, DatabaseError):
        # What cannot be opened is kept byte for byte, with the newest changes that may lie beside it.
        for companion in ("-wal", ""):
            beside = files.store.with_name(STORE_NAME + companion)
            if beside.exists():
                copy_bytes(beside, kept.with_name(kept.name + companion))
    return kept


def _comments(store: Store) -> int:
    """Return the number of comments in a store, voided ones too."""
    return int(str(store.value("SELECT count(*) FROM comment")))
