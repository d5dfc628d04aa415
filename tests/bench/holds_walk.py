"""What a clerk does in a day, as steps of the real window; ``bench_holds`` times each of them."""

import hashlib
import shutil
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from corpus import store_of, texts
from holds_clock import Act, Clock
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QDialog, QMenu

from frhearing.desk import hearings
from frhearing.desk.desk import open_desk
from frhearing.desk.live import registering
from frhearing.desk.live.clockwork import open_live
from frhearing.model.comment import Channel, NewComment
from frhearing.model.filter import CommentFilter, SortBy
from frhearing.model.hearing import NewHearing
from frhearing.model.live.signing import NewSlip
from frhearing.model.position import STANCES, Stance
from frhearing.model.question import NewQuestion
from frhearing.store.imports import Batch, ImportedRow, SourceFile, add_batch
from frhearing.ui import theme as look
from frhearing.ui.application import Application
from frhearing.ui.main_window import MainWindow
from frhearing.ui.shell.overlay import Overlay
from frhearing.ui.shell.palette import Palette
from frhearing.ui.start.ahead import Ahead
from frhearing.ui.tidying import Tidier

PAGES = ("live", "analysis", "report", "record", "setup", "home", "comments")
LARGE, MIDDLING, EVENING = "A large hearing", "A middling hearing", "A long evening"
MANY, SPEAKERS, MIDDLE = 10_000, 1_000, 500
_ASKED = (NewQuestion("Should it stay?", "Keep it.", "Lift it."),)


def copied_store(comments: int, folder: Path) -> None:
    """Copy the store of so many comments, and add a hearing of 500 and an evening of 1,000 people to the copy."""
    made, _hearing = store_of(comments)
    shutil.copytree(made, folder)
    with open_desk(folder, who="bench") as desk:
        middling, _ = hearings.create_hearing(desk, NewHearing(MIDDLING, "Council", "2026-02-21", "", _ASKED))
        rows = [
            ImportedRow(
                NewComment(text, f"Person {n}", channel=Channel.EMAIL, stances={1: STANCES[n % 5]}), None, "", 0, str(n)
            )
            for n, text in enumerate(texts(MIDDLE, seed=3))
        ]
        source = SourceFile(hashlib.sha256(b"few").hexdigest(), "few.csv", MIDDLE, "csv")
        with desk.store.action("import", "few.csv", middling) as writing:
            add_batch(writing.act, middling, Batch("few.csv", (source,), rows, (), 0, {}), lambda _done: None)
        evening, _ = hearings.create_hearing(desk, NewHearing(EVENING, "Council", "2026-02-22", "Room 1", _ASKED))
        sides = (Stance.SUPPORT, Stance.OPPOSE, Stance.NEUTRAL)
        slips = [NewSlip((f"Person {n}",), stances={1: sides[n % 3]}, residency="resident") for n in range(SPEAKERS)]
        registering.register_all(open_live(desk, evening), slips, "bench")
    (folder / "window.ini").write_text("[General]\ncolors=light\nhearing=1\npage=comments\n", encoding="utf-8")


class Walk:
    """Opens the application on a store and goes through the steps."""

    def __init__(self, folder: Path, clock: Clock, *, rested: bool) -> None:
        self._clock = clock
        self._app = Application(folder)
        self._app.faults.install()
        make_ahead = self._app._go_ahead
        # As it is for somebody who is quick: nothing has been made ahead.
        self._app._go_ahead = lambda window: None  # type: ignore[method-assign]
        self._app.tidier = Tidier(self._app.qt, self._app._working)
        look.prepare(self._app.qt, "light", 1.0)
        self.step("open the window", lambda: self._app.open(folder, example=False))
        self.window.resize(1366, 740)
        self._ids = {card.title: card.id for card in hearings.list_hearings(self.window.session.desk)}
        if rested:
            self.step("made while nobody waits", lambda: make_ahead(self.window), self._making, 60)

    @property
    def window(self) -> MainWindow:
        """The window that is open."""
        window = self._app.window
        assert window is not None
        return window

    @property
    def page(self) -> Any:
        """The page that is seen, whichever it is."""
        return self.window.navigator.page

    def step(self, name: str, act: Act, busy: Callable[[], bool] | None = None, most: float = 30.0) -> None:
        """Do one step and time it until the window has come to rest."""
        self._clock.step(name, act, busy or self._busy, most)

    def _busy(self) -> bool:
        window = self._app.window
        if window is None:
            return False
        later = window.navigator.later
        return window.session.background.busy or (later is not None and later.pending)

    def _making(self) -> bool:
        ahead = self.window.findChild(Ahead)
        return self._busy() or ahead is None or not ahead.over

    def run(self, name: str, words: str = "") -> None:
        """Do a command of the table."""
        self.step(words or name, lambda: self.window.commands.run(name))

    def open(self, title: str) -> None:
        """Open a hearing from wherever one is."""
        where = self.window.navigator.page_id
        self.step(f"open “{title}” on {where}", lambda: self.window.session.open_hearing(self._ids[title]))

    def go_through_pages(self, words: str) -> None:
        """Visit every page; a summary of 100,000 comments is given up after a while."""
        for page in PAGES:
            self.step(f"{words} {page}", partial(self.window.go, page), most=4)
            if page == "report":
                self.step("stop making the summary", self.page._cancel)

    def all(self) -> None:
        """All of it."""
        self.go_through_pages("first visit of")
        self.go_through_pages("later visit of")
        self.work_on_comments()
        self.look_at_panels()
        self.dress()
        self.print()
        self.hold()
        self.switch()
        self.step("close the window", self.window.close)

    def work_on_comments(self) -> None:
        """Filter, sort, select, tag many, take it back, keep a view."""
        self.window.go("comments")
        control, view = self.page.control, self.page.space.list.view
        head = self.page.space.list.head
        self.step("find a word", lambda: head.find_field.setText("park"))
        self.step("find nothing", lambda: head.find_field.setText("park notthere"))
        self.step("clear the find field", lambda: head.find_field.setText(""))
        supporters = CommentFilter(stances=("support",))
        self.step("filter by position", lambda: control.go_to(supporters))
        self.step("save a view", control.save_view)
        self.step("name the view", lambda: self._name_view(supporters))
        self.step("all comments again", control.show_all)
        for sort in (SortBy.NAME, SortBy.RECEIVED, SortBy.NUMBER):
            self.step(f"sort by {sort}", partial(control.show, CommentFilter(sort=sort, descending=True)))
        self.step("select all", view.selectAll)
        self.step("one comment down", lambda: view.step(1))
        self.step("to the last comment", lambda: view.step(10**6))
        self.step("as a table", control.toggle_layout)
        self.step("as cards", control.toggle_layout)
        self.step(f"select {MANY:,}", lambda: view._select(range(MANY)))
        keys = self.page.keys
        self.step(f"support for {MANY:,}", lambda: keys.stance("support"))
        self.step(f"undo for {MANY:,}", self.window.session.undo)
        self.step(f"redo for {MANY:,}", self.window.session.redo)
        self.step("theme for 10,000", lambda: keys.theme(self.page.listing.themes[0].id))
        self.step("undo of the theme", self.window.session.undo)
        self.step("one comment up", lambda: view.step(-1))
        self.step("oppose for one", lambda: keys.stance("oppose"))
        self.step("undo for one", self.window.session.undo)
        self.step("new comment", self.page.new_comment)
        self.step("put the new comment away", self.page.editing.leave)
        self.step("open the views", control._views_menu)
        self._close_menus()
        self.step("open the filters", control._filter_menu)
        self._close_menus()

    def _name_view(self, shown: CommentFilter) -> None:
        from frhearing.desk import views

        session = self.window.session
        assert session.hearing_id is not None
        self._close_panels()
        _made, change = views.save_view(session.desk, session.hearing_id, "Those for it", shown)
        session.take(change)

    def look_at_panels(self) -> None:
        """Open every panel there is for an open hearing, and put it away again."""
        for name in ("palette", "keys", "help", "new_hearing", "form_letters", "petition", "restore", "about"):
            self.run(name, f"open {name}")
            if name == "palette":
                for typed in ("p", "pa", "par", "park"):
                    self.step(f"palette: {typed}", partial(self._search, typed))
            self.step(f"close {name}", self._close_panels)
        self.step("open the display menu", lambda: self.window.display.popup(QPoint(80, 600)))
        self._close_menus()
        self.step("open the menu of hearings", self.window.top._fill_menu)

    def _search(self, typed: str) -> None:
        palette = self.window.findChild(Palette)
        assert palette is not None
        palette.field.setText(typed)

    def _close_panels(self) -> None:
        for panel in self.window.findChildren(QDialog):
            if panel.isVisible() and (isinstance(panel, Overlay) or panel.isWindow()):
                panel.reject()

    def _close_menus(self) -> None:
        for menu in QApplication.topLevelWidgets():
            if isinstance(menu, QMenu):
                menu.close()
        self.step("(menu closed)", lambda: None)

    def dress(self) -> None:
        """Change colours and text size with all pages made, and look at the others afterwards."""
        for page in ("comments", "live"):
            self.window.go(page)
            self.step(f"dark on {page}", lambda: self._color("dark"))
            self.step(f"after dark {page} to setup", lambda: self.window.go("setup"))
            self.step(f"light on setup after {page}", lambda: self._color("light"))
            self.window.go(page)
            self.run("zoom_in", f"larger text on {page}")
            self.step(f"after larger text {page} to analysis", lambda: self.window.go("analysis"))
            self.step("after larger text analysis to report", lambda: self.window.go("report"), most=4)
            self.step("stop making the summary", self.page._cancel)
            self.window.go(page)
            self.run("zoom_reset", f"text at 100 % on {page}")

    def _color(self, choice: str) -> None:
        """Choose colours as the clerk does, in the menu."""
        menu = self.window.display
        next(entry for entry in menu.actions() if entry.data() == choice).trigger()

    def print(self) -> None:
        """Show the summary of 500 comments, change it, and look at the other products."""
        self.window.go("report")
        self.open(MIDDLING)
        page = self.page
        self.step("summary in large print", lambda: page.contents.text_size.setCurrentIndex(1))
        self.step("summary in standard print", lambda: page.contents.text_size.setCurrentIndex(0))
        self.step("to the last page", lambda: page.preview.go(page.preview.pages))
        self.step("search the summary", lambda: page.preview.search_for("park"))
        self.step("outline", lambda: page.side.tabs.setCurrentIndex(1))
        self.step("larger pages", lambda: page.preview.zoom(1))

    def hold(self) -> None:
        """Hold a hearing for which a thousand people have signed in."""
        self.window.go("comments")
        self.open(EVENING)
        for page in ("live", "comments", "live"):
            self.step(f"{page} with {SPEAKERS:,} people", partial(self.window.go, page))
        for name in ("live_next", "live_next", "live_next", "live_more", "live_pause", "live_pause", "live_mark"):
            time.sleep(0.4)
            self.run(name)
        time.sleep(2)
        for name in ("live_next", "live_next", "live_absent", "live_back"):
            time.sleep(0.4)
            self.run(name)
        for name in ("live_desk", "live_message", "live_motion", "live_vote", "live_roll", "live_panel", "live_cards"):
            self.run(name, f"open {name}")
            self.step(f"close {name}", self._close_panels)
        self.run("live_screen", "public screen on")
        self.run("live_screen", "public screen off")
        self.run("zoom_in", "larger text on live, 1,000 people")
        self.run("zoom_reset", "text at 100 % on live, 1,000 people")

    def switch(self) -> None:
        """Go from hearing to hearing on every page."""
        for page in PAGES:
            self.window.go(page)
            self.step("(settled)", lambda: None, most=2)
            for title in (LARGE, MIDDLING, EVENING):
                where = self.window.navigator.page_id
                to = self._ids[title]
                self.step(f"open “{title}” on {where}", partial(self.window.session.open_hearing, to), most=3)
                if page == "report":
                    self.page._cancel()
