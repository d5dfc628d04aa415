"""A chart that can be read without seeing it: bars or columns that take the focus, are named and open.

The arrow keys walk over the figures, Enter or a click opens the comments behind one.
"""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QHelpEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from frhearing.drawing.charts import Look, Row
from frhearing.drawing.colours import LIGHT
from frhearing.drawing.scene import Area, Scene
from frhearing.drawing.stances import ALL_KEYS
from frhearing.model.counted import counted
from frhearing.ui.theme import STANCE_WORDS, theme
from frhearing.ui.widgets.marks import measure, paint_shapes
from frhearing.ui.widgets.states import announce

Layout = Callable[[Sequence[Row], float, Look], Scene]
"""Lays rows out in a width of scene units, e.g. ``drawing.charts.stacked_bars``."""

_LEAST_WIDTH: Final = 260
_EDGE: Final = 6
"""Design pixels around the picture, so that the focus ring touches no letter."""


def look() -> Look:
    """Give the look of a chart on screen: the theme's colours, the window's font and words."""
    return Look(theme.tokens, measure, STANCE_WORDS, bar=17, gap=6)


def picture(scene: Scene, ratio: float = 2.0) -> QImage:
    """Paint a scene on white into a picture of its own, ``ratio`` pixels a unit, for the clipboard."""
    margin = 12.0
    size = QSize(round((scene.width + 2 * margin) * ratio), round((scene.height + 2 * margin) * ratio))
    image = QImage(size, QImage.Format.Format_RGB32)
    image.fill(QColor(LIGHT["surface"]))
    painter = QPainter(image)
    painter.scale(ratio, ratio)
    painter.translate(margin, margin)
    paint_shapes(painter, scene.shapes)
    painter.end()
    return image


def row_in_words(row: Row) -> str:
    """Say a row's figures in one sentence, "Resident: 57 support, 32 oppose, 89 in all."."""
    parts = [f"{count:,} {STANCE_WORDS[key].lower()}" for key in ALL_KEYS if (count := row.counts.get(key, 0))]
    return f"{row.label}: {', '.join([*parts, f'{row.total:,} in all'])}."


class ChartView(QWidget):
    """One chart. ``opened`` gives the index of a row and a stance, empty for the whole row."""

    opened = Signal(int, str)

    def __init__(self, name: str, layout: Layout, vertical: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layout = layout
        self._vertical = vertical
        self._rows: tuple[Row, ...] = ()
        self._scene = Scene(0, 0, ())
        self._at: int | None = None
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._lay_out)

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows that are shown."""
        return self._rows

    @property
    def scene(self) -> Scene:
        """The picture as it is laid out now."""
        return self._scene

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show other figures; the description for screen readers says all of them."""
        self._rows = tuple(rows)
        self._at = None
        self.setAccessibleDescription(" ".join(row_in_words(row) for row in self._rows) or "No figures yet.")
        self._lay_out()

    def sizeHint(self) -> QSize:
        """Give the height that the rows need at the present width."""
        return QSize(theme.px(_LEAST_WIDTH), self.height())

    def minimumSizeHint(self) -> QSize:
        """Give the smallest size at which a chart can still be read."""
        return QSize(theme.px(_LEAST_WIDTH), self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the picture out anew for another width."""
        super().resizeEvent(event)
        self._lay_out()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the picture and a ring around the figure that the keys stand on."""
        painter = QPainter(self)
        painter.scale(theme.zoom, theme.zoom)
        painter.translate(_EDGE, _EDGE)
        paint_shapes(painter, self._scene.shapes)
        if self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.color("focus"), theme.focus_width / theme.zoom))
            painter.drawRoundedRect(self._ring(), 4, 4)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk over the figures with the arrows, open with Enter; all else goes on to the page."""
        if event.modifiers() not in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier):
            super().keyPressEvent(event)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._at is not None:
            area = self._scene.areas[self._at]
            self.opened.emit(area.row, area.key)
        elif step := self._step(event.key()):
            self._move(*step)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Open the comments behind the figure that is clicked."""
        found = self._area_at(event.position())
        if found is None or event.button() is not Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        self._at = found
        self.update()
        area = self._scene.areas[found]
        self.opened.emit(area.row, area.key)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show by the pointer that a figure can be opened."""
        over = self._area_at(event.position()) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def event(self, event: QEvent) -> bool:
        """Say the figure under the pointer in a tool tip."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            found = self._area_at(QPointF(event.pos()))
            words = self.in_words(self._scene.areas[found]) if found is not None else ""
            QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().event(event)

    def in_words(self, area: Area) -> str:
        """Say the figure of an area, "Resident, Oppose: 32 of 96 comments"."""
        row = self._rows[area.row]
        if not area.key:
            return row_in_words(row)
        return f"{row.label}, {STANCE_WORDS[area.key]}: {area.comments:,} of {counted(row.total, 'comment')}"

    def _made(self, width: int) -> Scene:
        return self._layout(self._rows, max(width, theme.px(_LEAST_WIDTH)) / theme.zoom - 2 * _EDGE, look())

    def _lay_out(self) -> None:
        self._scene = self._made(self.width())
        if self._at is not None and self._at >= len(self._scene.areas):
            self._at = None
        self.setFixedHeight(round((self._scene.height + 2 * _EDGE) * theme.zoom))
        self.update()

    def _ring(self) -> QRectF:
        if self._at is None:
            return QRectF(0, 0, self._scene.width, self._scene.height).adjusted(-4, -4, 4, 4)
        area = self._scene.areas[self._at]
        return QRectF(area.x, area.y, max(area.width, 3), area.height).adjusted(-1.5, -1.5, 1.5, 1.5)

    def _area_at(self, point: QPointF) -> int | None:
        """Find the smallest figure at a point: a segment before the whole row."""
        x, y = point.x() / theme.zoom - _EDGE, point.y() / theme.zoom - _EDGE
        hits = [
            (area.width * area.height, index)
            for index, area in enumerate(self._scene.areas)
            if area.x <= x < area.x + area.width and area.y <= y < area.y + area.height
        ]
        return min(hits)[1] if hits else None

    def _step(self, key: int) -> tuple[int, int] | None:
        """Translate an arrow key into steps over rows and over the parts of a row."""
        along = {
            Qt.Key.Key_Down: (1, 0),
            Qt.Key.Key_Up: (-1, 0),
            Qt.Key.Key_Right: (0, 1),
            Qt.Key.Key_Left: (0, -1),
        }
        across = {
            Qt.Key.Key_Right: (1, 0),
            Qt.Key.Key_Left: (-1, 0),
            Qt.Key.Key_Up: (0, 1),
            Qt.Key.Key_Down: (0, -1),
        }
        return (across if self._vertical else along).get(Qt.Key(key))

    def _move(self, rows: int, parts: int) -> None:
        """Stand on another figure and say it; from nowhere the first row is the start."""
        areas = self._scene.areas
        if not areas:
            return
        here = areas[self._at] if self._at is not None else None
        row = 0 if here is None else min(max(here.row + rows, 0), len(self._rows) - 1)
        keys = ["", *(key for key in ALL_KEYS if any(a.row == row and a.key == key for a in areas))]
        place = keys.index(here.key) if here is not None and here.key in keys else 0
        wanted = keys[min(max(place + parts, 0), len(keys) - 1)]
        self._at = next(i for i, a in enumerate(areas) if a.row == row and a.key == wanted)
        self.update()
        announce(self, self.in_words(areas[self._at]))
