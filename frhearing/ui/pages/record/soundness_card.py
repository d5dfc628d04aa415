"""Examines the whole store on request and says the result in words."""

from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QScrollArea

from frhearing.desk import records
from frhearing.model.check import CheckReport
from frhearing.model.counted import counted
from frhearing.model.errors import Cancelled
from frhearing.model.times import now_utc
from frhearing.ui.background import Progress, Task
from frhearing.ui.session import Session, clock_words
from frhearing.ui.theme import set_icon, theme
from frhearing.ui.widgets import Card, PlainButton, QuietButton, announce, column, label, picture, row

_SHOWN = 5
_BEFORE = "Compares every row, every text as received and every counter with the change log."


class SoundnessCard(Card):
    """One button; the result stays until the next check."""

    def __init__(self, session: Session) -> None:
        self.now = PlainButton("Check now", "shield-check")
        super().__init__(title="Soundness of the store", beside=(self.now,), gap=8)
        self._session = session
        self.report: CheckReport | None = None
        self._task: Task[CheckReport] | None = None
        self.sign = picture("circle-check", "ok_fg", 18)
        self.words = label(_BEFORE, "secondary", wrap=True, selectable=True)
        self.copy_button = QuietButton("Copy the whole list", "copy")
        self.body.addLayout(row(column(self.sign, None, gap=0), (self.words, 1), gap=9))
        self.body.addLayout(row(self.copy_button, None))
        self.body.addStretch(1)
        self.sign.hide()
        self.copy_button.hide()
        self.now.clicked.connect(self.check)
        self.copy_button.clicked.connect(self._copy)

    def check(self) -> None:
        """Examine the store on the other thread; while it lasts the button stops it."""
        if self._task is not None:
            self._task.cancel()
            self._finish("The check was stopped. Nothing was changed.")
            return
        desk = self._session.desk

        def job(progress: Progress) -> CheckReport:
            def tick(words: str) -> None:
                if progress.cancelled():
                    raise Cancelled
                progress.step(0, 0, words)

            return records.check(desk, tick)

        self.now.set_text("Stop")
        self.sign.hide()
        self.copy_button.hide()
        self.words.setText("Checking…")
        self._task = self._session.background.run(job, self._show, self._failed, self._tell)

    def _tell(self, _done: int, _total: int, words: str) -> None:
        self.words.setText(f"Checking: {words}" if words else "Checking…")

    def _finish(self, words: str) -> None:
        self._task = None
        self.now.set_text("Check now")
        self.words.setText(words)
        if self.isVisible():
            announce(self, words)
            # Once the words are laid out: in a low window they would end below what is seen.
            QTimer.singleShot(0, self, self._into_sight)

    def _into_sight(self) -> None:
        """Scroll the page so that the result is seen, unless the clerk has gone on to something else."""
        around = self.parentWidget()
        while around is not None and not isinstance(around, QScrollArea):
            around = around.parentWidget()
        if around is not None and self.window().focusWidget() is self.now:
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
            around.ensureWidgetVisible(self, 0, theme.px(14))

    def _failed(self, error: Exception) -> None:
        self._finish(f"The check could not be finished. Nothing was changed. {error}")

    def _show(self, report: CheckReport) -> None:
        self.report = report
        name, token = ("circle-check", "ok_fg") if report.ok else ("circle-alert", "danger_fg")
        set_icon(self.sign, name, token, 18)
        self.sign.setAccessibleName("Sound" if report.ok else "Not sound")
        self.sign.show()
        shown = list(report.lines[:_SHOWN])
        if len(report.lines) > _SHOWN:
            shown.append(f"… and {len(report.lines) - _SHOWN:,} more.")
        if not report.ok:
            shown.append("Nothing was changed. Keep this store, and restore a backup if you need to go on.")
        self.copy_button.setVisible(len(report.lines) > _SHOWN)
        self._finish("\n".join([f"Checked at {clock_words(now_utc())}.", *shown]))

    def _copy(self) -> None:
        if self.report is not None:
            QGuiApplication.clipboard().setText("\n".join(self.report.lines))
            self._session.notice("ok", f"Copied {counted(len(self.report.lines), 'line')}.")
