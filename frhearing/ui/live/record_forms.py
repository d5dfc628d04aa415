"""Forms for what goes on the record between speakers: roll, order, motions, votes, exhibits, oath, clock."""

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from frhearing.desk.live import log, podium, recorded, sitting
from frhearing.desk.live.room import Live
from frhearing.model.errors import Refused
from frhearing.model.live.floor import Floor, Slip
from frhearing.ui.live.form import Ask, LiveForm
from frhearing.ui.live.room import LiveRoom
from frhearing.ui.tables.plain import plain

_ATTENDANCE = ("present", "absent", "excused")


def whole(text: str, what: str) -> int:
    """Read a whole number; raises Refused in words."""
    try:
        return int(text)
    except ValueError:
        raise Refused(f"“{text}” is not a number of {what}. Nothing was changed.") from None


def slips(floor: Floor, *, none: str = "") -> tuple[tuple[str, str], ...]:
    """Give all slips with a number as choices; ``none`` names the choice of nobody."""
    named = [(str(s.slip), f"{s.slip}  {plain(s.name)}") for s in floor.slips if s.slip is not None]
    return ((("", none),) if none else ()) + tuple(named)


def standing(room: LiveRoom) -> Slip | None:
    """Give who stands at the podium."""
    return room.view.slip if room.view is not None else None


def number_of(values: Mapping[str, str]) -> int | None:
    """Give the slip that was chosen, or None."""
    return int(values["slip"]) if values.get("slip") else None


def _floor(room: LiveRoom) -> Floor:
    assert room.live is not None, "the command is off without a hearing"
    return room.live.floor


def roll(room: LiveRoom, window: QWidget) -> None:
    """Ask who is here."""
    hearing = room.session.hearing
    known = hearing.attendance.replace(": ", " ") if hearing is not None else ""
    asks = (
        Ask(
            "members",
            "Members, one a line",
            "Write absent or excused after a name.",
            known,
            lines=8,
        ),
        Ask("quorum", "Quorum (optional)", "How many members make one."),
    )
    LiveForm(room, window, "Roll and quorum", asks, _take_roll).open_over()


def _take_roll(live: Live, values: Mapping[str, str]) -> object:
    members: dict[str, str] = {}
    for line in values["members"].splitlines():
        name, _, last = line.strip().rpartition(" ")
        word = last.casefold().strip(".,:;")
        if word in _ATTENDANCE and name:
            members[name.rstrip(" ,:;")] = word
        elif line.strip():
            members[line.strip()] = "present"
    quorum = whole(values["quorum"], "members") if values["quorum"] else None
    return sitting.roll(live, members, quorum)


def order(room: LiveRoom, window: QWidget) -> None:
    """Ask for a line of the proceedings: a point of order, a ruling, a warning and the like."""
    kinds = tuple((kind, kind.replace("_", " ").capitalize()) for kind in log.PROCEEDINGS)
    asks = (
        Ask("text", "What was said or done"),
        Ask("kind", "Kind", text="point_of_order", choices=kinds),
        Ask("by", "By whom (optional)"),
    )
    LiveForm(
        room, window, "For the record", asks, lambda live, v: log.entry(live, v["kind"], v["text"], by=v["by"])
    ).open_over()


def motion(room: LiveRoom, window: QWidget) -> None:
    """Ask for a motion."""
    asks = (Ask("text", "Motion"), Ask("mover", "Moved by"), Ask("second", "Seconded by (optional)"))
    LiveForm(
        room, window, "Motion", asks, lambda live, v: log.motion(live, v["text"], v["mover"], v["second"])
    ).open_over()


def vote(room: LiveRoom, window: QWidget) -> None:
    """Ask for a vote, by number or by names."""
    hint = "A number, or names with commas between them."
    asks = (
        Ask("text", "On what (optional)"),
        Ask("ayes", "Ayes", hint),
        Ask("noes", "Noes", text="0"),
        Ask("abstain", "Abstaining", text="0"),
    )
    LiveForm(
        room,
        window,
        "Vote",
        asks,
        lambda live, v: log.vote(live, v["text"], *(_side(v[side]) for side in ("ayes", "noes", "abstain"))),
    ).open_over()


def _side(text: str) -> int | list[str]:
    if not text or text.isdecimal():
        return int(text or 0)
    return [name.strip() for name in text.split(",") if name.strip()]


def exhibit(room: LiveRoom, window: QWidget) -> None:
    """Ask for an exhibit, or for what became of one."""
    now = standing(room)
    asks = (
        Ask("text", "What it is", "Left empty with the mark of one that is known."),
        Ask("mark", "Mark (optional)", "Empty takes the next number."),
        Ask("status", "Is", choices=tuple((s, s.capitalize()) for s in log.EXHIBIT_STATES)),
        Ask("slip", "By", text=str(now.slip) if now else "", choices=slips(_floor(room), none="Whoever has the floor")),
    )
    LiveForm(
        room,
        window,
        "Exhibit",
        asks,
        lambda live, v: log.exhibit(live, v["text"], slip=number_of(v), mark=v["mark"], status=v["status"]),
    ).open_over()


def oath(room: LiveRoom, window: QWidget) -> None:
    """Ask who was sworn, and by whom."""
    now = standing(room)
    choices = slips(_floor(room))
    if not choices:
        room.session.notice("info", "Nobody has signed in who could be sworn. Add a speaker: F2.")
        return
    asks = (
        Ask("slip", "Who", text=str(now.slip) if now else "", choices=choices),
        Ask("form", "Form", choices=(("oath", "Oath"), ("affirmation", "Affirmation"))),
        Ask("by", "Administered by", text="clerk"),
    )
    LiveForm(
        room,
        window,
        "Oath or affirmation",
        asks,
        lambda live, v: podium.swear(live, int(v["slip"]), v["form"], v["by"] or "clerk"),
    ).open_over()


def clock_check(room: LiveRoom, window: QWidget) -> None:
    """Ask what the clock in the hall shows; deadlines are read from it afterwards."""
    asks = (
        Ask("reference", "The hall clock shows", "Such as 6:31 PM, or 18:31:20."),
        Ask("by", "Checked by", text="clerk"),
    )
    LiveForm(
        room,
        window,
        "Check against the hall clock",
        asks,
        lambda live, v: sitting.clock_check(live, v["reference"], None, v["by"] or "clerk"),
    ).open_over()


def recording(room: LiveRoom, window: QWidget) -> None:
    """Ask when a recording started or stopped; from then on the log tells the place in it."""
    asks = (
        Ask("at", "At", "Empty means now; else by this computer's clock, such as 6:02 PM or 18:02:10."),
        Ask("state", "The recording", choices=(("started", "Started"), ("stopped", "Stopped"))),
        Ask("name", "File or medium (optional)"),
    )
    LiveForm(
        room, window, "Recording", asks, lambda live, v: recorded.recording(live, v["state"], v["at"], v["name"])
    ).open_over()
