"""How a reading travels from the child to the parent: lines of JSON in a file, rows in lots. Nothing is unpickled.

The cells of a lot follow their line as they are, in UTF-8 with a control character between them: to write 30 MB as
JSON and read it again takes a third of a second. A lot whose cells hold that character is written as JSON all the same.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from itertools import chain
from pathlib import Path
from typing import Any, Final

from frhearing.intake.draft import (
    EncodingCandidate,
    EncodingQuestion,
    Member,
    Part,
    Reading,
    RefusedRow,
    SourceKind,
    SourceRow,
    Table,
)

_LOT: Final = 512
"""How many rows stand on one line: enough to be quick, few enough that no line holds up the window's thread."""
_BETWEEN: Final = "\x1f"
"""The “unit separator”, which stands in hardly any text."""


def encoded(reading: Reading) -> Iterator[bytes]:
    """Give the lines of a reading; the last one says that it is whole."""
    head = {
        name: getattr(reading, name)
        for name in ("file", "sha256", "size", "kind", "encoding", "chosen", "notes", "not_read", "refusal")
    }
    if reading.question:
        head["question"] = asdict(reading.question)
    head["parts"] = [(*part[:-1], str(part.path)) for part in reading.parts]
    head["members"] = [(name, str(path)) for name, path in reading.members]
    yield _line({"source": head})
    for table in reading.tables:
        refused = [(row.row, row.reason, row.raw) for row in table.refused]
        yield _line({"table": [table.file, table.header, table.header_row, refused, table.place]})
        for start in range(0, len(table.rows), _LOT):
            yield from _lot(table.rows[start : start + _LOT])
    yield _line({"whole": True})


def decoded(lines: Iterable[bytes]) -> Reading:
    """Put a reading together from its lines. Raises ValueError where they are not a whole reading."""
    head: dict[str, Any] = {}
    tables: list[tuple[list[Any], list[SourceRow]]] = []
    whole = False
    coming = iter(lines)
    for line in coming:
        part = json.loads(line.decode("utf-8", "surrogatepass"))
        if "rows" in part:
            tables[-1][1].extend(map(SourceRow._make, part["rows"]))
        elif "numbers" in part:
            tables[-1][1].extend(_rows(part["numbers"], part["width"], _taken(coming, part["bytes"])))
        elif "table" in part:
            tables.append((part["table"], []))
        elif "source" in part:
            head = part["source"]
        else:
            whole = "whole" in part
    if not whole or not head:
        raise ValueError("the reading is not whole")
    question = head.pop("question", None)
    settled = {
        "kind": SourceKind(head["kind"]),
        "notes": tuple(head["notes"]),
        "not_read": tuple(head["not_read"]),
        "parts": tuple(Part(row, name, sha256, size, Path(path)) for row, name, sha256, size, path in head["parts"]),
        "members": tuple(Member(name, Path(path)) for name, path in head["members"]),
    }
    return Reading(
        **head | settled,
        tables=tuple(_table(facts, rows) for facts, rows in tables),
        question=_question(question) if question else None,
    )


def _lot(rows: Sequence[SourceRow]) -> Iterator[bytes]:
    """Write a lot of rows as one text where that can be parted again, else as JSON."""
    width = len(rows[0].cells)
    cells = list(chain.from_iterable(row.cells for row in rows))
    joined = _BETWEEN.join(cells)
    if joined.count(_BETWEEN) != len(cells) - 1 or any(len(row.cells) != width for row in rows):
        yield _line({"rows": rows})
        return
    plain = joined.encode("utf-8", "surrogatepass") + b"\n"
    yield _line({"numbers": [row.number for row in rows], "width": width, "bytes": len(plain)})
    yield plain


def _taken(coming: Iterator[bytes], size: int) -> str:
    """Take so many bytes, the last of them a line end, and return what stands in them without it."""
    pieces: list[bytes] = []
    while size > 0:
        pieces.append(next(coming, b""))
        size -= len(pieces[-1]) or size
    return b"".join(pieces)[:-1].decode("utf-8", "surrogatepass")


def _rows(numbers: Sequence[int], width: int, joined: str) -> Iterator[SourceRow]:
    """Part the cells of a lot into its rows. Raises ValueError where some are missing."""
    cells = joined.split(_BETWEEN)
    parted = (cells[at : at + width] for at in range(0, len(cells), width))
    return map(SourceRow._make, zip(numbers, parted, strict=True))


def _line(part: dict[str, Any]) -> bytes:
    return json.dumps(part, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass") + b"\n"


def _table(facts: list[Any], rows: list[SourceRow]) -> Table:
    file, header, header_row, refused, place = facts
    return Table(file, tuple(header), header_row, rows, tuple(RefusedRow(file, *row) for row in refused), place)


def _question(facts: dict[str, Any]) -> EncodingQuestion:
    candidates = tuple(EncodingCandidate(one["encoding"], tuple(one["preview"])) for one in facts["candidates"])
    return EncodingQuestion(facts["file"], candidates)
