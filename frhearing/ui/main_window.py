"""The window: the frame around the pages, and who does which command of the frame."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QMainWindow, QWidget

from frhearing.desk import hearings
from frhearing.model.filter import CommentFilter
from frhearing.model.hearing import HearingStatus
from frhearing.ui import theme as look
from frhearing.ui.actions import Commands
from frhearing.ui.pages import PAGES
from frhearing.ui.session import Session
from frhearing.ui.shell.arrivals_watch import ArrivalsWatch
from frhearing.ui.shell.display_menu import DisplayMenu
from frhearing.ui.shell.frame_commands import FrameCommands
from frhearing.ui.shell.key_line import KeyLine
from frhearing.ui.shell.navigator import FocusWatch, Navigator
from frhearing.ui.shell.notices import NoticeBar
from frhearing.ui.shell.rail import Rail
from frhearing.ui.shell.top_bar import TopBar
from frhearing.ui.shell.tour import TourBar
from frhearing.ui.shell.window_settings import WindowSettings
from frhearing.ui.widgets import column, row

if TYPE_CHECKING:
    from frhearing.ui.shell.live_watch import LiveWatch

_LIVE = (HearingStatus.OPEN, HearingStatus.RECESSED)
_SMALLEST = QSize(640, 360)


class MainWindow(QMainWindow):
    """One window on one store.

    ``switch_wanted`` asks the application for the example (True) or the office's own hearings (False), and
    for the command to run there, if any. ``restore_wanted`` carries the path of a backup to take as the store,
    ``anew_wanted`` asks for the example as it was at first.
    """

    switch_wanted = Signal(bool, str)
    anew_wanted = Signal()
    restore_wanted = Signal(object)

    def __init__(self, session: Session, settings: WindowSettings, *, at_once: bool = True) -> None:
        super().__init__()
        self.session, self.settings = session, settings
        session.setParent(self)
        self.commands = Commands(self)
        self.navigator = Navigator(session, self.commands)
        self.rail = Rail(self.commands)
        self.top = TopBar(session, self.commands)
        self.notices = NoticeBar(session)
        self.tour = TourBar(session)
        self._toured: int | None = None
        self.keys = KeyLine()
        self.arrivals = ArrivalsWatch(self)
        self.display = DisplayMenu(self.commands, settings, self)
        self.frame = FrameCommands(self)
        self.live_watch: LiveWatch | None = None
        self.commands.open_menus(self.menuBar())
        if at_once:
            self.commands.complete()
        self._build()
        self._connect()
        self.setAcceptDrops(True)
        self.setMinimumSize(_SMALLEST)
        self.refresh_title()

    def _build(self) -> None:
        self.right = column(self.top, self.notices, self.tour, (self.navigator, 1), self.keys, gap=0)
        centre = QWidget()
        centre.setLayout(row(self.rail, (self.right, 1), gap=0))
        self.setCentralWidget(centre)
        look.wear(self.menuBar(), self.rail, self.top, self.notices, self.tour, self.keys)
        self.rail.display.clicked.connect(self._pop_display)
        if not self.restoreGeometry(self.settings.geometry):
            self.resize(1366, 740)
        self.commands.use_letters(self.settings.letters)
        self.commands.action("letters").setChecked(self.settings.letters)

    def _connect(self) -> None:
        self.rail.chosen.connect(self.go)
        self.navigator.page_changed.connect(self.rail.show_page)
        self.navigator.hints_changed.connect(self.refresh_hints)
        self.focus_watch = FocusWatch(self)
        self.focus_watch.moved.connect(self.refresh_hints)
        self.session.hearing_changed.connect(self.refresh_title)
        self.navigator.page_changed.connect(self.tour.page_seen)
        self.navigator.page_changed.connect(self._watch_live)
        self.session.hearing_changed.connect(self._watch_live)
        self.session.hearing_changed.connect(lambda: self.settings.keep_hearing(self.session.hearing_id))
        self.tour.acted.connect(self._tour_button)
        self.tour.closed.connect(self.tour.end)
        self.tour.practises.connect(self._practise)
        self.session.asked.connect(self._asked)
        self.session.left_example.connect(partial(self.switch_wanted.emit, False, ""))
        self.session.comments_asked.connect(self._comments_asked)
        look.theme.changed.connect(self._look_changed)

    def go(self, page_id: str) -> None:
        """Show a page and put the focus into its first pane."""
        page = self.navigator.go(page_id)
        if page is not None and page.panes():
            page.panes()[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _asked(self, page_id: str, comment_id: int) -> None:
        page = self.navigator.go(page_id)
        show = getattr(page, "show_comment", None)
        if comment_id and show is not None:
            show(comment_id)
        elif page is not None and page.panes():
            page.panes()[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _comments_asked(self, wanted: CommentFilter) -> None:
        page = self.navigator.go("comments")
        show = getattr(page, "show_filter", None)
        if show is not None:
            show(wanted)

    def start_tour(self) -> None:
        """Begin the first minute in Comments."""
        self.go("comments")
        self.tour.start()

    def _tour_button(self) -> None:
        if self.tour.last:
            self.tour.end()
            self.commands.run("new_hearing")
        else:
            self.tour.go_on()

    def _practise(self, on: bool) -> None:
        """Open the hearing to practise with on Live, or again the one that was looked at before."""
        if not on:
            self.session.open_hearing(self._toured)
            return
        from frhearing.desk.practice import practice_hearing

        self._toured = self.session.hearing_id
        made = self.session.read(lambda: practice_hearing(self.session.desk))
        if made is not None:
            self.session.open_hearing(made)
            if self.navigator.page_id != "live":
                self.go("live")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape that nobody wanted ends the tour."""
        if event.key() == Qt.Key.Key_Escape and self.tour.running:
            self.tour.end()
        else:
            super().keyPressEvent(event)

    def refresh_hints(self) -> None:
        """Show the keys that work here and now; in a window that comes up, once it was painted."""
        if self.navigator.later is not None and self.navigator.later.unpainted:
            return
        page = self.navigator.page
        self.keys.show_hints(page.key_hints() if page is not None else ())

    def refresh_title(self) -> None:
        """Name the window after the hearing, and offer as many questions as it has."""
        hearing = self.session.hearing
        self.setWindowTitle(f"{hearing.title} – frhearing" if hearing else "frhearing")
        asked = len(hearing.questions) if hearing else 0
        for number in range(1, 10):
            self.commands.action(f"question_{number}").setVisible(1 < asked >= number)

    @property
    def live(self) -> bool:
        """Whether the open hearing is being held just now."""
        return self.session.hearing is not None and self.session.hearing.status in _LIVE

    def _watch_live(self, _page_id: str = "") -> None:
        """Make what a live hearing has all over the window, once there is one or its page is seen."""
        if self.live_watch is None and (self.live or self.navigator.page_id == "live"):
            from frhearing.ui.shell.live_watch import LiveWatch

            self.live_watch = LiveWatch(self)

    def _pop_display(self) -> None:
        button = self.rail.display
        self.display.popup(button.mapToGlobal(button.rect().topRight()))

    def _look_changed(self) -> None:
        # The style sheet is set after this signal: lay out when the new sizes are there.
        self.refit()

    def refit(self) -> None:
        """Lay out anew for the window's width and height in design pixels."""
        width = round(self.width() / look.theme.zoom)
        height = round(self.height() / look.theme.zoom)
        self.rail.fit(narrow=width < 1100, low=height < 480)
        self.top.fit(wide=width >= 1100, full=width >= 800)
        self.navigator.reflow(width)

    def setVisible(self, visible: bool) -> None:
        """Dress the window before it is shown."""
        if visible:
            look.dress_window(self)
        super().setVisible(visible)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out anew for the new size."""
        super().resizeEvent(event)
        self.refit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files that are dragged over the window while a hearing is open."""
        if event.mimeData().hasUrls() and self.session.writable:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Import the files that are dropped."""
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self.frame.import_files(paths)

    def open_last(self) -> None:
        """Open the hearing and the page that were open last, or one that is being held, or Home."""
        hearing_id, page_id = self.settings.last
        if hearing_id is None:
            hearing_id = self.session.read(lambda: hearings.being_held(self.session.desk))
        if hearing_id is not None:
            self.session.open_hearing(hearing_id)
        known = {entry.page_id for entry in PAGES}
        page_id = "live" if self.live else page_id
        self.go(page_id if self.session.hearing and page_id in known else "home")

    def closeEvent(self, event: QCloseEvent) -> None:
        """Save the field one is in, remember the window's place, let work stop, close the store."""
        focus = self.focusWidget()
        if focus is not None:
            focus.clearFocus()
        self.settings.keep_place(self.saveGeometry(), self.session.hearing_id, self.navigator.page_id)
        if self.live_watch is not None:
            self.live_watch.put_away()
        self.session.background.cancel_all()
        self.session.background.wait()
        self.session.desk.close()
        super().closeEvent(event)
