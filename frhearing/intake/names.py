"""Names by which a clerk can tell the files of one import apart."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Final
from unicodedata import category

from frhearing.intake.draft import Reading
from frhearing.intake.folders import WITHIN, Found

_HIDING: Final = frozenset(("Cc", "Cf", "Cs", "Zl", "Zp"))
"""Kinds of characters that have no shape of their own: controls, marks of direction, halves, ends of lines."""


def named_apart(files: Sequence[Found]) -> list[Found]:
    """Return the files with the folder before the name where two have the same."""
    times = Counter(found.name for found in files)
    taken: set[str] = set()
    apart = []
    for found in files:
        name = found.name
        if times[name] > 1:
            name = f"{found.path.absolute().parent.name}{WITHIN}{name}"
        name = _free(name, taken)
        apart.append(Found(found.path, name))
    return apart


def readings_apart(readings: Sequence[Reading]) -> list[Reading]:
    """Return the readings with names of their own: a container may hold two files of one name."""
    taken: set[str] = set()
    apart = []
    for reading in readings:
        name = _free(reading.file, taken)
        if name != reading.file:
            tables = tuple(
                replace(table, file=name, refused=tuple(replace(refused, file=name) for refused in table.refused))
                for table in reading.tables
            )
            reading = replace(reading, file=name, tables=tables)
        apart.append(reading)
    return apart


def safely_shown(name: str) -> str:
    """Return the name of a sender's file with what would hide or turn its letters made visible (``a[U+202E]b``)."""
    marked = (f"[U+{ord(letter):04X}]" if category(letter) in _HIDING else letter for letter in name)
    return "".join(marked) if any(category(letter) in _HIDING for letter in name) else name


def _free(name: str, taken: set[str]) -> str:
    """Return a name that is not taken, with a number where it must, and take it."""
    chosen, count = name, 1
    while chosen in taken:
        count += 1
        chosen = f"{name} ({count})"
    taken.add(chosen)
    return chosen
