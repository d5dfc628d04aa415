"""A filter in words: one chip for each thing it narrows by, each with the filter that is left without it."""

from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from frhearing.model.comment import Channel, CommentStatus, Timeliness
from frhearing.model.filter import NO_GROUP, CommentFilter, SortBy
from frhearing.ui.tables.plain import plain
from frhearing.ui.tables.shown_row import CHANNEL_WORDS, STATUS_WORDS
from frhearing.ui.theme import STANCE_WORDS

SORT_WORDS: Final[Mapping[SortBy, str]] = {
    SortBy.NUMBER: "Number",
    SortBy.RECEIVED: "Received",
    SortBy.NAME: "Name",
    SortBy.GROUP: "Group",
    SortBy.STANCE: "Position",
}
TIMELINESS_WORDS: Final[Mapping[Timeliness, str]] = {
    Timeliness.TIMELY: "In time",
    Timeliness.LATE_ACCEPTED: "Late, accepted",
    Timeliness.LATE_NOT_CONSIDERED: "Late, not considered",
    Timeliness.UNDATED: "Undated",
}


class Chip(NamedTuple):
    """One chip: what it says, and the filter without it."""

    words: str
    without: CommentFilter


def chips(shown: CommentFilter, groups: Mapping[int, str], themes: Mapping[int, str]) -> list[Chip]:
    """Return the chips of a filter; the typed text stands in the find field and has none."""
    made = list(_lists(shown, groups, themes))
    if shown.campaign:
        made.append(Chip(plain(shown.campaign), shown.but(campaign="")))
    if shown.spoken is not None:
        made.append(Chip("Spoken" if shown.spoken else "Written", shown.but(spoken=None)))
    if shown.counted is not None:
        made.append(Chip("Counted" if shown.counted else "Outside the tally", shown.but(counted=None)))
    if shown.flagged:
        made.append(Chip("Needs review", shown.but(flagged=False)))
    if shown.to_type:
        made.append(Chip("To type", shown.but(to_type=False)))
    if shown.with_quotes:
        made.append(Chip("With key quotes", shown.but(with_quotes=False)))
    if shown.first_day or shown.last_day:
        made.append(Chip(days(shown.first_day, shown.last_day), shown.but(first_day="", last_day="")))
    if shown.batch_id is not None:
        made.append(Chip(f"Import {shown.batch_id}", shown.but(batch_id=None)))
    return made


def days(first: str, last: str) -> str:
    """Say a span of days: "Feb 3 to Feb 9" as ISO days, open ends in words."""
    if first and last:
        return first if first == last else f"{first} to {last}"
    return f"From {first}" if first else f"Until {last}"


def _lists(shown: CommentFilter, groups: Mapping[int, str], themes: Mapping[int, str]) -> Iterator[Chip]:
    for stance in shown.stances:
        yield Chip(STANCE_WORDS.get(stance, stance), shown.but(stances=_less(shown.stances, stance)))
    for group in shown.groups:
        words = "No group" if group == NO_GROUP else plain(groups.get(group, "A former group"))
        yield Chip(words, shown.but(groups=_less(shown.groups, group)))
    for theme in shown.themes:
        words = plain(themes.get(theme, "A former theme"))
        yield Chip(words, shown.but(themes=_less(shown.themes, theme)))
    for channel in shown.channels:
        yield Chip(CHANNEL_WORDS[Channel(channel)], shown.but(channels=_less(shown.channels, channel)))
    for status in shown.statuses:
        yield Chip(STATUS_WORDS[CommentStatus(status)], shown.but(statuses=_less(shown.statuses, status)))
    for time in shown.timeliness:
        yield Chip(TIMELINESS_WORDS[Timeliness(time)], shown.but(timeliness=_less(shown.timeliness, time)))


def toggled(values: tuple[str, ...], value: str) -> tuple[str, ...]:
    """Return the values with one more, or without it if it was among them."""
    return _less(values, value) if value in values else (*values, value)


def toggled_id(values: tuple[int, ...], value: int) -> tuple[int, ...]:
    """Return the ids with one more, or without it if it was among them."""
    return _less(values, value) if value in values else (*values, value)


def _less(values: tuple, value: object) -> tuple:  # type: ignore[type-arg]  # of codes or of ids
    return tuple(kept for kept in values if kept != value)


def same_view(one: CommentFilter, other: CommentFilter) -> bool:
    """Whether two filters show the same comments, in whatever order and for whatever question."""
    plain_one = one.but(question=1, sort=SortBy.NUMBER, descending=True)
    return plain_one == other.but(question=1, sort=SortBy.NUMBER, descending=True)
