"""How much time someone has, as a sum that explains itself: "3:00 base + 3:00 ceded by slip 14"."""

from collections.abc import Iterable
from dataclasses import dataclass

from frhearing.model.live.floor import Floor, Grant, Slip, Turn, minutes
from frhearing.model.live.states import GRANT_WORDS, IN_LINE, GrantKind, SlipStatus
from frhearing.model.position import Stance
from frhearing.model.rules import RuleSet

NOT_COUNTED_AS_SPEAKERS = frozenset(
    {SlipStatus.LATE_REFUSED, SlipStatus.INELIGIBLE, SlipStatus.DUPLICATE, SlipStatus.VOIDED, SlipStatus.WITHDRAWN}
)
"""Slips that do not count when a rule asks how many signed up to speak."""


@dataclass(frozen=True, slots=True)
class Part:
    """One addend: seconds, its words, and the rule it comes from."""

    seconds: int
    words: str
    rule: str


@dataclass(frozen=True, slots=True)
class Base:
    """The base of an allotment in seconds, its words, and the sentence of the rule behind it."""

    seconds: int
    words: str
    rule: str


def signed_up(floor: Floor) -> int:
    """Return how many slips ask to speak, as rules count them."""
    return sum(s.public and s.wish in IN_LINE and s.status not in NOT_COUNTED_AS_SPEAKERS for s in floor.slips)


def base_of(floor: Floor, slip: Slip) -> Base:
    """Return the base of a slip by the rules as they stand now; turns that began keep what they had."""
    base = _by_class(floor, slip)
    base = _shared(floor, _reduced(floor, slip, base))
    for limit in (_budget, _capped, _person):
        base = limit(floor, slip, base)
    return base


def _by_class(floor: Floor, slip: Slip) -> Base:
    """Return the seconds of the speaker's class."""
    rules = floor.rules
    seconds = rules.seconds_by_class.get(slip.speaker_class)
    if seconds is not None and slip.speaker_class != "individual":
        words = slip.speaker_class.replace("_", " ")
        return Base(seconds, f"base ({words})", f"{minutes(seconds)} for the class “{words}” (seconds_by_class)")
    seconds = rules.default_seconds if seconds is None else seconds
    return Base(seconds, "base", f"{minutes(seconds)} each (default_seconds)")


def _reduced(floor: Floor, slip: Slip, base: Base) -> Base:
    """Shorten the time of individuals when many signed up."""
    if slip.speaker_class in floor.rules.seconds_by_class and slip.speaker_class != "individual":
        return base
    if not floor.rules.reduce_when:
        return base
    many = signed_up(floor)
    due = [r for r in floor.rules.reduce_when if many >= r.registered]
    if not due:
        return base
    least = max(due, key=lambda r: r.registered)
    if least.seconds >= base.seconds:
        return base
    rule = f"{minutes(least.seconds)} each from {least.registered} speakers on, {many} signed up (reduce_when)"
    return Base(least.seconds, "base", rule)


def _shared(floor: Floor, base: Base) -> Base:
    """Share the total pro rata where the rule says so."""
    rules = floor.rules
    if not rules.cap_shared or rules.total_seconds_cap is None:
        return base
    among = max(1, min(signed_up(floor), rules.max_speakers or signed_up(floor)))
    each = rules.total_seconds_cap // among
    rule = f"{minutes(rules.total_seconds_cap)} shared among {among} (cap_shared)"
    return Base(each, "share", rule)


def budget_of(floor: Floor, slip: Slip) -> str:
    """Return whose shared time a slip draws on: its panel's, organization's or group's; "" where it shares none."""
    group = floor.groups.get(slip.group_id, "") if slip.group_id is not None else ""
    return next((name for name in (slip.panel, slip.organization, group) if name and name in floor.rules.budgets), "")


def budget_left(floor: Floor, slip: Slip) -> int | None:
    """Return the seconds left of the time that a slip shares with others, None where it shares none."""
    name = budget_of(floor, slip)
    if not name:
        return None
    used = sum(used_ms(t) for t in floor.turns if budget_of(floor, floor.by_id(t.slip_id)) == name) // 1000
    return max(0, floor.rules.budgets[name] - used)


def _budget(floor: Floor, slip: Slip, base: Base) -> Base:
    """Keep those who share a time within it; a panel has one clock, the others of a group their own within it."""
    left = budget_left(floor, slip)
    name = budget_of(floor, slip)
    if left is None or (name != slip.panel and left >= base.seconds):
        return base
    rule = f"{minutes(left)} left of the {minutes(floor.rules.budgets[name])} for {name} (budgets)"
    return Base(left, f"left of the time for {name}", rule)


def _capped(floor: Floor, slip: Slip, base: Base) -> Base:
    """Keep the whole testimony, or a side of it, within its total."""
    left = cap_left(floor, slip)
    if left is None or floor.rules.cap_shared or left >= base.seconds:
        return base
    return Base(left, "left of the total", f"{minutes(left)} left of the total (total_seconds_cap)")


def _person(floor: Floor, slip: Slip, base: Base) -> Base:
    """Keep one person within the seconds a meeting gives to each."""
    most = floor.rules.per_person_cap.seconds
    if most is None:
        return base
    mine = {s.id for s in floor.of_person(slip.person)}
    left = max(0, most - sum(used_ms(t) for t in floor.turns if t.slip_id in mine) // 1000)
    if left >= base.seconds:
        return base
    return Base(left, "left for this person", f"{minutes(left)} left of {minutes(most)} a meeting (per_person_cap)")


def used_ms(turn: Turn) -> int:
    """Return the speaking time written down for a turn in milliseconds, questions left out."""
    return turn.recorded_ms()


def side_of(floor: Floor, slip: Slip) -> str:
    """Return the side on which a rule of balance counts a slip: by mode, or by stance on the first question."""
    if floor.rules.side_balance == "in_person_remote":
        return str(slip.mode)
    stance = slip.stances.get(min(slip.stances, default=0))
    return {Stance.SUPPORT: "for", Stance.OPPOSE: "against"}.get(stance, "") if stance else ""


def cap_left(floor: Floor, slip: Slip) -> int | None:
    """Return the seconds left of the total for this slip, None without a total.

    With a balance each side has half; what a side without anybody waiting leaves moves to the other
    (Santa Ana's rule, 2-domain.md).
    """
    total = floor.rules.total_seconds_cap
    if total is None:
        return None
    used = sum(used_ms(t) for t in floor.turns if floor.by_id(t.slip_id).public) // 1000
    if floor.rules.side_balance == "none":
        return max(0, total - used)
    side = side_of(floor, slip)
    others_wait = any(s.queued and side_of(floor, s) != side for s in floor.slips)
    if not others_wait:
        return max(0, total - used)
    mine = sum(used_ms(t) for t in floor.turns if side_of(floor, floor.by_id(t.slip_id)) == side) // 1000
    return max(0, min(total // 2 - mine, total - used))


def interpreter_seconds(rules: RuleSet, slip: Slip, base_seconds: int) -> int:
    """Return the seconds an interpreter adds to a base; none where interpretation is simultaneous."""
    if not slip.interpreter or (slip.simultaneous and rules.interpreter_simultaneous_exempt):
        return 0
    return round(base_seconds * (rules.interpreter_factor - 1))


def preview(floor: Floor, slip: Slip) -> tuple[Part, ...]:
    """Return the sum a slip would start with now, ceded time included."""
    base = base_of(floor, slip)
    parts = [Part(base.seconds, base.words, base.rule)]
    parts += [Part(g.seconds, grant_words(g), str(g.kind)) for g in starting_grants(floor, slip, base)]
    return tuple(parts)


def starting_grants(floor: Floor, slip: Slip, base: Base) -> list[Grant]:
    """Return the grants a turn begins with by rule: ceded time first, then the interpreter's share of the base."""
    ceding = floor.rules.ceding
    donors = [floor.by_id(c.donor_id) for c in floor.standing(slip.id)]
    grants: list[Grant] = []
    if len(donors) >= ceding.min_donors:
        room = None if ceding.max_total_seconds is None else max(0, ceding.max_total_seconds - base.seconds)
        for donor in donors:
            gives = base_of(floor, donor).seconds
            gives = gives if room is None else min(gives, room)
            room = None if room is None else room - gives
            if gives:
                grants.append(Grant(0, gives, GrantKind.CEDED_FROM, donor.name, donor.slip))
    extra = interpreter_seconds(floor.rules, slip, base.seconds)
    if extra:
        grants.append(Grant(0, extra, GrantKind.INTERPRETER, slip.interpreter))
    return grants


def grant_words(grant: Grant) -> str:
    """Say what a grant is for, with the donor's slip."""
    words = GRANT_WORDS[grant.kind]
    return f"{words} by slip {grant.from_slip}" if grant.from_slip is not None else words


def explain(base_seconds: int, base_words: str, grants: Iterable[Grant]) -> str:
    """Write the sum behind a clock: "3:00 base + 3:00 ceded by slip 14 + 3:00 interpreter"."""
    text = f"{minutes(base_seconds)} {base_words}"
    for grant in grants:
        sign = "−" if grant.seconds < 0 else "+"
        text += f" {sign} {minutes(abs(grant.seconds))} {grant_words(grant)}"
    return text


def explanation(turn: Turn) -> str:
    """Write the sum behind a turn's clock."""
    return explain(turn.base_seconds, turn.base_words, turn.grants)


def total(parts: Iterable[Part]) -> int:
    """Return the seconds of a sum."""
    return max(0, sum(part.seconds for part in parts))
