"""Finds words in the record: type-ahead over every text, name and organisation."""

import re

from frhearing.model.people import Hit
from frhearing.store.database import Store

MOST_COUNTED = 50_000
"""Beyond this many hits the exact number is not counted while typing."""

_OPEN, _CLOSE = "\x02", "\x03"
_WORD = re.compile(r"\w+")
_HITS = """
SELECT c.id, c.hearing_id, c.number, c.name,
  snippet(comment_fts, 0, char(2), char(3), '…', 12) AS cut
FROM (SELECT rowid AS r FROM comment_fts WHERE comment_fts MATCH :q ORDER BY rowid DESC LIMIT :most) x
JOIN comment_fts ON comment_fts.rowid=x.r AND comment_fts MATCH :q
JOIN comment c ON c.id=x.r
WHERE c.void IS NULL AND (:hearing IS NULL OR c.hearing_id=:hearing) ORDER BY c.id DESC LIMIT :limit
"""


def match_expression(query: str) -> str:
    """Turn what was typed into an FTS5 expression: every word must occur, the last one may go on.

    Signs that FTS5 would read as its own language are left out; a query without any word gives "".
    """
    words = _WORD.findall(query)
    if not words:
        return ""
    quoted = [f'"{word}"' for word in words]
    if query[-1:].isalnum():
        quoted[-1] += "*"
    return " ".join(quoted)


def hits(store: Store, query: str, hearing_id: int | None, limit: int) -> list[Hit]:
    """Return the newest comments that hold all the words, with the place marked."""
    expression = match_expression(query)
    if not expression:
        return []
    # Voided comments and those of other hearings are left out after the match; a wider inner window keeps
    # the answer full in all but rare cases without ever walking through every hit.
    values = {"q": expression, "hearing": hearing_id, "limit": limit, "most": limit * 20}
    return [_hit(r["id"], r["hearing_id"], r["number"], r["name"], r["cut"]) for r in store.named(_HITS, values)]


def _hit(comment_id: int, hearing_id: int, number: int, name: str, cut: str) -> Hit:
    """Turn a marked snippet into a Hit with spans."""
    text, spans = "", []
    for piece in re.split(f"({_OPEN}.*?{_CLOSE})", cut, flags=re.DOTALL):
        if piece.startswith(_OPEN):
            word = piece.strip(_OPEN + _CLOSE)
            spans.append((len(text), len(text) + len(word)))
            text += word
        else:
            text += piece
    return Hit(comment_id, hearing_id, number, name, text, tuple(spans))


def count_hits(store: Store, query: str, hearing_id: int | None) -> tuple[int, bool]:
    """Return how many comments hold all the words, and whether there are more than were counted."""
    expression = match_expression(query)
    if not expression:
        return 0, False
    found = store.value(
        "SELECT count(*) FROM (SELECT 1 FROM comment_fts f JOIN comment c ON c.id=f.rowid "
        "WHERE comment_fts MATCH ? AND c.void IS NULL AND (? IS NULL OR c.hearing_id=?) LIMIT ?)",
        (expression, hearing_id, hearing_id, MOST_COUNTED + 1),
    )
    number = int(str(found))
    return min(number, MOST_COUNTED), number > MOST_COUNTED
