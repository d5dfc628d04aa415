"""What Outlook packs into an attachment called winmail.dat (TNEF, MS-OXTNEF): its text and the files attached.

The library for it strips the zero bytes that files end with and says nothing of what it could not read; the format
is a list of records, and read here.
"""

import struct
from collections.abc import Iterator
from typing import Final, NamedTuple

from frhearing.intake.draft import Unreadable
from frhearing.intake.formats.mail import mapi
from frhearing.intake.formats.mail.letter import Attached, Letter
from frhearing.intake.formats.mail.lettering import decoded

_SIGNATURE: Final = b"\x78\x9f\x3e\x22"
_SUBJECT, _BODY, _PROPERTIES, _CODEPAGE = 0x8004, 0x800C, 0x9003, 0x9007
_FILE, _FILE_TITLE, _FILE_DATA, _FILE_PROPERTIES = 0x9002, 0x8010, 0x800F, 0x9005
_FIXED: Final = {2: 4, 3: 4, 4: 4, 5: 8, 6: 8, 7: 8, 10: 4, 11: 4, 20: 8, 64: 8, 72: 16}
"""The bytes of a value by the number of its type, where all values of the type are of one length."""

_STRING, _UNICODE, _OBJECT, _BINARY, _TIME, _INTEGER = 30, 31, 13, 258, 64, 3
_INNER_MESSAGE: Final = b"\x07\x03\x02\x00\x00\x00\x00\x00\xc0\x00\x00\x00\x00\x00\x00\x46"
_DEEPEST: Final = 3


def is_winmail(kind: str, name: str, data: bytes) -> bool:
    """Tell whether a part of a message is a winmail.dat."""
    return data.startswith(_SIGNATURE) and (kind in ("application/ms-tnef", "application/vnd.ms-tnef") or bool(name))


def unpacked(data: bytes) -> Letter:
    """Read a winmail.dat. Raises Unreadable, in a phrase, for one that is damaged."""
    try:
        return mapi.letter_of(_kept(data, 0))
    except (struct.error, IndexError, ValueError, OverflowError) as fault:
        raise Unreadable("what Outlook packed into its winmail.dat, which is damaged") from fault


class _Record(NamedTuple):
    """One record of the list: of the message or of a file, its number and its bytes."""

    of_file: bool
    number: int
    data: bytes


def _kept(data: bytes, depth: int) -> mapi.Kept:
    """Put the records of a winmail.dat together to one message."""
    properties: dict[int, mapi.Value] = {}
    kept = mapi.Kept(properties)
    files: list[dict[int, mapi.Value]] = []
    charset = "cp1252"
    try:
        for record in _records(data):
            if record.number == _CODEPAGE:
                charset = mapi.charset_of(struct.unpack_from("<I", record.data)[0]) or charset
            elif record.number == _FILE:
                files.append({})
            elif record.of_file and files:
                _read_file(record, files[-1], charset)
            else:
                _read_of_message(record, properties, charset)
    except (struct.error, ValueError):
        if not properties and not files:
            raise
        kept.left.append("the rest of what Outlook packed into its winmail.dat, which is damaged")
    for number, one in enumerate(files, 1):
        _add(kept, one, number, depth)
    return kept


def _read_of_message(record: _Record, properties: dict[int, mapi.Value], charset: str) -> None:
    """Take up a record of the message itself."""
    if record.number == _PROPERTIES:
        properties.update(_properties(record.data, charset))
    elif record.number == _SUBJECT:
        properties.setdefault(mapi.SUBJECT, _text(record.data, charset))
    elif record.number == _BODY:
        properties.setdefault(mapi.BODY, _text(record.data, charset))


def _read_file(record: _Record, one: dict[int, mapi.Value], charset: str) -> None:
    """Take up a record of a file."""
    if record.number == _FILE_TITLE:
        one.setdefault(mapi.SHORT_NAME, _text(record.data, charset))
    elif record.number == _FILE_DATA:
        one[mapi.DATA] = record.data
    elif record.number == _FILE_PROPERTIES:
        found = _properties(record.data, charset)
        one.update({key: value for key, value in found.items() if key != mapi.DATA or mapi.DATA not in one})


def _add(kept: mapi.Kept, one: dict[int, mapi.Value], number: int, depth: int) -> None:
    """Keep a file, or the message that it is."""
    name = next((str(one[key]) for key in (mapi.LONG_NAME, mapi.SHORT_NAME, mapi.SHOWN_NAME) if one.get(key)), "")
    data = one.get(mapi.DATA, b"")
    data = data if isinstance(data, bytes) else b""
    attached = Attached(name.rstrip("\x00") or f"part {number}", data)
    if data.startswith(_INNER_MESSAGE + _SIGNATURE) and depth < _DEEPEST:
        attached.data = data[len(_INNER_MESSAGE) :]
        kept.within.append((attached, _kept(attached.data, depth + 1)))
    kept.attached.append(attached)


def _records(data: bytes) -> Iterator[_Record]:
    """Give the records, each with its level, number, length, bytes and check sum."""
    if not data.startswith(_SIGNATURE):
        raise ValueError("no winmail.dat")
    at = 6
    while at + 9 <= len(data):
        level, number, length = struct.unpack_from("<BHxxI", data, at)
        if level not in (1, 2) or at + 9 + length > len(data):
            raise ValueError("a record runs over the end")
        yield _Record(level == 2, number, data[at + 9 : at + 9 + length])
        at += 9 + length + 2
    if at < len(data):
        raise ValueError("it ends within a record")


def _properties(data: bytes, charset: str) -> dict[int, mapi.Value]:
    """Read a list of properties; of those with several values the last is kept."""
    found: dict[int, mapi.Value] = {}
    (count,) = struct.unpack_from("<I", data)
    at = 4
    for _ in range(count):
        kind, number = struct.unpack_from("<HH", data, at)
        at += 4
        if number >= 0x8000:
            at = _past_name(data, at)
        several = bool(kind & 0x1000)
        kind &= 0xEFFF
        values = 1
        if several or kind in (_STRING, _UNICODE, _OBJECT, _BINARY):
            (values,) = struct.unpack_from("<I", data, at)
            at += 4
        for _ in range(values):
            value, at = _value(data, at, kind, charset)
            if value is not None:
                found[number] = value
        if at > len(data):
            raise ValueError("a property runs over the end")
    return found


def _past_name(data: bytes, at: int) -> int:
    """Return the place after the name of a property that has one."""
    (by_text,) = struct.unpack_from("<I", data, at + 16)
    (length,) = struct.unpack_from("<I", data, at + 20)
    return at + 24 + (-(-length // 4) * 4 if by_text else 0)


def _value(data: bytes, at: int, kind: int, charset: str) -> tuple[mapi.Value | None, int]:
    """Return one value and the place after it; values stand at multiples of four bytes."""
    if kind in _FIXED:
        value: mapi.Value | None = None
        if kind == _TIME:
            value = mapi.file_time(struct.unpack_from("<Q", data, at)[0])
        elif kind == _INTEGER:
            value = int(struct.unpack_from("<I", data, at)[0])
        return value, at + _FIXED[kind]
    if kind not in (_STRING, _UNICODE, _OBJECT, _BINARY):
        raise ValueError("a property of no known type")
    (length,) = struct.unpack_from("<I", data, at)
    raw = data[at + 4 : at + 4 + length]
    if len(raw) < length:
        raise ValueError("a property runs over the end")
    after = at + 4 + -(-length // 4) * 4
    if kind == _UNICODE:
        return raw.decode("utf-16-le", "replace").rstrip("\x00"), after
    return (_text(raw, charset) if kind == _STRING else raw), after


def _text(raw: bytes, charset: str) -> str:
    return decoded(raw.rstrip(b"\x00"), charset).text
