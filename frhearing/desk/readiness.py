"""Is the hearing ready? What a clerk sees on Set up before the evening."""

from frhearing.desk.codebook import list_groups, list_themes
from frhearing.desk.desk import Desk
from frhearing.desk.hearings import get_hearing, list_slips
from frhearing.desk.testimony import facets
from frhearing.model.check import Check


def readiness(desk: Desk, hearing_id: int) -> list[Check]:
    """Return the checks of a hearing's set-up, in the order in which a clerk would mend them."""
    hearing = get_hearing(desk, hearing_id)
    asked = hearing.questions
    without = [q.number for q in asked if not (q.support_means and q.oppose_means)]
    themes, groups = list_themes(desk, hearing_id), list_groups(desk)
    counts = facets(desk, hearing_id, asked[0].number if asked else 1)
    slips = list_slips(desk, hearing_id)
    checks = [
        Check(bool(asked), "A question is written", "Without a question no stance can be tagged.", "setup.question")
        if not asked
        else Check(True, "The question is written" if len(asked) == 1 else f"{len(asked)} questions are written"),
        Check(
            not without,
            "The meanings of support and oppose are written"
            if not without
            else f"Say what support and oppose mean on question {', '.join(map(str, without))}",
            jump="" if not without else "setup.question",
        ),
        Check(bool(themes), f"{len(themes)} themes, {len(groups)} groups", jump="" if themes else "setup.themes"),
        Check(
            bool(hearing.place), "The place is given" if hearing.place else "The place is missing", jump="setup.place"
        ),
        Check(
            bool(hearing.notice),
            "The notice is noted" if hearing.notice else "How the hearing was noticed is not noted yet",
            jump="setup.notice",
        ),
    ]
    if slips:
        checks.append(Check(True, f"{len(slips)} speakers signed in"))
    if counts.total:
        tagged = counts.tallied - counts.to_tag
        checks.append(
            Check(
                counts.to_tag == 0,
                f"{tagged} of {counts.tallied} comments are tagged",
                jump="" if counts.to_tag == 0 else "comments.to_tag",
            )
        )
    return checks
