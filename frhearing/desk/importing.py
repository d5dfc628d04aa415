"""Takes written comments in: read, say what goes where, look at what would happen, then add all of it or nothing."""

import contextlib
import gc
import weakref
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from frhearing.desk.desk import Desk
from frhearing.desk.hearings import get_hearing, unlocked
from frhearing.desk.import_batch import (
    batch_of,
    mark_statuses,
    originals_kept,
    told_before,
    told_or_stopped,
    up_to_date,
)
from frhearing.desk.import_comparing import compare
from frhearing.desk.import_plan import Choices, ImportPlan, PlannedSource, ValueCode
from frhearing.desk.import_planning import plan_sources
from frhearing.desk.import_refused import export_refused, refused_rows
from frhearing.desk.import_result import FileCount, ImportResult
from frhearing.desk.originals import drop_original
from frhearing.intake.coding import Problem, ProblemKind
from frhearing.intake.draft import EncodingQuestion, EncodingUnknown, Reading, RefusedRow, SourceKind, Table, Unreadable
from frhearing.intake.folders import gather
from frhearing.intake.joining import Join, make_join
from frhearing.intake.mapping import BadMap, ColumnMap, read_map
from frhearing.intake.names import named_apart, readings_apart
from frhearing.intake.reader import ReadRequest, read_pasted
from frhearing.intake.row_edit import RowEdit
from frhearing.intake.spool import Spool
from frhearing.intake.timing import timing_of
from frhearing.intake.watch import Progress
from frhearing.intake.watch import read_files as read_in_child
from frhearing.intake.words import FIELDS
from frhearing.model.change import Change
from frhearing.model.errors import Cancelled
from frhearing.store import imports as stored

__all__ = [
    "FIELDS",
    "BadMap",
    "Choices",
    "ColumnMap",
    "EncodingQuestion",
    "FileCount",
    "ImportPlan",
    "ImportResult",
    "Join",
    "PlannedSource",
    "Problem",
    "ProblemKind",
    "Progress",
    "Reading",
    "RefusedRow",
    "RowEdit",
    "SourceKind",
    "Table",
    "ValueCode",
    "add",
    "answer",
    "export_refused",
    "foresee",
    "leave_out",
    "make_join",
    "paste",
    "read_files",
    "read_mapping",
    "refused_rows",
    "replan",
]

_MOST_TOLD: Final = 3
"""Files that are named where none of many could be read."""


def read_mapping(path: Path) -> ColumnMap:
    """Read a mapping from a MAP.json file; raises BadMap in a sentence."""
    try:
        return read_map(path.read_text(encoding="utf-8-sig"), path.name)
    except OSError as fault:
        raise BadMap(f"The mapping {path} could not be read ({fault.strerror}); nothing was imported.") from fault
    except UnicodeError as fault:
        raise BadMap(f"The mapping “{path.name}” is not written in UTF-8; nothing was imported.") from fault


def read_files(
    desk: Desk,
    hearing_id: int,
    paths: Sequence[Path],
    *,
    encoding: str | Mapping[Path, str] | None = None,
    parting: str = "",
    mapping: ColumnMap | None = None,
    progress: Callable[[Progress], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> ImportPlan:
    """Read files, and the files of folders, in a child process and plan their import; nothing is written.

    ``encoding`` answers for all files or for each; ``parting`` is the line that parts several letters in one file.
    A question that is still open stands in the plan. Raises Cancelled.
    """
    unlocked(get_hearing(desk, hearing_id))
    answers = encoding if isinstance(encoding, Mapping) else dict.fromkeys(paths, encoding or "")
    general = encoding if isinstance(encoding, str) else ""
    gathered = gather(dict.fromkeys(paths))
    requests = [
        ReadRequest(found.path, answers.get(found.path, general), parting, found.name)
        for found in named_apart(gathered.files)
    ]
    spool = Spool()
    with _collection_paused():
        readings = _once(read_in_child(requests, spool=spool.path, progress=progress, cancelled=cancelled))
        plan = _planned(desk, hearing_id, readings, Choices(mapping), spool, tuple(gathered.left))
    if cancelled is not None and cancelled():
        raise Cancelled
    return plan


def answer(
    desk: Desk,
    plan: ImportPlan,
    encodings: Mapping[str, str],
    *,
    progress: Callable[[Progress], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> ImportPlan:
    """Read those files again, by their names, whose encoding the clerk has said; all others stay as they were read."""
    places = [
        place for place, reading in enumerate(plan.readings) if reading.file in encodings and reading.origin is not None
    ]
    requests = [
        ReadRequest(origin, encodings[reading.file], "", reading.file)
        for place in places
        if (origin := (reading := plan.readings[place]).origin) is not None
    ]
    spool = plan.spool.path if plan.spool else None
    with _collection_paused():
        again = read_in_child(requests, spool=spool, progress=progress, cancelled=cancelled)
        readings = list(plan.readings)
        for place, reading in zip(places, again, strict=False):
            readings[place] = reading
        return _planned(desk, plan.hearing_id, _once(readings), plan.choices, plan.spool, plan.aside)


def leave_out(desk: Desk, plan: ImportPlan, files: Sequence[str]) -> ImportPlan:
    """Plan the same again without some files, by their names; they are told as not read."""
    left = {name: f"“{name}” was left out by the clerk; nothing of it was imported." for name in files}
    readings = tuple(
        replace(one, tables=(), question=None, refusal=left[one.file]) if one.file in left else one
        for one in plan.readings
    )
    return _planned(desk, plan.hearing_id, readings, plan.choices, plan.spool, plan.aside)


def paste(desk: Desk, hearing_id: int, text: str, *, parting: str = "") -> ImportPlan:
    """Plan the import of what was pasted: one letter, several, or rows of a table."""
    unlocked(get_hearing(desk, hearing_id))
    pasted = text.encode("utf-8", "surrogatepass")
    return _planned(desk, hearing_id, (read_pasted(text, parting),), Choices(), None, (), pasted)


def replan(desk: Desk, plan: ImportPlan, choices: Choices) -> ImportPlan:
    """Plan the same readings again with other choices of the clerk; nothing is read anew and nothing written."""
    pasted = next((origin for origin in plan.origins if isinstance(origin, bytes)), None)
    with _collection_paused():
        return _planned(desk, plan.hearing_id, plan.readings, choices, plan.spool, plan.aside, pasted)


def foresee(plan: ImportPlan) -> ImportResult:
    """Return what adding the plan would do; raises a ClerkError where it cannot be added as it stands."""
    _require_ready(plan)
    return _result(plan)


def add(
    desk: Desk,
    plan: ImportPlan,
    *,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> tuple[ImportResult, Change]:
    """Put everything new on the record in one action, with originals and refused rows kept.

    ``progress`` gets the rows done and their number. A fault, a kill or Cancel leaves nothing behind.
    """
    _require_ready(plan)
    unlocked(get_hearing(desk, plan.hearing_id))
    total = plan.new
    tick = told_or_stopped(total, progress, cancelled)
    kept: list[str] = []
    batch_id = 0
    try:
        with (
            _collection_paused(),
            desk.store.settled_later(),
            desk.store.action("import", plan.name, plan.hearing_id) as writing,
        ):
            plan = up_to_date(writing.act, plan)
            if plan.new or not told_before(writing.act, plan):
                with originals_kept(desk, plan, kept, lambda: tick(total)):
                    batch = batch_of(writing.act, plan)
                    batch_id = stored.add_batch(writing.act, plan.hearing_id, batch, tick)
                    mark_statuses(writing.act, plan, batch_id)
    except BaseException:
        for sha256 in kept:
            drop_original(desk, sha256)
        raise
    if progress is not None:
        progress(total, total)
    return replace(_result(plan), batch_id=batch_id), desk.did(writing.change)


@contextlib.contextmanager
def _collection_paused() -> Iterator[None]:
    """Keep Python from looking for circles of garbage among a million rows, again and again, the window waiting."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


def _once(readings: Sequence[Reading]) -> tuple[Reading, ...]:
    """Leave out a table that is the very same file as one before it; two equal letters may have two senders."""
    seen: dict[str, str] = {}
    kept = []
    for reading in readings_apart(readings):
        first = seen.setdefault(reading.sha256, reading.file) if reading.tables else reading.file
        if first is not reading.file and reading.kind is SourceKind.TABLE:
            reading = replace(reading, tables=(), refusal=f"“{reading.file}” is the same file as “{first}”.")
        kept.append(reading)
    return tuple(kept)


def _with_other_tables(readings: Sequence[Reading], choices: Choices) -> tuple[Reading, ...]:
    """Add a reading of its own for each further table of a file that the clerk takes in; those of before go."""
    own = [reading for reading in readings if reading.beside is None]
    others = [
        own[place].with_beside(table)
        for place, tables in choices.also.items()
        for table in sorted(tables)
        if place < len(own) and table != choices.tables.get(place, own[place].chosen)
    ]
    return (*own, *others)


def _planned(
    desk: Desk,
    hearing_id: int,
    readings: tuple[Reading, ...],
    choices: Choices,
    spool: Spool | None,
    aside: tuple[str, ...] = (),
    pasted: bytes | None = None,
) -> ImportPlan:
    readings = _with_other_tables(readings, choices)
    reader = desk.store.reader()
    seen = stored.last_change(reader)
    timing = timing_of(get_hearing(desk, hearing_id), choices.late)
    sources = compare(reader, hearing_id, readings, plan_sources(desk, hearing_id, readings, choices, timing))
    origins = tuple(reading.origin or Path() for reading in readings) if pasted is None else (pasted,)
    plan = ImportPlan(hearing_id, readings, origins, choices, sources, seen, timing, spool, aside)
    plan.count()
    # A million rows of a plan are not looked through for garbage while it lasts: that would hold the window up.
    gc.freeze()
    weakref.finalize(plan, gc.unfreeze)
    return plan


def _require_ready(plan: ImportPlan) -> None:
    """Raise, in a sentence, what stands between the whole plan and the record.

    One file among several that is no use as it stands is left out and told, as a file is that cannot be read.
    """
    faulty = [source.fault for source in plan.sources if source.fault]
    if faulty and (plan.choices.mapping is not None or len(faulty) == len(plan.sources)):
        raise BadMap(faulty[0])
    if len(plan.sources) > len(faulty):
        return
    for question in plan.questions:
        raise EncodingUnknown(question)
    told = plan.not_read[:_MOST_TOLD]
    if len(plan.not_read) > len(told):
        rest = len(plan.not_read) - len(told)
        told.append(f"And so it is with {rest:,} more {'file or part' if rest == 1 else 'files or parts'} of files.")
    raise Unreadable(" ".join(told) or "No file was given; nothing was imported.")


def _result(plan: ImportPlan) -> ImportResult:
    return ImportResult(plan.read, plan.new, plan.already_here, tuple(plan.refused), tuple(plan.not_read), plan.files)
