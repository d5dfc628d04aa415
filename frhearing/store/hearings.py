"""Reads hearings and what belongs to them: questions, groups, themes, dossier, events, saved views."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from frhearing.model.errors import NotFound
from frhearing.model.filter import CommentFilter, SavedView
from frhearing.model.hearing import Body, Hearing, HearingCard, HearingEvent, HearingStatus
from frhearing.model.question import Question
from frhearing.model.rules import RuleSet
from frhearing.model.theme import Group, Theme
from frhearing.store.connection import Row
from frhearing.store.database import Store

if TYPE_CHECKING:
    from frhearing.model.dossier import DossierEntry

_CARDS = """
SELECT h.id, h.title, b.name AS body, h.date, h.status, h.changed_at, h.example,
  (SELECT ifnull(sum(n),0) FROM facet_count f WHERE f.hearing_id=h.id AND f.question_id=0) AS comments,
  (SELECT ifnull(sum(n),0) FROM facet_count f WHERE f.hearing_id=h.id AND f.question_id=0
    AND f.status IN ('accepted','restricted'))
  - (SELECT ifnull(sum(n),0) FROM facet_count f WHERE f.hearing_id=h.id AND f.status IN ('accepted','restricted')
    AND f.question_id=(SELECT id FROM question WHERE hearing_id=h.id AND void IS NULL ORDER BY number LIMIT 1))
  - (SELECT count(*) FROM comment c WHERE c.hearing_id=h.id AND c.timeliness='late_not_considered' AND c.void IS NULL
    AND c.status IN ('accepted','restricted') AND NOT EXISTS(SELECT 1 FROM comment_stance s WHERE s.comment_id=c.id
    AND s.question_id=(SELECT id FROM question WHERE hearing_id=h.id AND void IS NULL ORDER BY number LIMIT 1)))
    AS to_tag
FROM hearing h JOIN body b ON b.id=h.body_id WHERE h.void IS NULL ORDER BY h.changed_at DESC, h.id DESC
"""
_THEMES = """
SELECT t.id, t.name, t.definition, t.parent_id, t.place, ifnull(n.n,0) AS n
FROM theme t LEFT JOIN theme_count n ON n.theme_id=t.id
WHERE t.hearing_id=? AND t.void IS NULL ORDER BY t.place, t.id
"""


def list_cards(store: Store) -> list[HearingCard]:
    """Return a card for each hearing, the one changed last first."""
    return [
        HearingCard(
            r["id"],
            r["title"],
            r["body"],
            r["date"],
            HearingStatus(r["status"]),
            r["comments"],
            r["to_tag"],
            r["changed_at"],
            bool(r["example"]),
        )
        for r in store.rows(_CARDS)
    ]


def being_held(store: Store) -> int | None:
    """Return the id of the hearing that is open or in recess, the one changed last; the example does not count."""
    found = store.value(
        "SELECT id FROM hearing WHERE status IN ('open','recessed') AND void IS NULL AND example=0 "
        "ORDER BY changed_at DESC, id DESC LIMIT 1"
    )
    return int(str(found)) if found is not None else None


def get_hearing(store: Store, hearing_id: int) -> Hearing:
    """Return one hearing; raises NotFound."""
    row = store.row(
        "SELECT h.*, b.name AS b_name, b.jurisdiction, b.state, b.kind, b.presiding_officer, b.clerk_name, "
        "b.clerk_title, b.rules AS b_rules FROM hearing h JOIN body b ON b.id=h.body_id "
        "WHERE h.id=? AND h.void IS NULL",
        (hearing_id,),
    )
    if row is None:
        raise NotFound(f"There is no hearing with the id {hearing_id} in this store. Nothing was changed.")
    return _hearing(row, questions(store, hearing_id))


def _hearing(r: Row, asked: tuple[Question, ...]) -> Hearing:
    """Turn a joined row into a Hearing."""
    return Hearing(
        id=r["id"],
        uid=r["uid"],
        title=r["title"],
        body=Body(
            r["body_id"],
            r["b_name"],
            r["jurisdiction"],
            r["state"],
            r["kind"],
            r["presiding_officer"],
            r["clerk_name"],
            r["clerk_title"],
            RuleSet.from_json(r["b_rules"]),
        ),
        file_number=r["file_number"],
        date=r["date"],
        starts=r["starts"],
        place=r["place"],
        zone=r["zone"],
        status=HearingStatus(r["status"]),
        mode=r["mode"],
        authority=r["authority"],
        notice=r["notice"],
        note=r["note"],
        attendance=r["attendance"],
        rules=RuleSet.from_json(r["rules"]),
        questions=asked,
        example=bool(r["example"]),
        revision=r["revision"],
    )


def questions(store: Store, hearing_id: int) -> tuple[Question, ...]:
    """Return the questions of a hearing in order of number."""
    return tuple(
        Question(r["id"], r["number"], r["text"], r["support_means"], r["oppose_means"])
        for r in store.rows("SELECT * FROM question WHERE hearing_id=? AND void IS NULL ORDER BY number", (hearing_id,))
    )


def hearing_ids(store: Store, title: str) -> list[int]:
    """Return the ids of hearings with exactly this title."""
    return [r["id"] for r in store.rows("SELECT id FROM hearing WHERE title=? AND void IS NULL", (title,))]


def groups(store: Store) -> list[Group]:
    """Return the office's stakeholder groups in their order."""
    return [
        Group(r["id"], r["name"], r["hint"], r["place"])
        for r in store.rows("SELECT * FROM stakeholder_group WHERE void IS NULL ORDER BY place, id")
    ]


def themes(store: Store, hearing_id: int) -> list[Theme]:
    """Return a hearing's themes, children after their parents; the first nine have the number keys."""
    rows = store.rows(_THEMES, (hearing_id,))
    known = {r["id"] for r in rows}
    tops = [r for r in rows if r["parent_id"] not in known]
    ordered: list[Row] = []
    for top in tops:
        ordered += [top, *_below(rows, top["id"])]
    keyed = {r["id"]: key for key, r in enumerate(tops[:9], 1)}
    return [
        Theme(r["id"], r["name"], r["definition"], r["parent_id"], order, keyed.get(r["id"]), r["n"])
        for order, r in enumerate(ordered, 1)
    ]


def _below(rows: Sequence[Row], parent: int) -> list[Row]:
    """Return the rows under a theme, depth first."""
    found: list[Row] = []
    for row in rows:
        if row["parent_id"] == parent:
            found += [row, *_below(rows, row["id"])]
    return found


def dossier(store: Store, hearing_id: int) -> list[DossierEntry]:
    """Return a hearing's dossier in order of its parts and then of place."""
    from frhearing.model.dossier import DossierEntry, DossierKind

    order = list(DossierKind)
    entries = [
        DossierEntry(
            r["id"],
            DossierKind(r["kind"]),
            r["place"],
            r["heading"],
            r["role"],
            r["date"],
            r["text"],
            r["attribution"],
            r["outlet"],
            r["published"],
            bool(r["paraphrase"]),
        )
        for r in store.rows(
            "SELECT * FROM dossier_entry WHERE hearing_id=? AND void IS NULL ORDER BY place, id",
            (hearing_id,),
        )
    ]
    return sorted(entries, key=lambda e: (order.index(e.kind), e.order, e.id))


def events(store: Store, hearing_id: int) -> list[HearingEvent]:
    """Return the order of events of a hearing; of a part with limited access only its level is told."""
    sql = """SELECT at, kind, CASE access WHEN 'public' THEN text ELSE '['||access||']' END AS text
      FROM event WHERE hearing_id=? AND void IS NULL ORDER BY id"""
    from frhearing.model.live.recording import position
    from frhearing.store.live import recordings

    ran = recordings(store, hearing_id)
    return [HearingEvent(r["at"], r["kind"], r["text"], position(ran, r["at"])) for r in store.rows(sql, (hearing_id,))]


def views(store: Store, hearing_id: int) -> list[SavedView]:
    """Return the saved views of a hearing by name."""
    return [
        SavedView(r["id"], r["name"], CommentFilter.from_json(r["filter"]))
        for r in store.rows("SELECT * FROM saved_view WHERE hearing_id=? AND void IS NULL ORDER BY name", (hearing_id,))
    ]


def next_place(store: Store, table: str, hearing_id: int | None = None) -> int:
    """Return the place after the last in an ordered list of the office or of a hearing."""
    where, values = ("WHERE hearing_id=?", (hearing_id,)) if hearing_id is not None else ("", ())
    return int(str(store.value(f"SELECT ifnull(max(place),0)+1 FROM {table} {where}", values)))
