"""The counts of a hearing, for the window, the page and the command line alike."""

from frhearing.desk.codebook import theme_names
from frhearing.desk.desk import Desk
from frhearing.desk.hearings import get_hearing
from frhearing.model.position import STANCES
from frhearing.model.tally import Scope, StanceCounts, Tally
from frhearing.model.tally import tally as count
from frhearing.store import counting


def tally(desk: Desk, hearing_id: int, scope: Scope = Scope()) -> Tally:
    """Count the comments of a hearing within a scope, by the definitions of ``model.tally``."""
    hearing = get_hearing(desk, hearing_id)
    return count(counting.counted(desk.store, hearing_id), hearing.questions, scope)


def tally_json(desk: Desk, hearing_id: int, scope: Scope = Scope()) -> dict[str, object]:
    """Return the tally as plain data for ``tally --json`` (form in 0-decisions.md)."""
    counts = tally(desk, hearing_id, scope)
    names = theme_names(desk, hearing_id)
    return {
        "hearing": hearing_id,
        "scope": {"spoken": scope.spoken, "once_each": scope.once_each},
        "on_record": counts.on_record,
        "counted": counts.counted,
        "spoken": counts.spoken,
        "written": counts.written,
        "registered_only": counts.registered_only,
        "outside_the_tally": {str(status): n for status, n in counts.outside.items()},
        "late": counts.late,
        "undated": counts.undated,
        "by_channel": {str(channel): n for channel, n in counts.by_channel.items()},
        "form_letters": dict(counts.campaigns),
        "distinct_texts": counts.distinct_texts,
        "petitions": {
            "number": counts.petitions.number,
            "signatures_claimed": counts.petitions.claimed,
            "signatures_counted": counts.petitions.counted,
            "not_counted": counts.petitions.not_counted,
        },
        "names": counts.names,
        "without_group": counts.without_group,
        "without_theme": counts.without_theme,
        "questions": [
            {
                "number": q.question.number,
                "text": q.question.text,
                "support_means": q.question.support_means,
                "oppose_means": q.question.oppose_means,
                "counted": q.stances.total,
                "tagged": q.stances.tagged,
                "not_tagged": q.stances.not_tagged,
                "inferred": q.stances.inferred,
                "stances": _stances(q.stances),
                "by_group": {group: _row(found) for group, found in q.by_group.items()},
                "by_theme": {names.get(theme, str(theme)): _row(found) for theme, found in q.by_theme.items()},
            }
            for q in counts.questions
        ],
    }


def _stances(found: StanceCounts) -> dict[str, int]:
    """Return the number of each stance by its code."""
    return {str(stance): found[stance] for stance in STANCES}


def _row(found: StanceCounts) -> dict[str, int]:
    """Return one row of a table of stances with its denominators."""
    return {**_stances(found), "not_tagged": found.not_tagged, "total": found.total}
