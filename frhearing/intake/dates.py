"""Dates as people and machines write them; what is not surely a date is kept as written and marked.

A relative date ("5 months ago") says nothing once the page is closed, and an impossible one (30 February)
is somebody's slip: neither is ever turned into a day.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime
from enum import StrEnum
from typing import Final


class DateFault(StrEnum):
    """Why a date as written gave no day."""

    MISSING = "missing"
    RELATIVE = "relative"
    IMPOSSIBLE = "impossible"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class When:
    """A moment as a source tells it: naive means the hearing's own wall clock; ``whole_day`` has no time."""

    moment: datetime
    whole_day: bool


_MONTHS: Final = {
    word: number
    for number, words in enumerate(
        (
            "jan january enero ene", "feb february febrero", "mar march marzo", "apr april abril abr",
            "may mayo", "jun june junio", "jul july julio", "aug august agosto ago",
            "sep sept september septiembre", "oct october octubre", "nov november noviembre",
            "dec december diciembre dic",
        ),
        1,
    )
    for word in words.split()
}  # fmt: skip
_CLOCK: Final = (
    r"(?:(?:[T ,]+|\s+at\s+|\s+-\s+)(?P<h>\d{1,2}):(?P<mi>\d{2})(?::(?P<s>\d{2})(?:[.,]\d+)?)?"
    r"\s*(?P<ap>[ap]\.?m\.?)?\s*(?P<zone>Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?"
)
_WEEKDAY: Final = r"(?:[a-záé]{3,9}\.?,?\s+)?"
_FORMS: Final = tuple(
    re.compile(form + _CLOCK, re.IGNORECASE)
    for form in (
        r"(?P<y>\d{4})[-/.](?P<m>\d{1,2})[-/.](?P<d>\d{1,2})",
        r"(?P<a>\d{1,2})(?P<sep>[/.-])(?P<b>\d{1,2})(?P=sep)(?P<y>\d{4}|\d{2})",
        _WEEKDAY + r"(?P<name>[a-z]{3,10})\.?\s+(?P<d>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<y>\d{4})",
        _WEEKDAY + r"(?P<d>\d{1,2})(?:st|nd|rd|th)?[ -](?:de )?(?P<name>[a-z]{3,10})\.?,?[ -](?:de )?(?P<y>\d{4})",
    )
)
_RELATIVE: Final = re.compile(
    r"(?:(?:about |over |almost )?(?:an?|\d+|one|two|three)\s+"
    r"(?:second|minute|hour|day|week|month|year)s?\s+ago|yesterday|today|just now|now|"
    r"last (?:week|month|year|night|\w+day)|hace .+|ayer|hoy)",
    re.IGNORECASE,
)
_LOOKS_DATED: Final = re.compile(r"\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}|[a-z]{3,}\.?\s+\d{1,2}|\d{1,2}\s+[a-z]{3,}", re.I)


class DateReader:
    """Reads the dates of one column; whether 3/4 is March or April is decided once for the whole column."""

    def __init__(self, written: Iterable[str], *, day_first: bool | None = None) -> None:
        """Look through the column's values; ``day_first`` settles the order where the clerk has said it.

        ``given`` tells afterwards whether any date is written there at all.
        """
        self.ambiguous = False
        values = set(written)
        self.given = any(values)
        self.day_first = self._decide(values) if day_first is None else day_first
        self._seen: dict[str, When | DateFault] = {}

    def read(self, written: str) -> When | DateFault:
        """Return the moment that was written, or why there is none."""
        known = self._seen.get(written)
        if known is None:
            known = self._seen[written] = self._read(" ".join(written.split()))
        return known

    def _decide(self, written: set[str]) -> bool:
        """Tell from the values above 12 which of the two numbers is the day; the United States' order else."""
        firsts, seconds, points = 0, 0, 0
        for value in written:
            match = _FORMS[1].match(value.strip())
            if match:
                firsts, seconds = max(firsts, int(match["a"])), max(seconds, int(match["b"]))
                points += match["sep"] == "."
        self.ambiguous = 0 < firsts <= 12 and 0 < seconds <= 12
        # Only where no value has its day second: a column that mixes both orders keeps the usual one.
        return (firsts > 12 >= seconds) or (points > 0 and seconds <= 12)

    def _read(self, written: str) -> When | DateFault:
        if not written:
            return DateFault.MISSING
        for form in _FORMS:
            match = form.fullmatch(written)
            if match:
                return self._moment(match)
        if _RELATIVE.fullmatch(written):
            return DateFault.RELATIVE
        try:
            return When(parsedate_to_datetime(written), False)
        except (ValueError, TypeError, IndexError, OverflowError):
            return DateFault.IMPOSSIBLE if _LOOKS_DATED.fullmatch(written) else DateFault.UNREADABLE

    def _moment(self, match: re.Match[str]) -> When | DateFault:
        """Put the matched parts together; a day or an hour that does not exist is a fault."""
        parts = match.groupdict()
        year = int(parts["y"])
        if len(parts["y"]) == 2:
            year += 2000 if year < 70 else 1900
        if "name" in parts:
            month = _MONTHS.get(parts["name"].lower(), 0)
            if not month:
                return DateFault.UNREADABLE
            day = int(parts["d"])
        elif "a" in parts:
            day, month = int(parts["b"]), int(parts["a"])
            if self.day_first:
                day, month = month, day
        else:
            month, day = int(parts["m"]), int(parts["d"])
        try:
            day_of = date(year, month, day)
            return _with_clock(day_of, parts)
        except ValueError:
            return DateFault.IMPOSSIBLE


def _with_clock(day: date, parts: dict[str, str | None]) -> When:
    """Add the time of day and the zone, where they were written. Raises ValueError for an hour such as 25."""
    start = datetime(day.year, day.month, day.day)
    if parts["h"] is None:
        return When(start, True)
    hour, minute, second = int(parts["h"]), int(parts["mi"] or 0), int(parts["s"] or 0)
    if parts["ap"]:
        if not 1 <= hour <= 12:
            raise ValueError("no such hour before or after noon")
        hour = hour % 12 + (12 if parts["ap"][0] in "pP" else 0)
    moment = start.replace(hour=hour, minute=minute, second=second)
    written_zone = parts["zone"]
    if written_zone:
        moment = moment.replace(tzinfo=_zone(written_zone))
    return When(moment, False)


def _zone(written: str) -> timezone:
    if written[0] not in "+-":
        return UTC
    minutes = int(written[1:3]) * 60 + int(written[-2:])
    return timezone(timedelta(minutes=-minutes if written[0] == "-" else minutes))
