"""Puts a whole import on the record in one transaction: rows set-wise, one entry in the log, caches in step.

The triggers that keep search and counters row by row are dropped inside the transaction and made again in it;
what they would have done is done for all rows at once (4-store.md: three times as fast).
"""

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from frhearing.model.comment import NewComment
from frhearing.model.errors import Refused
from frhearing.model.identity import new_uid
from frhearing.model.record import canonical, chain_digest
from frhearing.model.times import local_day
from frhearing.store.changes import Action, excerpt
from frhearing.store.connection import Connection, Row
from frhearing.store.database import Store
from frhearing.store.recording import received_facts, take_number
from frhearing.store.triggers import CACHE_TRIGGERS

_ROW_BY_ROW = ("comment_text_ai", "comment_count_ai", "position_ai", "stance_ai")
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
_KNOWN = """
SELECT c.number, ifnull(f.sha256,'') AS sha256, c.source_row, c.batch_id, c.received
FROM comment c LEFT JOIN source_file f ON f.id=c.file_id WHERE c.hearing_id=? AND c.void IS NULL ORDER BY c.number
"""
_BUFFER = "INSERT INTO comment_fts(comment_fts, rank) VALUES('hashsize', {})"
_BULK_BUFFER, _USUAL_BUFFER = 32 << 20, 1 << 20
"""Bytes of words that the index gathers before it writes them down; many at once spare it a quarter of the merging."""
_INDEX = (
    "INSERT INTO comment_fts(rowid, body, name, organization) "
    "SELECT id, body, name, organization FROM comment_doc WHERE id>=? AND id<?"
)
TICK_EVERY = 500
_INDEX_EVERY = 5000
"""How many rows are written, or indexed, between two looks at whether the clerk has pressed Cancel."""
PASSES = 3
"""How often each row is gone over: digested, inserted, indexed."""


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One original: its SHA-256, its name as given, its size in bytes, its kind and what of it was not read."""

    sha256: str
    name: str
    size: int
    kind: str
    not_read: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ImportedRow:
    """One comment to add: its group's id, its original (index among the files) and row, and what else came with it."""

    comment: NewComment
    group_id: int | None
    group: str
    file: int
    row: str
    beside: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class RefusedRow:
    """One row that was not taken in: its original (index among the files), row, reason and all that stood there."""

    file: int
    row: str
    reason: str
    raw: str


@dataclass(frozen=True, slots=True)
class Batch:
    """One import as the clerk sees it. ``mappings`` are remembered by the fingerprint of their kind of source."""

    name: str
    files: tuple[SourceFile, ...]
    rows: Sequence[ImportedRow]
    refused: Sequence[RefusedRow]
    already_here: int
    mappings: Mapping[str, str]


def add_batch(act: Action, hearing_id: int, batch: Batch, tick: Callable[[int], None]) -> int:
    """Put an import on the record and return the id of its batch.

    ``tick`` gets the rows done, each counted once in every of ``PASSES``, and may raise to stop it all.
    """
    connection = act.connection
    file_ids = [_file(act, source) for source in batch.files]
    rows = list(_with_facts(batch.rows, tick))
    batch_id = act.insert(
        "import_batch",
        {
            "hearing_id": hearing_id,
            "name": batch.name,
            "mapping": json.dumps(batch.mappings, ensure_ascii=False, sort_keys=True),
            "read": len(batch.rows) + batch.already_here + len(batch.refused),
            "added": len(batch.rows),
            "already_here": batch.already_here,
            "refused": len(batch.refused),
            "digest": chain_digest(digest for _, _, digest in rows),
        },
    )
    connection.executemany("INSERT INTO import_file VALUES(?,?)", [(batch_id, one) for one in set(file_ids)])
    connection.executemany(
        "INSERT INTO refused_row(batch_id, file_id, row, reason, raw) VALUES(?,?,?,?,?)",
        [(batch_id, file_ids[one.file], one.row, one.reason, one.raw) for one in batch.refused],
    )
    connection.executemany(
        "INSERT INTO import_mapping VALUES(?,?,?) ON CONFLICT DO UPDATE SET mapping=excluded.mapping, "
        "saved_at=excluded.saved_at",
        [(fingerprint, mapping, act.at) for fingerprint, mapping in batch.mappings.items()],
    )
    if rows:
        for name in _ROW_BY_ROW:
            connection.execute(f"DROP TRIGGER {name}")
        _insert_rows(act, hearing_id, batch_id, file_ids, rows, tick)
        for name in _ROW_BY_ROW:
            connection.execute(CACHE_TRIGGERS[name])
    return batch_id


def received_before(connection: Connection, hearing_id: int) -> Iterator[tuple[Row, dict[str, object]]]:
    """Give each standing comment of a hearing with what was received of it, for telling what is already here."""
    for row in connection.execute(_KNOWN, (hearing_id,)):
        yield row, json.loads(row["received"])


def all_imported(connection: Connection, hearing_id: int, sha256s: Sequence[str]) -> bool:
    """Say whether every one of these originals was part of a standing import of this hearing."""
    rows = connection.execute(
        "SELECT f.sha256 FROM import_batch b JOIN import_file i ON i.batch_id=b.id "
        "JOIN source_file f ON f.id=i.file_id WHERE b.hearing_id=? AND b.void IS NULL",
        (hearing_id,),
    )
    return set(sha256s) <= {row["sha256"] for row in rows}


def remembered_mapping(store: Store, fingerprint: str) -> str | None:
    """Return the mapping last used for a kind of source, as JSON text, or None."""
    found = store.value("SELECT mapping FROM import_mapping WHERE fingerprint=?", (fingerprint,))
    return str(found) if found is not None else None


def refused_rows(store: Store, batch_id: int) -> list[Row]:
    """Return the refused rows of an import with the names of their files, in order."""
    return store.rows(
        "SELECT ifnull(f.name,'') AS file, r.row, r.reason, r.raw FROM refused_row r "
        "LEFT JOIN source_file f ON f.id=r.file_id WHERE r.batch_id=? ORDER BY r.id",
        (batch_id,),
    )


def last_change(connection: Connection) -> int:
    """Return a number that moves with every action on the record."""
    return int(connection.execute("SELECT ifnull(max(seq),0) FROM change").fetchone()[0])


def _file(act: Action, source: SourceFile) -> int:
    """Return the id of an original, noted when its bytes have not been seen before."""
    found = act.connection.execute("SELECT id FROM source_file WHERE sha256=?", (source.sha256,)).fetchone()
    if found is not None:
        return int(found["id"])
    return act.insert(
        "source_file",
        {
            "sha256": source.sha256,
            "name": source.name,
            "size": source.size,
            "kind": source.kind,
            "not_read": json.dumps(source.not_read, ensure_ascii=False),
        },
    )


def _with_facts(rows: Sequence[ImportedRow], tick: Callable[[int], None]) -> Iterator["_Digested"]:
    """Give each row with what was received of it, written once and for good, and its digest."""
    for done, row in enumerate(rows):
        if not done % TICK_EVERY:
            tick(done)
        facts = {**received_facts(row.comment, row.group), **row.beside}
        # The same bytes that ``received_digest`` hashes, written once and kept as they are.
        kept = canonical({key: value for key, value in facts.items() if value not in (None, "", {})})
        yield row, kept.decode(), hashlib.sha256(kept).hexdigest()


_Digested = tuple[ImportedRow, str, str]


def _insert_rows(
    act: Action,
    hearing_id: int,
    batch_id: int,
    file_ids: Sequence[int],
    rows: Sequence[_Digested],
    tick: Callable[[int], None],
) -> None:
    """Insert comments, texts and positions, then bring the counters and the search index in step."""
    connection = act.connection
    zone = str(act.row("hearing", hearing_id)["zone"])
    number = take_number(act, hearing_id, len(rows))
    first = int(connection.execute("SELECT ifnull(max(id),0)+1 FROM comment").fetchone()[0])
    days: dict[str | None, str | None] = {}

    def comments() -> Iterator[tuple[object, ...]]:
        for place, (row, received, digest) in enumerate(rows):
            if not place % TICK_EVERY:
                tick(len(rows) + place)
            c = row.comment
            if c.received_at not in days:
                days[c.received_at] = local_day(c.received_at, zone)
            yield (
                first + place, hearing_id, number + place, str(c.channel), c.received_at, days[c.received_at],
                c.received_as_written, c.name, c.organization, row.group_id, c.capacity, c.district, c.email,
                c.external_id, c.subject, c.language, excerpt(c.text), str(c.timeliness), batch_id,
                file_ids[row.file], row.row, received, digest, new_uid(), act.at, act.who,
            )  # fmt: skip

    connection.executemany(_INSERT_COMMENT, comments())
    connection.executemany(
        "INSERT INTO comment_text(id, body) VALUES(?,?)",
        ((first + place, row.comment.text) for place, (row, _, _) in enumerate(rows)),
    )
    _insert_positions(act, hearing_id, first, rows)
    connection.execute(_COUNT_COMMENTS, (batch_id,))
    connection.execute(_COUNT_STANCES, (batch_id,))
    connection.execute(_BUFFER.format(_BULK_BUFFER))
    for place in range(0, len(rows), _INDEX_EVERY):
        tick(2 * len(rows) + place)
        connection.execute(_INDEX, (first + place, first + place + _INDEX_EVERY))
    connection.execute(_BUFFER.format(_USUAL_BUFFER))


def _insert_positions(act: Action, hearing_id: int, first: int, rows: Sequence[_Digested]) -> None:
    """Insert the stances of comments whose ids count up from ``first``, each as a position that counts.

    Raises Refused where a question has gone since the import was looked at.
    """
    connection = act.connection
    last = int(connection.execute("SELECT ifnull(max(id),0) FROM position").fetchone()[0])
    asked = connection.execute("SELECT number, id FROM question WHERE hearing_id=? AND void IS NULL", (hearing_id,))
    question_ids = {row["number"]: row["id"] for row in asked}
    if not question_ids.keys() >= {number for row, _, _ in rows for number in row.comment.stances}:
        raise Refused("The hearing's questions have changed since this import was read. Nothing was added. Read again.")
    connection.executemany(
        _INSERT_POSITION,
        (
            (first + place, question_ids[number], str(stance), str(row.comment.source), row.comment.condition,
             act.at, new_uid(), act.at, act.who)
            for place, (row, _, _) in enumerate(rows)
            for number, stance in row.comment.stances.items()
        ),
    )  # fmt: skip
    connection.execute(
        "INSERT INTO comment_stance(question_id, comment_id, stance, position_id) "
        "SELECT question_id, comment_id, stance, id FROM position WHERE id>?",
        (last,),
    )
