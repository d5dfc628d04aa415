"""A file of rows and columns as text (CSV, TSV and their kin) into tables, nothing padded and nothing trimmed."""

import csv
import io
from collections.abc import Callable, Sequence

from frhearing.intake.dialect import Dialect, sniff
from frhearing.intake.grid import Grid
from frhearing.intake.rows import read_rows


class TableFile(Grid):
    """The tables of one file of text, with what a clerk should know about them."""

    def __init__(self, file: str, lines: Sequence[str], progress: Callable[[int], None]) -> None:
        """Read lines that keep their line ends; ``progress`` is told the number of lines done."""
        hint = _separator_line(lines)
        self.dialect = hint or sniff(lines)
        raw = read_rows(lines, self.dialect, progress)
        if hint:
            raw.rows[0] = []
        super().__init__(file, raw)

    @property
    def notes(self) -> tuple[str, ...]:
        """What a clerk should know about how the file was read, in sentences."""
        notes = [*super().notes]
        if self.raw.damaged:
            first = min(self.raw.damaged) + 1
            notes.append(
                f"In “{self.file}” the quotation marks of {_rows(len(self.raw.damaged))} do not close, first in row "
                f"{first}. The rows after it were found again by their shape: compare the count with the original."
            )
        if self.dialect.backslash:
            notes.append(f"“{self.file}” guards its quotation marks with backslashes; those were taken away.")
        return tuple(notes)


def lines_of(data: bytes, encoding: str, skip: int) -> list[str]:
    """Decode bytes into lines that keep their ends as written; the first ``skip`` bytes are the encoding's mark."""
    stream = io.BytesIO(data)
    stream.seek(skip)
    # newline="" keeps every line end; only \n, \r and \r\n end a line, never a letter such as U+2028.
    with io.TextIOWrapper(stream, encoding, "strict", newline="") as text:
        return list(text)


def write_row(cells: Sequence[str]) -> str:
    """Write one row of cells as a line of CSV, for keeping it beside a refusal."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerow(cells)
    return out.getvalue()


def _separator_line(lines: Sequence[str]) -> Dialect | None:
    """Read the line ``sep=;`` with which spreadsheets are told how a file is written."""
    first = lines[0].rstrip("\r\n") if lines else ""
    if len(first) == 5 and first.lower().startswith("sep="):
        return Dialect(first[4], sniff(lines[1:]).width)
    return None


def _rows(count: int) -> str:
    return "one row" if count == 1 else f"{count} rows"
