"""Keeps what came in, byte for byte, in ``files/`` under its SHA-256."""

import contextlib
import hashlib
from pathlib import Path

from frhearing.desk.desk import Desk
from frhearing.desk.whole_files import in_one_step
from frhearing.model.errors import ClerkError, DiskFault


def keep_original(desk: Desk, origin: Path | bytes, sha256: str) -> bool:
    """Store a file's bytes durably under their SHA-256; gives False if they were kept already.

    Raises ClerkError where the file is no longer what was read, DiskFault where it cannot be written.
    """
    named = "What was pasted" if isinstance(origin, bytes) else str(origin)
    try:
        data = origin if isinstance(origin, bytes) else origin.read_bytes()
    except OSError as fault:
        raise DiskFault(
            f"{named} could not be read again to keep a copy ({fault.strerror}). Nothing was imported."
        ) from fault
    if hashlib.sha256(data).hexdigest() != sha256:
        raise ClerkError(f"{named} has changed since it was read. Nothing was imported. Read it again.")
    kept = desk.files.files / sha256
    if kept.exists() and kept.stat().st_size == len(data):
        return False
    try:
        in_one_step(kept, data, 0o600)
    except OSError as fault:
        raise DiskFault(
            f"A copy of the original could not be kept in {kept.parent} ({fault.strerror}). Nothing was imported. "
            "Free some space and import again."
        ) from fault
    return True


def drop_original(desk: Desk, sha256: str) -> None:
    """Take a copy away again that an import kept and then did not need."""
    with contextlib.suppress(OSError):
        (desk.files.files / sha256).unlink(missing_ok=True)
