"""What an import did, or would do: for all of it and for each file, every row accounted for."""

from dataclasses import dataclass

from frhearing.intake.draft import RefusedRow


@dataclass(frozen=True, slots=True)
class FileCount:
    """What became of one file: ``read`` is always the sum of added, already here and refused (each a number of rows).

    ``not_read`` names what of it was left aside, in words; a file that could not be read has nothing else.
    """

    file: str
    read: int = 0
    added: int = 0
    already_here: int = 0
    refused: int = 0
    not_read: tuple[str, ...] = ()

    def to_json(self) -> dict[str, object]:
        """Return the form in which the command line prints it."""
        return {
            "file": self.file,
            "read": self.read,
            "added": self.added,
            "already_here": self.already_here,
            "refused": self.refused,
            "not_read": list(self.not_read),
        }


@dataclass(frozen=True, slots=True)
class ImportResult:
    """What an import did, or would do: ``read`` is always the sum of the other three.

    ``per_file`` says the same of each file; ``batch_id`` is 0 where nothing was written.
    """

    read: int
    added: int
    already_here: int
    refused: tuple[RefusedRow, ...]
    not_read: tuple[str, ...]
    per_file: tuple[FileCount, ...] = ()
    batch_id: int = 0

    @property
    def several(self) -> bool:
        """Whether more than one file had rows, so that each row is told with its file."""
        return sum(bool(one.read) for one in self.per_file) > 1

    def to_json(self) -> dict[str, object]:
        """Return the form of the command line's contract; with several files each refusal names its own."""
        refused = [
            ({"file": row.file} if self.several else {}) | {"row": row.row, "reason": row.reason}
            for row in self.refused
        ]
        return {
            "read": self.read,
            "added": self.added,
            "already_here": self.already_here,
            "refused": refused,
            "not_read": list(self.not_read),
            "files": [one.to_json() for one in self.per_file],
        }
