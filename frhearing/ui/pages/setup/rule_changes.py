"""How Set up changes rules: quietly before the hearing, through its log while it is held."""

from frhearing.desk import hearings
from frhearing.desk.live import ledger
from frhearing.model.rules import RuleSet
from frhearing.ui.live.room import room_of
from frhearing.ui.session import Session


def is_held(session: Session) -> bool:
    """Say whether the open hearing has begun and is not over, so that a change of rules goes into its log."""
    return room_of(session).holds


def put_rules(session: Session, rules: RuleSet, by: str) -> bool:
    """Take other rules; ``by`` says who ordered it where the hearing is held. Says whether it was done."""
    room, hearing_id = room_of(session), session.hearing_id
    if hearing_id is None:
        return False
    if room.holds:
        return room.do(lambda live: ledger.change_rules(live, rules, by))
    return session.write(lambda: hearings.set_rules(session.desk, hearing_id, rules)) is not None
