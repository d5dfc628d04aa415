"""Instants are UTC text to the second; a hearing has a zone, a day and a clock on the wall."""

import re
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

DEFAULT_ZONE = "America/Chicago"


def now_utc() -> str:
    """Return this instant as UTC text to the millisecond, e.g. ``2026-02-26T23:30:05.120Z``."""
    return to_utc_text(datetime.now(UTC), "milliseconds")


def to_utc_text(moment: datetime, precision: str = "seconds") -> str:
    """Write an aware instant as UTC text ending in ``Z``."""
    return moment.astimezone(UTC).replace(tzinfo=None).isoformat(timespec=precision) + "Z"


def zone(name: str) -> ZoneInfo:
    """Return the IANA zone of that name; an unknown name gives UTC so that nothing fails to open."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return ZoneInfo("UTC")


def zone_known(name: str) -> bool:
    """Say whether there is an IANA zone of that name."""
    try:
        return ZoneInfo(name) is not None
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False


def local(utc_text: str, zone_name: str) -> datetime:
    """Return the hearing's wall clock time of an instant stored as UTC text."""
    return datetime.fromisoformat(utc_text).astimezone(zone(zone_name))


def local_day(utc_text: str | None, zone_name: str) -> str | None:
    """Return the hearing's calendar day (ISO) of an instant, or None where there is no instant."""
    return local(utc_text, zone_name).date().isoformat() if utc_text else None


_TWELVE_HOURS = r"(1[0-2]|0?[1-9])(?::([0-5]\d))?(?::([0-5]\d))?\s*([ap])\.?m\.?"
"""Not compiled before a time is typed: every start of the window loads this module."""


def clock_reading(text: str) -> datetime | time:
    """Read ``19:30``, ``7:30 PM`` or an ISO time with its day; raises ValueError for anything else."""
    text = _with_24_hours(text)
    return datetime.fromisoformat(text) if "T" in text or "-" in text[1:] else time.fromisoformat(text)


def _with_24_hours(text: str) -> str:
    """Write ``6:40 PM`` as ``18:40``; anything else is left as it is."""
    found = re.fullmatch(_TWELVE_HOURS, text.strip(), re.IGNORECASE)
    if found is None:
        return text.strip()
    hour = int(found[1]) % 12 + (12 if found[4].casefold() == "p" else 0)
    return f"{hour:02d}:{found[2] or '00'}" + (f":{found[3]}" if found[3] else "")


def instant(day: date, clock: str, zone_name: str) -> str:
    """Return the UTC text of a wall clock time ``HH:MM[:SS]`` on a day in a zone."""
    at = datetime.fromisoformat(f"{day.isoformat()}T{clock}")
    return to_utc_text(at.replace(tzinfo=zone(zone_name)))
