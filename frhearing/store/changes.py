"""The change log: append-only, per field, hash-chained. It serves audit, undo and later merging.

The chain hashes salted digests of the old and new values; the values lie beside them as JSON, so that a
lawful disposition can erase values and the chain still holds.
"""

import json
import os
import time
from collections.abc import Mapping
from typing import Any

from frhearing.model.change import Change
from frhearing.model.errors import NotFound
from frhearing.model.identity import new_uid
from frhearing.model.record import canonical, digest, sha256, well_formed
from frhearing.model.times import now_utc
from frhearing.store.connection import Connection, Row

CREATED = ""
"""The field name under which a new row is logged, by its digest."""

NOT_DIGESTED = frozenset({"revision", "next_number", "changed_at", "excerpt"})
"""Columns that are counters or derived, and so no part of a row's digest."""

ADDED_LATER = frozenset({"duplicates_found", "unreadable", "outside_jurisdiction", "counted_by"})
"""Columns that a later version of the tables added; left empty they are no part of a row's digest, so that rows
made before keep theirs."""

Value = int | float | str | None
GENESIS = "0" * 64
_INSERT = f"INSERT INTO change VALUES({','.join('?' * 20)})"


def row_digest(row: Mapping[str, object]) -> str:
    """Return the digest of a row as it was created."""
    left_out = NOT_DIGESTED | {name for name in ADDED_LATER if row.get(name) is None}
    plain = {k: v.hex() if isinstance(v, bytes) else v for k, v in row.items() if k not in left_out}
    return digest(plain)


def storable(value: Any) -> Any:
    """Return a value as the store takes it: a text without halves of characters."""
    return well_formed(value) if isinstance(value, str) else value


def value_digest(salt: bytes, value: str) -> str:
    """Return the salted digest of a logged value; without the salt a short value could be guessed from it."""
    return sha256(salt + value.encode("utf-8", "backslashreplace"))


def entry_hash(previous: str, parts: tuple[object, ...]) -> str:
    """Return the hash of an entry, chained to the one before."""
    return sha256(previous.encode() + canonical(list(parts)))


class Action:
    """One action of the clerk inside one transaction: every row it makes or changes goes through here.

    ``dated`` says whether it counts as a change of the hearing, whose record then dates from it.
    """

    def __init__(
        self,
        connection: Connection,
        kind: str,
        subject: str,
        hearing_id: int | None,
        who: str,
        device: str,
        undoes: int | None = None,
        dated: bool = True,
    ) -> None:
        self.connection = connection
        self.kind, self.subject, self.hearing_id = kind, subject, hearing_id
        self.who, self.device = who, device
        self.undoes, self.dated = undoes, dated
        self.at = now_utc()
        self.touched: set[tuple[str, int]] = set()
        self.number = 0
        self._entries: list[tuple[str, bytes, str, str, str]] = []

    def insert(self, table: str, values: Mapping[str, object]) -> int:
        """Make one row and log it by its digest; returns its local id."""
        uid = new_uid()
        clean = {name: storable(value) for name, value in values.items()}
        full = {**clean, "uid": uid, "created_at": self.at, "created_by": self.who}
        columns = ",".join(f'"{name}"' for name in full)
        row_id = self.connection.execute(
            f"INSERT INTO {table}({columns}) VALUES({','.join('?' * len(full))})", tuple(full.values())
        ).lastrowid
        assert row_id is not None
        made = self.row(table, row_id)
        self.log(table, row_id, uid, CREATED, None, row_digest(dict(made)))
        return row_id

    def update(self, table: str, row_id: int, **values: Value) -> bool:
        """Change fields of one row, each logged with its old and new value; returns whether any differed."""
        row = self.row(table, row_id)
        clean = {name: storable(value) for name, value in values.items()}
        changed = {name: value for name, value in clean.items() if row[name] != value}
        if not changed:
            return False
        sets = ",".join(f'"{name}"=?' for name in changed)
        self.connection.execute(
            f"UPDATE {table} SET {sets}, revision=revision+1 WHERE id=?", (*changed.values(), row_id)
        )
        for name, value in changed.items():
            self.log(table, row_id, row["uid"], name, row[name], value)
        return True

    def void(self, table: str, row_id: int, reason: str) -> bool:
        """Take a row out of use with a reason; it stays in the store."""
        return self.update(table, row_id, void=reason)

    def set_text_version(self, comment_id: int, version: int) -> None:
        """Make a stored version of a comment's text the current one."""
        now = self.one("SELECT version FROM comment_text WHERE id=?", comment_id)["version"]
        found = self.one("SELECT body FROM text_version WHERE comment_id=? AND version=?", comment_id, version)
        body: str = found["body"]
        self.connection.execute("UPDATE comment_text SET version=?, body=? WHERE id=?", (version, body, comment_id))
        uid = self.row("comment", comment_id)["uid"]
        self.connection.execute("UPDATE comment SET excerpt=? WHERE id=?", (excerpt(body), comment_id))
        self.log("comment_text", comment_id, uid, "version", now, version)
        self.touched.add(("comment", comment_id))

    def row(self, table: str, row_id: int) -> Row:
        """Return one row as it stands in this transaction; raises NotFound."""
        return self.one(f"SELECT * FROM {table} WHERE id=?", row_id)

    def find(self, table: str, **values: Value) -> int | None:
        """Return the id of the first row in use with these values, or None."""
        where = " AND ".join(f'"{name}"=?' for name in values)
        found = self.connection.execute(
            f"SELECT id FROM {table} WHERE void IS NULL AND {where} ORDER BY id LIMIT 1",
            tuple(map(storable, values.values())),
        ).fetchone()
        return int(found["id"]) if found is not None else None

    def one(self, sql: str, *values: object) -> Row:
        """Return the one row a query finds; raises NotFound."""
        found: Row | None = self.connection.execute(sql, values).fetchone()
        if found is None:
            raise NotFound("What this was about is not in the store any more. Nothing was changed.")
        return found

    def log(self, table: str, row_id: int, uid: bytes, name: str, old: Value, new: Value) -> None:
        """Note one changed field; it is written when the action ends."""
        self.touched.add((table, row_id))
        self._entries.append((table, uid, name, json.dumps(old), json.dumps(new)))

    def finish(self) -> Change:
        """Append the entries to the log and return what was done; nothing noted gives an empty Change."""
        self.subject = storable(self.subject)
        if not self._entries:
            return Change(0, self.kind, self.subject, self.at, self.hearing_id)
        last = self.connection.execute("SELECT seq, clock, hash FROM change ORDER BY seq DESC LIMIT 1").fetchone()
        seq, clock, head = tuple(last) if last else (0, 0, GENESIS)
        top = self.connection.execute("SELECT max(action) FROM change").fetchone()[0]
        self.number = (top or 0) + 1
        rows = []
        for table, uid, name, old, new in self._entries:
            seq += 1
            clock = max(time.time_ns() // 1_000_000 << 16, clock + 1)
            salt = os.urandom(16)
            digests = value_digest(salt, old), value_digest(salt, new)
            stamp = (seq, clock, self.at, self.device, self.who, self.number, self.kind, self.subject)
            scope = (self.undoes, self.hearing_id, table)
            previous, head = head, entry_hash(head, (*stamp, *scope, uid.hex(), name, *digests))
            stamped = (*stamp, *scope, uid, name, old, new, salt, *digests, previous, head)
            rows.append(stamped)
        self.connection.executemany(_INSERT, rows)
        if self.hearing_id is not None and self.dated:
            self.connection.execute("UPDATE hearing SET changed_at=? WHERE id=?", (self.at, self.hearing_id))
        return Change(
            self.number,
            self.kind,
            self.subject,
            self.at,
            self.hearing_id,
            frozenset(self.touched),
            self.undoes,
        )


def excerpt(body: str, length: int = 160) -> str:
    """Return the beginning of a text on one line, for lists that never read a whole text."""
    # Most texts have hardly two spaces in a row: their first letters are enough.
    short = " ".join(body[: length + 32].split())
    return short[:length] if len(short) >= length else " ".join(body[: 4 * length].split())[:length]
