"""Puts a whole import on the record in one transaction, and remembers how its kind of source is read."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from frhearing.model.record import chain_digest
from frhearing.store.changes import Action
from frhearing.store.connection import Connection, Row
from frhearing.store.database import Store
from frhearing.store.import_lots import Attached, ImportedRow, Place
from frhearing.store.import_rows import insert_rows

__all__ = [
    "Attached",
    "Batch",
    "ImportedRow",
    "RefusedRow",
    "SourceFile",
    "add_batch",
    "all_imported",
    "last_change",
    "received_before",
    "refused_rows",
    "remembered_mapping",
]

_KNOWN = """
SELECT c.number, ifnull(f.sha256,'') AS sha256, c.source_row, c.batch_id, c.received
FROM comment c LEFT JOIN source_file f ON f.id=c.file_id WHERE c.hearing_id=? AND c.void IS NULL ORDER BY c.number
"""


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One original: its SHA-256, its name as given, its size in bytes, its kind and what of it was not read."""

    sha256: str
    name: str
    size: int
    kind: str
    not_read: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RefusedRow:
    """One row that was not taken in: its original (index among the files), row, reason and all that stood there."""

    file: int
    row: str
    reason: str
    raw: str


@dataclass(frozen=True, slots=True)
class Batch:
    """One import as the clerk sees it. ``mappings`` are remembered by the fingerprint of their kind of source.

    ``files`` are what was read, ``parts`` the files that came with its rows. ``rows`` are gone through once.
    """

    name: str
    files: tuple[SourceFile, ...]
    rows: Iterable[ImportedRow]
    refused: Sequence[RefusedRow]
    already_here: int
    mappings: Mapping[str, str]
    parts: tuple[SourceFile, ...] = ()


def add_batch(act: Action, hearing_id: int, batch: Batch, tick: Callable[[int], None]) -> int:
    """Put an import on the record and return the id of its batch.

    ``tick`` gets the rows done and may raise to stop it all.
    """
    connection = act.connection
    batch_id = int(connection.execute("SELECT ifnull(max(id),0)+1 FROM import_batch").fetchone()[0])
    file_ids = [_file(act, source) for source in batch.files]
    part_ids = [_file(act, part) for part in batch.parts]
    # The batch is noted after its rows, whose digests it holds: what belongs together is looked at by COMMIT.
    connection.execute("PRAGMA defer_foreign_keys=ON")
    digests = insert_rows(act, Place(hearing_id, batch_id, file_ids, part_ids), batch.rows, tick)
    _note(act, batch_id, hearing_id, batch, digests)
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
    return batch_id


def _note(act: Action, batch_id: int, hearing_id: int, batch: Batch, digests: Sequence[str]) -> None:
    """Note the import itself with its counts and the digest over its rows."""
    act.insert(
        "import_batch",
        {
            "id": batch_id,
            "hearing_id": hearing_id,
            "name": batch.name,
            "mapping": json.dumps(batch.mappings, ensure_ascii=False, sort_keys=True),
            "read": len(digests) + batch.already_here + len(batch.refused),
            "added": len(digests),
            "already_here": batch.already_here,
            "refused": len(batch.refused),
            "digest": chain_digest(digests),
        },
    )


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
