"""How the live screens say what they show: clocks, states, the sides of a slip."""

from typing import Final

from frhearing.model.live.floor import Slip, minutes
from frhearing.model.live.states import Phase, SlipStatus, Wish
from frhearing.model.live.view import PodiumView
from frhearing.ui.tables.plain import plain

STATUS_WORDS: Final = {
    SlipStatus.HEARD: "heard",
    SlipStatus.REGISTRATION_ONLY: "registered only",
    SlipStatus.DECLINED: "declined",
    SlipStatus.CEDED: "ceded time",
    SlipStatus.NO_SHOW: "absent",
    SlipStatus.WITHDRAWN: "withdrew",
    SlipStatus.NOT_REACHED: "not reached",
    SlipStatus.CARRIED_OVER: "carried over",
    SlipStatus.LATE_REFUSED: "refused",
    SlipStatus.INELIGIBLE: "not eligible",
    SlipStatus.DUPLICATE: "duplicate",
    SlipStatus.VOIDED: "voided",
}
"""What became of a slip, in a word or two."""

CLERK_STATES: Final = {
    "idle": ("Nobody has the floor", "mic-off"),
    "called": ("Called, not started", "user"),
    "running": ("Speaking", "mic"),
    "paused": ("Paused", "pause"),
    "question": ("Answering a question", "circle-help"),
    "warning": ("Time is nearly over", "triangle-alert"),
    "over": ("Time is up", "circle-alert"),
}
"""The words and the sign of each state of the podium, as the clerk sees them."""

PHASE_SHORT: Final = {
    Phase.NOT_OPENED: "Not started",
    Phase.OPEN: "Live",
    Phase.TIME_CERTAIN: "Item",
    Phase.RECESS: "Recess",
    Phase.TESTIMONY_CLOSED: "Testimony closed",
    Phase.ADJOURNED: "Adjourned",
}
"""A sitting's phase for the stage pill."""


def clock_words(view: PodiumView) -> str:
    """Write the time left as the clerk sees it: ``1:47``, over time ``+0:12``."""
    if view.state == "question":
        return minutes(view.question_ms / 1000)
    left = -(-view.remaining_ms // 1000)
    return minutes(left) if left >= 0 else f"+{minutes(-left)}"


def said_clock(view: PodiumView) -> str:
    """Say the time left in words, as a screen reader reads it (A16)."""
    if view.slip is None:
        return "Nobody has the floor."
    left = -(-view.remaining_ms // 1000)
    whole, seconds = divmod(abs(left), 60)
    parts = [f"{n} {unit}{'' if n == 1 else 's'}" for n, unit in ((whole, "minute"), (seconds, "second")) if n]
    length = " ".join(parts) or "0 seconds"
    words = CLERK_STATES[view.state][0]
    return f"{words}: {length} {'over time' if left < 0 else 'left'}, {plain(view.slip.name)}."


def slip_side(slip: Slip) -> str:
    """Say for whom somebody speaks, and what the clerk should know: interpreter, reader, remote."""
    parts = [plain(slip.organization), "" if slip.organization else _residency(slip)]
    if slip.interpreter:
        parts.append(f"{plain(slip.interpreter)} interpreter")
    if slip.read_by or slip.wish is Wish.READ_BY_CLERK:
        parts.append(f"read by {plain(slip.read_by) or 'the clerk'}")
    if slip.mode == "remote":
        parts.append("remote")
    if slip.early_leave:
        parts.append("leaves early")
    return " · ".join(part for part in parts if part)


def _residency(slip: Slip) -> str:
    return "" if slip.residency == "not_stated" else slip.residency.replace("_", " ").capitalize()
