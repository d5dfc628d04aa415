"""Gives the bytes of a reportlab document: small objects packed into streams, which reportlab itself cannot do.

Small objects lie in compressed object streams and the cross reference is a stream too (ISO 32000-1,
7.5.7 and 7.5.8), which halves a file with a large structure tree. The same objects give the same bytes.
"""

import hashlib
import struct
from collections.abc import Iterator
from typing import Any

from frhearing.report.pdf.file import deflate, deflate_exactly, stream
from frhearing.report.pdf.library import reportlab

_HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
_PER_OBJECT_STREAM = 200
_STREAM_END = b"endstream"


def packed(document: Any) -> bytes:
    """The bytes of the whole file; its bookmarks are those of `outline`, folded below the first level."""
    if document.Outlines.mydestinations:  # reportlab counts every folded bookmark once more while it writes them
        document.Outlines.count = len(document.Outlines.mydestinations)
    root = document.Reference(document.Catalog).format(document)
    info = document.Reference(document.info).format(document)
    bodies = formatted(document)
    parts = [_HEADER]
    offset = len(_HEADER)
    places: dict[int, tuple[int, int, int]] = {}
    for number, body in enumerate(bodies[1:], 1):
        if body.endswith(_STREAM_END):
            places[number] = (1, offset, 0)
            parts.append(b"%d 0 obj\n%s\nendobj\n" % (number, body))
            offset += len(parts[-1])
    size = len(bodies)
    for held, body in _object_streams(bodies):
        places.update({number: (2, size, place) for place, number in enumerate(held)})
        places[size] = (1, offset, 0)
        parts.append(b"%d 0 obj\n%s\nendobj\n" % (size, body))
        offset += len(parts[-1])
        size += 1
    places[size] = (1, offset, 0)
    fingerprint = _fingerprint(parts)
    entries = b"/Root %s/Info %s/ID[<%s><%s>]" % (root, info, fingerprint, fingerprint)
    parts.append(_cross_reference(places, size, entries))
    parts.append(b"startxref\n%d\n%%%%EOF\n" % offset)
    return b"".join(parts)


def formatted(document: Any) -> list[bytes]:
    """The bodies of all objects by number, the first place empty; what is formatted may ask for further objects."""
    names, objects, form = document.numberToId, document.idToObject, reportlab().pdfdoc.format
    bodies = [b""]
    while len(bodies) in names:
        held = objects[names[len(bodies)]]
        bodies.append(held if isinstance(held, bytes) else form(held, document, toplevel=1))
    return bodies


def _object_streams(bodies: list[bytes]) -> Iterator[tuple[list[int], bytes]]:
    """The numbers and the body of each object stream, in order."""
    loose = [number for number in range(1, len(bodies)) if not bodies[number].endswith(_STREAM_END)]
    for start in range(0, len(loose), _PER_OBJECT_STREAM):
        held = loose[start : start + _PER_OBJECT_STREAM]
        head: list[bytes] = []
        at = 0
        for number in held:
            head.append(b"%d %d" % (number, at))
            at += len(bodies[number]) + 1
        first = b" ".join(head) + b"\n"
        data = deflate(first + b"\n".join(bodies[number] for number in held))
        yield held, stream(data, b"/Type/ObjStm/N %d/First %d/Filter/FlateDecode" % (len(held), len(first)))


def _fingerprint(parts: list[bytes]) -> bytes:
    digest = hashlib.sha256()
    for part in parts:
        digest.update(part)
    return digest.hexdigest()[:32].upper().encode()


def _cross_reference(places: dict[int, tuple[int, int, int]], last: int, entries: bytes) -> bytes:
    rows = [struct.pack(">BIH", 0, 0, 0xFFFF)]
    rows += [struct.pack(">BIH", *places[number]) for number in range(1, last + 1)]
    data, filtered = deflate_exactly(b"".join(rows))
    entries = b"/Type/XRef/Size %d/W[1 4 2]%s%s" % (last + 1, entries, filtered)
    return b"%d 0 obj\n%s\nendobj\n" % (last, stream(data, entries))
