"""The rows of an import one by one, and its kinds of source, as the clerk looks at them before anything is added."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path
from typing import Final

from frhearing.desk.import_plan import ImportPlan, PlannedSource
from frhearing.intake.coding import Incoming, Problem
from frhearing.intake.draft import Reading, SourceKind
from frhearing.intake.row_edit import RowEdit, RowKey

MOST_ROWS: Final = 5_000
"""Rows that are laid out to be looked through one by one; beyond that they are for a table's own program."""
_OPENINGS: Final = (b"%PDF-", b"\x89PNG", b"\xff\xd8\xff")


@dataclass(frozen=True, slots=True)
class Looked:
    """One new row: its source's kind, its comment as read, what there is to look at, and the page to type it from."""

    kind: SourceKind
    one: Incoming
    problems: tuple[Problem, ...]
    page: Path | None

    @property
    def key(self) -> RowKey:
        """The row's file and number there."""
        return self.one.draft.file, self.one.draft.row


@dataclass(frozen=True, slots=True)
class Kind:
    """The sources of one fingerprint as one: what goes where is said once for all of them.

    ``source`` holds the rows of all of them, ``files`` are their names and ``new`` how many comments they bring.
    """

    source: PlannedSource
    files: tuple[str, ...]
    new: int


def rows_to_look_at(plan: ImportPlan, *, every: bool = False) -> list[Looked]:
    """Return the new rows at which there is something to look, or every new row; at most ``MOST_ROWS``."""
    found: list[Looked] = []
    for source in plan.sources:
        problems: dict[int, list[Problem]] = defaultdict(list)
        for problem in source.problems:
            problems[problem.row].append(problem)
        if not problems and not every:
            continue
        reading = plan.readings[source.reading]
        for one in source.new:
            at = problems.get(one.draft.row)
            if at or every:
                found.append(Looked(source.kind, one, tuple(at or ()), _page(source, reading, one)))
                if len(found) == MOST_ROWS:
                    return found
    return found


def with_edits(plan: ImportPlan, edits: Mapping[RowKey, RowEdit]) -> ImportPlan:
    """Return the plan with what the clerk has set for single rows."""
    changed = replace(plan, choices=replace(plan.choices, edits=dict(edits)))
    changed.count()
    return changed


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


def _page(source: PlannedSource, reading: Reading, one: Incoming) -> Path | None:
    """Return the page from which a row without words can be typed: what came with it, or the file itself."""
    if one.comment.text.strip():
        return None
    parts = [part.path for part in source.parts.get(one.draft.row, ())]
    own = [reading.origin] if source.kind is SourceKind.DOCUMENT and reading.origin is not None else []
    return next((path for path in (*parts, *own) if _is_page(path)), None)


def _is_page(path: Path) -> bool:
    try:
        with path.open("rb") as opened:
            return opened.read(1024).lstrip().startswith(_OPENINGS)
    except OSError:
        return False
