"""Is the record complete? What certifying it will ask, shown before that is possible."""

from frhearing.desk.desk import Desk
from frhearing.desk.hearings import get_hearing, list_slips
from frhearing.desk.testimony import facets, list_ids
from frhearing.model.check import Check
from frhearing.model.comment import Appearance
from frhearing.model.filter import CommentFilter

_SPOKE = "heard"
_OPEN = frozenset({"waiting", "speaking"})


def completeness(desk: Desk, hearing_id: int) -> list[Check]:
    """Return what stands between a hearing and a complete record, and what is in order already."""
    hearing = get_hearing(desk, hearing_id)
    checks = []
    if not facets(desk, hearing_id).total:
        checks.append(Check(False, "There are no comments yet"))
    for question in hearing.questions:
        counts = facets(desk, hearing_id, question.number)
        which = f" on question {question.number}" if len(hearing.questions) > 1 else ""
        if counts.to_tag:
            words = f"{_many(counts.to_tag, 'comment is', 'comments are')} not tagged{which}"
            checks.append(Check(False, words, jump=f"comments.to_tag:{question.number}"))
        elif counts.tallied:
            checks.append(Check(True, f"All {counts.tallied:,} comments are tagged{which}"))
    if not hearing.questions:
        checks.append(Check(False, "There is no question yet", jump="setup.question"))
    flagged = facets(desk, hearing_id).flagged
    if flagged:
        words = f"{_many(flagged, 'comment needs', 'comments need')} review"
        checks.append(Check(False, words, jump="comments.flagged"))
    else:
        checks.append(Check(True, "No comment waits for review"))
    untyped = len(list_ids(desk, hearing_id, CommentFilter(to_type=True)))
    if untyped:
        words = f"{_many(untyped, 'comment has', 'comments have')} no text yet: type it in"
        checks.append(Check(False, words, jump="comments.to_type"))
    slips = list_slips(desk, hearing_id)
    if slips:
        checks.append(_slips(slips))
    return checks


def _slips(slips: list[Appearance]) -> Check:
    """Say whether every slip has come to an end: heard from when for how long, or why not."""
    unfinished = [
        slip
        for slip in slips
        if slip.status in _OPEN or (slip.status == _SPOKE and (slip.started_at is None or slip.used_seconds is None))
    ]
    if unfinished:
        first = unfinished[0]
        who = f"Slip {first.slip}, {first.name}" if first.slip is not None else first.name
        more = f" and {len(unfinished) - 1} more" if len(unfinished) > 1 else ""
        return Check(False, f"{who}{more} has no start and end time", jump="live")
    who = "The one speaker has" if len(slips) == 1 else f"All {len(slips)} speakers have"
    return Check(True, f"{who} a start and an end time, or a reason why not")


def _many(count: int, one: str, more: str) -> str:
    return f"{count:,} {one if count == 1 else more}"
