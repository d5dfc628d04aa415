"""The hearing's dossier: background, timeline, players, quotes from the press, what is next, takeaway."""

from frhearing.desk.desk import Desk, require_one
from frhearing.desk.hearings import get_hearing, unlocked
from frhearing.model.change import Change
from frhearing.model.dossier import DossierEntry
from frhearing.model.errors import NotFound
from frhearing.store import hearings as stored
from frhearing.store import lookups
from frhearing.store.changes import Value


def list_dossier(desk: Desk, hearing_id: int) -> list[DossierEntry]:
    """Return the entries in the order in which they are printed."""
    return stored.dossier(desk.store, hearing_id)


def save_entry(desk: Desk, hearing_id: int, entry: DossierEntry) -> tuple[int, Change]:
    """Add an entry (id 0) or change one; returns its id. A quote needs its outlet or says it has none."""
    unlocked(get_hearing(desk, hearing_id))
    require_one(
        bool(entry.text.strip() or entry.heading.strip()), "Write something in the entry first. Nothing was saved."
    )
    fields: dict[str, Value] = {
        "kind": str(entry.kind),
        "heading": entry.heading,
        "role": entry.role,
        "date": entry.date,
        "text": entry.text,
        "attribution": entry.attribution,
        "outlet": entry.outlet,
        "published": entry.published,
        "paraphrase": int(entry.paraphrase),
    }
    with desk.store.action("dossier", entry.heading or entry.text[:40], hearing_id) as writing:
        if entry.id:
            entry_id = entry.id
            writing.act.update("dossier_entry", entry.id, **fields)
        else:
            place = stored.next_place(desk.store, "dossier_entry", hearing_id)
            entry_id = writing.act.insert("dossier_entry", {"hearing_id": hearing_id, "place": place, **fields})
    return entry_id, desk.did(writing.change)


def remove_entry(desk: Desk, entry_id: int) -> Change:
    """Take an entry out of the dossier."""
    hearing_id, entry = _entry(desk, entry_id)
    unlocked(get_hearing(desk, hearing_id))
    with desk.store.action("dossier entry removed", entry.heading or entry.text[:40], hearing_id) as writing:
        writing.act.void("dossier_entry", entry_id, "removed")
    return desk.did(writing.change)


def move_entry(desk: Desk, entry_id: int, place: int) -> Change:
    """Put an entry at a place within its part of the dossier, counted from 1."""
    hearing_id, entry = _entry(desk, entry_id)
    unlocked(get_hearing(desk, hearing_id))
    rest = [e.id for e in list_dossier(desk, hearing_id) if e.kind is entry.kind and e.id != entry_id]
    rest.insert(max(0, place - 1), entry_id)
    with desk.store.action("dossier order", entry.heading or entry.text[:40], hearing_id) as writing:
        for number, row in enumerate(rest, 1):
            writing.act.update("dossier_entry", row, place=number)
    return desk.did(writing.change)


def _entry(desk: Desk, entry_id: int) -> tuple[int, DossierEntry]:
    """Return an entry with its hearing; raises NotFound."""
    hearing_id = lookups.hearing_of(desk.store, "dossier_entry", entry_id)
    if hearing_id is None:
        raise NotFound("This entry is not there any more. Nothing was changed.")
    return hearing_id, next(e for e in list_dossier(desk, hearing_id) if e.id == entry_id)
