"""Small questions to the store that rules of the desk turn on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from frhearing.store.connection import Row
from frhearing.store.database import Store

if TYPE_CHECKING:
    from frhearing.model.people import KnownName

_KNOWN = """
SELECT max(k.at), k.name, k.organization, k.district, k.group_id, ifnull(g.name,'') AS grp FROM (
  SELECT created_at AS at, name, organization, district, group_id FROM comment
  WHERE name COLLATE NOCASE >= ? AND name COLLATE NOCASE < ? AND void IS NULL
  UNION ALL
  SELECT created_at, name, organization, '', group_id FROM appearance
  WHERE name COLLATE NOCASE >= ? AND name COLLATE NOCASE < ? AND void IS NULL AND json_array_length(names) < 2
) k LEFT JOIN stakeholder_group g ON g.id=k.group_id
GROUP BY k.name, k.organization ORDER BY 1 DESC LIMIT ?
"""


def tagged_on(store: Store, question_id: int) -> bool:
    """Say whether any comment has a stance on a question."""
    return store.row("SELECT 1 FROM comment_stance WHERE question_id=? LIMIT 1", (question_id,)) is not None


def question_place(store: Store, question_id: int) -> tuple[int, int] | None:
    """Return the hearing and the number of a question, or None."""
    row = store.row("SELECT hearing_id, number FROM question WHERE id=? AND void IS NULL", (question_id,))
    return (row["hearing_id"], row["number"]) if row is not None else None


def group_in_use(store: Store, group_id: int) -> bool:
    """Say whether any comment carries a group."""
    return store.row("SELECT 1 FROM comment WHERE group_id=? AND void IS NULL LIMIT 1", (group_id,)) is not None


def hearing_of(store: Store, table: str, row_id: int) -> int | None:
    """Return the hearing of a row of a table that has one, or None."""
    row = store.row(f"SELECT hearing_id FROM {table} WHERE id=? AND void IS NULL", (row_id,))
    return int(row["hearing_id"]) if row is not None else None


def comments_of(store: Store, ids: Sequence[int]) -> list[Row]:
    """Return number, hearing, channel, group, name, organization, person and timeliness of comments."""
    found: list[Row] = []
    for first in range(0, len(ids), 500):
        part = ids[first : first + 500]
        found += store.rows(
            "SELECT id, number, hearing_id, channel, group_id, name, organization, person_id, timeliness FROM comment "
            f"WHERE void IS NULL AND id IN ({','.join('?' * len(part))})",
            part,
        )
    return sorted(found, key=lambda r: r["number"])


def open_positions(store: Store, ids: Sequence[int], question_id: int) -> dict[int, list[Row]]:
    """Return the positions on a question that are not voided, by comment, oldest first."""
    found: dict[int, list[Row]] = {}
    for first in range(0, len(ids), 500):
        part = ids[first : first + 500]
        for row in store.rows(
            "SELECT id, comment_id, stance, source, condition FROM position WHERE void IS NULL AND question_id=? "
            f"AND comment_id IN ({','.join('?' * len(part))}) ORDER BY id",
            (question_id, *part),
        ):
            found.setdefault(row["comment_id"], []).append(row)
    return found


def theme_rows(store: Store, ids: Sequence[int], theme_id: int) -> dict[int, Row]:
    """Return the rows that join comments to a theme, voided ones too, by comment."""
    found: dict[int, Row] = {}
    for first in range(0, len(ids), 500):
        part = ids[first : first + 500]
        for row in store.rows(
            f"SELECT id, comment_id, void FROM comment_theme WHERE theme_id=? "
            f"AND comment_id IN ({','.join('?' * len(part))})",
            (theme_id, *part),
        ):
            found[row["comment_id"]] = row
    return found


def campaign_id(store: Store, hearing_id: int, name: str) -> int | None:
    """Return the id of a form letter campaign by its name in a hearing, or None."""
    row = store.row("SELECT id FROM campaign WHERE hearing_id=? AND name=? AND void IS NULL", (hearing_id, name))
    return int(row["id"]) if row is not None else None


def report_options(store: Store, hearing_id: int) -> str:
    """Return the options of the summary kept with a hearing, as JSON text."""
    return str(store.value("SELECT report_options FROM hearing WHERE id=?", (hearing_id,)) or "{}")


def changed_at(store: Store, hearing_id: int) -> str:
    """Return when a hearing or anything of it was last changed (UTC text)."""
    return str(store.value("SELECT changed_at FROM hearing WHERE id=?", (hearing_id,)))


def organization_group(store: Store, name: str) -> int | None:
    """Return the group the office has noted for an organization, or None."""
    found = store.value(
        "SELECT group_id FROM organization WHERE name=? COLLATE NOCASE AND void IS NULL AND group_id IS NOT NULL",
        (name,),
    )
    return int(str(found)) if found is not None else None


def known_names(store: Store, prefix: str, limit: int) -> list[KnownName]:
    """Return names on the record or on a slip that begin so, the latest use of each, the most recent first."""
    between = (prefix, prefix + "\U0010ffff")
    found = store.rows(_KNOWN, (*between, *between, limit))
    from frhearing.model.people import KnownName

    return [KnownName(r["name"], r["organization"], r["district"], r["group_id"], r["grp"]) for r in found]


def last_group(store: Store, column: str, value: str) -> int | None:
    """Return the group last noted for a name or an organization."""
    found = store.value(
        f"SELECT group_id FROM comment WHERE {column}=? COLLATE NOCASE AND group_id IS NOT NULL AND void IS NULL "
        "ORDER BY id DESC LIMIT 1",
        (value,),
    )
    return int(str(found)) if found is not None else None
