"""Lists comments: the ids of a whole result, pages of rows, and the counters beside the filters."""

import json
from array import array
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from frhearing.model.comment import TALLIED, Channel, CommentRow, CommentStatus, Timeliness
from frhearing.model.facets import Facets
from frhearing.model.filter import NOT_TAGGED, CommentFilter, SortBy
from frhearing.model.position import STANCES, Stance
from frhearing.store.connection import Row
from frhearing.store.database import Store
from frhearing.store.filtering import TALLIED_CODES, condition

_ORDER: Mapping[SortBy, str] = {
    SortBy.NUMBER: "c.number {d}",
    SortBy.RECEIVED: "c.received_at {d}, c.id {d}",
    SortBy.NAME: "c.name COLLATE NOCASE {d}, c.id {d}",
    SortBy.GROUP: "(SELECT place FROM stakeholder_group g WHERE g.id=c.group_id) {d}, c.id {d}",
    SortBy.STANCE: "CASE s.stance "
    + " ".join(f"WHEN '{stance}' THEN {place}" for place, stance in enumerate(STANCES))
    + " ELSE 9 END {d}, c.id {d}",
}
_ROWS = """
SELECT c.id, c.number, c.name, c.organization, ifnull(g.name,'') AS grp, c.channel, c.received_at, c.subject,
  c.excerpt, s.stance, c.flagged, ifnull(k.name,'') AS campaign, c.status, c.timeliness,
  (SELECT group_concat(t.theme_id) FROM comment_theme t WHERE t.comment_id=c.id AND t.void IS NULL) AS themes,
  (SELECT count(*) FROM passage p WHERE p.comment_id=c.id AND p.void IS NULL) AS quotes
FROM comment c LEFT JOIN stakeholder_group g ON g.id=c.group_id LEFT JOIN campaign k ON k.id=c.campaign_id
LEFT JOIN comment_stance s ON s.comment_id=c.id AND s.question_id=?
WHERE c.id IN ({ids})
"""
_COUNTED = """
SELECT question_id, stance, group_id, channel, status, n FROM facet_count
WHERE hearing_id=? AND question_id IN (0, ?) AND n<>0
"""
_THEMES = "SELECT n.theme_id, n.n FROM theme_count n JOIN theme t ON t.id=n.theme_id WHERE t.hearing_id=?"
_CAMPAIGNS = """
SELECT k.name, count(*) FROM campaign k JOIN comment c ON c.campaign_id=k.id
WHERE k.hearing_id=? AND k.void IS NULL AND c.void IS NULL GROUP BY k.id ORDER BY k.name COLLATE NOCASE
"""
_TOO_LATE = f"""
SELECT 0 AS question_id, '' AS stance, count(*) AS n FROM comment c
WHERE c.hearing_id=:hearing AND c.timeliness='{Timeliness.LATE_NOT_CONSIDERED}' AND c.void IS NULL
  AND c.status IN ({TALLIED_CODES})
UNION ALL
SELECT s.question_id, s.stance, count(*) FROM comment c JOIN comment_stance s ON s.comment_id=c.id
WHERE c.hearing_id=:hearing AND c.timeliness='{Timeliness.LATE_NOT_CONSIDERED}' AND c.void IS NULL
  AND c.status IN ({TALLIED_CODES}) AND s.question_id=:question GROUP BY s.stance
"""
_FLAGGED = "SELECT count(*) FROM comment WHERE hearing_id=? AND flagged=1 AND void IS NULL"
# The plus keeps the planner from walking through every comment: it begins at the few passages.
_WITH_QUOTES = """
SELECT count(DISTINCT p.comment_id) FROM passage p JOIN comment c ON c.id=p.comment_id
WHERE +c.hearing_id=? AND c.void IS NULL AND p.void IS NULL
"""


def question_id(store: Store, hearing_id: int, number: int) -> int:
    """Return the id of a hearing's question, 0 where there is none of that number."""
    found = store.value(
        "SELECT id FROM question WHERE hearing_id=? AND number=? AND void IS NULL", (hearing_id, number)
    )
    return int(str(found)) if found is not None else 0


def list_ids(store: Store, hearing_id: int, wanted: CommentFilter, most: int = -1) -> "array[int]":
    """Return the ids of all comments a filter shows, in its order, or of the ``most`` first."""
    where, values = condition(hearing_id, wanted)
    join = ""
    if wanted.stances or wanted.sort is SortBy.STANCE:
        join = "LEFT JOIN comment_stance s ON s.comment_id=c.id AND s.question_id=:question"
        values["question"] = question_id(store, hearing_id, wanted.question)
    order = _ORDER[wanted.sort].format(d="DESC" if wanted.descending else "ASC")
    values["most"] = most
    chosen = f"SELECT c.id AS id FROM comment c {join} WHERE {where} ORDER BY {order} LIMIT :most"
    sql = f"SELECT group_concat(id) FROM ({chosen})"
    found = store.named(sql, values)[0][0]
    return array("q", json.loads(f"[{found}]")) if found else array("q")


def rows(store: Store, ids: Sequence[int], question: int) -> list[CommentRow]:
    """Return the lines of a list for these ids, in their order; ``question`` is a question's id."""
    if not ids:
        return []
    found = store.rows(_ROWS.format(ids=",".join("?" * len(ids))), (question, *ids))
    by_id = {r["id"]: _comment_row(r) for r in found}
    return [by_id[i] for i in ids if i in by_id]


def _comment_row(r: Row) -> CommentRow:
    """Turn a joined row into a line of the list."""
    return CommentRow(
        id=r["id"],
        number=r["number"],
        name=r["name"],
        organization=r["organization"],
        group=r["grp"],
        channel=Channel(r["channel"]),
        received_at=r["received_at"],
        subject=r["subject"],
        excerpt=r["excerpt"],
        stance=Stance(r["stance"]) if r["stance"] else None,
        themes=tuple(int(t) for t in r["themes"].split(",")) if r["themes"] else (),
        quotes=r["quotes"],
        flagged=bool(r["flagged"]),
        campaign=r["campaign"],
        status=CommentStatus(r["status"]),
        timeliness=Timeliness(r["timeliness"]),
    )


def facets(store: Store, hearing_id: int, question: int) -> Facets:
    """Return the counters of a hearing; ``question`` is the id of the question whose stances are meant."""
    stances: Counter[str] = Counter()
    groups: Counter[int] = Counter()
    channels: Counter[str] = Counter()
    statuses: Counter[str] = Counter()
    for r in store.rows(_COUNTED, (hearing_id, question)):
        if not r["question_id"]:
            groups[r["group_id"]] += r["n"]
            channels[r["channel"]] += r["n"]
            statuses[r["status"]] += r["n"]
        elif r["status"] in TALLIED:
            stances[r["stance"]] += r["n"]
    tallied = sum(n for status, n in statuses.items() if status in TALLIED)
    for r in store.named(_TOO_LATE, {"hearing": hearing_id, "question": question}):
        if r["question_id"]:
            stances[r["stance"]] -= r["n"]
        else:
            tallied -= r["n"]
    stances[NOT_TAGGED] = tallied - stances.total()
    return Facets(
        total=statuses.total(),
        tallied=tallied,
        stances=stances,
        groups=groups,
        themes=_pairs(store, _THEMES, hearing_id),
        channels=channels,
        statuses=statuses,
        campaigns=_pairs(store, _CAMPAIGNS, hearing_id),
        flagged=_number(store, _FLAGGED, hearing_id),
        with_quotes=_number(store, _WITH_QUOTES, hearing_id),
    )


def _pairs(store: Store, sql: str, hearing_id: int) -> dict[Any, int]:
    """Return the pairs a query finds as a dictionary."""
    return {r[0]: r[1] for r in store.rows(sql, (hearing_id,))}


def _number(store: Store, sql: str, hearing_id: int) -> int:
    """Return the one number a query counts."""
    return int(str(store.value(sql, (hearing_id,))))
