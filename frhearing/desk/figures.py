"""The counts of a hearing, for the window, the page and the command line alike."""

from collections.abc import Mapping

from frhearing.desk.codebook import theme_names
from frhearing.desk.desk import Desk
from frhearing.desk.hearings import get_hearing
from frhearing.model.position import STANCES
from frhearing.model.tally import Petitions, QuestionTally, Scope, StanceCounts, Tally
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
        "persons_heard": counts.persons_heard,
        "outside_the_tally": {str(status): n for status, n in counts.outside.items()},
        "late": counts.late,
        "late_not_considered": len(counts.not_considered),
        "undated": counts.undated,
        "by_channel": {str(channel): n for channel, n in counts.by_channel.items()},
        "form_letters": dict(counts.campaigns),
        "distinct_texts": counts.distinct_texts,
        "petitions": _petitions(counts.petitions),
        "names": counts.names,
        "without_group": counts.without_group,
        "without_theme": counts.without_theme,
        "without_text": counts.without_text,
        "without_name": counts.without_name,
        "questions": [_question(counted, names) for counted in counts.questions],
    }


def _petitions(found: Petitions) -> dict[str, int]:
    """Return petitions and their signatures, which are no comments."""
    return {
        "number": found.number,
        "signatures_claimed": found.claimed,
        "signatures_counted": found.counted,
        "not_counted": found.not_counted,
        "duplicates": found.duplicates,
        "unreadable": found.unreadable,
        "outside": found.outside,
        "remaining": found.remaining,
    }


def _question(counted: QuestionTally, names: Mapping[int, str]) -> dict[str, object]:
    """Return the counts on one question; themes by their names."""
    asked, found = counted.question, counted.stances
    return {
        "number": asked.number,
        "text": asked.text,
        "support_means": asked.support_means,
        "oppose_means": asked.oppose_means,
        "counted": found.total,
        "tagged": found.tagged,
        "not_tagged": found.not_tagged,
        "inferred": found.inferred,
        "stances": _stances(found),
        "by_group": {group: _row(counts) for group, counts in counted.by_group.items()},
        "by_theme": {names.get(theme, str(theme)): _row(counts) for theme, counts in counted.by_theme.items()},
    }


def _stances(found: StanceCounts) -> dict[str, int]:
    """Return the number of each stance by its code."""
    return {str(stance): found[stance] for stance in STANCES}


def _row(found: StanceCounts) -> dict[str, int]:
    """Return one row of a table of stances with its denominators."""
    return {**_stances(found), "not_tagged": found.not_tagged, "total": found.total}
