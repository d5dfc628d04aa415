"""What a clerk does with comments: record, read, list, correct, flag, take out of the tally."""

from __future__ import annotations

import contextlib
from array import array
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from frhearing.desk import drafts
from frhearing.desk.desk import Desk, require_one
from frhearing.desk.hearings import get_hearing, unlocked
from frhearing.desk.naming import numbers
from frhearing.model.change import Change, LogEntry
from frhearing.model.comment import Channel, Comment, CommentRow, CommentStatus, NewComment, Timeliness
from frhearing.model.errors import Refused
from frhearing.model.facets import Facets
from frhearing.model.filter import CommentFilter
from frhearing.model.record import well_formed
from frhearing.model.times import local_day
from frhearing.store import audit, listing, lookups, recording
from frhearing.store import comments as stored
from frhearing.store.changes import Action, Value, storable

if TYPE_CHECKING:
    from frhearing.model.people import Attachment, KnownName, TextVersion

FIELDS = (
    "name",
    "organization",
    "group_id",
    "district",
    "email",
    "subject",
    "language",
    "channel",
    "received_at",
    "timeliness",
    "capacity",
    "campaign",
)
"""What of a comment can be corrected by its field; every change is in the log, what was received is kept."""

_AS_IT_IS: Mapping[str, str] = {}


def record_comment(desk: Desk, hearing_id: int, new: NewComment, *, draft: str | None = None) -> tuple[int, Change]:
    """Put a comment on the record and drop its draft; returns its id. Refused without a text or a name."""
    require_one(
        bool(new.text.strip() or new.name.strip()),
        "There is neither a name nor a text yet. Nothing was saved; what was typed is still there.",
    )
    unlocked(get_hearing(desk, hearing_id))
    clean = new._replace(**{name: storable(value) for name, value in new._asdict().items()})
    clean = clean._replace(name=clean.name.strip(), received_at=checked_instant(new.received_at))
    with desk.store.action("comment", "", hearing_id) as writing:
        comment_id, number = recording.insert_comment(writing.act, hearing_id, clean)
        writing.act.subject = f"No. {number}"
    change = desk.did(writing.change)
    if draft is not None:
        drafts.drop_draft(desk.folder, draft)
    return comment_id, change


def checked_instant(utc_text: str | None) -> str | None:
    """Return UTC text such as 2026-02-26T23:30:00Z as it is, None for an empty one; anything else is Refused."""
    with contextlib.suppress(ValueError):
        if not utc_text or (utc_text.endswith("Z") and datetime.fromisoformat(utc_text)):
            return utc_text or None
    raise Refused(f"“{utc_text}” is not an instant in UTC, for example 2026-02-26T23:30:00Z. Nothing was changed.")


def get_comment(desk: Desk, comment_id: int) -> Comment:
    """Return one comment in full; raises NotFound."""
    return stored.get_comment(desk.store, comment_id)


def comment_by_number(desk: Desk, hearing_id: int, number: int) -> Comment:
    """Return the comment with a number on the record; raises NotFound."""
    return stored.by_number(desk.store, hearing_id, number)


def list_ids(desk: Desk, hearing_id: int, wanted: CommentFilter, most: int = -1) -> array[int]:
    """Return the ids of all comments a filter shows, in its order, or of the ``most`` first."""
    return listing.list_ids(desk.store, hearing_id, wanted, most)


def rows(desk: Desk, ids: Sequence[int], question_id: int) -> list[CommentRow]:
    """Return the lines of a list for these ids; ``question_id`` names the question whose stances show."""
    return listing.rows(desk.store, ids, question_id)


def facets(desk: Desk, hearing_id: int, question_number: int = 1) -> Facets:
    """Return the numbers beside views and filters of a hearing."""
    return listing.facets(desk.store, hearing_id, listing.question_id(desk.store, hearing_id, question_number))


def edit_text(desk: Desk, comment_id: int, text: str, reason: str = "") -> Change:
    """Store a new version of a text; a received text needs a reason, and its first version stays for good."""
    comment = get_comment(desk, comment_id)
    unlocked(get_hearing(desk, comment.hearing_id))
    text = well_formed(text)
    if text == comment.text:
        return Change(0, "text", f"No. {comment.number}", "", comment.hearing_id)
    require_one(
        not comment.received_text or bool(reason.strip()),
        "This text was received from someone else. A correction needs a reason; the text as received is kept.",
    )
    with desk.store.action("text", f"No. {comment.number}", comment.hearing_id) as writing:
        recording.add_text_version(writing.act, comment, text, reason.strip())
    return desk.did(writing.change)


def text_versions(desk: Desk, comment_id: int) -> list[TextVersion]:
    """Return every version of a comment's text, the first one first."""
    return stored.text_versions(desk.store, comment_id)


def update_comment(desk: Desk, comment_id: int, **fields: Value) -> Change:
    """Correct fields of a comment (those of ``FIELDS``); ``campaign`` is a campaign's name, "" for none."""
    comment = get_comment(desk, comment_id)
    hearing = get_hearing(desk, comment.hearing_id)
    unlocked(hearing)
    unknown = set(fields) - set(FIELDS)
    require_one(not unknown, f"A comment has no field {', '.join(sorted(unknown))}. Nothing was changed.")
    if "channel" in fields:
        fields["channel"] = str(Channel(str(fields["channel"])))
    if "received_at" in fields:
        at = checked_instant(str(fields["received_at"] or ""))
        fields |= {"received_at": at, "received_day": local_day(at, hearing.zone)}
    campaign = fields.pop("campaign", None)
    with desk.store.action("details", f"No. {comment.number}", comment.hearing_id) as writing:
        if campaign is not None:
            fields["campaign_id"] = campaign_named(writing.act, comment.hearing_id, str(campaign))
        writing.act.update("comment", comment_id, **fields)
    return desk.did(writing.change)


def campaign_named(act: Action, hearing_id: int, name: str) -> int | None:
    """Return the id of a campaign by its name, made when new; None for an empty name."""
    if not name:
        return None
    found = act.find("campaign", hearing_id=hearing_id, name=name)
    return found if found is not None else act.insert("campaign", {"hearing_id": hearing_id, "name": name})


def set_flag(desk: Desk, ids: Sequence[int], flagged: bool) -> Change:
    """Mark comments for another look, or take the mark off."""
    return _update_many(desk, ids, "flag", {"flagged": int(flagged)})


def set_status(desk: Desk, ids: Sequence[int], status: CommentStatus, reason: str) -> Change:
    """Withdraw, dispute, return or accept comments; all but accepting needs a reason. They stay listed."""
    require_one(
        status is CommentStatus.ACCEPTED or bool(reason.strip()),
        "Give a reason: it is printed where the comment is listed. Nothing was changed.",
    )
    late = str(Timeliness.LATE_NOT_CONSIDERED)
    # What is to be counted again although it came too late is accepted late.
    accepted = {late: str(Timeliness.LATE_ACCEPTED)} if status is CommentStatus.ACCEPTED else {}
    return _update_many(desk, ids, str(status), {"status": str(status), "status_reason": reason.strip()}, accepted)


def void_comment(desk: Desk, comment_id: int, reason: str) -> Change:
    """Take a comment that was entered by mistake off the record; its number stays used."""
    require_one(bool(reason.strip()), "Give a reason for taking it off the record. Nothing was changed.")
    return _update_many(desk, [comment_id], "comment taken off", {"void": reason.strip()})


def _update_many(
    desk: Desk, ids: Sequence[int], kind: str, fields: dict[str, Value], timeliness: Mapping[str, str] = _AS_IT_IS
) -> Change:
    """Change the same fields of several comments as one step; ``timeliness`` says what becomes what."""
    found = lookups.comments_of(desk.store, ids)
    if not found:
        raise Refused("No comment is selected. Nothing was changed.")
    unlocked(get_hearing(desk, found[0]["hearing_id"]))
    with desk.store.action(kind, numbers([r["number"] for r in found]), found[0]["hearing_id"]) as writing:
        for row in found:
            own = timeliness.get(row["timeliness"])
            writing.act.update("comment", row["id"], **fields, **({"timeliness": own} if own else {}))
    return desk.did(writing.change)


def add_memo(desk: Desk, comment_id: int, text: str) -> Change:
    """Note something beside a comment for the staff; it is not part of what was received."""
    require_one(bool(text.strip()), "The memo is empty. Nothing was saved.")
    comment = get_comment(desk, comment_id)
    with desk.store.action("memo", f"No. {comment.number}", comment.hearing_id) as writing:
        writing.act.insert("memo", {"comment_id": comment_id, "text": text})
        writing.act.touched.add(("comment", comment_id))
    return desk.did(writing.change)


def known_names(desk: Desk, prefix: str, limit: int = 8) -> list[KnownName]:
    """Return names on the record that begin so, the most recent first."""
    return lookups.known_names(desk.store, prefix, limit) if prefix.strip() else []


def suggest_group(desk: Desk, name: str, organization: str) -> int | None:
    """Return the group noted for this organization, else the one last noted for this name, or None."""
    if organization.strip():
        known = lookups.organization_group(desk.store, organization.strip())
        if known is None:
            known = lookups.last_group(desk.store, "organization", organization.strip())
        if known is not None:
            return known
    return lookups.last_group(desk.store, "name", name.strip()) if name.strip() else None


def history(desk: Desk, comment_id: int) -> list[LogEntry]:
    """Return everything logged about a comment, the oldest entry first."""
    return audit.of_comment(desk.store, comment_id)


def attachments(desk: Desk, comment_id: int) -> list[Attachment]:
    """Return the files that came with a comment."""
    kept = desk.files.files
    return [
        found._replace(path=str(kept / found.path)) if found.path else found
        for found in stored.attachments(desk.store, comment_id)
    ]


def original_file(desk: Desk, comment_id: int) -> Path | None:
    """Return the kept original a comment was imported from, or None."""
    sha256 = stored.source_sha256(desk.store, comment_id)
    path = desk.files.files / sha256 if sha256 else None
    return path if path is not None and path.exists() else None
