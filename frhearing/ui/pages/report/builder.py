"""Makes the summary anew soon after anything in it has changed, on the other thread, one at a time."""

from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from frhearing.desk import summaries
from frhearing.desk.before_printing import summary_checks
from frhearing.desk.summaries import PrintOptions, Summary
from frhearing.desk.testimony import facets
from frhearing.model.check import Check
from frhearing.ui.background import Progress, Task
from frhearing.ui.session import Session

_PAUSE_MS = 250
"""Long enough that typing does not start a summary a letter, short enough to be done within a second."""


class Built(NamedTuple):
    """A finished summary, the checks made on the same record, and how many comments are on it."""

    summary: Summary
    checks: list[Check]
    comments: int


class Builder(QObject):
    """``started`` when a summary is begun, then ``built`` or ``failed``; ``moved`` (done, total) between."""

    started = Signal()
    moved = Signal(int, int)
    built = Signal(object)
    failed = Signal(object)

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._options: PrintOptions | None = None
        self._task: Task[Built] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE_MS)
        self._timer.timeout.connect(self._build)

    @property
    def busy(self) -> bool:
        """Whether a summary is under way or about to be."""
        return self._task is not None or self._timer.isActive()

    def want(self, options: PrintOptions, *, now: bool = False) -> None:
        """Ask for a summary; whatever is under way is out of date and given up."""
        self._options = options
        self.cancel()
        if now:
            self._build()
        else:
            self._timer.start()

    def cancel(self) -> None:
        """Give up what is under way."""
        self._timer.stop()
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def _build(self) -> None:
        hearing, options, desk = self._session.hearing, self._options, self._session.desk
        if hearing is None or options is None:
            return

        def job(progress: Progress) -> Built:
            made = summaries.make_summary(
                desk, hearing.id, options, progress=progress.step, cancelled=progress.cancelled
            )
            comments = facets(desk, hearing.id).total
            return Built(made, summary_checks(desk, hearing.id), comments)

        self._task = self._session.background.run(job, self._done, self._fault, self._progress)
        self.started.emit()

    def _progress(self, done: int, total: int, _words: str) -> None:
        self.moved.emit(done, total)

    def _done(self, built: Built) -> None:
        self._task = None
        self.built.emit(built)

    def _fault(self, error: Exception) -> None:
        self._task = None
        self.failed.emit(error)
