"""The words of the summary, one table for each language, and how it writes numbers and dates."""

from collections.abc import Iterable
from datetime import date, datetime, time

from frhearing.model.times import local
from frhearing.report import labels_en, labels_es

_LANGUAGES = {
    "en": (labels_en.ENGLISH, labels_en.DAYS, labels_en.MONTHS),
    "es": (labels_es.SPANISH, labels_es.DAYS, labels_es.MONTHS),
}
LANGUAGES = tuple(_LANGUAGES)
"""The languages that a summary can be printed in."""


class Words:
    """The words of one language: `words("page", page=1, pages=9)`."""

    def __init__(self, language: str) -> None:
        """Raises KeyError for a language without a table."""
        self._table, self._days, self._months = _LANGUAGES[language]

    def __call__(self, key: str, **values: object) -> str:
        """The words under a key, filled in; raises KeyError for a key that the table lacks."""
        return self._table[key].format(**values) if values else self._table[key]

    def has(self, key: str) -> bool:
        """Whether there are words under a key."""
        return key in self._table

    def count(self, key: str, number: int, **values: object) -> str:
        """The words for a number of things: `1 comment`, `12 comments`; further `values` are filled in."""
        many = "one" if number == 1 else "many"
        return self(f"{key}.{many}", n=self.number(number), **values)

    def some(self, key: str, number: int) -> str:
        """A number with the words of a key behind it, as in a list of several: `13 heard`, `1 no-show`."""
        counted = f"{key}.n"
        return (
            self(counted, n=self.number(number)) if self.has(counted) else f"{self.number(number)} {self(key).lower()}"
        )

    def number(self, number: int) -> str:
        """A whole number with its thousands set apart."""
        return f"{number:,}"

    def numbers(self, numbers: Iterable[int], most: int = 12) -> str:
        """Numbers on the record, such as `No. 3, 8 and 14`; beyond `most` only how many more."""
        listed = [str(number) for number in numbers]
        if len(listed) > most:
            listed = [*listed[:most], self("more", n=self.number(len(listed) - most))]
        return self("number", number=self.listed(listed))

    def listed(self, parts: Iterable[str]) -> str:
        """Parts with commas and an `and` before the last."""
        every = list(parts)
        if len(every) < 2:
            return "".join(every)
        return self("and", a=", ".join(every[:-1]), b=every[-1])

    def day(self, iso: str) -> str:
        """An ISO day in full, such as `Thursday, February 26, 2026`; other text as it is."""
        day = _date(iso)
        return self._dated("date.day", day) if day else iso

    def short_day(self, iso: str) -> str:
        """An ISO day, such as `Feb 26, 2026`; other text as it is."""
        day = _date(iso)
        return self._dated("date.abbreviated", day, short=True) if day else iso

    def column_day(self, iso: str, unit: str) -> str:
        """An ISO day as the label of a column for a day, a week or a month."""
        day = _date(iso)
        if day is None:
            return iso
        return self._dated("date.month" if unit == "month" else "date.short", day, short=True)

    def moment(self, utc: str, zone: str) -> str:
        """An instant on the hearing's own clock, such as `February 27, 2026, 9:42 a.m.`."""
        at = local(utc, zone)
        return f"{self._dated('date.full', at)}, {self._clock(at.hour, at.minute)}"

    def short_moment(self, utc: str, zone: str, year: str = "") -> str:
        """An instant on the hearing's own clock, such as `Feb 27, 9:42 a.m.`; with its year where that is not `year`.

        What came with a day and no time is kept as midnight to the second, and is printed as the day alone.
        """
        at = local(utc, zone)
        other = bool(year) and not year.startswith(f"{at.year:04d}")
        day = self._dated("date.abbreviated" if other else "date.short", at, short=True)
        return day if at.time() == time.min else f"{day}, {self._clock(at.hour, at.minute)}"

    def clock(self, hours: str) -> str:
        """A time `HH:MM` as people write it, such as `5:30 p.m.`; other text as it is."""
        try:
            at = datetime.strptime(hours, "%H:%M")
        except ValueError:
            return hours
        return self._clock(at.hour, at.minute)

    def _clock(self, hour: int, minute: int) -> str:
        return self("clock.am" if hour < 12 else "clock.pm", hour=hour % 12 or 12, minute=f"{minute:02d}")

    def _dated(self, pattern: str, day: date, *, short: bool = False) -> str:
        month = self._months[day.month - 1]
        weekday = self._days[day.weekday()]
        return self(pattern, weekday=weekday, month=month[:3] if short else month, day=day.day, year=day.year)


def _date(iso: str) -> date | None:
    try:
        return date.fromisoformat(iso)
    except ValueError:
        return None
