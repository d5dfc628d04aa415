"""A text as Qt can show it, and the way back: places in the stored text count code points, Qt's do not."""

import re
from bisect import bisect_right
from typing import Final

from frhearing.model.passage import sentence_at, sentences
from frhearing.ui.tables.plain import BROKEN, UNSHOWABLE

LONGEST_LINE: Final = 4000
"""A paragraph longer than this is broken at a space on screen, so that laying it out never takes long."""

_NEAR: Final = 10_000
_GREETING: Final = 80
_LINE_ENDS: Final = re.compile("\r\n|[\r\u2028\u2029]")
_PARAGRAPHS: Final = re.compile(rf"[^\r\n\u2028\u2029]{{{LONGEST_LINE + 1},}}")
_WIDE: Final = re.compile("[\U00010000-\U0010ffff]")


class TextMap:
    """Pairs a stored text with the one that is shown.

    ``shown`` has one line end for each of the stored ones, U+FFFD for what cannot be shown, and breaks in
    endless paragraphs. ``to_shown`` and ``to_stored`` translate places; those of Qt count UTF-16 units.
    """

    def __init__(self, stored: str) -> None:
        self.stored = stored
        self._from: list[int] = [0]
        self._shift: list[int] = [0]
        self.shown = self._make()

    def to_shown(self, place: int) -> int:
        """Return the place on screen of a place in the stored text."""
        at = bisect_right(self._from, place) - 1
        return place + self._shift[at]

    def to_stored(self, place: int) -> int:
        """Return the place in the stored text of a place on screen."""
        low, high = 0, len(self._from) - 1
        while low < high:
            middle = (low + high + 1) // 2
            if self._from[middle] + self._shift[middle] <= place:
                low = middle
            else:
                high = middle - 1
        found = place - self._shift[low]
        limit = self._from[low + 1] if low + 1 < len(self._from) else len(self.stored)
        return min(found, limit)

    def _make(self) -> str:
        """Write the shown text and note every place from which on it runs ahead or behind."""
        changes: list[tuple[int, int, str]] = [
            (found.start(), found.end(), "\n") for found in _LINE_ENDS.finditer(self.stored)
        ]
        changes += [(place, place, "\n") for place in _breaks(self.stored)]
        wide = [found.start() for found in _WIDE.finditer(self.stored)]
        changes.sort()
        pieces: list[str] = []
        last = 0
        steps: list[tuple[int, int]] = [(place + 1, 1) for place in wide]
        for start, end, new in changes:
            pieces += (self.stored[last:start], new)
            last = end
            if len(new) != end - start:
                steps.append((end, len(new) - (end - start)))
        pieces.append(self.stored[last:])
        self._note(sorted(steps))
        return re.sub(UNSHOWABLE, BROKEN, "".join(pieces))

    def _note(self, steps: list[tuple[int, int]]) -> None:
        shift = 0
        for place, step in steps:
            shift += step
            if self._from[-1] == place:
                self._shift[-1] = shift
            else:
                self._from.append(place)
                self._shift.append(shift)


def _breaks(text: str) -> list[int]:
    """Return the places at which endless paragraphs are broken: after a space where there is one."""
    places = []
    for paragraph in _PARAGRAPHS.finditer(text):
        place, end = paragraph.span()
        while end - place > LONGEST_LINE:
            space = text.rfind(" ", place, place + LONGEST_LINE)
            place = space + 1 if space > place else place + LONGEST_LINE
            places.append(place)
    return places


def sentence_around(text: str, place: int) -> tuple[int, int]:
    """Return the span of the sentence at a place, looking no further than ``_NEAR`` characters."""
    first = max(0, place - _NEAR)
    start, end = sentence_at(text[first : place + _NEAR], place - first)
    return first + start, first + end


def first_sentence(text: str) -> tuple[int, int]:
    """Return the span of the first sentence of a letter; a greeting on a line of its own is no sentence."""
    start, end = sentence_around(text, 0)
    greeting = end - start <= _GREETING and text[start:end].rstrip().endswith((",", ":"))
    rest = text[end : end + _NEAR]
    following = len(rest) - len(rest.lstrip())
    if greeting and "\n" in rest[:following] and rest.strip():
        return sentence_around(text, end + following)
    return start, end


def grown(text: str, span: tuple[int, int], direction: int) -> tuple[int, int]:
    """Return a span with the sentence before (direction -1) or after (+1) it taken in."""
    start, end = span
    first = max(0, start - _NEAR)
    spans = [(first + one, first + two) for one, two in sentences(text[first : end + _NEAR])]
    if direction > 0:
        return start, next((last for _, last in spans if last > end), end)
    return next((begin for begin, _ in reversed(spans) if begin < start), start), end
