"""The bar above the pages: one sentence at a time about what happened and what to do."""

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from frhearing.ui.session import Notice, Session
from frhearing.ui.widgets import InlineBar

_DONE_MS = 6000


class NoticeBar(InlineBar):
    """Shows the session's notices. Good news goes by itself; warnings and errors stay until put away."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__("info", "", "", parent)
        self.hide()
        self._act: Callable[[], object] | None = None
        self._until_saved = False
        self._until_opened = False
        self._session = session
        self._going = QTimer(self)
        self._going.setSingleShot(True)
        self._going.timeout.connect(self.hide)
        self.acted.connect(self._do)
        session.noticed.connect(self.show_notice)
        session.saved.connect(self._saved)
        session.hearing_changed.connect(self._opened)

    def show_notice(self, notice: Notice) -> None:
        """Show a notice in place of the last one."""
        self._act = notice.act
        self._until_saved = notice.until_saved
        self._until_opened = notice.level == "info" and self._session.hearing is None
        self.show()
        self.say(notice.level, notice.words, notice.action)
        self._going.stop()
        if notice.level == "ok" and notice.act is None:
            self._going.start(_DONE_MS)

    def _saved(self, _utc_text: str) -> None:
        """Put away what is no longer true: that the disk is full, or that this Undo takes the last step back."""
        if self._until_saved:
            self.hide()

    def _opened(self) -> None:
        """Put away what was said for want of a hearing, once one is open."""
        if self._until_opened and self._session.hearing is not None:
            self.hide()

    def _do(self) -> None:
        self.hide()
        if self._act is not None:
            self._act()
