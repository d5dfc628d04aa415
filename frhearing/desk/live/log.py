"""The log: notes, exhibits, motions and votes, rulings and warnings, head counts, answers of those called on."""

from collections.abc import Sequence

from frhearing.desk.live import podium
from frhearing.desk.live.quoting import keep_quotes
from frhearing.desk.live.room import Live, Step
from frhearing.model.change import Change
from frhearing.model.live.deadline import day_of, moments
from frhearing.model.live.floor import Slip
from frhearing.model.live.guards import in_session, known, refuse
from frhearing.model.live.notes import read_note
from frhearing.model.record import well_formed
from frhearing.model.times import to_utc_text
from frhearing.store import hearings as stored_hearings
from frhearing.store import live as stored
from frhearing.store import lookups

ACCESS = ("public", "restricted", "minor", "medical", "threat")
"""Who may see a part of the record: kept on the part itself; nothing is deleted (2-domain.md, edge case 27)."""

EXHIBIT_STATES = ("offered", "marked", "received", "refused", "withdrawn")
"""What can become of an exhibit."""

PROCEEDINGS = (
    "notice_read",
    "item_called",
    "staff_report",
    "ex_parte_disclosure",
    "recusal",
    "answer",
    "point_of_order",
    "chair_ruling",
    "appeal_of_ruling",
    "reminder",
    "warning",
    "ruled_out_of_order",
    "removal",
    "disturbance",
    "room_cleared",
    "technical_fault",
    "petition_presented",
    "letter_read",
    "record_held_open_until",
    "head_count",
)
"""Kinds of events that are a line of the log and nothing more (2-domain.md §2.3)."""


def note(live: Live, typed: str, *, slip: int | None = None, since: str = "", access: str = "public") -> Change | None:
    """Put a note into the log, stamped when typing began (``since``, a time); its marks tag the testimony.

    ``/s /o /m /n`` state the stance on question 1 at the podium, ``#4`` is the fourth theme, and what stands in
    quotation marks becomes a key quote of the testimony.
    """
    read = read_note(well_formed(typed))
    if not read.text and read.stance is None:
        raise refuse("the note is empty.")
    _checked_access(access)
    about = _about(live, slip)
    turn = live.floor.turn_of(about.id) if about is not None else None
    facts: dict[str, object] = {"quotes": read.quotes, "themes": read.themes, "stance": read.stance}
    possible = moments(since, day_of(live.floor), live.floor.zone) if since else ()
    with live.step("note", about.title if about else "") as step:
        # A clock may have been set back while one typed: nothing is stamped later than it was done.
        begun = max((to_utc_text(at, "milliseconds") for at in possible if at <= step.reading.wall), default="")
        facts["written_at"] = step.at
        step.event("clerk_note", read.text, slip=about, turn=turn, facts=facts, access=access, at=begun)
        if about is not None and about.comment_id is not None:
            _tag_themes(live, step, about.comment_id, read.themes)
            if access == "public":
                keep_quotes(live, step, about.comment_id, read.quotes)
            if read.stance is not None and live.hearing.question(1) is not None:
                podium.write_position(live, step, about, 1, read.stance)
    return live.last_change


def _about(live: Live, number: int | None) -> Slip | None:
    """Return whom an entry is about: the slip named, else whoever has the floor."""
    floor = live.floor
    if number is not None:
        return known(floor, number)
    return floor.by_id(floor.speaking.slip_id) if floor.speaking is not None else None


def _checked_access(access: str) -> None:
    """Let pass only a level of access there is."""
    if access not in ACCESS:
        raise refuse(f"“{access}” is no level of access; there are {', '.join(ACCESS)}.")


def _tag_themes(live: Live, step: Step, comment_id: int, keys: Sequence[int]) -> None:
    """Put themes on a comment by their number keys."""
    by_key = {t.key: t.id for t in stored_hearings.themes(live.desk.store, live.hearing_id) if t.key}
    for key in keys:
        theme = by_key.get(key)
        if theme is None:
            continue
        before = lookups.theme_rows(live.desk.store, [comment_id], theme).get(comment_id)
        if before is None:
            step.act.insert("comment_theme", {"comment_id": comment_id, "theme_id": theme})
        else:
            step.act.update("comment_theme", before["id"], void=None)


def entry(
    live: Live, kind: str, text: str, *, by: str = "", slip: int | None = None, access: str = "public"
) -> Change | None:
    """Put a line of the proceedings into the log (one of ``PROCEEDINGS``): a ruling, a warning, a head count…"""
    if kind not in PROCEEDINGS:
        raise refuse(f"“{kind}” is no kind of entry; there are {', '.join(PROCEEDINGS)}.")
    in_session(live.floor)
    _checked_access(access)
    about = _about(live, slip) if kind not in ("head_count", "answer", "notice_read") or slip is not None else None
    turn = live.floor.turn_of(about.id) if about is not None else None
    with live.step(kind.replace("_", " "), about.title if about else by) as step:
        words = well_formed(text).strip() or kind.replace("_", " ").capitalize()
        step.event(kind, words, slip=about, turn=turn, by=by, access=access)
    return live.last_change


def motion(live: Live, text: str, mover: str, second: str = "") -> Change | None:
    """Note a motion with its mover and second."""
    in_session(live.floor)
    if not text.strip() or not mover.strip():
        raise refuse("a motion needs its words and a mover (rule of the record).")
    seconded = f", seconded by {second}" if second else ""
    with live.step("motion", mover) as step:
        facts = {"mover": mover, "second": second}
        step.event("motion", f"Motion by {mover}{seconded}: {text}", by=mover, facts=facts)
    return live.last_change


def vote(
    live: Live,
    text: str,
    ayes: Sequence[str] | int,
    noes: Sequence[str] | int,
    abstain: Sequence[str] | int = (),
) -> Change | None:
    """Note a vote: by names where it was a roll call, else by numbers; the result follows from them."""
    in_session(live.floor)
    sides = (ayes, noes, abstain)
    yes, no, none = (side if isinstance(side, int) else len(side) for side in sides)
    if yes + no + none == 0:
        raise refuse("a vote needs those who voted, by name or by number (rule of the record).")
    names = [name for side in sides if not isinstance(side, int) for name in side]
    if len(set(names)) != len(names):
        raise refuse("somebody is named twice in this vote (rule of the record).")
    result = "carried" if yes > no else "failed"
    tally = f"{yes} aye{'s' * (yes != 1)}, {no} no{'es' * (no != 1)}" + (f", {none} abstaining" if none else "")
    with live.step("vote", result) as step:
        facts = {"ayes": ayes, "noes": noes, "abstain": abstain, "result": result}
        about = f" on {text}" if text else ""
        step.event("vote", f"Vote{about}: {tally}; {result}.", facts=facts)
    return live.last_change


def exhibit(
    live: Live, description: str, *, slip: int | None = None, mark: str = "", status: str = "offered"
) -> Change | None:
    """Note an exhibit handed up, or what becomes of one that has a mark; without a mark it gets the next number."""
    if status not in EXHIBIT_STATES:
        raise refuse(f"“{status}” is nothing an exhibit can be; there are {', '.join(EXHIBIT_STATES)}.")
    rows = stored.exhibits(live.desk.store, live.hearing_id)
    known_mark = next((r for r in rows if r["mark"] == mark), None) if mark else None
    if known_mark is None and not description.strip():
        raise refuse("say what the exhibit is (rule of exhibits).")
    about = _about(live, slip)
    with live.step("exhibit", mark) as step:
        if known_mark is not None:
            step.act.update("exhibit", known_mark["id"], status=status)
            text = f"Exhibit {mark} {status}: {known_mark['description']}."
        else:
            mark = mark or _next_mark([r["mark"] for r in rows])
            comment = about.comment_id if about is not None else None
            row = {"hearing_id": live.hearing_id, "comment_id": comment, "mark": mark, "status": status}
            step.act.insert("exhibit", {**row, "description": well_formed(description)})
            by = f" by {about.title}" if about is not None else ""
            text = f"Exhibit {mark} {status}{by}: {description}."
        step.event(f"exhibit_{status}", text, slip=about, facts={"mark": mark})
    return live.last_change


def _next_mark(marks: Sequence[str]) -> str:
    """Return the next number in order of filing."""
    return str(max((int(m) for m in marks if m.isdecimal()), default=0) + 1)


def restrict(live: Live, number: int, access: str, basis: str) -> Change | None:
    """Set who may see what somebody said: a minor, a threat, medical details. The part stays on the record."""
    slip = known(live.floor, number)
    _checked_access(access)
    if not basis.strip():
        raise refuse("give the basis: it is printed where the part is left out (rule of access).")
    with live.step("access", slip.title) as step:
        step.slip(slip, access=access)
        if slip.comment_id is not None:
            status = "accepted" if access == "public" else "restricted"
            step.act.update("comment", slip.comment_id, status=status, status_reason=basis)
        step.event("access", f"Access to the part of {slip.title} set to {access}: {basis}.", slip=slip)
    return live.last_change
