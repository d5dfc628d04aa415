"""Saved views: named filters of a hearing."""

from frhearing.desk.desk import Desk, require_one
from frhearing.model.change import Change
from frhearing.model.errors import NotFound
from frhearing.model.filter import BUILT_IN_VIEWS, CommentFilter, SavedView
from frhearing.store import hearings as stored
from frhearing.store import lookups


def list_views(desk: Desk, hearing_id: int) -> list[SavedView]:
    """Return the built-in views and then the saved ones by name."""
    return [*BUILT_IN_VIEWS, *stored.views(desk.store, hearing_id)]


def save_view(desk: Desk, hearing_id: int, name: str, wanted: CommentFilter) -> tuple[int, Change]:
    """Keep a filter under a name; a saved view of that name is replaced. Returns its id."""
    require_one(bool(name.strip()), "A view needs a name. Nothing was saved.")
    require_one(
        all(view.name.casefold() != name.strip().casefold() for view in BUILT_IN_VIEWS),
        f"“{name.strip()}” is a view every hearing has. Choose another name; nothing was saved.",
    )
    with desk.store.action("view", name.strip(), hearing_id) as writing:
        found = writing.act.find("saved_view", hearing_id=hearing_id, name=name.strip())
        if found is not None:
            view_id = found
            writing.act.update("saved_view", found, filter=wanted.to_json())
        else:
            view_id = writing.act.insert(
                "saved_view", {"hearing_id": hearing_id, "name": name.strip(), "filter": wanted.to_json()}
            )
    return view_id, desk.did(writing.change)


def remove_view(desk: Desk, view_id: int) -> Change:
    """Take a saved view out of the list."""
    hearing_id = lookups.hearing_of(desk.store, "saved_view", view_id)
    if hearing_id is None:
        raise NotFound("This view is not there any more. Nothing was changed.")
    with desk.store.action("view removed", "", hearing_id) as writing:
        writing.act.void("saved_view", view_id, "removed")
    return desk.did(writing.change)
