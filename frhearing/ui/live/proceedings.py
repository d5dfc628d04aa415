"""The proceedings: what the chair and the body do between speakers, each a command of the Live menu."""

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtWidgets import QWidget

from frhearing.desk.live import ledger, podium, sitting
from frhearing.desk.live.room import Live
from frhearing.model.live.states import EndReason, GrantKind, Phase
from frhearing.ui.live import panel_form, paper, record_forms, time_forms
from frhearing.ui.live.cards_form import open_cards
from frhearing.ui.live.form import Ask, LiveForm
from frhearing.ui.live.room import LiveRoom

Open = Callable[[LiveRoom, QWidget], object]


def open_proceeding(name: str, room: LiveRoom, window: QWidget) -> None:
    """Do a command of the proceedings, or open its form."""
    PROCEEDINGS[name](room, window)


def _at_once(action: Callable[[Live], object]) -> Open:
    return lambda room, _window: room.do(action)


def _recess(room: LiveRoom, window: QWidget) -> None:
    """Ask when it goes on, or come back."""
    if room.phase is Phase.RECESS:
        room.do(sitting.reconvene)
        return
    back = Ask("until", "Back at (optional)", "The room sees it, such as 6:40 PM. A running clock stands still.")
    LiveForm(room, window, "Recess", (back,), lambda live, v: sitting.recess(live, v["until"])).open_over()


def _time_certain(room: LiveRoom, window: QWidget) -> None:
    if room.phase is Phase.TIME_CERTAIN:
        room.do(sitting.resume_testimony)
        return
    item = Ask("item", "Item", "Testimony goes on afterwards in the same order.")
    LiveForm(
        room,
        window,
        "Pause for a time-certain item",
        (item,),
        lambda live, v: sitting.time_certain(live, v["item"] or "time-certain item"),
    ).open_over()


def _continue(room: LiveRoom, window: QWidget) -> None:
    day = Ask("date", "To which day", "As 2026-02-26. Who waits is carried over; numbers go on.")
    LiveForm(
        room, window, "Continue to another day", (day,), lambda live, v: sitting.continue_to(live, v["date"])
    ).open_over()


def _reopen(room: LiveRoom, window: QWidget) -> None:
    asks = (Ask("mover", "Moved by"), Ask("second", "Seconded by"), Ask("vote", "Vote", "Such as 4 ayes, 1 no"))
    LiveForm(
        room,
        window,
        "Open testimony again",
        asks,
        lambda live, v: sitting.reopen_testimony(live, v["mover"], v["second"], v["vote"]),
    ).open_over()


def _question(room: LiveRoom, _window: QWidget) -> None:
    """Begin a question on its own clock, or end the one that runs."""
    asked = room.view is not None and room.view.state == "question"
    room.do(podium.question_end if asked else podium.question_start)


def _end(room: LiveRoom, window: QWidget) -> None:
    words = {reason: str(reason).replace("_", " ").capitalize() for reason in EndReason}
    why = Ask("reason", "How the turn ended", choices=tuple((str(r), w) for r, w in words.items()))
    LiveForm(room, window, "End the turn", (why,), lambda live, v: podium.end(live, EndReason(v["reason"]))).open_over()


def _grant(room: LiveRoom, window: QWidget) -> None:
    kinds = tuple((str(k), str(k).replace("_", " ").capitalize()) for k in GrantKind if k is not GrantKind.CEDED_FROM)
    asks = (
        Ask("seconds", "Seconds", text="60"),
        Ask("kind", "Kind", text=str(GrantKind.CHAIR_EXTENSION), choices=kinds),
        Ask("by", "By whom", text="chair"),
    )
    take = partial(_granted)
    LiveForm(room, window, "Grant or take off time", asks, take).open_over()


def _granted(live: Live, values: "dict[str, str] | object") -> object:
    assert isinstance(values, dict)
    seconds = record_forms.whole(values["seconds"], "seconds")
    return ledger.grant(live, seconds, GrantKind(values["kind"]), values["by"] or "chair")


PROCEEDINGS: Final[dict[str, Open]] = {
    "live_recess": _recess,
    "live_time_certain": _time_certain,
    "live_close": _at_once(sitting.close),
    "live_reopen": _reopen,
    "live_continue": _continue,
    "live_adjourn": _at_once(sitting.adjourn),
    "live_roll": record_forms.roll,
    "live_order": record_forms.order,
    "live_motion": record_forms.motion,
    "live_vote": record_forms.vote,
    "live_exhibit": record_forms.exhibit,
    "live_oath": record_forms.oath,
    "live_clock": record_forms.clock_check,
    "live_recording": record_forms.recording,
    "live_grant": _grant,
    "live_interpreter": time_forms.interpreter,
    "live_cede": time_forms.cede,
    "live_reclaim": time_forms.reclaim,
    "live_panel": panel_form.open_panel,
    "live_question": _question,
    "live_end": _end,
    "live_again": time_forms.again,
    "live_rule": time_forms.rule,
    "live_signups": paper.choose_signups,
    "live_sheets": paper.open_sheets,
    "live_cards": open_cards,
}
"""Every command of the proceedings by its id in the table of commands."""
