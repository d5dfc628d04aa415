"""What an import would do, before anything is done: sources, what goes where, and the counts of a preview."""

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from frhearing.desk.import_result import FileCount
from frhearing.desk.import_source import Kind, PlannedSource, ValueCode, kinds_of
from frhearing.intake.coding import Incoming, Problem
from frhearing.intake.draft import EncodingQuestion, Reading, RefusedRow, Table
from frhearing.intake.joining import Join
from frhearing.intake.mapping import ColumnMap
from frhearing.intake.row_edit import RowEdit, RowKey
from frhearing.intake.spool import Spool
from frhearing.intake.timing import Timing
from frhearing.model.comment import Timeliness

__all__ = ["LEFT_OUT", "Choices", "ImportPlan", "PlannedSource", "ValueCode"]

LEFT_OUT = "left out by the clerk"
"""Why a row is refused that the clerk does not want on the record."""


@dataclass(frozen=True, slots=True)
class Choices:
    """What the clerk has settled in the preview; everything else is proposed.

    ``mapping`` holds for every source, ``mappings`` for those of one fingerprint, ``tables`` for the table of a
    reading by its place. ``join`` False keeps files apart that seem to belong together; ``joins`` names the joins
    to make. ``edits`` hold for single rows, ``turns`` are the turns of a transcript as the clerk has parted them, by
    the place of its reading; ``late`` is what a late comment becomes. ``also`` are further tables of a reading, by its
    place, that are taken in beside the chosen one.
    """

    mapping: ColumnMap | None = None
    mappings: Mapping[str, ColumnMap] = field(default_factory=dict)
    tables: Mapping[int, int] = field(default_factory=dict)
    join: bool = True
    joins: tuple[Join, ...] | None = None
    edits: Mapping[RowKey, RowEdit] = field(default_factory=dict)
    turns: Mapping[int, Table] = field(default_factory=dict)
    late: Timeliness | None = None
    also: Mapping[int, Collection[int]] = field(default_factory=dict)


@dataclass(frozen=True)
class ImportPlan:
    """A preview of an import into one hearing; ``seen`` is the place in the change log at which it was made.

    ``spool`` holds the files found inside the sources for as long as a plan of them is held; ``aside`` names what
    of the folders given was left aside.
    """

    hearing_id: int
    readings: tuple[Reading, ...]
    origins: tuple[Path | bytes, ...]
    choices: Choices
    sources: tuple[PlannedSource, ...]
    seen: int
    timing: Timing
    spool: Spool | None = None
    aside: tuple[str, ...] = ()

    @property
    def questions(self) -> tuple[EncodingQuestion, ...]:
        """What must be answered before anything can be added: in which encoding is this file?"""
        return tuple(reading.question for reading in self.readings if reading.question)

    @cached_property
    def settled(self) -> tuple[Reading, ...]:
        """The readings with the tables that the clerk has chosen, and with what that leaves aside."""
        chosen, also = self.choices.tables, self.choices.also
        return tuple(
            (reading.with_table(chosen[place]) if place in chosen else reading).taken_in(also.get(place, ()))
            for place, reading in enumerate(self.readings)
        )

    @cached_property
    def left_out(self) -> list[tuple[PlannedSource, Incoming]]:
        """The new comments that the clerk has left out, each with its source."""
        out = {key for key, edit in self.choices.edits.items() if edit.left_out}
        if not out:
            return []
        return [
            (source, one) for source in self.sources for one in source.new if (one.draft.file, one.draft.row) in out
        ]

    @cached_property
    def read(self) -> int:
        """How many rows were read: new, already here and refused."""
        return sum(len(source.incoming) + len(source.refused) for source in self.sources)

    @cached_property
    def new(self) -> int:
        """How many comments would be added."""
        return sum(list(source.known).count(None) for source in self.sources) - len(self.left_out)

    @property
    def already_here(self) -> int:
        """How many comments are on the record already."""
        return self.read - self.new - len(self.refused)

    @cached_property
    def refused(self) -> list[RefusedRow]:
        """The rows that would not be taken in, each with its reason; those that the clerk left out come last."""
        rows = [row for source in self.sources for row in source.refused]
        return rows + [
            RefusedRow(one.draft.file, one.draft.row, self._out_for(one), one.draft.text) for _, one in self.left_out
        ]

    def _out_for(self, one: Incoming) -> str:
        """Say why a row is left out."""
        why = self.choices.edits[one.draft.file, one.draft.row].why
        return f"left out: the speaker {why}" if why else LEFT_OUT

    @cached_property
    def problems(self) -> list[Problem]:
        """What the clerk should look at, row by row, and has not settled; these rows are taken in all the same."""
        found = [problem for source in self.sources for problem in source.problems]
        edits = self.choices.edits
        if not edits:
            return found
        untouched = RowEdit()
        return [one for one in found if not edits.get((one.file, one.row), untouched).settles(one)]

    @cached_property
    def rows_to_look_at(self) -> int:
        """At how many rows there is something to look."""
        return len({(problem.file, problem.row) for problem in self.problems})

    @cached_property
    def kinds(self) -> list[Kind]:
        """The kinds of source, that with the most rows first."""
        return kinds_of(self.sources)

    @property
    def new_groups(self) -> list[str]:
        """The names of stakeholder groups that this import would add to the office's list."""
        names = [one.group for source in self.sources for one in source.new if one.group and not one.comment.group_id]
        return list(dict.fromkeys(names))

    @cached_property
    def notes(self) -> list[str]:
        """What the clerk should know about the files, in sentences; what holds for many files is said once."""
        of_files = [note for reading in self.readings for note in reading.notes]
        covered = sum(bool(one.covering) for source in self.sources for one in source.new)
        attached = sum(
            len(source.parts.get(one.draft.row, ())) for source in self.sources if source.parts for one in source.new
        )
        told = []
        if covered:
            letters = "1 letter only points" if covered == 1 else f"{covered:,} letters only point"
            told.append(f"{letters} to an attachment: its text is the comment, the letter’s own words stand beside it.")
        if attached:
            told.append(
                "1 file is kept beside its comment as an attachment."
                if attached == 1
                else f"{attached:,} files are kept beside their comments as attachments."
            )
        return list(dict.fromkeys(told + of_files + [note for source in self.sources for note in source.notes]))

    @cached_property
    def files_not_read(self) -> list[str]:
        """The files of which nothing is imported, each with the reason in a sentence."""
        whole = [reading.refusal for reading in self.readings if reading.refusal]
        whole += [source.fault for source in self.sources if source.fault]
        return whole + [question.sentence for question in self.questions]

    @cached_property
    def parts_not_read(self) -> list[str]:
        """Parts of files, and of folders, that were left aside, in words; of several files each part says which."""
        several = len(self.readings) > 1
        parts = [
            f"“{reading.file}”: {part}" if several and f"“{reading.file}”" not in part else part
            for reading in self.settled
            for part in reading.not_read
        ]
        return parts + [part for source in self.sources for part in source.not_read] + list(self.aside)

    @property
    def not_read(self) -> list[str]:
        """Files and parts of files that were left aside, in words."""
        return self.files_not_read + self.parts_not_read

    @cached_property
    def files(self) -> tuple[FileCount, ...]:
        """What would become of each file, in the order in which they were read."""
        incoming: Counter[str] = Counter()
        new: Counter[str] = Counter()
        faults: dict[str, str] = {}
        columns: dict[str, tuple[str, ...]] = {source.table.file: source.not_read for source in self.sources}
        for source in self.sources:
            incoming[source.table.file] += len(source.incoming)
            new[source.table.file] += list(source.known).count(None)
            if source.fault:
                faults[source.table.file] = source.fault
        refused = Counter(row.file for row in self.refused)
        out = Counter(one.draft.file for _, one in self.left_out)
        counts = []
        for reading in self.settled:
            file = reading.file
            whole = reading.refusal or faults.get(file, "") or (reading.question.sentence if reading.question else "")
            aside = ((whole,) if whole else ()) + reading.not_read + columns.get(file, ())
            here = incoming[file] - new[file]
            counts.append(
                FileCount(
                    file,
                    incoming[file] + refused[file] - out[file],
                    new[file] - out[file],
                    here,
                    refused[file],
                    aside,
                )
            )
        return tuple(counts)

    def count(self) -> None:
        """Count everything once: the window asks for it and has no time to wait."""
        _ = self.read, self.new, self.refused, self.problems, self.notes, self.files
        _ = self.files_not_read, self.parts_not_read, self.rows_to_look_at, self.kinds

    @property
    def name(self) -> str:
        """What this import is called in the log and on the undo button."""
        names = [reading.file for reading in self.readings if reading.tables and reading.beside is None]
        return names[0] if len(names) == 1 else f"{names[0]} and {len(names) - 1} more" if names else ""
