"""Petitions: the sponsor's letter is one comment on the record; its signatures are counted apart, never as comments.

That is the rule of the federal agencies: a petition is a cover letter with signatures attached, and only its
sponsor is entered as someone who wrote (2-domain.md §2.4).
"""

from frhearing.desk.desk import Desk, require_one
from frhearing.desk.hearings import get_hearing, unlocked
from frhearing.desk.testimony import checked_instant, get_comment
from frhearing.model.change import Change
from frhearing.model.comment import NewComment
from frhearing.model.errors import NotFound
from frhearing.model.letters import LetterType, Petition, Signatures
from frhearing.store import letters as stored
from frhearing.store.changes import Action, storable
from frhearing.store.recording import insert_comment

_KEPT = "Nothing was changed."
_UNKNOWN = Signatures()
_MOST = 10**12
"""A larger number of signatures is a slip of the keys."""


def record_petition(
    desk: Desk, hearing_id: int, new: NewComment, signatures: Signatures = _UNKNOWN
) -> tuple[int, Change]:
    """Put a petition on the record: its text, its sponsor by name and organization, its signatures. Returns its id."""
    unlocked(get_hearing(desk, hearing_id))
    _checked(signatures)
    require_one(bool(new.text.strip()), "A petition needs its text. Nothing was saved.")
    require_one(
        bool(new.name.strip() or new.organization.strip()),
        "A petition needs the name of its sponsor. Nothing was saved.",
    )
    clean = new._replace(**{name: storable(value) for name, value in new._asdict().items()})
    clean = clean._replace(received_at=checked_instant(new.received_at))
    with desk.store.action("petition", "", hearing_id) as writing:
        comment_id, number = insert_comment(writing.act, hearing_id, clean)
        sponsor = new.organization.strip() or new.name.strip()
        made = put_petition(writing.act, comment_id, sponsor, signatures)
        writing.act.subject = f"No. {number}"
    return made, desk.did(writing.change)


def make_petition(
    desk: Desk, comment_id: int, *, sponsor: str = "", signatures: Signatures = _UNKNOWN
) -> tuple[int, Change]:
    """Note that a comment on the record is the letter of a petition, with its signatures; returns its id."""
    comment = get_comment(desk, comment_id)
    unlocked(get_hearing(desk, comment.hearing_id))
    _checked(signatures)
    require_one(petition_of(desk, comment_id) is None, f"No. {comment.number} is a petition already. {_KEPT}")
    name = sponsor.strip() or comment.organization or comment.name
    require_one(bool(name), f"A petition needs the name of its sponsor. {_KEPT}")
    with desk.store.action("petition", f"No. {comment.number}", comment.hearing_id) as writing:
        made = put_petition(writing.act, comment_id, name, signatures)
    return made, desk.did(writing.change)


def correct_petition(desk: Desk, petition_id: int, *, sponsor: str, signatures: Signatures) -> Change:
    """Correct the sponsor and the signatures of a petition; its text is corrected like that of any comment."""
    petition, hearing_id = _found(desk, petition_id)
    _checked(signatures)
    require_one(bool(sponsor.strip()), "A petition needs the name of its sponsor. The old one was kept.")
    with desk.store.action("petition", f"No. {petition.number}", hearing_id) as writing:
        writing.act.update("petition", petition_id, sponsor=sponsor.strip(), **_columns(signatures))
        if writing.act.touched:
            writing.act.touched.add(("comment", petition.comment_id))
    return desk.did(writing.change)


def not_a_petition(desk: Desk, petition_id: int) -> Change:
    """Take the note back that a comment is a petition; the comment stays."""
    petition, hearing_id = _found(desk, petition_id)
    with desk.store.action("not a petition", f"No. {petition.number}", hearing_id) as writing:
        writing.act.void("petition", petition_id, "not a petition")
        writing.act.update("comment", petition.comment_id, letter_type="")
    return desk.did(writing.change)


def list_petitions(desk: Desk, hearing_id: int) -> list[Petition]:
    """Return the petitions of a hearing in order of their numbers on the record."""
    return stored.petitions(desk.store, hearing_id)


def petition_of(desk: Desk, comment_id: int) -> Petition | None:
    """Return the petition whose letter a comment is, or None."""
    return stored.petition_of(desk.store, comment_id)


def put_petition(act: Action, comment_id: int, sponsor: str, signatures: Signatures) -> int:
    """Make the row of a petition within an action, and mark its comment as one; returns its id."""
    made = act.insert("petition", {"comment_id": comment_id, "sponsor": sponsor, **_columns(signatures)})
    act.update("comment", comment_id, letter_type=str(LetterType.PETITION))
    return made


def _columns(signatures: Signatures) -> dict[str, int | str | None]:
    """Return what is known of signatures as the store's columns."""
    return {
        "signatures_claimed": signatures.claimed,
        "signatures_counted": signatures.counted,
        "duplicates_found": signatures.duplicates,
        "unreadable": signatures.unreadable,
        "outside_jurisdiction": signatures.outside,
        "counted_by": signatures.counted_by.strip() or None,
    }


def _found(desk: Desk, petition_id: int) -> tuple[Petition, int]:
    """Return a petition that may be changed, and its hearing; raises NotFound or Refused."""
    petition = stored.petition(desk.store, petition_id)
    if petition is None:
        raise NotFound("This petition is not there any more. Nothing was changed.")
    hearing_id = get_comment(desk, petition.comment_id).hearing_id
    unlocked(get_hearing(desk, hearing_id))
    return petition, hearing_id


def _checked(signatures: Signatures) -> None:
    """Refuse numbers of signatures that cannot be."""
    found = (signatures.duplicates, signatures.unreadable, signatures.outside)
    require_one(
        all(number is None or 0 <= number <= _MOST for number in (signatures.claimed, signatures.counted, *found)),
        f"A number of signatures is none, one or more. {_KEPT}",
    )
    if any(found):
        require_one(signatures.counted is not None, f"Say first how many signatures were counted in all. {_KEPT}")
    require_one(
        (signatures.remaining or 0) >= 0,
        "There cannot be more duplicate, unreadable and outside signatures than were counted in all. " + _KEPT,
    )
