"""What can be done with one slip of the queue; none of it touches a running clock."""

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from PySide6.QtWidgets import QMenu, QWidget

from frhearing.desk.live import podium, queue, signin
from frhearing.desk.live.room import Live
from frhearing.model.live.floor import Slip
from frhearing.model.live.states import RESTORABLE, SlipStatus
from frhearing.ui.live import time_forms
from frhearing.ui.live.form import Ask, LiveForm
from frhearing.ui.live.menu import LiveMenu
from frhearing.ui.live.room import LiveRoom
from frhearing.ui.theme import icon

Act = Callable[[], object]


class Entry(NamedTuple):
    """One line of the menu."""

    words: str
    sign: str
    act: Act


def entries(room: LiveRoom, window: QWidget, slip: Slip) -> list[Entry]:
    """Give what can be done with a slip as it stands."""
    number = slip.slip
    if number is None:
        return []

    def do(action: Callable[[Live], object]) -> Act:
        return partial(room.do, action)

    found: list[Entry] = []
    if slip.queued and not slip.held:
        found += [
            Entry("Call now", "user", do(lambda live: queue.call(live, number))),
            Entry("Hold", "pause", do(lambda live: queue.hold(live, number))),
            Entry("To the end of the list", "arrow-down", do(lambda live: queue.move(live, number))),
            Entry("Cede the time…", "arrow-right", partial(time_forms.cede, room, window, slip)),
        ]
    if slip.status is SlipStatus.REGISTERED:
        found.append(Entry("Check in", "user-check", do(lambda live: signin.check_in(live, number))))
    if slip.held or slip.status in RESTORABLE:
        found.append(Entry("Restore", "rotate-ccw", do(lambda live: signin.restore(live, number, by="the chair"))))
    if slip.status is SlipStatus.CALLED:
        found += [
            Entry("Start the clock", "play", do(lambda live: podium.start(live, number))),
            Entry("No-show", "user-x", do(lambda live: queue.no_show(live, number))),
            Entry("Declines to speak", "circle-slash", do(lambda live: queue.decline(live, number))),
            Entry("Take the call back", "undo-2", do(lambda live: queue.uncall(live, number))),
        ]
    if slip.status not in (SlipStatus.SPEAKING, SlipStatus.VOIDED, SlipStatus.DUPLICATE):
        found.append(Entry("Withdraw…", "log-out", partial(_withdraw, room, window, number)))
    found.append(Entry("Correct the name…", "pencil", partial(correct_name, room, window, slip)))
    if slip.queued:
        found.append(Entry("Set aside…", "ban", partial(_set_aside, room, window, number)))
    return found


def open_menu(room: LiveRoom, view: QWidget, slip: Slip) -> QMenu:
    """Show the menu of a slip at its list."""
    menu = LiveMenu(view)
    for entry in entries(room, view.window(), slip):
        action = menu.addAction(icon(entry.sign), entry.words)
        action.triggered.connect(lambda _checked=False, act=entry.act: act())
    return menu


def correct_name(room: LiveRoom, window: QWidget, slip: Slip) -> None:
    """Ask for the name as it was said aloud; what was received stays in the log."""
    if slip.slip is None:
        room.session.notice("info", "Who was called on without a slip is corrected in Comments.")
        return
    number = slip.slip
    ask = Ask("names", "Name", "Two names on one slip: put & between them.", text=" & ".join(slip.names))

    def take(live: Live, values: object) -> object:
        assert isinstance(values, dict)
        return signin.correct_name(live, number, tuple(str(values["names"]).split("&")))

    LiveForm(room, window, f"Correct the name on slip {number}", (ask,), take).open_over()


def _withdraw(room: LiveRoom, window: QWidget, number: int) -> None:
    ask = Ask("reason", "Reason (optional)", "The slip stays listed as withdrawn.")
    LiveForm(
        room, window, f"Withdraw slip {number}", (ask,), lambda live, v: signin.withdraw(live, number, v["reason"])
    ).open_over()


def _set_aside(room: LiveRoom, window: QWidget, number: int) -> None:
    states = (SlipStatus.DUPLICATE, SlipStatus.INELIGIBLE, SlipStatus.LATE_REFUSED, SlipStatus.VOIDED)
    asks = (
        Ask("reason", "Reason, or the number of the slip it repeats"),
        Ask("status", "As", choices=tuple((str(s), str(s).replace("_", " ").capitalize()) for s in states)),
    )

    def take(live: Live, values: object) -> object:
        assert isinstance(values, dict)
        reason = str(values["reason"])
        same = int(reason) if reason.isdecimal() else None
        return signin.set_aside(live, number, SlipStatus(values["status"]), reason, same)

    LiveForm(room, window, f"Set slip {number} aside", asks, take).open_over()
