"""The Analysis page: what is counted, figures, charts and form letters of the active question."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from frhearing.desk import charts as counting
from frhearing.desk.charts import Analysis, Chart
from frhearing.drawing.charts import Look, Row, columns, stacked_bars
from frhearing.drawing.scene import Scene
from frhearing.model.change import Change
from frhearing.model.filter import NOT_TAGGED, CommentFilter
from frhearing.ui.actions import Commands, KeyHint
from frhearing.ui.background import Task
from frhearing.ui.page import Page
from frhearing.ui.pages.analysis.figures import Figures
from frhearing.ui.pages.analysis.form_letters import FormLettersCard
from frhearing.ui.pages.analysis.scope_bar import ScopeBar
from frhearing.ui.report_parts import put_in_report
from frhearing.ui.session import Session
from frhearing.ui.widgets import EmptyState, InlineBar, LoadingState, PrimaryButton, column, label, row, scroll
from frhearing.ui.widgets.chart_card import ChartCard

_DAYS_HEIGHT = 190.0
_PAUSE_MS = 150


def _day_columns(rows: Sequence[Row], width: float, look: Look) -> Scene:
    return columns(rows, width, _DAYS_HEIGHT, look)


class AnalysisPage(Page):
    """Counts with their denominators always in sight; every bar opens the comments behind it."""

    page_id, title, icon = "analysis", "Analysis", "chart-column"

    def __init__(self, session: Session, commands: Commands, parent: QWidget | None = None) -> None:
        super().__init__(session, commands, parent)
        self._task: Task[Analysis] | None = None
        self._stale = True
        self.shown: Analysis | None = None
        self.bar = ScopeBar()
        self.figures = Figures()
        self.groups = ChartCard("Who said what", "Group", stacked_bars)
        self.themes = ChartCard("Themes", "Theme", stacked_bars)
        self.days = ChartCard("When it came in", "Received", _day_columns, vertical=True)
        self.letters = FormLettersCard()
        self.warning = InlineBar("warn", "", "Tag them now")
        self.warning.close_button.hide()
        self.fault = InlineBar("danger", "", "Count again")
        self.question = label("", "secondary", wrap=True)
        self._build()
        self._connect()

    def _build(self) -> None:
        self._left, self._right = column(gap=10), column(gap=10)
        self._sides = row(self._left, self._right, gap=10)
        content = QWidget()
        content.setLayout(column(self.question, self.figures, self._sides, None, margins=(14, 10, 14, 14), gap=8))
        self._scroll = scroll(content, "Analysis")
        start = PrimaryButton("Record or import comments", "messages-square")
        start.clicked.connect(lambda: self.session.asked.emit("comments", 0))
        self.empty = EmptyState(
            "chart-column", "Nothing to count yet", "The counts appear here as soon as there are comments.", start
        )
        self.empty_button = start
        self.loading = LoadingState("Counting the comments…")
        self._stack = QStackedWidget()
        for part in (self._scroll, self.empty, self.loading):
            self._stack.addWidget(part)
        self.setLayout(column(self.bar, self.fault, self.warning, (self._stack, 1), gap=0))
        self.warning.hide()
        self.fault.hide()
        self._arrange(two=True)

    def _connect(self) -> None:
        session = self.session
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE_MS)
        self._timer.timeout.connect(self._count)
        session.changed.connect(self._changed)
        session.question_changed.connect(self._reload)
        self.bar.scope_changed.connect(self._count)
        self.bar.question_chosen.connect(session.choose_question)
        self.bar.searched.connect(lambda text: self._show(CommentFilter(question=session.question, text=text)))
        self.figures.opened.connect(self._show)
        self.letters.opened.connect(self._show_campaign)
        self.letters.find_asked.connect(self._find_letters)
        self.letters.petition_asked.connect(self._edit_petition)
        self.letters.new_petition_asked.connect(self.commands.action("petition").trigger)
        self.warning.acted.connect(self._show_untagged)
        self.fault.acted.connect(self._count)
        self.loading.cancelled.connect(self._cancel)
        for card, part in ((self.groups, "groups"), (self.themes, "themes"), (self.days, "days")):
            card.opened.connect(lambda row, key, name=part: self._open(name, row, key))
            card.report_wanted.connect(lambda name=part: self._put_in_report(name))
            card.copied.connect(lambda: session.notice("ok", "Copied as a table and as a picture."))
            self.commands.attach("analysis", card.view, card.table, *card.tools)

    def show_hearing(self, session: Session) -> None:
        """Show the counts of the open hearing."""
        self.shown = None
        questions = session.hearing.questions if session.hearing else ()
        self.bar.show_questions(questions, session.question)
        self._reload()

    def primary(self) -> None:
        """Press the green button of the empty page; otherwise go on tagging what is not tagged."""
        if self._stack.currentWidget() is self.empty:
            self.empty_button.click()
        elif not self.warning.isHidden():
            self._show_untagged()

    def key_hints(self) -> Sequence[KeyHint]:
        """Give the keys that work on a chart."""
        if self._stack.currentWidget() is self.empty:
            return self.commands.hints(("primary",))
        hints = self.commands.hints(("chart_table", "chart_copy", "chart_report", "find"))
        return (KeyHint("↑ ↓", "figure"), KeyHint("Enter", "its comments"), *hints)

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        """Give the commands on the chart that has the focus."""
        return {
            "chart_table": lambda: self._on_card(ChartCard.toggle_table),
            "chart_copy": lambda: self._on_card(ChartCard.copy),
            "chart_report": lambda: self._on_card(lambda card: card.report_wanted.emit()),
        }

    def find_here(self) -> None:
        """Put the caret into the field that searches every word."""
        self.bar.search.setFocus()
        self.bar.search.selectAll()

    def panes(self) -> Sequence[QWidget]:
        """Give the stops of F6: the bar, the figures, the charts."""
        stops: list[QWidget] = [self.bar.count.buttons[self.bar.count.code]]
        if self._stack.currentWidget() is self._scroll:
            stops.append(self.figures.cards["record"])
            stops += [card.stop for card in (self.groups, self.themes, self.days) if card.rows]
        return stops

    def reflow(self, width: int) -> None:
        """Stand the charts in one column below 1100 design pixels, the figures in fewer columns."""
        self._arrange(two=width >= 1100)
        self.figures.place(7 if width >= 1200 else 4 if width >= 760 else 3)

    def showEvent(self, event: QShowEvent) -> None:
        """Count anew what changed while the page was out of sight."""
        super().showEvent(event)
        if self._stale:
            self._count()

    def _arrange(self, *, two: bool) -> None:
        for card, right in ((self.groups, False), (self.themes, True), (self.days, False), (self.letters, True)):
            (self._right if two and right else self._left).addWidget(card)
        for side in (self._left, self._right):
            for place in range(side.count()):
                side.setStretch(place, int(place == side.count() - 1))
        self._sides.setStretch(0, 1)
        self._sides.setStretch(1, int(two))

    def _changed(self, change: Change) -> None:
        if change.hearing_id in (None, self.session.hearing_id):
            self._reload()

    def _reload(self, _number: int = 0) -> None:
        """Count again soon; while the page is out of sight, at its next show."""
        self._stale = True
        if self.isVisible():
            self._timer.start()

    def _cancel(self) -> None:
        if self._task is not None:
            self._task.cancel()
            self._task = None
        self.loading.stop()
        self.fault.say("info", "Counting was stopped. The record is as it was.", "Count again")
        self.fault.show()

    def _count(self) -> None:
        """Let the other thread count; what is on screen stays until the new figures are there."""
        session = self.session
        self._stale = False
        if self._task is not None:
            self._task.cancel()
        hearing, question, scope = session.hearing, session.question, self.bar.scope
        self.bar.setEnabled(hearing is not None)
        if hearing is None:
            self._stack.setCurrentWidget(self.empty)
            return
        if self.shown is None:
            self._stack.setCurrentWidget(self.loading)
            self.loading.start()
        self._task = session.background.run(
            lambda _progress: counting.analyse(session.desk, hearing.id, question, scope),
            self._counted,
            self._failed,
        )

    def _failed(self, error: Exception) -> None:
        self._task = None
        self.loading.stop()
        self.fault.say("danger", f"The counts could not be made. The record is as it was. {error}", "Count again")
        self.fault.show()

    def _counted(self, found: Analysis) -> None:
        self._task = None
        self.loading.stop()
        self.fault.hide()
        self.shown = found
        empty = found.tally.on_record == 0 or found.charts is None
        self._stack.setCurrentWidget(self.empty if empty else self._scroll)
        self.warning.hide()
        if found.charts is None or empty:
            return
        self._show_question(found)
        self.figures.show_counts(found.tally, found.charts)
        for card, chart in self._parts():
            card.show_rows(chart.rows, chart.note)
        self.letters.show_campaigns(found.campaigns, found.tally)
        self.letters.show_petitions(found.petitions)
        missing = found.charts.stances.not_tagged
        verb = "comment is" if missing == 1 else "comments are"
        self.warning.say("warn", f"{missing:,} {verb} not tagged yet. The counts will change.", "Tag them now")
        self.warning.setVisible(missing > 0)

    def _show_question(self, found: Analysis) -> None:
        counted = found.tally.question(self.session.question)
        if counted is None:
            return
        asked = counted.question
        meanings = [
            f"{word} means: {text.rstrip('.')}."
            for word, text in (("Support", asked.support_means), ("Oppose", asked.oppose_means))
            if text
        ]
        self.question.setText(" ".join([asked.text, *meanings]))

    def _parts(self) -> list[tuple[ChartCard, Chart]]:
        charts = self.shown.charts if self.shown else None
        if charts is None:
            return []
        return [(self.groups, charts.groups), (self.themes, charts.themes), (self.days, charts.days)]

    def _open(self, part: str, row: int, stance: str) -> None:
        if self.shown is not None and self.shown.charts is not None:
            chart: Chart = getattr(self.shown.charts, part)
            self._show(chart.behind(row, stance))

    def _show(self, wanted: CommentFilter) -> None:
        self.session.comments_asked.emit(wanted)

    def _show_campaign(self, name: str) -> None:
        self._show(CommentFilter(question=self.session.question, campaign=name))

    def _find_letters(self) -> None:
        # Loaded when it is asked for: the window is there sooner without it.
        from frhearing.ui.dialogs.letters_dialog import FormLettersDialog

        dialog = FormLettersDialog(self.session, self.window())
        dialog.show_asked.connect(self._show)
        dialog.open_over()

    def _edit_petition(self, comment_id: int) -> None:
        from frhearing.desk.testimony import get_comment
        from frhearing.ui.dialogs.petition_dialog import PetitionDialog

        comment = self.session.read(lambda: get_comment(self.session.desk, comment_id))
        if comment is not None:
            PetitionDialog(self.session, self.window(), comment).open_over()

    def _put_in_report(self, part: str) -> None:
        put_in_report(self.session, part, once_each=self.bar.scope.once_each)

    def _show_untagged(self) -> None:
        base = counting.counted_filter(self.bar.scope, self.session.question)
        self._show(base.but(stances=(NOT_TAGGED,)))

    def _on_card(self, act: Callable[[ChartCard], object]) -> None:
        """Do something with the chart that has the focus."""
        for card in (self.groups, self.themes, self.days):
            if card.rows and any(part.hasFocus() for part in (card.stop, *card.tools)):
                act(card)
