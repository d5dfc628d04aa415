"""Room for work that makes very many small things at once."""

import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager

_TURN_S = 0.0005


@contextmanager
def undisturbed() -> Iterator[None]:
    """No search for garbage within: of a million small things none is garbage yet, and a fifth of the time would go."""
    searching = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if searching:
            gc.enable()


@contextmanager
def short_turns() -> Iterator[None]:
    """Threads take turns every half millisecond: those that pack pages need Python for an instant only, but often."""
    usual = sys.getswitchinterval()
    sys.setswitchinterval(min(usual, _TURN_S))
    try:
        yield
    finally:
        sys.setswitchinterval(usual)
