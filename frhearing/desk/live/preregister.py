"""Sign-ups that came before the hearing, from a table such as a web form's export, as slips."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from frhearing.intake.draft import Table
from frhearing.intake.reader import ReadRequest
from frhearing.intake.watch import read_files
from frhearing.model.errors import Refused
from frhearing.model.live.quick import read_line
from frhearing.model.live.signing import NewSlip

_COLUMNS: Final[Mapping[str, tuple[str, ...]]] = {
    "name": ("name", "full name", "your name", "speaker", "speaker name", "names"),
    "first": ("first name", "first", "given name"),
    "last": ("last name", "last", "surname", "family name"),
    "organization": ("organization", "organisation", "representing", "affiliation", "on behalf of", "company"),
    "stance": ("position", "stance", "support or oppose", "for or against", "i am"),
    "wish": ("wish", "i wish to", "wish to speak", "speak", "do you wish to speak"),
    "mode": ("mode", "attendance", "how will you attend", "in person or remote", "participation"),
    "interpreter": ("interpreter", "language", "interpreter language", "language needed"),
    "residency": ("residency", "resident", "i am a", "are you a resident"),
    "slip": ("slip", "card", "number", "slip number", "card number"),
    "accommodation": ("accommodation", "accommodations", "access needs"),
}
"""The headings of a sign-up list, by what they hold; compared without signs and capitals."""

_YES: Final = frozenset({"yes", "y", "true", "1", "x"})
_NO: Final = frozenset({"no", "n", "false", "0", "none", "english", "not needed", "n/a"})


@dataclass(frozen=True, slots=True)
class SignUp:
    """One row of the list: its number in the file, and the slip that was read from it."""

    row: int
    slip: NewSlip


def read_signups(path: Path, *, cancelled: Callable[[], bool] | None = None) -> list[SignUp]:
    """Read a list of sign-ups; nothing is written. Raises Refused in words, and Cancelled."""
    reading = read_files([ReadRequest(path)], cancelled=cancelled)[0]
    if reading.refusal or reading.question is not None:
        raise Refused(reading.refusal or (reading.question.sentence if reading.question else ""))
    if not reading.tables:
        raise Refused(f"“{path.name}” holds no table. Nobody was signed in.")
    found = list(_signups(reading.table))
    if not found:
        raise Refused(f"“{path.name}” has no row with a name. Nobody was signed in.")
    return found


def _signups(table: Table) -> Iterator[SignUp]:
    """Read every row that has a name; raises Refused where no column holds names."""
    places = {field: place for place, head in enumerate(table.header) if (field := _field(head))}
    if "name" not in places and not {"first", "last"} & set(places):
        heads = ", ".join(table.header[:6])
        raise Refused(f"No column of “{table.file}” is called Name (there are {heads}). Nobody was signed in.")
    for row in table.rows:
        cells = {field: " ".join(row.cells[place].split()) for field, place in places.items() if place < len(row.cells)}
        name = cells.get("name") or f"{cells.get('first', '')} {cells.get('last', '')}".strip()
        if name:
            yield SignUp(row.number, _slip(name, cells))


def _field(head: str) -> str:
    """Return what a column holds by its heading, "" where nobody knows."""
    said = " ".join(re.sub(r"[^\w\s]", " ", head).casefold().split())
    return next((field for field, words in _COLUMNS.items() if said in words), "")


def _slip(name: str, cells: Mapping[str, str]) -> NewSlip:
    """Read one row; positions, ways of taking part and wishes go by the same words as at the table."""
    parts = ["A name"]  # the words beside it are read as at the table; the name stands as it was written
    stance, wish, mode = (cells.get(field, "").replace(",", " ") for field in ("stance", "wish", "mode"))
    parts += [part for part in (stance, mode) if part]
    if wish.casefold() in _NO - {"english"}:
        parts.append("register only")
    elif wish and wish.casefold() not in _YES:
        parts.append(wish)
    resident = cells.get("residency", "").casefold()
    parts.append("resident" if resident in _YES else "non-resident" if resident in _NO else resident.replace(",", " "))
    made, chips = read_line(", ".join(part for part in parts if part))
    assert made is not None, "the row has a name"
    known = {chip.field for chip in chips}
    language = cells.get("interpreter", "")
    number = cells.get("slip", "")
    return NewSlip(
        names=tuple(part.strip() for part in name.split("&") if part.strip()),
        slip=int(number) if number.isdecimal() and int(number) else None,
        stances=made.stances,
        organization=cells.get("organization", ""),
        wish=made.wish,
        mode=made.mode,
        interpreter="" if language.casefold() in _NO | _YES else language,
        residency=made.residency if "residency" in known else "not_stated",
        accommodation=cells.get("accommodation", ""),
    )
