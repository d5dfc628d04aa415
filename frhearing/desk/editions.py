"""The list of saved summaries: which draft is which, and by what fingerprint it is known again."""

from frhearing.desk.desk import Desk, open_desk
from frhearing.model.errors import DiskFault, StoreLocked
from frhearing.model.record import sha256 as fingerprint
from frhearing.store import editions as stored


def draft_number(desk: Desk, hearing_id: int) -> int:
    """Return the number of the draft that the record as it stands now would be printed as.

    A record that has not changed since a draft was saved is that draft still: printed again it gives the
    same bytes. Whatever has changed makes the next one.
    """
    known = stored.states(desk.store, hearing_id)
    now = stored.state(desk.store, hearing_id)
    return known.index(now) + 1 if now in known else len(known) + 1


def enlist(desk: Desk, hearing_id: int, label: str, pdf: bytes, pages: int, record_digest: str, made_at: str) -> bool:
    """Put a saved summary on the list, once; gives False where another window or the disk does not let it be written.

    ``made_at`` is the instant (UTC text) at which the record was read for it. The list is not part of the
    record: neither its digest nor its date moves.
    """
    if desk.read_only:
        try:
            with open_desk(desk.folder, who=desk.who) as writer:
                return enlist(writer, hearing_id, label, pdf, pages, record_digest, made_at)
        except (StoreLocked, DiskFault):
            return False
    sha256 = fingerprint(pdf)
    if stored.find(desk.store, sha256) is None:
        with desk.store.action("edition", label, hearing_id, dated=False) as writing:
            writing.act.insert(
                "edition",
                {
                    "hearing_id": hearing_id,
                    "label": label,
                    "made_at": made_at,
                    "sha256": sha256,
                    "pages": pages,
                    "record_digest": record_digest,
                },
            )
    return True
