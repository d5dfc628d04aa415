"""The line of stages a record goes through, the reached ones filled."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from frhearing.model.hearing import HearingStatus
from frhearing.ui.theme import theme

STAGES: Final = (
    ("Draft", "being edited"),
    ("Complete", "everything tagged"),
    ("Certified", "signed and locked"),
    ("Amended", "by a new version only"),
)
_REACHED: Final = {HearingStatus.RECORD_CLOSED: 2, HearingStatus.CERTIFIED: 3}


class StageLine(QWidget):
    """Four stages from left to right; words and filling say the same as the place."""

    def __init__(self) -> None:
        super().__init__()
        self._reached = 1
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)
        self.show_status(HearingStatus.DRAFT)

    def show_status(self, status: HearingStatus) -> None:
        """Show how far the record of a hearing has come."""
        self._reached = _REACHED.get(status, 1)
        name, words = STAGES[self._reached - 1]
        self.setAccessibleName(f"Stage of the record: {name}, {words}. {self._reached} of {len(STAGES)}.")
        self.update()

    def sizeHint(self) -> QSize:
        """Give the size it wants."""
        return QSize(theme.px(600), theme.px(50))

    def minimumSizeHint(self) -> QSize:
        """Give the size it cannot do without."""
        return QSize(theme.px(420), theme.px(50))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it in the colours of the theme."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        px = theme.px
        wide = self.width() > px(900)
        step = (self.width() - px(220 if wide else 110)) / (len(STAGES) - 1)
        radius, middle = px(11), px(13)
        for number, (name, words) in enumerate(STAGES, 1):
            x = px(12) + step * (number - 1)
            done = number <= self._reached
            if number < len(STAGES):
                self._paint_way(painter, x + radius, px(12) + step * number - radius, middle, number < self._reached)
            next_one = number == self._reached + 1
            painter.setPen(QPen(theme.color("accent" if done or next_one else "border_strong"), px(2)))
            painter.setBrush(theme.color("accent" if done else "surface"))
            painter.drawEllipse(QPointF(x, middle), radius, radius)
            painter.setPen(theme.color("on_accent" if done else "text2"))
            painter.setFont(theme.font("caption_strong"))
            circle = QRectF(x - radius, middle - radius, 2 * radius, 2 * radius)
            painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, str(number))
            painter.setFont(theme.font("strong"))
            painter.setPen(theme.color("text" if number == self._reached else "text2"))
            painter.drawText(QPointF(x - radius, px(43)), name)
            if wide:
                after = x - radius + painter.fontMetrics().horizontalAdvance(name) + px(8)
                painter.setFont(theme.font("caption"))
                painter.setPen(theme.color("text2"))
                painter.drawText(QPointF(after, px(43)), words)
        painter.end()

    @staticmethod
    def _paint_way(painter: QPainter, start: float, end: float, y: int, done: bool) -> None:
        style = Qt.PenStyle.SolidLine if done else Qt.PenStyle.DashLine
        painter.setPen(QPen(theme.color("accent" if done else "border_strong"), theme.px(1), style))
        painter.drawLine(QPointF(start, y), QPointF(end, y))
