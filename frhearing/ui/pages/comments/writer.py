"""One way to write from the Comments page: at once for a few comments, in the background for many."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from frhearing.model.change import Change
from frhearing.ui.session import Session

_AT_ONCE = 100
"""So many comments are changed on the spot; more than that in the background, with a bar."""


class Writer(QObject):
    """Writes through the session. ``said`` carries words for a screen reader.

    While many comments are being changed nothing else is written: ``busy_changed`` says so.
    """

    said = Signal(str)
    busy_changed = Signal(bool, str)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.busy = False

    def may_write(self) -> bool:
        """Whether anything can be changed; if not, the bar above the page says why."""
        if self.busy or self.session.moving:
            self.session.notice("info", "The step before is still being saved. Nothing was changed by this key.")
        elif not self.session.writable:
            self.session.notice("info", locked_words(self.session))
        return self.session.writable and not self.busy and not self.session.moving

    def write(self, ids: Sequence[int], words: str, action: Callable[[], Change]) -> None:
        """Write at once for a few comments, in the background for many; say what was done."""
        if not ids or not self.may_write():
            return
        if len(ids) > _AT_ONCE:
            self._write_many(len(ids), words, action)
            return
        change = self.session.write(action)
        if change is not None and not change.nothing:
            self.said.emit(f"{words}, saved" if len(ids) == 1 else f"{words}, {len(ids)} comments, saved")
            if len(ids) > 1:
                self._offer_undo(change, len(ids), words)

    def _write_many(self, count: int, words: str, action: Callable[[], Change]) -> None:
        self._set_busy(True, f"{words}: saving for {count:,} comments…")

        def done(change: Change) -> None:
            self._set_busy(False, "")
            self.session.take(change)
            self._offer_undo(change, count, words)

        def failed(fault: Exception) -> None:
            self._set_busy(False, "")
            self.session.tell(fault)

        self.session.background.run(lambda _progress: action(), done, failed)

    def make(self, action: Callable[[], tuple[int, Change]]) -> int | None:
        """Write something that makes a row; gives its id, or None after a fault."""
        return self.session.make(action) if self.may_write() else None

    def _offer_undo(self, change: Change, count: int, words: str) -> None:
        """Say how many comments were changed, and take exactly this step back if asked to."""

        def undo() -> None:
            step = self.session.desk.undo_step
            if step is not None and step.action == change.action:
                self.session.undo()
            else:
                self.session.notice("info", "Other steps came after this one. Ctrl+Z takes them back one by one.")

        self.session.notice("ok", f"{words}: {count:,} comments.", "Undo", undo)

    def _set_busy(self, busy: bool, words: str) -> None:
        self.busy = busy
        self.busy_changed.emit(busy, words)


def locked_words(session: Session) -> str:
    """Say why nothing was changed here."""
    return f"{why_locked(session)} Nothing was changed."


def why_locked(session: Session) -> str:
    """Say why nothing can be changed here."""
    if session.desk.read_only:
        return "This window only reads: another one is writing to this store, or its disk is write-protected."
    return "This record is certified and can only be read."
