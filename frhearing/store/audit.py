"""Reads the change log, and examines it: the chain, the rows against it, what was received, the counters."""

import json
from typing import NamedTuple

from frhearing.model.change import LogEntry
from frhearing.store.connection import Row
from frhearing.store.database import Store

_LINES = """
SELECT x.*, (SELECT c.id FROM comment c WHERE c.hearing_id=x.hearing_id
  AND c.number=CAST(substr(x.subject, 5) AS INTEGER) AND x.subject='No. '||c.number) AS comment_id
FROM (SELECT min(seq) AS seq, at, who, action, kind, subject, undoes, hearing_id
  FROM change WHERE {where} GROUP BY action ORDER BY action DESC LIMIT :limit) x
"""


def of_comment(store: Store, comment_id: int) -> list[LogEntry]:
    """Return everything logged about a comment and what hangs on it, the oldest entry first."""
    found = store.rows(
        "SELECT * FROM change WHERE row IN (SELECT uid FROM comment WHERE id=:id "
        "UNION ALL SELECT uid FROM position WHERE comment_id=:id UNION ALL SELECT uid FROM comment_theme "
        "WHERE comment_id=:id UNION ALL SELECT uid FROM passage WHERE comment_id=:id UNION ALL "
        "SELECT uid FROM memo WHERE comment_id=:id) ORDER BY seq".replace(":id", "?"),
        (comment_id,) * 5,
    )
    return [_entry(r) for r in found]


def _entry(r: Row) -> LogEntry:
    """Turn a row of the log into an entry; erased values stay None."""
    return LogEntry(
        r["seq"],
        r["at"],
        r["who"],
        r["action"],
        r["kind"],
        r["subject"],
        r["tbl"],
        r["row"].hex(),
        r["field"],
        _plain(r["old"]),
        _plain(r["new"]),
        r["undoes"],
    )


def _plain(value: str | None) -> str | None:
    """Return a logged JSON value as text."""
    if value is None:
        return None
    read = json.loads(value)
    return None if read is None else str(read)


def actions(store: Store, hearing_id: int | None, text: str, limit: int, before: int | None) -> list[Row]:
    """Return one row per action, the latest first; ``before`` is an action number to go on from."""
    terms = ["1"]
    values: dict[str, object] = {"limit": limit}
    if hearing_id is not None:
        terms.append("hearing_id=:hearing")
        values["hearing"] = hearing_id
    if before is not None:
        terms.append("action<:before")
        values["before"] = before
    if text.strip():
        terms.append("(kind LIKE :text OR subject LIKE :text OR who LIKE :text)")
        values["text"] = f"%{text.strip()}%"
    return store.named(_LINES.format(where=" AND ".join(terms)), values)


def values_of(store: Store, action: int, most: int = 4) -> list[LogEntry]:
    """Return the first few fields an action changed."""
    return [_entry(r) for r in store.rows("SELECT * FROM change WHERE action=? ORDER BY seq LIMIT ?", (action, most))]


class Totals(NamedTuple):
    """How much a store holds."""

    hearings: int
    comments: int
    entries: int


def totals(store: Store) -> Totals:
    """Count hearings and comments in use and all entries of the log."""
    row = store.row(
        "SELECT (SELECT count(*) FROM hearing WHERE void IS NULL), (SELECT count(*) FROM comment WHERE void IS NULL), "
        "(SELECT count(*) FROM change)"
    )
    assert row is not None
    return Totals(*row)


def has_entry(store: Store, entry_hash: str) -> bool:
    """Say whether the log holds the entry with a hash."""
    return store.row("SELECT 1 FROM change WHERE hash=?", (entry_hash,)) is not None


def chain_head(store: Store) -> str:
    """Return the hash of the last entry of the log, zeros for an empty log."""
    return str(store.value("SELECT hash FROM change ORDER BY seq DESC LIMIT 1") or "0" * 64)
