"""Folders into the files that lie in them, in the order of their names, with what is left aside named.

Nothing outside the folder is ever reached: links in it are named and not followed.
"""

import os
import re
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Final, NamedTuple

from frhearing.intake.draft import Unreadable

MOST_FILES: Final = 20_000
"""How many files a folder or an archive may hold; beyond that it is hardly the folder of the comments."""
WITHIN: Final = " \N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK} "
"""Stands between the name of a folder or container and the name of what lies in it."""
_JUNK: Final = frozenset(("thumbs.db", "ehthumbs.db", "desktop.ini", "__macosx", "$recycle.bin"))
_HIDDEN_ON_WINDOWS: Final = 0x2
_JUNCTION: Final = 0xA0000003
"""How Windows marks a hidden file, and a folder that is a link."""


class Found(NamedTuple):
    """A file to import: where it lies, and its name as the clerk knows it (``Letters › 2026/b.csv``)."""

    path: Path
    name: str


@dataclass(slots=True)
class Gathered:
    """The files found, in order, and in words what was left aside."""

    files: list[Found] = field(default_factory=list)
    left: list[str] = field(default_factory=list)


def gather(paths: Iterable[Path]) -> Gathered:
    """Return the files given and those in the folders given, in the order given and then of their names.

    Raises Unreadable, in a sentence, for a folder that holds more than ``MOST_FILES``.
    """
    gathered = Gathered()
    for path in paths:
        if path.is_dir():
            _walk(path, f"{path.resolve().name}{WITHIN}", gathered)
        elif path.is_file() or not path.exists():  # of one that is gone its reading says so
            gathered.files.append(Found(path, path.name))
        else:
            # Reading a pipe or a device would wait for somebody who writes into it.
            gathered.left.append(f"“{path.name}” (no file but a pipe or a device)")
    return gathered


def in_order(name: str) -> tuple[tuple[str | int, ...], str]:
    """Return the key by which names are put in order: numbers by their value, folders with what lies in them."""
    parts = re.split(r"(\d{1,18})", name.casefold().replace("/", "\x00"))
    # Text and digits alternate, so that only like is compared with like.
    return tuple(int(part) if at % 2 else part for at, part in enumerate(parts)), name


def is_junk(name: str) -> bool:
    """Tell whether a path inside a folder or archive is what systems leave behind: hidden, a cache, a lock file."""
    parts = PurePosixPath(name.replace("\\", "/")).parts
    return any((part.startswith((".", "~$")) and part not in ("..", ".")) or part.casefold() in _JUNK for part in parts)


def _walk(folder: Path, shown: str, gathered: Gathered) -> None:
    """Add the files of a folder and of those in it; it may be as deep as the system allows."""
    waiting = [(folder, shown)]
    while waiting:
        here, shown = waiting.pop()
        folders = []
        for entry in _entries(here, shown, gathered):
            name = shown + entry.name
            reason = _hindrance(entry)
            if reason:
                gathered.left.append(f"“{name}” ({reason})")
            elif entry.is_dir(follow_symlinks=False):
                folders.append((Path(entry.path), f"{name}/"))
            else:
                gathered.files.append(Found(Path(entry.path), name))
            if len(gathered.files) > MOST_FILES:
                raise Unreadable(
                    f"“{folder.resolve().name}” holds more than {MOST_FILES:,} files; nothing was imported. "
                    "Choose the folder in which the comments lie."
                )
        waiting += reversed(folders)


def _entries(folder: Path, shown: str, gathered: Gathered) -> Iterator["os.DirEntry[str]"]:
    """Give what lies in a folder, in the order of the names; one that cannot be opened is named."""
    try:
        with os.scandir(folder) as found:
            entries = sorted(found, key=lambda entry: in_order(entry.name))
    except OSError as fault:
        gathered.left.append(f"“{shown.rstrip('/')}” ({fault.strerror or fault})")
        return
    yield from entries


def _hindrance(entry: "os.DirEntry[str]") -> str:
    """Return why something in a folder is not imported, in words, or nothing."""
    if is_junk(entry.name):
        return "hidden, or left behind by the system"
    try:
        facts = entry.stat(follow_symlinks=False)
    except OSError as fault:
        return str(fault.strerror or fault)
    if entry.is_symlink() or getattr(facts, "st_reparse_tag", 0) == _JUNCTION:
        return "a link to another place, not followed"
    if getattr(facts, "st_file_attributes", 0) & _HIDDEN_ON_WINDOWS:
        return "hidden, or left behind by the system"
    if not (stat.S_ISDIR(facts.st_mode) or stat.S_ISREG(facts.st_mode)):
        return "no file"
    return ""
