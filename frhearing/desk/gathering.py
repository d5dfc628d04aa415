"""Gathers what the hall, the desk and the post left beside the comments, for the printed record."""

import json
from collections.abc import Iterator, Mapping, Sequence

from frhearing.analysis.form_letters.parts import body
from frhearing.desk.desk import Desk
from frhearing.desk.letter_types import Reader, readings
from frhearing.model.letters import FormLetter, LetterType
from frhearing.model.live.equation import count_slips
from frhearing.model.live.floor import Floor, Slip
from frhearing.model.live.recording import position
from frhearing.model.live.treatment import Sides, treatment
from frhearing.report.proceedings import Corrected, Exhibit, LogLine, PrintedSlip, Proceedings, RuleChange
from frhearing.store import hearings as stored_hearings
from frhearing.store import letters as stored_letters
from frhearing.store import live as stored_live
from frhearing.store import printed
from frhearing.store.connection import Row

_TAKEN_BACK = ("reclaimed", "void")


def proceedings(desk: Desk, hearing_id: int) -> Proceedings:
    """Return everything the summary says beside the comments, as it stands now."""
    store = desk.store
    floor = stored_live.floor(store, hearing_id)
    groups = {group.id: group.name for group in stored_hearings.groups(store)}
    given = _given(floor)
    log = printed.log(store, hearing_id)
    ran = stored_live.recordings(store, hearing_id)
    return Proceedings(
        slips=tuple(_slip(slip, groups, given) for slip in floor.slips if slip.public),
        slip_counts=count_slips(floor.slips),
        log=tuple(LogLine(r["at"], r["kind"], r["text"], r["access"], position(ran, r["at"])) for r in log),
        roll=printed.roll(store, hearing_id),
        rule_changes=tuple(sorted(_rule_changes(desk, hearing_id, log), key=lambda change: change.at)),
        exhibits=tuple(_exhibits(desk, hearing_id)),
        letters=tuple(_letters(desk, hearing_id)),
        petitions=tuple(stored_letters.petitions(store, hearing_id)),
        attachments=printed.attachments(store, hearing_id),
        corrections=tuple(_corrections(desk, hearing_id)),
        voided=printed.voided(store, hearing_id),
        treatment=_treatment(desk, hearing_id, floor),
    )


def _given(floor: Floor) -> dict[int, int | None]:
    """Return the slip to which time was given and not taken back, by the donor's id."""
    slips = {slip.id: slip.slip for slip in floor.slips}
    return {c.donor_id: slips.get(c.recipient_id) for c in floor.cessions if c.state not in _TAKEN_BACK}


def _treatment(desk: Desk, hearing_id: int, floor: Floor) -> dict[int, Sides]:
    """Return how the sides were treated, by the question that parts them; nothing where nobody had a turn here."""
    warned = stored_live.warnings(desk.store, hearing_id)
    opened, found = stored_live.openings(desk.store, hearing_id), {}
    for question in stored_hearings.get_hearing(desk.store, hearing_id).questions:
        said = stored_live.stances(desk.store, hearing_id, question.number)
        found[question.number] = treatment(floor, warned, question.number, said, opened)
    return {number: sides for number, sides in found.items() if sides["all"]["all"].turns}


def _slip(slip: Slip, groups: Mapping[int, str], given: Mapping[int, int | None]) -> PrintedSlip:
    """Return what is printed of a slip."""
    return PrintedSlip(
        slip=slip.slip,
        name=slip.name,
        status=slip.status,
        organization=slip.organization,
        group=groups.get(slip.group_id or 0, ""),
        stances=slip.stances,
        reason=slip.reason,
        number=slip.number,
        ceded_to=given.get(slip.id),
        open=slip.access == "public",
        read_by=slip.read_by,
    )


def _rule_changes(desk: Desk, hearing_id: int, log: Sequence[Row]) -> Iterator[RuleChange]:
    """Return changes of rules: those ordered at the podium, and those made in Set up once the hearing was open."""
    for r in log:
        if r["kind"] == "rule_changed":
            facts = json.loads(r["facts"])
            yield RuleChange(r["at"], str(facts["rule"]), str(facts["old"]), str(facts["new"]), r["by"])
    opened = next((r["at"] for r in log if r["kind"] == "call_to_order"), None)
    if opened is None:
        return
    over = next((r["at"] for r in reversed(log) if r["kind"] == "adjourned"), None)
    for r in printed.rule_changes(desk.store, hearing_id, opened):
        if over is not None and r["at"] > over:
            # What is put right in Set up after the hearing changed nothing while it ran.
            continue
        before, after = (json.loads(json.loads(r[name])) if r[name] else {} for name in ("old", "new"))
        for rule in sorted({*before, *after}):
            if before.get(rule) != after.get(rule):
                yield RuleChange(r["at"], rule, _value(before.get(rule)), _value(after.get(rule)), r["who"])


def _value(value: object) -> str:
    """Write the value of a rule; nothing is a dash."""
    return "—" if value in (None, "", [], {}) else str(value)


def _exhibits(desk: Desk, hearing_id: int) -> Iterator[Exhibit]:
    """Return the exhibits with the numbers of those who handed them up."""
    numbers = printed.comment_numbers(desk.store, hearing_id)
    for r in stored_live.exhibits(desk.store, hearing_id):
        yield Exhibit(r["mark"], r["description"], r["status"], numbers.get(r["comment_id"]))


def _letters(desk: Desk, hearing_id: int) -> Iterator[FormLetter]:
    """Return the form letters that the clerk has confirmed, every copy laid beside its master."""
    for campaign in stored_letters.campaigns(desk.store, hearing_id):
        rows = stored_letters.members(desk.store, campaign["id"])
        if not rows:
            continue
        master = next((r for r in rows if r["letter_type"] == LetterType.FORM_MASTER), rows[0])
        text = campaign["master_text"] or body(master["body"]).strip()
        reader = Reader(text, master["number"], readings(desk.store))
        copies = tuple(reader.copy(row) for row in rows)
        yield FormLetter(campaign["id"], campaign["name"], text, master["number"], campaign["method"], copies)


def _corrections(desk: Desk, hearing_id: int) -> Iterator[Corrected]:
    """Return what was corrected: texts of comments, then what was certified already."""
    for r in printed.text_corrections(desk.store, hearing_id):
        yield Corrected(r["created_at"], r["reason"], r["old"], number=r["number"])
    for r in printed.corrections(desk.store, hearing_id):
        yield Corrected(r["created_at"], r["reason"], r["old"], r["new"], r["what"])
