"""From a draft in the source's words to a comment in ours, and what a clerk should look at in each row."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType
from typing import Final, NamedTuple

from frhearing.intake.dates import DateFault, DateReader, When
from frhearing.intake.draft import Draft, Part, SourceKind
from frhearing.intake.letters import TIME
from frhearing.intake.mapping import ColumnMap
from frhearing.intake.names import safely_shown
from frhearing.intake.pointing import points_at_attachment
from frhearing.intake.suggest import mangled
from frhearing.intake.timing import Timing
from frhearing.intake.words import STANCE, is_blank, key
from frhearing.model.comment import Channel, CommentStatus, NewComment, Timeliness
from frhearing.model.position import Stance, StanceSource
from frhearing.model.times import to_utc_text, zone


class ProblemKind(StrEnum):
    """What is the matter with a row; it is taken in all the same, and the clerk sees it."""

    UNDATED = "undated"
    DATE = "date"
    NO_TEXT = "no_text"
    NO_CODE = "no_code"
    NEW_GROUP = "new_group"
    RUINED_ID = "ruined_id"
    REPEATED_ID = "repeated_id"
    ATTACHMENT = "attachment"
    NOT_LISTED = "not_listed"
    CHANGED = "changed"
    LATE = "late"
    SAME_PERSON = "same_person"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to look at: the file and row it stands in, its kind, and a sentence."""

    file: str
    row: int
    kind: ProblemKind
    sentence: str


class Incoming(NamedTuple):
    """A comment ready to be added, with the draft it was made of.

    ``group`` is the name of its stakeholder group; ``identity`` is its external id where that can be relied on;
    ``covering`` are the words of a letter that only points to an attachment, whose text is then the comment.
    ``status`` is what the source says of whether it stands.
    """

    draft: Draft
    comment: NewComment
    group: str
    identity: str
    covering: str = ""
    status: CommentStatus = CommentStatus.ACCEPTED


LATE_WORDS: Final = {
    Timeliness.LATE_ACCEPTED: "late, accepted",
    Timeliness.LATE_NOT_CONSIDERED: "late, not considered",
}
"""How a late comment is told."""
_DEFAULT_CHANNEL: Final = {
    SourceKind.TABLE: Channel.WEB_FORM,
    SourceKind.TEXT: Channel.OTHER,
    SourceKind.PASTED: Channel.EMAIL,
    SourceKind.MAIL: Channel.EMAIL,
    SourceKind.DOCUMENT: Channel.OTHER,
    SourceKind.TRANSCRIPT: Channel.IN_PERSON,
}
_DATE_WORDS: Final = {
    DateFault.RELATIVE: "“{0}” says when only from the day it was written on; kept as written, undated",
    DateFault.IMPOSSIBLE: "“{0}” is no day of the calendar; kept as written, undated",
    DateFault.UNREADABLE: "“{0}” is no date that can be read; kept as written, undated",
}
_STANCES: Final = {str(stance): stance for stance in Stance}
_STATUSES: Final = {"": CommentStatus.ACCEPTED} | {str(status): status for status in CommentStatus}
_TIMELINESS: Final = {str(timeliness): timeliness for timeliness in Timeliness}
_LANGUAGES: Final = {
    "english": "en", "ingles": "en", "spanish": "es", "espanol": "es", "hmong": "hmn", "chinese": "zh",
    "arabic": "ar", "french": "fr", "german": "de", "russian": "ru", "vietnamese": "vi", "somali": "so",
    "tagalog": "tl", "korean": "ko", "portuguese": "pt", "polish": "pl", "haitian creole": "ht",
}  # fmt: skip
_LANGUAGE_CODE: Final = re.compile(r"[a-z]{2,3}(?:-[A-Za-z]{2,4})?")


class Coder:
    """Codes the drafts of one source for one hearing."""

    def __init__(
        self,
        mapping: ColumnMap,
        kind: SourceKind,
        timing: Timing | str,
        groups: Sequence[str],
        questions: Iterable[int],
        dates: DateReader | None = None,
    ) -> None:
        """Take the hearing's timing (or only its zone) and question numbers and the names of the office's groups.

        ``dates`` reads the dates of several sources of one kind alike; without it those of one source are looked at.
        """
        self.mapping, self.kind = mapping, kind
        self.timing = Timing(timing) if isinstance(timing, str) else timing
        self.problems: list[Problem] = []
        self.notes: list[str] = []
        self._zone = zone(self.timing.zone)
        self._dates = dates
        self._parts: Mapping[int, Sequence[Part]] = {}
        self._groups = {key(name): name for name in groups}
        self._questions = frozenset(questions)
        self._instants: dict[str, str] = {}
        self._codes: dict[tuple[str, str], str | None] = {}

    def code_all(
        self, drafts: Sequence[Draft], parts: Mapping[int, Sequence[Part]] = MappingProxyType({})
    ) -> list[Incoming]:
        """Code all drafts of the source; problems and notes are there afterwards, in the order of the rows.

        ``parts`` are the files that came with a row, by its number.
        """
        self._parts = parts
        dates = self._dates or DateReader(draft.received for draft in drafts)
        if dates.ambiguous:
            order = "day/month/year" if dates.day_first else "month/day/year"
            self.notes.append(f"The dates could be read in two ways; they were read as {order}.")
        counts = Counter(draft.external_id.strip() for draft in drafts)
        if drafts and not dates.given and self.kind is not SourceKind.TRANSCRIPT:
            self.notes.append("No column says when the comments were received; they are undated.")
        if self.timing.said:
            self.notes.append(f"Comments are in time until “{self.timing.said}”: no date, so none was marked as late.")
        return [self._incoming(draft, dates, counts) for draft in drafts]

    def _incoming(self, draft: Draft, dates: DateReader, counts: Mapping[str, int]) -> Incoming:
        received_at = self._received(draft, dates)
        group, channel = self._group(draft), self._channel(draft)
        text, covering = self._text(draft)
        said = self._said(draft, "timeliness", "the hearing’s rule decides") if draft.timeliness else ""
        comment = NewComment(
            text=text,
            name=draft.name,
            organization=draft.organization,
            channel=channel,
            received_at=received_at,
            received_as_written=draft.received,
            district=draft.district,
            email=draft.email,
            external_id=draft.external_id,
            subject=draft.subject or self._moment(draft),
            language=_language(draft.language),
            timeliness=_TIMELINESS[said] if said else self.timing.timeliness(received_at, channel),
            stances=self._stances(draft),
            source=StanceSource.PODIUM if self.kind is SourceKind.TRANSCRIPT else StanceSource.WRITTEN,
        )
        if comment.timeliness in LATE_WORDS:
            when = "is marked as late in the file" if said else "came after the deadline"
            self._problem(draft, ProblemKind.LATE, f"{when}: {LATE_WORDS[comment.timeliness]}")
        if not covering:
            self._look_at_text(draft)
        status = _STATUSES[self._said(draft, "status", "it counts as accepted") if draft.status else ""]
        return Incoming(draft, comment, group, self._identity(draft, counts), covering, status)

    def _said(self, draft: Draft, field: str, otherwise: str) -> str:
        """Return the code of what the source says of a comment's standing; what has none is never silent."""
        written: str = getattr(draft, field)
        code = self._code(field, written) if written else ""
        if code is None:
            self._problem(draft, ProblemKind.NO_CODE, f"{field} “{written}” has no code; {otherwise}")
        return code or ""

    def _moment(self, draft: Draft) -> str:
        """Say when a turn was spoken, from the beginning of its recording."""
        time = draft.extra.get(TIME, "") if self.kind is SourceKind.TRANSCRIPT else ""
        return f"At {time} of the recording" if time else ""

    def _text(self, draft: Draft) -> tuple[str, str]:
        """Return the comment's text and the words that cover it: a letter may only point to its attachment."""
        if draft.attached_text.strip() and (not draft.text.strip() or points_at_attachment(draft.text)):
            return draft.attached_text, draft.text.strip() or "(no words of its own)"
        return draft.text, ""

    def _received(self, draft: Draft, dates: DateReader) -> str | None:
        if not draft.received:
            if self.kind is SourceKind.TRANSCRIPT:
                return self.timing.hearing_day
            if dates.given:
                self._problem(draft, ProblemKind.UNDATED, "undated")
            return None
        if draft.received in self._instants:
            return self._instants[draft.received]
        found = dates.read(draft.received)
        if isinstance(found, When):
            moment = found.moment if found.moment.tzinfo else found.moment.replace(tzinfo=self._zone)
            text = _utc(moment)
            if text is not None:
                self._instants[draft.received] = text
                return text
            found = DateFault.IMPOSSIBLE
        if found is not DateFault.MISSING:
            self._problem(draft, ProblemKind.DATE, _DATE_WORDS[found].format(draft.received))
        return None

    def _stances(self, draft: Draft) -> dict[int, Stance]:
        stances = {}
        for number, written in draft.stances.items():
            code = self._code(STANCE if number == 1 else f"{STANCE}:{number}", written)
            if code is None and number in self._questions:
                self._problem(draft, ProblemKind.NO_CODE, f"stance “{written}” has no code; not tagged yet")
            elif code is not None and number in self._questions:  # else told once, not in every row
                stances[number] = _STANCES[code]
        return stances

    def _channel(self, draft: Draft) -> Channel:
        if draft.channel:
            code = self._code("channel", draft.channel)
            if code is not None:
                return Channel(code)
            self._problem(draft, ProblemKind.NO_CODE, f"channel “{draft.channel}” has no code; noted as other")
            return Channel.OTHER
        return _DEFAULT_CHANNEL[self.kind]

    def _group(self, draft: Draft) -> str:
        if not draft.group:
            return ""
        wanted = self._code("group", draft.group) or draft.group.strip()
        known = self._groups.get(key(wanted)) or self._groups.get(key(wanted).removesuffix("s"))
        known = known or self._groups.get(key(wanted) + "s")
        if known is None:
            self._problem(draft, ProblemKind.NEW_GROUP, f"group “{wanted}” is new to this office")
            return wanted
        return known

    def _code(self, name: str, written: str) -> str | None:
        asked = (name, written)
        if asked not in self._codes:
            self._codes[asked] = self.mapping.code(name, written)
        return self._codes[asked]

    def _identity(self, draft: Draft, counts: Mapping[str, int]) -> str:
        """Return the external id if it tells this row from all others."""
        own = draft.external_id.strip()
        if not own:
            return ""
        if mangled(own):
            self._problem(
                draft, ProblemKind.RUINED_ID, f"a spreadsheet has cut its number short ({own}); kept as written"
            )
            return ""
        if counts[own] > 1:
            self._problem(draft, ProblemKind.REPEATED_ID, f"“{own}” stands for {counts[own]} rows of this file")
            return ""
        return own

    def _look_at_text(self, draft: Draft) -> None:
        points, says = points_at_attachment(draft.text), bool(draft.text.strip())
        if says and not points and not draft.attachments:
            return  # as most do
        named = "" if is_blank(draft.attachments) or draft.attachments.strip() == "0" else draft.attachments
        kept = " and ".join(f"“{safely_shown(part.name)}”" for part in self._parts.get(draft.row, ()))
        if not says:
            self._problem(draft, ProblemKind.NO_TEXT, f"no text; type it in{f' from {kept}' if kept else ''}")
        elif points:
            words = f"points to {kept}, kept with it" if kept else "speaks of an attachment, which is not in this file"
            self._problem(draft, ProblemKind.ATTACHMENT, f"the text {words}")
            return
        if named and not kept:
            self._problem(draft, ProblemKind.ATTACHMENT, f"names attachments ({named}), which are not in this file")

    def _problem(self, draft: Draft, kind: ProblemKind, sentence: str) -> None:
        self.problems.append(Problem(draft.file, draft.row, kind, sentence))


def _language(written: str) -> str:
    """Return the code of a language given by code or by name; English where it is not given."""
    if not written:
        return "en"
    word = key(written)
    return word if _LANGUAGE_CODE.fullmatch(word) else _LANGUAGES.get(word, "en")


def _utc(moment: datetime) -> str | None:
    try:
        return to_utc_text(moment)
    except (OverflowError, ValueError):
        return None  # the first and the last day of the calendar have no UTC beside them
