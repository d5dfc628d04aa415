"""Reads what of each comment is counted; apart from the reading of comments, which needs none of it."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping

from frhearing.model.comment import Channel, CommentStatus, Timeliness
from frhearing.model.live.states import WITH_COMMENT
from frhearing.model.position import Stance, StanceSource
from frhearing.model.tally import Counted
from frhearing.store.database import Store
from frhearing.store.letters import SIGNATURES, signatures

_COUNTED = f"""
SELECT c.id, c.number, c.channel, ifnull(g.name,'') AS grp, c.status, c.timeliness, ifnull(k.name,'') AS campaign,
  c.letter_type, c.received_day, c.name, c.organization, c.person_id, ifnull(a.status,'') AS slip,
  ifnull(a.names,'[]') AS names, c.excerpt='' AS blank,
  p.id AS petition, {SIGNATURES}
FROM comment c LEFT JOIN stakeholder_group g ON g.id=c.group_id LEFT JOIN campaign k ON k.id=c.campaign_id
LEFT JOIN appearance a ON a.comment_id=c.id AND a.void IS NULL
LEFT JOIN petition p ON c.letter_type='petition' AND p.comment_id=c.id AND p.void IS NULL
WHERE c.hearing_id=? AND c.void IS NULL ORDER BY c.number
"""


def counted(store: Store, hearing_id: int) -> Iterable[Counted]:
    """Return what of each comment is counted, for ``model.tally``."""
    stances: dict[int, dict[int, Stance]] = defaultdict(dict)
    inferred: dict[int, set[int]] = defaultdict(set)
    for comment_id, number, stance, source in store.rows(
        "SELECT s.comment_id, q.number, s.stance, p.source FROM question q "
        "JOIN comment_stance s ON s.question_id=q.id JOIN position p ON p.id=s.position_id "
        "WHERE q.hearing_id=? AND q.void IS NULL",
        (hearing_id,),
    ):
        stances[comment_id][number] = Stance(stance)
        if source == StanceSource.CLERK_INFERRED:
            inferred[comment_id].add(number)
    themes = _themes(store, hearing_id)
    return [
        Counted(
            number=r["number"],
            channel=Channel(r["channel"]),
            group=r["grp"],
            stances=stances.get(r["id"], {}),
            themes=tuple(themes.get(r["id"], ())),
            status=CommentStatus(r["status"]),
            timeliness=Timeliness(r["timeliness"]),
            campaign=r["campaign"],
            letter_type=r["letter_type"],
            day=r["received_day"],
            name=r["name"],
            organization=r["organization"],
            person=r["person_id"],
            registered_only=r["slip"] in WITH_COMMENT,
            inferred=frozenset(inferred.get(r["id"], ())),
            petition=signatures(r) if r["petition"] else None,
            names=tuple(json.loads(r["names"])),
            blank=bool(r["blank"]),
        )
        for r in store.rows(_COUNTED, (hearing_id,))
    ]


def _themes(store: Store, hearing_id: int) -> Mapping[int, list[int]]:
    """Return the ids of the themes of each comment that has any."""
    themes: dict[int, list[int]] = defaultdict(list)
    for comment_id, theme_id in store.rows(
        "SELECT ct.comment_id, ct.theme_id FROM theme t JOIN comment_theme ct ON ct.theme_id=t.id "
        "WHERE t.hearing_id=? AND ct.void IS NULL",
        (hearing_id,),
    ):
        themes[comment_id].append(theme_id)
    return themes
