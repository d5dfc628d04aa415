"""The tables that stand among the rows of a source: unique column names, nothing padded and nothing trimmed."""

from collections import Counter
from collections.abc import Sequence

from frhearing.intake.draft import RefusedRow, SourceRow, Table
from frhearing.intake.layout import Layout, Span, find_tables, used
from frhearing.intake.rows import RawRows


class Grid:
    """The tables of one run of rows (a file, a sheet, a table of a web page), with what a clerk should know of them."""

    def __init__(self, file: str, raw: RawRows, place: str = "", layout: Layout | None = None) -> None:
        """``place`` names the part of the file that the rows are from, such as ``sheet “March”``; empty for all.

        ``layout`` is where the tables stand, if that is known without looking for it.
        """
        self.file, self.raw, self.place = file, raw, place
        self.layout: Layout = layout or find_tables(raw)
        self.tables = tuple(self.table(span) for span in self.layout.spans)

    @property
    def chosen(self) -> int:
        """The index of the table to use unless the clerk says otherwise: the one with most rows, good and bad."""
        sizes = [len(table.rows) + len(table.refused) for table in self.tables]
        return sizes.index(max(sizes)) if sizes else 0

    @property
    def where(self) -> str:
        """The file, and the part of it, for a sentence."""
        return f"“{self.file}”, {self.place}" if self.place else f"“{self.file}”"

    @property
    def notes(self) -> tuple[str, ...]:
        """What a clerk should know about how the rows were read, in sentences."""
        notes = []
        titles = [index for index in self.layout.titles if index not in self.raw.damaged]
        if titles:
            rows = ", ".join(str(index + 1) for index in titles[:5]) + (" …" if len(titles) > 5 else "")
            said = " / ".join(" ".join(filter(None, self.raw.rows[index])) for index in titles[:3])
            notes.append(f"Read as a title, not as a comment: row {rows} of {self.where} ({said[:120]}).")
        repeated = sum(len(span.repeated) for span in self.layout.spans)
        if repeated:
            notes.append(f"The row that names the columns of {self.where} comes {repeated + 1} times; once is enough.")
        return tuple(notes)

    def columns(self, span: Span) -> list[int]:
        """Return the columns that have a name or a value: those of a wider table beside this one are left out."""
        head, width = self._head(span), self._width(span)
        named = {at for at, name in enumerate(head) if name.strip()}
        for index in span.members:
            if len(named) == width:
                break
            named.update(at for at, cell in enumerate(self.raw.rows[index][:width]) if cell)
        return sorted(named)

    def table(self, span: Span, columns: Sequence[int] | None = None) -> Table:
        """Make a table of a span: rows with the header's number of cells; all others are refused, none padded.

        ``columns`` are the places of its columns where they are known from elsewhere.
        """
        rows = self.raw.rows
        head, width = self._head(span), self._width(span)
        fitting: list[SourceRow] = []
        refused = []
        keep = self.columns(span) if columns is None else list(columns)
        every = keep == list(range(width))
        for index in span.members:
            cells = rows[index]
            if len(cells) != width:
                if index in self.raw.damaged or len(cells) < width or used(cells) > width:
                    refused.append(self._refuse(index, len(cells), width))
                    continue
                cells = cells[:width]  # beyond the header there are only empty cells
            fitting.append(SourceRow(index + 1, cells if every else [cells[at] for at in keep]))
        names = unique_names([head[at] if at < len(head) else "" for at in keep], keep)
        number = span.header + 1 if span.header is not None else None
        return Table(self.file, names, number, fitting, tuple(refused), self.place)

    def _head(self, span: Span) -> list[str]:
        return self.raw.rows[span.header] if span.header is not None else []

    def _width(self, span: Span) -> int:
        return span.width if span.header is not None else _usual_width(self.raw, span)

    def _refuse(self, index: int, found: int, width: int) -> RefusedRow:
        if index in self.raw.damaged:
            reason = "its quotation marks do not close, so its columns cannot be told apart"
        else:
            reason = f"it has {found} {'column' if found == 1 else 'columns'} where the table has {width}"
        return RefusedRow(self.file, index + 1, reason, self.raw.raw(index))


def unique_names(names: Sequence[str], places: Sequence[int]) -> tuple[str, ...]:
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


def _usual_width(raw: RawRows, span: Span) -> int:
    widths = Counter(len(raw.rows[index]) for index in span.members if index not in raw.damaged)
    return max(widths, key=lambda width: (widths[width], width), default=span.width)
