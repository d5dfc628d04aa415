"""Rules changed in Set up belong to the hearing only while it ran; what is put right afterwards is no such change."""

from collections.abc import Callable
from datetime import UTC, datetime

from hall import Hall

from frhearing.desk.gathering import proceedings
from frhearing.desk.hearings import set_rules
from frhearing.model.rules import RuleSet


def test_rules_put_right_after_the_hearing_did_not_change_during_it(hall: Callable[..., Hall]) -> None:
    """The hearing's clock stands years back: Set up is opened long after the call to order, then after the end."""
    room = hall(opened=False, wall=datetime(2020, 2, 6, tzinfo=UTC))
    room.do("open")
    set_rules(room.desk, room.hearing_id, RuleSet(default_seconds=77))
    during = proceedings(room.desk, room.hearing_id).rule_changes
    assert [c.new for c in during if c.rule == "default_seconds"][-1] == "77"
    room.do("close")
    room.do("adjourn")
    assert proceedings(room.desk, room.hearing_id).rule_changes == ()
