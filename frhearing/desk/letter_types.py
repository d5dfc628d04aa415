"""Says of each letter of a campaign what it is beside the master: a copy, a copy with own words, sent twice."""

from frhearing.model.comment import CommentStatus
from frhearing.model.letters import Copy, Difference, LetterType
from frhearing.store.connection import Row

Known = dict[tuple[str, str], Difference]
"""What texts are beside one master, by the text and the sender's name where it stands in it."""


class Reader:
    """Reads the letters of one campaign in order of number; the same text is laid beside the master only once."""

    def __init__(self, master: str, master_number: int, known: Known | None = None) -> None:
        """``known`` has what earlier readers of the same master found, and keeps what this one finds."""
        from frhearing.analysis.form_letters.difference import Master

        self._master = Master(master)
        self._number = master_number
        self._known: Known = {} if known is None else known
        self._senders: dict[tuple[str, str], str] = {}

    def copy(self, row: Row) -> Copy:
        """Return one letter beside the master, from a row of ``store.letters``."""
        found = self._difference(row["body"], row["name"])
        return Copy(
            comment_id=row["id"],
            number=row["number"],
            external_id=row["external_id"],
            name=row["name"],
            similarity=round(found.similarity, 4),
            own_words=found.own_words,
            confirmed=row["campaign_id"] is not None,
            letter_type=self._type(row, found),
            status=CommentStatus(row["status"]),
        )

    def _difference(self, text: str, name: str) -> Difference:
        """Lay a text beside the master; a sender's name matters only where it stands in it."""
        inside = name if name and name.split()[0].lower() in text.lower() else ""
        found = self._known.get((text, inside))
        if found is None:
            found = self._known[text, inside] = self._master.compare(text, inside)
        return found

    def _type(self, row: Row, found: Difference) -> LetterType:
        """Name what a letter is; only the very same words under the very same name and address are one sent twice."""
        if row["number"] == self._number:
            kind = LetterType.FORM_MASTER
        else:
            kind = LetterType.FORM_PLUS if found.own_words else LetterType.FORM_COPY
        sender = " ".join(row["name"].casefold().split())
        if not sender:
            return kind
        text = " ".join(row["body"].split())
        before = self._senders.get((sender, text))
        self._senders.setdefault((sender, text), row["email"].casefold())
        same = before is not None and (not before or not row["email"] or before == row["email"].casefold())
        return LetterType.EXACT_DUPLICATE_SAME_PERSON if same and kind is not LetterType.FORM_MASTER else kind
