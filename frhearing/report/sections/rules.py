"""The rule set of a hearing in sentences: what held for everybody, and only what was in force."""

from collections.abc import Iterator

from frhearing.model.live.floor import minutes
from frhearing.model.rules import RuleSet
from frhearing.report.labels import Words
from frhearing.report.sections.making import Making


def sentences(making: Making) -> list[str]:
    """The rules in force, one sentence each."""
    words, rules = making.words, making.hearing.rules
    said = [*_time(words, rules), *_limits(words, rules), *_order(words, rules), *_ceding(words, rules)]
    said += _written(making, rules)
    return said


def _time(words: Words, rules: RuleSet) -> Iterator[str]:
    """How long somebody may speak."""
    yield words("rules.time", time=minutes(rules.default_seconds))
    for kind, seconds in rules.seconds_by_class.items():
        yield words("rules.class", kind=words(f"class.{kind}"), time=minutes(seconds))
    for cut in rules.reduce_when:
        yield words(f"rules.reduce.{rules.reduce_by}", n=words.number(cut.registered), time=minutes(cut.seconds))
    factor = f"{rules.interpreter_factor:g}"
    if rules.interpreter_factor > 1:
        yield words("rules.interpreter", factor=factor)
        if rules.interpreter_simultaneous_exempt:
            yield words("rules.simultaneous")
    if rules.warn_at_seconds:
        yield words("rules.warning", seconds=words.listed([f"{each}" for each in rules.warn_at_seconds]))
    if rules.grace_seconds:
        yield words("rules.grace", seconds=rules.grace_seconds)
    yield words("rules.clock")


def _limits(words: Words, rules: RuleSet) -> Iterator[str]:
    """How much there may be in all."""
    if rules.total_seconds_cap is not None:
        key = "rules.cap_shared" if rules.cap_shared else "rules.cap"
        yield words(key, time=minutes(rules.total_seconds_cap))
    if rules.max_speakers is not None:
        yield words("rules.max_speakers", n=words.number(rules.max_speakers))
    cap = rules.per_person_cap
    if cap.seconds is not None:
        yield words("rules.person_seconds", time=minutes(cap.seconds))
    if cap.per_meeting is not None:
        yield words("rules.person_times", n=words.number(cap.per_meeting))
    if cap.per_item is not None:
        yield words("rules.person_items", n=words.number(cap.per_item))
    for name, seconds in rules.budgets.items():
        yield words("rules.budget", name=name, time=minutes(seconds))
    if rules.group_min_members:
        yield words("rules.group", n=words.number(rules.group_min_members))
    if rules.members_may_not_speak:
        yield words("rules.members")


def _order(words: Words, rules: RuleSet) -> Iterator[str]:
    """Who speaks when, and who may at all."""
    yield words("rules.order", order=words(f"order.{rules.order}"))
    if rules.side_balance != "none":
        yield words(f"rules.balance.{rules.side_balance}")
    if rules.register_from or rules.register_until:
        key = "rules.register" + (".from" if rules.register_from else "") + (".until" if rules.register_until else "")
        yield words(key, start=words.clock(rules.register_from), end=words.clock(rules.register_until))
    if rules.register_until:
        yield words(f"rules.late.{rules.late_card}")
    if rules.residency != "none":
        yield words(f"rules.residency.{rules.residency}")
    if rules.address != "not_asked":
        yield words(f"rules.address.{rules.address}")
    if rules.oath_required:
        yield words("rules.oath")
    yield words(f"rules.unreached.{rules.unreached}")
    if rules.decorum_steps:
        steps = [words(f"decorum.{step}") if words.has(f"decorum.{step}") else step for step in rules.decorum_steps]
        yield words("rules.decorum", steps=words.listed(steps))


def _ceding(words: Words, rules: RuleSet) -> Iterator[str]:
    """Whether one person may give time to another."""
    ceding = rules.ceding
    if not ceding.allowed:
        yield words("rules.ceding.no")
        return
    limits = []
    if ceding.min_donors:
        limits.append(words("rules.ceding.least", n=words.number(ceding.min_donors)))
    if ceding.max_donors is not None:
        limits.append(words("rules.ceding.most", n=words.number(ceding.max_donors)))
    if ceding.max_total_seconds is not None:
        limits.append(words("rules.ceding.total", time=minutes(ceding.max_total_seconds)))
    if ceding.donor_present_when_called:
        limits.append(words("rules.ceding.present"))
    said = words("rules.ceding.yes")
    yield f"{said.rstrip('.')}: {words.listed(limits)}." if limits else said


def _written(making: Making, rules: RuleSet) -> Iterator[str]:
    """Until when comments were taken in writing, and how long they may be."""
    words = making.words
    if rules.written_until:
        try:
            until = words.moment(rules.written_until, making.hearing.zone)
        except ValueError:  # the clerk's own words instead of an instant
            until = rules.written_until
        yield words("rules.written_until", until=until.rstrip(".")).rstrip(".") + "."
    for unit, most in rules.written_limit.items():
        if unit in ("chars", "words"):
            yield words(f"rules.written.{unit}", n=words.number(most))
    if rules.attachments_max is not None:
        yield words("rules.attachments", n=words.number(rules.attachments_max))
    if rules.read_aloud.mode != "all":
        yield words(f"rules.aloud.{rules.read_aloud.mode}")
