"""Finds words in everything on the record."""

from frhearing.desk.desk import Desk
from frhearing.model.people import Hit
from frhearing.store import finding


def search(desk: Desk, query: str, hearing_id: int | None = None, limit: int = 50) -> list[Hit]:
    """Return the newest comments that hold all the words typed; the last word may go on."""
    return finding.hits(desk.store, query, hearing_id, limit)


def count_hits(desk: Desk, query: str, hearing_id: int | None = None) -> tuple[int, bool]:
    """Return the number of comments found, and whether there are more than were counted."""
    return finding.count_hits(desk.store, query, hearing_id)
