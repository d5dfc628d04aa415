"""Texts and bytes out of PDFium, which writes them into room of a length that it tells first."""

from ctypes import POINTER, byref, c_char, c_ulong, c_ushort, cast
from typing import Any, Final

_MOST: Final = 64 << 20
"""How many bytes one text or one attached file may have."""


def words_by_return(function: Any, *arguments: Any) -> str:
    """Return the text of a function that returns its length in bytes; empty where there is none."""
    length = int(function(*arguments, None, 0))
    if not 2 <= length <= _MOST:
        return ""
    room = (c_ushort * (length // 2 + 1))()
    function(*arguments, room, length)
    return bytes(room).decode("utf-16-le", "replace").split("\x00", 1)[0]


def words_by_pointer(function: Any, *arguments: Any) -> str:
    """Return the text of a function that writes its length in bytes where a pointer says; empty where there is none."""
    length = c_ulong()
    function(*arguments, None, 0, byref(length))
    if not 2 <= length.value <= _MOST:
        return ""
    room = (c_ushort * (length.value // 2 + 1))()
    if not function(*arguments, cast(room, POINTER(c_ushort)), length.value, byref(length)):
        return ""
    return bytes(room).decode("utf-16-le", "replace").split("\x00", 1)[0]


def letters_by_return(function: Any, *arguments: Any) -> str:
    """Return the text in one-byte letters, such as an address, of a function that returns its length."""
    length = int(function(*arguments, None, 0))
    if not 1 <= length <= _MOST:
        return ""
    room = (c_char * length)()
    function(*arguments, room, length)
    return room.raw.split(b"\x00", 1)[0].decode("utf-8", "replace")


def bytes_by_pointer(function: Any, *arguments: Any) -> bytes | None:
    """Return the bytes of a function that writes their number where a pointer says; None where it gives none."""
    length = c_ulong()
    function(*arguments, None, 0, byref(length))
    if not 0 < length.value <= _MOST:
        return None
    room = (c_char * length.value)()
    if not function(*arguments, room, length.value, byref(length)):
        return None
    return room.raw[: length.value]
