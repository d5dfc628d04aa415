"""Times of day that rules set, and the hall clock they are read from (2-domain.md, edge cases 22 and 23)."""

from datetime import UTC, date, datetime, timedelta

from frhearing.model.errors import Refused
from frhearing.model.live.floor import Floor
from frhearing.model.times import clock_reading, zone


def moments(text: str, day: str, zone_name: str) -> tuple[datetime, ...]:
    """Return the instants (UTC, in order) that a time can mean: ``HH:MM[:SS]`` or ``6:40 PM`` on a day, or an ISO time.

    In the hour that the clocks go through twice there are two, elsewhere one; raises Refused in words.
    """
    try:
        told = clock_reading(text)
        read = told if isinstance(told, datetime) else datetime.combine(date.fromisoformat(day), told)
        return _instants(read, zone_name)
    except (ValueError, OverflowError):
        raise Refused(f"“{text.strip()}” is not a time. Write it as 7:30 PM, 19:30 or 2026-02-05T19:30:00.") from None


def _instants(read: datetime, zone_name: str) -> tuple[datetime, ...]:
    """Return what a reading means in a zone; raises OverflowError at the ends of the calendar."""
    if read.tzinfo is not None:
        return (read.astimezone(UTC),)
    found = {read.replace(tzinfo=zone(zone_name), fold=fold).astimezone(UTC) for fold in (0, 1)}
    there = {at for at in found if at.astimezone(zone(zone_name)).replace(tzinfo=None) == read}
    return tuple(sorted(there or {max(found)}))


def latest(text: str, day: str, zone_name: str) -> datetime:
    """Return the later instant a time can mean: in doubt the rule is read for the public."""
    return moments(text, day, zone_name)[-1]


def hall_time(floor: Floor, at: datetime) -> datetime:
    """Return what the hall clock says at an instant of this computer, by the last clock check."""
    return at - timedelta(seconds=floor.offset_seconds)


def too_early(floor: Floor, at: datetime) -> bool:
    """Say whether registration has not begun by the rule ``register_from``."""
    rule = floor.rules.register_from
    return bool(rule) and hall_time(floor, at) < moments(rule, day_of(floor), floor.zone)[0]


def too_late(floor: Floor, at: datetime) -> bool:
    """Say whether the cut-off of the rule ``register_until`` has passed; the moment itself is still in time."""
    rule = floor.rules.register_until
    return bool(rule) and hall_time(floor, at) > latest(rule, day_of(floor), floor.zone)


def day_of(floor: Floor) -> str:
    """Return the day (ISO) on which times of day are read: the sitting's, else the hearing's."""
    return floor.sitting.day if floor.sitting else floor.date


def clock_text(at: datetime, zone_name: str) -> str:
    """Write an instant as the clock on the wall shows it: ``7:03 p.m.``"""
    there = at.astimezone(zone(zone_name))
    return f"{there.hour % 12 or 12}:{there:%M} {'a.m.' if there.hour < 12 else 'p.m.'}"
