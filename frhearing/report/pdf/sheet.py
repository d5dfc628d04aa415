"""The sheet of paper: its size, its columns, and the styles of type that stand on it. Lengths are points."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from frhearing.drawing.colours import PRINT
from frhearing.report.pdf import faces
from frhearing.report.pdf.shelf import FontShelf
from frhearing.report.pdf.style import TextStyle


class Paper(StrEnum):
    """The sizes of paper that an office prints on."""

    LETTER = "letter"
    LEGAL = "legal"
    A4 = "a4"


_SIZES = {Paper.LETTER: (612.0, 792.0), Paper.LEGAL: (612.0, 1008.0), Paper.A4: (595.28, 841.89)}


@dataclass(frozen=True, slots=True)
class PageSetup:
    """What the clerk chooses about the paper; `large` is large print (body text above 16 points)."""

    paper: Paper = Paper.LETTER
    large: bool = False

    @property
    def scale(self) -> float:
        """The factor by which all type grows."""
        return 1.6 if self.large else 1.0


STANDARD = PageSetup()
"""Letter paper, standard type."""


@dataclass(frozen=True, slots=True)
class Geometry:
    """Where things stand on a page, from its bottom left corner: a side column and a main column."""

    width: float
    height: float
    left: float
    right: float
    top: float
    bottom: float
    side: float
    gutter: float

    @classmethod
    def of(cls, setup: PageSetup) -> "Geometry":
        """The geometry of a paper; large print has narrower margins and a wider side column."""
        width, height = _SIZES[setup.paper]
        margin = 48.0 if setup.large else 60.0
        side, gutter = (150.0, 18.0) if setup.large else (112.0, 20.0)
        return cls(width, height, margin, width - margin, height - 74, 66, side, gutter)

    @property
    def main_left(self) -> float:
        """The left edge of the main column."""
        return self.left + self.side + self.gutter

    @property
    def full_width(self) -> float:
        """The width between the margins."""
        return self.right - self.left


class CellStyles(NamedTuple):
    """The styles of a table: its cells, those of totals, its header."""

    cell: TextStyle
    strong: TextStyle
    head: TextStyle


_SMALLER = (1.45, 1.3)


def _grown(scale: float, size: float) -> float:
    """The factor by which type of a size grows: the larger it is already, the less."""
    share = 1.0 if size < 12 else 0.7 if size < 20 else 0.4
    return 1 + (scale - 1) * share


class Styles:
    """The styles of type of one document, at one scale."""

    def __init__(self, shelf: FontShelf, scale: float) -> None:
        self._shelf = shelf
        self._in_charts: dict[tuple[float, int, str], TextStyle] = {}
        text, soft, head = PRINT["text"], PRINT["text3"], PRINT["heading"]

        def _style(name: str, size: float, leading: float, colour: str, *, tabular: bool = False) -> TextStyle:
            grown = _grown(scale, size)
            return TextStyle(shelf, name, size * grown, leading * grown, colour, tabular=tabular)

        self.body = _style(faces.SERIF, 10.25, 14.5, text)
        self.lead = _style(faces.SERIF, 13, 19, text)
        self.quote = _style(faces.SERIF_ITALIC, 11.5, 16, text)
        self.title = _style(faces.SANS_STRONG, 34, 38, head)
        self.section = _style(faces.SANS_STRONG, 22, 26, head)
        self.heading = _style(faces.SANS_STRONG, 13, 16, head)
        self.subheading = _style(faces.SANS_STRONG, 10.5, 14, text)
        self.label = _style(faces.SANS, 8.5, 11.5, soft)
        self.strong = _style(faces.SANS_STRONG, 9, 12, text)
        self.name = _style(faces.SANS_STRONG, 9.5, 12, text)
        self.figure = _style(faces.SANS_STRONG, 26, 28, head)
        self.contents = _style(faces.SANS, 10.5, 15.5, text)
        self.contents_strong = _style(faces.SANS_STRONG, 10.5, 15.5, text)
        self._cells: dict[float, CellStyles] = {}
        self.cell, self.cell_strong, self.cell_head = self.cells(scale)
        self.smaller = tuple(less for less in _SMALLER if less < scale)
        """The scales at which a table may be set that is too wide at the scale of the document."""
        self.running = _style(faces.SANS, 8, 10, soft, tabular=True)

    def cells(self, scale: float) -> CellStyles:
        """The styles of a table's cells at a scale."""
        if scale not in self._cells:
            text, soft = PRINT["text"], PRINT["text3"]
            self._cells[scale] = CellStyles(
                TextStyle(self._shelf, faces.SANS, 9.5 * scale, 13 * scale, text, tabular=True),
                TextStyle(self._shelf, faces.SANS_STRONG, 9.5 * scale, 13 * scale, text, tabular=True),
                TextStyle(self._shelf, faces.SANS_STRONG, 8.5 * scale, 11 * scale, soft),
            )
        return self._cells[scale]

    def in_chart(self, size: float, weight: int, colour: str) -> TextStyle:
        """The style for words inside a chart, made when it is first asked for."""
        key = (size, weight, colour)
        if key not in self._in_charts:
            name = faces.SANS_STRONG if weight >= 600 else faces.SANS
            self._in_charts[key] = TextStyle(self._shelf, name, size, size * 1.2, colour, tabular=True)
        return self._in_charts[key]
