"""Says when a recording of the hearing started and stopped, so that the log can tell the place in it."""

from datetime import timedelta

from frhearing.desk.live.room import Live, stamp
from frhearing.model.change import Change
from frhearing.model.live.deadline import clock_text, day_of, latest
from frhearing.model.live.guards import refuse
from frhearing.model.live.recording import STARTED, STOPPED
from frhearing.model.record import well_formed
from frhearing.model.times import to_utc_text
from frhearing.store import live as stored

_SLACK = timedelta(minutes=1)
"""A time read from another clock may be so far ahead of this computer's."""


def recording(live: Live, state: str = "started", at: str = "", name: str = "") -> Change | None:
    """Note that a recording ``started`` or ``stopped`` at a time of the log's own clock, now where none is given."""
    if state not in ("started", "stopped"):
        raise refuse("a recording is started or stopped (rule of the record).")
    ran = stored.recordings(live.desk.store, live.hearing_id)
    if state == "stopped" and (not ran or ran[-1].until):
        raise refuse("no recording is running (rule of the record).")
    reading = live.clock.read()
    moment = latest(at, day_of(live.floor), live.floor.zone) if at.strip() else reading.wall
    if moment > reading.wall + _SLACK:
        raise refuse(f"{clock_text(moment, live.floor.zone)} has not come yet (rule of the record).")
    name = well_formed(name).strip() or (ran[-1].name if state == "stopped" else "")
    exact = to_utc_text(moment, "milliseconds") if at.strip() else stamp(reading)
    said = f"Recording{f' “{name}”' if name else ''} {state}"
    with live.step("recording", name, reading) as step:
        when = f" at {clock_text(moment, live.floor.zone)}" if at.strip() else ""
        kind = STARTED if state == "started" else STOPPED
        step.event(kind, f"{said}{when}".removesuffix(".") + ".", facts={"at": exact, "name": name})
    return live.last_change
