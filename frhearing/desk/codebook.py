"""What comments are tagged with: the office's stakeholder groups and a hearing's themes."""

from collections.abc import Iterable

from frhearing.desk.desk import Desk, require_one
from frhearing.desk.hearings import get_hearing, unlocked
from frhearing.model.change import Change
from frhearing.model.counted import counted
from frhearing.model.errors import NotFound
from frhearing.model.theme import NO_GROUP_NAME, Group, Theme
from frhearing.store import hearings as stored
from frhearing.store import lookups
from frhearing.store.changes import Action, Value


def list_groups(desk: Desk) -> list[Group]:
    """Return the office's stakeholder groups in their order."""
    return stored.groups(desk.store)


def add_group(desk: Desk, name: str, hint: str = "") -> tuple[int, Change]:
    """Add a stakeholder group at the end; one of that name is given back as it is."""
    wanted = _named(name, "A group")
    for group in list_groups(desk):
        if group.name.casefold() == wanted.casefold():
            return group.id, Change(0, "group", group.name, "", None)
    with desk.store.action("group", wanted) as writing:
        place = stored.next_place(desk.store, "stakeholder_group")
        made = writing.act.insert("stakeholder_group", {"name": wanted, "hint": hint, "place": place})
    return made, desk.did(writing.change)


def rename_group(desk: Desk, group_id: int, name: str, hint: str | None = None) -> Change:
    """Change a group's name for every comment that carries it."""
    wanted = _named(name, "A group")
    _unused(wanted, [g.name for g in list_groups(desk) if g.id != group_id])
    fields = {"name": wanted} | ({"hint": hint} if hint is not None else {})
    with desk.store.action("group", wanted) as writing:
        writing.act.update("stakeholder_group", group_id, **fields)
    return desk.did(writing.change)


def move_group(desk: Desk, group_id: int, place: int) -> Change:
    """Put a group at a place in the list, counted from 1."""
    groups = list_groups(desk)
    order = [g.id for g in groups]
    name = next((g.name for g in groups if g.id == group_id), "")
    with desk.store.action("group order", name) as writing:
        _reorder(writing.act, "stakeholder_group", order, group_id, place)
    return desk.did(writing.change)


def retire_group(desk: Desk, group_id: int) -> Change:
    """Take a group that no comment carries out of the list."""
    require_one(
        not lookups.group_in_use(desk.store, group_id),
        "Comments carry this group, so it stays. Move them to another group first.",
    )
    name = next((g.name for g in list_groups(desk) if g.id == group_id), "")
    with desk.store.action("group removed", name) as writing:
        writing.act.void("stakeholder_group", group_id, "retired")
    return desk.did(writing.change)


def list_themes(desk: Desk, hearing_id: int) -> list[Theme]:
    """Return a hearing's themes with their counts, children after their parents."""
    return stored.themes(desk.store, hearing_id)


def theme_names(desk: Desk, hearing_id: int) -> dict[int, str]:
    """Return the names of a hearing's themes by id."""
    return {theme.id: theme.name for theme in list_themes(desk, hearing_id)}


def add_theme(
    desk: Desk, hearing_id: int, name: str, definition: str = "", parent_id: int | None = None
) -> tuple[int, Change]:
    """Add a theme at the end; one of that name is given back as it is."""
    unlocked(get_hearing(desk, hearing_id))
    wanted = _named(name, "A theme")
    for theme in list_themes(desk, hearing_id):
        if theme.name.casefold() == wanted.casefold():
            return theme.id, Change(0, "theme", theme.name, "", hearing_id)
    with desk.store.action("theme", wanted, hearing_id) as writing:
        made = writing.act.insert(
            "theme",
            {
                "hearing_id": hearing_id,
                "name": wanted,
                "definition": definition,
                "parent_id": parent_id,
                "place": stored.next_place(desk.store, "theme", hearing_id),
            },
        )
    return made, desk.did(writing.change)


def update_theme(
    desk: Desk,
    theme_id: int,
    *,
    name: str | None = None,
    definition: str | None = None,
    parent_id: int | str | None = "unchanged",
) -> Change:
    """Change a theme's name, its "use when / not when", or the theme it stands under (None: at the top)."""
    theme, hearing_id, all_themes = _theme(desk, theme_id)
    unlocked(get_hearing(desk, hearing_id))
    fields: dict[str, Value] = {}
    if name is not None:
        wanted = _named(name, "A theme")
        fields["name"] = wanted
        _unused(wanted, [t.name for t in all_themes if t.id != theme_id])
    if definition is not None:
        fields["definition"] = definition.strip()
    if not isinstance(parent_id, str):
        above = {t.id: t.parent_id for t in all_themes}
        walk = parent_id
        while walk is not None:
            require_one(walk != theme_id, "A theme cannot stand under itself. Nothing was changed.")
            walk = above.get(walk)
        fields["parent_id"] = parent_id
    with desk.store.action("theme", str(fields.get("name", theme.name)), hearing_id) as writing:
        writing.act.update("theme", theme_id, **fields)
    return desk.did(writing.change)


def move_theme(desk: Desk, theme_id: int, place: int) -> Change:
    """Put a theme at a place among its siblings, counted from 1; the first nine at the top have the keys."""
    theme, hearing_id, all_themes = _theme(desk, theme_id)
    unlocked(get_hearing(desk, hearing_id))
    order = [t.id for t in all_themes]
    siblings = [t.id for t in all_themes if t.parent_id == theme.parent_id and t.id != theme_id]
    if place <= len(siblings):
        absolute = [i for i in order if i != theme_id].index(siblings[max(place, 1) - 1]) + 1
    else:
        absolute = len(order)
    with desk.store.action("theme order", theme.name, hearing_id) as writing:
        _reorder(writing.act, "theme", order, theme_id, absolute)
    return desk.did(writing.change)


def retire_theme(desk: Desk, theme_id: int) -> Change:
    """Take a theme that no comment carries out of the list."""
    theme, hearing_id, all_themes = _theme(desk, theme_id)
    unlocked(get_hearing(desk, hearing_id))
    require_one(
        theme.comments == 0,
        f"{counted(theme.comments, 'comment')} carr{'ies' if theme.comments == 1 else 'y'} this theme, so it stays. "
        f"Take it off {'it' if theme.comments == 1 else 'them'} first.",
    )
    require_one(all(t.parent_id != theme_id for t in all_themes), "Other themes stand under this one. Move them first.")
    with desk.store.action("theme removed", theme.name, hearing_id) as writing:
        writing.act.void("theme", theme_id, "retired")
    return desk.did(writing.change)


def _theme(desk: Desk, theme_id: int) -> tuple[Theme, int, list[Theme]]:
    """Return a theme, its hearing and all themes there; raises NotFound."""
    hearing_id = lookups.hearing_of(desk.store, "theme", theme_id)
    if hearing_id is None:
        raise NotFound("This theme is not there any more. Nothing was changed.")
    all_themes = list_themes(desk, hearing_id)
    return next(t for t in all_themes if t.id == theme_id), hearing_id, all_themes


def _unused(name: str, others: Iterable[str]) -> None:
    """Refuse a name that another group or theme has: counts are printed by name."""
    require_one(
        name.casefold() not in {other.casefold() for other in others},
        f"There is a “{name}” already. Nothing was changed. Choose another name.",
    )


def _named(name: str, what: str) -> str:
    """Return a name without white space at its ends; Refused when nothing is left."""
    require_one(bool(name.strip()), f"{what} needs a name. Nothing was changed.")
    require_one(
        name.strip().casefold() != NO_GROUP_NAME.casefold(),
        f"“{NO_GROUP_NAME}” is what counts call comments without one. Nothing was changed. Choose another name.",
    )
    return name.strip()


def _reorder(act: Action, table: str, order: list[int], row_id: int, place: int) -> None:
    """Write the places of an ordered list after one row moved."""
    rest = [i for i in order if i != row_id]
    rest.insert(max(0, place - 1), row_id)
    for number, row in enumerate(rest, 1):
        act.update(table, row, place=number)
