"""Two files that are one: the texts stand in one table and who wrote them in another, with a column in common."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from frhearing.intake.draft import RefusedRow, SourceRow, Table
from frhearing.intake.suggest import mangled, suggest
from frhearing.intake.table_file import write_row
from frhearing.intake.words import is_blank, plain

_DISTINCT: Final = 0.7
_ENOUGH: Final = 0.5
"""A column joins two tables if at least this share of the texts, or of the list, is found by it (``_ENOUGH``),
and if so large a share of the list has a value of its own there (``_DISTINCT``): a ward joins nothing."""


@dataclass(frozen=True, slots=True)
class Join:
    """How two tables belong together: the key column in each, how many rows match, and which stand alone.

    ``text`` and ``listing`` are indices among the tables proposed; ``only_text`` and ``only_listing`` are row
    numbers of those tables.
    """

    text: int
    listing: int
    text_key: str
    listing_key: str
    matched: int
    only_text: tuple[int, ...]
    only_listing: tuple[int, ...]


def suggest_joins(tables: Sequence[Table]) -> list[Join]:
    """Propose which tables belong together: each one without texts goes to the table of texts it fits best."""
    with_texts = [index for index, table in enumerate(tables) if suggest(table).mapping.text_column]
    joins = []
    free = set(with_texts)
    for listing in range(len(tables)):
        if listing in with_texts:
            continue
        found = [join for text in sorted(free) for join in _candidates(tables, text, listing)]
        best = max(found, key=lambda join: join.matched, default=None)
        if best is not None:
            joins.append(best)
            free.discard(best.text)
    return joins


def make_join(tables: Sequence[Table], text: int, listing: int, text_key: str, listing_key: str) -> Join:
    """Say what joining two tables by these columns gives; the key of a row is its cell without spaces around it."""
    texts, found = _keys(tables[text], text_key), _keys(tables[listing], listing_key)
    in_texts, in_listing = {key for _, key in texts if key}, {key for _, key in found if key}
    return Join(
        text,
        listing,
        text_key,
        listing_key,
        sum(key in in_listing for _, key in texts if key),
        tuple(number for number, key in texts if key not in in_listing),
        tuple(number for number, key in found if key not in in_texts),
    )


def joined(tables: Sequence[Table], join: Join) -> Table:
    """Return the table of texts with the columns of its list beside it.

    A row of the list without a text is refused and so told; a text that is not in the list keeps its own columns.
    """
    texts, listing = tables[join.text], tables[join.listing]
    key_at = listing.header.index(join.listing_key)
    others = [index for index in range(len(listing.header)) if index != key_at]
    names = [_own_name(listing.header[index], texts.header, listing.file) for index in others]
    beside: dict[str, Sequence[str]] = {}
    refused: list[RefusedRow] = []
    missing = set(join.only_listing)
    for row, key in zip(listing.rows, listing.column(join.listing_key), strict=True):
        if row.number in missing:
            reason = f"it stands in this list, but “{texts.file}” has no text for it"
        elif key.strip() in beside:
            reason = f"“{key.strip()}” stands in this list more than once"
        else:
            beside[key.strip()] = row.cells
            continue
        refused.append(RefusedRow(listing.file, row.number, reason, write_row(row.cells)))
    blank = [""] * len(others)
    rows = []
    for row, key in zip(texts.rows, texts.column(join.text_key), strict=True):
        cells = beside.get(key.strip())
        rows.append(SourceRow(row.number, [*row.cells, *([cells[index] for index in others] if cells else blank)]))
    return Table(
        texts.file,
        (*texts.header, *names),
        texts.header_row,
        rows,
        (*texts.refused, *listing.refused, *refused),
    )


def _candidates(tables: Sequence[Table], text: int, listing: int) -> Iterator[Join]:
    """Give each pair of columns that joins two tables: of the same name, with whole identifiers in common."""
    named: dict[str, list[str]] = {}
    for name in tables[listing].header:
        named.setdefault(plain(name), []).append(name)
    for name in tables[text].header:
        for other in named.get(plain(name), ()):
            join = make_join(tables, text, listing, name, other)
            smaller = min(len(tables[text].rows), len(tables[listing].rows))
            unique = len({key for _, key in _keys(tables[listing], other)}) >= _DISTINCT * len(tables[listing].rows)
            if smaller and unique and join.matched >= _ENOUGH * smaller:
                yield join


def _keys(table: Table, name: str) -> list[tuple[int, str]]:
    """Return each row's number and its key, empty where it has none or where a spreadsheet has ruined it."""
    cells = zip(table.rows, table.column(name), strict=True)
    return [(row.number, "" if is_blank(cell) or mangled(cell) else cell.strip()) for row, cell in cells]


def _own_name(name: str, taken: Sequence[str], file: str) -> str:
    return f"{name} ({file})" if name in taken else name
