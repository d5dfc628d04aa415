"""The slip equation at every moment, under random scripts of everything a clerk can press (0-decisions.md, "Clock")."""

import contextlib
import tempfile
from pathlib import Path
from typing import Any

from hall import Hall
from hypothesis import given, settings
from hypothesis import strategies as st

from frhearing.desk.live import showing
from frhearing.desk.live.actions import DOES
from frhearing.desk.records import check
from frhearing.model.errors import ClerkError
from frhearing.model.live.states import SlipStatus

PRESSED = {
    "next": 30,
    "register": 8,
    "call": 8,
    "start": 6,
    "end": 6,
    "cede": 8,
    "withdraw": 4,
    "undo": 4,
    "step_back": 4,
    "restore": 4,
    "set_aside": 4,
    **dict.fromkeys(
        ["no_show", "decline", "uncall", "pause", "resume", "reclaim", "crash", "redo", "grant", "reopen_turn"], 3
    ),
    **dict.fromkeys(["hold", "move", "check_in", "question_start", "question_end", "recess", "time_certain"], 2),
    **dict.fromkeys(["reconvene", "resume_testimony", "open"], 4),
    **dict.fromkeys(["close", "reopen_testimony", "continue_to", "adjourn", "correct_name", "interpreter"], 1),
    **dict.fromkeys(["panel", "start_together"], 2),
}
"""What is pressed, and how often beside the rest."""

PLACE = st.integers(1, 9)
PRESS = st.tuples(st.sampled_from([do for do, n in PRESSED.items() for _ in range(n)]), PLACE, PLACE, PLACE)


def fields_of(do: str, one: int, other: int, die: int) -> dict[str, Any]:
    """The fields of a press, by chance."""
    aside = ("duplicate", "voided", "ineligible", "late_refused")
    made: dict[str, dict[str, Any]] = {
        "register": {
            "slip": one + 5 * (die > 3),
            "names": [f"Person {other}"] + ["A guest"] * (die == 5),
            "stance": ("support", "oppose", "mixed")[die % 3],
            "wish": "register_only" if die == 4 else "speak",
            "residency": "non_resident" if die == 9 else "resident",
            "panel": "P" if die > 5 else "",
            "leave": "the chair" if die == 7 else "",
        },
        "cede": {"from": one, "to": other},
        "reclaim": {"from": one},
        "start": {"slip": one, "together": [other] if die > 6 else []} if die > 4 else {},
        "move": {"slip": one, "before": other},
        "set_aside": {"slip": one, "status": aside[die % 4], "reason": "by the clerk", "same_as": other},
        "grant": {"seconds": 10 * die},
        "time_certain": {"item": "7"},
        "continue_to": {"date": "2026-02-12" if die < 5 else "2026-02-19"},
        "reopen_testimony": {"mover": "A", "second": "B", "vote": "3 to 0"},
        "correct_name": {"slip": one, "names": [f"Person {other}"]},
        "interpreter": {"language": "Hmong"},
        "restore": {"slip": one, "by": "the chair" if die > 5 else ""},
        "panel": {"slips": [one, other], "name": "P"},
        "start_together": {"slips": [other]},
        "resume": {"count_gap": die > 5},
    }
    on_slip = ("withdraw", "call", "hold", "check_in", "reopen_turn")
    of_the_called = {} if die > 3 else {"slip": one}
    return made.get(
        do, {"slip": one} if do in on_slip else of_the_called if do in ("no_show", "decline", "uncall") else {}
    )


@settings(max_examples=(settings.default.max_examples if settings.default else 100) // 4)
@given(st.lists(PRESS, min_size=20, max_size=60))
def test_every_slip_is_in_one_place_at_every_moment(presses: list[tuple[str, int, int, int]]) -> None:
    with tempfile.TemporaryDirectory() as folder, Hall(Path(folder), residency="residents_only") as room:
        room.sign(1, 2, panel="P", stance="support")
        room.sign(3, 4, 5, stance="oppose")
        room.do("open")
        for do, *chance in presses:
            room.wait(3)
            if do == "crash":
                room.crash(4)
            else:
                with contextlib.suppress(ClerkError):
                    room.do(do, **fields_of(do, *chance))
            holds(room)
        report = check(room.desk)
        assert report.ok, report.lines


def holds(room: Hall) -> None:
    """What must be true of a hearing after any action whatever."""
    floor = room.live.floor
    in_store = room.desk.store.value("SELECT count(*) FROM appearance WHERE void IS NULL AND slip IS NOT NULL")
    counts = showing.counts(room.live)
    assert counts.holds
    assert counts.received == in_store
    under_way = [t for t in floor.turns if t.under_way]
    speaking = {s.id for s in floor.slips if s.status is SlipStatus.SPEAKING}
    assert len(under_way) <= 1
    assert speaking == {i for t in under_way for i in (t.slip_id, *t.together)}
    assert sum(s.open for t in floor.turns for s in t.stretches) <= 1
    ceded = {c.donor_id for c in floor.cessions if c.state in ("standing", "used")}
    for slip in floor.slips:
        on_record = slip.status in (SlipStatus.HEARD, SlipStatus.SPEAKING, SlipStatus.REGISTRATION_ONLY)
        assert on_record <= (slip.comment_id is not None)
        assert (slip.status is SlipStatus.CEDED) <= (slip.id in ceded)
    numbers = [r[0] for r in room.desk.store.rows("SELECT number FROM comment ORDER BY id")]
    assert numbers == list(range(1, len(numbers) + 1)), "numbers on the record are given once and in order"


def test_every_word_of_a_script_can_be_pressed() -> None:
    from frhearing.model.live.words import FIELDS

    assert set(FIELDS) == set(DOES) | {"kill"}
