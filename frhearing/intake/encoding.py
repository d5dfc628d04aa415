"""Which letters the bytes stand for: UTF-8 strictly, UTF-16 or UTF-32 by their mark, else the clerk is asked.

Never a guess: guessing was wrong on three of six short cp1252 files (7-quality.md, rule 4 and B7).
"""

import codecs
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from frhearing.intake.draft import EncodingCandidate, EncodingQuestion, EncodingUnknown, Unreadable

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: its mark begins with the same two bytes
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SINGLE_BYTE: Final = ("cp1252", "mac_roman", "latin-1", "cp437", "cp1250", "cp1251")
_WIDE: Final = ("utf-16-le", "utf-16-be")
# Python knows codecs that are not letters at all (zlib, rot13); only these may be asked for.
_ALLOWED: Final = frozenset(
    codecs.lookup(name).name
    for name in (
        *("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be", "ascii"),
        *(f"cp{page}" for page in (437, 850, 852, 858, 866, 874, 932, 949, 950, *range(1250, 1259))),
        *(f"iso8859-{part}" for part in (*range(1, 12), 13, 14, 15, 16)),
        *("mac_roman", "mac_latin2", "mac_cyrillic", "mac_greek", "mac_turkish", "koi8-r", "koi8-u"),
        *("shift_jis", "euc_jp", "iso2022_jp", "gb2312", "gbk", "gb18030", "big5", "euc_kr"),
    )
)
_CHUNK: Final = 1 << 20
_PREVIEW_LINES: Final = 4
_PREVIEW_WIDTH: Final = 100


@dataclass(frozen=True, slots=True)
class Letters:
    """How to read the bytes: the encoding's name, how many bytes of mark to skip, and what to tell about it."""

    encoding: str
    skip: int = 0
    note: str = ""


def known_encoding(name: str) -> str:
    """Return the proper name of an encoding of letters. Raises Unreadable, in a sentence, for anything else."""
    try:
        proper = codecs.lookup(name.strip()).name
    except (LookupError, ValueError):
        proper = ""
    if proper not in _ALLOWED:
        raise Unreadable(
            f"“{name}” is not the name of an encoding; nothing was imported. "
            "Common ones are utf-8, cp1252 (Windows), mac_roman, latin-1 and utf-16."
        )
    return proper


def letters_of(data: bytes, file: str, asked: str = "") -> Letters:
    """Decide how to read the bytes of a file; ``asked`` is the encoding that the clerk named, if any.

    Raises EncodingUnknown where only the clerk can tell, Unreadable where the encoding named does not fit.
    """
    named = known_encoding(asked) if asked else ""
    for mark, encoding in _MARKS:
        if data.startswith(mark) and decodes(data, encoding, len(mark)):
            return Letters(encoding, len(mark))
    utf8 = decodes(data, "utf-8")
    if utf8 and not data.isascii():
        # Bytes that make whole UTF-8 letters are UTF-8. Reading them otherwise would garble the record for good.
        note = f"“{file}” is written in UTF-8 and was read so, not as {asked}." if named not in ("", "utf-8") else ""
        return Letters("utf-8", note=note)
    if named:
        if decodes(data, named):
            return Letters(named)
        raise Unreadable(
            f"“{file}” cannot be read as {asked}: some of its bytes are no letters there; nothing was imported. "
            f"Try another encoding{_to_try(data)}."
        )
    if utf8 and not looks_wide(data):
        return Letters("utf-8")
    raise EncodingUnknown(EncodingQuestion(file, candidates(data)))


def decodes(data: bytes, encoding: str, skip: int = 0) -> bool:
    """Tell whether every byte after the first ``skip`` is a letter in this encoding."""
    decoder = codecs.getincrementaldecoder(encoding)("strict")
    view = memoryview(data)
    try:
        for start in range(skip, len(data), _CHUNK):
            decoder.decode(view[start : start + _CHUNK])
        decoder.decode(b"", True)
    except UnicodeError:
        return False
    return True


def looks_wide(data: bytes) -> bool:
    """Tell whether the bytes look like UTF-16 without a mark: every other byte is mostly zero."""
    head = data[:4096]
    zeros = (head[0::2].count(0), head[1::2].count(0))
    return len(head) >= 4 and max(zeros) > len(head) // 2 * 0.4 and min(zeros) < max(zeros) * 0.2


def candidates(data: bytes) -> tuple[EncodingCandidate, ...]:
    """Return the encodings in which every byte is a letter, each with its reading of the lines in doubt."""
    wide = looks_wide(data)
    found: list[EncodingCandidate] = []
    for encoding in (*_WIDE, *_SINGLE_BYTE) if wide else _SINGLE_BYTE:
        if not decodes(data, encoding):
            continue
        preview = tuple(_preview(data, encoding, encoding in _WIDE))
        if preview not in [candidate.preview for candidate in found]:
            found.append(EncodingCandidate(encoding, preview))
    return tuple(found)


def _preview(data: bytes, encoding: str, wide: bool) -> Iterator[str]:
    """Give the first lines that hold more than plain ASCII, read in this encoding and cut to a width."""
    if wide:
        lines = data[:4096].decode(encoding, "ignore").splitlines()
        yield from (line[:_PREVIEW_WIDTH] for line in lines[:_PREVIEW_LINES])
        return
    shown = 0
    for line in data.splitlines():
        if line.isascii():
            continue
        at = next(index for index, byte in enumerate(line) if byte > 127)
        start = max(0, at - _PREVIEW_WIDTH // 2)
        yield line[start : start + _PREVIEW_WIDTH].decode(encoding, "replace")
        shown += 1
        if shown == _PREVIEW_LINES:
            return


def _to_try(data: bytes) -> str:
    names = ", ".join(candidate.encoding for candidate in candidates(data))
    return f" (to try: {names})" if names else ""
