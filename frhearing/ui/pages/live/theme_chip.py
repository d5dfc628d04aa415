"""A theme as a chip with its key, for the podium; a check box to the screen reader."""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QWidget

from frhearing.ui.theme import theme
from frhearing.ui.widgets.choices import paint_key

_MOST = 190


class ThemeChip(QCheckBox):
    """One theme on a number key."""

    def __init__(self, name: str, key: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._key = key
        self.setAccessibleName(f"Theme {name}, key {key}")
        self.setToolTip(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def hitButton(self, position: QPoint) -> bool:
        """Let the whole chip take the click."""
        return self.rect().contains(position)

    def sizeHint(self) -> QSize:
        """Give the size it wants; long names are cut and stand whole in the tip."""
        words = QFontMetrics(theme.font("ui", weight=600)).horizontalAdvance(self.text())
        return QSize(min(words, theme.px(_MOST)) + theme.px(42), theme.px(28))

    def minimumSizeHint(self) -> QSize:
        """Give the size it cannot do without."""
        return QSize(theme.px(90), theme.px(28))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it in the colours of the theme."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on, px = self.isChecked(), theme.px
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setBrush(theme.color("accent_soft" if on else "surface"))
        edge = "focus" if self.hasFocus() else "accent" if on else "border_strong" if self.isEnabled() else "border"
        painter.setPen(QPen(theme.color(edge), theme.focus_width if self.hasFocus() else 1))
        painter.drawRoundedRect(box, px(6), px(6))
        side = px(18)
        cap = QRect(px(6), (self.height() - side) // 2, px(18), side)
        if on:
            painter.setPen(theme.color("accent"))
            painter.setBrush(theme.color("accent"))
            painter.drawRoundedRect(cap, 4, 4)
            painter.setFont(theme.font("key"))
            painter.setPen(theme.color("on_accent"))
            painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, self._key)
        else:
            paint_key(painter, cap, self._key, False)
        painter.setFont(theme.font("ui", weight=600 if on else 500))
        painter.setPen(theme.color("accent_text" if on else "text" if self.isEnabled() else "text2"))
        room = self.rect().adjusted(px(30), 0, -px(8), 0)
        words = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
        painter.end()
