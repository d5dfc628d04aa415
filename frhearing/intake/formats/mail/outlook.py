"""A message of Outlook (MSG, MS-OXMSG): a container of streams, each one property, with files and messages inside."""

import io
import struct
from collections.abc import Iterable
from typing import Final

import olefile

from frhearing.intake.draft import Reading, Unreadable
from frhearing.intake.formats.mail import mapi
from frhearing.intake.formats.mail.letter import Attached, Letter, MailKind
from frhearing.intake.formats.mail.lettering import decoded
from frhearing.intake.formats.mail.mime import read_message
from frhearing.intake.formats.mail.records import read_letters
from frhearing.intake.source import Source

_STREAM: Final = "__substg1.0_"
_FIXED: Final = "__properties_version1.0"
_ATTACHED: Final = "__attach_version1.0_"
_HEADS: Final = {"top": 32, "inner": 24, "file": 8}
"""The bytes before the properties of fixed length, by what they belong to."""

_UNICODE, _STRING8, _BINARY, _OBJECT, _INTEGER, _TIME = 0x1F, 0x1E, 0x102, 0x0D, 0x03, 0x40
_DEEPEST: Final = 3

Path = tuple[str, ...]


def read(source: Source) -> Reading:
    """Read a message. Raises Unreadable for one that is damaged, or something else that Outlook keeps as MSG."""
    try:
        with olefile.OleFileIO(io.BytesIO(source.data)) as container:
            kept = _Container(container).message((), "top", 0)
    except (OSError, struct.error, ValueError, IndexError, KeyError, RecursionError) as fault:
        raise Unreadable(
            f"“{source.file}” is an Outlook message that is damaged; nothing was imported. Ask for it again, or save "
            "it as text and import that."
        ) from fault
    return read_letters(source, [_opened(kept, source.encoding) or mapi.letter_of(kept)])


def _opened(kept: mapi.Kept, hint: str) -> Letter | None:
    """Read the message that Outlook keeps whole, as its only file, when it is signed; None for an encrypted one."""
    if len(kept.attached) != 1 or "multipartsigned" not in kept.text(mapi.MESSAGE_CLASS).lower():
        return None
    outer = mapi.letter_of(kept)
    inner = read_message(kept.attached[0].data, hint)
    outer.kind, outer.text = MailKind.LETTER, inner.text
    outer.attached, outer.within = inner.attached, inner.within
    for phrase in inner.left:
        outer.leave(phrase)
    return outer


class _Container:
    """The streams of one MSG file, by the storages they lie in."""

    def __init__(self, container: olefile.OleFileIO) -> None:
        self.container = container
        self.streams: dict[Path, dict[str, Path]] = {}
        self.storages: dict[Path, list[str]] = {}
        for path in container.listdir(streams=True, storages=False):
            self.streams.setdefault(tuple(path[:-1]), {})[path[-1].lower()] = tuple(path)
            for depth in range(1, len(path)):
                inside = self.storages.setdefault(tuple(path[: depth - 1]), [])
                if path[depth - 1] not in inside:
                    inside.append(path[depth - 1])

    def message(self, at: Path, level: str, depth: int) -> mapi.Kept:
        """Read the message of a storage and all that is attached to it."""
        kept = mapi.Kept(self.properties(at, level))
        names = sorted(name for name in self.storages.get(at, []) if name.startswith(_ATTACHED))
        for number, name in enumerate(names, 1):
            self._attach(kept, (*at, name), number, depth)
        return kept

    def _attach(self, kept: mapi.Kept, at: Path, number: int, depth: int) -> None:
        """Take up one attachment: a file, a message, or one that is only pointed at."""
        found = self.properties(at, "file")
        name = next(
            (str(found[key]) for key in (mapi.LONG_NAME, mapi.SHORT_NAME, mapi.SHOWN_NAME) if found.get(key)), ""
        )
        data = found.get(mapi.DATA)
        inner = (*at, f"{_STREAM}3701000D")
        if isinstance(data, bytes):
            kept.attached.append(Attached(name or f"part {number}", data))
        elif inner[-1] in self.storages.get(at, []) and self.streams.get(inner, {}).get(_FIXED):
            if depth >= _DEEPEST:
                kept.left.append(f"“{name or f'message {number}'}”, a message inside others that lies too deep")
                return
            message = self.message(inner, "inner", depth + 1)
            attached = Attached(name or message.text(mapi.SUBJECT) or "message", b"")
            kept.within.append((attached, message))
        else:
            pointed = found.get(mapi.PATH)
            kept.left.append(
                f"“{name or f'part {number}'}”"
                + (f", which lies at {pointed}" if isinstance(pointed, str) else ", an object")
            )

    def properties(self, at: Path, level: str) -> dict[int, mapi.Value]:
        """Read the properties of a storage; a stream that cannot be read counts as missing."""
        streams = self.streams.get(at, {})
        fixed = self._bytes(streams.get(_FIXED))
        found = dict(_fixed(fixed[_HEADS[level] :]))
        if level == "top" and not streams:
            raise ValueError("nothing in it")
        codepage = mapi.charset_of(found.get(mapi.CODEPAGE)) or "cp1252"
        for name, path in streams.items():
            if name.startswith(_STREAM) and len(name) == len(_STREAM) + 8:
                key, kind = int(name[-8:-4], 16), int(name[-4:], 16)
                value = _value(kind, self._bytes(path), codepage)
                if value is not None:
                    found[key] = value
        return found

    def _bytes(self, path: Path | None) -> bytes:
        if path is None:
            return b""
        with self.container.openstream(list(path)) as stream:
            return bytes(stream.read())


def _fixed(data: bytes) -> Iterable[tuple[int, mapi.Value]]:
    """Give the properties of fixed length, sixteen bytes each: type, number, flags and value."""
    for at in range(0, len(data) - 15, 16):
        kind, number = struct.unpack_from("<HH", data, at)
        if kind == _INTEGER:
            yield number, int(struct.unpack_from("<I", data, at + 8)[0])
        elif kind == _TIME and (moment := mapi.file_time(struct.unpack_from("<Q", data, at + 8)[0])):
            yield number, moment


def _value(kind: int, data: bytes, codepage: str) -> mapi.Value | None:
    """Return what a stream holds, by the number of its type; None for types that no letter needs."""
    if kind == _UNICODE:
        return data.decode("utf-16-le", "replace").rstrip("\x00")
    if kind == _STRING8:
        return decoded(data.rstrip(b"\x00"), codepage).text
    return data if kind in (_BINARY, _OBJECT) else None
