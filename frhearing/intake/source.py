"""A source on its way to a reader: its bytes, what the clerk has said of it, and a place for what lies inside it."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from frhearing.intake.draft import Member, Part, Reading, SourceKind

DEEPEST: Final = 3
"""How many containers may lie in one another (a ZIP in a ZIP) before the innermost is left unread."""


def _tell_nobody(_done: int, _total: int) -> None:
    """Be told how far reading is and keep it."""


@dataclass(frozen=True, slots=True)
class Source:
    """One file to read. ``progress`` is told how many of how many steps are done, in the reader's own units.

    ``file`` is its name as the clerk sees it, ``depth`` the number of containers it came out of, ``spool`` the
    folder that keeps what is found inside until it is added or forgotten (None: it is only named).
    """

    file: str
    data: bytes
    encoding: str = ""
    parting: str = ""
    depth: int = 0
    spool: Path | None = None
    progress: Callable[[int, int], None] = _tell_nobody

    @property
    def own_name(self) -> str:
        """The name of the file alone, without the folders and containers it lies in."""
        return (
            self.file.rpartition("\N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK} ")[2].rpartition("/")[2] or self.file
        )

    def reading(self, kind: SourceKind, encoding: str = "") -> Reading:
        """Begin the reading of this source, still without tables."""
        return Reading(self.file, hashlib.sha256(self.data).hexdigest(), len(self.data), kind, encoding)

    def part(self, row: int, name: str, data: bytes) -> Part | None:
        """Keep a file that came with a row, under its digest; None where nothing can be kept."""
        path = self._kept(data)
        return Part(row, name, path.name, len(data), path) if path else None

    def member(self, name: str, data: bytes) -> Member | None:
        """Keep a file of a container, to be read as a source of its own; None where nothing can be kept."""
        path = self._kept(data)
        return Member(f"{self.file} \N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK} {name}", path) if path else None

    def _kept(self, data: bytes) -> Path | None:
        """Write bytes into the spool. The name is the digest: no name given by a sender ever reaches a path."""
        if self.spool is None:
            return None
        path = self.spool / hashlib.sha256(data).hexdigest()
        if not path.exists():
            path.write_bytes(data)
        return path
