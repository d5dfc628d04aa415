"""What every line of slips begins with: its ground, the number of the slip, the mark of the stance."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from frhearing.ui.theme import theme
from frhearing.ui.widgets import paint_mark

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
WORDS_FROM = 62
"""Design pixels from the left edge to where the words of a line begin."""


def paint_ground(painter: QPainter, option: QStyleOptionViewItem, ground: str, *, marked: bool) -> None:
    """Paint the ground of a line (a token of the theme, "" for none), its rule below, and the ring of the focus."""
    px, box = theme.px, option.rect
    if ground:
        painter.fillRect(box, theme.color(ground))
    if marked:
        painter.fillRect(QRect(box.left(), box.top(), px(4), box.height()), theme.color("accent"))
    painter.fillRect(QRect(box.left(), box.bottom(), box.width(), 1), theme.color("border"))
    if option.state & QStyle.StateFlag.State_HasFocus:
        painter.setPen(QPen(theme.color("focus"), theme.focus_width))
        painter.drawRect(box.adjusted(1, 1, -2, -2))


def paint_number(painter: QPainter, box: QRect, slip: int | None, stance: str) -> None:
    """Paint the number of a slip, a dash where there is none, and the mark of its stance."""
    px = theme.px
    painter.setFont(theme.font("strong", tabular=True))
    painter.setPen(theme.color("text2"))
    number = QRect(box.left(), box.top(), px(32), box.height())
    painter.drawText(number, _RIGHT, str(slip) if slip is not None else "–")
    paint_mark(painter, stance, box.left() + px(46), box.center().y() + 1, px(5))
