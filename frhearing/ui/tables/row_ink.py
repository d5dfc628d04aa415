"""What rows are painted with: fonts, widths and colours made once per look, not once per row."""

from functools import lru_cache
from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QPixmap

from frhearing.ui.theme import pixmap, theme
from frhearing.ui.widgets.marks import paint_mark

LEFT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
MIDDLE: Final = Qt.AlignmentFlag.AlignCenter


class RowInk:
    """Fonts and colours of the theme as it stands now; made anew when the theme has changed."""

    def __init__(self) -> None:
        self.strong = theme.font("strong")
        self.ui = theme.font("ui")
        self.caption = theme.font("caption", tabular=True)
        self.key = theme.font("key")
        self._metrics: dict[int, QFontMetrics] = {}
        self._colours: dict[str, QColor] = {}

    def colour(self, token: str) -> QColor:
        """Give the colour of a token."""
        found = self._colours.get(token)
        if found is None:
            found = self._colours[token] = theme.color(token)
        return found

    def metrics(self, font: QFont) -> QFontMetrics:
        """Give the widths of one of this object's fonts."""
        found = self._metrics.get(id(font))
        if found is None:
            found = self._metrics[id(font)] = QFontMetrics(font)
        return found

    def width(self, font: QFont, text: str) -> int:
        """Give the width of a text in pixels."""
        return self.metrics(font).horizontalAdvance(text)

    def text(self, painter: QPainter, box: QRect, text: str, font: QFont, token: str) -> int:
        """Paint a text at the left of a box, shortened if it must be; gives the width it took."""
        if box.width() <= 0 or not text:
            return 0
        metrics = self.metrics(font)
        short = metrics.elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        painter.setFont(font)
        painter.setPen(self.colour(token))
        painter.drawText(box, LEFT, short)
        return metrics.horizontalAdvance(short)

    def stance(self, painter: QPainter, stance: str, x: int, y: int) -> None:
        """Paint the mark of a stance around a point."""
        side = theme.px(16)
        mark = _mark(stance, theme.tokens[stance], side, painter.device().devicePixelRatio())
        painter.drawPixmap(QPointF(x - side / 2, y - side / 2), mark)

    def icon(self, painter: QPainter, name: str, token: str, x: int, y: int, size: int = 15) -> None:
        """Paint an icon whose left edge and middle are given."""
        side = theme.px(size)
        painter.drawPixmap(QRect(x, y - side // 2, side, side), pixmap(name, token, size))

    def cap(self, painter: QPainter, text: str, x: int, y: int, *, on: bool) -> int:
        """Paint a theme's sign as a small cap whose left edge and middle are given; gives its width."""
        height = theme.px(17)
        width = max(theme.px(17), self.width(self.key, text) + theme.px(8))
        box = QRectF(x + 0.5, y - height / 2 + 0.5, width - 1, height - 1)
        painter.setPen(QPen(self.colour("border"), 1))
        painter.setBrush(self.colour("surface" if on else "surface2"))
        painter.drawRoundedRect(box, theme.px(4), theme.px(4))
        painter.setFont(self.key)
        painter.setPen(self.colour("text2"))
        painter.drawText(box, MIDDLE, text)
        return width

    def tag(self, painter: QPainter, text: str, x: int, y: int) -> int:
        """Paint a word on a plain ground, such as "Form A"; gives its width."""
        height = theme.px(17)
        width = self.width(self.key, text) + theme.px(12)
        box = QRectF(x, y - height / 2, width, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.colour("surface2"))
        painter.drawRoundedRect(box, theme.px(4), theme.px(4))
        painter.setFont(self.key)
        painter.setPen(self.colour("text2"))
        painter.drawText(box, MIDDLE, text)
        return width


@lru_cache(maxsize=64)
def _mark(stance: str, colour: str, side: int, ratio: float) -> QPixmap:
    """Paint a mark once; ``colour`` only tells one look from another."""
    del colour
    made = QPixmap(round(side * ratio), round(side * ratio))
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    paint_mark(painter, stance, side / 2, side / 2, side * 0.39)
    painter.end()
    return made
