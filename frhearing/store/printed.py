"""Reads what the printed record needs beside the comments: the log, the roll, files, corrections, numbers not used."""

import json
from collections.abc import Mapping

from frhearing.model.live.notes import NOTED
from frhearing.store.connection import Row
from frhearing.store.database import Store


def log(store: Store, hearing_id: int) -> list[Row]:
    """Return the events of a hearing that stand, in the order of their times."""
    return store.rows(
        "SELECT at, kind, text, by, facts, access FROM event WHERE hearing_id=? AND void IS NULL ORDER BY at, id",
        (hearing_id,),
    )


def roll(store: Store, hearing_id: int) -> tuple[tuple[str, str], ...]:
    """Return members with their presence, from the last sitting at which the roll was called."""
    found = store.value(
        "SELECT roll FROM session WHERE hearing_id=? AND void IS NULL AND roll<>'[]' ORDER BY id DESC LIMIT 1",
        (hearing_id,),
    )
    return tuple((str(one["name"]), str(one["status"])) for one in json.loads(str(found or "[]")))


def rule_changes(store: Store, hearing_id: int, since: str) -> list[Row]:
    """Return what was written over the hearing's rules in Set up since an instant (UTC text), the oldest first."""
    return store.rows(
        "SELECT c.at, c.who, c.old, c.new FROM change c JOIN hearing h ON h.uid=c.row WHERE h.id=? AND c.tbl='hearing' "
        "AND c.field='rules' AND c.kind<>'rule' AND c.at>=? ORDER BY c.seq",
        (hearing_id, since),
    )


def attachments(store: Store, hearing_id: int) -> Mapping[int, tuple[str, ...]]:
    """Return the names of the files that came with comments, by number on the record."""
    found: dict[int, tuple[str, ...]] = {}
    for r in store.rows(
        "SELECT c.number, a.name FROM attachment a JOIN comment c ON c.id=a.comment_id "
        "WHERE c.hearing_id=? AND a.void IS NULL AND c.void IS NULL ORDER BY c.number, a.id",
        (hearing_id,),
    ):
        found[r["number"]] = (*found.get(r["number"], ()), r["name"])
    return found


def text_corrections(store: Store, hearing_id: int) -> list[Row]:
    """Return every version of a text that corrects one, with the body that stood there before it.

    Words that were written where none stood, or added as they were said, correct nothing.
    """
    return store.rows(
        "SELECT c.number, v.created_at, v.reason, b.body AS old FROM comment c "
        "JOIN text_version v ON v.comment_id=c.id AND v.version>1 AND v.void IS NULL "
        "JOIN text_version b ON b.comment_id=c.id AND b.version=v.version-1 AND b.void IS NULL "
        "WHERE c.hearing_id=? AND c.void IS NULL AND b.body<>'' AND v.reason<>? ORDER BY c.number, v.version",
        (hearing_id, NOTED),
    )


def corrections(store: Store, hearing_id: int) -> list[Row]:
    """Return the corrections of what was certified, the oldest first."""
    return store.rows(
        "SELECT created_at, what, old, new, reason FROM correction WHERE hearing_id=? AND void IS NULL ORDER BY id",
        (hearing_id,),
    )


def voided(store: Store, hearing_id: int) -> Mapping[int, str]:
    """Return the reason for every number that was used and is not on the record any more."""
    return {
        r["number"]: r["void"]
        for r in store.rows(
            "SELECT number, void FROM comment WHERE hearing_id=? AND void IS NOT NULL ORDER BY number", (hearing_id,)
        )
    }


def comment_numbers(store: Store, hearing_id: int) -> Mapping[int, int]:
    """Return the number on the record of every comment that stands, by its id."""
    return {
        r["id"]: r["number"]
        for r in store.rows("SELECT id, number FROM comment WHERE hearing_id=? AND void IS NULL", (hearing_id,))
    }
