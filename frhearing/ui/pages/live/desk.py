"""The working screen: queue at the left, podium in the middle, log at the right, the sitting above."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QStackedWidget, QWidget

from frhearing.desk.live import queue, registering
from frhearing.desk.live.room import Live
from frhearing.model.live.floor import Slip
from frhearing.model.live.signing import NewSlip
from frhearing.model.live.states import Phase
from frhearing.ui.actions import Commands
from frhearing.ui.hall.display import HallDisplay
from frhearing.ui.live.menu import LiveMenu
from frhearing.ui.live.room import LiveRoom
from frhearing.ui.live.words import clock_words
from frhearing.ui.pages.live.gap_bar import GapBar
from frhearing.ui.pages.live.header import LiveHeader
from frhearing.ui.pages.live.log_pane import LogPane
from frhearing.ui.pages.live.not_started import NotStarted
from frhearing.ui.pages.live.panes import LivePanes
from frhearing.ui.pages.live.podium_pane import PodiumPane
from frhearing.ui.pages.live.queue_view import QueueList
from frhearing.ui.pages.live.quick_add import QuickAdd
from frhearing.ui.pages.live.slip_menu import correct_name, open_menu
from frhearing.ui.tables.plain import plain
from frhearing.ui.widgets import InlineBar, PlainButton, column, frame, label, row, scroll


class LiveDesk(QWidget):
    """Shows the room; each press goes through it to the engine."""

    def __init__(self, room: LiveRoom, hall: HallDisplay, commands: Commands, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.room, self.hall, self._commands = room, hall, commands
        self.header = LiveHeader(room, hall)
        self.gap = GapBar(room)
        self.list = QueueList()
        self.quick = QuickAdd(room.session)
        self.noticed = InlineBar("warn", "", "")
        self.noticed.hide()
        self.podium = PodiumPane(room)
        self.before = NotStarted(room)
        self.log = LogPane(room)
        self.sign_in = PlainButton("Sign-in desk", "log-in")
        self._build()
        self._connect()

    def _build(self) -> None:
        head = row(label("Speakers", "h3"), None, self.sign_in, margins=(14, 8, 10, 8))
        self._left = frame("pane_left", column(head, (self.list, 1), self.noticed, self.quick, gap=0))
        self._left.setAccessibleName("Queue")
        self._middle = QStackedWidget()
        self._middle.addWidget(scroll(self.podium, "At the podium"))
        self._middle.addWidget(scroll(self.before, "Before the hearing"))
        self.panes = LivePanes(self._left, self._middle, self.log)
        self.setLayout(column(self.header, self.gap, (self.panes, 1), gap=0))

    def _connect(self) -> None:
        run = self._commands.run
        self.sign_in.clicked.connect(lambda: run("live_desk"))
        self.header.message.clicked.connect(lambda: run("live_message"))
        self.header.recess.clicked.connect(lambda: run("live_recess"))
        self.header.close_button.clicked.connect(self._close)
        self.header.proceedings.clicked.connect(self._proceedings)
        self.list.moved.connect(self._move)
        self.list.wanted.connect(self._menu)
        self.quick.added.connect(self._add)
        self.quick.left.connect(self.focus_log)
        self.podium.details.connect(lambda slip: correct_name(self.room, self.window(), slip))
        self.podium.adjourn.connect(lambda: run("live_adjourn"))
        self.podium.freeze.clicked.connect(lambda: self.hall.freeze(not self.hall.frozen))
        self.podium.blank.clicked.connect(lambda: self.hall.blank_out(not self.hall.blank))
        self.hall.changed.connect(self.show_hall)
        self.room.moved.connect(self.show_floor)
        self.room.ticked.connect(self.show_moment)
        self.room.taken.connect(self.show_hearing)
        self.room.session.question_changed.connect(self.show_floor)

    def show_hearing(self) -> None:
        """Show another hearing from its beginning."""
        self.log.show_hearing()
        self.show_floor()

    def show_floor(self) -> None:
        """Show queue, podium and figures as they stand after a step."""
        if self.room.live is None or not self.isVisible():
            return
        self.list.show_floor(self.room.live, self.room.session.question)
        started = self.room.holds
        self._middle.setCurrentIndex(0 if started else 1)
        self.header.show_floor()
        if started:
            self.podium.show_floor()
            self._show_clock()
        else:
            self.before.show_floor()
        self.gap.show_gap()
        self.show_hall()

    def show_moment(self) -> None:
        """Show the clocks: once a second, and only them."""
        if self.isVisible() and self._middle.currentIndex() == 0:
            self.podium.show_moment()
            self._show_clock()
            self.gap.show_gap()

    def _show_clock(self) -> None:
        view = self.room.view
        self.panes.show_clock(f"{plain(view.slip.name)}  {clock_words(view)}" if view and view.slip else "")

    def show_hall(self) -> None:
        """Show the small true picture of what the room sees."""
        self.podium.hall.show_hall(self.hall.shown)
        self.podium.freeze.set_text("Go on" if self.hall.frozen else "Freeze")
        self.podium.blank.set_text("Show" if self.hall.blank else "Blank")
        self.header.show_screen()

    def _close(self) -> None:
        self._commands.run("live_adjourn" if self.room.phase is Phase.TESTIMONY_CLOSED else "live_close")

    def _proceedings(self) -> None:
        """Open the menu of the proceedings below its button."""
        from frhearing.ui.live.proceedings import PROCEEDINGS

        menu = LiveMenu(self)
        for name in PROCEEDINGS:
            menu.addAction(self._commands.action(name))
        button = self.header.proceedings
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    def _menu(self, slip: Slip) -> None:
        self.list.scrollTo(self.list.currentIndex())
        menu = open_menu(self.room, self.list, slip)
        place = self.list.visualRect(self.list.currentIndex())
        menu.popup(self.list.viewport().mapToGlobal(place.bottomLeft()))

    def _move(self, number: int, before: int) -> None:
        self.room.do(lambda live: queue.move(live, number, before or None))

    def _add(self, slip: NewSlip) -> None:
        """Sign somebody in; what the clerk should see of it stands over the line."""
        made: list[registering.Registered] = []

        def register(live: Live) -> registering.Registered:
            made.append(registering.register(live, slip))
            return made[0]

        if not self.room.do(register):
            return
        self.quick.clear()
        self.list.choose(made[0].slip_id)
        said = [made[0].signed.reason, *made[0].signed.notices]
        words = " ".join(part for part in said if part)
        self.noticed.setVisible(bool(words))
        if words:
            self.noticed.say("warn", words, "")

    def focus_log(self) -> None:
        """Put the caret where it lives."""
        self.panes.bring("log")
        self.log.box.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_quick_add(self) -> None:
        """Put the caret into the line that signs somebody in."""
        self.panes.bring("speakers")
        QTimer.singleShot(0, self.quick.line, lambda: self.quick.line.setFocus(Qt.FocusReason.ShortcutFocusReason))

    def fit(self, width: int) -> None:
        """Show as many panes as the width holds: three from 1100 design pixels on, one below 800."""
        middle = self.panes.fit(width)
        self.podium.fit(narrow=middle < 540, picture=middle >= 500)
        self.header.fit(width)
