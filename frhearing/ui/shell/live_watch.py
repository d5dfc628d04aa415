"""What of a live hearing belongs to the whole window: its keys, the mini timer, the public screen."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from frhearing.model.live.states import Phase
from frhearing.ui.command_table import COMMANDS
from frhearing.ui.live.awake import Awake
from frhearing.ui.live.hall_of import hall_of
from frhearing.ui.live.proceedings import PROCEEDINGS, open_proceeding
from frhearing.ui.live.room import LIVE, LiveRoom, room_of
from frhearing.ui.live.sounds import play, sound_of
from frhearing.ui.live.words import PHASE_SHORT, clock_words, said_clock
from frhearing.ui.shell.overlay import Overlay
from frhearing.ui.widgets import announce

if TYPE_CHECKING:
    from frhearing.ui.main_window import MainWindow

_TONES = {"warning": ("warn", "triangle-alert"), "over": ("danger", "circle-alert"), "paused": ("plain", "pause")}
_SAID = {"called": "called", "running": "started", "warning": "Time is nearly over", "over": "Time is up"}


class LiveWatch(QObject):
    """Made when a hearing that can be held is opened for the first time in a window."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.room: LiveRoom = room_of(window.session)
        self.hall = hall_of(self.room)
        self.awake = Awake()
        self._said = ""
        self._bind()
        self.room.taken.connect(self._taken)
        self.room.ticked.connect(self._ticked)
        self.room.moved.connect(self._ticked)
        self.hall.lost.connect(self._screen_lost)
        self.hall.changed.connect(self._lend_keys)
        self._taken()

    def _bind(self) -> None:
        slots: dict[str, Callable[[], object]] = {
            "live_next": self._next,
            "live_back": self.room.step_back,
            "live_pause": self.room.pause,
            "live_more": self.room.more,
            "live_absent": self.room.absent,
            "live_mark": self.room.mark,
            "live_add": self._add,
            "live_desk": self._desk,
            "live_screen": self.hall.toggle,
            "live_blank": lambda: self.hall.blank_out(not self.hall.blank),
            "live_say": self._say,
            "live_message": self._message,
            "live_choose_screen": self._choose_screen,
        }
        for name in PROCEEDINGS:
            slots[name] = partial(open_proceeding, name, self.room, self._window)
        self._window.commands.bind_all(slots)

    def _taken(self) -> None:
        """Switch the keys on with a hearing that can be held, off without one."""
        held = self.room.live is not None
        for command in COMMANDS:
            if command.context == "live":
                self._window.commands.allow(command.id, held)
        if not held:
            self.hall.put_away()
        self.hall.say("")  # what the room was told belongs to the hearing before
        self._ticked()

    def _next(self) -> None:
        """Take the next step; a hearing that has not begun is shown first."""
        if self.room.phase is Phase.NOT_OPENED and self._window.navigator.page_id != "live":
            self._window.go("live")
        else:
            self.room.next_step()

    def _panel_open(self) -> bool:
        return any(panel.isVisible() for panel in self._window.findChildren(Overlay))

    def _add(self) -> None:
        if self._panel_open():
            return
        page = self._window.navigator.go("live")
        focus = getattr(page, "focus_quick_add", None)
        if focus is not None:
            focus()

    def _desk(self) -> None:
        if self._panel_open():
            return
        from frhearing.ui.live.sign_in_desk import SignInDesk

        SignInDesk(self.room, self._window).open_over()

    def _message(self) -> None:
        from frhearing.ui.live.message_form import MessageForm

        MessageForm(self.hall, self._window).open_over()

    def _choose_screen(self) -> None:
        from frhearing.ui.live.screen_form import ScreenForm

        ScreenForm(self.hall, self._window).open_over()

    def _say(self) -> None:
        if self.room.view is not None:
            self.room.look()
            words = said_clock(self.room.view)
            announce(self._window, words, assertive=True)
            self._window.session.notice("ok", words)

    def _ticked(self) -> None:
        """Show the moment in the stage pill and in the hall; say aloud what a clerk must not miss."""
        hearing, view = self._window.session.hearing, self.room.view
        self.hall.refresh()
        self.awake.hold(self.room.holds)
        if self.room.live is None or view is None or hearing is None or hearing.status not in LIVE:
            return
        phase = self.room.phase
        tone, sign = _TONES.get(view.state, ("danger", "circle-dot"))
        time = f" · {clock_words(view)}" if phase is Phase.OPEN and view.slip is not None else ""
        if phase is not Phase.OPEN:
            tone, sign = "warn", "pause"
        self._window.top.stage.show_state(f"{PHASE_SHORT[phase]}{time}", tone, sign)
        self._announce(view.state, view.slip.name if view.slip is not None else "")

    def _announce(self, state: str, name: str) -> None:
        key = f"{state} {name}"
        if key == self._said:
            return
        self._said = key
        words = _SAID.get(state)
        live = self.room.live
        if words is None or live is None:
            return
        loud = state in ("warning", "over")
        announce(self._window, words if loud else f"{name} {words}", assertive=loud)
        if state == "over":
            play(sound_of(live.floor.rules))

    def _lend_keys(self) -> None:
        """Let the live keys work also where the window in the hall has taken the focus."""
        if self.hall.window is not None and not self.hall.window.actions():
            live = [c.id for c in COMMANDS if c.context == "live" and c.keys]
            self.hall.window.addActions([self._window.commands.action(name) for name in live])

    def _screen_lost(self, name: str) -> None:
        words = f"{name} is gone, so the room sees nothing. The clock runs on and nothing was lost."
        self._window.session.notice("warn", words, "Choose a screen…", self._choose_screen)

    def put_away(self) -> None:
        """Take the public screen away and stop looking, as the window closes."""
        self.room.leave()
        self.hall.put_away()
        self.awake.hold(False)
        self.awake.wait()
