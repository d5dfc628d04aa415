"""JSON exports of comment portals: the list of records in them as a table, every value as it is written there."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Final

from frhearing.intake.draft import Reading, RefusedRow, SourceKind, SourceRow, Table, Unreadable
from frhearing.intake.encoding import letters_of
from frhearing.intake.formats.json.records import Records, flat, found_in
from frhearing.intake.formats.no_text import with_text_column
from frhearing.intake.grid import unique_names
from frhearing.intake.letters import TEXT
from frhearing.intake.source import Source

_KEPT: Final = "nothing was imported, and the file is as it was."
_HALF_LETTER: Final = re.compile(r"[\ud800-\udfff]")
_STEP: Final = 1000


def read(source: Source) -> Reading:
    """Read a JSON file. Raises Unreadable where it is none or holds no records, EncodingUnknown as letters_of does."""
    letters = letters_of(source.data, source.file, source.encoding)
    text = source.data[letters.skip :].decode(letters.encoding)
    document = _Document(source, text)
    lists = list(document.lists())
    tables = [document.table(one) for one in lists]
    sizes = [len(table.rows) + len(table.refused) for table in tables]
    if not any(sizes):
        raise Unreadable(f"“{source.file}” holds no list of records; {_KEPT}")
    chosen = sizes.index(max(sizes))
    aside = [f"“{source.file}”: {table.described}" for at, table in enumerate(tables) if at != chosen]
    if lists[chosen].beside:
        aside.append(f"“{source.file}”: what stands beside the records ({', '.join(lists[chosen].beside)})")
    tables[chosen], note = with_text_column(tables[chosen])
    return replace(
        source.reading(SourceKind.TABLE, letters.encoding),
        tables=tuple(tables),
        chosen=chosen,
        notes=tuple(filter(None, (letters.note, *document.notes(), note))),
        not_read=tuple(aside),
    )


class _Document:
    """One JSON text, or one on each line, with what was odd about it."""

    def __init__(self, source: Source, text: str) -> None:
        self.source = source
        self.twice: set[str] = set()
        self.halves = 0
        self.inside = False
        self._bad: list[RefusedRow] = []
        self._numbers: list[int] | None = None
        try:
            self.value = self._loaded(text)
        except json.JSONDecodeError as fault:
            self.value = self._lines(text, fault)
        if isinstance(self.value, str) and self.value.lstrip()[:1] in ("{", "["):
            self.inside = True
            self.value = self._loaded_inside(self.value)

    def lists(self) -> Iterator[Records]:
        """Give every list of records in it."""
        yield from found_in(self.value)

    def table(self, found: Records) -> Table:
        """Make a table of a list of records: a column for every field that any of them has."""
        rows = []
        columns: dict[str, int] = {}
        for index, record in enumerate(found.records):
            cells = flat(record)
            for name in cells:
                columns.setdefault(name, len(columns))
            rows.append(cells)
            if not index % _STEP:
                self.source.progress(index, len(found.records))
        names = list(columns)
        numbers = self._numbers or range(1, len(rows) + 1)
        kept = [
            SourceRow(number, [self._whole(cells.get(name, "")) for name in names])
            for number, cells in zip(numbers, rows, strict=True)
        ]
        header = unique_names([self._whole(name) or TEXT for name in names], range(len(names)))
        place = f"the list “{found.name}”" if found.name else ""
        return Table(self.source.file, header, None, kept, tuple(self._bad), place)

    def notes(self) -> Iterator[str]:
        """Give the sentences about what was odd."""
        file = self.source.file
        if self.inside:
            yield f"“{file}” is a JSON text that holds another one in quotation marks; the inner one was read."
        if self.twice:
            named = ", ".join(sorted(self.twice)[:5])
            yield f"In “{file}” a record names the same field twice ({named}); both values were kept."
        if self.halves:
            yield f"“{file}” holds {self.halves:,} half letters, which no text can keep; each stands as “\ufffd”."
        if self._numbers is not None:
            yield f"“{file}” holds one JSON record on each line; rows are numbered by line."

    def _loaded(self, text: str) -> Any:
        try:
            # Numbers stay as they are written: 1.50 and 900064000000000123456 are not made into other ones.
            return json.loads(text, parse_int=str, parse_float=str, parse_constant=str, object_pairs_hook=self._object)
        except RecursionError as fault:
            raise Unreadable(f"“{self.source.file}” is nested deeper than any export is; {_KEPT}") from fault

    def _loaded_inside(self, text: str) -> Any:
        try:
            return self._loaded(text)
        except json.JSONDecodeError:
            self.inside = False
            return text

    def _lines(self, text: str, whole: json.JSONDecodeError) -> list[Any]:
        """Read one JSON value from each line; lines that are none are refused, unless most of them are."""
        values = []
        numbers = []
        for number, line in enumerate(text.split("\n"), 1):
            if not line.strip():
                continue
            try:
                values.append(self._loaded(line))
                numbers.append(number)
            except json.JSONDecodeError:
                reason = "it is no whole JSON record"
                self._bad.append(RefusedRow(self.source.file, number, reason, line))
        if len(values) < 2 or len(values) < len(self._bad) or not all(isinstance(value, dict) for value in values):
            raise Unreadable(
                f"“{self.source.file}” is no whole JSON file: something is wrong in line {whole.lineno}, "
                f"character {whole.colno}; {_KEPT} Export it again."
            )
        self._numbers = numbers
        return values

    def _object(self, pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        """Make an object of its fields; a name that comes again keeps its value under a name of its own."""
        made = dict(pairs)
        if len(made) == len(pairs):
            return made
        made = {}
        for name, value in pairs:
            chosen, count = name, 1
            while chosen in made:
                count += 1
                chosen = f"{name} ({count})"
                self.twice.add(name)
            made[chosen] = value
        return made

    def _whole(self, cell: str) -> str:
        """Return a cell without half letters, which the record could not keep."""
        if cell.isascii() or not _HALF_LETTER.search(cell):
            return cell
        self.halves += len(_HALF_LETTER.findall(cell))
        return _HALF_LETTER.sub("\ufffd", cell)
