"""The menu behind the filter button: everything a list can be narrowed or sorted by, with counts."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from PySide6.QtWidgets import QMenu, QWidget

from frhearing.model.comment import Channel, CommentStatus, Timeliness
from frhearing.model.facets import Facets
from frhearing.model.filter import NO_GROUP, CommentFilter, SortBy
from frhearing.model.theme import Group, Theme
from frhearing.ui.pages.comments.filter_words import (
    SORT_WORDS,
    TIMELINESS_WORDS,
    toggled,
    toggled_id,
)
from frhearing.ui.tables.plain import plain
from frhearing.ui.tables.shown_row import CHANNEL_WORDS, STATUS_WORDS
from frhearing.ui.theme import STANCE_WORDS

Show = Callable[[CommentFilter], object]


class Entry(NamedTuple):
    """One line of the menu: its words, its count or None, whether it is on, the filter it leads to."""

    words: str
    number: int | None
    on: bool
    filter: CommentFilter


def filter_menu(
    parent: QWidget,
    shown: CommentFilter,
    facets: Facets,
    groups: Sequence[Group],
    themes: Sequence[Theme],
    show: Show,
    ask_days: Callable[[], object],
) -> QMenu:
    """Make the menu; ``show`` is called with the filter that was chosen, ``ask_days`` asks for dates."""
    menu = QMenu(parent)
    menu.setAccessibleName("Filter and sort")
    for title, entries in _sections(shown, facets, groups, themes):
        _add(menu.addMenu(title), entries, show)
    menu.addAction("Dates…").triggered.connect(lambda: ask_days())
    menu.addSeparator()
    _add(menu, _single(shown, facets), show)
    menu.addSeparator()
    _add(menu.addMenu("Sort by"), _sorts(shown), show)
    if shown.narrows:
        menu.addSeparator()
        clear = menu.addAction("Show all comments")
        rest = CommentFilter(question=shown.question, sort=shown.sort, descending=shown.descending)
        clear.triggered.connect(lambda: show(rest))
    return menu


def _add(menu: QMenu, entries: Iterable[Entry], show: Show) -> None:
    """Put entries into a menu, those that are on with a tick."""
    for entry in entries:
        words = entry.words.replace("&", "&&")
        action = menu.addAction(words if entry.number is None else f"{words}\t{entry.number:,}")
        action.setCheckable(True)
        action.setChecked(entry.on)
        action.triggered.connect(lambda _checked=False, to=entry.filter: show(to))


def _sections(
    shown: CommentFilter, facets: Facets, groups: Sequence[Group], themes: Sequence[Theme]
) -> Iterable[tuple[str, list[Entry]]]:
    """Give the sub-menus: position, group, theme, source, status, time, form letter."""
    yield "Position", _stances(shown, facets)
    yield "Group", _groups(shown, facets, groups)
    yield "Theme", _themes(shown, facets, themes)
    yield "How it came", _codes(shown, "channels", {c: CHANNEL_WORDS[c] for c in Channel}, facets.channels)
    yield "Status", _codes(shown, "statuses", {s: STATUS_WORDS[s] for s in CommentStatus}, facets.statuses)
    times = {str(time): TIMELINESS_WORDS[time] for time in Timeliness}
    yield "In time or late", _codes(shown, "timeliness", times, None)
    letters = [
        Entry(plain(name), count, name == shown.campaign, _campaign(shown, name))
        for name, count in sorted(facets.campaigns.items())
        if name
    ]
    if letters:
        yield "Form letter", letters


def _stances(shown: CommentFilter, facets: Facets) -> list[Entry]:
    return [
        Entry(
            words, facets.stances.get(code, 0), code in shown.stances, shown.but(stances=toggled(shown.stances, code))
        )
        for code, words in STANCE_WORDS.items()
    ]


def _groups(shown: CommentFilter, facets: Facets, groups: Sequence[Group]) -> list[Entry]:
    """Give the groups that any comment has."""
    named = [(group.id, plain(group.name)) for group in groups] + [(NO_GROUP, "No group")]
    return [
        Entry(words, count, group in shown.groups, shown.but(groups=toggled_id(shown.groups, group)))
        for group, words in named
        if (count := facets.groups.get(group, 0)) or group in shown.groups
    ]


def _themes(shown: CommentFilter, facets: Facets, themes: Sequence[Theme]) -> list[Entry]:
    return [
        Entry(
            plain(theme.name),
            facets.themes.get(theme.id, 0),
            theme.id in shown.themes,
            shown.but(themes=toggled_id(shown.themes, theme.id)),
        )
        for theme in themes
    ]


def _campaign(shown: CommentFilter, name: str) -> CommentFilter:
    return shown.but(campaign="" if name == shown.campaign else name)


def _codes(shown: CommentFilter, field: str, words: Mapping[str, str], counts: Mapping[str, int] | None) -> list[Entry]:
    """Give the entries of a field of codes; codes that no comment has are left out."""
    chosen: tuple[str, ...] = getattr(shown, field)
    return [
        Entry(
            word,
            None if counts is None else counts.get(code, 0),
            code in chosen,
            shown.but(**{field: toggled(chosen, str(code))}),
        )
        for code, word in words.items()
        if counts is None or counts.get(code, 0) or code in chosen
    ]


def _single(shown: CommentFilter, facets: Facets) -> list[Entry]:
    return [
        Entry("Spoken", None, shown.spoken is True, shown.but(spoken=None if shown.spoken is True else True)),
        Entry("Written", None, shown.spoken is False, shown.but(spoken=None if shown.spoken is False else False)),
        Entry("Needs review", facets.flagged, shown.flagged, shown.but(flagged=not shown.flagged)),
        Entry("To type: no text yet", None, shown.to_type, shown.but(to_type=not shown.to_type)),
        Entry(
            "With key quotes",
            facets.with_quotes,
            shown.with_quotes,
            shown.but(with_quotes=not shown.with_quotes),
        ),
    ]


def _sorts(shown: CommentFilter) -> list[Entry]:
    """Give the ways to sort; the one in use turns round."""
    made = []
    for sort in SortBy:
        here = sort is shown.sort
        descending = not shown.descending if here else sort in (SortBy.NUMBER, SortBy.RECEIVED)
        arrow = (" ↓" if shown.descending else " ↑") if here else ""
        made.append(Entry(SORT_WORDS[sort] + arrow, None, here, shown.but(sort=sort, descending=descending)))
    return made
