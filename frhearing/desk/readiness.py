"""Is the hearing ready? What a clerk sees on Set up before the evening."""

from collections.abc import Iterator, Sequence

from frhearing.desk.codebook import list_groups, list_themes
from frhearing.desk.desk import Desk
from frhearing.desk.hearings import count_slips, get_hearing
from frhearing.desk.testimony import facets
from frhearing.model.check import Check
from frhearing.model.question import Question


def readiness(desk: Desk, hearing_id: int) -> list[Check]:
    """Return the checks of a hearing's set-up, in the order in which a clerk would mend them."""
    hearing = get_hearing(desk, hearing_id)
    themes, groups = list_themes(desk, hearing_id), list_groups(desk)
    counts = facets(desk, hearing_id, hearing.questions[0].number if hearing.questions else 1)
    slips = count_slips(desk, hearing_id)
    checks = [
        *_questions(hearing.questions),
        Check(bool(themes), _codes(len(themes), len(groups)), jump="" if themes else "setup.themes"),
        _given(hearing.place, "The place is given", "The place is missing", "setup.place"),
        _given(hearing.notice, "The notice is noted", "How the hearing was noticed is not noted yet", "setup.notice"),
    ]
    if slips:
        checks.append(Check(True, f"{slips} {'speaker' if slips == 1 else 'speakers'} signed in"))
    if counts.total:
        comments = "comment is" if counts.tallied == 1 else "comments are"
        done, words = counts.to_tag == 0, f"{counts.tallied - counts.to_tag} of {counts.tallied} {comments} tagged"
        checks.append(Check(done, words, jump="" if done else "comments.to_tag"))
    return checks


def _codes(themes: int, groups: int) -> str:
    """Say how many themes and groups there are to tag with."""
    return f"{themes} {'theme' if themes == 1 else 'themes'}, {groups} {'group' if groups == 1 else 'groups'}"


def _questions(asked: Sequence[Question]) -> Iterator[Check]:
    """Say whether there is a question, and whether its two meanings are written."""
    if not asked:
        words = "A question is written"
        yield Check(False, words, "Without a question no stance can be tagged.", "setup.question")
    else:
        yield Check(True, "The question is written" if len(asked) == 1 else f"{len(asked)} questions are written")
    without = ", ".join(str(q.number) for q in asked if not (q.support_means and q.oppose_means))
    if without:
        yield Check(False, f"Say what support and oppose mean on question {without}", jump="setup.question")
    else:
        yield Check(True, "The meanings of support and oppose are written")


def _given(value: str, there: str, missing: str, jump: str) -> Check:
    """Say whether something of the set-up is given."""
    return Check(bool(value), there if value else missing, jump=jump)
