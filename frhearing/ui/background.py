"""Work that takes time: done one after the other on one thread, while the window goes on.

The one ``Background`` lives as long as the application and owns the only signal. A job that owned its signal
would take it down with itself ("Signal source has been deleted").
"""

import threading
from collections.abc import Callable
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal
from shiboken6 import isValid

from frhearing.model.errors import Cancelled

T = TypeVar("T")
Steps = tuple[int, int, str]


class Progress:
    """What a job is given to say how far it is and to ask whether it is still wanted."""

    def __init__(self, tell: Callable[[int, int, str], None]) -> None:
        self._tell = tell
        self._cancelled = threading.Event()

    def cancelled(self) -> bool:
        """Tell whether the clerk has pressed Cancel."""
        return self._cancelled.is_set()

    def cancel(self) -> None:
        """Ask the job to stop at its next step."""
        self._cancelled.set()

    def step(self, done: int, total: int, words: str = "") -> None:
        """Say how far it is. Raises Cancelled if the job is no longer wanted."""
        if self.cancelled():
            raise Cancelled
        self._tell(done, total, words)


class Task(Generic[T]):
    """One job on its way: cancel it, or ask whether it is over."""

    def __init__(
        self,
        done: Callable[[T], None],
        failed: Callable[[Exception], None] | None,
        progress: Callable[[int, int, str], None] | None,
        must: bool,
        tell: Callable[["Task[T]", Steps], None],
    ) -> None:
        self.done, self.failed, self.progress = done, failed, progress
        self.must = must
        self.ended = False
        self.handle = Progress(lambda *steps: tell(self, steps))

    def cancel(self) -> None:
        """Ask the job to stop; neither ``done`` nor ``failed`` is called any more."""
        self.handle.cancel()


class _Run(QRunnable):
    """Carries one job to the thread; it owns nothing that outlives it."""

    def __init__(self, work: Callable[[], None]) -> None:
        super().__init__()
        self._work = work

    def run(self) -> None:
        """Do the work; whatever it raises has been caught inside."""
        self._work()


class Background(QObject):
    """One thread for everything that may take longer than 50 ms; answers come on the window's thread."""

    _reported = Signal(object, str, object)
    busy_changed = Signal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._pool.setExpiryTimeout(-1)
        self._tasks: list[Task[Any]] = []
        self._reported.connect(self._answer, Qt.ConnectionType.QueuedConnection)

    @property
    def busy(self) -> bool:
        """Whether any job is waiting or under way."""
        return bool(self._tasks)

    def run(
        self,
        job: Callable[[Progress], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None] | None = None,
        progress: Callable[[int, int, str], None] | None = None,
        *,
        must: bool = False,
    ) -> Task[T]:
        """Do ``job`` on the thread and call one of the others on the window's thread afterwards.

        ``progress`` is called with (done, total, words). A cancelled job calls nobody. An exception nobody
        waits for goes to the application's own handler, so that it never passes in silence. What ``must`` be
        done, such as keeping a draft, is done before the window closes.
        """
        task: Task[T] = Task(done, failed, progress, must, lambda of, steps: self._report(of, "progress", steps))
        self._tasks.append(task)
        if len(self._tasks) == 1:
            self.busy_changed.emit(True)

        def work() -> None:
            try:
                if task.handle.cancelled():
                    raise Cancelled
                self._report(task, "done", job(task.handle))
            except Exception as error:  # every fault of a job is told on the window's thread
                _let_go(error)
                self._report(task, "failed", error)

        self._pool.start(_Run(work))
        return task

    def _report(self, task: Task[Any], kind: str, value: Any) -> None:
        """Send news to the window's thread; a window that has gone in the meantime has nobody to tell."""
        if isValid(self):
            self._reported.emit(task, kind, value)

    def wait(self, milliseconds: int = 10_000) -> bool:
        """Wait until the thread has nothing more to do; for closing the window and for tests."""
        return self._pool.waitForDone(milliseconds)

    def cancel_all(self) -> None:
        """Ask every job to stop, before the window closes; those that must be done are left to end."""
        for task in self._tasks:
            if not task.must:
                task.cancel()

    def _answer(self, task: Task[Any], kind: str, value: Any) -> None:
        if kind == "progress":
            if task.progress and not task.handle.cancelled() and not task.ended:
                task.progress(*value)
            return
        task.ended = True
        self._tasks.remove(task)
        if not self._tasks:
            self.busy_changed.emit(False)
        if task.handle.cancelled() or isinstance(value, Cancelled):
            return
        if kind == "done":
            task.done(value)
        elif task.failed:
            task.failed(value)
        else:
            raise value


def _let_go(error: Exception) -> None:
    """Free what a job held when it failed, perhaps 100,000 comments: on the window's thread that would hold it."""
    import traceback  # loaded when something fails

    traceback.clear_frames(error.__traceback__)
