"""A text that begins with its fields (YAML between two lines of dashes): fields as columns, the rest letter for letter.

Every value is text as written; nothing is made a date or a number. A head that is no YAML is part of the text.
"""

import re
from dataclasses import replace
from typing import Any, Final

import yaml

from frhearing.intake.draft import Reading, SourceKind, SourceRow, Table
from frhearing.intake.encoding import letters_of
from frhearing.intake.letters import TEXT
from frhearing.intake.reader import read_plain_text
from frhearing.intake.source import Source
from frhearing.intake.words import COLUMN_WORDS, plain
from frhearing.intake.words import TEXT as TEXT_FIELD

_HEAD: Final = re.compile(r"---[ \t]*\r?\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)
_LONGEST: Final = 1 << 20
_DEEPEST: Final = 20
"""How many letters a head may have, and how many lists and fields may lie in one another there."""


def read(source: Source) -> Reading:
    """Read such a text as one row; as a plain text, with a note, where its head cannot be made out."""
    letters = letters_of(source.data, source.file, source.encoding)
    text = source.data[letters.skip :].decode(letters.encoding)
    head = _HEAD.match(text)
    if head is None or source.parting:
        return read_plain_text(source)
    try:
        fields = _fields(head[1])
    except (yaml.YAMLError, ValueError) as fault:
        reading = read_plain_text(source)
        note = (
            f"The head of “{source.file}” cannot be read as fields ({_reason(fault)}); it was read as part of the text."
        )
        return replace(reading, notes=(note, *reading.notes))
    body = text[head.end() :]
    notes = [letters.note] if letters.note else []
    if body.strip() or not any(plain(name) in COLUMN_WORDS[TEXT_FIELD] for name in fields):
        if TEXT in fields:
            fields[f"{TEXT} (field)"] = fields.pop(TEXT)
        fields[TEXT] = body
    table = Table(source.file, tuple(fields), None, (SourceRow(1, tuple(fields.values())),))
    return replace(source.reading(SourceKind.TEXT, letters.encoding), tables=(table,), notes=tuple(notes))


def _fields(head: str) -> dict[str, str]:
    """Return the fields of a head by name, in the order of their names. Raises ValueError for what is no such head."""
    if len(head) > _LONGEST:
        raise ValueError("it is too long")
    depth = 0
    for event in yaml.parse(head, Loader=yaml.BaseLoader):
        if isinstance(event, yaml.AliasEvent):
            raise ValueError("it refers to itself")
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > _DEEPEST:
            raise ValueError("it is nested too deep")
    # The base loader makes texts, lists and mappings, and nothing else.
    found = yaml.load(head, Loader=yaml.BaseLoader)
    if not isinstance(found, dict) or not found:
        raise ValueError("it names no fields")
    fields = {_written(name): _written(value) for name, value in found.items()}
    # One order for all files of a kind, so that what goes where is remembered from one to the next.
    return dict(sorted((name or "(no name)", value) for name, value in fields.items()))


def _written(value: Any) -> str:
    """Write a value as one text: lists parted by semicolons, fields within fields as ``name: value``."""
    if isinstance(value, dict):
        return "; ".join(f"{_written(name)}: {_written(one)}" for name, one in value.items())
    if isinstance(value, list):
        return "; ".join(map(_written, value))
    return str(value)


def _reason(fault: Exception) -> str:
    mark = getattr(fault, "problem_mark", None)
    said = getattr(fault, "problem", None) or str(fault)
    return f"{said}, line {mark.line + 2}" if mark else str(said)
