"""One line of the list of comments as it is painted: every text made once, when its page is read."""

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from frhearing.model.comment import SPOKEN, Channel, CommentRow, CommentStatus, Timeliness
from frhearing.model.position import Stance
from frhearing.model.times import local
from frhearing.ui.tables.plain import plain

NOT_TAGGED: Final = "not_tagged"
MONTHS: Final = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
MIDNIGHT: Final = "12:00 AM"

STANCE_SPOKEN: Final[Mapping[str, str]] = {
    Stance.SUPPORT: "support",
    Stance.OPPOSE: "oppose",
    Stance.MIXED: "mixed",
    Stance.NEUTRAL: "neutral",
    Stance.NOT_STATED: "stance not stated",
    NOT_TAGGED: "not tagged yet",
}
"""A stance inside a sentence that is read aloud."""

CHANNEL_WORDS: Final[Mapping[Channel, str]] = {
    Channel.IN_PERSON: "In person",
    Channel.REMOTE: "Remote",
    Channel.EMAIL: "E-mail",
    Channel.WEB_FORM: "Web form",
    Channel.POST: "Letter",
    Channel.HAND_DELIVERED: "Handed in",
    Channel.FAX: "Fax",
    Channel.PHONE: "Phone",
    Channel.VOICEMAIL: "Voicemail",
    Channel.SOCIAL: "Social media",
    Channel.OTHER: "Other",
}
"""The words for the way a comment came in."""

CHANNEL_ICONS: Final[Mapping[Channel, str]] = {
    Channel.IN_PERSON: "mic",
    Channel.REMOTE: "monitor",
    Channel.EMAIL: "mail",
    Channel.WEB_FORM: "globe",
    Channel.POST: "inbox",
    Channel.HAND_DELIVERED: "inbox",
    Channel.FAX: "printer",
    Channel.PHONE: "phone",
    Channel.VOICEMAIL: "phone",
    Channel.SOCIAL: "message-square-text",
    Channel.OTHER: "file-text",
}
"""The icon for the way a comment came in."""

STATUS_WORDS: Final[Mapping[CommentStatus, str]] = {
    CommentStatus.ACCEPTED: "Accepted",
    CommentStatus.RESTRICTED: "Restricted",
    CommentStatus.WITHDRAWN: "Withdrawn",
    CommentStatus.DISPUTED: "Disputed",
    CommentStatus.RETURNED: "Returned",
    CommentStatus.DUPLICATE: "Duplicate",
}
"""The words for whether a comment stands."""

NO_NAME: Final = "No name given"


class ShownRow(NamedTuple):
    """A row of the list with nothing left to compute; ``marks`` are short words beside the name."""

    id: int
    number: str
    name: str
    organization: str
    group: str
    date: str
    subject: str
    line: str
    stance: str
    keys: tuple[str, ...]
    quotes: bool
    flagged: bool
    marks: tuple[str, ...]
    channel_icon: str
    spoken: str


class RowWords(NamedTuple):
    """What rows need to be put in words: the hearing's zone and year, themes by id as (key or nothing, name)."""

    zone: str
    year: int
    themes: Mapping[int, tuple[str, str]]


def short_day(utc_text: str | None, zone: str, year: int | None = None) -> str:
    """Write an instant's day in the hearing's zone as "Feb 25", with its year if that is not ``year``."""
    if not utc_text:
        return "undated"
    day = local(utc_text, zone)
    words = f"{MONTHS[day.month - 1]} {day.day}"
    return words if year in (None, day.year) else f"{words}, {day.year}"


def clock(utc_text: str, zone: str) -> str:
    """Write an instant's time of day in the hearing's zone as "4:12 PM"."""
    at = local(utc_text, zone)
    return f"{at.hour % 12 or 12}:{at.minute:02} {'AM' if at.hour < 12 else 'PM'}"


def shown(row: CommentRow, words: RowWords) -> ShownRow:
    """Put one comment's row into the words in which the list paints and reads it aloud."""
    stance = row.stance.value if row.stance else NOT_TAGGED
    name = plain(row.name) or NO_NAME
    subject, excerpt = plain(row.subject), plain(row.excerpt)
    themes = [words.themes[theme] for theme in row.themes if theme in words.themes]
    return ShownRow(
        id=row.id,
        number=f"No. {row.number}",
        name=name,
        organization=plain(row.organization),
        group=row.group or "—",
        date=short_day(row.received_at, words.zone, words.year),
        subject=subject or excerpt or "No text",
        line=f"{subject} — {excerpt}" if subject and excerpt else subject or excerpt or "No text",
        stance=stance,
        keys=_keys([sign for sign, _name in themes]),
        quotes=row.quotes > 0,
        flagged=row.flagged,
        marks=_marks(row),
        channel_icon=CHANNEL_ICONS[row.channel],
        spoken=_spoken(row, name, stance, [theme for _sign, theme in themes], words.zone),
    )


def _keys(signs: Sequence[str]) -> tuple[str, ...]:
    """Give the keys of a row's themes, and how many more there are without a key."""
    keys = sorted(sign for sign in signs if sign)
    rest = len(signs) - len(keys)
    return (*keys, f"+{rest}") if rest else tuple(keys)


def missing(comment_id: int) -> ShownRow:
    """Give the row of a comment that is no longer there, so that the list never breaks."""
    gone = "Taken off the record"
    return ShownRow(comment_id, "", gone, "", "—", "", "", "", NOT_TAGGED, (), False, False, (), "circle-slash", gone)


def _marks(row: CommentRow) -> tuple[str, ...]:
    """Give the short words that stand beside a name: form letter, outside the tally, late, still to be typed."""
    marks = [row.campaign] if row.campaign else []
    if row.status is not CommentStatus.ACCEPTED:
        marks.append(STATUS_WORDS[row.status])
    if row.timeliness in (Timeliness.LATE_ACCEPTED, Timeliness.LATE_NOT_CONSIDERED):
        marks.append("Late")
    if not row.excerpt and row.channel not in SPOKEN:
        marks.append("To type")
    return tuple(marks)


def _spoken(row: CommentRow, name: str, stance: str, themes: list[str], zone: str) -> str:
    """Give the whole row as one sentence for a screen reader (6-interface.md, A6)."""
    count = f"{len(themes)} theme{'s' if len(themes) != 1 else ''}"
    parts = [
        name,
        row.organization,
        row.group,
        STANCE_SPOKEN[stance],
        count if themes else "",
        f"{row.quotes} key quote{'s' if row.quotes != 1 else ''}" if row.quotes else "",
        "needs review" if row.flagged else "",
        *_marks(row),
        f"No. {row.number}",
        CHANNEL_WORDS[row.channel],
        short_day(row.received_at, zone),
    ]
    return ", ".join(part for part in parts if part)
