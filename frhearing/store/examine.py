"""Examines a store: the file, the chain of the log, every row against the log, what was received, the counters.

SQLite's own ``integrity_check`` sees few of the bit flips that alter a record; the digests see all of them.
"""

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from frhearing.model.comment import TALLIED
from frhearing.model.filter import NOT_TAGGED
from frhearing.model.record import chain_digest, received_digest
from frhearing.model.tally import tally
from frhearing.store import comments, hearings, listing, triggers
from frhearing.store.changes import CREATED, GENESIS, entry_hash, row_digest, value_digest
from frhearing.store.connection import Row
from frhearing.store.database import Store

Tick = Callable[[str], None]


def examine(store: Store, tick: Tick = lambda _: None) -> list[str]:
    """Return one sentence for each thing found wrong; none for a sound store."""
    found: list[str] = []
    for words, look in (
        ("the file", _file),
        ("the log", _chain),
        ("the rows", _rows),
        ("what was received", _received),
        ("the imports", _batches),
        ("the counters", _counters),
    ):
        tick(f"Looking at {words}…")
        found += look(store)
    return found


def _file(store: Store) -> Iterator[str]:
    """Check the file's own structure, its references and the search index."""
    for row in store.rows("PRAGMA integrity_check"):
        if row[0] != "ok":
            yield f"The file is damaged: {row[0]}."
    for row in store.rows("PRAGMA foreign_key_check"):
        yield f"A row of {row[0]} points to something that is not there."
    texts = store.value("SELECT count(*) FROM comment_text")
    indexed = store.value("SELECT count(*) FROM comment_fts_docsize")
    if texts != indexed:
        yield f"The search index knows {indexed} texts of {texts}."


def _chain(store: Store) -> Iterator[str]:
    """Follow the log from its first entry: no gap, no altered entry, values that fit their digests."""
    previous, expected = GENESIS, 1
    for r in store.reader().execute("SELECT * FROM change ORDER BY seq"):
        if r["seq"] != expected:
            yield f"The log misses its entry {expected}."
        expected = r["seq"] + 1
        parts = tuple(r[name] for name in ("seq", "clock", "at", "device", "who", "action", "kind", "subject"))
        parts += (r["undoes"], r["hearing_id"], r["tbl"], r["row"].hex(), r["field"], r["old_digest"], r["new_digest"])
        if r["previous"] != previous or r["hash"] != entry_hash(previous, parts):
            yield f"Entry {r['seq']} of the log ({r['kind']} {r['subject']}) was altered."
        for value, wanted in ((r["old"], r["old_digest"]), (r["new"], r["new_digest"])):
            if value is not None and value_digest(r["salt"], value) != wanted:
                yield f"A value in entry {r['seq']} of the log ({r['kind']} {r['subject']}) was altered."
        previous = r["hash"]


def _rows(store: Store) -> Iterator[str]:
    """Compare each row with the log: its present values with the last ones, its first ones with its digest."""
    tables: dict[str, dict[bytes, dict[str, list[Any]]]] = {}
    for r in store.reader().execute("SELECT tbl, row, field, old, new FROM change ORDER BY seq"):
        fields = tables.setdefault(r["tbl"], {}).setdefault(r["row"], {})
        if r["old"] is None and r["new"] is None:
            continue
        fields.setdefault(r["field"], [json.loads(r["old"]), None])[1] = json.loads(r["new"])
    texts = tables.pop("comment_text", {})
    for table, logged in tables.items():
        undone_batches = _undone(store) if table == "comment" else frozenset()
        seen = 0
        for row in store.reader().execute(f"SELECT * FROM {table}"):
            known = logged.get(row["uid"])
            if known is not None:
                seen += 1
                yield from _row(table, row, known, table == "comment" and row["batch_id"] in undone_batches)
        if seen != len(logged):
            yield f"{len(logged) - seen} rows of {table} that the log knows are missing."
    for r in store.rows("SELECT c.uid, c.number, t.version FROM comment c JOIN comment_text t ON t.id=c.id"):
        if r["uid"] in texts and texts[r["uid"]]["version"][1] != r["version"]:
            yield f"The text of No. {r['number']} is not the version the log says."


def _undone(store: Store) -> frozenset[int]:
    """Return the imports that were taken back: their comments were voided by one entry."""
    return frozenset(r["id"] for r in store.rows("SELECT id FROM import_batch WHERE void IS NOT NULL"))


def _row(table: str, row: Row, fields: Mapping[str, list[Any]], void_by_batch: bool) -> Iterator[str]:
    """Compare one row with what the log says of it."""
    name = f"No. {row['number']}" if table == "comment" else f"{table} {row['id']}"
    first: dict[str, Any] = dict(row)
    for field, (old, new) in fields.items():
        if field == CREATED:
            continue
        if row[field] != new and not (field == "void" and void_by_batch):
            yield f"{name}: {field} is not what the log says."
        first[field] = old
    first["void"] = None
    if CREATED in fields and row_digest(first) != fields[CREATED][1]:
        yield f"{name} was altered outside the program."


def _received(store: Store) -> Iterator[str]:
    """Check that what was received of each comment still has its digest, its text included."""
    sql = """SELECT c.number, c.received, c.digest, ifnull(v.body, t.body) AS body, c.batch_id FROM comment c
      JOIN comment_text t ON t.id=c.id
      LEFT JOIN text_version v ON v.comment_id=c.id AND v.version=1"""
    for r in store.reader().execute(sql):
        facts = json.loads(r["received"])
        if received_digest(facts) != r["digest"]:
            yield f"What was received with No. {r['number']} was altered."
        text = hashlib.sha256(r["body"].encode("utf-8", "surrogatepass")).hexdigest()
        if text != facts["text_sha256"]:
            yield f"The text of No. {r['number']} as received was altered."


def _batches(store: Store) -> Iterator[str]:
    """Check that each import still holds the comments it brought."""
    for batch in store.rows("SELECT id, name, added, digest FROM import_batch"):
        rows = store.rows("SELECT digest FROM comment WHERE batch_id=? ORDER BY number", (batch["id"],))
        if len(rows) != batch["added"] or chain_digest(r["digest"] for r in rows) != batch["digest"]:
            yield f"The import {batch['name']} does not hold the comments it brought."


def _counters(store: Store) -> Iterator[str]:
    """Compare the counters with the definitions of ``model.tally``, and the caches with their sources."""
    if _differs(store, triggers.COUNT_FACETS, "SELECT * FROM facet_count WHERE n<>0"):
        yield "The counters of stances and groups differ from the comments."
    if _differs(store, triggers.COUNT_THEMES, "SELECT theme_id, n FROM theme_count WHERE n<>0"):
        yield "The counters of themes differ from the comments."
    if _differs(store, triggers.CURRENT_STANCES, "SELECT question_id, comment_id, stance FROM comment_stance"):
        yield "The stances that count differ from the positions on the record."
    for card in hearings.list_cards(store):
        asked = hearings.questions(store, card.id)
        counts = tally(comments.counted(store, card.id), asked)
        for question in counts.questions:
            kept = listing.facets(store, card.id, question.question.id)
            wanted = {str(s): n for s, n in question.stances.by_stance.items() if n}
            wanted[NOT_TAGGED] = question.stances.not_tagged
            if {s: n for s, n in kept.stances.items() if n} != {s: n for s, n in wanted.items() if n}:
                yield f"The counters of question {question.question.number} of “{card.title}” differ from the tally."
        kept_total = sum(n for s, n in listing.facets(store, card.id, 0).statuses.items() if s in TALLIED)
        if kept_total != counts.counted:
            yield f"The counters of “{card.title}” say {kept_total} comments, the tally {counts.counted}."
    for r in store.rows(
        "SELECT h.title, h.next_number, max(c.number) AS top FROM hearing h JOIN comment c ON c.hearing_id=h.id "
        "GROUP BY h.id HAVING top>=h.next_number"
    ):
        yield f"“{r['title']}” would give out No. {r['next_number']} again."


def _differs(store: Store, one: str, other: str) -> bool:
    """Say whether two queries find different rows."""
    either = f"SELECT 1 FROM (SELECT * FROM ({one}) EXCEPT SELECT * FROM ({other})) LIMIT 1"
    back = f"SELECT 1 FROM (SELECT * FROM ({other}) EXCEPT SELECT * FROM ({one})) LIMIT 1"
    return store.row(either) is not None or store.row(back) is not None
