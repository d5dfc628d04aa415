"""Writes comments: the received row, its text, its first positions; corrections as new versions."""

import json
from datetime import datetime, timedelta

from frhearing.model.comment import Appearance, Comment, NewComment
from frhearing.model.passage import matches, nearest
from frhearing.model.record import received_digest, sha256
from frhearing.model.times import local_day, to_utc_text
from frhearing.store.changes import Action, excerpt


def text_sha256(text: str) -> str:
    """Return the SHA-256 of a text's UTF-8 bytes."""
    return sha256(text.encode("utf-8", "surrogatepass"))


def received_facts(comment: NewComment, group: str) -> dict[str, object]:
    """Return what was received of a comment, the way it is kept and digested for good."""
    return {
        "text_sha256": text_sha256(comment.text),
        "name": comment.name,
        "organization": comment.organization,
        "group": group,
        "channel": str(comment.channel),
        "received_at": comment.received_at,
        "received_as_written": comment.received_as_written,
        "district": comment.district,
        "email": comment.email,
        "external_id": comment.external_id,
        "subject": comment.subject,
        "language": comment.language,
        "capacity": comment.capacity,
        "timeliness": str(comment.timeliness),
        "stances": {str(number): str(stance) for number, stance in sorted(comment.stances.items())},
        "stance_source": str(comment.source) if comment.stances else "",
        "condition": comment.condition,
    }


def take_number(act: Action, hearing_id: int, count: int = 1) -> int:
    """Take the next numbers on the record and return the first; they are never given out again."""
    row = act.one("UPDATE hearing SET next_number=next_number+? WHERE id=? RETURNING next_number", count, hearing_id)
    return int(row["next_number"]) - count


def insert_comment(act: Action, hearing_id: int, comment: NewComment, *, at: str | None = None) -> tuple[int, int]:
    """Put a comment on the record; returns its id and its number."""
    hearing = act.row("hearing", hearing_id)
    number = take_number(act, hearing_id)
    group = str(act.row("stakeholder_group", comment.group_id)["name"]) if comment.group_id else ""
    facts = received_facts(comment, group)
    comment_id = act.insert(
        "comment",
        {
            "hearing_id": hearing_id,
            "number": number,
            "channel": str(comment.channel),
            "received_at": comment.received_at,
            "received_day": local_day(comment.received_at, hearing["zone"]),
            "received_as_written": comment.received_as_written,
            "name": comment.name,
            "organization": comment.organization,
            "group_id": comment.group_id,
            "capacity": comment.capacity,
            "district": comment.district,
            "email": comment.email,
            "external_id": comment.external_id,
            "subject": comment.subject,
            "language": comment.language,
            "excerpt": excerpt(comment.text),
            "timeliness": str(comment.timeliness),
            "received": json.dumps(facts, sort_keys=True, ensure_ascii=False),
            "digest": received_digest(facts),
        },
    )
    act.connection.execute("INSERT INTO comment_text(id, body) VALUES(?,?)", (comment_id, comment.text))
    _insert_positions(act, hearing_id, comment_id, comment, at or act.at)
    return comment_id, number


def _insert_positions(act: Action, hearing_id: int, comment_id: int, comment: NewComment, at: str) -> None:
    """Put the stances that came with a comment on the record, as said at an instant (UTC)."""
    for number, stance in comment.stances.items():
        question = act.one(
            "SELECT id FROM question WHERE hearing_id=? AND number=? AND void IS NULL", hearing_id, number
        )
        act.insert(
            "position",
            {
                "comment_id": comment_id,
                "question_id": question["id"],
                "stance": str(stance),
                "source": str(comment.source),
                "condition": comment.condition,
                "said_at": at,
            },
        )


def move_days(act: Action, hearing_id: int, zone: str) -> None:
    """Write the days of receipt anew after a hearing has got another zone."""
    for row in act.connection.execute(
        "SELECT id, received_at FROM comment WHERE hearing_id=? AND received_at IS NOT NULL", (hearing_id,)
    ).fetchall():
        act.update("comment", row["id"], received_day=local_day(row["received_at"], zone))


def insert_appearance(
    act: Action, hearing_id: int, slip: Appearance, *, group_id: int | None = None, capacity: str = ""
) -> int:
    """Put a slip on the record, with its turn if it was heard; returns its id."""
    made = act.insert(
        "appearance",
        {
            "hearing_id": hearing_id,
            "comment_id": slip.comment_id,
            "slip": slip.slip,
            "name": slip.name,
            "organization": slip.organization,
            "group_id": group_id,
            "capacity": capacity,
            "stances": json.dumps({str(number): str(stance) for number, stance in slip.stances.items()}),
            "wish": slip.wish,
            "mode": slip.mode,
            "interpreter": slip.interpreter,
            "status": slip.status,
            "place": slip.slip or 0,
        },
    )
    if slip.started_at and slip.allotted_seconds is not None:
        turn = act.insert(
            "turn",
            {
                "appearance_id": made,
                "base_seconds": slip.allotted_seconds,
                "started_at": slip.started_at,
                "ended_at": _later(slip.started_at, slip.used_seconds or 0),
                "end_reason": "finished",
            },
        )
        act.insert(
            "turn_stretch",
            {"turn_id": turn, "started_at": slip.started_at, "elapsed_ms": 1000 * (slip.used_seconds or 0)},
        )
    return made


def _later(utc_text: str, seconds: int) -> str:
    """Return an instant so many seconds later, as UTC text."""
    return to_utc_text(datetime.fromisoformat(utc_text) + timedelta(seconds=seconds))


def add_text_version(act: Action, comment: Comment, text: str, reason: str) -> int:
    """Store a new version of a comment's text and make it the current one; returns the version."""
    latest = act.one("SELECT max(version) AS v FROM text_version WHERE comment_id=?", comment.id)["v"]
    if latest is None:
        latest = act.one("SELECT version AS v FROM comment_text WHERE id=?", comment.id)["v"]
        act.insert("text_version", {"comment_id": comment.id, "version": latest, "body": comment.text})
    version = int(latest) + 1
    act.insert("text_version", {"comment_id": comment.id, "version": version, "body": text, "reason": reason})
    act.set_text_version(comment.id, version)
    for passage in comment.passages:
        if passage.start is None or passage.end is None:
            continue
        start = nearest(text, passage.text, passage.start)
        found = matches(text, start, start + len(passage.text), passage.text)
        place = {"start": start, "end": start + len(passage.text)} if found else {}
        act.update("passage", passage.id, version=version, lost=int(not found), **place)
    return version
