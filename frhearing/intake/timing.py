"""Whether a comment came in time: the hearing's deadline for what is sent in writing, read for the public in doubt."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Final

from frhearing.model.comment import SPOKEN, Channel, Timeliness
from frhearing.model.errors import Refused
from frhearing.model.hearing import Hearing
from frhearing.model.live.deadline import latest
from frhearing.model.times import instant, to_utc_text, zone

_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}")
_REFUSE: Final = "refuse"


@dataclass(frozen=True, slots=True)
class Timing:
    """The hearing's zone, its day (ISO), and until when comments in writing are in time (UTC text, "" for no end).

    ``late`` is what a later one becomes; ``said`` is the rule in the clerk's words where it is no instant.
    """

    zone: str
    day: str = ""
    deadline: str = ""
    late: Timeliness = Timeliness.LATE_ACCEPTED
    said: str = ""

    def timeliness(self, received_at: str | None, channel: Channel) -> Timeliness:
        """Return whether a comment received at an instant (UTC text, None if undated) is in time."""
        if channel in SPOKEN:
            return Timeliness.TIMELY
        if received_at is None:
            return Timeliness.UNDATED
        return self.late if self.deadline and received_at > self.deadline else Timeliness.TIMELY

    @property
    def hearing_day(self) -> str | None:
        """The beginning of the hearing's day as UTC text: when what was said there was said, as far as is known."""
        return instant(date.fromisoformat(self.day), "00:00", self.zone) if self.day else None


def timing_of(hearing: Hearing, late: Timeliness | None = None) -> Timing:
    """Return the timing of a hearing's rules; ``late`` is the clerk's own choice for what came after the deadline.

    Without it the rule for late cards decides: where they are refused, a late letter is not considered.
    """
    rule = hearing.rules.written_until.strip()
    by_rule = Timeliness.LATE_NOT_CONSIDERED if hearing.rules.late_card == _REFUSE else Timeliness.LATE_ACCEPTED
    timing = Timing(hearing.zone, hearing.date, "", late or by_rule)
    if not rule:
        return timing
    try:
        return Timing(hearing.zone, hearing.date, _end(rule, hearing), timing.late)
    except (Refused, ValueError, OverflowError):
        return Timing(hearing.zone, hearing.date, "", timing.late, rule)


def _end(rule: str, hearing: Hearing) -> str:
    """Return the last instant that is in time; a day alone is meant to its end."""
    if _DAY.fullmatch(rule):
        end = datetime.combine(date.fromisoformat(rule), time(23, 59, 59), zone(hearing.zone))
        return to_utc_text(end.astimezone(UTC))
    return to_utc_text(latest(rule, hearing.date, hearing.zone))
