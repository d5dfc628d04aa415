"""Reads the floor of a hearing and writes what only the live hearing needs: events, and the clock's seconds."""

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence

from frhearing.model.live.floor import Cession, Floor, Grant, Sitting, Slip, Stretch, Turn
from frhearing.model.live.recording import STARTED, STOPPED, Recording, recordings_told
from frhearing.model.live.states import EndReason, GrantKind, Mode, Phase, SlipStatus, Wish
from frhearing.model.position import Stance
from frhearing.model.rules import RuleSet
from frhearing.store.changes import Action
from frhearing.store.connection import Row
from frhearing.store.database import Store

_LINE = "SELECT id, revision FROM appearance WHERE hearing_id=? AND void IS NULL ORDER BY place, id"
_SLIPS = """
SELECT a.*, c.number FROM appearance a LEFT JOIN comment c ON c.id=a.comment_id WHERE a.id IN ({ids})
"""
_TURNS = """
SELECT t.* FROM appearance a CROSS JOIN turn t ON t.appearance_id=a.id
WHERE a.hearing_id=? AND t.void IS NULL ORDER BY ifnull(t.started_at,'9'), t.id
"""
_STRETCHES = """
SELECT s.*, b.elapsed_ms AS beat_ms, b.at AS beat_at FROM appearance a CROSS JOIN turn t ON t.appearance_id=a.id
JOIN turn_stretch s ON s.turn_id=t.id LEFT JOIN stretch_beat b ON b.stretch_id=s.id
WHERE a.hearing_id=? AND t.void IS NULL AND s.void IS NULL ORDER BY s.id
"""
_GRANTS = """
SELECT g.*, d.slip AS from_slip FROM appearance a CROSS JOIN turn t ON t.appearance_id=a.id
JOIN time_grant g ON g.turn_id=t.id LEFT JOIN appearance d ON d.id=g.from_appearance
WHERE a.hearing_id=? AND t.void IS NULL AND g.void IS NULL ORDER BY g.id
"""
_WARNINGS = """
SELECT turn_id, count(*) AS n FROM event
WHERE hearing_id=? AND kind='warning' AND turn_id IS NOT NULL AND void IS NULL GROUP BY turn_id
"""


def mark(store: Store, hearing_id: int) -> int:
    """Return the number of the last logged change of a hearing; it moves with every action."""
    return int(str(store.value("SELECT ifnull(max(seq),0) FROM change WHERE hearing_id=?", (hearing_id,))))


def floor(store: Store, hearing_id: int, before: Floor | None = None) -> Floor:
    """Return the whole floor of a hearing as it is written down; slips not revised since ``before`` are kept."""
    row = store.row("SELECT rules, zone, date, uid FROM hearing WHERE id=?", (hearing_id,))
    assert row is not None, "asked for after the hearing was found"
    sitting = store.row(
        "SELECT * FROM session WHERE hearing_id=? AND void IS NULL ORDER BY id DESC LIMIT 1", (hearing_id,)
    )
    rules = RuleSet.from_json(row["rules"])
    return Floor(
        rules=rules,
        zone=row["zone"],
        date=row["date"],
        slips=_slips(store, hearing_id, before.slips if before is not None else ()),
        turns=_turns(store, hearing_id),
        cessions=tuple(
            Cession(r["id"], r["donor_id"], r["recipient_id"], r["state"], r["reason"])
            for r in store.rows(
                "SELECT * FROM ceded_time WHERE hearing_id=? AND void IS NULL ORDER BY id", (hearing_id,)
            )
        ),
        sitting=_sitting(sitting) if sitting is not None else None,
        offset_seconds=_offset(store, hearing_id),
        seed=row["uid"].hex(),
        groups=_groups(store) if rules.budgets else {},
    )


def _groups(store: Store) -> dict[int, str]:
    """Return the names of the stakeholder groups by id."""
    return {r["id"]: r["name"] for r in store.rows("SELECT id, name FROM stakeholder_group")}


def _offset(store: Store, hearing_id: int) -> float:
    """Return by how many seconds this computer is ahead of the hall clock, by the last clock check that stands."""
    found = store.value(
        "SELECT facts FROM event WHERE hearing_id=? AND kind='clock_check' AND void IS NULL ORDER BY id DESC LIMIT 1",
        (hearing_id,),
    )
    return float(json.loads(str(found))["offset"]) if found is not None else 0.0


def _slips(store: Store, hearing_id: int, before: Sequence[Slip]) -> tuple[Slip, ...]:
    """Return the slips in their order; only those revised since are read, so that a long queue costs little."""
    line = [(r["id"], r["revision"]) for r in store.rows(_LINE, (hearing_id,))]
    known = {(s.id, s.revision): s for s in before}
    fresh = [slip_id for slip_id, revision in line if (slip_id, revision) not in known]
    for first in range(0, len(fresh), 500):
        part = fresh[first : first + 500]
        for r in store.rows(_SLIPS.format(ids=",".join("?" * len(part))), part):
            known[r["id"], r["revision"]] = _slip(r)
    return tuple(known[key] for key in line)


def _sitting(r: Row) -> Sitting:
    """Turn a row into a sitting."""
    return Sitting(
        id=r["id"],
        day=r["day"],
        phase=Phase(r["phase"]),
        before=Phase(r["phase_before"]),
        called_to_order=r["called_to_order"] or "",
        adjourned=r["adjourned"] or "",
        until=r["until"],
        item=r["item"],
    )


def _slip(r: Row) -> Slip:
    """Turn a row into a slip; slips from before the podium was live have one name."""
    return Slip(
        id=r["id"],
        slip=r["slip"],
        names=tuple(json.loads(r["names"])) or (r["name"],),
        status=SlipStatus(r["status"]),
        wish=Wish(r["wish"]),
        mode=Mode(r["mode"]),
        place=r["place"],
        organization=r["organization"],
        group_id=r["group_id"],
        capacity=r["capacity"],
        stances={int(number): Stance(stance) for number, stance in json.loads(r["stances"]).items()},
        read_by=r["read_by"],
        interpreter=r["interpreter"],
        simultaneous=bool(r["simultaneous"]),
        speaker_class=r["speaker_class"],
        residency=r["residency"],
        panel=r["panel"],
        item=r["item"],
        early_leave=r["early_leave"],
        accommodation=r["accommodation"],
        members=tuple(json.loads(r["members"])),
        person=r["person_key"],
        held=bool(r["held"]),
        sworn=r["sworn"],
        access=r["access"],
        registered_at=r["registered_at"] or "",
        checked_in_at=r["checked_in_at"] or "",
        called_at=r["called_at"] or "",
        reason=r["reason"],
        duplicate_of=r["duplicate_of"],
        comment_id=r["comment_id"],
        number=r["number"],
        revision=r["revision"],
    )


def _turns(store: Store, hearing_id: int) -> tuple[Turn, ...]:
    """Return the turns of a hearing with their stretches and grants; numbered in order of beginning."""
    stretches: dict[int, list[Stretch]] = defaultdict(list)
    for r in store.rows(_STRETCHES, (hearing_id,)):
        running = bool(r["open"])
        known = (r["beat_ms"] or 0) if running else r["elapsed_ms"]
        seen = (r["beat_at"] or r["started_at"]) if running else ""
        stretches[r["turn_id"]].append(Stretch(r["id"], r["kind"], r["started_at"], known, running, seen))
    grants: dict[int, list[Grant]] = defaultdict(list)
    for r in store.rows(_GRANTS, (hearing_id,)):
        made = Grant(r["id"], r["seconds"], GrantKind(r["kind"]), r["by"], r["from_slip"], r["at"] or "")
        grants[r["turn_id"]].append(made)
    return tuple(
        Turn(
            id=r["id"],
            slip_id=r["appearance_id"],
            number=number,
            base_seconds=r["base_seconds"],
            base_words=r["base_words"],
            started_at=r["started_at"] or "",
            ended_at=r["ended_at"] or "",
            end_reason=EndReason(r["end_reason"]) if r["end_reason"] else None,
            gap_ms=r["gap_ms"],
            item=r["item"],
            together=tuple(json.loads(r["together"])) if r["together"] != "[]" else (),
            grants=tuple(grants[r["id"]]),
            stretches=tuple(stretches[r["id"]]),
            rule=r["rule"],
        )
        for number, r in enumerate(store.rows(_TURNS, (hearing_id,)), 1)
    )


def write_beat(act: Action, stretch_id: int, elapsed_ms: int, at: str) -> None:
    """Write down a running clock, beside the log: what is on the record is the stretch when it ends."""
    act.connection.execute(
        "INSERT INTO stretch_beat(stretch_id, elapsed_ms, at) VALUES(?,?,?) "
        "ON CONFLICT(stretch_id) DO UPDATE SET elapsed_ms=excluded.elapsed_ms, at=excluded.at",
        (stretch_id, elapsed_ms, at),
    )


def events(store: Store, hearing_id: int, after: int = 0) -> list[Row]:
    """Return the events of a hearing that stand, in the order in which they were written, with the slip's number.

    ``after`` is the id of the last event that is known already.
    """
    return store.rows(
        "SELECT e.*, a.slip FROM event e LEFT JOIN appearance a ON a.id=e.appearance_id "
        "WHERE e.hearing_id=? AND e.void IS NULL AND e.id>? ORDER BY e.id",
        (hearing_id, after),
    )


def recordings(store: Store, hearing_id: int) -> tuple[Recording, ...]:
    """Return the recordings of a hearing that its log tells of, in order of beginning."""
    found = store.rows(
        "SELECT kind, facts FROM event WHERE hearing_id=? AND void IS NULL AND kind IN (?,?) "
        "ORDER BY json_extract(facts,'$.at'), id",
        (hearing_id, STARTED, STOPPED),
    )
    return recordings_told((r["kind"], r["facts"]) for r in found)


def openings(store: Store, hearing_id: int) -> tuple[str, ...]:
    """Return when the sittings of a hearing were called to order, as UTC text."""
    found = store.rows(
        "SELECT called_to_order AS at FROM session WHERE hearing_id=? AND void IS NULL AND called_to_order IS NOT NULL",
        (hearing_id,),
    )
    return tuple(r["at"] for r in found)


def stances(store: Store, hearing_id: int, question: int) -> Mapping[int, Stance]:
    """Return the stance on a question that stands on the record, by the id of the comment."""
    found = store.rows(
        "SELECT s.comment_id, s.stance FROM comment_stance s JOIN question q ON q.id=s.question_id "
        "WHERE q.hearing_id=? AND q.number=? AND q.void IS NULL",
        (hearing_id, question),
    )
    return {r["comment_id"]: Stance(r["stance"]) for r in found}


def warnings(store: Store, hearing_id: int) -> Mapping[int, int]:
    """Return how many warnings each turn had."""
    return {r["turn_id"]: r["n"] for r in store.rows(_WARNINGS, (hearing_id,))}


def exhibits(store: Store, hearing_id: int) -> list[Row]:
    """Return the exhibits of a hearing in the order in which they were offered."""
    return store.rows("SELECT * FROM exhibit WHERE hearing_id=? AND void IS NULL ORDER BY id", (hearing_id,))


def last_step(store: Store, hearing_id: int, kinds: Sequence[str]) -> Row | None:
    """Return the last action of these kinds in a hearing that was not undone, or None.

    An action counts as undone while the last action that took it back was not itself taken back.
    """
    return store.row(
        "SELECT c.action, c.kind, c.subject FROM change c WHERE c.hearing_id=? AND c.undoes IS NULL "
        f"AND c.kind IN ({','.join('?' * len(kinds))}) AND NOT EXISTS("
        "SELECT 1 FROM change u WHERE u.hearing_id=c.hearing_id AND u.undoes=c.action AND NOT EXISTS("
        "SELECT 1 FROM change r WHERE r.hearing_id=c.hearing_id AND r.undoes=u.action)) ORDER BY c.seq DESC LIMIT 1",
        (hearing_id, *kinds),
    )


def next_place(store: Store, hearing_id: int) -> int:
    """Return the place after the last slip of a hearing."""
    found = store.value("SELECT ifnull(max(place),0)+1 FROM appearance WHERE hearing_id=?", (hearing_id,))
    return int(str(found))
