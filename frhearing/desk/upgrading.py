"""An older store is brought to the tables of this program; see ``store.opening.upgrade`` for why that is safe."""

from collections.abc import Callable
from pathlib import Path

from frhearing.paths import DataFolder
from frhearing.store.opening import upgrade


def bring_up_to_date(folder: Path, tell: Callable[[int, int, str], None]) -> None:
    """Bring the store of a folder up to date, a copy from before being kept; raises ClerkErrors.

    ``tell`` is called with parts done, parts in all (0 where nobody knows) and words.
    """
    files = DataFolder(folder)
    upgrade(files.store, files.lock, tell)
