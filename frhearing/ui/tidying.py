"""Lets Python's cycle collector run on the window's thread only, between events.

Left to itself it runs wherever a thread happens to allocate: a job in the background would then destroy
widgets of a closed window, and Qt dies of that.
"""

import gc
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

_EVERY_MS = 2_000


class Tidier(QObject):
    """Collects garbage by the usual thresholds, on the thread of the window, at the event loop's top level."""

    def __init__(self, parent: QObject | None = None, working: Callable[[], bool] = lambda: False) -> None:
        """Begin to collect; ``working`` tells whether a job is under way in the background.

        While it is, nothing is collected: what an import of 100,000 rows holds at a time would be walked through
        with all else, and the window would stand for a second. The job lets go of it when it ends.
        """
        super().__init__(parent)
        self._working = working
        gc.disable()
        self._thresholds = gc.get_threshold()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.tidy)
        self._timer.start(_EVERY_MS)

    def settle(self) -> None:
        """Count what is there now as there for good: no later collection need walk through it.

        Called when the window stands and when a page was made; to walk through all of them takes 50 ms and more.
        """
        gc.freeze()

    def tidy(self) -> int:
        """Collect the oldest generation that is due; returns how many objects were let go."""
        if self._working():
            return 0
        due = [count > most for count, most in zip(gc.get_count(), self._thresholds, strict=True)]
        for generation in (2, 1, 0):
            if due[generation]:
                return gc.collect(generation)
        return 0
