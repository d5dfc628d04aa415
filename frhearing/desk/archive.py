"""The record as data, to go along inside the printed summary: never more of it than what is printed."""

import json
from collections.abc import Mapping

from frhearing.desk import digests
from frhearing.desk.desk import Desk
from frhearing.desk.exporting import csv_text, hearing_json, record_rows
from frhearing.desk.figures import tally_json
from frhearing.model.comment import Comment, CommentStatus
from frhearing.model.record import sha256
from frhearing.report.document import Document
from frhearing.report.facts import Names, SummaryFacts
from frhearing.report.pdf import Attachment
from frhearing.report.products import Product

CALLED = {
    Product.FULL: "the summary",
    Product.MINUTES: "the minutes paragraph",
    Product.TALLY: "the tally sheet",
}
"""What a product is called in a sentence."""

CSV, JSON = "text/csv", "application/json"
FORMAT = "frhearing record 1"

_NOT_PRINTED = frozenset({"email", "district", "external_id", "source_file", "source_row"})
_KEPT_OF_RESTRICTED = frozenset({"number", "received", "channel", "group", "status", "status_reason", "timeliness"})
_IN_FULL = "appendix"
"""The section in which every comment is printed in full; without it no comment goes along either."""
_RULE = (
    "The record digest is the SHA-256 of the digests of all comments in order of number, each followed by a line feed. "
    "The digest of a comment covers what was received, how it is described and tagged, the slip and the turn behind it "
    "and the signatures of a petition. "
    "E-mail addresses, districts and what came from where are not in this file; of a restricted comment neither are "
    "its words and its name."
)


def attachments(
    desk: Desk, facts: SummaryFacts, comments: list[Comment], document: Document, names: Names, product: Product
) -> tuple[Attachment, ...]:
    """Return the files that go along with a summary: all comments as CSV, and the whole record as JSON.

    What does not print the comments has the record without them: its counts and its digests.
    """
    hearing_id = facts.hearing.id
    in_full = any(section.key == _IN_FULL for section in document.sections)
    rows = [_public(row, names) for row in record_rows(desk, hearing_id)] if in_full else []
    tally = {key: value for key, value in tally_json(desk, hearing_id).items() if key != "hearing"}
    record: dict[str, object] = {
        "format": FORMAT,
        "rule": _RULE,
        "product": str(product),
        "edition": document.edition,
        "recorded_at": facts.recorded_at,
        "record_digest": facts.record_digest,
        "hearing": {"uid": facts.hearing.uid.hex(), **hearing_json(facts.hearing)},
        "tally": tally,
        "digest_rule": digests.LATEST,
        "digests": {str(number): one for number, one in digests.digests(desk, hearing_id, comments).items()},
    }
    made = []
    if in_full:
        table = csv_text(rows).encode()
        record["files"] = {"comments.csv": sha256(table)}
        record["comments"] = rows
        made.append(Attachment("comments.csv", CSV, "Every comment on the record as it is printed, one a line", table))
    data = json.dumps(record, ensure_ascii=False, indent=1).encode() + b"\n"
    made.append(Attachment("record.json", JSON, "The record, its counts and its digests, for machines", data))
    return tuple(made)


def _public(row: Mapping[str, str], names: Names) -> dict[str, str]:
    """Return of a row what the summary prints."""
    if row["status"] == CommentStatus.RESTRICTED:
        kept = {key for key in row if key in _KEPT_OF_RESTRICTED or key.startswith("stance_")}
        return {key: value if key in kept else "" for key, value in row.items() if key not in _NOT_PRINTED}
    shown = {key: value for key, value in row.items() if key not in _NOT_PRINTED}
    if names is Names.INITIALS:
        shown["name"] = " ".join(f"{part[0]}." for part in shown["name"].split())
    elif names is Names.NONE:
        shown["name"] = ""
    return shown
