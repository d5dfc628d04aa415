"""Files inside the file: the record for machines, attached as PDF/A-3 wants it, and how it is read again."""

import hashlib
import re
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from frhearing.report.pdf.file import PdfFile, text_string

_EMBEDDED = re.compile(
    rb"<</Type/EmbeddedFile/Subtype/([\w#.+-]+)/Params<<[^<>]*<[0-9A-F]{32}>>>"
    rb"(/Filter/FlateDecode)?/Length (\d{1,12})>>\nstream\n"
)
_LAST = re.compile(rb"startxref\n(\d{1,12})\n%%EOF\n")
_TABLE = re.compile(rb"\d+ 0 obj\n<</Type/XRef/Size ")
_ID = re.compile(rb"/ID\[<([0-9A-F]{32})><\1>\]")
_MOST = 1 << 30
"""A file inside the file that would be larger than this when unpacked is not read."""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that goes along with a document: the data behind what is printed. `mime` is such as `text/csv`."""

    name: str
    mime: str
    description: str
    data: bytes


def write_attachments(pdf: PdfFile, attachments: Sequence[Attachment], moment: datetime) -> tuple[bytes, bytes]:
    """Write the files (ISO 19005-3, 6.8); returns the catalog's `AF` array and its `EmbeddedFiles` tree."""
    named = sorted((one.name, b"%d 0 R" % _write(pdf, one, moment)) for one in attachments)
    references = b" ".join(reference for _, reference in named)
    names = b" ".join(text_string(name) + b" " + reference for name, reference in named)
    return b"[%s]" % references, b"<</EmbeddedFiles<</Names[%s]>>>>" % names


def _write(pdf: PdfFile, attachment: Attachment, moment: datetime) -> int:
    """Write one file and what it is; returns the number of its file specification."""
    date = moment.strftime("D:%Y%m%d%H%M%S+00'00'").encode()
    data = attachment.data
    entries = b"/Type/EmbeddedFile/Subtype/%s/Params<</Size %d/CreationDate(%s)/ModDate(%s)/CheckSum<%s>>>" % (
        attachment.mime.replace("/", "#2F").encode(),
        len(data),
        date,
        date,
        hashlib.md5(data, usedforsecurity=False).hexdigest().upper().encode(),
    )
    inner = pdf.add_data_stream(data, entries)
    return pdf.add(
        b"<</Type/Filespec/F%s/UF%s/AFRelationship/Data/Desc%s/EF<</F %d 0 R/UF %d 0 R>>>>"
        % (
            text_string(attachment.name),
            text_string(attachment.name),
            text_string(attachment.description),
            inner,
            inner,
        )
    )


@dataclass(frozen=True, slots=True)
class Found:
    """A file as this program writes it, read again: where it ends, whether it is whole, and what goes along.

    `length` is the number of bytes up to its own end: what follows was appended later, such as a signature.
    `whole` says that every byte of it still fits its fingerprint; `attached` has the data by MIME type.
    """

    length: int
    whole: bool
    attached: dict[str, bytes]


def read_again(data: bytes) -> Found | None:
    """Find what this program wrote; None for a file that it did not write, or that was written anew since."""
    ends = ((end, int(end[1])) for end in _LAST.finditer(data))
    end, last = next(((end, at) for end, at in ends if _TABLE.match(data, at)), (None, 0))
    fingerprint = _ID.search(data, last)
    if end is None or fingerprint is None:
        return None
    own = data[: end.end()]
    whole = hashlib.sha256(own[:last]).hexdigest()[:32].upper().encode() == fingerprint[1]
    attached: dict[str, bytes] = {}
    for match in _EMBEDDED.finditer(own):
        inner = own[match.end() : match.end() + int(match[3])]
        unpacked = _unpacked(inner) if match[2] else inner
        if unpacked is not None:
            attached.setdefault(match[1].decode().replace("#2F", "/"), unpacked)
    return Found(len(own), whole, attached)


def _unpacked(data: bytes) -> bytes | None:
    try:
        return zlib.decompressobj().decompress(data, _MOST)
    except zlib.error:
        return None
