"""The summaries that were saved: each by its fingerprint, and by the state of the record that it prints."""

from frhearing.store.connection import Row
from frhearing.store.database import Store

_STATE = """
SELECT seq FROM change NOT INDEXED
WHERE seq<:before AND tbl<>'edition' AND (hearing_id=:hearing OR hearing_id IS NULL) AND at<=:at
ORDER BY seq DESC LIMIT 1
"""
"""Not indexed: walked back from the end of the log, the first entry that fits is near."""
_NEVER = 1 << 62
_ALWAYS = "9999"


def state(store: Store, hearing_id: int) -> int:
    """Return the last entry of the log that can change what a hearing's summary says."""
    return _last(store, hearing_id, _NEVER, _ALWAYS)


def states(store: Store, hearing_id: int) -> list[int]:
    """Return that entry for every saved summary of a hearing as it stood then, in order, each once."""
    made = store.rows(
        "SELECT e.made_at, (SELECT min(seq) FROM change WHERE row=e.uid) AS seq FROM edition e "
        "WHERE e.hearing_id=? AND e.void IS NULL ORDER BY seq",
        (hearing_id,),
    )
    return list(dict.fromkeys(_last(store, hearing_id, row["seq"], row["made_at"]) for row in made))


def _last(store: Store, hearing_id: int, before: int, at: str) -> int:
    """Return the last such entry before another one and not after an instant (UTC text), 0 for none."""
    found = store.named(_STATE, {"hearing": hearing_id, "before": before, "at": at})
    return int(found[0]["seq"]) if found else 0


def find(store: Store, sha256: str) -> Row | None:
    """Return the saved summary with this fingerprint, or None."""
    return store.row("SELECT * FROM edition WHERE sha256=? AND void IS NULL ORDER BY id LIMIT 1", (sha256,))


def hearing_with(store: Store, uid: bytes) -> int | None:
    """Return the id of the hearing with an identity that crosses machines, or None."""
    found = store.value("SELECT id FROM hearing WHERE uid=? AND void IS NULL", (uid,))
    return int(str(found)) if found is not None else None
