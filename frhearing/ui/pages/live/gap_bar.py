"""The clock stood still: the clerk decides whether that time counts, never the program."""

from PySide6.QtWidgets import QBoxLayout, QWidget

from frhearing.ui.live.room import LiveRoom
from frhearing.ui.widgets import InlineBar, PlainButton


class GapBar(InlineBar):
    """Stays until the gap is counted, or is not."""

    def __init__(self, room: LiveRoom, parent: QWidget | None = None) -> None:
        super().__init__("warn", "", "Count it", parent)
        self._room = room
        self.do_not = PlainButton("Do not count it")
        self.close_button.hide()  # with the first part that is asked for a bar has all, and its layout
        layout = self.layout()
        assert isinstance(layout, QBoxLayout)
        layout.insertWidget(layout.indexOf(self.button) + 1, self.do_not)
        self.acted.connect(lambda: room.count_gap(True))
        self.do_not.clicked.connect(lambda: room.count_gap(False))
        self._said = ""
        self.hide()

    def show_gap(self) -> None:
        """Show the gap that waits for a decision, if any."""
        view = self._room.view
        gap = view.gap_seconds if view is not None and view.state == "paused" else 0
        if not gap:
            self.hide()
            self._said = ""
            return
        length = f"{round(gap / 60)} min" if gap >= 60 else f"{gap} s"
        words = f"The clock stood still for {length}. The turn stands paused at the last second known."
        self.show()
        if words != self._said:
            self._said = words
            self.say("warn", words, "Count it")
