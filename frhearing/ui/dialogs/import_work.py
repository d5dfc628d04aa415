"""The work behind the import: reading, planning and adding in the background, with progress and Cancel."""

import threading
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from frhearing.desk import importing, transcripts
from frhearing.desk.importing import Choices, ImportPlan, ImportResult
from frhearing.model.change import Change
from frhearing.model.errors import Cancelled
from frhearing.ui.background import Progress
from frhearing.ui.session import Session

T = TypeVar("T")
_TELL_EVERY = 0.1


class ImportWork(QObject):
    """One import from its files to the record. Signals come on the window's thread.

    ``planned`` carries an ImportPlan, ``progressed`` (done, total, words), ``added`` an ImportResult;
    ``stopped`` comes when Cancel was heard and nothing is left behind; ``failed`` carries a sentence.
    """

    planned = Signal(object)
    progressed = Signal(int, int, str)
    added = Signal(object)
    stopped = Signal()
    failed = Signal(str)

    def __init__(self, session: Session, hearing_id: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._hearing_id = session, hearing_id
        self._stop = threading.Event()
        self._round = 0
        self.busy = False

    def read(self, paths: Sequence[Path]) -> None:
        """Read files, and the files of folders, and plan their import."""
        desk, hearing_id, stop = self._session.desk, self._hearing_id, self._stop

        def job(handle: Progress) -> ImportPlan:
            plan = importing.read_files(desk, hearing_id, paths, progress=_heard(handle), cancelled=stop.is_set)
            return transcripts.without_hosts(plan)

        self._run(job, self._take_plan)

    def answer(self, plan: ImportPlan, encodings: Mapping[str, str]) -> None:
        """Read the files whose encoding the clerk has said again, by their names; all others stay as they were read."""
        desk, stop = self._session.desk, self._stop

        def job(handle: Progress) -> ImportPlan:
            again = importing.answer(desk, plan, encodings, progress=_heard(handle), cancelled=stop.is_set)
            return transcripts.without_hosts(again)

        self._run(job, self._take_plan)

    def leave_out(self, plan: ImportPlan, files: Sequence[str]) -> None:
        """Plan the same again without files that nobody can read right."""
        self._run(lambda _handle: importing.leave_out(self._session.desk, plan, files), self._take_plan)

    def replan(self, plan: ImportPlan, choices: Choices) -> None:
        """Plan the same files again with other choices; an answer to older ones is not waited for."""
        self._run(lambda _handle: importing.replan(self._session.desk, plan, choices), self._take_plan)

    def add(self, plan: ImportPlan) -> None:
        """Put everything new on the record, all of it or nothing."""
        desk, stop = self._session.desk, self._stop

        def job(handle: Progress) -> tuple[ImportResult, Change]:
            tell = _seldom(handle.step)

            def heard(done: int, total: int) -> None:
                tell(done, total, f"Adding {done:,} of {total:,} comment{'s' if total > 1 else ''}…")

            return importing.add(desk, plan, progress=heard, cancelled=stop.is_set)

        self._run(job, self._take_result)

    def stop(self) -> None:
        """Ask whatever is under way to leave nothing behind; ``stopped`` says when it has."""
        if self.busy:
            self._stop.set()
        else:
            self.stopped.emit()

    def _run(self, job: Callable[[Progress], T], done: Callable[[T], None]) -> None:
        """Do a job; a fault becomes a sentence, Cancel is answered by ``stopped``."""
        self._round += 1
        this_round = self._round
        self.busy = True

        def guarded(handle: Progress) -> T | None:
            try:
                return job(handle)
            except Cancelled:
                return None  # told below: the window waits for it

        def answered(value: T | None) -> None:
            if this_round != self._round:
                return
            self.busy = False
            if value is None:
                self.stopped.emit()
            else:
                done(value)

        def faulty(fault: Exception) -> None:
            if this_round == self._round:
                self.busy = False
                self.failed.emit(str(fault))

        self._session.background.run(guarded, answered, faulty, self.progressed.emit)

    def _take_plan(self, plan: ImportPlan) -> None:
        if self._stop.is_set():
            self.stopped.emit()
        else:
            self.planned.emit(plan)

    def _take_result(self, answer: tuple[ImportResult, Change]) -> None:
        result, change = answer
        self._session.take(change)
        self.added.emit(result)


def _seldom(tell: Callable[[int, int, str], None]) -> Callable[[int, int, str], None]:
    """Pass on only so many reports a second that the window has time for other things."""
    last = [0.0]

    def told(done: int, total: int, words: str) -> None:
        now = time.monotonic()
        if now - last[0] >= _TELL_EVERY or done >= total:
            last[0] = now
            tell(done, total, words)

    return told


def _heard(handle: Progress) -> Callable[[importing.Progress], None]:
    """Tell the window how far reading is: in files where there are several, else in the file's own steps."""
    tell = _seldom(handle.step)

    def heard(at: importing.Progress) -> None:
        if at.files > 1:
            tell(at.number - 1, at.files, f"Reading file {at.number:,} of {at.files:,}: “{at.file}”…")
        else:
            tell(at.done, at.total, f"Reading “{at.file}”…")

    return heard
