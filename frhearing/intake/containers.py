"""ZIP containers (Office files, archives) and their XML, looked over before anything in them is unpacked.

What a bomb declares or hides (many entries, entries that overlap, sizes out of all proportion, entities that swell)
is refused in a sentence first; what is read then is counted and never more than was allowed (7-quality.md, D3).
"""

import io
import stat
import struct
import zipfile
import zlib
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Final
from xml.parsers import expat

from lxml import etree

from frhearing.intake.draft import Unreadable

MOST_ENTRIES: Final = 2_000
"""How many entries an Office file may have."""
MOST_UNPACKED: Final = 200 << 20
"""How many bytes its entries may come to when they are unpacked."""
_MOST_RATIO: Final = 200
_SMALL: Final = 16 << 20
"""How many times larger than the file its entries may be together, and up to how many bytes that does not matter."""
_LOCAL_HEAD: Final = 30
"""Bytes before the name in the header of an entry."""
_END: Final = b"PK\x05\x06"
_END_64: Final = b"PK\x06\x06"
_DIRECTORY_ENTRY: Final = b"PK\x01\x02"
_UTF8_NAME: Final = 0x800
_UNICODE_PATH: Final = 0x7075
_BROKEN: Final = (
    zipfile.BadZipFile, NotImplementedError, ValueError, OSError, RuntimeError, EOFError, zlib.error, struct.error,
)  # fmt: skip
_KEPT: Final = "nothing was imported, and the file is as it was."


class Damaged(Unreadable):
    """A file, or a part of one, that is broken and not merely harmful or locked."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One file of a container: its name as given, its declared size in bytes, whether it has a password.

    ``hindrance`` says in words why it cannot be read; it is empty for one that can.
    """

    name: str
    size: int
    encrypted: bool
    folder: bool
    hindrance: str
    info: zipfile.ZipInfo


class Container:
    """A ZIP that was looked over: its entries in the order of its directory, and a reading of them with a cap."""

    def __init__(self, file: str, opened: zipfile.ZipFile) -> None:
        self.file = file
        self._zip = opened
        self.entries = tuple(_entry(info) for info in opened.infolist())
        self._by_name = {entry.name: entry for entry in self.entries}

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all entries, in the order of the directory."""
        return tuple(entry.name for entry in self.entries)

    def __contains__(self, name: str) -> bool:
        return name in self._by_name

    def read(self, name: str, most: int = MOST_UNPACKED) -> bytes:
        """Return the bytes of the entry of that name; see ``read_entry``. Raises KeyError where there is none."""
        return self.read_entry(self._by_name[name], most)

    def read_entry(self, entry: Entry, most: int = MOST_UNPACKED) -> bytes:
        """Return the bytes of an entry, at most so many. Raises Damaged, or Unreadable where it is locked or larger."""
        if entry.hindrance:
            raise Unreadable(f"“{entry.name}” in “{self.file}” {entry.hindrance}; {_KEPT}")
        try:
            with self._zip.open(entry.info) as packed:
                data = packed.read(most + 1)
        except _BROKEN as fault:
            raise Damaged(f"“{entry.name}” in “{self.file}” is damaged and cannot be unpacked; {_KEPT}") from fault
        if len(data) > most:
            raise Unreadable(f"“{entry.name}” in “{self.file}” is larger than {size_in_words(most)}; {_KEPT}")
        return data

    def xml(self, name: str, most: int = MOST_UNPACKED) -> Any:
        """Return the root of the XML of that entry, as ``safe_xml`` does; of at most so many bytes."""
        return safe_xml(self.read(name, most), self.file)

    def refuse_doctypes(self, but: Collection[str] = ()) -> None:
        """Raise Unreadable if any XML entry declares entities: for libraries that do their own reading.

        Those named in ``but`` were looked at already.
        """
        for entry in self.entries:
            if entry.name in but:
                continue
            if entry.name.lower().endswith((".xml", ".rels", ".vml")) and not entry.hindrance:
                check_prolog(self.read_entry(entry), self.file)


def open_zip(data: bytes, file: str, *, entries: int = MOST_ENTRIES, unpacked: int = MOST_UNPACKED) -> Container:
    """Open a ZIP after looking over its directory; nothing is unpacked yet.

    Raises Unreadable, in a sentence, for one that is damaged, has more than ``entries`` entries, declares more
    than ``unpacked`` bytes, swells out of proportion or has entries that overlap.
    """
    _refuse_crowds(data, file, entries)
    try:
        opened = zipfile.ZipFile(io.BytesIO(data))
        infos = opened.infolist()
    except (*_BROKEN, UnicodeError) as fault:
        raise _damaged(file, "its directory") from fault
    if len(infos) > entries:
        raise _too_many(file, len(infos), entries)
    total = sum(info.file_size for info in infos)
    if total > unpacked:
        raise Unreadable(
            f"“{file}” would unpack to {size_in_words(total)}, more than the {size_in_words(unpacked)} allowed; {_KEPT}"
        )
    if total > max(_SMALL, _MOST_RATIO * len(data)):
        raise Unreadable(
            f"“{file}” would unpack to {total // max(1, len(data)):,} times its size, as no honest file does; {_KEPT}"
        )
    _refuse_overlaps(infos, opened.start_dir, file)
    return Container(file, opened)


def safe_xml(data: bytes, file: str) -> Any:
    """Return the root element of XML that may come from anyone: no entities, no other files, no network.

    Raises Damaged where it is no XML or is nested beyond measure, Unreadable where it declares a document type.
    """
    check_prolog(data, file)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as fault:
        raise _damaged(file, "its XML") from fault


def check_prolog(data: bytes, file: str) -> None:
    """Raise Unreadable if XML declares a document type, with which entities could swell or reach for other files."""
    found = ""

    def declared(*_: object) -> None:
        nonlocal found
        found = "type"
        raise _Seen

    def begun(*_: object) -> None:
        nonlocal found
        found = "element"
        raise _Seen

    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = declared
    parser.StartElementHandler = begun
    try:
        for start in range(0, len(data), 4096):
            parser.Parse(data[start : start + 4096], False)
        parser.Parse(b"", True)
    except _Seen:
        if found == "element":
            return
        raise Unreadable(
            f"“{file}” declares a document type inside, as no Office file does and harmful ones do; {_KEPT}"
        ) from None
    except (expat.ExpatError, ValueError, LookupError) as fault:
        raise _damaged(file, "its XML") from fault


def size_in_words(size: int) -> str:
    """Write a number of bytes for a sentence, in kB, MB or GB (of a thousand, a million, a thousand million)."""
    if size >= 10**9:
        return f"{size / 10**9:,.1f} GB"
    return f"{size / 10**6:,.0f} MB" if size >= 10**6 else f"{max(size // 1000, 1)} kB"


class _Seen(Exception):
    """What decides has been seen; nothing more of the XML need be read."""


def _refuse_crowds(data: bytes, file: str, entries: int) -> None:
    """Refuse a directory of very many entries before each of them costs memory: its ends say how long it is."""
    at = data.rfind(_END, max(0, len(data) - 65557))
    lengths = [(at, "<L", 12), (data.rfind(_END_64, 0, max(at, 0)), "<Q", 40)]
    for end, form, offset in lengths:
        if end >= 0 and end + offset + struct.calcsize(form) <= len(data):
            (length,) = struct.unpack_from(form, data, end + offset)
            found = data.count(_DIRECTORY_ENTRY, max(0, end - length), end)
            if found > entries:
                raise _too_many(file, found, entries)


def _damaged(file: str, what: str) -> Damaged:
    return Damaged(f"“{file}” is damaged: {what} cannot be read; {_KEPT} Ask the sender for it again.")


def _too_many(file: str, found: int, most: int) -> Unreadable:
    return Unreadable(f"“{file}” holds {found:,} files, more than the {most:,} allowed; {_KEPT}")


def _refuse_overlaps(infos: Iterable[zipfile.ZipInfo], directory_at: int, file: str) -> None:
    """Raise Unreadable where two entries share bytes: so is a bomb made that a ratio does not show."""
    spans = sorted((info.header_offset, info.header_offset + _LOCAL_HEAD + info.compress_size) for info in infos)
    ends = [*spans, (directory_at, directory_at)]
    if any(end > start for (_, end), (start, _) in pairwise(ends)):
        raise Unreadable(f"“{file}” has entries that lie over one another, as no honest file does; {_KEPT}")


def _entry(info: zipfile.ZipInfo) -> Entry:
    encrypted = bool(info.flag_bits & 0x1)
    hindrance = ""
    if encrypted:
        hindrance = "is locked with a password"
    elif info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        hindrance = "is packed in a way that this version does not read"
    elif stat.S_ISLNK(info.external_attr >> 16):
        hindrance = "is only a link to another place"
    elif not info.file_size and info.compress_size > 2:
        hindrance = "is damaged: its size is not what it says"
    return Entry(_name(info), info.file_size, encrypted, info.is_dir(), hindrance, info)


def _name(info: zipfile.ZipInfo) -> str:
    """Return the name of an entry as meant: many programs write UTF-8 without saying so, the oldest write cp437."""
    if info.flag_bits & _UTF8_NAME:
        return info.orig_filename
    raw = info.orig_filename.encode("cp437", "replace")
    for kind, field in _extra_fields(info.extra):
        if kind == _UNICODE_PATH and len(field) > 5 and struct.unpack_from("<L", field, 1)[0] == zlib.crc32(raw):
            return field[5:].decode("utf-8", "replace")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return info.orig_filename


def _extra_fields(extra: bytes) -> Iterator[tuple[int, bytes]]:
    at = 0
    while at + 4 <= len(extra):
        kind, size = struct.unpack_from("<HH", extra, at)
        yield kind, extra[at + 4 : at + 4 + size]
        at += 4 + size
