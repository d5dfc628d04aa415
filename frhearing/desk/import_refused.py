"""The rows that an import refused: kept with their reasons, given out as a file of rows and columns."""

import csv
import io
from collections.abc import Sequence
from pathlib import Path

from frhearing.desk.desk import Desk
from frhearing.desk.exporting import guarded
from frhearing.desk.whole_files import put
from frhearing.intake.draft import RefusedRow
from frhearing.store import imports as stored


def refused_rows(desk: Desk, batch_id: int) -> list[RefusedRow]:
    """Return the rows that an import refused, with their reasons and all that stood there."""
    return [
        RefusedRow(row["file"], int(row["row"]), row["reason"], row["raw"])
        for row in stored.refused_rows(desk.store, batch_id)
    ]


def export_refused(rows: Sequence[RefusedRow], path: Path, *, spreadsheet_safe: bool = False) -> int:
    """Write refused rows as CSV and return their number; see ``exporting.export_csv`` for the safe form."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(("file", "row", "reason", "as it stands in the file"))
    for row in rows:
        cells = (row.file, str(row.row), row.reason, row.raw)
        writer.writerow([guarded(cell) if spreadsheet_safe else cell for cell in cells])
    put(path, out.getvalue().encode("utf-8-sig" if spreadsheet_safe else "utf-8"), "The list of refused rows")
    return len(rows)
