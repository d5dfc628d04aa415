"""Reads what form letters are found in: the texts of written comments, the campaigns of a hearing, petitions."""

from collections.abc import Sequence

from frhearing.model.letters import LetterType, Petition, Signatures
from frhearing.store.connection import Row
from frhearing.store.database import Store

_LETTER = """
SELECT c.id, c.number, c.external_id, c.name, c.email, c.campaign_id, c.letter_type, c.status, c.hearing_id,
  CASE WHEN c.batch_id IS NULL OR t.version=1 THEN t.body ELSE ifnull((SELECT v.body FROM text_version v
    WHERE v.comment_id=c.id AND v.void IS NULL AND trim(v.body)<>'' ORDER BY v.version LIMIT 1), t.body) END AS body
FROM comment c JOIN comment_text t ON t.id=c.id WHERE c.void IS NULL AND {where} ORDER BY {order}
"""
"""A letter as it came in: what the clerk has put right in an imported text is nobody's own words. One that was typed
from its page, and one that the clerk wrote down, is read as it stands now."""
SIGNATURES = """p.signatures_claimed, p.signatures_counted, p.duplicates_found, p.unreadable, p.outside_jurisdiction,
  p.counted_by"""
"""The columns of a petition ``p`` that ``signatures`` reads."""
_PETITION = f"""
SELECT p.id, p.comment_id, c.number, p.sponsor, t.body, {SIGNATURES}
FROM petition p JOIN comment c ON c.id=p.comment_id JOIN comment_text t ON t.id=c.id
WHERE p.void IS NULL AND c.void IS NULL AND {{where}} ORDER BY c.number
"""
_NO_LETTER = (LetterType.UNIQUE, LetterType.PETITION, LetterType.NOT_RELEVANT)
_MOST = 500


def readable(store: Store, hearing_id: int) -> list[Row]:
    """Return the written comments of a hearing among which form letters are looked for, with their texts.

    Left out is what the clerk has called no form letter, unless it stands in a campaign.
    """
    where = (
        "c.hearing_id=? AND (c.campaign_id IS NOT NULL OR (c.channel NOT IN ('in_person','remote') "
        f"AND c.letter_type NOT IN ({','.join('?' * len(_NO_LETTER))})))"
    )
    return store.rows(_LETTER.format(where=where, order="c.number"), (hearing_id, *map(str, _NO_LETTER)))


def loose(store: Store, hearing_id: int, after: int, most: int) -> list[Row]:
    """Return at most so many written comments beyond a number that are in no campaign and that nobody called unique."""
    where = (
        "c.hearing_id=? AND c.number>? AND c.campaign_id IS NULL AND c.letter_type='' "
        "AND c.channel NOT IN ('in_person','remote')"
    )
    return store.rows(_LETTER.format(where=where, order="c.number LIMIT ?"), (hearing_id, after, most))


def last_before(store: Store, hearing_id: int, at: str) -> int:
    """Return the number of the last comment of a hearing that was made before an instant, 0 if there is none."""
    found = store.row(
        "SELECT number FROM comment WHERE hearing_id=? AND created_at<? ORDER BY number DESC LIMIT 1", (hearing_id, at)
    )
    return int(found["number"]) if found is not None else 0


def letters(store: Store, ids: Sequence[int]) -> list[Row]:
    """Return comments with their texts, in order of number."""
    found: list[Row] = []
    for first in range(0, len(ids), _MOST):
        part = ids[first : first + _MOST]
        found += store.rows(_LETTER.format(where=f"c.id IN ({','.join('?' * len(part))})", order="c.id"), part)
    return sorted(found, key=lambda r: int(r["number"]))


def members(store: Store, campaign_id: int) -> list[Row]:
    """Return the letters of a campaign with their texts, in order of number."""
    return store.rows(_LETTER.format(where="c.campaign_id=?", order="c.number"), (campaign_id,))


def sample(store: Store, campaign_id: int, most: int) -> list[str]:
    """Return at most so many texts of a campaign, the first ones."""
    found = store.rows(_LETTER.format(where="c.campaign_id=?", order="c.number LIMIT ?"), (campaign_id, most))
    return [r["body"] for r in found]


def master(store: Store, campaign_id: int) -> Row | None:
    """Return the letter that stands for a campaign, its first one where none was chosen."""
    order = f"c.letter_type='{LetterType.FORM_MASTER}' DESC, c.number LIMIT 1"
    return next(iter(store.rows(_LETTER.format(where="c.campaign_id=?", order=order), (campaign_id,))), None)


def campaigns(store: Store, hearing_id: int) -> list[Row]:
    """Return the campaigns of a hearing that are in use, the oldest first."""
    return store.rows(
        "SELECT id, hearing_id, name, master_text, method, created_at FROM campaign "
        "WHERE hearing_id=? AND void IS NULL ORDER BY id",
        (hearing_id,),
    )


def campaign(store: Store, campaign_id: int) -> Row | None:
    """Return one campaign in use, or None."""
    return store.row(
        "SELECT id, hearing_id, name, master_text, method FROM campaign WHERE id=? AND void IS NULL", (campaign_id,)
    )


def petitions(store: Store, hearing_id: int) -> list[Petition]:
    """Return the petitions of a hearing in order of their numbers on the record."""
    return [_petition(r) for r in store.rows(_PETITION.format(where="c.hearing_id=?"), (hearing_id,))]


def petition(store: Store, petition_id: int) -> Petition | None:
    """Return one petition, or None."""
    row = store.row(_PETITION.format(where="p.id=?"), (petition_id,))
    return _petition(row) if row is not None else None


def petition_of(store: Store, comment_id: int) -> Petition | None:
    """Return the petition whose letter a comment is, or None."""
    row = store.row(_PETITION.format(where="p.comment_id=?"), (comment_id,))
    return _petition(row) if row is not None else None


def _petition(r: Row) -> Petition:
    """Turn a row into a petition."""
    return Petition(r["id"], r["comment_id"], r["number"], r["sponsor"], r["body"], signatures(r))


def signatures(r: Row) -> Signatures:
    """Turn the columns of ``SIGNATURES`` into what is known of a petition's signatures."""
    return Signatures(
        r["signatures_claimed"],
        r["signatures_counted"],
        r["duplicates_found"],
        r["unreadable"],
        r["outside_jurisdiction"],
        r["counted_by"] or "",
    )
