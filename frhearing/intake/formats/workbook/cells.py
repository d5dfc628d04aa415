"""What stands in a cell, as text the way a clerk sees it; and the names of cells for a sentence."""

import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Final

_DIGITS: Final = 15
"""How many digits of a number a spreadsheet keeps."""
_HALF_A_SECOND: Final = timedelta(microseconds=500_000)
_LONGEST_WHOLE: Final = 10**21
_ZEROS: Final = re.compile(r'0{2,}|(?:0+(?:\\?[-./ ]|"[^"]{1,3}"))+0+')
"""A number format of nothing but zeros and signs between them: ``00000`` for a postcode, ``000-0000``."""
_SIGN: Final = re.compile(r'\\(.)|"([^"]*)"')


def text_of(value: object) -> str:
    """Return a value as text: numbers in full, dates as ISO 8601, TRUE and FALSE as a spreadsheet shows them."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, float):
        return number_text(value)
    if isinstance(value, datetime):
        moment = (value + _HALF_A_SECOND).replace(microsecond=0)
        return moment.isoformat(" ") if moment.time() != time() else moment.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, time):
        return (datetime.combine(date(2000, 1, 1), value) + _HALF_A_SECOND).time().replace(microsecond=0).isoformat()
    return duration_text(value) if isinstance(value, timedelta) else str(value)


def number_text(value: float) -> str:
    """Write a number in full, with the digits that a spreadsheet keeps: ``12``, ``900064000000000``, ``0.3``."""
    if value.is_integer() and abs(value) < 10**_DIGITS:
        return str(int(value))
    text = f"{value:.{_DIGITS}g}"
    return format(Decimal(text), "f") if "e" in text and 1e-9 < abs(value) < _LONGEST_WHOLE else text


def duration_text(value: timedelta) -> str:
    """Write a length of time as hours, minutes and seconds: ``30:00:00``."""
    seconds = round(abs(value.total_seconds()))
    sign = "-" if value < timedelta() else ""
    return f"{sign}{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}"


def pads(code: str) -> bool:
    """Tell whether a number format shows leading zeros, so that the number alone would lose them."""
    return _ZEROS.fullmatch(code) is not None


def padded(digits: str, code: str) -> str:
    """Show a whole number in a format of zeros: ``1234`` in ``00000`` is ``01234``. Other text comes back as it is."""
    if not digits.isdigit():
        return digits
    shape = _SIGN.sub(lambda match: match[1] or match[2] or "", code)
    filled = digits.zfill(shape.count("0"))
    shown: list[str] = []
    at = len(filled)
    for sign in reversed(shape):
        if sign == "0":
            at -= 1
            shown.append(filled[at])
        else:
            shown.append(sign)
    return filled[:at] + "".join(reversed(shown))


def column_name(column: int) -> str:
    """Return the letters of a column, counted from 0: ``A``, ``Z``, ``AA``."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def cell_name(row: int, column: int) -> str:
    """Return the name of a cell by its row and column, both counted from 0: ``C2``."""
    return f"{column_name(column)}{row + 1}"


def place_of(name: str) -> tuple[int, int] | None:
    """Return row and column of a cell, both counted from 0, by its name (``$C$2``); None where it is none."""
    match = re.fullmatch(r"\$?([A-Z]{1,3})\$?(\d{1,7})", name)
    if match is None or match[2] == "0":
        return None
    column = 0
    for letter in match[1]:
        column = column * 26 + ord(letter) - 64
    return int(match[2]) - 1, column - 1


def some(names: Iterable[str], most: int = 5) -> str:
    """List names for a sentence, the first few of them: ``B2, C5 and 12 more``."""
    names = list(names)
    if len(names) <= most:
        return _and(names)
    return f"{', '.join(names[:most])} and {len(names) - most:,} more"


def spans(numbers: Sequence[int]) -> str:
    """List rows, counted from 0, for a sentence: ``5, 7 to 9 and 12``."""
    runs: list[list[int]] = []
    for number in sorted(set(numbers)):
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return some([f"{first + 1}" if first == last else f"{first + 1} to {last + 1}" for first, last in runs])


def _and(names: Sequence[str]) -> str:
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1]))) if names else ""
