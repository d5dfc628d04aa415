"""What of a window comes after it was first painted: in short steps, and all at once where somebody cannot wait."""

from collections import deque
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

Step = Callable[[], object]

_UNPAINTED_MS: Final = 1_000
"""A window that is started minimized is never painted: its steps begin after so many milliseconds all the same."""

INPUT: Final = frozenset(
    {
        QEvent.Type.ShortcutOverride,  # a key, before Qt looks for the command that it stands for
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
        QEvent.Type.Wheel,
        QEvent.Type.DragEnter,
        QEvent.Type.Close,
    }
)
"""What a window hears from the clerk."""


class Later(QObject):
    """Holds the steps of one window. Each takes one turn of the event loop, so that no turn is long.

    A key or a click that comes before they are through finds the window whole: all that are left are done
    before it is passed on. ``painted`` comes before the first step, ``through`` after the last one.
    """

    painted = Signal()
    through = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._steps: deque[Step] = deque()
        self._first: QWidget | None = None
        self.over = self._begun = False
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._next)

    @property
    def pending(self) -> bool:
        """Whether any step is left."""
        return bool(self._steps)

    @property
    def unpainted(self) -> bool:
        """Whether steps wait for the first paint: what one of them will show need not be made sooner."""
        return self.pending and not self._begun

    def add(self, *steps: Step) -> None:
        """Put steps at the end of the line; once the window is whole they are done at once."""
        self._steps.extend(steps)
        if self.over:
            self.finish()

    def begin_when_painted(self, first: QWidget) -> None:
        """Begin after ``first``, a widget of the window that is shown already, was painted."""
        self._first = first
        first.installEventFilter(self)
        handle = self._window.windowHandle()
        if handle is not None:
            handle.installEventFilter(self)
        QTimer.singleShot(_UNPAINTED_MS, self, self._begin)

    def finish(self) -> None:
        """Do all that is left, now. ``over`` says that nothing is put off any more."""
        while self._steps:
            self._next()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Begin after the first paint; hold a key or a click until everything is there that it may be meant for."""
        kind = event.type()
        if kind in INPUT:
            self.finish()
        elif kind == QEvent.Type.Paint and watched is self._first:
            watched.removeEventFilter(self)
            # Not within the paint: its picture goes to the screen first.
            QTimer.singleShot(0, self, self._begin)
        return False

    def _begin(self) -> None:
        if not self._begun:
            self._begun = True
            self.painted.emit()
        if self._steps:
            self._timer.start()

    def _next(self) -> None:
        if self._steps:
            self._steps.popleft()()
        if not self._steps and not self.over:
            self.over = True
            self._timer.stop()
            handle = self._window.windowHandle()
            if handle is not None:
                handle.removeEventFilter(self)
            self.through.emit()
