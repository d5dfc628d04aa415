"""Writes the rows of an import set-wise: comments, texts, first positions, attachments; counters and search in step.

The triggers that keep search and counters row by row are dropped inside the transaction and made again in it;
what they would have done is done for all rows at once (4-store.md: three times as fast).
"""

from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import chain

from frhearing.store.changes import Action
from frhearing.store.connection import Connection
from frhearing.store.import_lots import ImportedRow, Lot, Place, Start, Values, lots
from frhearing.store.recording import take_number
from frhearing.store.schema import BUFFER, BULK_BUFFER, USUAL_BUFFER

_ROW_BY_ROW = (
    *("comment_text_ai", "comment_count_ai", "position_ai", "stance_ai"),
    *("comment_once", "comment_text_once", "position_once"),
)
"""Triggers that would work row by row. Those called ``once`` keep a REPLACE from taking a row away; the plain INSERT
of an import cannot, as the same columns are unique."""
_COLUMNS = (
    "id, hearing_id, number, channel, received_at, received_day, received_as_written, name, organization, group_id, "
    "capacity, district, email, external_id, subject, language, excerpt, timeliness, batch_id, file_id, source_row, "
    "received, digest, uid, created_at, created_by"
)
_INTO_COMMENT = f"INSERT INTO comment({_COLUMNS})"
_INTO_TEXT = "INSERT INTO comment_text(id, body)"
_INTO_POSITION = (
    "INSERT INTO position(comment_id, question_id, stance, source, condition, said_at, uid, created_at, created_by)"
)
_AT_ONCE = 500
"""Rows that go into a table with one statement. That spares SQLite its preparations for each of them: the lists of
codes in which a CHECK looks a value up are laid out anew for every statement."""
_COUNT_COMMENTS = (
    "INSERT INTO facet_count SELECT hearing_id, 0, '', ifnull(group_id,0), channel, status, count(*) FROM comment "
    "WHERE batch_id=? AND void IS NULL GROUP BY 1,4,5,6 ON CONFLICT DO UPDATE SET n=n+excluded.n"
)
_COUNT_STANCES = (
    "INSERT INTO facet_count SELECT c.hearing_id, p.question_id, p.stance, ifnull(c.group_id,0), c.channel, c.status, "
    "count(*) FROM comment c JOIN position p ON p.comment_id=c.id WHERE c.batch_id=? AND c.void IS NULL "
    "GROUP BY 1,2,3,4,5,6 ON CONFLICT DO UPDATE SET n=n+excluded.n"
)
_INDEX = (
    "INSERT INTO comment_fts(rowid, body, name, organization) "
    "SELECT id, body, name, organization FROM comment_doc WHERE id>=? AND id<?"
)


def insert_rows(act: Action, place: Place, rows: Iterable[ImportedRow], tick: Callable[[int], None]) -> list[str]:
    """Insert comments, texts, positions and attachments, counters and search in step; returns the rows' digests.

    ``tick`` gets the rows done and may raise to stop it all.
    """
    connection = act.connection
    made_again = [_dropped(connection, name) for name in _ROW_BY_ROW]
    last_position = _highest(connection, "position")
    connection.execute(BUFFER.format(BULK_BUFFER))
    digests: list[str] = []
    # SQLite indexes a lot without Python: meanwhile this thread makes the next one ready. One statement at a time.
    with ThreadPoolExecutor(1) as indexer:
        indexed: Future[object] = indexer.submit(tuple)
        for lot in lots(_start(act, place), place, rows, tick):
            indexed.result()
            _insert(act, place, lot)
            digests += lot.digests
            tick(len(digests))
            indexed = indexer.submit(connection.execute, _INDEX, (lot.first, lot.first + len(lot.digests)))
        indexed.result()
    tick(len(digests))
    connection.execute(BUFFER.format(USUAL_BUFFER))
    take_number(act, place.hearing_id, len(digests))
    connection.execute(
        "INSERT INTO comment_stance(question_id, comment_id, stance, position_id) "
        "SELECT question_id, comment_id, stance, id FROM position WHERE id>?",
        (last_position,),
    )
    connection.execute(_COUNT_COMMENTS, (place.batch_id,))
    connection.execute(_COUNT_STANCES, (place.batch_id,))
    for trigger in made_again:
        connection.execute(trigger)
    return digests


def _start(act: Action, place: Place) -> Start:
    hearing = act.row("hearing", place.hearing_id)
    asked = act.connection.execute(
        "SELECT number, id FROM question WHERE hearing_id=? AND void IS NULL", (place.hearing_id,)
    )
    questions = {row["number"]: row["id"] for row in asked}
    first = _highest(act.connection, "comment") + 1
    return Start(first, hearing["next_number"], hearing["zone"], questions, act.at, act.who)


def _insert(act: Action, place: Place, lot: Lot) -> None:
    _insert_many(act.connection, _INTO_COMMENT, lot.comments)
    _insert_many(act.connection, _INTO_TEXT, lot.texts)
    _insert_many(act.connection, _INTO_POSITION, lot.positions)
    for comment_id, one in lot.attached:
        act.insert(
            "attachment",
            {"comment_id": comment_id, "file_id": place.part_ids[one.part], "name": one.name, "note": one.note},
        )


def _insert_many(connection: Connection, into: str, rows: Sequence[Values]) -> None:
    """Insert rows of one length, many with one statement as far as they go, the rest one by one."""
    if not rows:
        return
    one = f"({','.join('?' * len(rows[0]))})"
    many = f"{into} VALUES {','.join([one] * _AT_ONCE)}"
    whole = len(rows) - len(rows) % _AT_ONCE
    for at in range(0, whole, _AT_ONCE):
        connection.execute(many, [*chain.from_iterable(rows[at : at + _AT_ONCE])])
    connection.executemany(f"{into} VALUES {one}", rows[whole:])


def _highest(connection: Connection, table: str) -> int:
    """Return the highest id of a table, 0 where it is empty."""
    return int(connection.execute(f"SELECT ifnull(max(id),0) FROM {table}").fetchone()[0])


def _dropped(connection: Connection, name: str) -> str:
    """Drop a trigger and return the statement that makes it again."""
    made = connection.execute("SELECT sql FROM sqlite_master WHERE type='trigger' AND name=?", (name,)).fetchone()[
        "sql"
    ]
    connection.execute(f"DROP TRIGGER {name}")
    return str(made)
