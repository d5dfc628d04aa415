"""The record digest: over every comment on the record in order of number, by a rule that a printed file names.

A rule is never changed, only followed by another one: a file that was printed by an older rule is compared by it.
"""

from collections.abc import Iterable, Mapping
from typing import Final

from frhearing.desk.desk import Desk
from frhearing.model.comment import Appearance, Comment
from frhearing.model.letters import Petition
from frhearing.model.record import chain_digest, digest
from frhearing.store import comments as stored
from frhearing.store import letters

COMMENTS_ONLY: Final = 1
"""What was received, and how each comment is described and tagged."""

WITH_SLIPS: Final = 2
"""The same, with the slip and the turn behind a spoken comment and the signatures of a petition."""

RULES: Final = (COMMENTS_ONLY, WITH_SLIPS)
LATEST: Final = WITH_SLIPS


def digests(desk: Desk, hearing_id: int, comments: Iterable[Comment], rule: int = LATEST) -> dict[int, str]:
    """Return the digest of each of a hearing's comments by its number, by one of ``RULES``."""
    found = {p.number: p for p in letters.petitions(desk.store, hearing_id)} if rule != COMMENTS_ONLY else {}
    return {c.number: digest(_told(c) | _beside(c, found.get(c.number), rule)) for c in comments}


def whole(digests_by_number: Mapping[int, str]) -> str:
    """Return the one digest over those of all comments, which stand in order of number."""
    return chain_digest(digests_by_number.values())


def record_digest(desk: Desk, hearing_id: int) -> str:
    """Return the record digest of a hearing as it stands."""
    return whole(digests(desk, hearing_id, stored.all_comments(desk.store, hearing_id)))


def _told(c: Comment) -> dict[str, object]:
    """Return what the first rule covers of a comment."""
    return {
        "number": c.number,
        "received": c.digest,
        "name": c.name,
        "organization": c.organization,
        "group": c.group,
        "district": c.district,
        "form_letter": c.campaign,
        "themes": sorted(c.theme_names),
        "channel": str(c.channel),
        "received_at": c.received_at,
        "status": [str(c.status), c.status_reason],
        "timeliness": str(c.timeliness),
        "text": c.text,
        "stances": {str(number): str(stance) for number, stance in c.stances.items()},
        "quotes": [[p.text, str(p.kind)] for p in c.passages],
    }


def _beside(c: Comment, petition: Petition | None, rule: int) -> dict[str, object]:
    """Return what a later rule covers besides, where there is any."""
    if rule == COMMENTS_ONLY:
        return {}
    told: dict[str, object] = {"slip": _slip(c.appearance)} if c.appearance is not None else {}
    if petition is not None:
        signed = petition.signatures
        numbers = (signed.claimed, signed.counted, signed.duplicates, signed.unreadable, signed.outside)
        told["petition"] = [petition.sponsor, *numbers]
    return told


def _slip(slip: Appearance) -> list[object]:
    """Return what is covered of a slip and its turn; seconds are whole seconds."""
    whose = (slip.slip, slip.wish, slip.mode, slip.status, slip.read_by, slip.interpreter)
    return [*whose, slip.started_at, slip.allotted_seconds, slip.used_seconds]
