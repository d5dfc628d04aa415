"""One answer for all copies of a form letter: tagged once, counted every time, own words left to read."""

from collections.abc import Sequence

from frhearing.desk.desk import Desk, require_one
from frhearing.desk.hearings import get_hearing, unlocked
from frhearing.desk.letter_types import Reader, readings
from frhearing.desk.testimony import get_comment
from frhearing.model.change import Change
from frhearing.model.comment import SPOKEN, Comment
from frhearing.model.letters import Answer, LetterType
from frhearing.model.position import Stance, StanceSource, counting
from frhearing.store import letters as stored
from frhearing.store import listing, lookups
from frhearing.store.changes import Action
from frhearing.store.connection import Row


def foresee(desk: Desk, comment_id: int) -> Answer:
    """Say which copies would get the answer of this comment; Refused if it has none or is no form letter."""
    comment, rows = _copies(desk, comment_id)
    standing = _standing(desk, comment, rows)
    kept = {
        row["id"]
        for row in rows
        if any(standing.get((row["id"], n), stance) != stance for n, stance in comment.stances.items())
    }
    return Answer(
        comment.campaign,
        tuple(row["id"] for row in rows),
        tuple(row["id"] for row in _with_own_words(desk, comment, rows)),
        tuple(sorted(kept)),
    )


def tag_all(desk: Desk, comment_id: int) -> Change:
    """Give every copy of a form letter the stances and themes of one that is tagged, as one step.

    A stance that a copy has already stays: what a sender or the clerk said of that one letter goes before. Copies
    with words of their own get the answer too and are flagged, so that they wait to be read. Groups stay as they
    are, for a group belongs to the sender and not to the letter.
    """
    comment, rows = _copies(desk, comment_id)
    standing = _standing(desk, comment, rows)
    to_read = {row["id"] for row in _with_own_words(desk, comment, rows)}
    ids = [row["id"] for row in rows]
    joined = {theme: lookups.theme_rows(desk.store, ids, theme) for theme in comment.theme_ids}
    subject = f"{comment.campaign}, like No. {comment.number}"
    with desk.store.action("same answer for all copies", subject, comment.hearing_id) as writing:
        act = writing.act
        for row in lookups.comments_of(desk.store, ids):
            for number in comment.stances:
                if (row["id"], number) not in standing:
                    _answer(act, row, _question(desk, comment, number), comment, number)
            for theme, carrying in joined.items():
                _carry(act, row["id"], theme, carrying.get(row["id"]))
            if row["id"] in to_read and ("comment", row["id"]) in act.touched:
                act.update("comment", row["id"], flagged=1)
    return desk.did(writing.change)


def _copies(desk: Desk, comment_id: int) -> tuple[Comment, list[Row]]:
    """Return a tagged comment and the other letters of its campaign."""
    comment = get_comment(desk, comment_id)
    unlocked(get_hearing(desk, comment.hearing_id))
    campaign_id = lookups.campaign_id(desk.store, comment.hearing_id, comment.campaign) if comment.campaign else None
    if campaign_id is None:
        require_one(False, "This comment is not marked as a form letter. Nothing was changed.")
    assert campaign_id is not None
    require_one(
        bool(comment.stances or comment.theme_ids),
        "Tag this copy first; then all copies can have the same answer. Nothing was changed.",
    )
    rows = [row for row in stored.members(desk.store, campaign_id) if row["id"] != comment_id]
    require_one(bool(rows), f"There is no other copy of {comment.campaign}. Nothing was changed.")
    return comment, rows


def _with_own_words(desk: Desk, comment: Comment, rows: Sequence[Row]) -> list[Row]:
    """Return the letters whose senders wrote something; where nobody looked yet, they are laid beside this one."""
    reader = Reader(comment.text, comment.number, readings(desk.store))
    return [
        row
        for row in rows
        if row["letter_type"] == LetterType.FORM_PLUS or (not row["letter_type"] and reader.copy(row).own_words)
    ]


def _standing(desk: Desk, comment: Comment, rows: Sequence[Row]) -> dict[tuple[int, int], Stance]:
    """Return the stances the copies have on the questions answered, by comment and number of the question."""
    found: dict[tuple[int, int], Stance] = {}
    for number in comment.stances:
        question = _question(desk, comment, number)
        for copy, positions in lookups.open_positions(desk.store, [row["id"] for row in rows], question).items():
            stated = [p for p in positions if p["source"] != StanceSource.CLERK_INFERRED] or positions
            found[copy, number] = Stance(stated[-1]["stance"])
    return found


def _question(desk: Desk, comment: Comment, number: int) -> int:
    """Return the id of a question of the comment's hearing."""
    return listing.question_id(desk.store, comment.hearing_id, number)


def _answer(act: Action, row: Row, question_id: int, comment: Comment, number: int) -> None:
    """Write the stance of the comment, with its condition, for one copy."""
    told = counting([p for p in comment.positions if p.question_id == question_id])
    inferred = told is not None and told.source is StanceSource.CLERK_INFERRED
    stated = StanceSource.PODIUM if row["channel"] in SPOKEN else StanceSource.WRITTEN
    act.insert(
        "position",
        {
            "comment_id": row["id"],
            "question_id": question_id,
            "stance": str(comment.stances[number]),
            "source": str(StanceSource.CLERK_INFERRED if inferred else stated),
            "condition": told.condition if told is not None else "",
            "said_at": act.at,
        },
    )
    act.touched.add(("comment", row["id"]))


def _carry(act: Action, comment_id: int, theme_id: int, joined: Row | None) -> None:
    """Put a theme on one copy."""
    if joined is None:
        act.insert("comment_theme", {"comment_id": comment_id, "theme_id": theme_id})
    elif joined["void"] is None or not act.update("comment_theme", joined["id"], void=None):
        return
    act.touched.add(("comment", comment_id))
