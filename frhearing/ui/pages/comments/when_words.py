"""Reads a day and time as a clerk types them, and says them back in full before anything is saved."""

import re
from datetime import UTC, date, datetime, timedelta
from typing import Final

from frhearing.model.times import instant, local, zone
from frhearing.ui.tables.shown_row import MONTHS

_WEEKDAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_LONG: Final = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_TIME: Final = re.compile(r"(?:\bat\s+)?\b(\d{1,2})(?::(\d{2}))?\s*(a\.?m\.?|p\.?m\.?)|\b(\d{1,2}):(\d{2})\b", re.I)
_ISO: Final = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_SLASHED: Final = re.compile(r"(\d{1,2})/(\d{1,2})(?:/(\d{4}|\d{2}))?")
_NAMED: Final = re.compile(r"([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?(?:,?\s+(\d{4}))?", re.I)
_NAMED_AFTER: Final = re.compile(r"(\d{1,2})\.?\s+([a-z]{3,9})\.?(?:,?\s+(\d{4}))?", re.I)
FORMS: Final = "Write it like Feb 25, 4:12 PM or 2026-02-25 16:12, or leave it empty."


def read_when(typed: str, zone_name: str, year: int, today: date | None = None) -> str | None:
    """Return the UTC text of what was typed, or None for nothing.

    Without a year the hearing's ``year`` is meant, without a time noon. Slashed days are month/day, as in
    the United States. Raises ValueError with a sentence.
    """
    words = typed.strip()
    if not words:
        return None
    clock, rest = _clock(words)
    day = _day(rest.strip(" ,") or "today", year, today or datetime.now(UTC).astimezone(zone(zone_name)).date())
    return instant(day, clock, zone_name)


def say_when(utc_text: str, zone_name: str) -> str:
    """Say an instant in full, "Wednesday, February 25, 2026, 4:12 PM"."""
    at = local(utc_text, zone_name)
    half = "AM" if at.hour < 12 else "PM"
    day = f"{_WEEKDAYS[at.weekday()]}, {_LONG[at.month - 1]} {at.day}, {at.year}"
    return f"{day}, {at.hour % 12 or 12}:{at.minute:02} {half}"


def write_when(utc_text: str | None, zone_name: str) -> str:
    """Write an instant as it is edited, "Feb 25, 2026, 4:12 PM"."""
    if not utc_text:
        return ""
    at = local(utc_text, zone_name)
    half = "AM" if at.hour < 12 else "PM"
    return f"{MONTHS[at.month - 1]} {at.day}, {at.year}, {at.hour % 12 or 12}:{at.minute:02} {half}"


def _clock(words: str) -> tuple[str, str]:
    """Take the time of day out of what was typed; noon if there is none."""
    found = _TIME.search(words)
    if found is None:
        return "12:00", words
    hour = int(found.group(1) or found.group(4))
    minute = int(found.group(2) or found.group(5) or 0)
    half = (found.group(3) or "").lower()
    if half:
        if not 1 <= hour <= 12:
            raise ValueError(f"There is no {hour} o'clock with AM or PM. {FORMS}")
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    if hour > 23 or minute > 59:
        raise ValueError(f"“{found.group(0).strip()}” is not a time of day. {FORMS}")
    return f"{hour:02}:{minute:02}", words[: found.start()] + words[found.end() :]


def _day(words: str, year: int, today: date) -> date:
    lower = words.lower()
    if lower in ("today", "yesterday"):
        return today - timedelta(days=lower == "yesterday")
    try:
        if found := _ISO.fullmatch(words):
            return date(*(int(part) for part in found.groups()))
        if found := _SLASHED.fullmatch(words):
            month, day, written = found.groups()
            full = year if written is None else int(written) + (2000 if len(written) == 2 else 0)
            return date(full, int(month), int(day))
        if found := _NAMED.fullmatch(words):
            return date(int(found.group(3) or year), _month(found.group(1)), int(found.group(2)))
        if found := _NAMED_AFTER.fullmatch(words):
            return date(int(found.group(3) or year), _month(found.group(2)), int(found.group(1)))
    except ValueError as fault:
        raise ValueError(f"“{words}” is not a day of the calendar. {FORMS}") from fault
    raise ValueError(f"“{words}” could not be read as a day. {FORMS}")


def _month(word: str) -> int:
    """Return the number of a month by its beginning; raises ValueError."""
    beginning = word[:3].title()
    if beginning not in MONTHS or not _LONG[MONTHS.index(beginning)].lower().startswith(word.lower()[:4].rstrip(".")):
        raise ValueError(word)
    return MONTHS.index(beginning) + 1
