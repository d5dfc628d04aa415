"""The right of the Live screen: the log with its stamps, and the box where the caret stays."""

from datetime import datetime

from PySide6.QtWidgets import QWidget

from frhearing.desk.live import log, showing
from frhearing.model.change import Change
from frhearing.model.times import to_utc_text
from frhearing.ui.live.room import LiveRoom
from frhearing.ui.pages.live.log_box import LogBox
from frhearing.ui.pages.live.log_list import LogList
from frhearing.ui.widgets import PlainButton, column, frame, label, row, rule


class LogPane(QWidget):
    """Reads only what is new after each step; a step taken back reads the lines that are shown again."""

    def __init__(self, room: LiveRoom, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room = room
        self._last = 0
        self.list = LogList()
        self.box = LogBox(room)
        self.mark = PlainButton("Time mark", "flag")
        self.mark.setToolTip("Put the time into the log (F4)")
        head = row(label("Log notes", "h3"), None, self.mark, margins=(14, 8, 10, 8))
        pane = frame("pane_right", column(head, (self.list, 1), rule(), self.box, gap=0))
        self.setLayout(column(pane, gap=0))
        self.mark.clicked.connect(room.mark)
        self.box.given.connect(self._add)
        room.session.changed.connect(self._changed)

    def show_hearing(self) -> None:
        """Show the log of the hearing that is held, from the beginning."""
        live = self._room.live
        lines = showing.log_lines(live) if live is not None else []
        self._last = lines[-1][0] if lines else 0
        self.list.show_lines(lines, live.floor.zone if live is not None else "UTC")
        self.box.take_up()

    def _changed(self, change: Change) -> None:
        if change.hearing_id not in (None, self._room.session.hearing_id) or self._room.live is None:
            return
        if change.undoes is not None:
            self._show_end()
        else:
            self.show_new()

    def _show_end(self) -> None:
        """Read the lines that are shown anew: a step taken back takes its lines with it."""
        live = self._room.live
        if live is None:
            return
        lines = showing.log_lines(live, self.list.first - 1)
        self._last = lines[-1][0] if lines else 0
        self.list.follow(lines)

    def show_new(self) -> None:
        """Append what was written since."""
        live = self._room.live
        if live is None:
            return
        lines = showing.log_lines(live, self._last)
        if lines:
            self._last = lines[-1][0]
            self.list.append(lines)

    def _add(self, typed: str, since: str) -> None:
        stamp = to_utc_text(datetime.fromisoformat(since), "milliseconds") if since else ""
        if self._room.do(lambda live: log.note(live, typed, since=stamp)):
            self.box.clear()
