"""Makes the rows of an import ready for SQLite, lot by lot; nothing here asks the store anything."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice

from frhearing.model.comment import NewComment
from frhearing.model.errors import Refused
from frhearing.model.identity import new_uids
from frhearing.model.record import canonical
from frhearing.model.times import local_day
from frhearing.store.changes import excerpt
from frhearing.store.recording import received_facts

LOT = 5000
"""How many rows are made ready, inserted and indexed at a time."""
_TICK_EVERY = 250
"""How many rows are made ready between two looks at whether the clerk has pressed Cancel."""
_NOTHING: tuple[object, ...] = ("", None, {})
"""What stands where nothing was received: no part of what is kept and digested."""

Values = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Attached:
    """A file that came with a comment: its index among the parts, the name it had and a note."""

    part: int
    name: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class ImportedRow:
    """One comment to add: its group's id, its original (index among the files) and row, and what else came with it."""

    comment: NewComment
    group_id: int | None
    group: str
    file: int
    row: str
    beside: Mapping[str, object] = field(default_factory=dict)
    attached: Sequence[Attached] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """Where the rows of an import go: hearing, batch, and the ids of its originals and its parts in their order."""

    hearing_id: int
    batch_id: int
    file_ids: Sequence[int]
    part_ids: Sequence[int] = ()


@dataclass(frozen=True, slots=True)
class Start:
    """What the store says before the first row: the next id and number, the zone, the questions' ids, who and when."""

    comment_id: int
    number: int
    zone: str
    question_ids: Mapping[int, int]
    at: str
    who: str


@dataclass(frozen=True, slots=True)
class Lot:
    """Rows in the columns of their tables; ``attached`` are pairs of a comment's id and a file of it."""

    first: int
    digests: list[str] = field(default_factory=list)
    comments: list[Values] = field(default_factory=list)
    texts: list[Values] = field(default_factory=list)
    positions: list[Values] = field(default_factory=list)
    attached: list[tuple[int, Attached]] = field(default_factory=list)


def lots(start: Start, place: Place, rows: Iterable[ImportedRow], tick: Callable[[int], None]) -> Iterator[Lot]:
    """Give the rows in lots, ids and numbers counting up; ``tick`` gets the rows done and may raise.

    Raises Refused where a question has gone since the import was looked at.
    """
    days: dict[str | None, str | None] = {None: None}
    coming = iter(rows)
    done = 0
    while taken := list(islice(coming, LOT)):
        lot = Lot(start.comment_id + done)
        uids = new_uids(len(taken))
        for row, uid in zip(taken, uids, strict=True):
            if not done % _TICK_EVERY:
                tick(done)
            received_at = row.comment.received_at
            if received_at not in days:
                days[received_at] = local_day(received_at, start.zone)
            _add(lot, start, place, done, row, uid, days[received_at])
            done += 1
        _add_positions(lot, start, taken)
        yield lot


def _add(lot: Lot, start: Start, place: Place, done: int, row: ImportedRow, uid: bytes, day: str | None) -> None:
    """Add a row to its lot, with what was received of it and the digest over that."""
    c = row.comment
    comment_id = start.comment_id + done
    facts = {**received_facts(c, row.group), **row.beside}
    # The same bytes that ``received_digest`` hashes, written once and kept as they are.
    kept = canonical({key: value for key, value in facts.items() if value or value not in _NOTHING})
    digest = hashlib.sha256(kept).hexdigest()
    lot.digests.append(digest)
    lot.comments.append((
        comment_id, place.hearing_id, start.number + done, str(c.channel), c.received_at, day, c.received_as_written,
        c.name, c.organization, row.group_id, c.capacity, c.district, c.email, c.external_id, c.subject, c.language,
        excerpt(c.text), str(c.timeliness), place.batch_id, place.file_ids[row.file], row.row, kept.decode(), digest,
        uid, start.at, start.who,
    ))  # fmt: skip
    lot.texts.append((comment_id, c.text))
    lot.attached.extend((comment_id, one) for one in row.attached)


def _add_positions(lot: Lot, start: Start, rows: Sequence[ImportedRow]) -> None:
    """Add the stances of a lot's rows, each as a position that counts."""
    if not start.question_ids.keys() >= {number for row in rows for number in row.comment.stances}:
        raise Refused("The hearing's questions have changed since this import was read. Nothing was added. Read again.")
    uids = iter(new_uids(sum(len(row.comment.stances) for row in rows)))
    lot.positions.extend(
        (comment_id, start.question_ids[number], str(stance), str(row.comment.source), row.comment.condition,
         start.at, next(uids), start.at, start.who)
        for comment_id, row in enumerate(rows, lot.first)
        for number, stance in row.comment.stances.items()
    )  # fmt: skip
