"""Examines a store: the file, the chain of the log, every row against the log, what was received, the counters.

SQLite's own ``integrity_check`` sees few of the bit flips that alter a record; the digests see all of them.
"""

import contextlib
from collections.abc import Callable, Iterable, Iterator

from frhearing.model.filter import NOT_TAGGED
from frhearing.model.tally import tally
from frhearing.store import counting, hearings, listing, triggers
from frhearing.store.changes import GENESIS, entry_hash, value_digest
from frhearing.store.connection import Connection, DatabaseError
from frhearing.store.database import Store
from frhearing.store.examine_imports import altered_imports
from frhearing.store.examine_rows import altered_rows
from frhearing.store.examine_texts import altered_texts

Tick = Callable[[str], None]
MOST_TOLD = 200
"""Beyond this many faults of one kind the rest is only counted."""


def examine(store: Store, tick: Tick = lambda _: None) -> list[str]:
    """Return one sentence for each thing found wrong; none for a sound store."""
    found: list[str] = []
    with store.snapshot() as reader, _lenient(reader):
        for words, look in (
            ("the file", _file),
            ("the log", _chain),
            ("the rows", altered_rows),
            ("what was received", altered_texts),
            ("the imports", altered_imports),
            ("the counters", _counters),
        ):
            tick(f"Looking at {words}…")
            found += _told(words, look(store))
    return found


@contextlib.contextmanager
def _lenient(reader: Connection) -> Iterator[None]:
    """Let damaged text be read as far as it goes, so that the record that holds it can be named."""
    reader.text_factory = lambda raw: raw.decode("utf-8", "surrogateescape")
    try:
        yield
    finally:
        reader.text_factory = str


def _told(words: str, faults: Iterable[str]) -> Iterator[str]:
    """Give the faults one look finds; damage that stops the look itself is a fault too."""
    more = 0
    try:
        for count, fault in enumerate(faults):
            if count < MOST_TOLD:
                yield fault
            else:
                more += 1
    except (DatabaseError, ValueError, TypeError, LookupError, AttributeError) as fault:
        yield f"Something in {words} is so damaged that it cannot be examined further: {fault}."
    if more:
        yield f"{more:,} more faults like these were found in {words}."


def _file(store: Store) -> Iterator[str]:
    """Check the file's own structure, its references and the search index."""
    for row in store.reader().execute("PRAGMA integrity_check"):
        if row[0] != "ok":
            yield f"The file is damaged: {row[0]}."
    for row in store.reader().execute("PRAGMA foreign_key_check"):
        yield f"A row of {row[0]} points to something that is not there."
    texts = store.value("SELECT count(*) FROM comment_text")
    indexed = store.value("SELECT count(*) FROM comment_fts_docsize")
    if texts != indexed:
        yield f"The search index knows {indexed} texts of {texts}."
    known = {r["name"]: r["sql"] for r in store.rows("SELECT name, sql FROM sqlite_master WHERE type='trigger'")}
    missing = [one.split()[2] for one in triggers.all_triggers() if known.get(one.split()[2]) != one.rstrip(";")]
    if missing:
        yield f"{len(missing)} guards of the record are missing or altered: {', '.join(missing[:5])}."


def _chain(store: Store) -> Iterator[str]:
    """Follow the log from its first entry: no gap, no altered entry, values that fit their digests."""
    previous, expected = GENESIS, 1
    for r in store.reader().execute("SELECT * FROM change ORDER BY seq"):
        if r["seq"] != expected:
            yield f"The log misses its entry {expected}."
        expected = r["seq"] + 1
        about = f"entry {r['seq']} of the log ({r['kind']} {r['subject']})"
        parts = tuple(r[name] for name in ("seq", "clock", "at", "device", "who", "action", "kind", "subject"))
        parts += (r["undoes"], r["hearing_id"], r["tbl"], bytes(r["row"]).hex(), r["field"])
        parts += (r["old_digest"], r["new_digest"])
        if r["previous"] != previous or r["hash"] != entry_hash(previous, parts):
            yield f"{about.capitalize()} was altered."
        for value, wanted in ((r["old"], r["old_digest"]), (r["new"], r["new_digest"])):
            if value is not None and value_digest(r["salt"] or b"", value) != wanted:
                yield f"A value in {about} was altered."
        previous = r["hash"]


def _counters(store: Store) -> Iterator[str]:
    """Compare the counters with the definitions of ``model.tally``, and the caches with their sources."""
    if _differs(store, triggers.COUNT_FACETS, "SELECT * FROM facet_count WHERE n<>0"):
        yield "The counters of stances and groups differ from the comments."
    if _differs(store, triggers.COUNT_THEMES, "SELECT theme_id, n FROM theme_count WHERE n<>0"):
        yield "The counters of themes differ from the comments."
    if _differs(
        store, triggers.CURRENT_STANCES, "SELECT question_id, comment_id, stance, position_id FROM comment_stance"
    ):
        yield "The stances that count differ from the positions on the record."
    for card in hearings.list_cards(store):
        yield from _tally(store, card.id, card.title)
    for r in store.rows(
        "SELECT h.title, h.next_number, max(c.number) AS top FROM hearing h JOIN comment c ON c.hearing_id=h.id "
        "GROUP BY h.id HAVING top>=h.next_number"
    ):
        yield f"“{r['title']}” would give out No. {r['next_number']} again."


def _tally(store: Store, hearing_id: int, title: str) -> Iterator[str]:
    """Compare the counters of one hearing with its tally."""
    counts = tally(counting.counted(store, hearing_id), hearings.questions(store, hearing_id))
    for question in counts.questions:
        kept = listing.facets(store, hearing_id, question.question.id)
        wanted = {str(s): n for s, n in question.stances.by_stance.items() if n}
        wanted[NOT_TAGGED] = question.stances.not_tagged
        if {s: n for s, n in kept.stances.items() if n} != {s: n for s, n in wanted.items() if n}:
            yield f"The counters of question {question.question.number} of “{title}” differ from the tally."
    kept_total = listing.facets(store, hearing_id, 0).tallied
    if kept_total != counts.counted:
        yield f"The counters of “{title}” say {kept_total} comments, the tally {counts.counted}."


def _differs(store: Store, one: str, other: str) -> bool:
    """Say whether two queries find different rows."""
    either = f"SELECT 1 FROM (SELECT * FROM ({one}) EXCEPT SELECT * FROM ({other})) LIMIT 1"
    back = f"SELECT 1 FROM (SELECT * FROM ({other}) EXCEPT SELECT * FROM ({one})) LIMIT 1"
    return store.row(either) is not None or store.row(back) is not None
