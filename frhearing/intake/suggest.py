"""A first proposal of what goes where, from the names of the columns and from what stands in them.

It is only ever a proposal: each part has its confidence (0 to 1), which the clerk sees and may overrule.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final

from frhearing.intake.dates import DateReader, When
from frhearing.intake.draft import Table
from frhearing.intake.letters import LETTER_FIELDS
from frhearing.intake.letters import TEXT as LETTER
from frhearing.intake.mapping import ColumnMap
from frhearing.intake.words import (
    COLUMN_WORDS,
    FIRST_NAME,
    LAST_NAME,
    STANCE,
    STANCE_WORDS,
    STATUS_WORDS,
    TEXT,
    TIMELINESS_WORDS,
    is_blank,
    key,
    plain,
)

_SAMPLE: Final = 400
_ENOUGH: Final = 0.45
_ADDRESS: Final = re.compile(r"[^@\s<>]+@[^@\s<>]+\.[^@\s<>]+")
_NOBODY: Final = re.compile(r"(?:letter|petition|comments?|e-?mail) (?:to|on|from|about|re)\b|/|https?:", re.IGNORECASE)
_IDENTIFIER: Final = re.compile(r"(?=\S*\d)[\w./:+-]{3,64}")
_NUMBERED: Final = re.compile(r"[^\W\d_]+[ _-]?\d{1,5}")
"""A name that was given by counting, such as “Speaker 17” or “Resident12”; a docket's numbers have more to them."""
_A_FEW_WORDS: Final = 40
_SENTENCES: Final = 80
"""Letters that the values of a column have on average when they are remarks, and when they are comments."""
_ASKS_WHICH_SIDE: Final = re.compile(r"\b(?:support|oppose|favor|favour|stance|position|apoya)\b")
_ASKS_FOR_WORDS: Final = re.compile(
    r"\b(?:comments?|concerns?|questions|say|said|thoughts?|feedback|input|message|testimony|statement|tell|share|"
    r"know|why|think|explain|describe|remarks?|reasons?|summary|description|response|notes|comentarios?|decir|opina)\b"
)
"""Words in the heading of a column that speak of what people say; only with what stands in it they count."""
_OF_THE_OFFICE: Final = re.compile(r"\b(?:staff|internal|office use|reviewer)\b")
_OTHER_DAYS: Final = re.compile(r"\b(?:meeting|hearing|birth|due|effective|deadline|expiration|closing)\b")
_TELEPHONE: Final = re.compile(r"(?:\+?1[ .-]?)?\(?\d{3}\)?[ .-]{1,2}\d{3}[ .-]\d{4}(?: ?x\d+)?")
_FRACTION: Final = re.compile(r"-?\d+[.,]\d+")
_MEASURES: Final = re.compile(r"\b(?:time|date|zip|postal code|postcode|phone|fax|caller|amount|url|link|size|age)\b")
MANGLED: Final = re.compile(r"\s*[+-]?\d(?:[.,]\d+)?E\+\d{2,3}\s*", re.IGNORECASE)
"""A long number as a spreadsheet ruins it, such as ``9.00006E+14``: most of its digits are gone."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A proposed mapping, with the confidence (0 to 1) of each field's column."""

    mapping: ColumnMap
    confidence: dict[str, float]


@dataclass(frozen=True, slots=True)
class _Column:
    """What a column's name and its first values say."""

    name: str
    plain: str
    values: tuple[str, ...]
    filled: float

    def share(self, test: Callable[[str], object]) -> float:
        """Return the share of values for which the test holds."""
        return sum(bool(test(value)) for value in self.values) / len(self.values) if self.values else 0.0

    @property
    def length(self) -> float:
        """The average length of a value, in letters."""
        return sum(map(len, self.values)) / len(self.values) if self.values else 0.0

    @property
    def distinct(self) -> float:
        """The share of values that stand there once."""
        return len(set(self.values)) / len(self.values) if self.values else 0.0


def suggest(table: Table) -> Suggestion:
    """Propose a mapping for a table; fields for which nothing speaks are left out."""
    columns = [_look_at(table, index, name) for index, name in enumerate(table.header)]
    scores = {
        (name, column.name): score
        for name, judge in _JUDGES.items()
        for column in columns
        if (score := judge(column)) >= _ENOUGH
    }
    chosen, confidence = _letter_fields(table)
    taken = {column_name for (column_name,) in chosen.values()}
    # The surest pair first; a column goes to one field only.
    for (name, column_name), score in sorted(scores.items(), key=lambda item: -item[1]):
        if name not in chosen and column_name not in taken:
            chosen[name], confidence[name] = (column_name,), round(score, 2)
            taken.add(column_name)
    _parts_of_names(columns, chosen, confidence)
    _further_questions(columns, chosen, confidence, taken)
    return Suggestion(ColumnMap(chosen), confidence)


def _letter_fields(table: Table) -> tuple[dict[str, tuple[str, ...]], dict[str, float]]:
    """Settle the columns that readers of letters name, whatever stands in them: one letter may have no date."""
    if table.header_row is not None or LETTER not in table.header:
        return {}, {}
    chosen: dict[str, tuple[str, ...]] = {}
    for column, name in LETTER_FIELDS.items():
        if column in table.header:
            chosen.setdefault(name, (column,))
    return chosen, dict.fromkeys(chosen, 1.0)


def mangled(value: str) -> bool:
    """Tell whether a value is a long number that a spreadsheet has ruined."""
    return MANGLED.fullmatch(value) is not None


def _look_at(table: Table, index: int, name: str) -> _Column:
    cells = [row.cells[index] for row in islice(table.rows, _SAMPLE)]
    values = tuple(cell for cell in cells if not is_blank(cell))
    return _Column(name, plain(name), values, len(values) / len(cells) if cells else 0.0)


def _named(column: _Column, words: Sequence[str]) -> float:
    """Score a column's name: a usual one 0.8 to 1, one that holds a usual word at its end 0.5, else 0."""
    if column.plain in words:
        return 1.0 - 0.2 * words.index(column.plain) / len(words)
    if any(f" {column.plain}".endswith(f" {word}") for word in words if len(word) > 3):
        return 0.5
    return 0.0


def _text(column: _Column) -> float:
    if not column.values:
        # A list of people may have an empty column for what they say.
        return _ENOUGH if column.name == LETTER else 0.0
    if column.share(_IDENTIFIER.fullmatch) > 0.9 or _OF_THE_OFFICE.search(column.plain):
        return 0.0
    long = min(1.0, column.length / 120) * column.distinct
    words = COLUMN_WORDS[TEXT]
    nested = 0.75 if plain(column.name.rpartition(".")[2]) in words else 0.0
    begins = (
        0.5 if column.length >= _A_FEW_WORDS and any(column.plain.startswith(f"{word} ") for word in words) else 0.0
    )
    # A form may ask in words of its own: “What would you like to tell the council?”
    asks = 0.35 if column.length >= _SENTENCES and column.name.rstrip().endswith(("?", "*", ":", ".")) else 0.0
    speaks = 0.5 if column.length >= _A_FEW_WORDS and _ASKS_FOR_WORDS.search(column.plain) else 0.0
    return 0.6 * max(_named(column, words), nested, begins, asks, speaks) + 0.4 * long


def _name(column: _Column) -> float:
    if column.plain in FIRST_NAME or column.plain in LAST_NAME:
        return 0.0
    if column.length > 60 or column.share(_NOBODY.match) > 0.4:
        return 0.0
    if column.share(_IDENTIFIER.fullmatch) > 0.4 and not _numbered_names(column):
        return 0.0
    return _named(column, COLUMN_WORDS["name"]) if column.values else 0.0


def _numbered_names(column: _Column) -> bool:
    """Tell whether a column that is called a name holds “Speaker17” and the like, which look like identifiers."""
    looks = column.share(lambda value: _NUMBERED.fullmatch(value) or not _IDENTIFIER.fullmatch(value))
    return column.plain in COLUMN_WORDS["name"] and looks > 0.9


def _external_id(column: _Column) -> float:
    if column.plain == "message id" and column.share(_ADDRESS.search) > 0.9:
        return 0.9 * column.distinct  # the name that mail programs give a message looks like an address
    if column.share(lambda value: _IDENTIFIER.fullmatch(value) or value.isdigit()) < 0.9:
        return 0.0
    if _numbered_names(column):
        return 0.0
    if column.share(_TELEPHONE.fullmatch) > 0.5:
        return 0.0  # two calls from one telephone are two comments
    counting = column.share(lambda value: value.isdigit() and len(value) < 5)
    # Numbers that merely count rows or measure something are no names of comments unless the column says so.
    measuring = _MEASURES.search(column.plain) or column.share(_FRACTION.fullmatch) > 0.5 or len(column.values) < 2
    inside = 0.0 if counting > 0.5 or measuring else 0.6 * column.distinct
    if column.share(mangled) and column.share(mangled) < 1:
        inside = max(inside, 0.55)
    return max(_named(column, COLUMN_WORDS["external_id"]) * max(0.6, column.distinct), inside)


def _received(column: _Column) -> float:
    if _OTHER_DAYS.search(column.plain):
        return 0.0
    dates = DateReader(column.values)
    read = column.share(lambda value: isinstance(dates.read(value), When))
    named = _named(column, COLUMN_WORDS["received"])
    return named * (0.5 + 0.5 * read) if read > 0.5 or named >= 0.8 else 0.0


def _email(column: _Column) -> float:
    addresses = column.share(lambda value: _ADDRESS.fullmatch(value.strip()))
    return 0.5 * _named(column, COLUMN_WORDS["email"]) + 0.5 * addresses if addresses > 0.4 else 0.0


def _stance(column: _Column) -> float:
    known = column.share(lambda value: key(value) in STANCE_WORDS)
    asked = 0.7 if known > 0.7 and _ASKS_WHICH_SIDE.search(column.plain) else 0.0
    named = max(_named(column, COLUMN_WORDS[STANCE]), asked)
    return named * (0.6 + 0.4 * known) if known > 0.2 and column.length < 60 else 0.0


def _by_name(name: str, longest: int) -> Callable[[_Column], float]:
    """Judge a column by its name alone, provided that it holds anything and no long texts."""

    def judge(column: _Column) -> float:
        return _named(column, COLUMN_WORDS[name]) if column.values and column.length <= longest else 0.0

    return judge


def _by_words(name: str, words: Mapping[str, str]) -> Callable[[_Column], float]:
    """Judge a column by its whole name, provided that most of what stands there has a code."""

    def judge(column: _Column) -> float:
        if column.plain not in COLUMN_WORDS[name]:
            return 0.0
        return 0.9 if column.share(lambda value: key(value) in words) > 0.5 else 0.0

    return judge


_JUDGES: Final[dict[str, Callable[[_Column], float]]] = {
    TEXT: _text,
    "name": _name,
    "external_id": _external_id,
    "received": _received,
    "email": _email,
    STANCE: _stance,
    "organization": _by_name("organization", 120),
    "group": _by_name("group", 60),
    "channel": _by_name("channel", 40),
    "district": _by_name("district", 40),
    "subject": _by_name("subject", 200),
    "language": _by_name("language", 20),
    "attachments": _by_name("attachments", 200),
    "attached_text": _by_name("attached_text", 1_000_000),
    "status": _by_words("status", STATUS_WORDS),
    "status_reason": _by_name("status_reason", 400),
    "timeliness": _by_words("timeliness", TIMELINESS_WORDS),
}


def _parts_of_names(
    columns: Sequence[_Column], chosen: dict[str, tuple[str, ...]], confidence: dict[str, float]
) -> None:
    """Join a first and a last name where no column holds the whole."""
    first = next((column.name for column in columns if column.plain in FIRST_NAME and column.values), None)
    last = next((column.name for column in columns if column.plain in LAST_NAME and column.values), None)
    if "name" not in chosen and last is not None:
        chosen["name"] = (first, last) if first is not None else (last,)
        confidence["name"] = 0.9


def _further_questions(
    columns: Sequence[_Column],
    chosen: dict[str, tuple[str, ...]],
    confidence: dict[str, float],
    taken: set[str],
) -> None:
    """Take ``Position 2`` or ``stance:2`` as the stance on question 2, and so on."""
    for column in columns:
        match = re.fullmatch(r"(?:stance|position|question|q)(?: on)?(?: question)? ?(\d)", column.plain)
        if match and column.name not in taken and column.share(lambda value: key(value) in STANCE_WORDS) > 0.2:
            name = STANCE if match[1] == "1" else f"{STANCE}:{match[1]}"
            if name not in chosen:
                chosen[name], confidence[name] = (column.name,), 0.8
                taken.add(column.name)
