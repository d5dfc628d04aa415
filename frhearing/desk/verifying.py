"""Looks offline at a printed summary, minutes or tally sheet: is it what the desk made, and does the record agree?"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from frhearing.desk import digests
from frhearing.desk.archive import CALLED, CSV, FORMAT, JSON
from frhearing.desk.desk import Desk
from frhearing.desk.hearings import get_hearing
from frhearing.model.record import chain_digest, sha256
from frhearing.report.labels import Words
from frhearing.report.pdf.attachments import Found, read_again
from frhearing.report.products import Product
from frhearing.report.text import Gate
from frhearing.store import comments as stored
from frhearing.store import editions

_MOST_NAMED = 20
_MOST_SHOWN = 200
_NUMBER, _DIGEST = re.compile("[1-9][0-9]{0,8}"), re.compile("[0-9a-f]{64}")


_OLDER_RULE = (
    "It was printed by an older version, whose digest covers the comments as they are described and tagged, "
    "not the slips, the turns or the signatures of petitions."
)
_NEWER_RULE = (
    "Its digest was made by a rule that this version does not know: a newer version of frhearing can compare it."
)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was found: ``ok`` if the file is one that the desk saved and the record still says the same."""

    ok: bool
    sentences: tuple[str, ...]
    facts: Mapping[str, object] = field(default_factory=dict)


def verify(path: Path, desk: Desk | None) -> Verdict:
    """Look at a file, beside the store of an open desk if there is one; raises OSError where it cannot be read."""
    data = path.read_bytes()
    found = read_again(data)
    record = _record(found) if found else None
    facts: dict[str, object] = {"file": str(path), "sha256": sha256(data)}
    if found is None or record is None:
        sentence = (
            f"{path.name} is not a summary as frhearing writes it: it was made by another program, "
            "or another program has written it anew since."
        )
        return Verdict(False, (sentence,), {**facts, "summary": False})
    sentences, whole = _itself(path.name, found, record, len(data))
    facts |= {"summary": True, "whole": whole, "appended": len(data) - found.length}
    facts |= {name: _plain(record[name]) for name in ("edition", "recorded_at", "record_digest")}
    if desk is None:
        sentences.append("There is no store here to compare it with.")
        return Verdict(False, tuple(sentences), facts)
    listed, words = _listed(desk, data[: found.length])
    sentences.append(words)
    same, more, compared = _compared(desk, record)
    sentences += more
    facts |= {"saved_by_this_desk": listed, **compared}
    return Verdict(whole and listed and same and found.length == len(data), tuple(sentences), facts)


def _record(found: Found) -> dict[str, Any] | None:
    """Return the record that goes along with a file, None if there is none that can be read."""
    try:
        record = json.loads(found.attached.get(JSON, b""))
    except (ValueError, RecursionError):
        return None
    if not isinstance(record, dict) or record.get("format") != FORMAT:
        return None
    digests, hearing, files = (record.get(name) for name in ("digests", "hearing", "files"))
    texts = [record.get(name) for name in ("edition", "recorded_at", "record_digest")]
    texts += [hearing.get(name) for name in ("uid", "title")] if isinstance(hearing, dict) else [None]
    fine = isinstance(digests, dict) and all(
        _NUMBER.fullmatch(number) and isinstance(one, str) and _DIGEST.fullmatch(one) for number, one in digests.items()
    )
    fine &= (files is None or isinstance(files, dict)) and all(isinstance(text, str) for text in texts)
    return record if fine else None


def _plain(text: str) -> str:
    """Return a text out of a file that anybody may have made, fit to be shown on one line."""
    return " ".join(Gate(lambda _: True).through(text, "").split())[:_MOST_SHOWN]


def _itself(name: str, found: Found, record: dict[str, Any], size: int) -> tuple[list[str], bool]:
    """Say whether the file agrees with itself: its bytes, the digests within it, the table that goes along."""
    edition, title, digest = map(_plain, (record["edition"], record["hearing"]["title"], record["record_digest"]))
    product = record.get("product", Product.FULL)
    what = CALLED[Product(product)] if product in list(Product) else CALLED[Product.FULL]
    sentences = [f"{name} is {edition} of {what} of “{title}”, record digest {digest}."]
    table = (record.get("files") or {}).get("comments.csv")
    attached = found.attached.get(CSV)
    agrees = chain_digest(record["digests"].values()) == record["record_digest"]
    agrees &= (sha256(attached) if attached is not None else None) == table
    if not found.whole:
        sentences.append("It was altered after it was made: its bytes do not fit its own fingerprint any more.")
    elif not agrees:
        sentences.append("The record that goes along with it does not agree with the digest it states.")
    else:
        sentences.append("Every byte of it fits its own fingerprint.")
    if size > found.length:
        sentences.append(
            f"{size - found.length:,} bytes were appended to it later, such as a signature or a note; "
            "what was appended can change what one sees."
        )
    return sentences, found.whole and agrees


def _listed(desk: Desk, data: bytes) -> tuple[bool, str]:
    """Say whether a file, as far as it was once written, is one that this desk saved."""
    row = editions.find(desk.store, sha256(data))
    if row is None:
        return False, "It is not on this store's list of saved summaries."
    zone = get_hearing(desk, row["hearing_id"]).zone
    day = Words("en").moment(row["made_at"], zone)
    pages = "1 page" if row["pages"] == 1 else f"{row['pages']:,} pages"
    return True, f"This desk saved exactly this on {day} as {row['label']}, {pages}."


def _compared(desk: Desk, record: dict[str, Any]) -> tuple[bool, list[str], dict[str, object]]:
    """Compare the digests in a file with those of the record as it stands now."""
    hearing_id = _hearing(desk, record["hearing"]["uid"])
    if hearing_id is None:
        return False, ["Its hearing is not in this store."], {"hearing_found": False}
    rule = record.get("digest_rule", digests.COMMENTS_ONLY)
    if rule not in digests.RULES:
        return False, [_NEWER_RULE], {"hearing_found": True}
    now = digests.digests(desk, hearing_id, stored.all_comments(desk.store, hearing_id), rule)
    then = {int(number): one for number, one in record["digests"].items()}
    differing = sorted(number for number in then.keys() & now.keys() if then[number] != now[number])
    gone, new = sorted(then.keys() - now.keys()), sorted(now.keys() - then.keys())
    same = chain_digest(now.values()) == record["record_digest"]
    facts = {"hearing_found": True, "matches_record": same, "differing": differing, "gone": gone, "new": new}
    if same:
        older = [_OLDER_RULE] if rule == digests.COMMENTS_ONLY else []
        return True, ["It matches the record as it stands now: the digests are equal.", *older], facts
    sentences = ["The record has changed since."]
    for numbers, words in (
        (differing, "not as it was then"),
        (gone, "not on the record any more"),
        (new, "on the record only since"),
    ):
        if numbers:
            sentences.append(f"{_numbers(numbers)} {'is' if len(numbers) == 1 else 'are'} {words}.")
    return False, sentences, facts


def _hearing(desk: Desk, uid: str) -> int | None:
    try:
        return editions.hearing_with(desk.store, bytes.fromhex(uid))
    except ValueError:
        return None


def _numbers(numbers: list[int]) -> str:
    named = ", ".join(f"No. {number}" for number in numbers[:_MOST_NAMED])
    more = len(numbers) - _MOST_NAMED
    return f"{named} and {more:,} more" if more > 0 else named
