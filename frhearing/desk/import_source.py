"""One source of an import: where its rows come from, what goes where, and what each of them becomes."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain

from frhearing.intake.already_here import OnRecord
from frhearing.intake.coding import Incoming, Problem
from frhearing.intake.draft import Part, RefusedRow, SourceKind, Table
from frhearing.intake.joining import Join
from frhearing.intake.mapping import ColumnMap
from frhearing.intake.words import STANCE


@dataclass(frozen=True, slots=True)
class ValueCode:
    """One value as the source writes it, how often it stands there, and the code it gets (None: it has none)."""

    written: str
    count: int
    code: str | None


@dataclass(frozen=True, slots=True)
class PlannedSource:
    """One source of an import: a file, or two that were joined.

    ``reading`` is the place of the reading whose rows these are, ``parts`` the files that came with a row, by its
    number. ``confidence`` (0 to 1) is of the proposal, by field; ``fault`` says why the mapping cannot be used,
    ``not_read`` names columns that would count and are not taken in.
    ``part`` says where in its file the table stands, where that is not the file's main table.
    ``known`` tells for each of ``incoming`` the comment on the record that it is, or None for a new one.
    """

    reading: int
    table: Table
    fingerprint: str
    mapping: ColumnMap
    kind: SourceKind = SourceKind.TABLE
    confidence: Mapping[str, float] = field(default_factory=dict)
    remembered: bool = False
    join: Join | None = None
    parts: Mapping[int, Sequence[Part]] = field(default_factory=dict)
    part: str = ""
    incoming: Sequence[Incoming] = ()
    known: Sequence[OnRecord | None] = ()
    refused: Sequence[RefusedRow] = ()
    problems: Sequence[Problem] = ()
    notes: tuple[str, ...] = ()
    not_read: tuple[str, ...] = ()
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


@dataclass(frozen=True, slots=True)
class Kind:
    """The sources of one fingerprint as one: what goes where is said once for all of them.

    ``source`` holds the rows of all of them, ``files`` are their names and ``new`` how many comments they bring.
    """

    source: PlannedSource
    files: tuple[str, ...]
    new: int


def kinds_of(sources: Sequence[PlannedSource]) -> list[Kind]:
    """Return the kinds of source of a plan, that with the most rows first; those that are no use come last."""
    found: dict[str, list[PlannedSource]] = defaultdict(list)
    for source in sources:
        found[source.fingerprint].append(source)
    kinds = [_kind(members) for members in found.values()]
    return sorted(kinds, key=lambda kind: (bool(kind.source.fault), -len(kind.source.table.rows)))


def _kind(members: Sequence[PlannedSource]) -> Kind:
    first = members[0]
    if len(members) > 1:
        rows = list(chain.from_iterable(member.table.rows for member in members))
        first = replace(first, table=replace(first.table, rows=rows))
    new = sum(list(member.known).count(None) for member in members)
    return Kind(first, tuple(member.table.file for member in members), new)
