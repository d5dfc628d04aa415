"""Days as a clerk writes and reads them; what was understood is always shown back with its weekday."""

from datetime import date, datetime
from typing import Final

_FORMS: Final = ("%Y-%m-%d", "%b %d, %Y", "%B %d, %Y", "%b %d %Y", "%B %d %Y", "%m/%d/%Y", "%m/%d/%y")


def parse_day(text: str) -> date | None:
    """Read a day: ``2026-02-26``, ``Feb 26, 2026`` or ``2/26/2026`` (month first); None for anything else."""
    words = " ".join(text.split()).rstrip(".")
    for form in _FORMS:
        try:
            return datetime.strptime(words, form).date()
        except ValueError:
            continue
    return None


def day_words(iso_day: str) -> str:
    """Give an ISO day as a clerk reads it, such as ``Feb 26, 2026``; other text stays as it is."""
    day = parse_day(iso_day)
    return f"{day:%b} {day.day}, {day.year}" if day else iso_day


def full_day(day: date) -> str:
    """Give a day with its weekday, such as ``Thursday, February 26, 2026``."""
    return f"{day:%A}, {day:%B} {day.day}, {day.year}"
