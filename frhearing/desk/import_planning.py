"""Makes the plan of an import: joins, proposes what goes where, and codes every row."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain, islice
from typing import NamedTuple

from frhearing.desk.codebook import list_groups
from frhearing.desk.desk import Desk
from frhearing.desk.hearings import get_hearing
from frhearing.desk.import_plan import Choices, PlannedSource
from frhearing.intake.coding import Coder, Incoming, Problem, ProblemKind
from frhearing.intake.dates import DateReader
from frhearing.intake.draft import Draft, Part, Reading, RefusedRow, SourceKind, Table
from frhearing.intake.folders import WITHIN
from frhearing.intake.joining import Join, joined, suggest_joins
from frhearing.intake.left_columns import asked_about, columns_not_taken
from frhearing.intake.mapping import BadMap, ColumnMap, drafts, fingerprint, read_map
from frhearing.intake.suggest import suggest
from frhearing.intake.table_file import write_row
from frhearing.intake.timing import Timing
from frhearing.intake.words import plain
from frhearing.model.hearing import Hearing
from frhearing.store.imports import remembered_mapping

MOST_NEW_GROUPS = 20
"""A column with more unknown groups than this is hardly a column of groups; none of them is added."""
_MOST_JOINED = 40
"""With more tables than this at once they are the letters of many, not the two halves of one export."""
_SAMPLE = 400
"""Rows of one kind of source that are looked at for what goes where."""


def plan_sources(
    desk: Desk, hearing_id: int, readings: Sequence[Reading], choices: Choices, timing: Timing
) -> list[PlannedSource]:
    """Make a planned source of each reading or joined pair, with its rows coded but not yet compared."""
    places = [place for place, reading in enumerate(readings) if reading.tables]
    tables = [choices.turns.get(place) or _table_of(readings[place], choices.tables.get(place)) for place in places]
    joins = _joins(tables, [_folder(readings[place]) for place in places], choices)
    listings = {join.listing for join in joins}
    by_text = {join.text: join for join in joins}
    found: dict[str, list[_Member]] = defaultdict(list)
    order: dict[int, int] = {}
    for at, table in enumerate(tables):
        if at not in listings:
            join = by_text.get(at)
            whole = joined(tables, join) if join else table
            member = _Member(places[at], whole, join, _other_part(readings[places[at]], table))
            found[fingerprint(readings[places[at]].kind, whole)].append(member)
            order[places[at]] = at
    hearing = get_hearing(desk, hearing_id)
    groups = {group.name: group.id for group in list_groups(desk)}
    sources = [
        source
        for mark, members in found.items()
        for source in _of_one_kind(desk, mark, members, readings, choices, _Office(hearing, groups, timing))
    ]
    return sorted(sources, key=lambda source: order[source.reading])


def row_label(source: PlannedSource, row: int) -> str:
    """Return how a row is named on its comment: a part of a letter is not the row of a table."""
    inside = f"{source.part}, " if source.part else ""
    if source.kind is SourceKind.TABLE or source.table.header_row is not None or len(source.table.rows) == 1:
        return f"{inside}{row}"
    return f"{inside}{'turn' if source.kind is SourceKind.TRANSCRIPT else 'part'} {row}"


def source_mark(source: PlannedSource) -> str:
    """Return the mark by which rows of the same kind of source know each other; letters have none."""
    tabular = source.kind is SourceKind.TABLE or source.table.header_row is not None
    return source.fingerprint if tabular else ""


class _Member(NamedTuple):
    """A table of one kind of source: the place of its reading, its join, and where in its file it stands, if beside."""

    place: int
    table: Table
    join: Join | None
    part: str


class _Office(NamedTuple):
    """What rows are coded for: the hearing, the office's groups with their ids, and what is in time."""

    hearing: Hearing
    groups: dict[str, int]
    timing: Timing


def _joins(tables: Sequence[Table], folders: Sequence[object], choices: Choices) -> tuple[Join, ...]:
    """Return the joins that the clerk has named, else those that suggest themselves among the tables of a folder."""
    if choices.joins is not None or not choices.join:
        return choices.joins or ()
    together: dict[object, list[int]] = defaultdict(list)
    for at, (table, folder) in enumerate(zip(tables, folders, strict=True)):
        if table.header_row is not None:
            together[folder].append(at)
    joins: list[Join] = []
    for headed in together.values():
        if 1 < len(headed) <= _MOST_JOINED:
            found = suggest_joins([tables[at] for at in headed])
            joins += (replace(join, text=headed[join.text], listing=headed[join.listing]) for join in found)
    return tuple(joins)


def _folder(reading: Reading) -> object:
    """Return what tells the folder or container of a file from others; files of one folder may belong together."""
    container, _, inside = reading.file.rpartition(WITHIN)
    return container, inside.rpartition("/")[0], reading.origin.parent if reading.origin is not None else None


def _of_one_kind(
    desk: Desk,
    mark: str,
    members: Sequence[_Member],
    readings: Sequence[Reading],
    choices: Choices,
    office: _Office,
) -> Iterator[PlannedSource]:
    """Give the sources of one fingerprint: what goes where is settled for all of them, and so are their dates."""
    first = members[0].table
    rows = list(islice(chain.from_iterable(member.table.rows for member in members), _SAMPLE))
    proposed = suggest(replace(first, rows=rows) if len(members) > 1 else first)
    given = choices.mappings.get(mark) or choices.mapping
    saved = None if given is not None else _saved(desk, mark)
    planned = []
    for place, table, join, part in members:
        reading = readings[place]
        source = PlannedSource(
            place, table, mark, proposed.mapping, reading.kind, proposed.confidence,
            join=join, parts=_parts(reading), part=part,
        )  # fmt: skip
        if given is not None:
            columns = given.columns or proposed.mapping.columns
            mapping = ColumnMap(columns, given.values)
            source = replace(source, mapping=_fitted(mapping, table) or mapping)
            source = replace(source, fault=_unasked(given, office.hearing) if given is choices.mapping else "")
        elif saved is not None and (fitted := _fitted(saved, table)) is not None:
            source = replace(source, mapping=fitted, remembered=True)
        else:
            source = replace(source, mapping=_fitted(proposed.mapping, table) or proposed.mapping)
        planned.append((source, []) if source.fault else _drafted(source))
    dates = DateReader(draft.received for _, found in planned for draft in found)
    for source, found in planned:
        yield source if source.fault else _coded(source, found, office, dates)


def _table_of(reading: Reading, chosen: int | None) -> Table:
    """Return the table of a reading that is taken in: the clerk's choice, else what the reader chose."""
    if reading.beside is not None:
        return reading.tables[reading.beside]
    return reading.tables[reading.chosen if chosen is None else chosen]


def _other_part(reading: Reading, table: Table) -> str:
    """Return where in its file a table stands that is not the one the reader chose: both may have a row 2."""
    main = reading.tables[reading.chosen]
    if (table.place, table.header_row is None) == (main.place, main.header_row is None):
        return ""
    return table.place or "list"


def _parts(reading: Reading) -> Mapping[int, Sequence[Part]]:
    """Return the files that came with each row, by its number."""
    found: dict[int, list[Part]] = defaultdict(list)
    for part in reading.parts:
        found[part.row].append(part)
    return found


def _drafted(source: PlannedSource) -> tuple[PlannedSource, list[Draft]]:
    """Make the drafts of a source; one whose mapping is no use has none and says why."""
    try:
        return source, list(drafts(source.table, source.mapping))
    except BadMap as fault:
        return replace(source, fault=str(fault)), []


def _saved(desk: Desk, mark: str) -> ColumnMap | None:
    """Return what was said last time about a kind of source."""
    saved = remembered_mapping(desk.store, mark)
    try:
        return read_map(saved) if saved else None
    except BadMap:
        return None


def _unasked(given: ColumnMap, hearing: Hearing) -> str:
    """Return what is wrong with a mapping that names a question the hearing has not."""
    asked = [question.number for question in hearing.questions]
    wrong = next((number for number in asked_about(given) if number not in asked), None)
    if wrong is None:
        return ""
    known = ", ".join(f"stance:{number}" for number in asked) or "none"
    return (
        f"The mapping names “stance:{wrong}”, but the hearing has no question {wrong} (it has: {known}); "
        "nothing was imported."
    )


def _fitted(mapping: ColumnMap, table: Table) -> ColumnMap | None:
    """Return a mapping with the columns as this table writes them, or None if one is missing."""
    names = {plain(name): name for name in reversed(table.header)} | {name: name for name in table.header}
    columns = {}
    for field, wanted in mapping.columns.items():
        found = tuple(names.get(name) or names.get(plain(name), "") for name in wanted)
        if not all(found):
            return None
        columns[field] = found
    return ColumnMap(columns, mapping.values)


def _coded(source: PlannedSource, found: Sequence[Draft], office: _Office, dates: DateReader) -> PlannedSource:
    """Code every row; one that says nothing at all is refused."""
    table, hearing, groups = source.table, office.hearing, office.groups
    asked = [question.number for question in hearing.questions]
    coder = Coder(source.mapping, source.kind, office.timing, list(groups), asked, dates)
    coded = coder.code_all(found, source.parts)
    incoming = [_in_group(one, groups) for one in coded if _says_something(one, source.parts)]
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
        not_read=tuple(columns_not_taken(table, source.mapping, asked)),
    )


def _says_something(one: Incoming, parts: Mapping[int, Sequence[Part]]) -> bool:
    comment = one.comment
    said = comment.text.strip() or comment.name or comment.organization or comment.email or comment.subject
    return bool(said or comment.stances or one.draft.stances or one.draft.attachments or one.draft.row in parts)


def _in_group(one: Incoming, groups: dict[str, int]) -> Incoming:
    if one.group in groups:
        return one._replace(comment=one.comment._replace(group_id=groups[one.group]))
    return one


def _new_groups(incoming: list[Incoming], notes: list[str]) -> tuple[list[Incoming], list[str]]:
    """Tell which groups are new to the office; so many that they can be none are left out."""
    names = list(dict.fromkeys(one.group for one in incoming if one.group and one.comment.group_id is None))
    if not names:
        return incoming, notes
    if len(names) > MOST_NEW_GROUPS:
        told = f"{len(names)} different values stand where the group was expected; none was taken for a group."
        return [one._replace(group="") if one.group in set(names) else one for one in incoming], [*notes, told]
    return incoming, [*notes, f"New to the office's list of groups, and added to it: {', '.join(names)}."]
