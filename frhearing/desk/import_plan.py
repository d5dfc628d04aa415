"""What an import would do, before anything is done: sources, what goes where, and the counts of a preview."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from frhearing.intake.already_here import OnRecord
from frhearing.intake.coding import Incoming, Problem
from frhearing.intake.draft import EncodingQuestion, Reading, RefusedRow, Table
from frhearing.intake.joining import Join
from frhearing.intake.mapping import ColumnMap
from frhearing.intake.spool import Spool
from frhearing.intake.words import STANCE


@dataclass(frozen=True, slots=True)
class Choices:
    """What the clerk has settled in the preview; everything else is proposed.

    ``mapping`` holds for every source, ``mappings`` for one by its place, ``tables`` for the table of a reading by
    its place. ``join`` False keeps files apart that seem to belong together; ``joins`` names the joins to make.
    """

    mapping: ColumnMap | None = None
    mappings: Mapping[int, ColumnMap] = field(default_factory=dict)
    tables: Mapping[int, int] = field(default_factory=dict)
    join: bool = True
    joins: tuple[Join, ...] | None = None


@dataclass(frozen=True, slots=True)
class ValueCode:
    """One value as the source writes it, how often it stands there, and the code it gets (None: it has none)."""

    written: str
    count: int
    code: str | None


@dataclass(frozen=True, slots=True)
class PlannedSource:
    """One source of an import: a file, or two that were joined.

    ``reading`` is the place of the reading whose rows these are. ``confidence`` (0 to 1) is of the proposal, by
    field; ``fault`` says why the mapping cannot be used. ``known`` tells for each of ``incoming`` the comment on
    the record that it is, or None for a new one.
    """

    reading: int
    table: Table
    fingerprint: str
    mapping: ColumnMap
    confidence: Mapping[str, float] = field(default_factory=dict)
    remembered: bool = False
    join: Join | None = None
    incoming: Sequence[Incoming] = ()
    known: Sequence[OnRecord | None] = ()
    refused: Sequence[RefusedRow] = ()
    problems: Sequence[Problem] = ()
    notes: tuple[str, ...] = ()
    fault: str = ""

    @property
    def new(self) -> list[Incoming]:
        """The comments that are not on the record yet."""
        return [one for one, known in zip(self.incoming, self.known, strict=True) if known is None]

    def values(self, field_name: str) -> list[ValueCode]:
        """Return the values of ``stance``, ``stance:2``, ``channel`` or ``group``, the most frequent first."""
        kind, _, number = field_name.partition(":")
        written = (
            one.draft.stances.get(int(number or 1), "") if kind == STANCE else str(getattr(one.draft, kind))
            for one in self.incoming
        )
        counts = Counter(value for value in written if value)
        groups = {one.draft.group: one.group for one in self.incoming} if kind == "group" else {}
        return [
            ValueCode(value, count, groups.get(value) or self.mapping.code(field_name, value))
            for value, count in counts.most_common()
        ]


@dataclass(frozen=True, slots=True, weakref_slot=True)
class ImportPlan:
    """A preview of an import into one hearing; ``seen`` is the place in the change log at which it was made.

    ``spool`` holds the files found inside the sources for as long as a plan of them is held.
    """

    hearing_id: int
    readings: tuple[Reading, ...]
    origins: tuple[Path | bytes, ...]
    choices: Choices
    sources: tuple[PlannedSource, ...]
    seen: int
    spool: Spool | None = None

    @property
    def questions(self) -> tuple[EncodingQuestion, ...]:
        """What must be answered before anything can be added: in which encoding is this file?"""
        return tuple(reading.question for reading in self.readings if reading.question)

    @property
    def read(self) -> int:
        """How many rows were read: new, already here and refused."""
        return sum(len(source.incoming) + len(source.refused) for source in self.sources)

    @property
    def new(self) -> int:
        """How many comments would be added."""
        return sum(list(source.known).count(None) for source in self.sources)

    @property
    def already_here(self) -> int:
        """How many comments are on the record already."""
        return self.read - self.new - len(self.refused)

    @property
    def refused(self) -> list[RefusedRow]:
        """The rows that would not be taken in, each with its reason."""
        return [row for source in self.sources for row in source.refused]

    @property
    def problems(self) -> list[Problem]:
        """What the clerk should look at, row by row; these rows are taken in all the same."""
        return [problem for source in self.sources for problem in source.problems]

    @property
    def new_groups(self) -> list[str]:
        """The names of stakeholder groups that this import would add to the office's list."""
        names = [one.group for source in self.sources for one in source.new if one.group and not one.comment.group_id]
        return list(dict.fromkeys(names))

    @property
    def notes(self) -> list[str]:
        """What the clerk should know about the files, in sentences."""
        of_files = [note for reading in self.readings for note in reading.notes]
        return of_files + [note for source in self.sources for note in source.notes]

    @property
    def not_read(self) -> list[str]:
        """Files and parts of files that were left aside, in words."""
        parts = [part for reading in self.readings for part in reading.not_read]
        return [reading.refusal for reading in self.readings if reading.refusal] + parts

    @property
    def name(self) -> str:
        """What this import is called in the log and on the undo button."""
        names = [reading.file for reading in self.readings if reading.tables]
        return names[0] if len(names) == 1 else f"{names[0]} and {len(names) - 1} more" if names else ""


@dataclass(frozen=True, slots=True)
class ImportResult:
    """What an import did, or would do: ``read`` is always the sum of the other three.

    ``files`` is how many files could be read; ``batch_id`` is 0 where nothing was written.
    """

    read: int
    added: int
    already_here: int
    refused: tuple[RefusedRow, ...]
    not_read: tuple[str, ...]
    files: int = 1
    batch_id: int = 0

    def to_json(self) -> dict[str, object]:
        """Return the form of the command line's contract; with several files each refusal names its own."""
        refused = [
            ({"file": row.file} if self.files > 1 else {}) | {"row": row.row, "reason": row.reason}
            for row in self.refused
        ]
        return {
            "read": self.read,
            "added": self.added,
            "already_here": self.already_here,
            "refused": refused,
            "not_read": list(self.not_read),
        }
