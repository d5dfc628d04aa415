"""People: who spoke and wrote, and wrote again. Never joined by the program itself, only by the clerk."""

from collections.abc import Sequence

from frhearing.desk.desk import Desk, require_one
from frhearing.desk.hearings import get_hearing, unlocked
from frhearing.desk.naming import numbers
from frhearing.model.change import Change
from frhearing.store import lookups


def same_person(desk: Desk, ids: Sequence[int]) -> Change:
    """Note that comments come from one person, who is then counted once; every name stays as it was given."""
    found = lookups.comments_of(desk.store, ids)
    require_one(len(found) > 1, "Select two or more comments of one person first. Nothing was changed.")
    known = {row["person_id"] for row in found if row["person_id"] is not None}
    hearing_id = int(found[0]["hearing_id"])
    unlocked(get_hearing(desk, hearing_id))
    with desk.store.action("same person", numbers([row["number"] for row in found]), hearing_id) as writing:
        person = min(known) if known else writing.act.insert("person", {"name": found[0]["name"]})
        for row in found:
            writing.act.update("comment", row["id"], person_id=person)
    return desk.did(writing.change)


def someone_else(desk: Desk, ids: Sequence[int]) -> Change:
    """Take the note back that comments come from the same person as others."""
    found = lookups.comments_of(desk.store, ids)
    require_one(bool(found), "No comment is selected. Nothing was changed.")
    hearing_id = int(found[0]["hearing_id"])
    unlocked(get_hearing(desk, hearing_id))
    with desk.store.action("someone else", numbers([row["number"] for row in found]), hearing_id) as writing:
        for row in found:
            writing.act.update("comment", row["id"], person_id=None)
    return desk.did(writing.change)
