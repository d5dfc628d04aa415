"""One line of the side pane: an icon or a mark, words, a count; pressed like a button, ticked when in use."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from frhearing.model.counted import counted
from frhearing.ui.theme import STANCE_WORDS, pixmap, theme
from frhearing.ui.widgets import paint_mark
from frhearing.ui.widgets.enter import EnterPushButton

_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


class SideRow(EnterPushButton):
    """A line to filter by. ``sign`` is the code of a stance or the name of an icon."""

    def __init__(self, words: str, sign: str, count: int | None = None, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self._sign = sign
        self.count: int | None = None
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setFlat(True)
        self.setToolTip(words)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.show_count(count)

    def show_count(self, count: int | None) -> None:
        """Show how many comments there are behind the line."""
        self.count = count
        said = "" if count is None else f", {counted(count, 'comment')}"
        self.setAccessibleName(f"{self.text()}{said}")
        self.update()

    def sizeHint(self) -> QSize:
        """Give the size it wants."""
        return QSize(theme.px(180), theme.px(26))

    def minimumSizeHint(self) -> QSize:
        """Give the size it cannot do without."""
        return QSize(theme.px(120), theme.px(26))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the line; the one in use stands on a coloured ground and is bold."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        px, on = theme.px, self.isChecked()
        box = self.rect().adjusted(0, 0, -1, -2)
        if on or self.underMouse():
            painter.setPen(theme.color("accent") if on and theme.high_contrast else Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("sel" if on else "hover"))
            painter.drawRoundedRect(box, px(5), px(5))
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.color("focus"), theme.focus_width))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), px(5), px(5))
        middle = box.center().y() + 1
        if self._sign in STANCE_WORDS:
            paint_mark(painter, self._sign, px(16), middle, px(5.5))
        else:
            painter.drawPixmap(px(8), middle - px(8), pixmap(self._sign, "text2", 16))
        number = "" if self.count is None else f"{self.count:,}"
        painter.setFont(theme.font("caption", tabular=True))
        painter.setPen(theme.color("text2" if on else "text3"))
        width = painter.fontMetrics().horizontalAdvance(number)
        painter.drawText(box.adjusted(0, 0, -px(8), 0), _RIGHT, number)
        painter.setFont(theme.font("strong" if on else "ui"))
        painter.setPen(theme.color("text"))
        room = QRect(px(32), box.y(), box.width() - px(48) - width, box.height())
        words = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, _LEFT, words)
        painter.end()


def tick(button: QAbstractButton, on: bool) -> None:
    """Show whether a line is in use, without telling anyone."""
    button.blockSignals(True)
    button.setChecked(on)
    button.blockSignals(False)
    button.update()
