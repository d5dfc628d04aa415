"""Which rows of an import are on the record already, which have changed, and who has written before."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from frhearing.desk.import_plan import PlannedSource
from frhearing.desk.import_planning import row_label, source_mark
from frhearing.intake.already_here import Arrival, OnRecord, find_known, sender_of
from frhearing.intake.coding import Incoming, Problem, ProblemKind
from frhearing.intake.draft import Reading, SourceKind
from frhearing.intake.words import key
from frhearing.store.connection import Connection, Row
from frhearing.store.imports import received_before
from frhearing.store.recording import text_sha256

_COMPARED = (ProblemKind.CHANGED, ProblemKind.SAME_PERSON)


def compare(
    connection: Connection, hearing_id: int, readings: Sequence[Reading], sources: Sequence[PlannedSource]
) -> tuple[PlannedSource, ...]:
    """Find for every row whether it is on the record already; a changed text is told, never taken over.

    Whoever wrote before under the same name and address is hinted at; people are joined by the clerk alone.
    """
    record: list[OnRecord] = []
    writers: dict[tuple[str, str], int] = {}
    for row, facts in received_before(connection, hearing_id):
        record.append(_on_record(row, facts))
        for person in _persons(facts):
            writers.setdefault(person, int(row["number"]))
    arrivals = [
        arrival for source in sources for arrival in (_arrivals(source, readings[source.reading]) if record else ())
    ]
    found = find_known(record, arrivals) if record else [None] * sum(len(source.incoming) for source in sources)
    heard = {one.sha256: one for one in reversed(record)}
    compared = []
    start = 0
    for source in sources:
        end = start + len(source.incoming)
        known: list[OnRecord | None] = [*found[start:end]]
        whole = heard.get(readings[source.reading].sha256) if source.kind is SourceKind.TRANSCRIPT else None
        if whole is not None:
            # Its turns may have been parted otherwise then: the recording is here, or it is not.
            known = [whole] * len(source.incoming)
        told = [] if whole else list(_changed(source, known, arrivals[start:end]))
        told += _hints(source, known, writers)
        # What is on the record already has been looked at there.
        here = {one.draft.row for one, same in zip(source.incoming, known, strict=True) if same is not None}
        kept = [one for one in source.problems if one.kind not in _COMPARED and one.row not in here]
        compared.append(replace(source, known=known, problems=[*kept, *told]))
        start = end
    return tuple(compared)


def _changed(source: PlannedSource, known: Sequence[OnRecord | None], arrivals: Sequence[Arrival]) -> Iterator[Problem]:
    """Tell the rows that are here with another text; one that had none was typed in by the clerk."""
    for one, here, arrival in zip(source.incoming, known, arrivals, strict=False):
        if here is not None and here.text_sha256 != arrival.text_sha256 and one.comment.text.strip():
            words = f"is on the record as No. {here.number} with another text; not added"
            yield Problem(one.draft.file, one.draft.row, ProblemKind.CHANGED, words)


def _hints(
    source: PlannedSource, known: Sequence[OnRecord | None], writers: Mapping[tuple[str, str], int]
) -> Iterator[Problem]:
    """Tell the new rows whose sender has a comment on the record."""
    if not writers:
        return
    for one, here in zip(source.incoming, known, strict=True):
        if here is None:
            number = next((writers[person] for person in _persons(_sender(one)) if person in writers), None)
            if number is not None:
                words = f"{one.comment.name} also wrote No. {number}"
                yield Problem(one.draft.file, one.draft.row, ProblemKind.SAME_PERSON, words)


def _sender(one: Incoming) -> dict[str, object]:
    comment = one.comment
    return {"name": comment.name, "email": comment.email, "district": comment.district}


def _persons(facts: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    """Give a sender's name with each address it came with: a name alone is no person."""
    name = key(str(facts.get("name") or ""))
    if name:
        for part in ("email", "district"):
            address = key(str(facts.get(part) or ""))
            if address:
                yield name, address


def _on_record(row: Row, facts: dict[str, object]) -> OnRecord:
    """Put together what identifies a comment on the record, all of it as the source wrote it."""
    written = facts.get("as_written")
    as_written = written if isinstance(written, dict) else {}
    said = {
        key: str(as_written.get(key) or facts.get(key) or "")
        for key in ("name", "organization", "email", "received_as_written")
    }
    return OnRecord(
        row["number"],
        row["sha256"],
        row["source_row"],
        str(facts.get("source") or ""),
        str(facts.get("external_id") or "").strip(),
        str(facts["text_sha256"]),
        (said["name"], said["organization"], said["email"], said["received_as_written"]),
    )


def _arrivals(source: PlannedSource, reading: Reading) -> list[Arrival]:
    mark = source_mark(source)
    return [
        Arrival(
            reading.sha256,
            row_label(source, one.draft.row),
            mark,
            one.identity,
            text_sha256(one.comment.text),
            sender_of(one),
        )
        for one in source.incoming
    ]
