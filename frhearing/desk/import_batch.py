"""From the plan of an import to what the store puts on the record in one action, and the originals it keeps."""

import contextlib
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

from frhearing.desk.desk import Desk
from frhearing.desk.import_comparing import compare
from frhearing.desk.import_plan import ImportPlan, PlannedSource
from frhearing.desk.import_planning import row_label, source_mark
from frhearing.desk.originals import keep_original
from frhearing.intake.coding import Incoming
from frhearing.intake.draft import Part, Reading
from frhearing.intake.names import safely_shown
from frhearing.model.comment import CommentStatus
from frhearing.model.errors import Cancelled
from frhearing.model.record import well_formed
from frhearing.store import imports as stored
from frhearing.store.changes import Action

_AT_ONCE = 8
"""Originals that are written at a time."""
_MOST_QUOTED = 400
"""Letters of a covering note that are shown beside the attachment it came with."""


def up_to_date(act: Action, plan: ImportPlan) -> ImportPlan:
    """Compare again where the record has moved since the preview was made."""
    if stored.last_change(act.connection) == plan.seen:
        return plan
    compared = compare(act.connection, plan.hearing_id, plan.readings, plan.sources)
    return replace(plan, sources=compared)


def told_before(act: Action, plan: ImportPlan) -> bool:
    """Say whether there is nothing to note: no row is new, and what was refused was kept the first time."""
    digests = [reading.sha256 for reading in plan.readings if reading.tables]
    return not plan.refused or stored.all_imported(act.connection, plan.hearing_id, digests)


@contextlib.contextmanager
def originals_kept(desk: Desk, plan: ImportPlan, kept: list[str], tick: Callable[[], None]) -> Iterator[None]:
    """Keep every file that was read and every part of a new comment while the rows are put on the record.

    All of them are safe when the block is left. ``kept`` grows by what was not there before; ``tick`` is called for
    each and may raise to stop it all. Several are written at a time: most of keeping a file is waiting for the disk.
    """
    read = [
        (reading.sha256, origin)
        for reading, origin in zip(plan.readings, plan.origins, strict=True)
        if reading.tables or reading.members
    ]
    originals: dict[str, Path | bytes] = dict(read)
    originals |= {part.sha256: part.path for part in _parts(plan)}

    def keep(sha256: str) -> None:
        if keep_original(desk, originals[sha256], sha256):
            kept.append(sha256)

    with ThreadPoolExecutor(_AT_ONCE) as pool:
        keeping = [pool.submit(keep, sha256) for sha256 in originals]
        try:
            yield
            for one in keeping:
                one.result()
                tick()
        except BaseException:
            pool.shutdown(cancel_futures=True)
            raise


def batch_of(act: Action, plan: ImportPlan) -> stored.Batch:
    """Turn a plan into what the store puts on the record; groups new to the office are made first."""
    group_ids = {name: _new_group(act, name) for name in plan.new_groups}
    kept = [place for place, reading in enumerate(plan.readings) if reading.tables or reading.members]
    index = {place: at for at, place in enumerate(kept)}
    by_file = {plan.readings[place].file: index[place] for place in reversed(kept)}
    parts = {part.sha256: part for part in _parts(plan)}
    part_index = {sha256: at for at, sha256 in enumerate(parts)}
    rows = (_row(plan, source, one, index[source.reading], group_ids, part_index) for source, one in _added(plan))
    return stored.Batch(
        plan.name,
        tuple(_file(plan.settled[place]) for place in kept),
        rows,
        [stored.RefusedRow(by_file[row.file], str(row.row), row.reason, row.raw) for row in plan.refused],
        plan.already_here,
        {source.fingerprint: source.mapping.to_json() for source in plan.sources if not source.fault},
        tuple(stored.SourceFile(one.sha256, safely_shown(one.name), one.size, _ending(one)) for one in parts.values()),
    )


def _added(plan: ImportPlan) -> Iterator[tuple[PlannedSource, Incoming]]:
    """Give each comment that is to be added, with its source; those that the clerk left out are not."""
    edits = plan.choices.edits
    for source in plan.sources:
        for one in source.new:
            edit = edits.get((one.draft.file, one.draft.row)) if edits else None
            if edit is None or not edit.left_out:
                yield source, one


def _parts(plan: ImportPlan) -> Iterator[Part]:
    """Give the files that came with the comments to be added."""
    for source, one in _added(plan):
        yield from source.parts.get(one.draft.row, ())


def _row(
    plan: ImportPlan,
    source: PlannedSource,
    one: Incoming,
    file: int,
    group_ids: Mapping[str, int],
    part_index: Mapping[str, int],
) -> stored.ImportedRow:
    """Put one comment together: as the clerk has set it, with what the source says beside it."""
    draft = one.draft
    edit = plan.choices.edits.get((draft.file, draft.row))
    comment = edit.applied(one, plan.timing).comment if edit else one.comment
    as_written = {"group": draft.group, "channel": draft.channel, "language": draft.language}
    if edit and comment.name != draft.name:
        as_written["name"] = draft.name
    as_written |= {f"stance:{number}": written for number, written in draft.stances.items()}
    beside = {
        "source": source_mark(source),
        "as_written": {name: written for name, written in as_written.items() if written},
        "attachments": draft.attachments,
        "covering": one.covering,
        "other_columns": dict(draft.extra),
        **(edit.said if edit else {}),
    }
    note = f"Its text is the comment. The letter itself says: {one.covering[:_MOST_QUOTED]}" if one.covering else ""
    attached = [
        stored.Attached(part_index[part.sha256], safely_shown(part.name), well_formed(note))
        for part in source.parts.get(draft.row, ())
    ]
    group_id = comment.group_id or group_ids.get(one.group)
    label = row_label(source, draft.row)
    return stored.ImportedRow(comment, group_id, one.group if group_id else "", file, label, beside, attached)


def mark_statuses(act: Action, plan: ImportPlan, batch_id: int) -> None:
    """Give the comments of a batch that was just added the status that their source says, with its reason."""
    if not any("status" in source.mapping.columns for source in plan.sources):
        return
    first = act.one("SELECT min(id) AS id FROM comment WHERE batch_id=?", batch_id)["id"]
    for place, (_source, one) in enumerate(_added(plan)):
        if one.status is not CommentStatus.ACCEPTED:
            draft = one.draft
            reason = draft.status_reason or f"“{draft.status}” in “{draft.file}”, row {draft.row}"
            act.update("comment", first + place, status=str(one.status), status_reason=well_formed(reason))


def _file(reading: Reading) -> stored.SourceFile:
    return stored.SourceFile(reading.sha256, reading.file, reading.size, str(reading.kind), reading.not_read)


def _ending(part: Part) -> str:
    """Return the ending of a part's name, which is all that its sender says of its kind."""
    ending = part.name.rpartition(".")[2].lower()
    return ending if ending.isalnum() and len(ending) <= 8 and "." in part.name else ""


def _new_group(act: Action, name: str) -> int:
    place = act.one("SELECT ifnull(max(place),0)+1 AS place FROM stakeholder_group")["place"]
    return act.insert("stakeholder_group", {"name": name, "place": place})


def told_or_stopped(
    total: int, progress: Callable[[int, int], None] | None, cancelled: Callable[[], bool] | None
) -> Callable[[int], None]:
    """Return what each step calls with the rows done: it tells them, or raises Cancelled where that was asked for."""

    def tick(done: int) -> None:
        if cancelled is not None and cancelled():
            raise Cancelled
        if progress is not None:
            progress(done, total)

    return tick
