"""The Report page: contents and options, the real PDF as it will be printed, checks and outline."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from frhearing.desk import summaries
from frhearing.desk.products import Format, Product
from frhearing.desk.summaries import PrintOptions
from frhearing.model.change import Change
from frhearing.model.errors import ClerkError
from frhearing.ui.actions import Commands, KeyHint
from frhearing.ui.jumps import jump
from frhearing.ui.page import Page
from frhearing.ui.pages.report.builder import Builder, Built
from frhearing.ui.pages.report.contents_pane import ContentsPane
from frhearing.ui.pages.report.other_products import OtherProducts
from frhearing.ui.pages.report.outputs import Outputs
from frhearing.ui.pages.report.preview import Preview
from frhearing.ui.pages.report.side_pane import SidePane
from frhearing.ui.pages.report.tool_bar import ToolBar
from frhearing.ui.session import Session
from frhearing.ui.theme import set_size
from frhearing.ui.widgets import (
    EmptyState,
    InlineBar,
    LoadingState,
    PlainButton,
    PrimaryButton,
    announce,
    column,
    frame,
    row,
)
from frhearing.ui.widgets.segments import Segments

_PARTS = (("contents", "Contents"), ("preview", "Preview"), ("checks", "Checks"))
_MAKING = "Making the summary"
_LEFT, _RIGHT, _ANY = 270, 270, 8000
"""Design pixels: the widths of the side panes, and one that limits nothing."""


class ReportPage(Page):
    """What is printed, and how it looks; the preview follows every change within a second."""

    page_id, title, icon = "report", "Report", "file-text"

    def __init__(self, session: Session, commands: Commands, parent: QWidget | None = None) -> None:
        super().__init__(session, commands, parent)
        self.built: Built | None = None
        self._stale, self._width = True, 1366
        self.contents = ContentsPane()
        self.tools = ToolBar()
        self.preview = Preview()
        self.side = SidePane()
        self.fault = InlineBar("danger", "", "Make it again")
        self.first = LoadingState(f"{_MAKING}…")
        self.parts = Segments("Show", _PARTS)
        self.builder = Builder(session, self)
        self.outputs = Outputs(session, self)
        self.others = OtherProducts(session, self, self.outputs.show_file)
        self._build()
        self._connect()

    def _build(self) -> None:
        self.start = PrimaryButton("Record or import comments", "messages-square")
        self.anyway = PlainButton("Show the summary anyway")
        self.empty = EmptyState(
            "file-text",
            "Nothing to report yet",
            "The summary fills as comments come in. Its cover, the question and the dossier can be seen already.",
            self.start,
            self.anyway,
        )
        self._stack = QStackedWidget()
        for part in (self.first, self.preview, self.empty):
            self._stack.addWidget(part)
        self._middle = frame("pane", column(self.tools, self.fault, (self._stack, 1), gap=0))
        self._chooser = frame("bar", row(self.parts, None, margins=(14, 4, 14, 4)))
        panes = row(self.contents, (self._middle, 1), self.side, gap=0)
        self.setLayout(column(self._chooser, (panes, 1), gap=0))
        self.fault.hide()
        self.parts.choose("preview")
        self.tools.allow(ready=False)

    def _connect(self) -> None:
        session, tools, builder = self.session, self.tools, self.builder
        session.changed.connect(self._changed)
        self.contents.edited.connect(self._edited)
        builder.started.connect(lambda: tools.building.start(_MAKING))
        builder.moved.connect(lambda done, total: self._tell(done, total, _MAKING))
        builder.built.connect(self._show)
        builder.failed.connect(self._failed)
        self.outputs.busy.connect(self._busy)
        self.outputs.moved.connect(self._tell)
        tools.building.cancelled.connect(self._cancel)
        self.first.cancelled.connect(self._cancel)
        self.fault.acted.connect(self._make)
        self.start.clicked.connect(lambda: session.asked.emit("comments", 0))
        self.anyway.clicked.connect(lambda: self._stack.setCurrentWidget(self.preview))
        tools.page_wanted.connect(self.preview.go)
        tools.zoomed.connect(self.preview.zoom)
        tools.searched.connect(self.preview.search_for)
        tools.stepped.connect(self.preview.next_hit)
        tools.save.clicked.connect(self.save)
        tools.print.clicked.connect(self.print)
        tools.viewer.clicked.connect(self._open_outside)
        self._connect_others()
        self.preview.page_moved.connect(lambda page: tools.show_page(page, self.preview.pages))
        self.preview.found.connect(tools.show_hit)
        self.side.page_wanted.connect(self._go)
        self.side.jumped.connect(lambda place: jump(session, place))
        self.parts.chosen.connect(self._fit)
        self.commands.attach("report", self.contents.sections)

    def _connect_others(self) -> None:
        buttons, others, pane = self.side.products, self.others, self.contents
        buttons.minutes_wanted.connect(lambda: others.copy_minutes(pane.options))
        buttons.tally_wanted.connect(lambda: others.ask(Product.TALLY, Format.PDF, pane.options))
        buttons.web_wanted.connect(lambda: others.ask(Product.FULL, Format.HTML, pane.options))

    def show_hearing(self, session: Session) -> None:
        """Show the summary of the open hearing."""
        self.built = None
        self._stack.setCurrentWidget(self.first)
        self.contents.setEnabled(session.hearing is not None)
        self._take_options()
        self._make()

    def primary(self) -> None:
        """Print, once there is something to print."""
        (self.start if self._stack.currentWidget() is self.empty else self.tools.print).click()

    def key_hints(self) -> Sequence[KeyHint]:
        """Give the keys that work here and now."""
        hints = self.commands.hints(("print", "export", "find"))
        return (
            *hints,
            KeyHint("Alt+↑ ↓", "move section"),
            KeyHint("Space", "print or leave out"),
            KeyHint("F2", "title"),
        )

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        """Give the commands that are done here."""
        return {
            "print": self.print,
            "export": self.save,
            "section_up": lambda: self.contents.sections.move_current(-1),
            "section_down": lambda: self.contents.sections.move_current(1),
        }

    def find_here(self) -> None:
        """Put the caret into the field that searches the summary."""
        self.parts.choose("preview")
        self.tools.search.setFocus()
        self.tools.search.selectAll()

    def panes(self) -> Sequence[QWidget]:
        """Give the stops of F6: contents, preview, checks or outline."""
        return (self.contents.sections, self.preview, self.side.tabs.tabBar())

    def reflow(self, width: int) -> None:
        """Show all three panes from 1100 design pixels on, below that one at a time."""
        self._width = width
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Make the summary of what changed while the page was out of sight."""
        super().showEvent(event)
        if self._stale:
            self._make()

    def save(self) -> None:
        """Save the summary as a PDF, asking where."""
        if self.session.hearing is not None:
            self.outputs.save(self.contents.options)

    def print(self) -> None:
        """Print the pages as they are seen; while they are being made, say so."""
        if self.built is None or self.builder.busy:
            self.session.notice("info", "The summary is being made. Print again in a moment.")
        else:
            self.outputs.print(self.built.summary.pdf, self.contents.options.paper)

    def _open_outside(self) -> None:
        if self.built is not None:
            self.outputs.show_outside(self.built.summary.pdf)

    def _take_options(self) -> None:
        hearing = self.session.hearing
        if hearing is None:
            return
        try:
            self.contents.show_options(summaries.load_options(self.session.desk, hearing.id))
        except ClerkError as error:
            self._failed(error)

    def _edited(self, options: PrintOptions) -> None:
        """Keep what the clerk has chosen; where nothing can be written it holds for this preview."""
        hearing, desk = self.session.hearing, self.session.desk
        if hearing is None:
            return
        if self.session.writable:
            self.session.write(lambda: summaries.save_options(desk, hearing.id, options))
        self.builder.want(options)

    def _changed(self, change: Change) -> None:
        if change.hearing_id not in (None, self.session.hearing_id):
            return
        if change.kind.endswith("summary options"):
            self._take_options()
        self._stale = True
        if self.isVisible():
            self._make(now=False)

    def _make(self, *, now: bool = True) -> None:
        self._stale = False
        self.fault.hide()
        if self.built is None:
            self.first.start()
        self.builder.want(self.contents.options, now=now)

    def _show(self, built: Built) -> None:
        self.tools.building.stop()
        self.first.stop()
        self.fault.hide()
        self.built = built
        try:
            self.preview.show_pdf(built.summary.pdf)
        except ClerkError as error:
            self._failed(error)
            self.tools.allow(ready=True)
            return
        looking = self._stack.currentWidget() is self.preview
        self._stack.setCurrentWidget(self.preview if built.comments or looking else self.empty)
        self.tools.allow(ready=True)
        self.tools.show_page(self.preview.page, self.preview.pages)
        self.contents.show_pages(built.summary.section_pages)
        self.side.show_checks(built.checks)
        self.side.show_outline(self.preview.bookmarks)
        if self.isVisible():
            announce(self.preview, f"The summary has {built.summary.pages:,} pages.")

    def _failed(self, error: Exception) -> None:
        self.tools.building.stop()
        self.first.stop()
        self.fault.say("danger", f"The summary could not be made. The record is as it was. {error}", "Make it again")
        self.fault.show()

    def _cancel(self) -> None:
        self.builder.cancel()
        self.outputs.cancel()
        self.tools.building.stop()
        self.first.stop()
        if self.built is None:
            self.fault.say("info", "Making the summary was stopped. The record is as it was.", "Make it again")
            self.fault.show()

    def _busy(self, words: str) -> None:
        if words:
            self.tools.building.start(words)
        elif not self.builder.busy:
            self.tools.building.stop()

    def _tell(self, done: int, total: int, words: str) -> None:
        self.tools.building.progress(done, total, words or "Saving the summary")
        self.first.progress(done, total, f"{_MAKING}…")

    def _go(self, page: int) -> None:
        self.parts.choose("preview")
        self.preview.go(page)

    def _fit(self, _part: str = "") -> None:
        wide = self._width >= 1100
        self._chooser.setVisible(not wide)
        for code, pane in (("contents", self.contents), ("preview", self._middle), ("checks", self.side)):
            pane.setVisible(wide or self.parts.code == code)
        for pane, width in ((self.contents, _LEFT), (self.side, _RIGHT)):
            set_size(pane, min_width=width if wide else 0, max_width=width if wide else _ANY)
