"""Columns that speak of what counts and are not taken in: said in words, for nothing is counted in silence."""

from collections.abc import Collection, Iterator
from typing import Final

from frhearing.intake.draft import Table
from frhearing.intake.mapping import ColumnMap
from frhearing.intake.words import COLUMN_WORDS, STANCE, is_blank, plain

_OWN_EXPORT: Final = frozenset(("digest", "status_reason", "timeliness", "form_letter"))
"""By these columns an export of this program is known."""
_OWN_LEFT: Final = ("condition", "themes", "form_letter", "quotes")
"""What such an export holds that an import does not take over."""
_FEW: Final = 3


def columns_not_taken(table: Table, mapping: ColumnMap, questions: Collection[int]) -> Iterator[str]:
    """Give a phrase for each column that says whether or how a row counts and is not taken in as that.

    ``questions`` are the numbers of the hearing's questions.
    """
    taken = {column for columns in mapping.columns.values() for column in columns}
    for name in table.header:
        if plain(name) in COLUMN_WORDS["status"] and name not in taken and (words := _words(table, name)):
            yield f"“{table.file}”: the column “{name}” ({words}); no status was taken from it, so all rows count"
    for number, columns in asked_about(mapping).items():
        if number not in questions:
            yield f"“{table.file}”: the column “{columns[0]}”; the hearing has no question {number}: nobody is tagged"
    if set(table.header) >= _OWN_EXPORT:
        left = [name for name in _OWN_LEFT if name in table.header and name not in taken and _words(table, name)]
        if left:
            yield f"“{table.file}”: {', '.join(left)}; kept beside the comments, not taken over"


def asked_about(mapping: ColumnMap) -> dict[int, tuple[str, ...]]:
    """Return the columns that hold stances, by the numbers of their questions."""
    parted = ((name.partition(":"), columns) for name, columns in mapping.columns.items())
    return {int(number or 1): columns for (field, _, number), columns in parted if field == STANCE}


def _words(table: Table, name: str) -> str:
    """Return the first few different words that stand in a column, for a sentence; nothing for an empty one."""
    found = dict.fromkeys(cell.strip()[:40] for cell in table.column(name) if not is_blank(cell))
    few = list(found)[:_FEW]
    return ", ".join(few) + (", …" if len(found) > len(few) else "")
