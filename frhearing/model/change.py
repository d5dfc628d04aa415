"""What a write returns: which action it was and what it touched."""

from typing import NamedTuple


class Change(NamedTuple):
    """One action of the clerk as it was saved; ``at`` is UTC text, ``touched`` pairs of table and row id.

    ``kind`` is a code such as ``stance`` or ``import``; ``subject`` names what it was about ("No. 142").
    ``undoes`` is the action this one takes back, if any. An action that changed nothing has the id 0.
    """

    action: int
    kind: str
    subject: str
    at: str
    hearing_id: int | None
    touched: frozenset[tuple[str, int]] = frozenset()
    undoes: int | None = None

    @property
    def nothing(self) -> bool:
        """Whether everything stood already as asked, so that nothing was written."""
        return self.action == 0

    def ids(self, table: str) -> tuple[int, ...]:
        """Return the row ids of one table that were touched, in order."""
        return tuple(sorted(row for name, row in self.touched if name == table))


class LogEntry(NamedTuple):
    """One line of the change log as read back; values are None where a disposition has erased them."""

    seq: int
    at: str
    who: str
    action: int
    kind: str
    subject: str
    table: str
    row: str
    field: str
    old: str | None
    new: str | None
    undoes: int | None
