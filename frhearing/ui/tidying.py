"""Lets Python's cycle collector run on the window's thread only, between events.

Left to itself it runs wherever a thread happens to allocate: a job in the background would then destroy
widgets of a closed window, and Qt dies of that.
"""

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY_MS = 2_000


class Tidier(QObject):
    """Collects garbage by the usual thresholds, on the thread of the window, at the event loop's top level."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        # What is there once the window stands stays for good: no later collection need walk through it.
        QTimer.singleShot(0, self, gc.freeze)
        self._thresholds = gc.get_threshold()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.tidy)
        self._timer.start(_EVERY_MS)

    def tidy(self) -> int:
        """Collect the oldest generation that is due; returns how many objects were let go."""
        due = [count > most for count, most in zip(gc.get_count(), self._thresholds, strict=True)]
        for generation in (2, 1, 0):
            if due[generation]:
                return gc.collect(generation)
        return 0
