"""Keeps the display awake while a hearing is held; a system that will not have it is left as it is."""

import threading
from collections.abc import Callable
from contextlib import AbstractContextManager


def _presenting() -> AbstractContextManager[object]:
    """Give wakepy's way of keeping a display awake; a failure to do so is no error here."""
    from wakepy import keep

    return keep.presenting(on_fail="pass")


class Awake:
    """Asks for it and lets go of it on a thread of its own: a system that answers late must not hold the window up."""

    def __init__(self, ask: Callable[[], AbstractContextManager[object]] = _presenting) -> None:
        self._ask = ask
        self._until: threading.Event | None = None
        self._thread: threading.Thread | None = None

    @property
    def asked(self) -> bool:
        """Whether the display is to be kept awake now."""
        return self._until is not None

    def hold(self, on: bool) -> None:
        """Keep the display awake, or let it sleep again; asking for what is so already does nothing."""
        if on == self.asked:
            return
        if self._until is not None:
            self._until.set()
            self._until = None
            return
        self._until = threading.Event()
        self._thread = threading.Thread(target=self._keep, args=(self._until,), name="awake", daemon=True)
        self._thread.start()

    def wait(self, seconds: float = 3.0) -> None:
        """Wait so many seconds at most until the thread has ended, as the window closes."""
        if self._thread is not None and self._until is None:
            self._thread.join(seconds)

    def _keep(self, until: threading.Event) -> None:
        try:
            with self._ask():
                until.wait()
        except Exception:
            # Whatever a desktop answers, or a library does with it: the hearing goes on and the display may sleep.
            return
