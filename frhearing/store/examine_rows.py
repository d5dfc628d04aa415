"""Compares every row of the record with the log: none altered, none missing, none that the log does not know."""

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from frhearing.store.changes import CREATED, row_digest
from frhearing.store.connection import Row
from frhearing.store.database import Store
from frhearing.store.examine_imports import Imported

Logged = dict[bytes, dict[str, list[Any]]]
"""By uid and field: the value before the first logged change, and the value after the last."""

_NAMES: Mapping[str, Callable[[Row], str]] = {
    "comment": lambda r: f"No. {r['number']}",
    "hearing": lambda r: f"The hearing “{r['title']}”",
    "question": lambda r: f"Question {r['number']}",
    "theme": lambda r: f"The theme “{r['name']}”",
    "stakeholder_group": lambda r: f"The group “{r['name']}”",
}


def altered_rows(store: Store) -> Iterator[str]:
    """Give a sentence for each row that is not what the log says."""
    logged = _logged(store)
    texts = logged.pop("comment_text", {})
    imported = Imported(store)
    for table in _tables(store):
        known = logged.pop(table, {})
        seen = 0
        for row in store.reader().execute(f'SELECT * FROM "{table}"'):
            fields = known.get(row["uid"], {})
            seen += row["uid"] in known
            if CREATED in fields:
                yield from _row(store, table, row, fields, imported)
            elif table == "comment" and row["batch_id"] is not None:
                yield from imported.comment(row, fields)
            elif table == "position":
                yield from imported.position(row, fields)
            else:
                yield f"{_name(store, table, row)} is not in the log."
        if seen != len(known):
            yield from _missing(store, table, known)
    for table in logged:
        yield f"The log knows rows of {table}, which is not there."
    yield from imported.missing_positions()
    for r in store.rows("SELECT c.uid, c.number, t.version FROM comment c JOIN comment_text t ON t.id=c.id"):
        if r["version"] != (texts[r["uid"]]["version"][1] if r["uid"] in texts else 1):
            yield f"The text of No. {r['number']} is not the version the log says."


def _tables(store: Store) -> list[str]:
    """Return the tables whose rows the log keeps: those with a uid."""
    return [
        r["name"]
        for r in store.rows(
            "SELECT m.name FROM sqlite_master m JOIN pragma_table_info(m.name) i ON i.name='uid' "
            "WHERE m.type='table' ORDER BY m.name"
        )
    ]


def _logged(store: Store) -> dict[str, Logged]:
    """Read the log once: of each field of each row the first value and the last."""
    tables: dict[str, Logged] = {}
    for r in store.reader().execute("SELECT tbl, row, field, old, new FROM change ORDER BY seq"):
        fields = tables.setdefault(r["tbl"], {}).setdefault(r["row"], {})
        if r["new"] is None:
            continue
        before = json.loads(r["old"]) if r["old"] is not None else None
        fields.setdefault(r["field"], [before, None])[1] = json.loads(r["new"])
    return tables


def _name(store: Store, table: str, row: Row) -> str:
    """Name a row the way a clerk would look for it."""
    if table in _NAMES:
        return _NAMES[table](row)
    what = f"{table.replace('_', ' ')} {row['id']}"
    if "comment_id" in dict(row):
        number = store.value("SELECT number FROM comment WHERE id=?", (row["comment_id"],))
        return f"{what} of No. {number}".capitalize() if number is not None else what.capitalize()
    return what.capitalize()


def _missing(store: Store, table: str, known: Logged) -> Iterator[str]:
    """Name the rows that the log knows and the table has not."""
    there = {r["uid"] for r in store.reader().execute(f'SELECT uid FROM "{table}"')}
    for uid in known.keys() - there:
        subject = store.value("SELECT subject FROM change WHERE row=? ORDER BY seq LIMIT 1", (uid,))
        yield f"A row of {table} that the log knows is missing ({subject})."


def _row(store: Store, table: str, row: Row, fields: Mapping[str, list[Any]], imported: Imported) -> Iterator[str]:
    """Compare one row with what the log says of it."""
    first, by_batch = dict(row), table == "comment" and imported.took_back(row)
    for field, (old, new) in fields.items():
        if field == CREATED:
            continue
        if row[field] != new and not (field == "void" and by_batch):
            yield f"{_name(store, table, row)}: {field} is not what the log says."
        first[field] = old
    if by_batch:
        first["void"] = None
    if row_digest(first) != fields[CREATED][1]:
        yield f"{_name(store, table, row)} was altered outside the program."
