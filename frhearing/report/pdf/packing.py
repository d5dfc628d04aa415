"""Gives the bytes of a reportlab document: small objects packed into streams, which reportlab itself cannot do.

Small objects lie in compressed object streams and the cross reference is a stream too (ISO 32000-1,
7.5.7 and 7.5.8), which halves a file with a large structure tree. The same objects give the same bytes.
"""

import hashlib
import struct
from collections.abc import Iterator
from itertools import accumulate, chain, count

from frhearing.report.pdf.file import PdfFile, deflate, deflate_exactly, stream
from frhearing.report.pdf.library import reportlab

_HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
_PER_OBJECT_STREAM = 200
_STREAM_END = b"endstream"


def packed(pdf: PdfFile) -> bytes:
    """The bytes of the whole file; its bookmarks are those of `outline`, folded below the first level."""
    document = pdf.document
    if document.Outlines.mydestinations:  # reportlab counts every folded bookmark once more while it writes them
        document.Outlines.count = len(document.Outlines.mydestinations)
    root = document.Reference(document.Catalog).format(document)
    info = document.Reference(document.info).format(document)
    bodies = formatted(pdf)
    loose = [number for number in range(1, len(bodies)) if not bodies[number].endswith(_STREAM_END)]
    streams = [pdf.workers.submit(_object_stream, some, bodies) for some in _parted(loose)]
    made = bytearray(_HEADER)
    rows = [(0, 0, 0xFFFF)] * (len(bodies) + len(streams) + 1)
    for number, body in enumerate(bodies[1:], 1):
        if body.endswith(_STREAM_END):
            rows[number] = (1, len(made), 0)
            made += b"%d 0 obj\n%s\nendobj\n" % (number, body)
            bodies[number] = b""  # it is in the file now: large ones do not lie in memory twice
    for number, held, holder in zip(count(len(bodies)), _parted(loose), streams, strict=False):
        for place, inner in enumerate(held):
            rows[inner] = (2, number, place)
        rows[number] = (1, len(made), 0)
        made += b"%d 0 obj\n%s\nendobj\n" % (number, holder.result())
    rows[-1] = (1, len(made), 0)
    fingerprint = hashlib.sha256(made).hexdigest()[:32].upper().encode()
    entries = b"/Root %s/Info %s/ID[<%s><%s>]" % (root, info, fingerprint, fingerprint)
    ending = b"startxref\n%d\n%%%%EOF\n" % len(made)
    made += _cross_reference(rows, entries) + ending
    return bytes(made)


def formatted(pdf: PdfFile) -> list[bytes]:
    """The bodies of all objects by number, the first place empty; what is formatted may ask for further objects."""
    pdf.settle()
    own, document = pdf.own, pdf.document
    names, objects, form = document.numberToId, document.idToObject, reportlab().pdfdoc.format
    bodies = [b""]
    while len(bodies) < pdf.next_number:
        body = own.pop(len(bodies), None)
        bodies.append(form(objects[names[len(bodies)]], document, toplevel=1) if body is None else body)
    return bodies


def _parted(numbers: list[int]) -> Iterator[list[int]]:
    """The numbers that one object stream holds after the other."""
    for start in range(0, len(numbers), _PER_OBJECT_STREAM):
        yield numbers[start : start + _PER_OBJECT_STREAM]


def _object_stream(held: list[int], bodies: list[bytes]) -> bytes:
    """The body of the object stream that holds these objects."""
    sizes = [len(bodies[number]) + 1 for number in held]
    places = zip(held, accumulate(sizes, initial=0), strict=False)
    first = b" ".join([b"%d %d" % place for place in places]) + b"\n"
    data = deflate(first + b"\n".join([bodies[number] for number in held]))
    return stream(data, b"/Type/ObjStm/N %d/First %d/Filter/FlateDecode" % (len(held), len(first)))


def _cross_reference(rows: list[tuple[int, int, int]], entries: bytes) -> bytes:
    """The object that says where every object lies, itself the last of them."""
    table = struct.pack(">" + "BIH" * len(rows), *chain.from_iterable(rows))
    data, filtered = deflate_exactly(table)
    entries = b"/Type/XRef/Size %d/W[1 4 2]%s%s" % (len(rows), entries, filtered)
    return b"%d 0 obj\n%s\nendobj\n" % (len(rows) - 1, stream(data, entries))
