"""Turns the clerk's filter into a condition on comments."""

import re
from collections.abc import Iterator, Sequence

from frhearing.model.comment import TALLIED, Timeliness
from frhearing.model.filter import NO_GROUP, NOT_TAGGED, CommentFilter

TALLIED_CODES = ",".join(f"'{status}'" for status in sorted(TALLIED))
"""The statuses that can be counted, as a list of SQL."""
_IN_TALLY = f"c.status IN ({TALLIED_CODES}) AND c.timeliness<>'{Timeliness.LATE_NOT_CONSIDERED}'"


def condition(hearing_id: int, wanted: CommentFilter) -> tuple[str, dict[str, object]]:
    """Return the condition of a filter on ``comment c`` (and ``comment_stance s``) with its named values."""
    values = _Values(hearing=hearing_id)
    terms = [
        "c.hearing_id=:hearing AND c.void IS NULL",
        *_tags(wanted, values),
        *_facts(wanted, values),
        *_marks(wanted),
    ]
    if wanted.text.strip():
        terms.append(_text_term(wanted.text.strip(), values))
    return " AND ".join(terms), values


class _Values(dict[str, object]):
    """The named values of a condition."""

    def one_of(self, column: str, choices: Sequence[object]) -> str:
        """Take choices in and return the term that asks for one of them."""
        name = column.partition(".")[2]
        self.update({f"{name}{place}": choice for place, choice in enumerate(choices)})
        return f"{column} IN ({','.join(f':{name}{place}' for place in range(len(choices)))})"


def _tags(wanted: CommentFilter, values: _Values) -> Iterator[str]:
    """Give the terms for what the clerk has tagged."""
    if wanted.stances:
        term = values.one_of("s.stance", [s for s in wanted.stances if s != NOT_TAGGED])
        yield f"({term} OR s.stance IS NULL)" if NOT_TAGGED in wanted.stances else term
        if not wanted.statuses and wanted.counted is None:
            # The numbers beside the stances are those of the tally.
            yield _IN_TALLY
    if wanted.groups:
        term = values.one_of("c.group_id", [g for g in wanted.groups if g != NO_GROUP])
        yield f"({term} OR c.group_id IS NULL)" if NO_GROUP in wanted.groups else term
    if wanted.themes:
        among = values.one_of("t.theme_id", wanted.themes)
        yield f"EXISTS(SELECT 1 FROM comment_theme t WHERE t.comment_id=c.id AND t.void IS NULL AND {among})"
    if wanted.campaign:
        values["campaign"] = wanted.campaign
        yield "c.campaign_id=(SELECT id FROM campaign WHERE hearing_id=:hearing AND name=:campaign AND void IS NULL)"


def _facts(wanted: CommentFilter, values: _Values) -> Iterator[str]:
    """Give the terms for how and when a comment came in."""
    for column, choices in (
        ("c.channel", wanted.channels),
        ("c.status", wanted.statuses),
        ("c.timeliness", wanted.timeliness),
    ):
        if choices:
            yield values.one_of(column, choices)
    for term, key, value in (
        ("c.received_day>=:first", "first", wanted.first_day),
        ("c.received_day<=:last", "last", wanted.last_day),
        ("c.batch_id=:batch", "batch", wanted.batch_id),
    ):
        if value:
            values[key] = value
            yield term


def _marks(wanted: CommentFilter) -> Iterator[str]:
    """Give the terms that need no value."""
    if wanted.spoken is not None:
        yield f"c.channel {'IN' if wanted.spoken else 'NOT IN'} ('in_person','remote')"
    if wanted.counted is not None:
        yield _IN_TALLY if wanted.counted else f"NOT ({_IN_TALLY})"
    if wanted.flagged:
        yield "c.flagged=1"
    if wanted.to_type:
        # What was spoken and not noted is not missing: nobody promised to write it down.
        yield "c.excerpt='' AND c.channel NOT IN ('in_person','remote')"
    if wanted.with_quotes:
        yield "EXISTS(SELECT 1 FROM passage p WHERE p.comment_id=c.id AND p.void IS NULL)"


def _text_term(text: str, values: dict[str, object]) -> str:
    """Return the condition for what was typed: words, or a number on the record such as "No. 12"."""
    number = re.fullmatch(r"(?:no\.?\s*|#)?(\d{1,9})", text, flags=re.IGNORECASE)
    if number:
        values["number"] = int(number.group(1))
    # Loaded with the first search: a list without one is shown sooner.
    from frhearing.store.finding import match_expression

    values["match"] = match_expression(text)
    if not values["match"]:
        return "0"
    term = "c.id IN (SELECT rowid FROM comment_fts WHERE comment_fts MATCH :match)"
    return f"({term} OR c.number=:number)" if number else term
