"""The paper of a hearing as PDF bytes: slips, queue sheet, tally sheet."""

from frhearing.desk.live.registering import next_number
from frhearing.desk.live.room import Live
from frhearing.model.errors import Refused
from frhearing.model.live.allotment import preview, total
from frhearing.model.live.floor import Slip, minutes
from frhearing.model.live.ordering import queue
from frhearing.model.times import now_utc
from frhearing.report.document import Document
from frhearing.report.pdf import write_pdf
from frhearing.report.pdf.faces import has_glyph
from frhearing.report.sheets import QueueLine, SheetFacts, queue_document, slips_document, tally_document
from frhearing.report.text import Gate

MOST_SLIPS = 600
KINDS = ("slips", "queue", "tally")
"""The sheets that can be printed."""

_STANCES = (("support", "Support"), ("oppose", "Oppose"), ("mixed", "Mixed"), ("neutral", "Neutral"))


def sheet(live: Live, kind: str, count: int = 30, first: int | None = None) -> bytes:
    """Return a sheet as a PDF; slips count from the next number on. Raises Refused in words."""
    return write_pdf(_document(live, kind, count, first)).data


def _document(live: Live, kind: str, count: int, first: int | None) -> Document:
    facts = _facts(live)
    if kind == "slips":
        if not 1 <= count <= MOST_SLIPS:
            raise Refused(f"Print between 1 and {MOST_SLIPS} slips at a time. Nothing was printed.")
        return slips_document(facts, first or next_number(live), count)
    if kind == "queue":
        return queue_document(facts, [_line(live, slip) for slip in queue(live.floor)])
    if kind == "tally":
        return tally_document(facts, _STANCES)
    raise Refused(f"There is no sheet “{kind}”; there are {', '.join(KINDS)}. Nothing was printed.")


def gate(text: str) -> str:
    """Return a text as it is printed, by the one rule for what people wrote."""
    return Gate(has_glyph).through(text, "")


def _facts(live: Live) -> SheetFacts:
    hearing = live.hearing
    question = hearing.question(1)
    return SheetFacts(
        title=gate(hearing.title),
        body=gate(hearing.body.name),
        day=hearing.date,
        place=gate(hearing.place),
        question=gate(question.text) if question is not None else "",
        dated=now_utc(),
        minutes=f"{minutes(live.floor.rules.default_seconds)} minutes",
    )


def _line(live: Live, slip: Slip) -> QueueLine:
    stance = slip.stances.get(1)
    language = f"{slip.interpreter} interpreter" if slip.interpreter else ""
    side = " · ".join(part for part in (slip.organization, language) if part)
    return QueueLine(
        slip=str(slip.slip or ""),
        name=gate(slip.name),
        side=gate(side),
        stance=dict(_STANCES).get(str(stance), "") if stance else "",
        mark=str(stance) if stance and str(stance) in dict(_STANCES) else "",
        time=minutes(total(preview(live.floor, slip))),
    )
