"""Every count of a hearing is defined here, once; the printed summary, the window and the command line
show these numbers and no others (2-domain.md §2.6).

A count is a number of comments, copies of form letters included unless the scope says "once each".
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from frhearing.model.comment import SPOKEN, TALLIED, Channel, CommentStatus, Timeliness, in_tally
from frhearing.model.letters import LetterType, Signatures
from frhearing.model.position import STANCES, Stance
from frhearing.model.question import Question
from frhearing.model.theme import NO_GROUP_NAME

LEAST_FOR_PERCENT = 10
"""Below this denominator no percentage is printed, only numbers."""


@dataclass(frozen=True, slots=True)
class Counted:
    """What of one comment on the record is counted. ``day`` is an ISO day in the hearing's zone.

    ``person`` joins comments that the clerk found to come from one person; ``letter_type`` is a code of LetterType.
    ``inferred`` holds the numbers of the questions on which the stance was inferred by the clerk. ``names`` are those
    on its slip, if it has one: a couple may share a slip. ``blank`` says that it holds no text.
    """

    number: int
    channel: Channel
    group: str
    stances: Mapping[int, Stance]
    themes: tuple[int, ...] = ()
    status: CommentStatus = CommentStatus.ACCEPTED
    timeliness: Timeliness = Timeliness.TIMELY
    campaign: str = ""
    letter_type: str = ""
    day: str | None = None
    name: str = ""
    organization: str = ""
    person: int | None = None
    registered_only: bool = False
    inferred: frozenset[int] = frozenset()
    petition: Signatures | None = None
    names: tuple[str, ...] = ()
    blank: bool = False

    @property
    def tallied(self) -> bool:
        """Whether this comment is in the tally at all."""
        return in_tally(self.status, self.timeliness)

    @property
    def spoken(self) -> bool:
        """Whether it came in by voice or slip rather than in writing."""
        return self.channel in SPOKEN


@dataclass(frozen=True, slots=True)
class Petitions:
    """The petitions among the counted comments: each is its sponsor's one comment, with signatures apart.

    ``claimed`` and ``counted`` are sums over those petitions whose signatures were told or counted;
    ``not_counted`` says for how many nobody has counted them. Of those counted, ``duplicates``, ``unreadable`` and
    ``outside`` the jurisdiction were found.
    """

    number: int = 0
    claimed: int = 0
    counted: int = 0
    not_counted: int = 0
    duplicates: int = 0
    unreadable: int = 0
    outside: int = 0

    @property
    def remaining(self) -> int:
        """What is left of those counted without double and unreadable ones and those from elsewhere."""
        return self.counted - self.duplicates - self.unreadable - self.outside


@dataclass(frozen=True, slots=True)
class Scope:
    """Which of the tallied comments are counted: spoken, written or both; each copy or each text once."""

    spoken: bool | None = None
    once_each: bool = False

    def picks(self, comments: Iterable[Counted]) -> list[Counted]:
        """Return the comments this scope counts; of a form letter counted once the lowest number stands."""
        chosen: list[Counted] = []
        seen: set[str] = set()
        for comment in sorted(comments, key=lambda c: c.number):
            if not comment.tallied or (self.spoken is not None and comment.spoken is not self.spoken):
                continue
            if self.once_each and comment.campaign:
                if comment.campaign in seen:
                    continue
                seen.add(comment.campaign)
            chosen.append(comment)
        return chosen


@dataclass(frozen=True, slots=True)
class StanceCounts:
    """How many of ``total`` comments take each stance; the rest are not tagged yet."""

    total: int
    by_stance: Mapping[Stance, int]
    inferred: int = 0

    def __getitem__(self, stance: Stance) -> int:
        return self.by_stance.get(stance, 0)

    @property
    def tagged(self) -> int:
        """Comments with a position, "not stated" among them."""
        return sum(self.by_stance.values())

    @property
    def not_tagged(self) -> int:
        """Comments without a position; until this is zero the counts will change."""
        return self.total - self.tagged

    def percent(self, stance: Stance) -> int | None:
        """Return the share of the tagged in whole percent, None below the least denominator."""
        return round(100 * self[stance] / self.tagged) if self.tagged >= LEAST_FOR_PERCENT else None


def stance_counts(comments: Iterable[Counted], question: int) -> StanceCounts:
    """Count the stances of these comments on one question."""
    total = inferred = 0
    by_stance: Counter[Stance] = Counter()
    for comment in comments:
        total += 1
        stance = comment.stances.get(question)
        if stance is not None:
            by_stance[stance] += 1
            inferred += question in comment.inferred
    return StanceCounts(total, {s: by_stance[s] for s in STANCES}, inferred)


@dataclass(frozen=True, slots=True)
class QuestionTally:
    """The counts on one question: over all, by stakeholder group, by theme (a theme once per comment)."""

    question: Question
    stances: StanceCounts
    by_group: Mapping[str, StanceCounts]
    by_theme: Mapping[int, StanceCounts]
    by_day: Mapping[str, StanceCounts]


@dataclass(frozen=True, slots=True)
class Tally:
    """The reconciled count sheet of a hearing within one scope.

    on the record = counted + left out by the scope + ``outside`` the tally by status + ``not_considered`` (numbers of
    those that came too late). ``undated`` and the days add up to the counted written comments. ``names`` counts names
    as given (with their organization) once each, and a person whose comments the clerk joined once; ``persons_heard``
    counts so those who spoke, one without a name as one. ``without_text`` and its like count what was left blank.
    """

    scope: Scope
    on_record: int
    counted: int
    spoken: int
    written: int
    registered_only: int
    persons_heard: int
    outside: Mapping[CommentStatus, int]
    outside_numbers: Mapping[CommentStatus, tuple[int, ...]]
    late: int
    late_numbers: tuple[int, ...]
    not_considered: tuple[int, ...]
    undated: int
    by_channel: Mapping[Channel, int]
    campaigns: Mapping[str, int]
    distinct_texts: int
    names: int
    without_group: int
    without_theme: int
    without_text: int
    without_name: int
    questions: tuple[QuestionTally, ...] = field(default=())
    petitions: Petitions = Petitions()

    @property
    def outside_total(self) -> int:
        """Comments that stay on the record but are not counted (withdrawn, disputed, returned, duplicate, too late)."""
        return sum(self.outside.values()) + len(self.not_considered)

    def question(self, number: int) -> QuestionTally | None:
        """Return the tally of the question of that number."""
        return next((q for q in self.questions if q.question.number == number), None)


def tally(comments: Iterable[Counted], questions: Iterable[Question], scope: Scope = Scope()) -> Tally:
    """Count the comments on the record; voided ones must have been left out by the caller."""
    everything = sorted(comments, key=lambda c: c.number)
    counted = scope.picks(everything)
    outside: dict[CommentStatus, list[int]] = {}
    for comment in everything:
        if comment.status not in TALLIED:
            outside.setdefault(comment.status, []).append(comment.number)
    late = [c.number for c in counted if c.timeliness is Timeliness.LATE_ACCEPTED]
    campaigns = Counter(c.campaign for c in counted if c.campaign)
    written = [c for c in counted if not c.spoken]
    return Tally(
        scope=scope,
        on_record=len(everything),
        counted=len(counted),
        spoken=len(counted) - len(written),
        written=len(written),
        registered_only=sum(c.registered_only for c in counted),
        persons_heard=len({who for c in counted if c.spoken and not c.registered_only for who in _people(c)}),
        outside={s: len(n) for s, n in outside.items()},
        outside_numbers={s: tuple(n) for s, n in outside.items()},
        late=len(late),
        late_numbers=tuple(late),
        not_considered=tuple(c.number for c in everything if c.status in TALLIED and not c.tallied),
        undated=sum(c.day is None for c in written),
        by_channel={ch: n for ch in Channel if (n := sum(c.channel is ch for c in counted))},
        campaigns=dict(sorted(campaigns.items())),
        distinct_texts=_distinct(c for c in Scope(scope.spoken).picks(everything) if not c.spoken),
        names=len({who for c in counted if c.name for who in _people(c)}),
        without_group=sum(not c.group for c in counted),
        without_theme=sum(not c.themes for c in counted),
        without_text=sum(c.blank for c in counted),
        without_name=sum(not c.name for c in counted),
        questions=tuple(_question(counted, q) for q in questions),
        petitions=_petitions(counted),
    )


def _who(comment: Counted) -> object:
    """Return what tells one person from another: what the clerk joined, else the name as given, else the comment."""
    if comment.person or not comment.name:
        return comment.person or -comment.number
    return comment.name.casefold(), comment.organization.casefold()


def _people(comment: Counted) -> list[object]:
    """Return whose comment it is: each of those who share a slip, else the one person."""
    if len(comment.names) > 1:
        return [(name.casefold(), comment.organization.casefold()) for name in comment.names]
    return [_who(comment)]


def _distinct(written: Iterable[Counted]) -> int:
    """Count texts that differ: each form letter once, and each copy with words of its sender's; a blank is none."""
    own, campaigns = 0, set()
    for comment in written:
        if comment.blank:
            continue
        if comment.campaign and comment.letter_type != LetterType.FORM_PLUS:
            campaigns.add(comment.campaign)
        else:
            own += 1
    return own + len(campaigns)


def _petitions(counted: list[Counted]) -> Petitions:
    """Count the petitions and, apart from all comments, their signatures."""
    found = [comment.petition for comment in counted if comment.petition is not None]
    return Petitions(
        number=len(found),
        claimed=sum(each.claimed or 0 for each in found),
        counted=sum(each.counted or 0 for each in found),
        not_counted=sum(each.counted is None for each in found),
        duplicates=sum(each.duplicates or 0 for each in found),
        unreadable=sum(each.unreadable or 0 for each in found),
        outside=sum(each.outside or 0 for each in found),
    )


def _question(counted: list[Counted], question: Question) -> QuestionTally:
    """Count one question over all, by group (largest first), by theme and by day of receipt."""
    groups: dict[str, list[Counted]] = {}
    themes: dict[int, list[Counted]] = {}
    days: dict[str, list[Counted]] = {}
    for comment in counted:
        groups.setdefault(comment.group or NO_GROUP_NAME, []).append(comment)
        for theme in set(comment.themes):
            themes.setdefault(theme, []).append(comment)
        if comment.day and not comment.spoken:
            days.setdefault(comment.day, []).append(comment)
    number = question.number
    by_size = sorted(groups.items(), key=lambda item: (item[0] == NO_GROUP_NAME, -len(item[1]), item[0]))
    return QuestionTally(
        question=question,
        stances=stance_counts(counted, number),
        by_group={name: stance_counts(members, number) for name, members in by_size},
        by_theme={
            theme: stance_counts(members, number)
            for theme, members in sorted(themes.items(), key=lambda item: (-len(item[1]), item[0]))
        },
        by_day={day: stance_counts(members, number) for day, members in sorted(days.items())},
    )
