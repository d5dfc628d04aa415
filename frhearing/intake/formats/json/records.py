"""Where the records of a JSON text stand, and each of them as named values."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final

_DEEPEST: Final = 4
_WRAPPERS: Final = frozenset(("attributes", "fields", "properties", "_source"))
"""Fields that only wrap the fields of a record, as in JSON:API, GeoJSON and search engines."""
_IDENTIFIER: Final = re.compile(r"(?=\S*\d)[\w./:+-]{1,64}")
_ID: Final = "ID"
_TEXT: Final = "Text"


@dataclass(slots=True)
class Records:
    """A list of records: the dotted name of where it stands (empty: at the top) and what stands beside it."""

    records: list[Any]
    name: str = ""
    beside: list[str] = field(default_factory=list)


def found_in(value: Any) -> Iterator[Records]:
    """Give the lists of records of a JSON value; where there is none, the value itself is one record."""
    if isinstance(value, list):
        yield Records(_table_rows(value) if _is_table(value) else value)
        return
    if not isinstance(value, dict):
        yield Records([value] if value not in (None, "") else [])
        return
    if isinstance(value.get("data"), dict) and "attributes" in value["data"]:
        # One record of JSON:API; what it includes are its attachments.
        yield Records([value["data"]], "data", [name for name in value if name != "data"])
        return
    lists = list(_lists_below(value, "", 0))
    if not lists:
        yield Records(_keyed(value) or ([value] if value else []))
        return
    tops = {name.partition(".")[0] for name, _ in lists}
    beside = [name for name, other in value.items() if name not in tops and other not in (None, "", [], {})]
    for name, records in lists:
        yield Records(records, name, beside)


def flat(record: Any) -> dict[str, str]:
    """Return a record as named texts, nested ones under dotted names: ``author.name``; a bare value is a text."""
    if not isinstance(record, dict):
        return {_TEXT: _written(record)}
    cells: dict[str, str] = {}
    _flatten(record, "", cells, 0)
    return cells


def _flatten(record: dict[str, Any], above: str, cells: dict[str, str], depth: int) -> None:
    for name, value in record.items():
        whole = f"{above}{name}"
        if isinstance(value, dict) and value and depth < _DEEPEST:
            # What only wraps the fields adds no name to theirs, unless it would hide another one.
            lifted = not above and name in _WRAPPERS and not set(value) & set(record)
            _flatten(value, "" if lifted else f"{whole}.", cells, depth + 1)
        elif "text" not in record and _is_spoken(value):
            cells[f"{whole}.text"] = " ".join(piece["text"] for piece in value)
            cells[whole] = _written([{key: one for key, one in piece.items() if key != "text"} for piece in value])
        else:
            cells[whole] = _written(value)


def _is_spoken(value: Any) -> bool:
    """Tell whether a list holds the pieces of one text, as transcripts part what a speaker says."""
    return (
        isinstance(value, list)
        and bool(value)
        and all(isinstance(piece, dict) and isinstance(piece.get("text"), str) for piece in value)
    )


def _written(value: Any) -> str:
    """Return a value as text: as written, a short list joined, all else as JSON."""
    if isinstance(value, str):
        return value
    if value is None or value in ([], {}):
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list) and all(isinstance(one, str) and ";" not in one and "\n" not in one for one in value):
        return "; ".join(value)
    return json.dumps(value, ensure_ascii=False)


def _lists_below(value: dict[str, Any], above: str, depth: int) -> Iterator[tuple[str, list[Any]]]:
    """Give the lists of objects inside an object, by dotted name, but none inside another list."""
    for name, inner in value.items():
        if isinstance(inner, list) and len(inner) and all(isinstance(one, dict) for one in inner):
            yield f"{above}{name}", inner
        elif isinstance(inner, dict) and depth < _DEEPEST:
            keyed = _keyed(inner)
            if keyed and len(keyed) > 1:
                yield f"{above}{name}", keyed
            else:
                yield from _lists_below(inner, f"{above}{name}.", depth + 1)


def _keyed(value: dict[str, Any]) -> list[Any]:
    """Return the records of an object that names each of them by an identifier; nothing for any other object."""
    if not value or not all(_IDENTIFIER.fullmatch(name) for name in value):
        return []
    if all(isinstance(one, str) for one in value.values()):
        return [{_ID: name, _TEXT: text} for name, text in value.items()]
    if all(isinstance(one, dict) and _ID not in one for one in value.values()):
        return [{_ID: name} | one for name, one in value.items()]
    return []


def _is_table(value: list[Any]) -> bool:
    """Tell whether a list is a table of rows, the first of which names the columns."""
    if len(value) < 2 or not all(isinstance(row, list) for row in value):
        return False
    head = value[0]
    named = all(isinstance(name, str) and name for name in head) and len(set(head)) == len(head) > 1
    return named and all(len(row) == len(head) for row in value)


def _table_rows(value: list[Any]) -> list[Any]:
    return [dict(zip(value[0], row, strict=True)) for row in value[1:]]
