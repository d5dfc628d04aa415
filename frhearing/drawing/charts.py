"""Lays charts of stances out as scenes: bars by group or theme, one bar in all, columns by day."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from frhearing.drawing.colours import Palette
from frhearing.drawing.scene import Area, Line, Measure, Scene, Shape, Text, shortened
from frhearing.drawing.stances import ALL_KEYS, filled, mark

_SEAM = 1.2
_LABEL_SHARE = 0.36


@dataclass(frozen=True, slots=True)
class Row:
    """One bar or column: its label and the number of comments of each stance."""

    label: str
    counts: Mapping[str, int]

    @property
    def total(self) -> int:
        """The number of comments in the row."""
        return sum(self.counts.values())


@dataclass(frozen=True, slots=True)
class Look:
    """What a painter brings to a chart: colours, its measure of text, the words for the stances, sizes.

    `size` is the size of the text, `bar` the thickness of a bar, `gap` the room between two bars.
    """

    palette: Palette
    measure: Measure
    names: Mapping[str, str]
    size: float = 12.0
    bar: float = 18.0
    gap: float = 8.0


def present(rows: Sequence[Row]) -> tuple[str, ...]:
    """The stances that occur in the rows, in the fixed order of every chart."""
    return tuple(key for key in ALL_KEYS if any(row.counts.get(key) for row in rows))


def legend(keys: Sequence[str], x: float, width: float, look: Look) -> tuple[list[Shape], float]:
    """Swatch, mark and word of each stance from `x` on, in as many lines as needed; and their height."""
    size = look.size - 1
    line = size * 1.6
    shapes: list[Shape] = []
    at, y = x, line / 2
    for key in keys:
        word = look.names[key]
        long = 27 + look.measure(word, size, 400)
        if at > x and at + long > x + width:
            at, y = x, y + line
        shapes += filled(key, at, y - 4.5, 12, 9, look.palette)
        shapes.append(mark(key, at + 19, y, 4, look.palette))
        shapes.append(Text(at + 26, y, word, size, 400, look.palette["text2"]))
        at += long + 11
    return shapes, y + line / 2


def stacked_bars(rows: Sequence[Row], width: float, look: Look, labels: float | None = None, most: int = 0) -> Scene:
    """Horizontal bars, one a row, on one common scale, with the total at the end of each.

    `labels` is the width kept for the row labels; without it they take what they need, up to a third.
    `most` is the total at the end of the scale, if it is more than the largest of these rows.
    """
    measure, palette, size = look.measure, look.palette, look.size
    widest = max((measure(row.label, size, 400) for row in rows), default=0.0)
    left = labels if labels is not None else min(widest, width * _LABEL_SHARE) + 12
    room = width - left - max((measure(f"{row.total:,}", size, 600) for row in rows), default=0.0) - 8
    most = max([most, *(row.total for row in rows)]) or 1
    keys = present(rows)
    shapes, y = legend(keys, left, width - left, look)
    if y > 2 * look.size:  # more than one line: it may fit into one below the labels too
        shapes, y = legend(keys, 0, width, look)
    y += 6
    top = y
    areas: list[Area] = []
    for index, row in enumerate(rows):
        middle = y + look.bar / 2
        name = shortened(row.label, left - 12, size, 400, measure)
        shapes.append(Text(0, middle, name, size, 400, palette["text"]))
        end = _segments(shapes, areas, row, index, keys, left, y, room / most, look)
        shapes.append(Text(end + 6, middle, f"{row.total:,}", size, 600, palette["text"]))
        areas.append(Area(0, y - look.gap / 2, width, look.bar + look.gap, index, "", row.total))
        y += look.bar + look.gap
    bottom = y - look.gap / 2
    shapes.append(Line(left - 0.5, top - look.gap / 2, left - 0.5, bottom, palette["border_strong"], 0.8))
    return Scene(width, bottom, tuple(shapes), tuple(areas))


def single_bar(row: Row, width: float, look: Look, words: Mapping[str, str] | None = None) -> Scene:
    """One bar over the whole width; `words` are written into the segments instead of the numbers."""
    shapes: list[Shape] = []
    areas: list[Area] = []
    scale = width / (row.total or 1)
    _segments(shapes, areas, row, 0, present([row]), 0, 0, scale, look, words)
    return Scene(width, look.bar, tuple(shapes), tuple(areas))


def _segments(
    shapes: list[Shape],
    areas: list[Area],
    row: Row,
    index: int,
    keys: Sequence[str],
    x: float,
    y: float,
    scale: float,
    look: Look,
    words: Mapping[str, str] | None = None,
) -> float:
    """The coloured parts of one bar, each with its number where it fits; returns where the bar ends."""
    size = look.size - 1
    for key in keys:
        count = row.counts.get(key, 0)
        if not count:
            continue
        wide = count * scale
        word = words.get(key, "") if words is not None else f"{count:,}"
        long = look.measure(word, size, 600)
        fits = bool(word) and long + 6 <= wide - _SEAM
        drawn = max(wide - _SEAM, 0.8)
        shapes += filled(key, x, y, drawn, look.bar, look.palette, long + 6 if fits else 0)
        if fits:
            middle = y + look.bar / 2
            colour = look.palette[f"on_{key}"]
            shapes.append(Text(x + drawn / 2, middle, word, size, 600, colour, "middle"))
        areas.append(Area(x, y, wide, look.bar, index, key, count))
        x += wide
    return x


def columns(rows: Sequence[Row], width: float, height: float, look: Look) -> Scene:
    """Columns side by side over a common scale, such as one a day; crowded labels are thinned out."""
    measure, palette, size = look.measure, look.palette, look.size - 1
    keys = present(rows)
    shapes, head = legend(keys, 0, width, look)
    top = _scale_top(max((row.total for row in rows), default=0))
    left = measure(f"{top:,}", size, 400) + 8
    base = height - size * 1.8
    plot = base - head - size * 1.6
    shapes += _grid(top, left, width, base, plot, look)
    step = (width - left) / max(len(rows), 1)
    widest = max((measure(row.label, size, 400) for row in rows), default=0.0)
    every = max(1, -int(-(widest + 6) // step)) if rows else 1
    areas: list[Area] = []
    for index, row in enumerate(rows):
        x, wide = left + step * (index + 0.15), step * 0.7
        y = base
        for key in keys:
            count = row.counts.get(key, 0)
            if not count:
                continue
            tall = plot * count / top
            y -= tall
            shapes += filled(key, x, y, wide, max(tall - 0.8, 0.6), palette)
            areas.append(Area(x, y, wide, tall, index, key, count))
        total = f"{row.total:,}"
        if row.total and measure(total, size, 600) <= step:
            shapes.append(Text(x + wide / 2, y - size * 0.7, total, size, 600, palette["text2"], "middle"))
        if index % every == 0:
            label = Text(x + wide / 2, base + size, row.label, size, 400, palette["text3"], "middle")
            shapes.append(label)
        areas.append(Area(left + step * index, head, step, base - head, index, "", row.total))
    return Scene(width, height, tuple(shapes), tuple(areas))


def _scale_top(most: int) -> int:
    """The end of the scale: the smallest round number, four steps high, that is not below `most`."""
    unit = 1
    while True:
        for factor in (1, 2, 5):
            if factor * unit * 4 >= most:
                return factor * unit * 4
        unit *= 10


def _grid(top: int, left: float, width: float, base: float, plot: float, look: Look) -> list[Shape]:
    size = look.size - 1
    shapes: list[Shape] = []
    for step in range(5):
        y = base - plot * step / 4
        colour = look.palette["border" if step else "border_strong"]
        shapes.append(Line(left, y, width, y, colour, 0.8))
        number = f"{top * step // 4:,}"
        shapes.append(Text(left - 6, y, number, size, 400, look.palette["text3"], "end"))
    return shapes
