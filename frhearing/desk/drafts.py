"""What is being typed and not yet saved: small files outside the log, on the disk within a second."""

import contextlib
import json
import os
from pathlib import Path

from frhearing.model.errors import DiskFault
from frhearing.model.record import sha256
from frhearing.model.times import now_utc
from frhearing.paths import DataFolder


def save_draft(folder: Path, key: str, payload: dict[str, object]) -> None:
    """Write a draft in one step, so that a crash leaves the old or the new one; raises DiskFault."""
    part: Path | None = None
    try:
        target = _path(folder, key)
        part = target.with_suffix(".part")
        with part.open("w", encoding="utf-8", errors="surrogatepass") as out:
            json.dump({"key": key, "saved_at": now_utc(), **payload}, out, ensure_ascii=False)
            out.flush()
            os.fsync(out.fileno())
        part.replace(target)
    except OSError as fault:
        if part is not None:
            part.unlink(missing_ok=True)
        raise DiskFault(
            f"The draft could not be kept on the disk ({fault.strerror}). What is typed is still on the screen. "
            "Free some space; it will be tried again with the next key."
        ) from fault


def load_draft(folder: Path, key: str) -> dict[str, object] | None:
    """Return a draft, or None where there is none that can be read."""
    return _read(_path(folder, key))


def list_drafts(folder: Path) -> list[dict[str, object]]:
    """Return all drafts that were left, the newest first."""
    found = [_read(path) for path in DataFolder(folder).drafts.glob("*.json")]
    return sorted((d for d in found if d is not None), key=lambda d: str(d.get("saved_at", "")), reverse=True)


def drop_draft(folder: Path, key: str) -> None:
    """Remove a draft whose text is on the record or was given up; one that cannot be removed stays."""
    # By now the text is on the record: a fault here must not look as if it were not.
    with contextlib.suppress(OSError):
        _path(folder, key).unlink()


def _path(folder: Path, key: str) -> Path:
    """Return where a draft lies; its key may hold any signs."""
    return DataFolder(folder).drafts / f"{sha256(key.encode())[:32]}.json"


def _read(path: Path) -> dict[str, object] | None:
    """Read one draft file; a damaged one counts as none and stays where it is."""
    try:
        read = json.loads(path.read_text(encoding="utf-8", errors="surrogatepass"))
    except (OSError, ValueError):
        return None
    return read if isinstance(read, dict) else None
