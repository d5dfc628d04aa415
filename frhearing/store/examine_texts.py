"""Compares every text with what was received, with its versions, and with what lists show of it."""

import hashlib
import json
from collections.abc import Iterator

from frhearing.model.record import received_digest
from frhearing.store.changes import excerpt
from frhearing.store.connection import Row
from frhearing.store.database import Store

_TEXTS = """
SELECT c.number, c.received, c.digest, c.excerpt, t.version, t.body, v.body AS first, w.body AS current
FROM comment c LEFT JOIN comment_text t ON t.id=c.id
LEFT JOIN text_version v ON v.comment_id=c.id AND v.version=1
LEFT JOIN text_version w ON w.comment_id=c.id AND w.version=t.version
"""


def altered_texts(store: Store) -> Iterator[str]:
    """Give a sentence for each comment of which what was received, or a text, is not what it was."""
    for r in store.reader().execute(_TEXTS):
        if r["body"] is None:
            yield f"The text of No. {r['number']} is missing."
            continue
        received = _text_received(r)
        if received is None:
            yield f"What was received with No. {r['number']} was altered."
        first = r["body"] if r["first"] is None else r["first"]
        if hashlib.sha256(first.encode("utf-8", "surrogateescape")).hexdigest() != received and received is not None:
            yield f"The text of No. {r['number']} as received was altered."
        if r["current"] is None and r["version"] != 1:
            yield f"Version {r['version']} of the text of No. {r['number']} is missing."
        if r["current"] is not None and r["current"] != r["body"]:
            yield f"The text of No. {r['number']} is not that of its version {r['version']}."
        if r["excerpt"] != excerpt(r["body"]):
            yield f"The beginning that lists show of No. {r['number']} is not that of its text."


def _text_received(r: Row) -> str | None:
    """Return the SHA-256 of the text as it was received, None where what was received does not fit its digest."""
    try:
        facts = json.loads(r["received"])
        return str(facts["text_sha256"]) if received_digest(facts) == r["digest"] else None
    except (ValueError, LookupError, TypeError, AttributeError):
        return None
