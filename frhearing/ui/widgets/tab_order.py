"""The order in which Tab goes: what is made later, such as the rows of a list, comes where it stands."""

from collections.abc import Iterable
from itertools import pairwise

from PySide6.QtWidgets import QWidget


def tab_through(stops: Iterable[QWidget]) -> None:
    """Let Tab go from each of these widgets of one window to the next; the first stays where it is in the order."""
    for before, after in pairwise(stops):
        QWidget.setTabOrder(before, after)
