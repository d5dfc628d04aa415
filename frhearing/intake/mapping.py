"""What goes where: columns to fields, values to codes. Made by suggestion, edited on screen, kept as MAP.json."""

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import repeat
from operator import not_
from types import MappingProxyType
from typing import Any, Final

from frhearing.intake.draft import Draft, SourceKind, Table
from frhearing.intake.words import (
    CHANNEL_WORDS,
    FIELDS,
    STANCE,
    STANCE_WORDS,
    STATUS_WORDS,
    TEXT,
    TIMELINESS_WORDS,
    is_blank,
    key,
    plain,
)
from frhearing.model.comment import Channel, CommentStatus, Timeliness
from frhearing.model.errors import ClerkError
from frhearing.model.position import Stance

_JOINABLE: Final = ("name", "organization", "district")
_CODES: Final = {
    STANCE: [*map(str, Stance)],
    "channel": [*map(str, Channel)],
    "status": [*map(str, CommentStatus)],
    "timeliness": [*map(str, Timeliness)],
}
_GIVEN: Final = tuple(name for name in Draft._fields if name in FIELDS and name != TEXT)
"""The fields of a draft between its text and its stances, in their order."""
_NOTHING: Final[Mapping[Any, str]] = MappingProxyType({})
_WORDS: Final = {
    STANCE: STANCE_WORDS,
    "channel": CHANNEL_WORDS,
    "status": STATUS_WORDS,
    "timeliness": TIMELINESS_WORDS,
}


class BadMap(ClerkError):
    """A mapping that cannot be used, said in a sentence; nothing was imported."""


@dataclass(frozen=True, slots=True)
class ColumnMap:
    """Columns for each field, and codes for the values of some fields.

    ``columns`` maps a field (``stance:2`` is the stance on question 2) to the names of its columns, whose cells
    are joined by a space. ``values`` maps a field to the words of the source and their codes; words that are not
    there are looked up in the program's own lists.
    """

    columns: Mapping[str, tuple[str, ...]]
    values: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def code(self, name: str, written: str) -> str | None:
        """Return the code for a value as written: a stance, a channel or the name of a group.

        Gives None where the value has no code. A value of ``stance:2`` falls back on those given for ``stance``.
        """
        kind = name.partition(":")[0]
        for given in (self.values.get(name, {}), self.values.get(kind, {})):
            if written in given:
                return given[written]
            folded = {key(word): code for word, code in given.items()}
            if key(written) in folded:
                return folded[key(written)]
        return _WORDS.get(kind, {}).get(key(written))

    @property
    def text_column(self) -> str:
        """The column that holds the texts, or an empty name."""
        return self.columns.get(TEXT, ("",))[0]

    def to_json(self) -> str:
        """Write the mapping in the form of MAP.json."""
        columns = {name: found[0] if len(found) == 1 else list(found) for name, found in self.columns.items()}
        return json.dumps({"columns": columns, "values": self.values}, ensure_ascii=False, sort_keys=True, default=dict)


def read_map(text: str, file: str = "MAP.json") -> ColumnMap:
    """Read a mapping from the text of a MAP.json. Raises BadMap, in a sentence, for anything that is none."""
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as fault:
        raise BadMap(f"“{file}” is not a mapping: it is no JSON ({fault}); nothing was imported.") from fault
    if not isinstance(data, dict) or not set(data) <= {"columns", "values"}:
        raise BadMap(
            f"“{file}” is not a mapping: it should hold “columns” and “values” and nothing else; nothing was imported."
        )
    columns = data.get("columns", {})
    values = data.get("values", {})
    if not isinstance(columns, dict) or not isinstance(values, dict):
        raise BadMap(f"In “{file}”, “columns” and “values” should each name fields; nothing was imported.")
    return ColumnMap(
        # What is given as null is not mapped.
        {name: _columns_of(name, found, file) for name, found in columns.items() if found is not None},
        {name: _codes_of(name, codes, file) for name, codes in values.items()},
    )


def check_map(mapping: ColumnMap, table: Table) -> None:
    """Raise BadMap unless every column of the mapping is in the table and one of them holds the text."""
    for name, columns in mapping.columns.items():
        for column in columns:
            if column not in table.header:
                raise BadMap(
                    f"“{table.file}” has no column “{column}” for {name}; nothing was imported. "
                    f"Its columns are: {_listed(table.header)}."
                )
    if not mapping.text_column:
        raise BadMap(
            f"No column of “{table.file}” is known to hold the text of the comments; nothing was imported. "
            f"Say which one with --map. Its columns are: {_listed(table.header)}."
        )


def fingerprint(kind: SourceKind, table: Table) -> str:
    """Return the mark of a kind of source, by which its mapping is remembered: its columns, in their order."""
    names = "\n".join((str(kind), *(plain(name) or name for name in table.header)))
    return hashlib.sha256(names.encode("utf-8", "surrogatepass")).hexdigest()


def drafts(table: Table, mapping: ColumnMap) -> Iterator[Draft]:
    """Make a draft of each row, in order, in the source's own words; fillers such as ``N/A`` mean not given.

    The text is taken letter for letter. Raises BadMap as check_map does.
    """
    check_map(mapping, table)
    place = {name: index for index, name in enumerate(table.header)}
    text_at = place[mapping.text_column]
    fields = [
        (name, [place[column] for column in columns]) for name, columns in mapping.columns.items() if name in _GIVEN
    ]
    asked = ((name, columns) for name, columns in mapping.columns.items() if name.partition(":")[0] == STANCE)
    stances = [(_question(name), place[columns[0]]) for name, columns in asked]
    taken = {place[column] for columns in mapping.columns.values() for column in columns}
    rest = [(name, index) for name, index in place.items() if index not in taken]
    rows = [row.cells for row in table.rows]
    given = {name: _column(rows, places) for name, places in fields}
    # Column by column, as every row has the same ones: a third of the time that row by row takes.
    return map(
        Draft._make,
        zip(
            repeat(table.file),
            [row.number for row in table.rows],
            [cells[text_at] for cells in rows],
            *(given.get(name) or repeat("") for name in _GIVEN),
            _known(rows, stances, is_blank),
            _known(rows, rest, not_),
            strict=False,
        ),
    )


def _column(rows: Sequence[Sequence[str]], places: list[int]) -> list[str]:
    """Return what each row gives in a column, or in several joined by a space."""
    if len(places) == 1:
        [place] = places
        return ["" if is_blank(cells[place]) else cells[place] for cells in rows]
    return [" ".join(cells[at] for at in places if not is_blank(cells[at])) for cells in rows]


def _known(
    rows: Sequence[Sequence[str]], places: Sequence[tuple[Any, int]], blank: Callable[[str], bool]
) -> Iterable[Mapping[Any, str]]:
    """Return what each row has in some columns, by their names, without what is blank."""
    if not places:
        return repeat(_NOTHING)
    return [{name: cells[at] for name, at in places if not blank(cells[at])} for cells in rows]


def _listed(names: Sequence[str]) -> str:
    """List names for a sentence, the first dozen of them."""
    return ", ".join(names[:12]) + (f" and {len(names) - 12} more" if len(names) > 12 else "")


def _question(name: str) -> int:
    return int(name.partition(":")[2] or 1)


def _known_field(name: object) -> bool:
    if name in FIELDS:
        return True
    start, colon, number = str(name).partition(":")
    return start == STANCE and bool(colon) and number.isascii() and number.isdigit() and 0 < int(number[:4]) < 1000


def _columns_of(name: str, found: object, file: str) -> tuple[str, ...]:
    if not _known_field(name):
        raise BadMap(
            f"“{file}” names a field “{name}” that comments do not have; nothing was imported. "
            f"The fields are: {', '.join(FIELDS)}, and stance:2 for a second question."
        )
    columns = found if isinstance(found, list) else [found]
    if not columns or not all(isinstance(column, str) and column for column in columns):
        raise BadMap(f"In “{file}”, the field “{name}” should be given the name of a column; nothing was imported.")
    if len(columns) > 1 and name not in _JOINABLE:
        raise BadMap(f"In “{file}”, the field “{name}” can be taken from one column only; nothing was imported.")
    return tuple(columns)


def _codes_of(name: str, codes: object, file: str) -> dict[str, str]:
    kind = name.partition(":")[0]
    if not _known_field(name) or kind not in (*_CODES, "group"):
        raise BadMap(
            f"“{file}” gives values for “{name}”; only stance, channel, group, status and timeliness take codes."
        )
    if not isinstance(codes, dict) or not all(isinstance(code, str) for code in codes.values()):
        raise BadMap(f"In “{file}”, the values for “{name}” should each be given a code; nothing was imported.")
    for word, code in codes.items():
        if kind in _CODES and code not in _CODES[kind]:
            raise BadMap(
                f"In “{file}”, “{word}” is given the {kind} “{code}”, which does not exist; nothing was imported. "
                f"Use one of: {', '.join(_CODES[kind])}."
            )
    return codes
