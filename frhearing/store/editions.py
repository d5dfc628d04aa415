"""The summaries that were saved: each by its fingerprint, and by the state of the record that it prints."""

from frhearing.store.connection import Row
from frhearing.store.database import Store

_STATE = """
SELECT ifnull(max(seq), 0) FROM change
WHERE tbl<>'edition' AND (hearing_id=:hearing OR hearing_id IS NULL) AND seq<:before AND at<=:at
"""
_NEVER = 1 << 62
_ALWAYS = "9999"


def state(store: Store, hearing_id: int) -> int:
    """Return the last entry of the log that can change what a hearing's summary says."""
    found = store.named(_STATE, {"hearing": hearing_id, "before": _NEVER, "at": _ALWAYS})
    return int(found[0][0])


def states(store: Store, hearing_id: int) -> list[int]:
    """Return that entry for every saved summary of a hearing as it stood then, in order, each once."""
    made = store.rows(
        "SELECT e.made_at, (SELECT min(seq) FROM change WHERE row=e.uid) AS seq FROM edition e "
        "WHERE e.hearing_id=? AND e.void IS NULL ORDER BY seq",
        (hearing_id,),
    )
    found = (
        store.named(_STATE, {"hearing": hearing_id, "before": row["seq"], "at": row["made_at"]})[0][0] for row in made
    )
    return list(dict.fromkeys(int(entry) for entry in found))


def find(store: Store, sha256: str) -> Row | None:
    """Return the saved summary with this fingerprint, or None."""
    return store.row("SELECT * FROM edition WHERE sha256=? AND void IS NULL ORDER BY id LIMIT 1", (sha256,))


def hearing_with(store: Store, uid: bytes) -> int | None:
    """Return the id of the hearing with an identity that crosses machines, or None."""
    found = store.value("SELECT id FROM hearing WHERE uid=? AND void IS NULL", (uid,))
    return int(str(found)) if found is not None else None
