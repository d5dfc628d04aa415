"""Rows behind a list of ids: pages are read when looked at and the oldest are let go.

A page is read at once, but a row of it is put in words when it is first painted: a window shows a few of them.
"""

from array import array
from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence
from typing import Final

from frhearing.ui.tables.shown_row import ShownRow

PAGE: Final = 128
KEPT: Final = 48
_SHIFT: Final = 7

MakeRow = Callable[[], ShownRow]
ReadRows = Callable[[Sequence[int]], Sequence[ShownRow | MakeRow]]
"""Gives rows for these ids, in their order: each as it is shown, or a function that puts it in words."""


class RowPages:
    """Gives row n of a list of comment ids; keeps the last ``KEPT`` pages of ``PAGE`` rows."""

    def __init__(self, read: ReadRows) -> None:
        self._read = read
        self._pages: OrderedDict[int, list[ShownRow | MakeRow]] = OrderedDict()
        self.ids: array[int] = array("q")

    def __len__(self) -> int:
        return len(self.ids)

    def replace(self, ids: "array[int]") -> None:
        """Take another list of ids; every page is read anew."""
        self.ids = ids
        self._pages.clear()

    def forget(self) -> None:
        """Read every row anew when it is next looked at."""
        self._pages.clear()

    def renew(self, ids: Iterable[int]) -> list[int]:
        """Read those rows anew that are at hand, and return their places in the list.

        Raises ClerkError if the store cannot be read.
        """
        wanted = set(ids)
        found = [
            (number, at, comment)
            for number, rows in self._pages.items()
            for at, comment in enumerate(self._page_ids(number, len(rows)))
            if comment in wanted
        ]
        fresh = self._read([comment for _page, _at, comment in found]) if found else ()
        for (number, at, _comment), row in zip(found, fresh, strict=True):
            self._pages[number][at] = row
        return [(number << _SHIFT) + at for number, at, _comment in found]

    def row(self, index: int) -> ShownRow:
        """Give the row at a place in the list; reads its page (2 ms or so) if it is not at hand.

        Raises ClerkError if the store cannot be read.
        """
        page = self._pages.get(index >> _SHIFT)
        if page is None:
            page = self._fetch(index >> _SHIFT)
        at = index & (PAGE - 1)
        row = page[at]
        if not isinstance(row, ShownRow):
            row = page[at] = row()
        return row

    def place(self, comment_id: int) -> int:
        """Return the place of a comment in the list, or -1."""
        try:
            return self.ids.index(comment_id)
        except ValueError:
            return -1

    def _page_ids(self, number: int, size: int = PAGE) -> "array[int]":
        first = number << _SHIFT
        return self.ids[first : first + size]

    def _fetch(self, number: int) -> list[ShownRow | MakeRow]:
        page = list(self._read(self._page_ids(number)))
        self._pages[number] = page
        if len(self._pages) > KEPT:
            self._pages.popitem(last=False)
        return page
