"""Makes the plan of an import: joins, proposes what goes where, codes every row and finds what is already here."""

from collections.abc import Sequence
from dataclasses import replace

from frhearing.desk.codebook import list_groups
from frhearing.desk.desk import Desk
from frhearing.desk.hearings import get_hearing
from frhearing.desk.import_plan import Choices, PlannedSource
from frhearing.intake.already_here import Arrival, OnRecord, find_known, sender_of
from frhearing.intake.coding import Coder, Incoming, Problem, ProblemKind
from frhearing.intake.draft import Reading, RefusedRow, SourceKind, Table
from frhearing.intake.joining import joined, suggest_joins
from frhearing.intake.mapping import BadMap, ColumnMap, drafts, fingerprint, read_map
from frhearing.intake.suggest import suggest
from frhearing.intake.table_file import write_row
from frhearing.intake.words import plain
from frhearing.model.hearing import Hearing
from frhearing.store.connection import Connection, Row
from frhearing.store.imports import received_before, remembered_mapping
from frhearing.store.recording import text_sha256

MOST_NEW_GROUPS = 20
"""A column with more unknown groups than this is hardly a column of groups; none of them is added."""


def plan_sources(desk: Desk, hearing_id: int, readings: Sequence[Reading], choices: Choices) -> list[PlannedSource]:
    """Make a planned source of each reading or joined pair, with its rows coded but not yet compared."""
    places = [place for place, reading in enumerate(readings) if reading.tables]
    tables = [readings[place].tables[choices.tables.get(place, readings[place].chosen)] for place in places]
    joins = choices.joins if choices.joins is not None else tuple(suggest_joins(tables)) if choices.join else ()
    listings = {join.listing for join in joins}
    by_text = {join.text: join for join in joins}
    hearing = get_hearing(desk, hearing_id)
    groups = {group.name: group.id for group in list_groups(desk)}
    sources: list[PlannedSource] = []
    for at, table in enumerate(tables):
        if at in listings:
            continue
        join = by_text.get(at)
        whole = joined(tables, join) if join else table
        source = _mapped(desk, places[at], whole, readings[places[at]].kind, choices, len(sources))
        if join:
            source = replace(source, join=join)
        sources.append(_coded(source, readings[places[at]].kind, hearing, groups))
    return sources


def compare(
    connection: Connection, hearing_id: int, readings: Sequence[Reading], sources: Sequence[PlannedSource]
) -> tuple[PlannedSource, ...]:
    """Find for every row whether it is on the record already; a changed text is told, never taken over."""
    record = [_on_record(row, facts) for row, facts in received_before(connection, hearing_id)]
    arrivals = [
        arrival for source in sources for arrival in (_arrivals(source, readings[source.reading]) if record else ())
    ]
    found = find_known(record, arrivals) if record else [None] * sum(len(source.incoming) for source in sources)
    compared = []
    start = 0
    for source in sources:
        end = start + len(source.incoming)
        known = found[start:end]
        changed = [
            Problem(
                one.draft.file,
                one.draft.row,
                ProblemKind.CHANGED,
                f"is on the record as No. {here.number} with another text; not added",
            )
            for one, here, arrival in zip(source.incoming, known, arrivals[start:end], strict=False)
            if here is not None and here.text_sha256 != arrival.text_sha256
        ]
        kept = [problem for problem in source.problems if problem.kind is not ProblemKind.CHANGED]
        compared.append(replace(source, known=known, problems=[*kept, *changed]))
        start = end
    return tuple(compared)


def row_label(table: Table, kind: SourceKind, row: int) -> str:
    """Return how a row is named on its comment: a part of a letter is not the row of a table."""
    return (
        f"part {row}" if kind is not SourceKind.TABLE and table.header_row is None and len(table.rows) > 1 else str(row)
    )


def _mapped(desk: Desk, reading: int, table: Table, kind: SourceKind, choices: Choices, place: int) -> PlannedSource:
    """Settle what goes where: the clerk's own mapping, else the one remembered for its kind, else a proposal."""
    mark = fingerprint(kind, table)
    proposed = suggest(table)
    given = choices.mappings.get(place) or choices.mapping
    if given is not None:
        mapping = given if given.columns else ColumnMap(proposed.mapping.columns, given.values)
        return PlannedSource(reading, table, mark, mapping, proposed.confidence)
    saved = remembered_mapping(desk.store, mark)
    fitted = _fitted(saved, table) if saved else None
    if fitted is not None:
        return PlannedSource(reading, table, mark, fitted, proposed.confidence, remembered=True)
    return PlannedSource(reading, table, mark, proposed.mapping, proposed.confidence)


def _fitted(saved: str, table: Table) -> ColumnMap | None:
    """Return a remembered mapping with the columns as this table writes them, or None if one is missing."""
    try:
        mapping = read_map(saved)
    except BadMap:
        return None
    names = {plain(name): name for name in reversed(table.header)} | {name: name for name in table.header}
    columns = {}
    for field, wanted in mapping.columns.items():
        found = tuple(names.get(name) or names.get(plain(name), "") for name in wanted)
        if not all(found):
            return None
        columns[field] = found
    return ColumnMap(columns, mapping.values)


def _coded(source: PlannedSource, kind: SourceKind, hearing: Hearing, groups: dict[str, int]) -> PlannedSource:
    """Code every row; one that says nothing at all is refused, and so is all of a source whose mapping is no use."""
    table = source.table
    coder = Coder(source.mapping, kind, hearing.zone, list(groups), [q.number for q in hearing.questions])
    try:
        coded = coder.code_all(list(drafts(table, source.mapping)))
    except BadMap as fault:
        return replace(source, refused=table.refused, fault=str(fault))
    incoming = [_in_group(one, groups) for one in coded if _says_something(one)]
    said = {one.draft.row for one in incoming}
    silent = [
        RefusedRow(table.file, row.number, "it holds no text, no name and no position", write_row(row.cells))
        for row in table.rows
        if row.number not in said
    ]
    problems = [problem for problem in coder.problems if problem.row in said]
    if source.join:
        problems += [
            Problem(table.file, row, ProblemKind.NOT_LISTED, "has a text but does not stand in the list beside it")
            for row in source.join.only_text
        ]
    incoming, notes = _new_groups(incoming, coder.notes)
    return replace(
        source,
        incoming=incoming,
        known=[None] * len(incoming),
        refused=[*table.refused, *silent],
        problems=problems,
        notes=tuple(notes),
    )


def _says_something(one: Incoming) -> bool:
    comment = one.comment
    said = comment.text.strip() or comment.name or comment.organization or comment.email
    return bool(said or comment.stances or one.draft.stances or one.draft.attachments)


def _in_group(one: Incoming, groups: dict[str, int]) -> Incoming:
    if one.group in groups:
        return replace(one, comment=one.comment._replace(group_id=groups[one.group]))
    return one


def _new_groups(incoming: list[Incoming], notes: list[str]) -> tuple[list[Incoming], list[str]]:
    """Tell which groups are new to the office; so many that they can be none are left out."""
    names = list(dict.fromkeys(one.group for one in incoming if one.group and one.comment.group_id is None))
    if not names:
        return incoming, notes
    if len(names) > MOST_NEW_GROUPS:
        told = f"{len(names)} different values stand where the group was expected; none was taken for a group."
        return [replace(one, group="") if one.group in set(names) else one for one in incoming], [*notes, told]
    return incoming, [*notes, f"New to the office's list of groups, and added to it: {', '.join(names)}."]


def _on_record(row: Row, facts: dict[str, object]) -> OnRecord:
    """Put together what identifies a comment on the record, all of it as it was received."""
    said = {key: str(facts.get(key) or "") for key in ("name", "organization", "email", "received_as_written")}
    return OnRecord(
        row["number"],
        row["sha256"],
        row["source_row"],
        str(facts.get("source") or ""),
        str(facts.get("external_id") or "").strip(),
        str(facts["text_sha256"]),
        (said["name"], said["organization"], said["email"], said["received_as_written"]),
    )


def _arrivals(source: PlannedSource, reading: Reading) -> list[Arrival]:
    mark = source_mark(source, reading.kind)
    return [
        Arrival(
            reading.sha256,
            row_label(source.table, reading.kind, one.draft.row),
            mark,
            one.identity,
            text_sha256(one.comment.text),
            sender_of(one),
        )
        for one in source.incoming
    ]


def source_mark(source: PlannedSource, kind: SourceKind) -> str:
    """Return the mark by which rows of the same kind of source know each other; letters have none."""
    return source.fingerprint if kind is SourceKind.TABLE or source.table.header_row is not None else ""
