"""From the plan of an import to what the store puts on the record in one action."""

from collections.abc import Mapping
from dataclasses import replace

from frhearing.desk.import_plan import ImportPlan, PlannedSource
from frhearing.desk.import_planning import compare, row_label, source_mark
from frhearing.intake.coding import Incoming
from frhearing.intake.draft import Reading, SourceKind
from frhearing.store import imports as stored
from frhearing.store.changes import Action


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


def batch_of(act: Action, plan: ImportPlan) -> stored.Batch:
    """Turn a plan into what the store puts on the record; groups new to the office are made first."""
    group_ids = {name: _new_group(act, name) for name in plan.new_groups}
    readable = [place for place, reading in enumerate(plan.readings) if reading.tables]
    index = {place: at for at, place in enumerate(readable)}
    by_file = {plan.readings[place].file: index[place] for place in reversed(readable)}
    rows = [
        _row(one, source, plan.readings[source.reading].kind, index[source.reading], group_ids)
        for source in plan.sources
        for one in source.new
    ]
    return stored.Batch(
        plan.name,
        tuple(_file(plan.readings[place]) for place in readable),
        rows,
        [stored.RefusedRow(by_file[row.file], str(row.row), row.reason, row.raw) for row in plan.refused],
        plan.already_here,
        {source.fingerprint: source.mapping.to_json() for source in plan.sources},
    )


def _row(
    one: Incoming, source: PlannedSource, kind: SourceKind, file: int, group_ids: Mapping[str, int]
) -> stored.ImportedRow:
    draft = one.draft
    as_written = {"group": draft.group, "channel": draft.channel, "language": draft.language}
    as_written |= {f"stance:{number}": written for number, written in draft.stances.items()}
    beside = {
        "source": source_mark(source, kind),
        "as_written": {name: written for name, written in as_written.items() if written},
        "attachments": draft.attachments,
        "other_columns": dict(draft.extra),
    }
    group_id = one.comment.group_id or group_ids.get(one.group)
    label = row_label(source.table, kind, draft.row)
    return stored.ImportedRow(one.comment, group_id, one.group if group_id else "", file, label, beside)


def _file(reading: Reading) -> stored.SourceFile:
    return stored.SourceFile(reading.sha256, reading.file, reading.size, str(reading.kind), reading.not_read)


def _new_group(act: Action, name: str) -> int:
    place = act.one("SELECT ifnull(max(place),0)+1 AS place FROM stakeholder_group")["place"]
    return act.insert("stakeholder_group", {"name": name, "place": place})
