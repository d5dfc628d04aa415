"""How long work on a store says how far it is: parts done, parts in all, and words; a total of 0 is not known."""

from collections.abc import Callable

Tell = Callable[[int, int, str], None]


def nobody(_done: int, _total: int, _words: str) -> None:
    """Tell nobody."""
