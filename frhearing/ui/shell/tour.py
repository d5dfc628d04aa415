"""The first minute: one sentence at a time above the page, each leading to the next. Escape ends it."""

from typing import Final, NamedTuple

from PySide6.QtWidgets import QWidget

from frhearing.model.change import Change
from frhearing.ui.session import Session
from frhearing.ui.widgets import InlineBar


class Step(NamedTuple):
    """One sentence; ``until`` names what leads on: a stance, an undo, a page, or the button alone."""

    words: str
    until: str
    button: str = "Next"


STEPS: Final = (
    Step("This is an example. Nothing you do here can break anything. Try: press O.", "stance"),
    Step("Tagged as Oppose. Every step can be taken back: press Ctrl+Z.", "undo"),
    Step("Now look at the counts: press Ctrl+4. Every chart is also a table.", "analysis"),
    Step("And at the summary that is printed: press Ctrl+5.", "report"),
    Step("Ready? A new hearing asks seven questions.", "", "New hearing…"),
)


class TourBar(InlineBar):
    """Goes on by itself when the clerk did what it said; ``acted`` comes from the last button."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__("info", STEPS[0].words, STEPS[0].button, parent)
        self.close_button.setAccessibleName("End the tour")
        self.close_button.setToolTip("End the tour (Esc)")
        self._at = -1
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
        self._at = -1
        self.go_on()

    def go_on(self) -> None:
        """Show the next sentence, or end after the last."""
        self._at += 1
        if self._at >= len(STEPS):
            self.end()
            return
        step = STEPS[self._at]
        self.show()
        self.say("info", step.words, step.button)

    def end(self) -> None:
        """Put the tour away."""
        self._at = -1
        self.hide()

    def page_seen(self, page_id: str) -> None:
        """Go on when the page that was spoken of is seen."""
        if self.running and STEPS[self._at].until == page_id:
            self.go_on()

    def _changed(self, change: Change) -> None:
        until = STEPS[self._at].until if self.running else ""
        tagged = change.kind == "stance" and change.undoes is None
        if (until == "undo" and change.undoes is not None) or (until == "stance" and tagged):
            self.go_on()
