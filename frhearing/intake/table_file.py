"""A file of rows and columns as text (CSV, TSV and their kin) into tables, nothing padded and nothing trimmed."""

import csv
import io
from collections import Counter
from collections.abc import Callable, Sequence

from frhearing.intake.dialect import Dialect, sniff
from frhearing.intake.draft import RefusedRow, SourceRow, Table
from frhearing.intake.layout import Layout, Span, find_tables, used
from frhearing.intake.rows import RawRows, read_rows


class TableFile:
    """The tables of one file, with what a clerk should know about them."""

    def __init__(self, file: str, lines: Sequence[str], progress: Callable[[int], None]) -> None:
        """Read lines that keep their line ends; ``progress`` is told the number of lines done."""
        self.file = file
        hint = _separator_line(lines)
        self.dialect = hint or sniff(lines)
        self.raw = read_rows(lines, self.dialect, progress)
        if hint:
            self.raw.rows[0] = []
        self.layout: Layout = find_tables(self.raw)
        self.tables = tuple(self._table(span) for span in self.layout.spans)

    @property
    def chosen(self) -> int:
        """The index of the table to use unless the clerk says otherwise: the one with most rows, good and bad."""
        sizes = [len(table.rows) + len(table.refused) for table in self.tables]
        return sizes.index(max(sizes)) if sizes else 0

    @property
    def notes(self) -> tuple[str, ...]:
        """What a clerk should know about how the file was read, in sentences."""
        notes = []
        titles = [index for index in self.layout.titles if index not in self.raw.damaged]
        if titles:
            rows = ", ".join(str(index + 1) for index in titles[:5]) + (" …" if len(titles) > 5 else "")
            said = " / ".join(" ".join(filter(None, self.raw.rows[index])) for index in titles[:3])
            notes.append(f"Read as a title, not as a comment: row {rows} of “{self.file}” ({said[:120]}).")
        repeated = sum(len(span.repeated) for span in self.layout.spans)
        if repeated:
            notes.append(f"The row that names the columns of “{self.file}” comes {repeated + 1} times; once is enough.")
        if self.raw.damaged:
            first = min(self.raw.damaged) + 1
            notes.append(
                f"In “{self.file}” the quotation marks of {_rows(len(self.raw.damaged))} do not close, first in row "
                f"{first}. The rows after it were found again by their shape: compare the count with the original."
            )
        if self.dialect.backslash:
            notes.append(f"“{self.file}” guards its quotation marks with backslashes; those were taken away.")
        return tuple(notes)

    def _table(self, span: Span) -> Table:
        """Make a table of a span: rows with the header's number of cells; all others are refused, none padded."""
        rows = self.raw.rows
        head = rows[span.header] if span.header is not None else []
        width = span.width if head else _usual_width(self.raw, span)
        fitting: list[SourceRow] = []
        refused = []
        keep = self._columns(span, head, width)
        every = keep == list(range(width))
        for index in span.members:
            cells = rows[index]
            if len(cells) != width:
                if index in self.raw.damaged or len(cells) < width or used(cells) > width:
                    refused.append(self._refuse(index, len(cells), width))
                    continue
                cells = cells[:width]  # beyond the header there are only empty cells
            fitting.append(SourceRow(index + 1, cells if every else [cells[at] for at in keep]))
        names = _unique([head[at] if at < len(head) else "" for at in keep], keep)
        number = span.header + 1 if span.header is not None else None
        return Table(self.file, names, number, fitting, tuple(refused))

    def _columns(self, span: Span, head: list[str], width: int) -> list[int]:
        """Return the columns that have a name or a value: those of a wider table beside this one are left out."""
        named = {at for at, name in enumerate(head) if name.strip()}
        for index in span.members:
            if len(named) == width:
                break
            named.update(at for at, cell in enumerate(self.raw.rows[index][:width]) if cell)
        return sorted(named)

    def _refuse(self, index: int, found: int, width: int) -> RefusedRow:
        if index in self.raw.damaged:
            reason = "its quotation marks do not close, so its columns cannot be told apart"
        else:
            reason = f"it has {found} {'column' if found == 1 else 'columns'} where the table has {width}"
        return RefusedRow(self.file, index + 1, reason, self.raw.raw(index))


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


def _usual_width(raw: RawRows, span: Span) -> int:
    widths = Counter(len(raw.rows[index]) for index in span.members if index not in raw.damaged)
    return max(widths, key=lambda width: (widths[width], width), default=span.width)


def _unique(names: Sequence[str], places: Sequence[int]) -> tuple[str, ...]:
    """Name each column once: a missing name becomes ``Column 3``, a repeated one ``Comment (2)``."""
    taken: set[str] = set()
    unique = []
    for name, place in zip(names, places, strict=True):
        wanted = name if name.strip() else f"Column {place + 1}"
        chosen, count = wanted, 1
        while chosen in taken:
            count += 1
            chosen = f"{wanted} ({count})"
        taken.add(chosen)
        unique.append(chosen)
    return tuple(unique)


def _rows(count: int) -> str:
    return "one row" if count == 1 else f"{count} rows"
