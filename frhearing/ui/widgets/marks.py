"""Paints what ``frhearing.drawing`` describes: marks of stances, patterns, whole scenes."""

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from frhearing.drawing.scene import Disc, Line, Polygon, Rect, Shape, Text
from frhearing.drawing.stances import filled, mark
from frhearing.ui.theme import STANCE_WORDS, theme
from frhearing.ui.theme.theme import FAMILY


def scene_font(size: float, weight: int) -> QFont:
    """Give the font for text of a scene at 100 %; the painter is scaled, not the font."""
    font = QFont(FAMILY)
    font.setPixelSize(max(1, round(size)))
    font.setWeight(QFont.Weight(weight))
    return font


def measure(text: str, size: float, weight: int) -> float:
    """Give the width of a text in scene units, for ``drawing.scene.Measure``."""
    return QFontMetricsF(scene_font(size, weight)).horizontalAdvance(text)


def paint_shapes(painter: QPainter, shapes: Iterable[Shape]) -> None:
    """Paint the shapes of a scene in their order, one scene unit being one unit of the painter."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for shape in shapes:
        if isinstance(shape, Text):
            _text(painter, shape)
        elif isinstance(shape, Line):
            painter.setPen(QPen(QColor(shape.colour), shape.width))
            painter.drawLine(QPointF(shape.x1, shape.y1), QPointF(shape.x2, shape.y2))
        else:
            _area(painter, shape)
    painter.restore()


def _area(painter: QPainter, shape: Rect | Disc | Polygon) -> None:
    painter.setBrush(QColor(shape.fill) if shape.fill else Qt.BrushStyle.NoBrush)
    if shape.outline:
        dotted = not isinstance(shape, Polygon) and shape.dotted
        style = Qt.PenStyle.DotLine if dotted else Qt.PenStyle.SolidLine
        painter.setPen(QPen(QColor(shape.outline), 1.4, style))
    else:
        painter.setPen(Qt.PenStyle.NoPen)
    if isinstance(shape, Rect):
        painter.drawRect(QRectF(shape.x, shape.y, shape.width, shape.height))
    elif isinstance(shape, Disc):
        painter.drawEllipse(QPointF(shape.x, shape.y), shape.radius, shape.radius)
    else:
        painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in shape.points]))


def _text(painter: QPainter, shape: Text) -> None:
    font = scene_font(shape.size, shape.weight)
    metrics = QFontMetricsF(font)
    width = metrics.horizontalAdvance(shape.text)
    shift = {"start": 0.0, "middle": width / 2, "end": width}[shape.anchor]
    painter.setFont(font)
    painter.setPen(QColor(shape.colour))
    painter.drawText(QPointF(shape.x - shift, shape.y + metrics.capHeight() / 2), shape.text)


def paint_mark(painter: QPainter, stance: str, x: float, y: float, radius: float) -> None:
    """Paint the mark of a stance (a code, or ``not_tagged``) around a point, in the theme's colour."""
    paint_shapes(painter, (mark(stance, x, y, radius, theme.tokens),))


def paint_pattern(painter: QPainter, stance: str, box: QRectF) -> None:
    """Fill a box with the colour and pattern of a stance."""
    paint_shapes(painter, filled(stance, box.x(), box.y(), box.width(), box.height(), theme.tokens))


class StanceMark(QWidget):
    """The mark of a stance by itself, for lines whose words stand beside it."""

    def __init__(self, stance: str, size: int = 12, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stance, self._size = stance, size
        self.setAccessibleName(STANCE_WORDS[stance])

    def show_stance(self, stance: str) -> None:
        """Show the mark of another stance."""
        self._stance = stance
        self.setAccessibleName(STANCE_WORDS[stance])
        self.update()

    def sizeHint(self) -> QSize:
        """Give the size it wants."""
        return QSize(theme.px(self._size) + 2, theme.px(self._size) + 2)

    def minimumSizeHint(self) -> QSize:
        """Give the size it cannot do without."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it in the colours of the theme."""
        painter = QPainter(self)
        radius = theme.px(self._size) / 2
        paint_mark(painter, self._stance, self.width() / 2, self.height() / 2, radius)
        painter.end()
