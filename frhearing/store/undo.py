"""Undo and redo: the reverse of an action is appended to the log as a new action; nothing is taken out of it."""

import json

from frhearing.model.errors import Refused
from frhearing.store.changes import CREATED, Action

STAYS = frozenset({"source_file", "body", "organization"})
"""Rows an undo leaves in place: originals stay in the folder, and office-wide names may be in use elsewhere."""

RECEIVED = 1
"""The version of a text that was received; once kept as a version of its own it is never taken out of use."""

REASONS = {"import_batch": "import undone"}


def reverse(act: Action, target: int) -> None:
    """Write the reverse of one logged action; Refused if something it touched has changed since."""
    entries = act.connection.execute(
        "SELECT tbl, row, field, old, new FROM change WHERE action=? ORDER BY seq DESC", (target,)
    ).fetchall()
    if not entries:
        raise Refused("There is nothing to take back. Nothing was changed.")
    for table, uid, field, old, new in entries:
        if field == CREATED:
            _void_created(act, table, uid)
        elif table == "comment_text":
            row_id = act.one("SELECT id FROM comment WHERE uid=?", uid)["id"]
            _must_stand(act.one("SELECT version FROM comment_text WHERE id=?", row_id)["version"], new)
            act.set_text_version(row_id, json.loads(old))
        else:
            row = act.one(f"SELECT * FROM {table} WHERE uid=?", uid)
            _must_stand(row[field], new)
            act.update(table, row["id"], **{field: json.loads(old)})


def _void_created(act: Action, table: str, uid: bytes) -> None:
    """Take a row that an action made out of use, if it is not out of use already."""
    if table in STAYS:
        return
    row = act.one(f"SELECT * FROM {table} WHERE uid=?", uid)
    if table == "text_version" and row["version"] == RECEIVED:
        return
    if row["void"] is None:
        act.void(table, row["id"], REASONS.get(table, "undone"))


def _must_stand(now: object, logged: str) -> None:
    """Refuse where a later change has gone over what is to be taken back."""
    if now != json.loads(logged):
        raise Refused(
            "This step cannot be taken back any more, because the same place was changed again later. "
            "Nothing was changed. Correct it by hand."
        )
