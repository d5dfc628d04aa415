"""How the Live page writes times, slips and events."""

from typing import Final

from frhearing.model.comment import Appearance
from frhearing.model.times import local
from frhearing.ui.theme import STANCE_WORDS

STATUS_WORDS: Final = {
    "heard": "heard",
    "no_show": "absent",
    "registered_only": "registered only",
    "waiting": "waiting",
    "withdrawn": "withdrew",
    "declined": "declined",
    "ceded": "ceded the time",
    "not_reached": "not reached",
    "carried_over": "carried over",
}
"""What became of a slip, in a word or two."""

EVENT_ICONS: Final = {
    "call_to_order": "gavel",
    "adjourned": "gavel",
    "roll": "list-checks",
    "notice_read": "scroll-text",
    "item_called": "hash",
    "staff_report": "file-text",
    "member_question": "circle-help",
    "chair_ruling": "scale",
    "testimony_opened": "log-in",
    "testimony_closed": "log-out",
    "called": "user",
    "called_no_answer": "user-x",
    "turn_start": "mic",
    "turn_end": "square",
    "turn_pause": "pause",
    "turn_resume": "play",
    "warning_light": "timer",
    "recess": "pause",
    "reconvene": "play",
    "exhibit_received": "paperclip",
    "motion": "stamp",
    "second": "check",
    "vote": "check-check",
    "disturbance": "triangle-alert",
    "record_held_open_until": "calendar",
    "testimony_resumed": "play",
    "ceded": "arrow-right",
    "reclaimed": "undo-2",
    "ceded_void": "undo-2",
    "grant": "plus",
    "interpreter_change": "languages",
    "interrupted": "triangle-alert",
    "clock_jump": "triangle-alert",
    "clock_check": "timer",
    "rule_changed": "sliders-horizontal",
    "sworn": "scroll-text",
    "withdrawn": "log-out",
    "declined": "circle-slash",
    "held": "pause",
    "restored": "rotate-ccw",
    "panel_formed": "users",
    "recording_started": "circle-dot",
    "recording_stopped": "square",
    "answer": "check",
}
"""The sign of an event of the log; a note of the clerk has a pencil."""


DESK_WORK: Final = frozenset({"registered", "checked_in"})
"""Events that stand in the queue and not in the log on screen: who came to the table."""


def minutes(seconds: int) -> str:
    """Write a length of time in seconds as ``2:43``."""
    return f"{seconds // 60}:{seconds % 60:02d}"


def used_words(slip: Appearance) -> str:
    """Say how long someone spoke out of what time, or what became of the slip."""
    if slip.used_seconds is None:
        return STATUS_WORDS.get(slip.status, slip.status.replace("_", " "))
    if slip.allotted_seconds is None:
        return minutes(slip.used_seconds)
    return f"{minutes(slip.used_seconds)} of {minutes(slip.allotted_seconds)}"


def over_seconds(slip: Appearance) -> int:
    """Give by how many seconds someone spoke longer than allotted."""
    if slip.used_seconds is None or slip.allotted_seconds is None:
        return 0
    return max(0, slip.used_seconds - slip.allotted_seconds)


def who_words(slip: Appearance) -> str:
    """Say for whom someone speaks, with the interpreter if there is one."""
    parts = [slip.organization or slip.group]
    if slip.interpreter:
        parts.append(f"{slip.interpreter} interpreter")
    return " · ".join(part for part in parts if part)


def slip_in_words(slip: Appearance, question: int) -> str:
    """Say a whole slip in one line, as a screen reader reads it."""
    stance = slip.stances.get(question)
    parts = [
        f"Slip {slip.slip}" if slip.slip is not None else "No slip",
        slip.name,
        who_words(slip),
        STANCE_WORDS[stance.value if stance else "not_tagged"].lower(),
        used_words(slip),
    ]
    return ", ".join(part for part in parts if part)


def clock(utc_text: str, zone: str) -> str:
    """Write an instant as the clock on the hearing's wall showed it: ``5:31:05``."""
    at = local(utc_text, zone)
    return f"{at.hour % 12 or 12}:{at:%M:%S}"
