"""The first minute: one sentence at a time above the page, each leading to the next. Escape ends it."""

from typing import Final, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from frhearing.model.change import Change
from frhearing.ui.session import Session
from frhearing.ui.widgets import InlineBar


class Step(NamedTuple):
    """One sentence; ``until`` names what leads on: a stance, an undo, a page, a step of F8, or the button alone."""

    words: str
    until: str
    button: str = "Next"


_F8: Final = ("call", "end")
STEPS: Final = (
    Step("This is an example. Nothing you do here can break anything. Try: press O.", "stance"),
    Step("Tagged, and counted. Every step can be taken back: press Ctrl+Z.", "undo"),
    Step("Now the hearing itself: press Ctrl+2. People wait there to be called.", "live"),
    Step("One key runs the room: press F8, and the first speaker is called.", "call"),
    Step("F8 again starts the clock. A moment later F8 ends the testimony and logs it. Try it.", "end"),
    Step("Now look at the counts: press Ctrl+4. Every chart is also a table.", "analysis"),
    Step("And at the summary that is printed: press Ctrl+5.", "report"),
    Step("Ready? A new hearing asks seven questions: press Ctrl+Shift+N.", "", "New hearing…"),
)


class TourBar(InlineBar):
    """Goes on by itself when the clerk did what it said; ``acted`` comes from the last button.

    ``practises`` asks for the hearing to practise with (True), and for the example again (False).
    """

    practises = Signal(bool)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__("info", STEPS[0].words, STEPS[0].button, parent)
        self._at = -1
        self._with_practice = False
        self.hide()
        session.changed.connect(self._changed)

    @property
    def last(self) -> bool:
        """Whether the last sentence is shown."""
        return self._at == len(STEPS) - 1

    @property
    def running(self) -> bool:
        """Whether the tour is under way."""
        return self._at >= 0

    def start(self) -> None:
        """Begin with the first sentence."""
        self.close_button.setAccessibleName("End the tour")
        self.close_button.setToolTip("End the tour (Esc)")
        self._at = -1
        self.go_on()

    def go_on(self) -> None:
        """Show the next sentence, or end after the last."""
        self._at += 1
        if self._at >= len(STEPS):
            self.end()
            return
        step = STEPS[self._at]
        self._practise(step.until in _F8 or (self._with_practice and step.until == "analysis"))
        self.show()
        self.say("info", step.words, step.button)

    def end(self) -> None:
        """Put the tour away."""
        self._at = -1
        self._practise(False)
        self.hide()

    def page_seen(self, page_id: str) -> None:
        """Go on from the sentence that leads to this page; who ran ahead is not called back to those before."""
        if not self.running:
            return
        for at, step in enumerate(STEPS[self._at :], self._at):
            if step.until == page_id:
                self._at = at
                self.go_on()
                return

    def _changed(self, change: Change) -> None:
        until = STEPS[self._at].until if self.running else ""
        undone = change.undoes is not None
        if (until == "undo" and undone) or (until in ("stance", *_F8) and change.kind == until and not undone):
            self.go_on()

    def _practise(self, on: bool) -> None:
        if on != self._with_practice:
            self._with_practice = on
            self.practises.emit(on)
