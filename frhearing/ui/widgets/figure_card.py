"""A number with its name and its denominator on a card; pressing it opens the comments behind it."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy

from frhearing.ui.theme import STANCE_WORDS, theme
from frhearing.ui.widgets.enter import EnterPushButton
from frhearing.ui.widgets.marks import paint_mark

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class FigureCard(EnterPushButton):
    """One figure. ``stance`` gives the mark before the name and is empty for other counts."""

    def __init__(self, name: str, stance: str = "") -> None:
        super().__init__()
        self._name, self._stance = name, stance
        self._figure, self._note = "–", ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(name)
        theme.changed.connect(self.updateGeometry)

    @property
    def figure(self) -> str:
        """The number as it is written."""
        return self._figure

    @property
    def note(self) -> str:
        """The words below the number, the denominator among them."""
        return self._note

    def show_figure(self, number: int, note: str) -> None:
        """Show another number with its denominator or whatever else must be known with it."""
        self._figure, self._note = f"{number:,}", note
        self.setAccessibleName(f"{self._name}: {self._figure}")
        self.setAccessibleDescription(note)
        self.setToolTip(f"{self._name}: {self._figure}, {note}. Press to see these comments.")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Give the size at which name and note stand on one line each."""
        metrics = QFontMetrics(theme.font("caption"))
        words = max(self._name, self._note, key=metrics.horizontalAdvance)
        width = metrics.horizontalAdvance(words) + theme.px(44 if self._stance else 30)
        return QSize(max(width, theme.px(110)), theme.px(76))

    def minimumSizeHint(self) -> QSize:
        """Give the size it cannot do without: all its words."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it in the colours of the theme."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        px, focus = theme.px, self.hasFocus()
        painter.setBrush(theme.color("hover" if self.underMouse() else "surface"))
        painter.setPen(QPen(theme.color("focus" if focus else "border"), theme.focus_width if focus else 1))
        edge = theme.focus_width / 2 if focus else 0.5
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(edge, edge, -edge, -edge), px(8), px(8))
        left = px(14)
        start = left
        if self._stance in STANCE_WORDS:
            paint_mark(painter, self._stance, left + px(6), px(18), px(6))
            start += px(20)
        width = self.width() - left
        painter.setPen(theme.color("text2"))
        painter.setFont(theme.font("caption_strong"))
        painter.drawText(QRect(start, px(9), width - start + left, px(18)), _LEFT, self._name)
        painter.setFont(theme.font("caption"))
        painter.drawText(QRect(left, px(54), width, px(18)), _LEFT, self._note)
        painter.setPen(theme.color("text"))
        painter.setFont(theme.font("figure", tabular=True))
        painter.drawText(QRect(left, px(25), width, px(30)), _LEFT, self._figure)
        painter.end()
