"""The steps that bring a store to the shape this program writes; each is a transaction of its own."""

import sqlite_utils
from sqlite_utils import Migrations

from frhearing.model.identity import new_uid
from frhearing.model.theme import STARTER_GROUPS
from frhearing.store import schema, triggers
from frhearing.store.changes import Action
from frhearing.store.connection import SQLITE_VERSION, Connection
from frhearing.store.telling import Tell, nobody
from frhearing.store.version import VERSION

steps = Migrations("frhearing")


@steps()
def v1_first_tables(db: sqlite_utils.Database) -> None:
    """Lay the tables, triggers and starter lists of version 1."""
    for statement in [*schema.statements(), *triggers.all_triggers()]:
        db.conn.execute(statement)
    if SQLITE_VERSION >= (3, 42):
        db.conn.execute(schema.FORGET)
    device = new_uid().hex()
    db.conn.execute("INSERT INTO desk VALUES('device', ?)", (device,))
    # Logged like everything that people make, so that a starter group altered outside the program is found.
    made = Action(db.conn, "store", "", None, "frhearing", device)
    for place, (name, hint) in enumerate(STARTER_GROUPS, 1):
        made.insert("stakeholder_group", {"name": name, "hint": hint, "place": place})
    made.finish()
    db.conn.execute("PRAGMA user_version=1")


@steps()
def v2_what_was_found_when_signatures_were_counted(db: sqlite_utils.Database) -> None:
    """Give petitions the numbers of signatures that are double, unreadable or from elsewhere, and who counted."""
    for column in ("duplicates_found INTEGER", "unreadable INTEGER", "outside_jurisdiction INTEGER", "counted_by TEXT"):
        db.conn.execute(f"ALTER TABLE petition ADD COLUMN {column}")
    db.conn.execute("PRAGMA user_version=2")


@steps()
def v3_a_leaner_search_index(db: sqlite_utils.Database) -> None:
    """Make the search index anew without its list of three letters: an import takes a quarter less time."""
    for statement in schema.INDEX_OF_TWO:
        db.conn.execute(statement)
    if SQLITE_VERSION >= (3, 42):
        db.conn.execute(schema.FORGET)
    db.conn.execute(schema.BUFFER.format(schema.BULK_BUFFER))
    db.conn.execute(schema.REBUILD)
    db.conn.execute(schema.BUFFER.format(schema.USUAL_BUFFER))
    db.conn.execute("PRAGMA user_version=3")


@steps()
def v4_what_came_too_late_is_found_at_once(db: sqlite_utils.Database) -> None:
    """List the comments that came too late to be considered: they are taken off the counts of every view."""
    db.conn.execute(schema.TOO_LATE)
    db.conn.execute("PRAGMA user_version=4")


def migrate(connection: Connection, tell: Tell = nobody) -> None:
    """Bring the store behind an open connection to ``VERSION``, telling each step; raises what SQLite raises."""
    db = sqlite_utils.Database(connection, execute_plugins=False)
    pending = steps.pending(db)
    for place, following in enumerate([*pending[1:], None], 1):
        # How long a step takes is not known: the longest, a new search index, is one statement.
        tell(0, 0, f"Step {place} of {len(pending)}")
        steps.apply(db, stop_before=following.name if following else None)
    reached = connection.execute("PRAGMA user_version").fetchone()[0]
    if reached != VERSION:
        raise AssertionError(f"migrations reached version {reached}, not {VERSION}")
