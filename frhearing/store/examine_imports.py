"""Compares what an import brought with what was received: its rows are not logged one by one."""

import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from frhearing.model.comment import CommentStatus
from frhearing.model.record import chain_digest
from frhearing.model.times import local_day
from frhearing.store.connection import Row
from frhearing.store.database import Store

_AS_RECEIVED: Mapping[str, object] = {
    "name": "",
    "organization": "",
    "channel": "",
    "received_at": None,
    "received_as_written": "",
    "district": "",
    "email": "",
    "external_id": "",
    "subject": "",
    "language": "",
    "capacity": "",
    "timeliness": "",
}
"""Columns that begin as what was received, and what stands in them where nothing was."""

_AT_FIRST: Mapping[str, object] = {
    "status": str(CommentStatus.ACCEPTED),
    "status_reason": "",
    "flagged": 0,
    "campaign_id": None,
    "person_id": None,
    "letter_type": "",
    "void": None,
}
"""Columns in which every imported comment begins alike."""


class Imported:
    """What the imports of a store brought, to compare with their rows as they stand."""

    def __init__(self, store: Store) -> None:
        self._batches = {r["id"]: r for r in store.rows("SELECT * FROM import_batch")}
        self._numbers = {r["id"]: str(r["number"]) for r in store.rows("SELECT id, number FROM question")}
        self._groups = _ever(store, "stakeholder_group", "name")
        self._zones = _ever(store, "hearing", "zone")
        self._facts: dict[int, tuple[int, Row, dict[str, Any]]] = {}
        self._positions: Counter[int] = Counter()

    def took_back(self, row: Row) -> bool:
        """Say whether a comment is out of use because its import was undone."""
        batch = self._batches.get(row["batch_id"])
        return batch is not None and batch["void"] is not None and batch["void"] == row["void"]

    def comment(self, row: Row, fields: Mapping[str, list[Any]]) -> Iterator[str]:
        """Give a sentence for each field of an imported comment that nobody received or changed so."""
        name = f"No. {row['number']}"
        batch = self._batches.get(row["batch_id"])
        if batch is None:
            yield f"{name} belongs to an import that is not there."
            return
        facts = _read(row["received"])
        self._facts[row["id"]] = row["number"], batch, facts
        first = dict(row)
        if self.took_back(row):
            first["void"] = None
        for field, (old, new) in fields.items():
            if row[field] != new and not (field == "void" and self.took_back(row)):
                yield f"{name}: {field} is not what the log says."
            first[field] = old
        wanted = {field: facts.get(field, empty) for field, empty in _AS_RECEIVED.items()}
        wanted.update(_AT_FIRST)
        wanted |= {made: batch[made] for made in ("hearing_id", "created_at", "created_by")}
        wrong = [field for field, value in wanted.items() if first[field] != value]
        if facts.get("group", "") not in self._groups.get(first["group_id"], {""}):
            wrong.append("group")
        days = {local_day(first["received_at"], zone) for zone in self._zones.get(row["hearing_id"], set())}
        if first["received_day"] not in days:
            wrong.append("day of receipt")
        for field in wrong:
            yield f"{name} was altered outside the program: {field} is not what was received."

    def position(self, row: Row, fields: Mapping[str, list[Any]]) -> Iterator[str]:
        """Give a sentence where a position that is not in the log is not one that an import brought."""
        number, batch, facts = self._facts.get(row["comment_id"], (0, None, {}))
        if batch is None:
            yield f"Position {row['id']} is not in the log."
            return
        self._positions[row["comment_id"]] += 1
        void = fields.get("void", [None, None])
        stances: dict[str, str] = facts.get("stances", {})
        wanted = {
            "stance": stances.get(self._numbers.get(row["question_id"], "")),
            "source": facts.get("stance_source", ""),
            "condition": facts.get("condition", ""),
            "said_at": batch["created_at"],
            "created_at": batch["created_at"],
            "created_by": batch["created_by"],
            "void": void[1],
        }
        if void[0] is not None or any(row[field] != value for field, value in wanted.items()):
            yield f"A position of No. {number} was altered outside the program."

    def missing_positions(self) -> Iterator[str]:
        """Give a sentence for each imported comment that has not as many positions as it brought."""
        for comment_id, (number, _, facts) in self._facts.items():
            if self._positions[comment_id] != len(facts.get("stances", {})):
                yield f"The positions that No. {number} came with are not all there."


def altered_imports(store: Store) -> Iterator[str]:
    """Give a sentence for each import that does not hold what it brought, and for each number that is gone."""
    digests: dict[int, list[str]] = defaultdict(list)
    numbers: dict[int, set[int]] = defaultdict(set)
    for r in store.reader().execute("SELECT hearing_id, number, batch_id, digest FROM comment ORDER BY number"):
        numbers[r["hearing_id"]].add(r["number"])
        if r["batch_id"] is not None:
            digests[r["batch_id"]].append(r["digest"])
    for batch in store.rows(
        "SELECT b.*, (SELECT count(*) FROM refused_row r WHERE r.batch_id=b.id) AS kept FROM import_batch b"
    ):
        brought = digests[batch["id"]]
        if len(brought) != batch["added"] or chain_digest(brought) != batch["digest"]:
            yield f"The import {batch['name']} does not hold the comments it brought."
        if batch["kept"] != batch["refused"]:
            yield f"The import {batch['name']} has not kept the rows it refused."
    for hearing in store.rows("SELECT id, title, next_number FROM hearing"):
        for gone in sorted(set(range(1, hearing["next_number"])) - numbers[hearing["id"]]):
            yield f"No. {gone} of “{hearing['title']}” is missing."


def _read(received: str) -> dict[str, Any]:
    """Read what was received; nothing of it where it is damaged, which the digests tell."""
    try:
        facts = json.loads(received)
    except ValueError:
        return {}
    return facts if isinstance(facts, dict) else {}


def _ever(store: Store, table: str, field: str) -> dict[int | None, set[str]]:
    """Return by id every value that a field of a row ever had."""
    found: dict[int | None, set[str]] = defaultdict(set)
    for r in store.rows(
        f"SELECT t.id, t.{field} AS now, c.old, c.new FROM {table} t "
        "LEFT JOIN change c ON c.row=t.uid AND c.field=? AND c.tbl=?",
        (field, table),
    ):
        found[r["id"]].add(r["now"])
        found[r["id"]] |= {json.loads(value) for value in (r["old"], r["new"]) if value is not None}
    return found
