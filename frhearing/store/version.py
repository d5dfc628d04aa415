"""The version of the store's tables; kept apart so that opening an up-to-date store imports no migrations."""

from pathlib import Path

from frhearing.model.errors import StoreNewer, StoreOlder
from frhearing.store.connection import Connection, DatabaseError, in_words

VERSION = 4
"""What ``PRAGMA user_version`` says in a store this program writes."""


def refuse_newer(connection: Connection, path: Path) -> int:
    """Return the version of the store; raises StoreNewer where a newer program wrote it."""
    try:
        version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    except DatabaseError as fault:
        raise in_words(fault, path) from fault
    if version > VERSION:
        raise StoreNewer(
            f"{path} was written by a newer version of frhearing (tables {version}, this one knows {VERSION}). "
            "It was left untouched. Install the newer version on this computer to open it."
        )
    return version


def older(path: Path, version: int) -> StoreOlder:
    """Say that a store must be brought up to date first, and what does that."""
    return StoreOlder(
        f"{path} was written by an older version of frhearing (tables {version}, this one writes {VERSION}). "
        "Nothing was changed. Open it in the window, or give a command that records something: "
        "a copy is kept and the store is brought up to date."
    )
