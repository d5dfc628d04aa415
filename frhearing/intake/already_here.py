"""Which of the comments coming in are on the record already, so that the same file again adds nothing.

Never by likeness: a form letter sent by two people is two comments. A row is already here only if the same row
of the same file is, or the same source gave it the same name of its own, or the same source holds the same
sender, date and text as often as the record does.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from frhearing.intake.coding import Incoming


@dataclass(frozen=True, slots=True)
class OnRecord:
    """A comment on the record as it was received: its number and from which file, row and kind of source."""

    number: int
    sha256: str
    row: str
    fingerprint: str
    external_id: str
    text_sha256: str
    sender: tuple[str, str, str, str]


@dataclass(frozen=True, slots=True)
class Arrival:
    """What tells one incoming comment from others: its file, row and kind of source, and its text's digest.

    ``fingerprint`` is empty for letters: two people may send the same one, so its text tells nothing.
    """

    sha256: str
    row: str
    fingerprint: str
    identity: str
    text_sha256: str
    sender: tuple[str, str, str, str]


def sender_of(one: Incoming) -> tuple[str, str, str, str]:
    """Return what a draft says of its sender and its date, as written."""
    comment = one.comment
    return comment.name, comment.organization, comment.email, comment.received_as_written


def find_known(record: Iterable[OnRecord], arrivals: Sequence[Arrival]) -> list[OnRecord | None]:
    """Return for each arrival the comment on the record that it is, or None for a new one.

    Each comment on the record answers for one arrival only.
    """
    rows: dict[object, list[OnRecord]] = defaultdict(list)
    ids: dict[object, list[OnRecord]] = defaultdict(list)
    contents: dict[object, list[OnRecord]] = defaultdict(list)
    for one in record:
        rows[one.sha256, one.row].append(one)
        ids[one.external_id].append(one)
        if one.fingerprint:
            contents[one.fingerprint, one.text_sha256, one.sender].append(one)
    if not rows:
        return [None] * len(arrivals)
    taken: set[int] = set()
    found: list[OnRecord | None] = [None] * len(arrivals)

    def take(at: int, candidates: Sequence[OnRecord]) -> None:
        for one in candidates:
            if one.number not in taken:
                taken.add(one.number)
                found[at] = one
                return

    # The surest sign goes first for all of them, so that no copy takes the place of the row itself.
    for at, arrival in enumerate(arrivals):
        take(at, rows.get((arrival.sha256, arrival.row), ()))
    for at, arrival in enumerate(arrivals):
        if found[at] is None and arrival.identity:
            take(at, [one for one in ids.get(arrival.identity, ()) if _same_name(one, arrival)])
    for at, arrival in enumerate(arrivals):
        if found[at] is None and not arrival.identity:
            same = contents.get((arrival.fingerprint, arrival.text_sha256, arrival.sender), ())
            # Another row of the very same file is another comment, however alike.
            take(at, [one for one in same if one.sha256 != arrival.sha256])
    return found


def _same_name(one: OnRecord, arrival: Arrival) -> bool:
    """Tell whether the same external id means the same comment: from the same kind of source, or the same text."""
    return one.fingerprint == arrival.fingerprint or one.text_sha256 == arrival.text_sha256
