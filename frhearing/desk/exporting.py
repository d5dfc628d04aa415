"""Takes a hearing's record out as CSV or JSON, exact or safe to open in a spreadsheet."""

import csv
import io
import json
import unicodedata
from collections.abc import Mapping, Sequence
from pathlib import Path

from frhearing.desk.codebook import theme_names
from frhearing.desk.desk import Desk
from frhearing.desk.figures import tally_json
from frhearing.desk.hearings import get_hearing
from frhearing.desk.petitions import list_petitions
from frhearing.desk.whole_files import put
from frhearing.model.comment import Comment
from frhearing.model.hearing import Hearing
from frhearing.model.letters import Petition
from frhearing.store import comments as stored

_DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n", "\0", "＝", "＋", "－", "＠")


def export_csv(desk: Desk, hearing_id: int, path: Path, *, spreadsheet_safe: bool = False) -> int:
    """Write one line for each comment and return their number.

    The exact form keeps every letter; the form for spreadsheets puts an apostrophe before what a spreadsheet
    would take for a formula, and a mark at the start of the file that tells it the encoding.
    """
    rows = record_rows(desk, hearing_id)
    columns = list(rows[0]) if rows else list(_columns(get_hearing(desk, hearing_id)))
    encoding = "utf-8-sig" if spreadsheet_safe else "utf-8"
    put(path, csv_text(rows, columns, spreadsheet_safe=spreadsheet_safe).encode(encoding), "The export")
    return len(rows)


def csv_text(rows: Sequence[Mapping[str, str]], columns: Sequence[str] = (), *, spreadsheet_safe: bool = False) -> str:
    """Return rows as CSV with a line of their names above; ``columns`` are the names where there are no rows."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(columns or (rows[0] if rows else ()))
    for row in rows:
        writer.writerow([guarded(value) if spreadsheet_safe else value for value in row.values()])
    return out.getvalue()


def export_json(desk: Desk, hearing_id: int, path: Path) -> int:
    """Write the hearing, its tally, its petitions and every comment as JSON and return the number of comments."""
    hearing = get_hearing(desk, hearing_id)
    rows = record_rows(desk, hearing_id)
    data = {
        "hearing": hearing_json(hearing),
        "tally": tally_json(desk, hearing_id),
        "petitions": [petition_json(petition) for petition in list_petitions(desk, hearing_id)],
        "comments": rows,
    }
    put(path, (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode(), "The export")
    return len(rows)


def hearing_json(hearing: Hearing) -> dict[str, object]:
    """Return what names a hearing and its questions, as plain data."""
    return {
        "title": hearing.title,
        "body": hearing.body.name,
        "date": hearing.date,
        "place": hearing.place,
        "status": str(hearing.status),
        "questions": [
            {"number": q.number, "text": q.text, "support_means": q.support_means, "oppose_means": q.oppose_means}
            for q in hearing.questions
        ],
    }


def petition_json(petition: Petition) -> dict[str, object]:
    """Return a petition as plain data: the number of its letter, its sponsor, its signatures, which are no comments."""
    found = petition.signatures
    return {
        "number": petition.number,
        "sponsor": petition.sponsor,
        "signatures_claimed": found.claimed,
        "signatures_counted": found.counted,
        "duplicates_found": found.duplicates,
        "unreadable": found.unreadable,
        "outside_jurisdiction": found.outside,
        "counted_by": found.counted_by,
    }


def record_rows(desk: Desk, hearing_id: int) -> list[dict[str, str]]:
    """Return every comment as a row of text, in order of number."""
    hearing = get_hearing(desk, hearing_id)
    names = theme_names(desk, hearing_id)
    return [_row(hearing, names, comment) for comment in stored.all_comments(desk.store, hearing_id)]


def _columns(hearing: Hearing) -> tuple[str, ...]:
    """Return the columns of an export, in order."""
    stances = tuple(f"stance_{q.number}" for q in hearing.questions)
    before = "number received received_as_written channel name organization group district email"
    after = (
        "condition themes status status_reason timeliness form_letter language subject external_id source_file "
        "source_row quotes digest text"
    )
    return (*before.split(), *stances, *after.split())


def _row(hearing: Hearing, names: dict[int, str], c: Comment) -> dict[str, str]:
    """Return one comment as a row of text."""
    conditions = [p.condition for p in c.positions if p.condition]
    return {
        "number": str(c.number),
        "received": c.received_at or "",
        "received_as_written": c.received_as_written,
        "channel": str(c.channel),
        "name": c.name,
        "organization": c.organization,
        "group": c.group,
        "district": c.district,
        "email": c.email,
        **{f"stance_{q.number}": str(c.stances.get(q.number, "")) for q in hearing.questions},
        "condition": conditions[-1] if conditions else "",
        "themes": "; ".join(names[t] for t in c.theme_ids if t in names),
        "status": str(c.status),
        "status_reason": c.status_reason,
        "timeliness": str(c.timeliness),
        "form_letter": c.campaign,
        "language": c.language,
        "subject": c.subject,
        "external_id": c.external_id,
        "source_file": c.source_file,
        "source_row": c.source_row,
        "quotes": " | ".join(p.text for p in c.passages),
        "digest": c.digest,
        "text": c.text,
    }


def guarded(value: str) -> str:
    """Return a value that no spreadsheet takes for a formula (OWASP, CSV injection)."""
    # Spaces and signs without a width are trimmed away by the spreadsheet before it looks.
    first = next((c for c in value if unicodedata.category(c) not in ("Zs", "Cf")), "")
    return f"'{value}" if first in _DANGEROUS else value
