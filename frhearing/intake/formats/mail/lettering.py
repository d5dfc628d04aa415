"""Bytes of mail into letters: charsets by the names that mail programs give them, encoded words, bytes without a name.

A message is decoded strictly as it says. Where that fails, UTF-8 is tried strictly, then the usual Western letters,
and the clerk is told: one cannot be asked for each of two thousand messages.
"""

import binascii
import codecs
import quopri
import re
from typing import Final, NamedTuple

# Codecs of Python that are no charsets, and some that take time with the square of the length.
_NO_CHARSETS: Final = frozenset(
    ("idna", "punycode", "unicode-escape", "raw-unicode-escape", "undefined", "mbcs", "oem")
)
# The name a program writes, and the fuller charset that is meant (WHATWG Encoding Standard, its table of labels).
_MEANT: Final = {
    "iso8859-1": "cp1252", "iso8859-9": "cp1254", "gb2312": "gb18030", "gbk": "gb18030",
    "euc_kr": "cp949", "shift_jis": "cp932", "iso2022_jp": "iso2022_jp_ext", "tis-620": "cp874", "big5": "big5hkscs",
}  # fmt: skip
_OTHER_NAMES: Final = {
    "x-gbk": "gb18030", "ks_c_5601-1987": "cp949", "x-sjis": "cp932", "windows-874": "cp874",
    "iso-8859-8-i": "iso8859-8", "x-mac-roman": "mac_roman", "macintosh": "mac_roman", "unicode-1-1-utf-7": "utf-7",
    "x-unicode-2-0-utf-7": "utf-7", "utf8mb4": "utf-8", "x-user-defined": "cp1252", "cp-850": "cp850",
}  # fmt: skip
_WORD: Final = r"=\?([^?*\s=]{1,40})(?:\*[^?\s]{0,20})?\?([bq])\?([^?]{0,4000})\?="
_ENCODED_WORD: Final = re.compile(_WORD, re.IGNORECASE)
ENCODED: Final = re.compile(rf"(?:{re.sub(r'[(](?![?])', '(?:', _WORD)}[ \t]*)+", re.IGNORECASE)
"""A run of encoded words (RFC 2047), which are decoded together."""
_ESCAPED_JAPANESE: Final = re.compile(rb"\x1b\$[@B]")
_BYTE: Final = re.compile("[\udc80-\udcff]")
WESTERN: Final = "cp1252"
_WESTERN: Final = frozenset(("iso8859-1", "iso8859-15", "cp1252"))
_NAMES: Final = {WESTERN: "Western European (cp1252)"}


class Lettered(NamedTuple):
    """A text decoded, and a remark for the clerk where it could not be decoded as it said."""

    text: str
    remark: str = ""


def decoded(data: bytes, charset: str, hint: str = "") -> Lettered:
    """Decode bytes that are said to be in ``charset``; ``hint`` is what the clerk named for bytes without a charset."""
    named = charset.strip(" \t'\"<>").lower()
    codec = codec_of(named)
    for name in _tries(data, codec, hint, named):
        try:
            text = data.decode(name)
        except (UnicodeError, ValueError):
            continue
        return Lettered(text, _remark(data, named, codec, name))
    # A footer added on the way in other letters: those bytes alone are read as Western.
    text = _BYTE.sub(_western, data.decode(codec or "utf-8", "surrogateescape"))
    said = f"as it says ({named[:40]})" if codec else "because it names no charset"
    return Lettered(text, f"some of its letters could not be read {said} and may be wrong")


def _western(match: re.Match[str]) -> str:
    """Read one byte that is no UTF-8 as a Western letter, or as what Latin-1 has there."""
    byte = bytes([ord(match[0]) - 0xDC00])
    try:
        return byte.decode(WESTERN)
    except UnicodeError:
        return byte.decode("latin-1")


def _tries(data: bytes, codec: str, hint: str, named: str) -> list[str]:
    """Return the charsets to try strictly, in order."""
    if codec in ("", "ascii"):
        if _ESCAPED_JAPANESE.search(data):
            return ["iso2022_jp_ext", "utf-8", WESTERN]
        return ["utf-8", *filter(None, (codec_of(hint),)), WESTERN]
    if codec in _WESTERN:
        # Bytes that are whole letters of UTF-8 are never met in Western text.
        return ["utf-8", _MEANT.get(codec, codec)]
    return [codec, *([_MEANT[codec]] if codec in _MEANT else []), "utf-8", *([] if named else [WESTERN])]


def _remark(data: bytes, named: str, codec: str, used: str) -> str:
    """Say how a text was decoded where it does not say itself, or says something else."""
    if data.isascii() or used in (codec, _MEANT.get(codec)):
        return ""
    if named and not codec:
        return f"it is said to be written in “{named[:40]}”, which nobody knows; read as {_NAMES.get(used, used)}"
    if not named or codec == "ascii":
        return "" if used == "utf-8" else f"it does not say in which letters it is written; read as {_NAMES[WESTERN]}"
    return f"it is said to be written in {named[:40]} but is not; read as {_NAMES.get(used, used)}"


def codec_of(name: str) -> str:
    """Return Python's name of a charset, empty for one that nobody knows."""
    name = name.strip().lower()
    try:
        found = codecs.lookup(_OTHER_NAMES.get(name, name)).name
        b"aa".decode(found, "ignore")  # rot13 and its like have names too, but are no charsets
    except (LookupError, ValueError, TypeError):
        return ""
    return "" if found in _NO_CHARSETS else found


def plain(value: str, hint: str = "") -> str:
    """Return the value of a header on one line, its bytes beyond ASCII decoded; encoded words stay as they are."""
    line = re.sub(r"[\r\n]+[ \t]*", " ", value)
    if _BYTE.search(line):
        # Headers of mails that were never encoded: UTF-8 by RFC 6532, else whatever the sender's machine had.
        line = decoded(line.encode("utf-8", "surrogateescape"), "", hint).text
    return line.strip()


def words_of(value: str) -> str:
    """Decode the encoded words of a header (RFC 2047); a word that is broken stays as written."""
    out: list[str] = []
    held: tuple[str, bytes] = ("", b"")  # a letter may be split between two words of one charset
    end = 0
    for match in _ENCODED_WORD.finditer(value):
        between = value[end : match.start()]
        data = _unwrapped(match[2].lower(), match[3])
        if data is None:
            continue
        end = match.end()
        if held[0] and (between.strip() or match[1].lower() != held[0]):
            out.append(decoded(held[1], held[0]).text)
            held = ("", b"")
            between = between if between.strip() else ""
        elif held[0]:
            between = ""
        out.append(between)
        held = (match[1].lower(), held[1] + data)
    if held[0]:
        out.append(decoded(held[1], held[0]).text)
    return "".join(out) + value[end:]


def _unwrapped(how: str, written: str) -> bytes | None:
    """Undo the base64 or quoted-printable of an encoded word; None where it is neither."""
    try:
        raw = written.encode("ascii")
    except UnicodeError:
        raw = written.encode("utf-8", "surrogateescape")
    if how == "q":
        return quopri.decodestring(raw, header=True)
    try:
        # What is no base64 at all comes out empty.
        return binascii.a2b_base64(raw + b"=" * (-len(raw) % 4)) or (None if raw else b"")
    except binascii.Error:
        return None
