"""Finds words in the record: type-ahead over every text, name and organisation."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from frhearing.store.database import Store
from frhearing.store.snippets import LOOKED_AT, snippet

if TYPE_CHECKING:
    from frhearing.model.people import Hit

MOST_COUNTED = 50_000
"""Beyond this many hits the exact number is not counted while typing."""

MOST_TYPED, MOST_WORDS = 2_000, 40
"""So many letters and words of a query are looked for; a whole letter may have been pasted."""

# A letter with marks typed after it is one word, as the index reads it.
_WORD = re.compile("\\w[\\w\u0300-\u036f]*")
# Words between quotation marks, the last pair perhaps not closed yet; or one word, with a star where it may go on.
_PART = re.compile(f'["“”]([^"“”]*)(["“”]?)|({_WORD.pattern})([*]?)')
# The index is walked from its newest entry until the answer is full; comments of other hearings are left out by
# the range of ids that the hearing's own have.
_HITS = """
SELECT c.id, c.hearing_id, c.number, c.name, substr(t.body, 1, :looked) AS body
FROM comment_fts CROSS JOIN comment c ON c.id=comment_fts.rowid CROSS JOIN comment_text t ON t.id=c.id
WHERE comment_fts MATCH :q {within} AND c.void IS NULL ORDER BY comment_fts.rowid DESC LIMIT :limit
"""
_WITHIN = """AND comment_fts.rowid BETWEEN
  (SELECT id FROM comment WHERE hearing_id=:hearing ORDER BY number LIMIT 1)
  AND (SELECT id FROM comment WHERE hearing_id=:hearing ORDER BY number DESC LIMIT 1)
  AND c.hearing_id=:hearing"""
_COUNT = """
SELECT count(*) FROM (SELECT 1 FROM comment_fts CROSS JOIN comment c ON c.id=comment_fts.rowid
WHERE comment_fts MATCH :q {within} AND c.void IS NULL LIMIT :most)
"""


def match_expression(query: str) -> str:
    """Turn what was typed into an FTS5 expression: every word must occur; the last may go on, and one with a star.

    Words between quotation marks must stand together in this order. Signs that FTS5 would read as its own language
    are left out; a query without any word gives "".
    """
    typed, left = query[:MOST_TYPED], MOST_WORDS
    parts: list[str] = []
    for found in _PART.finditer(typed):
        words = _WORD.findall(found[0])[:left]
        left -= len(words)
        if words:
            last = found.end() == len(typed) and typed.endswith(words[-1])
            parts.append(f'"{" ".join(words)}"{"*" if found[4] or last else ""}')
    return " ".join(parts)


def _words(query: str) -> list[str]:
    """Return the words that were typed, no more of them than the index takes at once."""
    return _WORD.findall(query[:MOST_TYPED])[:MOST_WORDS]


def hits(store: Store, query: str, hearing_id: int | None, limit: int) -> list[Hit]:
    """Return the newest comments that hold all the words, with the place marked."""
    expression = match_expression(query)
    if not expression:
        return []
    sql = _HITS.format(within="" if hearing_id is None else _WITHIN)
    values = {"q": expression, "hearing": hearing_id, "limit": limit, "looked": LOOKED_AT + 1}
    words = _words(query)
    open_end = query.rstrip("*").endswith(words[-1])
    from frhearing.model.people import Hit

    return [
        Hit(r["id"], r["hearing_id"], r["number"], r["name"], *snippet(r["body"], words, open_end=open_end))
        for r in store.named(sql, values)
    ]


def count_hits(store: Store, query: str, hearing_id: int | None) -> tuple[int, bool]:
    """Return how many comments hold all the words, and whether there are more than were counted."""
    expression = match_expression(query)
    if not expression:
        return 0, False
    sql = _COUNT.format(within="" if hearing_id is None else _WITHIN)
    number = int(store.named(sql, {"q": expression, "hearing": hearing_id, "most": MOST_COUNTED + 1})[0][0])
    return min(number, MOST_COUNTED), number > MOST_COUNTED
