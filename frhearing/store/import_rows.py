"""Writes the rows of an import set-wise: comments, texts, first positions, attachments; counters and search in step.

The triggers that keep search and counters row by row are dropped inside the transaction and made again in it;
what they would have done is done for all rows at once (4-store.md: three times as fast).
"""

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from frhearing.model.comment import NewComment
from frhearing.model.errors import Refused
from frhearing.model.identity import new_uids
from frhearing.model.record import canonical
from frhearing.model.times import local_day
from frhearing.store.changes import Action, excerpt
from frhearing.store.connection import Connection
from frhearing.store.recording import received_facts, take_number

_ROW_BY_ROW = (
    *("comment_text_ai", "comment_count_ai", "position_ai", "stance_ai"),
    *("comment_once", "comment_text_once", "position_once"),
)
"""Triggers that would work row by row. Those called ``once`` keep a REPLACE from taking a row away; the plain INSERT
of an import cannot, as the same columns are unique."""
_COLUMNS = (
    "id, hearing_id, number, channel, received_at, received_day, received_as_written, name, organization, group_id, "
    "capacity, district, email, external_id, subject, language, excerpt, timeliness, batch_id, file_id, source_row, "
    "received, digest, uid, created_at, created_by"
)
_INSERT_COMMENT = f"INSERT INTO comment({_COLUMNS}) VALUES({','.join('?' * (_COLUMNS.count(',') + 1))})"
_INSERT_POSITION = (
    "INSERT INTO position(comment_id, question_id, stance, source, condition, said_at, uid, created_at, created_by) "
    "VALUES(?,?,?,?,?,?,?,?,?)"
)
_COUNT_COMMENTS = (
    "INSERT INTO facet_count SELECT hearing_id, 0, '', ifnull(group_id,0), channel, status, count(*) FROM comment "
    "WHERE batch_id=? AND void IS NULL GROUP BY 1,4,5,6 ON CONFLICT DO UPDATE SET n=n+excluded.n"
)
_COUNT_STANCES = (
    "INSERT INTO facet_count SELECT c.hearing_id, p.question_id, p.stance, ifnull(c.group_id,0), c.channel, c.status, "
    "count(*) FROM comment c JOIN position p ON p.comment_id=c.id WHERE c.batch_id=? AND c.void IS NULL "
    "GROUP BY 1,2,3,4,5,6 ON CONFLICT DO UPDATE SET n=n+excluded.n"
)
_BUFFER = "INSERT INTO comment_fts(comment_fts, rank) VALUES('hashsize', {})"
_BULK_BUFFER, _USUAL_BUFFER = 32 << 20, 1 << 20
"""Bytes of words that the index gathers before it writes them down; many at once spare it a quarter of the merging."""
_INDEX = (
    "INSERT INTO comment_fts(rowid, body, name, organization) "
    "SELECT id, body, name, organization FROM comment_doc WHERE id>=? AND id<?"
)
_INDEX_EVERY = 5000
"""How many rows are written, or indexed, between two looks at whether the clerk has pressed Cancel."""
TICK_EVERY = 500
PASSES = 3
"""How often each row is gone over: digested, inserted, indexed."""


@dataclass(frozen=True, slots=True)
class Attached:
    """A file that came with a comment: its index among the parts, the name it had and a note."""

    part: int
    name: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class ImportedRow:
    """One comment to add: its group's id, its original (index among the files) and row, and what else came with it."""

    comment: NewComment
    group_id: int | None
    group: str
    file: int
    row: str
    beside: Mapping[str, object] = field(default_factory=dict)
    attached: Sequence[Attached] = ()


Digested = tuple[ImportedRow, str, str]
"""A row with what was received of it, as text, and that text's digest."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where the rows of an import go: hearing, batch, and the ids of its originals and its parts in their order."""

    hearing_id: int
    batch_id: int
    file_ids: Sequence[int]
    part_ids: Sequence[int] = ()


def with_facts(rows: Sequence[ImportedRow], tick: Callable[[int], None]) -> Iterator[Digested]:
    """Give each row with what was received of it, written once and for good, and its digest."""
    for done, row in enumerate(rows):
        if not done % TICK_EVERY:
            tick(done)
        facts = {**received_facts(row.comment, row.group), **row.beside}
        # The same bytes that ``received_digest`` hashes, written once and kept as they are.
        kept = canonical({key: value for key, value in facts.items() if value or value not in (None, "", {})})
        yield row, kept.decode(), hashlib.sha256(kept).hexdigest()


def insert_rows(act: Action, place: Place, rows: Sequence[Digested], tick: Callable[[int], None]) -> None:
    """Insert comments, texts, positions and attachments, then bring the counters and the search index in step.

    ``tick`` gets the rows done, those of ``with_facts`` included, and may raise to stop it all.
    """
    connection = act.connection
    made_again = [_dropped(connection, name) for name in _ROW_BY_ROW]
    first = int(connection.execute("SELECT ifnull(max(id),0)+1 FROM comment").fetchone()[0])
    connection.executemany(_INSERT_COMMENT, _comments(act, place, first, rows, tick))
    connection.executemany(
        "INSERT INTO comment_text(id, body) VALUES(?,?)",
        ((first + at, row.comment.text) for at, (row, _, _) in enumerate(rows)),
    )
    _insert_positions(act, place.hearing_id, first, rows)
    for at, (row, _, _) in enumerate(rows):
        for one in row.attached:
            act.insert(
                "attachment",
                {"comment_id": first + at, "file_id": place.part_ids[one.part], "name": one.name, "note": one.note},
            )
    connection.execute(_COUNT_COMMENTS, (place.batch_id,))
    connection.execute(_COUNT_STANCES, (place.batch_id,))
    _index(act, first, len(rows), tick)
    for trigger in made_again:
        connection.execute(trigger)


def _dropped(connection: Connection, name: str) -> str:
    """Drop a trigger and return the statement that makes it again."""
    made = connection.execute("SELECT sql FROM sqlite_master WHERE type='trigger' AND name=?", (name,)).fetchone()[
        "sql"
    ]
    connection.execute(f"DROP TRIGGER {name}")
    return str(made)


def _comments(
    act: Action, place: Place, first: int, rows: Sequence[Digested], tick: Callable[[int], None]
) -> Iterator[tuple[object, ...]]:
    """Give the values of each comment, numbered on from the last number of the hearing."""
    zone = str(act.row("hearing", place.hearing_id)["zone"])
    number = take_number(act, place.hearing_id, len(rows))
    days: dict[str | None, str | None] = {}
    uids = new_uids(len(rows))
    for at, (row, received, digest) in enumerate(rows):
        if not at % TICK_EVERY:
            tick(len(rows) + at)
        c = row.comment
        if c.received_at not in days:
            days[c.received_at] = local_day(c.received_at, zone)
        yield (
            first + at, place.hearing_id, number + at, str(c.channel), c.received_at, days[c.received_at],
            c.received_as_written, c.name, c.organization, row.group_id, c.capacity, c.district, c.email,
            c.external_id, c.subject, c.language, excerpt(c.text), str(c.timeliness), place.batch_id,
            place.file_ids[row.file], row.row, received, digest, uids[at], act.at, act.who,
        )  # fmt: skip


def _index(act: Action, first: int, count: int, tick: Callable[[int], None]) -> None:
    """Make the new texts searchable, in lots between which it may be stopped."""
    act.connection.execute(_BUFFER.format(_BULK_BUFFER))
    for at in range(0, count, _INDEX_EVERY):
        tick(2 * count + at)
        act.connection.execute(_INDEX, (first + at, first + min(at + _INDEX_EVERY, count)))
    act.connection.execute(_BUFFER.format(_USUAL_BUFFER))


def _insert_positions(act: Action, hearing_id: int, first: int, rows: Sequence[Digested]) -> None:
    """Insert the stances of comments whose ids count up from ``first``, each as a position that counts.

    Raises Refused where a question has gone since the import was looked at.
    """
    connection = act.connection
    last = int(connection.execute("SELECT ifnull(max(id),0) FROM position").fetchone()[0])
    asked = connection.execute("SELECT number, id FROM question WHERE hearing_id=? AND void IS NULL", (hearing_id,))
    question_ids = {row["number"]: row["id"] for row in asked}
    if not question_ids.keys() >= {number for row, _, _ in rows for number in row.comment.stances}:
        raise Refused("The hearing's questions have changed since this import was read. Nothing was added. Read again.")
    uids = iter(new_uids(sum(len(row.comment.stances) for row, _, _ in rows)))
    connection.executemany(
        _INSERT_POSITION,
        (
            (first + place, question_ids[number], str(stance), str(row.comment.source), row.comment.condition,
             act.at, next(uids), act.at, act.who)
            for place, (row, _, _) in enumerate(rows)
            for number, stance in row.comment.stances.items()
        ),
    )  # fmt: skip
    connection.execute(
        "INSERT INTO comment_stance(question_id, comment_id, stance, position_id) "
        "SELECT question_id, comment_id, stance, id FROM position WHERE id>?",
        (last,),
    )
