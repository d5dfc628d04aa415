"""The rows of an import one by one, as the clerk looks at them before anything is added."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from frhearing.desk.import_plan import ImportPlan
from frhearing.desk.import_source import PlannedSource
from frhearing.intake.coding import Incoming, Problem
from frhearing.intake.draft import Reading, SourceKind
from frhearing.intake.row_edit import RowEdit, RowKey

MOST_ROWS: Final = 5_000
"""Rows that are laid out to be looked through one by one; beyond that they are for a table's own program."""
_OPENINGS: Final = (b"%PDF-", b"\x89PNG", b"\xff\xd8\xff", b"II*\x00", b"MM\x00*", b"RIFF", b"GIF8", b"BM")


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


def _page(source: PlannedSource, reading: Reading, one: Incoming) -> Path | None:
    """Return the page from which a row without words can be typed: what came with it, or the file itself."""
    if one.comment.text.strip():
        return None
    parts = [part.path for part in source.parts.get(one.draft.row, ())]
    own = [reading.origin] if source.kind is SourceKind.DOCUMENT and reading.origin is not None else []
    return first_page([*parts, *own])


def first_page(paths: Sequence[Path]) -> Path | None:
    """Return the first of some files that is a page to be typed from, a PDF or a picture."""
    return next((path for path in paths if _is_page(path)), None)


def _is_page(path: Path) -> bool:
    try:
        with path.open("rb") as opened:
            return opened.read(1024).lstrip().startswith(_OPENINGS)
    except OSError:
        return False
