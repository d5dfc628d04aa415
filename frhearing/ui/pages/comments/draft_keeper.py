"""Keeps what is being typed on the disk: 300 ms after the last key, and never later than a second."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, QTimer, Signal

from frhearing.desk import drafts
from frhearing.model.times import now_utc
from frhearing.ui.session import Session, clock_words

PAUSE_MS = 300
LATEST_MS = 1000


class DraftKeeper(QObject):
    """Writes one draft at a time, in the background. ``told`` says whether it is on the disk, and since when."""

    told = Signal(str)

    def __init__(self, session: Session, values: Callable[[], Mapping[str, object]], parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._values = session, values
        self.key = ""
        self._pause = self._timer(PAUSE_MS)
        self._latest = self._timer(LATEST_MS)

    def _timer(self, milliseconds: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(self.flush)
        return timer

    def typed(self) -> None:
        """Note that something was typed; it is kept soon."""
        if not self.key:
            return
        self._pause.start()
        if not self._latest.isActive():
            self._latest.start()

    def flush(self) -> None:
        """Keep what stands there now, if anything was typed since it was kept last."""
        waiting = self._pause.isActive() or self._latest.isActive()
        fired = self.sender() in (self._pause, self._latest)
        self._pause.stop()
        self._latest.stop()
        if not self.key or not (waiting or fired):
            return
        folder, key, values = self._session.desk.folder, self.key, dict(self._values())
        self._session.background.run(
            lambda _progress: drafts.save_draft(folder, key, values),
            lambda _nothing: self.told.emit(f"Draft kept {clock_words(now_utc())}"),
            self._failed,
        )

    def _failed(self, fault: Exception) -> None:
        """Say what happened; the time at which it was kept last would read as if all were well."""
        self.told.emit("Draft not kept")
        self._session.tell(fault)

    def drop(self) -> None:
        """Let the draft go: it is on the record, or was given up."""
        self._pause.stop()
        self._latest.stop()
        folder, key = self._session.desk.folder, self.key
        self.key = ""
        if key:
            # After any write of the same draft that is still on its way.
            self._session.background.run(lambda _progress: drafts.drop_draft(folder, key), lambda _nothing: None)
