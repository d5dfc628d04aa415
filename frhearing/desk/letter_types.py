"""Says of each letter of a campaign what it is beside the master: a copy, a copy with own words, sent twice."""

import hashlib
from typing import TYPE_CHECKING, Final
from weakref import WeakKeyDictionary

from frhearing.model.comment import CommentStatus
from frhearing.model.letters import Copy, LetterType
from frhearing.store.connection import Row
from frhearing.store.database import Store

if TYPE_CHECKING:
    from frhearing.analysis.form_letters.difference import Master

Readings = dict[bytes, tuple[float, str]]
"""Similarity and own words by the digest of master, letter and name: what was read once is not read again."""

_MOST: Final = 200_000
"""So many readings are kept for an open store, some 50 MB."""

_KEPT: WeakKeyDictionary[Store, Readings] = WeakKeyDictionary()


def readings(store: Store) -> Readings:
    """Return what has been read of letters since a store was opened; what a letter is beside a text never changes."""
    kept = _KEPT.setdefault(store, {})
    if len(kept) > _MOST:
        kept.clear()
    return kept


class Reader:
    """Reads the letters of one campaign in order of number; ``known`` has what was read before, and keeps the rest."""

    def __init__(self, master: str, master_number: int, known: Readings) -> None:
        self._text = master
        self._master: Master | None = None
        self._number = master_number
        self._known = known
        self._before = hashlib.blake2b(master.encode("utf-8", "surrogatepass") + b"\0", digest_size=16)
        self._senders: dict[tuple[str, str], str] = {}

    def copy(self, row: Row) -> Copy:
        """Return one letter beside the master, from a row of ``store.letters``."""
        similarity, own_words = self._read(row["body"], row["name"])
        return Copy(
            comment_id=row["id"],
            number=row["number"],
            external_id=row["external_id"],
            name=row["name"],
            similarity=round(similarity, 4),
            own_words=own_words,
            confirmed=row["campaign_id"] is not None,
            letter_type=self._type(row, own_words),
            status=CommentStatus(row["status"]),
        )

    def _read(self, text: str, name: str) -> tuple[float, str]:
        """Lay a text beside the master; a sender's name matters only where it stands in it."""
        inside = name if name and name.split()[0].lower() in text.lower() else ""
        key = self._before.copy()
        key.update(f"{inside}\0{text}".encode("utf-8", "surrogatepass"))
        found = self._known.get(key.digest())
        if found is None:
            if self._master is None:
                # What compares texts is loaded when there is something to compare.
                from frhearing.analysis.form_letters.difference import Master

                self._master = Master(self._text)
            found = self._known[key.digest()] = self._master.own_words(text, inside)
        return found

    def _type(self, row: Row, own_words: str) -> LetterType:
        """Name what a letter is; only the very same words under the very same name and address are one sent twice."""
        if row["number"] == self._number:
            kind = LetterType.FORM_MASTER
        else:
            kind = LetterType.FORM_PLUS if own_words else LetterType.FORM_COPY
        sender = " ".join(row["name"].casefold().split())
        if not sender:
            return kind
        text = " ".join(row["body"].split())
        before = self._senders.get((sender, text))
        self._senders.setdefault((sender, text), row["email"].casefold())
        same = before is not None and (not before or not row["email"] or before == row["email"].casefold())
        return LetterType.EXACT_DUPLICATE_SAME_PERSON if same and kind is not LetterType.FORM_MASTER else kind
